/**
 * Changes of a YAML file: exactly what was meant changes, comments and every other line stay, and what cannot be written is refused.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addItem,
  copyItem,
  moveItem,
  nodeAt,
  remove,
  setText,
  type SourceFile,
  sourceFile,
  type TreePath,
} from '../../engine/files/rewrite-yaml.ts';
import { readYaml } from '../../engine/files/yaml.ts';

const FILE = `# head
标题: 甲 # beside
数据: { 人数: 人, 面积: 平方米 }
指标:
  - 指标: 投入
    下级:
      # over the first
      - 指标: 一
        分值: 3
        评分标准: |-
          第一行
          第二行
      - 指标: 二 # behind
        分值: 2
  - 指标: 产出
    分值: 5
`;

function open(text: string): SourceFile {
  const file = sourceFile(readYaml(text));
  if (file === undefined) throw new Error('a test begins with a file that can be read');
  return file;
}

/** The lines that are gone, and those that are new. */
function difference(before: string, after: string | undefined): { readonly gone: string[]; readonly come: string[] } {
  const [old, now] = [before.split('\n'), (after ?? '').split('\n')];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

describe('a text set', () => {
  test.each<[title: string, path: TreePath, value: string, gone: string[], come: string[]]>([
    ['keeps the comment beside it', ['标题'], '乙', ['标题: 甲 # beside'], ['标题: 乙 # beside']],
    ['is quoted where it must be', ['标题'], '乙: # 丙', ['标题: 甲 # beside'], ["标题: '乙: # 丙' # beside"]],
    [
      'in braces minds their commas',
      ['数据', '人数'],
      '个, 件',
      ['数据: { 人数: 人, 面积: 平方米 }'],
      ["数据: { 人数: '个, 件', 面积: 平方米 }"],
    ],
    [
      'under a new key comes last',
      ['数据', '金额'],
      '元',
      ['数据: { 人数: 人, 面积: 平方米 }'],
      ['数据: { 人数: 人, 面积: 平方米, 金额: 元 }'],
    ],
    ['under new keys makes the maps', ['参数', '甲', '值'], '1.50', [], ['参数:', '  甲:', '    值: 1.50']],
    [
      'in a block stays a block',
      ['指标', 0, '下级', 0, '评分标准'],
      '另一行\n再一行',
      ['          第一行', '          第二行'],
      ['          另一行', '          再一行'],
    ],
  ])('%s', (_title, path, value, gone, come) => {
    expect(difference(FILE, setText(open(FILE), path, value)?.text)).toEqual({ gone, come });
  });

  test('stands behind the keys that come before it', () => {
    const after = setText(open(FILE), ['指标', 0, '下级', 0, '公式'], 'x', ['指标', '分值', '公式', '评分标准'])?.text;
    expect(after).toContain('        分值: 3\n        公式: x\n        评分标准: |-\n');
  });

  test('fills a key that had nothing, with or without a line after it', () => {
    expect(setText(open('甲:\n乙: 1\n'), ['甲'], '2')?.text).toBe('甲: 2\n乙: 1\n');
    expect(setText(open('乙: 1\n甲:'), ['甲', '丙'], '2')?.text).toBe('乙: 1\n甲:\n  丙: 2\n');
  });

  test('is refused where something else stands', () => {
    expect(setText(open(FILE), ['指标'], '无')).toBeUndefined();
    expect(setText(open(FILE), ['标题', '下'], '无')).toBeUndefined();
  });

  test('any text at all is read again as it was written, and nothing else changes', () => {
    const paths: readonly TreePath[] = [
      ['标题'],
      ['数据', '面积'],
      ['指标', 0, '下级', 0, '评分标准'],
      ['指标', 1, '说明'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.string({ unit: 'grapheme', minLength: 1 }), (path, value) => {
        const after = setText(open(FILE), path, value);
        if (after === undefined) throw new Error(`not written: ${JSON.stringify(value)}`);
        const node = nodeAt(after.root, path);
        expect(node?.kind === 'scalar' && node.text).toBe(value);
        expect(after.text).toContain('# over the first');
        expect(after.text).toContain('# behind');
      }),
    );
  });
});

describe('an item', () => {
  test('moves with its comment, into another level too', () => {
    const moved = moveItem(open(FILE), ['指标', 0, '下级', 0], ['指标'], 2)?.text;
    expect(moved).toContain(
      '    分值: 5\n  # over the first\n  - 指标: 一\n    分值: 3\n    评分标准: |-\n      第一行\n      第二行\n',
    );
  });

  test('moved down and up again is where it was', () => {
    const list: TreePath = ['指标', 0, '下级'];
    const down = moveItem(open(FILE), [...list, 0], list, 2);
    expect(down && moveItem(down, [...list, 1], list, 0)?.text).toBe(FILE);
  });

  test('is not moved into itself', () => {
    expect(moveItem(open(FILE), ['指标', 0], ['指标', 0, '下级'], 0)).toBeUndefined();
  });

  test('copied and taken out again leaves the file as it was', () => {
    const copied = copyItem(open(FILE), ['指标', 0, '下级', 1], ['指标', 0, '下级'], 2);
    expect(copied && remove(copied, ['指标', 0, '下级', 2])?.text).toBe(FILE);
  });

  test('added stands in its place with its texts', () => {
    const added = addItem(open(FILE), ['指标'], 1, [
      ['指标', '过程: 一'],
      ['分值', '0.50'],
    ]);
    expect(difference(FILE, added?.text)).toEqual({ gone: [], come: ['  - 指标: "过程: 一"', '    分值: 0.50'] });
  });

  test('the last of a list is not taken out, nor is what stands in braces', () => {
    expect(remove(open('甲:\n  - 乙\n'), ['甲', 0])).toBeUndefined();
    expect(moveItem(open('甲: [乙, 丙]\n'), ['甲', 0], ['甲'], 2)).toBeUndefined();
  });
});

test('an entry is taken out of a block with its lines, and out of braces with its comma', () => {
  expect(remove(open(FILE), ['指标', 0, '下级', 0, '评分标准'])?.text).not.toContain('第一行');
  expect(remove(open(FILE), ['数据', '人数'])?.text).toContain('数据: { 面积: 平方米 }');
  expect(remove(open(FILE), ['数据', '面积'])?.text).toContain('数据: { 人数: 人 }');
});
