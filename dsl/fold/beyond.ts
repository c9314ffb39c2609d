/**
 * What a sentence does outside its own item: points it carries to the total, and what a condition does to the whole or to other items.
 * 否则 in such a clause is where no band written before it holds.
 */
import type { Clause } from '../conditions/clauses.ts';
import { startingFromZero, wholeOf } from './combine.ts';
import { type Context, lose } from '../conditions/context.ts';
import type { Core } from '../expressions/core.ts';
import { partOf } from './part.ts';
import type { Test } from '../expressions/ranges.ts';
import type { Span } from '../text/source.ts';
import type { Beyond, Standard } from '../expressions/standard.ts';
import { coreOf } from '../conditions/test-core.ts';

/** Gathers it from the clauses that leave the item, beside what the others came to. */
export function beyondOf(
  clauses: readonly Clause[],
  standard: Standard | undefined,
  span: Span,
  context: Context,
): Beyond {
  const effects = clauses.flatMap((clause) => {
    if (clause.kind !== 'effect') return [];
    const rest = restBefore(standard, clause.span);
    if (rest === undefined && leavesRest(clause.test) && standard !== undefined) {
      lose(context, clause.span);
      return [];
    }
    const when = coreOf(clause.test, rest ?? { kind: 'truth', value: true, span });
    return [{ when, result: clause.result, span: clause.span }];
  });
  const moves = clauses.filter((clause) => clause.kind !== 'effect');
  if (moves.length === 0) return { carried: undefined, effects };
  const awards = moves.filter((clause) => clause.kind === 'award');
  const input = { awards, clauses: moves, floor: undefined, cap: undefined, span: wholeOf(moves, span) };
  const part = partOf(input, context);
  return { carried: part && startingFromZero(part), effects };
}

/** 否则，总分为零: where no band written before holds; undefined where it is not one part that has such bands. */
function restBefore(standard: Standard | undefined, { start, end }: Span): Core | undefined {
  if (standard?.kind !== 'part') return undefined;
  const before = standard.bands.filter(({ span }) => span.end <= start).map(({ when }) => when);
  const span = { start, end };
  return before.length === 0 ? undefined : { kind: 'not', of: { kind: 'any', of: before, span }, span };
}

function leavesRest(test: Test): boolean {
  switch (test.kind) {
    case 'rest':
      return true;
    case 'not':
      return leavesRest(test.of);
    case 'all':
    case 'any':
      return test.of.some(leavesRest);
    case 'truth':
    case 'level':
    case 'range':
      return false;
  }
}
