/**
 * What the steps of a part come to at the end of a piece: taken there, or come near to from inside. Limits are exact, so a staircase
 * over any distance is bounded by its two ends. Nothing here asks which band speaks.
 */
import { type Core, coreText } from '../expressions/core.ts';
import {
  absolute,
  add,
  ceil,
  compare,
  divide,
  floor,
  multiply,
  negate,
  ONE,
  type Rational,
  sign,
  subtract as minus,
  ZERO,
} from '../numbers/number.ts';
import { isLevel, lineOf, type Subject } from './regions.ts';
import type { Adjustment, Part } from '../expressions/standard.ts';

/** A number, or beyond them all. */
export type Height = Rational | '∞' | '−∞';

/** A place at the end of a piece: the value itself, or coming near to it from inside; without a value, beyond all numbers. */
export interface Place {
  readonly value: Rational | undefined;
  /** the way from the place into the piece */
  readonly inward: 1 | -1;
  readonly closed: boolean;
}

/** What a term tends to at a place. */
export interface Limit {
  readonly height: Height;
  /** the value is taken there, or all along next to it */
  readonly settled: boolean;
}

/** The order of two heights. */
export function compareHeights(left: Height, right: Height): number {
  if (left === right) return 0;
  if (left === '∞' || right === '−∞') return 1;
  if (left === '−∞' || right === '∞') return -1;
  return compare(left, right);
}

/** The sum of limits; undefined when it has no meaning, as ∞ − ∞. */
export function summed(limits: readonly Limit[]): Limit | undefined {
  return limits.reduce<Limit | undefined>(
    (sum, { height, settled }) => {
      if (sum === undefined) return undefined;
      const both = addHeights(sum.height, height);
      return both === undefined ? undefined : { height: both, settled: sum.settled && settled };
    },
    { height: ZERO, settled: true },
  );
}

/** The sum of two heights; undefined for ∞ − ∞. */
export function addHeights(left: Height, right: Height): Height | undefined {
  if (typeof left === 'object' && typeof right === 'object') return add(left, right);
  if (typeof left === 'object') return right;
  return typeof right === 'object' || left === right ? left : undefined;
}

/** Whether a measure is the subject without its sign. */
export function isSizeOf(measure: Core, { core }: Subject): boolean {
  return (
    measure.kind === 'call' &&
    measure.name === 'abs' &&
    measure.arguments.every((of) => coreText(of) === coreText(core))
  );
}

/** The points of every group of adjustments at both places, under the limits on them; undefined when one steps something else, or is under two limits. */
export function stepsOf(
  part: Part,
  subject: Subject,
  weight: Rational,
  places: readonly Place[],
): readonly (readonly Limit[])[] | undefined {
  if (
    part.adjustments.some((_, index) => part.limits.filter(({ adjustments }) => adjustments.includes(index)).length > 1)
  )
    return undefined;
  const alone = part.adjustments
    .map((_, index) => index)
    .filter((index) => !part.limits.some(({ adjustments }) => adjustments.includes(index)));
  const groups = [
    ...part.limits.map(({ adjustments, most }) => ({
      members: adjustments,
      most: lineOf(most, subject.core, weight)?.constant,
    })),
    ...alone.map((index) => ({ members: [index], most: undefined })),
  ];
  const found: (readonly Limit[])[] = [];
  for (const { members, most } of groups) {
    const own = members.flatMap((index) => part.adjustments[index] ?? []);
    const sums = places.map((place) => {
      const limits = own.map((adjustment) => stepLimit(adjustment, place, subject, weight));
      return limits.every((limit) => limit !== undefined) ? summed(limits) : undefined;
    });
    const [from, to] = sums;
    if (from === undefined || to === undefined) return undefined;
    const signs = own[0]?.sign ?? 1;
    found.push(
      cut([from, to], most).map(({ height, settled }) => ({
        height: signs === 1 ? height : opposite(height),
        settled,
      })),
    );
  }
  return found;
}

function opposite(height: Height): Height {
  if (typeof height === 'object') return negate(height);
  return height === '∞' ? '−∞' : '∞';
}

/** At most `most`; a limit that only comes near to it from below is not settled, one above it everywhere is. */
function cut(limits: readonly Limit[], most: Rational | undefined): readonly Limit[] {
  if (most === undefined) return limits;
  const reaches = limits.every(({ height }) => compareHeights(height, most) >= 0);
  return limits.map(({ height, settled }) => {
    const order = compareHeights(height, most);
    return order < 0 ? { height, settled } : { height: most, settled: settled || order > 0 || reaches };
  });
}

/** The points a step adds or takes, without its sign. */
function stepLimit(adjustment: Adjustment, place: Place, subject: Subject, weight: Rational): Limit | undefined {
  const [amount, origin, width] = [adjustment.amount, adjustment.origin, adjustment.width].map((core) => {
    const line = lineOf(core, subject.core, weight);
    return line && isLevel(line) ? line.constant : undefined;
  });
  const size = isSizeOf(adjustment.measure, subject);
  if (amount === undefined || origin === undefined || width === undefined || sign(width) === 0) return undefined;
  if (!size && coreText(adjustment.measure) !== coreText(subject.core)) return undefined;
  const end = adjustment.until?.kind === 'constant' ? absolute(minus(adjustment.until.value, origin)) : undefined;
  const steps = stepsNear(
    distanceAt(adjustment.direction, origin, size ? sizeAt(place) : place),
    width,
    adjustment.reading,
    end,
  );
  return typeof steps.height === 'object' ? { height: multiply(steps.height, amount), settled: steps.settled } : steps;
}

function sizeAt(place: Place): Place {
  const { value, inward } = place;
  if (value === undefined) return { ...place, inward: -1 };
  const turned = sign(value) < 0 || (sign(value) === 0 && inward < 0);
  return turned ? { ...place, value: absolute(value), inward: inward === 1 ? -1 : 1 } : place;
}

function distanceAt(direction: Adjustment['direction'], origin: Rational, place: Place): Place {
  const { value, inward } = place;
  const outward = value === undefined ? -inward : sign(minus(value, origin)) || inward;
  const way = direction === 'both' ? outward : direction === 'above' ? 1 : -1;
  if (value === undefined)
    return way === -inward ? { ...place, inward: -1 } : { value: negate(ONE), inward: -1, closed: true };
  const apart = minus(value, origin);
  return way > 0 ? { ...place, value: apart } : { ...place, value: negate(apart), inward: inward === 1 ? -1 : 1 };
}

/** How many steps fit into a distance, no farther than `end`. */
function stepsNear(
  { value, inward, closed }: Place,
  width: Rational,
  reading: Adjustment['reading'],
  end: Rational | undefined,
): Limit {
  const order = value === undefined || end === undefined ? 1 : compare(value, end);
  const beyond = end !== undefined && (order > 0 || (order === 0 && inward > 0));
  const distance = beyond ? end : value;
  if (distance === undefined) return { height: '∞', settled: false };
  const exact = closed || beyond;
  if (sign(distance) < 0 || (sign(distance) === 0 && (exact || inward < 0))) return { height: ZERO, settled: true };
  const steps = divide(distance, width) ?? ZERO;
  switch (reading) {
    case '按比例':
      return { height: steps, settled: exact };
    case '不计':
      return { height: !exact && inward < 0 ? minus(ceil(steps), ONE) : floor(steps), settled: true };
    case '按一档计':
      return { height: !exact && inward > 0 ? add(floor(steps), ONE) : ceil(steps), settled: true };
  }
}
