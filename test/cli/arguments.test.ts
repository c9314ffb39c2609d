/**
 * Arguments: what a person may type, and what they are told who typed something else, in Chinese unless they ask for English.
 */
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../cli/arguments.ts';

function read(line: string): unknown {
  return readArguments(line === '' ? [] : line.split(' '), 100);
}

function textOf(line: string): string {
  const request = readArguments(line === '' ? [] : line.split(' '), 100);
  if (request.kind !== 'help' && request.kind !== 'usage') throw new Error(`understood as ${request.kind}`);
  return request.text;
}

describe('a request', () => {
  test('to score has Chinese and a table unless it says otherwise', () => {
    const request = {
      kind: 'score',
      unit: 'u.yaml',
      ruleset: undefined,
      format: 'table',
      lang: 'zh',
      strict: false,
      others: [],
    };
    expect(read('score u.yaml')).toEqual(request);
  });

  test('to score takes its options before or after the unit', () => {
    const request = {
      kind: 'score',
      unit: 'u.yaml',
      ruleset: 'r.yaml',
      format: 'json',
      lang: 'en',
      strict: true,
      others: [],
    };
    expect(read('score u.yaml --ruleset r.yaml --format json --lang en --strict')).toEqual(request);
    expect(read('score --strict --lang=en --format=json --ruleset=r.yaml u.yaml')).toEqual(request);
  });

  test('to check may name units, one or several', () => {
    expect(read('check r.yaml --units a.yaml b.yaml --strict')).toMatchObject({
      ruleset: 'r.yaml',
      units: ['a.yaml', 'b.yaml'],
      strict: true,
    });
    expect(read('check r.yaml --units')).toMatchObject({ kind: 'usage' });
  });

  test('to check names a ruleset', () => {
    const request = { kind: 'check', ruleset: 'r.yaml', units: [], format: 'json', lang: 'zh', strict: true };
    expect(read('check r.yaml --format json --strict')).toEqual(request);
  });

  test('to explain names a unit and an indicator', () => {
    const request = { kind: 'explain', unit: 'u.yaml', indicator: '预算完成率', ruleset: undefined, lang: 'zh' };
    expect(read('explain u.yaml 预算完成率')).toEqual(request);
  });

  test('to run conformance lists names one file or several', () => {
    const request = { kind: 'conformance', files: ['a.yaml', 'b.yaml'], json: true, lang: 'en' };
    expect(read('conformance a.yaml b.yaml --json --lang en')).toEqual(request);
  });
});

describe('wrong usage is answered in Chinese', () => {
  test.each([
    [
      'scroe u.yaml',
      '没有“scroe”这个命令，是不是想写“score”？（命令有：score、check、test、explain、fmt、conformance）',
    ],
    ['score', '缺少参数“单位数据”'],
    ['explain u.yaml', '缺少参数“指标”'],
    ['score u.yaml --formt json', '没有“--formt”这个选项，是不是想写“--format”？'],
    ['score u.yaml --ruleset', '选项“--ruleset <文件>”后面要写明内容'],
    ['score u.yaml --format xml', '--format不能是“xml”，可以是：table、json、markdown'],
    ['test r.yaml --format markdown', '--format不能是“markdown”，可以是：table、json'],
    ['score u.yaml --lang fr', '--lang不能是“fr”，可以是：zh、en'],
    ['explain u.yaml 公用 经费', '参数多了：explain u.yaml 公用 经费；含空格的名称请加引号'],
  ])('%s', (line, message) => {
    expect(textOf(line).split('\n')[0]).toBe(`jichi：错误：${message}`);
  });

  test('and says where the usage is to be found', () => {
    expect(textOf('score')).toContain('用法见：jichi score --help');
  });

  test('or in English where English is asked for', () => {
    expect(textOf('score --lang en')).toBe('jichi: error: the argument UNIT is missing\nSee: jichi score --help\n');
  });

  test('no command at all shows the help, as an error', () => {
    expect(readArguments([], 100)).toMatchObject({
      kind: 'usage',
      text: expect.stringContaining('用法：jichi') as string,
    });
  });
});

describe('help', () => {
  test.each(['--help', 'help', '-h', 'help score', 'score --help', 'check -h', 'explain --help'])(
    '%s is Chinese and no error',
    (line) => {
      expect(read(line)).toMatchObject({ kind: 'help' });
      expect(textOf(line)).toMatch(/^用法：/);
      expect(textOf(line)).not.toMatch(/Usage|Options|Commands|Arguments|display help|default:|\[options\]/);
    },
  );

  test('is English where English is asked for', () => {
    expect(textOf('score --lang en --help')).toMatch(/^Usage: jichi score UNIT… \[options\]/);
    expect(textOf('score --lang en --help')).not.toMatch(/\p{Script=Han}/u);
  });
});
