/**
 * Every ruleset of the house holds its own word: it loads, links, gives the points its 样例 state, bears the right 指纹 once published,
 * and scores every unit kept beside it from the first indicator to the last.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  examine,
  examplesOf,
  explain,
  gradeText,
  link,
  loadRuleset,
  loadUnit,
  type PlacedExample,
  prove,
  type Ruleset,
  type RulesetFile,
  rulesetPath,
  runExamples,
  score,
  textOf,
} from '../../engine/index.ts';

const ROOT = join(import.meta.dirname, '../../rulesets');
const RULESETS = globSync('*/*.yaml', { cwd: ROOT }).sort();

interface House {
  readonly file: RulesetFile;
  readonly ruleset: Ruleset;
  readonly complaints: readonly string[];
}

function house(path: string): House {
  const { ruleset: file, diagnostics } = loadRuleset(readFileSync(join(ROOT, path)), path);
  if (file === undefined) throw new Error(`${path} cannot be read: ${diagnostics.map(({ code }) => code).join(', ')}`);
  const { ruleset, diagnostics: linking } = link(file);
  const errors = [...diagnostics, ...linking].filter(({ severity }) => severity === 'error');
  return { file, ruleset, complaints: errors.map(({ code, data }) => `${code} ${JSON.stringify(data)}`) };
}

test('there are rulesets to be tried', () => {
  expect(RULESETS).not.toEqual([]);
});

describe.each(RULESETS)('%s', (path) => {
  const { file, ruleset, complaints } = house(path);

  test('loads and links without an error', () => {
    expect(complaints).toEqual([]);
  });

  test('is proved clean: what is found is waived with a reason, and no waiver is idle', () => {
    const { diagnostics, waived } = prove(link(file));
    expect(diagnostics.map((finding) => textOf(finding, 'zh'))).toEqual([]);
    expect(waived.map(({ reason }) => reason)).not.toContain('');
  });

  test('has examples for every clause and boundary, and for every slip of the pen that points would show', () => {
    const left = examine(ruleset).indicators.flatMap(({ indicator, clauses, boundaries, mutants }) => [
      ...clauses.filter(({ touched }) => !touched).map(() => `${indicator.name} clause`),
      ...boundaries.flatMap(({ sides }) => sides.filter(({ tried }) => !tried).map(() => `${indicator.name} boundary`)),
      ...mutants.filter(({ noticed }) => !noticed).map(({ sentence }) => `${indicator.name} ${sentence}`),
    ]);
    expect(left).toEqual([]);
  });

  test('is stored where its content belongs', () => {
    const { family, fiscalYear, edition, status } = file;
    expect(rulesetPath({ file: path, family: family.text, fiscalYear, edition, status })).toBe(path);
  });

  test('bears the 指纹 of its meaning once it is published', () => {
    const own = file.status === 'published' ? ruleset.hash : file.hash?.text;
    expect(file.hash?.text).toBe(own);
  });

  test('has examples', () => {
    expect(examplesOf(file)).not.toEqual([]);
  });

  test.each(examplesOf(file).map((each) => [titleOf(each), each] as const))('holds for %s', (_title, each) => {
    expect(runExamples(ruleset, [each]).map((one) => textOf(one, 'zh'))).toEqual([]);
  });
});

describe('units', () => {
  const units = globSync('*/units/*/*.yaml', { cwd: ROOT }).sort();

  test.each(units)('%s is scored completely by its year’s ruleset', (path) => {
    const { unit, diagnostics } = loadUnit(readFileSync(join(ROOT, path)), path);
    expect(diagnostics).toEqual([]);
    const [family = '', , year = ''] = path.split(/[\\/]/);
    expect([unit?.family.text, String(unit?.fiscalYear)]).toEqual([family, year]);
    const ofYear = RULESETS.filter(
      (each) => dirname(each) === family && new RegExp(`[\\\\/]${year}(-\\d+)?\\.yaml$`).test(each),
    );
    expect(ofYear).not.toEqual([]);
    for (const each of ofYear) {
      const result = score(house(each).ruleset, unit!);
      expect(result.indicators.filter(({ status }) => status !== 'scored').map((one) => explain(one, 'zh'))).toEqual(
        [],
      );
      expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(gradeText(result.grade)).toMatch(/^[^—]+$/);
    }
  });
});

function titleOf({ example, indicator }: PlacedExample): string {
  return `${indicator?.text ?? '总分'}：${example.note?.text ?? `第${String(example.span.start)}字起的样例`}`;
}
