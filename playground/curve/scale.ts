/** From exact figures to places on the screen. Only here does a figure become a binary one: to be drawn, never to be counted. */
import {
  add,
  compare,
  divide,
  fromBase,
  multiply,
  rational,
  type Rational,
  subtract,
  toBase,
  type Unit,
  ZERO,
} from '../../dsl/index.ts';

/** A line of places from `low` to `high`, `length` pixels long. */
export interface Scale {
  readonly low: Rational;
  readonly high: Rational;
  readonly length: number;
}

/** Where a value stands on the line, in pixels. */
export function placeOn({ low, high, length }: Scale, value: Rational): number {
  const share = divide(subtract(value, low), subtract(high, low));
  return share === undefined ? 0 : (Number(share.numerator) / Number(share.denominator)) * length;
}

/** The value at a place on the line; the place is a whole number of hundredths of a pixel, and the value exact from there on. */
export function valueOn({ low, high, length }: Scale, pixels: number): Rational {
  const share = rational(Math.round(pixels * 100), Math.round(length * 100));
  return add(low, multiply(share, subtract(high, low)));
}

/** Round figures of a unit between two values, at most `most` of them. */
export function ticks(low: Rational, high: Rational, unit: Unit, most: number): readonly Rational[] {
  const [from, to] = [fromBase(low, unit), fromBase(high, unit)];
  const width = subtract(to, from);
  if (compare(width, ZERO) <= 0) return [low];
  const step = STEPS.find((each) => compare(width, multiply(each, rational(BigInt(most)))) <= 0) ?? width;
  const first = divide(from, step);
  if (first === undefined) return [];
  const start =
    first.numerator >= 0n
      ? (first.numerator + first.denominator - 1n) / first.denominator
      : first.numerator / first.denominator;
  const found: Rational[] = [];
  for (let count = start; found.length <= most; count += 1n) {
    const value = multiply(step, rational(count));
    if (compare(value, to) > 0) break;
    found.push(toBase(value, unit));
  }
  return found;
}

/** 1, 2, 5, 10 … from a thousandth up. */
const STEPS: readonly Rational[] = Array.from({ length: 36 }, (_, index) => {
  const digit = [1n, 2n, 5n][index % 3] ?? 1n;
  const power = Math.floor(index / 3) - 3;
  return power < 0 ? rational(digit, 10n ** BigInt(-power)) : rational(digit * 10n ** BigInt(power));
});
