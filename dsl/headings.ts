/**
 * Headings inside a standard: 评分规则： introduces the rule, 评价要点： and 注： introduce words that explain and score nothing.
 * Other words before a colon (东部地区：, 优秀：) are conditions.
 */
import type { Chunk } from './ast.ts';

const RULES =
  /(?:评分|计分|评价|考核|打分)(?:标准|规则|办法|细则|方法|依据)?$|(?:评定|评议|打分)$|^(?:标准|规则|得分|评分|其中|具体为|即)$/;
const EXPLAINS = /要点|内容|解释|说明|注$|^注|备注|来源|依据$|目的|定义|口径|材料|资料来源|佐证/;

/** The chunks without headings, and without what explains; other words before a colon become conditions. */
export function withoutExplanations(chunks: readonly Chunk[]): readonly Chunk[] {
  const kept: Chunk[] = [];
  let explaining = false;
  chunks.forEach((chunk, index) => {
    if (chunk.kind !== 'heading') {
      if (!explaining) kept.push(chunk);
      return;
    }
    const { text, span, weighted } = chunk;
    const rule = weighted || RULES.test(text);
    explaining = !rule && EXPLAINS.test(text) && scoresNothing(chunks, index);
    if (explaining || rule || EXPLAINS.test(text)) return;
    const condition = { kind: 'holds', expression: { kind: 'phrase', text, span }, span } as const;
    kept.push({ kind: 'condition', condition, tail: '', span });
  });
  return kept;
}

const SCORING: readonly Chunk['kind'][] = ['mark', 'award', 'step', 'limit', 'stop', 'reading'];

/** Whether nothing from a heading to the next speaks of points or lists items. */
function scoresNothing(chunks: readonly Chunk[], heading: number): boolean {
  const next = chunks.findIndex(({ kind }, index) => index > heading && kind === 'heading');
  return chunks.slice(heading + 1, next < 0 ? undefined : next).every(({ kind }) => !SCORING.includes(kind));
}
