/**
 * Tables of records: what is computed over their rows is exact, a missing cell is missing and never 0, an empty table has a sum but no
 * mean, and what does not fit is reported at its place, in the ruleset and in the unit’s file.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import { gradeText } from '../../engine/score/json.ts';
import { textOf } from '../../engine/files/messages.ts';
import type { ScoreResult } from '../../engine/values/result.ts';
import { type Parts, first, firstExplained, linkText, rulesetText, scoreSmall, scoreTexts, totalOf } from './small.ts';

const FIELDS =
  '下属机构: { 单位: 记录, 别名: [二级机构], 列: { 名称: 文本, 基本支出: { 单位: 万元, 别名: [基本经费] }, 项目支出: 万元, 人数: 人, 达标: 是非, 完成率: 比率 } }, ' +
  '指标表: { 单位: 记录, 列: { 权重: 分, 完成率: 比率 } }, 基本支出: 万元, 人员: 人';
const TWO =
  '下属机构: [{ 名称: 甲所, 基本支出: 10, 项目支出: 5, 人数: 3, 达标: 是, 完成率: 90% }, { 名称: 乙所, 基本经费: 20.5, 项目支出: 1, 人数: 2, 达标: 否, 完成率: 55.5% }]';
const ALL = `${TWO}, 基本支出: 30.5, 人员: 5`;

function of(formula: string, standard = '率≥1，计满分；率＜1不得分'): Parts {
  return { fields: FIELDS, rows: [`指标: 甲, 分值: 5, 公式: '率＝${formula}', 评分标准: '${standard}'`] };
}

/** The exact value of a formula, in base units. */
function valueOf(formula: string, data = ALL): string {
  const [one] = scoreSmall(of(formula), data).indicators;
  return one?.value === undefined ? (one?.status ?? '') : toExactText(one.value.exact);
}

describe('a call over rows', () => {
  test.each([
    ['合计(下属机构.基本支出)÷基本支出', '1'],
    ['合计（二级机构．基本经费）÷基本支出', '1'],
    ['合计(下属机构的基本支出)÷基本支出', '1'],
    ['合计(下属机构, 基本支出＋项目支出)÷1万元', '36.5'],
    ['合计(下属机构.基本支出＋下属机构.项目支出)÷1万元', '36.5'],
    ['合计(下属机构, 基本支出×完成率)÷1万元', '20.3775'],
    ['平均(下属机构.完成率)', '0.7275'],
    ['最大(下属机构.完成率)', '0.9'],
    ['最小(下属机构.完成率)', '0.555'],
    ['平均(下属机构, 基本支出÷人数)÷1万元×1人', '163/24'],
    ['合计(下属机构.基本支出)÷合计(下属机构.人数)÷1万元×1人', '6.1'],
    ['个数(下属机构)÷1个', '2'],
    ['个数(下属机构, 完成率≥60%)÷个数(下属机构)', '0.5'],
    ['个数(下属机构, 达标)÷个数(下属机构)', '0.5'],
    ['个数(下属机构, 非 达标 且 人数＜3人)÷1个', '1'],
    ['个数(下属机构, 基本支出＞平均(下属机构.基本支出))÷1个', '1'],
    ['合计(最大(下属机构.基本支出, 下属机构.项目支出))÷1万元', '30.5'],
    ['合计(下属机构, 若 达标 则 基本支出 否则 0万元)÷1万元', '10'],
    ['合计(下属机构, 绝对值(基本支出－15万元))÷1万元', '10.5'],
    ['合计(下属机构.人数)÷人员', '1'],
    ['最大(合计(下属机构.基本支出), 基本支出)÷1万元', '30.5'],
  ])('%s is %s', (formula, value) => {
    expect(valueOf(formula)).toBe(value);
  });

  test('takes a column before a field of the same name, and only within the call', () => {
    expect(valueOf('合计(下属机构, 基本支出)÷基本支出', `${TWO}, 基本支出: 61`)).toBe('0.5');
  });

  test('may stand in a standard, and count its steps', () => {
    const bands = of('平均(下属机构.完成率)', '平均(下属机构.完成率)≥60%得5分，否则得2分');
    expect(first(scoreSmall(bands, ALL))).toBe('scored 5');
    const parts = of('个数(下属机构, 完成率＜60%)', '0个计满分，每有1个扣2分，扣完为止');
    expect(first(scoreSmall(parts, ALL))).toBe('scored 3');
  });

  test('may stand in a cross-check', () => {
    const parts = { ...of('1'), checks: ['式: 合计(下属机构.基本支出)＝基本支出, 容差: 0.01万元'] };
    const holds = (data: string): readonly (boolean | undefined)[] =>
      scoreSmall(parts, data).checks.map((check) => check.holds);
    expect(holds(ALL)).toEqual([true]);
    expect(holds(`${TWO}, 基本支出: 30.52`)).toEqual([false]);
    expect(holds('基本支出: 30.5')).toEqual([undefined]);
  });

  test('is shown with what it came to', () => {
    expect(firstExplained(scoreSmall(of('合计(下属机构.基本支出)÷基本支出'), ALL))).toMatch(
      /^率＝30\.5万元÷30\.5万元＝100%/,
    );
    expect(firstExplained(scoreSmall(of('平均(下属机构.完成率)'), ALL))).toMatch(
      /^率＝平均\(下属机构\.完成率\)＝72\.75%/,
    );
  });
});

