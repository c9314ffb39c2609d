/**
 * Scoring: every status by the smallest example that reaches it, the range of points still possible, rounding, figures that never show
 * a false comparison, grades over a range of totals, cross-checks within their tolerance.
 */
import { describe, expect, test } from 'vitest';
import { gradeText } from '../../engine/score/json.ts';
import { type Parts, first, firstExplained, ratioRow, scoreSmall, totalOf } from './small.ts';

const STEPS = '率≤100%，计满分；每超过1个百分点扣0.5分，扣完为止';
const WHOLE_STEPS = '率≤100%，计满分；每超过1个百分点扣0.5分（不足1个百分点的不计），扣完为止';
const OR_NONE = `${WHOLE_STEPS}。没有新建项目的部门按满分计算`;

function of(standard: string, more = ''): Parts {
  return { rows: [ratioRow(standard, more)] };
}

describe('an indicator is', () => {
  test.each<[status: string, when: string, parts: Parts, data: string, judged: string]>([
    ['scored 5', 'everything is given', of(STEPS), '甲: 1, 乙: 2', ''],
    ['missing 0…5', 'a figure is missing', of(STEPS), '甲: 1', ''],
    ['missing 0…5', 'a figure is there without a value', of(STEPS), '甲: 1, 乙:', ''],
    ['missing 0…5', 'an answer is missing that decides', of(OR_NONE), '甲: 2, 乙: 1', ''],
    ['open 4.5…5', 'its readings differ', of(STEPS), '甲: 100.5, 乙: 100', ''],
    ['scored 4', 'its readings agree on whole steps', of(STEPS), '甲: 102, 乙: 100', ''],
    ['scored 0', 'its readings agree at the floor', of(STEPS), '甲: 200, 乙: 100', ''],
    ['gap 0…5', 'no band holds', of('率=0，计5分；0-10%（含），计3分；大于10%不得分'), '甲: -1, 乙: 1', ''],
    [
      'not-applicable 0…5',
      'a figure does not apply and no rule says what then',
      of(WHOLE_STEPS),
      '甲: 不适用, 乙: 1',
      '',
    ],
    ['scored 5', 'a rule says what is given to those without', of(OR_NONE), '', '甲乙: { 没有新建项目: 是 }'],
    ['scored 5', 'those without divide by zero', of(OR_NONE), '甲: 0, 乙: 0', '甲乙: { 没有新建项目: 是 }'],
    ['division-by-zero 0…5', 'its divisor is zero', of(WHOLE_STEPS), '甲: 1, 乙: 0', ''],
    ['division-by-zero 0…5', 'its divisor is negative zero', of(WHOLE_STEPS), '甲: 1, 乙: -0.0', ''],
  ])('%s where %s', (status, _when, parts, data, judged) => {
    expect(first(scoreSmall(parts, data, judged))).toBe(status);
  });

  test.each<[status: string, judged: string]>([
    ['scored 5.5', '等级: 优, 评分: 5.5'],
    ['scored 5.4', '等级: 优, 评分: 90%'],
    ['missing 5…6', '等级: 优'],
    ['missing 0…5', '评分: 5'],
    ['error 5…6', '等级: 优, 评分: 6.01'],
  ])('%s where its assessor gives %s and the standard leaves 5 to 6 points', (status, judged) => {
    const rows = ['指标: 质量, 分值: 6, 评分标准: 优得5—6分；良得3—5分；差得0—3分, 等级: [优, 良, 差]'];
    expect(first(scoreSmall({ rows }, '', `质量: { ${judged} }`))).toBe(status);
  });

  test('overlap where two conditions hold that no proof can tell apart', () => {
    const rows = ["指标: 报送, 分值: 5, 评分标准: '按时报送的计满分；资料缺失的计1分'"];
    expect(first(scoreSmall({ rows }, '', '报送: { 按时报送: 是, 资料缺失: 是 }'))).toBe('overlap 1…5');
  });
});

