/**
 * 自评 beside what was computed: what the unit claims for an indicator, a heading, the total and the grade, line by line, with the
 * difference. It says where the two part and what it could not place; why they part is the audit's business.
 */
import {
  type Measure,
  type Rational,
  type Report,
  equal,
  foldWidth,
  fromBase,
  nameKey,
  round,
  subtract,
  toExactText,
  toShortText,
} from '../../dsl/index.ts';
import { constantOf } from '../ruleset/constant.ts';
import { figure, shownPoints } from '../values/figure.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import { brief, readNumber } from '../values/read-value.ts';
import type { Claimed, ClaimResult, GradeResult, GroupResult, IndicatorResult, ScoreResult } from '../values/result.ts';
import { reportUnknown } from '../files/rewriting.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { IndicatorClaim, UnitFile } from '../files/unit-file.ts';

/** What a unit's claims are compared with. */
type Computed = Pick<ScoreResult, 'indicators' | 'groups' | 'total' | 'grade'>;

/** Compares all a unit claims; reports every difference and every name that is none here. Undefined when it claims nothing. */
export function claimsOf(
  { claim }: UnitFile,
  ruleset: Ruleset,
  computed: Computed,
  report: Report,
): ClaimResult | undefined {
  if (claim === undefined) return undefined;
  const { indicators, groups, total, grade } = computed;
  const names = [...indicators, ...groups].map(({ name }) => name);
  const lines = claim.indicators.flatMap((one) => {
    const key = nameKey(one.indicator.text);
    const index = indicators.findIndex(({ name }) => nameKey(name) === key);
    const found = indicators[index] ?? groups.find(({ name }) => nameKey(name) === key);
    if (found === undefined) {
      reportUnknown('unknown-claim', one.indicator, names, report);
      return [];
    }
    const own = ruleset.indicators[index]?.own?.core;
    return [lineOf(one, found, own?.kind === 'input' ? own.measure : undefined, report)];
  });
  return {
    lines,
    total: claim.total && pointsClaimed(claim.total, '总分', total.points, report),
    grade: claim.grade && gradeClaimed(claim.grade, ruleset, grade, report),
  };
}

type Line = ClaimResult['lines'][number];

function lineOf(
  { indicator, points, ratio, weight }: IndicatorClaim,
  found: IndicatorResult | GroupResult,
  measure: Measure | undefined,
  report: Report,
): Line {
  const name = indicator.text;
  if (ratio !== undefined && measure !== undefined && 'value' in found)
    compareRatio(ratio, name, measure, found.value?.exact, report);
  const claimed = points === undefined ? NOTHING : pointsClaimed(points, name, found.points, report);
  if (weight !== undefined) compareWeight(weight, name, found.weight, report);
  return { path: [...found.path, found.name], ratio: ratio?.text, weight: weight?.text, ...claimed };
}

const NOTHING: Claimed = { points: undefined, difference: undefined };

function pointsClaimed(text: Text, name: string, computed: Rational | undefined, report: Report): Claimed {
  const points = pointsIn(text, name, report);
  if (points === undefined || computed === undefined) return { points, difference: undefined };
  if (!equal(points, computed)) {
    const what = name === '总分' ? TOTAL : POINTS;
    differs(text, { name, ...what, claimed: `${toExactText(points)}分`, actual: `${shownPoints(computed)}分` }, report);
  }
  return { points, difference: subtract(computed, points) };
}

const TOTAL = { what: '', whatEn: '' };
const POINTS = { what: '得分', whatEn: 'points' };

function pointsIn(text: Text, name: string, report: Report): Rational | undefined {
  const points = constantOf(foldWidth(text.text));
  if (points !== undefined) return points;
  report(diagnoseFile('not-a-number', text.span, { name: `${name}自评得分`, value: brief(text.text), unit: '分' }));
  return undefined;
}

function compareWeight(text: Text, name: string, weight: Rational, report: Report): void {
  const claimed = pointsIn(text, name, report);
  if (claimed === undefined || equal(claimed, weight)) return;
  const [said, right] = [`${toExactText(claimed)}分`, `${shownPoints(weight)}分`];
  differs(text, { name, what: '满分', whatEn: 'weight', claimed: said, actual: right }, report);
}

/** A ratio agrees when ours, rounded to as many decimals as the claim has, is the claim. */
function compareRatio(
  text: Text,
  name: string,
  measure: Measure,
  computed: Rational | undefined,
  report: Report,
): void {
  const claimed = readNumber(text, measure, `${name}自评比率`, report);
  if (claimed === undefined || computed === undefined) return;
  const { unit } = measure;
  const [said, own] = [fromBase(claimed, unit), fromBase(computed, unit)];
  const places = placesOf(said);
  if (equal(round(own, places, 'half-up'), said)) return;
  const actual = figure(computed, unit, Math.max(2, places)).shown;
  differs(
    text,
    { name, what: '比率', whatEn: 'ratio', claimed: `${toShortText(said, places)}${unit.name}`, actual },
    report,
  );
}

/** How many decimals a figure has. */
function placesOf(value: Rational): number {
  return (toExactText(value).split('.')[1] ?? '').length;
}

function gradeClaimed(
  text: Text,
  { grades }: Ruleset,
  computed: GradeResult | undefined,
  report: Report,
): ClaimResult['grade'] {
  const labels = grades.map(({ label }) => label);
  const grade = labels.find((label) => nameKey(label) === nameKey(text.text));
  if (grade === undefined && labels.length > 0) {
    reportUnknown('unknown-grade', text, labels, report, { choices: labels.join('、') });
    return { claimed: text.text, agrees: undefined };
  }
  const settled = computed !== undefined && computed.low === computed.high;
  if (!settled) return { claimed: text.text, agrees: undefined };
  const agrees = computed.low === grade;
  if (!agrees) {
    const actual = computed.low ?? '—';
    differs(text, { name: '等次', what: '', whatEn: '', claimed: `“${text.text}”`, actual: `“${actual}”` }, report);
  }
  return { claimed: text.text, agrees };
}

function differs(text: Text, data: Readonly<Record<string, string>>, report: Report): void {
  report(diagnoseFile('claim-differs', text.span, data));
}
