/**
 * One text of a unit's file under the type of what it is for: a value, or one finding with its place and what to write instead.
 * Digits and signs may be of any width, thousands may be parted by commas; what is in doubt is refused, never guessed.
 */
import {
  type Fix,
  type Measure,
  type Rational,
  type Report,
  ONE,
  absolute,
  compare,
  contains,
  dateValue,
  figureValue,
  foldWidth,
  isInteger,
  MAX_PLACES,
  multiply,
  nearest,
  parseDecimal,
  rational,
  sameDimension,
  sign,
  toBase,
  toShortText,
  unitNamed,
} from '../../dsl/index.ts';
import { figure } from './figure.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import { rewriting } from '../files/rewriting.ts';
import type { Value as GivenValue } from '../files/unit-file.ts';
import type { Value } from './value.ts';

/** The value of a text under a measure's type; reports and yields undefined when it is none. */
export function readValue(
  { kind, value: text }: GivenValue,
  measure: Measure,
  name: string,
  report: Report,
): Value | undefined {
  const plain = text.text.trim();
  const value = brief(plain);
  if (kind === 'not-applicable') return { lack: 'not-applicable', keys: [measure.key] };
  const { type } = measure;
  switch (type.kind) {
    case 'truth': {
      const yes = YES.has(plain);
      if (yes || NO.has(plain)) return yes;
      const meant = YES_ELSEWHERE.test(plain) ? '是' : NO_ELSEWHERE.test(plain) ? '否' : undefined;
      report(diagnoseFile('not-yes-no', text.span, { name, value }, meant === undefined ? [] : rewriting(text, meant)));
      return undefined;
    }
    case 'level': {
      if (type.words.includes(plain)) return plain;
      const suggestion = nearest(plain, type.words);
      const data = { name, value, options: type.words.join('、'), ...(suggestion === undefined ? {} : { suggestion }) };
      report(
        diagnoseFile('not-an-option', text.span, data, suggestion === undefined ? [] : rewriting(text, suggestion)),
      );
      return undefined;
    }
    case 'text':
      return plain;
    case 'records':
      report(diagnoseFile('not-a-table', text.span, { name }));
      return undefined;
    case 'date': {
      const date = /\d{4}/.test(foldWidth(plain)) ? dateValue(plain, 1970) : undefined;
      if (date === undefined) report(diagnoseFile('not-a-date', text.span, { name, value }));
      return date;
    }
    case 'number': {
      const number = readNumber(text, measure, name, report);
      if (number === undefined) return undefined;
      if (contains(measure.range, number) && (!measure.whole || isInteger(number))) return number;
      report(diagnoseFile('out-of-range', text.span, { name, value, range: rangeWords(measure) }));
      return undefined;
    }
  }
}

/** A text as a message repeats it. */
export function brief(text: string): string {
  const chars = [...text.trim()];
  return chars.length <= LONGEST ? chars.join('') : `${chars.slice(0, LONGEST).join('')}…`;
}

/** A figure as an explanation repeats it: as it was written, with its unit; a bare ratio in %. */
export function writtenAs(text: string, { type, unit, bareUnit }: Measure): string {
  const plain = foldWidth(text).trim();
  if (type.kind !== 'number' || !/^[-+−\d.,]+$/.test(plain)) return plain;
  if (bareUnit === undefined) return `${plain}${unit.name}`;
  const number = decimal(plain);
  return number === undefined ? plain : figure(toBase(number, bareUnit), unit, MAX_PLACES).shown;
}

const LONGEST = 24;
const YES: ReadonlySet<string> = new Set(['是', '有', '符合', 'true', 'True', 'TRUE']);
const NO: ReadonlySet<string> = new Set(['否', '无', '不符合', 'false', 'False', 'FALSE']);
/** How yes and no are marked elsewhere: not taken for an answer, but offered as what was meant. */
const YES_ELSEWHERE = /^(?:[√✓✔☑]|y|yes|对|1)$/i;
const NO_ELSEWHERE = /^(?:[×✗✘xX☒]|n|no|不是|没有|0)$/i;
const NUMBER = /^([-+−]?[\d.,]+)\s*(.*)$/;
/** What forms hold where there is nothing to fill in. */
const NOTHING = /^(?:无|没有|[-—－–/\\]+)$/;

