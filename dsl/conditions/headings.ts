/**
 * Headings inside a standard: 评分规则： introduces the rule, 评价要点： and 注： introduce words that explain and score nothing.
 * Other words before a colon (东部地区：, 优秀：) are conditions.
 */
import type { Chunk } from '../text/ast.ts';
import type { Span } from '../text/source.ts';
import { JUDGES, isDay, isRemark, wordsOf } from './backgrounds.ts';
import { isAnswer } from '../expressions/phrases.ts';

const RULES =
  /(?:评分|计分|评价|考核|打分)(?:标准|规则|办法|细则|方法|依据)?$|(?:评定|评议|打分)$|^(?:标准|规则|得分|评分|其中|具体为|即)$/;
const EXPLAINS = /要点|内容|解释|说明|注$|^注|备注|来源|依据$|目的|定义|口径|材料|资料来源|佐证/;

/** The chunks of a sentence without what explains; words before a colon that are no heading become conditions. */
export function withoutExplanations(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const noted = withoutNotes(chunks);
  const days = noted.filter((chunk) => isDay(chunk, text));
  const kept = days.length === 1 ? noted.filter((chunk) => chunk !== days[0]) : noted;
  return kept.filter((chunk, index) => {
    const behind = kept.slice(index + 1);
    return (
      !isRemark(chunk, kept.slice(0, index), behind, text) &&
      !isTopic(chunk, behind) &&
      !namesPoints(chunk, behind, text)
    );
  });
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
    // 东部地区覆盖率：…；西部地区覆盖率：… tell kinds of units apart.
    const ofKind = chunks.some(
      (other) => other.kind === 'heading' && other.name === name && other.prefix !== chunk.prefix,
    );
    if (name !== undefined && ofKind && chunk.prefix !== '') {
      kept.push(proseCondition(chunk.prefix, span), { ...chunk, prefix: '' });
      return;
    }
    if (points !== undefined || name !== undefined) {
      explaining = false;
      kept.push(chunk);
      return;
    }
    const rule = RULES.test(text);
    explaining = !rule && EXPLAINS.test(text) && scoresNothing(chunks, index);
    if (explaining || rule || EXPLAINS.test(text) || isTitle(text, chunks.slice(index + 1))) return;
    kept.push(proseCondition(text, span));
  });
  return kept;
}

function proseCondition(text: string, span: Span): Chunk {
  const condition = { kind: 'holds', expression: { kind: 'phrase', text, span }, span } as const;
  return { kind: 'condition', condition, tail: '', span };
}

const SCORING: readonly Chunk['kind'][] = ['mark', 'award', 'step', 'limit', 'stop', 'reading'];

/** Whether nothing from a heading to the next speaks of points or lists items. */
function scoresNothing(chunks: readonly Chunk[], heading: number): boolean {
  const next = chunks.findIndex(({ kind }, index) => index > heading && kind === 'heading');
  return chunks.slice(heading + 1, next < 0 ? undefined : next).every(({ kind }) => !SCORING.includes(kind));
}

/** 是否有效落实的，一经发现未有效落实的，扣0.5分: the question, before the condition that answers it in full. */
function isTopic(chunk: Chunk, [comma, next]: readonly Chunk[]): boolean {
  if (!wordsOf(chunk).startsWith('是否') || comma?.kind !== 'break' || comma.hard) return false;
  return next?.kind === 'condition' && !isAnswer(wordsOf(next));
}

/** 价格得分＝…, 季度签约项目分值＝…: what the points are called, before a formula; 资料齐全得分＝5分 says when they are given. */
function namesPoints(chunk: Chunk, [next]: readonly Chunk[], text: string): boolean {
  if (chunk.kind !== 'condition' || chunk.condition.kind !== 'holds' || next?.kind !== 'award') return false;
  const { span, amount } = next;
  const called = chunk.condition.expression.kind === 'name' || !JUDGES.test(wordsOf(chunk));
  const formula = amount.kind === 'points' && amount.value.kind !== 'quantity';
  return (
    called &&
    formula &&
    chunk.span.end === span.start &&
    /^(?:该项|本项|指标|实际)?(?:得分|计分|分值|分数)\s*[=＝]/.test(text.slice(span.start))
  );
}

/** What a standard is about, and not a kind of unit or a level of a judgement. */
const TITLE =
  /(?:情况|工作|建设|管理|制度|程度|质量|效果|效益|水平|时效|数量|成本|成果|落实|保障|应用|推广|进度|完成|使用|[率额度性]|面|指标|内容|任务|目标|能力|机制|措施|责任|报送|公开|整改|监督|监管|检查|服务|安全|队伍|经费|材料|信息|活动|会议|能源|资源|资料|档案|台账|培训|宣传|方案|计划|规划|绩效|管控|治理|保护|处置|统计|上报|填报|执行|实施)$/;

const HAPPENS = /以下|下列|之一|^(?:有|存在|出现|发生|发现|未|不|无|没)/;

/** 月报上报情况：上报率达到100%的…: a title, where what follows it says itself when points are given. */
function isTitle(words: string, behind: readonly Chunk[]): boolean {
  const next = behind.find(({ kind }) => kind !== 'break' && kind !== 'note');
  return (
    TITLE.test(words) &&
    !HAPPENS.test(words) &&
    (next?.kind === 'condition' || next?.kind === 'step' || next?.kind === 'mark')
  );
}