describe('what is missing', () => {
  test('first is named before a division by zero, for it can be filled in', () => {
    const rows = ['指标: 甲, 分值: 5, 公式: 率＝甲÷乙＋丙, 评分标准: 率≥1，计满分；率＜1不得分'];
    expect(first(scoreSmall({ rows }, '甲: 1, 乙: 0'))).toBe('missing 0…5');
    expect(first(scoreSmall({ rows }, '甲: 1, 乙: 0, 丙: 1'))).toBe('division-by-zero 0…5');
  });

  test('is named in the explanation with its unit', () => {
    expect(firstExplained(scoreSmall(of(WHOLE_STEPS), '甲: 1'))).toBe('未评；缺少乙（万元）；可能得0—5分。');
  });

  test('leaves the points of a list between what is sure and what is possible', () => {
    const rows = ["指标: 制度, 分值: 5, 评分标准: '①有制度，2分；②有公开，3分', 清单: [有制度, 有公开]"];
    expect(first(scoreSmall({ rows }, '', '制度: { 有制度: 是 }'))).toBe('missing 2…5');
    expect(first(scoreSmall({ rows }, '', '制度: { 有制度: 是, 有公开: 否 }'))).toBe('scored 2');
  });
});

describe('the points', () => {
  const share = '得分＝率×分值，满分为止';
  test.each<[rule: string, figures: string, points: string]>([
    ['得分取整: { 小数: 0, 方式: 四舍五入 }', '甲: 50, 乙: 100', '3'],
    ['得分取整: { 小数: 0, 方式: 四舍六入 }', '甲: 50, 乙: 100', '2'],
    ['得分取整: { 小数: 0, 方式: 四舍六入 }', '甲: 70, 乙: 100', '4'],
    ['得分取整: { 小数: 1, 方式: 进一 }', '甲: 50.1, 乙: 100', '2.6'],
    ['得分取整: { 小数: 1, 方式: 截尾 }', '甲: 51.9, 乙: 100', '2.5'],
    ['得分取整: { 小数: 2, 方式: 四舍五入 }', '甲: 1, 乙: 3', '1.67'],
    ['得分取整: { 小数: 2, 方式: 四舍五入 }', '甲: 2.1, 乙: 1', '5'],
  ])('are rounded under %s: %s gives %s', (head, figures, points) => {
    expect(first(scoreSmall({ head, ...of(share) }, figures))).toBe(`scored ${points}`);
  });

  test('are not rounded where no rule says so', () => {
    expect(first(scoreSmall(of(share), '甲: 1, 乙: 3'))).toBe('scored 5/3');
  });

  const two: Parts = {
    rows: [ratioRow(share), '指标: 另, 分值: 5, 公式: 另率＝乙÷甲, 评分标准: 得分＝另率×分值，满分为止'],
  };
  test.each<[head: string, total: string]>([
    ['说明: 不取整', '20/3'],
    ['得分取整: { 小数: 1, 方式: 四舍五入 }', '6.7'],
    ['总分取整: { 小数: 0, 方式: 四舍五入 }', '7'],
    ['总分取整: { 小数: 0, 方式: 截尾 }', '6'],
    ['总分取整: { 小数: 1, 方式: 进一 }', '6.7'],
    ['总分取整: { 小数: 1, 方式: 四舍六入 }', '6.7'],
  ])('add up, and then the total is rounded under %s to %s', (head, total) => {
    expect(totalOf(scoreSmall({ head, ...two }, '甲: 1, 乙: 3'))).toBe(total);
  });

  test('are rounded once, so that a total of rounded points is not the rounded total', () => {
    const third = (name: string): string =>
      ratioRow(share)
        .replace('指标: 甲乙', `指标: ${name}`)
        .replace('率＝', `${name}＝`)
        .replace('＝率×', `＝${name}×`);
    const rows = ['子', '丑', '寅'].map(third);
    const data = '甲: 1, 乙: 3';
    expect(totalOf(scoreSmall({ rows, head: '得分取整: { 小数: 0, 方式: 四舍五入 }' }, data))).toBe('6');
    expect(totalOf(scoreSmall({ rows, head: '总分取整: { 小数: 0, 方式: 四舍五入 }' }, data))).toBe('5');
  });
});

