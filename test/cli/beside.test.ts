/**
 * What stands beside the score: the years that do not fit before all else, the claims of the unit, what is still to be filled in,
 * the examples of the ruleset that fail.
 */
import { describe, expect, test } from 'vitest';
import { house, RULESET, RULESET_PATH, UNIT, UNIT_PATH } from './house.ts';

describe('another year', () => {
  const said = '警告：年度不一致：本文件是2020年度的，规则集是2021年度的；请改用2020年度的规则集，或核对“年度”';

  test('is said above the sheet', () => {
    const { put, jichi } = house();
    put('own.yaml', RULESET.replace('2020', '2021'));
    const { out } = jichi('score', UNIT_PATH, '--ruleset', 'own.yaml');
    expect(out.split('\n').slice(1, 3)).toEqual(['单位：某中心', said]);
    expect(out.split(said)).toHaveLength(2);
    expect(jichi('score', UNIT_PATH, '--ruleset', 'own.yaml', '--format', 'markdown').out).toContain(
      `\n\n**${said}**\n\n`,
    );
  });

  test('is said before the names the other year does not know', () => {
    const { put, jichi } = house();
    put(
      'own.yaml',
      RULESET.replace('2020', '2021').replace('  支出: 万元\n', '  全年支出: 万元\n').replace('支出÷', '全年支出÷'),
    );
    const { code, err } = jichi('score', UNIT_PATH, '--ruleset', 'own.yaml');
    expect(code).toBe(2);
    expect(err.split('\n')[0]).toContain(said);
    expect(err).toContain('规则集的“数据”里没有“支出”');
  });
});

describe('claims', () => {
  const claimed = `${UNIT}自评:\n  指标: { 在职人员控制率: { 得分: 5 }, “三公经费”控制率: { 得分: 4 } }\n  总分: 9\n  等次: 优\n`;

  test('have columns of their own, and the total says how far it is off', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, claimed);
    const { out } = jichi('score', UNIT_PATH);
    expect(out).toMatch(/指标 +分值 +数值 +得分 +自评 +比自评 +判定依据/);
    expect(out).toMatch(/在职人员控制率 +5 +66\.67% +5 +5 +在职人员控制率≤100%，计满分/);
    expect(out).toMatch(/“三公经费”控制率 ※ +5 +102% +3 +4 +-1 +每超过1个百分点扣1分/);
    expect(out).toContain('总分：8分（满分10分），自评9分，比自评低1分\n');
    expect(out).toContain('警告：自评“等次”“优”，应为“良”');
  });

  test('have none where nothing is claimed', () => {
    expect(house().jichi('score', UNIT_PATH).out).not.toContain('自评');
  });

  test('differ as findings do: under --strict the command ends with 1', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, claimed);
    expect([jichi('score', UNIT_PATH).code, jichi('score', UNIT_PATH, '--strict').code]).toEqual([0, 1]);
  });
});

describe('what is missing', () => {
  const judged = `  - 指标: 制度\n    分值: 2\n    评分标准: ①有制度，1分；②执行有效，1分\n`;
  const lines = '# 在文件末尾填写\n评定:\n  制度:\n    有制度:   # 是或否\n    执行有效:   # 是或否\n';

  test('is given as lines to copy, in the sheet, in the document and in the explanation', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, RULESET.replace('等次:', `${judged}等次:`).replace('—10分', '—12分'));
    const { code, out } = jichi('score', UNIT_PATH);
    expect(code).toBe(1);
    expect(out).toContain(`待填：把下面的行抄进${UNIT_PATH}，在“#”前填上内容\n${lines}`);
    expect(jichi('score', UNIT_PATH, '--format', 'markdown').out).toContain(`\`\`\`yaml\n${lines}\`\`\``);
    expect(jichi('explain', UNIT_PATH, '制度').out).toContain(lines);
    put(UNIT_PATH, `${UNIT}${lines.replaceAll(/ {3}# .*/g, ' 是')}`);
    expect(jichi('score', UNIT_PATH).out).toMatch(/制度 +2 +2 +2项全部符合/);
  });
});

describe('an example that fails', () => {
  test('is named where a unit is scored', () => {
    const { put, jichi } = house();
    const example = '        样例: [{ 说明: 满编, 数据: { 在职人数: 6, 编制数: 6 }, 得分: 4 }]\n';
    put(RULESET_PATH, RULESET.replace('      - 指标: “三公', `${example}      - 指标: “三公`));
    const { code, out } = jichi('score', UNIT_PATH);
    expect(code).toBe(0);
    expect(out.replaceAll(/\n +/g, '')).toContain(
      `规则集有1处样例不符，得分未必可靠：样例“满编”不符：在职人员控制率应为4，算得5；查看：jichi check`,
    );
  });
});

describe('a code', () => {
  test('is shown where it can be waived, in the words of the file', () => {
    const { put, jichi } = house();
    put('own.yaml', RULESET.replace('扣1分，扣完为止', '扣1分').replace('在职人数÷', '在职人员数÷'));
    const { out } = jichi('check', 'own.yaml');
    expect(out).toMatch(/没有写“扣完为止”，按最低0分处理（码：no-stop-word）\n/);
    expect(out).toMatch(/错误：没有名为“在职人员数”的数据，是不是想写“在职人数”？\n/);
    expect(jichi('check', 'own.yaml', '--lang', 'en').out).toContain(' [unknown-name]\n');
  });
});
