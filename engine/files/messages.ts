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
} from '../../dsl/index.ts';
import { FILE_MESSAGES } from './messages-files.ts';
import { PROOF_MESSAGES } from './messages-proofs.ts';

/** Codes a file, its shape, its figures and its links can get. */
export const ENGINE_MESSAGES = {
  ...FILE_MESSAGES,
  ...PROOF_MESSAGES,
  // ---- a ruleset's links
  'unknown-field': {
    severity: 'error',
    zh: '规则集的“数据”里没有“{name}”[[，是不是想写“{suggestion}”？]]',
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
  'unused-input': {
    severity: 'warning',
    zh: '“{list}”里的“{name}”在评分标准里没有用到[[，是不是想写“{suggestion}”？]]',
    en: 'the standard never speaks of “{name}” (under {list})[[; did you mean “{suggestion}”?]]',
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
  'table-in-table': {
    severity: 'error',
    zh: '“{name}”是表里的一列，不能又是一张表',
    en: '“{name}” is a column of a table and cannot be a table itself',
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
    zh: '样例[[“{sample}”]]不符：{name}应为{expected}，算得{actual}',
    en: 'the example[[ “{sample}”]] fails: {name} should be {expected}, it is {actual}',
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
    zh: '年度不一致：本文件是{year}年度的，规则集是{other}年度的；请改用{year}年度的规则集，或核对“年度”',
    en: 'the years differ: this file is for {year}, the ruleset for {other}; use the ruleset for {year}, or check 年度',
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
  'percent-missing': {
    severity: 'error',
    zh: '“{name}”是比率，写的是“{value}”，没有百分号：请写成“{percent}”，确实是{value}倍的写成“{large}”',
    en: '“{name}” is a ratio, found “{value}” without a percent sign: write “{percent}”, or “{large}” if it is {value} times the whole',
  },
  'ratio-without-percent': {
    severity: 'info',
    zh: '“{name}”是比率，写的是“{value}”，没有百分号，按{percent}理解',
    en: '“{name}” is a ratio, found “{value}” without a percent sign; it is read as {percent}',
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
    zh: '“{name}”应当是带年份的日期（如2020-12-31），写的是“{value}”',
    en: '“{name}” should be a date with its year (as 2020-12-31), found “{value}”',
  },
  'not-an-option': {
    severity: 'error',
    zh: '“{name}”没有“{value}”这一等级[[，是不是想写“{suggestion}”？]]（可以填：{options}）',
    en: '“{value}” is no level of “{name}”[[; did you mean “{suggestion}”?]] ({options})',
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
  'unit-twice': {
    severity: 'error',
    zh: '“{name}”已经有一份（{file}），一起评分时一个单位只能有一份',
    en: '“{name}” is there already ({file}); of units scored together each is given once',
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
    zh: '指标“{indicator}”没有评定项“{phrase}”[[，是不是想写“{suggestion}”？]][[（评定项有：{choices}）]]',
    en: 'indicator “{indicator}” has nothing to judge named “{phrase}”[[; did you mean “{suggestion}”?]][[ (there are: {choices})]]',
  },
  'unused-answer': {
    severity: 'warning',
    zh: '指标“{indicator}”的评分标准没有用到评定项“{phrase}”，不影响得分[[，是不是想写“{suggestion}”？]][[（评定项有：{choices}）]]',
    en: 'the standard of “{indicator}” does not use the answer “{phrase}”; it changes no points[[; did you mean “{suggestion}”?]][[ (there are: {choices})]]',
  },
  'points-out-of-range': {
    severity: 'error',
    zh: '“{name}”评分{value}分，应当在{low}分到{high}分之间',
    en: '“{name}” is given {value} points; {low} to {high} are possible',
  },
  // ---- scoring
  'divided-by-zero': {
    severity: 'warning',
    zh: '“{name}”的除数“{divisor}”为0，评分标准没有规定这种情形',
    en: 'the divisor “{divisor}” of “{name}” is 0, and the standard does not say what then',
  },
  'claim-differs': {
    severity: 'warning',
    zh: '自评“{name}”{what}{claimed}，应为{actual}',
    en: 'claimed for “{name}”: {whatEn} {claimed}; it should be {actual}',
  },
  'unknown-claim': {
    severity: 'warning',
    zh: '自评中的“{name}”不是本规则集的指标，没有比对[[，是不是想写“{suggestion}”？]]',
    en: '“{name}” is no indicator here, so the claim was not compared[[; did you mean “{suggestion}”?]]',
  },
  'unknown-grade': {
    severity: 'warning',
    zh: '自评的等次“{name}”不在等次表里[[，是不是想写“{suggestion}”？]]（等次有：{choices}）',
    en: 'the grade claimed, “{name}”, is none of the grades[[; did you mean “{suggestion}”?]] ({choices})',
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
