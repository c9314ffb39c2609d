/** 被通报2次以上, 发现1例违规操作: conditions on how many of something there are, taken apart into what is counted and the number. */
import type { Chunk, Condition, End, Expression, Quantity } from '../text/ast.ts';
import { ONE, equal } from '../numbers/number.ts';
import type { Span } from '../text/source.ts';
import { type Unit, UNIT_NAMES, isCounted, unitNamed } from '../numbers/units.ts';

/** A number of something that is counted one by one. */
export interface Numbered {
  /** what is counted, when it is declared */
  readonly name: Extract<Expression, { kind: 'name' }> | undefined;
  /** what is counted, when it is not */
  readonly words: string;
  readonly unit: Unit;
  /** the number when it is a single one */
  readonly quantity: Quantity | undefined;
  /** the condition without what it speaks of */
  readonly condition: Condition;
  /** the number stands within prose */
  readonly embedded: boolean;
}

/** The number of something that a condition speaks of; undefined when it speaks of none. */
export function numberIn(
  { condition, tail }: Extract<Chunk, { kind: 'condition' }>,
  text: string,
): Numbered | undefined {
  if (condition.kind === 'holds')
    return condition.expression.kind === 'phrase'
      ? numberInProse(condition.expression.text, condition.span)
      : undefined;
  const ends = endsOf(condition);
  const subject = 'subject' in condition ? condition.subject : undefined;
  const [unit] = ends.flatMap(({ value }) =>
    value.kind === 'quantity' ? (unitOf(value.unit, tail !== '') ?? []) : [],
  );
  if (unit === undefined || (subject !== undefined && subject.kind !== 'name' && subject.kind !== 'phrase'))
    return undefined;
  const [end] = ends;
  const single = condition.kind === 'value' && end?.suffix === undefined && end?.value.kind === 'quantity';
  const said = subject?.kind === 'name' && /[为是=＝]/.test(text.slice(subject.span.end, condition.span.end));
  return {
    name: subject?.kind === 'name' ? subject : undefined,
    words: `${subject?.kind === 'phrase' ? subject.text : ''}${tail}`,
    unit,
    quantity: single && !said ? end.value : undefined,
    condition: withoutSubject(condition),
    embedded: false,
  };
}

function withoutSubject(condition: Condition): Condition {
  return condition.kind === 'value' || condition.kind === 'between' || condition.kind === 'comparison'
    ? { ...condition, subject: undefined }
    : condition;
}

function endsOf(condition: Condition): readonly End[] {
  switch (condition.kind) {
    case 'value':
      return [condition.end];
    case 'between':
      return [condition.low, condition.high];
    case 'comparison':
      return condition.tests.map(({ end }) => end);
    case 'within':
    case 'holds':
    case 'defined':
    case 'change':
    case 'presence':
    case 'level':
    case 'otherwise':
    case 'beyond':
    case 'not':
    case 'all':
    case 'any':
      return [];
  }
}

const UNITS = [...UNIT_NAMES].sort((left, right) => right.length - left.length).join('|');
const NUMBER = new RegExp(
  `(?<![第同统唯单任每某逐万千百十.\\d])(\\d+|[一二两三四五六七八九十]+)\\s*(${UNITS})(?:[(（]((?:${UNITS})(?:[、，,/](?:${UNITS}))*)[)）])?`,
  'g',
);

function numberInProse(text: string, { start }: Span): Numbered | undefined {
  const found = [...text.matchAll(NUMBER)].filter(
    ({ 2: unit, index }) => unitOf(unit, true) !== undefined && !countsNothing(text, index),
  );
  const [match, another] = found;
  const unit = unitOf(match?.[2], true);
  if (match === undefined || unit === undefined || another !== undefined) return undefined;
  const [whole, figure = '', , others] = match;
  const from = start + match.index;
  const span = { start: from, end: from + whole.length };
  const alone: Quantity = { kind: 'quantity', figure, unit: unit.name, span };
  const quantity = others === undefined ? alone : { ...alone, also: others.split(/[、，,/]/) };
  return {
    name: undefined,
    words: `${text.slice(0, match.index)}${text.slice(match.index + whole.length)}`,
    unit,
    quantity,
    condition: {
      kind: 'value',
      subject: undefined,
      end: { value: quantity, marks: [], suffix: undefined, span },
      span,
    },
    embedded: true,
  };
}

function countsNothing(text: string, at: number): boolean {
  const rest = text.slice(at);
  if (/^一(?:次性|家人|条龙)/.test(rest)) return true;
  return rest.startsWith('一起') && !/(?:发生|出现|发现|查实|查处|有|存在|造成)$/.test(text.slice(0, at));
}

/** 一级, 二类: which one, and not how many. */
const RANKS_AND_KINDS: ReadonlySet<string> = new Set(['级', '类', '档', '步', '级距', '道']);

/** The unit of something that is counted one by one, days among them; 名 behind a figure within prose counts people. */
function unitOf(name: string | undefined, inProse: boolean): Unit | undefined {
  const unit = name === undefined ? undefined : unitNamed(inProse && name === '名' ? '人' : name);
  const base = unit?.dimension[0]?.[0];
  const counted =
    unit !== undefined &&
    !RANKS_AND_KINDS.has(unit.name) &&
    (isCounted(unit.dimension) || base === '天' || base === '工作日');
  return counted && base !== '名次' && equal(unit.factor, ONE) ? unit : undefined;
}
