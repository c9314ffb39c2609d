/** Items put into lists: whatever they hold, wherever the list stands, and nothing else of the file moved. */
import { describe, expect, test } from 'vitest';
import { addContent, type Content, readYaml, sourceFile, type TreePath } from '../../engine/index.ts';

function added(text: string, list: TreePath, to: number, item: Content, lines = false): string | undefined {
  const file = sourceFile(readYaml(text));
  return file && addContent(file, list, to, item, { order: ['名', '豁免', '样例'], lines })?.text;
}

const EXAMPLE = new Map<string, Content>([
  ['说明', '正好: 100%'],
  [
    '数据',
    new Map([
      ['甲', '1'],
      ['“乙”数', '96.2%'],
    ]),
  ],
  ['得分', '3'],
]);
const WRITTEN = '{ 说明: "正好: 100%", 数据: { 甲: 1, “乙”数: 96.2% }, 得分: 3 }';

describe('an item', () => {
  test.each<readonly [string, string, TreePath, number, string]>([
    [
      'goes behind the last',
      '样例: # 两个\n  - { 甲: 1 }\n  - { 甲: 2 } # 二\n其他: x\n',
      ['样例'],
      2,
      `样例: # 两个\n  - { 甲: 1 }\n  - { 甲: 2 } # 二\n  - ${WRITTEN}\n其他: x\n`,
    ],
    [
      'goes before the first, under its comment',
      '样例:\n  # 一\n  - { 甲: 1 }\n',
      ['样例'],
      0,
      `样例:\n  - ${WRITTEN}\n  # 一\n  - { 甲: 1 }\n`,
    ],
    ['goes into a list in brackets', '样例: [{ 甲: 1 }]\n', ['样例'], 1, `样例: [{ 甲: 1 }, ${WRITTEN}]\n`],
    [
      'begins a list behind the keys before it',
      '- 名: 某\n  样例:\n    - { 甲: 1 }\n',
      [0, '豁免'],
      0,
      `- 名: 某\n  豁免:\n    - ${WRITTEN}\n  样例:\n    - { 甲: 1 }\n`,
    ],
    ['begins a list at the end of the file', '名: 某', ['样例'], 0, `名: 某\n样例:\n  - ${WRITTEN}\n`],
    ['begins a list within braces', '甲: { 名: 某 }\n', ['甲', '样例'], 0, `甲: { 名: 某, 样例: [${WRITTEN}] }\n`],
    ['fills an empty list', '名: 某\n样例: []\n其他: x\n', ['样例'], 0, `名: 某\n样例:\n  - ${WRITTEN}\n其他: x\n`],
  ])('%s', (_title, text, list, to, expected) => {
    expect(added(text, list, to, EXAMPLE)).toBe(expected);
  });

  test('has its entries and the items below it on lines of their own where that is asked', () => {
    const heading = new Map<string, Content>([
      ['名', '标题'],
      [
        '下级',
        [
          new Map([
            ['名', '第一项'],
            ['分值', '0'],
          ]),
        ],
      ],
    ]);
    expect(added('表:\n  - 名: 甲\n', ['表'], 1, heading, true)).toBe(
      '表:\n  - 名: 甲\n  - 名: 标题\n    下级:\n      - 名: 第一项\n        分值: 0\n',
    );
  });
});
