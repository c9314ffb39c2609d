/** 样例: figures and answers with the result they must give, scored by the very scorer that scores units. */
import { type Diagnostic, equal, nameKey } from '../../dsl/index.ts';
import { constantOf } from '../ruleset/constant.ts';
import { shownPoints } from '../values/figure.ts';
import { gradeText } from '../score/json.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { IndicatorResult, ScoreResult, Status } from '../values/result.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { Example, IndicatorNode, RulesetFile } from '../files/ruleset-file.ts';
import { scorer } from '../score/score.ts';
import type { UnitFile } from '../files/unit-file.ts';

/** An example where it stands: under an indicator, or under the whole file. */
export interface PlacedExample {
  readonly example: Example;
  readonly indicator: Text | undefined;
}

/** Every example of a ruleset's file, those of its indicators first. */
export function examplesOf(file: RulesetFile): readonly PlacedExample[] {
  const inside = (nodes: readonly IndicatorNode[]): readonly PlacedExample[] =>
    nodes.flatMap((node) =>
      node.kind === 'group'
        ? inside(node.children)
        : node.examples.map((example) => ({ example, indicator: node.name })),
    );
  return [...inside(file.indicators), ...file.examples.map((example) => ({ example, indicator: undefined }))];
}

/** Scores all examples of a ruleset: what they hold that cannot be used, and where they expect something else. Nothing when all hold. */
export function runExamples(
  ruleset: Ruleset,
  examples: readonly PlacedExample[] = examplesOf(ruleset.file),
): readonly Diagnostic[] {
  const score = scorer(ruleset);
  return examples.flatMap((placed) => {
    const result = score(exampleUnit(placed.example, ruleset.file));
    const faults = result.diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, severity, span, data, fixes }): Diagnostic => ({ code, severity, span, data, fixes }));
    return [...faults, ...differences(placed, result)];
  });
}

/** The unit an example describes: its figures and answers under the ruleset's own head. */
export function exampleUnit({ data, judgements }: Example, file: RulesetFile): UnitFile {
  const { family, fiscalYear, fiscalYearText } = file;
  return {
    file: file.file,
    name: file.title,
    family,
    fiscalYear,
    fiscalYearText,
    note: undefined,
    data,
    judgements,
    claim: undefined,
  };
}

function differences({ example, indicator }: PlacedExample, result: ScoreResult): readonly Diagnostic[] {
  const { points, total, grade, indicators, note } = example;
  const sample = note === undefined ? {} : { sample: note.text };
  const wanted = [
    ...(indicator === undefined || points === undefined ? [] : [{ name: indicator, points }]),
    ...indicators,
  ];
  const failed = (text: Text, name: string, actual: string): Diagnostic =>
    diagnoseFile('example-failed', text.span, { ...sample, name, expected: text.text, actual });
  const found = wanted.flatMap(({ name, points: expected }) => {
    const one = result.indicators.find((each) => nameKey(each.name) === nameKey(name.text));
    if (one === undefined) return [diagnoseFile('unknown-indicator', name.span, { name: name.text })];
    return meets(expected.text, one.points) ? [] : [failed(expected, one.name, pointsText(one))];
  });
  if (total !== undefined && !meets(total.text, result.total.points)) {
    const { points: sum, low, high } = result.total;
    found.push(
      failed(
        total,
        '总分',
        sum === undefined ? `${shownPoints(low)}—${high ? shownPoints(high) : ''}` : shownPoints(sum),
      ),
    );
  }
  const actual = gradeText(result.grade) ?? '—';
  if (grade !== undefined && grade.text.trim() !== actual) found.push(failed(grade, '等次', actual));
  return found;
}

function meets(expected: string, points: IndicatorResult['points']): boolean {
  const number = constantOf(expected);
  return number !== undefined && points !== undefined && equal(number, points);
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  'scored': '',
  'missing': '缺数据',
  'open': '读法未定',
  'gap': '标准有空档',
  'overlap': '标准有重叠',
  'not-applicable': '不适用',
  'division-by-zero': '除数为零',
  'error': '标准有误',
};

function pointsText({ points, status, low, high }: IndicatorResult): string {
  if (points !== undefined) return shownPoints(points);
  return `${STATUS_WORDS[status]}（${shownPoints(low)}—${shownPoints(high)}）`;
}
