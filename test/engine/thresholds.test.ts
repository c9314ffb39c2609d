/** Figures of a sentence moved along its curve: the sentence that says so and nothing else, or none. */
import { describe, expect, test } from 'vitest';
import { rational, toShortText } from '../../dsl/index.ts';
import { curves, openRuleset, placesOfThreshold, thresholdsOf, withThreshold } from '../../engine/index.ts';

/** The thresholds of a sentence over 完成率, as text, and the sentence with one of them moved. */
function over(sentence: string) {
  const text = `标题: 试\n家族: shi\n年度: 2024\n版次: 1\n状态: 草案\n数据:\n  甲: { 单位: 万元 }\n  乙: { 单位: 万元 }\n指标:\n  - 指标: 完成率\n    分值: 10\n    公式: 完成率＝甲÷乙×100%\n    评分标准: ${JSON.stringify(sentence)}\n`;
  const ruleset = openRuleset(text, 'shi.yaml').linked?.ruleset;
  const [indicator] = ruleset?.indicators ?? [];
  const drawn = ruleset && indicator && curves(ruleset, undefined)(indicator);
  if (indicator === undefined || drawn === undefined) throw new Error(`no curve: ${sentence}`);
  const { measure } = drawn;
  const all = thresholdsOf(indicator, measure);
  return {
    places: all.map((each) =>
      placesOfThreshold(each)
        .map((place) => toShortText(place, 4))
        .join('|'),
    ),
    moved: (index: number, numerator: number, denominator: number): string | undefined => {
      const threshold = all[index];
      return threshold && withThreshold(indicator, measure, threshold, rational(numerator, denominator));
    },
  };
}

describe('the figures that place a curve', () => {
  test.each([
    ['≥95%计10分；80%（含）—95%计6分；80%以下不得分', ['0.95', '0.8']],
    ['以98%为标准，每低2个百分点扣1分，扣完为止', ['0.98', '0.96']],
    ['偏差在±5%以内的计10分，超过的不得分', ['0.05|-0.05']],
    ['得分＝完成率×分值', []],
  ])('%s', (sentence, places) => {
    expect(over(sentence.replace('偏差', '完成率')).places).toEqual(places);
  });
});

describe('one of them moved', () => {
  test.each([
    [
      '每一处说它的都跟着变',
      '≥95%计10分；80%（含）—95%计6分；80%以下不得分',
      0,
      [97, 100],
      '≥97%计10分；80%（含）—97%计6分；80%以下不得分',
    ],
    [
      '省了单位的一端照样省',
      '60-80%（含）计5分；大于80%计10分；60%（含）以下计0分',
      0,
      [55, 100],
      '55-80%（含）计5分；大于80%计10分；55%（含）以下计0分',
    ],
    ['写全角的数改成所要的数', '完成率≥９０％计10分，否则不得分', 0, [925, 1000], '完成率≥92.5％计10分，否则不得分'],
    [
      '汉字写的步长改成数字，“不足”一并改',
      '以98%为标准，每低一个百分点扣1分（不足一个百分点的不计），扣完为止',
      1,
      [3, 200],
      '以98%为标准，每低1.5个百分点扣1分（不足1.5个百分点的不计），扣完为止',
    ],
    ['不带单位的0带上单位', '完成率≤0计0分；完成率＞0计10分', 0, [3, 100], '完成率≤3%计0分；完成率＞3%计10分'],
  ] as const)('%s', (_title, sentence, index, [numerator, denominator], expected) => {
    expect(over(sentence).moved(index, numerator, denominator)).toBe(expected);
  });

  test('a value without an exact decimal is refused, and so is one that takes another threshold away', () => {
    const { moved } = over('≥95%计10分；80%（含）—95%计6分；80%以下不得分');
    expect(moved(0, 2, 3)).toBeUndefined();
    expect(moved(0, 80, 100)).toBeUndefined();
  });
});
