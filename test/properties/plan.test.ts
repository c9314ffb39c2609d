/**
 * Properties of scoring: the plan agrees with a naive walk of the same trees, order does not matter, what is missing widens the range
 * and never moves it, and what is printed as JSON is exact.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import {
  type IndicatorResult,
  link,
  loadRuleset,
  loadUnit,
  type Ruleset,
  score,
  type ScoreResult,
  toJson,
} from '../../engine/index.ts';
import { fraction, order, over, plus, read, times, write } from './fraction.ts';
import { type Found, own, type Verdict, walk } from './naive.ts';
import { type Choice, type Input, type Row, rulesetText, tables, units, unitText, wholeUnits } from './official.ts';

const RUNS = { numRuns: 150 };

describe('a random official table', () => {
  test('is read and linked without an error', () => {
    fc.assert(
      fc.property(tables, (table) => {
        expect(linked(table).errors).toEqual([]);
      }),
      RUNS,
    );
  });

  test('scored by the plan gives what a naive walk gives', () => {
    fc.assert(
      fc.property(tables, units, units, (table, ...choices) => {
        const { ruleset } = linked(table);
        for (const choice of choices) {
          const inputs = inputsOf(table, choice);
          const { indicators } = scored(ruleset, inputs);
          expect(indicators.map(shortOf)).toEqual(walk(ruleset, valuesOf(ruleset, inputs)).map(shortOfVerdict));
        }
      }),
      RUNS,
    );
  });

  test('gives every indicator the same result in any order of the file', () => {
    fc.assert(
      fc.property(tables, units, fc.array(fc.nat(), { minLength: 4 }), (table, choice, keys) => {
        const inputs = inputsOf(table, choice);
        const shuffled = table
          .map((row, index) => ({ row, at: keys[index] ?? 0 }))
          .sort((left, right) => left.at - right.at)
          .map(({ row }) => row);
        const [one, other] = [table, shuffled].map((rows) => scored(linked(rows).ruleset, inputs));
        expect(byName(other)).toEqual(byName(one));
        expect(totalOf(other)).toEqual(totalOf(one));
      }),
      RUNS,
    );
  });

  test('has the sum of its indicators as total, at both ends', () => {
    fc.assert(
      fc.property(tables, units, (table, choice) => {
        const { indicators, total } = scored(linked(table).ruleset, inputsOf(table, choice));
        const [low, high] = [sumOf(indicators.map(({ low }) => low)), sumOf(indicators.map(({ high }) => high))];
        expect([write(own(total.low)), write(own(total.high!))]).toEqual([low, high]);
        const complete = indicators.every(({ status }) => status === 'scored');
        expect(total.points && write(own(total.points))).toBe(complete ? low : undefined);
      }),
      RUNS,
    );
  });
});

describe('a figure or an answer left out', () => {
  test('never moves an end of an indicator or the total past the true points', () => {
    fc.assert(
      fc.property(tables, wholeUnits, (table, choice) => {
        const { ruleset } = linked(table);
        const inputs = inputsOf(table, choice);
        const truth = scored(ruleset, inputs);
        inputs.forEach((_, left) => {
          const partial = scored(
            ruleset,
            inputs.filter((_each, index) => index !== left),
          );
          expect(truth.indicators.filter((one, index) => !holds(partial.indicators[index], one.points))).toEqual([]);
          expect(holds({ ...partial.total, high: partial.total.high! }, truth.total.points)).toBe(true);
        });
      }),
      RUNS,
    );
  });
});

describe('a figure or an answer filled in', () => {
  test('never takes points away from an indicator that had them, nor changes them, but for an overlap', () => {
    fc.assert(
      fc.property(tables, units, fc.nat(), (table, choice, pick) => {
        const { ruleset } = linked(table);
        const inputs = inputsOf(table, choice);
        const given = inputs.filter(({ text }) => text !== undefined);
        const left = given[pick % Math.max(1, given.length)];
        const [before, after] = [inputs.filter((each) => each !== left), inputs].map((each) => scored(ruleset, each));
        const lost = before!.indicators.filter(({ status, points }, index) => {
          const now = after!.indicators[index]!;
          if (status !== 'scored' || now.status === 'overlap') return false;
          return now.points === undefined || points === undefined || write(own(now.points)) !== write(own(points));
        });
        expect(lost.map(shortOf)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('JSON', () => {
  test('has every number as an exact string that reads back to the number', () => {
    fc.assert(
      fc.property(tables, units, (table, choice) => {
        const result = scored(linked(table).ruleset, inputsOf(table, choice));
        const text = JSON.stringify(toJson(result, new Map(), 'zh'));
        expect(text).not.toMatch(/[:[,]-?\d+[.eE]/);
        const numbers = result.indicators.flatMap(({ points, low, high, weight, value }) => [
          points,
          low,
          high,
          weight,
          value?.exact,
        ]);
        for (const number of [...numbers, ...Object.values(result.total)]) {
          if (number === undefined) continue;
          const exact = toExactText(number);
          expect(write(read(exact))).toBe(write(own(number)));
          expect(text).toContain(`"${exact}"`);
        }
      }),
      RUNS,
    );
  });
});

function linked(table: readonly Row[]): { readonly ruleset: Ruleset; readonly errors: readonly string[] } {
  const { ruleset: file, diagnostics } = loadRuleset(rulesetText(table), 'random.yaml');
  if (file === undefined) throw new Error(`not loaded:\n${rulesetText(table)}`);
  const { ruleset, diagnostics: found } = link(file);
  const errors = [...diagnostics, ...found].filter(({ severity }) => severity === 'error');
  return { ruleset, errors: errors.map(({ code, data }) => `${code} ${JSON.stringify(data)}`) };
}

function inputsOf(table: readonly Row[], choices: readonly Choice[]): readonly Input[] {
  return table.flatMap(({ name, fill }) => fill(choices['甲乙丙丁'.indexOf(name.slice(-1))]!));
}

function scored(ruleset: Ruleset, inputs: readonly Input[]): ScoreResult {
  const { unit, diagnostics } = loadUnit(unitText(inputs), 'unit.yaml');
  if (unit === undefined) throw new Error(`not loaded:\n${unitText(inputs)}`);
  const result = score(ruleset, unit);
  const faults = [...diagnostics, ...result.diagnostics].filter(({ code }) => code !== 'divided-by-zero');
  expect(faults).toEqual([]);
  return result;
}

/** The same inputs by measure, read without the engine. */
function valuesOf(ruleset: Ruleset, inputs: readonly Input[]): ReadonlyMap<string, Found> {
  const values = new Map<string, Found>();
  for (const { kind, indicator, name, text } of inputs) {
    const judged = ruleset.indicators.find((one) => one.name === indicator)!;
    const phrase = judged.phrases.find((one) => one.name === name);
    const measure = kind === 'field' ? ruleset.fields.get(name) : kind === 'level' ? judged.level : phrase;
    if (measure === undefined) throw new Error(`no measure for ${indicator} ${name}`);
    if (text !== undefined) values.set(measure.key, known(text, measure.unit.name, kind));
  }
  return values;
}

