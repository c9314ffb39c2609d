/**
 * Interval sets against plain membership on a dense row of points: ends are sixths of whole numbers, points are twelfths, so every
 * end, every whole number and the open stretch between any two of them is looked at.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  boundaries,
  complement,
  contains,
  EMPTY,
  type End,
  EVERYTHING,
  type Interval,
  intersect,
  interval,
  type IntervalSet,
  isEmpty,
  onIntegers,
  point,
  sample,
  subtract,
  union,
} from '../../dsl/numbers/interval.ts';
import { compare, fromExactText, isInteger, type Rational, rational, toExactText } from '../../dsl/numbers/number.ts';

const RANGE = 18;
const POINTS: readonly Rational[] = Array.from({ length: 4 * RANGE + 9 }, (_, index) =>
  rational(index - 2 * RANGE - 4, 12),
);

const anyEnd = fc.record({
  value: fc.integer({ min: -RANGE, max: RANGE }).map((n) => rational(n, 6)),
  closed: fc.boolean(),
});
const anyPiece = fc
  .tuple(fc.option(anyEnd, { nil: undefined, freq: 8 }), fc.option(anyEnd, { nil: undefined, freq: 8 }))
  .map(([low, high]) => interval(low, high));
const anySet = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: anyPiece }, { weight: 1, arbitrary: anyEnd.map(({ value }) => point(value)) }),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.reduce(union, EMPTY));

/** Reads `[60, 70) | 80 | (90, ∞)`. */
function set(text: string): IntervalSet {
  if (text === '∅') return EMPTY;
  return text
    .split(' | ')
    .map((piece) => {
      const [, open, low, high, close] = /^([[(])(.+), (.+)([\])])$/.exec(piece) ?? [];
      if (low === undefined || high === undefined) return point(exact(piece));
      return interval(end(low, open === '['), end(high, close === ']'));
    })
    .reduce(union, EMPTY);
}

/** Writes what {@link set} reads, piece by piece as the set holds them. */
function text(value: IntervalSet): string {
  return value.length === 0 ? '∅' : value.map(pieceText).join(' | ');
}

function pieceText({ low, high }: Interval): string {
  if (low !== undefined && high !== undefined && compare(low.value, high.value) === 0) return toExactText(low.value);
  const from = low === undefined ? '(-∞' : `${low.closed ? '[' : '('}${toExactText(low.value)}`;
  const to = high === undefined ? '∞)' : `${toExactText(high.value)}${high.closed ? ']' : ')'}`;
  return `${from}, ${to}`;
}

function end(value: string, closed: boolean): End | undefined {
  return value.endsWith('∞') ? undefined : { value: exact(value), closed };
}

function exact(value: string): Rational {
  const number = fromExactText(value);
  if (number === undefined) throw new Error(`no number: ${value}`);
  return number;
}

/** Membership of an interval straight from its definition, apart from `contains`. */
function within({ value, closed }: End, other: Rational, side: 'low' | 'high'): boolean {
  const distance =
    (other.numerator * value.denominator - value.numerator * other.denominator) * (side === 'low' ? 1n : -1n);
  return closed ? distance >= 0n : distance > 0n;
}

describe('an interval', () => {
  it('holds the numbers between its ends, and its closed ends', () => {
    const ends = fc.option(anyEnd, { nil: undefined });
    fc.assert(
      fc.property(ends, ends, (low, high) => {
        const made = interval(low, high);
        for (const value of POINTS) {
          const inside =
            (low === undefined || within(low, value, 'low')) && (high === undefined || within(high, value, 'high'));
          expect(contains(made, value)).toBe(inside);
        }
      }),
    );
  });

  test.each(['[2, 1]', '(1, 1]', '[1, 1)', '(1, 1)'])('%s is empty', (written) => {
    expect(isEmpty(set(written))).toBe(true);
  });

  it('from an end to itself is that point', () => {
    expect(set('[1, 1]')).toEqual(point(rational(1)));
  });

  it('without ends is everything', () => {
    expect(interval()).toEqual(EVERYTHING);
  });
});

