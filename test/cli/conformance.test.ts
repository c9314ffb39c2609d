/** `jichi conformance` as a person or a program meets it: exit codes, streams, and what is printed of a list that differs. */
import { describe, expect, test } from 'vitest';
import { house } from './house.ts';

const HOLDS =
  '- { 编号: A, 族: 分档, 分值: 5, 量: { 完成率: 比率 }, 标准: ≥90%得5分；低于90%不得分, 例: [ [90%, 5] ] }\n';
const DIFFERS = HOLDS.replace('[90%, 5]', '[90%, 4]');

describe('conformance', () => {
  test('of a list that holds ends with 0', () => {
    const { put, jichi } = house();
    put('a.yaml', HOLDS);
    expect(jichi('conformance', 'a.yaml')).toEqual({ code: 0, out: '1条，1条一致，0条不同\n', err: '' });
  });

  test('prints what differs, over several files, and ends with 1', () => {
    const { put, jichi } = house();
    put('a.yaml', HOLDS);
    put('b.yaml', DIFFERS);
    const { code, out, err } = jichi('conformance', 'a.yaml', 'b.yaml');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(`A · 分档
  ≥90%得5分；低于90%不得分
  得分 应为：90% → 4
       实为：5

2条，1条一致，1条不同
`);
  });

  test('prints English where it is asked for', () => {
    const { put, jichi } = house();
    put('b.yaml', DIFFERS);
    const { out } = jichi('conformance', 'b.yaml', '--lang', 'en');
    expect(out).toContain('  points expected: 90% → 4\n         actual: 5\n\n1 entry, 0 agree, 1 differ\n');
  });

  test('prints one JSON document, and nothing else in it', () => {
    const { put, jichi } = house();
    put('b.yaml', DIFFERS);
    const { code, out } = jichi('conformance', 'b.yaml', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      entries: 1,
      passed: 0,
      failed: [{ id: 'A', kind: 'points', expected: '90% → 4', actual: '5', sentence: '≥90%得5分；低于90%不得分' }],
    });
  });

  test.each([
    ['a missing file', 'none.yaml', '找不到文件'],
    ['a file that is no list', 'rulesets/sample/2020.yaml', '这里应当是列表'],
  ])('of %s ends with 2, on the error stream', (_what, path, message) => {
    const { put, jichi } = house();
    put('a.yaml', HOLDS);
    const { code, out, err } = jichi('conformance', 'a.yaml', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});
