/**
 * The main road of scoring: a unit's values are read, the plan is run, and the result says for every indicator its value, points,
 * status and trace, with group sums, the total as a range while anything is open, the grade, and the cross-checks.
 */
import { type Diagnostic, type Rational, ZERO, add, collector, equal, round } from '../dsl/index.ts';
import { checkResult } from './check-result.ts';
import { claimsOf } from './claims.ts';
import { figure, shownPoints } from './figure.ts';
import { gradeOf, gradeUnder } from './grade.ts';
import { diagnoseFile } from './messages.ts';
import { type Outcome, rangeOf, reasonOf } from './outcome.ts';
import { type PlanResult, type PlannedIndicator, plan } from './plan.ts';
import type { EffectOutcome, Figure, GroupResult, IndicatorResult, Need, ScoreResult, Status } from './result.ts';
import type { Indicator, Ruleset } from './ruleset.ts';
import type { Rounding } from './ruleset-file.ts';
import { placesFor } from './shown.ts';
import { clauseOf, traceOf } from './trace.ts';
import type { UnitFile } from './unit-file.ts';
import { type UnitValues, readValues } from './values.ts';
import { isLacking, isNumber } from './value.ts';
import { fixedCarry, sumOf, totalOf, unknownCarry } from './total.ts';
import { ENGINE_VERSION } from './version.ts';

/** Scores one unit; for many, `scorer` plans once. */
export function score(ruleset: Ruleset, unit: UnitFile): ScoreResult {
  return scorer(ruleset)(unit);
}

/** A ruleset planned, ready to score any number of units. */
export function scorer(ruleset: Ruleset): (unit: UnitFile) => ScoreResult {
  const planned = plan(ruleset);
  const names = needsOf(ruleset);
  return (unit) => {
    const given = readValues(unit, ruleset);
    const ran = planned.run(given.values);
    const indicators = ran.indicators.map((one) => indicatorResult(one, ran, given, names, ruleset));
    return resultOf(ruleset, unit, indicators, ran, given, names);
  };
}

function resultOf(
  ruleset: Ruleset,
  unit: UnitFile,
  indicators: readonly IndicatorResult[],
  ran: PlanResult,
  given: UnitValues,
  names: NeedNames,
): ScoreResult {
  const { file } = ruleset;
  const effects = effectsOf(ran);
  const sum = totalOf(indicators, effects);
  const rounded = (points: Rational): Rational => rounding(points, file.totalRounding);
  const total = {
    points: sum.points && rounded(sum.points),
    weight: sum.weight,
    low: rounded(sum.low),
    high: rounded(sum.high),
  };
  const groups = ruleset.groups.map(({ name, path, members }): GroupResult => ({
    name,
    path,
    ...sumOf(members.flatMap((member) => indicators[member] ?? [])),
  }));
  const grade = gradeUnder(effects, gradeOf(ruleset, total.low, total.high));
  const { report, diagnostics: aboutClaims } = collector();
  const claims = claimsOf(unit, ruleset, { indicators, groups, total, grade }, report);
  return {
    ruleset: {
      family: file.family.text,
      fiscalYear: file.fiscalYear,
      edition: file.edition,
      hash: ruleset.hash,
      title: file.title.text,
      status: file.statusText.text,
    },
    engine: ENGINE_VERSION,
    unit: { name: unit.name.text, fiscalYear: unit.fiscalYear },
    total,
    grade,
    effects: effects.filter(({ holds }) => holds !== false),
    groups,
    indicators,
    checks: ran.checks.map((check) => checkResult(check, names)),
    claims,
    diagnostics: [...given.diagnostics, ...straysOf(ran, given), ...aboutClaims].map((diagnostic) => ({
      ...diagnostic,
      file: unit.file,
    })),
  };
}

/** Points given outside the range the standard leaves for them, at their places. */
function straysOf({ indicators }: PlanResult, { answers }: UnitValues): readonly Diagnostic[] {
  return indicators.flatMap(({ indicator, outcomes }) => {
    const strays = outcomes.flatMap((outcome) => (outcome.kind === 'error' ? outcome.strays : []));
    const byKey = new Map(strays.map((stray) => [stray.key, stray]));
    return [...byKey.values()].flatMap(({ key = '', points, low, high }) => {
      const answer = answers.get(key);
      if (answer === undefined) return [];
      const [value, least, most] = [shownPoints(points), shownPoints(low), shownPoints(high)];
      const data = { name: indicator.name, value, low: least, high: most };
      return [diagnoseFile('points-out-of-range', answer.text.span, data)];
    });
  });
}

/** What sentences do to the whole, where their conditions hold or cannot be told. */
function effectsOf({ indicators }: PlanResult): readonly EffectOutcome[] {
  return indicators.flatMap(({ indicator, effects }) =>
    effects.map(({ effect, holds, points }): EffectOutcome => ({
      indicator: indicator.name,
      clause: indicator.leaf.standard.text.slice(effect.span.start, effect.span.end),
      holds: isLacking(holds) ? undefined : holds === true,
      total: points !== undefined && isNumber(points) ? points : undefined,
      grade: effect.result.kind === 'grade' ? effect.result.label : undefined,
    })),
  );
}

