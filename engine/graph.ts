/** Who needs whom among computed measures: cycles are found and named, never resolved by a default. */
import { measuresOf } from '../dsl/index.ts';
import type { Definition } from './ruleset.ts';

/** The definitions of one cycle in the order they refer to each other; empty when there is none. */
export function findCycle(definitions: readonly Definition[]): readonly Definition[] {
  const byKey = new Map(definitions.map((definition) => [definition.measure.key, definition]));
  const done = new Set<string>();
  const visit = (definition: Definition, path: readonly Definition[]): readonly Definition[] => {
    const { key } = definition.measure;
    const at = path.findIndex(({ measure }) => measure.key === key);
    if (at >= 0) return path.slice(at);
    if (done.has(key)) return [];
    done.add(key);
    for (const measure of measuresOf(definition.value)) {
      const next = byKey.get(measure.key);
      const cycle = next === undefined ? [] : visit(next, [...path, definition]);
      if (cycle.length > 0) return cycle;
    }
    return [];
  };
  for (const definition of definitions) {
    const cycle = visit(definition, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
