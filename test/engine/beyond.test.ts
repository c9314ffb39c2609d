/**
 * What leaves its item: deductions from the total, spills and effects, under every reading of the sentence and with figures missing.
 * A total is shown as certain only when it is.
 */
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import { gradeText } from '../../engine/score/json.ts';
import type { ScoreResult } from '../../engine/values/result.ts';
import { type Parts, first, firstExplained, linkText, ratioRow, rulesetText, scoreSmall, totalOf } from './small.ts';

/** A row beside one that has 95 of 100 points. */
function beside95(standard: string, more = ''): Parts {
  return { rows: [ratioRow(standard, more), '指标: 其余, 分值: 95, 评分标准: 得满分'] };
}

function carriedBy({ indicators: [one] }: ScoreResult): string {
  const { low, high } = one!.carried;
  return [low, high].map((end) => (end === undefined ? '∞' : toExactText(end))).join('…');
}

describe('what spills over the floor of an item', () => {
  const standard = '率≥100%，计满分；每低于3个百分点扣2分，扣完后扣总分';

  test.each([
    ['甲: 70, 乙: 100', 'scored 0', '-15…-15', '80'],
    ['甲: 71, 乙: 100', 'scored 0', '-15…-13', '80…82'],
    ['甲: 97, 乙: 100', 'scored 3', '0…0', '98'],
  ])('is taken under every reading: %s', (data, status, carried, total) => {
    const result = scoreSmall(beside95(standard), data);
    expect([first(result), carriedBy(result), totalOf(result)]).toEqual([status, carried, total]);
  });

  test('is told apart in the explanation although the points agree', () => {
    const text = firstExplained(scoreSmall(beside95(standard), '甲: 71, 乙: 100'));
    expect(text).not.toContain('一致');
    expect(text).toContain('按“不计”得0分，总分扣13分，按“按一档计”得0分，总分扣15分');
    expect(firstExplained(scoreSmall(beside95(standard), '甲: 70, 乙: 100'))).toContain('三种读法结果一致');
  });

  test('has no bound while its figure is missing, so that the total may be 0', () => {
    const result = scoreSmall(beside95(standard), '甲: 70');
    expect([first(result), carriedBy(result), totalOf(result)]).toEqual(['missing 0…5', '∞…0', '0…100']);
  });
});

describe('what is taken from the total', () => {
  const of = (more: string): Parts => beside95(`率≥100%，计满分；率＜100%不得分。${more}`);

  test.each<[clause: string, judged: string, carried: string, total: string]>([
    ['被通报的，扣总分2分', '', '-2…0', '93…95'],
    ['被通报的，扣总分2分', '被通报: 是', '-2…-2', '93'],
    ['被通报的，扣总分2分', '被通报: 否', '0…0', '95'],
    ['每被通报一次扣总分2分', '', '∞…0', '0…95'],
    ['每被通报一次扣总分2分', '被通报: 60', '-120…-120', '0'],
    ['每被通报一次扣总分2分，最多扣6分', '', '-6…0', '89…95'],
    ['每被通报一次扣总分2分，最多扣6分', '被通报: 2', '-4…-4', '91'],
    ['每被通报一次扣总分2分，最多扣6分', '被通报: 9', '-6…-6', '89'],
    ['被表彰的，总分加2分', '', '0…2', '95…97'],
    ['每被表彰一次总分加2分', '', '0…∞', '95…'],
    ['每被表彰一次总分加2分', '被表彰: 3', '6…6', '101'],
    ['弄虚作假的，扣总分5—10分', '', '-10…0', '85…95'],
    ['弄虚作假的，扣总分5—10分', '弄虚作假: 是', '-10…0', '85…95'],
    ['弄虚作假的，扣总分5—10分', '弄虚作假: 是, 评分: 6', '-6…-6', '89'],
  ])('%s, where {%s}: %s, the total %s', (clause, judged, carried, total) => {
    const result = scoreSmall(of(clause), '甲: 71, 乙: 100', judged === '' ? '' : `甲乙: { ${judged} }`);
    expect([carriedBy(result), totalOf(result)]).toEqual([carried, total]);
  });

  test('is asked for by name although the item has its points', () => {
    const result = scoreSmall(of('每被通报一次扣总分2分'), '甲: 71, 乙: 100');
    expect(result.indicators[0]?.needs.map(({ name }) => name)).toEqual(['被通报']);
    expect(firstExplained(result)).toMatch(/得0分；缺少评定“被通报”（次），对总分的影响待定。$/);
  });

  test('is said with the points once it is known', () => {
    const result = scoreSmall(of('每被通报一次扣总分2分'), '甲: 71, 乙: 100', '甲乙: { 被通报: 3 }');
    expect(firstExplained(result)).toMatch(/得0分，总分扣6分。$/);
  });

  test('must be given within its range', () => {
    const result = scoreSmall(of('弄虚作假的，扣总分5—10分'), '甲: 71, 乙: 100', '甲乙: { 弄虚作假: 是, 评分: 12 }');
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['points-out-of-range']);
    expect(result.total.points).toBeUndefined();
  });

  test('needs a condition where it sets the total, and points', () => {
    const codes = (sentence: string): readonly string[] =>
      linkText(rulesetText(of(sentence))).diagnostics.map(({ code }) => code);
    expect(codes('总分计3分')).toContain('award-not-understood');
    expect(codes('弄虚作假的，总分计满分')).toContain('award-not-understood');
  });
});

