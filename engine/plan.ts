/**
 * What is run: every measure a numbered slot, every formula and standard a function over slots. Planned once for a ruleset, run
 * for any number of units; formulas are computed when first asked for, and once.
 */
import type { Rational } from '../dsl/index.ts';
import { type Frame, type Run, compile } from './compile.ts';
import { type Judge, type Outcome, judge } from './outcome.ts';
import type { Check, Indicator, Ruleset } from './ruleset.ts';
import type { Value } from './value.ts';

/** The outcome of an indicator under each reading of its standard, in the order of `indicator.readings`. */
export interface PlannedIndicator {
  readonly indicator: Indicator;
  readonly outcomes: readonly Outcome[];
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
  }[];
  /** the label of the first grade that holds for a total */
  readonly gradeOf: (total: Rational) => string | undefined;
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
  const formulas = new Map(
    ruleset.definitions.map(({ measure, value }): [number, Run] => [slotOf(measure.key), compile(value, slotOf)]),
  );
  const sides = ruleset.checks.map((check) => ({
    check,
    left: compile(check.left.core, slotOf),
    right: compile(check.right.core, slotOf),
    relation: compile(check.relation, slotOf),
  }));
  const grades = ruleset.grades.map(({ label, when }) => ({ label, when: compile(when, slotOf) }));
  const totalSlot = slotOf(ruleset.total.key);

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
      })),
      valueOf: (key) => {
        const slot = slots.get(key);
        return slot === undefined ? (values.get(key) ?? { lack: 'missing', keys: [key] }) : get(slot);
      },
      checks: sides.map(({ check, left, right, relation }) => ({
        check,
        left: left(frame),
        right: right(frame),
        holds: relation(frame),
      })),
      gradeOf: (total) =>
        grades.find(
          ({ when }) => when({ get: (slot) => (slot === totalSlot ? total : get(slot)), weight: total }) === true,
        )?.label,
    };
  };
  return { run };
}
