/**
 * Standards to functions: which case speaks, which band holds, how many steps, where points are cut. An outcome says how it came
 * about by index into the tree, so that the trace can be put into words later; nothing here knows words.
 */
import {
  type Adjustment,
  type Award,
  type Band,
  type Case,
  type Core,
  type Part,
  type Rational,
  type Standard,
  type Sum,
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
} from '../dsl/index.ts';
import { type Frame, type Run, compile } from './compile.ts';
import { type Lack, type Value, isLacking, isNumber } from './value.ts';

/** The steps of one adjustment: how far from the origin, how many steps were counted, and their points, signed, before limits. */
export interface StepCount {
  readonly adjustment: number;
  readonly measured: Rational;
  readonly distance: Rational;
  readonly steps: Rational;
  readonly effect: Rational;
}

/** How a part came to its points. `band` is an index, or `fallback`. */
export interface PartPath {
  readonly kind: 'part';
  readonly part: Part;
  readonly band: number | 'fallback';
  readonly base: Rational;
  readonly steps: readonly StepCount[];
  /** points before and after limits and cuts */
  readonly raw: Rational;
  readonly points: Rational;
}

/** How points came about. */
export type Path =
  | PartPath
  | { readonly kind: 'case'; readonly standard: Case; readonly arm: number | undefined; readonly inner: Outcome }
  | {
      readonly kind: 'sum';
      readonly standard: Sum;
      readonly parts: readonly Outcome[];
      readonly raw: Rational | undefined;
    };

/** What a standard gives for one unit. Without points, `low` and `high` are the least and most still possible. */
export type Outcome =
  | {
      readonly kind: 'scored';
      readonly points: Rational;
      /** what fell below the floor and is taken from the total; 0 or negative */
      readonly spilled: Rational;
      readonly low: Rational;
      readonly high: Rational;
      readonly path: Path;
    }
  | {
      readonly kind: Lack | 'gap' | 'overlap' | 'error';
      readonly keys: readonly string[];
      readonly low: Rational;
      readonly high: Rational;
      readonly path: Path | undefined;
    };

/** A compiled standard. */
export type Judge = (frame: Frame) => Outcome;

/** Compiles a standard. */
export function judge(standard: Standard, slotOf: (key: string) => number): Judge {
  switch (standard.kind) {
    case 'part':
      return judgePart(standard, slotOf);
    case 'sum':
      return judgeSum(standard, slotOf);
    case 'case':
      return judgeCase(standard, slotOf);
  }
}

function judgeCase(standard: Case, slotOf: (key: string) => number): Judge {
  const arms = standard.arms.map(({ when, then }) => ({ when: compile(when, slotOf), then: judge(then, slotOf) }));
  const otherwise = judge(standard.otherwise, slotOf);
  return (frame) => {
    const open: Outcome[] = [];
    const keys: string[] = [];
    for (const [arm, { when, then }] of arms.entries()) {
      const value = when(frame);
      if (isLacking(value)) {
        keys.push(...value.keys);
        open.push(then(frame));
      } else if (value === true) {
        const inner = then(frame);
        if (open.length === 0) return { ...inner, path: { kind: 'case', standard, arm, inner } };
        return undecided([...open, inner], keys);
      }
    }
    const inner = otherwise(frame);
    if (open.length === 0) return { ...inner, path: { kind: 'case', standard, arm: undefined, inner } };
    return undecided([...open, inner], keys);
  };
}

function undecided(outcomes: readonly Outcome[], keys: readonly string[]): Outcome {
  const low = outcomes.map((outcome) => outcome.low).reduce(minimum);
  const high = outcomes.map((outcome) => outcome.high).reduce(maximum);
  return { kind: 'missing', keys: [...new Set(keys)], low, high, path: undefined };
}

