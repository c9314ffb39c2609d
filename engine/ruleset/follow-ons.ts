/**
 * Findings that only follow from another: one slip is said once. Behind a bracket without its partner nothing more is said of its
 * text; where a formula is at fault, nothing of the sentence that could not find its measure or its unit.
 */
import type { Diagnostic } from '../../dsl/index.ts';

const BRACKETS: ReadonlySet<string> = new Set(['unclosed-bracket', 'unbalanced-bracket']);
const MEASURELESS: ReadonlySet<string> = new Set(['unknown-measure', 'unit-mismatch', 'missing-unit', 'type-mismatch']);

/** The findings on one text without those that follow from a lone bracket in it. */
export function beforeBrackets(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const from = Math.min(...diagnostics.flatMap(({ code, span }) => (BRACKETS.has(code) ? [span.start] : [])));
  return diagnostics.filter(({ code, span }) => span.start < from || BRACKETS.has(code));
}

/** Whether a finding on a sentence comes of its indicator's formula having no meaning. */
export function comesOfFormula({ code }: Diagnostic): boolean {
  return MEASURELESS.has(code);
}
