/**
 * The engine's catalogue: what there is to say about files, their shape, the figures in them, and how they fit together.
 * Together with the language's own catalogue it is every code of the product.
 */
import {
  type Catalogue,
  type Diagnostic,
  diagnosing,
  LANGUAGE_MESSAGES,
  type Lang,
  messageText,
} from '../dsl/index.ts';

/** Codes a file, its shape, its figures and its links can get. */
export const ENGINE_MESSAGES = {
  // ---- the file
  'not-utf8': {
    severity: 'error',
    zh: '文件不是UTF-8编码[[（像是{guess}）]]，请另存为UTF-8',
    en: 'the file is not UTF-8[[ (it looks like {guess})]]; save it as UTF-8',
  },
  'file-empty': { severity: 'error', zh: '文件是空的', en: 'the file is empty' },
  'file-too-large': {
    severity: 'error',
    zh: '文件太大（{size}），最大{limit}，请拆开',
    en: 'the file is too large ({size}, at most {limit}); split it',
  },
  'not-a-map': {
    severity: 'error',
    zh: '文件开头应当是“标题: …”这样一行一项的内容',
    en: 'the file should consist of lines like “标题: …”',
  },
  // ---- YAML
  'tab-indentation': {
    severity: 'error',
    zh: '缩进用了制表符（Tab），请改用空格',
    en: 'a tab is used for indentation; use spaces',
  },
  'bad-indentation': {
    severity: 'error',
    zh: '缩进不齐，同一层的各行应当对齐',
    en: 'lines of one level should be indented alike',
  },
  'duplicate-key': {
    severity: 'error',
    zh: '“{key}”在同一处写了两次，请删去一个',
    en: '“{key}” is written twice in one place; remove one',
  },
  'key-not-text': {
    severity: 'error',
    zh: '冒号前应当是一个名称，不能是列表或几项内容',
    en: 'a key should be a name, not a list or a map',
  },
  'full-width-colon': {
    severity: 'error',
    zh: '“{key}”后面的冒号是全角的，请改为半角冒号加空格',
    en: 'the colon after “{key}” is full-width; write a half-width colon and a space',
  },
  'colon-without-space': {
    severity: 'error',
    zh: '“{key}”的冒号后面应当有一个空格',
    en: 'a space should follow the colon after “{key}”',
  },
  'missing-colon': {
    severity: 'error',
    zh: '这一行缺少“: ”（冒号加空格）',
    en: 'this line lacks “: ” (a colon and a space)',
  },
  'colon-in-text': {
    severity: 'error',
    zh: '文字里有“: ”，整段文字要加引号，或改用全角冒号',
    en: 'the text contains “: ”; put all of it in quotes',
  },
  'unclosed-quote': { severity: 'error', zh: '引号没有成对，请补上结尾的引号', en: 'the quote is never closed' },
  'unclosed-collection': {
    severity: 'error',
    zh: '缺少“{expected}”，括号没有成对或少了逗号',
    en: '“{expected}” is missing: a bracket is unbalanced or a comma left out',
  },
  'bad-escape': {
    severity: 'error',
    zh: '双引号里的“{text}”不是有效的转义，反斜杠请写两个，或改用单引号',
    en: '“{text}” is no escape; double the backslash, or use single quotes',
  },
  'reserved-start': {
    severity: 'error',
    zh: '文字不能以“{text}”开头，请给整段文字加引号',
    en: 'text cannot begin with “{text}”; put all of it in quotes',
  },
  'text-after-value': {
    severity: 'error',
    zh: '“{text}”接在一段完整的内容之后，读不出来；整段文字请加引号',
    en: '“{text}” follows a complete value and cannot be read; put all of the text in quotes',
  },
  'several-documents': {
    severity: 'error',
    zh: '一个文件只能有一份内容，请去掉分隔线“---”以下的部分，或另存一个文件',
    en: 'one file holds one document; remove what follows “---”, or save it apart',
  },
  'unknown-alias': {
    severity: 'error',
    zh: '“*{name}”前面没有对应的“&{name}”；若是普通文字，请加引号',
    en: 'no “&{name}” stands before “*{name}”; if it is ordinary text, quote it',
  },
  'too-many-aliases': {
    severity: 'error',
    zh: '引用（*…）展开后超过{limit}项，请直接写出内容',
    en: 'aliases (*…) expand to more than {limit} items; write the content out',
  },
  'merge-key': {
    severity: 'error',
    zh: '不支持“<<”合并，请直接写出各项',
    en: 'merging with “<<” is not supported; write the items out',
  },
  'tag-not-allowed': {
    severity: 'error',
    zh: '不支持标签“{tag}”；若是普通文字，请加引号',
    en: 'the tag “{tag}” is not supported; if it is ordinary text, quote it',
  },
  'nested-too-deep': {
    severity: 'error',
    zh: '层次超过{limit}层，请检查括号或缩进',
    en: 'nested deeper than {limit} levels; check brackets or indentation',
  },
  'yaml-syntax': {
    severity: 'error',
    zh: '这里的写法读不懂，请检查冒号、缩进、引号；含有特殊符号的文字可以加引号',
    en: 'this cannot be read; check colons, indentation and quotes',
  },
  // ---- the shape of a file
  'not-a-ruleset': {
    severity: 'error',
    zh: '这是单位数据文件，不是规则集',
    en: 'this is a unit’s data, not a ruleset',
  },
  'not-a-unit-file': {
    severity: 'error',
    zh: '这是规则集，不是单位数据文件',
    en: 'this is a ruleset, not a unit’s data',
  },
  'unknown-key': {
    severity: 'error',
    zh: '不认识的项“{key}”[[，是不是想写“{suggestion}”？]][[（这里可以写：{expected}）]]',
    en: 'unknown key “{key}”[[; did you mean “{suggestion}”?]][[ (known here: {expected})]]',
  },
  'missing-key': { severity: 'error', zh: '[[“{owner}”]]缺少“{keys}”', en: '“{keys}” missing[[ in “{owner}”]]' },
  'wrong-shape': {
    severity: 'error',
    zh: '[[“{key}”]]这里应当是{expected}，写的是{found}',
    en: '[[“{key}”: ]]expected {expectedEn}, found {foundEn}',
  },
  'unknown-choice': {
    severity: 'error',
    zh: '“{value}”不是可用的写法[[，是不是想写“{suggestion}”？]][[（可以写：{choices}）]]',
    en: '“{value}” is not one of the choices[[; did you mean “{suggestion}”?]][[ ({choices})]]',
  },
  'not-whole-number': {
    severity: 'error',
    zh: '“{value}”应当是{low}到{high}之间的整数',
    en: '“{value}” should be a whole number from {low} to {high}',
  },
  'not-a-slug': {
    severity: 'error',
    zh: '“{value}”只能用汉字、小写字母、数字和连字符，与规则集所在的文件夹同名',
    en: '“{value}” may hold only Chinese or lower-case letters, digits and hyphens, as the ruleset’s folder',
  },
  'empty-text': { severity: 'error', zh: '[[“{key}”]]这里不能空着', en: '[[“{key}”: ]]this cannot be left empty' },
  // ---- a ruleset's links
  'unknown-field': {
    severity: 'error',
    zh: '数据中没有“{name}”[[，是不是想写“{suggestion}”？]]',
    en: 'no field is named “{name}”[[; did you mean “{suggestion}”?]]',
  },
  'unknown-indicator': {
    severity: 'error',
    zh: '没有名为“{name}”的指标[[，是不是想写“{suggestion}”？]]',
    en: 'no indicator is named “{name}”[[; did you mean “{suggestion}”?]]',
  },
  'unknown-unit': {
    severity: 'error',
    zh: '不认识的单位“{unit}”[[，是不是想写“{suggestion}”？]]',
    en: 'unknown unit “{unit}”[[; did you mean “{suggestion}”?]]',
  },
  'duplicate-name': {
    severity: 'error',
    zh: '“{name}”与{place}的“{other}”重名',
    en: '“{name}” is the same name as “{other}” ({place})',
  },
  'duplicate-indicator': { severity: 'error', zh: '指标“{name}”出现了两次', en: 'indicator “{name}” occurs twice' },
  'cycle': { severity: 'error', zh: '互相引用，算不出来：{path}', en: 'these refer to each other in a circle: {path}' },
  'weight-mismatch': {
    severity: 'error',
    zh: '“{name}”分值{weight}分，下级合计{sum}分，不相等',
    en: '“{name}” has the weight {weight}, its parts sum to {sum}',
  },
  'weight-not-constant': {
    severity: 'error',
    zh: '分值“{text}”应当是一个数（可以带“分”），或只用参数算出',
    en: 'the weight “{text}” should be a number of points, or computed from parameters alone',
  },
  'weight-negative': { severity: 'error', zh: '分值不能小于0：{weight}', en: 'a weight cannot be below 0: {weight}' },
  'tolerance-negative': {
    severity: 'error',
    zh: '容差不能小于0：{text}',
    en: 'a tolerance cannot be below 0: {text}',
  },
  'bad-range': {
    severity: 'error',
    zh: '范围“{text}”读不懂，可以写成“≥0”或“0%—100%”',
    en: 'the range “{text}” is not understood; write “≥0” or “0%—100%”',
  },
  'grades-missing': {
    severity: 'warning',
    zh: '没有写“等次”，只计总分，不定等次',
    en: 'there is no 等次: a total is given, but no grade',
  },
  'options-missing': {
    severity: 'error',
    zh: '“{name}”的单位是等级，请在“选项”里列出各个等级',
    en: '“{name}” is a level; list its levels under 选项',
  },
  'columns-missing': {
    severity: 'error',
    zh: '“{name}”的单位是记录，请在“列”里写出各列',
    en: '“{name}” is a table; give its columns under 列',
  },
  'assumed-rule': {
    severity: 'info',
    zh: '“{name}”的评分标准是假定的，使用前请核实',
    en: 'the standard of “{name}” is an assumption; verify it before use',
  },
  'unused-waiver': {
    severity: 'warning',
    zh: '豁免“{code}”没有对应的提示，可以删去',
    en: 'the waiver “{code}” matches no finding; it can be removed',
  },
  'unknown-code': {
    severity: 'error',
    zh: '没有“{code}”这种提示[[，是不是想写“{suggestion}”？]]',
    en: 'there is no finding “{code}”[[; did you mean “{suggestion}”?]]',
  },
  'example-failed': {
    severity: 'error',
    zh: '样例不符：{name}应为{expected}，算得{actual}',
    en: 'the example fails: {name} should be {expected}, it is {actual}',
  },
  // ---- editions
  'no-ruleset': {
    severity: 'error',
    zh: '“{family}”没有{year}年度的规则集[[，现有：{years}]]；请在rulesets/{family}/下新建{year}.yaml，或用--ruleset指定文件',
    en: '“{family}” has no ruleset for {year}[[; there are: {years}]]; create rulesets/{family}/{year}.yaml, or name a file with --ruleset',
  },
  'no-family': {
    severity: 'error',
    zh: '没有名为“{family}”的规则集[[，是不是想写“{suggestion}”？]]',
    en: 'there is no ruleset family “{family}”[[; did you mean “{suggestion}”?]]',
  },
  'family-mismatch': {
    severity: 'error',
    zh: '本文件属于“{family}”，规则集属于“{other}”，请核对“家族”或改用对应的规则集',
    en: 'this file belongs to “{family}”, the ruleset to “{other}”; check 家族, or use the ruleset that fits',
  },
  'year-mismatch': {
    severity: 'warning',
    zh: '本文件是{year}年度的，规则集是{other}年度的',
    en: 'this file is for {year}, the ruleset for {other}',
  },
  'misplaced-ruleset': {
    severity: 'warning',
    zh: '按内容，本文件应当存为{path}',
    en: 'by its content this file should be stored as {path}',
  },
  'draft-used': {
    severity: 'info',
    zh: '规则集{year}年度尚未发布，按草案计分',
    en: 'the ruleset for {year} is not published; its draft is used',
  },
  'withdrawn-used': {
    severity: 'warning',
    zh: '规则集{year}年度第{edition}版已废止',
    en: 'edition {edition} of the ruleset for {year} is withdrawn',
  },
  'hash-mismatch': {
    severity: 'error',
    zh: '已发布的规则集被改动过：指纹应为{expected}，现为{actual}；修改请另存为新的版次或下一年度',
    en: 'a published ruleset was changed: its hash is {actual}, not {expected}; save the change as a new edition or the next year',
  },
  'hash-missing': {
    severity: 'error',
    zh: '已发布的规则集应当写明指纹：{actual}',
    en: 'a published ruleset needs its hash: {actual}',
  },
  // ---- a unit's figures
  'not-a-number': {
    severity: 'error',
    zh: '“{name}”应当是数值[[（{unit}）]]，写的是“{value}”',
    en: '“{name}” should be a number[[ ({unit})]], found “{value}”',
  },
  'wrong-unit': {
    severity: 'error',
    zh: '“{name}”的单位是{unit}，写的是“{value}”，单位不合',
    en: '“{name}” is in {unit}; “{value}” has another unit',
  },
  'given-twice': {
    severity: 'error',
    zh: '“{name}”前面已经填过（“{other}”），同一项只能填一次',
    en: '“{name}” was given before (“{other}”); give it once',
  },
  'not-yes-no': {
    severity: 'error',
    zh: '“{name}”应当填“是”或“否”，写的是“{value}”',
    en: '“{name}” should be 是 or 否, found “{value}”',
  },
  'not-a-date': {
    severity: 'error',
    zh: '“{name}”应当是日期（如2020-12-31），写的是“{value}”',
    en: '“{name}” should be a date (as 2020-12-31), found “{value}”',
  },
  'not-an-option': {
    severity: 'error',
    zh: '“{name}”没有“{value}”这一等级（可以填：{options}）',
    en: '“{value}” is no level of “{name}” ({options})',
  },
  'not-a-table': {
    severity: 'error',
    zh: '“{name}”应当是一张表，每行写成“- 列名: 值”',
    en: '“{name}” should be a table, each row as “- column: value”',
  },
  'not-one-figure': {
    severity: 'error',
    zh: '“{name}”应当是一个数，写的是一张表',
    en: '“{name}” should be one figure, found a table',
  },
  'unknown-column': {
    severity: 'error',
    zh: '“{name}”没有“{column}”这一列[[，是不是想写“{suggestion}”？]]',
    en: '“{name}” has no column “{column}”[[; did you mean “{suggestion}”?]]',
  },
  'out-of-range': {
    severity: 'error',
    zh: '“{name}”为{value}，不在规定的范围{range}内',
    en: '“{name}” is {value}, outside the range {range}',
  },
  'too-many-decimals': {
    severity: 'warning',
    zh: '“{name}”为{value}，多于规定的{decimals}位小数',
    en: '“{name}” is {value}, with more than {decimals} decimal places',
  },
  'missing-figure': { severity: 'info', zh: '缺少“{name}”[[（{unit}）]]', en: '“{name}” is missing[[ ({unit})]]' },
  'figures-differ': {
    severity: 'warning',
    zh: '“{name}”前后不一：{place}为{value}，{otherPlace}为{other}；计分采用前者',
    en: '“{name}” differs: {value} ({place}), {other} ({otherPlace}); the first is used',
  },
  'unknown-phrase': {
    severity: 'error',
    zh: '指标“{indicator}”没有评定项“{phrase}”[[，是不是想写“{suggestion}”？]]',
    en: 'indicator “{indicator}” has nothing to judge named “{phrase}”[[; did you mean “{suggestion}”?]]',
  },
  'points-out-of-range': {
    severity: 'error',
    zh: '“{name}”评分{value}分，应当在{low}分到{high}分之间',
    en: '“{name}” is given {value} points; {low} to {high} are possible',
  },
  // ---- scoring
  'check-failed': {
    severity: 'warning',
    zh: '勾稽不符：{text}，左边{left}，右边{right}，相差{difference}[[（{note}）]]',
    en: 'cross-check fails: {text}; left {left}, right {right}, difference {difference}[[ ({note})]]',
  },
  'check-not-run': {
    severity: 'info',
    zh: '勾稽“{text}”缺少数据，没有核对：{missing}',
    en: 'cross-check “{text}” was not run; missing: {missing}',
  },
  'divided-by-zero': {
    severity: 'warning',
    zh: '“{name}”的除数“{divisor}”为0，评分标准没有规定这种情形',
    en: 'the divisor “{divisor}” of “{name}” is 0, and the standard does not say what then',
  },
  'claim-differs': {
    severity: 'warning',
    zh: '自评“{name}”{what}为{claimed}，算得{actual}',
    en: 'the unit claims {claimed} for “{name}” ({what}); computed: {actual}',
  },
} as const satisfies Catalogue;

/** A code of the engine. */
export type EngineCode = keyof typeof ENGINE_MESSAGES;

/** Every message of the product. */
export const MESSAGES: Catalogue = { ...LANGUAGE_MESSAGES, ...ENGINE_MESSAGES };

/** Makes a diagnostic of the engine. */
export const diagnoseFile = diagnosing<EngineCode>(ENGINE_MESSAGES);

/** The text of any diagnostic of the product. */
export function textOf(diagnostic: Diagnostic, lang: Lang): string {
  return messageText(MESSAGES, diagnostic, lang);
}