function judgeSum(standard: Sum, slotOf: (key: string) => number): Judge {
  const parts = standard.parts.map((part) => judge(part, slotOf));
  const cut = cutter(standard, slotOf);
  const together = (points: readonly Rational[]): Rational =>
    standard.combine === 'max' ? points.reduce(maximum, ZERO) : points.reduce(add, ZERO);
  return (frame) => {
    const outcomes = parts.map((part) => part(frame));
    const low = cut(together(outcomes.map((outcome) => outcome.low)), frame);
    const high = cut(together(outcomes.map((outcome) => outcome.high)), frame);
    const unscored = outcomes.flatMap((outcome) => (outcome.kind === 'scored' ? [] : [outcome]));
    const [first] = unscored;
    if (first === undefined) {
      const raw = together(outcomes.flatMap((outcome) => (outcome.kind === 'scored' ? [outcome.points] : [])));
      const points = cut(raw, frame);
      const spilled = outcomes.reduce(
        (sum, outcome) => (outcome.kind === 'scored' ? add(sum, outcome.spilled) : sum),
        ZERO,
      );
      return {
        kind: 'scored',
        points,
        spilled,
        low: points,
        high: points,
        path: { kind: 'sum', standard, parts: outcomes, raw },
      };
    }
    const same = unscored.filter(({ kind }) => kind === first.kind);
    const keys = [...new Set(same.flatMap((outcome) => outcome.keys))];
    return { kind: first.kind, keys, low, high, path: { kind: 'sum', standard, parts: outcomes, raw: undefined } };
  };
}

interface Cuttable {
  readonly floor: { readonly value: Core | undefined };
  readonly cap: { readonly value: Core | undefined };
}

function cutter(
  { floor: least, cap: most }: Cuttable,
  slotOf: (key: string) => number,
): (points: Rational, frame: Frame) => Rational {
  const [low, high] = [least.value, most.value].map((core) => (core === undefined ? undefined : compile(core, slotOf)));
  return (points, frame) => {
    const [floorValue, capValue] = [low?.(frame), high?.(frame)];
    const raised = floorValue !== undefined && isNumber(floorValue) ? maximum(points, floorValue) : points;
    return capValue !== undefined && isNumber(capValue) ? minimum(raised, capValue) : raised;
  };
}

interface CompiledBand {
  readonly band: Band;
  readonly when: Run;
  readonly award: (frame: Frame) => Value | 'outside';
  /** least and most points of the award, when they are known beforehand */
  readonly ends: (frame: Frame) => readonly [Rational, Rational] | undefined;
}

function compileBand(band: Band, slotOf: (key: string) => number): CompiledBand {
  const value = compile(band.award.value, slotOf);
  const { choice } = band.award;
  const when = compile(band.when, slotOf);
  if (choice === undefined) {
    const ends: CompiledBand['ends'] = (frame) => {
      const points = value(frame);
      return isNumber(points) ? [points, points] : undefined;
    };
    return { band, when, award: value, ends };
  }
  const [low, high] = [compile(choice.low, slotOf), compile(choice.high, slotOf)];
  return {
    band,
    when,
    award: (frame) => chosen(value(frame), low(frame), high(frame), choice),
    ends: (frame) => {
      const [least, most] = [low(frame), high(frame)];
      return isNumber(least) && isNumber(most) ? [least, most] : undefined;
    },
  };
}

function chosen(points: Value, low: Value, high: Value, choice: NonNullable<Award['choice']>): Value | 'outside' {
  if (!isNumber(points) || !isNumber(low) || !isNumber(high)) return points;
  const [fromLow, toHigh] = [compare(points, low), compare(high, points)];
  const inside = (choice.lowClosed ? fromLow >= 0 : fromLow > 0) && (choice.highClosed ? toHigh >= 0 : toHigh > 0);
  return inside ? points : 'outside';
}

