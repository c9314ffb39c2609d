/**
 * Which of many sets of numbers meet, and which lie side by side: found by walking their ends in order, so that sets far apart are never
 * compared. Sets go by their indexes. What they stand for is not asked.
 */
import { compareStarts, type Interval, interval, type IntervalSet, isBelow, onIntegers } from '../numbers/interval.ts';
import { add, compare, ONE, type Rational, subtract, ZERO } from '../numbers/number.ts';

interface Owned {
  readonly owner: number;
  readonly piece: Interval;
}

/** The pairs of sets that have a number in common, except sets of one kind: the smaller index first, in ascending order. */
export function crossings(
  sets: readonly IntervalSet[],
  kinds: readonly string[],
): readonly (readonly [first: number, second: number])[] {
  const met = sets.map(() => new Set<number>());
  const open = new Map<string, Owned[]>();
  const byStart = piecesOf(sets).toSorted((left, right) => compareStarts(left.piece, right.piece));
  for (const next of byStart) {
    const own = kinds[next.owner] ?? '';
    for (const [kind, pieces] of open) {
      if (kind === own) continue;
      const left = pieces.filter(({ piece }) => !isBelow(piece, next.piece));
      for (const { owner } of left) met[Math.min(owner, next.owner)]?.add(Math.max(owner, next.owner));
      if (left.length === 0) open.delete(kind);
      else open.set(kind, left);
    }
    const same = open.get(own);
    if (same === undefined) open.set(own, [next]);
    else same.push(next);
  }
  return met.flatMap((others, first) => ascending(others).map((second) => [first, second] as const));
}

/** What lies beside a piece of the number line, with no number between: indexes of sets, ascending. */
export interface Beside {
  readonly above: (piece: Interval) => readonly number[];
  readonly below: (piece: Interval) => readonly number[];
}

/** Finds which of the sets lie beside a piece. Among whole numbers 59 and 60 lie side by side. */
export function besideIn(sets: readonly IntervalSet[], whole: boolean): Beside {
  const reach = whole ? ONE : ZERO;
  const pieces = piecesOf(sets);
  const lows = inOrder(
    pieces.flatMap((owned) => (owned.piece.low === undefined ? [] : { ...owned, at: owned.piece.low.value })),
  );
  const highs = inOrder(
    pieces.flatMap((owned) => (owned.piece.high === undefined ? [] : { ...owned, at: owned.piece.high.value })),
  );
  const owners = (found: readonly Owned[]): readonly number[] => ascending(new Set(found.map(({ owner }) => owner)));
  return {
    above: (own) =>
      own.high === undefined
        ? []
        : owners(
            within(lows, own.high.value, add(own.high.value, reach)).filter(({ piece }) => touches(own, piece, whole)),
          ),
    below: (own) =>
      own.low === undefined
        ? []
        : owners(
            within(highs, subtract(own.low.value, reach), own.low.value).filter(({ piece }) =>
              touches(piece, own, whole),
            ),
          ),
  };
}

/** Whether one piece ends where the other begins, with no number between. */
export function touches({ high }: Interval, { low }: Interval, whole: boolean): boolean {
  if (high === undefined || low === undefined || compare(high.value, low.value) > 0) return false;
  const between = interval({ value: high.value, closed: !high.closed }, { value: low.value, closed: !low.closed });
  return (whole ? onIntegers(between) : between).length === 0;
}

interface Placed extends Owned {
  readonly at: Rational;
}

function inOrder(pieces: readonly Placed[]): readonly Placed[] {
  return pieces.toSorted((left, right) => compare(left.at, right.at));
}

/** Those placed from one number to another. */
function within(placed: readonly Placed[], from: Rational, to: Rational): readonly Placed[] {
  const start = firstFrom(placed, from);
  let end = start;
  for (let next = placed[end]; next !== undefined && compare(next.at, to) <= 0; next = placed[end]) end += 1;
  return placed.slice(start, end);
}

function firstFrom(placed: readonly Placed[], from: Rational): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = placed[middle]?.at;
    if (at !== undefined && compare(at, from) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function piecesOf(sets: readonly IntervalSet[]): readonly Owned[] {
  return sets.flatMap((set, owner) => set.map((piece): Owned => ({ owner, piece })));
}

function ascending(indexes: ReadonlySet<number>): readonly number[] {
  return [...indexes].sort((left, right) => left - right);
}
