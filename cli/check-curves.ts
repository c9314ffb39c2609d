/** Curves and examples of every indicator, as `jichi check` tells them: as data, and as a table of a document. */
import {
  absolute,
  compare,
  conditionText,
  fromBase,
  multiply,
  point,
  subtract,
  toExactText,
  valueText,
} from '../dsl/index.ts';
import {
  type StretchEnd,
  provedCurves,
  type ExaminedIndicator,
  type Indicator,
  type ProvedCurve,
} from '../engine/index.ts';
import { checkWordsIn } from './words-check.ts';
import type { Words } from './words.ts';

/** How much of an indicator its examples try. */
export interface Coverage {
  readonly clauses: Tried;
  readonly boundaries: Tried;
  readonly slips: Tried;
}

/** So many of so many. */
export interface Tried {
  readonly tried: number;
  readonly all: number;
}

/** What the examples of an indicator try. */
function coverageOf({ clauses, boundaries, mutants }: ExaminedIndicator): Coverage {
  const of = (flags: readonly boolean[]): Tried => ({ tried: flags.filter(Boolean).length, all: flags.length });
  return {
    clauses: of(clauses.map(({ touched }) => touched)),
    boundaries: of(boundaries.flatMap(({ sides }) => sides.map(({ tried }) => tried))),
    slips: of(mutants.map(({ noticed }) => noticed)),
  };
}

/** The sum over all indicators. */
export function coverageOfAll(examined: readonly ExaminedIndicator[]): Coverage {
  const all = examined.map(coverageOf);
  const sum = (pick: (one: Coverage) => Tried): Tried => ({
    tried: all.map(pick).reduce((total, { tried }) => total + tried, 0),
    all: all.map(pick).reduce((total, { all: count }) => total + count, 0),
  });
  return {
    clauses: sum(({ clauses }) => clauses),
    boundaries: sum(({ boundaries }) => boundaries),
    slips: sum(({ slips }) => slips),
  };
}

/** An indicator as data: its curves, in the measure's own unit, and what its examples try. */
export function indicatorJson(one: ExaminedIndicator): unknown {
  const { indicator } = one;
  return {
    name: indicator.name,
    path: indicator.path,
    weight: toExactText(indicator.weight),
    direction: indicator.leaf.direction ?? null,
    curves: provedCurves(indicator).map(curveJson),
    examples: coverageOf(one),
  };
}

function curveJson({ measure, readings, answers, partial, stretches, jumps }: ProvedCurve): unknown {
  const { unit } = measure;
  const plain = unit.dimension.length === 0 || measure.type.kind === 'date';
  const at = (value: StretchEnd['at']): object => ({
    exact: toExactText(plain ? value : fromBase(value, unit)),
    shown: valueText(value, measure),
  });
  const end = (side: StretchEnd): object => ({
    at: at(side.at),
    closed: side.closed,
    points: toExactText(side.points),
  });
  return {
    measure: measure.name,
    unit: plain ? (measure.type.kind === 'date' ? '日期' : '比率') : unit.name,
    readings,
    answers,
    partial,
    stretches: stretches.map(({ low, high, slope, clause }) => ({
      low: end(low),
      high: end(high),
      slope: toExactText(plain ? slope : multiply(slope, unit.factor)),
      clause: clause ?? null,
    })),
    jumps: jumps.map(({ at: place, below, above }) => ({
      at: at(place),
      below: toExactText(below),
      above: toExactText(above),
    })),
  };
}

/** The cells of an indicator’s row: name, weight, how many stretches, the greatest jump, what its examples try. */
export function indicatorCells(one: ExaminedIndicator, words: Words): readonly string[] {
  const { indicator } = one;
  const { clauses, boundaries, slips } = coverageOf(one);
  const tried = ({ tried: count, all }: Tried): string => words.ofAll(count, all);
  const curves = provedCurves(indicator);
  return [
    indicator.name,
    toExactText(indicator.weight),
    curves.length === 0 ? '—' : String(Math.max(...curves.map(({ stretches }) => stretches.length))),
    greatestJump(indicator, words),
    tried(clauses),
    tried(boundaries),
    tried(slips),
  ];
}

function greatestJump(indicator: Indicator, words: Words): string {
  const jumps = provedCurves(indicator).flatMap(({ measure, jumps: own }) =>
    own.map(({ at, below, above }) => ({ measure, at, size: absolute(subtract(above, below)) })),
  );
  const [greatest] = jumps.toSorted((left, right) => compare(right.size, left.size));
  if (greatest === undefined) return '—';
  const { measure, at, size } = greatest;
  return checkWordsIn(words.lang).jump(toExactText(size), conditionText(measure, point(at)));
}
