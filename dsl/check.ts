/**
 * Expressions are given meaning: names become measures, figures exact numbers in base units, and every operation is checked for
 * types and units before anything runs. An expression with a fault is reported at the place and yields undefined.
 */
import type { BinaryOperator, Comparison, Expression } from './ast.ts';
import type { Core, Measure, Typed, ValueType } from './core.ts';
import type { Report } from './diagnostic.ts';
import { functionNamed } from './functions.ts';
import { dateValue, figureValue, quantityValue } from './literals.ts';
import { diagnose } from './messages.ts';
import { nearest } from './names.ts';
import { ONE, type Rational, ZERO, equal } from './number.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';
import { DAYS, POINTS, PURE, type Unit, combine, dimensionName, sameDimension, toBase, unitNamed } from './units.ts';

const PURE_UNIT: Unit = { name: '比率', dimension: PURE, factor: ONE };
const POINT_UNIT: Unit = { name: '分', dimension: POINTS, factor: ONE };
const TRUTH: ValueType = { kind: 'truth' };

/** A checked expression; `bare` when it is a figure without a unit, which takes the unit of what it meets. */
export interface Checked extends Typed {
  readonly bare: boolean;
}

/** Checks an expression; undefined after a fault, which is reported. */
export function checkExpression(expression: Expression, scope: Scope, report: Report): Checked | undefined {
  const check = (inner: Expression): Checked | undefined => checkExpression(inner, scope, report);
  const { span } = expression;
  switch (expression.kind) {
    case 'missing':
      return undefined;
    case 'bracket':
      return check(expression.inner);
    case 'quantity': {
      const found = quantityValue(expression);
      if (found === undefined) return fault(report, 'bad-number', span, { text: expression.figure });
      return { ...number(found.value, found.unit ?? PURE_UNIT, span), bare: found.unit === undefined };
    }
    case 'date': {
      const value = dateValue(expression.text, scope.fiscalYear);
      if (value === undefined) return fault(report, 'bad-number', span, { text: expression.text });
      return { core: { kind: 'constant', value, span }, type: { kind: 'date' }, unit: PURE_UNIT, bare: false };
    }
    case 'rank': {
      const value = figureValue(expression.figure);
      const unit = unitNamed('名');
      if (value === undefined || unit === undefined)
        return fault(report, 'bad-number', span, { text: expression.figure });
      return { ...number(value, unit, span), bare: false };
    }
    case 'name': {
      const measure = scope.measure(expression.name);
      return measure === undefined
        ? unknownName(expression.name, span, scope, report)
        : { ...inputOf(measure, span), bare: false };
    }
    case 'phrase': {
      const own = shortFor(expression.text, scope);
      if (own === undefined) return unknownName(expression.text, span, scope, report);
      report(diagnose('abbreviated-name', span, { name: expression.text, meaning: own.name }));
      return { ...inputOf(own, span), bare: false };
    }
    case 'weight':
      if (!scope.weighted) return fault(report, 'weight-unknown', span, {});
      return {
        core: { kind: 'weight', span },
        type: { kind: 'number', dimension: POINTS },
        unit: POINT_UNIT,
        bare: false,
      };
    case 'unary': {
      const operand = check(expression.operand);
      if (operand === undefined) return undefined;
      if (expression.operator === '非')
        return !requireType(operand, 'truth', '是非', report)
          ? undefined
          : { ...operand, core: { kind: 'not', of: operand.core, span } };
      return !requireType(operand, 'number', '数', report)
        ? undefined
        : { ...operand, core: negated(operand.core, span) };
    }
    case 'binary':
      return binary(expression.operator, check(expression.left), check(expression.right), span, report);
    case 'call':
      return call(expression, expression.arguments.map(check), report);
    case 'if': {
      const [condition, then, otherwise] = [
        check(expression.condition),
        check(expression.then),
        check(expression.otherwise),
      ];
      if (condition === undefined || then === undefined || otherwise === undefined) return undefined;
      if (!requireType(condition, 'truth', '条件', report)) return undefined;
      const pair = aligned(then, otherwise, '作为同一个结果', report);
      return (
        pair && {
          ...pair[0],
          core: { kind: 'choose', condition: condition.core, then: pair[0].core, otherwise: pair[1].core, span },
          bare: false,
        }
      );
    }
  }
}

