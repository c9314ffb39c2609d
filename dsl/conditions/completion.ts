/**
 * What has been set as a goal: 完成年度任务 beside a measure that is a rate of completion says ≥100% of it, and 完成90%以上 behind 完成目标数 speaks of nine tenths
 * of that number. Neither asks anything of its own.
 */
import type { Condition, End, Expression, Quantity } from '../text/ast.ts';
import { type Typed, coreText } from '../expressions/core.ts';
import { ONE } from '../numbers/number.ts';
import type { Bound, RangeTest } from '../expressions/ranges.ts';
import type { Relation } from './relations.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';

const RATE = /(?:完成|达成|实现|执行|兑现|落实)(?:率|比例|比率|程度|进度|情况)$/;
const GOAL = '年度|全年|当年|本年度?|本年|预定|预期|既定|设定|规定|下达|计划|目标|任务|指标|绩效|工作|考核|约束性';
const WHAT = `(?:全部|所有|的|${GOAL})*(.*?)`;
const END = `(?:全部|所有|的|${GOAL})+(?:值|数|量|要求)?(?:的)?$`;
const DONE = new RegExp(`^(?:全部|全面|已|能|均)?(?:完成|达到|实现|达成)了?${WHAT}${END}`);
const UNDONE = new RegExp(`^(?:未|没有|未能|未全部|不能)(?:完成|达到|实现|达成)${WHAT}${END}`);

/** Whether a ratio says how much of what was to be done is done. */
export function isCompletionRate({ core, type }: Typed): boolean {
  return type.kind === 'number' && type.dimension.length === 0 && core.kind === 'input' && RATE.test(core.measure.name);
}

/** 完成年度任务, 未完成计划: 100% of a rate of completion, or less; undefined when the words say anything else. */
export function completionIn(phrase: string, { own: measure, measures }: Scope, span: Span): RangeTest | undefined {
  if (measure === undefined || !isCompletionRate(measure)) return undefined;
  const done = DONE.exec(phrase);
  const what = (done ?? UNDONE.exec(phrase))?.[1];
  if (what === undefined || (what !== '' && measures.every(({ name }) => !name.includes(what)))) return undefined;
  const all: Bound = {
    value: { kind: 'constant', value: ONE, span },
    constant: ONE,
    closed: done !== null,
    by: done !== null ? 'sign' : 'strict',
    alike: false,
    span,
  };
  return {
    kind: 'range',
    measure,
    low: done === null ? undefined : all,
    high: done === null ? all : undefined,
    bare: false,
    span,
  };
}

/** Words that take a share from what was set, rather than count how far off it one is. */
const OF_IT =
  /^(?:仅|只|能|已|应|均)?(?:完成|达成|达到|达|实现)|^\s*\d|^(?:不足|未达到?|达不到|未完成|不低于|不少于|在)/;
/** The same figures with words that count on from it. */
const BEYOND = /^(?:超过|超出|高于|多于|高出|低于|少于|大于|小于)/;
const SHARED = /(?:完成|达成|达到|达|实现)了?\s*\d+(?:\.\d+)?\s*[%％]/;

/** A condition whose percentages are shares of what its measure was held against before; as it is where it says so itself or nothing tells. */
export function inSharesOf(
  condition: Condition,
  measure: Typed | undefined,
  last: Relation | undefined,
  text: string,
): Condition {
  if (last === undefined || last.itself || last.reference.core.kind !== 'input' || measure === undefined)
    return condition;
  if (coreText(measure.core) !== coreText(last.subject.core)) return condition;
  if (measure.type.kind !== 'number' || measure.type.dimension.length === 0) return condition;
  if (!('subject' in condition) || condition.subject !== undefined) return condition;
  const words = text.slice(condition.span.start, condition.span.end);
  if (!OF_IT.test(words) && !(BEYOND.test(words) && SHARED.test(text))) return condition;
  const { name } = last.reference.core.measure;
  const shared = (end: End): End => {
    const { value } = end;
    if (!isPercent(value)) return end;
    const { span } = value;
    const left: Expression = { kind: 'name', name, span };
    return { ...end, value: { kind: 'binary', operator: '×', left, right: value, span } };
  };
  switch (condition.kind) {
    case 'comparison':
      return { ...condition, tests: condition.tests.map((test) => ({ ...test, end: shared(test.end) })) };
    case 'value':
      return { ...condition, end: shared(condition.end) };
    case 'between':
      return { ...condition, low: shared(condition.low), high: shared(condition.high) };
    case 'within':
    case 'change':
    case 'presence':
      return condition;
  }
}

function isPercent(value: Expression): value is Quantity {
  return value.kind === 'quantity' && value.unit !== undefined && /[%％]$/.test(value.unit);
}
