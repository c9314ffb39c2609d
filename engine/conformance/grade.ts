/** A grade table against its entry: its findings, the totals it leaves out or claims twice, the grade of each total. */
import { compare, type Measure, type Rational } from '../../dsl/index.ts';
import type { GradeEntry } from './entry.ts';
import { type EntryCase, inputText } from './reader.ts';
import { type Checking, coverageDifferences, missingFindings, unusable, unwantedFindings } from './findings.ts';
import type { Difference } from './report.ts';
import { build, type Built, ranText, runUnit } from './run.ts';
import { gradeSource, TOTAL } from './source.ts';
import { constantOf } from '../ruleset/constant.ts';
import { gradeText } from '../score/json.ts';

/** What conditions call the total. */
const TOTAL_NAMES = ['得分', '总分', '总得分', '综合得分', '评价得分', '评分', '分数'];

/** Everything in which a grade table differs from its entry. */
export function gradeDifferences(entry: GradeEntry, checking: Checking): readonly Difference[] {
  const built = build(gradeSource(entry, highestOf(entry)));
  const grades = built.file?.grades;
  const texts = grades === undefined ? [] : [grades];
  const total = built.ruleset?.total;
  const vocabulary = new Map<string, Measure>(total === undefined ? [] : TOTAL_NAMES.map((name) => [name, total]));
  const found = [
    ...missingFindings(entry.findings, entry.remark, built, texts, checking),
    ...coverageDifferences('gap', entry.gaps, built, texts, vocabulary, checking),
    ...coverageDifferences('overlap', entry.overlaps, built, texts, vocabulary, checking),
  ];
  if (!built.usable && entry.cases.length > 0) return [unusable(built, checking), ...found];
  const silent =
    !entry.remark && entry.findings.length === 0 && entry.gaps === undefined && entry.overlaps === undefined;
  return [
    ...found,
    ...(silent ? unwantedFindings(built, texts, checking) : []),
    ...(built.usable ? entry.cases.flatMap((each) => caseDifferences(each, built, checking)) : []),
  ];
}

/** 上限 high enough for every total of the entry. */
function highestOf({ weight, cases }: GradeEntry): string {
  let [text, value]: [string, Rational | undefined] = [weight, constantOf(weight)];
  for (const { input } of cases) {
    const total = input.kind === 'value' ? constantOf(input.value) : undefined;
    if (input.kind === 'value' && total !== undefined && (value === undefined || compare(total, value) > 0))
      [text, value] = [input.value, total];
  }
  return text;
}

function caseDifferences(
  { input, result }: EntryCase,
  { ruleset }: Built,
  { words, lang }: Checking,
): readonly Difference[] {
  const expected = words.case(inputText(input), result ?? words.noGrade);
  if (ruleset === undefined || input.kind !== 'value') return [{ kind: 'entry', expected, actual: words.clearInput }];
  const ran = runUnit(ruleset, new Map([[TOTAL, input.value]]), new Map());
  if (ran.kind !== 'scored') return [{ kind: 'grade', expected, actual: ranText(ran, lang, words.clearInput) }];
  const grade = gradeText(ran.result.grade);
  return grade === (result ?? null) ? [] : [{ kind: 'grade', expected, actual: grade ?? words.noGrade }];
}
