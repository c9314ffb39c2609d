/**
 * Two linked rulesets compared but for one name: the checked trees of both as lines of text, the old and the new name made one.
 * Equal lines mean that a renaming changed the name and nothing else.
 */
import type { Linked } from './link.ts';

/** A name and what takes its place. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** What linking made of a ruleset, each line with the part of the ruleset it is about. */
export function meaningLines(
  { ruleset, diagnostics }: Linked,
  renamed: Renamed,
): readonly (readonly [about: string, meaning: string])[] {
  const text = (tree: unknown): string => JSON.stringify(bare(tree, renamed));
  const { definitions, indicators, checks, grades } = ruleset;
  const findings = diagnostics.filter(({ code }) => code !== 'hash-mismatch').map(({ code }) => code);
  return [
    ...definitions.map(({ measure, value }) => [one(measure.name, renamed), text([measure, value])] as const),
    ...indicators.map(({ name, weight, highest, readings }) => {
      const standards = readings.map(({ answers, standard, beyond }) => [[...answers.values()], standard, beyond]);
      return [one(name, renamed), text([weight, highest, standards])] as const;
    }),
    ...checks.map(({ relation, tolerance }) => ['勾稽', text([relation, tolerance])] as const),
    ...grades.map(({ label, when }) => ['等次', text([label, when])] as const),
    ...findings.toSorted().map((code) => ['检查', code] as const),
  ];
}

/** Both names in one form; any other as it is. */
function one(name: string, { from, to }: Renamed): string {
  return name === from || name === to ? '□' : name;
}

/** The key of a measure: its room, then the name or the indicator, then a phrase, which may quote the name. */
function keyWithout(key: string, renamed: Renamed): string {
  const [room = '', name = '', ...rest] = key.split(':');
  const [shorter = '', longer = ''] = [renamed.from, renamed.to].toSorted((a, b) => a.length - b.length);
  const phrase = rest.join(':').replaceAll(longer, '□').replaceAll(shorter, '□');
  const named = name.split('.').map((part) => one(part, renamed));
  return `${room}:${named.join('.')}:${phrase}`;
}

/** A tree without its places, every measure as its key. */
function bare(tree: unknown, renamed: Renamed): unknown {
  if (typeof tree === 'bigint') return String(tree);
  if (Array.isArray(tree)) return tree.map((item) => bare(item, renamed));
  if (typeof tree !== 'object' || tree === null) return tree;
  if ('key' in tree && 'range' in tree && typeof tree.key === 'string') return keyWithout(tree.key, renamed);
  return Object.entries(tree)
    .filter(([key]) => key !== 'span' && key !== 'head')
    .map(([key, value]: [string, unknown]) => [
      key,
      key === 'word' && typeof value === 'string' ? one(value, renamed) : bare(value, renamed),
    ]);
}
