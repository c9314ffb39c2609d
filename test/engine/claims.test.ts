/**
 * 自评 beside the score: what a unit claims is placed by name, compared exactly, and said to differ only where it does.
 */
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import { toJson } from '../../engine/score/json.ts';
import { textOf } from '../../engine/files/messages.ts';
import type { ScoreResult } from '../../engine/values/result.ts';
import { ratioRow, rulesetText, scoreTexts } from './small.ts';

const RULESET = rulesetText({
  rows: [
    `指标: 过程, 下级: [{ ${ratioRow('率≥90%计5分；率＜90%计2分')} }, { 指标: 制度, 分值: 5, 评分标准: 制度健全的计5分；否则不得分 }]`,
  ],
  grades: '6（含）—10分为优；6分以下为差',
});

/** 甲乙 is 2÷3, so 2 points; 制度 is 5; the total 7 and the grade 优. */
function claiming(claim: string, judged = '制度: { 制度健全: 是 }'): ScoreResult {
  const head = '单位: 某单位\n家族: small\n年度: 2020\n数据: { 甲: 2, 乙: 3 }\n';
  return scoreTexts(RULESET, `${head}评定: { ${judged} }\n自评: { ${claim} }\n`);
}

function findings({ diagnostics }: ScoreResult): readonly string[] {
  return diagnostics.map((diagnostic) => textOf(diagnostic, 'zh'));
}

describe('a claim', () => {
  test.each<[claim: string, differences: string]>([
    ['指标: { 甲乙: { 得分: 2 } }', '甲乙 2 0'],
    ['指标: { 甲乙: { 得分: 5分 } }', '甲乙 5 -3'],
    ['指标: { 甲乙: { 得分: １．５ } }', '甲乙 1.5 0.5'],
    ['指标: { 过程: { 得分: 7.5 } }', '过程 7.5 -0.5'],
    ['指标: { 甲乙: { 比率: 66.67% } }', '甲乙 ? ?'],
  ])('of %s stands beside the score as %s', (claim, differences) => {
    const { claims } = claiming(claim);
    const shown = claims?.lines.map(({ path, points, difference }) =>
      [path.at(-1), ...[points, difference].map((value) => (value === undefined ? '?' : toExactText(value)))].join(' '),
    );
    expect(shown).toEqual([differences]);
  });

  test.each<[claim: string, found: readonly string[]]>([
    ['指标: { 甲乙: { 得分: 2, 满分: 5, 比率: 66.67% }, 过程: { 得分: 7 } }, 总分: 7, 等次: 优', []],
    ['指标: { 甲乙: { 比率: 66.7% } }', []],
    ['指标: { 甲乙: { 比率: 0.667 } }', ['“甲乙自评比率”是比率，写的是“0.667”，没有百分号，按66.7%理解']],
    ['指标: { 甲乙: { 比率: 66.66% } }', ['自评“甲乙”比率66.66%，应为66.67%']],
    ['指标: { 甲乙: { 比率: 66% } }', ['自评“甲乙”比率66%，应为66.67%']],
    ['指标: { 甲乙: { 得分: 4, 满分: 4 } }', ['自评“甲乙”得分4分，应为2分', '自评“甲乙”满分4分，应为5分']],
    ['指标: { 过程: { 得分: 7.01 } }', ['自评“过程”得分7.01分，应为7分']],
    ['总分: 8, 等次: 差', ['自评“总分”8分，应为7分', '自评“等次”“差”，应为“优”']],
    ['等次: 良', ['自评的等次“良”不在等次表里（等次有：优、差）']],
    ['指标: { 甲甲: { 得分: 2 } }', ['自评中的“甲甲”不是本规则集的指标，没有比对，是不是想写“甲乙”？']],
    ['指标: { 社会效益: { 得分: 2 } }', ['自评中的“社会效益”不是本规则集的指标，没有比对']],
    ['指标: { 甲乙: { 得分: 两分 } }', ['“甲乙自评得分”应当是数值（分），写的是“两分”']],
  ])('of %s is found to differ: %s', (claim, found) => {
    expect(findings(claiming(claim))).toEqual(found);
  });

  test('is not said to differ from what is not settled', () => {
    const result = claiming('指标: { 制度: { 得分: 5 }, 过程: { 得分: 7 } }, 总分: 7, 等次: 优', '');
    expect(findings(result)).toEqual([]);
    expect(result.claims?.total?.difference).toBeUndefined();
  });

  test('is in the JSON beside its indicator, its heading and the total', () => {
    const claim = '指标: { 甲乙: { 得分: 5, 比率: 67% }, 过程: { 得分: 10 } }, 总分: 10, 等次: 优';
    const json: unknown = JSON.parse(JSON.stringify(toJson(claiming(claim), new Map(), 'zh')));
    expect(json).toMatchObject({
      total: { claimed: { points: '10', difference: '-3' } },
      gradeClaimed: { claimed: '优', agrees: true },
      groups: [{ claimed: { points: '10', difference: '-3', ratio: null, weight: null } }],
      indicators: [{ claimed: { points: '5', difference: '-3', ratio: '67%', weight: null } }, { claimed: null }],
    });
  });
});
