/** What is proved of a whole ruleset: the way points go, what is never used, cross-checks, and the units that show findings. */
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../dsl/index.ts';
import { applyEdits } from '../../engine/files/locate.ts';
import { prove } from '../../engine/prove/prove.ts';
import { linkText, type Parts, ratioRow, rulesetText as fileOf, scoreTexts } from './small.ts';

/** A small ruleset whose grades fit any weight. */
function rulesetText(parts: Parts): string {
  return fileOf({ grades: '3（含）—10分为优；3分以下为差', ...parts });
}

/** What is found in a small ruleset, as `code: place`, but for conventions. */
function found(text: string): readonly Diagnostic[] {
  return prove(linkText(text)).diagnostics.filter(
    ({ code }) => !['boundary-by-convention', 'unused-field'].includes(code),
  );
}

function brief(parts: Parts): readonly string[] {
  const text = rulesetText(parts);
  return found(text).map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
}

const ladder = (standard: string, way = ''): Parts => ({
  rows: [ratioRow(standard, way === '' ? '' : `方向: ${way}`)],
});

describe('the way points go', () => {
  test.each<[what: string, parts: Parts, expected: readonly string[]]>([
    [
      'against 越高越好',
      ladder('率≥95%得4分；80%≤率＜95%得5分；率＜80%得3分', '越高越好'),
      ['direction-broken: 率≥95%得4分'],
    ],
    [
      'against 越低越好, a sentence that rewards more',
      ladder('率≥95%得5分；80%≤率＜95%得3.5分；率＜80%得3分', '越低越好'),
      ['direction-broken: 80%≤率＜95%得3.5分'],
    ],
    [
      'down and up again without a 方向',
      ladder('率≥95%得5分；80%≤率＜95%得3分；70%≤率＜80%得4分；率＜70%得3分'),
      ['direction-turns: 80%≤率＜95%得3分'],
    ],
    ['as it should', ladder('率≥95%得5分；80%≤率＜95%得4分；率＜80%得3分', '越高越好'), []],
    ['up to a middle and down', ladder('95%≤率≤105%得5分；其余得3分', '适中'), []],
    [
      'up to a middle and down, though more should be better',
      ladder('95%≤率≤105%得5分；其余得3分', '越高越好'),
      ['direction-broken: 其余得3分'],
    ],
    ['by steps in both directions', ladder('100%计满分，每高于或低于3%扣1分（不足3%的不计），扣完为止', '适中'), []],
    [
      'up along a line and then down',
      ladder('率≤100%，得分＝率×5分；率＞100%得4分', '越高越好'),
      ['direction-broken: 率＞100%得4分'],
    ],
    ['nowhere, as 0 caps what a line would give below', ladder('得分＝率×分值，满分为止', '越高越好'), []],
  ])('%s', (_what, parts, expected) => {
    expect(brief(parts).filter((line) => !line.startsWith('cliff'))).toEqual(expected);
  });

  test('is not broken by values no unit has: what is left over is never more than there was', () => {
    const standard = '率≤100%得5分；率＞100%得3分';
    const row = (formula: string): Parts => ({
      rows: [`指标: 甲乙, 分值: 5, 公式: ${formula}, 评分标准: '${standard}', 方向: 越高越好`],
      fields: '支出: 万元, 结余: 万元',
    });
    expect(brief(row('率＝支出÷结余×100%'))).toEqual(['direction-broken: 率＞100%得3分']);
    expect(brief(row('率＝支出÷（支出＋结余）×100%'))).toEqual(['dead-clause: 率＞100%得3分']);
  });

  test('is mended by exchanging awards where that does it', () => {
    for (const parts of [
      ladder('率≥95%得4分；80%≤率＜95%得5分；率＜80%得3分', '越高越好'),
      ladder('率≥95%得5分；80%≤率＜95%得3分；70%≤率＜80%得4分；率＜70%得2.6分'),
    ]) {
      const text = rulesetText(parts);
      const [{ fixes: [fix] } = expect.unreachable()] = found(text);
      expect(found(applyEdits(text, fix?.edits ?? []) ?? '')).toEqual([]);
    }
  });

  test('jumps by half the weight are cliffs, smaller ones and those of counts are not', () => {
    expect(brief(ladder('率≥95%得5分；率＜95%得2分'))).toEqual(['cliff: 率≥95%得5分']);
    expect(brief(ladder('率≥95%得5分；率＜95%得3分'))).toEqual([]);
    const count = "指标: 甲乙, 分值: 5, 量: { 违规数: 例 }, 评分标准: '违规数＝0得5分；违规数≥1得0分'";
    expect(brief({ rows: [count] })).toEqual([]);
  });
});

describe('what nothing uses', () => {
  test('is a field in no formula, standard or check, and a parameter in no number', () => {
    const parts: Parts = {
      fields: '甲: 万元, 乙: 万元, 核对: 万元, 空闲: 万元',
      parameters: '满: 5, 线: 95%, 闲: 3',
      rows: [ratioRow('率≥线得5分；率＜线得3分', '', '满')],
      checks: ['式: 核对＝甲＋乙'],
    };
    const text = rulesetText(parts);
    const unused = prove(linkText(text)).diagnostics.filter(({ code }) => code.startsWith('unused'));
    expect(unused.map(({ code, data }) => `${code} ${data['name'] ?? ''}`)).toEqual([
      'unused-field 空闲',
      'unused-parameter 闲',
    ]);
  });
});

