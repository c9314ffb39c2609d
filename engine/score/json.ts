/** A result as JSON: every number an exact string, a decimal when it ends, else p/q in lowest terms. */
import { type Lang, type Rational, fromBase, lineMap, toExactText } from '../../dsl/index.ts';
import { explain } from './explain.ts';
import { textOf } from '../files/messages.ts';
import type { CheckResult, Claimed, Figure, FiledDiagnostic, GradeResult, ScoreResult } from '../values/result.ts';

/** Plain data for JSON.stringify. `texts` holds the files that diagnostics point into, for lines and columns. */
export function toJson(result: ScoreResult, texts: ReadonlyMap<string, string>, lang: Lang): unknown {
  const { ruleset, total } = result;
  return {
    ruleset: { family: ruleset.family, fiscalYear: ruleset.fiscalYear, edition: ruleset.edition, hash: ruleset.hash },
    engine: result.engine,
    unit: result.unit,
    total: {
      points: exact(total.points),
      weight: exact(total.weight),
      low: exact(total.low),
      high: exact(total.high),
      dropped: exact(total.dropped),
      claimed: claimJson(result.claims?.total),
    },
    grade: gradeText(result.grade),
    gradeClaimed: result.claims?.grade ?? null,
    effects: result.effects.map(({ indicator, clause, kind, holds, total: set, grade, items, share }) => ({
      indicator,
      clause,
      kind,
      holds: holds ?? null,
      total: exact(set),
      grade: grade ?? null,
      items,
      share: exact(share),
    })),
    gradeDistance: gradeDistance(result.grade),
    groups: result.groups.map(({ name, path, points, weight, low, high }) => ({
      path: [...path, name],
      points: exact(points),
      weight: exact(weight),
      low: exact(low),
      high: exact(high),
      claimed: claimAt(result, [...path, name]),
    })),
    indicators: result.indicators.map((indicator) => ({
      name: indicator.name,
      path: indicator.path,
      weight: exact(indicator.weight),
      status: indicator.status,
      value: figureJson(indicator.value),
      shown: indicator.value?.shown ?? null,
      points: exact(indicator.points),
      low: exact(indicator.low),
      high: exact(indicator.high),
      carried: { low: exact(indicator.carried.low), high: exact(indicator.carried.high) },
      claimed: claimAt(result, [...indicator.path, indicator.name]),
      clause: indicator.clause ?? null,
      explanation: explain(indicator, lang),
      needs: indicator.needs,
    })),
    checks: result.checks.map(checkJson),
    diagnostics: result.diagnostics.map((diagnostic) =>
      diagnosticJson(diagnostic, texts.get(diagnostic.file) ?? '', lang),
    ),
  };
}

function exact(value: Rational | undefined): string | null {
  return value === undefined ? null : toExactText(value);
}

/** What the unit claims for what stands at `path`. */
function claimAt({ claims }: ScoreResult, path: readonly string[]): unknown {
  const found = claims?.lines.find((line) => line.path.join('\n') === path.join('\n'));
  return found === undefined ? null : { ...claimJson(found), ratio: found.ratio ?? null, weight: found.weight ?? null };
}

function claimJson(claim: Claimed | undefined): Readonly<Record<string, string | null>> | null {
  return claim === undefined ? null : { points: exact(claim.points), difference: exact(claim.difference) };
}

function figureJson(figure: Figure | undefined): unknown {
  if (figure === undefined) return null;
  const { unit } = figure;
  const ratio = unit.dimension.length === 0;
  return {
    exact: toExactText(ratio ? figure.exact : fromBase(figure.exact, unit)),
    unit: ratio ? '比率' : unit.name,
    shown: figure.shown,
  };
}

function checkJson({ text, note, holds, left, right, difference, tolerance }: CheckResult): unknown {
  return {
    text,
    note: note ?? null,
    holds: holds ?? null,
    left: figureJson(left),
    right: figureJson(right),
    difference: figureJson(difference),
    tolerance: figureJson(tolerance),
  };
}

/** One grade when both ends of the total agree, else the range of them. */
export function gradeText(grade: GradeResult | undefined): string | null {
  if (grade === undefined) return null;
  if (grade.low === grade.high) return grade.low ?? null;
  return `${grade.low ?? '—'}—${grade.high ?? '—'}`;
}

function gradeDistance(grade: GradeResult | undefined): unknown {
  if (grade === undefined) return null;
  const { above, next } = grade;
  return {
    above: above === undefined ? null : { threshold: exact(above.threshold), distance: exact(above.distance) },
    next:
      next === undefined
        ? null
        : { grade: next.label, threshold: exact(next.threshold), distance: exact(next.distance) },
  };
}

/** A diagnostic with its words and its line and column in `text`. */
export function diagnosticJson(diagnostic: FiledDiagnostic, text: string, lang: Lang): unknown {
  const { code, severity, file, span, data, fixes } = diagnostic;
  return {
    code,
    severity,
    message: textOf(diagnostic, lang),
    file,
    start: span.start,
    end: span.end,
    ...lineMap(text)(span.start),
    data,
    fixes,
  };
}
