/**
 * 依次类推: the ladder before it goes on by the same differences, up to the next rung written out; without one, down to no points, up to
 * the most there is, or until all is deducted. Its last rung reaches on without end, so that a series always ends somewhere. A series
 * that follows no even ladder is reported, never guessed.
 */
import type { Chunk } from '../text/ast.ts';
import type { AwardClause, Block, Clause } from '../conditions/clauses.ts';
import { type Context, lose } from '../conditions/context.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { constantOf } from '../regions/highest.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, type Rational, ZERO, add, compare, equal, maximum, minimum, sign, subtract } from '../numbers/number.ts';
import { isCounted } from '../numbers/units.ts';
import { pointsOf } from '../expressions/points.ts';
import type { Span } from '../text/source.ts';
import type { Bound, RangeTest } from '../expressions/ranges.ts';

/** Most rungs a series is written out to. */
const LONGEST = 1000;

/** A series with the amount its rungs rise by, which is below zero for 递减; undefined after a fault, which is reported. */
export function seriesIn(
  { by, verb, span }: Extract<Chunk, { kind: 'series' }>,
  context: Context,
): Extract<Clause, { kind: 'series' }> | undefined {
  if (by === undefined) return { kind: 'series', by, span };
  const points = pointsOf(by, context.scope, context.report);
  if (points?.kind !== 'value') {
    lose(context, span);
    return undefined;
  }
  const { value } = points;
  return { kind: 'series', by: verb === 'deduct' ? { kind: 'negate', of: value, span: value.span } : value, span };
}

/** The blocks with every 依次类推 written out. */
export function withSeries(blocks: readonly Block[], context: Context): readonly Block[] {
  return blocks.map((block) => ({
    ...block,
    clauses: block.clauses.flatMap((clause, index): readonly Clause[] =>
      clause.kind === 'series' ? continued(block.clauses, index, clause, context) : [clause],
    ),
  }));
}

/** One rung of a ladder over a measure. */
interface Rung {
  readonly award: AwardClause;
  readonly test: RangeTest;
  readonly points: Rational;
}

/** How a ladder goes on. */
interface Stride {
  /** from one rung to the next, along the measure */
  readonly apart: Rational;
  /** in points */
  readonly rise: Rational;
}

function continued(
  clauses: readonly Clause[],
  index: number,
  { by, span }: Extract<Clause, { kind: 'series' }>,
  context: Context,
): readonly Clause[] {
  const before = clauses.slice(0, index).findLast(({ kind }) => kind === 'award' || kind === 'step');
  if (before?.kind === 'step') return by === undefined ? [] : unclear(span, context);
  const rungs = rungsBefore(clauses.slice(0, index), context);
  const [first, last] = [rungs[0], rungs[rungs.length - 1]];
  const stride = by === undefined ? strideOf(rungs) : strideBy(rungs, constantOf(by, context.scope.weight));
  if (first === undefined || last === undefined || stride === undefined) return unclear(span, context);
  const next = clauses.slice(index + 1).find((clause) => clause.kind === 'award' && isAlong(clause, last));
  const edge = next?.kind === 'award' && next.test?.kind === 'range' ? next.test : undefined;
  const [least, most] = endsOf(clauses, last.award, context);
  const rest = clauses.slice(index).some((clause) => clause.kind === 'award' && clause.test?.kind === 'rest');
  const down = rest ? undefined : downFrom(first, stride);
  const written: Clause[] = down === undefined ? [] : [down];
  let current = last;
  for (let count = 0; count < LONGEST; count += 1) {
    const points = minimum(most, maximum(least, add(current.points, stride.rise)));
    const moved: Rung = { ...current, points, test: shifted(current.test, stride.apart) };
    if (edge !== undefined && !isBefore(moved.test, edge, sign(stride.apart))) return written;
    const ends = edge === undefined && (equal(points, least) || equal(points, most));
    if (ends && rest && sign(stride.rise) < 0) return written;
    written.push(rung(ends ? { ...moved, test: openEnded(moved.test, current.test, sign(stride.apart)) } : moved));
    if (ends) return written;
    current = moved;
  }
  const { text, report } = context;
  report(diagnose('series-too-long', span, { text: text.slice(span.start, span.end), limit: String(LONGEST) }));
  return [];
}

function unclear(span: Span, { text, report }: Context): readonly Clause[] {
  report(diagnose('series-unclear', span, { text: text.slice(span.start, span.end) }));
  return [];
}

/** The rungs written directly before a series: awards of one kind over one measure, those of no points aside. */
function rungsBefore(clauses: readonly Clause[], { scope }: Context): readonly Rung[] {
  const rungs: Rung[] = [];
  for (const clause of clauses.toReversed()) {
    if (clause.kind !== 'award') continue;
    const [later] = rungs;
    const found = rungOf(clause, scope.weight);
    if (found === undefined || (later !== undefined && !isAlong(clause, later))) break;
    if (later !== undefined && later.award.verb !== clause.verb) break;
    if (sign(found.points) !== 0) rungs.unshift(found);
  }
  return rungs;
}

function rungOf(award: AwardClause, weight: Rational): Rung | undefined {
  const { test, points } = award;
  if (test?.kind !== 'range') return undefined;
  const worth =
    points.kind === 'full' ? weight : points.kind === 'value' ? constantOf(points.value, weight) : undefined;
  return worth && { award, test, points: worth };
}

function isAlong({ test }: AwardClause, rung: Rung): boolean {
  return test?.kind === 'range' && coreText(test.measure.core) === coreText(rung.test.measure.core);
}

