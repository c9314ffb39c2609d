/**
 * What is run: every measure a numbered slot, every formula and standard a function over slots. Planned once for a ruleset, run
 * for any number of units; formulas are computed when first asked for, and once.
 */
import { type Beyond, type Part, type Rational, ZERO, coreText } from '../../dsl/index.ts';
import { type Frame, type Run, compile } from '../values/compile.ts';
import { type Peers, type PeersCore, amongPeers, compileRows, gatherings } from '../ruleset/gather.ts';
import { earnedKey } from '../ruleset/indicator.ts';
import { judge } from './judge.ts';
import { type Outcome, type UnscoredOutcome, reasonOf } from '../values/outcome.ts';
import { type Reach, addReach, certainly, eitherReach, reachOf, spillOf } from '../values/reach.ts';
import type { Check, Indicator, Reading, Ruleset } from '../ruleset/ruleset.ts';
import { type Value, isLacking, merge } from '../values/value.ts';

/** What one reading of a sentence comes to: in its own item, and outside it. */
export interface ReadingOutcome {
  readonly outcome: Outcome;
  /** what the sentence takes from the total or adds to it, spills included */
  readonly carried: Reach;
  readonly effects: readonly PlannedEffect[];
  /** why what leaves the item cannot be told, when it cannot */
  readonly unsettled: Pick<UnscoredOutcome, 'kind' | 'keys' | 'strays'> | undefined;
}

/** An effect on the whole; `points` are those it sets the total to. */
export interface PlannedEffect {
  readonly effect: Beyond['effects'][number];
  readonly holds: Value;
  readonly points: Value | undefined;
}

/** What an indicator comes to under each reading of its standard, in the order of `indicator.readings`. */
export interface PlannedIndicator {
  readonly indicator: Indicator;
  readonly readings: readonly ReadingOutcome[];
}

/** Everything computed for one unit. */
export interface PlanResult {
  readonly indicators: readonly PlannedIndicator[];
  /** the units it was computed together with, itself among them */
  readonly peers: Peers | undefined;
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
  readonly open: (values: ReadonlyMap<string, Value>) => Opened;
}

/** A unit whose values are in their slots; nothing is computed before it is asked for. */
export interface Opened {
  /** what the unit has of an expression that units are compared by */
  readonly own: (compared: PeersCore) => Value;
  /** makes the units known that it is scored together with, itself among them */
  readonly join: (peers: Peers) => void;
  readonly run: () => PlanResult;
}

