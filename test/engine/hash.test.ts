/**
 * The hash of meaning: how a ruleset is spelt does not move it, whatever changes a result does.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkText, rulesetText } from './small.ts';

const BASE = rulesetText({
  head: '得分取整: { 小数: 2, 方式: 四舍五入 }',
  fields: '甲: { 单位: 万元, 别名: [子] }, 乙: { 单位: 万元, 别名: [丑] }, 满意度: 比率',
  parameters: '界线: 100%',
  rows: [
    "指标: 控制, 分值: 5, 公式: 率＝甲÷乙×100%, 评分标准: '率≤界线，计满分；每超过1个百分点扣0.3分（不足1个百分点的不计），扣完为止', 别称: { 支出: 甲 }",
    "指标: 满意, 分值: 5, 量: [满意度], 评分标准: '≥90%，计5分；80%（含）-90%，计3分；低于80%不得分'",
    "指标: 效益, 分值: 4, 等级: [显著, 一般], 评分标准: '显著的计4分；一般的计2分'",
    "指标: 制度, 分值: 3, 清单: [有制度, 有公开], 评分标准: '①有制度，2分；②有公开，1分'",
  ],
  checks: ['式: 甲＝乙, 容差: 1万元'],
  grades: '9（含）—17分为优；6（含）—9分为良；6分以下为差',
});

type Change = readonly [what: string, from: string, to: string];

const SPELLINGS: readonly Change[] = [
  ['≦ for ≤', '率≤界线', '率≦界线'],
  ['<= for ≤', '率≤界线', '率<=界线'],
  ['words for ≤', '率≤界线', '率不超过界线'],
  ['full-width digits', '扣0.3分', '扣０.３分'],
  ['a full-width percent sign', '≥90%', '≥90％'],
  ['half-width brackets', '80%（含）', '80%(含)'],
  ['half-width signs in a formula', '率＝甲÷乙×100%', '率 = 甲/乙*100%'],
  ['brackets that change nothing', '率＝甲÷乙×100%', '率＝（甲÷乙）×100%'],
  ['得 for 计', '率≤界线，计满分', '率≤界线，得满分'],
  ['a trailing zero', '0.3分', '0.30分'],
  ['一 for 1', '每超过1个百分点', '每超过一个百分点'],
  ['another name of a field', '率＝甲÷乙', '率＝子÷丑'],
  ['another unit of the same amount', '容差: 1万元', '容差: 10000元'],
  ['低于 for 以下', '6分以下为差', '低于6分为差'],
  ['5.0 for 5', '分值: 5,', '分值: 5.0,'],
  ['another title', '标题: 小规则', '标题: 规则'],
  ['a note', '家族: small', '说明: 说说\n家族: small'],
  ['an authority', '分值: 5,', '分值: 5, 依据: 某文, 来源: 假定,'],
  ['a comment', '家族: small', '# 说说\n家族: small'],
  ['a meaning', '甲: { 单位: 万元,', '甲: { 含义: 某数, 处: 表一, 单位: 万元,'],
  ['an example', '别称: { 支出: 甲 }', '别称: { 支出: 甲 }, 样例: [{ 数据: { 甲: 1 }, 得分: 5 }]'],
  ['a waiver', '别称: { 支出: 甲 }', '别称: { 支出: 甲 }, 豁免: [{ 码: gap, 理由: 原文如此 }]'],
  ['a parameter as a plain number', '界线: 100%', '界线: 1'],
  ['a name in another width', '指标: 制度,', '指标: 制度 ,'],
  ['keys of a field in another order', '单位: 万元, 别名: [丑]', '别名: [丑], 单位: 万元'],
  [
    'fields in another order',
    '甲: { 单位: 万元, 别名: [子] }, 乙: { 单位: 万元, 别名: [丑] }',
    '乙: { 单位: 万元, 别名: [丑] }, 甲: { 单位: 万元, 别名: [子] }',
  ],
  ['keys of a row in another order', '指标: 控制, 分值: 5,', '分值: 5, 指标: 控制,'],
  ['keys of the file in another order', '家族: small\n年度: 2020\n', '年度: 2020\n家族: small\n'],
];

const MEANINGS: readonly Change[] = [
  ['a threshold', '≥90%', '≥91%'],
  ['含', '80%（含）-90%', '80%（不含）-90%'],
  ['a step', '每超过1个百分点扣0.3分（不足1', '每超过2个百分点扣0.3分（不足2'],
  ['a part step', '的不计）', '的按1个百分点计算）'],
  ['an amount', '扣0.3分', '扣0.4分'],
  ['a direction', '率≤界线，计满分；每超过', '率≥界线，计满分；每低于'],
  ['a stop', '扣完为止', '最多扣3分'],
  ['a weight', '指标: 控制, 分值: 5', '指标: 控制, 分值: 6'],
  ['a cap', '指标: 效益, 分值: 4', '指标: 效益, 分值: 4, 上限: 6'],
  ['what a word of the sentence means', '率≤界线，计满分', '支出≤2万元，计满分'],
  ['a unit', '乙: { 单位: 万元', '乙: { 单位: 元'],
  ['a range', '满意度: 比率', '满意度: { 单位: 比率, 范围: 0%—100% }'],
  ['the name of a grade', '为良', '为中'],
  ['where a grade begins', '6（含）—9分', '6（不含）—9分'],
  ['a parameter', '界线: 100%', '界线: 99%'],
  ['a level', '显著的计4分；一般的计2分', '显著的计4分；一般的计1分'],
  ['an item', '②有公开，1分', '②有公示，1分'],
  ['the places of a rounding', '小数: 2', '小数: 1'],
  ['the mode of a rounding', '四舍五入', '截尾'],
  ['what is rounded', '得分取整', '总分取整'],
  ['a formula', '率＝甲÷乙', '率＝乙÷甲'],
  ['a cross-check', '式: 甲＝乙', '式: 甲≤乙'],
  ['a tolerance', '容差: 1万元', '容差: 2万元'],
  ['an edition', '状态: 草案', '版次: 2\n状态: 草案'],
  ['a year', '年度: 2020', '年度: 2021'],
  ['a family', '家族: small', '家族: other'],
  ['the name of an indicator', '指标: 控制', '指标: 控制率'],
  ['another name more', '别名: [丑]', '别名: [丑, 寅]'],
  [
    'what another name stands for',
    '别名: [子] }, 乙: { 单位: 万元, 别名: [丑]',
    '别名: [丑] }, 乙: { 单位: 万元, 别名: [子]',
  ],
  ['a field more', ', 满意度: 比率', ', 满意度: 比率, 另: 人'],
];

function hash(text: string): string {
  return linkText(text).ruleset.hash;
}

function changed(text: string, [what, from, to]: Change): string {
  if (!text.includes(from)) throw new Error(`nothing to change for ${what}: ${from}`);
  return text.replace(from, () => to);
}

describe('the hash of meaning', () => {
  test('names the form it is taken in', () => {
    expect(hash(BASE)).toMatch(/^jichi1-[0-9a-f]{64}$/);
  });

  test.each(SPELLINGS)('does not change with %s', (...change) => {
    expect(hash(changed(BASE, change))).toBe(hash(BASE));
  });

  test.each(MEANINGS)('changes with %s', (...change) => {
    expect(hash(changed(BASE, change))).not.toBe(hash(BASE));
  });

  test('does not change with any mix of spellings, and does with any change of meaning in that mix', () => {
    const applied = (text: string, change: Change): string => (text.includes(change[1]) ? changed(text, change) : text);
    fc.assert(
      fc.property(fc.shuffledSubarray([...SPELLINGS]), fc.constantFrom(...MEANINGS), (spellings, meaning) => {
        const spelt = spellings.reduce(applied, BASE);
        expect(hash(spelt)).toBe(hash(BASE));
        const meant = applied(spelt, meaning);
        if (meant !== spelt) expect(hash(meant)).not.toBe(hash(BASE));
      }),
      { numRuns: 60 },
    );
  });

  test('differs between any two changes of meaning', () => {
    const all = MEANINGS.map((change) => hash(changed(BASE, change)));
    expect(new Set(all).size).toBe(MEANINGS.length);
  });
});
