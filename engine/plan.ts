/**
 * What is run: every measure a numbered slot, every formula and standard a function over slots. Planned once for a ruleset, run
 * for any number of units; formulas are computed when first asked for, and once.
 */
import type { Beyond } from '../dsl/index.ts';
import { type Frame, type Run, compile } from './compile.ts';
import { type Judge, judge } from './judge.ts';
import type { Outcome } from './outcome.ts';
import type { Check, Indicator, Ruleset } from './ruleset.ts';
import type { Value } from './value.ts';

/** The outcome of an indicator under each reading of its standard, in the order of `indicator.readings`. */
export interface PlannedIndicator {
  readonly indicator: Indicator;
  readonly outcomes: readonly Outcome[];
  /** what its sentence takes from the total or adds to it */
  readonly carried: Outcome | undefined;
  readonly effects: readonly {
    readonly effect: Beyond['effects'][number];
    readonly holds: Value;
    readonly points: Value | undefined;
  }[];
}

/** Everything computed for one unit. */
export interface PlanResult {
  readonly indicators: readonly PlannedIndicator[];
  /** the value of any measure, formulas included */
  readonly valueOf: (key: string) => Value;
  readonly checks: readonly {
    readonly check: Check;
    readonly left: Value;
    readonly right: Value;
    readonly holds: Value;
    readonly tolerance: Value | undefined;
  }[];
}

/** A ruleset made ready to run. */
export interface Plan {
  readonly run: (values: ReadonlyMap<string, Value>) => PlanResult;
}

/** Plans a ruleset. */
export function plan(ruleset: Ruleset): Plan {
  const slots = new Map<string, number>();
  const slotOf = (key: string): number => {
    const slot = slots.get(key) ?? slots.size;
    slots.set(key, slot);
    return slot;
  };
  const judges = ruleset.indicators.map((indicator): readonly Judge[] =>
    indicator.readings.map(({ standard }) => judge(standard, slotOf)),
  );
  const beyonds = ruleset.indicators.map(({ readings }) => {
    const beyond = readings[0]?.beyond;
    return {
      carried: beyond?.carried && judge(beyond.carried, slotOf),
      effects: (beyond?.effects ?? []).map((effect) => ({
        effect,
        when: compile(effect.when, slotOf),
        points: effect.result.kind === 'total' ? compile(effect.result.points, slotOf) : undefined,
      })),
    };
  });
  const formulas = new Map(
    ruleset.definitions.map(({ measure, value }): [number, Run] => [slotOf(measure.key), compile(value, slotOf)]),
  );
  const sides = ruleset.checks.map((check) => ({
    check,
    left: compile(check.left.core, slotOf),
    right: compile(check.right.core, slotOf),
    relation: compile(check.relation, slotOf),
    tolerance: check.tolerance && compile(check.tolerance.core, slotOf),
  }));

  const run = (values: ReadonlyMap<string, Value>): PlanResult => {
    const filled: (Value | undefined)[] = [];
    for (const [key, value] of values) {
      const slot = slots.get(key);
      if (slot !== undefined) filled[slot] = value;
    }
    const keys = [...slots.keys()];
    const get = (slot: number): Value => {
      const known = filled[slot];
      if (known !== undefined) return known;
      const formula = formulas.get(slot);
      const key = keys[slot];
      const missing: Value = { lack: 'missing', keys: key === undefined ? [] : [key] };
      filled[slot] = missing;
      const value = formula === undefined ? missing : formula(frame);
      filled[slot] = value;
      return value;
    };
    const frame: Frame = { get, weight: { numerator: 0n, denominator: 1n } };
    return {
      indicators: ruleset.indicators.map((indicator, index) => ({
        indicator,
        outcomes: (judges[index] ?? []).map((run) => run({ get, weight: indicator.weight })),
        carried: beyonds[index]?.carried?.({ get, weight: indicator.weight }),
        effects: (beyonds[index]?.effects ?? []).map(({ effect, when, points }) => ({
          effect,
          holds: when(frame),
          points: points?.(frame),
        })),
      })),
      valueOf: (key) => {
        const slot = slots.get(key);
        return slot === undefined ? (values.get(key) ?? { lack: 'missing', keys: [key] }) : get(slot);
      },
      checks: sides.map(({ check, left, right, relation, tolerance }) => ({
        check,
        left: left(frame),
        right: right(frame),
        holds: relation(frame),
        tolerance: tolerance?.(frame),
      })),
    };
  };
  return { run };
}
