/**
 * The command's own words, in Chinese and English: headings, statuses, sentences of the sheet. What stands in a ruleset or a
 * unit's file stays as its authors wrote it, in every language. Messages with a place are in messages.ts.
 */
import type { Lang, Severity } from '../dsl/index.ts';
import type { Status } from '../engine/index.ts';

const SEVERITIES_ZH: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };
const SEVERITIES_EN: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

const STATUSES_ZH: Readonly<Record<Status, string>> = {
  'scored': '已评',
  'missing': '缺数据',
  'open': '读法未定',
  'gap': '标准有空档',
  'overlap': '标准有重叠',
  'not-applicable': '不适用',
  'division-by-zero': '除数为零',
  'error': '标准有误',
};
const STATUSES_EN: Readonly<Record<Status, string>> = {
  'scored': 'scored',
  'missing': 'data missing',
  'open': 'reading open',
  'gap': 'gap in the standard',
  'overlap': 'overlap in the standard',
  'not-applicable': 'not applicable',
  'division-by-zero': 'division by zero',
  'error': 'error in the standard',
};

const ZH = {
  severity: SEVERITIES_ZH,
  status: STATUSES_ZH,
  comma: '，',
  semicolon: '；',
  list: '、',
  colon: '：',
  bracketed: (text: string): string => `（${text}）`,
  quoted: (text: string): string => `“${text}”`,
  fix: '建议',
  errors: (count: number): string => `${count}个错误`,
  warnings: (count: number): string => `${count}个警告`,
  notes: (count: number): string => `${count}条提示`,
  moreFindings: (count: number): string => `另有${count}条没有列出，可用--format json查看全部`,
  // ---- the head of a sheet
  year: (year: number): string => `${year}年度`,
  edition: (edition: number): string => `第${edition}版`,
  rulesetStatus: { draft: '草案', published: '已发布', withdrawn: '已废止' },
  unit: '单位',
  ruleset: '规则集',
  hash: '指纹',
  engine: '引擎',
  // ---- the sheet
  indicator: '指标',
  weight: '分值',
  value: '数值',
  points: '得分',
  decidedBy: '判定依据',
  sheet: '评分表',
  total: '总分',
  grade: '等次',
  explanations: '得分说明',
  unscored: '未评',
  needs: (status: string, names: string): string => `${status}：${names}`,
  answerOf: (name: string): string => `评定“${name}”`,
  range: (low: string, high: string): string => `${low}—${high}`,
  inPoints: (figure: string): string => `${figure}分`,
  outOf: (figure: string): string => `满分${figure}分`,
  above: (threshold: string, distance: string): string => `${threshold}分起，高出${distance}分`,
  next: (label: string, threshold: string, distance: string): string =>
    `距“${label}”（${threshold}分起）还差${distance}分`,
  gradeRange: (low: string, high: string): string => `“${low}”至“${high}”，待补齐后确定`,
  noGrade: '没有对应的等次',
  incomplete: (count: number): string => `${count}项指标未评，总分为可能的最低分至最高分`,
  assumed: '※ 评分标准是假定的，使用前请核实',
  // ---- checks and findings
  checks: '勾稽',
  checksHeld: (count: number): string => `${count}项相符`,
  checksFailed: (count: number): string => `${count}项不符`,
  checksNotRun: (count: number): string => `${count}项因缺少数据未核对`,
  sides: (left: string, right: string, difference: string): string => `左边${left}，右边${right}，相差${difference}`,
  tolerance: (figure: string): string => `容差${figure}`,
  lacking: (names: string): string => `缺少${names}`,
  findings: '发现',
  rulesetFindings: (counts: string, file: string): string => `规则集另有${counts}：jichi check ${file}`,
  // ---- check
  checked: (indicators: number): string => `${indicators}项指标`,
  noFindings: '没有发现问题',
  // ---- usage
  usage: '用法:',
  arguments: '参数:',
  options: '选项:',
  commands: '命令:',
  placeOfOptions: '[选项]',
  placeOfCommand: '<命令>',
  program: '绩尺：按财政部门发布的指标表打分，并逐项说明得分的由来',
  score: '给一个单位打分',
  check: '检查一份规则集',
  explain: '说明一项指标的得分从何而来',
  unitArgument: '单位数据文件（YAML）',
  rulesetArgument: '规则集文件（YAML）',
  indicatorArgument: '指标名称、别称，或名称中能认出它的一部分',
  rulesetOption: '规则集文件；不写时由单位数据里的家族和年度选定',
  formatOption: (formats: string): string => `输出格式：${formats}（不写为table）`,
  langOption: '语言：zh（中文）、en（英文）（不写为zh）',
  strictOption: { score: '有警告时也以退出码1结束，并列出规则集的提示', check: '有警告时也以退出码1结束' },
  helpOption: '显示用法',
  helpCommand: '显示某个命令的用法',
  seeHelp: (command: string): string => `用法见：${command} --help`,
  internal: '程序内部出错，这不是您的文件的问题；请把以下内容和所用文件报告给开发者：',
};

