/** The places of a slider as exact figures: from one end to the other in steps that are plain decimals of the unit. */
import {
  absolute,
  add,
  compare,
  divide,
  fromBase,
  type Measure,
  multiply,
  negate,
  ONE,
  rational,
  type Rational,
  round,
  sign,
  subtract,
  toBase,
  truncate,
  ZERO,
} from '../../dsl/index.ts';
import { shownUnit } from '../curve/figures.ts';

/** A slider: `low`, then `count` steps up. In base units. */
export interface SliderRange {
  readonly low: Rational;
  readonly step: Rational;
  readonly count: number;
}

const STEPS = rational(200);
const TEN = rational(10);
const TENTH = rational(1, 10);

/** The range a measure declares; where that has no end, twice what the unit has. */
export function rangeOf(measure: Measure, value: Rational | undefined): SliderRange {
  const unit = shownUnit(measure);
  const has = value === undefined ? ZERO : absolute(fromBase(value, unit));
  const wide = roundAbove(sign(has) === 0 ? rational(50) : has);
  const declared = { low: measure.range[0]?.low?.value, high: measure.range.at(-1)?.high?.value };
  const low = declared.low === undefined ? negate(wide) : fromBase(declared.low, unit);
  const top = declared.high === undefined ? undefined : fromBase(declared.high, unit);
  const high = top === undefined || compare(top, multiply(wide, rational(1000))) > 0 ? wide : top;
  let step = ONE;
  while (compare(multiply(step, STEPS), subtract(high, low)) > 0) step = multiply(step, TENTH);
  while (compare(multiply(multiply(step, TEN), STEPS), subtract(high, low)) <= 0) step = multiply(step, TEN);
  const own = measure.whole && compare(step, ONE) < 0 ? ONE : step;
  const count = divide(subtract(high, low), own) ?? ONE;
  return { low: toBase(low, unit), step: toBase(own, unit), count: Math.max(1, whole(truncate(count))) };
}

/** 1, 2 or 5 times a power of ten, at least twice a figure. */
function roundAbove(figure: Rational): Rational {
  const wanted = multiply(figure, rational(2));
  let power = rational(1, 1000);
  for (;;) {
    for (const digit of [1, 2, 5]) {
      const round = multiply(power, rational(digit));
      if (compare(round, wanted) >= 0) return round;
    }
    power = multiply(power, TEN);
  }
}

/** The figure at a place of the slider. */
export function figureAt({ low, step }: SliderRange, place: number): Rational {
  return add(low, multiply(step, rational(place)));
}

/** The place of the slider nearest to a figure. */
export function placeOf({ low, step, count }: SliderRange, figure: Rational): number {
  const steps = divide(subtract(figure, low), step) ?? ZERO;
  return Math.min(count, Math.max(0, whole(round(steps, 0, 'half-up'))));
}

function whole({ numerator }: Rational): number {
  return Number(numerator);
}
