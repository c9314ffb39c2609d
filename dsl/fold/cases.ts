/** A standard by kinds of unit, where its clauses tell some apart: one arm each, and nothing said of whatever is of no kind. */
import type { Clause } from '../conditions/clauses.ts';
import { type Cuts, groupOf, wholeOf } from './combine.ts';
import type { Context } from '../conditions/context.ts';
import type { Core } from '../expressions/core.ts';
import { kindsOf } from '../conditions/kinds.ts';
import { settledClauses, settledTests } from '../conditions/settled.ts';
import type { Span } from '../text/source.ts';
import type { Case, Part, Standard } from '../expressions/standard.ts';
import { coreOf } from '../conditions/test-core.ts';
import type { Test } from '../expressions/ranges.ts';

/** The standard of clauses that stand together. The ends of their ranges are settled, unless they tell kinds apart. */
export function ruleOf(
  clauses: readonly Clause[],
  span: Span,
  cuts: Cuts,
  context: Context,
  addend = false,
): Standard | undefined {
  const found = kindsOf(clauses, context.text);
  if (found === undefined) return groupOf(clauses, span, cuts, context, addend);
  const build = (own: readonly Clause[]): Standard | undefined => {
    const nested = kindsOf(own, context.text) !== undefined;
    return ruleOf(nested ? own : settledClauses(own, context), wholeOf(own, span), cuts, context, addend);
  };
  const { kinds, otherwise } = found;
  const rest = otherwise === undefined ? nothingSaid(span) : build([{ ...otherwise, test: undefined }]);
  return (
    rest &&
    caseOf(
      kinds.map(({ selector, clauses: own }) => ({ selector, rule: build(own) })),
      rest,
      span,
      context,
    )
  );
}

/** One rule for each kind of unit; undefined when one of them is at fault. */
export function caseOf(
  kinds: readonly { readonly selector: Test; readonly rule: Standard | undefined }[],
  otherwise: Standard,
  span: Span,
  context: Context,
): Case | undefined {
  const selectors = kinds.map(({ selector }) => selector);
  const settled = settledTests(selectors, context);
  const nothing: Core = { kind: 'truth', value: false, span };
  const arms: Case['arms'][number][] = [];
  for (const { selector, rule } of kinds) {
    if (rule === undefined) return undefined;
    const of = arms.map(({ when }) => when);
    const rest: Core = { kind: 'not', of: { kind: 'any', of, span: selector.span }, span: selector.span };
    const when = selector.kind === 'rest' ? rest : coreOf(settled.get(selector) ?? selector, nothing);
    arms.push({ when, then: rule, span: selector.span });
  }
  return { kind: 'case', arms, otherwise, kinds: true, span };
}

/** A part in which no band speaks: a gap for whoever comes to it. */
export function nothingSaid(span: Span): Part {
  const open = { value: undefined, stated: true };
  return {
    kind: 'part',
    bands: [],
    fallback: undefined,
    adjustments: [],
    limits: [],
    floor: open,
    cap: open,
    spills: false,
    span,
  };
}
