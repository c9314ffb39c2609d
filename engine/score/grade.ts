/** The grade of a total, and how far it is from the grades beside it; over a range of totals, the grades of both ends. */
import { type Core, type IntervalSet, type Rational, compare, contains, regionOf, subtract } from '../../dsl/index.ts';
import type { EffectOutcome, GradeResult } from '../values/result.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';

/** The grade of totals from `low` to `high`; undefined when the ruleset has no grades. */
export function gradeOf(ruleset: Ruleset, low: Rational, high: Rational | undefined): GradeResult | undefined {
  const rungs = rungsOf(ruleset);
  if (rungs.length === 0) return undefined;
  const at = (points: Rational): Rung | undefined => rungs.find(({ region }) => contains(region, points));
  const [lower, upper] = [at(low), high === undefined ? rungs.at(-1) : at(high)];
  const certain = high !== undefined && compare(low, high) === 0;
  const agreed = lower !== undefined && lower === upper && certain ? lower : undefined;
  const above =
    agreed?.from === undefined ? undefined : { threshold: agreed.from, distance: subtract(low, agreed.from) };
  const following = rungs.find(({ from }) => from !== undefined && compare(from, low) > 0);
  const next =
    agreed === undefined || following?.from === undefined
      ? undefined
      : { label: following.label, threshold: following.from, distance: subtract(following.from, low) };
  return { low: lower?.label, high: upper?.label, above, next };
}

interface Rung {
  readonly label: string;
  readonly region: IntervalSet;
  readonly from: Rational | undefined;
}

/** The grades with the totals they stand for, lowest first. */
function rungsOf({ grades, total }: Ruleset): readonly Rung[] {
  const core: Core = { kind: 'input', measure: total, span: { start: 0, end: 0 } };
  return grades
    .flatMap(({ label, when }): readonly Rung[] => {
      const region = regionOf(when, core);
      return region === undefined ? [] : [{ label, region, from: region[0]?.low?.value }];
    })
    .sort((left, right) =>
      left.from === undefined ? -1 : right.from === undefined ? 1 : compare(left.from, right.from),
    );
}

/**
 * The grade once sentences that settle it are heard: 直接定为差. Of several the lowest counts; one that may or may not apply makes
 * the grade a range.
 */
export function gradeUnder(
  effects: readonly EffectOutcome[],
  ruleset: Ruleset,
  grade: GradeResult | undefined,
): GradeResult | undefined {
  const order = rungsOf(ruleset).map(({ label }) => label);
  const byRank = (labels: readonly (string | undefined)[]): readonly (string | undefined)[] =>
    labels.toSorted((left, right) => order.indexOf(left ?? '') - order.indexOf(right ?? ''));
  const labels = (sure: boolean): readonly string[] =>
    effects.flatMap(({ holds, grade: label }) =>
      label !== undefined && holds !== false && (holds === true) === sure ? [label] : [],
    );
  const [settled, possible] = [byRank(labels(true))[0], labels(false)];
  if (settled === undefined && possible.length === 0) return grade;
  const ends = settled === undefined ? [grade?.low, grade?.high] : [settled];
  const all = byRank([...ends, ...possible]);
  // A sentence can only lower a grade that another sentence has settled.
  const high = settled ?? all.at(-1);
  return { low: all[0], high, above: undefined, next: undefined };
}
