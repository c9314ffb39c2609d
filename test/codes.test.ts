/**
 * Every code there is can be had: from the example the language reference gives of it, or, where a file too large to print or more
 * than one file takes part, from one here. A code that nothing can bring about has no place in the catalogue.
 */
import { describe, expect, test } from 'vitest';
import { misfits, misplacement } from '../cli/choose.ts';
import {
  MESSAGES,
  link,
  loadRuleset,
  loadUnit,
  runExamples,
  scoreAll,
  type RulesetFile,
  type UnitFile,
} from '../engine/index.ts';
import type { Diagnostic } from '../dsl/index.ts';
import { chooseEdition, unknownFamily } from '../engine/ruleset/edition.ts';
import type { EngineCode } from '../engine/files/messages.ts';
import type { LanguageCode } from '../dsl/text/messages.ts';
import { FAULTS, SAMPLE_RULESET, SAMPLE_UNIT } from './docs/faults.ts';
import { codesOf } from './docs/faulty-files.ts';

type Code = LanguageCode | EngineCode;

const codes = (found: readonly Pick<Diagnostic, 'code'>[]): readonly string[] => found.map(({ code }) => code);

function ruleset(from = '', to = ''): RulesetFile {
  expect(SAMPLE_RULESET).toContain(from);
  const { ruleset: file } = loadRuleset(SAMPLE_RULESET.replace(from, to), 'rulesets/sample/2020.yaml');
  if (file === undefined) throw new Error('the ruleset of this test cannot be read');
  return file;
}

function unit(from = '', to = '', file = 'unit.yaml'): UnitFile {
  expect(SAMPLE_UNIT).toContain(from);
  const { unit: loaded } = loadUnit(SAMPLE_UNIT.replace(from, to), file);
  if (loaded === undefined) throw new Error('the unit of this test cannot be read');
  return loaded;
}

const FORMULA = '执行率＝支出数÷预算数×100%';
const edited = (from: string, to: string): readonly string[] =>
  codesOf(
    SAMPLE_RULESET.replace(from, () => to),
    SAMPLE_UNIT,
  );
const draft = { file: '', family: 'sample', edition: 1, status: 'draft' } as const;

const ELSEWHERE: Readonly<Partial<Record<Code, () => readonly string[]>>> = {
  // ---- texts too large for a page
  'too-long': () => edited(FORMULA, '长'.repeat(20_001)),
  'too-many-operators': () => edited(FORMULA, `执行率＝支出数${'＋支出数'.repeat(501)}`),
  'file-too-large': () => codes(loadRuleset(new Uint8Array(64 * 1024 * 1024), 'large.yaml').diagnostics),
  'too-many-aliases': () => edited('标题: 示例', `标题: &a [${'甲,'.repeat(500)}]\n说明: [${'*a,'.repeat(30)}]`),
  'nested-too-deep': () => edited('标题: 示例', `标题: ${'['.repeat(80)}${']'.repeat(80)}`),
  'not-utf8': () => codes(loadRuleset(new Uint8Array([0xb1, 0xea, 0xcc, 0xe2, 0x3a]), 'gbk.yaml').diagnostics),
  // ---- more than one file
  'no-ruleset': () => codes(chooseEdition([{ ...draft, fiscalYear: 2019 }], unit()).diagnostics),
  'draft-used': () => codes(chooseEdition([{ ...draft, fiscalYear: 2020 }], unit()).diagnostics),
  'no-family': () => codes([unknownFamily(unit(), ['samples'])]),
  'family-mismatch': () => codes(misfits(unit('家族: sample', '家族: other'), ruleset())),
  'year-mismatch': () => codes(misfits(unit('年度: 2020', '年度: 2021'), ruleset())),
  'withdrawn-used': () => codes(misfits(unit(), ruleset('状态: 草案', '状态: 已废止'))),
  'misplaced-ruleset': () => codes(misplacement(ruleset('年度: 2020', '年度: 2021'), '/')),
  'unit-twice': () =>
    scoreAll(link(ruleset()).ruleset, [unit(), unit('', '', 'again.yaml')]).flatMap(({ diagnostics }) =>
      codes(diagnostics),
    ),
  'example-failed': () => {
    const sample = "    样例: [{ 数据: { 支出数: 90, 预算数: 100 }, 得分: '5' }]";
    return codes(runExamples(link(ruleset('    分值: 5', `    分值: 5\n${sample}`)).ruleset));
  },
};

describe('a code', () => {
  test('has an example here or in the language reference, and not in both', () => {
    const count = (code: string): number => [FAULTS, ELSEWHERE].filter((table) => Object.hasOwn(table, code)).length;
    expect(Object.keys(MESSAGES).filter((code) => count(code) !== 1)).toEqual([]);
    expect(Object.keys(ELSEWHERE).filter((code) => !Object.hasOwn(MESSAGES, code))).toEqual([]);
  });

  test.each(Object.entries(ELSEWHERE))('%s can be had', (code, found) => {
    expect(found()).toContain(code);
  });
});
