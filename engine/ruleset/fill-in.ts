/**
 * What a unit's file still lacks, as lines to be copied into it: each under the key it belongs to, indented as the file is, with what
 * may be filled in as a comment. What stands there already without a value is only pointed at.
 */
import { lineMap } from '../../dsl/index.ts';
import type { Need } from '../values/result.ts';
import { entryOf, isBlank } from '../files/shape.ts';
import { readYaml, type SourceNode, standsPlain } from '../files/yaml.ts';

/** Lines that belong under one key of the file. */
export interface FillIn {
  /** the keys that are there already, outermost first; none: the lines belong at the end of the file */
  readonly under: readonly string[];
  /** they stand in braces there: { … } */
  readonly inBraces: boolean;
  readonly lines: readonly string[];
}

/** What is to be filled in: lines to copy, and keys that only wait for their value, each with its line in the file. */
export interface FillIns {
  readonly copied: readonly FillIn[];
  readonly blank: readonly { readonly name: string; readonly line: number }[];
}

/** How `needs` are filled in, in a unit's file of this text. */
export function fillIns(needs: readonly Need[], text: string): FillIns {
  const { root } = readYaml(text);
  const lines = lineMap(text);
  const groups = new Map<string, Omit<FillIn, 'lines'> & { readonly indent: number; readonly needs: Need[] }>();
  const blank: { name: string; line: number }[] = [];
  for (const need of new Set(needs)) {
    if (need.at.length === 0) continue;
    const { depth, node, slot } = reached(root, need.at);
    if (slot !== undefined) {
      blank.push({ name: need.name, line: lines(slot.start).line });
      continue;
    }
    const under = need.at.slice(0, depth);
    const first = node?.kind === 'map' ? node.entries[0]?.key.span.start : undefined;
    const inBraces = depth > 0 && node?.kind === 'map' && node.inBraces;
    const indent = inBraces ? 0 : first === undefined || depth === 0 ? 2 * depth : lines(first).column - 1;
    const id = under.join('\n');
    const group = groups.get(id) ?? { under, inBraces, indent, needs: [] };
    groups.set(id, group);
    group.needs.push(need);
  }
  return {
    copied: [...groups.values()].map(({ under, inBraces, indent, needs }) => ({
      under,
      inBraces,
      lines: nested(needs, under.length, indent),
    })),
    blank,
  };
}

/** How far the keys of a path lead in a file, and the place of a key at its end that has no value yet. */
function reached(
  root: SourceNode | undefined,
  path: readonly string[],
): {
  readonly depth: number;
  readonly node: SourceNode | undefined;
  readonly slot: { readonly start: number } | undefined;
} {
  let node = root;
  for (const [depth, key] of path.entries()) {
    const entry = entryOf(node, key);
    if (entry === undefined) return { depth, node, slot: undefined };
    const last = depth === path.length - 1;
    if (last) return { depth, node, slot: entry.key.span };
    // A key without anything under it takes the lines that follow it.
    node = isBlank(entry.value) ? undefined : entry.value;
  }
  return { depth: path.length, node, slot: undefined };
}

/** The lines of some needs below `depth` keys, each key once. */
function nested(needs: readonly Need[], depth: number, indent: number): readonly string[] {
  const keys = [...new Set(needs.map(({ at }) => at[depth] ?? ''))];
  return keys.flatMap((key) => {
    const below = needs.filter(({ at }) => at[depth] === key);
    const head = `${' '.repeat(indent)}${written(key)}:`;
    const [only] = below;
    if (only?.at.length === depth + 1) return [`${head}   # ${only.expects}`];
    return [head, ...nested(below, depth + 1, indent + 2)];
  });
}

/** A key as YAML holds it. */
function written(key: string): string {
  return standsPlain(key, { flow: false, key: true }) ? key : `'${key.replaceAll("'", "''")}'`;
}
