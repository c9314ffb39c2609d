/**
 * The founding report scored: every value, every point and every paragraph, as worked out by hand from the report and its findings.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import { explain } from '../../engine/score/explain.ts';
import { gradeText } from '../../engine/score/json.ts';
import { textOf } from '../../engine/files/messages.ts';
import { briefly, linkText, rulesetsFile, scoreTexts } from './small.ts';

const RULESET = rulesetsFile('xiangxi-department/2020.yaml');
const UNIT = rulesetsFile('xiangxi-department/units/2020/investment-promotion-center.yaml');
const report = scoreTexts(RULESET, UNIT);

describe('the founding report', () => {
  test('is scored without a complaint about its ruleset', () => {
    const { diagnostics } = linkText(RULESET);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each([
    ['在职人员控制率', '2/3', '66.67%'],
    ['“三公经费”变动率', '0', '0%'],
    ['预算完成率', '17197/21981', '78.24%'],
    ['预算调整率', '1058/8507', '12.44%'],
    ['公用经费控制率', '94/727', '12.93%'],
    ['“三公经费”控制率', '74/75', '98.67%'],
    ['政府采购执行率', '1', '100%'],
    ['资金使用合规性', '0', '0例'],
    ['固定资产利用率', '1', '100%'],
    ['重点工作实际完成率', '1', '100%'],
    ['社会公众或服务对象满意度', '0.961', '96.1%'],
  ])('has for %s the exact value %s, shown as %s', (name, exact, shown) => {
    const { value } = report.indicators.find((one) => one.name === name)!;
    expect([value && toExactText(value.exact), value?.shown]).toEqual([exact, shown]);
  });

  test('has for everything judged no value', () => {
    expect(report.indicators.filter(({ value }) => value === undefined)).toHaveLength(10);
  });

  test('is explained in the paragraphs of founding-report.golden.txt', () => {
    const golden = readFileSync(new URL('founding-report.golden.txt', import.meta.url), 'utf8');
    const paragraphs = report.indicators.map(
      (one) => `# ${one.name}（${toExactText(one.weight)}分）\n${explain(one, 'zh')}\n`,
    );
    expect(paragraphs.join('\n')).toBe(golden);
  });

  test('has full points for everything but 预算完成率, which has none, and 预算调整率, which has 3 of 5', () => {
    const less = report.indicators.filter((one) => briefly(one) !== `scored ${toExactText(one.weight)}`);
    expect(less.map((one) => `${one.name} ${briefly(one)}`)).toEqual(['预算完成率 scored 0', '预算调整率 scored 3']);
  });

  test('comes to 13 + 54 + 26 = 93, 优, 3 above the threshold, with nothing better to reach', () => {
    const heads = report.groups.filter(({ path }) => path.length === 0);
    expect(heads.map(({ name, points, weight }) => `${name} ${toExactText(points!)}/${toExactText(weight)}`)).toEqual([
      '投入 13/13',
      '过程 54/61',
      '产出及效率 26/26',
    ]);
    expect(toExactText(report.total.points!)).toBe('93');
    expect(gradeText(report.grade)).toBe('优');
    expect([report.grade?.above?.threshold, report.grade?.above?.distance].map((each) => toExactText(each!))).toEqual([
      '90',
      '3',
    ]);
    expect(report.grade?.next).toBeUndefined();
  });

  test('fails three cross-checks of twelve, with both sides and the difference', () => {
    const failing = report.checks.filter(({ holds }) => holds === false);
    expect(failing.map(({ left, right, difference }) => [left, right, difference].map((each) => each?.shown))).toEqual([
      ['171.97万元', '171.93万元', '0.04万元'],
      ['113.59万元', '113.71万元', '-0.12万元'],
      ['10.58万元', '10.59万元', '-0.01万元'],
    ]);
    expect(report.checks.filter(({ holds }) => holds === true)).toHaveLength(9);
  });

  test('says of five figures that they stand in it twice, with different values', () => {
    const twice = report.diagnostics.filter(({ code }) => code === 'figures-differ');
    expect(twice.map(({ code, data }) => `${code} ${data['name'] ?? ''}`)).toEqual([
      'figures-differ 编制数',
      'figures-differ 预算调整数',
      'figures-differ 上年结转和结余',
      'figures-differ 项目支出',
      'figures-differ 实际支出公用经费总额',
    ]);
  });

  test('claims a ratio, points and a weight of its own for 预算调整率, and so a wrong sum and a wrong total', () => {
    const others = report.diagnostics.filter(({ code }) => code !== 'figures-differ');
    expect(others.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual([
      '自评“过程”得分55分，应为54分',
      '自评“预算调整率”比率12.43%，应为12.44%',
      '自评“预算调整率”得分4分，应为3分',
      '自评“预算调整率”满分4分，应为5分',
      '自评“总分”94分，应为93分',
    ]);
  });

  test.each(['不计', '按一档计', '按比例'])('has 0 points for 预算完成率 where part steps are read as %s', (choice) => {
    expect(budgetUse(RULESET.replace('不足一步: 不计', `不足一步: ${choice}`))).toContain('得0分。');
  });

  test('has 0 points for 预算完成率 and says that three readings agree where none is chosen', () => {
    const paragraph = budgetUse(RULESET.replace('读法: { 不足一步: 不计 }', ''));
    expect(paragraph).toContain('三种读法结果一致，得0分。');
  });
});

function budgetUse(ruleset: string): string {
  return explain(
    scoreTexts(ruleset, UNIT).indicators.find(({ name }) => name === '预算完成率')!,
    'zh',
  );
}

describe('the unit of 2021', () => {
  const other = scoreTexts(
    rulesetsFile('xiangxi-department/2021.yaml'),
    rulesetsFile('xiangxi-department/units/2021/fictional-culture-center.yaml'),
  );

  test('is scored whole by its own year’s ruleset', () => {
    expect(other.indicators.filter(({ status }) => status !== 'scored').map(briefly)).toEqual([]);
    expect(other.ruleset.fiscalYear).toBe(2021);
  });

  test('has points for a net reduction, for which the ruleset of 2020 has none', () => {
    const before = scoreTexts(RULESET, UNIT.replace('值: 10.58', '值: -10.58'));
    const [gap, points] = [before, other].map(({ indicators }) =>
      briefly(indicators.find(({ name }) => name === '预算调整率')!),
    );
    expect([gap, points]).toEqual(['gap 0…5', 'scored 5']);
  });
});

describe('the founding report with nothing filled in', () => {
  const empty = scoreTexts(RULESET, `${UNIT.slice(0, UNIT.indexOf('数据:'))}数据: {}\n`);

  test('can have any total from 0 to 100, and is given no grade', () => {
    expect([empty.total.points, toExactText(empty.total.low), toExactText(empty.total.high!)]).toEqual([
      undefined,
      '0',
      '100',
    ]);
    expect(gradeText(empty.grade)).toBe('差—优');
    expect([empty.grade?.above, empty.grade?.next]).toEqual([undefined, undefined]);
  });

  test('names for every indicator what it lacks', () => {
    expect(empty.indicators.filter(({ status, needs }) => status !== 'missing' || needs.length === 0)).toEqual([]);
  });

  test('runs no cross-check, and calls none failed', () => {
    expect(empty.checks.filter(({ holds, needs }) => holds !== undefined || needs.length === 0)).toEqual([]);
  });
});