/** Plans a ruleset. */
export function plan(ruleset: Ruleset): Plan {
  const slots = new Map<string, number>();
  const slotOf = (key: string): number => {
    const slot = slots.get(key) ?? slots.size;
    slots.set(key, slot);
    return slot;
  };
  const readings = ruleset.indicators.map((indicator) => {
    const earned = slotOf(earnedKey(indicator.name));
    return indicator.readings.map((each) => judgeReading(each, slotOf, earned));
  });
  const weights = weightsOfFormulas(ruleset);
  const formulas = new Map(
    ruleset.definitions.map(({ measure, value }): [number, { readonly run: Run; readonly weight: Rational }] => [
      slotOf(measure.key),
      { run: compile(value, slotOf), weight: weights.get(measure.key) ?? ZERO },
    ]),
  );
  const sides = ruleset.checks.map((check) => ({
    check,
    left: compile(check.left.core, slotOf),
    right: compile(check.right.core, slotOf),
    relation: compile(check.relation, slotOf),
    tolerance: check.tolerance && compile(check.tolerance.core, slotOf),
  }));

  const gathered = gatherings(ruleset).map(({ core }) => ({
    core,
    slot: slotOf(coreText(core)),
    run: core.kind === 'rows' ? compileRows(core, slotOf) : compile(core.of, slotOf),
  }));
  const gather = new Map(gathered.map((each) => [each.slot, each]));

  const open = (values: ReadonlyMap<string, Value>): Opened => {
    let together: Peers | undefined;
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
      const value = formula === undefined ? (collect(slot) ?? missing) : formula.run({ get, weight: formula.weight });
      filled[slot] = value;
      return value;
    };
    const frame: Frame = { get, weight: ZERO };
    const collect = (slot: number): Value | undefined => {
      const found = gather.get(slot);
      if (found === undefined) return undefined;
      const value = found.run(frame);
      return found.core.kind === 'peers' ? amongPeers(found.core, value, together) : value;
    };
    const run = (): PlanResult => ({
      peers: together,
      indicators: ruleset.indicators.map((indicator, index) => ({
        indicator,
        readings: (readings[index] ?? []).map((run) => run({ get, weight: indicator.weight })),
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
    });
    return {
      own: (compared) => gather.get(slotOf(coreText(compared)))?.run(frame) ?? { lack: 'missing', keys: [] },
      join: (peers) => (together = peers),
      run,
    };
  };
  return { open };
}

/** 分值 in a formula is that of the indicator the formula stands under. */
function weightsOfFormulas({ indicators }: Ruleset): ReadonlyMap<string, Rational> {
  return new Map(
    indicators.flatMap(({ definitions, weight }) =>
      definitions.map(({ measure }): [string, Rational] => [measure.key, weight]),
    ),
  );
}

/** Compiles one reading of a sentence, with all it does outside its own item. */
function judgeReading(
  { standard, beyond }: Reading,
  slotOf: (key: string) => number,
  earned: number,
): (frame: Frame) => ReadingOutcome {
  const own = judge(standard, slotOf);
  const spill = spillOf(standard, slotOf);
  const carry = beyond.carried && judge(beyond.carried, slotOf);
  const reach = beyond.carried && reachOf(beyond.carried, slotOf);
  const effects = beyond.effects.map((effect) => ({
    effect,
    when: compile(effect.when, slotOf),
    sets: effect.result.kind === 'total' ? compile(effect.result.points, slotOf) : undefined,
  }));
  return (frame) => {
    const outcome = own(frame);
    const moved = carry?.(frame);
    const spilled = outcome.kind === 'scored' ? certainly(outcome.spilled) : spill(frame);
    const told =
      moved === undefined || reach === undefined
        ? certainly(ZERO)
        : moved.kind === 'scored'
          ? certainly(moved.points)
          : addReach(reach(frame), eitherReach([certainly(ZERO), ...basesOf(beyond.carried, moved)]));
    const points = earnedBy(outcome, frame.weight);
    const known: Frame = { ...frame, get: (slot) => (slot === earned ? points : frame.get(slot)) };
    const done = effects.map(({ effect, when, sets }) => ({ effect, holds: when(known), points: sets?.(known) }));
    return {
      outcome,
      carried: addReach(spilled, told),
      effects: done,
      unsettled: reasonOf([...(moved === undefined ? [] : [moved]), ...done.flatMap(unknownEffect)]),
    };
  };
}

/** The points of an outcome as a value others depend on; what does not apply has missed nothing. */
function earnedBy(outcome: Outcome, weight: Rational): Value {
  if (outcome.kind === 'scored') return outcome.points;
  if (outcome.kind === 'not-applicable') return weight;
  return { lack: outcome.kind === 'division-by-zero' ? outcome.kind : 'missing', keys: outcome.keys };
}

/** An effect whose condition, or what it sets, cannot be told, as an outcome without points. */
function unknownEffect({ holds, points }: PlannedEffect): readonly UnscoredOutcome[] {
  const lacking = [holds, ...(holds === false || points === undefined ? [] : [points])].filter(isLacking);
  if (lacking.length === 0) return [];
  const { lack, keys } = merge(...lacking);
  return [{ kind: lack, keys, low: ZERO, high: ZERO, path: undefined, strays: [] }];
}

/** What the bands of a part that cannot be scored may give. */
function basesOf(part: Part | undefined, { low, high }: Outcome): readonly Reach[] {
  return part === undefined || part.bands.length === 0 ? [] : [{ low, high }];
}
