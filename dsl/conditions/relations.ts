/**
 * A measure beside a reference: the same measure a year before, a mean, a target. 提高, 持平, 下降 compare the two, 下降5%以上 measures how
 * far they are apart, and a measure that is itself a change (增长率, 降幅) is compared with nothing. Which reference is meant is never
 * guessed: where there is no one candidate, there is none.
 */
import type { Comparison, Condition } from '../text/ast.ts';
import { inputOf } from '../expressions/check.ts';
import { type Checked, aligned } from '../expressions/checked.ts';
import { type Core, type Measure, type Typed, coreText } from '../expressions/core.ts';
import type { Report } from '../text/diagnostic.ts';
import { ZERO } from '../numbers/number.ts';
import { type Bound, type RangeTest, type Test } from '../expressions/ranges.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import { PURE, type Unit, sameDimension, unitNamed } from '../numbers/units.ts';

type ChangeCondition = Extract<Condition, { kind: 'change' }>;

/** A measure and what it is compared with; `itself` when it is a change already, which is compared with nothing. */
export interface Relation {
  readonly subject: Typed;
  readonly reference: Typed;
  readonly itself: boolean;
}

/** How far a measure is from its reference, in one direction. */
export interface Difference extends Typed {
  readonly relation: Relation;
  /** as a share of the reference */
  readonly relative: boolean;
  /** counted downwards: 下降5% */
  readonly falls: boolean;
}

/** Whether a measure is a difference. */
export function isDifference(typed: Typed): typed is Difference {
  return 'relation' in typed;
}

const YEAR = /[上去前]一?年/;
const BEFORE = /[上去前]一?(?:年|期|月|季|半年)|同期|基期/;
const RISES = /增|提高|提升|上升|升幅|升|涨|变动|变化|波动/;
const FALLS = /降|减|跌|压缩|压减|节约|下滑/;
const BOTH = /增减|升降|涨跌|变动|变化|波动/;
/** Words that only ranks can do. */
const OF_RANKS = /移|进|退/;

/** Whether words name an earlier time: 上年, 上年同期水平. */
export function isEarlier(words: string): boolean {
  return /^(?:[上去前]一?(?:年度?(?:同期)?|期|月|季度|半年)|同期|基期)(?:的)?(?:水平|数|值)?$/.test(words);
}

/** Whether a measure is a change itself, and of which direction: 增长率 above, 降幅 below. */
function changeOf({ core }: Typed): 'rises' | 'falls' | undefined {
  if (core.kind !== 'input') return undefined;
  const { name } = core.measure;
  if (BOTH.test(name) || (RISES.test(name) && !FALLS.test(name))) return 'rises';
  return FALLS.test(name) && !RISES.test(name) ? 'falls' : undefined;
}

/** The name without what says of which time it is: 上年同期满意度 and 本年满意度 are 满意度. */
function stemOf(name: string): string {
  return name
    .replace(/[（(][^）)]*[）)]$/, '')
    .replace(/(?:[本今当上去前]一?(?:年度|年|期|月|季度|半年)|同期|基期)(?:的|末)?/g, '');
}

function sameTime(name: string, period: string | undefined): boolean {
  if (!BEFORE.test(name)) return false;
  const said = period === undefined || /^(?:同比|环比|同期|上期|基期)/.test(period) ? undefined : period;
  return said === undefined || !BEFORE.test(said) || YEAR.test(name) === YEAR.test(said) || /同期|上期|基期/.test(name);
}

/** The same measure at the time before; the indicator's only measure of that time stands in where names do not tell. */
export function earlierOf(subject: Typed, period: string | undefined, scope: Scope): Measure | undefined {
  if (subject.core.kind !== 'input' || subject.type.kind !== 'number') return undefined;
  const { name } = subject.core.measure;
  const { dimension } = subject.type;
  const fits = (measure: Measure | undefined): measure is Measure =>
    measure?.type.kind === 'number' &&
    sameDimension(measure.type.dimension, dimension) &&
    measure.name !== name &&
    sameTime(measure.name, period);
  const named = [...new Set(scope.names.all())].map((one) => scope.measure(one)).filter(fits);
  const exact = named.filter((measure) => stemOf(measure.name) === stemOf(name));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const own = scope.measures.filter(fits);
  return own.length === 1 && !BEFORE.test(name) ? own[0] : undefined;
}