/** What an indicator's sentence takes from the total. */
function carriedOf({ outcomes, carried, indicator }: PlannedIndicator): IndicatorResult['carried'] {
  const [first] = outcomes;
  const spilled = first?.kind === 'scored' ? first.spilled : ZERO;
  if (carried === undefined) return fixedCarry(spilled);
  return carried.kind === 'scored' ? fixedCarry(add(spilled, carried.points)) : unknownCarry(indicator.weight);
}

function rounding(points: Rational, rule: Rounding | undefined): Rational {
  return rule === undefined ? points : round(points, rule.places, rule.mode);
}

type NeedNames = ReadonlyMap<string, Need>;

function needsOf(ruleset: Ruleset): NeedNames {
  const needs = new Map<string, Need>();
  for (const [name, { key, type, unit }] of ruleset.fields)
    needs.set(key, {
      kind: 'field',
      name,
      expects:
        type.kind === 'truth'
          ? '是或否'
          : type.kind === 'date'
            ? '日期'
            : type.kind === 'level'
              ? type.words.join('、')
              : unit.name,
    });
  for (const indicator of ruleset.indicators) {
    for (const { key, name, type, unit } of indicator.phrases)
      needs.set(key, { kind: 'phrase', name, expects: type.kind === 'truth' ? '是或否' : unit.name });
    if (indicator.level?.type.kind === 'level')
      needs.set(indicator.level.key, {
        kind: 'level',
        name: `${indicator.name}等级`,
        expects: indicator.level.type.words.join('、'),
      });
    if (indicator.choice !== undefined)
      needs.set(indicator.choice.key, { kind: 'choice', name: `${indicator.name}评分`, expects: '分' });
  }
  return needs;
}

function indicatorResult(
  planned: PlannedIndicator,
  ran: PlanResult,
  given: UnitValues,
  names: NeedNames,
  ruleset: Ruleset,
): IndicatorResult {
  const { indicator, outcomes } = planned;
  const [first] = outcomes;
  const { name, path, weight } = indicator;
  const head = { name, path, weight, origin: indicator.leaf.origin };
  if (first === undefined)
    return {
      ...head,
      status: 'error',
      value: undefined,
      points: undefined,
      low: ZERO,
      high: weight,
      clause: undefined,
      carried: fixedCarry(ZERO),
      dropped: false,
      needs: [],
      trace: [],
    };
  const context = { indicator, valueOf: ran.valueOf, written: given.written, answers: given.answers };
  const { status, low, high, dropped } = whereNotApplicable(verdict(outcomes), indicator, ruleset);
  const round = (points: Rational): Rational => rounding(points, ruleset.file.pointsRounding);
  const readings =
    outcomes.length > 1 && (status === 'scored' || status === 'open') ? [readingStep(indicator, outcomes)] : [];
  return {
    ...head,
    status,
    value: ownFigure(indicator, ran),
    points: status === 'scored' ? round(low) : undefined,
    low: round(low),
    high: round(high),
    carried: carriedOf(planned),
    dropped,
    clause: clauseOf(first, indicator),
    needs: needed(status, outcomes).flatMap((key) => names.get(key) ?? []),
    trace: [...traceOf(first, context), ...readings],
  };
}

/** What would have to be filled in: nothing where all is there and only cannot be computed. */
function needed(status: Status, outcomes: readonly Outcome[]): readonly string[] {
  return status === 'missing' ? (reasonOf(outcomes)?.keys ?? []) : [];
}

/** 不适用: what the ruleset says of it, where the sentence says nothing. */
function whereNotApplicable(
  found: Verdict,
  { weight, leaf }: Indicator,
  { file }: Ruleset,
): Verdict & { readonly dropped: boolean } {
  const rule = [...file.readings, ...leaf.readings].findLast(({ kind }) => kind === '不适用')?.choice;
  if (found.status !== 'not-applicable' || rule === undefined) return { ...found, dropped: false };
  if (rule === '按满分计') return { status: 'scored', low: weight, high: weight, dropped: false };
  return { status: 'not-applicable', low: ZERO, high: ZERO, dropped: true };
}

interface Verdict {
  readonly status: Status;
  readonly low: Rational;
  readonly high: Rational;
}

/** Several readings with one result are scored; with several they are open. */
function verdict(outcomes: readonly Outcome[]): {
  readonly status: Status;
  readonly low: Rational;
  readonly high: Rational;
} {
  const { low, high } = rangeOf(outcomes);
  const reason = reasonOf(outcomes);
  if (reason !== undefined) return { status: reason.kind, low, high };
  return { status: equal(low, high) ? 'scored' : 'open', low, high };
}

function readingStep({ readings }: Indicator, outcomes: readonly Outcome[]): IndicatorResult['trace'][number] {
  return {
    kind: 'readings',
    outcomes: readings.flatMap(({ answers }, index) => {
      const outcome = outcomes[index];
      return outcome === undefined
        ? []
        : [
            {
              reading: [...answers.values()].join('、'),
              points: outcome.kind === 'scored' ? outcome.points : undefined,
            },
          ];
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
