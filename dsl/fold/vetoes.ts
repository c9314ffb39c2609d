/**
 * 无该项制度的，不得分；未发文的，不得分: a sentence that only says when nothing is given starts from full marks, and a sentence that only
 * speaks of the total leaves its own item whole.
 */
import type { AwardClause, Block, Clause } from '../conditions/clauses.ts';
import { type Cuts, underArms } from './combine.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import { givesNothing } from '../conditions/groups.ts';
import { diagnose } from '../text/messages.ts';
import type { Rational } from '../numbers/number.ts';
import type { Test } from '../expressions/ranges.ts';
import { type Span, cover } from '../text/source.ts';
import type { Bound, Part, Standard } from '../expressions/standard.ts';

/** The standard of clauses that are nothing but vetoes; undefined when they say anything else. */
export function vetoesOf(blocks: readonly Block[], span: Span, cuts: Cuts, context: Context): Standard | undefined {
  const clauses = blocks.flatMap((block) => block.clauses);
  const vetoes = clauses.filter(isVeto);
  if (vetoes.length === 0 || clauses.some((clause) => clause.kind !== 'stop' && !isVeto(clause))) return undefined;
  if (blocks.some(({ item }) => item !== undefined)) return undefined;
  const whole = cover(...vetoes.map((veto) => veto.span));
  context.report(diagnose('full-otherwise', whole, { text: wordsAt(context, whole) }));
  return underArms(vetoes, fullMarks(span, cuts), span, context);
}

function isVeto(clause: Clause): clause is AwardClause {
  return clause.kind === 'award' && clause.verb === 'give' && givesNothing(clause) && judges(clause.test);
}

/** Whether a test is one thing that happens or does not: no threshold, no level, and not what others leave. */
function judges(test: Test | undefined): boolean {
  if (test?.kind === 'not') return judges(test.of);
  if (test?.kind === 'all' || test?.kind === 'any') return test.of.every(judges);
  return test?.kind === 'truth';
}

/** A part that gives full marks whatever happens. */
export function fullMarks(span: Span, { floor, cap }: Cuts): Part {
  const bound = (value: Rational | undefined): Bound => ({
    value: value && { kind: 'constant', value, span },
    stated: true,
  });
  const award = { value: { kind: 'weight', span }, choice: undefined, span } as const;
  const fallback = { when: { kind: 'truth', value: true, span }, award, adjusted: false, span } as const;
  return {
    kind: 'part',
    bands: [],
    fallback,
    adjustments: [],
    limits: [],
    floor: bound(floor),
    cap: bound(cap),
    spills: false,
    span,
  };
}
