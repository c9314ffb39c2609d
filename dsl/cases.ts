/** A standard by kinds of unit, where its clauses tell some apart: one arm each, and nothing said of whatever is of no kind. */
import type { Clause } from './clauses.ts';
import { type Cuts, groupOf, wholeOf } from './combine.ts';
import type { Context } from './context.ts';
import type { Core } from './core.ts';
import { type Kinds, kindsOf } from './kinds.ts';
import { settledClauses, settledTests } from './settled.ts';
import type { Span } from './source.ts';
import type { Case, Part, Standard } from './standard.ts';
import { coreOf } from './test-core.ts';

/** The standard of clauses that stand together. The ends of their ranges are settled, unless they tell kinds apart. */
export function ruleOf(
  clauses: readonly Clause[],
  span: Span,
  cuts: Cuts,
  context: Context,
  addend = false,
): Standard | undefined {
  const found = kindsOf(clauses, context.text);
  return found === undefined
    ? groupOf(clauses, span, cuts, context, addend)
    : caseOf(found, span, context, (own) => {
        const nested = kindsOf(own, context.text) !== undefined;
        return ruleOf(nested ? own : settledClauses(own, context), wholeOf(own, span), cuts, context, addend);
      });
}

function caseOf(
  { kinds, otherwise }: Kinds,
  span: Span,
  context: Context,
  build: (clauses: readonly Clause[]) => Standard | undefined,
): Case | undefined {
  const settled = settledTests(
    kinds.map(({ selector }) => selector),
    context,
  );
  const nothing: Core = { kind: 'truth', value: false, span };
  const arms: Case['arms'][number][] = [];
  for (const { selector, clauses } of kinds) {
    const of = arms.map(({ when }) => when);
    const rest: Core = { kind: 'not', of: { kind: 'any', of, span: selector.span }, span: selector.span };
    const then = build(clauses);
    if (then === undefined) return undefined;
    const when = selector.kind === 'rest' ? rest : coreOf(settled.get(selector) ?? selector, nothing);
    arms.push({ when, then, span: selector.span });
  }
  const rest = otherwise === undefined ? nothingSaid(span) : build([{ ...otherwise, test: undefined }]);
  return rest && { kind: 'case', arms, otherwise: rest, kinds: true, span };
}

/** A part in which no band speaks: a gap for whoever comes to it. */
function nothingSaid(span: Span): Part {
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
