/**
 * The score sheet in words, before it has a shape: rows by group with their sums, total, grade, cross-checks. The table and the
 * document are laid out from this; every figure comes out of the result, nothing is computed again.
 */
import { absolute, compare, equal, type Rational, sign, subtract, ZERO } from '../dsl/index.ts';
import {
  basis,
  type CheckResult,
  type Claimed,
  type FiledDiagnostic,
  fillIns,
  type GradeResult,
  type IndicatorResult,
  needText,
  type ScoreResult,
  shownPoints,
} from '../engine/index.ts';
import type { Words } from './words.ts';

/** A line of the sheet: a heading with its sum, an indicator, or the total. `depth` is the number of headings above it. */
export interface SheetRow {
  readonly kind: 'group' | 'indicator' | 'total';
  readonly depth: number;
  readonly name: string;
  readonly weight: string;
  readonly value: string;
  readonly points: string;
  /** The points the unit claims, and how many more ours are; empty where it claims none. */
  readonly claimed: string;
  readonly difference: string;
  /** The words that decided, or what keeps the indicator from being scored. */
  readonly reason: string;
  readonly scored: boolean;
  readonly indicator?: IndicatorResult;
}

/** What is said beside the sheet: findings on the unit, remarks on those that are not listed, lines to fill in and the file they go to. */
export interface Beside {
  /** what has to be said before any score */
  readonly alerts: readonly string[];
  readonly findings: readonly FiledDiagnostic[];
  readonly remarks: readonly string[];
  readonly fillIn: { readonly file: string; readonly lines: readonly string[] };
}

/** The head of a ruleset, out of its file or out of a result; `status` in the words of the file (草案). */
export interface RulesetTitle {
  readonly title: string;
  readonly fiscalYear: number;
  readonly edition: number;
  readonly status: string;
}

/** A column of the sheet behind its names. */
export interface SheetColumn {
  readonly title: string;
  readonly align: 'left' | 'point';
  readonly cell: (row: SheetRow) => string;
}

/** The columns behind the names; those of 自评 only where the unit claims something. */
export function sheetColumns({ claims }: ScoreResult, words: Words): readonly SheetColumn[] {
  const claimed: readonly SheetColumn[] = [
    { title: words.claimed, align: 'point', cell: (row) => row.claimed },
    { title: words.againstClaim, align: 'point', cell: (row) => row.difference },
  ];
  return [
    { title: words.weight, align: 'point', cell: (row) => row.weight },
    { title: words.value, align: 'point', cell: (row) => row.value },
    { title: words.points, align: 'point', cell: (row) => row.points },
    ...(claims === undefined ? [] : claimed),
    { title: words.decidedBy, align: 'left', cell: (row) => row.reason },
  ];
}

/** The row of the total. */
export function totalRow({ total, claims }: ScoreResult, words: Words): SheetRow {
  return {
    kind: 'total',
    depth: 0,
    name: words.total,
    weight: shownPoints(total.weight),
    value: '',
    points: pointsOrRange(total, words),
    ...claimCells(claims?.total),
    reason: '',
    scored: total.points !== undefined,
  };
}

/** The sheet's rows in the order of the table of indicators, each heading before what stands under it. */
export function sheetRows(result: ScoreResult, words: Words): SheetRow[] {
  const rows: SheetRow[] = [];
  let above: readonly string[] = [];
  for (const indicator of result.indicators) {
    const { path } = indicator;
    const shared = path.findIndex((name, depth) => name !== above[depth]);
    for (let depth = shared < 0 ? path.length : shared; depth < path.length; depth += 1) {
      rows.push(groupRow(result, path.slice(0, depth + 1), words));
    }
    rows.push(indicatorRow(result, indicator, words));
    above = path;
  }
  return rows;
}

/** Whether the standard of an indicator is an assumption (来源: 假定). */
export function isAssumed({ origin }: IndicatorResult): boolean {
  return origin === 'assumed';
}

/** `标题 · 2020年度 · 第1版 · 草案` */
export function rulesetTitle({ title, fiscalYear, edition, status }: RulesetTitle, words: Words): string {
  const known = words.rulesetStatus[status] ?? status;
  return [title, words.year(fiscalYear), words.edition(edition), known].join(' · ');
}

