/**
 * Linking: names are found whatever their order and width, and what cannot be found is pointed at where it stands in the file, with
 * the name that was meant; weights are summed, units checked, cycles never passed over.
 */
import { describe, expect, test } from 'vitest';
import { MESSAGES, textOf } from '../../engine/files/messages.ts';
import { markedBy, unfilled } from './marked.ts';
import { type Parts, first, linkText, ratioRow, rulesetText, scoreSmall } from './small.ts';

const GOOD = '率≥100%，计满分；率＜100%不得分';

function errorsOf(text: string): ReturnType<typeof linkText>['diagnostics'] {
  return linkText(text).diagnostics.filter(({ severity }) => severity === 'error');
}

/** The line of `text` with the first error, marked, and its code. */
function marked(text: string): readonly [line: string, code: string] {
  const [error] = errorsOf(text);
  const { marked: shown, codes } = markedBy(text, error === undefined ? [] : [error]);
  return [shown.split('\n').find((line) => line.includes('‹')) ?? '', codes[0] ?? ''];
}

describe('a name that is not declared', () => {
  test('is pointed at in a formula, with the name that was meant as a fix', () => {
    const text = rulesetText({
      fields: '甲: 万元, 采购预算数: 万元',
      rows: [ratioRow(GOOD).replace('甲÷乙', '甲÷采购预算')],
    });
    const [error] = errorsOf(text);
    expect(marked(text)).toEqual([
      `  - { 指标: 甲乙, 分值: 5, 公式: 率＝甲÷‹采购预算›×100%, 评分标准: '${GOOD}' }`,
      'unknown-name',
    ]);
    expect(error?.data['suggestion']).toBe('采购预算数');
    expect(error?.fixes.map(({ edits }) => edits.map((edit) => edit.text))).toEqual([['采购预算数']]);
  });

  test.each<[where: string, parts: Parts, place: string]>([
    ['a cross-check', { rows: [ratioRow(GOOD)], checks: ['式: 甲＝丁丁'] }, '＝‹丁丁›'],
    ['a tolerance', { rows: [ratioRow(GOOD)], checks: ['式: 甲＝乙, 容差: 丁丁'] }, '‹丁丁›'],
    ['a parameter', { rows: [ratioRow(GOOD)], parameters: '界线: 丁丁×2' }, '‹丁丁›×2'],
    ['a 量', { rows: ["指标: 甲, 分值: 5, 量: [丁丁], 评分标准: '丁丁≥1，计5分；丁丁＜1不得分'"] }, '‹丁丁›'],
    ['a 别称', { rows: [ratioRow(GOOD, '别称: { 比例: 丁丁 }')] }, '‹丁丁›'],
    [
      'a quoted scalar',
      { rows: [ratioRow(GOOD).replace('率＝甲÷乙×100%', "'率＝甲÷丁丁×100%'")] },
      "'率＝甲÷‹丁丁›×100%'",
    ],
    [
      'a quoted scalar with escapes',
      { rows: [ratioRow(GOOD).replace('率＝甲÷乙×100%', String.raw`"率＝甲\u00f7丁丁×100%"`)] },
      String.raw`"率＝甲\u00f7‹丁丁›×100%"`,
    ],
  ])('is pointed at in %s', (_where, parts, place) => {
    expect(marked(rulesetText(parts))[0]).toContain(place);
  });

  test('is pointed at in a block of several lines', () => {
    const text = rulesetText({ rows: [ratioRow(GOOD)] }).replace(/ {2}- \{.*\}/, () =>
      [
        '  - 指标: 甲乙',
        '    分值: 5',
        '    公式: >-',
        '      率＝甲÷',
        '      丁丁丁丁×100%',
        `    评分标准: ${GOOD}`,
      ].join('\n'),
    );
    expect(marked(text)).toEqual(['      ‹丁丁丁丁›×100%', 'unknown-name']);
  });
});

