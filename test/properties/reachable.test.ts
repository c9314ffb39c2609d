/**
 * The values a formula can come to, against brute force: no value found on a dense grid lies outside them; and for the formulas of real
 * tables, whose figures hang together, they are just what they should be, ends and all.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Core, Measure } from '../../dsl/expressions/core.ts';
import { contains, EVERYTHING, interval, type IntervalSet } from '../../dsl/numbers/interval.ts';
import { ONE, rational, type Rational, toExactText, ZERO } from '../../dsl/numbers/number.ts';
import { unitNamed } from '../../dsl/numbers/units.ts';
import { reachable } from '../../dsl/regions/reachable.ts';
import { compile } from '../../engine/values/compile.ts';
import { isNumber } from '../../engine/values/value.ts';
import { linkText, rulesetText } from '../engine/small.ts';

const span = { start: 0, end: 0 };
const points = unitNamed('分') ?? expect.unreachable();
const closed = (value: number): { readonly value: Rational; readonly closed: boolean } => ({
  value: rational(value),
  closed: true,
});

function measure(key: string, range: IntervalSet): Measure {
  const type = { kind: 'number', dimension: points.dimension } as const;
  return { key, name: key, type, unit: points, range, whole: false };
}

/** Measures with the values of each that are tried; where a range has no end, far out as well. */
const MEASURES: readonly { readonly of: Measure; readonly tried: readonly Rational[] }[] = [
  { of: measure('甲', EVERYTHING), tried: [-1000, -2, -1, 0, 1, 2, 1000].map((value) => rational(value)) },
  {
    of: measure('乙', interval(closed(0))),
    tried: [rational(0), rational(1, 1000), rational(1), rational(3), rational(1000)],
  },
  {
    of: measure('丙', interval({ value: ONE, closed: false }, closed(3))),
    tried: [rational(1001, 1000), rational(2), rational(5, 2), rational(3)],
  },
];

const leaves: fc.Arbitrary<Core> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...MEASURES).map(({ of }): Core => ({ kind: 'input', measure: of, span })) },
  fc.integer({ min: -2, max: 3 }).map((value): Core => ({ kind: 'constant', value: rational(value), span })),
);

const { formula } = fc.letrec<{ formula: Core }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    fc
      .tuple(fc.constantFrom('＋' as const, '－' as const, '×' as const, '÷' as const), tie('formula'), tie('formula'))
      .map(([operator, left, right]): Core => ({ kind: 'arithmetic', operator, left, right, span })),
    fc
      .tuple(
        fc.constantFrom('max' as const, 'min' as const, 'sum' as const, 'average' as const),
        tie('formula'),
        leaves,
      )
      .map(([name, left, right]): Core => ({ kind: 'call', name, arguments: [left, right], span })),
    fc
      .tuple(fc.constantFrom('abs' as const, 'floor' as const, 'ceil' as const, 'round' as const), tie('formula'))
      .map(([name, of]): Core => ({ kind: 'call', name, arguments: [of], span })),
  ),
}));

function valuesOn(core: Core): readonly Rational[] {
  const keys: string[] = [];
  const run = compile(core, (key) => (keys.includes(key) ? keys.indexOf(key) : keys.push(key) - 1));
  const tried = keys.map((key) => MEASURES.find(({ of }) => of.key === key)?.tried ?? []);
  const rows = tried.reduce<readonly (readonly Rational[])[]>(
    (all, values) => all.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  return rows.map((row) => run({ get: (slot) => row[slot] ?? ZERO, weight: ONE })).filter(isNumber);
}

test('no value a formula takes on a grid lies outside those it is said to reach', () => {
  fc.assert(
    fc.property(formula, (core) => {
      const reach = reachable(core);
      for (const value of valuesOn(core)) expect(contains(reach, value), toExactText(value)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

describe('what a formula of a real table can come to', () => {
  test.each<[formula: string, expected: string]>([
    ['实际÷计划×100%', '[0, ∞)'],
    ['（实际－计划）÷计划×100%', '[-1, ∞)'],
    ['实际÷（实际＋结余）×100%', '[0, 1]'],
    ['（实际＋计划－结余）÷（实际＋计划）×100%', '(-∞, 1]'],
    ['（计划－实际）÷（计划＋实际）×100%', '[-1, 1]'],
    ['满意度×60%＋公众满意度×40%', '[0, 1]'],
    ['满意度×公众满意度', '[0, 1]'],
    ['1－满意度', '[0, 1]'],
    ['（满意度＋1）÷（满意度＋2）', '[0.5, 2/3]'],
    ['最小（实际÷计划，1）', '[0, 1]'],
    ['绝对值（实际－计划）÷计划', '[0, ∞)'],
    ['净额÷（净额＋实际）', '(-∞, ∞)'],
    ['（实际÷计划＋满意度）÷2', '[0, ∞)'],
    ['合计（下属.支出）÷（合计（下属.支出）＋实际）', '[0, 1]'],
    ['满意度÷（满意度＋公众满意度×实际÷计划）', '[0, 1]'],
  ])('%s: %s', (body, expected) => {
    const { ruleset, diagnostics } = linkText(
      rulesetText({
        fields:
          '实际: 万元, 计划: 万元, 结余: 万元, 净额: { 单位: 万元, 范围: 不限 }, 满意度: { 单位: 比率, 范围: 0%—100% }, 公众满意度: { 单位: 比率, 范围: 0%—100% }, 下属: { 单位: 记录, 列: { 支出: 万元 } }',
        rows: [`指标: 甲乙, 分值: 5, 公式: 率＝${body}, 评分标准: '率≥90%得5分；率＜90%不得分'`],
      }),
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const own = ruleset.definitions.find(({ measure: { name } }) => name === '率');
    expect(setText(own?.measure.reach ?? [])).toBe(expected);
  });
});

function setText(set: IntervalSet): string {
  return set
    .map(({ low, high }) =>
      [
        low === undefined ? '(-∞' : `${low.closed ? '[' : '('}${toExactText(low.value)}`,
        high === undefined ? '∞)' : `${toExactText(high.value)}${high.closed ? ']' : ')'}`,
      ].join(', '),
    )
    .join(' ∪ ');
}
