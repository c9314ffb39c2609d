/**
 * Arithmetic on sets of numbers: all that a sum, a product, a quotient … of one number from each set can come to, with open and closed
 * ends and without any rounding. Numbers of the two sets are taken independently: where they hang together the true set may be smaller.
 */
import {
  complement,
  type End,
  type Interval,
  intersect,
  interval,
  type IntervalSet,
  point,
  unionOf,
} from './interval.ts';
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
  round,
  sign,
  subtract,
  ZERO,
} from './number.ts';

/** All numbers from 0 on. */
export const NOT_NEGATIVE: IntervalSet = interval({ value: ZERO, closed: true });

/** The sums. */
export function addSets(left: IntervalSet, right: IntervalSet): IntervalSet {
  const sum = (one: End | undefined, other: End | undefined): End | undefined =>
    one && other && { value: add(one.value, other.value), closed: one.closed && other.closed };
  return pairwise(left, right, (one, other) => interval(sum(one.low, other.low), sum(one.high, other.high)));
}

/** The numbers with their signs turned. */
export function negateSet(set: IntervalSet): IntervalSet {
  const turned = (end: End | undefined): End | undefined => end && { ...end, value: negate(end.value) };
  return unionOf(set.map(({ low, high }) => interval(turned(high), turned(low))));
}

/** The products. */
export function multiplySets(left: IntervalSet, right: IntervalSet): IntervalSet {
  return pairwise(left, right, (one, other) => {
    const corners = cornersOf(one).flatMap((from) => cornersOf(other).map((to) => product(from, to)));
    return interval(finite(least(corners)), finite(least(corners.map(turned)), true));
  });
}

/** The quotients by those numbers of `right` that are not 0. */
export function divideSets(left: IntervalSet, right: IntervalSet): IntervalSet {
  return multiplySets(left, inverses(intersect(right, complement(point(ZERO)))));
}

/** The numbers without their signs. */
export function absoluteSet(set: IntervalSet): IntervalSet {
  return intersect(unionOf([set, negateSet(set)]), NOT_NEGATIVE);
}

/** The larger of one number from each set. */
export function maximumSet(left: IntervalSet, right: IntervalSet): IntervalSet {
  return pairwise(left, right, (one, other) =>
    interval(bothLows(one.low, other.low), eitherHigh(one.high, other.high)),
  );
}

/** The smaller of one number from each set. */
export function minimumSet(left: IntervalSet, right: IntervalSet): IntervalSet {
  return negateSet(maximumSet(negateSet(left), negateSet(right)));
}

/** What lies between the ends of the numbers rounded in this way, which never turns their order round. */
export function roundedSet(set: IntervalSet, places: number, mode: 'down' | 'up' | 'half-up'): IntervalSet {
  const apply = (value: Rational): Rational =>
    mode === 'down' ? floor(value) : mode === 'up' ? ceil(value) : round(value, places, 'half-up');
  const end = (of: End | undefined): End | undefined => of && { value: apply(of.value), closed: true };
  return unionOf(set.map(({ low, high }) => interval(end(low), end(high))));
}

/** The one interval from the least to the greatest number. */
export function hullOf(set: IntervalSet): IntervalSet {
  const [first, last] = [set[0], set.at(-1)];
  return first === undefined || last === undefined ? set : interval(first.low, last.high);
}

function pairwise(
  left: IntervalSet,
  right: IntervalSet,
  combine: (one: Interval, other: Interval) => IntervalSet,
): IntervalSet {
  return unionOf(left.flatMap((one) => right.map((other) => combine(one, other))));
}

/** An end of an interval, or infinity in one direction. */
type Corner = End | 1 | -1;

function cornersOf({ low, high }: Interval): readonly [Corner, Corner] {
  return [low ?? -1, high ?? 1];
}

function product(left: Corner, right: Corner): Corner {
  const [zero, other] = [left, right].map(zeroOf);
  // Nothing times whatever the other set holds is nothing.
  if (zero !== undefined || other !== undefined)
    return { value: ZERO, closed: zero?.closed === true || other?.closed === true };
  if (typeof left === 'object' && typeof right === 'object')
    return { value: multiply(left.value, right.value), closed: left.closed && right.closed };
  return signOf(left) === signOf(right) ? 1 : -1;
}

function zeroOf(corner: Corner): End | undefined {
  return typeof corner === 'object' && sign(corner.value) === 0 ? corner : undefined;
}

function signOf(corner: Corner): number {
  return typeof corner === 'object' ? sign(corner.value) : corner;
}

function turned(corner: Corner): Corner {
  if (corner === 1) return -1;
  return corner === -1 ? 1 : { ...corner, value: negate(corner.value) };
}

function least(corners: readonly Corner[]): Corner {
  return corners.reduce((best, next) => {
    if (best === -1 || next === 1) return best;
    if (next === -1 || best === 1) return next;
    const order = compare(next.value, best.value);
    return order < 0 || (order === 0 && next.closed) ? next : best;
  });
}

/** An end of an interval; its sign turned back where the greatest was found as the least of the turned. */
function finite(corner: Corner, back = false): End | undefined {
  const found = back ? turned(corner) : corner;
  return typeof found === 'object' ? found : undefined;
}

function inverses(set: IntervalSet): IntervalSet {
  const inverse = (end: End | undefined, open: End): End | undefined => {
    if (end === undefined) return open;
    const value = divide(ONE, end.value);
    return value && { ...end, value };
  };
  const zero: End = { value: ZERO, closed: false };
  // No piece holds 0, so that each lies on one side of it.
  return unionOf(set.map(({ low, high }) => interval(inverse(high, zero), inverse(low, zero))));
}

/** The low end of the larger of two: it is reached where both reach it. */
function bothLows(one: End | undefined, other: End | undefined): End | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const order = sign(subtract(one.value, other.value));
  return order === 0 ? { ...one, closed: one.closed && other.closed } : order > 0 ? one : other;
}

/** The high end of the larger of two: it is reached where one of them reaches it. */
function eitherHigh(one: End | undefined, other: End | undefined): End | undefined {
  if (one === undefined || other === undefined) return undefined;
  const order = sign(subtract(one.value, other.value));
  return order === 0 ? { ...one, closed: one.closed || other.closed } : order > 0 ? one : other;
}
