/** Bands over one measure made exclusive: lone values get their sense from the steps beside them, rungs of a ladder end where the stricter begins. */
import type { AwardClause } from './clauses.ts';
import type { StepClause } from './steps.ts';
import { type Core, type Typed, coreText } from '../expressions/core.ts';
import { ONE, type Rational, ZERO, compare, equal, sign } from '../numbers/number.ts';
import type { Bound, RangeTest, Test } from '../expressions/ranges.ts';

/** Something with a condition that may still be narrowed. */
interface Judged {
  test: Test | undefined;
}

export interface Draft extends Judged {
  readonly clause: AwardClause;
}

/** 100%计满分 means ≥ when all deductions run below it, ≤ when all run above, ＝ when both; in a ladder it is its first rung. */
export function widenLoneValues(drafts: readonly Draft[], steps: readonly StepClause[], weight: Rational): void {
  for (const draft of drafts) {
    const { test } = draft;
    if (test?.kind === 'all') draft.test = { ...test, of: test.of.map((each) => likeOthers(each, test.of)) };
    if (test?.kind !== 'range') continue;
    const own = steps.filter(({ counted, measure }) => !counted && sameMeasure(measure, test.measure));
    const exact = test.low !== undefined && test.low === test.high;
    if (!test.bare && !(exact && own.some(({ otherwise }) => otherwise))) continue;
    const ways = new Set(own.map(({ direction }) => direction));
    const beside = drafts.flatMap(({ test: other }) =>
      other?.kind === 'range' && other !== test && sameMeasure(other.measure, test.measure) ? [other] : [],
    );
    const ladder = beside.filter(({ bare }) => !bare);
    const rungs = ladder.filter(({ low }) => low !== undefined);
    const beyond = rungs.every(({ low }) => isBelow(low, test.low)) && rungs.some(({ high }) => high === undefined);
    if (ways.size === 1 && ways.has('below')) draft.test = { ...test, high: undefined, bare: false };
    else if (ways.size === 1 && ways.has('above')) draft.test = { ...test, low: undefined, bare: false };
    else if (ways.size === 0 && complement('low', test, beside)) draft.test = { ...test, high: undefined, bare: false };
    else if (ways.size === 0 && complement('high', test, beside)) draft.test = { ...test, low: undefined, bare: false };
    else if (ways.size === 0 && (beyond || leavesProportion(drafts)))
      draft.test = { ...test, high: undefined, bare: false };
    else if (ways.size === 0 && isWhole(draft, weight)) draft.test = withoutEnd(test, beside);
  }
}

/** 甲达到90%以上，乙80%的: a value other than 0 beside measures that are all meant from theirs up, or down, is meant so too. */
function likeOthers(test: Test, all: readonly Test[]): Test {
  if (test.kind !== 'range' || !test.bare || test.low?.constant === undefined || sign(test.low.constant) === 0)
    return test;
  const others = all.flatMap((other) => (other.kind === 'range' && !other.bare ? [other] : []));
  if (others.length === 0) return test;
  if (others.every(({ high }) => high === undefined)) return { ...test, high: undefined, bare: false };
  if (others.every(({ low }) => low === undefined)) return { ...test, low: undefined, bare: false };
  return test;
}

/** Whether a band gives all there is. */
function isWhole({ clause: { points } }: Draft, weight: Rational): boolean {
  return points.kind === 'full' || (points.kind === 'value' && isConstant(points.value, weight));
}

function isConstant(core: Core, value: Rational): boolean {
  return core.kind === 'constant' && equal(core.value, value);
}

/** 5个得满分，4个得4分，3个得3分: the value at the end of such a ladder that gives all there is means that or better. */
function withoutEnd(test: RangeTest, beside: readonly RangeTest[]): RangeTest {
  const bounds = beside.flatMap(({ low, high }) => [low, high]);
  if (beside.every(({ bare }) => !bare) || isFirst(test)) return test;
  if (bounds.every((bound) => bound === undefined || isBelow(bound, test.low)))
    return { ...test, high: undefined, bare: false };
  if (bounds.every((bound) => bound === undefined || isBelow(test.high, bound)))
    return { ...test, low: undefined, bare: false };
  return test;
}

