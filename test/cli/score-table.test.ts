/**
 * The score sheet on the screen, as a clerk reads it.
 */
import { describe, expect, test } from 'vitest';
import { scoreTable } from '../../cli/score-table.ts';
import { PLAIN } from '../../cli/terminal.ts';
import type { FiledDiagnostic, ScoreResult } from '../../engine/index.ts';
import { FAILED, figure, indicator, points, resultOf, unscored } from './sample.ts';

function shown(result: ScoreResult, lang: 'zh' | 'en' = 'zh', findings: readonly FiledDiagnostic[] = []): string {
  const fillIn = { file: 'u.yaml', lines: [] };
  return scoreTable(result, { findings, remarks: [], alerts: [], fillIn }, new Map(), lang, PLAIN);
}

describe('the sheet', () => {
  test('stands by groups with their sums, figures under figures, the total below', () => {
    const result = resultOf([
      indicator('预算完成率', {
        value: figure(points(17197, 21981), '%', '78.24%'),
        points: points(0),
        clause: '每低于5%扣2分，扣完为止',
      }),
      indicator('预算调整率', { points: points(5, 2), clause: '10%—20%（含），计2.5分', origin: 'assumed' }),
      indicator('满意度', { path: ['效果'], points: points(16, 3) }),
    ]);
    expect(shown(result)).toBe(
      [
        '评分标准 · 2020年度 · 第1版 · 草案',
        '单位：某中心',
        '',
        '指标              分值    数值   得分  判定依据',
        '──────────────────────────────────────────────────────────────',
        '过程                10           8',
        '  预算执行          10           8',
        '    预算完成率       5  78.24%   0     每低于5%扣2分，扣完为止',
        '    预算调整率 ※     5           2.5   10%—20%（含），计2.5分',
        '效果                10           8',
        '  满意度             5          ≈5.33',
        '──────────────────────────────────────────────────────────────',
        '总分                10           8',
        '',
        '总分：8分（满分10分）',
        '※ 评分标准是假定的，使用前请核实',
        '',
        '规则集 sample 2020，第1版，指纹 abc，引擎 0.1.0',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['missing', '缺数据：编制数（人）、评定“制度完整”（是或否）'],
    ['open', '读法未定：不计：3分、按比例：2.4分'],
    ['gap', '标准有空档'],
    ['overlap', '标准有重叠'],
    ['not-applicable', '不适用'],
    ['division-by-zero', '除数为零'],
    ['error', '标准有误'],
  ] as const)('says why an indicator is unscored: %s', (status, reason) => {
    const needs = [
      { kind: 'field', name: '编制数', expects: '人', at: ['数据', '编制数'] },
      { kind: 'phrase', name: '制度完整', expects: '是或否', at: ['评定', '制度', '制度完整'] },
    ] as const;
    const carried = { low: points(0), high: points(0) };
    const outcomes = [
      { reading: '不计', points: points(3), carried },
      { reading: '按比例', points: points(12, 5), carried },
    ];
    const item = unscored('在职人员控制率', {
      status,
      needs: status === 'missing' ? needs : [],
      trace: status === 'open' ? [{ kind: 'readings', outcomes }] : [],
    });
    const total = { weight: points(5), points: undefined, low: points(0), high: points(5), dropped: points(0) };
    const lines = shown(resultOf([item], { total })).split('\n');
    expect(lines.find((line) => line.includes('在职人员控制率'))).toMatch(new RegExp(`5 +0—5 +${reason}$`));
    expect(lines).toContain('总分：0—5分（满分5分）');
    expect(lines).toContain('1项指标未评，总分为可能的最低分至最高分');
  });

  test('gives the grade with the distance to its lower limit and to the next', () => {
    const grade = {
      low: '良',
      high: '良',
      above: { threshold: points(80), distance: points(3, 2) },
      next: { label: '优', threshold: points(90), distance: points(17, 2) },
    };
    expect(shown(resultOf([], { grade }))).toContain('等次：良（80分起，高出1.5分；距“优”（90分起）还差8.5分）\n');
  });

  test('gives the grade as a range where the total is one', () => {
    const grade = { low: '良', high: '优', above: undefined, next: undefined };
    expect(shown(resultOf([], { grade }))).toContain('等次：“良”至“优”，待补齐后确定\n');
  });

  test('shows the cross-checks that fail with both sides, and counts the others', () => {
    const holds = { ...FAILED, holds: true };
    const needs = [{ kind: 'field', name: '支出合计', expects: '万元', at: ['数据', '支出合计'] }] as const;
    const notRun = { ...FAILED, text: '甲＝乙', note: undefined, holds: undefined, needs };
    expect(shown(resultOf([], { checks: [holds, FAILED, notRun] }))).toContain(
      [
        '勾稽：1项相符，1项不符，1项因缺少数据未核对',
        '· 基本支出＋项目支出＝支出合计：左边171.93万元，右边171.97万元，相差0.04万元（年度支出和结余情况表）',
        '· 甲＝乙：缺少支出合计（万元）',
        '',
      ].join('\n'),
    );
  });

  test('lists findings on the unit, each with its place', () => {
    const finding: FiledDiagnostic = {
      code: 'draft-used',
      severity: 'info',
      file: 'u.yaml',
      span: { start: 0, end: 1 },
      data: { year: '2021' },
      fixes: [],
    };
    const listed = shown(resultOf([]), 'zh', [finding]);
    expect(listed).toContain('发现\n· 提示：规则集2021年度尚未发布，按草案计分 [u.yaml]\n');
  });

  test('holds no word of Chinese of its own in English', () => {
    const grade = {
      low: 'B',
      high: 'B',
      above: { threshold: points(80), distance: points(1) },
      next: { label: 'A', threshold: points(90), distance: points(9) },
    };
    const ruleset = { family: 'f', fiscalYear: 2020, edition: 1, hash: 'h', title: 'T', status: '已废止' };
    const items = [indicator('a', { path: [], origin: 'assumed' }), unscored('b', { path: [], status: 'missing' })];
    const check = {
      ...FAILED,
      text: 'x = y',
      note: undefined,
      left: undefined,
      right: undefined,
      difference: undefined,
    };
    const unit = { name: 'u', fiscalYear: 2020 };
    const text = shown(resultOf(items, { grade, ruleset, checks: [check], unit }), 'en');
    expect(text).not.toMatch(/[\p{Script=Han}，。：；（）]/u);
    expect(text).toContain('Grade: B (from 80, 1 above it; 9 short of “A” (from 90))');
  });
});
