/**
 * Headings inside a standard: 评分规则： introduces the rule, 评价要点： and 注： introduce words that explain and score nothing.
 * Other words before a colon (东部地区：, 优秀：) are conditions.
 */
import type { Chunk } from './ast.ts';
import { speaksOfEndWords } from './end-words.ts';

const RULES =
  /(?:评分|计分|评价|考核|打分)(?:标准|规则|办法|细则|方法|依据)?$|(?:评定|评议|打分)$|^(?:标准|规则|得分|评分|其中|具体为|即)$/;
const EXPLAINS = /要点|内容|解释|说明|注$|^注|备注|来源|依据$|目的|定义|口径|材料|资料来源|佐证/;

/** （迟报除外）: a remark that takes something out is no mere explanation. */
export function takesOut(remark: string): boolean {
  return /除外|例外|不适用/.test(remark);
}

/** The chunks of a sentence without what explains; words before a colon that are no heading become conditions. */
export function withoutExplanations(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const noted = withoutNotes(chunks);
  return noted.filter((chunk, index) => !isRemark(chunk, text) && !isTopic(chunk, noted.slice(index + 1)));
}

function withoutNotes(chunks: readonly Chunk[]): readonly Chunk[] {
  const kept: Chunk[] = [];
  let explaining = false;
  chunks.forEach((chunk, index) => {
    if (chunk.kind !== 'heading') {
      if (!explaining) kept.push(chunk);
      return;
    }
    const { text, span, points, name } = chunk;
    if (name !== undefined || points !== undefined) {
      explaining = false;
      kept.push(chunk);
      return;
    }
    const rule = RULES.test(text);
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

/** 是否有效落实的，一经发现未有效落实的，扣0.5分: the question, before the condition that answers it. */
function isTopic(chunk: Chunk, [comma, next]: readonly Chunk[]): boolean {
  return wordsOf(chunk).startsWith('是否') && comma?.kind === 'break' && !comma.hard && next?.kind === 'condition';
}

function wordsOf(chunk: Chunk): string {
  if (chunk.kind !== 'condition') return '';
  const { condition } = chunk;
  return condition.kind === 'holds' && condition.expression.kind === 'phrase' ? condition.expression.text : '';
}

/** 由考核组综合评定, 以抽检数据为依据: how points are found, not when they are given. */
function isRemark(chunk: Chunk, text: string): boolean {
  if (chunk.kind !== 'condition' || text.charAt(chunk.span.end) === '的' || text.charAt(chunk.span.end - 1) === '的')
    return false;
  if (speaksOfEndWords(wordsOf(chunk))) return true;
  return /(?:评定|评议|评审|打分|评分|进行评价|进行评估|为依据|为准|为基础|按以下标准计分|(?:根据|按照|视|结合)[^，,]*情况)$/.test(
    wordsOf(chunk),
  );
}
