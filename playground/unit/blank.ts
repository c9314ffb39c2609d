/** Files that begin empty: a unit with every figure of the dictionary to be filled in, and a standard with its first indicator. */
import { type Content, type Ruleset, writeYaml } from '../../engine/index.ts';
import { figuresOf } from './columns.ts';

/** A unit without a figure, under the ruleset's family and year. */
export function blankUnit(name: string, ruleset: Ruleset): string {
  const { family, fiscalYear } = ruleset.file;
  return unitOf(name, family.text, fiscalYear, figuresOf(ruleset));
}

function unitOf(name: string, family: string, year: number, figures: readonly string[]): string {
  const data: ReadonlyMap<string, Content> = new Map(figures.map((figure) => [figure, null] as const));
  const content: readonly (readonly [string, Content])[] = [
    ['单位', name],
    ['家族', family],
    ['年度', String(year)],
    ['数据', data],
    ['评定', null],
  ];
  return writeYaml(new Map(content));
}

/** A standard to begin with, and a unit to try it on. */
export interface Start {
  readonly ruleset: string;
  readonly unit: string;
}

/** A draft with one group and one indicator in it, and a unit whose figures are to be filled in. */
export function blankStart(title: string, unit: string, year: number): Start {
  return { ruleset: blankRuleset(title, year), unit: unitOf(unit, FAMILY, year, ['计划完成数', '实际完成数']) };
}

const FAMILY = 'new-standard';

function blankRuleset(title: string, year: number): string {
  return `标题: ${JSON.stringify(title)}
家族: ${FAMILY}
年度: ${String(year)}
状态: 草案

# 数据：指标要用到的数，一行一个，写明单位。
数据:
  计划完成数: 项
  实际完成数: 项

指标:
  - 指标: 产出
    分值: 100
    下级:
      - 指标: 计划完成率
        分值: 100
        公式: 计划完成率＝实际完成数÷计划完成数×100%
        评分标准: 100%计满分；每低于1个百分点扣1分（不足1个百分点的不计），扣完为止

等次: 90分（含）以上为优，80分（含）—90分为良，60分（含）—80分为中，60分（不含）以下为差
`;
}