describe('formulas', () => {
  const chain = (names: string): readonly string[] =>
    [...names].map((name, index) => {
      const next = names[index + 1];
      return `指标: 第${name}, 分值: 1, 公式: ${name}率＝${next === undefined ? '甲÷乙' : `${next}率×2`}, 评分标准: 得分＝${name}率×分值，满分为止`;
    });

  test.each([['子丑寅'], ['寅丑子']])('use each other in any order of the file: %s', (order) => {
    const rows = [...order].map((name) => chain('子丑寅').find((row) => row.startsWith(`指标: 第${name}`)) ?? '');
    const result = scoreSmall({ rows }, '甲: 1, 乙: 8');
    expect(
      Object.fromEntries(
        result.indicators.map(({ name, points }) => [name, `${points?.numerator}/${points?.denominator}`]),
      ),
    ).toEqual({
      第子: '1/2',
      第丑: '1/4',
      第寅: '1/8',
    });
  });

  test.each([
    ['in full width', '率＝（甲÷乙）×１００％'],
    ['in half width', '率=(甲/乙)*100%'],
    ['with spaces', '率 ＝ （ 甲 ÷ 乙 ） × 100%'],
    ['by another name of a field', '率＝在编人数÷人数×甲÷乙'],
  ])('are read %s', (_how, formula) => {
    expect(
      first(scoreSmall({ rows: [ratioRow(GOOD).replace('率＝甲÷乙×100%', `'${formula}'`)] }, '甲: 1, 乙: 1, 人数: 1')),
    ).toBe('scored 5');
  });

  test('that add money to people are an error at the place', () => {
    const text = rulesetText({ rows: [ratioRow(GOOD).replace('甲÷乙', '（甲＋人数）÷乙')] });
    expect(marked(text)).toEqual([
      `  - { 指标: 甲乙, 分值: 5, 公式: 率＝（甲＋‹人数›）÷乙×100%, 评分标准: '${GOOD}' }`,
      'unit-mismatch',
    ]);
  });

  test('in a circle are an error', () => {
    const rows = chain('子丑').map((row) => row.replace('甲÷乙', '子率×2'));
    expect(errorsOf(rulesetText({ rows }))).not.toEqual([]);
    expect(errorsOf(rulesetText({ rows: [ratioRow(GOOD).replace('甲÷乙', '率÷乙')] }))).not.toEqual([]);
  });

  test('of one name are an error at the second one', () => {
    const text = rulesetText({ rows: [ratioRow(GOOD), ratioRow(GOOD).replace('指标: 甲乙', '指标: 另')] });
    expect(marked(text)).toEqual([
      `  - { 指标: 另, 分值: 5, 公式: ‹率›＝甲÷乙×100%, 评分标准: '${GOOD}' }`,
      'duplicate-name',
    ]);
  });
});

describe('a name declared twice is an error', () => {
  test.each<[what: string, parts: Parts, code: string]>([
    [
      'as field and other name',
      { fields: '甲: { 单位: 万元, 别名: [乙] }, 乙: 万元', rows: [ratioRow(GOOD)] },
      'duplicate-name',
    ],
    [
      'as two other names',
      { fields: '甲: { 单位: 万元, 别名: [丁] }, 乙: { 单位: 万元, 别名: [丁] }', rows: [ratioRow(GOOD)] },
      'duplicate-name',
    ],
    [
      'in another width',
      { fields: '甲: 万元, 乙: 万元, 丁（境）: 人, 丁(境): 人', rows: [ratioRow(GOOD)] },
      'duplicate-name',
    ],
    [
      'with other quotes',
      { fields: `甲: 万元, 乙: 万元, “三公”数: 人, '"三公"数': 人`, rows: [ratioRow(GOOD)] },
      'duplicate-name',
    ],
    ['as field and formula', { rows: [ratioRow(GOOD).replace('率＝', '丙＝')] }, 'duplicate-name'],
    [
      'as two indicators',
      { rows: [ratioRow(GOOD), "指标: 甲乙, 分值: 5, 评分标准: '按时报送的计满分，否则不得分'"] },
      'duplicate-indicator',
    ],
  ])('%s', (_what, parts, code) => {
    expect(errorsOf(rulesetText(parts)).map((error) => error.code)).toContain(code);
  });
});

