/** Steps and named faults as adjustments: where they start, how far a step reaches, how a part of one counts. */
import type { StepReading } from '../text/ast.ts';
import type { AwardClause, Clause } from '../conditions/clauses.ts';
import { type Context, lose, wordsAt } from '../conditions/context.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { toShortText } from '../numbers/decimal.ts';
import { givesNothing } from '../conditions/groups.ts';
import { type Draft, sameMeasure } from '../conditions/ladders.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, ZERO, equal, isInteger, multiply, rational, sign } from '../numbers/number.ts';
import type { Points } from '../expressions/points.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Adjustment, Award } from '../expressions/standard.ts';
import type { StepClause } from '../conditions/steps.ts';
import { coreOf } from '../conditions/test-core.ts';
import type { RangeTest, Test } from '../expressions/ranges.ts';

/** What a step does to the points of its part; undefined after a fault, which is reported. */
export function adjustmentOf(
  step: StepClause,
  base: Draft | undefined,
  clauses: readonly Clause[],
  context: Context,
): Adjustment | undefined {
  if (step.points.kind !== 'value' && step.points.kind !== 'full') {
    lose(context, step.points.span);
    return undefined;
  }
  if (walksIntoFullMarks(step, base)) {
    lose(context, step.head);
    return undefined;
  }
  const deviation = deviationOf(step, base);
  const origin = originOf(deviation, base, context);
  if (origin === undefined) return undefined;
  const start = segmentStart(step.segment, step.direction) ?? origin;
  notePercent(step, start, context);
  const until = segmentEnd(step.segment, step.direction);
  const amount: Core = step.points.kind === 'full' ? { kind: 'weight', span: step.points.span } : step.points.value;
  return {
    sign: step.verb === 'deduct' ? -1 : 1,
    amount,
    measure: step.before === undefined ? deviation.measure.core : onlyWhere(step.before, deviation.measure.core, start),
    origin: start,
    direction: step.direction,
    width: { kind: 'constant', value: step.width, span: step.head },
    reading: readingOf(step, clauses, context),
    until,
    choice: undefined,
    span: step.span,
    head: step.head,
  };
}

/** ≥0得满分；＜0，每超支1%扣1分: steps that leave their own condition for the values that have full marks say something else. */
function walksIntoFullMarks({ direction, verb, from }: StepClause, base: Draft | undefined): boolean {
  const full = base?.test;
  if (verb !== 'deduct' || direction === 'both' || from?.kind !== 'range' || full?.kind !== 'range') return false;
  if (!sameMeasure(from.measure, full.measure)) return false;
  const [near, far, own, back] =
    direction === 'above' ? [from.high, full.low, full.high, from.low] : [from.low, full.high, full.low, from.high];
  if (near?.constant === undefined || far?.constant === undefined || own !== undefined || back !== undefined)
    return false;
  return equal(near.constant, far.constant) && near.closed !== far.closed;
}

/** 每低于5% from 90% is 5 percentage points, and not 5% of 90%; from 100% or from nothing the two are one. */
function notePercent({ head, width, measure: { type } }: StepClause, origin: Core, context: Context): void {
  const text = wordsAt(context, head);
  const ratio = type.kind === 'number' && type.dimension.length === 0;
  if (
    !ratio ||
    !/[%％]$/.test(text) ||
    (origin.kind === 'constant' && (sign(origin.value) === 0 || equal(origin.value, ONE)))
  )
    return;
  const value = toShortText(multiply(width, rational(100)), 6);
  context.report(diagnose('percent-as-points', head, { text, value }));
}

/** 未经批准的，每超过1%…: where the condition does not hold the measure stands at its origin, and nothing is stepped. */
function onlyWhere(condition: Test, measure: Core, origin: Core): Core {
  const { span } = condition;
  const nothing: Core = { kind: 'truth', value: false, span };
  return { kind: 'choose', condition: coreOf(condition, nothing), then: measure, otherwise: origin, span };
}

/** 偏差在±5%以内计满分，每超过1%…: what exceeds is the size of the deviation. */
function deviationOf(step: StepClause, base: Draft | undefined): StepClause {
  const judged = base?.test?.kind === 'range' ? base.test.measure : undefined;
  const size = judged?.core.kind === 'call' && judged.core.name === 'abs' ? judged.core.arguments[0] : undefined;
  const own = size !== undefined && coreText(size) === coreText(step.measure.core);
  return own && judged !== undefined && step.direction !== 'both' ? { ...step, measure: judged } : step;
}

function readingOf(step: StepClause, clauses: readonly Clause[], context: Context): StepReading {
  const stated = statedFor(step, clauses);
  if (stated === undefined)
    return stepsAreWhole(step) || leavesFirst(step, clauses) ? '不计' : context.openings.askStep(step);
  const { ownStep: setting } = context.scope.readings;
  const idle = clauses.every((clause) => clause.kind !== 'step' || statedFor(clause, clauses) !== undefined);
  if (setting !== undefined && setting !== stated.reading && idle)
    context.report(diagnose('reading-conflict', stated.span, { setting, words: wordsAt(context, stated.span) }));
  return stated.reading;
}

