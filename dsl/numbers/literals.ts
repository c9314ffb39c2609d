/** Literals to exact values: figures in digits or Chinese numerals, with the unit behind them; dates as days. */
import type { Quantity } from '../text/ast.ts';
import { parseDecimal } from './decimal.ts';
import { type Rational, divide, multiply, rational } from './number.ts';
import { foldWidth } from '../text/source.ts';
import { type Unit, toBase, unitNamed } from './units.ts';

const DIGITS = new Map(Array.from('零一二三四五六七八九').map((char, index) => [char, BigInt(index)]));
const TENS = new Map([
  ['十', 10n],
  ['百', 100n],
  ['千', 1000n],
]);

/** The number a figure stands for; undefined when it is malformed or too long. */
export function figureValue(figure: string): Rational | undefined {
  const text = foldWidth(figure).trim();
  if (/^[\d.,]+$/.test(text)) return parseDecimal(text.startsWith('.') ? `0${text}` : text);
  if (text.startsWith('百分之')) {
    const share = figureValue(text.slice(3));
    return share === undefined ? undefined : multiply(share, rational(1n, 100n));
  }
  const parts = /^(.+)分之(.+)$/.exec(text) ?? /^(\d+)\/(\d+)$/.exec(text);
  if (parts !== null) {
    const [upper, lower] = text.includes('/') ? [parts[1], parts[2]] : [parts[2], parts[1]];
    const [part, whole] = [figureValue(upper ?? ''), figureValue(lower ?? '')];
    return part === undefined || whole === undefined ? undefined : divide(part, whole);
  }
  if (text === '半') return rational(1n, 2n);
  const whole = numeral(text.replace(/两/g, '二').replace(/〇/g, '零'));
  return whole === undefined ? undefined : rational(whole);
}

function numeral(text: string): bigint | undefined {
  let total = 0n;
  let digit: bigint | undefined;
  for (const char of text) {
    const scale = TENS.get(char);
    if (scale !== undefined) {
      total += (digit ?? 1n) * scale;
      digit = undefined;
    } else {
      digit = DIGITS.get(char);
      if (digit === undefined) return undefined;
    }
  }
  return text === '' ? undefined : total + (digit ?? 0n);
}

/** A quantity in base units with its unit; the unit is undefined when none is written. */
export function quantityValue(
  quantity: Quantity,
): { readonly value: Rational; readonly unit: Unit | undefined } | undefined {
  const figure = figureValue(quantity.figure);
  if (figure === undefined) return undefined;
  const unit = quantity.unit === undefined ? undefined : unitNamed(quantity.unit);
  const percent = quantity.figure.startsWith('百分之') ? unitNamed('%') : undefined;
  return { value: unit === undefined ? figure : toBase(figure, unit), unit: unit ?? percent };
}

const DATE = /^(?:(\d{4})[年\-/.])?(?:(\d{1,2})(?:[月\-/.](?:(\d{1,2})[日号]?)?)?)?(底|末)?$/;

/** Days since 1970-01-01 of a date; a month or year alone, or with 底, is its last day. `year` stands in for a missing one. */
export function dateValue(text: string, year: number): Rational | undefined {
  const found = DATE.exec(foldWidth(text).replace(/\s/g, ''));
  if (found === null) return undefined;
  const [, yearText, monthText, dayText] = found;
  if (yearText === undefined && monthText === undefined) return undefined;
  const month = monthText === undefined ? 12 : parseInt(monthText, 10);
  const inYear = yearText === undefined ? year : parseInt(yearText, 10);
  const last = new Date(Date.UTC(inYear, month, 0)).getUTCDate();
  const day = dayText === undefined ? last : parseInt(dayText, 10);
  if (month < 1 || month > 12 || day < 1 || day > last) return undefined;
  return rational(Math.round(Date.UTC(inYear, month - 1, day) / 86_400_000));
}

/** The date of a day count, as `2021-03-31`. */
export function dateText(days: Rational): string {
  return new Date(Number(days.numerator) * 86_400_000).toISOString().slice(0, 10);
}
