/** The window a curve is drawn in: from the first to the last place at which anything happens, with some room on both sides. */
import { type Core, coreText, type Measure } from '../expressions/core.ts';
import { boundaries, intersect, interval, type IntervalSet } from '../numbers/interval.ts';
import {
  absolute,
  add,
  ceil,
  compare,
  divide,
  equal,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  subtract as minus,
  ZERO,
} from '../numbers/number.ts';
import { regionOf } from './regions.ts';
import type { Adjustment, Standard } from '../expressions/standard.ts';

/** A stretch of the measure that shows all that happens under any of the standards: thresholds, the first steps until points run out, and some room on both sides. */
export function windowOf(
  standards: readonly Standard[],
  measure: Measure,
  weight: Rational,
  also: readonly Rational[],
): IntervalSet {
  const places = [...standards.flatMap((standard) => placesIn(standard, measure, weight)), ...also];
  const wide = measure.unit.name === '%' || measure.type.kind !== 'number' ? ONE : multiply(TEN, measure.unit.factor);
  const [least, most] = places.length === 0 ? [ZERO, wide] : [places.reduce(minimum), places.reduce(maximum)];
  const room = sign(minus(most, least)) === 0 ? maximum(absolute(most), wide) : minus(most, least);
  const around = divide(room, TEN) ?? ZERO;
  const shown = interval({ value: minus(least, around), closed: true }, { value: add(most, around), closed: true });
  return intersect(shown, measure.reach ?? measure.range);
}

const TEN = rational(10);

/** The places at which points turn, ascending, each once: where conditions change, steps begin, or have used up the points there are. */
export function turnsOf(standard: Standard, measure: Measure, weight: Rational): readonly Rational[] {
  const places = placesIn(standard, measure, weight).toSorted(compare);
  return places.filter((place, index) => index === 0 || !equal(place, places[index - 1] ?? place));
}

function placesIn(standard: Standard, measure: Measure, weight: Rational): readonly Rational[] {
  const own: Core = { kind: 'input', measure, span: standard.span };
  const changes = (when: Core): readonly Rational[] => {
    const region = regionOf(when, own);
    return region === undefined ? [] : boundaries(region);
  };
  switch (standard.kind) {
    case 'case':
      return [
        ...standard.arms.flatMap(({ when, then }) => [...changes(when), ...placesIn(then, measure, weight)]),
        ...placesIn(standard.otherwise, measure, weight),
      ];
    case 'sum':
      return standard.parts.flatMap((part) => placesIn(part, measure, weight));
    case 'part':
      return [
        ...standard.bands.flatMap(({ when }) => changes(when)),
        ...standard.adjustments.flatMap((adjustment) => reachOf(adjustment, own, weight)),
      ];
  }
}

/** From where steps count to where all points are gone. */
function reachOf(
  { measure, origin, width, amount, direction, until, reading }: Adjustment,
  own: Core,
  weight: Rational,
): readonly Rational[] {
  const size =
    measure.kind === 'call' &&
    measure.name === 'abs' &&
    measure.arguments.every((of) => coreText(of) === coreText(own));
  if (origin.kind !== 'constant' || width.kind !== 'constant' || (coreText(measure) !== coreText(own) && !size))
    return [];
  const each = amount.kind === 'constant' ? absolute(amount.value) : weight;
  const reach =
    until?.kind === 'constant'
      ? absolute(minus(until.value, origin.value))
      : multiply(stepsToNothing(divide(weight, each) ?? ONE, reading), width.value);
  const far = direction === 'below' ? [minus(origin.value, reach)] : [add(origin.value, reach)];
  const both = direction === 'both' ? [minus(origin.value, reach)] : [];
  const ends = [origin.value, ...far, ...both];
  return size ? ends.flatMap((end) => [end, negate(end)]) : ends;
}

/** After how many steps the points are used up: at the end of the last one, or as soon as it is begun. */
function stepsToNothing(exact: Rational, reading: Adjustment['reading']): Rational {
  if (reading === '按比例') return exact;
  return reading === '不计' ? ceil(exact) : minus(ceil(exact), ONE);
}