describe('a shown figure', () => {
  const bands = '率≥100%，计满分；率＜100%不得分';
  test.each<[figures: string, sentence: string]>([
    ['甲: 99.996, 乙: 100', '99.996%＜100%，不得分'],
    ['甲: 99.9999999, 乙: 100', '99.9999999%＜100%，不得分'],
    ['甲: 99.994, 乙: 100', '99.99%＜100%，不得分'],
    ['甲: 2, 乙: 3', '66.67%＜100%，不得分'],
    ['甲: 100.004, 乙: 100', '100.004%≥100%，计满分'],
    ['甲: 100, 乙: 100', '100%≥100%，计满分'],
  ])('never makes a true comparison look false: %s gives %s', (figures, sentence) => {
    expect(firstExplained(scoreSmall(of(bands), figures))).toContain(sentence);
  });
});

describe('the grade', () => {
  const parts: Parts = {
    rows: [
      ratioRow('率≥100%，计满分；率＜100%不得分', '', '60'),
      '指标: 另, 分值: 40, 量: [人数], 评分标准: 人数≥1人，计40分；人数＜1人不得分',
    ],
    grades: '90（含）—100分为优；60（含）—90分为良；60分以下为差',
  };

  test.each<[figures: string, grade: string, total: string]>([
    ['甲: 1, 乙: 1, 人数: 1', '优', '100'],
    ['甲: 1, 乙: 1, 人数: 0', '良', '60'],
    ['甲: 0, 乙: 1, 人数: 1', '差', '40'],
    ['甲: 1, 乙: 1', '良—优', '60…100'],
    ['甲: 0, 乙: 1', '差', '0…40'],
    ['', '差—优', '0…100'],
  ])('of %s is %s, for a total of %s', (figures, grade, total) => {
    const result = scoreSmall(parts, figures);
    expect([gradeText(result.grade), totalOf(result)]).toEqual([grade, total]);
  });

  test('says how far the next one is only for a total that is certain', () => {
    const certain = scoreSmall(parts, '甲: 0, 乙: 1, 人数: 1').grade?.next;
    expect([certain?.label, certain?.distance.numerator]).toEqual(['良', 20n]);
    expect(scoreSmall(parts, '甲: 0, 乙: 1').grade?.next).toBeUndefined();
  });
});

describe('a cross-check', () => {
  test.each<[check: string, figures: string, holds: boolean | undefined]>([
    ['式: 甲＝乙, 容差: 0.02万元', '甲: 1.02, 乙: 1', true],
    ['式: 甲＝乙, 容差: 0.02万元', '甲: 0.98, 乙: 1', true],
    ['式: 甲＝乙, 容差: 0.02万元', '甲: 1.0200001, 乙: 1', false],
    ['式: 甲＝乙, 容差: 200元', '甲: 1.02, 乙: 1', true],
    ['式: 甲＝乙', '甲: 1.0000001, 乙: 1', false],
    ['式: 甲＝乙', '甲: 10000元, 乙: 1', true],
    ['式: 甲≤乙, 容差: 0.02万元', '甲: 1.02, 乙: 1', true],
    ['式: 甲≤乙, 容差: 0.02万元', '甲: 1.03, 乙: 1', false],
    ['式: 甲＝乙', '甲: 1', undefined],
  ])('%s, with %s: %s', (check, figures, holds) => {
    const result = scoreSmall({ ...of(STEPS), checks: [check] }, figures);
    expect(result.checks.map((one) => one.holds)).toEqual([holds]);
  });
});