function judgePart(part: Part, slotOf: (key: string) => number): Judge {
  const bands = part.bands.map((band) => compileBand(band, slotOf));
  const fallback = part.fallback === undefined ? undefined : compileBand(part.fallback, slotOf);
  const walk = walker(part, slotOf);
  const cut = cutter(part, slotOf);
  const all = fallback === undefined ? bands : [...bands, fallback];

  const between = (
    kind: Lack | 'gap' | 'overlap' | 'error',
    keys: readonly string[],
    possible: readonly CompiledBand[],
    frame: Frame,
  ): Outcome => {
    const ends = part.adjustments.length > 0 ? [undefined] : possible.map((band) => band.ends(frame));
    const known = ends.filter((end) => end !== undefined);
    const whole: readonly [Rational, Rational] = [
      part.floor.value === undefined ? negate(frame.weight) : ZERO,
      frame.weight,
    ];
    const sure = known.length === ends.length && known.length > 0;
    const low = sure ? known.map(([least]) => least).reduce(minimum) : whole[0];
    const high = sure ? known.map(([, most]) => most).reduce(maximum) : whole[1];
    const widest = part.cap.value === undefined ? high : cut(maximum(high, sure ? high : capOf(frame)), frame);
    return { kind, keys, low: cut(low, frame), high: widest, path: undefined };
  };
  const capRun = part.cap.value === undefined ? undefined : compile(part.cap.value, slotOf);
  const capOf = (frame: Frame): Rational => {
    const value = capRun?.(frame);
    return value !== undefined && isNumber(value) ? value : frame.weight;
  };

  const finish = (index: number | 'fallback', chosenBand: CompiledBand, frame: Frame): Outcome => {
    const award = chosenBand.award(frame);
    if (award === 'outside') return between('error', [], [chosenBand], frame);
    if (isLacking(award)) return between(award.lack, award.keys, [chosenBand], frame);
    if (!isNumber(award)) throw new Error('an award is a number of points');
    const walked = chosenBand.band.adjusted ? walk(frame) : { steps: [], total: ZERO };
    if (walked === 'outside') return between('error', [], [chosenBand], frame);
    if ('lack' in walked) return between(walked.lack, walked.keys, [chosenBand], frame);
    const raw = add(award, walked.total);
    const points = cut(raw, frame);
    const spilled = part.spills && compare(raw, points) < 0 ? subtract(raw, points) : ZERO;
    return {
      kind: 'scored',
      points,
      spilled,
      low: points,
      high: points,
      path: { kind: 'part', part, band: index, base: award, steps: walked.steps, raw, points },
    };
  };

  return (frame) => {
    const holding: number[] = [];
    const openBands: CompiledBand[] = [];
    const keys: string[] = [];
    let lack: Lack = 'missing';
    bands.forEach((band, index) => {
      const value = band.when(frame);
      if (isLacking(value)) {
        openBands.push(band);
        keys.push(...value.keys);
        lack = value.lack;
      } else if (value === true) holding.push(index);
    });
    const [first, ...others] = holding;
    if (first !== undefined) {
      const outcome = finishAt(first, frame);
      const clash = others.map((index) => finishAt(index, frame)).find((other) => !agrees(outcome, other));
      return clash === undefined
        ? outcome
        : between(
            'overlap',
            [],
            holding.flatMap((index) => bands[index] ?? []),
            frame,
          );
    }
    if (openBands.length > 0)
      return between(lack, [...new Set(keys)], fallback === undefined ? openBands : [...openBands, fallback], frame);
    if (fallback === undefined) return between('gap', [], all, frame);
    const speaks = fallback.when(frame);
    if (isLacking(speaks)) return between(speaks.lack, speaks.keys, all, frame);
    return speaks === true ? finish('fallback', fallback, frame) : between('gap', [], all, frame);
  };

  function finishAt(index: number, frame: Frame): Outcome {
    const band = bands[index];
    if (band === undefined) throw new Error('no such band');
    return finish(index, band, frame);
  }
}

function agrees(left: Outcome, right: Outcome): boolean {
  return left.kind === 'scored' && right.kind === 'scored'
    ? equal(left.points, right.points)
    : left.kind === right.kind;
}

interface Walked {
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
function walker(
  part: Part,
  slotOf: (key: string) => number,
): (frame: Frame) => Walked | Extract<Value, { lack: Lack }> | 'outside' {
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
    for (const [index, { adjustment, runs, until, ends }] of walks.entries()) {
      if (adjustment.choice !== undefined && idle(runs, frame)) continue;
      const values = [...runs.map((run) => run(frame)), ...(until === undefined ? [] : [until(frame)])];
      const lacking = values.find(isLacking);
      if (lacking !== undefined) return lacking;
      const [measured, origin, width, amount, end] = values.filter(isNumber);
      if (measured === undefined || origin === undefined || width === undefined || amount === undefined)
        throw new Error('an adjustment is made of numbers');
      const [low, high] = (ends ?? []).map((run) => run(frame));
      const free = adjustment.choice === undefined || low === undefined || high === undefined;
      if (!free && chosen(amount, low, high, adjustment.choice) === 'outside') return 'outside';
      steps.push(stepsOf(adjustment, index, measured, origin, width, amount, end));
    }
    let total = steps.map(({ effect }) => effect).reduce(add, ZERO);
    for (const { limit, most } of limits) {
      const allowed = most(frame);
      if (!isNumber(allowed)) continue;
      const group = steps
        .filter(({ adjustment }) => limit.adjustments.includes(adjustment))
        .map(({ effect }) => effect)
        .reduce(add, ZERO);
      const excess = subtract(absolute(group), allowed);
      if (compare(excess, ZERO) > 0) total = compare(group, ZERO) > 0 ? subtract(total, excess) : add(total, excess);
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
