/**
 * Totals: what does not apply drops out and the rest is scaled up, bonuses go beyond the weights as far as their caps, and all of it
 * holds at both ends of a range.
 */
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import type { ScoreResult } from '../../engine/values/result.ts';
import { type Parts, linkText, rulesetText, scoreSmall, totalOf } from './small.ts';

/** A row that gives as many points as the field 点数 of its name says. */
function row(name: string, weight: string, more = ''): string {
  return `指标: ${name}, 分值: ${weight}, 量: [${name}数], 评分标准: '得分＝${name}数'${more}`;
}

const FIELDS = '子数: 分, 丑数: 分, 寅数: 分, 卯数: 分';
const DROP = '读法: { 不适用: 剔除并折算 }';

function groupsOf({ groups }: ScoreResult): readonly string[] {
  return groups.map(({ name, points, weight, low, high }) => {
    const shown = points === undefined ? `${toExactText(low)}…${toExactText(high)}` : toExactText(points);
    return `${name} ${shown}/${toExactText(weight)}`;
  });
}

describe('剔除并折算', () => {
  const nested = [
    `指标: 一, 下级: [{ ${row('子', '20')} }, { ${row('丑', '30')} }]`,
    `指标: 二, 下级: [{ ${row('寅', '50')} }]`,
  ];
  const of = (data: string): ScoreResult => scoreSmall({ rows: nested, fields: FIELDS, head: DROP }, data);

  test.each([
    ['nothing drops', '子数: 10, 丑数: 18, 寅数: 40', '68', '一 28/50；二 40/50'],
    ['one drops', '子数: 不适用, 丑数: 18, 寅数: 40', '72.5', '一 18/30；二 40/50'],
    ['a whole group drops', '子数: 10, 丑数: 20, 寅数: 不适用', '60', '一 30/50；二 0/0'],
    ['all drop but one', '子数: 不适用, 丑数: 不适用, 寅数: 40', '80', '一 0/0；二 40/50'],
    ['another figure is missing', '子数: 不适用, 丑数: 18', '22.5…85', '一 18/30；二 0…50/50'],
    ['a third stays without end', '子数: 不适用, 丑数: 1, 寅数: 1', '2.5', '一 1/30；二 1/50'],
    ['the parts do not divide', '子数: 10, 丑数: 不适用, 寅数: 1', '110/7', '一 10/20；二 1/50'],
  ])('where %s: %s gives %s', (_when, data, total, groups) => {
    const result = of(data);
    expect([totalOf(result), groupsOf(result).join('；')]).toEqual([total, groups]);
  });

  test('settles nothing where nothing is left that applies', () => {
    expect(totalOf(of('子数: 不适用, 丑数: 不适用, 寅数: 不适用'))).toBe('0…100');
  });

  test('rounds after scaling, once', () => {
    const head = `${DROP}\n总分取整: { 小数: 1, 方式: 四舍五入 }`;
    expect(totalOf(scoreSmall({ rows: nested, fields: FIELDS, head }, '子数: 10, 丑数: 不适用, 寅数: 1'))).toBe('15.7');
  });

  test('scales neither bonuses nor what is taken from the total', () => {
    const rows = [
      row('子', '40'),
      row('丑', '60'),
      row('寅', '0', ', 上限: 5'),
      "指标: 纪律, 分值: 0, 评分标准: '每被通报一次扣总分3分'",
    ];
    const given = '子数: 不适用, 丑数: 30, 寅数: 4';
    const result = scoreSmall({ rows, fields: FIELDS, head: DROP }, given, '纪律: { 被通报: 1 }');
    expect(totalOf(result)).toBe('51');
  });

  test('says in the result how much dropped', () => {
    expect(toExactText(of('子数: 不适用, 丑数: 18').total.dropped)).toBe('20');
    expect(toExactText(of('丑数: 18').total.dropped)).toBe('0');
  });
});

