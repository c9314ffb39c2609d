/**
 * Tables on a fixed-width screen: Chinese takes two columns a character, figures stand with their decimal points in one column.
 */
import { describe, expect, test } from 'vitest';
import { cut, padLeft, padRight, tableLines, widthOf, wrap } from '../../cli/table.ts';

describe('width', () => {
  test.each([
    ['abc', 3],
    ['得分', 4],
    ['“三公经费”控制率', 16],
    ['78.24%', 6],
    ['（含）', 6],
    ['＝', 2],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  test('padding counts columns, not characters', () => {
    expect([padRight('分值', 6), padLeft('分值', 6), padLeft('评分标准', 6)]).toEqual(['分值  ', '  分值', '评分标准']);
  });

  test('a cut never splits a wide character', () => {
    expect([cut('预算完成率', 5), cut('预算完成率', 0), cut('ab', 9)]).toEqual(['预算', '', 'ab']);
  });
});

describe('a table', () => {
  const columns = [
    { title: '指标', align: 'left' },
    { title: '数值', align: 'point' },
    { title: '得分', align: 'point' },
    { title: '依据', align: 'left' },
  ] as const;

  test('puts decimal points under each other, whatever unit follows', () => {
    const rows = [
      { cells: ['预算完成率', '78.24%', '0', '扣完'] },
      { cells: ['在职人员控制率', '100%', '2.75', '计满分'] },
      { cells: ['面积', '9.5万元', '≈12.3333', ''] },
    ];
    expect(tableLines(columns, rows, 80)).toEqual([
      '指标                 数值      得分  依据',
      '───────────────────────────────────────────',
      '预算完成率       78.24%      0       扣完',
      '在职人员控制率  100%         2.75    计满分',
      '面积              9.5万元  ≈12.3333',
    ]);
  });

  test('starts every cell of a column at the same place', () => {
    const rows = ['政府采购执行率', '“三公经费”变动率', 'abc'].map((name) => ({ cells: [name, '', '', '|'] }));
    const places = tableLines(columns, rows, 80)
      .slice(2)
      .map((line) => widthOf(line.slice(0, line.indexOf('|'))));
    expect(new Set(places).size).toBe(1);
  });

  test('wraps its last column to the screen and no line is wider', () => {
    const rows = [
      { cells: ['预算调整率', '12.44%', '3', '预算调整率10%—20%（含），计3分；20%—30%（含），计2分；大于30%不得分。'] },
    ];
    const lines = tableLines(columns, rows, 50);
    expect(lines.slice(2)).toEqual([
      '预算调整率  12.44%     3  预算调整率10%—20%',
      '                          （含），计3分；20%—30%',
      '                          （含），计2分；大于30%不',
      '                          得分。',
    ]);
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(50);
  });

  test('draws a rule above a row that asks for one, and paints whole lines', () => {
    const [, , , rule, total] = tableLines(
      columns.slice(0, 2),
      [{ cells: ['甲', '1'] }, { cells: ['总分', '1'], ruled: true, paint: (line) => `<${line}>` }],
      80,
    );
    expect([rule, total]).toEqual(['──────────', '<总分     1>']);
  });
});

describe('wrapping', () => {
  test('keeps closing signs with what precedes them, and figures whole', () => {
    expect(wrap('在职人数（人）、编制数（人）；66.67%≤100%，计满分。', 16)).toEqual([
      '在职人数（人）、',
      '编制数（人）；',
      '66.67%≤100%，计',
      '满分。',
    ]);
  });

  test('keeps a half-width bracket with what it closes', () => {
    expect(wrap('从5分起“计满分”)', 14)).toEqual(['从5分起“计满', '分”)']);
  });

  test('keeps line breaks and empty lines', () => {
    expect(wrap('一\n\n二', 10)).toEqual(['一', '', '二']);
  });

  test('cuts a word that is wider than the line', () => {
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('does not hang on a line narrower than one character', () => {
    expect(wrap('得分', 1)).toEqual(['得', '分']);
  });
});
