/**
 * Texts other than standards, read to checked expressions: a formula line, a relation between figures, a range.
 */
import type { Comparison } from '../text/ast.ts';
import { checkExpression, inputOf } from '../expressions/check.ts';
import { type Checked, aligned, typeName } from '../expressions/checked.ts';
import type { Core, Measure, Typed } from '../expressions/core.ts';
import { type Report, collector } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import { parseExpression, parseFormula, parseFormulaName, parseStandard } from '../grammar/parser.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, cover } from '../text/source.ts';
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
  return formulaHead(text, scope).name;
}

/** That name and where it stands. */
export function formulaHead(text: string, { names }: Pick<Scope, 'names'>): Pick<FormulaMeaning, 'name' | 'nameSpan'> {
  return parseFormulaName(text, names) ?? { name: undefined, nameSpan: { start: 0, end: 0 } };
}

/** Reads `名称＝expression`, to its last word: what is left over is an error. */
export function readFormula(text: string, scope: Scope, report: Report): FormulaMeaning {
  const formula = whole(text, report, (within) => parseFormula(text, scope.names, within));
  const body = formula?.expression.span ?? { start: 0, end: text.length };
  const value = formula === undefined ? undefined : checkExpression(formula.expression, scope, report);
  return { name: formula?.name, nameSpan: formula?.nameSpan ?? { start: 0, end: 0 }, body, value };
}

/** Reads an expression of any type, a relation such as 收入合计＝上年结转＋本年收入 included, to its last word. */
export function readExpression(text: string, scope: Scope, report: Report): Checked | undefined {
  const expression = whole(text, report, (within) => parseExpression(text, scope.names, within));
  return expression === undefined ? undefined : checkExpression(expression, scope, report);
}

/** A relation between two figures, both in one dimension. */
export interface Relation {
  readonly core: Core;
  readonly operator: Comparison;
  readonly left: Checked;
  readonly right: Checked;
}

/** Reads a relation such as 合计＝甲＋乙; any other expression is reported. */
export function readRelation(text: string, scope: Scope, report: Report): Relation | undefined {
  const expression = whole(text, report, (within) => parseExpression(text, scope.names, within));
  const checked = expression === undefined ? undefined : checkExpression(expression, scope, report);
  if (expression === undefined || checked === undefined) return undefined;
  const { core } = checked;
  if (core.kind !== 'compare' || expression.kind !== 'binary') {
    report(
      diagnose('type-mismatch', expression.span, { expected: '如“合计＝甲＋乙”的关系', found: typeName(checked) }),
    );
    return undefined;
  }
  const silent: Report = () => undefined;
  const [left, right] = [expression.left, expression.right].map((side) => checkExpression(side, scope, silent));
  const sides = left && right && aligned(left, right, '比较', silent);
  return sides && { core, operator: core.operator, left: sides[0], right: sides[1] };
}

/** Parses all of a text. A sentence may hold words that say nothing of points; an expression may not. */
function whole<Tree>(text: string, report: Report, parse: (report: Report) => Tree): Tree {
  const found = collector();
  const tree = parse(found.report);
  const isRest = ({ code }: { readonly code: string }): boolean => code === 'not-understood';
  found.diagnostics.filter((each) => !isRest(each)).forEach(report);
  const rest = found.diagnostics.filter(isRest).map(({ span }) => span);
  if (rest.length > 0) {
    const span = cover(...rest);
    report(diagnose('left-over', span, { text: text.slice(span.start, span.end) }));
  }
  return tree;
}

/** Reads a condition on `measure`, as in 范围: ≥0, 0%—100%; undefined when the text is anything more. */
export function readCondition(text: string, measure: Measure, scope: Scope, report: Report): Core | undefined {
  const found = collector();
  const { chunks } = parseStandard(text, scope.names, found.report);
  found.diagnostics.forEach(report);
  const [chunk] = chunks;
  if (chunk?.kind !== 'condition' || chunks.length > 1 || chunk.tail !== '') return undefined;
  if (found.diagnostics.some(({ severity }) => severity !== 'info')) return undefined;
  const test = tester({ ...scope, own: inputOf(measure, chunk.span) }, report, text).test(chunk.condition);
  return test && settledCores([test], text, report)[0];
}