describe('bonuses', () => {
  const rows = [row('子', '100'), row('丑', '0', ', 上限: 5'), row('寅', '0', ', 上限: 5')];
  const total = (head: string, data: string): string => totalOf(scoreSmall({ rows, fields: FIELDS, head }, data));

  test.each([
    ['说明: 不限', '子数: 98, 丑数: 4, 寅数: 5', '107'],
    ['加分上限: 6', '子数: 98, 丑数: 4, 寅数: 5', '104'],
    ['加分上限: 6分', '子数: 98, 丑数: 1, 寅数: 2', '101'],
    ['总分上限: 100', '子数: 98, 丑数: 1, 寅数: 0.5', '99.5'],
    ['总分上限: 100', '子数: 98, 丑数: 4, 寅数: 5', '100'],
    ['总分上限: 102\n加分上限: 6', '子数: 98, 丑数: 4, 寅数: 5', '102'],
    ['加分上限: 6', '子数: 98, 丑数: 4', '102…104'],
    ['加分上限: 6', '子数: 98', '98…104'],
    ['加分上限: 6', '丑数: 4, 寅数: 5', '6…106'],
    ['总分上限: 100', '子数: 98', '98…100'],
    ['总分上限: 100', '子数: 100', '100…100'],
  ])('under %s: %s gives %s', (head, data, expected) => {
    expect(total(head, data)).toBe(expected);
  });

  test('to the total count towards both caps', () => {
    const more = [...rows, "指标: 表彰, 分值: 0, 评分标准: '每被表彰一次总分加2分'"];
    const judged = (head: string, answer: string): string =>
      totalOf(scoreSmall({ rows: more, fields: FIELDS, head }, '子数: 90, 丑数: 0, 寅数: 3', `表彰: { ${answer} }`));
    expect(judged('加分上限: 6', '被表彰: 4')).toBe('96');
    expect(judged('加分上限: 20', '被表彰: 4')).toBe('101');
    expect(judged('说明: 不限', '')).toBe('93…');
    expect(judged('加分上限: 6', '')).toBe('93…96');
    expect(judged('总分上限: 95', '')).toBe('93…95');
  });

  test('that pass a weight count as far as they pass it', () => {
    const over: Parts = { rows: [row('子', '98'), row('丑', '2', ', 上限: 6')], fields: FIELDS };
    expect(totalOf(scoreSmall({ ...over, head: '加分上限: 3' }, '子数: 90, 丑数: 6'))).toBe('95');
    expect(totalOf(scoreSmall({ ...over, head: '加分上限: 3' }, '子数: 90, 丑数: 2'))).toBe('92');
  });

  test('reach the grade table: its totals go as far as the caps', () => {
    const codes = (head: string): readonly string[] =>
      linkText(
        rulesetText({ rows, fields: FIELDS, head, grades: '90（含）—106分为优；90分以下为差' }),
      ).diagnostics.flatMap(({ code }) => (code === 'gap' ? [code] : []));
    expect(codes('加分上限: 6')).toEqual([]);
    expect(codes('说明: 不限')).toEqual(['gap']);
  });

  test('have caps that are points', () => {
    const codes = (head: string): readonly string[] =>
      linkText(rulesetText({ rows, fields: FIELDS, head })).diagnostics.map(({ code }) => code);
    expect(codes('加分上限: 5万元')).toContain('weight-not-constant');
    expect(codes('总分上限: 许多')).toContain('weight-not-constant');
  });

  test('have caps that are part of what the ruleset means', () => {
    const hash = (head: string): string => linkText(rulesetText({ rows, fields: FIELDS, head })).ruleset.hash;
    expect(hash('加分上限: 5')).not.toBe(hash('说明: 不限'));
    expect(hash('加分上限: 5')).toBe(hash('加分上限: 5分'));
    expect(hash('总分上限: 5')).not.toBe(hash('加分上限: 5'));
  });
});
