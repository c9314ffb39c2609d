/**
 * One indicator's result: its readings run, brought to one status with points or the range still possible, and put into words of a
 * trace. What each reading gives is kept beside it, since points and what leaves the item belong together in the total.
 */
import { type Rational, ZERO, equal } from '../../dsl/index.ts';
import { figure } from '../values/figure.ts';
import { gatheredBy } from '../ruleset/gather.ts';
import type { NeedNames } from '../ruleset/needs.ts';
import { type Outcome, rangeOf, reasonOf } from '../values/outcome.ts';
import type { PlanResult, PlannedIndicator } from '../run/plan.ts';
import { type Reach, certainly, eitherReach } from '../values/reach.ts';
import type { Figure, IndicatorResult, Status, TraceStep } from '../values/result.ts';
import { rounded } from './rounding.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import { gatheredShown, placesFor } from './shown.ts';
import { clauseOf, traceOf } from './trace.ts';
import { isNumber, isTable } from '../values/value.ts';
import type { UnitValues } from '../ruleset/values.ts';

/** What one reading gives: points of the item, and what leaves it. */
export interface Way {
  readonly low: Rational;
  readonly high: Rational;
  readonly carried: Reach;
}

/** A result with the ways it may come about; one when nothing is open. */
export interface Judged {
  readonly result: IndicatorResult;
  readonly ways: readonly Way[];
}

/** Puts an indicator into its result; nothing is rounded yet. */
export function judged(
  { indicator, readings }: PlannedIndicator,
  ran: PlanResult,
  given: UnitValues,
  names: NeedNames,
  ruleset: Ruleset,
): Judged {
  const outcomes = readings.map(({ outcome }) => outcome);
  const [first] = outcomes;
  const { name, path, weight } = indicator;
  const head = { name, path, weight, origin: indicator.leaf.origin };
  if (first === undefined) {
    const none = certainly(ZERO);
    const found = { status: 'error', low: ZERO, high: weight } as const;
    const empty = { value: undefined, points: undefined, clause: undefined, needs: [], trace: [] };
    return {
      result: { ...head, ...found, ...empty, carried: none, dropped: false },
      ways: [{ ...found, carried: none }],
    };
  }
  const context = { indicator, valueOf: ran.valueOf, written: given.written, answers: given.answers };
  const { status, low, high, dropped, ruled } = whereNotApplicable(verdict(outcomes), indicator, ruleset);
  const ways = readings.map(({ outcome, carried }): Way => ({
    low: ruled ? low : outcome.low,
    high: ruled ? high : outcome.high,
    carried,
  }));
  const told = outcomes.length > 1 && (status === 'scored' || status === 'open');
  const result: IndicatorResult = {
    ...head,
    status,
    value: ownFigure(indicator, ran),
    points: status === 'scored' ? low : undefined,
    low,
    high,
    carried: eitherReach(ways.map(({ carried }) => carried)),
    dropped,
    clause: clauseOf(first, indicator),
    needs: [...new Set([...needed(status, outcomes), ...outside(readings)])].flatMap((key) => names.get(key) ?? []),
    trace: [
      ...withPeers(traceOf(first, context), peerSteps(indicator, ran)),
      ...emptyTables(outcomes, ran, names),
      ...(told ? [readingStep(indicator, readings)] : []),
    ],
  };
  return { result, ways };
}

/** The same with its points rounded as the ruleset says. */
export function inRoundPoints({ result, ways }: Judged, { file }: Ruleset): Judged {
  const round = (points: Rational): Rational => rounded(points, file.pointsRounding);
  const { points, low, high } = result;
  return {
    result: { ...result, points: points && round(points), low: round(low), high: round(high) },
    ways: ways.map((way) => ({ ...way, low: round(way.low), high: round(way.high) })),
  };
}

/** What would have to be filled in: nothing where all is there and only cannot be computed. */
function needed(status: Status, outcomes: readonly Outcome[]): readonly string[] {
  return status === 'missing' ? (reasonOf(outcomes)?.keys ?? []) : [];
}

