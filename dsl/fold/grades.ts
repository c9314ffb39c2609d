/** Grade tables: which grade a total gets, what they leave without one, and where two lines disagree. */
import { inputOf } from '../expressions/check.ts';
import type { Core, Measure } from '../expressions/core.ts';
import type { Report } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import { namesOf } from '../words/names.ts';
import { equal } from '../numbers/number.ts';
import { parseGrades } from '../grammar/parser.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import { type Bound, type Test, mapRanges, rangesOf } from '../expressions/ranges.ts';
import { ladderCores } from '../conditions/test-core.ts';
import { tester } from '../conditions/tests.ts';

/** One line of a grade table with meaning. */
export interface GradeBand {
  readonly label: string;
  readonly when: Core;
  readonly span: Span;
}

const TOTAL_NAMES =
  '得分 总分 总得分 总评分 综合得分 综合评分 评价得分 考核得分 考评得分 最终得分 评分 分数 总分数 分值'.split(' ');

/** Reads a grade table over `total`. */
export function readGrades(text: string, total: Measure, scope: Scope, report: Report): readonly GradeBand[] {
  const names = namesOf(TOTAL_NAMES.map((name) => [name, { name: total.name, role: 'data' }] as const));
  const own: Scope = {
    ...scope,
    names,
    own: inputOf(total, { start: 0, end: 0 }),
    measures: [total],
    measure: (name) => (name === total.name ? total : undefined),
  };
  const lines = parseGrades(text, names, report);
  const speaker = tester(own, report, text);
  const read = lines.flatMap((line) => {
    const test = speaker.test(line.condition);
    return test === undefined ? [] : [{ line, test }];
  });
  const cores = ladderCores(
    firmEnds(
      read.map(({ test }) => test),
      text,
      report,
    ),
    text,
    report,
  );
  return read.flatMap(({ line }, index) => {
    const when = cores[index];
    return when === undefined ? [] : [{ label: line.label, when, span: line.span }];
  });
}

/**
 * The ends that grade tables settle by themselves: where one range starts from 60 (60分至75分) and another ends there in 60分以下, none of
 * them marked, 60 starts the first. So it does in 60分以上 where other lines of the table say 90分以上（含90分）.
 */
function firmEnds(tests: readonly Test[], text: string, report: Report): readonly Test[] {
  const ranges = tests.flatMap(rangesOf);
  const tops = ranges.flatMap(({ low, high }) => (high?.by === 'word' && high !== low ? high : []));
  const marked = ranges.some(({ low, high }) => low?.by === 'mark' && low.closed === true && high === undefined);
  return tests.map((test) =>
    mapRanges(test, (range) => {
      const { low, high } = range;
      const value = low?.constant;
      const starts = high === undefined ? marked && low?.by === 'word' : low?.by === 'none';
      if (low === undefined || !starts || value === undefined) return range;
      const below = tops.filter(({ constant }) => constant !== undefined && equal(constant, value));
      for (const top of below) reportExcluded(top, text, report);
      return below.length === 0 ? range : { ...range, low: { ...low, closed: true, by: 'sign' } };
    }),
  );
}

function reportExcluded({ span, value }: Bound, text: string, report: Report): void {
  const fix = {
    title: { zh: '写明“（不含）”', en: 'say （不含）' },
    edits: [{ span: { start: span.end, end: span.end }, text: '（不含）' }],
  };
  const [words, number] = [span, value.span].map(({ start, end }) => text.slice(start, end));
  const data = { text: words ?? '', value: number ?? '', choice: '不含' };
  report(diagnose('boundary-by-convention', span, data, [fix]));
}
