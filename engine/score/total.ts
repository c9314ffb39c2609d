/**
 * From indicators to the total: sums, points that leave their item, weights dropped where an indicator does not apply and the rest
 * scaled up, bonuses and their caps, and what a sentence does to the whole. While anything is open the total is a range.
 */
import { type Rational, ZERO, add, divide, equal, maximum, minimum, multiply, subtract } from '../../dsl/index.ts';
import type { Judged, Way } from './indicator-result.ts';
import type { EffectOutcome, IndicatorResult } from '../values/result.ts';
import type { Caps } from '../ruleset/ruleset.ts';

/** Points and weight of several indicators; `points` is undefined while one of them has none. */
export interface Sums {
  readonly points: Rational | undefined;
  readonly weight: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

/** The total; `high` is undefined where a bonus has no end, `dropped` is the weight that does not apply. */
export interface Total extends Omit<Sums, 'high'> {
  readonly high: Rational | undefined;
  readonly dropped: Rational;
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
export function totalOf(all: readonly Judged[], effects: readonly EffectOutcome[], caps: Caps): Total {
  const indicators = all.map(({ result }) => result);
  const own = sumOf(indicators);
  const weight = indicators.map((indicator) => indicator.weight).reduce(add, ZERO);
  const dropped = subtract(weight, own.weight);
  const scale = equal(weight, own.weight) ? undefined : divide(weight, own.weight);
  const within = (points: Rational): Rational => maximum(ZERO, caps.total ? minimum(points, caps.total) : points);
  // Where nothing is left that applies, there is nothing to scale up.
  if (scale === undefined && !equal(weight, own.weight))
    return { points: undefined, weight, low: ZERO, high: within(weight), dropped };
  const ends = (end: End): Rational | undefined => sumAt(end, all, scale, caps.bonus);
  const [least, most] = [ends('low'), ends('high')];
  const low = least === undefined ? ZERO : within(least);
  const high = most === undefined ? caps.total : within(most);
  const certain = own.points !== undefined && high !== undefined && equal(low, high);
  return { ...settled({ points: certain ? low : undefined, low, high }, effects, weight), weight, dropped };
}

type End = 'low' | 'high';

/** One end of the sum of all; undefined where nothing bounds it. What each reading gives and takes stays together. */
function sumAt(
  end: End,
  all: readonly Judged[],
  scale: Rational | undefined,
  cap: Rational | undefined,
): Rational | undefined {
  const pick = end === 'low' ? minimum : maximum;
  const parts = all.map(({ result, ways }) => ways.map((way) => partsOf(way, end, result, scale)));
  const sumOver = (of: (part: Parts) => Rational | undefined): Rational | undefined =>
    parts.map((each) => each.map(of).reduce((left, right) => both(pick, left, right))).reduce(plus, ZERO);
  if (cap === undefined) return sumOver(({ stays, bonus }) => plus(stays, bonus));
  const bonus = sumOver((part) => part.bonus);
  const stays = sumOver((part) => part.stays);
  return plus(stays, bonus === undefined ? cap : minimum(bonus, cap));
}

/** What stays within the weights, deductions from the total included, and what goes beyond them. */
interface Parts {
  readonly stays: Rational | undefined;
  readonly bonus: Rational | undefined;
}

function partsOf(way: Way, end: End, { weight, dropped }: IndicatorResult, scale: Rational | undefined): Parts {
  const points = dropped ? ZERO : way[end];
  const base = minimum(points, weight);
  const carried = way.carried[end];
  const scaled = scale === undefined ? base : multiply(base, scale);
  const [taken, given] =
    carried === undefined
      ? [end === 'low' ? undefined : ZERO, end === 'low' ? ZERO : undefined]
      : [minimum(carried, ZERO), maximum(carried, ZERO)];
  return { stays: plus(scaled, taken), bonus: plus(subtract(points, base), given) };
}

function plus(left: Rational | undefined, right: Rational | undefined): Rational | undefined {
  return both(add, left, right);
}

function both(
  join: (left: Rational, right: Rational) => Rational,
  left: Rational | undefined,
  right: Rational | undefined,
): Rational | undefined {
  return left === undefined || right === undefined ? undefined : join(left, right);
}

type Range = Pick<Total, 'points' | 'low' | 'high'>;

/** The total once sentences that set it are heard; several settle on the lowest. What one sets it to may not be known yet. */
function settled(sum: Range, effects: readonly EffectOutcome[], weight: Rational): Range {
  const heard = effects
    .filter(({ kind, holds }) => kind === 'total' && holds !== false)
    .map(({ holds, total }) => ({ sure: holds === true, total, low: total ?? ZERO, high: total ?? weight }));
  if (heard.length === 0) return sum;
  const lowest = heard.map(({ low }) => low).reduce(minimum);
  const sure = heard.filter((effect) => effect.sure).map(({ high }) => high);
  if (sure.length === 0) {
    const highest = heard.map(({ high }) => high).reduce(maximum);
    return { points: undefined, low: minimum(sum.low, lowest), high: sum.high && maximum(sum.high, highest) };
  }
  const most = sure.reduce(minimum);
  const told = heard.every((effect) => effect.sure && effect.total !== undefined);
  return { points: told ? most : undefined, low: lowest, high: most };
}
