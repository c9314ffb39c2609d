/**
 * Headings inside a standard: 评分规则： introduces the rule, 评价要点： and 注： introduce words that explain and score nothing.
 * Other words before a colon (东部地区：, 优秀：) are conditions.
 */
import type { Chunk } from '../text/ast.ts';
import { speaksOfEndWords } from '../expressions/end-words.ts';
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
    return !isRemark(chunk, behind, text) && !isTopic(chunk, behind) && !namesPoints(chunk, behind, text);
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
    if (name !== undefined || points !== undefined) {
      explaining = false;
      kept.push(chunk);
      return;
    }
    const rule = RULES.test(text);
    explaining = !rule && EXPLAINS.test(text) && scoresNothing(chunks, index);
    if (explaining || rule || EXPLAINS.test(text) || isTitle(text, chunks.slice(index + 1))) return;
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

/** 是否有效落实的，一经发现未有效落实的，扣0.5分: the question, before the condition that answers it in full. */
function isTopic(chunk: Chunk, [comma, next]: readonly Chunk[]): boolean {
  if (!wordsOf(chunk).startsWith('是否') || comma?.kind !== 'break' || comma.hard) return false;
  return next?.kind === 'condition' && !isAnswer(wordsOf(next));
}

function wordsOf(chunk: Chunk): string {
  if (chunk.kind !== 'condition') return '';
  const { condition } = chunk;
  return condition.kind === 'holds' && condition.expression.kind === 'phrase' ? condition.expression.text : '';
}

const JUDGES = /未|不|无|没|有|已|按|如期|及时|齐全|完整|健全|规范|合格|符合|达标|达到|完成$|通过/;

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

/** How points are found: 由考核组综合评定, 以抽检数据为依据, 采用百分制折算. */
const METHOD =
  /(?:评定|评议|评审|打分|评分|进行评价|进行评估|为依据|为准|为基础|为基准|为参照|为计算依据|按以下标准计分|计算得分|折算(?:得分|计分|)|换算(?:得分|计分|)|(?:根据|按照|视|结合)[^，,]*情况|按[^，,]*(?:档|级|类|口径)统计|(?:指标|要素)为[^，,]*(?:共性|通用)(?:要素|指标))$/;

/** What is looked at, and by which rules: 查阅资料, 按考核办法. A remark only where another condition follows. */
const SOURCE =
  /^(?:通过|现场|实地|随机)?(?:查阅|查看|核查|检查|抽查|查验|查|听取|听|访谈|询问|看)[^，,]{0,16}?(?:资料|材料|档案|台账|现场|文件|记录|报告|汇报|系统|凭证|账目|会议纪要|制度|证件|图纸|数据|报表)$|^(?:根据|按照|按|依据|参照)[^，,]*(?:办法|细则|规程|规则|通知|文件|方案|数据|结果|实际进展|进展|统计|问卷)$/;

/** 截至12月底，: by when a measure is taken. Where there are several such days there are several measures, and none is meant alone. */
function isDay({ kind, span }: Chunk, text: string): boolean {
  return kind === 'condition' && DAY.test(text.slice(span.start, span.end));
}

const DAY =
  /^截[至止]到?\s*(?:\d+年|[当本]年)?\s*(?:年[底末]|\d+月(?:\d+[日号]|[底末])?|[一二三四]季度末)(?:前|止|为止)?$/;

/** How points are found, not when they are given. */
function isRemark(chunk: Chunk, behind: readonly Chunk[], text: string): boolean {
  if (chunk.kind !== 'condition' || text.charAt(chunk.span.end) === '的' || text.charAt(chunk.span.end - 1) === '的')
    return false;
  const words = wordsOf(chunk);
  if (METHOD.test(words) || speaksOfEndWords(words)) return true;
  const [end, next] = behind;
  const judged =
    next?.kind === 'condition' || next?.kind === 'step' || next?.kind === 'mark' || next?.kind === 'heading';
  return SOURCE.test(words) && end?.kind === 'break' && judged;
}
