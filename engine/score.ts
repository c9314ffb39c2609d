/**
 * The main road of scoring: a unit's values are read, the plan is run, and the result says for every indicator its value, points,
 * status and trace, with group sums, the total as a range while anything is open, the grade, and the cross-checks.
 */
import { type Diagnostic, type Rational, collector } from '../dsl/index.ts';
import { checkResult } from './check-result.ts';
import { claimsOf } from './claims.ts';
import { effectsOf } from './effects.ts';
import { shownPoints } from './figure.ts';
import { gradeOf, gradeUnder } from './grade.ts';
import { type Judged, judged } from './indicator-result.ts';
import { diagnoseFile } from './messages.ts';
import { type NeedNames, needsOf } from './needs.ts';
import { type PlanResult, plan } from './plan.ts';
import type { GroupResult, ScoreResult } from './result.ts';
import { rounded } from './rounding.ts';
import type { Ruleset } from './ruleset.ts';
import { sumOf, totalOf } from './total.ts';
import type { UnitFile } from './unit-file.ts';
import { type UnitValues, readValues } from './values.ts';
import { ENGINE_VERSION } from './version.ts';
import { zeroDivisors } from './zero-divisors.ts';

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
    const ran = planned.open(given.values).run();
    const all = ran.indicators.map((one) => judged(one, ran, given, names, ruleset));
    return resultOf(ruleset, unit, all, ran, given, names);
  };
}

function resultOf(
  ruleset: Ruleset,
  unit: UnitFile,
  all: readonly Judged[],
  ran: PlanResult,
  given: UnitValues,
  names: NeedNames,
): ScoreResult {
  const { file } = ruleset;
  const indicators = all.map(({ result }) => result);
  const effects = effectsOf(ran.indicators);
  const sum = totalOf(all, effects, ruleset.caps);
  const round = (points: Rational): Rational => rounded(points, file.totalRounding);
  const total = {
    points: sum.points && round(sum.points),
    weight: sum.weight,
    low: round(sum.low),
    high: sum.high && round(sum.high),
    dropped: sum.dropped,
  };
  const groups = ruleset.groups.map(({ name, path, members }): GroupResult => ({
    name,
    path,
    ...sumOf(members.flatMap((member) => indicators[member] ?? [])),
  }));
  const grade = gradeUnder(effects, ruleset, gradeOf(ruleset, total.low, total.high));
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
    diagnostics: [...given.diagnostics, ...straysOf(ran, given), ...zeroDivisors(indicators, unit), ...aboutClaims].map(
      (diagnostic) => ({ ...diagnostic, file: unit.file }),
    ),
  };
}

/** Points given outside the range the standard leaves for them, at their places. */
function straysOf({ indicators }: PlanResult, { answers }: UnitValues): readonly Diagnostic[] {
  return indicators.flatMap(({ indicator, readings }) => {
    const strays = readings.flatMap(({ outcome, unsettled }) => [
      ...(outcome.kind === 'error' ? outcome.strays : []),
      ...(unsettled?.strays ?? []),
    ]);
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