type ReadingClause = Extract<Clause, { kind: 'reading' }>;

/** What the sentence says of a part of this step. */
function statedFor({ width }: StepClause, clauses: readonly Clause[]): ReadingClause | undefined {
  return clauses.find(
    (clause): clause is ReadingClause =>
      clause.kind === 'reading' && (clause.width === undefined || equal(clause.width, width)),
  );
}

/** 每达到1亿元得2分，不足1亿元不得分: where the first part step counts for nothing, so does every other. */
function leavesFirst({ measure, width, counted }: StepClause, clauses: readonly Clause[]): boolean {
  return (
    counted &&
    clauses.some((clause) => {
      if (clause.kind !== 'award' || clause.test?.kind !== 'range' || !givesNothing(clause)) return false;
      const { low, high } = clause.test;
      const first = low === undefined && high?.closed === false && high.constant !== undefined;
      return first && equal(high.constant, width) && sameMeasure(clause.test.measure, measure);
    })
  );
}

function stepsAreWhole({ measure, width, counted, items }: StepClause): boolean {
  if (items !== undefined) return equal(width, ONE);
  const whole = measure.type.kind === 'date' || (measure.core.kind === 'input' && measure.core.measure.whole);
  return (whole || counted) && isInteger(width) && equal(width, ONE);
}

function originOf(step: StepClause, base: Draft | undefined, context: Context): Core | undefined {
  const zero: Core = { kind: 'constant', value: ZERO, span: step.head };
  if (step.counted) return zero;
  if (step.from?.kind === 'range') {
    const end = step.direction === 'below' ? (step.from.high ?? step.from.low) : (step.from.low ?? step.from.high);
    if (end !== undefined) return end.value;
  }
  if (step.change) return zero;
  const stated = base?.test && rangesIn(base.test).findLast(({ measure }) => sameMeasure(measure, step.measure));
  if (stated !== undefined) {
    const { low, high } = stated;
    const end = step.direction === 'below' ? (low ?? high) : (high ?? low);
    if (end !== undefined) return end.value;
  }
  if (step.verb !== 'deduct' && step.direction === 'above') return zero;
  if (step.direction === 'both' || segmentStart(step.segment, step.direction) !== undefined) return zero;
  context.report(diagnose('unknown-origin', step.head, { text: wordsAt(context, step.head) }));
  return undefined;
}

/** 每季度不少于1次，全年达到4次: the last of the ranges that must hold together is what was asked for. */
function rangesIn(test: Test): readonly RangeTest[] {
  if (test.kind === 'all') return test.of.flatMap(rangesIn);
  return test.kind === 'range' ? [test] : [];
}

function segmentStart(segment: Test | undefined, direction: StepClause['direction']): Core | undefined {
  return segment?.kind === 'range' ? (direction === 'below' ? segment.high?.value : segment.low?.value) : undefined;
}

function segmentEnd(segment: Test | undefined, direction: StepClause['direction']): Core | undefined {
  return segment?.kind === 'range' ? (direction === 'below' ? segment.low?.value : segment.high?.value) : undefined;
}

/** A named fault or merit, once: X的，扣M分. */
export function faultOf(clause: AwardClause, conditional: readonly Draft[], scope: Scope): readonly Adjustment[] {
  if (clause.test === undefined || clause.points.kind === 'proportion') return [];
  const { span } = clause;
  const before = conditional.map(({ test }) => test).filter((test) => test !== undefined && test.kind !== 'rest');
  const nothing: Core = { kind: 'truth', value: false, span };
  const rest: Core = {
    kind: 'not',
    of: { kind: 'any', of: before.map((test) => coreOf(test as Test, nothing)), span },
    span,
  };
  const one: Core = { kind: 'constant', value: ONE, span };
  return [
    {
      sign: clause.verb === 'deduct' ? -1 : 1,
      amount: amountOf(clause.points, scope),
      choice: clause.points.kind === 'choice' ? rangeOfChoice(clause.points) : undefined,
      measure: { kind: 'count', of: [coreOf(clause.test, rest)], value: true, span: clause.test.span },
      origin: { kind: 'constant', value: ZERO, span },
      direction: 'above',
      width: one,
      reading: '不计',
      until: undefined,
      span,
      head: clause.test.span,
    },
  ];
}

function amountOf(points: Exclude<Points, { kind: 'proportion' }>, scope: Scope): Core {
  const { span } = points;
  if (points.kind === 'full') return { kind: 'weight', span };
  return points.kind === 'value' ? points.value : { kind: 'input', measure: scope.choice(), span };
}

function rangeOfChoice({ low, lowClosed, high, highClosed }: Extract<Points, { kind: 'choice' }>): Award['choice'] {
  return { low, lowClosed: lowClosed ?? true, high, highClosed: highClosed ?? true };
}
