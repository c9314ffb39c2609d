/**
 * Numbers at a place of a text: figures and numerals in words with their units, dates, years and ranks. Whether a number may stand there
 * at all is for the scanner to say.
 */
import { begins, isDigit, isIdeograph, MAY, NUMERALS, UNITS } from './beginnings.ts';
import { holds, matchLength, skipBlanks } from '../text/sticky.ts';
import type { Payload } from './tokens.ts';
import { isCounted, unitNamed, UNIT_NAMES } from '../numbers/units.ts';

/** What stands at a place, and how long it is. */
export interface Piece extends Payload {
  readonly length: number;
}

/** A numeral in words, as a pattern. */
export const NUMERAL = `[${NUMERALS}]`;
const ZERO_WORD = /零(?=\s*(?:的|[,;。、)]|$|计|得|且|或|时))/y;
const FIGURE = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+/y;
/** 1/3权重分: a share written as a fraction; elsewhere a stroke divides. */
const FRACTION = /\d{1,3}\/\d{1,3}(?=\s*的?(?:权重|分值|满分))|(?<=(?:分值|权重分)的?\s*)\d{1,3}\/\d{1,3}(?![\d/])/y;
const CHINESE_FIGURE = new RegExp(`(?:百|${NUMERAL}+)分之${NUMERAL}+|${NUMERAL}+`, 'y');
const DATE =
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号]|底|末)?|底|末)|\d{1,2}月(?:\d{1,2}[日号]|底|末)|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/y;
const YEAR = /\d{4}年度?/y;
const RANK = new RegExp(`第\\s*(\\d+|${NUMERAL}+)\\s*(?:名|位|(?=\\s*(?:[-—–~至到、,;。的得计]|$)))`, 'y');
const NUMBER = new RegExp(`\\s*(?:[±+-]?\\s*\\.?\\d|第\\s*(?:\\d|${NUMERAL})|百分之)`, 'y');

/** Whether a number begins at `offset`, blanks aside; a numeral in words only with its unit. */
export function numberFollows(text: string, offset: number): boolean {
  const start = skipBlanks(text, offset);
  const first = text.charCodeAt(start);
  if (isDigit(first)) return true;
  if (isIdeograph(first) && !begins(first, MAY.numeral)) return false;
  if (zeroAt(text, start) || holds(NUMBER, text, offset)) return true;
  const length = matchLength(CHINESE_FIGURE, text, start);
  return length > 0 && UNITS.longest(text, start + length) !== undefined;
}

/** Whether 零 stands here as a value, as in 结余为零的. */
export function zeroAt(text: string, offset: number): boolean {
  return holds(ZERO_WORD, text, offset);
}

/** 第3名 */
export function rankAt(text: string, offset: number): Piece | undefined {
  if (text.charAt(offset) !== '第') return undefined;
  RANK.lastIndex = offset;
  const rank = RANK.exec(text);
  return rank === null ? undefined : { kind: 'rank', value: rank[1] ?? '', length: rank[0].length };
}

/** 2021年3月31日 */
export function dateAt(text: string, offset: number): Piece | undefined {
  const length = goesOn(text, offset) ? matchLength(DATE, text, offset) : 0;
  return length === 0 ? undefined : { kind: 'date', value: text.slice(offset, offset + length), length };
}

/** The length of a year such as 2021年度; 0 when there is none. */
export function yearAt(text: string, offset: number): number {
  return isDigit(text.charCodeAt(offset)) && goesOn(text, offset) ? matchLength(YEAR, text, offset) : 0;
}

/** 1,234.5万元; `original` is the text before widths were folded: there a full-width comma separates numbers. */
export function figureAt(text: string, original: string, offset: number): Piece | undefined {
  const digits = goesOn(text, offset)
    ? matchLength(FRACTION, text, offset) || matchLength(FIGURE, text, offset)
    : digitsEnd(text, offset) - offset;
  const comma = original.slice(offset, offset + digits).indexOf('，');
  return digits === 0 ? undefined : quantity(text, offset, comma < 0 ? digits : comma);
}

/** 百分之五, 三个; a bare numeral in words is prose. */
export function numeralAt(text: string, offset: number): Piece | undefined {
  if (!begins(text.charCodeAt(offset), MAY.numeral) || holds(ONE_EACH, text, offset)) return undefined;
  const length = matchLength(CHINESE_FIGURE, text, offset);
  const piece = length === 0 ? undefined : quantity(text, offset, length);
  const stands =
    piece?.unit !== undefined || piece?.value.includes('分之') === true || holds(MORE_NUMERALS, text, offset);
  return stands ? piece : undefined;
}

/** 一户一档 and 一次性 say no number. */
const ONE_EACH = /一(?!一)[\u4e00-\u9fff]{1,3}一[\u4e00-\u9fff]|一次性|一条龙/y;

const CHINESE_UNITS = UNIT_NAMES.filter((unit) => /^[\u4e00-\u9fff]{1,2}$/.test(unit)).join('|');

/** 六至十名, 一、二、三名: numerals of which only the last has its unit. */
const MORE_NUMERALS = new RegExp(
  `${NUMERAL}+(?:\\s*[-—–~至到]\\s*${NUMERAL}+\\s*(?:${CHINESE_UNITS})|(?:\\s*[、和及]\\s*${NUMERAL}+)+\\s*[名位])`,
  'y',
);

/** 1例（次） */
const OTHER_UNITS = new RegExp(`\\s*\\((?:${CHINESE_UNITS})(?:[、,/](?:${CHINESE_UNITS}))*\\)`, 'y');

const MORE = '.,年月-/';

/** Whether digits at `offset` may be more than a whole number. */
function goesOn(text: string, offset: number): boolean {
  const end = digitsEnd(text, offset);
  return end < text.length && MORE.includes(text.charAt(end));
}

function digitsEnd(text: string, offset: number): number {
  let at = offset;
  while (isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

/** 每项（次）: units in brackets behind another, in which the same may be counted. */
export function otherUnits(
  text: string,
  offset: number,
  unit: string,
): { readonly also: readonly string[]; readonly length: number } | undefined {
  const length = isCounted(unitNamed(unit)?.dimension ?? []) ? matchLength(OTHER_UNITS, text, offset) : 0;
  return length === 0 ? undefined : { also: text.slice(offset, offset + length).match(/[^(),、/\s]+/g) ?? [], length };
}

function quantity(text: string, offset: number, digits: number): Piece {
  const value = text.slice(offset, offset + digits);
  const unitStart = skipBlanks(text, offset + digits);
  const unit = UNITS.longest(text, unitStart);
  if (unit === undefined) return { kind: 'quantity', value, length: digits };
  const kind = unit.value === '分' ? 'points' : 'quantity';
  const end = unitStart + unit.length;
  const others = kind === 'quantity' ? otherUnits(text, end, unit.value) : undefined;
  if (others === undefined) return { kind, value, unit: unit.value, length: end - offset };
  return { kind, value, unit: unit.value, also: others.also, length: end + others.length - offset };
}
