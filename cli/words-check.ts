/** The words of `jichi check` beyond its findings, in Chinese and English. */
import type { Lang } from '../dsl/index.ts';

const NUMERALS: Readonly<Record<number, string>> = { 2: '两', 3: '三', 4: '四', 5: '五', 6: '六' };

const ZH = {
  proofs: '逐项证明',
  stretches: '折线段数',
  greatestJump: '最大落差',
  jump: (size: string, at: string): string => `${size}分（${at}）`,
  coverage: (clauses: string, boundaries: string, slips: string): string =>
    `样例试到条款${clauses}、边界${boundaries}、改动${slips}`,
  seeTest: (file: string): string => `查看：jichi test ${file}`,
  readings: (units: number): string => `读法（在${String(units)}个单位上试算）`,
  noReadings: '没有未定的读法，也没有用“读法”设定的读法',
  openKind: { 不足一步: '不足一步怎样算', 区间端点: '端点归哪一档' } as Readonly<Record<string, string>>,
  open: '未定',
  set: (choice: string): string => `已设为“${choice}”`,
  agree: (options: number): string => `${NUMERALS[options] ?? String(options)}种读法结果一致`,
  agreeElsewhere: (units: number): string => `其余${String(units)}个单位不受影响`,
  unknown: (units: string): string => `缺数据，无法判断：${units}`,
  option: (option: string, points: string): string => `${option}${points}分`,
  totals: (totals: string): string => `总分依次为${totals}`,
  sameGrade: '等次不变',
  grades: (grades: string): string => `等次依次为${grades}`,
  alike: (about: string, options: string): string => `各处${about}，都按同一种：${options}`,
  noGrade: '无等次',
  to: (low: string, high: string): string => `${low}至${high}`,
};

/** The words of `jichi check` in one language. */
export type CheckWords = typeof ZH;

const EN: CheckWords = {
  proofs: 'Indicator by indicator',
  stretches: 'stretches',
  greatestJump: 'greatest jump',
  jump: (size, at) => `${size} (${at})`,
  coverage: (clauses, boundaries, slips) => `examples try ${clauses} clauses, ${boundaries} boundaries, ${slips} slips`,
  seeTest: (file) => `see: jichi test ${file}`,
  readings: (units) => `Readings (tried on ${units === 1 ? '1 unit' : `${String(units)} units`})`,
  noReadings: 'no reading is open, and none is settled under 读法',
  openKind: { 不足一步: 'a part of a step', 区间端点: 'which side an end belongs to' },
  open: 'open',
  set: (choice) => `set to “${choice}”`,
  agree: (options) => `all ${String(options)} readings agree`,
  agreeElsewhere: (units) => `nothing changes for ${units === 1 ? '1 other unit' : `${String(units)} other units`}`,
  unknown: (units) => `cannot be told, figures are missing: ${units}`,
  option: (option, points) => `${option} ${points}`,
  totals: (totals) => `totals ${totals}`,
  sameGrade: 'the grade stays',
  grades: (grades) => `grades ${grades}`,
  alike: (about, options) => `everywhere ${about}: ${options}`,
  noGrade: 'no grade',
  to: (low, high) => `${low} to ${high}`,
};

/** The words of `jichi check` in `lang`. */
export function checkWordsIn(lang: Lang): CheckWords {
  return lang === 'zh' ? ZH : EN;
}
