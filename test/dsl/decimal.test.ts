/**
 * Decimals in and out: which texts are numbers, and that no digit is gained or lost on either way.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseDecimal, toFixedText, toShortText } from '../../dsl/numbers/decimal.ts';
import { fromExactText, rational, round, type RoundingMode, toExactText } from '../../dsl/numbers/number.ts';

const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'up', 'down'];

const anyRational = fc
  .tuple(fc.bigInt({ min: -(10n ** 80n), max: 10n ** 80n }), fc.bigInt({ min: 1n, max: 10n ** 75n }))
  .map(([n, d]) => rational(n, d));
const places = fc.integer({ min: 0, max: 30 });

function digits(min: number, max: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...Array.from('0123456789')), { minLength: min, maxLength: max })
    .map((chars) => chars.join(''));
}

function read(text: string): string | undefined {
  const value = parseDecimal(text);
  return value === undefined ? undefined : toExactText(value);
}

describe('reading a decimal', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.00', '0'],
    ['+5', '5'],
    ['-3.50', '-3.5'],
    ['+0.1', '0.1'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['007.10', '7.1'],
    ['85.07', '85.07'],
    ['1,234.5', '1234.5'],
    ['-12,345,678', '-12345678'],
    ['1,234,567.1234', '1234567.1234'],
    [
      '0.0000000000000000000000000000000000000000000000000000000001',
      '0.0000000000000000000000000000000000000000000000000000000001',
    ],
    ['9'.repeat(60), '9'.repeat(60)],
    [`${'9'.repeat(30)}.${'9'.repeat(30)}`, `${'9'.repeat(30)}.${'9'.repeat(30)}`],
    [`0.${'0'.repeat(58)}1`, `0.${'0'.repeat(58)}1`],
  ])('takes %s as %s', (text, value) => {
    expect(read(text)).toBe(value);
  });

  test.each([
    '',
    '.',
    '-',
    '+',
    '-.',
    '5.',
    '1e5',
    '1E-5',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '0b1',
    ' 1',
    '1 ',
    '1\n',
    '--1',
    '+-1',
    '1.2.3',
    '1,23',
    '12,34.5',
    '1234,567',
    ',123',
    '1,',
    '1,,234',
    '0,123',
    '1.234,5',
    '1.2,345',
    '1_000',
    '90%',
    '90分',
    '９０',
    '1，234',
    '−1',
    '2/3',
    '9'.repeat(61),
    `0.${'0'.repeat(60)}`,
    '1'.repeat(100_000),
  ])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  it('loses no digit of a decimal of up to 60 digits', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '-', '+'), digits(1, 30), digits(1, 30), (sign, whole, decimals) => {
        const expected = rational(
          BigInt(`${sign === '-' ? '-' : ''}${whole}${decimals}`),
          10n ** BigInt(decimals.length),
        );
        expect(parseDecimal(`${sign}${whole}.${decimals}`)).toEqual(expected);
      }),
    );
  });

  it('reads the same number with and without separators', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), digits(1, 9), (whole, decimals) => {
        const plain = `${whole.toString()}.${decimals}`;
        const grouped = `${whole.toLocaleString('en-US')}.${decimals}`;
        expect(parseDecimal(grouped)).toEqual(parseDecimal(plain));
      }),
    );
  });

  it('returns for any text without throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), digits(0, 70), fc.string({ unit: fc.constantFrom(...Array.from('01,.-+e')) })),
        (text) => {
          const value = parseDecimal(text);
          expect(value === undefined || value.denominator > 0n).toBe(true);
        },
      ),
    );
  });
});

describe('writing a decimal', () => {
  test.each([
    ['12.5', 2, '12.50', '12.5'],
    ['3', 2, '3.00', '3'],
    ['10.075', 2, '10.08', '10.08'],
    ['1.005', 2, '1.01', '1.01'],
    ['109.5', 0, '110', '110'],
    ['-2.5', 0, '-3', '-3'],
    ['-0.004', 2, '0.00', '0'],
    ['2/3', 4, '0.6667', '0.6667'],
    ['1/3', 30, `0.${'3'.repeat(30)}`, `0.${'3'.repeat(30)}`],
    ['99.995', 2, '100.00', '100'],
    ['100', 0, '100', '100'],
    ['0.000000001', 9, '0.000000001', '0.000000001'],
    ['1000000000000000000000000000000', 1, '1000000000000000000000000000000.0', '1000000000000000000000000000000'],
  ])('shows %s to %i places as %s, and shortly as %s', (text, count, fixed, short) => {
    const value = fromExactText(text);
    expect(value).toBeDefined();
    if (value === undefined) return;
    expect(toFixedText(value, count)).toBe(fixed);
    expect(toShortText(value, count)).toBe(short);
  });

  test.each([
    ['half-up', '-0.13'],
    ['half-even', '-0.12'],
    ['up', '-0.13'],
    ['down', '-0.12'],
  ] as const)('rounds −0.125 to 2 places %s as %s', (mode, text) => {
    expect(toFixedText(rational(-1, 8), 2, mode)).toBe(text);
    expect(toShortText(rational(-1, 8), 2, mode)).toBe(text);
  });

  it('shows the rounded value to the last digit, whatever the size', () => {
    fc.assert(
      fc.property(anyRational, places, fc.constantFrom(...MODES), (value, count, mode) => {
        const rounded = round(value, count, mode);
        expect(fromExactText(toFixedText(value, count, mode))).toEqual(rounded);
        expect(fromExactText(toShortText(value, count, mode))).toEqual(rounded);
      }),
    );
  });

  it('has exactly the decimals asked for, and never a negative zero', () => {
    fc.assert(
      fc.property(anyRational, places, fc.constantFrom(...MODES), (value, count, mode) => {
        const text = toFixedText(value, count, mode);
        expect(text.split('.')[1]?.length ?? 0).toBe(count);
        expect(text).not.toMatch(/^-[0.]*$/);
      }),
    );
  });

  it('is short by trailing zeros only', () => {
    fc.assert(
      fc.property(anyRational, places, (value, count) => {
        const fixed = toFixedText(value, count);
        expect(toShortText(value, count)).toBe(fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed);
      }),
    );
  });
});
