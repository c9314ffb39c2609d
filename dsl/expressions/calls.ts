/**
 * Calls of functions: over numbers, over the rows of a table, over the units scored together. 合计(下属机构.基本支出) and
 * 个数(下属机构, 基本支出＞100万元) are computed of every row; a column means something only inside such a call, and one call runs over
 * one table. 名次(完成率) is computed of every unit.
 */
import type { Expression } from '../text/ast.ts';
import { type Checked, aligned, fault, requireType, wrongType } from './checked.ts';
import { type Core, type Measure, partsOf } from './core.ts';
import type { Report } from '../text/diagnostic.ts';
import {
  type FunctionEntry,
  type NumberFunction,
  type PeerFunction,
  type RowFunction,
  functionNamed,
} from '../words/functions.ts';
import { diagnose } from '../text/messages.ts';
import type { Scope } from './scope.ts';
import type { Span } from '../text/source.ts';
import { unitNamed } from '../numbers/units.ts';

type Call = Extract<Expression, { kind: 'call' }>;
type Check = (expression: Expression, scope: Scope, report: Report) => Checked | undefined;

/** Checks a call; undefined after a fault, which is reported. */
export function checkCall(call: Call, scope: Scope, check: Check, report: Report): Checked | undefined {
  const entry = functionNamed(call.name);
  if (entry === undefined) return undefined;
  if (entry.rows !== undefined) {
    const found = overRows(call, entry.rows, entry, scope, check, report);
    if (found !== 'numbers') return found;
  }
  if (entry.peers !== undefined) return overPeers(call, entry.peers, entry, scope, check, report);
  if (entry.numbers === undefined) return fault(report, 'wrong-arguments', call.span, usage(call, entry));
  return overNumbers(
    call,
    entry.numbers,
    entry,
    call.arguments.map((one) => check(one, scope, report)),
    report,
  );
}

function usage({ name }: Call, { signatures }: FunctionEntry): { readonly name: string; readonly signature: string } {
  return { name, signature: signatures.join('，') };
}

/** 名次(完成率): one figure of every unit scored together with this one. */
function overPeers(
  call: Call,
  name: PeerFunction,
  entry: FunctionEntry,
  scope: Scope,
  check: Check,
  report: Report,
): Checked | undefined {
  const [of, more] = call.arguments;
  if (of === undefined || more !== undefined) return fault(report, 'wrong-arguments', call.span, usage(call, entry));
  const value = check(of, { ...scope, inRows: false, weighted: false }, report);
  if (value === undefined || !requireType(value, 'number', '数', report)) return undefined;
  const core: Core = { kind: 'peers', name, of: value.core, span: call.span };
  const unit = name === 'rank' ? unitNamed('名') : undefined;
  if (unit === undefined) return { core, type: value.type, unit: value.unit, bare: false };
  return { core, type: { kind: 'number', dimension: unit.dimension }, unit, bare: false };
}

function overNumbers(
  call: Call,
  { id, arity: [least, most] }: { readonly id: NumberFunction; readonly arity: readonly [number, number] },
  entry: FunctionEntry,
  given: readonly (Checked | undefined)[],
  report: Report,
): Checked | undefined {
  const known = given.filter((argument) => argument !== undefined);
  if (known.length < given.length) return undefined;
  const [first, ...others] = known;
  if (first === undefined || known.length < least || known.length > most)
    return fault(report, 'wrong-arguments', call.span, usage(call, entry));
  if (first.type.kind !== 'number') return wrongType(first, '数', report);
  const rest: Checked[] = [];
  for (const other of others) {
    const pair = id === 'round' ? ([first, other] as const) : aligned(first, other, '一起计算', report);
    if (pair === undefined) return undefined;
    rest.push(pair[1]);
  }
  const core: Core = { kind: 'call', name: id, arguments: [first, ...rest].map((one) => one.core), span: call.span };
  return { core, type: first.type, unit: first.unit, bare: false };
}

