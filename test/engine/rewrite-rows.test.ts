/** Rows and reasons written into units' files: what is said of the file afterwards is its text, to the letter. */
import { describe, expect, test } from 'vitest';
import {
  addRow,
  type Content,
  loadUnit,
  readYaml,
  removeRow,
  setReason,
  type SourceFile,
  sourceFile,
  writeJson,
  writeYaml,
} from '../../engine/index.ts';

const HEAD = '单位: 某局\n家族: sample\n年度: 2022\n';

function file(text: string): SourceFile {
  const found = sourceFile(readYaml(text));
  if (found === undefined) throw new Error('the test gives a file that can be read');
  return found;
}

const CELLS = [
  ['名称', '一所'],
  ['编制数', '3'],
] as const;

describe('a row', () => {
  test.each([
    ['of a table that is not there', '数据:\n  甲: 1\n', '数据:\n  甲: 1\n  表:\n    - 名称: 一所\n      编制数: 3\n'],
    ['of a unit without any data', '数据:\n', '数据:\n  表:\n    - 名称: 一所\n      编制数: 3\n'],
    ['of a table left blank', '数据:\n  表:\n  乙: 2\n', '数据:\n  表:\n    - 名称: 一所\n      编制数: 3\n  乙: 2\n'],
    ['of a table without rows', '数据:\n  表: [] # 暂无\n', '数据:\n  表:\n    - 名称: 一所\n      编制数: 3 # 暂无\n'],
    [
      'before the first',
      '数据:\n  表:\n    # 第一所\n    - 名称: 二所\n',
      '数据:\n  表:\n    - 名称: 一所\n      编制数: 3\n    # 第一所\n    - 名称: 二所\n',
    ],
    [
      'of a table in brackets',
      '数据: { 表: [{ 名称: 二所 }] }\n',
      '数据: { 表: [{ 名称: 一所, 编制数: 3 }, { 名称: 二所 }] }\n',
    ],
    [
      'of a table in braces that is not there',
      '数据: { 甲: 1 }\n',
      '数据: { 甲: 1, 表: [{ 名称: 一所, 编制数: 3 }] }\n',
    ],
  ])('%s is added', (_title, before, after) => {
    expect(addRow(file(HEAD + before), ['数据', '表'], 0, CELLS)?.text).toBe(HEAD + after);
  });

  test('is added to JSON as JSON', () => {
    const added = addRow(file('{"数据": {"表": [{"名称": "二所"}]}}'), ['数据', '表'], 1, CELLS);
    expect(added && writeJson(added.root)).toBe(
      writeJson(file('{"数据":{"表":[{"名称":"二所"},{"名称":"一所","编制数":3}]}}').root),
    );
  });

  test.each([
    ['the last of all', '数据:\n  表:\n    - 名称: 一所\n      编制数: 3\n  乙: 2\n', 0, '数据:\n  表: []\n  乙: 2\n'],
    ['one of several', '数据:\n  表:\n    - 名称: 一所\n    - 名称: 二所\n', 0, '数据:\n  表:\n    - 名称: 二所\n'],
    ['the last one in brackets', '数据: { 表: [{ 名: 1 }, { 名: 2 }] }\n', 1, '数据: { 表: [{ 名: 1 }] }\n'],
    ['the only one in brackets', '数据: { 表: [{ 名: 1 }], 乙: 2 }\n', 0, '数据: { 表: [], 乙: 2 }\n'],
  ])('is taken out: %s', (_title, before, index, after) => {
    expect(removeRow(file(HEAD + before), ['数据', '表', index])?.text).toBe(HEAD + after);
  });
});

describe('a reason', () => {
  test.each([
    ['beside a bare answer', '  甲: 是 # 见附件\n', '  甲: { 值: 是, 理由: 见附件二 } # 见附件\n'],
    ['beside an answer in quotes', '  甲: "是"\n', '  甲: { 值: "是", 理由: 见附件二 }\n'],
    ['that replaces another', '  甲: { 值: 是, 理由: 无 }\n', '  甲: { 值: 是, 理由: 见附件二 }\n'],
    ['of an answer on lines of its own', '  甲:\n    值: 是\n', '  甲:\n    值: 是\n    理由: 见附件二\n'],
  ])('is written %s', (_title, before, after) => {
    const changed = setReason(file(`评定:\n${before}`), ['评定', '甲'], '见附件二');
    expect(changed?.text).toBe(`评定:\n${after}`);
  });

  test('of an answer that is not given is not written', () => {
    expect(setReason(file('评定:\n  甲:\n'), ['评定', '甲'], '见附件二')).toBeUndefined();
  });
});

describe('a new file', () => {
  test('says what it was meant to say, whatever the texts hold', () => {
    const texts = ['a: b', '- c', '#', '"', "'", '<img>', ' 空格 ', '=1+1', '不', 'null', '1e3', '两\n行', '：'];
    const figures = texts.map((text, at): readonly [string, Content] => [`${text}${String(at)}`, text]);
    const table: readonly [string, Content] = ['表', [new Map([['列', '1']])]];
    const written = writeYaml(new Map([['数据', new Map([...figures, table])]]));
    const read = file(written);
    const found = loadUnit(HEAD + written, 'a.yaml').unit?.data.slice(0, -1);
    expect(read.diagnostics).toEqual([]);
    expect(found?.map(({ given }) => (given.kind === 'value' ? given.value.text : ''))).toEqual(texts);
  });

  test('in JSON holds a number only where it is spelled like one', () => {
    const source = file('{ 甲: 0.10, 乙: 12.5, 丙: 007, 丁: 12345678901234567890, 戊: -3, 己: 95% }');
    expect(JSON.parse(writeJson(source.root))).toEqual({
      甲: '0.10',
      乙: 12.5,
      丙: '007',
      丁: '12345678901234567890',
      戊: -3,
      己: '95%',
    });
  });
});