describe('rows that are not whole', () => {
  const missing = '下属机构: [{ 基本支出: 1, 完成率: 50% }, { 名称: 乙所, 完成率: 70% }]';

  test.each([
    ['合计(下属机构.基本支出)÷1万元', missing, 'missing'],
    ['最大(下属机构.基本支出)÷1万元', missing, 'missing'],
    ['个数(下属机构, 基本支出＞0万元)÷1个', missing, 'missing'],
    ['个数(下属机构)÷1个', missing, '2'],
    ['平均(下属机构.完成率)', missing, '0.6'],
    ['个数(下属机构, 完成率≥60% 或 基本支出＞0万元)÷1个', missing, '2'],
    ['合计(下属机构.基本支出)÷1万元', '下属机构: []', '0'],
    ['个数(下属机构)÷1个', '下属机构: []', '0'],
    ['平均(下属机构.完成率)', '下属机构: []', 'division-by-zero'],
    ['最大(下属机构.完成率)', '下属机构: []', 'division-by-zero'],
    ['最小(下属机构.完成率)', '下属机构: []', 'division-by-zero'],
    ['合计(下属机构.人数)÷合计(下属机构.人数)', '下属机构: []', 'division-by-zero'],
    ['合计(下属机构.人数)÷1人', '人员: 3', 'missing'],
    ['合计(下属机构.人数)÷1人', '下属机构: 不适用', 'not-applicable'],
    ['合计(下属机构.人数)÷1人', '下属机构: [{ 人数: 不适用 }]', 'not-applicable'],
    ['合计(下属机构.人数)÷1人', '下属机构: [{ 人数: 不适用 }, { 名称: 乙 }]', 'missing'],
  ])('%s of { %s } is %s', (formula, data, value) => {
    expect(valueOf(formula, data)).toBe(value);
  });

  test('are asked for by table, row and column', () => {
    const needs = (data: string): readonly string[] =>
      scoreSmall(of('合计(下属机构.基本支出)÷1万元'), data).indicators[0]!.needs.map(
        ({ name, expects }) => `${name} ${expects}`,
      );
    expect(needs(missing)).toEqual(['下属机构第2行的基本支出 万元']);
    expect(needs('下属机构: [{ 名称: 甲 }, { 基本支出: }]')).toEqual([
      '下属机构第1行的基本支出 万元',
      '下属机构第2行的基本支出 万元',
    ]);
    expect(needs('人员: 3')).toEqual(['下属机构 表']);
  });

  test('are said to be none where nothing can be computed of none', () => {
    expect(firstExplained(scoreSmall(of('平均(下属机构.完成率)'), '下属机构: []'))).toMatch(
      /^“下属机构”没有一行；未评/,
    );
  });
});

