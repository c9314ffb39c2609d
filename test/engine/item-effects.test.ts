/** What a miss in one item does to others: whom it names, what is left of their points, and how it is told. */
import { describe, expect, test } from 'vitest';
import { meaningHash } from '../../engine/ruleset/hash.ts';
import { explain } from '../../engine/score/explain.ts';
import { textOf } from '../../engine/files/messages.ts';
import { toJson } from '../../engine/score/json.ts';
import { briefly, linkText, scoreTexts, totalOf } from './small.ts';

/** 报送 beside 数量 (8) under 过程, 质量 (7) under 产出指标 › 质量类, and 效益 (6) at the top. */
function rules(standard: string, head = ''): string {
  const other = (name: string): string => `{ 指标: ${name}, 分值: 10, 量: [${name}数], 评分标准: '得分＝${name}数' }`;
  return `标题: 互相影响
家族: small
年度: 2020
状态: 草案
${head}数据: { 数量数: 分, 质量数: 分, 效益数: 分, 率: 比率 }
指标:
  - { 指标: 过程, 下级: [{ 指标: 报送, 分值: 10, 评分标准: '${standard}' }, ${other('数量')}] }
  - { 指标: 产出指标, 下级: [{ 指标: 质量类, 下级: [${other('质量')}] }] }
  - ${other('效益')}
等次: 60（含）—100分为优；60分以下为差
`;
}

function scored(standard: string, judged = '', figures = '数量数: 8, 质量数: 7, 效益数: 6, 率: 50%', head = '') {
  const unit = `单位: 某\n家族: small\n年度: 2020\n数据: { ${figures} }\n${judged === '' ? '' : `评定: { 报送: { ${judged} } }\n`}`;
  return scoreTexts(rules(standard, head), unit);
}

function brief(standard: string, judged?: string, figures?: string, head?: string): string {
  return scored(standard, judged, figures, head)
    .indicators.map((one) => briefly(one).replace('scored ', ''))
    .join(' ');
}

const found = (standard: string): readonly string[] =>
  linkText(rules(standard))
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map((one) => textOf(one, 'zh'));

describe('the words that name other items', () => {
  test.each([
    ['本部分各指标均不得分', '0 0 7 6'],
    ['本大类其他指标均不得分', '10 0 7 6'],
    ['该一级指标不得分', '0 0 7 6'],
    ['产出指标不得分', '10 8 0 6'],
    ['产出各项指标均不得分', '10 8 0 6'],
    ['则“产出指标”下所有指标一律不得分', '10 8 0 6'],
    ['质量类指标计0分', '10 8 0 6'],
    ['数量指标不得分', '10 0 7 6'],
    ['“效益”记零分', '10 8 7 0'],
    ['数量、效益指标均不得分', '10 0 7 0'],
    ['产出指标和效益指标均不得分', '10 8 0 0'],
    ['其他指标均不得分', '10 0 0 0'],
    ['其余各项指标都不得分', '10 0 0 0'],
    ['所有指标均不得分', '0 0 0 0'],
  ])('弄虚作假的，%s leaves %s', (words, points) => {
    expect(brief(`按时报送的得10分；弄虚作假的，${words}`, '按时报送: 是, 弄虚作假: 是')).toBe(points);
    expect(brief(`按时报送的得10分；弄虚作假的，${words}`, '按时报送: 是, 弄虚作假: 否')).toBe('10 8 7 6');
  });

  test.each([
    ['弄虚作假的，产岀指标不得分', '指标表里没有“产岀指标”，是不是想写“产出指标”？'],
    ['弄虚作假的，数量、质里指标均不得分', '指标表里没有“质里指标”，是不是想写“质量指标”？'],
    ['弄虚作假的，绩效成本指标均按60%计分', '指标表里没有“绩效成本指标”'],
    ['弄虚作假的，该二级指标不得分', '“该二级指标”指哪些指标不清楚，请写出名称（本指标在“过程”之下）'],
    ['弄虚作假的得5分；产出指标不得分', '“产出指标不得分”说的是得分，但没有读懂；请换一种写法'],
  ])('%s: %s', (clause, message) => {
    expect(found(`按时报送的得10分；${clause}`)).toEqual([message]);
  });

  test('a condition that ends with 指标 is no item', () => {
    expect(brief('已设置的得10分，未设置绩效指标的不得分', '已设置: 是, 未设置绩效指标: 否')).toBe('10 8 7 6');
  });
});

describe('what is left of their points', () => {
  test.each([
    ['效益指标按50%计', '10 8 7 3'],
    ['效益指标得分按５０％计算', '10 8 7 3'],
    ['产出指标按得分的80%计分', '10 8 5.6 6'],
    ['数量指标得分减半', '10 4 7 6'],
    ['产出指标、效益指标均折半计分', '10 8 3.5 3'],
    ['其余指标按六折计分', '10 4.8 4.2 3.6'],
    ['其他指标均按原得分的30%折算', '10 2.4 2.1 1.8'],
  ])('未报送的，%s leaves %s', (words, points) => {
    expect(brief(`按时报送的得10分；未报送的，${words}`, '按时报送: 是, 未报送: 是')).toBe(points);
  });

  test('two that hold count one after the other', () => {
    const standard = '按时报送的得10分；迟报的，效益指标按50%计；漏报的，效益指标减半计分';
    expect(brief(standard, '按时报送: 是, 迟报: 是, 漏报: 是')).toBe('10 8 7 1.5');
  });

  test('what is left is rounded once, behind it', () => {
    const head = '得分取整: { 小数: 0, 方式: 四舍五入 }\n';
    const figures = '数量数: 8, 质量数: 6.6, 效益数: 6, 率: 50%';
    const given = (standard: string): string => brief(standard, '按时报送: 是, 未报送: 是', figures, head);
    expect(given('按时报送的得10分；未报送的，产出指标按50%计')).toBe('10 8 3 6');
  });
});

