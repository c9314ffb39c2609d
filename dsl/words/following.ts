/**
 * What may follow a word, as patterns over width-folded text: an award, points, a step with points in it. Where names, units or the
 * manner of reading decide, the scanner does.
 */
import { NUMERAL } from './figures.ts';
import type { Follow } from './word-kinds.ts';

/** A separator or the end. */
export const END = /\s*(?:[,;:。.、)\n!?]|$)/y;
const AWARD =
  '(?:(?:可|另|再|倒)?(?:计|得|记|给|评|赋|扣|减|加)|不得|不计|不予|不给|不扣|按|[同等]比例|本项|该项|此项|零分|满分|奖|酌情|视情)';
/** A word of points. */
export const VERB = new RegExp(`\\s*(?:的(?:部门|单位|项目|地区|情况|情形)?)?\\s*[,，]?\\s*${AWARD}`, 'y');
const POINTS = new RegExp(
  `\\s*(?:\\d+(?:\\.\\d+)?\\s*(?:\\(不?含\\)\\s*)?(?:[-—–~至、]\\s*\\d+(?:\\.\\d+)?\\s*)*分(?!值的?\\s*\\d|钟)|${NUMERAL}+分|满分|全分|零分|(?:基本|基础|基准|标准)分|(?:该项|本项|此项|该项指标|本项指标|该指标|本指标|指标|标准|全部)?(?:的)?(?:分值|权重)|(?:该项|本项|此项)(?:得分|分)|(?:相应|对应)的?(?:分|得分|权重)|总分)`,
  'y',
);
const WHOLE_POINTS =
  /\s*(?:为|是)?\s*\d+(?:\.\d+)?\s*分\s*(?:[;:。\n]|,?\s*(?:[①⑴㈠]|扣完|扣至|最低)|,?\s*\(?[1一][).、]|$)/y;
const SHARE = new RegExp(
  `\\s*\\d+(?:\\.\\d+)?\\s*(?:%(?!以)|$|[,;。)])|\\s*(?:\\d+/\\d+|${NUMERAL}+分之${NUMERAL}+)\\s*的?(?:权重|分值|满分)`,
  'y',
);
const STEP =
  /[^;。\n]{0,80}?(?:扣|加|得|计|减|给|记|奖|赋)(?:分(?!值))?\s*(?:\d|[零一二两三四五六七八九十半]+分|满分|(?:该项|本项|此项|指标|标准)?(?:权重|分值)|(?:相应|对应)的?(?:分|得分|权重))|[^,;。\n]{0,30}\d\s*分/y;
const AMOUNTS = new RegExp(
  `[\\s,，]*(?:各)?${AWARD}?(?:予|分)?\\s*(?:\\d|${NUMERAL}+分|[满零]分)[^;。\\n]{0,12}?[、,，和及与][\\s扣减加得计记给评赋]*(?:\\d|${NUMERAL}+分|[满零不])`,
  'y',
);
const LAST_ONE = new RegExp(
  `\\s*(?:第\\s*)?(?:\\d+(?:\\.\\d+)?|${NUMERAL}+)\\s*(?:名|位|分|%|个百分点)\\s*(?:的|者)?\\s*(?:,?\\s*(?:分别|依次)|[,;。]|$)`,
  'y',
);
const HAPPENING = /(?:有|遇|因|出现|发生|发现|查出|存在|未|无|没|不|超|低于|被|逾期|延期|延迟|能|达|已|属|确)/y;
const RANKED = new RegExp(`\\s*(?:\\d+|${NUMERAL}+)\\s*(?:名|位)`, 'y');
const NOTHING = /\s*(?:直接)?(?:为|作|计为?|记为?|得|判为?)(?:零|0)(?!\.?\d)/y;
/** A number and 之间. */
export const UP_TO = /[^,;。\u4e00-\u9fff]{0,12}[\u4e00-\u9fff%]{0,4}(?:\(不?含[^()]*\))?(?:之间|区间)/y;
/** What begins an operand, besides values and functions. */
export const OPERAND = /\s*(?:若|如果|分值|非|[-+])/y;
const COMPARE = /\s*(?:[<>=≥≤≠≧≦]|(?:不|未)?(?:低于|高于|超过|大于|小于|少于|多于|等于|达到|足))/y;

type ByText = Exclude<
  Follow,
  'operand' | 'word' | 'thenValue' | 'name' | 'numeral' | 'upTo' | 'unit' | 'value' | 'changed' | 'matched'
>;

/** Any one of these stands behind a word that wants what is named. */
export const FOLLOWING: Readonly<Record<ByText, readonly RegExp[]>> = {
  end: [END, /\s*的\s*(?:[,;。]|$)|\s*\(\s*不?包?含/y],
  verb: [VERB],
  amount: [POINTS, SHARE],
  points: [POINTS],
  wholePoints: [WHOLE_POINTS],
  step: [STEP],
  happening: [HAPPENING],
  highestNext: [/(?:不重复|计分|得分|原则)/y],
  ranked: [RANKED],
  nothing: [NOTHING],
  place: [/\s*(?:前|第)\s*[\d一二三四五六七八九十]/y],
  score: [/\s*(?:得分|计分)\s*[=为]/y],
  amounts: [AMOUNTS],
  shared: [/[\s,，]*(?:各自)?(?:分别|依次)/y],
  lastOne: [LAST_ONE],
  compare: [COMPARE],
  alternative: [/\s*(?:或|且|并)/y],
  formula: [/\s*\([^();。]*[÷/×*+-][^();。]*\)/y],
  each: [/\s*每/y],
  bySeries: [/\s*按照?\s*[\d.]+\s*[分%]\s*(?:依次|逐)/y],
  remark: [/\s*\((?!\s*[\d.]+\s*分)/y],
  short: [/\s*不[足到满]\s*[\d.]+[^\d,;。]{0,6}?的?\s*,?\s*按照?\s*\d/y],
  ofShare: [/\s*的\s*(?:\d+(?:\.\d+)?\s*%|百分之)/y],
  share: [/\s*(?:\d+(?:\.\d+)?\s*%|百分之)/y],
  measured: [COMPARE, /\s*(?:为|是|在|控制在|保持在|介于)?\s*(?:[±-]?\s*\d|百分之)/y],
  signed: [/\s*[-\u2212\u2013]\s*[\d.]/y],
};
