/**
 * What a conformance run says in its own words: faults of the list itself, and how an expectation or an outcome is put.
 * Statuses and codes are those of the JSON output, the same in both languages.
 */
import type { Lang } from '../../dsl/index.ts';

const ZH = {
  list: '、',
  numbered: (position: number): string => `第${String(position)}条`,
  // ---- faults of an entry
  map: '若干行“名称: 内容”',
  known: (keys: readonly string[]): string => `只用这些项：${keys.join('、')}`,
  needed: (key: string): string => `写明“${key}”`,
  absent: '没有写',
  unknownKey: (key: string): string => `不认识的项“${key}”`,
  kindKeys: '标准”或“公式',
  readable: '可以读懂的YAML',
  text: (key: string): string => `“${key}”是一段文字或一个数`,
  texts: (key: string): string => `“${key}”是若干段文字`,
  pairs: (key: string): string => `“${key}”是“名称: 内容”`,
  cases: (key: string): string => `“${key}”是[输入, 结果]的列表`,
  inputs: (key: string): string => `“${key}”是输入的列表`,
  findings: '“诊断”是{码, 处}的列表，或一段文字',
  number: '一个准确的数',
  reading: (name: string): string => `读法“${name}”`,
  clearInput: '说得清是哪个量的输入',
  found: { scalar: '一段文字', list: '列表', map: '几行“名称: 内容”' },
  // ---- expectations and outcomes
  case: (input: string, result: string, reading?: string): string =>
    `${reading === undefined ? '' : `按“${reading}”，`}${input} → ${result}`,
  unset: (result: string): string => `未设读法时${result}`,
  runs: '能够计分',
  refused: (input: string): string => `拒绝${input}`,
  spill: (input: string, points: string): string => `${input} → 带入总分${points}`,
  nothing: '无',
  noGrade: '没有对应的等次',
  noValue: '没有数值',
  reported: (code: string, place: string | undefined): string =>
    place === undefined ? `提示${code}` : `在“${place}”处提示${code}`,
  notIn: (place: string): string => `文中没有“${place}”`,
  remark: '有警告或错误',
  noFinding: (code: string): string => `不提示${code}`,
  openReadings: (names: string): string => `列为未定：${names}`,
  finding: (code: string, words: string): string => `${code}“${words}”`,
  fault: (message: string): string => `程序内部出错：${message}`,
};

/** The words of one language. */
export type ConformanceWords = typeof ZH;

const EN: ConformanceWords = {
  list: ', ',
  numbered: (position) => `entry ${String(position)}`,
  map: 'lines of “name: content”',
  known: (keys) => `only these keys: ${keys.join(', ')}`,
  needed: (key) => `“${key}” is given`,
  absent: 'absent',
  unknownKey: (key) => `unknown key “${key}”`,
  kindKeys: '标准” or “公式',
  readable: 'YAML that can be read',
  text: (key) => `“${key}” is a text or a number`,
  texts: (key) => `“${key}” is a list of texts`,
  pairs: (key) => `“${key}” is “name: content”`,
  cases: (key) => `“${key}” is a list of [input, result]`,
  inputs: (key) => `“${key}” is a list of inputs`,
  findings: '“诊断” is a list of {码, 处}, or a text',
  number: 'an exact number',
  reading: (name) => `the reading “${name}”`,
  clearInput: 'an input of which it is clear what it is for',
  found: { scalar: 'a text', list: 'a list', map: 'a map' },
  case: (input, result, reading) => `${reading === undefined ? '' : `under “${reading}”, `}${input} → ${result}`,
  unset: (result) => `${result} with no reading set`,
  runs: 'can be scored',
  refused: (input) => `refuses ${input}`,
  spill: (input, points) => `${input} → carries ${points} into the total`,
  nothing: 'none',
  noGrade: 'no grade',
  noValue: 'no number',
  reported: (code, place) => (place === undefined ? `reports ${code}` : `reports ${code} at “${place}”`),
  notIn: (place) => `“${place}” is not in the text`,
  remark: 'a warning or an error',
  noFinding: (code) => `does not report ${code}`,
  openReadings: (names) => `listed as open: ${names}`,
  finding: (code, words) => `${code} “${words}”`,
  fault: (message) => `internal error: ${message}`,
};

/** The words in `lang`. */
export function conformanceWords(lang: Lang): ConformanceWords {
  return lang === 'zh' ? ZH : EN;
}