/** The number of a text in base units of a measure; reports and yields undefined when it is none. */
export function readNumber(text: Text, measure: Measure, name: string, report: Report): Rational | undefined {
  const [, digits = '', suffix = ''] = NUMBER.exec(foldWidth(text.text).trim()) ?? [];
  const number = decimal(digits);
  const unit = suffix === '' ? (measure.bareUnit ?? measure.unit) : unitNamed(suffix.trim());
  const data = { name, value: brief(text.text), unit: measure.unit.name };
  if (number === undefined || unit === undefined) {
    report(diagnoseFile('not-a-number', text.span, data, insteadOf(text)));
    return undefined;
  }
  if (!sameDimension(unit.dimension, measure.unit.dimension)) {
    report(diagnoseFile('wrong-unit', text.span, data));
    return undefined;
  }
  const bare = suffix === '' && measure.bareUnit !== undefined;
  return bare ? readBareRatio(text, number, measure, name, report) : toBase(number, unit);
}

/** 0.5 is 50%, with a note; 96 is 96% to whoever fills in the form, and 96 times the whole to the letter. */
function readBareRatio(
  text: Text,
  number: Rational,
  { unit }: Measure,
  name: string,
  report: Report,
): Rational | undefined {
  const shown = (value: Rational): string => figure(value, unit, MAX_PLACES).shown;
  const large = shown(number);
  const data = { name, value: brief(text.text) };
  if (compare(absolute(number), ONE) <= 0) {
    if (sign(number) !== 0)
      report(diagnoseFile('ratio-without-percent', text.span, { ...data, percent: large }, rewriting(text, large)));
    return number;
  }
  const percent = shown(toBase(number, unit));
  const fixes = [percent, large].flatMap((instead) => rewriting(text, instead));
  report(diagnoseFile('percent-missing', text.span, { ...data, percent, large }, fixes));
  return undefined;
}

/** What may have been meant by a text that is no number. */
function insteadOf(text: Text): readonly Fix[] {
  const plain = text.text.trim();
  const numeral = figureValue(plain);
  if (numeral !== undefined) {
    const [number, sign] = plain.startsWith('百分之') ? [multiply(numeral, rational(100n)), '%'] : [numeral, ''];
    return rewriting(text, `${toShortText(number, MAX_PLACES)}${sign}`);
  }
  if (NOTHING.test(plain))
    return [
      ...rewriting(text, '0', { zh: '没有发生的，改为“0”', en: 'change to “0” where there was none' }),
      ...rewriting(text, '不适用', {
        zh: '与本单位无关的，改为“不适用”',
        en: 'change to “不适用” where it does not apply',
      }),
    ];
  const folded = foldWidth(plain).replace(/^[约近共计]+|[左右余整多]+$/g, '');
  const [, digits = '', suffix = ''] = NUMBER.exec(folded.replace(/(?<=\d)\s+(?=\d)/g, '')) ?? [];
  const number = decimal(digits);
  if (number === undefined || (suffix !== '' && unitNamed(suffix.trim()) === undefined)) return [];
  return rewriting(text, `${toShortText(number, MAX_PLACES)}${suffix}`);
}

/** A decimal with a sign of any kind. */
function decimal(digits: string): Rational | undefined {
  return parseDecimal(digits.replace('−', '-'));
}

function rangeWords({ range, whole, unit }: Measure): string {
  const number = (value: Rational): string => figure(value, unit).shown;
  const parts = range.map(({ low, high }) => {
    if (low !== undefined && high !== undefined) return `${number(low.value)}—${number(high.value)}`;
    if (low !== undefined) return `${low.closed ? '≥' : '＞'}${number(low.value)}`;
    return high === undefined ? '不限' : `${high.closed ? '≤' : '＜'}${number(high.value)}`;
  });
  return `（${parts.join('或')}${whole ? '，整数' : ''}）`;
}
