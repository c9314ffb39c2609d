/**
 * Nothing said of points is lost: every award, step and limit of a sentence must have left its mark in the tree it was folded to.
 */
import type { Block, Clause } from '../conditions/clauses.ts';
import { type Context, lose } from '../conditions/context.ts';
import { givesNothing } from '../conditions/groups.ts';
import { equal } from '../numbers/number.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';

/** Reports each award, step and limit of which the folded tree holds nothing; `trees` are the standard and what leaves it. */
export function reportUnused(blocks: readonly Block[], trees: readonly unknown[], context: Context): void {
  const marks: Span[] = [];
  for (const tree of trees) collectSpans(tree, marks);
  marks.sort((left, right) => left.start - right.start || left.end - right.end);
  for (const clause of blocks.flatMap(({ clauses }) => clauses)) {
    if (!mustShow(clause, context.scope) || holdsMark(clause.span, marks)) continue;
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

/** Every span of a tree; a measure, known by its key, is no part of the sentence. */
function collectSpans(node: unknown, found: Span[]): void {
  if (typeof node !== 'object' || node === null || 'key' in node) return;
  if ('span' in node && !('floor' in node)) found.push(node.span as Span);
  for (const value of Object.values(node)) collectSpans(value, found);
}

/** Whether one of the marks, in order, lies within a span. */
function holdsMark({ start, end }: Span, marks: readonly Span[]): boolean {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? start) < start) low = middle + 1;
    else high = middle;
  }
  for (let mark = marks[low]; mark !== undefined && mark.start <= end; mark = marks[(low += 1)]) {
    if (mark.end <= end) return true;
  }
  return false;
}
