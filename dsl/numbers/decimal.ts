/**
 * Decimals in and out: the text a person wrote becomes an exact number, an exact number becomes the text a person reads.
 * The only file that imports decimal.js, which lays out the digits of numbers that are rounded already; it never divides or rounds
 * here, since a quotient such as 1÷3 has no last digit and is exact only as a Rational. Percent signs, units and full-width digits
 * are for the lexer.
 */
import { Decimal } from 'decimal.js';
import { type Rational, type RoundingMode, rational, round, toExactText } from './number.ts';

const MAX_DIGITS = 60;

const DECIMAL = /^[+-]?(?:[0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?$/;

/**
 * The exact value of a decimal: ASCII digits, an optional sign, an optional point with digits behind it (`.5` too, as some databases
 * export it), separators only between groups of three (`1,234.5`). Undefined for any other text (spaces, exponents, `5.`, `1,23`)
 * and beyond 60 digits.
 */
export function parseDecimal(text: string): Rational | undefined {
  // Sign, point and separators add less than half of the digits: a longer text is refused unread.
  if (text.length > 2 * MAX_DIGITS || !DECIMAL.test(text)) return undefined;
  const digits = text.replace(/[^0-9]/g, '').length;
  if (digits === 0 || digits > MAX_DIGITS) return undefined;
  const plain = text.replaceAll(',', '');
  const dot = plain.indexOf('.');
  if (dot < 0) return rational(BigInt(plain));
  // The digits are the numerator already; by way of a Decimal the same number comes out several times slower.
  return rational(BigInt(plain.slice(0, dot) + plain.slice(dot + 1)), 10n ** BigInt(plain.length - dot - 1));
}

/** The value rounded to `places` (0 to 30) and written with exactly that many decimals: 12.5 to 2 → `12.50`. Never `-0.00`. */
export function toFixedText(value: Rational, places: number, mode: RoundingMode = 'half-up'): string {
  return new Decimal(toExactText(round(value, places, mode))).toFixed(places);
}

/** The value rounded to `maxPlaces` (0 to 30), without trailing zeros: 12.50 → `12.5`, 3.00 → `3`. */
export function toShortText(value: Rational, maxPlaces: number, mode: RoundingMode = 'half-up'): string {
  return toExactText(round(value, maxPlaces, mode));
}
