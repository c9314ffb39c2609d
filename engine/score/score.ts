/**
 * The main road of scoring: a unit's values are read, the plan is run, and the result says for every indicator its value, points,
 * status and trace, with group sums, the total as a range while anything is open, the grade, and the cross-checks.
 */
import { type Diagnostic, type Rational, collector, coreText, nameKey } from '../../dsl/index.ts';
import type { Peers } from '../ruleset/gather.ts';
import { checkResult } from './check-result.ts';
import { claimsOf } from './claims.ts';
import { afterEffects, effectsOf } from './effects.ts';
import { shownPoints } from '../values/figure.ts';
import { gradeOf, gradeUnder } from './grade.ts';
import { type Judged, inRoundPoints, judged } from './indicator-result.ts';
import { diagnoseFile } from '../files/messages.ts';
import { type NeedNames, needsOf } from '../ruleset/needs.ts';
import { type Opened, type PlanResult, plan } from '../run/plan.ts';
import type { FiledDiagnostic, GroupResult, ScoreResult } from '../values/result.ts';
import { rounded } from './rounding.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import { sumOf, totalOf } from './total.ts';
import type { UnitFile } from '../files/unit-file.ts';
import type { Value } from '../values/value.ts';
import { type UnitValues, readValues } from '../ruleset/values.ts';
import { ENGINE_VERSION } from '../ruleset/version.ts';
import { zeroDivisors } from '../ruleset/zero-divisors.ts';

/** Scores one unit; for many, `scorer` plans once. */
export function score(ruleset: Ruleset, unit: UnitFile): ScoreResult {
  return scorer(ruleset)(unit);
}

/** A ruleset planned, ready to score any number of units, each by itself. */
export function scorer(ruleset: Ruleset): (unit: UnitFile) => ScoreResult {
  const together = batchScorer(ruleset);
  return (unit) => {
    const [result] = together([unit]);
    if (result === undefined) throw new Error('a unit scored has a result');
    return result;
  };
}

/**
 * Scores units together: what the ruleset compares between units (名次, 全体平均) is computed over all of them first. Results are in
 * the order of the units, which nothing else depends on. One unit alone has no peers.
 */
export function scoreAll(ruleset: Ruleset, units: readonly UnitFile[]): readonly ScoreResult[] {
  return batchScorer(ruleset)(units);
}

function batchScorer(ruleset: Ruleset): (units: readonly UnitFile[]) => readonly ScoreResult[] {
  const planned = plan(ruleset);
  const names = needsOf(ruleset);
  return (units) => {
    const opened = units.map((unit) => {
      const given = readValues(unit, ruleset);
      return { unit, given, plan: planned.open(given.values) };
    });
    const repeats = repeatsOf(units);
    const peers = peersOf(opened.map((one) => ({ name: one.unit.name.text, own: one.plan.own })));
    for (const one of opened) one.plan.join(peers);
    return opened.map(({ unit, given, plan: own }) => {
      const ran = own.run();
      const all = ran.indicators.map((one) => judged(one, ran, given, names, ruleset));
      const result = resultOf(ruleset, unit, all, ran, given, names);
      const repeat = repeats.get(unit);
      return repeat === undefined ? result : { ...result, diagnostics: [...result.diagnostics, repeat] };
    });
  };
}

/** A unit that is there twice would count twice in every mean and place. */
function repeatsOf(units: readonly UnitFile[]): ReadonlyMap<UnitFile, FiledDiagnostic> {
  const seen = new Map<string, UnitFile>();
  const found = new Map<UnitFile, FiledDiagnostic>();
  for (const unit of units) {
    const earlier = seen.get(nameKey(unit.name.text));
    seen.set(nameKey(unit.name.text), unit);
    const data = { name: unit.name.text, file: earlier?.file ?? '' };
    if (earlier !== undefined)
      found.set(unit, { ...diagnoseFile('unit-twice', unit.name.span, data), file: unit.file });
  }
  return found;
}

/** What units are compared by, each expression evaluated once for every unit. */
function peersOf(units: readonly { readonly name: string; readonly own: Opened['own'] }[]): Peers {
  const known = new Map<string, readonly Value[]>();
  return {
    units: units.map(({ name }) => name),
    values: (compared) => {
      const key = coreText(compared);
      const values = known.get(key) ?? units.map(({ own }) => own(compared));
      known.set(key, values);
      return values;
    },
  };
}

function resultOf(
  ruleset: Ruleset,
  unit: UnitFile,
  own: readonly Judged[],
  ran: PlanResult,
  given: UnitValues,
  names: NeedNames,
): ScoreResult {
  const { file } = ruleset;
  const effects = effectsOf(ran.indicators);
  const all = afterEffects(own, effects, names).map((one) => inRoundPoints(one, ruleset));
  const indicators = all.map(({ result }) => result);
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