/** What comes from other units stands behind the formulas, before what it decides. */
function withPeers(trace: readonly TraceStep[], peers: readonly TraceStep[]): readonly TraceStep[] {
  const at = trace.findIndex(({ kind }) => kind !== 'formula');
  return at < 0 ? [...trace, ...peers] : [...trace.slice(0, at), ...peers, ...trace.slice(at)];
}

/** What the indicator takes from the units scored together, and who was left out of it. */
function peerSteps(indicator: Indicator, { peers, valueOf }: PlanResult): readonly TraceStep[] {
  if (peers === undefined) return [];
  return gatheredBy(indicator).flatMap(({ core, words }): readonly TraceStep[] => {
    const shown = core.kind === 'peers' ? gatheredShown(core, { valueOf }) : undefined;
    if (core.kind !== 'peers' || shown === undefined) return [];
    const values = peers.values(core);
    const without = peers.units.filter((_, index) => !isNumber(values[index] ?? false));
    return [{ kind: 'peers', name: words, shown, units: peers.units.length - without.length, without }];
  });
}

/** Tables without rows where that is why nothing can be computed. */
function emptyTables(outcomes: readonly Outcome[], { valueOf }: PlanResult, names: NeedNames): readonly TraceStep[] {
  const reason = reasonOf(outcomes);
  if (reason?.kind !== 'division-by-zero') return [];
  return reason.keys.flatMap((key): readonly TraceStep[] => {
    const value = valueOf(key);
    const empty = isTable(value) && value.rows.length === 0;
    return empty ? [{ kind: 'empty', name: names.get(key)?.name ?? '' }] : [];
  });
}

/** What is missing before it can be told what leaves the item. */
function outside(readings: PlannedIndicator['readings']): readonly string[] {
  return readings.flatMap(({ unsettled }) => (unsettled?.kind === 'missing' ? unsettled.keys : []));
}

interface Verdict {
  readonly status: Status;
  readonly low: Rational;
  readonly high: Rational;
}

/** Several readings with one result are scored; with several they are open. */
function verdict(outcomes: readonly Outcome[]): Verdict {
  const { low, high } = rangeOf(outcomes);
  const reason = reasonOf(outcomes);
  if (reason !== undefined) return { status: reason.kind, low, high };
  return { status: equal(low, high) ? 'scored' : 'open', low, high };
}

/** 不适用: what the ruleset says of it, where the sentence says nothing. */
function whereNotApplicable(
  found: Verdict,
  { weight, leaf }: Indicator,
  { file }: Ruleset,
): Verdict & { readonly dropped: boolean; readonly ruled: boolean } {
  const rule = [...file.readings, ...leaf.readings].findLast(({ kind }) => kind === '不适用')?.choice;
  if (found.status !== 'not-applicable' || rule === undefined) return { ...found, dropped: false, ruled: false };
  if (rule === '按满分计') return { status: 'scored', low: weight, high: weight, dropped: false, ruled: true };
  return { status: 'not-applicable', low: ZERO, high: ZERO, dropped: true, ruled: true };
}

function readingStep(
  { readings }: Indicator,
  outcomes: PlannedIndicator['readings'],
): IndicatorResult['trace'][number] {
  return {
    kind: 'readings',
    outcomes: readings.flatMap(({ answers }, index) => {
      const found = outcomes[index];
      if (found === undefined) return [];
      const points = found.outcome.kind === 'scored' ? found.outcome.points : undefined;
      return [{ reading: [...answers.values()].join('、'), points, carried: found.carried }];
    }),
  };
}

function ownFigure(indicator: Indicator, { valueOf }: PlanResult): Figure | undefined {
  const core = indicator.own?.core;
  if (core?.kind !== 'input') return undefined;
  const value = valueOf(core.measure.key);
  return isNumber(value) && core.measure.type.kind === 'number'
    ? figure(value, core.measure.unit, placesFor(value, core.measure, { indicator, valueOf }))
    : undefined;
}