describe('cross-checks', () => {
  const checks = (...all: readonly string[]): readonly string[] =>
    brief({
      fields: '甲: 万元, 乙: 万元, 丙: 万元, 丁: { 单位: 万元, 范围: 不限 }',
      rows: [ratioRow('率≥95%得5分；率＜95%得3分')],
      checks: all.map((check) => `式: ${check}`),
    });

  test.each<[checks: readonly string[], expected: readonly string[]]>([
    [['甲＝乙＋丙', '乙＝甲－丙'], []],
    [['甲＞乙', '乙＞甲＋丙'], ['checks-contradict: 乙＞甲＋丙']],
    [['甲＞乙', '乙＞丙', '丙＞甲'], ['checks-contradict: 丙＞甲']],
    [['甲＞乙＋丁', '乙＞丙', '丙＞甲'], []],
    [['甲＋乙＜0万元'], ['check-never-holds: 甲＋乙＜0万元']],
    [['甲＋乙≥0万元'], ['check-always-holds: 甲＋乙≥0万元']],
    [['甲＋丁≥0万元'], []],
  ])('%j', (all, expected) => {
    expect(checks(...all)).toEqual(expected);
  });

  test('are held together within their tolerance, not beyond it', () => {
    const within = (tolerance: string): readonly string[] =>
      brief({
        fields: '甲: 万元, 乙: 万元',
        rows: [ratioRow('率≥95%得5分；率＜95%得3分')],
        checks: [`式: 甲＝乙, 容差: ${tolerance}`, '式: 甲≥乙＋1万元'],
      });
    expect(within('1万元')).toEqual([]);
    expect(within('0.99万元')).toEqual(['checks-contradict: 甲≥乙＋1万元']);
  });
});

describe('measures that share figures', () => {
  const two = (second: string, standard: string): Parts => ({
    fields: '支出: 万元, 预算: 万元, 结余: 万元',
    rows: [`指标: 甲乙, 分值: 10, 公式: [执行率＝支出÷预算×100%, ${second}], 评分标准: '${standard}'`],
  });
  const standard = '执行率≥90%且剩余率≤10%得10分；执行率＜90%且剩余率＞10%得6分';

  test('are taken as they hang together: what is spent is not left', () => {
    expect(brief(two('剩余率＝（预算－支出）÷预算×100%', standard))).toEqual([]);
    const apart = brief(two('剩余率＝结余÷预算×100%', standard));
    expect(apart).toEqual(['gap: 执行率＜90%且剩余率＞10%']);
  });

  test('leave clauses dead that each would allow', () => {
    const dead = '执行率≥90%且剩余率≤10%得10分；执行率≥90%且剩余率＞20%得8分；否则得6分';
    expect(brief(two('剩余率＝（预算－支出）÷预算×100%', dead))).toEqual(['dead-clause: 执行率≥90%且剩余率＞20%得8分']);
    expect(brief(two('剩余率＝结余÷预算×100%', dead))).toEqual([]);
  });
});

describe('a gap that no unit falls into', () => {
  const share = (formula: string): Parts => ({
    fields: '支出: 万元, 结余: 万元',
    rows: [`指标: 甲乙, 分值: 5, 公式: 率＝${formula}×100%, 评分标准: '90%（含）—100%（含）得5分；0%（含）—90%得3分'`],
  });

  test('is none: a share of a whole is between nothing and the whole', () => {
    expect(brief(share('支出÷（支出＋结余）'))).toEqual([]);
    expect(brief(share('支出÷结余')).map((line) => line.split(':')[0])).toEqual(['gap']);
  });
});

describe('the unit that shows a finding', () => {
  test.each<[parts: Parts, status: string]>([
    [ladder('率≥95%得5分；率＜80%得3分'), 'gap'],
    [{ ...ladder('率≥95%得5分；率≤95%得3分') }, 'overlap'],
    [
      {
        rows: [
          `指标: 甲乙, 分值: 5, 公式: 率＝甲÷乙×100%, 条件: { 没有新建项目: 是非 }, 评分标准: '率≤100%计满分；率＞110%不得分。没有新建项目的按满分计算'`,
        ],
      },
      'gap',
    ],
    [
      {
        rows: [
          "指标: 甲乙, 分值: 6, 公式: 率＝甲÷乙×100%, 评分标准: '①率≥95%得3分，率＜90%得1分；②制度健全，3分', 清单: [制度健全]",
        ],
      },
      'gap',
    ],
  ])('has that status when it is scored', (parts, status) => {
    const text = rulesetText(parts);
    const finding = linkText(text).diagnostics.find(({ code }) => code === status) ?? expect.unreachable(text);
    const example = finding.data['example'] ?? expect.unreachable('an example');
    // An overlap is an error; it is scored all the same to see that it is one.
    const result = scoreTexts(
      text,
      `单位: 某单位\n家族: small\n年度: 2020\n${example.replace(', 评定:', '\n评定:')}\n`,
    );
    expect(result.indicators.map((one) => one.status)).toEqual([status]);
  });
});

describe('a waiver of what is proved', () => {
  const parts = (waiver: string): string =>
    rulesetText(ladder('率≥95%得5分；率＜95%得2分')).replace(
      '分值: 5,',
      `分值: 5, 豁免: [{ 码: ${waiver}, 理由: 原文如此 }],`,
    );

  test('is heard where it is proved, and missed nowhere else', () => {
    expect(linkText(parts('cliff')).diagnostics.map(({ code }) => code)).not.toContain('unused-waiver');
    const { diagnostics, waived } = prove(linkText(parts('cliff')));
    expect(waived.map(({ diagnostic, reason }) => `${diagnostic.code} ${reason}`)).toEqual(['cliff 原文如此']);
    expect(diagnostics.map(({ code }) => code)).not.toContain('cliff');
  });

  test('is unused where nothing is found', () => {
    expect(prove(linkText(parts('direction-turns'))).diagnostics.map(({ code }) => code)).toContain('unused-waiver');
  });
});
