/**
 * Functions of one number that are straight between finitely many places, exactly: lines over disjoint intervals in ascending order.
 * Where no interval lies the function says nothing. Every operation gives such a function again, or undefined when it would not be one.
 */
import {
  type End,
  EMPTY,
  compareStarts,
  intersect,
  interval,
  type Interval,
  type IntervalSet,
  isBelow,
  overlapOf,
  point,
  subtract,
  union,
} from '../numbers/interval.ts';
import {
  add,
  ceil,
  compare,
  divide,
  floor,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  subtract as minus,
  ZERO,
} from '../numbers/number.ts';
import { isLevel, type Line } from './regions.ts';

/** One straight stretch; `tag` says where it comes from. */
export interface Stretch<Tag = unknown> {
  readonly interval: Interval;
  readonly line: Line;
  readonly tag: Tag;
}

/** Stretches in ascending order, none of them empty. */
export type Piecewise<Tag = unknown> = readonly Stretch<Tag>[];

/** Most stretches a function may have. */
const MOST_STRETCHES = 4_000;

/** One line all over a set. */
export function lineOver<Tag>(set: IntervalSet, line: Line, tag: Tag): Piecewise<Tag> {
  return set.map((piece) => ({ interval: piece, line, tag }));
}

/** A line that is a number. */
export function levelLine(constant: Rational): Line {
  return { slope: ZERO, constant };
}

/** The value of a line at a place. */
export function heightOf({ slope, constant }: Line, at: Rational): Rational {
  return add(multiply(slope, at), constant);
}

/** Where the function says something. */
export function domainOf(of: Piecewise): IntervalSet {
  return of.reduce<IntervalSet>((set, { interval: own }) => union(set, [own]), EMPTY);
}

/** The function on a set only. */
export function restricted<Tag>(of: Piecewise<Tag>, set: IntervalSet): Piecewise<Tag> {
  return of.flatMap(({ interval: own, line, tag }) => lineOver(intersect([own], set), line, tag));
}

/** The stretches of functions over disjoint domains, in order. */
export function joined<Tag>(...parts: readonly Piecewise<Tag>[]): Piecewise<Tag> {
  return parts.flat().sort((left, right) => compareStarts(left.interval, right.interval));
}

/** Two functions put together where both say something; undefined when some pair of lines makes no line. */
function combined<Tag>(
  left: Piecewise<Tag>,
  right: Piecewise,
  make: (left: Line, right: Line, over: Interval) => readonly (readonly [Interval, Line])[] | undefined,
): Piecewise<Tag> | undefined {
  const made: Stretch<Tag>[] = [];
  let passed = 0;
  for (const { interval: own, line, tag } of left) {
    passed = right.findIndex(({ interval: other }, at) => at >= passed && !isBelow(other, own));
    if (passed < 0) break;
    for (const { interval: other, line: with_ } of right.slice(passed)) {
      const both = overlapOf(own, other);
      if (both === undefined) break;
      const lines = make(line, with_, both);
      if (lines === undefined || made.length > MOST_STRETCHES) return undefined;
      made.push(...lines.map(([over, result]) => ({ interval: over, line: result, tag })));
    }
  }
  return made;
}

/** `left + factor × right`. */
export function sum<Tag>(left: Piecewise<Tag>, right: Piecewise, factor: Rational = ONE): Piecewise<Tag> {
  const added = (a: Line, b: Line): Line => ({
    slope: add(a.slope, multiply(b.slope, factor)),
    constant: add(a.constant, multiply(b.constant, factor)),
  });
  return combined(left, right, (a, b, over) => [[over, added(a, b)]]) ?? [];
}

/** The product; undefined where neither is a number. */
export function product<Tag>(left: Piecewise<Tag>, right: Piecewise): Piecewise<Tag> | undefined {
  return combined(left, right, (a, b, over) => {
    if (isLevel(b)) return [[over, scaled(a, b.constant)]];
    return isLevel(a) ? [[over, scaled(b, a.constant)]] : undefined;
  });
}

/** The quotient by a function of numbers; where it is zero the result says nothing. */
export function quotient<Tag>(left: Piecewise<Tag>, right: Piecewise): Piecewise<Tag> | undefined {
  return combined(left, right, (a, b, over) => {
    if (!isLevel(b)) return undefined;
    const inverse = divide(ONE, b.constant);
    return inverse === undefined ? [] : [[over, scaled(a, inverse)]];
  });
}

