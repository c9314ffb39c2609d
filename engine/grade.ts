/** The grade of a total, and how far it is from the grades beside it; over a range of totals, the grades of both ends. */
import { type Core, type Rational, compare, contains, regionOf, subtract } from '../dsl/index.ts';
import type { EffectOutcome, GradeResult } from './result.ts';
import type { Ruleset } from './ruleset.ts';

/** The grade of totals from `low` to `high`; undefined when the ruleset has no grades. */
export function gradeOf({ grades, total }: Ruleset, low: Rational, high: Rational): GradeResult | undefined {
  if (grades.length === 0) return undefined;
  const core: Core = { kind: 'input', measure: total, span: { start: 0, end: 0 } };
  const rungs = grades
    .flatMap(({ label, when }) => {
      const region = regionOf(when, core);
      return region === undefined ? [] : [{ label, region, from: region[0]?.low?.value }];
    })
    .sort((left, right) =>
      left.from === undefined ? -1 : right.from === undefined ? 1 : compare(left.from, right.from),
    );
  const at = (points: Rational): (typeof rungs)[number] | undefined =>
    rungs.find(({ region }) => contains(region, points));
  const [lower, upper] = [at(low), at(high)];
  const agreed = lower !== undefined && lower === upper && compare(low, high) === 0 ? lower : undefined;
  const above =
    agreed?.from === undefined ? undefined : { threshold: agreed.from, distance: subtract(low, agreed.from) };
  const following = rungs.find(({ from }) => from !== undefined && compare(from, low) > 0);
  const next =
    agreed === undefined || following?.from === undefined
      ? undefined
      : { label: following.label, threshold: following.from, distance: subtract(following.from, low) };
  return { low: lower?.label, high: upper?.label, above, next };
}

/** The grade once sentences that settle it are heard: 直接定为差. */
export function gradeUnder(effects: readonly EffectOutcome[], grade: GradeResult | undefined): GradeResult | undefined {
  const settled = effects.filter((effect) => effect.grade !== undefined && effect.holds !== false);
  const sure = settled.find(({ holds }) => holds === true)?.grade;
  if (sure !== undefined) return { low: sure, high: sure, above: undefined, next: undefined };
  const possible = settled[0]?.grade;
  return possible === undefined ? grade : { low: possible, high: grade?.high, above: undefined, next: undefined };
}
