/** `jichi check` on what is not a ruleset at all, on waivers and on examples. */
import { describe, expect, test } from 'vitest';
import { house, RULESET, RULESET_PATH, UNIT, UNIT_PATH } from './house.ts';

describe('a file that cannot be read ends with 2', () => {
  test.each<[what: string, content: string | Uint8Array]>([
    ['empty', ''],
    ['blank', '\uFEFF \n\n'],
    ['in GBK', new Uint8Array([0xb1, 0xea, 0xcc, 0xe2, 0x3a, 0x20, 0xca, 0xd4, 0xd0, 0xd0, 0x0a])],
    ['in UTF-16', new Uint8Array([0xff, 0xfe, 0x07, 0x68, 0x98, 0x98])],
  ])('when it is %s', (_what, content) => {
    const { put, jichi } = house();
    put('one.yaml', content);
    expect(jichi('check', 'one.yaml').code).toBe(2);
    expect(jichi('check', 'one.yaml', '--format', 'json').code).toBe(2);
  });
});

describe('a waiver', () => {
  const open = RULESET.replace(/，扣完为止\n/, '\n');
  const waived = open.replace('评分标准: 在职', '豁免: [{ 码: no-stop-word, 理由: 原文如此 }]\n        评分标准: 在职');

  test('quiets a warning even under --strict, and is told with its reason', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, open);
    expect(jichi('check', RULESET_PATH, '--strict').code).toBe(1);
    put(RULESET_PATH, waived);
    const { code, out } = jichi('check', RULESET_PATH, '--strict');
    expect(code).toBe(0);
    expect(out).toMatch(/已豁免1条：\n.*（码：no-stop-word）（理由：原文如此）/);
  });
});

describe('an example', () => {
  const withExample = (points: string): string =>
    RULESET.replace(
      '评分标准: 在职',
      `样例: [{ 数据: { 在职人数: 4, 编制数: 6 }, 得分: ${points} }]\n        评分标准: 在职`,
    );

  test('that holds is no matter', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExample('5'));
    expect(jichi('check', RULESET_PATH).code).toBe(0);
  });

  test('that fails is an error', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExample('4'));
    const { code, out } = jichi('check', RULESET_PATH);
    expect(code).toBe(1);
    expect(out).toContain('样例不符：在职人员控制率应为4，算得5');
  });
});

describe('readings tried on units', () => {
  const OPEN = RULESET.replace('读法: { 不足一步: 不计 }\n', '');
  const unit = (name: string, spent: string): string =>
    UNIT.replace('某中心', name).replace('支出: 102', `支出: ${spent}`);

  test('agree where every unit stands on a step, and are told apart where one does not', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, OPEN);
    const { code, out } = jichi('check', RULESET_PATH, '--units', UNIT_PATH);
    expect(code).toBe(0);
    expect(out).toContain('读法（在1个单位上试算）：');
    expect(out.match(/三种读法结果一致/g)).toHaveLength(3);
    put(UNIT_PATH, unit('某中心', '100.5'));
    expect(jichi('check', RULESET_PATH, '--units', UNIT_PATH).out).toContain(
      '某中心：不计5分、按一档计4分、按比例4.5分；总分依次为10、9、9.5；等次不变',
    );
    put(UNIT_PATH, unit('某中心', '101.5'));
    expect(jichi('check', RULESET_PATH, '--units', UNIT_PATH).out).toContain('等次依次为优、良、良');
  });

  test('come as data and as a document too', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, unit('某*中心', '100.5'));
    const { readings } = JSON.parse(jichi('check', RULESET_PATH, '--units', UNIT_PATH, '--format', 'json').out) as {
      readings: { questions: readonly { indicator: string; setting: string; agree: boolean }[] };
    };
    expect(readings.questions.map(({ indicator, setting, agree }) => [indicator, setting, agree])).toEqual([
      ['在职人员控制率', '不计', true],
      ['“三公经费”控制率', '不计', false],
    ]);
    const { out } = jichi('check', RULESET_PATH, '--units', UNIT_PATH, '--format', 'markdown');
    expect(out).toMatch(/^# 试行标准.*\n\n## 发现\n\n没有发现问题\n\n## 逐项证明\n\n\|[^#]*\n\n## 读法/);
    expect(out).toContain('  - 某\\*中心：不计5分');
  });

  test('need units that can be scored', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, unit('某中心', '一百'));
    expect(jichi('check', RULESET_PATH, '--units', UNIT_PATH).code).toBe(2);
    expect(jichi('check', RULESET_PATH, '--units', 'none.yaml').code).toBe(2);
  });
});

describe('the report', () => {
  const LADDER = RULESET.replace(
    '“三公经费”控制率≤100%，计满分；每超过1个百分点扣1分，扣完为止',
    '“三公经费”控制率≤90%，计5分；90%＜“三公经费”控制率≤100%，计2分；“三公经费”控制率＞100%，计3分',
  );

  test('says where the points go the wrong way, what shows it, and in which words', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, LADDER.replace('来源: 假定', '来源: 假定\n        方向: 越低越好'));
    const { code, out } = jichi('check', RULESET_PATH);
    expect(code).toBe(0);
    expect(out).toMatch(/警告：“三公经费”控制率＝[\d.]+%得2分，“三公经费”控制率＝[\d.]+%得3分，与“方向：越低越好”不符/);
    expect(out).toMatch(/例如：数据: \{ 收入: \d+, 支出: [\d.]+ \}/);
    expect(jichi('check', RULESET_PATH, '--strict').code).toBe(1);
  });

  test('gives the curve of every indicator as data: ends, points, slopes and jumps, exactly', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, LADDER);
    const { indicators } = JSON.parse(jichi('check', RULESET_PATH, '--format', 'json').out) as {
      indicators: readonly {
        name: string;
        curves: readonly {
          stretches: readonly {
            low: { closed: boolean; points: string };
            high: { at: { shown: string } };
            slope: string;
          }[];
          jumps: readonly { at: { exact: string }; below: string; above: string }[];
        }[];
        examples: { boundaries: { tried: number; all: number } };
      }[];
    };
    const [, { curves: [curve], examples } = expect.unreachable()] = indicators;
    expect(
      curve?.stretches.map(({ low, high, slope }) => [low.closed, low.points, high.at.shown, slope]).slice(0, 2),
    ).toEqual([
      [true, '5', '90%', '0'],
      [false, '2', '100%', '0'],
    ]);
    expect(curve?.jumps.map(({ at, below, above }) => [at.exact, below, above])).toEqual([
      ['0.9', '5', '2'],
      ['1', '2', '3'],
    ]);
    expect(examples.boundaries).toEqual({ tried: 0, all: 6 });
  });

  test('counts what the examples try, and says where to see the rest', () => {
    const { put, jichi } = house();
    const row = '样例: [{ 数据: { 在职人数: 4, 编制数: 6 }, 得分: 5 }]\n        评分标准: 在职';
    put(RULESET_PATH, RULESET.replace('评分标准: 在职', row));
    expect(jichi('check', RULESET_PATH).out).toMatch(
      /样例试到条款1\/4、边界1\/12、改动0\/\d+；查看：jichi test rulesets/,
    );
  });
});
