/**
 * The exact value against definitions written another way: laws on bare bigints, and tables of exact values as text.
 * Every generated number is built from its two parts, so nothing here passes through a double.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  absolute,
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  fromExactText,
  isInteger,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  round,
  type RoundingMode,
  sign,
  subtract,
  toExactText,
  truncate,
  ZERO,
} from '../../dsl/numbers/number.ts';

const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'up', 'down'];

// Small parts meet ties and equal denominators often, wide ones leave the range of doubles.
const part = fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }));
const below = fc.oneof(
  fc.bigInt({ min: 1n, max: 40n }),
  fc.integer({ min: 0, max: 25 }).map((places) => 10n ** BigInt(places)),
  fc.bigInt({ min: 1n, max: 10n ** 30n }),
);
const anyRational = fc.tuple(part, below).map(([n, d]) => rational(n, d));

function exact(text: string): Rational {
  const value = fromExactText(text);
  if (value === undefined) throw new Error(`no exact text: ${text}`);
  return value;
}

/** Whether the value is n ÷ d in lowest terms with a denominator above zero, by cross-multiplication and plain Euclid. */
function isRatio({ numerator, denominator }: Rational, n: bigint, d: bigint): boolean {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return denominator > 0n && a === 1n && numerator * d === n * denominator;
}

/** The neighbour among the multiples of 10^−places that the mode chooses, found by looking at both and measuring distances. */
function roundByDistance({ numerator: n, denominator: d }: Rational, places: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(places);
  const magnitude = (n < 0n ? -n : n) * scale;
  const inner = magnitude / d;
  const toInner = magnitude - inner * d;
  const toOuter = (inner + 1n) * d - magnitude;
  const outer = {
    'half-up': toOuter <= toInner,
    'half-even': toOuter < toInner || (toOuter === toInner && inner % 2n === 1n),
    'up': toInner > 0n,
    'down': false,
  }[mode];
  const steps = outer ? inner + 1n : inner;
  return rational(n < 0n ? -steps : steps, scale);
}

describe('building', () => {
  test.each([
    [6, 4, '1.5'],
    [6, -4, '-1.5'],
    [-6, -4, '1.5'],
    [0, -7, '0'],
    [2n, 6n, '1/3'],
    [-(10n ** 30n), 10n ** 29n, '-10'],
  ])('%s over %s is %s', (numerator, denominator, text) => {
    expect(toExactText(rational(numerator, denominator))).toBe(text);
  });

  it('has the constants 0 and 1', () => {
    expect([ZERO, ONE].map(toExactText)).toEqual(['0', '1']);
  });

  it('keeps every ratio in lowest terms with a denominator above zero', () => {
    fc.assert(fc.property(part, below, (n, d) => isRatio(rational(n, d), n, d) && isRatio(rational(n, -d), -n, d)));
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s, which is no safe integer', (value) => {
    expect(() => rational(value)).toThrow(RangeError);
    expect(() => rational(1, value)).toThrow(RangeError);
  });

  it('refuses a zero denominator', () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('adds, subtracts, multiplies and divides as cross-multiplied bigints do', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        const { numerator: n1, denominator: d1 } = a;
        const { numerator: n2, denominator: d2 } = b;
        expect(isRatio(add(a, b), n1 * d2 + n2 * d1, d1 * d2)).toBe(true);
        expect(isRatio(subtract(a, b), n1 * d2 - n2 * d1, d1 * d2)).toBe(true);
        expect(isRatio(multiply(a, b), n1 * n2, d1 * d2)).toBe(true);
        const quotient = divide(a, b);
        expect(quotient === undefined ? n2 === 0n : isRatio(quotient, n1 * d2, d1 * n2)).toBe(true);
      }),
    );
  });

  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
        expect(add(a, negate(a))).toEqual(ZERO);
        expect(multiply(a, ONE)).toEqual(a);
        expect(divide(a, a)).toEqual(equal(a, ZERO) ? undefined : ONE);
      }),
    );
  });

  it('gives no quotient for a zero divisor', () => {
    expect(divide(ONE, ZERO)).toBeUndefined();
    expect(divide(ZERO, ZERO)).toBeUndefined();
  });

  it('divides by a negative number', () => {
    expect(toExactText(divide(exact('3'), exact('-0.75')) ?? ZERO)).toBe('-4');
  });

  it('counts two whole steps of 0.05 from 0.9 to 1, where doubles count one', () => {
    const steps = divide(subtract(ONE, exact('0.9')), exact('0.05')) ?? ZERO;
    expect(toExactText(floor(steps))).toBe('2');
    expect(Math.floor((1 - 0.9) / 0.05)).toBe(1);
  });

  it('holds that 20 ÷ 6 × 3 ≥ 10', () => {
    const product = multiply(divide(exact('20'), exact('6')) ?? ZERO, exact('3'));
    expect(compare(product, exact('10'))).toBe(0);
  });

  it('takes distance and sign from the numerator', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(sign(a)).toBe(a.numerator === 0n ? 0 : a.numerator > 0n ? 1 : -1);
        expect(multiply(absolute(a), rational(sign(a)))).toEqual(a);
      }),
    );
  });
});

