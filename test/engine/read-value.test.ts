/**
 * Figures as clerks hand them in: what is plain is taken, what is not gets one finding at its place, with what to write instead
 * where that can be told. Applying a fix leaves a figure that is taken.
 */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../engine/files/locate.ts';
import { textOf } from '../../engine/files/messages.ts';
import { loadUnit } from '../../engine/files/unit-file.ts';
import { readValues } from '../../engine/ruleset/values.ts';
import { linkText, ratioRow, rulesetText } from './small.ts';

const FIELDS =
  '支出数: 万元, 人数: 人, 满意度: { 单位: 比率, 范围: 0%—100% }, 增长率: 比率, 千分率: ‰, 百分数: "%", 倍数: 倍, 日期一: 日期, 报送: 是非, 评价: { 单位: 等级, 选项: [较好, 一般] }';
const { ruleset } = linkText(
  rulesetText({ fields: `${FIELDS}, 甲: 万元, 乙: 万元`, rows: [ratioRow('率≥1，计5分；率＜1，不得分')] }),
);

function read(line: string): { text: string; values: ReturnType<typeof readValues>; shown: readonly string[] } {
  const text = `单位: 某单位\n家族: small\n年度: 2020\n数据:\n  ${line}\n`;
  const { unit, diagnostics } = loadUnit(text, 'unit.yaml');
  if (unit === undefined || diagnostics.length > 0) throw new Error(`cannot be read: ${line}`);
  const values = readValues(unit, ruleset);
  return { text, values, shown: [...values.written.values()] };
}

describe('is taken', () => {
  test.each<[line: string, shown: string]>([
    ['支出数: 1,234.5', '1,234.5万元'],
    ['支出数: １，２３４．５', '1,234.5万元'],
    ['支出数: 12345000元', '12345000元'],
    ['支出数: { 值: 90, 处: 表一 }', '90万元'],
    ['增长率: １２．４４％', '12.44%'],
    ['千分率: 5', '5‰'],
    ['百分数: 96', '96%'],
    ['倍数: 3', '3倍'],
    ['日期一: 2021/3/31', '2021/3/31'],
  ])('%s as %s', (line, shown) => {
    const found = read(line);
    expect(found.values.diagnostics).toEqual([]);
    expect(found.shown).toEqual([shown]);
  });

  test.each<[line: string, percent: string]>([
    ['增长率: 0.1244', '12.44%'],
    ['增长率: -0.05', '-5%'],
    ['满意度: 1', '100%'],
  ])('a ratio without its sign, with a note: %s as %s', (line, percent) => {
    const { values, shown } = read(line);
    expect(shown).toEqual([percent]);
    expect(values.diagnostics.map(({ code, severity, data }) => [code, severity, data['percent']])).toEqual([
      ['ratio-without-percent', 'info', percent],
    ]);
  });
});

describe('is refused with one finding at its place', () => {
  test.each<[line: string, message: string, fixes: readonly string[]]>([
    [
      '满意度: 96.2',
      '“满意度”是比率，写的是“96.2”，没有百分号：请写成“96.2%”，确实是96.2倍的写成“9620%”',
      ['96.2%', '9620%'],
    ],
    [
      '增长率: -12.5',
      '“增长率”是比率，写的是“-12.5”，没有百分号：请写成“-12.5%”，确实是-12.5倍的写成“-1250%”',
      ['-12.5%', '-1250%'],
    ],
    ['支出数: 90左右', '“支出数”应当是数值（万元），写的是“90左右”', ['90']],
    ['支出数: 约1,200万元', '“支出数”应当是数值（万元），写的是“约1,200万元”', ['1200万元']],
    ['支出数: 九十', '“支出数”应当是数值（万元），写的是“九十”', ['90']],
    ['支出数: 1 234.5', '“支出数”应当是数值（万元），写的是“1 234.5”', ['1234.5']],
    ['支出数: 30+60', '“支出数”应当是数值（万元），写的是“30+60”', []],
    ['支出数: 无', '“支出数”应当是数值（万元），写的是“无”', ['0', '不适用']],
    ['支出数: /', '“支出数”应当是数值（万元），写的是“/”', ['0', '不适用']],
    ['支出数: 90人', '“支出数”的单位是万元，写的是“90人”，单位不合', []],
    ['增长率: 百分之五', '“增长率”应当是数值（%），写的是“百分之五”', ['5%']],
    ['人数: -4', '“人数”为-4，不在规定的范围（≥0人，整数）内', []],
    ['人数: 4.5', '“人数”为4.5，不在规定的范围（≥0人，整数）内', []],
    ['满意度: 120%', '“满意度”为120%，不在规定的范围（0%—100%）内', []],
    ['日期一: 3月31日', '“日期一”应当是带年份的日期（如2020-12-31），写的是“3月31日”', []],
    ['报送: √', '“报送”应当填“是”或“否”，写的是“√”', ['是']],
    ['报送: No', '“报送”应当填“是”或“否”，写的是“No”', ['否']],
    ['报送: 已报', '“报送”应当填“是”或“否”，写的是“已报”', []],
    ['评价: 较妤', '“评价”没有“较妤”这一等级，是不是想写“较好”？（可以填：较好、一般）', ['较好']],
    ['评价: 优', '“评价”没有“优”这一等级（可以填：较好、一般）', []],
    ['支出总数: 90', '规则集的“数据”里没有“支出总数”，是不是想写“支出数”？', ['支出数']],
  ])('%s', (line, message, fixes) => {
    const { text, values } = read(line);
    expect(values.diagnostics.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual([message]);
    const [found] = values.diagnostics;
    expect(line).toContain(text.slice(found?.span.start, found?.span.end));
    expect(found?.fixes.flatMap(({ edits }) => edits.map((edit) => edit.text))).toEqual(fixes);
    for (const fix of found?.fixes ?? []) {
      const fixed = applyEdits(text, fix.edits)?.split('\n')[4]?.trim() ?? '';
      const again = read(fixed).values.diagnostics.map(({ code }) => code);
      expect(again).toEqual(fix.edits[0]?.text === '9620%' ? ['out-of-range'] : []);
    }
  });

  test('a name that is none, though the one it resembles is there: then that one was not meant', () => {
    const { values } = read('支出数: 90\n  支出总数: 91');
    expect(values.diagnostics.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual([
      '规则集的“数据”里没有“支出总数”',
    ]);
  });
});
