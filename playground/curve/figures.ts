/** Figures along a measure: how they are shown, how far apart they are dragged, and between which a threshold may be moved. */
import {
  add,
  compare,
  divide,
  fromBase,
  type Measure,
  multiply,
  ONE,
  rational,
  type Rational,
  round,
  subtract,
  toShortText,
  toBase,
  type Unit,
  unitNamed,
  ZERO,
} from '../../dsl/index.ts';
import type { Threshold } from '../../engine/index.ts';

/** A value of a measure with its unit, to two places. */
export function valueText(value: Rational, unit: Unit): string {
  return `${toShortText(fromBase(value, unit), 2)}${unit.name === '比率' ? '' : unit.name}`;
}

/** The unit values of a measure are shown in: a ratio in per cent. */
export function shownUnit({ unit }: Measure): Unit {
  return unit.dimension.length === 0 ? (unitNamed('%') ?? unit) : unit;
}

/** A value in its unit as a number only, to four places: for those who are told where a slider stands. */
export function roughText(value: Rational, unit: Unit): string {
  return toShortText(fromBase(value, unit), 4);
}

/** How far apart dragged values are: a power of ten of the unit, at least a dozen of them in a window; whole things move by one. */
export function gridOf(measure: Measure, low: Rational, high: Rational): Rational {
  const unit = shownUnit(measure);
  const width = fromBase(subtract(high, low), unit);
  let step = ONE;
  while (compare(multiply(step, rational(ENOUGH)), width) > 0) step = multiply(step, TENTH);
  while (compare(multiply(step, rational(ENOUGH * 10)), width) <= 0) step = multiply(step, rational(10));
  const own = toBase(step, unit);
  return measure.whole && compare(own, ONE) < 0 ? ONE : own;
}

const ENOUGH = 12;
const TENTH = rational(1, 10);

/** The value of the grid nearest to one. */
export function snapped(value: Rational, grid: Rational): Rational {
  return multiply(round(divide(value, grid) ?? ZERO, 0, 'half-up'), grid);
}

/** The least and the greatest value a threshold may be given: it stays in the range of its measure and passes no other one. */
export function boundsOf(
  threshold: Threshold,
  all: readonly Threshold[],
  measure: Measure,
  grid: Rational,
): { readonly low: Rational | undefined; readonly high: Rational | undefined } {
  if (threshold.kind === 'step') return { low: grid, high: undefined };
  const twice = threshold.ways.length > 1;
  const others = all
    .filter(({ kind, ways }) => kind === 'threshold' && ways.length === threshold.ways.length)
    .map(({ value }) => value);
  const before = others.filter((value) => compare(value, threshold.value) < 0).toSorted(compare);
  const behind = others.filter((value) => compare(value, threshold.value) > 0).toSorted(compare);
  const [last, next] = [before.at(-1), behind[0]];
  const range = { low: twice ? ZERO : measure.range[0]?.low?.value, high: measure.range.at(-1)?.high?.value };
  return {
    low: last === undefined ? range.low : add(last, grid),
    high: next === undefined ? range.high : subtract(next, grid),
  };
}

/** A value cut to its bounds. */
export function within(
  value: Rational,
  { low, high }: { readonly low: Rational | undefined; readonly high: Rational | undefined },
): Rational {
  if (low !== undefined && compare(value, low) < 0) return low;
  return high !== undefined && compare(value, high) > 0 ? high : value;
}
