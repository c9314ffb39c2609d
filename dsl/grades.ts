/** Grade tables: which grade a total gets, what they leave without one, and where two lines disagree. */
import { inputOf } from './check.ts';
import { conditionText } from './condition-text.ts';
import type { Core, Measure } from './core.ts';
import type { Report } from './diagnostic.ts';
import { intersect, onIntegers, subtract, union } from './interval.ts';
import { diagnose } from './messages.ts';
import { namesOf } from './names.ts';
import { compare } from './number.ts';
import { parseGrades } from './parser.ts';
import { regionOf } from './regions.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';
import { settledCores } from './test-core.ts';
import { tester } from './tests.ts';

/** One line of a grade table with meaning. */
export interface GradeBand {
  readonly label: string;
  readonly when: Core;
  readonly span: Span;
}

const TOTAL_NAMES = ['得分', '总分', '总得分', '综合得分', '评价得分', '最终得分', '评分', '分数'];

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
  const speaker = tester(own, report);
  const read = lines.flatMap((line) => {
    const test = speaker.test(line.condition);
    return test === undefined ? [] : [{ line, test }];
  });
  const cores = settledCores(
    read.map(({ test }) => test),
    text,
    report,
  );
  return read.flatMap(({ line }, index) => {
    const when = cores[index];
    return when === undefined ? [] : [{ label: line.label, when, span: line.span }];
  });
}

/** What a grade table leaves without a grade, and where two of its lines give different ones. */
export function gradeFindings(grades: readonly GradeBand[], total: Measure, report: Report): void {
  const core: Core = { kind: 'input', measure: total, span: { start: 0, end: 0 } };
  const domain = total.whole ? onIntegers(total.range) : total.range;
  const regions = grades.flatMap((band) => {
    const region = regionOf(band.when, core);
    return region === undefined ? [] : [{ band, region: intersect(total.whole ? onIntegers(region) : region, domain) }];
  });
  if (regions.length < grades.length || regions.length === 0) return;
  const covered = regions.map(({ region }) => region).reduce(union);
  for (const piece of subtract(domain, covered)) {
    const above = regions.find(({ region }) =>
      region.some(
        ({ low }) => low !== undefined && piece.high !== undefined && compare(low.value, piece.high.value) >= 0,
      ),
    );
    const span = (above ?? regions[0])?.band.span ?? core.span;
    report(diagnose('gap', span, { condition: conditionText(total, [piece]), what: '等次' }));
  }
  regions.forEach(({ band, region }, index) => {
    for (const other of regions.slice(0, index)) {
      const both = intersect(region, other.region);
      if (both.length === 0 || other.band.label === band.label) continue;
      const data = { condition: conditionText(total, both), left: other.band.label, right: band.label };
      report(diagnose('overlap', band.span, data));
    }
    if (region.length === 0) report(diagnose('dead-clause', band.span, { text: band.label }));
  });
}
