/**
 * Texts other than standards, read to checked expressions: a formula line, a relation between figures, a range, a grade table.
 */
import { type Checked, checkExpression, inputOf } from './check.ts';
import type { Core, Measure, Typed } from './core.ts';
import type { Report } from './diagnostic.ts';
import { settleEnds } from './ends.ts';
import { diagnose } from './messages.ts';
import { namesOf } from './names.ts';
import { parseExpression, parseFormula, parseGrades, parseStandard } from './parser.ts';

import type { Scope } from './scope.ts';
import type { Span } from './source.ts';
import { coreOf } from './test-core.ts';
import { type Test, tester } from './tests.ts';

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
  return test && cored([test], text, report)[0];
}

/** One line of a grade table with meaning. */
export interface GradeBand {
  readonly label: string;
  readonly when: Core;
  readonly span: Span;
}

const TOTAL_NAMES = ['得分', '总分', '总得分', '综合得分', '评价得分', '最终得分', '评分', '分数'];

/** Reads a grade table over `total`. */
export function readGrades(text: string, total: Measure, scope: Scope, report: Report): readonly GradeBand[] {
  const names = namesOf(TOTAL_NAMES.map((name) => [name, { name: total.name, role: 'data' }] as const));
  const own: Scope = {
    ...scope,
    names,
    own: inputOf(total, { start: 0, end: 0 }),
    measures: [total],
    measure: (name) => (name === total.name ? total : undefined),
  };
  const lines = parseGrades(text, names, report);
  const speaker = tester(own, report);
  const read = lines.flatMap((line) => {
    const test = speaker.test(line.condition);
    return test === undefined ? [] : [{ line, test }];
  });
  const cores = cored(
    read.map(({ test }) => test),
    text,
    report,
  );
  return read.flatMap(({ line }, index) => {
    const when = cores[index];
    return when === undefined ? [] : [{ label: line.label, when, span: line.span }];
  });
}

/** Tests to expressions; a range end that stays open is included, and reported. */
function cored(tests: readonly Test[], text: string, report: Report): readonly Core[] {
  const settled = settleEnds(
    tests,
    text,
    ({ span }) => {
      report(diagnose('open-reading', span, { text: text.slice(span.start, span.end), readings: '归高档、归低档' }));
      return '归高档';
    },
    report,
  );
  return settled.map((test, index) => coreOf(test, restOf(settled.slice(0, index), test.span)));
}

function restOf(before: readonly Test[], span: Span): Core {
  const nothing: Core = { kind: 'truth', value: false, span };
  return { kind: 'not', of: { kind: 'any', of: before.map((test) => coreOf(test, nothing)), span }, span };
}
