/**
 * The curve of a standard against the plan: on every stretch, at its ends and between them, the line gives the points that scoring
 * gives, and in a hole scoring gives none.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Measure, measuresOf } from '../../dsl/expressions/core.ts';
import { contains } from '../../dsl/numbers/interval.ts';
import { curveOf } from '../../dsl/regions/curve.ts';
import { windowOf } from '../../dsl/regions/curve-window.ts';
import { domainOf, heightOf } from '../../dsl/regions/piecewise.ts';
import { add, divide, multiply, rational, type Rational, subtract, toExactText } from '../../dsl/numbers/number.ts';
import { coresOf } from '../../dsl/expressions/standard.ts';
import { judge } from '../../engine/run/judge.ts';
import { link, loadRuleset } from '../../engine/index.ts';
import type { Value } from '../../engine/values/value.ts';
import { rulesetText, tables } from './official.ts';

/** Something for every measure that the curve does not run over. */
function answerOf({ type }: Measure): Rational | boolean | string {
  switch (type.kind) {
    case 'truth':
      return false;
    case 'level':
      return type.words[0] ?? '';
    case 'number':
    case 'date':
    case 'text':
    case 'records':
      return rational(1);
  }
}

describe('the curve of an official sentence', () => {
  test('is what scoring gives, at every end, just beside it, and between', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 99 }), (table, share) => {
        const { ruleset } = link(loadRuleset(rulesetText(table), 'curve.yaml').ruleset ?? expect.unreachable());
        for (const { readings, own, weight, leaf } of ruleset.indicators) {
          if (own?.core.kind !== 'input' || own.core.measure.type.kind !== 'number') continue;
          const { measure } = own.core;
          const standardText = leaf.standard.text;
          for (const { standard } of readings) {
            const window = windowOf([standard], measure, weight, []);
            const curve = curveOf(standard, measure, window, weight, answerOf);
            const others = new Map(
              coresOf(standard)
                .flatMap(measuresOf)
                .map((of) => [of.key, of]),
            );
            if (curve === undefined) continue;
            const slots: string[] = [];
            const run = judge(standard, (key) => slots.push(key) - 1);
            const pointsAt = (x: Rational): string | undefined => {
              const get = (slot: number): Value =>
                slots[slot] === measure.key ? x : answerOf(others.get(slots[slot] ?? '') ?? expect.unreachable());
              const outcome = run({ get, weight });
              return outcome.kind === 'scored' ? toExactText(outcome.points) : undefined;
            };
            const domain = domainOf(curve);
            for (const { interval: own, line } of curve) {
              const [low, high] = [own.low?.value, own.high?.value];
              if (low === undefined || high === undefined) expect.unreachable('a window has two ends');
              const inside = add(low, multiply(subtract(high, low), rational(share, 100)));
              const near = add(low, divide(subtract(high, low), rational(1000)) ?? rational(0));
              for (const x of [low, high, inside, near]) {
                if (!contains([own], x)) continue;
                expect(pointsAt(x), `at ${toExactText(x)}`).toBe(toExactText(heightOf(line, x)));
              }
            }
            for (const x of [-1, 0, 50, 100, 120].map((percent) => rational(percent, 100))) {
              if (contains(window, x))
                expect(
                  contains(domain, x) ? undefined : pointsAt(x),
                  `hole at ${toExactText(x)} of ${standardText}`,
                ).toBe(undefined);
            }
          }
        }
      }),
      { numRuns: 120 },
    );
  });
});