/** The total, or the range it lies in while something is unscored. */
export function totalText({ total, claims }: ScoreResult, words: Words): string {
  const { points, difference } = claims?.total ?? {};
  const own = words.pointsOf(pointsOrRange(total, words), shownPoints(total.weight));
  if (points === undefined) return own;
  const claimed = words.claimedTotal(shownPoints(points));
  return [own, claimed, ...(difference === undefined ? [] : [againstClaim(difference, words)])].join(words.comma);
}

/** What leaves its item, or settles the whole: one line each. */
export function effectLines({ indicators, effects, total: { weight, dropped } }: ScoreResult, words: Words): string[] {
  const moves = (end: Rational | undefined): boolean => end === undefined || sign(end) !== 0;
  const carried = indicators.filter(({ carried: { low, high } }) => moves(low) || moves(high));
  const shown = (end: Rational | undefined): string => (end === undefined ? words.noEnd : shownPoints(end));
  return [
    ...carried.map(({ name, carried: { low, high } }) => words.carried(name, shown(low), shown(high))),
    ...(sign(dropped) === 0
      ? []
      : [words.scaled(shownPoints(dropped), shownPoints(subtract(weight, dropped)), shownPoints(weight))]),
    ...effects.map(({ indicator, clause, holds }) => words.effect(indicator, clause, holds)),
  ];
}

/** The grade, and how far the total is from its lower limit and from the next better grade. */
export function gradeText(grade: GradeResult, words: Words): string {
  const { low, high, above, next } = grade;
  if (low !== high) return words.gradeRange(low ?? words.noGrade, high ?? words.noGrade);
  const about = [
    ...(above === undefined ? [] : [words.above(shownPoints(above.threshold), shownPoints(above.distance))]),
    ...(next === undefined ? [] : [words.next(next.label, shownPoints(next.threshold), shownPoints(next.distance))]),
  ];
  return `${low ?? words.noGrade}${about.length === 0 ? '' : words.bracketed(about.join(words.semicolon))}`;
}

/** How many cross-checks hold, fail, and were not run. */
export function checkCounts(checks: readonly CheckResult[], words: Words): string {
  const count = (holds: boolean | undefined): number => checks.filter((check) => check.holds === holds).length;
  const [held, failed, notRun] = [count(true), count(false), count(undefined)];
  return [
    ...(held > 0 ? [words.checksHeld(held)] : []),
    ...(failed > 0 ? [words.checksFailed(failed)] : []),
    ...(notRun > 0 ? [words.checksNotRun(notRun)] : []),
  ].join(words.comma);
}

/** A cross-check that fails with both sides, or one that could not be run with what it lacks; undefined when it holds. */
export function checkText(check: CheckResult, words: Words): string | undefined {
  if (check.holds === true) return undefined;
  const note = check.note === undefined ? '' : words.bracketed(check.note);
  if (check.holds === undefined)
    return `${check.text}${words.colon}${words.lacking(needsText(check.needs, words))}${note}`;
  const [left, right, difference] = [check.left, check.right, check.difference].map((side) => side?.shown ?? '?');
  const sides = words.sides(left ?? '?', right ?? '?', difference ?? '?');
  const { tolerance } = check;
  const allowed =
    tolerance === undefined || compare(tolerance.exact, ZERO) === 0
      ? ''
      : `${words.comma}${words.tolerance(tolerance.shown)}`;
  return `${check.text}${words.colon}${sides}${allowed}${note}`;
}

/** What is to be filled in so that these indicators can be scored: YAML for the unit's file; no lines when nothing is. */
export function fillInLines(indicators: readonly IndicatorResult[], unitText: string, words: Words): string[] {
  const { copied, blank } = fillIns(
    indicators.flatMap(({ needs }) => needs),
    unitText,
  );
  const waiting = blank.map(({ name, line }) => words.atLine(name, line));
  return [
    ...copied.flatMap(({ under, inBraces, lines }) => [words.fillInUnder(under, inBraces), ...lines]),
    ...(waiting.length === 0 ? [] : [words.fillInBlank(waiting)]),
  ];
}

/** How many indicators have no points. */
export function unscoredCount(result: ScoreResult): number {
  return result.indicators.filter(({ status }) => status !== 'scored').length;
}

