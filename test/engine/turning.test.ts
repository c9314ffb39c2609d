/** What would change an indicator's points: places along its measure, single inputs, and a unit with another figure. */
import { describe, expect, test } from 'vitest';
import { factText, toExactText } from '../../dsl/index.ts';
import {
  curves,
  improvementsOf,
  inputsOf,
  loadUnit,
  openRuleset,
  score,
  turnsAround,
  withChanges,
} from '../../engine/index.ts';

const HEAD = '标题: 试\n家族: shi\n年度: 2024\n版次: 1\n状态: 草案\n';

/** One indicator of ten points under a unit's figures. */
function at(sentence: string, figures: string, more = '') {
  const ruleset = openRuleset(
    `${HEAD}数据:\n  甲: { 单位: 万元, 别名: [甲数] }\n  乙: { 单位: 万元 }\n指标:\n  - 指标: 完成率\n    分值: 10\n    公式: 完成率＝甲÷乙×100%\n    评分标准: ${sentence}\n${more}`,
    'shi.yaml',
  ).linked?.ruleset;
  const { unit } = loadUnit(`单位: 某局\n家族: shi\n年度: 2024\n${figures}\n`, '某局.yaml');
  const [indicator] = ruleset?.indicators ?? [];
  if (ruleset === undefined || unit === undefined || indicator === undefined) throw new Error('whole files');
  return { ruleset, unit, indicator, curve: curves(ruleset, unit)(indicator) };
}

const STEPS = '100%计满分，每低于10%扣3分（不足10%的不计），扣完为止';

describe('along the measure', () => {
  test.each([
    [STEPS, '数据: { 甲: 75, 乙: 100 }', 'up ＞4/5 7', 'down ≤7/10 1'],
    [STEPS, '数据: { 甲: 100, 乙: 100 }', '', 'down ≤9/10 7'],
    ['低于60%计10分；60%（含）以上计2分', '数据: { 甲: 80, 乙: 100 }', 'down ＜3/5 10', ''],
    ['得分＝完成率×分值，满分为止', '数据: { 甲: 40, 乙: 100 }', 'up ≥1 10 /10', 'down ≥0 0 /10'],
  ])('%s with %s', (sentence, figures, better, worse) => {
    const { curve } = at(sentence, figures);
    if (curve === undefined) throw new Error('it has a curve');
    const text = (turn: ReturnType<typeof turnsAround>['better']): string => {
      if (turn === undefined) return '';
      const sign = turn.closed ? (turn.way === 'up' || turn.slope ? '≥' : '≤') : turn.way === 'up' ? '＞' : '＜';
      const slope = turn.slope === undefined ? '' : ` /${toExactText(turn.slope)}`;
      const place = `${String(turn.at.numerator)}${turn.at.denominator === 1n ? '' : `/${String(turn.at.denominator)}`}`;
      return `${turn.way} ${sign}${place} ${toExactText(turn.points)}${slope}`;
    };
    const around = turnsAround(curve);
    expect([text(around.better), text(around.worse)]).toEqual([better, worse]);
  });
});

describe('one input alone', () => {
  test('is given the nearest figure one can write that scores more, above an open end', () => {
    const { ruleset, unit, indicator, curve } = at(STEPS, '数据: { 甲数: 75, 乙: 100 }');
    const found = improvementsOf(ruleset, unit, indicator, curve).map(
      ({ input, value, points }) => `${input.at.join('/')} ${factText(value, input.measure)} ${toExactText(points)}`,
    );
    expect(found).toEqual(['数据/甲数 80.01 7', '数据/乙 93.74 7']);
  });

  test('that is an answer is turned, and nothing is said of what is full already', () => {
    const list = '①有制度，4分；②有台账，6分';
    const more = '    清单: [有制度, 有台账]\n';
    const { ruleset, unit, indicator, curve } = at(list, '评定: { 完成率: { 有制度: 是, 有台账: 否 } }', more);
    const found = improvementsOf(ruleset, unit, indicator, curve);
    expect(found.map(({ input, value, points }) => [input.at, value, toExactText(points)])).toEqual([
      [['评定', '完成率', '有台账'], true, '10'],
    ]);
  });
});

describe('a unit with another figure', () => {
  test('is scored by it, whether it had the figure once, in several places, or not at all; the unit itself stays', () => {
    for (const figures of [
      '数据: { 甲: 1, 乙: 100 }',
      '数据: { 甲: [{ 值: 1, 处: 表一 }, { 值: 2, 处: 表二 }], 乙: 100 }',
      '数据: { 乙: 100 }',
    ]) {
      const { ruleset, unit, indicator } = at(STEPS, figures);
      const input = inputsOf(ruleset, unit, indicator).find(({ at: keys }) => keys[1] === '甲');
      if (input === undefined) throw new Error('甲 is an input');
      const points = score(ruleset, withChanges(unit, [{ input, text: '91' }])).indicators[0]?.points;
      expect(points && toExactText(points)).toBe('10');
      expect(score(ruleset, unit).indicators[0]?.points?.numerator).not.toBe(10n);
    }
  });

  test('may have an answer nobody gave', () => {
    const { ruleset, unit, indicator } = at('①有制度，4分；②有台账，6分', '评定: {}', '    清单: [有制度, 有台账]\n');
    const changes = inputsOf(ruleset, unit, indicator).map((input) => ({ input, text: '是' }));
    expect(changes.map(({ input }) => input.at.join('/'))).toEqual(['评定/完成率/有制度', '评定/完成率/有台账']);
    const points = score(ruleset, withChanges(unit, changes)).indicators[0]?.points;
    expect(points && toExactText(points)).toBe('10');
  });
});
