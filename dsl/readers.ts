/**
 * Texts other than standards, read to checked expressions: a formula line, a relation between figures, a range.
 */
import { type Checked, checkExpression, inputOf } from './check.ts';
import type { Core, Measure, Typed } from './core.ts';
import type { Report } from './diagnostic.ts';
import { parseExpression, parseFormula, parseStandard } from './parser.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';
import { settledCores } from './test-core.ts';
import { tester } from './tests.ts';

/** A formula line with meaning. `name` is undefined for a bare expression. */
export interface FormulaMeaning {
  readonly name: string | undefined;
  readonly nameSpan: Span;
  /** the right-hand side as written */
  readonly body: Span;
  readonly value: Typed | undefined;
}

/** The name a formula defines, without looking at what it computes. */
export function formulaName(text: string, scope: Pick<Scope, 'names'>): string | undefined {
  return parseFormula(text, scope.names, () => undefined)?.name;
}

/** Reads `名称＝expression`. */
export function readFormula(text: string, scope: Scope, report: Report): FormulaMeaning {
  const formula = parseFormula(text, scope.names, report);
  const body = formula?.expression.span ?? { start: 0, end: text.length };
  const value = formula === undefined ? undefined : checkExpression(formula.expression, scope, report);
  return { name: formula?.name, nameSpan: formula?.nameSpan ?? { start: 0, end: 0 }, body, value };
}

/** Reads an expression of any type, a relation such as 收入合计＝上年结转＋本年收入 included. */
export function readExpression(text: string, scope: Scope, report: Report): Checked | undefined {
  const expression = parseExpression(text, scope.names, report);
  return expression === undefined ? undefined : checkExpression(expression, scope, report);
}

/** Reads a condition on `measure`, as in 范围: ≥0, 0%—100%. */
export function readCondition(text: string, measure: Measure, scope: Scope, report: Report): Core | undefined {
  const { chunks } = parseStandard(text, scope.names, report);
  const [chunk] = chunks;
  if (chunk?.kind !== 'condition' || chunks.length > 1) return undefined;
  const test = tester({ ...scope, own: inputOf(measure, chunk.span) }, report).test(chunk.condition);
  return test && settledCores([test], text, report)[0];
}
