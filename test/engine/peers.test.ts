/**
 * Units scored together: places, means and extremes over all of them, in functions and in the words of standards. Who has no value is
 * left out and named; a unit alone is told to be scored with others; the order of the units changes nothing.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import { explain } from '../../engine/score/explain.ts';
import { textOf } from '../../engine/files/messages.ts';
import { placesOf } from '../../engine/score/ranking.ts';
import type { ScoreResult } from '../../engine/values/result.ts';
import { score, scoreAll } from '../../engine/score/score.ts';
import { loadUnit, type UnitFile } from '../../engine/files/unit-file.ts';
import {
  type Parts,
  briefly,
  first,
  firstExplained,
  linkText,
  rulesetText,
  scoreSmall,
  scoreTogether,
} from './small.ts';

const FIELDS = '完成率: 比率, 满意度: 比率, 成本: 万元, 人数: 人, 全省平均值: 比率';

function of(standard: string, more = '', formula = ''): Parts {
  const own = formula === '' ? '' : `公式: '${formula}', `;
  return { fields: FIELDS, rows: [`指标: 甲, 分值: 10, ${own}评分标准: '${standard}'${more}`] };
}

const FOUR = ['完成率: 90%', '完成率: 80%', '完成率: 60%', '完成率: 80%'];
const RATE = ', 量: [完成率]';

function points(parts: Parts, all: readonly string[] = FOUR): readonly string[] {
  return scoreTogether(parts, all).map(first);
}

describe('a function over units', () => {
  const valuesOf = (formula: string, all: readonly string[]): readonly string[] =>
    scoreTogether(of('得分＝分值', '', `值＝${formula}`), all).map(({ indicators: [one] }) =>
      one?.value === undefined ? '—' : toExactText(one.value.exact),
    );

  test.each([
    ['名次(完成率)', FOUR, ['1', '2', '4', '2']],
    ['名次(－完成率)', FOUR, ['4', '2', '1', '2']],
    ['全体平均(完成率)', FOUR, ['0.775', '0.775', '0.775', '0.775']],
    ['全体最大(完成率)', FOUR, ['0.9', '0.9', '0.9', '0.9']],
    ['全体最小（完成率）', FOUR, ['0.6', '0.6', '0.6', '0.6']],
    ['全体中位数(完成率)', FOUR, ['0.8', '0.8', '0.8', '0.8']],
    ['全体中位数(完成率)', ['完成率: 10%', '完成率: 30%', '完成率: 20%'], ['0.2', '0.2', '0.2']],
    ['全体中位数(完成率)', ['完成率: 10%', '完成率: 21%'], ['0.155', '0.155']],
    ['名次(成本÷人数)', ['成本: 9, 人数: 3', '成本: 8, 人数: 2'], ['2', '1']],
    ['名次(完成率－全体平均(完成率))', FOUR, ['1', '2', '4', '2']],
    ['全体平均(完成率)÷全体最大(完成率)', ['完成率: 30%', '完成率: 60%'], ['0.75', '0.75']],
    ['名次(成本)', ['成本: 1万元', '成本: 10000元', '成本: 0.5'], ['1', '1', '3']],
    ['全体平均(成本)÷1万元', ['成本: 1', '成本: 1', '成本: 2'], ['4/3', '4/3', '4/3']],
  ])('%s of %j is %j', (formula, all, values) => {
    expect(valuesOf(formula, all)).toEqual(values);
  });

  test('counts a place as whole, so that steps over it leave nothing open', () => {
    const parts = of('排名第1名得满分，每下降1名扣2分，扣完为止', '', '排名＝名次(完成率)');
    expect(points(parts)).toEqual(['scored 10', 'scored 8', 'scored 4', 'scored 8']);
  });

  test.each([
    ['名次()', 'wrong-arguments'],
    ['名次(完成率, 满意度)', 'wrong-arguments'],
    ['全体平均(完成率×分值)', 'weight-unknown'],
    ['名次(完成率)＋完成率', 'unit-mismatch'],
    ['名次(没有的数)', 'unknown-name'],
    ['全体平均(完成率≥60%)', 'type-mismatch'],
  ])('%s: %s', (formula, code) => {
    const { diagnostics } = linkText(rulesetText(of('得分＝分值', '', `值＝${formula}`)));
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });
});

describe('the words of a standard', () => {
  test.each<[standard: string, more: string, points: readonly string[]]>([
    ['得分＝（完成率－最小值）÷（最大值－最小值）×分值', '', ['10', '20/3', '0', '20/3']],
    ['得分＝（完成率－全体最小值）÷（全体最大值－全体最小值）×分值', RATE, ['10', '20/3', '0', '20/3']],
    ['得分＝（60%＋40%×（完成率－最小值）÷（最大值－最小值））×分值', '', ['10', '26/3', '6', '26/3']],
    ['高于平均值的得10分，等于平均值的得6分，低于平均值的不得分', RATE, ['10', '10', '0', '10']],
    ['完成率高于各单位平均水平的得10分，否则得2分', '', ['10', '10', '2', '10']],
    ['达到全体中位数得10分，否则得5分', RATE, ['10', '10', '5', '10']],
    ['完成率在平均值以上的得10分，否则得5分', '', ['10', '10', '5', '10']],
    ['平均值以上得10分，否则得5分', RATE, ['10', '10', '5', '10']],
    ['完成率达到平均值的120%得10分，否则得1分', '', ['1', '1', '1', '1']],
    ['完成率达到最大值的85%（含）以上得10分，否则得1分', '', ['10', '10', '1', '10']],
    ['完成率≥平均值的得10分；完成率＜平均值的得分＝完成率÷平均值×分值', '', ['10', '10', '240/31', '10']],
    ['达到平均值的得满分，每低于平均值5个百分点扣1分（不足5个百分点的不计），扣完为止', RATE, ['10', '10', '7', '10']],
    ['完成率排名第1名得10分，第2—3名得6分，其余不得分', '', ['10', '6', '0', '6']],
    ['完成率名次前2名得10分，其余得1分', '', ['10', '10', '1', '10']],
    ['完成率排名第1名得满分，每下降1名扣2分，扣完为止', '', ['10', '8', '4', '8']],
    ['第1名得10分，第2—3名得6分，其余不得分', RATE, ['10', '6', '0', '6']],
  ])('%s', (standard, more, given) => {
    expect(points(of(standard, more))).toEqual(given.map((each) => `scored ${each}`));
  });

  test('speak of the measure of their own clause', () => {
    const parts = of('完成率高于平均值的得6分；满意度高于平均值的得4分');
    expect(points(parts, ['完成率: 90%, 满意度: 60%', '完成率: 80%, 满意度: 70%'])).toEqual(['scored 6', 'scored 4']);
  });

  test('put the smallest first where less is better', () => {
    const all = ['成本: 3', '成本: 1', '成本: 2'];
    const standard = '成本排名第1名得10分，其余不得分';
    expect(points(of(standard, ', 量: [成本], 方向: 越低越好'), all)).toEqual(['scored 0', 'scored 10', 'scored 0']);
    expect(points(of(standard, ', 量: [成本]'), all)).toEqual(['scored 10', 'scored 0', 'scored 0']);
  });

  test('give way to data of the same name', () => {
    const parts = { ...of('完成率高于全省平均值的得10分，否则不得分'), head: '说明: 无' };
    expect(first(scoreSmall(parts, '完成率: 80%, 全省平均值: 70%'))).toBe('scored 10');
    const own = { ...of('完成率高于平均值的得10分，否则不得分'), fields: `${FIELDS}, 平均值: 比率` };
    expect(first(scoreSmall(own, '完成率: 80%, 平均值: 90%'))).toBe('scored 0');
  });

  test('are not found where they speak of other units, or stand in prose', () => {
    const phrases = (standard: string): readonly string[] =>
      linkText(rulesetText(of(standard, RATE))).ruleset.indicators[0]!.phrases.map(({ name }) => name);
    expect(phrases('完成率高于全国平均水平的得10分，否则不得分')).not.toEqual([]);
    expect(phrases('取得最大值证明的得10分，否则不得分')).toEqual(['取得最大值证明']);
  });

  const codes = (standard: string, more = ''): readonly string[] =>
    linkText(rulesetText(of(standard, more)))
      .diagnostics.filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code);

  test('are refused where several measures are named beside them', () => {
    expect(codes('得分＝（完成率－最小值）÷（满意度－最小值）×分值')).toContain('peer-unclear');
    expect(codes('得分＝（完成率－完成率最小值）÷（满意度－满意度的最小值）×分值')).not.toContain('peer-unclear');
  });

  test('are doubted where a place is not said to be one among the units', () => {
    expect(codes('第1名得10分，其余不得分', RATE)).toContain('read-as-rank');
    expect(codes('完成率名次第1名得10分，其余不得分')).not.toContain('read-as-rank');
    expect(codes('人数≥3名得10分，否则不得分', ', 量: [人数]')).toContain('unit-mismatch');
  });
});

describe('units that have no value', () => {
  const parts = of('得分＝（完成率－最小值）÷（最大值－最小值）×分值');
  const some = ['完成率: 90%', '成本: 1', '完成率: 60%', '完成率: 不适用', '完成率: 75%'];

  test('are left out of what the others are compared with', () => {
    expect(points(parts, some)).toEqual(['scored 10', 'missing 0…10', 'scored 0', 'not-applicable 0…10', 'scored 5']);
    expect(points(of('名次(完成率)≤2的得10分，否则不得分'), some).slice(0, 3)).toEqual([
      'scored 10',
      'missing 0…10',
      'scored 0',
    ]);
  });

  test('are named in the explanation', () => {
    const [one] = scoreTogether(parts, some);
    expect(firstExplained(one!)).toContain('完成率的最大值＝90%（共3个单位，乙单位、丁单位缺少该数，未计入）');
    expect(explain(one!.indicators[0]!, 'en')).toContain('(of 3 units; left out for want of a value: 乙单位, 丁单位)');
  });

  test('are counted where they are many', () => {
    const all = [...FOUR, ...Array.from({ length: 6 }, () => '成本: 1')];
    expect(firstExplained(scoreTogether(parts, all)[0]!)).toContain(
      '（共4个单位，戊单位、己单位、庚单位等6个单位缺少该数，未计入）',
    );
  });

  test('do not keep a mean from being known to them', () => {
    const against = of('成本≥1万元且全体平均(完成率)≥50%的得10分，否则不得分');
    expect(points(against, ['完成率: 90%', '成本: 1', '完成率: 60%'])[1]).toBe('scored 10');
  });

  test('leave too few to compare', () => {
    const [one, other] = scoreTogether(of('完成率高于平均值的得10分，否则不得分'), ['完成率: 90%', '成本: 1']);
    expect(one!.indicators[0]?.needs.map(({ name, kind }) => `${kind} ${name}`)).toEqual(['peers 完成率的平均值']);
    expect(first(other!)).toBe('missing 0…10');
  });

  test('all having the same, a distance over none is a division by zero', () => {
    expect(points(parts, ['完成率: 90%', '完成率: 90%'])).toEqual(['division-by-zero 0…10', 'division-by-zero 0…10']);
  });
});

describe('a unit alone', () => {
  test.each([
    ['完成率高于平均值的得10分，否则不得分', ''],
    ['名次(完成率)≤3的得10分，否则不得分', ''],
    ['排名第1名得10分，其余不得分', '排名＝名次(完成率)'],
  ])('is told to be scored with others: %s', (standard, formula) => {
    const text = firstExplained(scoreSmall(of(standard, '', formula), '完成率: 90%'));
    expect(text).toContain('需与其他单位一起评分');
    expect(text).toMatch(/^未评；.*可能得0—10分。$/);
  });

  test('is asked for its own figure as well', () => {
    const { indicators } = scoreSmall(of('名次(完成率)≤3的得10分，否则不得分'), '成本: 1');
    expect(indicators[0]?.needs.map(({ name }) => name)).toEqual(['完成率', '名次(完成率)']);
  });
});

describe('scoring together', () => {
  const parts: Parts = {
    fields: FIELDS,
    rows: [
      "指标: 甲, 分值: 10, 评分标准: '得分＝（完成率－最小值）÷（最大值－最小值）×分值'",
      "指标: 乙, 分值: 6, 公式: '排名＝名次(成本)', 评分标准: '排名第1名得6分，第2—3名得3分，其余不得分'",
      "指标: 丙, 分值: 4, 评分标准: '满意度≥90%得4分，否则不得分'",
    ],
    grades: '12（含）—20分为优；12分以下为差',
  };
  const { ruleset } = linkText(rulesetText(parts));
  const unit = (name: string, data: string): UnitFile => {
    const { unit: loaded } = loadUnit(`单位: ${name}\n家族: small\n年度: 2020\n数据: { ${data} }\n`, `${name}.yaml`);
    return loaded!;
  };
  const rate = fc.integer({ min: 0, max: 12 }).map((tenth) => `完成率: ${String(tenth * 10)}%`);
  const cost = fc.integer({ min: 0, max: 4 }).map((value) => `成本: ${String(value)}`);
  const data = fc
    .tuple(fc.option(rate), fc.option(cost), fc.constantFrom('满意度: 90%', '满意度: 80%'))
    .map((fields) => fields.filter((field) => field !== null).join(', '));
  const batches = fc.array(data, { minLength: 1, maxLength: 7 });

  test('gives every unit the same in any order', () => {
    fc.assert(
      fc.property(batches, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (all, keys) => {
        const units = all.map((each, index) => unit(`单位${String(index)}`, each));
        const shuffled = units
          .map((each, index) => ({ each, at: keys[index] ?? 0 }))
          .sort((left, right) => left.at - right.at)
          .map(({ each }) => each);
        const byName = (results: readonly ScoreResult[]): Readonly<Record<string, readonly string[]>> =>
          Object.fromEntries(results.map(({ unit: { name }, indicators }) => [name, indicators.map(briefly)]));
        expect(byName(scoreAll(ruleset, shuffled))).toEqual(byName(scoreAll(ruleset, units)));
      }),
      { numRuns: 60 },
    );
  });

  test('of one unit gives what scoring it gives, and of many the same where nothing is compared', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const units = all.map((each, index) => unit(`单位${String(index)}`, each));
        const [one] = units;
        expect(scoreAll(ruleset, [one!])).toEqual([score(ruleset, one!)]);
        const alone = units.map((each) => score(ruleset, each).indicators[2]);
        expect(scoreAll(ruleset, units).map(({ indicators }) => indicators[2])).toEqual(alone);
      }),
      { numRuns: 40 },
    );
  });

  test('agrees with places and distances worked out by hand', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const results = scoreAll(
          ruleset,
          all.map((each, index) => unit(`单位${String(index)}`, each)),
        );
        const rates = all.map((each) => Number(/完成率: (\d+)%/.exec(each)?.[1] ?? 'NaN'));
        const costs = all.map((each) => Number(/成本: (\d+)/.exec(each)?.[1] ?? 'NaN'));
        const known = rates.filter((each) => !Number.isNaN(each));
        const [least, most] = [Math.min(...known), Math.max(...known)];
        results.forEach(({ indicators: [first, second] }, index) => {
          const [own, spent] = [rates[index]!, costs[index]!];
          const status = Number.isNaN(own) || known.length < 2 ? 'missing' : least === most ? 'division-by-zero' : '';
          if (status === '') {
            const { numerator, denominator } = first!.points!;
            expect(numerator * BigInt(most - least)).toBe(10n * BigInt(own - least) * denominator);
          } else expect(first!.status).toBe(status);
          const place = costs.filter((each) => each > spent).length + 1;
          const compared = costs.filter((each) => !Number.isNaN(each)).length;
          const given = place === 1 ? 6n : place <= 3 ? 3n : 0n;
          if (Number.isNaN(spent) || compared < 2) expect(second!.status).toBe('missing');
          else expect(second!.points).toEqual({ numerator: given, denominator: 1n });
        });
      }),
      { numRuns: 60 },
    );
  });

  test('refuses a unit that is there twice', () => {
    const results = scoreAll(ruleset, [unit('某局', '成本: 1'), unit('某 局', '成本: 2'), unit('另局', '成本: 1')]);
    expect(results.map(({ diagnostics }) => diagnostics.map((one) => textOf(one, 'zh')))).toEqual([
      [],
      ['“某 局”已经有一份（某局.yaml），一起评分时一个单位只能有一份'],
      [],
    ]);
  });
});

describe('places by total', () => {
  const total = (low: number, high: number | undefined): Pick<ScoreResult, 'total'> => {
    const whole = (value: number): { numerator: bigint; denominator: bigint } => ({
      numerator: BigInt(value),
      denominator: 1n,
    });
    const points = low === high ? whole(low) : undefined;
    const zero = whole(0);
    return {
      total: {
        points,
        weight: whole(100),
        low: whole(low),
        high: high === undefined ? undefined : whole(high),
        dropped: zero,
      },
    };
  };

  test.each<[totals: readonly (readonly [number, number | undefined])[], places: string]>([
    [
      [
        [90, 90],
        [80, 80],
        [95, 95],
      ],
      '2 3 1',
    ],
    [
      [
        [90, 90],
        [90, 90],
        [80, 80],
      ],
      '1 1 3',
    ],
    [
      [
        [90, 90],
        [85, 95],
        [80, 80],
      ],
      '1—2 1—2 3',
    ],
    [
      [
        [90, 90],
        [0, 100],
        [80, 80],
      ],
      '1—2 1—3 2—3',
    ],
    [
      [
        [90, 90],
        [80, 90],
      ],
      '1 1—2',
    ],
    [
      [
        [90, 90],
        [80, undefined],
      ],
      '1—2 1—2',
    ],
    [
      [
        [50, 60],
        [60, 70],
      ],
      '1—2 1',
    ],
    [[[7, 7]], '1'],
    [[], ''],
  ])('of %j are %s', (totals, places) => {
    const found = placesOf(totals.map(([low, high]) => total(low, high)));
    const text = found.map(({ best, worst }) => (best === worst ? String(best) : `${String(best)}—${String(worst)}`));
    expect(text.join(' ')).toBe(places);
  });
});
