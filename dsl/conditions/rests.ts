/**
 * 按期完成得4分，延期完成得2分，未完成不得分: behind other states of the same thing 未完成 is a state too, which can be said of it outright, and
 * what they leave.
 */
import type { Chunk } from '../text/ast.ts';
import { phraseOf } from '../grammar/kinship.ts';

/** The chunks with such rests as phrases. */
export function withNamedRests(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  return chunks.map((chunk, index) => {
    if (chunk.kind !== 'condition' || chunk.condition.kind !== 'beyond' || chunk.condition.operator !== undefined)
      return chunk;
    const { span } = chunk.condition;
    const words = text.slice(span.start, span.end);
    const { stem, negative } = phraseOf(words);
    const before = statesBefore(chunks, index);
    if (!negative || before.length < 2 || !before.every((state) => state.includes(stem))) return chunk;
    const named = { kind: 'holds', expression: { kind: 'phrase', text: words, span }, span } as const;
    return { ...chunk, condition: { kind: 'any', conditions: [named, chunk.condition], span } };
  });
}

/** The phrases, each with an award, that run up to a chunk. */
function statesBefore(chunks: readonly Chunk[], index: number): readonly string[] {
  const states: string[] = [];
  let awarded = false;
  for (const chunk of chunks.slice(0, index).toReversed()) {
    if (chunk.kind === 'award') awarded = true;
    else if (chunk.kind === 'condition') {
      const { condition } = chunk;
      if (!awarded || condition.kind !== 'holds' || condition.expression.kind !== 'phrase') break;
      states.push(condition.expression.text);
      awarded = false;
    } else if (chunk.kind !== 'break') break;
  }
  return states;
}
