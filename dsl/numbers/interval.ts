/**
 * Sets of exact numbers made of intervals with open or closed ends, in which gaps and overlaps of scoring clauses are proved.
 * A set is read as the cuts where it is entered and left; every operation is one walk over the cuts of two sets.
 * All sets built here are normal: sorted, disjoint, touching pieces joined, so equal sets have equal shapes. No clauses, no units.
 */
import {
  type Rational,
  add,
  ceil,
  compare,
  equal,
  floor,
  MAX_PLACES,
  ONE,
  rational,
  round,
  subtract as minus,
  ZERO,
} from './number.ts';

/** Where an interval ends, and whether that number belongs to it. */
export interface End {
  readonly value: Rational;
  readonly closed: boolean;
}

/** All numbers from `low` to `high`; without `low` from −∞, without `high` to +∞. Never empty inside a set. */
export interface Interval {
  readonly low?: End;
  readonly high?: End;
}

/** A set in normal form: ascending disjoint intervals, of which no two could be written as one. */
export type IntervalSet = readonly Interval[];

/** No number. */
export const EMPTY: IntervalSet = [];

/** Every number. */
export const EVERYTHING: IntervalSet = [{}];

/** The one number `value`. */
export function point(value: Rational): IntervalSet {
  const end = { value, closed: true };
  return [{ low: end, high: end }];
}

/** The numbers between two ends, either of which may be left out for infinity; EMPTY when there are none, as in [2, 1] or (1, 1]. */
export function interval(low?: End, high?: End): IntervalSet {
  const piece = between(lowCut(low), highCut(high));
  return piece === undefined ? EMPTY : [piece];
}

/** The numbers in either set. */
export function union(left: IntervalSet, right: IntervalSet): IntervalSet {
  return combine(left, right, (inLeft, inRight) => inLeft || inRight);
}

/** The numbers in any of the sets. */
export function unionOf(sets: readonly IntervalSet[]): IntervalSet {
  if (sets.length <= 2) return union(sets[0] ?? EMPTY, sets[1] ?? EMPTY);
  const middle = sets.length >> 1;
  return union(unionOf(sets.slice(0, middle)), unionOf(sets.slice(middle)));
}

/** The numbers in both sets. */
export function intersect(left: IntervalSet, right: IntervalSet): IntervalSet {
  return combine(left, right, (inLeft, inRight) => inLeft && inRight);
}

/** The numbers of `left` that are not in `right`. */
export function subtract(left: IntervalSet, right: IntervalSet): IntervalSet {
  return combine(left, right, (inLeft, inRight) => inLeft && !inRight);
}

/** The numbers not in the set. */
export function complement(set: IntervalSet): IntervalSet {
  return subtract(EVERYTHING, set);
}

/** Whether `value` is in the set. */
export function contains(set: IntervalSet, value: Rational): boolean {
  return set.some((piece) => holds(piece, value));
}

/** Whether the set has no number. */
export function isEmpty(set: IntervalSet): boolean {
  return set.length === 0;
}

/** The order of the places where two intervals begin. */
export function compareStarts(left: Interval, right: Interval): number {
  return compareCuts(lowCut(left.low), lowCut(right.low));
}

/** Whether all of an interval lies below another. */
export function isBelow(left: Interval, right: Interval): boolean {
  return compareCuts(highCut(left.high), lowCut(right.low)) <= 0;
}

/** What two intervals have in common. */
export function overlapOf(left: Interval, right: Interval): Interval | undefined {
  const [from, to] = [lowCut(left.low), highCut(left.high)];
  const [otherFrom, otherTo] = [lowCut(right.low), highCut(right.high)];
  return between(compareCuts(from, otherFrom) < 0 ? otherFrom : from, compareCuts(to, otherTo) > 0 ? otherTo : to);
}

/**
 * A number of the set fit to be shown as an example, undefined for EMPTY. Of the lowest interval: its closed low end, its closed high
 * end, else the middle to the fewest decimals that stay inside ((59, 60) → 59.5, (1/3, 1/2) → 0.4), else the nearest whole number.
 */
export function sample(set: IntervalSet): Rational | undefined {
  const [piece] = set;
  if (piece === undefined) return undefined;
  const { low, high } = piece;
  if (low?.closed === true) return low.value;
  if (high?.closed === true) return high.value;
  if (low !== undefined && high !== undefined) return middle(piece, low.value, high.value);
  if (low !== undefined) return add(floor(low.value), ONE);
  if (high !== undefined) return minus(ceil(high.value), ONE);
  return ZERO;
}