/** The greater of two, or the lesser. */
export function extreme<Tag>(left: Piecewise<Tag>, right: Piecewise, which: 'max' | 'min'): Piecewise<Tag> {
  const cut = combined(left, right, (a, b, over) => {
    const above = where({ slope: minus(a.slope, b.slope), constant: minus(a.constant, b.constant) });
    const first = which === 'max' ? above : subtract([over], above);
    return [
      ...intersect([over], first).map((piece) => [piece, a] as const),
      ...subtract([over], first).map((piece) => [piece, b] as const),
    ].sort(([one], [two]) => compareStarts(one, two));
  });
  return cut ?? [];
}

/** Where a line is zero or more. */
function where(line: Line): IntervalSet {
  const root = rootOf(line);
  if (root === undefined) return sign(line.constant) >= 0 ? [{}] : EMPTY;
  const end: End = { value: root, closed: true };
  return sign(line.slope) > 0 ? interval(end) : interval(undefined, end);
}

function rootOf({ slope, constant }: Line): Rational | undefined {
  return divide(negate(constant), slope);
}

function scaled({ slope, constant }: Line, factor: Rational): Line {
  return { slope: multiply(slope, factor), constant: multiply(constant, factor) };
}

/** Where one function compares so with another. */
export function regionWhere(difference: Piecewise, holds: (sign: -1 | 0 | 1) => boolean): IntervalSet {
  return difference.reduce<IntervalSet>((set, { interval: own, line }) => {
    const root = rootOf(line);
    if (root === undefined) return holds(sign(line.constant)) ? union(set, [own]) : set;
    const open: End = { value: root, closed: false };
    const up = sign(line.slope) > 0;
    const sides: readonly (readonly [IntervalSet, -1 | 0 | 1])[] = [
      [interval(undefined, open), up ? -1 : 1],
      [point(root), 0],
      [interval(open), up ? 1 : -1],
    ];
    return sides.filter(([, side]) => holds(side)).reduce((all, [side]) => union(all, intersect([own], side)), set);
  }, EMPTY);
}

/** The whole part of a function, down or up, as a staircase; undefined when it has too many steps, or no end. */
export function stairs<Tag>(of: Piecewise<Tag>, rounding: 'floor' | 'ceil'): Piecewise<Tag> | undefined {
  const steps: Stretch<Tag>[] = [];
  for (const { interval: own, line, tag } of of) {
    if (isLevel(line)) {
      const whole = rounding === 'floor' ? floor(line.constant) : ceil(line.constant);
      steps.push({ interval: own, line: levelLine(whole), tag });
      continue;
    }
    if (own.low === undefined || own.high === undefined) return undefined;
    const ends = [heightOf(line, own.low.value), heightOf(line, own.high.value)].sort(compare);
    const [from, to] = [minus(floor(ends[0] ?? ZERO), ONE), ceil(ends[1] ?? ZERO)];
    if (compare(minus(to, from), rational(MOST_STRETCHES)) > 0) return undefined;
    const made: Stretch<Tag>[] = [];
    for (let step = from; compare(step, to) <= 0; step = add(step, ONE)) {
      const low = { value: step, closed: rounding === 'floor' };
      const high = { value: add(step, ONE), closed: rounding === 'ceil' };
      const at = between(line, low, high);
      const value = rounding === 'floor' ? step : add(step, ONE);
      made.push(...lineOver(intersect([own], at), levelLine(value), tag));
    }
    steps.push(...made.sort((left, right) => compareStarts(left.interval, right.interval)));
  }
  return steps;
}

/** The places at which a line has a height between two ends. */
function between(line: Line, low: End, high: End): IntervalSet {
  const placeOf = ({ value, closed }: End): End => ({
    value: divide(minus(value, line.constant), line.slope) ?? ZERO,
    closed,
  });
  const [first, second] = [placeOf(low), placeOf(high)];
  return sign(line.slope) > 0 ? interval(first, second) : interval(second, first);
}

/** Neighbouring stretches of one line and one tag made one. */
export function merged<Tag>(of: Piecewise<Tag>): Piecewise<Tag> {
  const made: Stretch<Tag>[] = [];
  for (const next of of) {
    const last = made[made.length - 1];
    const [whole, ...apart] = last === undefined ? [] : union([last.interval], [next.interval]);
    const goesOn = last !== undefined && last.tag === next.tag && sameLine(last.line, next.line) && apart.length === 0;
    if (goesOn && whole !== undefined) made.splice(-1, 1, { ...last, interval: whole });
    else made.push(next);
  }
  return made;
}

function sameLine(left: Line, right: Line): boolean {
  return compare(left.slope, right.slope) === 0 && compare(left.constant, right.constant) === 0;
}