describe('a fault in the ruleset', () => {
  const marked = (formula: string): readonly string[] => {
    const parts = of(formula);
    const text = rulesetText(parts);
    return linkText(text)
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ code, span }) => `${code} ‹${text.slice(span.start, span.end)}›`);
  };

  test.each([
    ['合计(下属机构.基本支岀)÷基本支出', 'unknown-column ‹下属机构.基本支岀›'],
    ['合计(下属机构.电话)÷基本支出', 'unknown-column ‹下属机构.电话›'],
    ['下属机构.基本支出÷基本支出', 'column-alone ‹下属机构.基本支出›'],
    ['绝对值(下属机构.基本支出)÷基本支出', 'column-alone ‹下属机构.基本支出›'],
    ['下属机构÷基本支出', 'type-mismatch ‹下属机构›'],
    ['合计(下属机构)÷1个', 'wrong-arguments ‹合计(下属机构)›'],
    ['合计(下属机构.基本支出, 1万元)÷1万元', 'wrong-arguments ‹合计(下属机构.基本支出, 1万元)›'],
    ['合计(下属机构, 基本支出, 达标)÷1万元', 'wrong-arguments ‹合计(下属机构, 基本支出, 达标)›'],
    ['合计(下属机构.基本支出＋下属机构.人数)÷1人', 'unit-mismatch ‹下属机构.人数›'],
    ['合计(下属机构.完成率＋指标表.完成率)', 'two-tables ‹指标表.完成率›'],
    ['合计(下属机构, 指标表.完成率)', 'two-tables ‹指标表.完成率›'],
    ['合计(下属机构.名称)÷1个', 'type-mismatch ‹下属机构.名称›'],
    ['个数(下属机构, 基本支出)÷1个', 'type-mismatch ‹基本支出›'],
    ['个数(下属机构.基本支出)÷1个', 'wrong-arguments ‹个数(下属机构.基本支出)›'],
    ['个数(基本支出)÷1个', 'wrong-arguments ‹个数(基本支出)›'],
    ['合计(下属机构.基本支出×分值)÷1万元', 'weight-unknown ‹分值›'],
    ['下属机构＝下属机构', 'type-mismatch ‹下属机构›'],
  ])('%s: %s', (formula, finding) => {
    expect(marked(formula)).toContain(finding);
  });

  test('is offered the column that was meant', () => {
    const { diagnostics } = linkText(rulesetText(of('合计(下属机构.基本支岀)÷基本支出')));
    const fixes = diagnostics.find(({ code }) => code === 'unknown-column')?.fixes ?? [];
    expect(fixes.map(({ title }) => title.zh)).toEqual(['改为“下属机构.基本支出”']);
    expect(fixes[0]?.edits.map(({ text }) => text)).toEqual(['下属机构.基本支出']);
  });

  test.each([
    ['表: { 单位: 记录 }', 'columns-missing'],
    ['表: { 单位: 记录, 列: { 内: { 单位: 记录, 列: { 数: 人 } } } }', 'table-in-table'],
    ['表: { 单位: 记录, 列: { 数: 公担 } }', 'unknown-unit'],
    ['表: { 单位: 记录, 列: { 数: 人, 量: { 单位: 人, 别名: [数] } } }', 'duplicate-name'],
    ['表: { 单位: 记录, 列: { 数: { 单位: 人, 范围: 很多 } } }', 'bad-range'],
  ])('{ %s }: %s', (fields, code) => {
    const rows = ['指标: 甲, 分值: 5, 评分标准: 得满分'];
    expect(linkText(rulesetText({ fields, rows })).diagnostics.map((one) => one.code)).toContain(code);
  });
});

describe('a fault in the unit’s file', () => {
  test.each([
    ['下属机构: 3', '“下属机构”应当是一张表，每行写成“- 列名: 值”'],
    ['下属机构: [{ 基本支岀: 3 }]', '“下属机构”没有“基本支岀”这一列，是不是想写“基本支出”？'],
    ['下属机构: [{ 电话: 3 }]', '“下属机构”没有“电话”这一列（有这些列：名称、基本支出、项目支出、人数、达标、完成率）'],
    ['下属机构: [{ 人数: 1 }, { 人数: 2.5 }]', '“下属机构第2行的人数”为2.5，不在规定的范围（≥0人，整数）内'],
    ['下属机构: [{ 达标: 好 }]', '“下属机构第1行的达标”应当填“是”或“否”，写的是“好”'],
    ['下属机构: [{ 基本支出: 1, 基本经费: 2 }]', '“基本经费”前面已经填过（“基本支出”），同一项只能填一次'],
    ['基本支出: [{ 人数: 3 }]', '“基本支出”应当是一个数，写的是一张表'],
  ])('{ %s }: %s', (data, message) => {
    const { diagnostics } = scoreSmall(of('合计(下属机构.人数)÷1人'), data);
    expect(diagnostics.map((one) => textOf(one, 'zh'))).toEqual([message]);
  });
});

