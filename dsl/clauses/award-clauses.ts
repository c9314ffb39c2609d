/** What an award chunk comes to once its points and its condition are read. */
import type { Chunk } from '../text/ast.ts';
import type { AwardClause } from '../conditions/clauses.ts';
import { type Points, isNothing } from '../expressions/points.ts';
import type { Test } from '../expressions/ranges.ts';
import { type Span, cover } from '../text/source.ts';
import type { EffectResult } from '../expressions/standard.ts';
import type { Piece } from './counted.ts';
import { speaksOfItems } from './item-effects.ts';

type AwardChunk = Extract<Chunk, { kind: 'award' }>;

/** The clause of an award under a condition; a deduction without one is always made. */
export function awardClause(chunk: AwardChunk, points: Points, test: Test | undefined): AwardClause {
  return {
    kind: 'award',
    verb: chunk.verb,
    test: test === undefined && chunk.verb !== 'give' ? always(chunk.span) : test,
    points: { ...points, span: chunk.span },
    base: chunk.base,
    scope: chunk.scope,
    apart: false,
    whole: isWhole(chunk, points),
    span: cover(...(test === undefined ? [] : [test.span]), chunk.span),
  };
}

/** 满分, 不得分: whether an award speaks of the whole item. */
export function isWhole({ amount }: AwardChunk, points: Points): boolean {
  return amount.kind === 'full' || amount.kind === 'unchanged' || isNothing(points);
}

/** What an award does to the whole: 总分为零, 直接定为差; undefined when it stays in its item. */
export function effectOf(chunk: AwardChunk, points: Points | undefined): EffectResult | undefined {
  if (speaksOfItems(chunk)) return { kind: 'items', targets: chunk.targets, share: chunk.share };
  if (chunk.amount.kind === 'label') return { kind: 'grade', label: chunk.amount.text };
  const fixed = chunk.scope === 'total' && chunk.verb === 'give' && points?.kind === 'value';
  return fixed ? { kind: 'total', points: points.value } : undefined;
}

/** 视情节扣1—3分: how much is chosen, whether it is not asked. */
function always(span: Span): Test {
  return { kind: 'truth', core: { kind: 'truth', value: true, span }, phrase: false, about: undefined, span };
}

/** Whether the award at `index` had a condition, which then could not be given meaning. */
export function hadCondition(chunks: readonly Piece[], index: number): boolean {
  const before = chunks.slice(0, index).findLast((chunk) => chunk.kind !== 'break' && chunk.kind !== 'note');
  return before?.kind === 'condition' || before?.kind === 'counted';
}
