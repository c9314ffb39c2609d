/**
 * What is not known: nothing is asked for that cannot change the points, ranges hold all that is still possible, and neither status
 * nor range depends on the order in which things are written.
 */
import { describe, expect, test } from 'vitest';
import { explain } from '../../engine/score/explain.ts';
import { textOf } from '../../engine/files/messages.ts';
import { type Parts, first, firstExplained, linkText, ratioRow, rulesetText, scoreSmall } from './small.ts';

const STEPS = '率≤100%，计满分；每超过1个百分点扣0.5分（不足1个百分点的不计），扣完为止';
const VETO = `${STEPS}。没有新建项目的部门按满分计算`;

function of(standard: string): Parts {
  return { rows: [ratioRow(standard)] };
}

describe('an answer that cannot change the points', () => {
  test('is not asked for', () => {
    expect(first(scoreSmall(of(VETO), '甲: 1, 乙: 2'))).toBe('scored 5');
  });

  test('is asked for when it can', () => {
    expect(first(scoreSmall(of(VETO), '甲: 103, 乙: 100'))).toBe('missing 7/2…5'.replace('7/2', '3.5'));
  });

  test('that does not apply leaves its own reason', () => {
    expect(first(scoreSmall(of(VETO), '甲: 103, 乙: 100', '甲乙: { 没有新建项目: 不适用 }'))).toBe(
      'not-applicable 3.5…5',
    );
  });
});

describe('the reason for no points', () => {
  const bands = ['丙≥1，计5分', '甲≥1万元，计3分'];
  test.each([[bands], [bands.toReversed()]])('is the same in any order: %j', (order) => {
    const rows = [`指标: 甲, 分值: 5, 量: [丙, 甲], 评分标准: '${order.join('；')}'`];
    expect(first(scoreSmall({ rows }, '丙: 不适用'))).toBe('missing 0…5');
  });
});

describe('bands that leave nothing between them', () => {
  const levels = "指标: 质量, 分值: 6, 评分标准: '优得6分；良得4分；差得2分', 等级: [优, 良, 差]";

  test('give the range of their awards while their figure is missing', () => {
    expect(first(scoreSmall({ rows: [levels] }))).toBe('missing 2…6');
  });

  test('give 0 to full where something is left', () => {
    expect(first(scoreSmall({ rows: [levels.replace('；差得2分', '')] }))).toBe('missing 0…6');
  });
});

describe('points given outside their range', () => {
  const rows = ["指标: 质量, 分值: 6, 评分标准: '优得5—6分；良得3—5分；差得0—3分', 等级: [优, 良, 差]"];

  test('are said at their place, with both bounds', () => {
    const result = scoreSmall({ rows }, '', '质量: { 等级: 优, 评分: 6.01 }');
    expect(first(result)).toBe('error 5…6');
    expect(result.diagnostics.map((one) => textOf(one, 'zh'))).toEqual(['“质量”评分6.01分，应当在5分到6分之间']);
  });
});

