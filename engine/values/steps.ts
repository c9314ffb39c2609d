/** Adjustments run: how far a measure is from its origin, how many steps that makes, and what they come to within their limits. */
import {
  type Adjustment,
  type Part,
  type Rational,
  ZERO,
  absolute,
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  maximum,
  minimum,
  multiply,
  negate,
  subtract,
} from '../../dsl/index.ts';
import { chosen, isStray } from './choice.ts';
import { type Frame, type Run, compile } from './compile.ts';
import type { StepCount, Stray } from './outcome.ts';
import { type Lacking, isLacking, isNumber, merge } from './value.ts';

/** All steps of a part. */
export interface Walked {
  readonly steps: readonly StepCount[];
  /** the sum of all effects, limits applied */
  readonly total: Rational;
}

/** A fault that did not occur asks for no amount. */
function idle([measure, origin]: readonly Run[], frame: Frame): boolean {
  const [value, start] = [measure?.(frame), origin?.(frame)];
  return value !== undefined && start !== undefined && isNumber(value) && isNumber(start) && equal(value, start);
}

/** Runs all adjustments of a part. */
export function walker(part: Part, slotOf: (key: string) => number): (frame: Frame) => Walked | Lacking | Stray {
  const walks = part.adjustments.map((adjustment) => ({
    adjustment,
    runs: [adjustment.measure, adjustment.origin, adjustment.width, adjustment.amount].map((core) =>
      compile(core, slotOf),
    ),
    until: adjustment.until === undefined ? undefined : compile(adjustment.until, slotOf),
    ends: adjustment.choice && [compile(adjustment.choice.low, slotOf), compile(adjustment.choice.high, slotOf)],
  }));
  const limits = part.limits.map((limit) => ({ limit, most: compile(limit.most, slotOf) }));
  return (frame) => {
    const steps: StepCount[] = [];
    const lacking: Lacking[] = [];
    for (const [index, { adjustment, runs, until, ends }] of walks.entries()) {
      if (adjustment.choice !== undefined && idle(runs, frame)) continue;
      const values = [...runs.map((run) => run(frame)), ...(until === undefined ? [] : [until(frame)])];
      const found = values.filter(isLacking);
      lacking.push(...found);
      if (found.length > 0) continue;
      const [measured, origin, width, amount, end] = values.filter(isNumber);
      if (measured === undefined || origin === undefined || width === undefined || amount === undefined)
        throw new Error('an adjustment is made of numbers');
      const [low, high] = (ends ?? []).map((run) => run(frame));
      const free = adjustment.choice === undefined || low === undefined || high === undefined;
      const { amount: asked } = adjustment;
      const key = asked.kind === 'input' ? asked.measure.key : undefined;
      const taken = free ? amount : chosen(amount, low, high, adjustment.choice, key);
      if (isStray(taken)) return taken;
      steps.push(stepsOf(adjustment, index, measured, origin, width, amount, end));
    }
    if (lacking.length > 0) return merge(...lacking);
    let total = steps.map(({ effect }) => effect).reduce(add, ZERO);
    const cuts: { readonly of: readonly number[]; readonly cut: Rational }[] = [];
    for (const { limit, most } of limits) {
      const allowed = most(frame);
      if (!isNumber(allowed)) continue;
      const within = cuts.filter(({ of }) => of.every((adjustment) => limit.adjustments.includes(adjustment)));
      const group = [
        ...steps.filter(({ adjustment }) => limit.adjustments.includes(adjustment)).map(({ effect }) => effect),
        ...within.map(({ cut }) => cut),
      ].reduce(add, ZERO);
      const excess = subtract(absolute(group), allowed);
      if (compare(excess, ZERO) <= 0) continue;
      const cut = compare(group, ZERO) > 0 ? negate(excess) : excess;
      cuts.push({ of: limit.adjustments, cut });
      total = add(total, cut);
    }
    return { steps, total };
  };
}

function stepsOf(
  adjustment: Adjustment,
  index: number,
  measured: Rational,
  origin: Rational,
  width: Rational,
  amount: Rational,
  end: Rational | undefined,
): StepCount {
  const walkedTo =
    end === undefined ? measured : adjustment.direction === 'below' ? maximum(measured, end) : minimum(measured, end);
  const difference = subtract(walkedTo, origin);
  const directed =
    adjustment.direction === 'above'
      ? difference
      : adjustment.direction === 'below'
        ? negate(difference)
        : absolute(difference);
  const distance = maximum(directed, ZERO);
  const exact = divide(distance, width) ?? ZERO;
  const steps = adjustment.reading === '不计' ? floor(exact) : adjustment.reading === '按一档计' ? ceil(exact) : exact;
  const points = multiply(amount, steps);
  return { adjustment: index, measured, distance, steps, effect: adjustment.sign === 1 ? points : negate(points) };
}
