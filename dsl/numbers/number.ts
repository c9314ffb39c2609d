/**
 * The exact value: a ratio of two whole numbers, in which every figure of a scoring is computed.
 * Nothing here is ever approximate: a value is only rounded where a caller names places and a mode.
 * It knows no units, no percent signs and no user's text; decimals come in and go out through decimal.ts.
 */

/** An exact number. Always in lowest terms with `denominator` > 0, so equal numbers have equal parts. Build it with {@link rational} only. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * How a number between two steps is settled: `half-up` 四舍五入 (ties away from zero), `half-even` 四舍六入五成双 (ties to the even
 * digit, GB/T 8170), `up` 进一 (always away from zero), `down` 截尾 (always toward zero).
 */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';

/** The most decimal places {@link round} takes. */
export const MAX_PLACES = 30;

/** 0 */
export const ZERO: Rational = { numerator: 0n, denominator: 1n };

/** 1 */
export const ONE: Rational = { numerator: 1n, denominator: 1n };

const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: MAX_PLACES + 1 }, (_, places) => 10n ** BigInt(places));

/** The number `numerator ÷ denominator`. Throws RangeError on a number that is no safe integer, and on a zero denominator. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const below = whole(denominator);
  if (below === 0n) throw new RangeError('a rational needs a denominator other than 0');
  const above = whole(numerator);
  return below < 0n ? lowestTerms(-above, -below) : lowestTerms(above, below);
}

/** left + right */
export function add(left: Rational, right: Rational): Rational {
  const d1 = left.denominator;
  const d2 = right.denominator;
  if (d1 === d2) return lowestTerms(left.numerator + right.numerator, d1);
  if (d1 === 1n) return { numerator: left.numerator * d2 + right.numerator, denominator: d2 };
  if (d2 === 1n) return { numerator: left.numerator + right.numerator * d1, denominator: d1 };
  // Knuth, TAOCP 4.5.1: only the factor shared by the denominators can cancel in the sum.
  const shared = gcd(d1, d2);
  if (shared === 1n) return { numerator: left.numerator * d2 + right.numerator * d1, denominator: d1 * d2 };
  const rest = d1 / shared;
  const sum = left.numerator * (d2 / shared) + right.numerator * rest;
  const cancelled = gcd(sum, shared);
  return { numerator: sum / cancelled, denominator: rest * (d2 / cancelled) };
}

/** left − right */
export function subtract(left: Rational, right: Rational): Rational {
  return add(left, negate(right));
}

/** left × right */
export function multiply(left: Rational, right: Rational): Rational {
  return product(left.numerator, left.denominator, right.numerator, right.denominator);
}

/** left ÷ right; undefined when `right` is zero: what a division by zero means is for the caller to say. */
export function divide(left: Rational, right: Rational): Rational | undefined {
  const divisor = right.numerator;
  if (divisor === 0n) return undefined;
  return divisor < 0n
    ? product(left.numerator, left.denominator, -right.denominator, -divisor)
    : product(left.numerator, left.denominator, right.denominator, divisor);
}

/** −value */
export function negate(value: Rational): Rational {
  return { numerator: -value.numerator, denominator: value.denominator };
}

/** The distance from zero. */
export function absolute(value: Rational): Rational {
  return value.numerator < 0n ? negate(value) : value;
}

/** The order of two numbers: −1 when left ＜ right, 0 when they are equal, 1 when left ＞ right. */
export function compare(left: Rational, right: Rational): -1 | 0 | 1 {
  if (left.denominator === right.denominator) return order(left.numerator, right.numerator);
  return order(left.numerator * right.denominator, right.numerator * left.denominator);
}

/** Whether two numbers are the same number. */
export function equal(left: Rational, right: Rational): boolean {
  return left.numerator === right.numerator && left.denominator === right.denominator;
}

/** −1 below zero, 0 at zero, 1 above. */
export function sign(value: Rational): -1 | 0 | 1 {
  return order(value.numerator, 0n);
}

/** The smaller of two numbers. */
export function minimum(left: Rational, right: Rational): Rational {
  return compare(left, right) <= 0 ? left : right;
}

/** The larger of two numbers. */
export function maximum(left: Rational, right: Rational): Rational {
  return compare(left, right) >= 0 ? left : right;
}

/** The largest whole number not above the value: −2.5 → −3. */
export function floor(value: Rational): Rational {
  if (value.denominator === 1n) return value;
  const toward0 = value.numerator / value.denominator;
  return integer(value.numerator < 0n ? toward0 - 1n : toward0);
}

/** The smallest whole number not below the value: −2.5 → −2. */
export function ceil(value: Rational): Rational {
  if (value.denominator === 1n) return value;
  const toward0 = value.numerator / value.denominator;
  return integer(value.numerator < 0n ? toward0 : toward0 + 1n);
}