describe('when it holds', () => {
  test.each([
    ['率≥60%的得10分；率＜60%的不得分，产出指标也不得分', '率: 50%', '0 8 0 6'],
    ['率≥60%的得10分；率＜60%的不得分，产出指标也不得分', '率: 60%', '10 8 7 6'],
    ['率≥60%的得10分，否则不得分，效益指标按50%计', '率: 59%', '0 8 7 3'],
    ['率≥60%的得10分，40%（含）—60%的得5分，否则产出指标不得分', '率: 50%', '5 8 7 6'],
    ['率≥60%的得10分，40%（含）—60%的得5分；40%以下的，本指标不得分，产出指标不得分', '率: 30%', '0 8 0 6'],
    ['得分＝率×10分；本指标不得分的，产出指标均不得分', '率: 0%', '0 8 0 6'],
    ['得分＝率×10分；本指标不得分的，产出指标均不得分', '率: 1%', '0.1 8 7 6'],
    ['得分＝率×10分；本指标得分低于6分的，效益指标按50%计', '率: 59.9%', '5.99 8 7 3'],
    ['得分＝率×10分；本指标得分低于6分的，效益指标按50%计', '率: 60%', '6 8 7 6'],
    ['得分＝率×10分；该项得分率不足80%的，其他指标均减半计分', '率: 79%', '7.9 4 3.5 3'],
    ['得分＝率×10分；该项得分率不足80%的，其他指标均减半计分', '率: 80%', '8 8 7 6'],
    ['得分＝率×10分；本项未得满分的，数量指标不得分', '率: 99%', '9.9 0 7 6'],
    ['得分＝率×10分；本项未得满分的，数量指标不得分', '率: 100%', '10 8 7 6'],
  ])('%s at %s gives %s', (standard, figure, points) => {
    expect(brief(standard, '', `数量数: 8, 质量数: 7, 效益数: 6, ${figure}`)).toBe(points);
  });

  test('otherwise is where no band before it holds, for the total too', () => {
    const total = (figure: string): string =>
      totalOf(scored('率≥40%的得10分；未完成的，总分为零', '', `数量数: 8, 质量数: 7, 效益数: 6, ${figure}`));
    expect([total('率: 40%'), total('率: 39%')]).toEqual(['31', '0']);
  });

  test('while it cannot be told, the points of the others are a range, and it says why', () => {
    const result = scored('按时报送的得10分；未报送的，产出指标均按50%计', '按时报送: 是');
    expect(result.indicators.map(briefly).join(' ')).toBe('scored 10 scored 8 missing 3.5…7 scored 6');
    expect(explain(result.indicators[2]!, 'zh')).toContain(
      '“报送”的“未报送的，产出指标均按50%计”是否适用待定，适用时只得50%；未评；缺少评定“未报送”',
    );
  });

  test('an item whose own figure is missing makes what depends on its points a range', () => {
    const standard = '得分＝率×10分；本指标不得分的，产出指标均不得分';
    const { indicators } = scored(standard, '', '数量数: 8, 质量数: 7, 效益数: 6');
    expect(indicators.map(briefly).join(' ')).toBe('missing 0…10 scored 8 missing 0…7 scored 6');
  });
});

describe('how it is told', () => {
  const result = scored('按时报送的得10分；未报送的，数量指标按50%计，效益指标不得分', '按时报送: 是, 未报送: 是');

  test('the explanation names the item whose sentence it was', () => {
    const [, count, , benefit] = result.indicators;
    expect(explain(count!, 'zh')).toContain('按“报送”的“未报送的，数量指标按50%计”，8分×50%＝4分，得4分。');
    expect(explain(benefit!, 'zh')).toContain('按“报送”的“');
    expect(explain(count!, 'en')).toContain('by “报送”: “未报送的，数量指标按50%计”, 8 × 50% = 4');
  });

  test('the JSON lists the items and the share', () => {
    const { effects } = toJson(result, new Map(), 'zh') as { effects: readonly unknown[] };
    expect(effects).toMatchObject([
      { kind: 'items', indicator: '报送', holds: true, items: ['数量'], share: '0.5' },
      { kind: 'items', indicator: '报送', holds: true, items: ['效益'], share: '0' },
    ]);
  });

  test('whom it names and what is left are part of the meaning', () => {
    const hash = (words: string): string => {
      const { ruleset } = linkText(rules(`按时报送的得10分；未报送的，${words}`));
      return meaningHash(ruleset);
    };
    const words = ['数量指标不得分', '效益指标不得分', '数量指标按50%计', '数量指标按40%计'];
    expect(new Set(words.map(hash)).size).toBe(4);
    expect(hash('数量指标按50%计')).toBe(hash('数量得分减半'));
  });
});
