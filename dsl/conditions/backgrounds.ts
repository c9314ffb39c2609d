/**
 * Words that set the scene and decide nothing: how points are found, where figures come from, since when days are counted, what was planned, what a
 * state is called. Words that judge (齐全, 未报送) are never among them.
 */
import type { Chunk, Condition, End } from '../text/ast.ts';
import { speaksOfEndWords } from '../expressions/end-words.ts';

/** Words that say of something that it is so. */
export const JUDGES = /未|不|无|没|有|已|按|如期|及时|齐全|完整|健全|规范|合格|符合|达标|达到|完成$|通过/;

/** The prose a chunk is, and nothing where it is anything else. */
export function wordsOf(chunk: Chunk): string {
  if (chunk.kind !== 'condition') return '';
  const { condition } = chunk;
  return condition.kind === 'holds' && condition.expression.kind === 'phrase' ? condition.expression.text : '';
}

/** How points are found: 由考核组综合评定, 以抽检数据为依据, 采用百分制折算. */
const METHOD =
  /(?:评定|评议|评审|打分|评分|进行评价|进行评估|为依据|为准|为基础|为基准|为参照|为计算依据|按以下标准计分|计算得分|折算(?:得分|计分|)|换算(?:得分|计分|)|(?:根据|按照|视|结合)[^，,]*情况|(?:根据|按照|依据|按|以)[^，,]*(?:结果|数据|情况|得分|成绩)(?:进行|来)?(?:计算|折算|换算|确定|赋分|计分|评分|评价)|按[^，,]*(?:档|级|类|口径)统计|(?:指标|要素)为[^，,]*(?:共性|通用)(?:要素|指标))$/;

/** What is looked at, and by which rules: 查阅资料, 按考核办法. A remark only where another condition follows. */
const SOURCE =
  /^(?:通过|现场|实地|随机)?(?:查阅|查看|核查|检查|抽查|查验|查|听取|听|访谈|询问|看)[^，,]{0,16}?(?:资料|材料|档案|台账|现场|文件|记录|报告|汇报|系统|凭证|账目|会议纪要|制度|证件|图纸|数据|报表)$|^(?:根据|按照|按|依据|参照)[^，,]*(?:办法|细则|规程|规则|通知|文件|方案|数据|结果|实际进展|进展|统计|问卷)$/;

/** 截至12月底，: by when a measure is taken. Where there are several such days there are several measures, and none is meant alone. */
export function isDay({ kind, span }: Chunk, text: string): boolean {
  return kind === 'condition' && DAY.test(text.slice(span.start, span.end));
}

const DAY =
  /^截[至止]到?\s*(?:\d+年|[当本]年)?\s*(?:年[底末]|\d+月(?:\d+[日号]|[底末])?|[一二三四]季度末)(?:前|止|为止)?$/;

/** Whether a chunk sets the scene, by what stands before and behind it. */
export function isRemark(chunk: Chunk, before: readonly Chunk[], behind: readonly Chunk[], text: string): boolean {
  if (chunk.kind !== 'condition' || text.charAt(chunk.span.end) === '的' || text.charAt(chunk.span.end - 1) === '的')
    return false;
  const words = wordsOf(chunk);
  if (METHOD.test(words) || speaksOfEndWords(words)) return true;
  const [end, next] = behind;
  const judged =
    next?.kind === 'condition' || next?.kind === 'step' || next?.kind === 'mark' || next?.kind === 'heading';
  if (end?.kind !== 'break') return false;
  if (SOURCE.test(words)) return judged;
  if (end.hard) return false;
  if (BY_RESULTS.test(words) && !ACTS.test(words)) return judged;
  if (CALLED.test(words)) return before.at(-1)?.kind === 'break' && before.at(-2)?.kind === 'condition';
  if (SINCE.test(words)) return next?.kind === 'condition' && limitsDays(next.condition);
  return next?.kind === 'award' && restates(words, text.slice(next.span.start, next.span.end));
}

/** 根据可持续影响情况评价，好得5分: by what is judged, where nothing is done that could be judged itself. */
const BY_RESULTS = /^(?:根据|依据|结合|参照|按照|按)[^，,]*(?:评价|评估|考核|测评|情况|结果|程度)$/;
const ACTS = /开展|组织|制定|编制|报送|上报|完成|建立|公开|要求|进行|实施|整改|落实/;

/** 超过130%的，视为目标设置偏低，扣1分 */
const CALLED = /^(?:视为|视同|视作)/;

/** 收到文件后，30天以内下达的: since when days are counted. */
const SINCE = /(?:后|之日起|起)$/;
const DAYS = /[天日月周年]$|小时|季度/;

function limitsDays(condition: Condition): boolean {
  const ends: readonly End[] =
    condition.kind === 'value'
      ? [condition.end]
      : condition.kind === 'between'
        ? [condition.high]
        : condition.kind === 'comparison'
          ? condition.tests.map(({ end }) => end)
          : [];
  return ends.some(({ value }) => value.kind === 'quantity' && DAYS.test(value.unit ?? ''));
}

/** 新建农田2万亩，得分＝完成面积÷2万亩×10分: what was planned, said again by the formula. */
function restates(words: string, formula: string): boolean {
  const [figure] = /\d+(?:\.\d+)?[^\d，,。；;、]{1,4}$/.exec(words) ?? [];
  return figure !== undefined && !JUDGES.test(words) && /[=＝]/.test(formula) && formula.includes(figure);
}
