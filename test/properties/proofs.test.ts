/**
 * Proofs against brute force: random ladders with open and closed ends, holes and overlaps, whose points are known without the engine,
 * sampled at every end, a hair beside it and between, exactly. What a proof says must be what the samples show, and the other way round.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../dsl/proofs/findings.ts';
import { type IntervalSet, contains } from '../../dsl/numbers/interval.ts';
import { type Rational, add, compare, rational, subtract, toExactText } from '../../dsl/numbers/number.ts';
import { link, loadRuleset, loadUnit, prove, score } from '../../engine/index.ts';

/** 80%≤率＜90%得8分 as numbers: ends in percent, undefined for none. */
interface Band {
  readonly low: { readonly percent: number; readonly closed: boolean } | undefined;
  readonly high: { readonly percent: number; readonly closed: boolean } | undefined;
  readonly points: number;
}

const WEIGHT = 10;
const HAIR = rational(1, 1_000_000);

const end = fc.record({ percent: fc.constantFrom(-20, 0, 50, 60, 70, 80, 90, 100, 110), closed: fc.boolean() });
const band: fc.Arbitrary<Band> = fc
  .record({
    low: fc.option(end, { nil: undefined, freq: 4 }),
    high: fc.option(end, { nil: undefined, freq: 4 }),
    points: fc.constantFrom(0, 2, 4, 5, 8, 10),
  })
  .filter(({ low, high }) => low !== undefined || high !== undefined)
  .filter(({ low, high }) => low === undefined || high === undefined || low.percent < high.percent);
/** Ladders as they are meant, each end shared by two rungs, with one mark now and then wrong. */
const ladder: fc.Arbitrary<readonly Band[]> = fc
  .record({
    ends: fc.uniqueArray(fc.constantFrom(50, 60, 70, 80, 90, 100), { minLength: 1, maxLength: 4 }),
    upward: fc.boolean(),
    points: fc.array(fc.constantFrom(0, 2, 4, 5, 8, 10), { minLength: 5, maxLength: 5 }),
    slip: fc.option(fc.nat(4), { nil: undefined }),
  })
  .map(({ ends, upward, points, slip }) => {
    const sorted = ends.toSorted((left, right) => left - right);
    return [undefined, ...sorted].map((low, index): Band => {
      const high = sorted[index];
      const slipped = slip === index;
      return {
        low: low === undefined ? undefined : { percent: low, closed: upward !== slipped },
        high: high === undefined ? undefined : { percent: high, closed: !upward },
        points: points[index] ?? 0,
      };
    });
  });
/** Two rungs without an end on the same side are a ladder by themselves, of which the stricter speaks; here every rung is what it says. */
const bands = fc
  .oneof(ladder, fc.array(band, { minLength: 1, maxLength: 5 }))
  .filter((all) =>
    ['low' as const, 'high' as const].every((side) => all.filter((one) => one[side] === undefined).length < 2),
  );
const way = fc.constantFrom(undefined, '越高越好', '越低越好');

function sentence(all: readonly Band[]): string {
  return all
    .map(({ low, high, points }) => {
      const from = low === undefined ? '' : `${low.percent}%${low.closed ? '≤' : '＜'}`;
      const to = high === undefined ? '' : `${high.closed ? '≤' : '＜'}${high.percent}%`;
      const alone = low !== undefined && high === undefined ? `率${low.closed ? '≥' : '＞'}${low.percent}%` : undefined;
      return `${alone ?? `${from}率${to}`}得${points}分`;
    })
    .join('；');
}

function rulesetText(all: readonly Band[], direction: string | undefined): string {
  return [
    '标题: 随机',
    '家族: sample',
    '年度: 2020',
    '状态: 草案',
    '数据: { 支出: { 单位: 万元, 范围: 不限 }, 预算: 万元 }',
    '指标:',
    '  - 指标: 甲乙',
    `    分值: ${WEIGHT}`,
    '    公式: 率＝支出÷预算×100%',
    `    评分标准: ${sentence(all)}`,
    ...(direction === undefined ? [] : [`    方向: ${direction}`]),
    '等次: 6（含）—10分为优；6分以下为差',
    '',
  ].join('\n');
}

