/** The order in which chunks are read, where it is not the order in which they are written. */
import type { Chunk } from '../text/ast.ts';
import { talkAt } from './item-talk.ts';
import { OF_THE_LIST } from '../conditions/step-conditions.ts';

/** 具备下列要素，每缺少一项扣2分：①…②…: what is said of the items is read behind the last of them. */
export function leadBehindItems(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const first = chunks.findIndex(({ kind }) => kind === 'mark');
  const lead = chunks.slice(0, Math.max(first, 0));
  const [start, end] = [lead[0], lead[lead.length - 1]];
  if (start === undefined || end === undefined) return chunks;
  const speaks = ({ kind, span }: Chunk): boolean => kind === 'condition' && talkAt(text, span) !== undefined;
  const ofItems = (chunk: Chunk): boolean =>
    OF_THE_LIST.test(text.slice(chunk.span.start, chunk.span.end)) || speaks(chunk);
  if (!OF_THE_LIST.test(text.slice(start.span.start, end.span.end)) && !lead.some(speaks)) return chunks;
  const apart = { kind: 'break', hard: true, span: end.span } as const;
  if (lead.every(({ kind }) => kind === 'condition' || kind === 'break')) {
    const own = lead.filter((chunk) => chunk.kind === 'condition' && !ofItems(chunk));
    return [...own, ...chunks.slice(first)];
  }
  const last = chunks.findLastIndex(({ kind }) => kind === 'mark');
  const stop = chunks.findIndex((chunk, index) => index > last && chunk.kind === 'break' && chunk.hard);
  const at = stop < 0 ? chunks.length : stop;
  return [...chunks.slice(first, at), apart, ...lead, ...chunks.slice(at)];
}

/** 落实到人。（25分）: points in brackets belong to what stands before the full stop. */
export function withPointsBehindStops(chunks: readonly Chunk[]): readonly Chunk[] {
  return chunks.filter((chunk, index) => {
    const [open, award, close] = chunks.slice(index + 1, index + 4);
    const bracketed = open?.kind === 'break' && !open.hard && award?.kind === 'award' && close?.kind === 'break';
    return !(chunk.kind === 'break' && chunk.hard && bracketed && !close.hard && open.span.end === award.span.start);
  });
}
