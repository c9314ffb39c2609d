/** The language service over tables: columns are offered, explained, found and renamed, with their table and within calls over rows. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../engine/files/locate.ts';
import { renameAt } from '../../engine/editor/rename.ts';
import {
  definitionAt,
  fileColours,
  fileCompletions,
  fileHover,
  openRuleset,
  referencesOf,
} from '../../engine/editor/service.ts';
import { at as placeIn } from './service-small.ts';

const FILE = `标题: 小表
家族: small
年度: 2021
状态: 草案
数据:
  下属机构:
    单位: 记录
    别名: [二级机构]
    列:
      名称: 文本
      基本支出: { 单位: 万元, 含义: 人员和公用, 别名: [基本经费] }
      人数: { 单位: 人, 范围: ≥1人 }
  基本支出: 万元
指标:
  - 指标: 比重
    分值: 5
    公式: 比重＝合计（下属机构.基本支出）÷基本支出×100%
    评分标准: ≥90%计5分；＜90%不得分
  - 指标: 规模
    分值: 5
    公式: 大机构数＝个数（下属机构，基本支出÷人数＞3万元÷1人 且 二级机构.基本经费＞1万元）
    评分标准: ≥1个计5分；否则不得分
    样例:
      - { 数据: { 下属机构: [{ 基本支出: 9, 人数: 2 }] }, 得分: 5 }
等次: 8（含）—10分为优；8分以下为差
`;
const open = openRuleset(FILE, 'small.yaml');
const at = (marked: string): number => placeIn(marked, FILE);
const shown = ({ start, end }: { readonly start: number; readonly end: number }): string =>
  `${String(FILE.slice(0, start).split('\n').length)}:${FILE.slice(start, end)}`;

test('the file has nothing that needs saying', () => {
  expect(open.linked?.diagnostics.map(({ code }) => code)).toEqual([]);
});

describe('completion', () => {
  test('offers columns with their table, and a call over a table there is', () => {
    const labels = fileCompletions(open, at('合计（│下属机构')).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['下属机构.基本支出', '下属机构.人数', '合计(表.列)', '个数(表)']));
  });

  test('after a table and a dot puts in the column and nothing twice', () => {
    const text = FILE.replace('合计（下属机构.基本支出）', '合计（下属机构.');
    const half = openRuleset(text, 'small.yaml');
    const found = fileCompletions(half, text.indexOf('合计（下属机构.') + '合计（下属机构.'.length).find(
      ({ label }) => label === '下属机构.人数',
    );
    expect(found && applyEdits(text, [found.edit])).toContain('公式: 比重＝合计（下属机构.人数÷基本支出×100%');
  });
});

describe('hover', () => {
  test.each([
    ['下属机构.基│本支出）÷', '下属机构.基本支出：万元，下属机构.基本支出≥0万元；人员和公用；又称基本经费'],
    ['，│基本支出÷人数', '基本支出（下属机构.基本支出）：万元，下属机构.基本支出≥0万元；人员和公用；又称基本经费'],
    ['│人数: {', '人数（下属机构.人数）：人，整数，下属机构.人数≥1人'],
    ['个数（下属│机构', '下属机构：表，每行有：名称、基本支出、人数；又称二级机构'],
    ['÷基本│支出×', '基本支出：万元，基本支出≥0万元'],
  ])('at %s says %s', (marked, line) => {
    expect(fileHover(open, at(marked))?.lines[0]?.zh).toBe(line);
  });
});

describe('a column', () => {
  test.each([
    ['合计（下属机构.基│本支出', '11:基本支出'],
    ['合计（下属│机构', '6:下属机构'],
    ['，基│本支出÷人数', '11:基本支出'],
    ['二级机构.基本│经费', '11:基本经费'],
    ['÷人│数＞', '12:人数'],
    ['÷基本│支出×', '13:基本支出'],
  ])('at %s is declared at %s', (marked, place) => {
    const found = definitionAt(open, at(marked));
    expect(found && shown(found.target)).toBe(place);
  });

  test('is found wherever it is written, the field of its name is not', () => {
    expect(referencesOf(open, at('      │基本支出:')).map(({ span }) => shown(span))).toEqual([
      '11:基本支出',
      '11:基本经费',
      '17:基本支出',
      '21:基本支出',
      '21:基本经费',
      '24:基本支出',
    ]);
    expect(referencesOf(open, at('  │基本支出: 万元')).map(({ span }) => shown(span))).toEqual([
      '13:基本支出',
      '17:基本支出',
    ]);
  });

  test('is renamed in every place, and its table too', () => {
    const renamed = (marked: string, name: string): string | undefined => {
      const renaming = renameAt(open, at(marked), name);
      return renaming.kind === 'edits' ? applyEdits(FILE, renaming.edits) : renaming.reason;
    };
    expect(renamed('，基│本支出÷人数', '经常支出')).toBe(
      FILE.replace('      基本支出:', '      经常支出:')
        .replace('下属机构.基本支出', '下属机构.经常支出')
        .replace('，基本支出÷人数', '，经常支出÷人数')
        .replace('[{ 基本支出: 9', '[{ 经常支出: 9'),
    );
    expect(renamed('  下属│机构:', '直属单位')).toBe(FILE.replaceAll('下属机构', '直属单位'));
    expect(renamed('      │人数:', '基本支出')).toBe('clash');
    expect(renamed('  │基本支出: 万元', '人数')).toBe(
      FILE.replace('  基本支出: 万元', '  人数: 万元').replace('÷基本支出×', '÷人数×'),
    );
  });
});

test('every column of a formula is coloured as a name', () => {
  const pieces = fileColours(open).map(({ span, colour }) => `${colour} ${FILE.slice(span.start, span.end)}`);
  expect(pieces).toEqual(expect.arrayContaining(['name 下属机构.基本支出', 'name 二级机构.基本经费', 'name 人数']));
});
