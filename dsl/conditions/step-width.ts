/** How far one step of 每… reaches. A width that is no number, is nothing, or lacks its unit is reported, never taken for one. */
import type { Chunk, Quantity } from '../text/ast.ts';
import { type Context, wordsAt } from './context.ts';
import type { Typed } from '../expressions/core.ts';
import type { Report } from '../text/diagnostic.ts';
import { quantityValue } from '../numbers/literals.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, type Rational, sign } from '../numbers/number.ts';
import { type Unit, toBase } from '../numbers/units.ts';

/** A width in base units, with the unit written behind it. */
export interface Width {
  readonly value: Rational;
  readonly unit: Unit | undefined;
}

/** The width as written; undefined, and reported, when it is no number, or so small that steps lead nowhere. */
export function widthOf(written: Quantity, report: Report): Width | undefined {
  const found = quantityValue(written);
  if (found !== undefined && sign(found.value) !== 0) return found;
  report(
    found === undefined
      ? diagnose('bad-number', written.span, { text: written.figure })
      : diagnose('zero-step', written.span),
  );
  return undefined;
}

/**
 * The width in base units of the measure that is walked: a bare figure is in the unit of the measure, and what occurs in whole numbers
 * goes by ones. Where neither says how far a step reaches, that is reported and yields undefined.
 */
export function sizeIn(
  { width, head }: Extract<Chunk, { kind: 'step' }>,
  { core, type, unit }: Typed,
  context: Context,
): Rational | undefined {
  if (width === undefined) {
    if (type.kind === 'date' || core.kind !== 'input' || core.measure.whole) return ONE;
    context.report(diagnose('unknown-step', head, { text: wordsAt(context, head) }));
    return undefined;
  }
  const written = quantityValue(width);
  if (written === undefined || written.unit !== undefined || type.kind !== 'number') return written?.value;
  if (unit.name !== '%') return toBase(written.value, unit);
  const at = width.span.end;
  const edits = [{ span: { start: at, end: at }, text: '个百分点' }];
  const fix = { title: { zh: '补上“个百分点”', en: 'add 个百分点' }, edits };
  context.report(diagnose('missing-unit', width.span, { unit: '个百分点' }, [fix]));
  return undefined;
}
