/**
 * Checked expressions and what they must agree in: types, dimensions, the unit a bare figure takes from what it meets. What does not
 * fit is reported at its place and yields undefined.
 */
import type { Core, Typed, ValueType } from './core.ts';
import type { Report } from '../text/diagnostic.ts';
import { type LanguageCode, diagnose } from '../text/messages.ts';
import { ZERO, equal } from '../numbers/number.ts';
import type { Span } from '../text/source.ts';
import { sameDimension, toBase } from '../numbers/units.ts';

/** A checked expression; `bare` when it is a figure without a unit, which takes the unit of what it meets. */
export interface Checked extends Typed {
  readonly bare: boolean;
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

/** Whether a value is of a type; reported when it is not. `expected` is how the type is called. */
export function requireType(typed: Checked, kind: ValueType['kind'], expected: string, report: Report): boolean {
  if (typed.type.kind === kind) return true;
  wrongType(typed, expected, report);
  return false;
}

/** Reports a value of another type than `expected`. */
export function wrongType(typed: Checked, expected: string, report: Report): Checked | undefined {
  return fault(report, 'type-mismatch', typed.core.span, { expected, found: typeName(typed) });
}

/** Reports a fault; the expression then has no meaning. */
export function fault(
  report: Report,
  code: LanguageCode,
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
    case 'records':
      return '表';
  }
}
