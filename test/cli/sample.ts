/**
 * Results made by hand, for the layouts to be tried on: small, but with every status and every kind of line.
 */
import { type Rational, rational, unitNamed } from '../../dsl/index.ts';
import type { CheckResult, Figure, IndicatorResult, ScoreResult } from '../../engine/index.ts';

/** An exact number. */
export function points(numerator: number, denominator = 1): Rational {
  return rational(numerator, denominator);
}

/** A figure with its shown text. */
export function figure(exact: Rational, unit: string, shown: string): Figure {
  const found = unitNamed(unit);
  if (found === undefined) throw new Error(`no unit ${unit}`);
  return { exact, unit: found, shown };
}

/** An indicator with full marks of 5 under 过程 › 预算执行, but for what `over` says. */
export function indicator(name: string, over: Partial<IndicatorResult> = {}): IndicatorResult {
  const given = over.points ?? points(5);
  return {
    name,
    path: ['过程', '预算执行'],
    weight: points(5),
    status: 'scored',
    value: undefined,
    points: given,
    low: given,
    high: given,
    carried: { low: points(0), high: points(0) },
    dropped: false,
    clause: undefined,
    needs: [],
    trace: [],
    origin: undefined,
    ...over,
  };
}

/** An indicator without points. */
export function unscored(name: string, over: Partial<IndicatorResult>): IndicatorResult {
  return { ...indicator(name), points: undefined, low: points(0), high: points(5), ...over };
}

/** A result over the given indicators; the total is as given. */
export function resultOf(indicators: readonly IndicatorResult[], over: Partial<ScoreResult> = {}): ScoreResult {
  const sums = { weight: points(10), points: points(8), low: points(8), high: points(8) };
  return {
    ruleset: { family: 'sample', fiscalYear: 2020, edition: 1, hash: 'abc', title: '评分标准', status: '草案' },
    engine: '0.1.0',
    unit: { name: '某中心', fiscalYear: 2020 },
    total: { ...sums, dropped: points(0) },
    grade: undefined,
    effects: [],
    groups: [
      { name: '过程', path: [], ...sums },
      { name: '预算执行', path: ['过程'], ...sums },
      { name: '效果', path: [], ...sums },
    ],
    indicators,
    checks: [],
    claims: undefined,
    diagnostics: [],
    ...over,
  };
}

/** A cross-check that fails: 113.59＋58.34 against 171.97. */
export const FAILED: CheckResult = {
  text: '基本支出＋项目支出＝支出合计',
  note: '年度支出和结余情况表',
  holds: false,
  left: figure(points(1719300), '万元', '171.93万元'),
  right: figure(points(1719700), '万元', '171.97万元'),
  difference: figure(points(400), '万元', '0.04万元'),
  tolerance: undefined,
  needs: [],
};