/** What the change of a condition is measured against. `last` is the relation spoken of before. */
export function relationOf(
  { subject: said, period, reference, word, by, span }: ChangeCondition,
  subject: Typed,
  named: Checked | undefined,
  last: Relation | undefined,
  scope: Scope,
): Relation | undefined {
  const same = last !== undefined && coreText(last.subject.core) === coreText(subject.core);
  const ranked = isRanked(subject);
  if (OF_RANKS.test(word) && !ranked) return undefined;
  if (reference !== undefined) {
    const before = named === undefined || period === undefined ? undefined : earlierOf(named, period, scope);
    const found = period === undefined ? named : before && inputOf(before, span);
    return found && { subject, reference: found, itself: false };
  }
  if (period === undefined && same) return last;
  const earlier = earlierOf(subject, period, scope);
  if (earlier !== undefined) return { subject, reference: inputOf(earlier, span), itself: false };
  const signed = /[正负零]增长/.test(word);
  if (changeOf(subject) === undefined || (said?.kind === 'name' && !signed) || (ranked && by === undefined))
    return undefined;
  const nothing: Typed = { ...subject, core: { kind: 'constant', value: ZERO, span } };
  return { subject, reference: nothing, itself: true };
}

/** Whether a measure is a rank, where less is better. */
function isRanked({ type }: Typed): boolean {
  return type.kind === 'number' && type.dimension[0]?.[0] === '名次';
}

const TURNED: Readonly<Record<Comparison, Comparison>> = { '<': '>', '≤': '≥', '>': '<', '≥': '≤', '=': '=', '≠': '≠' };

/** Which way numbers move when a measure moves so: a rank that rises is a smaller number, and so is a 降幅 that does. */
export function movesOf(operator: Comparison, relation: Relation): Comparison {
  const turns = isRanked(relation.subject) !== (relation.itself && changeOf(relation.subject) === 'falls');
  return turns ? TURNED[operator] : operator;
}

/** 提高, 持平, 下降: the measure against its reference. */
export function against(relation: Relation, operator: Comparison, span: Span, report: Report): Test | undefined {
  const { subject, reference } = relation;
  const pair = aligned({ ...subject, bare: false }, { ...reference, bare: false }, '比较', report);
  if (pair === undefined) return undefined;
  const { core } = pair[1];
  const strict = operator === '<' || operator === '>';
  const bound: Bound = {
    value: core,
    constant: core.kind === 'constant' ? core.value : undefined,
    closed: !strict,
    by: strict ? 'strict' : 'sign',
    alike: false,
    span,
  };
  const range: RangeTest = { kind: 'range', measure: subject, low: undefined, high: undefined, bare: false, span };
  switch (operator) {
    case '>':
    case '≥':
      return { ...range, low: bound };
    case '<':
    case '≤':
      return { ...range, high: bound };
    case '=':
      return { ...range, low: bound, high: bound };
    case '≠':
      return { kind: 'not', of: { ...range, low: bound, high: bound }, span };
  }
}

/** How far the measure is above its reference, or below it when it `falls`. */
export function differenceOf(relation: Relation, falls: boolean, relative: boolean, span: Span): Difference {
  const { subject, reference } = relation;
  const [left, right] = falls ? [reference, subject] : [subject, reference];
  const apart: Core = { kind: 'arithmetic', operator: '－', left: left.core, right: right.core, span };
  if (!relative) return { core: apart, type: subject.type, unit: subject.unit, relation, relative, falls };
  const percent: Unit | undefined = unitNamed('%');
  return {
    core: { kind: 'arithmetic', operator: '÷', left: apart, right: reference.core, span },
    type: { kind: 'number', dimension: PURE },
    unit: percent ?? subject.unit,
    relation,
    relative,
    falls,
  };
}