/** The call over rows; `numbers` when it names neither a table nor a column of its own. */
function overRows(
  call: Call,
  name: RowFunction,
  entry: FunctionEntry,
  scope: Scope,
  check: Check,
  report: Report,
): Checked | undefined | 'numbers' {
  const wrong = (): Checked | undefined => fault(report, 'wrong-arguments', call.span, usage(call, entry));
  const [first, ...others] = call.arguments;
  const named = first?.kind === 'name' ? scope.measure(first.name) : undefined;
  const table = named?.type.kind === 'records' ? named : undefined;
  // 分值 would be that of whoever asks; what is computed of a row must not depend on it.
  const within: Scope = { ...scope, inRows: true, weighted: false };
  if (table !== undefined) {
    const [of, more] = others;
    if (more !== undefined || (of === undefined) !== (name === 'count' && others.length === 0)) return wrong();
    if (of === undefined) return aggregate(name, table, undefined, call.span, report);
    const each = check(of, within, report);
    if (each === undefined || !ofOneTable(each, table, report)) return undefined;
    return aggregate(name, table, each, call.span, report);
  }
  if (first === undefined) return wrong();
  const columns = call.arguments.flatMap((argument) => columnsNamed(argument, scope));
  const [column] = columns;
  if (column === undefined) return 'numbers';
  const own = scope.measure(column.table);
  // Within a row several columns are numbers like any other: 最大(下属机构.甲, 下属机构.乙).
  if (others.length > 0 && scope.inRows) return 'numbers';
  if (others.length > 0 || name === 'count' || own === undefined) return wrong();
  const each = check(first, within, report);
  if (each === undefined || !ofOneTable(each, own, report)) return undefined;
  return aggregate(name, own, each, call.span, report);
}

function aggregate(
  name: RowFunction,
  table: Measure,
  of: Checked | undefined,
  span: Span,
  report: Report,
): Checked | undefined {
  const core: Core = { kind: 'rows', name, table, of: of?.core, span };
  if (name === 'count') {
    const unit = unitNamed('个');
    if (unit === undefined || (of !== undefined && !requireType(of, 'truth', '条件', report))) return undefined;
    return { core, type: { kind: 'number', dimension: unit.dimension }, unit, bare: false };
  }
  if (of === undefined || !requireType(of, 'number', '数', report)) return undefined;
  return { core, type: of.type, unit: of.unit, bare: false };
}

/** Whether all columns of an expression are those of `table`; reported when they are not. */
function ofOneTable({ core }: Checked, table: Measure, report: Report): boolean {
  const stray = columnsIn(core).find(({ measure }) => measure.row?.table !== table.name);
  if (stray === undefined) return true;
  const { measure, span } = stray;
  report(diagnose('two-tables', span, { table: table.name, column: measure.name }));
  return false;
}

/** The columns an expression reads of one row. */
function columnsIn(core: Core): readonly { readonly measure: Measure; readonly span: Span }[] {
  const own = (core.kind === 'input' || core.kind === 'is') && core.measure.row !== undefined ? [core] : [];
  return [...own, ...partsOf(core).flatMap(columnsIn)];
}

/** The columns an expression names outside the calls within it that run over rows themselves. */
function columnsNamed(expression: Expression, scope: Scope): readonly { readonly table: string }[] {
  switch (expression.kind) {
    case 'name':
      return [scope.measure(expression.name)?.row].filter((row) => row !== undefined);
    case 'bracket':
      return columnsNamed(expression.inner, scope);
    case 'unary':
      return columnsNamed(expression.operand, scope);
    case 'binary':
      return [expression.left, expression.right].flatMap((side) => columnsNamed(side, scope));
    case 'if':
      return [expression.condition, expression.then, expression.otherwise].flatMap((part) => columnsNamed(part, scope));
    case 'call': {
      const entry = functionNamed(expression.name);
      const over = entry?.rows !== undefined && expression.arguments.length === 1;
      const [first] = expression.arguments;
      const table = first?.kind === 'name' && scope.measure(first.name)?.type.kind === 'records';
      return over || table ? [] : expression.arguments.flatMap((argument) => columnsNamed(argument, scope));
    }
    case 'quantity':
    case 'missing':
    case 'date':
    case 'rank':
    case 'phrase':
    case 'weight':
      return [];
  }
}

/** Reports a column outside any call that says what becomes of its rows. */
export function columnAlone(
  { table, column }: NonNullable<Measure['row']>,
  span: Span,
  report: Report,
): Checked | undefined {
  const wrapped = `合计（${table}.${column}）`;
  const fixes = [{ title: { zh: `改为“${wrapped}”`, en: `change to “${wrapped}”` }, edits: [{ span, text: wrapped }] }];
  report(diagnose('column-alone', span, { table, column }, fixes));
  return undefined;
}