/** What a ladder gives, worked out here: every award that holds. */
function awardsAt(all: readonly Band[], at: Rational): readonly number[] {
  const holds = ({ low, high }: Band): boolean => {
    const above = low === undefined ? 1 : compare(at, rational(low.percent, 100));
    const below = high === undefined ? -1 : compare(at, rational(high.percent, 100));
    return (
      (above > 0 || (above === 0 && low?.closed === true)) && (below < 0 || (below === 0 && high?.closed === true))
    );
  };
  return [...new Set(all.filter(holds).map(({ points }) => points))];
}

/** Every end, a hair on both sides of it, halfway between ends, and far out. */
function samples(all: readonly Band[]): readonly Rational[] {
  const percents = [...new Set(all.flatMap(({ low, high }) => [low, high].flatMap((one) => one?.percent ?? [])))];
  const ends = percents.toSorted((left, right) => left - right).map((percent) => rational(percent, 100));
  const around = ends.flatMap((at) => [subtract(at, HAIR), at, add(at, HAIR)]);
  const between = percents
    .toSorted((left, right) => left - right)
    .flatMap((low, index, sorted) => {
      const high = sorted[index + 1];
      return high === undefined ? [] : [rational(low + high, 200)];
    });
  return [...around, ...between, rational(-5), rational(5)].toSorted(compare);
}

function built(all: readonly Band[], direction?: string): ReturnType<typeof prove> {
  const { ruleset } = loadRuleset(rulesetText(all, direction), 'random.yaml');
  return prove(link(ruleset ?? expect.unreachable()));
}