describe('the operations', () => {
  it('agree with membership at every point', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const [either, both, rest, outside] = [union(a, b), intersect(a, b), subtract(a, b), complement(a)];
        for (const value of POINTS) {
          const [inA, inB] = [contains(a, value), contains(b, value)];
          expect(contains(either, value)).toBe(inA || inB);
          expect(contains(both, value)).toBe(inA && inB);
          expect(contains(rest, value)).toBe(inA && !inB);
          expect(contains(outside, value)).toBe(!inA);
        }
      }),
    );
  });

  it('give equal sets equal shapes, by the laws of sets', () => {
    fc.assert(
      fc.property(anySet, anySet, anySet, (a, b, c) => {
        expect(union(a, b)).toEqual(union(b, a));
        expect(union(a, union(b, c))).toEqual(union(union(a, b), c));
        expect(intersect(a, union(b, c))).toEqual(union(intersect(a, b), intersect(a, c)));
        expect(complement(complement(a))).toEqual(a);
        expect(complement(union(a, b))).toEqual(intersect(complement(a), complement(b)));
        expect(union(a, complement(a))).toEqual(EVERYTHING);
        expect(intersect(a, complement(a))).toEqual(EMPTY);
      }),
    );
  });

  it('leave pieces ascending, none empty, and none that touch', () => {
    fc.assert(
      fc.property(anySet, (a) => {
        for (const piece of a) expect(interval(piece.low, piece.high)).toEqual([piece]);
        for (const [index, piece] of a.slice(1).entries()) {
          const [left, right] = [a[index]?.high, piece.low];
          expect(left !== undefined && right !== undefined).toBe(true);
          if (left === undefined || right === undefined) continue;
          const order = compare(left.value, right.value);
          expect(order < 0 || (order === 0 && !left.closed && !right.closed)).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['[60, 70) | [70, 80)', '[60, 80)'],
    ['[60, 70] | (70, 80)', '[60, 80)'],
    ['[60, 70) | (70, 80)', '[60, 70) | (70, 80)'],
    ['[60, 70) | (70, 80) | 70', '[60, 80)'],
    ['(-∞, 0) | [0, ∞)', '(-∞, ∞)'],
    ['[80, 90] | [60, 70]', '[60, 70] | [80, 90]'],
    ['[0, 100] | [60, 70]', '[0, 100]'],
  ])('join %s to %s', (written, normal) => {
    expect(text(set(written))).toBe(normal);
  });

  test.each([
    ['[0, 59] | [60, 100]', '[0, 100]', '(59, 60)'],
    ['[0, 60) | (60, 100]', '[0, 100]', '60'],
    ['[0, 60) | [60, 100]', '[0, 100]', '∅'],
    ['[0, 1/3] | [2/3, ∞)', '[0, ∞)', '(1/3, 2/3)'],
  ])('show that %s leaves of %s the gap %s', (covered, range, gap) => {
    expect(text(subtract(set(range), set(covered)))).toBe(gap);
  });

  test.each([
    ['[60, 70]', '[70, 80]', '70'],
    ['[60, 70)', '[70, 80]', '∅'],
    ['[60, 75)', '(70, ∞)', '(70, 75)'],
  ])('show that %s and %s share %s', (left, right, shared) => {
    expect(text(intersect(set(left), set(right)))).toBe(shared);
  });
});

describe('a sample', () => {
  it('is a member, and missing only from the empty set', () => {
    fc.assert(
      fc.property(anySet, (a) => {
        const value = sample(a);
        expect(value === undefined).toBe(isEmpty(a));
        if (value !== undefined) expect(contains(a, value)).toBe(true);
      }),
    );
  });

  test.each([
    ['[60, 70)', '60'],
    ['(60, 70]', '70'],
    ['(59, 60)', '59.5'],
    ['(59, 62)', '61'],
    ['(0, 100)', '50'],
    ['(1/3, 1/2)', '0.4'],
    ['(0.899, 0.9)', '0.8995'],
    ['(-∞, 0)', '-1'],
    ['(-∞, 0.5)', '0'],
    ['(99.5, ∞)', '100'],
    ['(100, ∞)', '101'],
    ['(-∞, 0]', '0'],
    ['(-∞, ∞)', '0'],
    ['(1, 2) | 5', '1.5'],
  ])('of %s is %s', (written, value) => {
    expect(toExactText(sample(set(written)) ?? rational(-999))).toBe(value);
  });

  it('of an interval too narrow for 30 places is its exact middle', () => {
    const width = 10n ** 40n;
    const low = rational(width / 3n, width);
    const high = rational(width / 3n + 1n, width);
    const narrow = interval({ value: low, closed: false }, { value: high, closed: false });
    expect(sample(narrow)).toEqual(rational(2n * (width / 3n) + 1n, 2n * width));
  });
});

describe('the boundaries', () => {
  test.each([
    ['(-∞, ∞)', []],
    ['∅', []],
    ['60', ['60']],
    ['[0, 60) | (60, 100]', ['0', '60', '100']],
    ['(-∞, 1/3] | [2, ∞)', ['1/3', '2']],
  ])('of %s are %j', (written, values) => {
    expect(boundaries(set(written)).map(toExactText)).toEqual(values);
  });

  it('are the only numbers at which membership changes', () => {
    fc.assert(
      fc.property(anySet, (a) => {
        const ends = new Set(boundaries(a).map(toExactText));
        for (const [index, value] of POINTS.slice(1).entries()) {
          const before = POINTS[index];
          if (before === undefined || ends.has(toExactText(before)) || ends.has(toExactText(value))) continue;
          expect(contains(a, value)).toBe(contains(a, before));
        }
      }),
    );
  });
});

describe('on whole numbers', () => {
  test.each([
    ['(59, 60)', '∅'],
    ['(59, 61.5]', '[60, 61]'],
    ['[59, 60)', '59'],
    ['(-∞, 59.9)', '(-∞, 59]'],
    ['(59, ∞)', '[60, ∞)'],
    ['(-2.5, -1)', '-2'],
    ['(-∞, ∞)', '(-∞, ∞)'],
    ['[0, 59] | (59.2, 59.8) | [60, 100]', '[0, 59] | [60, 100]'],
  ])('%s is %s', (written, whole) => {
    expect(text(onIntegers(set(written)))).toBe(whole);
  });

  it('a set holds the same whole numbers, nothing more than before, and only closed whole ends', () => {
    fc.assert(
      fc.property(anySet, (a) => {
        const whole = onIntegers(a);
        for (const value of POINTS.filter(isInteger)) expect(contains(whole, value)).toBe(contains(a, value));
        expect(subtract(whole, a)).toEqual(EMPTY);
        for (const { low, high } of whole) {
          for (const found of [low, high])
            expect(found === undefined || (found.closed && isInteger(found.value))).toBe(true);
        }
      }),
    );
  });
});
