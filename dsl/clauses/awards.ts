/** Awards of a band: plain points, a range an assessor chooses in, or a proportion that finds the ends it runs between. */
import { valueText } from '../regions/condition-text.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import { type Core, type Typed, coreText } from '../expressions/core.ts';
import type { Draft } from '../conditions/ladders.ts';
import { constantOf } from '../regions/highest.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, compare, equal, multiply, sign, subtract, toExactText } from '../numbers/number.ts';
import type { Points } from '../expressions/points.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import type { Award } from '../expressions/standard.ts';
import type { Bound, RangeTest, Test } from '../expressions/ranges.ts';

/** The award a band gives; undefined after a fault, which is reported. */
export function awardOf(
  points: Points,
  test: Test,
  base: Draft | undefined,
  drafts: readonly Draft[],
  context: Context,
): Award | undefined {
  const { scope, report } = context;
  const { span } = points;
  switch (points.kind) {
    case 'full':
      return { value: { kind: 'weight', span }, choice: undefined, span };
    case 'value':
      return { value: points.value, choice: undefined, span };
    case 'choice':
      return choiceOf(points, test, base, drafts, scope);
    case 'proportion': {
      if (isUnclear(test, drafts, span, context) || isUnclearBeyond(points, test, base, context)) return undefined;
      const value = proportionOf(test, base, drafts, scope, span);
      if (value !== undefined) return { value, choice: undefined, span };
      report(diagnose('unknown-proportion', span));
      return undefined;
    }
  }
}

/** A range to choose from; an unmarked end belongs to the level above it, as 90%（含）—100% beside 80%（含）—90%. */
function choiceOf(
  points: Extract<Points, { kind: 'choice' }>,
  test: Test,
  base: Draft | undefined,
  drafts: readonly Draft[],
  scope: Scope,
): Award {
  const { span } = points;
  const ranges = drafts.flatMap(({ clause }) =>
    clause.points.kind === 'choice' && clause.points !== points ? [clause.points] : [],
  );
  const marked = (end: Core, side: 'low' | 'high'): boolean | undefined => {
    const other = ranges.find((range) => coreText(range[side]) === coreText(end));
    return side === 'low' ? other?.lowClosed : other?.highClosed;
  };
  const touched = (end: Core, side: 'low' | 'high'): boolean =>
    ranges.some((range) => coreText(range[side]) === coreText(end));
  const lowClosed = points.lowClosed ?? !(marked(points.low, 'high') ?? false);
  const highClosed = points.highClosed ?? !(marked(points.high, 'low') ?? touched(points.high, 'low'));
  const standing = points.discretion && test.kind === 'rest' ? base?.clause.points : undefined;
  const high = standing?.kind === 'value' ? standing.value : points.high;
  const chosen: Core = { kind: 'input', measure: scope.choice(), span };
  const { from } = points;
  if (from === undefined) return { value: chosen, choice: { low: points.low, lowClosed, high, highClosed }, span };
  const less = (core: Core): Core => ({ kind: 'arithmetic', operator: '－', left: from, right: core, span });
  const choice = { low: less(high), lowClosed: highClosed, high: less(points.low), highClosed: lowClosed };
  return { value: less(chosen), choice, span };
}

/**
 * 80%—100%按比例，60%—80%得4分 of a rate of completion: the rate times the points, or the line from 4 up? Where the two part company, both are
 * offered and neither is taken.
 */
function isUnclear(test: Test, drafts: readonly Draft[], span: Span, context: Context): boolean {
  const run = runOf(test, drafts, span);
  if (run === undefined || !isRatio(run.measure) || isZero(run.from)) return false;
  const { weight } = context.scope;
  const [low, high] = [run.low.constant, run.high.constant];
  const [from, to] = [constantOf(run.from, weight), constantOf(run.to, weight)];
  if (low === undefined || high === undefined || from === undefined || to === undefined || sign(high) === 0)
    return false;
  if (compare(from, to) >= 0 || equal(multiply(from, high), multiply(to, low))) return false;
  const { core, unit, type } = run.measure;
  const name = core.kind === 'input' ? core.measure.name : wordsAt(context, core.span);
  const [start, end] = [low, high].map((bound) => valueText(bound, { type, unit }));
  const most = toExactText(to);
  const ways = [
    `得分＝${most}分×${name}÷${end ?? ''}`,
    `得分＝${toExactText(from)}分＋${toExactText(subtract(to, from))}分×（${name}－${start ?? ''}）÷（${end ?? ''}－${start ?? ''}）`,
  ];
  offer(ways, span, context);
  return true;
}

/** Two ends of a measure, and the points its neighbours give there. */
interface Run {
  readonly measure: Typed;
  readonly low: Bound;
  readonly high: Bound;
  readonly from: Core;
  readonly to: Core;
}

