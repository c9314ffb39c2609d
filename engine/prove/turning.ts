/**
 * What would change the points of an indicator: along its own measure, the nearest value with more points and the nearest with fewer;
 * and for each of its inputs alone, the nearest figure or answer that gives more. What is said of an input has been scored, not guessed.
 */
import {
  add,
  ceil,
  compare,
  type Core,
  contains,
  divide,
  equal,
  equals,
  floor,
  type Measure,
  multiply,
  rational,
  type Rational,
  sign,
  subtract,
  unitWhere,
} from '../../dsl/index.ts';
import type { UnitFile } from '../files/unit-file.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import { readValues } from '../ruleset/values.ts';
import { plan } from '../run/plan.ts';
import { type Input, inputsOf } from '../score/what-if.ts';
import { isNumber, type Value } from '../values/value.ts';
import type { IndicatorCurve } from './curves.ts';

/** A place along the measure from which on points are others. */
export interface Turn {
  /** which way the measure goes to get there */
  readonly way: 'up' | 'down';
  readonly at: Rational;
  /** whether the place itself has those points */
  readonly closed: boolean;
  readonly points: Rational;
  /** points change all the way there, by so many for one base unit; undefined where they jump */
  readonly slope: Rational | undefined;
}

/** The nearest places with more and with fewer points than the unit has, under the first reading. */
export function turnsAround({ readings: [first], at }: IndicatorCurve): {
  readonly better: Turn | undefined;
  readonly worse: Turn | undefined;
} {
  const none = { better: undefined, worse: undefined };
  if (first === undefined || at === undefined) return none;
  const own = first.curve.findIndex(({ interval }) => contains([interval], at));
  const piece = first.curve[own];
  if (piece === undefined) return none;
  const points = heightOf(piece, at);
  const turn = (better: boolean): Turn | undefined => {
    const [up, down] = (['up', 'down'] as const).map((way) => turnOn(first.curve, own, points, better, way, at));
    if (up === undefined || down === undefined) return up ?? down;
    return compare(subtract(up.at, at), subtract(at, down.at)) <= 0 ? up : down;
  };
  return { better: turn(true), worse: turn(false) };
}

type Curve = IndicatorCurve['readings'][number]['curve'];

function heightOf({ line }: Curve[number], at: Rational): Rational {
  return add(multiply(line.slope, at), line.constant);
}

function turnOn(
  curve: Curve,
  own: number,
  points: Rational,
  better: boolean,
  way: Turn['way'],
  from: Rational,
): Turn | undefined {
  const wanted = better ? 1 : -1;
  const ahead = way === 'up' ? curve.slice(own) : curve.slice(0, own + 1).toReversed();
  for (const [index, piece] of ahead.entries()) {
    const { low, high } = piece.interval;
    const [near, far] = way === 'up' ? [low, high] : [high, low];
    const entry = index === 0 ? undefined : near;
    if (entry !== undefined && compare(heightOf(piece, entry.value), points) === wanted)
      return { way, at: entry.value, closed: entry.closed, points: heightOf(piece, entry.value), slope: undefined };
    if (far === undefined || equal(far.value, from) || compare(heightOf(piece, far.value), points) !== wanted) continue;
    const { slope } = piece.line;
    const reached = heightOf(piece, far.value);
    const closed = curve.some(
      (other) => contains([other.interval], far.value) && equal(heightOf(other, far.value), reached),
    );
    return { way, at: far.value, closed, points: reached, slope };
  }
  return undefined;
}

/** One input alone, otherwise, and the points that would give. */
export interface Improvement {
  readonly input: Input;
  readonly value: Rational | boolean | string;
  readonly points: Rational;
}

/** For every input of an indicator the nearest value that gives it more points, everything else as it is; those that cannot are left out. */
export function improvementsOf(
  ruleset: Ruleset,
  unit: UnitFile,
  indicator: Indicator,
  curve: IndicatorCurve | undefined,
): readonly Improvement[] {
  const { values } = readValues(unit, ruleset);
  const planned = plan(ruleset);
  const index = ruleset.indicators.indexOf(indicator);
  const pointsWith = (key?: string, value?: Value): Rational | undefined => {
    const given = new Map(values);
    if (key !== undefined && value !== undefined) given.set(key, value);
    const readings = planned.open(given).run().indicators[index]?.readings ?? [];
    const all = readings.map(({ outcome }) => (outcome.kind === 'scored' ? outcome.points : undefined));
    const [first] = all;
    return first !== undefined && all.every((each) => each !== undefined && equal(each, first)) ? first : undefined;
  };
  const now = pointsWith();
  if (now === undefined) return [];
  const better = curve && turnsAround(curve).better;
  const inputs = inputsOf(ruleset, unit, indicator);
  return inputs.flatMap((input): readonly Improvement[] => {
    const { measure, value } = input;
    const tries = isNumber(value ?? false)
      ? better === undefined || curve === undefined
        ? []
        : figuresNear(solved(curve.measure, better.at, input, inputs, indicator), input)
      : alternatives(measure).filter((other) => other !== value);
    for (const other of tries) {
      const points = pointsWith(measure.key, other);
      if (points !== undefined && compare(points, now) > 0) return [{ input, value: other, points }];
    }
    return [];
  });
}

function alternatives({ type }: Measure): readonly (boolean | string)[] {
  return type.kind === 'truth' ? [true, false] : type.kind === 'level' ? type.words : [];
}

/** The figure of one input with which the measure comes to a value, the others as they are. */
function solved(
  own: Measure,
  at: Rational,
  { measure }: Input,
  inputs: readonly Input[],
  { weight, scope }: Indicator,
): Rational | undefined {
  if (own.key === measure.key) return at;
  const as = (of: Measure): Core => ({ kind: 'input', measure: of, span: { start: 0, end: 0 } });
  const others = inputs.flatMap((each) =>
    each.measure.key !== measure.key && each.value !== undefined && isNumber(each.value)
      ? [equals(as(each.measure), each.value)]
      : [],
  );
  const world = unitWhere([equals(as(own), at), ...others], weight, scope.behind);
  if (world === undefined || world === 'none' || world.uncertain) return undefined;
  const fact = world.facts.find(({ measure: of }) => of.key === measure.key)?.value;
  return typeof fact === 'object' ? fact : undefined;
}

/** Figures one can write, around an exact one: the nearest to what the unit has first. */
function figuresNear(exact: Rational | undefined, { measure, value }: Input): readonly Rational[] {
  if (exact === undefined || value === undefined || !isNumber(value)) return [];
  const share = measure.unit.dimension.length === 0;
  const hair = measure.whole ? rational(1) : multiply(share ? rational(1, 100) : measure.unit.factor, rational(1, 100));
  const steps = divide(exact, hair);
  if (steps === undefined || sign(hair) === 0) return [];
  const [below, above] = [multiply(floor(steps), hair), multiply(ceil(steps), hair)];
  const apart = (figure: Rational): Rational => {
    const by = subtract(figure, value);
    return sign(by) < 0 ? subtract(value, figure) : by;
  };
  return [below, above, subtract(below, hair), add(above, hair)]
    .filter((figure) => contains(measure.range, figure))
    .toSorted((left, right) => compare(apart(left), apart(right)));
}
