/**
 * Texts that are computed: read to their last word, each name once, circles named in the order they run.
 */
import { describe, expect, test } from 'vitest';
import { type Parts, first, linkText, ratioRow, rulesetText, scoreSmall } from './small.ts';

const GOOD = '率≥100%，计满分；率＜100%不得分';
const row = (formula: string, name = '甲乙'): string =>
  `指标: ${name}, 分值: 5, 公式: '${formula}', 评分标准: '${GOOD}'`;

function codes(parts: Parts): readonly string[] {
  const { diagnostics } = linkText(rulesetText(parts));
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

function pathOf(parts: Parts): string | undefined {
  return linkText(rulesetText(parts)).diagnostics.find(({ code }) => code === 'cycle')?.data['path'];
}

describe('what is left over is an error', () => {
  test.each<[text: string, code: string]>([
    ['率＝甲÷乙5', 'left-over'],
    ['率＝甲÷乙哈', 'left-over'],
    ['率＝（甲÷乙））×100%', 'unbalanced-bracket'],
    ['率＝甲÷乙 人数', 'left-over'],
  ])('in the formula %s', (formula, code) => {
    expect(codes({ rows: [row(formula)] })).toContain(code);
  });

  test('and has its words and its place', () => {
    const text = rulesetText({ rows: [row('率＝甲÷乙哈哈')] });
    const [found] = linkText(text).diagnostics.filter(({ code }) => code === 'left-over');
    expect(found && [text.slice(found.span.start, found.span.end), found.data['text']]).toEqual(['哈哈', '哈哈']);
  });

  test.each(['5 6', '5分6', '5万元', '5%', '5哈'])('in the 分值 %s', (weight) => {
    expect(codes({ rows: [ratioRow(GOOD, '', weight)] })).toContain('weight-not-constant');
  });

  test('in a 范围', () => {
    const fields = '甲: 万元, 乙: { 单位: 万元, 范围: ≥0哈哈 }';
    expect(codes({ fields, rows: [ratioRow(GOOD)] })).toContain('bad-range');
  });

  test('in a 容差', () => {
    expect(codes({ rows: [ratioRow(GOOD)], checks: ['式: 甲＝乙, 容差: 1万元左右'] })).toContain('left-over');
  });
});

describe('a name is declared once', () => {
  test.each<[what: string, parts: Parts, code: string]>([
    [
      'two formulas, other widths',
      { rows: [row('率（一）＝甲÷乙', '一'), row('率(一)＝甲÷乙', '二')] },
      'duplicate-name',
    ],
    ['a parameter over a field', { parameters: '甲: 5', rows: [ratioRow(GOOD)] }, 'duplicate-name'],
    ['a parameter over a formula', { parameters: '率: 5', rows: [ratioRow(GOOD)] }, 'duplicate-name'],
    [
      'two indicators, other quotes',
      { rows: [row('率＝甲÷乙', '“三公”'), row('丁＝甲÷乙', `'"三公"'`).replaceAll('率', '丁')] },
      'duplicate-indicator',
    ],
  ])('%s', (_what, parts, code) => {
    expect(codes(parts)).toContain(code);
  });
});

describe('a circle', () => {
  test.each<[what: string, parts: Parts, path: string]>([
    ['of two formulas', { rows: [row('子＝丑×2', '一'), row('丑＝子×2', '二')] }, '子 → 丑 → 子'],
    ['of three', { rows: [row('子＝丑×2', '一'), row('丑＝寅×2', '二'), row('寅＝子', '三')] }, '子 → 丑 → 寅 → 子'],
    ['of a formula with itself', { rows: [row('率＝率÷乙')] }, '率 → 率'],
    ['of parameters', { parameters: '一线: 二线×2, 二线: 一线÷2', rows: [ratioRow(GOOD)] }, '一线 → 二线 → 一线'],
  ])('%s is named in the order it runs', (_what, parts, path) => {
    expect(pathOf(parts)).toBe(path);
  });
});

test('what uses a formula with a fault is not blamed for it', () => {
  expect(codes({ rows: [row('率＝甲÷丁丁×100%'), row('率＝甲', '二').replace('率＝甲', '另＝率×2')] })).toEqual([
    'unknown-name',
  ]);
  expect(codes({ rows: [row('率＝率÷乙')] })).toEqual(['cycle']);
});

describe('parameters', () => {
  const rows = [ratioRow('率≥100%，计满分；率＜100%不得分', '', '满')];

  test('use each other in any order, also for a 分值', () => {
    expect(first(scoreSmall({ parameters: '满: 半×2, 半: 2', rows }, '甲: 1, 乙: 1'))).toBe('scored 4');
  });

  test('do not take a figure of another unit', () => {
    expect(codes({ parameters: '界: { 值: 5万元, 单位: 人 }', rows: [ratioRow(GOOD)] })).toContain('unit-mismatch');
  });

  test('take a bare 比率 as a plain number', () => {
    const parts: Parts = {
      parameters: '界: { 值: 0.9, 单位: 比率 }',
      rows: [ratioRow('率≥界，计满分；率＜界不得分')],
    };
    expect([first(scoreSmall(parts, '甲: 9, 乙: 10')), first(scoreSmall(parts, '甲: 8.9, 乙: 10'))]).toEqual([
      'scored 5',
      'scored 0',
    ]);
  });
});

describe('the 分值 of a heading', () => {
  const heading = (weight: string): Parts => ({
    parameters: '满: 5',
    rows: [`指标: 一级, 分值: ${weight}, 下级: [{ ${ratioRow(GOOD)} }]`],
  });

  test.each<[weight: string, codes: readonly string[]]>([
    ['５', []],
    ['5分', []],
    ['满', []],
    ['满×2', ['weight-mismatch']],
    ['5万元', ['weight-not-constant']],
    ['5 6', ['weight-not-constant']],
  ])('%s over 5: %j', (weight, expected) => {
    expect(codes(heading(weight))).toEqual(expected);
  });

  test('is not doubled by another heading of its name', () => {
    const group = (name: string): string =>
      `指标: 一级, 下级: [{ ${row(`${name}＝甲÷乙`, name).replaceAll('率', name)} }]`;
    const { ruleset } = linkText(rulesetText({ rows: [group('子'), group('丑')] }));
    expect(ruleset.groups.map(({ weight, members }) => [weight.numerator, members])).toEqual([
      [5n, [0]],
      [5n, [1]],
    ]);
  });
});

describe('a tolerance', () => {
  test.each<[check: string, figures: string, holds: boolean]>([
    ['式: 甲＝乙, 容差: 宽×2', '甲: 1.02, 乙: 1', true],
    ['式: 甲＝乙, 容差: 宽', '甲: 1.02, 乙: 1', false],
    ['式: 甲＝乙, 容差: 0.02', '甲: 1.02, 乙: 1', true],
    ['式: 甲＝乙, 容差: 0.02', '甲: 1.03, 乙: 1', false],
    ['式: 甲<=乙, 容差: 0.02', '甲: 1.02, 乙: 1', true],
    ['式: 甲不超过乙, 容差: 0.02', '甲: 1.02, 乙: 1', true],
    ['式: 甲≥乙, 容差: 200元', '甲: 0.98, 乙: 1', true],
    ['式: 甲≥乙, 容差: 200元', '甲: 0.97, 乙: 1', false],
  ])('%s, with %s: %s', (check, figures, holds) => {
    const result = scoreSmall({ parameters: '宽: 100元', rows: [ratioRow(GOOD)], checks: [check] }, figures);
    expect(result.checks.map((one) => one.holds)).toEqual([holds]);
  });

  test('is not below 0', () => {
    const parts = { parameters: '宽: 100元', rows: [ratioRow(GOOD)] };
    expect(codes({ ...parts, checks: ['式: 甲＝乙, 容差: -1万元'] })).toEqual(['tolerance-negative']);
    expect(codes({ ...parts, checks: ['式: 甲＝乙, 容差: 0元－宽'] })).toEqual(['tolerance-negative']);
  });

  test('is shown as computed', () => {
    const parts = { parameters: '宽: 100元', rows: [ratioRow(GOOD)], checks: ['式: 甲＝乙, 容差: 宽×2'] };
    expect(scoreSmall(parts, '甲: 1, 乙: 1').checks[0]?.tolerance?.shown).toBe('0.02万元');
  });
});
