/**
 * The command as a person or a program meets it: exit codes, what goes to which stream, and bad input of every kind.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { house, RULESET, RULESET_PATH, UNIT, UNIT_PATH } from './house.ts';

const LAUNCHER = join(import.meta.dirname, '../../cli/jichi.js');
const GBK = Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x3a, 0x20, 0xc4, 0xb3, 0x0a]);

describe('score', () => {
  test('prints the sheet and ends with 0', () => {
    const { code, out, err } = house().jichi('score', UNIT_PATH);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/在职人员控制率 +5 +66\.67% +5 /);
    expect(out).toMatch(/“三公经费”控制率 ※ +5 +102% +3 /);
    expect(out).toContain('总分：8分（满分10分）');
    expect(out).toContain('等次：良（6分起，高出2分；距“优”（9分起）还差1分）');
  });

  test('prints English where it is asked for', () => {
    expect(house().jichi('score', UNIT_PATH, '--lang', 'en').out).toContain(
      'Total: 8 of 10\nGrade: 良 (from 6, 2 above it; 1 short of “优” (from 9))',
    );
  });

  test('prints a document with the paragraph that explains each indicator', () => {
    const { out } = house().jichi('score', UNIT_PATH, '--format', 'markdown');
    expect(out).toContain('| 　“三公经费”控制率 ※ | 5 | 102% | 3 |');
    expect(out).toMatch(/^#### 在职人员控制率（5分）\n\n.*66\.67%.*得5分。\n/m);
  });

  test('prints one JSON document', () => {
    const { code, out } = house().jichi('score', UNIT_PATH, '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      ruleset: { family: 'sample', fiscalYear: 2020, edition: 1 },
      unit: { name: '某中心', fiscalYear: 2020 },
      total: { points: '8', weight: '10', low: '8', high: '8' },
    });
  });

  test('ends with 1 where an indicator is unscored, and says what it lacks', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, UNIT.replace(/ {2}编制数: 6\n/, ''));
    const { code, out, err } = jichi('score', UNIT_PATH);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/在职人员控制率 +5 +0—5 +缺数据：编制数（人）/);
    expect(out).toContain('总分：3—8分（满分10分）');
  });

  test('ends with 1 under --strict where a cross-check fails, without it with 0', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, `${RULESET}勾稽:\n  - 式: 收入＝支出\n    说明: 收支平衡\n`);
    expect(jichi('score', UNIT_PATH).out).toContain('· 收入＝支出：左边100万元，右边102万元，相差');
    expect([jichi('score', UNIT_PATH).code, jichi('score', UNIT_PATH, '--strict').code]).toEqual([0, 1]);
  });
});

describe('the ruleset', () => {
  const published = (edition: number): string =>
    RULESET.replace('年度: 2020', `年度: 2020\n版次: ${edition}`).replace('试行标准', `第${edition}稿`);

  test('is the one named', () => {
    const { put, jichi } = house();
    put('own.yaml', RULESET.replace('试行标准', '自定标准'));
    expect(jichi('score', UNIT_PATH, '--ruleset', 'own.yaml').out).toMatch(/^自定标准/);
  });

  test('is the latest edition of the year in the unit’s data', () => {
    const { put, jichi } = house();
    put('rulesets/sample/2020-2.yaml', published(2));
    put('rulesets/sample/2021.yaml', RULESET.replace('2020', '2021'));
    expect(jichi('score', UNIT_PATH).out).toMatch(/^第2稿/);
  });

  test('is found where the person stands, for a unit kept elsewhere', () => {
    const elsewhere = house();
    elsewhere.put('kept/unit.yaml', UNIT);
    rmSync(join(elsewhere.folder, 'rulesets'), { recursive: true });
    const unit = join(elsewhere.folder, 'kept/unit.yaml');
    expect(house().jichi('score', unit).code).toBe(0);
    const { code, err } = elsewhere.jichi('score', 'kept/unit.yaml');
    expect(code).toBe(2);
    expect(err).toMatch(/^kept\/unit\.yaml: 错误：.*都没有找到rulesets文件夹/);
  });

  test.each([
    ['another family', 'sample', 'other', 2, '错误：本文件属于“sample”，规则集属于“other”'],
    ['another year', '年度: 2020', '年度: 2021', 0, '警告：年度不一致：本文件是2020年度的，规则集是2021年度的'],
    ['a withdrawn edition', '草案', '已废止', 0, '警告：规则集2020年度第1版已废止'],
  ])('that is named may be of %s, but not in silence', (_what, from, to, expected, message) => {
    const { put, jichi } = house();
    put('own.yaml', RULESET.replace(from, to));
    const { code, out, err } = jichi('score', UNIT_PATH, '--ruleset', 'own.yaml');
    expect(code).toBe(expected);
    expect(out + err).toContain(message);
  });

  test('with a broken head is not passed over in silence', () => {
    const { put, jichi } = house();
    put('rulesets/sample/2020-2.yaml', '标题: 坏了\n年度: 2020\n');
    const { code, err } = jichi('score', UNIT_PATH);
    expect(code).toBe(2);
    expect(err).toContain('rulesets/sample/2020-2.yaml');
  });

  test('of another year is never taken', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, UNIT.replace('2020', '2019'));
    const { code, out, err } = jichi('score', UNIT_PATH);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/unit\.yaml:3:5: 错误：“sample”没有2019年度的规则集，现有：2020/);
    expect(err).toContain('    3 │ 年度: 2019\n      │       ^^^^\n');
  });

  test('of an unknown family is suggested', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, UNIT.replace('sample', 'sampel'));
    const { code, err } = jichi('score', UNIT_PATH);
    expect(code).toBe(2);
    expect(err).toContain('没有名为“sampel”的规则集，是不是想写“sample”？');
  });
});

describe('input that cannot be used ends with 2, on the error stream', () => {
  test.each([
    ['a missing file', 'rulesets/sample/units/unti.yaml', '找不到文件，是不是想写“rulesets/sample/units/unit.yaml”？'],
    ['a folder', 'rulesets/sample', '这是一个文件夹，请写出其中的文件，如rulesets/sample/2020.yaml'],
    ['a device', '/dev/zero', '这不是普通文件'],
    ['a file taken for a folder', `${UNIT_PATH}/x`, '找不到文件'],
  ])('%s', (_what, path, message) => {
    const { code, out, err } = house().jichi('score', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${path}: 错误：${message}`);
  });

  test.each([
    ['a GBK file', GBK, '文件不是UTF-8编码'],
    ['an empty file', '', '文件是空的'],
    ['a tab', UNIT.replace('  编制数', '\t编制数'), 'unit.yaml:6:1: 错误：缩进用了制表符（Tab），请改用空格'],
    ['a duplicate key', `${UNIT}  支出: 3\n`, 'unit.yaml:9:3: 错误：“支出”在同一处写了两次'],
    ['__proto__ as a key', `${UNIT}__proto__: 1\n`, 'unit.yaml:9:1: 错误：不认识的项“__proto__”'],
    ['an unknown field', `${UNIT}  编制人数: 3\n`, 'unit.yaml:9:3: 错误：'],
    ['a wrong unit', UNIT.replace('编制数: 6', '编制数: 6万元'), 'unit.yaml:6:8: 错误：'],
    ['text that is no number', UNIT.replace('编制数: 6', '编制数: 六人左右'), 'unit.yaml:6:8: 错误：'],
    ['10,000 brackets', `单位: ${'['.repeat(10_000)}`, 'unit.yaml:1:'],
    ['a YAML alias bomb', aliasBomb(), '错误：'],
  ])('%s', (_what, content, message) => {
    const { put, jichi } = house();
    put(UNIT_PATH, content);
    const { code, out, err } = jichi('score', UNIT_PATH);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ +at /m);
  });

  test('a ruleset with an error', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, RULESET.replace('（在职人数÷编制数）', '（在职人数÷编制人数）'));
    const { code, out, err } = jichi('score', UNIT_PATH);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('2020.yaml:17:');
  });

  test('a file the system will not read, with the reason it gives', () => {
    const { code, err } = house().jichi('score', 'x'.repeat(5000));
    expect(code).toBe(2);
    expect(err).toContain('错误：文件读不出来（ENAMETOOLONG）');
  });

  test.each([
    ['a missing file', 'none.yaml', 'file-not-found'],
    ['a year without a ruleset', UNIT_PATH, 'no-ruleset'],
  ])('as one JSON document where JSON is asked for: %s', (_what, path, code) => {
    const { put, jichi } = house();
    put(UNIT_PATH, UNIT.replace('2020', '2019'));
    const ended = jichi('score', path, '--format', 'json');
    expect({ code: ended.code, err: ended.err }).toEqual({ code: 2, err: '' });
    expect(JSON.parse(ended.out)).toMatchObject({ diagnostics: [{ code, severity: 'error', file: path }] });
  });

  test('as do arguments that are wrong', () => {
    const { jichi } = house();
    expect([jichi('scroe').code, jichi('score').code, jichi('score', UNIT_PATH, '--x').code, jichi().code]).toEqual([
      2, 2, 2, 2,
    ]);
  });
});

describe('explain', () => {
  test.each([
    ['its name', '“三公经费”控制率'],
    ['its name without the quotes', '三公经费控制率'],
    ['a part only it has', '三公'],
  ])('finds an indicator by %s', (_how, wanted) => {
    const { code, out } = house().jichi('explain', UNIT_PATH, wanted);
    expect(code).toBe(0);
    expect(out).toMatch(/^投入 › “三公经费”控制率\n/);
    expect(out).toContain('得分：3分（满分5分）');
    expect(out).toContain('102%');
  });

  test('says which indicators a part may mean', () => {
    const { code, out, err } = house().jichi('explain', UNIT_PATH, '控制率');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('“控制率”可以指几项指标：在职人员控制率、“三公经费”控制率');
  });

  test('suggests the indicator that was meant', () => {
    const { code, err } = house().jichi('explain', UNIT_PATH, '在职人员控治率');
    expect(code).toBe(2);
    expect(err).toContain('没有名为“在职人员控治率”的指标，是不是想写“在职人员控制率”？');
  });

  test('of an unscored indicator says what it lacks and ends with 1', () => {
    const { put, jichi } = house();
    put(UNIT_PATH, UNIT.replace(/ {2}编制数: 6\n/, ''));
    const { code, out } = jichi('explain', UNIT_PATH, '在职');
    expect(code).toBe(1);
    expect(out).toContain('缺数据：编制数（人）');
  });
});

describe('check', () => {
  test('of a good ruleset ends with 0', () => {
    const { code, out, err } = house().jichi('check', RULESET_PATH);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^试行标准 · 2020年度 · 第1版 · 草案：2项指标\n/);
  });

  test('of one with an error shows the place and ends with 1', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, RULESET.replace('（在职人数÷编制数）', '（在职人数÷编制人数）'));
    const { code, out } = jichi('check', RULESET_PATH);
    expect(code).toBe(1);
    expect(out).toMatch(/2020\.yaml:17:27: 错误：/);
    expect(out).toMatch(/\n {6}│ +\^{8}\n/);
  });

  test('of one with a warning ends with 1 under --strict alone', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, RULESET.replace(/，扣完为止\n/, '\n'));
    expect([jichi('check', RULESET_PATH).code, jichi('check', RULESET_PATH, '--strict').code]).toEqual([0, 1]);
  });

  test('says where a file belongs that no unit would find', () => {
    const { put, jichi } = house();
    put('rulesets/sample/2021.yaml', RULESET);
    expect(jichi('check', 'rulesets/sample/2021.yaml').out).toContain('警告：按内容，本文件应当存为sample/2020.yaml');
  });

  test('prints one JSON document', () => {
    const ended = house().jichi('check', RULESET_PATH, '--format', 'json');
    expect(JSON.parse(ended.out)).toMatchObject({ file: RULESET_PATH, diagnostics: expect.any(Array) as unknown });
  });

  test('of a file that is not there ends with 2', () => {
    expect(house().jichi('check', 'none.yaml').code).toBe(2);
  });
});

describe('as a process', () => {
  test('it prints the sheet to its standard output', () => {
    const { folder } = house();
    const out = execFileSync(process.execPath, [LAUNCHER, 'score', UNIT_PATH], { cwd: folder, encoding: 'utf8' });
    expect(out).toContain('总分：8分（满分10分）');
  });

  test('it ends with the exit code, and with no stack trace', () => {
    const { folder } = house();
    const ended = spawnSync(process.execPath, [LAUNCHER, 'score', 'none.yaml'], { cwd: folder, encoding: 'utf8' });
    expect({ status: ended.status, out: ended.stdout }).toEqual({ status: 2, out: '' });
    expect(ended.stderr).toBe('none.yaml: 错误：找不到文件\n1个错误\n');
  });
});

/** A file of 16 lines that would expand to 65,536 texts. */
function aliasBomb(): string {
  const names = Array.from('abcdefghijklmnop');
  const lines = names.map((name, index) => {
    const before = names[index - 1];
    return `${name}: &${name} ${before === undefined ? '[x, x]' : `[*${before}, *${before}]`}`;
  });
  return `${lines.join('\n')}\n`;
}
