/** A cross-check run: whether it holds within its tolerance, both sides, how far they are apart, and what it lacks. */
import { type Comparison, type Rational, type Typed, absolute, compare, negate, subtract } from '../../dsl/index.ts';
import { figure } from '../values/figure.ts';
import type { NeedNames } from '../ruleset/needs.ts';
import type { PlanResult } from '../run/plan.ts';
import type { CheckResult, Figure } from '../values/result.ts';
import { type Value, isLacking, isNumber } from '../values/value.ts';

/** Puts a check into its result; `names` says what a key stands for. */
export function checkResult(
  { check, left, right, holds, tolerance }: PlanResult['checks'][number],
  names: NeedNames,
): CheckResult {
  const shown = (typed: Typed, value: Value | undefined): Figure | undefined =>
    value !== undefined && isNumber(value) ? figure(value, typed.unit, 4) : undefined;
  const difference = isNumber(left) && isNumber(right) ? subtract(left, right) : undefined;
  const within = holdsWithin(check.operator, holds, difference, tolerance);
  const lacking = [left, right, ...(tolerance === undefined ? [] : [tolerance])].filter(isLacking);
  return {
    text: check.source.expression.text,
    note: check.source.note?.text,
    holds: within,
    left: shown(check.left, left),
    right: shown(check.right, right),
    difference: difference === undefined ? undefined : figure(difference, check.left.unit, 4),
    tolerance: shown(check.left, tolerance),
    needs:
      within === undefined
        ? [...new Set(lacking.flatMap(({ keys }) => keys))].flatMap((key) => names.get(key) ?? [])
        : [],
  };
}

/** A relation that fails still holds when its sides are no further apart than allowed. Undefined while it cannot be told. */
function holdsWithin(
  operator: Comparison,
  holds: Value,
  difference: Rational | undefined,
  tolerance: Value | undefined,
): boolean | undefined {
  if (isLacking(holds)) return undefined;
  if (holds === true || difference === undefined || tolerance === undefined || operator === '≠') return holds === true;
  if (!isNumber(tolerance)) return undefined;
  const beyond =
    operator === '≥' || operator === '>' ? negate(difference) : operator === '=' ? absolute(difference) : difference;
  return compare(beyond, tolerance) <= 0;
}
