/** What a grade table leaves without a grade, and where two of its lines disagree, or one says nothing; each with the better line. */
import { conditionText } from '../regions/condition-text.ts';
import { added, beyondEnds, leftOut, put } from './clause-fixes.ts';
import type { Core, Measure } from '../expressions/core.ts';
import type { Fix, Report } from '../text/diagnostic.ts';
import type { GradeBand } from '../fold/grades.ts';
import {
  type End,
  intersect,
  type Interval,
  type IntervalSet,
  isEmpty,
  onIntegers,
  subtract,
  union,
} from '../numbers/interval.ts';
import { diagnose } from '../text/messages.ts';
import { compare, equal } from '../numbers/number.ts';
import { regionOf } from '../regions/regions.ts';

/** A line of the table with the totals it speaks of. */
interface Placed {
  readonly band: GradeBand;
  readonly region: IntervalSet;
}

/** The table: what is graded, the values it can have, and how the lines are written. */
interface Table {
  readonly total: Measure;
  readonly domain: IntervalSet;
  readonly text: string;
}

/** Reports what is wrong with the lines of a table of this text. */
export function gradeFindings(grades: readonly GradeBand[], total: Measure, text: string, report: Report): void {
  const core: Core = { kind: 'input', measure: total, span: { start: 0, end: 0 } };
  const domain = total.whole ? onIntegers(total.range) : total.range;
  const table: Table = { total, domain, text };
  const placed = grades.flatMap((band): readonly Placed[] => {
    const region = regionOf(band.when, core);
    return region === undefined ? [] : [{ band, region: intersect(total.whole ? onIntegers(region) : region, domain) }];
  });
  if (placed.length < grades.length || placed.length === 0) return;
  const covered = placed.map(({ region }) => region).reduce(union);
  for (const piece of subtract(domain, covered)) {
    const above = placed.find(({ region }) =>
      region.some(
        ({ low }) => low !== undefined && piece.high !== undefined && compare(low.value, piece.high.value) >= 0,
      ),
    );
    const span = (above ?? placed[0])?.band.span ?? core.span;
    const condition = conditionText(total, [piece]);
    report(diagnose('gap', span, { condition, what: '等次' }, gapFixes(piece, placed, table)));
  }
  placed.forEach(({ band, region }, index) => {
    for (const other of placed.slice(0, index)) {
      const both = intersect(region, other.region);
      if (isEmpty(both) || other.band.label === band.label) continue;
      const data = { condition: conditionText(total, both), left: other.band.label, right: band.label };
      const fixes = [
        ...lineOf(other, subtract(other.region, region), table),
        ...lineOf({ band, region }, subtract(region, other.region), table),
      ];
      report(diagnose('overlap', band.span, data, fixes));
    }
    if (!isEmpty(region)) return;
    const data = { text: band.label, reason: conditionText(total, domain), reasonEn: conditionText(total, domain) };
    report(diagnose('dead-clause', band.span, data, leftOut(band.span, text)));
  });
}

/** The grades beside a hole made to reach over it, or a line of its own. */
function gapFixes(piece: Interval, placed: readonly Placed[], table: Table): readonly Fix[] {
  const reaches = (end: End | undefined, value: End | undefined): boolean =>
    end !== undefined && value !== undefined && equal(end.value, value.value);
  const beside = placed.filter(({ region }) =>
    region.some(({ low, high }) => reaches(high, piece.low) || reaches(low, piece.high)),
  );
  const end = Math.max(...placed.map(({ band }) => band.span.end));
  const condition = conditionText(table.total, [piece]);
  return [
    ...beside.flatMap((one) => lineOf(one, union(one.region, [piece]), table)),
    ...beside.map(({ band }) => added(`；${condition}为${band.label}`, end)),
  ];
}

/** A line as it says just these values. */
function lineOf({ band }: Placed, region: IntervalSet, { total, domain, text }: Table): readonly Fix[] {
  if (isEmpty(region)) return leftOut(band.span, text);
  return put(band.span, `${conditionText(total, beyondEnds(region, domain))}为${band.label}`, text);
}
