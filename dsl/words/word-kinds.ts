/** What a word of official sentences can do, and beside what it must stand to do it; the words themselves are in vocabulary.ts. */

/** What a word does in a sentence; the comment shows a form and what `value` holds. */
export type WordKind =
  | 'compare' // 不低于: the operator
  | 'suffix' // 90%以上: the operator it means, or `between`
  | 'rangeTo' // 80%至90%
  | 'and'
  | 'or'
  | 'not'
  | 'highest' // 就高不重复计分
  | 'absolute' // 绝对值
  | 'divide' // 甲占乙的比例
  | 'joint' // 甲与乙中较低者
  | 'times' // 目标数的80%
  | 'plusMinus' // 相差10万元以内
  | 'every' // 甲、乙均: all or any
  | 'than' // 比上年提高
  | 'period' // 上年, where a measure is compared with it
  | 'change' // 提高: how the measure stands to what it is compared with
  | 'pick' // 较低者: the function, min or max
  | 'none' // 无结余
  | 'some' // 有结余
  | 'each' // 每
  | 'direction' // 每低5%: above, below, both or missing
  | 'verb' // 计: give, deduct, add or turn (加减)
  | 'full' // 满分
  | 'zero' // 不得分
  | 'base' // 基本分
  | 'weight' // 分值
  | 'unchanged' // 不扣分
  | 'proportion' // 按比例计分
  | 'scoreIs' // 得分＝
  | 'stop' // 扣完为止: floor or cap
  | 'limit' // 最多: most, least or filled
  | 'until' // 扣满6分为止
  | 'ignore' // 不足5%的不计
  | 'by' // 按
  | 'counted' // 按满分计算; deduct or add for 按2分扣
  | 'otherwise'
  | 'beyond' // 未完成的
  | 'part' // 130%以上部分
  | 'series' // 依次类推; down or up for 依次递减
  | 'shared' // 分别得5分、3分
  | 'comma' // 第一名和第二名
  | 'be' // 为
  | 'de' // 的, where a condition ends
  | 'scope' // 本项: item or total
  | 'basis' // 以100%为标准
  | 'gradeIs' // 直接定为差
  | 'discretion' // 酌情给分
  | 'if'
  | 'then'
  | 'else'
  | 'filler' // 本单位: says nothing about points
  | 'prose'; // words that would otherwise be taken apart

/**
 * What must follow a word. `value`: number, name or bracket · `numeral`: a number · `signed`: a number below zero · `upTo`: a number
 * and 之间 · `points`: points in any wording · `wholePoints`: points that stand by themselves, before a full stop, a colon or a list ·
 * `nothing`: 为零 · `place`: 前5名, 第1名 · `amount`: points or a share of them · `end`: a separator or the end · `verb`: an award word · `step`: points later
 * in the clause · `amounts`: several points in a row · `lastOne`: the last of several ranks or points · `happening`: words for something that happens or does not ·
 * `thenValue`: 则 and a value, as in 若 a 则 b 否则 c · `changed`: a change told of what follows, `matched`: that it is the same, or a change
 * against an earlier time, a target or a mean · `alternative`: 或 or 且 · `formula`: a calculation in brackets · `short`: 不足5%的按5% ·
 * `each`: 每, `bySeries`: 按, points and 依次, `remark`: a bracket without points · `share`: a percentage, `ofShare`: 的 and one · `measured`: a comparison, a number, 为 or 在 before one.
 */
export type Follow =
  | 'value'
  | 'numeral'
  | 'signed'
  | 'upTo'
  | 'changed'
  | 'matched'
  | 'alternative'
  | 'share'
  | 'ofShare'
  | 'measured'
  | 'name'
  | 'unit'
  | 'points'
  | 'wholePoints'
  | 'each'
  | 'bySeries'
  | 'remark'
  | 'amount'
  | 'operand'
  | 'compare'
  | 'end'
  | 'verb'
  | 'step'
  | 'shared'
  | 'amounts'
  | 'lastOne'
  | 'word'
  | 'happening'
  | 'thenValue'
  | 'formula'
  | 'short'
  | 'score'
  | 'place'
  | 'ranked'
  | 'nothing'
  | 'highestNext';

/** What must stand directly before a word. `quantity`: a number with or without unit, a 含 mark or a bracket · `value`: that or a name · `start`: a separator or the start. */
export type Lead =
  | 'compared'
  | 'name'
  | 'than'
  | 'compare'
  | 'period'
  | 'change'
  | 'be'
  | 'quantity'
  | 'value'
  | 'start'
  | 'each'
  | 'amount'
  | 'suffix'
  | 'de'
  | 'prose'
  | 'scope'
  | 'if';

/** One row: the ways to write one thing. */
export interface Word {
  readonly kind: WordKind;
  readonly value: string;
  readonly forms: string;
  /** any one of these must follow */
  readonly follow?: readonly Follow[];
  /** any one of these must stand before */
  readonly lead?: readonly Lead[];
}
