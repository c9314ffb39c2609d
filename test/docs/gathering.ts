/** A ruleset in which the formulas of the reference that gather over rows and units mean something. */

/** The ruleset with one formula of the reference. */
export function gatheringRuleset(formula: string): string {
  return `标题: 汇总
家族: sample
年度: 2020
状态: 草案
数据:
  下属机构: { 单位: 记录, 列: { 名称: 文本, 基本支出: 万元, 完成率: 比率 } }
  绩效指标: { 单位: 记录, 列: { 权重: 分, 完成率: 比率 } }
  完成率: 比率
  成本: 万元
指标:
  - 指标: 汇总
    分值: 5
    公式: ${formula}
    评分标准: 得满分
等次: 4（含）—5分为优；4分以下为差
`;
}

/** A unit under it. */
export const GATHERING_UNIT = `单位: 某单位
家族: sample
年度: 2020
数据:
  下属机构: [{ 名称: 甲, 基本支出: 3, 完成率: 80% }]
  绩效指标: []
  完成率: 90%
  成本: 3
`;
