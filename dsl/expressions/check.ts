/**
 * Expressions are given meaning: names become measures, figures exact numbers in base units, and every operation is checked for
 * types and units before anything runs. An expression with a fault is reported at the place and yields undefined.
 */
import type { BinaryOperator, Comparison, Expression } from '../text/ast.ts';
import { checkCall, columnAlone } from './calls.ts';
import { type Checked, aligned, fault, requireType, wrongType } from './checked.ts';
import type { Core, Measure, Typed, ValueType } from './core.ts';
import type { Report } from '../text/diagnostic.ts';
import { dateValue, figureValue, quantityValue } from '../numbers/literals.ts';
import { diagnose } from '../text/messages.ts';
import { nearest } from '../words/names.ts';
import { ONE, type Rational, ZERO, equal } from '../numbers/number.ts';
import { isPeerWord } from './peers.ts';
import type { Scope } from './scope.ts';
import type { Span } from '../text/source.ts';
import { DAYS, POINTS, PURE, type Unit, combine, dimensionName, sameDimension, unitNamed } from '../numbers/units.ts';

const PURE_UNIT: Unit = { name: '比率', dimension: PURE, factor: ONE };
const POINT_UNIT: Unit = { name: '分', dimension: POINTS, factor: ONE };
const TRUTH: ValueType = { kind: 'truth' };

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
      if (measure === undefined) return unknownName(expression.name, span, scope, report);
      if (measure.row !== undefined && !scope.inRows) return columnAlone(measure.row, span, report);
      return { ...inputOf(measure, span), bare: false };
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
      return checkCall(expression, scope, checkExpression, report);
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
  const [table = '', column] = name.split('.');
  const type = column === undefined ? undefined : scope.measure(table)?.type;
  if (type?.kind === 'records' && column !== undefined) return unknownColumn(table, column, type.columns, span, report);
  if (isPeerWord(name)) return fault(report, 'peer-unclear', span, { name });
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

/** Reports a column its table does not have, with the nearest one it has. */
function unknownColumn(
  table: string,
  column: string,
  columns: readonly Measure[],
  span: Span,
  report: Report,
): Checked | undefined {
  const names = columns.map(({ row }) => row?.column ?? '');
  const suggestion = nearest(column, names);
  const meant = `${table}.${suggestion ?? ''}`;
  const fix = { title: { zh: `改为“${meant}”`, en: `change to “${meant}”` }, edits: [{ span, text: meant }] };
  const data = { name: table, column, ...(suggestion === undefined ? { columns: names.join('、') } : { suggestion }) };
  report(diagnose('unknown-column', span, data, suggestion === undefined ? [] : [fix]));
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
  if (left.type.kind !== 'number' && left.type.kind !== 'date') return wrongType(left, '数', report);
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
