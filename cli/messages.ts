/**
 * The command's own catalogue: what there is to say about arguments and about files that cannot even be read.
 * Together with the engine's catalogue it is every message the command can show.
 */
import { type Catalogue, diagnosing, emptySpan, type Lang, type MessageData, messageText } from '../dsl/index.ts';
import { type FiledDiagnostic, MESSAGES } from '../engine/index.ts';

const CLI_MESSAGES = {
  // ---- files
  'file-not-found': {
    severity: 'error',
    zh: '找不到文件[[，是不是想写“{suggestion}”？]]',
    en: 'there is no such file[[; did you mean “{suggestion}”?]]',
  },
  'file-is-folder': {
    severity: 'error',
    zh: '这是一个文件夹，请写出其中的文件[[，如{example}]]',
    en: 'this is a folder; name a file in it[[, such as {example}]]',
  },
  'file-not-regular': { severity: 'error', zh: '这不是普通文件', en: 'this is not a regular file' },
  'file-not-permitted': { severity: 'error', zh: '没有读取这个文件的权限', en: 'reading this file is not permitted' },
  'file-not-readable': {
    severity: 'error',
    zh: '文件读不出来（{reason}）',
    en: 'the file cannot be read ({reason})',
  },
  'file-not-writable': {
    severity: 'error',
    zh: '文件写不进去（{reason}），原文件没有改动',
    en: 'the file cannot be written ({reason}); it was left as it is',
  },
  'rulesets-not-found': {
    severity: 'error',
    zh: '从单位数据所在文件夹到各上级文件夹，都没有找到rulesets文件夹；请用--ruleset指定规则集文件',
    en: 'there is no folder rulesets beside the unit’s file or above it; name the ruleset with --ruleset',
  },
  // ---- indicators
  'ambiguous-indicator': {
    severity: 'error',
    zh: '“{name}”可以指几项指标：{names}；请写得更完整',
    en: '“{name}” may be any of: {names}; write more of the name',
  },
  'indicator-not-found': {
    severity: 'error',
    zh: '没有名为“{name}”的指标[[，是不是想写“{suggestion}”？]][[（有这些指标：{names}）]]',
    en: 'no indicator is named “{name}”[[; did you mean “{suggestion}”?]][[ (there are: {names})]]',
  },
  // ---- arguments
  'unknown-command': {
    severity: 'error',
    zh: '没有“{given}”这个命令[[，是不是想写“{suggestion}”？]]（命令有：{choices}）',
    en: 'there is no command “{given}”[[; did you mean “{suggestion}”?]] (there are: {choices})',
  },
  'unknown-option': {
    severity: 'error',
    zh: '没有“{given}”这个选项[[，是不是想写“{suggestion}”？]]',
    en: 'there is no option “{given}”[[; did you mean “{suggestion}”?]]',
  },
  'missing-argument': { severity: 'error', zh: '缺少参数“{given}”', en: 'the argument {given} is missing' },
  'missing-option-value': {
    severity: 'error',
    zh: '选项“{given}”后面要写明内容',
    en: 'the option “{given}” needs a value',
  },
  'too-many-arguments': {
    severity: 'error',
    zh: '参数多了：{given}；含空格的名称请加引号',
    en: 'too many arguments: {given}; quote a name that contains spaces',
  },
  'bad-choice': {
    severity: 'error',
    zh: '{option}不能是“{given}”，可以是：{choices}',
    en: '{option} cannot be “{given}”; it can be: {choices}',
  },
  'bad-usage': { severity: 'error', zh: '用法不对：{given}', en: 'wrong usage: {given}' },
} as const satisfies Catalogue;

/** A code of the command. */
export type CliCode = keyof typeof CLI_MESSAGES;

const ALL: Catalogue = { ...MESSAGES, ...CLI_MESSAGES };
const diagnose = diagnosing<CliCode>(CLI_MESSAGES);

/** A finding of the command about a whole file, before there is any place in it. */
export function aboutFile(code: CliCode, file: string, data: MessageData = {}): FiledDiagnostic {
  return { ...diagnose(code, emptySpan(0), data), file };
}

/** Whether a finding is one of the command's own, about a whole file. */
export function isAboutFile({ code }: FiledDiagnostic): boolean {
  return Object.hasOwn(CLI_MESSAGES, code);
}

/** A message of the command that belongs to no file. */
export function sayIn(lang: Lang, code: CliCode, data: MessageData): string {
  return messageText(ALL, diagnose(code, emptySpan(0), data), lang);
}

/** The words of any finding the command can show. */
export function textOf(diagnostic: FiledDiagnostic, lang: Lang): string {
  return messageText(ALL, diagnostic, lang);
}