describe('a proof over one measure is what samples show', () => {
  test('where nothing speaks, and where two say different things', () => {
    fc.assert(
      fc.property(bands, (all) => {
        const { ruleset, diagnostics } = built(all);
        const [indicator = expect.unreachable()] = ruleset.indicators;
        const [{ standard } = expect.unreachable()] = indicator.readings;
        const gap: IntervalSet = gapsOf(standard).flatMap(({ set }) => set);
        const places = samples(all);
        for (const at of places) expect(contains(gap, at), toExactText(at)).toBe(awardsAt(all, at).length === 0);
        const codes = diagnostics.map(({ code }) => code);
        expect(codes.includes('gap')).toBe(places.some((at) => awardsAt(all, at).length === 0));
        expect(codes.includes('overlap')).toBe(places.some((at) => awardsAt(all, at).length > 1));
        // A rung that holds nowhere does not come out of these; none may be called dead.
        expect(codes.filter((code) => code === 'dead-clause')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('which way points go, and the values shown do go the wrong way', () => {
    fc.assert(
      fc.property(bands, way, (all, direction) => {
        const { diagnostics } = built(all, direction);
        const seen = samples(all).flatMap((at) => {
          const [points, ...others] = awardsAt(all, at);
          return points === undefined || others.length > 0 ? [] : [points];
        });
        const falls = (sign: 1 | -1): boolean =>
          seen.some((points, index) => seen.slice(index + 1).some((later) => (later - points) * sign < 0));
        const valley = seen.some((points, index) => {
          const later = seen.slice(index + 1);
          const low = later.findIndex((other) => other < points);
          return low >= 0 && later.some((other, place) => place > low && other > Math.min(...later.slice(low, place)));
        });
        const wrong = direction === undefined ? valley : falls(direction === '越高越好' ? 1 : -1);
        const found = diagnostics.filter(({ code }) => code.startsWith('direction'));
        expect(found.map(({ code }) => code)).toEqual(
          wrong ? [direction === undefined ? 'direction-turns' : 'direction-broken'] : [],
        );
        for (const { data } of found) {
          const values = ['first', 'second', 'third'].flatMap((key) => {
            const percent = /＝(-?[\d.]+)%?$/.exec(data[key] ?? '')?.[1];
            return percent === undefined ? [] : [[percent, data[`${key}Points`]] as const];
          });
          expect(values.length).toBeGreaterThan(1);
          for (const [percent, points] of values) {
            const [whole = '', decimals = ''] = percent.split('.');
            const at = rational(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
            expect(awardsAt(all, at).map(String)).toEqual([points]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('and the unit shown with a gap or an overlap is in it', () => {
    fc.assert(
      fc.property(bands, (all) => {
        const { ruleset, diagnostics } = built(all);
        for (const { code, data } of diagnostics.filter((one) => one.code === 'gap' || one.code === 'overlap')) {
          const lines = data['example'] ?? expect.unreachable(`an example of ${sentence(all)}`);
          const { unit } = loadUnit(`单位: 某单位\n家族: sample\n年度: 2020\n${lines}\n`, 'unit.yaml');
          const { indicators } = score(ruleset, unit ?? expect.unreachable(lines));
          expect(indicators.map(({ status }) => status)).toEqual([code]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a proof over two measures of the same figures is what samples show', () => {
  const percent = fc.constantFrom(10, 20, 30, 50, 70, 80, 90);
  const [least, most] = [fc.constantFrom('≥', '＞'), fc.constantFrom('≤', '＜')];
  const left = fc.tuple(fc.oneof(least, most), percent);
  // Against each other in the first measure: along it both would be a ladder, of which the stricter speaks.
  const pair = fc.tuple(
    fc.record({ spent: fc.tuple(least, percent), left }),
    fc.record({ spent: fc.tuple(most, percent), left }),
  );

  test('spent and left over are parts of one budget', () => {
    fc.assert(
      fc.property(pair, (conditions) => {
        const text = conditions
          .map(
            ({ spent, left }, index) =>
              `支出率${spent[0]}${spent[1]}%且结余率${left[0]}${left[1]}%得${10 - 3 * index}分`,
          )
          .join('；');
        const file = [
          '标题: 随机\n家族: sample\n年度: 2020\n状态: 草案',
          '数据: { 支出: 万元, 预算: 万元 }',
          `指标:\n  - 指标: 甲乙\n    分值: ${WEIGHT}`,
          '    公式: [支出率＝支出÷预算×100%, 结余率＝（预算－支出）÷预算×100%]',
          `    评分标准: ${text}`,
          '等次: 6（含）—10分为优；6分以下为差\n',
        ].join('\n');
        const { ruleset } = loadRuleset(file, 'random.yaml');
        const { diagnostics } = link(ruleset ?? expect.unreachable());
        const codes = diagnostics.map(({ code }) => code);
        const holds = (value: number, [operator, limit]: readonly [string, number]): boolean =>
          operator === '≥'
            ? value >= limit
            : operator === '＞'
              ? value > limit
              : operator === '≤'
                ? value <= limit
                : value < limit;
        // In tenths of a per cent, so that whole numbers are exact: every limit of either measure, beside it and between.
        const tenths = Array.from({ length: 1301 }, (_, index) => index);
        const held = tenths.map(
          (spent) =>
            conditions.filter(
              (one) =>
                holds(spent, [one.spent[0], one.spent[1] * 10]) && holds(1000 - spent, [one.left[0], one.left[1] * 10]),
            ).length,
        );
        expect(codes.includes('not-decided')).toBe(false);
        expect(codes.includes('gap'), text).toBe(held.some((count) => count === 0));
        expect(
          codes.some((code) => code.endsWith('overlap')),
          text,
        ).toBe(held.some((count) => count > 1));
        const dead = conditions.filter((one) =>
          tenths.every(
            (spent) =>
              !holds(spent, [one.spent[0], one.spent[1] * 10]) || !holds(1000 - spent, [one.left[0], one.left[1] * 10]),
          ),
        );
        expect(codes.filter((code) => code === 'dead-clause').length, text).toBe(dead.length);
      }),
      { numRuns: 150 },
    );
  });
});