/** A measure as an expression. */
export function inputOf(measure: Measure, span: Span): Typed {
  return { core: { kind: 'input', measure, span }, type: measure.type, unit: measure.unit };
}

/** The indicator's own measure that `text` is a short form of: 完成率 for 预算完成率. */
export function shortFor(text: string, scope: Scope): Measure | undefined {
  const own = scope.own?.core.kind === 'input' ? [scope.own.core.measure] : [];
  return [...own, ...scope.measures].find(({ name }) => text.length >= 2 && name !== text && isShortFor(text, name));
}

/** 完成率 for 预算完成率, 完成 for 完成率. */
function isShortFor(words: string, name: string): boolean {
  const text = words.replace(/^(?:实际|当年|本年度|本年|年度|全年)(?=.{2})/, '');
  if (name.endsWith(text)) return true;
  return name.startsWith(text) && /^(?:率|数|比例|比率|额|量|度|程度|情况|值|金额)$/.test(name.slice(text.length));
}

/** Reports a name that is not declared, with the nearest one that is. */
export function unknownName(name: string, span: Span, scope: Scope, report: Report): Checked | undefined {
  const suggestion = nearest(name, scope.names.all());
  const fixes =
    suggestion === undefined
      ? []
      : [
          {
            title: { zh: `改为“${suggestion}”`, en: `change to “${suggestion}”` },
            edits: [{ span, text: suggestion }],
          },
        ];
  report(diagnose('unknown-name', span, { name, ...(suggestion === undefined ? {} : { suggestion }) }, fixes));
  return undefined;
}

function number(value: Rational, unit: Unit, span: Span): Typed {
  return { core: { kind: 'constant', value, span }, type: { kind: 'number', dimension: unit.dimension }, unit };
}

function negated(core: Core, span: Span): Core {
  if (core.kind === 'constant')
    return { ...core, value: { numerator: -core.value.numerator, denominator: core.value.denominator }, span };
  return { kind: 'negate', of: core, span };
}

function binary(
  operator: BinaryOperator,
  left: Checked | undefined,
  right: Checked | undefined,
  span: Span,
  report: Report,
): Checked | undefined {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '且':
    case '或':
      if (!requireType(left, 'truth', '条件', report) || !requireType(right, 'truth', '条件', report)) return undefined;
      return {
        core: { kind: operator === '且' ? 'all' : 'any', of: [left.core, right.core], span },
        type: TRUTH,
        unit: PURE_UNIT,
        bare: false,
      };
    case '×':
    case '÷':
      return product(operator, left, right, span, report);
    case '＋':
    case '－':
      return sum(operator, left, right, span, report);
    case '<':
    case '≤':
    case '=':
    case '≠':
    case '≥':
    case '>':
      return comparison(operator, left, right, span, report);
  }
}

function product(operator: '×' | '÷', left: Checked, right: Checked, span: Span, report: Report): Checked | undefined {
  if (left.type.kind !== 'number') return wrongType(left, '数', report);
  if (right.type.kind !== 'number') return wrongType(right, '数', report);
  if (operator === '÷' && right.core.kind === 'constant' && equal(right.core.value, ZERO)) {
    return fault(report, 'division-by-zero', right.core.span, { text: '0' });
  }
  const dimension = combine(left.type.dimension, right.type.dimension, operator === '×' ? 1 : -1);
  const core: Core = { kind: 'arithmetic', operator, left: left.core, right: right.core, span };
  return {
    core,
    type: { kind: 'number', dimension },
    unit: productUnit(dimension, left, right),
    bare: left.bare && right.bare,
  };
}

function productUnit(dimension: Typed['unit']['dimension'], left: Typed, right: Typed): Unit {
  if (dimension.length === 0) return PURE_UNIT;
  const known = [left.unit, right.unit].find((unit) => sameDimension(unit.dimension, dimension));
  return known ?? { name: dimensionName(dimension), dimension, factor: ONE };
}

