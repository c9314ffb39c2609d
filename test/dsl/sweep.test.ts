/** Which sets of numbers meet and which lie side by side: the walk over their ends finds the pairs that comparing every two of them finds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type End,
  intersect,
  interval,
  type IntervalSet,
  onIntegers,
  unionOf,
  union,
} from '../../dsl/numbers/interval.ts';
import { rational } from '../../dsl/numbers/number.ts';
import { besideIn, crossings, touches } from '../../dsl/regions/sweep.ts';

const END = fc
  .record({ half: fc.integer({ min: -12, max: 12 }), closed: fc.boolean() })
  .map(({ half, closed }): End => ({ value: rational(half, 2), closed }));
const ENDS = fc.tuple(fc.option(END, { nil: undefined }), fc.option(END, { nil: undefined }));
const PIECE = ENDS.map(([low, high]) => interval(low, high));
const SET = fc.array(PIECE, { maxLength: 3 }).map((pieces) => pieces.reduce<IntervalSet>(union, []));
const SETS = fc.array(SET, { maxLength: 9 });

const pairsOf = (sets: readonly IntervalSet[], fits: (first: number, second: number) => boolean): unknown =>
  sets.flatMap((_, first) =>
    sets.flatMap((__, second) => (first < second && fits(first, second) ? [[first, second]] : [])),
  );

describe('a walk over the ends', () => {
  it('finds the sets of different kinds that have a number in common', () => {
    fc.assert(
      fc.property(SETS, fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 9, maxLength: 9 }), (sets, kinds) => {
        const meet = (first: number, second: number): boolean =>
          kinds[first] !== kinds[second] && intersect(sets[first] ?? [], sets[second] ?? []).length > 0;
        expect(crossings(sets, kinds)).toEqual(pairsOf(sets, meet));
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds the sets that lie beside a piece, among whole numbers too', () => {
    fc.assert(
      fc.property(SETS, PIECE, fc.boolean(), (drawn, piece, whole) => {
        const sets = whole ? drawn.map(onIntegers) : drawn;
        const beside = besideIn(sets, whole);
        const owners = (fits: (set: IntervalSet) => boolean): readonly number[] =>
          sets.flatMap((set, index) => (fits(set) ? [index] : []));
        for (const own of whole ? onIntegers(piece) : piece) {
          expect(beside.above(own)).toEqual(owners((set) => set.some((next) => touches(own, next, whole))));
          expect(beside.below(own)).toEqual(owners((set) => set.some((next) => touches(next, own, whole))));
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('pieces side by side', () => {
  const piece = (low: number, high: number, closed: boolean): IntervalSet =>
    interval({ value: rational(low), closed: true }, { value: rational(high), closed });
  it.each([
    [piece(0, 5, false), piece(5, 9, true), false, true],
    [piece(0, 5, true), piece(6, 9, true), false, false],
    [piece(0, 5, true), piece(6, 9, true), true, true],
    [piece(0, 5, true), piece(7, 9, true), true, false],
    [piece(6, 9, true), piece(0, 5, true), true, false],
  ])('are those with no number between (%#)', ([lower], [upper], whole, expected) => {
    expect(touches(lower ?? {}, upper ?? {}, whole)).toBe(expected);
  });
});

describe('the union of many sets', () => {
  it('is that of one after the other', () => {
    fc.assert(
      fc.property(SETS, (sets) => {
        expect(unionOf(sets)).toEqual(sets.reduce<IntervalSet>(union, []));
      }),
    );
  });
});
