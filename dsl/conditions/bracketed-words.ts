/** 因公出国（境）费: a short bracket within a word is part of it, and no note between two phrases. */
import type { Chunk } from '../text/ast.ts';

/** One or two words, and nothing that explains: （境）, （镇、街道）. */
const WITHIN = /^[（(][\u4e00-\u9fff、]{1,6}[）)]$/;
const EXPLAINS = /^.(?:含|即|如|见|指|包括|不)/;

/** The chunks with such words whole. */
export function withBracketedWords(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const whole: Chunk[] = [];
  for (const chunk of chunks) {
    const [before, note] = whole.slice(-2);
    const joined = before && note && joinedAt(before, note, chunk, text);
    if (joined === undefined) whole.push(chunk);
    else whole.splice(-2, 2, joined);
  }
  return whole;
}

function joinedAt(before: Chunk, note: Chunk, after: Chunk, text: string): Chunk | undefined {
  if (note.kind !== 'note' || !isPhrase(before) || !isPhrase(after)) return undefined;
  const words = text.slice(note.span.start, note.span.end);
  const adjoins = before.span.end === note.span.start && note.span.end === after.span.start;
  if (!adjoins || !WITHIN.test(words) || EXPLAINS.test(words)) return undefined;
  const span = { start: before.span.start, end: after.span.end };
  const expression = { kind: 'phrase', text: text.slice(span.start, span.end), span } as const;
  return { ...after, condition: { kind: 'holds', expression, span }, span };
}

function isPhrase(chunk: Chunk): chunk is Extract<Chunk, { kind: 'condition' }> {
  return chunk.kind === 'condition' && chunk.condition.kind === 'holds' && chunk.condition.expression.kind === 'phrase';
}
