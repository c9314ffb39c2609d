/**
 * Headings inside a standard: 评分规则： introduces the rule, 评价要点： and 注： introduce words that explain and score nothing.
 * Other words before a colon (东部地区：, 优秀：) are conditions.
 */
import type { Chunk } from './ast.ts';

const RULES =
  /(?:评分|计分|评价|考核|打分)(?:标准|规则|办法|细则|方法|依据)?$|^(?:标准|规则|得分|评分|其中|具体为|即)$/;
const EXPLAINS = /要点|内容|解释|说明|注$|^注|备注|来源|依据$|目的|定义|口径|材料|资料来源|佐证/;

/** The chunks without headings, and without what explains; other words before a colon become conditions. */
export function withoutExplanations(chunks: readonly Chunk[]): readonly Chunk[] {
  const kept: Chunk[] = [];
  let explaining = false;
  for (const chunk of chunks) {
    if (chunk.kind !== 'heading') {
      if (!explaining) kept.push(chunk);
      continue;
    }
    explaining = EXPLAINS.test(chunk.text) && !RULES.test(chunk.text);
    if (explaining || chunk.weighted || RULES.test(chunk.text)) continue;
    const { text, span } = chunk;
    kept.push({
      kind: 'condition',
      condition: { kind: 'holds', expression: { kind: 'phrase', text, span }, span },
      tail: '',
      span,
    });
  }
  return kept;
}
