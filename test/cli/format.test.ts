/** `jichi fmt` as a person meets it: what is written, what is not, and how it ends. */
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { house, RULESET } from './house.ts';

const MESSY = RULESET.replaceAll(/^( +)/gm, '$1$1').replaceAll(/^( *)- /gm, '$1-   ');

describe('fmt', () => {
  test('lays a file out in place', () => {
    const { folder, put, jichi } = house();
    put('a.yaml', MESSY);
    expect(jichi('fmt', 'a.yaml')).toEqual({ code: 0, out: '已整理：a.yaml\n', err: '' });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(RULESET);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'rulesets']);
  });

  test('a second time has nothing to do', () => {
    const { put, jichi } = house();
    put('a.yaml', MESSY);
    jichi('fmt', 'a.yaml');
    expect(jichi('fmt', 'a.yaml', '--lang', 'en')).toEqual({ code: 0, out: 'nothing to do: a.yaml\n', err: '' });
  });

  test('under --check writes nothing and ends with 1', () => {
    const { folder, put, jichi } = house();
    put('a.yaml', MESSY);
    expect(jichi('fmt', 'a.yaml', '--check')).toEqual({ code: 1, out: '需要整理：a.yaml\n', err: '' });
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(MESSY);
    put('b.yaml', RULESET);
    expect(jichi('fmt', 'b.yaml', '--check').code).toBe(0);
  });

  test('keeps the rights of the file', () => {
    const { folder, put, jichi } = house();
    put('a.yaml', MESSY);
    chmodSync(join(folder, 'a.yaml'), 0o640);
    jichi('fmt', 'a.yaml');
    expect(statSync(join(folder, 'a.yaml')).mode & 0o777).toBe(0o640);
  });

  test('under --canonical prints official wording', () => {
    const { folder, put, jichi } = house();
    put('a.yaml', RULESET.replace('在职人员控制率≤100%，计满分；', '在职人员控制率<=100%，得满分;'));
    jichi('fmt', 'a.yaml', '--canonical');
    const canonical = RULESET.replace('6分以下为差', '6分以下为差。');
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(canonical);
  });

  test.each([
    ['a missing file', 'none.yaml', '找不到文件'],
    ['a unit’s file', 'rulesets/sample/units/unit.yaml', '这是单位数据文件，不是规则集'],
    ['a file with an error', 'bad.yaml', '不认识的项“分直”'],
  ])('refuses %s', (_what, path, message) => {
    const { folder, put, jichi } = house();
    const bad = MESSY.replace('分值', '分直');
    put('bad.yaml', bad);
    const { code, out, err } = jichi('fmt', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(readFileSync(join(folder, 'bad.yaml'), 'utf8')).toBe(bad);
  });
});
