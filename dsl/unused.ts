/**
 * Nothing said of points is lost: every award, step and limit of a sentence must have left its mark in the tree it was folded to.
 */
import type { Block, Clause } from './clauses.ts';
import { type Context, lose } from './context.ts';
import { givesNothing } from './groups.ts';
import { equal } from './number.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';

/** Reports each award, step and limit of which the folded tree holds nothing; `trees` are the standard and what leaves it. */
export function reportUnused(blocks: readonly Block[], trees: readonly unknown[], context: Context): void {
  const marks = trees.flatMap((tree) => spansIn(tree));
  for (const clause of blocks.flatMap(({ clauses }) => clauses)) {
    if (!mustShow(clause, context.scope) || marks.some((mark) => within(mark, clause.span))) continue;
    lose(context, clause.span);
  }
}

/** 不得分 and 最高得10分 of 10 say what holds anyway; steps over items are held against the items. */
function mustShow(clause: Clause, { highest, weight }: Scope): boolean {
  if (clause.kind === 'award') return !givesNothing(clause);
  if (clause.kind === 'step') return clause.items === undefined;
  if (clause.kind !== 'limit') return false;
  const { most } = clause;
  return most.kind !== 'weight' && !(most.kind === 'constant' && equal(most.value, highest ?? weight));
}

function spansIn(node: unknown): readonly Span[] {
  if (Array.isArray(node)) return node.flatMap(spansIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'span' in node && !('floor' in node) ? [node.span as Span] : [];
  return [...own, ...Object.values(node).flatMap(spansIn)];
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
