/**
 * The search for worlds against brute force: what it finds holds, and where it finds none no value on a dense grid holds either.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Core, type Measure } from '../../dsl/expressions/core.ts';
import { EVERYTHING, interval } from '../../dsl/numbers/interval.ts';
import { ONE, rational, type Rational, ZERO } from '../../dsl/numbers/number.ts';
import { unitNamed } from '../../dsl/numbers/units.ts';
import { type Fact, worldOf } from '../../dsl/regions/worlds.ts';
import { compile } from '../../engine/values/compile.ts';
import type { Value } from '../../engine/values/value.ts';

const span = { start: 0, end: 0 };
const points = unitNamed('分') ?? expect.unreachable();

function measure(key: string, rest: Partial<Measure>): Measure {
  const type = { kind: 'number', dimension: points.dimension } as const;
  return { key, name: key, type, unit: points, range: EVERYTHING, whole: false, ...rest };
}

const MEASURES: readonly Measure[] = [
  measure('甲', {}),
  measure('乙', { range: interval({ value: ZERO, closed: true }) }),
  measure('丙', { range: interval({ value: ZERO, closed: true }, { value: rational(3), closed: false }), whole: true }),
];
const LEVEL = measure('级', { type: { kind: 'level', words: ['优', '良', '差'] } });
const TRUTH = measure('是', { type: { kind: 'truth' } });

/** Every half between −2 and 4 for numbers, and every answer: all thresholds below are whole, so the halves stand for what is between. */
const GRID: readonly ReadonlyMap<string, Fact>[] = (() => {
  const halves = Array.from({ length: 13 }, (_, index) => rational(index - 4, 2));
  const inRange = [halves, halves.slice(4), [0, 1, 2].map((value) => rational(value))];
  const rows: Map<string, Fact>[] = [];
  for (const first of inRange[0] ?? [])
    for (const second of inRange[1] ?? [])
      for (const third of inRange[2] ?? [])
        for (const word of ['优', '良', '差'])
          for (const truth of [true, false])
            rows.push(
              new Map<string, Fact>([
                ['甲', first],
                ['乙', second],
                ['丙', third],
                ['级', word],
                ['是', truth],
              ]),
            );
  return rows;
})();

function holds(condition: Core, facts: ReadonlyMap<string, Fact>): Value {
  const keys: string[] = [];
  const run = compile(condition, (key) => keys.push(key) - 1);
  return run({ get: (slot) => facts.get(keys[slot] ?? '') ?? expect.unreachable(), weight: ONE });
}

const input = (of: Measure): Core => ({ kind: 'input', measure: of, span });
const constant = (value: Rational): Core => ({ kind: 'constant', value, span });

const numbers: fc.Arbitrary<Core> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...MEASURES).map(input) },
  fc.integer({ min: -2, max: 4 }).map((value) => constant(rational(value))),
  fc.constantFrom(...MEASURES).map((of): Core => ({ kind: 'call', name: 'abs', arguments: [input(of)], span })),
);

const comparisons: fc.Arbitrary<Core> = fc
  .tuple(
    fc.constantFrom('<' as const, '≤' as const, '=' as const, '≠' as const, '≥' as const, '>' as const),
    numbers,
    numbers,
  )
  .map(([operator, left, right]): Core => ({ kind: 'compare', operator, left, right, span }));

const atoms: fc.Arbitrary<Core> = fc.oneof(
  { weight: 5, arbitrary: comparisons },
  fc.constantFrom('优', '良', '差').map((word): Core => ({ kind: 'is', measure: LEVEL, word, span })),
  fc.constant<Core>(input(TRUTH)),
);

const { condition: conditions } = fc.letrec<{ condition: Core }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atoms,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): Core => ({ kind: 'all', of, span })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): Core => ({ kind: 'any', of, span })),
    tie('condition').map((of): Core => ({ kind: 'not', of, span })),
  ),
}));

describe('the search for a unit that meets conditions', () => {
  test('finds one that does, or there is none on a dense grid', () => {
    fc.assert(
      fc.property(fc.array(conditions, { minLength: 1, maxLength: 3 }), (all) => {
        const found = worldOf(all, ONE);
        if (found === 'none') {
          expect(GRID.find((facts) => all.every((condition) => holds(condition, facts) === true))).toBeUndefined();
          return;
        }
        if (found === undefined || found.uncertain) return;
        const facts = new Map<string, Fact>([
          ...(GRID[0] ?? []),
          ...found.facts.map(({ measure: of, value }) => [of.key, value] as const),
        ]);
        expect(all.map((condition) => holds(condition, facts))).toEqual(all.map(() => true));
      }),
      { numRuns: 400 },
    );
  });

  test('multiplies out a quotient on either sign of its denominator', () => {
    const [first, second] = MEASURES;
    if (first === undefined || second === undefined) expect.unreachable();
    const share: Core = { kind: 'arithmetic', operator: '÷', left: input(first), right: input(second), span };
    const half = constant(rational(1, 2));
    const above: Core = { kind: 'compare', operator: '≥', left: share, right: half, span };
    const more: Core = { kind: 'compare', operator: '>', left: input(second), right: input(first), span };
    const negative: Core = { kind: 'compare', operator: '<', left: input(first), right: constant(ZERO), span };
    expect(worldOf([above, negative], ONE)).toBe('none');
    expect(worldOf([above, more], ONE)).toMatchObject({ uncertain: false });
  });
});
