/**
 * The language's own catalogue: every diagnostic code of dsl, with its severity and its words in Chinese and English.
 */
import { type Catalogue, diagnosing } from './diagnostic.ts';

/** Codes a sentence or a formula can get. */
export const LANGUAGE_MESSAGES = {
  // ---- the text
  'unclosed-bracket': {
    severity: 'error',
    zh: '左括号“{open}”没有对应的右括号，这以后的话先不查',
    en: 'bracket “{open}” is never closed; what follows it was not checked',
  },
  'unbalanced-bracket': {
    severity: 'error',
    zh: '右括号“{close}”没有对应的左括号，这以后的话先不查',
    en: 'bracket “{close}” closes nothing; what follows it was not checked',
  },
  'too-deep': {
    severity: 'error',
    zh: '括号嵌套超过{limit}层，请拆成几个公式',
    en: 'brackets nest deeper than {limit} levels; split the formula',
  },
  'too-long': {
    severity: 'error',
    zh: '文字超过{limit}个字，请拆开写',
    en: 'text longer than {limit} characters; split it',
  },
  'too-many-operators': {
    severity: 'error',
    zh: '一个算式里的运算超过{limit}个，请拆成几个公式',
    en: 'more than {limit} operators in one expression; split it',
  },
  'unexpected-character': {
    severity: 'error',
    zh: '不认识的字符“{text}”（{codepoint}）',
    en: 'unknown character “{text}” ({codepoint})',
  },
  'not-understood': {
    severity: 'warning',
    zh: '“{text}”没有读懂，计分时未采用[[；这里可以写{expected}]]',
    en: '“{text}” was not understood and takes no part in scoring[[; {expected} may stand here]]',
  },
  'left-over': {
    severity: 'error',
    zh: '“{text}”接不上前面的式子，请删去，或补上运算符号',
    en: '“{text}” does not continue the expression before it; remove it, or add an operator',
  },
  'award-not-understood': {
    severity: 'error',
    zh: '“{text}”说的是得分，但没有读懂；请换一种写法',
    en: '“{text}” speaks of points but was not understood; word it differently',
  },
  'incomplete': { severity: 'error', zh: '没有写完，后面应当是{expected}', en: 'unfinished: {expected} should follow' },
  'bad-number': { severity: 'error', zh: '数字“{text}”写法不对或太长', en: 'number “{text}” is malformed or too long' },
  // ---- names, types, units
  'unknown-name': {
    severity: 'error',
    zh: '没有名为“{name}”的数据[[，是不是想写“{suggestion}”？]]',
    en: 'no data is named “{name}”[[; did you mean “{suggestion}”?]]',
  },
  'abbreviated-name': {
    severity: 'info',
    zh: '“{name}”按本指标的“{meaning}”理解',
    en: '“{name}” is read as this indicator’s “{meaning}”',
  },
  'unit-mismatch': {
    severity: 'error',
    zh: '单位不合：“{left}”与“{right}”不能{action}',
    en: 'units do not match: “{left}” and “{right}” ({action})',
  },
  'missing-unit': {
    severity: 'error',
    zh: '这里少写了单位，应当写成带“{unit}”的数',
    en: 'the unit {unit} is missing here',
  },
  'type-mismatch': {
    severity: 'error',
    zh: '这里应当是{expected}，写的是{found}',
    en: 'expected {expected}, found {found}',
  },
  'wrong-arguments': { severity: 'error', zh: '{name}的写法是：{signature}', en: 'usage: {signature}' },
  'weight-unknown': {
    severity: 'error',
    zh: '“分值”是一项指标的分值，只能写在该指标的公式和评分标准里，不能写在对各行、各单位的汇总里',
    en: '分值 is the weight of an indicator; it can stand only in its formulas and its standard, not in what is gathered over rows or units',
  },
  'unknown-column': {
    severity: 'error',
    zh: '“{name}”没有“{column}”这一列[[，是不是想写“{suggestion}”？]][[（有这些列：{columns}）]]',
    en: '“{name}” has no column “{column}”[[; did you mean “{suggestion}”?]][[ (there are: {columns})]]',
  },
  'column-alone': {
    severity: 'error',
    zh: '“{table}.{column}”每行有一个数，请写明怎样汇总，如“合计（{table}.{column}）”',
    en: '“{table}.{column}” has a value for every row; say what becomes of them, as in 合计（{table}.{column}）',
  },
  'two-tables': {
    severity: 'error',
    zh: '“{column}”不是“{table}”的列，一次只能汇总一张表',
    en: '“{column}” is no column of “{table}”; one table is gathered at a time',
  },
  'target-unclear': {
    severity: 'error',
    zh: '“{text}”指哪些指标不清楚，请写出名称[[（本指标在{headings}之下）]]',
    en: 'which indicators “{text}” means is not clear; name them[[ (this one stands under {headings})]]',
  },
  'unknown-target': {
    severity: 'error',
    zh: '指标表里没有“{text}”[[，是不是想写“{suggestion}”？]]',
    en: 'the table has no “{text}”[[; did you mean “{suggestion}”?]]',
  },
  'offset-unclear': {
    severity: 'error',
    zh: '“{text}”可以有几种理解，请写成“{ways}”',
    en: '“{text}” can mean several things; write “{ways}”',
  },
  'offset-as-share': {
    severity: 'warning',
    zh: '“{text}”按“{share}”理解；意思不是这样的，请改写',
    en: '“{text}” is taken as “{share}”; word it differently if something else is meant',
  },
  'peer-unclear': {
    severity: 'error',
    zh: '“{name}”是哪个量的没有写明，请写成如“完成率的{name}”，或“全体平均（完成率）”',
    en: '“{name}” of which measure? Write it with the measure, as in 完成率的{name} or 全体平均（完成率）',
  },
  'read-as-rank': {
    severity: 'warning',
    zh: '这里的名次按“{name}”在一起评分的各单位中的名次理解；请写明“{name}名次”，是别处的名次的，请另设数据',
    en: 'the place here is read as that of “{name}” among the units scored together; write {name}名次, or declare a rank given elsewhere as data',
  },
  'unknown-measure': {
    severity: 'error',
    zh: '看不出这里说的是哪个量，请写出名称，或给本指标写上“公式”或“量”',
    en: 'which measure is meant? Name it, or give the indicator a 公式 or a 量',
  },
  'bare-words': {
    severity: 'error',
    zh: '“{text}”前后都没有说明是什么事，不能当作一个评定项；请把话写完整，如“制度健全的得2分”',
    en: '“{text}” does not say what is judged; write the whole condition, e.g. 制度健全的得2分',
  },
  'unknown-origin': {
    severity: 'error',
    zh: '“{text}”从多少算起没有写明，请写出满分的标准，如“100%计满分”',
    en: '“{text}”: counted from where? State the threshold of full marks, e.g. 100%计满分',
  },
  'unknown-step': {
    severity: 'error',
    zh: '“{text}”一步有多大没有写明，请写出步长，如“每低于1个百分点”',
    en: '“{text}” does not say how far a step reaches; write e.g. 每低于1个百分点',
  },
  'zero-step': {
    severity: 'error',
    zh: '步长是0，数不出有几步',
    en: 'a step of 0 leads nowhere',
  },
  'unknown-change': {
    severity: 'error',
    zh: '“{text}”说的是与以前相比的变化，“{name}”不像是变化的量；请把变化列为本指标的“量”，如“{name}增幅”',
    en: '“{text}” speaks of a change, and “{name}” is hardly one; declare the change as a 量, e.g. {name}增幅',
  },
  'unknown-proportion': {
    severity: 'error',
    zh: '按什么的比例计分没有写明，请写成“得分＝…”',
    en: 'in proportion to what? Write 得分＝…',
  },
  'zero-of-what': {
    severity: 'error',
    zh: '“{text}”使前面哪一条不得分没有写明；使整项不得分的请写“本项不得分”，只使某一条不得分的请写在那一条里，用逗号隔开',
    en: '“{text}” takes the points of which rule before it? For all of them write 本项不得分; for one of them write it within that rule',
  },
  'full-otherwise': {
    severity: 'info',
    zh: '只写了什么情形不得分，没有写怎样得分；没有“{text}”所说的情形时，按满分计',
    en: 'only says when nothing is given; where nothing of “{text}” holds, full marks are taken',
  },
  'no-award': {
    severity: 'error',
    zh: '没有看出怎样得分，请写出如“100%计满分，每低于5%扣2分，扣完为止”的评分标准',
    en: 'no award of points is stated; write e.g. 100%计满分，每低于5%扣2分，扣完为止',
  },
  'series-unclear': {
    severity: 'error',
    zh: '“{text}”怎样往下推看不出来：前面要写明至少两档，各档的间隔相同，分差也相同',
    en: '“{text}” continues nothing clear: at least two rungs must stand before it, at one distance of measure and of points',
  },
  'series-too-long': {
    severity: 'error',
    zh: '“{text}”推下去超过{limit}档，请改写成“每…扣…分”',
    en: '“{text}” runs to more than {limit} rungs; write 每…扣…分 instead',
  },
  'shares-uneven': {
    severity: 'error',
    zh: '“{text}”里，情形有{conditions}种，分数有{amounts}个，对不上',
    en: '“{text}” shares out {amounts} amounts to {conditions} conditions',
  },
  'undeclared-phrase': {
    severity: 'info',
    zh: '“{phrase}”不能由数据算出，作为评定项由评价人填写',
    en: '“{phrase}” cannot be computed; it is asked of the assessor',
  },
  // ---- what a sentence leaves open
  'too-many-readings': {
    severity: 'error',
    zh: '这句话有{count}处读法未定，合起来超过{limit}种，不能逐一试算；请用“读法”写明',
    en: 'this sentence leaves {count} readings open, more than {limit} together; settle them under 读法',
  },
  'open-reading': {
    severity: 'warning',
    zh: '“{text}”有几种读法：{readings}；请写明',
    en: '“{text}” has several readings: {readings}; say which',
  },
  'reading-conflict': {
    severity: 'error',
    zh: '读法设为“{setting}”，但文字写的是“{words}”',
    en: 'the reading is set to “{setting}”, but the words say “{words}”',
  },
  'boundary-by-convention': {
    severity: 'info',
    zh: '“{text}”没有写明含不含{value}，按惯例{choice}',
    en: '“{text}” does not say whether {value} is included; by convention: {choice}',
  },
  'percent-as-points': {
    severity: 'info',
    zh: '“{text}”按{value}个百分点理解',
    en: '“{text}” is read as {value} percentage points',
  },
  'no-stop-word': {
    severity: 'warning',
    zh: '“{text}”没有写“扣完为止”，按最低0分处理',
    en: '“{text}” has no 扣完为止; 0 is taken as the floor',
  },
  'no-cap-word': {
    severity: 'warning',
    zh: '“{text}”可以超过{limit}分，文字没有写“满分为止”，按最高{limit}分处理',
    en: '“{text}” can pass {limit} points and has no 满分为止; {limit} is taken as the cap',
  },
  // ---- what a sentence gets wrong
  'gap': { severity: 'warning', zh: '{condition}时没有规定{what}', en: 'nothing is laid down for {condition}' },
  'overlap': {
    severity: 'error',
    zh: '{condition}时有两种结果：{left}与{right}',
    en: 'two results for {condition}: {left} and {right}',
  },
  'possible-overlap': {
    severity: 'warning',
    zh: '{condition}时有两种结果：{left}与{right}；这种情况不会出现的，可以用“豁免”写明理由',
    en: 'two results for {condition}: {left} and {right}; waive this, with the reason, if it cannot occur',
  },
  'not-decided': {
    severity: 'info',
    zh: '“{text}”与其他条件会不会都不成立、或同时成立，没有能判定[[：{reason}]]',
    en: 'whether “{text}” and the other conditions can all fail, or hold at once, could not be decided[[: {reasonEn}]]',
  },
  'dead-clause': {
    severity: 'warning',
    zh: '“{text}”永远用不上[[：按各项数据的范围，总有{reason}]]',
    en: '“{text}” can never apply[[: by the ranges of the data, {reasonEn} always]]',
  },
  'exceeds-weight': {
    severity: 'error',
    zh: '“{text}”超过分值{weight}分',
    en: '“{text}” exceeds the weight of {weight} points',
  },
  'maximum-not-attainable': {
    severity: 'warning',
    zh: '最高只能得{highest}分，达不到分值{weight}分',
    en: 'the highest attainable is {highest}, short of the weight {weight}',
  },
  'same-points': {
    severity: 'warning',
    zh: '“{text}”与“{other}”得分相同',
    en: '“{text}” gives the same points as “{other}”',
  },
  'sum-not-weight': {
    severity: 'warning',
    zh: '各项合计{sum}分，不等于分值{weight}分',
    en: 'the parts sum to {sum}, not to the weight {weight}',
  },
  'several-choices': {
    severity: 'error',
    zh: '“{text}”与前面都由评价人定分，一个评分分不清是给哪一处的；请拆成两项指标',
    en: '“{text}” and what stands before it both leave the points to the assessor; one figure cannot serve both, make two indicators',
  },
  'contradiction': { severity: 'error', zh: '“{text}”与“{other}”不一致', en: '“{text}” contradicts “{other}”' },
  'division-by-zero': { severity: 'error', zh: '“{text}”的除数恒为零', en: 'the divisor of “{text}” is always zero' },
} as const satisfies Catalogue;

/** A code of the language. */
export type LanguageCode = keyof typeof LANGUAGE_MESSAGES;

/** Makes a diagnostic of the language. */
export const diagnose = diagnosing<LanguageCode>(LANGUAGE_MESSAGES);