describe('weights', () => {
  const grouped = (weight: string): string =>
    rulesetText({
      rows: [
        `指标: 一级, 分值: ${weight}, 下级: [{ ${ratioRow(GOOD)} }, { ${ratioRow('人数≥1人，计满分；人数＜1人不得分', '量: [人数]', '2.5').replace('指标: 甲乙', '指标: 另').replace('公式: 率＝甲÷乙×100%, ', '')} }]`,
      ],
    });

  test.each([
    ['7.5', []],
    ['7.50', []],
    ['8', ['weight-mismatch']],
    ['7', ['weight-mismatch']],
  ])('of a heading %s over 5 and 2.5: %j', (weight, codes) => {
    expect(errorsOf(grouped(weight)).map(({ code }) => code)).toEqual(codes);
  });

  test('that do not add up are said with both sums, at the heading’s 分值', () => {
    const [error] = errorsOf(grouped('7'));
    expect(textOf(error!, 'zh')).toBe('“一级”分值7分，下级合计7.5分，不相等');
    expect(marked(grouped('7'))[0]).toContain('指标: 一级, 分值: ‹7›,');
  });

  test.each([
    ['-5', 'weight-negative'],
    ['五', 'weight-not-constant'],
    ['甲', 'weight-not-constant'],
    ['丁丁', 'weight-not-constant'],
  ])('of an indicator cannot be %s', (weight, code) => {
    expect(errorsOf(rulesetText({ rows: [ratioRow(GOOD, '', weight)] })).map((error) => error.code)).toContain(code);
  });
});

describe('a parameter', () => {
  test.each<[use: string, parts: Parts, result: string]>([
    ['as threshold', { parameters: '界线: 90%', rows: [ratioRow('率≥界线，计满分；率＜界线不得分')] }, 'scored 5'],
    ['as weight', { parameters: '满: 4', rows: [ratioRow(GOOD.replaceAll('100%', '90%'), '', '满')] }, 'scored 4'],
    [
      'in a weight',
      { parameters: '满: 4', rows: [ratioRow(GOOD.replaceAll('100%', '90%'), '', '满÷2＋1')] },
      'scored 3',
    ],
    [
      'with a unit',
      {
        parameters: '界线: { 值: 9, 单位: 万元 }',
        rows: ["指标: 甲, 分值: 5, 量: [甲], 评分标准: '甲≥界线，计满分；甲＜界线不得分'"],
      },
      'scored 5',
    ],
    ['in a formula', { parameters: '系数: 2', rows: [ratioRow(GOOD).replace('甲÷乙', '甲÷乙×系数')] }, 'scored 5'],
    [
      'after another one',
      { parameters: '底: 45%, 界线: 底×2', rows: [ratioRow('率≥界线，计满分；率＜界线不得分')] },
      'scored 5',
    ],
  ])('works %s', (_use, parts, result) => {
    expect(first(scoreSmall(parts, '甲: 9, 乙: 10'))).toBe(result);
  });
});

describe('every finding of linking', () => {
  test.each<[what: string, parts: Parts]>([
    ['an unknown unit', { fields: '甲: 万圆, 乙: 万元', rows: [ratioRow(GOOD)] }],
    ['a range that is none', { fields: '甲: { 单位: 万元, 范围: 差不多 }, 乙: 万元', rows: [ratioRow(GOOD)] }],
    ['levels without words', { fields: '甲: 万元, 乙: 万元, 评级: 等级', rows: [ratioRow(GOOD)] }],
    ['a check that is no relation', { rows: [ratioRow(GOOD)], checks: ['式: 甲＋乙'] }],
    ['a tolerance of another unit', { rows: [ratioRow(GOOD)], checks: ['式: 甲＝乙, 容差: 3人'] }],
  ])('has all that its message needs: %s', (_what, parts) => {
    const errors = errorsOf(rulesetText(parts));
    expect(errors).not.toEqual([]);
    expect(errors.flatMap((error) => [...unfilled(error), ...(error.code in MESSAGES ? [] : [error.code])])).toEqual(
      [],
    );
  });
});
