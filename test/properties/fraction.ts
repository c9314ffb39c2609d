/**
 * Fractions as a schoolbook has them: multiplied out, brought to lowest terms by subtraction-free Euclid, nothing clever.
 * Written a second time on purpose, so that the product's own numbers are checked against something that shares no line with them.
 */

/** top ÷ bottom, bottom > 0, in lowest terms. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** top ÷ bottom; bottom must not be 0. */
export function fraction(top: bigint, bottom = 1n): Fraction {
  if (bottom === 0n) throw new RangeError('a fraction over 0');
  if (bottom < 0n) return fraction(-top, -bottom);
  const shared = commonDivisor(top < 0n ? -top : top, bottom);
  return { top: top / shared, bottom: bottom / shared };
}

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}

/** left + right */
export function plus(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
}

/** left − right */
export function less(left: Fraction, right: Fraction): Fraction {
  return plus(left, fraction(-right.top, right.bottom));
}

/** left × right */
export function times(left: Fraction, right: Fraction): Fraction {
  return fraction(left.top * right.top, left.bottom * right.bottom);
}

/** left ÷ right; undefined over 0. */
export function over(left: Fraction, right: Fraction): Fraction | undefined {
  return right.top === 0n ? undefined : fraction(left.top * right.bottom, left.bottom * right.top);
}

/** Below 0 when left is smaller, 0 when they are equal, above 0 when left is larger. */
export function order(left: Fraction, right: Fraction): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The largest whole number not above. */
export function down(value: Fraction): Fraction {
  const rest = ((value.top % value.bottom) + value.bottom) % value.bottom;
  return fraction((value.top - rest) / value.bottom);
}

/** The smallest whole number not below. */
export function up(value: Fraction): Fraction {
  const flipped = down(fraction(-value.top, value.bottom));
  return fraction(-flipped.top);
}

/** The smaller one. */
export function smaller(left: Fraction, right: Fraction): Fraction {
  return order(left, right) <= 0 ? left : right;
}

/** The larger one. */
export function larger(left: Fraction, right: Fraction): Fraction {
  return order(left, right) >= 0 ? left : right;
}

/** A decimal (`-12.50`) or `p/q`, as the product writes exact numbers; throws on anything else. */
export function read(text: string): Fraction {
  const [, sign = '', digits = '', decimals = '', below] = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text) ?? [];
  if (digits === '') throw new RangeError(`no exact number: ${text}`);
  const top = BigInt(sign + digits + decimals);
  return fraction(top, below === undefined ? 10n ** BigInt(decimals.length) : BigInt(below));
}

/** The number as `top/bottom`: equal numbers have equal texts. */
export function write({ top, bottom }: Fraction): string {
  return `${top.toString()}/${bottom.toString()}`;
}
