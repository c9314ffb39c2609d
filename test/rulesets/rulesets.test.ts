/**
 * Every ruleset of the house holds its own word: it loads, links, gives the points its 样例 state, bears the right 指纹 once published,
 * and scores every unit kept beside it from the first indicator to the last.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toExactText, toShortText } from '../../dsl/index.ts';
import {
  explain,
  gradeText,
  type IndicatorNode,
  link,
  loadRuleset,
  loadUnit,
  type Ruleset,
  type RulesetFile,
  rulesetPath,
  score,
  type ScoreResult,
} from '../../engine/index.ts';

const ROOT = join(import.meta.dirname, '../../rulesets');
const RULESETS = globSync('*/*.yaml', { cwd: ROOT }).sort();

type Example = RulesetFile['examples'][number];

/** An example with the name of the indicator it stands under, if it stands under one. */
interface Placed {
  readonly title: string;
  readonly example: Example;
  readonly indicator: string | undefined;
}

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

  test.each(examplesOf(file).map((each) => [each.title, each] as const))(
    'holds for %s',
    (_title, { example, indicator }) => {
      const result = score(ruleset, unitOf(example, file));
      expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const expected = [
        ...(indicator === undefined || example.points === undefined
          ? []
          : [{ name: indicator, points: example.points }]),
        ...example.indicators.map(({ name, points }) => ({ name: name.text, points })),
      ];
      expect(expected.map(({ name }) => `${name} ${pointsOf(result, name)}`)).toEqual(
        expected.map(({ name, points }) => `${name} ${points.text}`),
      );
      if (example.total !== undefined)
        expect(toShortText(result.total.points ?? result.total.low, 8)).toBe(example.total.text);
      if (example.total !== undefined) expect(result.total.points).toBeDefined();
      if (example.grade !== undefined) expect(gradeText(result.grade)).toBe(example.grade.text);
    },
  );
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

function examplesOf(file: RulesetFile): readonly Placed[] {
  const titled = (example: Example, indicator: string | undefined): Placed => ({
    title: `${indicator ?? '总分'}：${example.note?.text ?? `第${String(example.span.start)}字起的样例`}`,
    example,
    indicator,
  });
  const inside = (nodes: readonly IndicatorNode[]): readonly Placed[] =>
    nodes.flatMap((node) =>
      node.kind === 'group' ? inside(node.children) : node.examples.map((example) => titled(example, node.name.text)),
    );
  return [...inside(file.indicators), ...file.examples.map((example) => titled(example, undefined))];
}

/** The unit an example describes: its figures and answers under the ruleset's own head. */
function unitOf(example: Example, file: RulesetFile): NonNullable<ReturnType<typeof loadUnit>['unit']> {
  const head = `单位: 样例\n家族: ${file.family.text}\n年度: ${file.fiscalYearText.text}\n数据: {}\n`;
  const { unit } = loadUnit(head, '样例');
  if (unit === undefined) throw new Error('the head of an example is whole');
  return { ...unit, data: example.data, judgements: example.judgements };
}

function pointsOf(result: ScoreResult, name: string): string {
  const one = result.indicators.find((each) => each.name === name);
  return one?.points === undefined ? (one?.status ?? 'no such indicator') : toExactText(one.points);
}