describe('an explanation', () => {
  test('asks for nothing where the divisor is zero', () => {
    expect(firstExplained(scoreSmall(of(STEPS), '甲: 1, 乙: 0'))).not.toContain('缺少');
    expect(firstExplained(scoreSmall(of(STEPS), '甲: 不适用, 乙: 1'))).not.toContain('缺少');
  });

  test('says that readings agree only where there are points', () => {
    const open = '率≤100%，计满分；每超过1个百分点扣0.5分，扣完为止';
    expect(firstExplained(scoreSmall(of(open), '甲: 102, 乙: 100'))).toContain('结果一致');
    expect(firstExplained(scoreSmall(of(open), '甲: 1, 乙: 0'))).not.toContain('一致');
  });

  test('shows no figure as a step that was not reached', () => {
    const text = firstExplained(scoreSmall(of(STEPS), '甲: 100.99999999, 乙: 100'));
    expect(text).toContain('100.99999999%');
    expect(text).toContain('计0步（不足一步的不计），扣0分');
    expect(text).toContain('得5分');
  });

  test('shows no false comparison even of figures that agree for 20 decimals', () => {
    const parts = of('率≥100%，计满分；率＜100%不得分');
    const text = firstExplained(scoreSmall(parts, '甲: 0.99999999999999999999, 乙: 1'));
    expect(text).toContain('99.999999999999999999%＜100%');
  });

  test('marks with ≈ a figure that no decimals tell from its limit', () => {
    const parts = of('率≥100%，计满分；率＜100%不得分');
    const text = firstExplained(scoreSmall(parts, `甲: 0.${'9'.repeat(40)}, 乙: 1`));
    expect(text).toContain('≈100%＜100%');
  });

  test('has English plurals and percentage points', () => {
    const english = (data: string): string => explain(scoreSmall(of(STEPS), data).indicators[0]!, 'en');
    expect(english('甲: 108, 乙: 100')).toMatch(/8 percentage points above 100%.*8 steps, minus 4; 1 point\.$/);
    expect(english('甲: 101, 乙: 100')).toMatch(/1 percentage point above.*: 1 step, minus 0\.5; 4\.5 points\.$/);
  });
});

describe('a figure handed in', () => {
  const parts = of(STEPS);
  test.each<[data: string, code: string | undefined]>([
    ['甲: 1, 乙: "\u00a02 "', undefined],
    ['甲: 1, 乙: "\u3000２ 万元"', undefined],
    ['甲: 1, 乙: 1e5', 'not-a-number'],
    ['甲: 1, 乙: 0x10', 'not-a-number'],
    ['甲: 1, 乙: 1 000', 'not-a-number'],
    ['甲: 1, 乙: 2人', 'wrong-unit'],
    ['人数: 1, 在编人数: 2', 'given-twice'],
  ])('%s: %s', (data, code) => {
    expect(scoreSmall(parts, data).diagnostics.map((one) => one.code)).toEqual(code === undefined ? [] : [code]);
  });

  test('of 500 digits is refused in a short text', () => {
    const [found] = scoreSmall(parts, `甲: 1, 乙: ${'9'.repeat(500)}`).diagnostics;
    expect(found?.code).toBe('not-a-number');
    expect(textOf(found!, 'zh').length).toBeLessThan(80);
  });
});

describe('waivers', () => {
  const spare = "指标: 甲, 分值: 5, 量: [丙], 评分标准: '丙≥90%，计5分；丙＜80%，不得分'";
  const linked = (waivers: string): ReturnType<typeof linkText> =>
    linkText(rulesetText({ rows: [`${spare}, 豁免: [${waivers}]`] }));
  const codes = (waivers: string): readonly string[] => linked(waivers).diagnostics.map(({ code }) => code);

  test('take a warning out of the findings, with their reason', () => {
    expect(codes('')).toContain('gap');
    const { diagnostics, waived } = linked('{ 码: gap, 理由: 原文如此 }');
    expect(diagnostics.map(({ code }) => code)).not.toContain('gap');
    expect(waived.map(({ diagnostic, reason }) => `${diagnostic.code} ${reason}`)).toEqual(['gap 原文如此']);
  });

  test('that match nothing are said', () => {
    expect(codes('{ 码: dead-clause, 理由: 无 }')).toEqual(expect.arrayContaining(['gap', 'unused-waiver']));
    expect(codes('{ 码: gap, 处: 按时报送, 理由: 无 }')).toEqual(expect.arrayContaining(['gap', 'unused-waiver']));
  });

  test('of no code of ours are an error', () => {
    expect(codes('{ 码: gapp, 理由: 无 }')).toContain('unknown-code');
  });

  test('take no error', () => {
    const rows = [
      "指标: 甲, 分值: 5, 量: [丙], 评分标准: '丙≥90%，计8分；丙＜90%不得分', 豁免: [{ 码: exceeds-weight, 理由: 无 }]",
    ];
    const { diagnostics } = linkText(rulesetText({ rows }));
    expect(diagnostics.map(({ code }) => code)).toEqual(expect.arrayContaining(['exceeds-weight', 'unused-waiver']));
  });
});