describe('order', () => {
  it('is total, and agrees with cross-multiplication', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        const difference = a.numerator * b.denominator - b.numerator * a.denominator;
        expect(compare(a, b)).toBe(difference === 0n ? 0 : difference > 0n ? 1 : -1);
        expect(compare(a, b) + compare(b, a)).toBe(0);
        expect(equal(a, b)).toBe(difference === 0n);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('finds the smaller and the larger of two numbers', () => {
    fc.assert(
      fc.property(anyRational, anyRational, (a, b) => {
        expect([minimum(a, b), maximum(a, b)]).toEqual(compare(a, b) <= 0 ? [a, b] : [b, a]);
      }),
    );
  });
});

describe('whole numbers', () => {
  test.each([
    ['2.5', '2', '3', '2'],
    ['-2.5', '-3', '-2', '-2'],
    ['-1/3', '-1', '0', '0'],
    ['-4', '-4', '-4', '-4'],
    ['0', '0', '0', '0'],
  ])('%s lies between %s and %s, and its whole part is %s', (text, low, high, whole) => {
    const value = exact(text);
    expect([floor(value), ceil(value), truncate(value)].map(toExactText)).toEqual([low, high, whole]);
  });

  it('are the nearest ones on either side', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        const [low, high] = [floor(a), ceil(a)];
        expect(isInteger(low) && isInteger(high)).toBe(true);
        expect(compare(low, a) <= 0 && compare(a, add(low, ONE)) < 0).toBe(true);
        expect(equal(subtract(high, low), isInteger(a) ? ZERO : ONE)).toBe(true);
        expect(truncate(a)).toEqual(sign(a) < 0 ? high : low);
      }),
    );
  });
});

describe('rounding', () => {
  test.each([
    ['10.075', 2, ['10.08', '10.08', '10.08', '10.07']],
    ['109.5', 0, ['110', '110', '110', '109']],
    ['108.5', 0, ['109', '108', '109', '108']],
    ['2.5', 0, ['3', '2', '3', '2']],
    ['-2.5', 0, ['-3', '-2', '-3', '-2']],
    ['-3.5', 0, ['-4', '-4', '-4', '-3']],
    ['0.5', 0, ['1', '0', '1', '0']],
    ['-0.4', 0, ['0', '0', '-1', '0']],
    ['2.51', 0, ['3', '3', '3', '2']],
    ['2/3', 2, ['0.67', '0.67', '0.67', '0.66']],
    ['-1/3', 1, ['-0.3', '-0.3', '-0.4', '-0.3']],
    ['1.005', 2, ['1.01', '1', '1.01', '1']],
    ['7', 30, ['7', '7', '7', '7']],
  ])('%s to %i places is, half up, half even, up and down, %j', (text, places, expected) => {
    expect(MODES.map((mode) => toExactText(round(exact(text), places, mode)))).toEqual(expected);
  });

  it('chooses the neighbour that measuring distances chooses', () => {
    const nearTie = fc
      .tuple(fc.bigInt({ min: -400n, max: 400n }), fc.constantFrom(2n, 20n, 200n))
      .map(([n, d]) => rational(n, d));
    fc.assert(
      fc.property(
        fc.oneof(anyRational, nearTie),
        fc.integer({ min: 0, max: 30 }),
        fc.constantFrom(...MODES),
        (a, places, mode) => {
          expect(round(a, places, mode)).toEqual(roundByDistance(a, places, mode));
        },
      ),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 30 }), fc.constantFrom(...MODES), (a, places, mode) => {
        const once = round(a, places, mode);
        expect(round(once, places, mode)).toEqual(once);
      }),
    );
  });

  test.each([-1, 31, 1.5, Number.NaN])('refuses %s places', (places) => {
    expect(() => round(ONE, places, 'half-up')).toThrow(RangeError);
  });
});

describe('exact text', () => {
  test.each([
    [1, 2, '0.5'],
    [-1, 2, '-0.5'],
    [-1, 1000, '-0.001'],
    [1, 8, '0.125'],
    [3, 1, '3'],
    [-30, 10, '-3'],
    [2, 3, '2/3'],
    [-7, 6, '-7/6'],
    [1000000n ** 5n, 1, '1000000000000000000000000000000'],
  ])('writes %s over %s as %s', (n, d, text) => {
    expect(toExactText(rational(n, d))).toBe(text);
  });

  it('reads back what it wrote', () => {
    fc.assert(fc.property(anyRational, (a) => equal(exact(toExactText(a)), a)));
  });

  it('writes a decimal without exponent or trailing zeros, or else a ratio whose decimals never end', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        const text = toExactText(a);
        if (!text.includes('/')) expect(text).toMatch(/^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/);
        else expect(a.denominator.toString()).toBe(text.split('/')[1]);
        expect(text.includes('/')).toBe(10n ** 200n % a.denominator !== 0n);
      }),
    );
  });

  test.each([
    ['4/6', '2/3'],
    ['0.50', '0.5'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['007', '7'],
  ])('reads %s as %s', (text, value) => {
    expect(toExactText(exact(text))).toBe(value);
  });

  test.each(['', '-', '.5', '5.', '1e5', '1/0', '1/-2', '0.5/2', ' 1', '+1', '1,000', '１', 'NaN'])(
    'refuses %j',
    (text) => {
      expect(fromExactText(text)).toBeUndefined();
    },
  );
});