describe('an effect on the whole', () => {
  const of = (clause: string): Parts => ({
    rows: [ratioRow(`得分＝率×分值，满分为止。${clause}`, '', '10'), '指标: 其余, 分值: 90, 评分标准: 得满分'],
    grades: '90（含）—100分为优；60（含）—90分为良；60分以下为差',
  });
  const graded = (result: ScoreResult): readonly (string | null)[] => [totalOf(result), gradeText(result.grade)];

  test.each([
    ['率在50%以下的，总分为零', '甲: 51, 乙: 100', '95.1', '优'],
    ['率低于50%的，总分为零', '甲: 49, 乙: 100', '0', '差'],
    ['率低于50%的，总分直接计0分', '甲: 49, 乙: 100', '0', '差'],
    ['率低于50%的，最终得分为0', '甲: 49, 乙: 100', '0', '差'],
    ['率低于50%的，总分计59分', '甲: 49, 乙: 100', '59', '差'],
    ['率低于50%的，直接定为差', '甲: 49, 乙: 100', '94.9', '差'],
    ['率低于50%的，直接定为差', '甲: 乙', '90…100', '差—优'],
    ['弄虚作假的，总分为零', '甲: 100, 乙: 100', '0…100', '差—优'],
    ['弄虚作假的，总分计分值的50%', '甲: 100, 乙: 100', '5…100', '差—优'],
  ])('%s, for %s: %s, %s', (clause, data, total, grade) => {
    const figures = data === '甲: 乙' ? '甲: 1' : data;
    expect(graded(scoreSmall(of(clause), figures))).toEqual([total, grade]);
  });

  test('may set a share of the weight of its own item', () => {
    const result = scoreSmall(of('弄虚作假的，总分计分值的50%'), '甲: 1, 乙: 1', '甲乙: { 弄虚作假: 是 }');
    expect(totalOf(result)).toBe('5');
  });

  test('holds for certain only under every reading', () => {
    const standard = '率80%—100%计10分；率60%—80%，总分计30分；率＜60%不得分；率＞100%计10分';
    const settled = (data: string, head = '说明: 无'): string =>
      totalOf(scoreSmall({ ...of(''), head, rows: [ratioRow(standard, '', '10'), of('').rows[1]!] }, data));
    expect(settled('甲: 90, 乙: 100')).toBe('100');
    expect(settled('甲: 70, 乙: 100')).toBe('30');
    expect(settled('甲: 80, 乙: 100')).toBe('30…100');
    expect(settled('甲: 80, 乙: 100', '读法: { 区间端点: 归高档 }')).toBe('100');
  });

  test('of several that settle the grade counts as the lowest', () => {
    const both = of('弄虚作假的，直接定为良。瞒报的，直接定为差');
    const answers = (fraud: string, hidden: string): string =>
      `甲乙: { ${[fraud && `弄虚作假: ${fraud}`, hidden && `瞒报: ${hidden}`].filter((each) => each !== '').join(', ')} }`;
    const grade = (judged: string): string | null => gradeText(scoreSmall(both, '甲: 1, 乙: 1', judged).grade);
    expect(grade(answers('是', '是'))).toBe('差');
    expect(grade(answers('是', '否'))).toBe('良');
    expect(grade(answers('否', '否'))).toBe('优');
    expect(grade(answers('是', ''))).toBe('差—良');
    expect(grade(answers('', '否'))).toBe('良—优');
  });
});

describe('分值', () => {
  test('in a formula is that of the indicator it stands under', () => {
    const rows = ["指标: 应得, 分值: 8, 公式: 应得数＝甲÷乙×分值, 评分标准: '得分＝应得数，满分为止'"];
    expect(first(scoreSmall({ rows }, '甲: 1, 乙: 4'))).toBe('scored 2');
  });

  test('in a formula that another indicator uses stays what it was', () => {
    const rows = [
      "指标: 应得, 分值: 8, 公式: 应得数＝甲÷乙×分值, 评分标准: '得分＝应得数，满分为止'",
      "指标: 再得, 分值: 2, 评分标准: '得分＝应得数÷4，满分为止'",
    ];
    expect(totalOf(scoreSmall({ rows }, '甲: 1, 乙: 4'))).toBe('2.5');
  });

  test('means nothing outside an indicator', () => {
    const rows = [ratioRow('得分＝率×分值，满分为止')];
    const codes = (parts: Parts): readonly string[] => linkText(rulesetText(parts)).diagnostics.map(({ code }) => code);
    expect(codes({ rows, parameters: '上线: 分值÷2' })).toContain('weight-unknown');
    expect(codes({ rows, checks: ['式: 丙×分值＝1分'] })).toContain('weight-unknown');
    expect(codes({ rows, parameters: '上线: 5÷2' })).not.toContain('weight-unknown');
  });
});
