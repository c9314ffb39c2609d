/**
 * How far adjustments can still carry points when not all of them can be told: what is known counts as it is, what is not as far as
 * the range of its measure and the limits of the sentence let it. An end nothing bounds is undefined.
 */
import {
  type Adjustment,
  type Part,
  type Rational,
  type Standard,
  ZERO,
  absolute,
  add,
  divide,
  maximum,
  minimum,
  multiply,
  negate,
  rational,
  sign,
  subtract,
} from '../../dsl/index.ts';
import { type Frame, compile } from './compile.ts';
import { walker } from './steps.ts';
import { isNumber } from './value.ts';

/** The least and most points; undefined where nothing bounds them. */
export interface Reach {
  readonly low: Rational | undefined;
  readonly high: Rational | undefined;
}

/** Points known for certain. */
export function certainly(points: Rational): Reach {
  return { low: points, high: points };
}

/** Two reaches added up. */
export function addReach(left: Reach, right: Reach): Reach {
  return { low: plus(left.low, right.low), high: plus(left.high, right.high) };
}

/** Either of several reaches. */
export function eitherReach(all: readonly Reach[]): Reach {
  const of = (pick: (one: Reach) => Rational | undefined, join: (a: Rational, b: Rational) => Rational): Reach['low'] =>
    all.map(pick).reduce((left, right) => (left === undefined || right === undefined ? undefined : join(left, right)));
  if (all.length === 0) return certainly(ZERO);
  return { low: of(({ low }) => low, minimum), high: of(({ high }) => high, maximum) };
}

function plus(left: Rational | undefined, right: Rational | undefined): Rational | undefined {
  return left === undefined || right === undefined ? undefined : add(left, right);
}

/** What all adjustments of a part can come to together. */
export function reachOf(part: Part, slotOf: (key: string) => number): (frame: Frame) => Reach {
  const alone = part.adjustments.map((adjustment) => {
    const walk = walker({ ...part, adjustments: [adjustment], limits: [] }, slotOf);
    const amount = compile(adjustment.choice?.high ?? adjustment.amount, slotOf);
    return (frame: Frame): Reach => {
      const walked = walk(frame);
      if ('total' in walked) return certainly(walked.total);
      const most = amount(frame);
      const steps = mostSteps(adjustment);
      const end = steps === undefined || !isNumber(most) ? undefined : multiply(absolute(most), steps);
      return adjustment.sign < 0 ? { low: end && negate(end), high: ZERO } : { low: ZERO, high: end };
    };
  });
  const limits = part.limits.map((limit) => ({ limit, most: compile(limit.most, slotOf) }));
  return (frame) => {
    const own = alone.map((reach) => reach(frame));
    for (const { limit, most } of limits) {
      const allowed = most(frame);
      if (!isNumber(allowed)) continue;
      const group = limit.adjustments.flatMap((index) => own[index] ?? []).reduce(addReach, certainly(ZERO));
      const [first, ...others] = limit.adjustments;
      const bounded: Reach = {
        low: maximum(group.low ?? negate(allowed), negate(allowed)),
        high: minimum(group.high ?? allowed, allowed),
      };
      if (first !== undefined) own[first] = bounded;
      for (const index of others) own[index] = certainly(ZERO);
    }
    return own.reduce(addReach, certainly(ZERO));
  };
}

/** Most steps an adjustment can count: each condition once, a measure to the end of its range. */
function mostSteps({ measure, origin, width, direction, until }: Adjustment): Rational | undefined {
  if (measure.kind === 'count') return rational(measure.of.length);
  if (measure.kind !== 'input' || origin.kind !== 'constant' || width.kind !== 'constant') return undefined;
  const range = measure.measure.reach ?? measure.measure.range;
  const end = until?.kind === 'constant' ? until.value : undefined;
  const up = end ?? range.at(-1)?.high?.value;
  const down = end ?? range[0]?.low?.value;
  const far = [
    ...(direction === 'below' ? [] : [up && subtract(up, origin.value)]),
    ...(direction === 'above' ? [] : [down && subtract(origin.value, down)]),
  ];
  if (far.some((distance) => distance === undefined)) return undefined;
  const distance = far.reduce((left, right) => (left && right ? maximum(left, right) : undefined));
  const steps = distance === undefined ? undefined : divide(maximum(distance, ZERO), width.value);
  // A part of a step may count as a whole one.
  return steps && add(steps, sign(steps) === 0 ? ZERO : rational(1n));
}

/** What may spill over the floors of a standard that cannot be scored: the least, 0 being the most. */
export function spillOf(standard: Standard, slotOf: (key: string) => number, within = false): (frame: Frame) => Reach {
  const nothing = (): Reach => certainly(ZERO);
  switch (standard.kind) {
    case 'part': {
      if (!standard.spills && !within) return nothing;
      const reach = reachOf(standard, slotOf);
      const floor = standard.floor.value && compile(standard.floor.value, slotOf);
      return (frame) => {
        const { low } = reach(frame);
        const least = floor?.(frame);
        const from = least !== undefined && isNumber(least) ? least : ZERO;
        return { low: low && minimum(ZERO, subtract(low, from)), high: ZERO };
      };
    }
    case 'sum': {
      const spills = within || standard.parts.some((part) => part.kind === 'part' && part.spills);
      const parts = standard.parts.map((part) => spillOf(part, slotOf, spills));
      return (frame) => parts.map((part) => part(frame)).reduce(addReach, certainly(ZERO));
    }
    case 'case': {
      const rules = [...standard.arms.map(({ then }) => then), standard.otherwise];
      const all = rules.map((rule) => spillOf(rule, slotOf, within));
      return (frame) => eitherReach(all.map((each) => each(frame)));
    }
  }
}
