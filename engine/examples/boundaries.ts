/**
 * Boundaries: the values of an indicator's own measure at which its points turn, each with the three values that try it: a hair below,
 * the value itself, a hair above.
 */
import {
  add,
  compare,
  type Core,
  equals,
  unitWhere,
  contains,
  curvesOf,
  gapsOf,
  type Measure,
  rational,
  type Rational,
  type Standard,
  subtract,
  multiply,
  turnsOf,
} from '../../dsl/index.ts';
import type { Indicator } from '../ruleset/ruleset.ts';
import type { Trial } from './trials.ts';
import { isNumber } from '../values/value.ts';

/** Which side of a boundary is tried. */
export type Side = 'below' | 'at' | 'above';

/** A value at which points turn, and the values that try it. Values the measure cannot have are left out. */
export interface Boundary {
  readonly measure: Measure;
  readonly at: Rational;
  readonly sides: readonly { readonly side: Side; readonly value: Rational; readonly tried: boolean }[];
}

/** The boundaries of an indicator that judges one measure, in ascending order, with what its trials try of them. */
export function boundariesOf(indicator: Indicator, trials: readonly Trial[]): readonly Boundary[] {
  const { own, readings, weight } = indicator;
  const [first] = readings;
  if (own?.core.kind !== 'input' || own.core.measure.type.kind !== 'number' || first === undefined) return [];
  const { measure } = own.core;
  const values = trials
    .filter((trial) => trial.indicator === indicator)
    .map(({ valueOf }) => valueOf(measure.key))
    .filter(isNumber);
  const turns = turnsOf(first.settled, measure, weight);
  const places = (turns.length > 0 ? turns : bendsOf(first.settled, measure, weight)).filter((place) =>
    contains(measure.reach ?? measure.range, place),
  );
  const hair = hairOf(measure);
  // Where nothing is laid down there is nothing to expect.
  const silent = gapsOf(first.settled).flatMap((gap) => (gap.measure.key === measure.key ? gap.set : []));
  return places.map((at, index) => {
    const [before, after] = [places[index - 1], places[index + 1]];
    const sides: readonly (readonly [Side, Rational, (value: Rational) => boolean])[] = [
      [
        'below',
        subtract(at, hair),
        (value) => compare(value, at) < 0 && (before === undefined || compare(value, before) > 0),
      ],
      ['at', at, (value) => compare(value, at) === 0],
      ['above', add(at, hair), (value) => compare(value, at) > 0 && (after === undefined || compare(value, after) < 0)],
    ];
    return {
      measure,
      at,
      sides: sides
        .filter(([, value]) => contains(measure.reach ?? measure.range, value) && !contains(silent, value))
        .map(([side, value, tries]) => ({ side, value, tried: values.some(tries) }))
        .filter(({ value, tried }) => tried || isPossible(own.core, value, indicator)),
    };
  });
}

/** Whether some unit can have this value: what is spent is never below 0, and so is no share of it. */
function isPossible(own: Core, value: Rational, { weight, scope }: Indicator): boolean {
  return unitWhere([equals(own, value)], weight, scope.behind) !== 'none';
}

/** Where the points of a proportion bend: at what they stop at, or begin with. */
function bendsOf(standard: Standard, measure: Measure, weight: Rational): readonly Rational[] {
  const [drawn] = curvesOf(standard, measure, weight);
  return (drawn?.curve ?? []).slice(1).flatMap(({ interval: { low } }) => (low === undefined ? [] : [low.value]));
}

/** The least difference that shows: one hundredth of a per cent, one whole thing, one hundredth of the unit. */
function hairOf({ whole, unit }: Measure): Rational {
  if (whole && unit.dimension.length > 0 && unit.factor.numerator === 1n) return rational(1);
  return multiply(unit.factor, rational(1, 100));
}
