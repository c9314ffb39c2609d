/** A small ruleset file with a name of every kind, in scalars of every style; and a cursor │ to find places in it. */

/** The file. */
export const SMALL = `标题: 小表
家族: small
年度: 2021
状态: 草案
读法: { 不足一步: 不计 }
数据:
  完成数: { 单位: 个, 含义: 年末完成的, 别名: [实际完成数], 处: 表一 }
  计划数: 个
  年末结余: { 单位: 万元, 范围: ≥0 }
  支出: 万元
参数:
  及格线: 60%
指标:
  - 指标: 完成情况
    分值: 5
    公式: >-
      完成率＝
      实际完成数÷计划数×100%
    评分标准: '完成率≥90%计5分；完成率≥及格线计3分；否则不得分'
    样例:
      - { 数据: { 完成数: 9, 计划数: 10 }, 得分: 5 }
  - 指标: 结余控制
    分值: 5
    公式: 结余率＝年末结余÷支出×100%
    评分标准: "≤10%计满分，每超过1个百分点扣1分，扣完为止"
    别称: { 结余比例: 结余率 }
  - 指标: 管理水平
    分值: 4
    评分标准: 好的得4分；一般的得2分；差的不得分
    等级: [好, 一般, 差]
    样例:
      - { 评定: { 管理水平: { 等级: 一般 } }, 得分: 2 }
  - 指标: 违规情况
    分值: 3
    评分标准: 每出现一例违规扣1分，扣完为止
    量: { 违规例数: 例 }
  - 指标: 制度
    分值: 2
    评分标准: 制度齐全得2分
    条件: { 制度齐全: 是非 }
    样例:
      - { 评定: { 制度: { 制度齐全: 是 } }, 得分: 2 }
勾稽:
  - { 式: 支出＝年末结余＋完成数×1万元÷1个, 容差: 0.01万元 }
等次: 15（含）—19分为优；15分以下为差
样例:
  - 数据: { 实际完成数: 9, 计划数: 10 }
    指标: { 完成情况: 5 }
`;

/** The offset of the cursor in a piece of the small file, whose first occurrence it is. */
export function at(marked: string, text = SMALL): number {
  const start = text.indexOf(marked.replace('│', ''));
  if (start < 0) throw new Error(`the file has no ${marked}`);
  return start + marked.indexOf('│');
}