/** The finite ends of the set, ascending, each once: the only numbers at which membership can change. */
export function boundaries(set: IntervalSet): readonly Rational[] {
  const values = set.flatMap(({ low, high }) => [low, high]).flatMap((end) => (end === undefined ? [] : [end.value]));
  return values.filter((value, index) => {
    const before = values[index - 1];
    return before === undefined || !equal(before, value);
  });
}

/**
 * The set as a whole-numbered measure sees it: each interval drawn in to its first and last whole number, with closed ends, and left
 * out when it has none. (59, 60) → EMPTY, (59, 61.5] → [60, 61]. Holds the same whole numbers as the set, and is part of it.
 */
export function onIntegers(set: IntervalSet): IntervalSet {
  return set.flatMap(({ low, high }) => interval(low && firstInteger(low), high && lastInteger(high)));
}

/** A place between numbers: just before or just after `value`, or beyond them all. An interval runs from one cut to a later one. */
type Cut = 'start' | 'finish' | { readonly value: Rational; readonly after: boolean };

function lowCut(low: End | undefined): Cut {
  return low === undefined ? 'start' : { value: low.value, after: !low.closed };
}

function highCut(high: End | undefined): Cut {
  return high === undefined ? 'finish' : { value: high.value, after: high.closed };
}

function compareCuts(left: Cut, right: Cut): number {
  if (left === right) return 0;
  if (left === 'start' || right === 'finish') return -1;
  if (left === 'finish' || right === 'start') return 1;
  return compare(left.value, right.value) || Number(left.after) - Number(right.after);
}

/** The interval from one cut to another; undefined when nothing lies between. */
function between(from: Cut, to: Cut): Interval | undefined {
  if (compareCuts(from, to) >= 0) return undefined;
  return {
    ...(typeof from === 'object' && { low: { value: from.value, closed: !from.after } }),
    ...(typeof to === 'object' && { high: { value: to.value, closed: to.after } }),
  };
}

/** The cuts of a set in order: entered at the even ones, left at the odd. */
function cutsOf(set: IntervalSet): readonly Cut[] {
  return set.flatMap(({ low, high }) => [lowCut(low), highCut(high)]);
}

/** The numbers for which `keep` holds, given whether they are in `left` and in `right`; `keep(false, false)` must be false. */
function combine(
  left: IntervalSet,
  right: IntervalSet,
  keep: (inLeft: boolean, inRight: boolean) => boolean,
): IntervalSet {
  const leftCuts = cutsOf(left);
  const rightCuts = cutsOf(right);
  const pieces: Interval[] = [];
  let i = 0;
  let j = 0;
  let entered: Cut | undefined;
  for (;;) {
    const cut = earlier(leftCuts[i], rightCuts[j]);
    if (cut === undefined) return pieces;
    // Both sets pass a shared cut at once, so that pieces which only touch there come out as one.
    if (isAt(leftCuts[i], cut)) i += 1;
    if (isAt(rightCuts[j], cut)) j += 1;
    const kept = keep(i % 2 === 1, j % 2 === 1);
    if (kept) {
      entered ??= cut;
    } else if (entered !== undefined) {
      const piece = between(entered, cut);
      if (piece !== undefined) pieces.push(piece);
      entered = undefined;
    }
  }
}

function earlier(left: Cut | undefined, right: Cut | undefined): Cut | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return compareCuts(left, right) <= 0 ? left : right;
}

function isAt(cut: Cut | undefined, place: Cut): boolean {
  return cut !== undefined && compareCuts(cut, place) === 0;
}

function holds({ low, high }: Interval, value: Rational): boolean {
  return (
    (low === undefined || reaches(compare(low.value, value), low)) &&
    (high === undefined || reaches(compare(value, high.value), high))
  );
}

function reaches(ordered: -1 | 0 | 1, end: End): boolean {
  return ordered < 0 || (ordered === 0 && end.closed);
}

function middle(piece: Interval, low: Rational, high: Rational): Rational {
  const sum = add(low, high);
  const exact = rational(sum.numerator, 2n * sum.denominator);
  for (let places = 0; places <= MAX_PLACES; places += 1) {
    const rounded = round(exact, places, 'half-up');
    if (holds(piece, rounded)) return rounded;
  }
  return exact;
}

function firstInteger({ value, closed }: End): End {
  return { value: closed ? ceil(value) : add(floor(value), ONE), closed: true };
}

function lastInteger({ value, closed }: End): End {
  return { value: closed ? floor(value) : minus(ceil(value), ONE), closed: true };
}
