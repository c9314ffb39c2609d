/** `jichi test`: examples run, and what they leave untried. */
import { describe, expect, test } from 'vitest';
import { house, RULESET, RULESET_PATH } from './house.ts';

function withExamples(...lines: readonly string[]): string {
  const block = lines.map((line) => `          - ${line}\n`).join('');
  return RULESET.replace('        评分标准: 在职', `        样例:\n${block}        评分标准: 在职`);
}

const AT = '{ 数据: { 在职人数: 100, 编制数: 100 }, 得分: 5 }';
const BELOW = '{ 数据: { 在职人数: 99, 编制数: 100 }, 得分: 5 }';
const ONE_STEP = '{ 数据: { 在职人数: 101, 编制数: 100 }, 得分: 4.7 }';

function indicator(
  out: string,
  name: string,
): {
  readonly clauses: readonly { readonly text: string; readonly touched: boolean }[];
  readonly boundaries: readonly { readonly at: string; readonly tried: Readonly<Record<string, boolean>> }[];
  readonly mutants: readonly { readonly kind: string; readonly sentence: string; readonly noticed: boolean }[];
} {
  const { indicators } = JSON.parse(out) as {
    indicators: readonly (ReturnType<typeof indicator> & { name: string })[];
  };
  return indicators.find((one) => one.name === name) ?? expect.unreachable();
}

describe('examples', () => {
  test('that hold end the run with 0, that fail with 1 and the place', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExamples(AT));
    expect(jichi('test', RULESET_PATH)).toMatchObject({ code: 0, err: '' });
    put(RULESET_PATH, withExamples(AT.replace('得分: 5', '得分: 4')));
    const { code, out } = jichi('test', RULESET_PATH);
    expect(code).toBe(1);
    expect(out).toContain('在职人员控制率应为4，算得5');
  });

  test('touch the clauses that decide in them, and no others', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExamples(AT));
    const touched = (): readonly string[] =>
      indicator(jichi('test', RULESET_PATH, '--format', 'json').out, '在职人员控制率')
        .clauses.filter((clause) => clause.touched)
        .map(({ text }) => text);
    expect(touched()).toEqual(['在职人员控制率≤100%，计满分']);
    put(RULESET_PATH, withExamples(AT, ONE_STEP));
    expect(touched()).toEqual(['在职人员控制率≤100%，计满分', '每超过1个百分点扣0.3分']);
  });

  test('try the sides of a boundary on which they stand', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExamples(AT, BELOW));
    const { boundaries } = indicator(jichi('test', RULESET_PATH, '--format', 'json').out, '在职人员控制率');
    expect(boundaries[0]).toEqual({ at: '100%', tried: { below: true, at: true, above: false } });
  });

  test('notice the slips that change their points, and only those', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExamples(ONE_STEP));
    const { mutants } = indicator(jichi('test', RULESET_PATH, '--format', 'json').out, '在职人员控制率');
    const noticed = Object.fromEntries(mutants.map(({ sentence, noticed: seen }) => [sentence, seen]));
    expect(noticed).toMatchObject({
      '在职人员控制率≤101%，计满分；每超过1个百分点扣0.3分，扣完为止': true,
      '在职人员控制率≤100%，计满分；每超过2个百分点扣0.3分，扣完为止': true,
      '在职人员控制率≤100%，计满分；每超过1个百分点扣0.4分，扣完为止': true,
    });
    put(RULESET_PATH, withExamples(BELOW));
    const blind = indicator(jichi('test', RULESET_PATH, '--format', 'json').out, '在职人员控制率').mutants;
    expect(blind.filter(({ noticed: seen }) => seen).map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe('--suggest', () => {
  test('writes examples that hold when they are added, and leave no boundary untried', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, RULESET);
    const { out } = jichi('test', RULESET_PATH, '--suggest');
    const own = out.slice(out.indexOf('# 在职人员控制率'), out.indexOf('# “三公经费”控制率'));
    const lines = [...own.matchAll(/^ {2}- (\{.*\})$/gm)].map(([, line = '']) => line);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every((line) => line.includes('待人工确认'))).toBe(true);
    put(RULESET_PATH, withExamples(...lines));
    const after = jichi('test', RULESET_PATH, '--format', 'json');
    expect(after.code).toBe(0);
    const { boundaries } = indicator(after.out, '在职人员控制率');
    expect(boundaries.flatMap(({ tried }) => Object.values(tried))).not.toContain(false);
  });
});

describe('--suggest for answers and levels', () => {
  const LIST = `        评分标准: ①账册齐全，2分；②凭证完整，1分；③印章分管，2分
        清单: [账册齐全, 凭证完整, 印章分管]`;
  const LEVELS = `        评分标准: 成效突出的计5分；成效尚可的计2分；没有成效的计0分
        等级: [成效突出, 成效尚可, 没有成效]`;
  const asked = RULESET.replace(/ {8}公式: 在职[^\n]*\n[^\n]*/, LIST).replace(/ {8}公式: “三公[^\n]*\n[^\n]*/, LEVELS);

  test('writes answers by which every clause is touched and every slip noticed, and they hold when they are added', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, asked);
    const { out } = jichi('test', RULESET_PATH, '--suggest');
    const lines = [...out.matchAll(/^ {2}- (\{.*\})$/gm)].map(([, line = '']) => line);
    const of = (name: string): string =>
      lines
        .filter((line) => line.includes(`评定: { ${name}: {`))
        .map((line) => `          - ${line}\n`)
        .join('');
    expect(lines.length).toBeGreaterThan(3);
    put(
      RULESET_PATH,
      asked
        .replace(LIST, `        样例:\n${of('在职人员控制率')}${LIST}`)
        .replace(LEVELS, `        样例:\n${of('“三公经费”控制率')}${LEVELS}`),
    );
    expect(jichi('test', RULESET_PATH, '--strict')).toMatchObject({ code: 0, err: '' });
  });

  test('puts what is counted under 评定, where it is asked', () => {
    const { put, jichi } = house();
    put(
      RULESET_PATH,
      asked.replace(LIST, '        评分标准: 每发现一例违规扣2分，扣完为止\n        量: { 违规例数: 例 }'),
    );
    expect(jichi('test', RULESET_PATH, '--suggest').out).toMatch(
      /评定: \{ 在职人员控制率: \{ 违规例数: 3 \} \}, 得分: 0/,
    );
  });
});

describe('--strict', () => {
  test('asks that nothing is left untried', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, withExamples(AT));
    expect(jichi('test', RULESET_PATH).code).toBe(0);
    expect(jichi('test', RULESET_PATH, '--strict').code).toBe(1);
  });

  test('a ruleset with errors cannot be tested', () => {
    const { put, jichi } = house();
    put(RULESET_PATH, RULESET.replace('每超过1个百分点扣0.3分', '每超过1万元扣0.3分'));
    expect(jichi('test', RULESET_PATH).code).toBe(2);
  });
});
