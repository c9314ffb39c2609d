/**
 * Regions and pieces: where conditions hold, and between which points a part gives them; agreed with a naive reading of the
 * same conditions and steps at, just below and just above every place where anything changes.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Comparison, StepReading } from '../../dsl/text/ast.ts';
import { checkExpression } from '../../dsl/expressions/check.ts';
import type { Core } from '../../dsl/expressions/core.ts';
import { contains, EVERYTHING, type IntervalSet } from '../../dsl/numbers/interval.ts';
import * as number from '../../dsl/numbers/number.ts';
import { type Rational, rational, toExactText } from '../../dsl/numbers/number.ts';
import { parseFormula } from '../../dsl/grammar/parser.ts';
import { type Pieces, piecesOf } from '../../dsl/regions/pieces.ts';
import { regionOf, type Subject } from '../../dsl/regions/regions.ts';
import type { Height } from '../../dsl/regions/staircase.ts';
import type { Adjustment, Band, Part } from '../../dsl/expressions/standard.ts';
import { measureNamed, scopeOf } from './scope.ts';

const HERE = { start: 0, end: 0 };
const RATE = measureNamed('完成率', '比率');
const SUBJECT: Core = { kind: 'input', measure: RATE, span: HERE };
const SIZE: Core = { kind: 'call', name: 'abs', arguments: [SUBJECT], span: HERE };
const YES: Core = { kind: 'truth', value: true, span: HERE };

function constant(value: Rational): Core {
  return { kind: 'constant', value, span: HERE };
}

function shown(set: IntervalSet | undefined): string {
  if (set === undefined) return 'none';
  return set
    .map(({ low, high }) => {
      const from = low === undefined ? '(-∞' : `${low.closed ? '[' : '('}${toExactText(low.value)}`;
      const to = high === undefined ? '∞)' : `${toExactText(high.value)}${high.closed ? ']' : ')'}`;
      return `${from}, ${to}`;
    })
    .join(' ');
}

describe('the region of a condition is exact', () => {
  test.each([
    ['完成率≥90%', '[0.9, ∞)'],
    ['90%＞完成率', '(-∞, 0.9)'],
    ['完成率≠90%', '(-∞, 0.9) (0.9, ∞)'],
    ['完成率≥60%且完成率＜80%', '[0.6, 0.8)'],
    ['完成率＜60%或完成率≥80%', '(-∞, 0.6) [0.8, ∞)'],
    ['完成率≥90%且完成率≤90%', '[0.9, 0.9]'],
    ['绝对值(完成率)≤5%', '[-0.05, 0.05]'],
    ['绝对值(完成率)＞5%', '(-∞, -0.05) (0.05, ∞)'],
    ['绝对值(完成率)＜-5%', ''],
    ['完成率×2≥1', '[0.5, ∞)'],
    ['100%－完成率≥10%', '(-∞, 0.9]'],
    ['100%－绝对值(完成率)≥90%', '[-0.1, 0.1]'],
    ['完成率－完成率≥0', '(-∞, ∞)'],
    ['完成率≥另一率', 'none'],
    ['完成率×完成率≥1', 'none'],
    ['另一率≥1或完成率≥1', 'none'],
    ['另一率≥1且完成率≥1且完成率＜1', ''],
    ['另一率≥1或完成率≥1或完成率＜1', '(-∞, ∞)'],
    ['合格', 'none'],
  ])('%s', (text, expected) => {
    const scope = scopeOf({ 量: { 完成率: '比率', 另一率: '比率', 合格: '是非' } });
    const formula = parseFormula(text, scope.names, () => expect.unreachable());
    const checked = formula && checkExpression(formula.expression, scope, () => expect.unreachable());
    expect(shown(checked && regionOf(checked.core, SUBJECT))).toBe(expected);
  });
});

// ---- a naive reading, one value at a time

function valueAt(core: Core, x: Rational): Rational {
  if (core.kind === 'constant') return core.value;
  if (core.kind === 'input') return x;
  if (core.kind === 'call') return number.absolute(x);
  if (core.kind !== 'arithmetic') throw new Error(core.kind);
  const [left, right] = [valueAt(core.left, x), valueAt(core.right, x)];
  return core.operator === '×' ? number.multiply(left, right) : number.add(left, right);
}

function holdsAt(core: Core, x: Rational): boolean {
  if (core.kind === 'truth') return core.value;
  if (core.kind === 'all') return core.of.every((part) => holdsAt(part, x));
  if (core.kind === 'any') return core.of.some((part) => holdsAt(part, x));
  if (core.kind === 'not') return !holdsAt(core.of, x);
  if (core.kind !== 'compare') throw new Error(core.kind);
  const order = number.compare(valueAt(core.left, x), valueAt(core.right, x));
  const holds = {
    '=': order === 0,
    '≠': order !== 0,
    '<': order < 0,
    '≤': order <= 0,
    '>': order > 0,
    '≥': order >= 0,
  };
  return holds[core.operator];
}

function stepsAt(
  { measure, origin, direction, width, reading, until, amount, sign }: Adjustment,
  x: Rational,
): Rational {
  const start = valueAt(origin, x);
  const apart = number.subtract(valueAt(measure, x), start);
  const way = direction === 'both' ? number.absolute(apart) : direction === 'above' ? apart : number.negate(apart);
  const end = until && number.absolute(number.subtract(valueAt(until, x), start));
  const distance = number.maximum(number.ZERO, end === undefined ? way : number.minimum(way, end));
  const exact = number.divide(distance, valueAt(width, x))!;
  const steps = { 不计: number.floor(exact), 按一档计: number.ceil(exact), 按比例: exact }[reading];
  const points = number.multiply(steps, valueAt(amount, x));
  return sign > 0 ? points : number.negate(points);
}

function pointsAt(band: Band, part: Part, x: Rational): Rational {
  const base = valueAt(band.award.value, x);
  return band.adjusted ? part.adjustments.reduce((sum, step) => number.add(sum, stepsAt(step, x)), base) : base;
}

// ---- random parts: every breakpoint is a multiple of 1/10, so that a thousandth away from one there is no other

const tenths = fc.integer({ min: -10, max: 10 }).map((value) => rational(value, 10));
const comparison: fc.Arbitrary<Comparison> = fc.constantFrom('<', '≤', '=', '≠', '≥', '>');
const compared: fc.Arbitrary<Core> = fc
  .tuple(comparison, fc.constantFrom(SUBJECT, SUBJECT, SIZE), tenths, fc.boolean())
  .map(([operator, side, value, turned]) => {
    const [left, right] = turned ? [constant(value), side] : [side, constant(value)];
    return { kind: 'compare', operator, left, right, span: HERE };
  });
const condition: fc.Arbitrary<Core> = fc.oneof(
  { weight: 3, arbitrary: compared },
  fc
    .tuple(fc.constantFrom('all' as const, 'any' as const), fc.array(compared, { maxLength: 3 }))
    .map(([kind, of]): Core => ({ kind, of, span: HERE })),
  compared.map((of): Core => ({ kind: 'not', of, span: HERE })),
);
const award: fc.Arbitrary<Core> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }).map((value) => constant(rational(value))) },
  fc.tuple(tenths, tenths).map(([slope, start]): Core => {
    const line: Core = { kind: 'arithmetic', operator: '×', left: constant(slope), right: SUBJECT, span: HERE };
    return { kind: 'arithmetic', operator: '＋', left: line, right: constant(start), span: HERE };
  }),
);
const band: fc.Arbitrary<Band> = fc
  .tuple(condition, award, fc.boolean())
  .map(([when, value, adjusted]) => ({ when, award: { value, choice: undefined, span: HERE }, adjusted, span: HERE }));
const reading: fc.Arbitrary<StepReading> = fc.constantFrom('不计', '按一档计', '按比例');
const adjustment: fc.Arbitrary<Adjustment> = fc
  .record({
    sign: fc.constantFrom(1 as const, -1 as const),
    measure: fc.constantFrom(SUBJECT, SUBJECT, SIZE),
    origin: tenths.map(constant),
    direction: fc.constantFrom('above' as const, 'below' as const, 'both' as const),
    width: fc.integer({ min: 1, max: 9 }).map((value) => constant(rational(value, 20))),
    reading,
    until: fc.option(tenths.map(constant), { nil: undefined }),
    choice: fc.constant(undefined),
  })
  .map((step) => ({ ...step, amount: constant(rational(1, 2)), span: HERE, head: HERE }));
const part: fc.Arbitrary<Part> = fc
  .tuple(
    fc.array(band, { minLength: 1, maxLength: 4 }),
    fc.option(band, { nil: undefined }),
    fc.array(adjustment, { maxLength: 2 }),
  )
  .map(([bands, fallback, adjustments]) => {
    const free = { value: undefined, stated: false };
    return {
      kind: 'part',
      bands,
      fallback,
      adjustments,
      limits: [],
      floor: free,
      cap: free,
      spills: false,
      span: HERE,
    };
  });

const CONTINUOUS: Subject = { core: SUBJECT, domain: EVERYTHING, whole: false, certain: true };
const PLACES = Array.from({ length: 71 }, (_, index) => rational(index - 35, 10));
const NEAR = rational(1, 1000);
const SAMPLES = PLACES.flatMap((place) => [number.subtract(place, NEAR), place, number.add(place, NEAR)]);

function piecesFor(one: Part, subject = CONTINUOUS): Pieces {
  return piecesOf(one, subject, rational(5)) ?? expect.unreachable();
}

function order(left: Height, right: Rational): number {
  return typeof left === 'object' ? number.compare(left, right) : left === '∞' ? 1 : -1;
}

describe('the pieces of a part agree with a naive reading at every breakpoint and beside it', () => {
  test('the gap is where nothing speaks', () => {
    fc.assert(
      fc.property(part, (one) => {
        const { gap } = piecesFor(one);
        for (const x of SAMPLES) {
          const speaks = [...one.bands, ...(one.fallback === undefined ? [] : [one.fallback])].some(({ when }) =>
            holdsAt(when, x),
          );
          expect(contains(gap, x), toExactText(x)).toBe(!speaks);
        }
      }),
    );
  });

  test('bands overlap where both hold and give different points', () => {
    fc.assert(
      fc.property(part, (one) => {
        const { overlaps } = piecesFor(one);
        for (const x of SAMPLES) {
          const awards = one.bands
            .filter(({ when }) => holdsAt(when, x))
            .map(({ award: own }) => toExactText(valueAt(own.value, x)));
          const found = overlaps.some(({ set }) => contains(set, x));
          expect(found, toExactText(x)).toBe(new Set(awards).size > 1);
        }
      }),
    );
  });

  test('points lie between the ends of their piece, which are reached just when they are said to be', () => {
    fc.assert(
      fc.property(part, (one) => {
        for (const { interval: own, band: speaking, low, high } of piecesFor(one).pieces) {
          if (low === undefined || high === undefined) continue;
          const points = SAMPLES.filter((x) => contains([own], x)).map((x) => pointsAt(speaking, one, x));
          expect(points.length).toBeGreaterThan(0);
          const most = points.reduce(number.maximum);
          const least = points.reduce(number.minimum);
          expect(order(high.height, most)).toBe(high.attained ? 0 : 1);
          expect(order(low.height, least)).toBe(low.attained ? 0 : -1);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('whole-numbered measures', () => {
  const whole: Subject = { core: SUBJECT, domain: EVERYTHING, whole: true, certain: true };
  const between = (low: number, high: number): Band => {
    const ends: readonly Core[] = [
      { kind: 'compare', operator: '≥', left: SUBJECT, right: constant(rational(low)), span: HERE },
      { kind: 'compare', operator: '≤', left: SUBJECT, right: constant(rational(high)), span: HERE },
    ];
    return {
      when: { kind: 'all', of: ends, span: HERE },
      award: { value: constant(rational(1)), choice: undefined, span: HERE },
      adjusted: false,
      span: HERE,
    };
  };
  const free = { value: undefined, stated: false };
  const ranks: Part = {
    kind: 'part',
    bands: [between(1, 3), between(4, 6), between(8, 9)],
    fallback: undefined,
    adjustments: [],
    limits: [],
    floor: free,
    cap: free,
    spills: false,
    span: HERE,
  };

  test('there is nothing between two neighbours, and a whole number left out is a gap', () => {
    expect(shown(piecesFor(ranks, whole).gap)).toBe('(-∞, 0] [7, 7] [10, ∞)');
  });

  test('a continuous measure has gaps there', () => {
    expect(shown(piecesFor(ranks).gap)).toBe('(-∞, 1) (3, 4) (6, 8) (9, ∞)');
  });

  test('a condition on anything else leaves the part without pieces', () => {
    const other: Core = { kind: 'input', measure: measureNamed('合格', '是非'), span: HERE };
    expect(piecesOf({ ...ranks, bands: [{ ...between(1, 3), when: other }] }, whole, rational(5))).toBeUndefined();
    expect(piecesOf({ ...ranks, bands: [{ ...between(1, 3), when: YES }] }, whole, rational(5))?.gap).toEqual([]);
  });
});
