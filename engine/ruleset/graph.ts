/** Who needs whom: circles are found and named, never resolved by a default. */

/**
 * Circles among names, each in the order they refer to each other; `edges` leads from a name to those it needs. No name is in two
 * of them, and when all of them are broken none is left that does not pass through one of them.
 */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const at = path.indexOf(name);
    if (at >= 0) {
      const cycle = path.slice(at);
      if (!cycle.some((each) => done.has(each))) cycles.push(cycle);
      for (const each of cycle) done.add(each);
      return;
    }
    if (done.has(name)) return;
    for (const next of edges.get(name) ?? []) visit(next, [...path, name]);
    done.add(name);
  };
  for (const name of edges.keys()) visit(name, []);
  return cycles;
}