/** Of thresholds in one direction the strictest that holds wins: each rung ends where the next stricter begins. */
export function makeExclusive(drafts: readonly Judged[]): void {
  const rungs = drafts.map(({ test }) => (test?.kind === 'range' ? test : undefined));
  drafts.forEach((draft, index) => {
    const own = rungs[index];
    if (own === undefined) return;
    const others = rungs.filter(
      (other): other is RangeTest => other !== undefined && other !== own && sameMeasure(other.measure, own.measure),
    );
    if (own.low !== undefined && own.high === undefined) {
      const next = nearestBound(
        others.flatMap((other) => (other.high === undefined ? [other.low] : [])),
        own.low,
        1,
      );
      if (next !== undefined) draft.test = { ...own, high: { ...next, closed: next.closed !== true } };
    } else if (own.high !== undefined && own.low === undefined) {
      const next = nearestBound(
        others.flatMap((other) => (other.low === undefined ? [other.high] : [])),
        own.high,
        -1,
      );
      if (next !== undefined) draft.test = { ...own, low: { ...next, closed: next.closed !== true } };
    }
  });
  withoutPoints(drafts);
}

/**
 * ≥年度目标得5分；≥年度目标×80%得3分: of thresholds in one direction whose order no figure tells, that of the higher award is the
 * stricter, and where it holds the others do not.
 */
export function stricterFirst(drafts: readonly Draft[]): void {
  const rungs = drafts.map(({ test }) => (test?.kind === 'range' ? test : undefined));
  drafts.forEach((draft, index) => {
    const own = rungs[index];
    if (own === undefined) return;
    const stricter = rungs.flatMap((rung, at): readonly Test[] => {
      const other = drafts[at];
      return rung !== undefined && other !== undefined && isStricter(draft, own, other, rung)
        ? [{ kind: 'not', of: rung, span: own.span }]
        : [];
    });
    if (stricter.length > 0) draft.test = { kind: 'all', of: [own, ...stricter], span: own.span };
  });
}

function isStricter({ clause }: Draft, own: RangeTest, { clause: other }: Draft, rung: RangeTest): boolean {
  if (rung === own || !sameMeasure(rung.measure, own.measure)) return false;
  const [low, high] = [
    own.low !== undefined && rung.low !== undefined,
    own.high !== undefined && rung.high !== undefined,
  ];
  if (low === high) return false;
  const ends = low ? [own.low, rung.low] : [own.high, rung.high];
  if (ends.every((end) => end?.constant !== undefined)) return false;
  const [near, far] = ends.map((end) => end && multipleOf(end.value));
  if (near?.of !== undefined && near.of === far?.of) return compare(far.factor, near.factor) === (low ? 1 : -1);
  const [lesser, greater] = [clause.points, other.points].map((points) =>
    points.kind === 'value' && points.value.kind === 'constant' ? points.value.value : undefined,
  );
  if (other.points.kind === 'full') return clause.points.kind !== 'full';
  return lesser !== undefined && greater !== undefined && compare(lesser, greater) < 0;
}

/** 计划数, 计划数的130%: how many times what an end is; of one thing that is never below nothing, more times is more. */
function multipleOf(core: Core): { readonly of: string; readonly factor: Rational } {
  if (core.kind === 'arithmetic' && core.operator === '×') {
    const { left, right } = core;
    if (left.kind === 'input' && right.kind === 'constant') return { of: coreText(left), factor: right.value };
    if (right.kind === 'input' && left.kind === 'constant') return { of: coreText(right), factor: left.value };
  }
  return { of: coreText(core), factor: ONE };
}

/** 为0的得5分；在-5%至5%之间的得3分: a single value within a range stands for itself. */
function withoutPoints(drafts: readonly Judged[]): void {
  const points = drafts.flatMap(({ test }) =>
    test?.kind === 'range' && test.low !== undefined && test.low === test.high ? [test] : [],
  );
  for (const draft of drafts) {
    const { test } = draft;
    if (test?.kind !== 'range' || test.low === test.high) continue;
    const inside = points.filter(
      (one) =>
        sameMeasure(one.measure, test.measure) &&
        (test.low === undefined ? isFirst(one) : isBelow(test.low, one.low)) &&
        isBelow(one.low, test.high),
    );
    if (inside.length > 0)
      draft.test = {
        kind: 'all',
        of: [test, ...inside.map((of): Test => ({ kind: 'not', of, span: test.span }))],
        span: test.span,
      };
  }
}

