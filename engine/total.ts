/**
 * From indicators to the total: sums, points that leave their item, weights dropped where an indicator does not apply and the rest
 * scaled up, and what a sentence does to the whole. While anything is open the total is a range.
 */
import { type Rational, ZERO, add, divide, equal, maximum, minimum, multiply, negate } from '../dsl/index.ts';
import type { EffectOutcome, IndicatorResult } from './result.ts';

/** Points and weight of several indicators; `points` is undefined while one of them has none. */
export interface Sums {
  readonly points: Rational | undefined;
  readonly weight: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

/** The plain sum of some indicators; those dropped count neither points nor weight. */
export function sumOf(indicators: readonly IndicatorResult[]): Sums {
  const counted = indicators.filter(({ dropped }) => !dropped);
  const of = (pick: (indicator: IndicatorResult) => Rational): Rational => counted.map(pick).reduce(add, ZERO);
  const low = of((indicator) => indicator.low);
  const scored = counted.every(({ status }) => status === 'scored');
  return { points: scored ? low : undefined, weight: of(({ weight }) => weight), low, high: of(({ high }) => high) };
}

/** The total: 剔除并折算 scales to the full weight, 扣总分 is taken from it, 总分为零 settles it. It is never below 0. */
export function totalOf(indicators: readonly IndicatorResult[], effects: readonly EffectOutcome[]): Sums {
  const own = sumOf(indicators);
  const weight = indicators.map((indicator) => indicator.weight).reduce(add, ZERO);
  const scale = divide(weight, own.weight) ?? ZERO;
  const carried = (end: 'low' | 'high'): Rational =>
    indicators.map((indicator) => indicator.carried[end]).reduce(add, ZERO);
  const low = maximum(ZERO, add(multiply(own.low, scale), carried('low')));
  const high = maximum(ZERO, add(multiply(own.high, scale), carried('high')));
  const settled = effects.flatMap(({ holds, total }) =>
    total === undefined || holds === false ? [] : [{ holds, total }],
  );
  const sure = settled.filter(({ holds }) => holds === true).map(({ total }) => total);
  const possible = settled.map(({ total }) => total);
  if (sure.length > 0) {
    const least = possible.reduce(minimum);
    const most = sure.reduce(minimum);
    return { points: possible.length === sure.length ? most : undefined, weight, low: least, high: most };
  }
  const certain = own.points !== undefined && possible.length === 0 && equal(carried('low'), carried('high'));
  return { points: certain ? low : undefined, weight, low: [low, ...possible].reduce(minimum), high };
}

/** What a unit may lose at most by deductions from the total that cannot be told yet. */
export function unknownCarry(weight: Rational): { readonly low: Rational; readonly high: Rational } {
  return { low: negate(weight), high: ZERO };
}

/** The same at both ends. */
export function fixedCarry(points: Rational): { readonly low: Rational; readonly high: Rational } {
  return { low: points, high: points };
}
