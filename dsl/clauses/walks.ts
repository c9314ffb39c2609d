/** Which ways a step walks, and what stands before it that it walks from. */
import type { Chunk } from '../text/ast.ts';
import { type Context, lose } from '../conditions/context.ts';
import type { Piece } from './counted.ts';
import type { Test } from '../expressions/ranges.ts';

type StepChunk = Extract<Chunk, { kind: 'step' }>;

/** 每增减1%加减1分 is two steps: one up that adds, one down that deducts. */
export function bothWays(chunk: StepChunk, context: Context): readonly StepChunk[] {
  if (!chunk.turns) return [chunk];
  if (chunk.direction !== 'both') {
    lose(context, chunk.span);
    return [];
  }
  return [
    { ...chunk, direction: 'above', verb: 'add' },
    { ...chunk, direction: 'below', verb: 'deduct' },
  ];
}

/** Directions in which a step leaves a threshold. */
const WALKS: ReadonlySet<string> = new Set(['above', 'below', 'both']);

/** 完好率不低于90%。每降低1个百分点扣0.5分: what is asked for stands before the steps away from it. */
export function setsWalk(pending: readonly Test[], next: Piece | undefined): boolean {
  const walks = next?.kind === 'step' && next.segment === undefined && WALKS.has(next.direction);
  return walks && pending.length === 1 && pending.every(({ kind }) => kind === 'range');
}