/**
 * 超期5天以内扣1分，5—10天扣2分: the first rung of a fault that is deducted more the more there is of it begins above nothing at all, for
 * where nothing happened nothing is deducted.
 */
export function spareNothing(drafts: readonly Draft[], text: string): void {
  for (const draft of drafts) {
    const { test } = draft;
    if (test?.kind !== 'range' || test.low !== undefined || test.high === undefined || !startsAtNothing(test)) continue;
    const others = drafts.filter(
      (other) => other !== draft && other.test?.kind === 'range' && sameMeasure(other.test.measure, test.measure),
    );
    const within = endsWithin(test.high, text);
    const own = deducted(draft);
    const least =
      others.length > 0 &&
      others.every((other) => {
        const amount = deducted(other);
        return amount !== undefined && own !== undefined && compare(own, amount) < 0;
      });
    if (within || least) draft.test = { ...test, low: noneOf(test.high) };
  }
}

/** 5天以内, and not 5天以下: of something that there is. */
export function endsWithin({ span }: Bound, text: string): boolean {
  return /(?:以|之|)内(?:[(（][^)）]*[)）])?$/.test(text.slice(span.start, span.end));
}

/** Whether there can be none of a measure, and no less. */
export function startsAtNothing({ measure: { core } }: RangeTest): boolean {
  const low = core.kind === 'input' ? core.measure.range[0]?.low : undefined;
  return low !== undefined && sign(low.value) === 0;
}

/** Nothing, as an end that does not belong to its range. */
export function noneOf({ span }: Bound): Bound {
  return {
    value: { kind: 'constant', value: ZERO, span },
    constant: ZERO,
    closed: false,
    by: 'strict',
    alike: false,
    span,
  };
}

function deducted({ clause: { points } }: Draft): Rational | undefined {
  return points.kind === 'value' && points.value.kind === 'constant' ? points.value.value : undefined;
}

function nearestBound(bounds: readonly (Bound | undefined)[], from: Bound, way: 1 | -1): Bound | undefined {
  let best: Bound | undefined;
  for (const bound of bounds) {
    if (bound?.constant === undefined || from.constant === undefined || compare(bound.constant, from.constant) !== way)
      continue;
    if (best?.constant === undefined || compare(bound.constant, best.constant) === -way) best = bound;
  }
  return best;
}

/** Whether two typed expressions are the same measure. */
export function sameMeasure(left: Typed, right: Typed): boolean {
  return coreText(left.core) === coreText(right.core);
}

/** 100%，得2分；不足100%，不得分: the other band takes all on one side of the value, and not the value itself. */
function complement(side: 'low' | 'high', test: RangeTest, others: readonly RangeTest[]): boolean {
  return others.some((other) => {
    const [end, far] = side === 'low' ? [other.high, other.low] : [other.low, other.high];
    const value = test.low?.constant;
    if (other.bare || far !== undefined || end?.constant === undefined || end.closed === true) return false;
    if (value === undefined || !equal(end.constant, value)) return false;
    return others.every(
      (one) => one === other || ![one.low, one.high].some((bound) => isBeyond(side, bound, test.low)),
    );
  });
}

/** 100%得满分，否则按比例得分: the rest lies below the value. */
function leavesProportion(drafts: readonly Draft[]): boolean {
  return drafts.some(({ test, clause }) => test?.kind === 'rest' && clause.points.kind === 'proportion');
}

function isBeyond(side: 'low' | 'high', bound: Bound | undefined, value: Bound | undefined): boolean {
  return side === 'low' ? isBelow(value, bound) : isBelow(bound, value);
}

/** Whether a single value is the first its measure can take: 为0的得5分；2次以内的得3分. */
function isFirst({ measure: { core }, low }: RangeTest): boolean {
  const first = core.kind === 'input' ? core.measure.range[0]?.low : undefined;
  return first !== undefined && low?.constant !== undefined && compare(first.value, low.constant) === 0;
}

function isBelow(bound: Bound | undefined, other: Bound | undefined): boolean {
  return bound?.constant !== undefined && other?.constant !== undefined && compare(bound.constant, other.constant) < 0;
}