const MONEY: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };

function known(text: string, unit: string, kind: Input['kind']): Found {
  if (text === '不适用') return { lack: 'not-applicable' };
  if (kind === 'level') return text;
  if (text === '是' || text === '否') return text === '是';
  const [, number = '', suffix = ''] = /^(-?[\d.]+)(.*)$/.exec(text) ?? [];
  if (suffix === '%') return over(read(number), fraction(100n))!;
  return times(read(number), fraction(MONEY[suffix === '' ? unit : suffix] ?? 1n));
}

function shortOf({ status, points, low, high }: IndicatorResult): string {
  const shown = points === undefined ? '—' : write(own(points));
  return `${status} ${shown} ${write(own(low))}…${write(own(high))}`;
}

function shortOfVerdict({ status, low, high }: Verdict): string {
  return `${status} ${status === 'scored' ? write(low) : '—'} ${write(low)}…${write(high)}`;
}

function byName(result: ScoreResult | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(result!.indicators.map((one) => [one.name, shortOf(one)]));
}

function totalOf(result: ScoreResult | undefined): readonly string[] {
  return [result!.total.low, result!.total.high!].map((end) => write(own(end)));
}

function sumOf(numbers: readonly Parameters<typeof own>[0][]): string {
  return write(numbers.map(own).reduce(plus, fraction(0n)));
}

/** Whether the true points lie in a range; unknown points lie in any. */
function holds(range: Pick<IndicatorResult, 'low' | 'high'> | undefined, points: IndicatorResult['points']): boolean {
  if (points === undefined) return true;
  if (range === undefined) return false;
  return order(own(range.low), own(points)) <= 0 && order(own(points), own(range.high)) <= 0;
}