function sum(operator: '＋' | '－', left: Checked, right: Checked, span: Span, report: Report): Checked | undefined {
  const core = (from: Checked, other: Checked): Core => ({
    kind: 'arithmetic',
    operator,
    left: from.core,
    right: other.core,
    span,
  });
  if (left.type.kind === 'date' && right.type.kind === 'date' && operator === '－') {
    return {
      core: core(left, right),
      type: { kind: 'number', dimension: DAYS },
      unit: unitNamed('天') ?? PURE_UNIT,
      bare: false,
    };
  }
  if (left.type.kind === 'date' && right.type.kind === 'number' && sameDimension(right.type.dimension, DAYS))
    return { ...left, core: core(left, right) };
  if (left.type.kind !== 'number') return wrongType(left, '数', report);
  if (right.type.kind !== 'number') return wrongType(right, '数', report);
  const pair = aligned(left, right, operator === '＋' ? '相加' : '相减', report);
  return pair && { ...pair[0], core: core(pair[0], pair[1]), bare: left.bare && right.bare };
}

function comparison(
  operator: Comparison,
  left: Checked,
  right: Checked,
  span: Span,
  report: Report,
): Checked | undefined {
  if (left.type.kind === 'truth') return wrongType(left, '数', report);
  const pair = aligned(left, right, '比较', report);
  return (
    pair && {
      core: { kind: 'compare', operator, left: pair[0].core, right: pair[1].core, span },
      type: TRUTH,
      unit: PURE_UNIT,
      bare: false,
    }
  );
}

/** Two values brought to one dimension, a bare figure taking the unit of the other; reports and yields undefined when they cannot be. */
export function aligned(
  left: Checked,
  right: Checked,
  action: string,
  report: Report,
): readonly [Checked, Checked] | undefined {
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    if (sameDimension(left.type.dimension, right.type.dimension)) return [left, right];
    if (right.bare || isZero(right)) return [left, adopted(right, left)];
    if (left.bare || isZero(left)) return [adopted(left, right), right];
  } else if (left.type.kind === right.type.kind) return [left, right];
  report(diagnose('unit-mismatch', right.core.span, { left: typeName(left), right: typeName(right), action }));
  return undefined;
}

function isZero({ core }: Typed): boolean {
  return core.kind === 'constant' && equal(core.value, ZERO);
}

function adopted(bare: Checked, from: Checked): Checked {
  const core: Core =
    bare.core.kind === 'constant' ? { ...bare.core, value: toBase(bare.core.value, from.unit) } : bare.core;
  return { core, type: from.type, unit: from.unit, bare: false };
}

function call(
  expression: Extract<Expression, { kind: 'call' }>,
  given: readonly (Checked | undefined)[],
  report: Report,
): Checked | undefined {
  const entry = functionNamed(expression.name);
  const known = given.filter((argument) => argument !== undefined);
  if (entry === undefined || known.length < given.length) return undefined;
  const [first, ...others] = known;
  const [least, most] = entry.arity;
  if (first === undefined || known.length < least || known.length > most) {
    return fault(report, 'wrong-arguments', expression.span, { name: expression.name, signature: entry.signature });
  }
  if (first.type.kind !== 'number') return wrongType(first, '数', report);
  const rest: Checked[] = [];
  for (const other of others) {
    const pair = entry.id === 'round' ? ([first, other] as const) : aligned(first, other, '一起计算', report);
    if (pair === undefined) return undefined;
    rest.push(pair[1]);
  }
  const core: Core = {
    kind: 'call',
    name: entry.id,
    arguments: [first, ...rest].map((argument) => argument.core),
    span: expression.span,
  };
  return { core, type: first.type, unit: first.unit, bare: false };
}

function requireType(typed: Checked, kind: ValueType['kind'], expected: string, report: Report): boolean {
  if (typed.type.kind === kind) return true;
  wrongType(typed, expected, report);
  return false;
}

function wrongType(typed: Checked, expected: string, report: Report): Checked | undefined {
  return fault(report, 'type-mismatch', typed.core.span, { expected, found: typeName(typed) });
}

function fault(
  report: Report,
  code: 'bad-number' | 'type-mismatch' | 'wrong-arguments' | 'division-by-zero' | 'weight-unknown',
  span: Span,
  data: Record<string, string>,
): Checked | undefined {
  report(diagnose(code, span, data));
  return undefined;
}

/** How a type is called in messages: the unit of a number, else the kind. */
export function typeName({ type, unit }: Typed): string {
  switch (type.kind) {
    case 'number':
      return unit.name;
    case 'date':
      return '日期';
    case 'truth':
      return '是非';
    case 'level':
      return '等级';
    case 'text':
      return '文字';
  }
}
