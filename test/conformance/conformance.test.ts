/**
 * Every entry of the lists in this folder, run through the whole product: one entry, one test. What does not hold yet is named in
 * PENDING, and must indeed fail, so that the list can only shrink.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEntry } from '../../engine/conformance/entry.ts';
import { build } from '../../engine/conformance/run.ts';
import { standardSource } from '../../engine/conformance/source.ts';
import { conformanceWords } from '../../engine/conformance/words.ts';
import { prove, runConformance } from '../../engine/index.ts';
import { readYaml } from '../../engine/files/yaml.ts';

/** Entries that do not hold yet. */
const PENDING: readonly string[] = ['VH11', 'E12', 'E17', 'J07', 'J10', 'T06', 'P05', 'P10'];

/** Entries that may never be pending again. */
const HELD: readonly string[] = [...numbered('C', 40), ...numbered('G', 4), ...numbered('R', 9), ...numbered('O', 14)];

const lists = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, ...runConformance(readFileSync(join(import.meta.dirname, name)), 'zh') }));
const outcomes = lists.flatMap((list) => list.outcomes);

test.each(lists.map(({ name, diagnostics }) => [name, diagnostics] as const))('%s is a list', (_name, diagnostics) => {
  expect(diagnostics).toEqual([]);
});

describe('an entry gives what it says', () => {
  const held = outcomes.filter(({ id }) => !PENDING.includes(id));
  test.each(held.map((outcome) => [titleOf(outcome), outcome] as const))('%s', (_title, { differences }) => {
    expect(differences).toEqual([]);
  });
});

test('a pending entry still differs; one that holds leaves PENDING', () => {
  const differing = outcomes.filter(({ differences }) => differences.length > 0).map(({ id }) => id);
  expect(PENDING.filter((id) => !differing.includes(id))).toEqual([]);
});

test('what has to hold is in the lists, and none of it is pending', () => {
  const known = outcomes.map(({ id }) => id);
  expect(HELD.filter((id) => !known.includes(id) || PENDING.includes(id))).toEqual([]);
});

test('no sentence of the open list is said to go the wrong way', () => {
  const { root } = readYaml(readFileSync(join(import.meta.dirname, 'standards.yaml')));
  const words = conformanceWords('zh');
  const nodes = root?.kind === 'list' ? root.items : [];
  const turning = nodes.flatMap((node, index) => {
    const { entry } = readEntry(node, index + 1, words);
    if (entry?.kind !== 'standard') return [];
    const { ruleset } = build(standardSource(entry, {}));
    const codes =
      ruleset === undefined ? [] : prove({ ruleset, diagnostics: [], waived: [] }).diagnostics.map(({ code }) => code);
    return codes.filter((code) => code.startsWith('direction')).map((code) => `${entry.sentence} ${code}`);
  });
  expect(nodes.length).toBeGreaterThan(50);
  expect(turning).toEqual([]);
});

function titleOf({ id, family, sentence }: (typeof outcomes)[number]): string {
  return [id, family, sentence].filter((part) => part !== '').join(' ');
}

function numbered(letter: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}
