/**
 * The sentences, grade tables and formulas of the conformance lists, each with the names it may use; and ways to look at what
 * the parser makes of a text.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { collector, type Diagnostic } from '../../dsl/text/diagnostic.ts';
import { type Declared, type Names, namesOf } from '../../dsl/words/names.ts';
import { parseFormula, parseGrades, parseStandard } from '../../dsl/grammar/parser.ts';
import { printFormula, printGrades, printSentence } from '../../dsl/grammar/print.ts';
import type { Span } from '../../dsl/text/source.ts';

/** What a text is: a scoring sentence, a formula line or a grade table. */
export type TextKind = 'standard' | 'formula' | 'grades';

/** One text of the lists. */
export interface Written {
  readonly id: string;
  readonly kind: TextKind;
  readonly text: string;
  readonly names: Names;
}

const list = z.array(
  z.object({
    编号: z.string(),
    族: z.string().optional(),
    标准: z.string().optional(),
    公式: z.string().optional(),
    量: z.record(z.string(), z.unknown()).default({}),
    名: z.record(z.string(), z.unknown()).default({}),
    条件: z.record(z.string(), z.unknown()).default({}),
    别称: z.record(z.string(), z.string()).default({}),
    清单: z.array(z.string()).default([]),
    等级: z.array(z.string()).default([]),
  }),
);

type Entry = z.infer<typeof list>[number];

/** Every text of the conformance lists. */
export const CORPUS: readonly Written[] = ['standards', 'formulas'].flatMap((name) => {
  const file = new URL(`../conformance/${name}.yaml`, import.meta.url);
  return list.parse(parse(readFileSync(file, 'utf8'))).map(written);
});

function written(entry: Entry): Written {
  const { 编号: id, 标准: standard, 公式: formula = '' } = entry;
  const own = standard === undefined ? [] : [(formula.split('＝')[0] ?? '').trim()].filter((name) => name !== '');
  const data = [...Object.keys({ ...entry.量, ...entry.名, ...entry.条件 }), ...entry.清单, ...own];
  const names = declared(data, entry.等级, entry.别称);
  if (standard === undefined) return { id, kind: 'formula', text: formula, names };
  return { id, kind: entry.族 === '等次' ? 'grades' : 'standard', text: standard, names };
}

/** Names of data, words of levels, and other spellings of names. */
export function declared(
  data: readonly string[],
  levels: readonly string[] = [],
  aliases: Readonly<Record<string, string>> = {},
): Names {
  const asData = (name: string): Declared => ({ name, role: 'data' });
  return namesOf([
    ...data.map((name) => [name, asData(name)] as const),
    ...levels.map((name): readonly [string, Declared] => [name, { name, role: 'level' }]),
    ...Object.entries(aliases).map(([spelling, name]) => [spelling, asData(name)] as const),
  ]);
}

/** A text parsed: its tree, what was reported, and the tree printed. */
export interface Read {
  readonly tree: unknown;
  readonly diagnostics: readonly Diagnostic[];
  readonly printed: string;
}

/** Parses a text as what it is, and prints the tree. */
export function read(kind: TextKind, text: string, names: Names): Read {
  const { report, diagnostics } = collector();
  switch (kind) {
    case 'standard': {
      const tree = parseStandard(text, names, report);
      return { tree, diagnostics, printed: printSentence(tree) };
    }
    case 'formula': {
      const tree = parseFormula(text, names, report);
      return { tree, diagnostics, printed: tree === undefined ? '' : printFormula(tree) };
    }
    case 'grades': {
      const tree = parseGrades(text, names, report);
      return { tree, diagnostics, printed: printGrades(tree) };
    }
  }
}

const SPANS = new Set(['span', 'head', 'nameSpan']);

/** A tree without its places. */
export function unplaced(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(unplaced);
  if (typeof tree !== 'object' || tree === null) return tree;
  const fields = Object.entries(tree).filter(([key, value]) => !SPANS.has(key) && value !== undefined);
  return Object.fromEntries(fields.map(([key, value]) => [key, unplaced(value)]));
}

/** Complaints about the places in a tree: one that is not inside its parent's, or not in the text. */
export function misplaced(tree: unknown, around: Span): string[] {
  if (Array.isArray(tree)) return tree.flatMap((item) => misplaced(item, around));
  if (typeof tree !== 'object' || tree === null) return [];
  const fields = Object.entries(tree);
  const own =
    fields.map(([key, value]) => (key === 'span' && isSpan(value) ? value : undefined)).find(Boolean) ?? around;
  const complaint = inside(own, around) ? [] : [`${JSON.stringify(own)} is not inside ${JSON.stringify(around)}`];
  return [...complaint, ...fields.flatMap(([key, value]) => (SPANS.has(key) ? [] : misplaced(value, own)))];
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

/** Whether a place lies inside another. */
export function inside(span: Span, around: Span): boolean {
  return around.start <= span.start && span.start <= span.end && span.end <= around.end;
}