/** 规则集 xiangxi-department 2020 第1版，指纹 …，引擎 …: what is needed to run the same again. */
export function provenanceText({ ruleset, engine }: ScoreResult, words: Words): string {
  const which = `${words.ruleset} ${ruleset.family} ${ruleset.fiscalYear}`;
  return [which, words.edition(ruleset.edition), `${words.hash} ${ruleset.hash}`, `${words.engine} ${engine}`].join(
    words.comma,
  );
}

function groupRow(result: ScoreResult, path: readonly string[], words: Words): SheetRow {
  const group = result.groups.find((candidate) => samePath([...candidate.path, candidate.name], path));
  return {
    kind: 'group',
    depth: path.length - 1,
    name: path.at(-1) ?? '',
    weight: group === undefined ? '' : shownPoints(group.weight),
    value: '',
    points: group === undefined ? '' : pointsOrRange(group, words),
    ...claimCells(claimOf(result, path)),
    reason: '',
    scored: group?.points !== undefined,
  };
}

function indicatorRow(result: ScoreResult, indicator: IndicatorResult, words: Words): SheetRow {
  const scored = indicator.status === 'scored';
  // One figure would look like points given.
  const settled = !scored && equal(indicator.low, indicator.high);
  return {
    kind: 'indicator',
    depth: indicator.path.length,
    name: `${indicator.name}${isAssumed(indicator) ? ' ※' : ''}`,
    weight: shownPoints(indicator.weight),
    value: indicator.value?.shown ?? '',
    points: settled ? words.unscored : pointsOrRange(indicator, words),
    ...claimCells(claimOf(result, [...indicator.path, indicator.name])),
    reason: scored ? basis(indicator, words.lang) : indicatorReason(indicator, words),
    scored,
    indicator,
  };
}

/** What the unit claims for the line of the sheet that stands at `path`. */
function claimOf({ claims }: ScoreResult, path: readonly string[]): Claimed | undefined {
  return claims?.lines.find((line) => samePath(line.path, path));
}

function claimCells(claim: Claimed | undefined): Pick<SheetRow, 'claimed' | 'difference'> {
  const { points, difference } = claim ?? {};
  return {
    claimed: points === undefined ? '' : shownPoints(points),
    difference: difference === undefined || sign(difference) === 0 ? '' : signed(difference),
  };
}

/** 比自评低1分 */
function againstClaim(difference: Rational, words: Words): string {
  const size = shownPoints(absolute(difference));
  const side = sign(difference);
  return side === 0 ? words.asClaimed : side > 0 ? words.moreThanClaimed(size) : words.lessThanClaimed(size);
}

/** +0.5, -1 */
function signed(difference: Rational): string {
  return `${sign(difference) > 0 ? '+' : ''}${shownPoints(difference)}`;
}

/** What keeps an indicator from being scored: its status, with what it needs or the readings that part. */
export function indicatorReason({ status, needs, trace }: IndicatorResult, words: Words): string {
  const readings = trace.flatMap((step) => (step.kind === 'readings' ? step.outcomes : []));
  const outcomes = readings.map(({ reading, points }) =>
    points === undefined ? reading : `${reading}${words.colon}${words.inPoints(shownPoints(points))}`,
  );
  const divisors = trace.flatMap((step) => (step.kind === 'zero-divisor' ? step.divisors.map(({ name }) => name) : []));
  const names = needs.length > 0 ? needsText(needs, words) : [...outcomes, ...divisors].join(words.list);
  return names === '' ? words.status[status] : words.needs(words.status[status], names);
}

function needsText(needs: IndicatorResult['needs'], words: Words): string {
  return needs.map((need) => needText(need, words.lang)).join(words.list);
}

/** Points, or the range they lie in. */
export function pointsOrRange(
  sum: { readonly points: Rational | undefined; readonly low: Rational; readonly high: Rational | undefined },
  words: Words,
): string {
  if (sum.points !== undefined) return shownPoints(sum.points);
  if (sum.high === undefined) return words.range(shownPoints(sum.low), words.noEnd);
  return compare(sum.low, sum.high) === 0
    ? shownPoints(sum.low)
    : words.range(shownPoints(sum.low), shownPoints(sum.high));
}

function samePath(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name, depth) => name === right[depth]);
}