/** All words of the command in one language. */
export type Words = typeof ZH;

const EN: Words = {
  severity: SEVERITIES_EN,
  status: STATUSES_EN,
  comma: ', ',
  semicolon: '; ',
  list: ', ',
  colon: ': ',
  bracketed: (text) => ` (${text})`,
  quoted: (text) => `“${text}”`,
  fix: 'suggestion',
  errors: (count) => plural(count, 'error'),
  warnings: (count) => plural(count, 'warning'),
  notes: (count) => plural(count, 'note'),
  moreFindings: (count) => `${count} more are not listed; --format json shows them all`,
  year: (year) => `fiscal year ${year}`,
  edition: (edition) => `edition ${edition}`,
  rulesetStatus: { draft: 'draft', published: 'published', withdrawn: 'withdrawn' },
  unit: 'Unit',
  ruleset: 'Ruleset',
  hash: 'hash',
  engine: 'engine',
  indicator: 'Indicator',
  weight: 'Weight',
  value: 'Value',
  points: 'Points',
  decidedBy: 'Decided by',
  sheet: 'Score sheet',
  total: 'Total',
  grade: 'Grade',
  explanations: 'How the points came about',
  unscored: 'unscored',
  needs: (status, names) => `${status}: ${names}`,
  answerOf: (name) => `judgement “${name}”`,
  range: (low, high) => `${low}–${high}`,
  inPoints: (figure) => `${figure} points`,
  outOf: (figure) => `of ${figure}`,
  above: (threshold, distance) => `from ${threshold}, ${distance} above it`,
  next: (label, threshold, distance) => `${distance} short of “${label}” (from ${threshold})`,
  gradeRange: (low, high) => `“${low}” to “${high}”, settled once nothing is missing`,
  noGrade: 'no grade fits',
  incomplete: (count) =>
    `${plural(count, 'indicator')} unscored: the total runs from the lowest to the highest still possible`,
  assumed: '※ the standard is an assumption; verify it before use',
  checks: 'Cross-checks',
  checksHeld: (count) => `${count} hold`,
  checksFailed: (count) => `${count} fail`,
  checksNotRun: (count) => `${count} not run, data missing`,
  sides: (left, right, difference) => `left ${left}, right ${right}, difference ${difference}`,
  tolerance: (figure) => `tolerance ${figure}`,
  lacking: (names) => `missing: ${names}`,
  findings: 'Findings',
  rulesetFindings: (counts, file) => `the ruleset has ${counts} of its own: jichi check ${file}`,
  checked: (indicators) => plural(indicators, 'indicator'),
  noFindings: 'nothing found',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  placeOfOptions: '[options]',
  placeOfCommand: '<command>',
  program: 'Jichi: scores by the indicator table as the finance bureau published it, and explains every point',
  score: 'score a unit',
  check: 'check a ruleset',
  explain: 'explain how one indicator got its points',
  unitArgument: "the unit's data file (YAML)",
  rulesetArgument: 'the ruleset file (YAML)',
  indicatorArgument: 'the name of the indicator, an alias, or a part of the name that tells it apart',
  rulesetOption: "the ruleset file; by default the family and year in the unit's data choose it",
  formatOption: (formats) => `output format: ${formats} (default: table)`,
  langOption: 'language: zh (Chinese), en (English) (default: zh)',
  strictOption: {
    score: 'exit with 1 on warnings too, and list what there is to say about the ruleset',
    check: 'exit with 1 on warnings too',
  },
  helpOption: 'show how to use it',
  helpCommand: 'show how to use a command',
  seeHelp: (command) => `See: ${command} --help`,
  internal: 'Jichi failed by a fault of its own, not of your files; please report the following with the files used:',
};

/** The command's words in `lang`. */
export function wordsIn(lang: Lang): Words {
  return lang === 'zh' ? ZH : EN;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
