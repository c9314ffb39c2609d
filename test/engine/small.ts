/**
 * Small rulesets for tests: a table of a few rows around one idea, a unit in one line, and what comes out, as text.
 */
import { readFileSync } from 'node:fs';
import { toExactText } from '../../dsl/index.ts';
import { explain } from '../../engine/score/explain.ts';
import { type Linked, link } from '../../engine/ruleset/link.ts';
import type { IndicatorResult, ScoreResult } from '../../engine/values/result.ts';
import { loadRuleset } from '../../engine/files/ruleset-file.ts';
import { score, scoreAll } from '../../engine/score/score.ts';
import { loadUnit } from '../../engine/files/unit-file.ts';

const FIELDS = '甲: { 单位: 万元, 范围: 不限 }, 乙: 万元, 丙: 比率, 人数: { 单位: 人, 别名: [在编人数] }';

/** What a small ruleset has besides its rows; each as it stands in the file. */
export interface Parts {
  /** lines of the head: 读法, 得分取整 … */
  readonly head?: string;
  /** 数据 in one line; 甲 and 乙 in 万元, 丙 a ratio, 人数 in 人 by default */
  readonly fields?: string;
  /** 参数 in one line */
  readonly parameters?: string;
  /** entries of 指标 in one line each, without their braces */
  readonly rows: readonly string[];
  /** entries of 勾稽 in one line each, without their braces */
  readonly checks?: readonly string[];
  readonly grades?: string;
}

/** A row over 率＝甲÷乙×100%. */
export function ratioRow(standard: string, more = '', weight = '5'): string {
  return `指标: 甲乙, 分值: ${weight}, 公式: 率＝甲÷乙×100%, 评分标准: '${standard}'${more === '' ? '' : `, ${more}`}`;
}

/** The text of a ruleset file. */
export function rulesetText({
  head,
  fields = FIELDS,
  parameters,
  rows,
  checks = [],
  grades = '60（含）—100分为优；60分以下为差',
}: Parts): string {
  return [
    '标题: 小规则',
    '家族: small',
    '年度: 2020',
    '状态: 草案',
    ...(head === undefined ? [] : [head]),
    `数据: { ${fields} }`,
    ...(parameters === undefined ? [] : [`参数: { ${parameters} }`]),
    '指标:',
    ...rows.map((row) => `  - { ${row} }`),
    ...(checks.length === 0 ? [] : ['勾稽:', ...checks.map((check) => `  - { ${check} }`)]),
    `等次: ${grades}`,
    '',
  ].join('\n');
}

/** A ruleset of the text, with everything found on the way. */
export function linkText(text: string): Linked {
  const { ruleset: file, diagnostics } = loadRuleset(text, 'small.yaml');
  if (file === undefined) throw new Error(`the ruleset of this test cannot be read:\n${text}`);
  const linked = link(file);
  return { ...linked, diagnostics: [...diagnostics, ...linked.diagnostics] };
}

/** The result of a unit given as the lines of 数据 and 评定, in one line each. */
export function scoreSmall(parts: Parts, data = '', judgements = ''): ScoreResult {
  const { ruleset, diagnostics } = linkText(rulesetText(parts));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (errors.length > 0) throw new Error(`the ruleset of this test has errors: ${errors.join(', ')}`);
  const text = `单位: 某单位\n家族: small\n年度: 2020\n数据: { ${data} }\n评定: { ${judgements} }\n`;
  const { unit } = loadUnit(text, 'unit.yaml');
  if (unit === undefined) throw new Error(`the unit of this test cannot be read:\n${text}`);
  return score(ruleset, unit);
}

/** The results of units scored together, each given as the lines of its 数据; their names are 甲单位, 乙单位 … */
export function scoreTogether(parts: Parts, all: readonly string[]): readonly ScoreResult[] {
  const { ruleset, diagnostics } = linkText(rulesetText(parts));
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (errors.length > 0) throw new Error(`the ruleset of this test has errors: ${errors.join(', ')}`);
  return scoreAll(
    ruleset,
    all.map((data, index) => {
      const name = `${'甲乙丙丁戊己庚辛壬癸'.charAt(index)}单位`;
      const { unit } = loadUnit(`单位: ${name}\n家族: small\n年度: 2020\n数据: { ${data} }\n`, `${name}.yaml`);
      if (unit === undefined) throw new Error(`the unit of this test cannot be read: ${data}`);
      return unit;
    }),
  );
}

/** `scored 4`, `open 4.7…5`: status with points, or the range of points still possible. */
export function briefly({ status, points, low, high }: IndicatorResult): string {
  return `${status} ${points === undefined ? `${toExactText(low)}…${toExactText(high)}` : toExactText(points)}`;
}

/** The first indicator, briefly. */
export function first(result: ScoreResult): string {
  return briefly(firstOf(result));
}

/** The first indicator’s explanation in Chinese. */
export function firstExplained(result: ScoreResult): string {
  return explain(firstOf(result), 'zh');
}

/** The ends of the total. */
export function totalOf({ total }: ScoreResult): string {
  return total.points === undefined
    ? `${toExactText(total.low)}…${total.high === undefined ? '' : toExactText(total.high)}`
    : toExactText(total.points);
}

function firstOf({ indicators: [one] }: ScoreResult): IndicatorResult {
  if (one === undefined) throw new Error('a result without indicators');
  return one;
}

/** The result of a unit’s file under a ruleset’s file, both as text. */
export function scoreTexts(rulesetFile: string, unitFile: string): ScoreResult {
  const { ruleset } = linkText(rulesetFile);
  const { unit } = loadUnit(unitFile, 'unit.yaml');
  if (unit === undefined) throw new Error(`the unit of this test cannot be read:\n${unitFile}`);
  return score(ruleset, unit);
}

/** A file under rulesets/, as text. */
export function rulesetsFile(path: string): string {
  return readFileSync(new URL(`../../rulesets/${path}`, import.meta.url), 'utf8');
}
