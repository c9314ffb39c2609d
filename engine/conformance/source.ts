/**
 * Entries as the files a bureau and a unit would really write: a ruleset of one indicator, a unit's figures and judgements. JSON is
 * read by the same reader as YAML, and needs no quoting rules of our own.
 */
import type { FormulaEntry, GradeEntry, StandardEntry } from './entry.ts';
import type { EntryInput } from './reader.ts';
import { type ReadingKind, READING_CHOICES } from '../files/schema.ts';

/** The indicator every entry becomes. */
export const INDICATOR = '本指标';
/** The name under which a grade table's totals come in. */
export const TOTAL = '合计数';
/** The year of dates without one, where no date among the inputs says another. */
const FISCAL_YEAR = 2021;
const FULL = '得满分';
/** 分值 of the indicator that takes what another carries into the total. */
export const RESERVE = 1000;

/** 读法: a choice for each kind. */
export type Settings = Readonly<Partial<Record<ReadingKind, string>>>;

/** The settings a reading's name stands for (不计; 不计、归高档); undefined when it is none that can be set. */
export function settingsOf(reading: string): Settings | undefined {
  const kinds: readonly ReadingKind[] = ['不足一步', '区间端点'];
  const settings: Partial<Record<ReadingKind, string>> = {};
  for (const choice of choicesIn(reading)) {
    const kind = kinds.find((each) => READING_CHOICES[each].some((known) => known === choice));
    if (kind === undefined) return undefined;
    settings[kind] = choice;
  }
  return settings;
}

/** The choices a reading's name is made of. */
export function choicesIn(reading: string): readonly string[] {
  return reading
    .split(/[、＋+]/)
    .map((choice) => choice.trim())
    .filter((choice) => choice !== '');
}

/** The ruleset file of a sentence. */
export function standardSource(entry: StandardEntry, settings: Settings): string {
  const leaf = {
    指标: INDICATOR,
    分值: entry.weight,
    评分标准: entry.sentence,
    量: [...entry.measures.keys()],
    ...(entry.formulas.length === 0 ? {} : { 公式: entry.formulas }),
    ...(entry.cap === undefined ? {} : { 上限: entry.cap }),
    ...(entry.levels.length === 0 ? {} : { 等级: entry.levels }),
    ...(entry.items.length === 0 ? {} : { 清单: entry.items }),
    ...(entry.conditions.size === 0 ? {} : { 条件: Object.fromEntries(entry.conditions) }),
    ...(entry.aliases.size === 0 ? {} : { 别称: Object.fromEntries(entry.aliases) }),
  };
  const reserve = { 指标: `${INDICATOR}以外`, 分值: String(RESERVE), 评分标准: FULL };
  const fields = new Map(
    [...entry.measures].map(([name, unit]) => [name, typeof unit === 'string' ? unit : { 单位: '等级', 选项: unit }]),
  );
  return rulesetSource({
    年度: fiscalYearOf(entry),
    ...(Object.keys(settings).length === 0 ? {} : { 读法: settings }),
    数据: Object.fromEntries(fields),
    指标: entry.spills.length === 0 ? [leaf] : [leaf, reserve],
  });
}

/** The ruleset file of a grade table: its total is one figure, handed through; `highest` is the highest total there will be. */
export function gradeSource(entry: GradeEntry, highest: string): string {
  return rulesetSource({
    年度: FISCAL_YEAR,
    数据: { [TOTAL]: '分' },
    指标: [{ 指标: INDICATOR, 分值: entry.weight, 上限: highest, 量: [TOTAL], 评分标准: `得分＝${TOTAL}，满分为止` }],
    等次: entry.sentence,
  });
}

/** The ruleset file of a formula. */
export function formulaSource(entry: FormulaEntry): string {
  return rulesetSource({
    年度: FISCAL_YEAR,
    数据: Object.fromEntries(entry.names),
    指标: [{ 指标: INDICATOR, 分值: '1', 公式: entry.sentence, 评分标准: FULL }],
  });
}

/** A unit's file with these figures, and what was judged of the indicator. */
export function unitSource(
  fiscalYear: number,
  figures: ReadonlyMap<string, string>,
  judged: ReadonlyMap<string, string>,
): string {
  return JSON.stringify({
    单位: '某单位',
    家族: 'conformance',
    年度: fiscalYear,
    数据: Object.fromEntries(figures),
    ...(judged.size === 0 ? {} : { 评定: { [INDICATOR]: Object.fromEntries(judged) } }),
  });
}

function rulesetSource(body: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ 标题: '对照', 家族: 'conformance', 状态: '草案', ...body });
}

function fiscalYearOf({ measures, cases, readings }: StandardEntry): number {
  const dates = new Set([...measures].flatMap(([name, unit]) => (unit === '日期' ? [name] : [])));
  if (dates.size === 0) return FISCAL_YEAR;
  const valuesIn = (input: EntryInput): readonly string[] => {
    if (input.kind === 'value') return measures.size === 1 ? [input.value] : [];
    if (input.kind === 'list') return [];
    return [...input.values].flatMap(([name, value]) =>
      dates.has(name) && value.kind === 'value' ? [value.value] : [],
    );
  };
  const texts = [...cases, ...[...readings.values()].flat()].flatMap(({ input }) => valuesIn(input));
  const year = texts.map((text) => /^\s*(\d{4})\D/.exec(text)?.[1]).find((found) => found !== undefined);
  return year === undefined ? FISCAL_YEAR : Number(year);
}