describe('the hash of meaning', () => {
  const hash = (fields: string, formula = '合计(表.数)÷1人'): string =>
    linkText(
      rulesetText({ fields, rows: [`指标: 甲, 分值: 5, 公式: '率＝${formula}', 评分标准: 率≥1计满分；率＜1不得分`] }),
    ).ruleset.hash;
  const plain = '表: { 单位: 记录, 列: { 数: 人, 量: 人 } }';

  test('holds the columns of a table, not their order or spelling', () => {
    expect(hash('表: { 单位: 记录, 列: { 量: 人, 数: { 单位: 人, 含义: 人数 } } }')).toBe(hash(plain));
    expect(hash(plain, '合计（表，数）÷1人')).toBe(hash(plain));
    expect(hash('表: { 单位: 记录, 列: { 数: { 单位: 人, 范围: ≥1人 }, 量: 人 } }')).not.toBe(hash(plain));
    expect(hash(plain, '合计(表.量)÷1人')).not.toBe(hash(plain));
    expect(hash(plain, '最大(表.数)÷1人')).not.toBe(hash(plain));
  });
});

describe('random tables', () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  const tables = fc.array(fc.tuple(cents, fc.integer({ min: 0, max: 400 })), { maxLength: 12 });
  const money = (value: number): string => `${String(Math.trunc(value / 100))}.${String(value % 100).padStart(2, '0')}`;
  const data = (rows: readonly (readonly [number, number])[]): string =>
    `下属机构: [${rows.map(([spent, people]) => `{ 基本支出: ${money(spent)}, 人数: ${String(people)} }`).join(', ')}]`;
  const exact = (formula: string, rows: readonly (readonly [number, number])[]): string => valueOf(formula, data(rows));

  test('are summed and counted exactly, whatever the order of their rows', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 0, max: 400 }), (rows, limit) => {
        const sum = rows.reduce((all, [spent]) => all + BigInt(spent), 0n);
        expect(exact('合计(下属机构.基本支出)÷0.01万元', rows)).toBe(String(sum));
        const above = rows.filter(([, people]) => people > limit).length;
        expect(exact(`个数(下属机构, 人数＞${String(limit)}人)÷1个`, rows)).toBe(String(above));
        const most = rows.length === 0 ? 'division-by-zero' : String(Math.max(...rows.map(([, people]) => people)));
        expect(exact('最大(下属机构.人数)÷1人', rows)).toBe(most);
        const mixed = '平均(下属机构, 基本支出×人数)÷1万元÷1人';
        expect(exact(mixed, rows.toReversed())).toBe(exact(mixed, rows));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the sample of a department with subordinate units', () => {
  const file = (name: string): string => readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
  const unit = file('subordinate-units-unit.yaml');
  const scored = (text: string): ScoreResult => scoreTexts(file('subordinate-units.yaml'), text);

  test('is scored from its tables', () => {
    const result = scored(unit);
    expect([totalOf(result), gradeText(result.grade)]).toEqual(['82.8', '良']);
    expect(result.indicators.map(({ value }) => value?.shown)).toEqual(['100%', '93.6%', '1个', '66.67%', '92%']);
    expect(result.checks.map(({ holds }) => holds)).toEqual([true]);
  });

  test('changes with a row, and with nothing else', () => {
    const late = scored(unit.replace('执行数: 29.5, 按时报送: 是', '执行数: 29.5, 按时报送: 否'));
    expect(totalOf(late)).toBe('72.8');
    const without = scored(unit.replace(/ {4}- \{ 单位名称: 服务中心.*\n/, ''));
    expect(without.indicators.map(({ value }) => value?.shown)).toEqual(['100%', '93.4%', '1个', '50%', '92%']);
    expect(without.checks.map(({ holds }) => holds)).toEqual([false]);
  });

  test('is not scored where a cell is blank that counts', () => {
    const blank = scored(unit.replace('在职人数: 13,', '在职人数: ,'));
    expect(blank.indicators[0]?.status).toBe('missing');
    expect(blank.indicators[0]?.needs.map(({ name }) => name)).toEqual(['下属单位第2行的在职人数']);
    expect(totalOf(blank)).toBe('72.8…82.8');
  });
});