/** The whole part, toward zero: −2.5 → −2. */
export function truncate(value: Rational): Rational {
  return value.denominator === 1n ? value : integer(value.numerator / value.denominator);
}

/** Whether the value is a whole number. */
export function isInteger(value: Rational): boolean {
  return value.denominator === 1n;
}

/** The value to `places` decimals (whole, 0 to {@link MAX_PLACES}, else RangeError). A value that already ends there is unchanged. */
export function round(value: Rational, places: number, mode: RoundingMode): Rational {
  const scale = POWERS_OF_TEN[places];
  if (scale === undefined)
    throw new RangeError(`decimal places are whole, from 0 to ${String(MAX_PLACES)}: ${String(places)}`);
  if (value.denominator === 1n) return value;
  const scaled = value.numerator * scale;
  const toward0 = scaled / value.denominator;
  const rest = scaled % value.denominator;
  if (rest === 0n) return value;
  const outward = scaled < 0n ? -1n : 1n;
  const tie = order(2n * outward * rest, value.denominator);
  return lowestTerms(movesOutward(mode, tie, toward0) ? toward0 + outward : toward0, scale);
}

/**
 * The number as text, losing nothing: a plain decimal when its decimals end (`-3`, `0.5`; no trailing zeros, no exponent), else
 * `p/q` in lowest terms. Equal numbers have equal texts.
 */
export function toExactText(value: Rational): string {
  if (value.denominator === 1n) return value.numerator.toString();
  const places = endingPlaces(value.denominator);
  if (places === undefined) return `${value.numerator.toString()}/${value.denominator.toString()}`;
  const scaled = (value.numerator * 10n ** BigInt(places)) / value.denominator;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The number that {@link toExactText} wrote; undefined when the text is of neither form. Terms need not be the lowest. */
export function fromExactText(text: string): Rational | undefined {
  const [, signed, decimals, below] = /^(-?[0-9]+)(?:\.([0-9]+)|\/([0-9]+))?$/.exec(text) ?? [];
  if (signed === undefined) return undefined;
  if (decimals !== undefined) return rational(BigInt(signed + decimals), 10n ** BigInt(decimals.length));
  if (below === undefined) return integer(BigInt(signed));
  const denominator = BigInt(below);
  return denominator === 0n ? undefined : lowestTerms(BigInt(signed), denominator);
}

function whole(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`a rational is built from whole numbers: ${String(value)}`);
  return BigInt(value);
}

function integer(value: bigint): Rational {
  return { numerator: value, denominator: 1n };
}

/** `denominator` > 0. */
function lowestTerms(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 1n) return { numerator, denominator };
  const shared = gcd(numerator, denominator);
  return shared === 1n
    ? { numerator, denominator }
    : { numerator: numerator / shared, denominator: denominator / shared };
}

/** (n1 ÷ d1) × (n2 ÷ d2), each pair in lowest terms, d1 and d2 > 0: cancelling crosswise first leaves the product in lowest terms. */
function product(n1: bigint, d1: bigint, n2: bigint, d2: bigint): Rational {
  if (d1 === 1n && d2 === 1n) return integer(n1 * n2);
  const first = d2 === 1n ? 1n : gcd(n1, d2);
  const second = d1 === 1n ? 1n : gcd(n2, d1);
  if (first === 1n && second === 1n) return { numerator: n1 * n2, denominator: d1 * d2 };
  return { numerator: (n1 / first) * (n2 / second), denominator: (d1 / second) * (d2 / first) };
}

/** The greatest common divisor, positive; `right` > 0. */
function gcd(left: bigint, right: bigint): bigint {
  let a = left < 0n ? -left : left;
  let b = right;
  // Each step of bigint division allocates; once both fit in a double the same steps are exact there and several times quicker.
  while (a > SAFE || b > SAFE) {
    if (b === 0n) return a;
    [a, b] = [b, a % b];
  }
  let x = Number(a);
  let y = Number(b);
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function order(left: bigint, right: bigint): -1 | 0 | 1 {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether a rest other than zero moves the last digit away from zero; `tie` orders twice the rest against the step. */
function movesOutward(mode: RoundingMode, tie: -1 | 0 | 1, toward0: bigint): boolean {
  switch (mode) {
    case 'half-up':
      return tie >= 0;
    case 'half-even':
      return tie > 0 || (tie === 0 && toward0 % 2n !== 0n);
    case 'up':
      return true;
    case 'down':
      return false;
    default:
      return mode satisfies never;
  }
}

/** How many decimals 1 ÷ denominator has; undefined when they never end, that is when a prime other than 2 and 5 is left. */
function endingPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
