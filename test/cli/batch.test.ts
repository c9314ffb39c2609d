/** Several units on one command line: scored together, one table of places and totals, and nothing at all while one of them is at fault. */
import { describe, expect, test } from 'vitest';
import { type House, house, RULESET, RULESET_PATH, UNIT } from './house.ts';

const STANDARD = '“三公经费”控制率≤100%，计满分；每超过1个百分点扣1分，扣完为止';
const PEERS = RULESET.replace(STANDARD, '“三公经费”控制率不高于平均值的计满分，否则计1分');

/** A house with three units: 某中心 (4 of 6, 102 of 100), 乙所 (6 of 6, 99 of 100) and 丙站 (without 收入). */
function three(ruleset = PEERS): House {
  const made = house();
  made.put(RULESET_PATH, ruleset);
  made.put('rulesets/sample/units/a.yaml', UNIT);
  made.put('rulesets/sample/units/b.yaml', UNIT.replace('某中心', '乙所').replace('支出: 102', '支出: 99'));
  made.put('rulesets/sample/units/c.yaml', UNIT.replace('某中心', '丙站').replace(/ {2}收入: 100\n/, ''));
  return made;
}

const files = (...names: readonly string[]): string[] => names.map((name) => `rulesets/sample/units/${name}.yaml`);

describe('score of several units', () => {
  test('prints one table, the best first, and ends with 0', () => {
    const { code, out, err } = three().jichi('score', ...files('a', 'b'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n');
    expect(lines.slice(0, 2)).toEqual(['试行标准 · 2020年度 · 第1版 · 草案', '2个单位一起评分']);
    expect(lines[3]).toMatch(/^名次 +单位 +总分 +等次 +备注$/);
    expect(lines.slice(5, 7)).toEqual([
      expect.stringMatching(/^ +1 +乙所 +10 +优$/),
      expect.stringMatching(/^ +2 +某中心 +6 +良$/),
    ]);
  });

  test('says nothing of places that is not certain, and ends with 1', () => {
    const { code, out } = three().jichi('score', ...files('a', 'b', 'c'));
    expect(code).toBe(1);
    expect(out).toMatch(/^ +1 +乙所 +10 +优$/m);
    expect(out).toMatch(/^ +2—3 +某中心 +6 +良$/m);
    expect(out).toMatch(/丙站 +5—10 +“差”至“优”，待补齐后确定 +1项未评/);
  });

  test('compares them: the same unit alone is told to be scored with others', () => {
    const { jichi } = three();
    expect(jichi('score', ...files('a')).out).toContain('需与其他单位一起评分');
    expect(jichi('score', ...files('a')).code).toBe(1);
    const { out } = jichi('score', ...files('b', 'a'), '--format', 'markdown');
    expect(out).toContain('| 1 | 乙所 | 10 | 优 |  |');
    expect(out).toContain('的平均值＝100.5%（共2个单位）');
    expect(out).toContain('102%');
  });

  test('prints a list for programs, in the order given, each with its place', () => {
    const { code, out } = three().jichi('score', ...files('a', 'b'), '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { place: { best: 2, worst: 2 }, unit: { name: '某中心' }, total: { points: '6' }, grade: '良' },
      { place: { best: 1, worst: 1 }, unit: { name: '乙所' }, total: { points: '10' }, grade: '优' },
    ]);
  });

  test('gives the same whatever the order of the units', () => {
    const { jichi } = three();
    expect(jichi('score', ...files('b', 'a')).out).toBe(jichi('score', ...files('a', 'b')).out);
  });

  test('speaks English where it is asked to', () => {
    const { out } = three().jichi('score', ...files('a', 'b', 'c'), '--lang', 'en');
    expect(out).toMatch(/^3 units scored together$/m);
    expect(out).toMatch(/^Place +Unit +Total +Grade +Remarks$/m);
    expect(out).toMatch(/丙站.*1 item unscored$/m);
  });
});

describe('a fault in one of several units', () => {
  test.each<[what: string, change: (text: string) => string, message: RegExp]>([
    ['that is there twice', (text) => text, /“某中心”已经有一份（rulesets\/sample\/units\/a\.yaml）/],
    ['with a figure that is none', (text) => text.replace('某中心', '乙').replace('102', '很多'), /“支出”应当是数值/],
    ['of another family', (text) => text.replace('某中心', '乙').replace('家族: sample', '家族: other'), /属于“other”/],
    ['of another year', (text) => text.replace('某中心', '乙').replace('年度: 2020', '年度: 2021'), /2021年度/],
  ])('%s keeps all from being scored', (_what, change, message) => {
    const { put, jichi } = three();
    put('rulesets/sample/units/b.yaml', change(UNIT));
    const { code, out, err } = jichi('score', ...files('a', 'b', 'c'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    const json = jichi('score', ...files('a', 'b', 'c'), '--format', 'json');
    expect(JSON.parse(json.out)).toHaveProperty('diagnostics');
  });

  test('is said of every unit at once', () => {
    const { put, jichi } = three();
    put('rulesets/sample/units/b.yaml', '单位: 乙\n');
    const { err } = jichi('score', ...files('a', 'b', 'none'));
    expect(err).toContain('units/b.yaml');
    expect(err).toContain('units/none.yaml');
  });
});