/** Between which ends, and from which points to which, a proportion runs; undefined where the neighbours do not tell. */
function runOf(test: Test, drafts: readonly Draft[], span: Span): Run | undefined {
  if (test.kind !== 'range' || test.low === undefined || test.high === undefined) return undefined;
  const others = drafts.flatMap((draft) =>
    draft.test?.kind === 'range' && draft.test !== test ? [{ draft, range: draft.test }] : [],
  );
  const at = (bound: Bound, side: 'low' | 'high'): Core | undefined => {
    const ends = (end: Bound | undefined): boolean =>
      end !== undefined && coreText(end.value) === coreText(bound.value);
    const next = side === 'low' ? 'high' : 'low';
    const found = others.find(({ range }) => ends(range[next])) ?? others.find(({ range }) => ends(range[side]));
    return found && awarded(found.draft, span);
  };
  const { measure, low, high } = test;
  const [from, to] = [at(low, 'low'), at(high, 'high')];
  return from && to && { measure, low, high, from, to };
}

function awarded({ clause: { points } }: Draft, span: Span): Core | undefined {
  return points.kind === 'full' ? { kind: 'weight', span } : points.kind === 'value' ? points.value : undefined;
}

/** The arithmetic of core expressions, all of it standing at one place. */
function arithmetic(span: Span) {
  return (operator: '＋' | '－' | '×' | '÷', left: Core, right: Core): Core => ({
    kind: 'arithmetic',
    operator,
    left,
    right,
    span,
  });
}

/**
 * 按比例: below a threshold its points × measure ÷ threshold; beyond one that may not be passed, what exceeds it is deducted in the same way; between
 * two ends the line from one neighbour's points to the other's.
 */
function proportionOf(
  test: Test,
  base: Draft | undefined,
  drafts: readonly Draft[],
  { own }: Scope,
  span: Span,
): Core | undefined {
  const of = arithmetic(span);
  if (test.kind === 'range' && test.low !== undefined && test.high !== undefined) {
    const run = runOf(test, drafts, span);
    if (run === undefined) return undefined;
    const { from, to } = run;
    if (isRatio(test.measure) && isZero(from)) return of('×', to, of('÷', test.measure.core, test.high.value));
    const along = of('÷', of('－', test.measure.core, test.low.value), of('－', test.high.value, test.low.value));
    return of('＋', from, of('×', of('－', to, from), along));
  }
  const full: Core | undefined = base === undefined ? { kind: 'weight', span } : awarded(base, span);
  if (full === undefined) return undefined;
  if (base?.test?.kind !== 'range') {
    return base === undefined && own !== undefined && isRatio(own) ? of('×', full, own.core) : undefined;
  }
  const { measure, low, high } = base.test;
  const threshold = low ?? high;
  if (threshold === undefined) return undefined;
  if (!isExceeding(test, base.test)) return of('×', full, of('÷', measure.core, threshold.value));
  const excess = of('÷', of('－', measure.core, threshold.value), threshold.value);
  return of('×', full, of('－', { kind: 'constant', value: ONE, span }, excess));
}

/** Whether a proportion speaks of what lies above the threshold of the base. */
function isExceeding(test: Test, base: RangeTest): boolean {
  return test.kind === 'range' ? test.low !== undefined && test.high === undefined : base.low === undefined;
}

/**
 * 不超过100万元得满分，超过的按比例得分: as the threshold is to the measure, or less by the share that exceeds it? And of a ratio that may not pass 5%, are 2
 * points above it 2% or 40% too much? Only 按比例扣分 beyond an amount, or beyond 100%, is plain.
 */
function isUnclearBeyond(points: ProportionPoints, test: Test, base: Draft | undefined, context: Context): boolean {
  const { span } = points;
  if (base?.test?.kind !== 'range' || !isExceeding(test, base.test)) return false;
  const { measure, low, high } = base.test;
  const threshold = high ?? low;
  const limit = threshold?.constant;
  const plain = !isRatio(measure) || (limit !== undefined && equal(limit, ONE));
  if (threshold === undefined || (points.deducts && plain && !(limit !== undefined && sign(limit) === 0))) return false;
  const name = measure.core.kind === 'input' ? measure.core.measure.name : wordsAt(context, measure.core.span);
  const to = limit === undefined ? wordsAt(context, threshold.value.span) : valueText(limit, measure);
  const ways = points.deducts
    ? [`得分＝分值×（1－（${name}－${to}））`, `得分＝分值×（1－（${name}－${to}）÷${to}）`]
    : [`得分＝分值×${to}÷${name}`, `得分＝分值×（1－（${name}－${to}）÷${to}）`];
  offer(ways, span, context);
  return true;
}

function offer(ways: readonly string[], span: Span, context: Context): void {
  const fixes = ways.map((way) => ({
    title: { zh: `改为“${way}”`, en: `change to “${way}”` },
    edits: [{ span, text: way }],
  }));
  context.report(diagnose('offset-unclear', span, { text: wordsAt(context, span), ways: ways.join('”或“') }, fixes));
}

type ProportionPoints = Extract<Points, { kind: 'proportion' }>;

/** A rate of completion is a proportion itself: 60%—100%按比例 gives the rate times the points, not a line that starts at 0. */
function isRatio({ type }: Typed): boolean {
  return type.kind === 'number' && type.dimension.length === 0;
}

function isZero(core: Core): boolean {
  return core.kind === 'constant' && core.value.numerator === 0n;
}
