/** Bands over one measure made exclusive: lone values get their sense from the steps beside them, rungs of a ladder end where the stricter begins. */
import type { AwardClause } from './clauses.ts';
import type { StepClause } from './steps.ts';
import { type Typed, coreText } from './core.ts';
import { compare } from './number.ts';
import type { Bound, RangeTest, Test } from './tests.ts';

export interface Draft {
  readonly clause: AwardClause;
  test: Test | undefined;
}

/** 100%计满分 means ≥ when all deductions run below it, ≤ when all run above, ＝ when both; in a ladder it is its first rung. */
export function widenLoneValues(drafts: readonly Draft[], steps: readonly StepClause[]): void {
  for (const draft of drafts) {
    const { test } = draft;
    if (test?.kind !== 'range' || !test.bare) continue;
    const own = steps.filter(({ counted, measure }) => !counted && sameMeasure(measure, test.measure));
    const ways = new Set(own.map(({ direction }) => direction));
    const ladder = drafts.flatMap(({ test: other }) =>
      other?.kind === 'range' && other !== test && sameMeasure(other.measure, test.measure) && !other.bare
        ? [other]
        : [],
    );
    const rungs = ladder.filter(({ low }) => low !== undefined);
    const beyond = rungs.every(({ low }) => isBelow(low, test.low)) && rungs.some(({ high }) => high === undefined);
    if (ways.size === 1 && ways.has('below')) draft.test = { ...test, high: undefined, bare: false };
    else if (ways.size === 1 && ways.has('above')) draft.test = { ...test, low: undefined, bare: false };
    else if (ways.size === 0 && complement('low', test, ladder)) draft.test = { ...test, high: undefined, bare: false };
    else if (ways.size === 0 && complement('high', test, ladder)) draft.test = { ...test, low: undefined, bare: false };
    else if (ways.size === 0 && (beyond || leavesProportion(drafts)))
      draft.test = { ...test, high: undefined, bare: false };
  }
}

/** Of thresholds in one direction the strictest that holds wins: each rung ends where the next stricter begins. */
export function makeExclusive(drafts: readonly Draft[]): void {
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

/** 为0的得5分；在-5%至5%之间的得3分: a single value within a range stands for itself. */
function withoutPoints(drafts: readonly Draft[]): void {
  const points = drafts.flatMap(({ test }) =>
    test?.kind === 'range' && test.low !== undefined && test.low === test.high ? [test] : [],
  );
  for (const draft of drafts) {
    const { test } = draft;
    if (test?.kind !== 'range' || test.low === test.high) continue;
    const inside = points.filter(
      (one) => sameMeasure(one.measure, test.measure) && isBelow(test.low, one.low) && isBelow(one.low, test.high),
    );
    if (inside.length > 0)
      draft.test = {
        kind: 'all',
        of: [test, ...inside.map((of): Test => ({ kind: 'not', of, span: test.span }))],
        span: test.span,
      };
  }
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
    const alone = others.every(
      (one) => one === other || ![one.low, one.high].some((bound) => isBeyond(side, bound, test.low)),
    );
    return (
      alone &&
      far === undefined &&
      end?.constant !== undefined &&
      value !== undefined &&
      end.closed !== true &&
      compare(end.constant, value) === 0
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

function isBelow(bound: Bound | undefined, other: Bound | undefined): boolean {
  return bound?.constant !== undefined && other?.constant !== undefined && compare(bound.constant, other.constant) < 0;
}
