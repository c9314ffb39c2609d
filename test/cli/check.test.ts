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
    expect(out).toMatch(/^# 试行标准.*\n\n## 发现\n\n没有发现问题\n\n## 读法/);
    expect(out).toContain('  - 某\\*中心：不计5分');
  });

  test('need units that can be scored', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, unit('某中心', '一百'));
    expect(jichi('check', RULESET_PATH, '--units', UNIT_PATH).code).toBe(2);
    expect(jichi('check', RULESET_PATH, '--units', 'none.yaml').code).toBe(2);
  });
});
