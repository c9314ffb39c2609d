/** What must stand beside a word of the vocabulary for it to be that word, in both languages. */
import type { Bilingual } from '../../dsl/text/diagnostic.ts';
import type { Follow, Lead } from '../../dsl/words/word-kinds.ts';

const both = (zh: string, en: string): Bilingual => ({ zh, en });

/** What must follow a word for it to be that word. */
export const FOLLOWS: Readonly<Record<Follow, Bilingual>> = {
  value: both('数、名称或左括号', 'a number, a name or a bracket'),
  numeral: both('数', 'a number'),
  signed: both('负数', 'a number below zero'),
  changed: both('变化，如“上年提高”', 'a change, as in 上年提高'),
  matched: both('相等或与以前相比的变化', 'that it is the same, or a change against a time before'),
  alternative: both('“或”“且”', '或 or 且'),
  ofShare: both('“的”和百分数', '的 and a percentage'),
  share: both('百分数', 'a percentage'),
  measured: both('比较词、数，或“为”“在”加数', 'a comparison, a number, or 为 or 在 and a number'),
  upTo: both('数和“之间”', 'a number and 之间'),
  name: both('名称', 'a name'),
  unit: both('数或单位', 'a number or a unit'),
  points: both('分数', 'points'),
  each: both('“每”', '每'),
  bySeries: both('“按”加分数再加“依次”', '按, points and 依次'),
  remark: both('括号里的话', 'a bracket'),
  wholePoints: both('单独成句的分数', 'points that stand by themselves'),
  amount: both('分数或分值的几成', 'points, or a share of them'),
  compare: both('比较词', 'a comparison'),
  end: both('停顿或句末', 'a separator or the end'),
  verb: both('得分词', 'an award'),
  step: both('同一句里的得分', 'points later in the clause'),
  operand: both('算式', 'an operand'),
  word: both('文字', 'a word'),
  ranked: both('名次', 'a rank'),
  nothing: both('“为零”', '为零'),
  place: both('“前5名”、“第1名”', '前5名 or 第1名'),
  shared: both('“分别”', '分别'),
  amounts: both('几个分数', 'several amounts'),
  lastOne: both('最后一个名次或分数', 'the last of several ranks or points'),
  highestNext: both('“就高”之类', 'words such as 就高'),
  thenValue: both('“则……”', '则 and a value'),
  short: both('“不足5%的按5%”之类', 'words such as 不足5%的按5%'),
  formula: both('括号里的算式', 'a calculation in brackets'),
  happening: both('“有”“出现”“未”之类', 'words such as 有, 出现, 未'),
  score: both('“得分＝”', '得分＝'),
};

/** What must stand directly before a word. */
export const LEADS: Readonly<Record<Lead, Bilingual>> = {
  compared: both('名称、“上年”之类，或停顿、句首', 'a name, a time before, a separator or the start'),
  name: both('名称', 'a name'),
  than: both('“比”“较”', '比 or 较'),
  compare: both('比较词', 'a comparison'),
  period: both('“上年”之类', 'a time before'),
  change: both('“提高”之类', 'a change'),
  be: both('“为”', '为'),
  quantity: both('数', 'a number'),
  value: both('数或名称', 'a number or a name'),
  start: both('停顿或句首', 'a separator or the start'),
  each: both('“每”', '每'),
  amount: both('分数', 'points'),
  suffix: both('“以上”之类', 'a suffix such as 以上'),
  de: both('“的”', '的'),
  prose: both('普通文字', 'prose'),
  scope: both('“总分”之类', 'a word such as 总分'),
  if: both('“若”', '若'),
};