/** The one difference between neighbouring rungs; undefined when there are fewer than two, or it is not the same throughout. */
function strideOf(rungs: readonly Rung[]): Stride | undefined {
  const pairs = rungs.slice(1).flatMap((rung, index) => {
    const before = rungs[index];
    return before === undefined ? [] : [[before, rung] as const];
  });
  const apart = pairs.map(([from, to]) => distance(from.test, to.test));
  const [first] = apart;
  const [rise, ...rises] = pairs.map(([from, to]) => subtract(to.points, from.points));
  if (first === undefined || rise === undefined || sign(first) === 0 || sign(rise) === 0) return undefined;
  const even =
    apart.every((one) => one !== undefined && equal(one, first)) && rises.every((other) => equal(other, rise));
  return even ? { apart: first, rise } : undefined;
}

/** 依次递减0.5分: as far as the last two rungs lie apart, or from place to place where there is but one. */
function strideBy(rungs: readonly Rung[], rise: Rational | undefined): Stride | undefined {
  const [before, last] = rungs.slice(-2);
  if (before === undefined || rise === undefined) return undefined;
  const { type } = before.test.measure;
  const counts = type.kind === 'number' && (isCounted(type.dimension) || type.dimension[0]?.[0] === '名次');
  const apart = last === undefined ? (counts ? ONE : undefined) : distance(before.test, last.test);
  return apart === undefined || sign(apart) === 0 ? undefined : { apart, rise };
}

/** How far one range lies from another, by the ends that both have; undefined when these differ, or none is a number. */
function distance(from: RangeTest, to: RangeTest): Rational | undefined {
  const between = (low: Bound | undefined, high: Bound | undefined): Rational | undefined =>
    low?.constant === undefined || high?.constant === undefined ? undefined : subtract(high.constant, low.constant);
  const [one, other] = [between(from.low, to.low), between(from.high, to.high)];
  if (one !== undefined && other !== undefined) return equal(one, other) ? one : undefined;
  return one ?? other ?? between(from.high, to.low);
}

/** The fewest and the most points, or deducted points, that a series runs to. */
function endsOf(
  clauses: readonly Clause[],
  { verb }: AwardClause,
  { scope }: Context,
): readonly [least: Rational, most: Rational] {
  const limited = (kinds: readonly string[]): Rational | undefined => {
    const found = clauses.find(
      (clause) =>
        clause.kind === 'limit' &&
        kinds.includes(clause.limit) &&
        (clause.verb === undefined || (clause.verb === 'deduct') === (verb === 'deduct')),
    );
    return found?.kind === 'limit' && found.most.kind === 'constant' ? found.most.value : undefined;
  };
  const whole = verb === 'deduct' ? scope.weight : (scope.highest ?? scope.weight);
  return [verb === 'deduct' ? ZERO : (limited(['least']) ?? ZERO), limited(['most', 'filled']) ?? whole];
}

/** Before a ladder that rises from one step above nothing there is nothing: 举办1场得1分，举办2场得2分, and 0场 gets 0分. */
function downFrom(first: Rung, { apart, rise }: Stride): AwardClause | undefined {
  const way = sign(apart);
  const edge = way > 0 ? first.test.low : first.test.high;
  if (first.award.verb !== 'give' || edge === undefined || !equal(first.points, rise)) return undefined;
  const bound: Bound = { ...edge, closed: false, by: 'strict' };
  const test: RangeTest = {
    ...first.test,
    low: way > 0 ? undefined : bound,
    high: way > 0 ? bound : undefined,
    bare: false,
  };
  return rung({ ...first, points: ZERO, test });
}

function shifted(test: RangeTest, apart: Rational): RangeTest {
  const moved = (bound: Bound | undefined): Bound | undefined => {
    if (bound?.constant === undefined) return bound;
    const constant = add(bound.constant, apart);
    return { ...bound, constant, value: { kind: 'constant', value: constant, span: bound.span } };
  };
  const low = moved(test.low);
  return { ...test, low, high: test.high === test.low ? low : moved(test.high) };
}

/** The last rung, with all that lies beyond it; a threshold, which has no end on this side, begins where the rung before it ends. */
function openEnded(test: RangeTest, before: RangeTest, way: number): RangeTest {
  const from = (own: Bound | undefined, end: Bound | undefined): Bound | undefined =>
    own ?? (end && { ...end, closed: undefined, by: 'none' });
  return way > 0
    ? { ...test, low: from(test.low, before.high), high: undefined, bare: false }
    : { ...test, low: undefined, high: from(test.high, before.low), bare: false };
}

/** Whether a rung still stands before the next one that is written out, on the way there. */
function isBefore(test: RangeTest, next: RangeTest, way: number): boolean {
  const [own, near, far] = way > 0 ? [test.high, next.low, next.high] : [test.low, next.high, next.low];
  const reach = own ?? test.low ?? test.high;
  const edge = near ?? far;
  if (reach?.constant === undefined || edge?.constant === undefined) return false;
  const order = compare(reach.constant, edge.constant) * way;
  if (order !== 0 || near === undefined || next.bare) return order < 0;
  return near.closed !== true || (!test.bare && near.by !== 'mark' && near.by !== 'sign');
}

function rung({ award, test, points }: Rung): AwardClause {
  const value: Core = { kind: 'constant', value: points, span: award.points.span };
  return { ...award, test, points: { kind: 'value', value, span: award.points.span }, whole: sign(points) === 0 };
}
