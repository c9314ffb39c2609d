/**
 * The points of a part over its one measure, piece by piece. On a piece one band speaks and no step changes sides, so points are
 * monotone and lie between what they tend to at the two ends; staircases are bounded without walking their steps. Before clamping.
 */
import { coreText } from '../expressions/core.ts';
import {
  type End,
  contains,
  type Interval,
  EMPTY,
  intersect,
  interval,
  type IntervalSet,
  point,
  subtract,
  union,
  unionOf,
} from '../numbers/interval.ts';
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  sign,
  subtract as minus,
  ZERO,
} from '../numbers/number.ts';
import { isLevel, type Line, lineOf, regionOf, type Subject, within } from './regions.ts';
import { compareHeights, type Height, isSizeOf, type Limit, type Place, stepsOf, summed } from './staircase.ts';
import type { Adjustment, Band, Part } from '../expressions/standard.ts';
import { crossings } from './sweep.ts';

/** The least or greatest of some points; `attained` when some value gives exactly it, else it is only come near to. */
export interface Extreme {
  readonly height: Height;
  readonly attained: boolean;
}

/** Values of the measure between two ends over which points are monotone. */
export interface Piece {
  readonly interval: Interval;
  readonly band: Band;
  /** undefined where the points are no line with steps over this measure */
  readonly low: Extreme | undefined;
  readonly high: Extreme | undefined;
}

/** Where bands hold, and what they give there. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  /** values of the domain for which nothing speaks */
  readonly gap: IntervalSet;
  readonly regions: readonly { readonly band: Band; readonly set: IntervalSet }[];
  readonly overlaps: readonly { readonly first: Band; readonly second: Band; readonly set: IntervalSet }[];
}

/** The part over the subject; undefined when some condition depends on anything else. The fallback speaks where no band does. */
export function piecesOf(part: Part, subject: Subject, weight: Rational): Pieces | undefined {
  const regions: { band: Band; set: IntervalSet }[] = [];
  for (const band of part.bands) {
    const region = regionOf(band.when, subject.core);
    if (region === undefined) return undefined;
    const set = within(region, subject);
    regions.push({ band, set });
  }
  let covered = unionOf(regions.map(({ set }) => set));
  const spoken = [...regions];
  if (part.fallback !== undefined) {
    const region = regionOf(part.fallback.when, subject.core);
    const left = within(subtract(subject.domain, covered), subject);
    if (region === undefined && left.length > 0) return undefined;
    const set = within(intersect(region ?? EMPTY, left), subject);
    spoken.push({ band: part.fallback, set });
    covered = union(covered, set);
  }
  const cuts = cutsOf(part.adjustments, subject);
  const pieces = spoken.flatMap(({ band, set }) =>
    split(set, cuts, subject).map((own): Piece => ({
      interval: own,
      band,
      ...extremesOf(band, part, own, subject, weight),
    })),
  );
  const gap = within(subtract(subject.domain, covered), subject);
  return { pieces, gap, regions, overlaps: overlapsOf(regions, subject, weight) };
}

/** Two bands hold at once: where, less the places at which they give the same. */
function overlapsOf(regions: Pieces['regions'], subject: Subject, weight: Rational): Pieces['overlaps'] {
  const pairs = crossings(
    regions.map(({ set }) => set),
    regions.map(({ band: { award } }, at) => (award.choice === undefined ? coreText(award.value) : `#${String(at)}`)),
  );
  return pairs.flatMap(([at, other]) => {
    const [first, second] = [regions[at], regions[other]];
    if (first === undefined || second === undefined) return [];
    const both = within(intersect(first.set, second.set), subject);
    const apart = within(subtract(both, agreement(first.band, second.band, subject, weight)), subject);
    return apart.length === 0 ? [] : [{ first: first.band, second: second.band, set: apart }];
  });
}

function agreement(first: Band, second: Band, subject: Subject, weight: Rational): IntervalSet {
  if (first.award.choice !== undefined || second.award.choice !== undefined) return EMPTY;
  const [left, right] = [first, second].map(({ award }) => lineOf(award.value, subject.core, weight));
  if (left === undefined || right === undefined) return EMPTY;
  const slope = minus(left.slope, right.slope);
  const constant = minus(right.constant, left.constant);
  const crossing = divide(constant, slope);
  if (crossing !== undefined) return point(crossing);
  return sign(constant) === 0 ? subject.domain : EMPTY;
}

/** Where a step begins, ends, or turns: each place once, ascending. */
function cutsOf(adjustments: readonly Adjustment[], subject: Subject): readonly Rational[] {
  const cuts = adjustments.flatMap(({ measure, origin, until }) => {
    const ends = [origin, until].flatMap((core) => (core?.kind === 'constant' ? [core.value] : []));
    if (coreText(measure) === coreText(subject.core)) return ends;
    return isSizeOf(measure, subject) ? [ZERO, ...ends, ...ends.map(negate)] : [];
  });
  const sorted = cuts.toSorted(compare);
  return sorted.filter((value, at) => at === 0 || compare(sorted[at - 1] ?? value, value) !== 0);
}

/** The pieces of a set with every cut inside a piece a piece by itself. */
function split(set: IntervalSet, cuts: readonly Rational[], subject: Subject): readonly Interval[] {
  return set.flatMap((piece) => {
    const sides: Interval[] = [];
    let { low } = piece;
    for (const value of cuts.filter((cut) => contains([piece], cut))) {
      const open: End = { value, closed: false };
      sides.push(...interval(low, open), ...point(value));
      low = open;
    }
    return [...sides, ...interval(low, piece.high)].flatMap((side) => within([side], subject));
  });
}

function extremesOf(
  band: Band,
  part: Part,
  own: Interval,
  subject: Subject,
  weight: Rational,
): Pick<Piece, 'low' | 'high'> {
  const unknown = { low: undefined, high: undefined };
  const places: readonly Place[] = [
    { value: own.low?.value, inward: 1, closed: own.low?.closed ?? false },
    { value: own.high?.value, inward: -1, closed: own.high?.closed ?? false },
  ];
  const low = lineOf(band.award.choice?.low ?? band.award.value, subject.core, weight);
  const high = lineOf(band.award.choice?.high ?? band.award.value, subject.core, weight);
  if (low === undefined || high === undefined) return unknown;
  const steps = band.adjusted ? stepsOf(part, subject, weight, places) : [];
  if (steps === undefined) return unknown;
  const totals = (line: Line): readonly (Limit | undefined)[] =>
    places.map((place, at) => summed([lineAt(line, place), ...steps.flatMap((step) => step[at] ?? [])]));
  const ways = new Set([...steps.map(([from, to]) => wayOf(from, to)), sign(low.slope)].filter((way) => way !== 0));
  if (ways.size > 1) return unknown;
  const [lowest, highest] = [totals(low), totals(high)];
  const least = lowest.reduce((best, limit) => better(best, limit, -1));
  const most = highest.reduce((best, limit) => better(best, limit, 1));
  return {
    low: least && { height: least.height, attained: least.settled && band.award.choice?.lowClosed !== false },
    high: most && { height: most.height, attained: most.settled && band.award.choice?.highClosed !== false },
  };
}

function better(best: Limit | undefined, next: Limit | undefined, way: 1 | -1): Limit | undefined {
  if (best === undefined || next === undefined) return undefined;
  const order = compareHeights(next.height, best.height) * way;
  return order > 0 || (order === 0 && next.settled) ? next : best;
}

function wayOf(from: Limit | undefined, to: Limit | undefined): number {
  return from === undefined || to === undefined ? 0 : compareHeights(to.height, from.height);
}

function lineAt(line: Line, { value, inward, closed }: Place): Limit {
  if (isLevel(line)) return { height: line.constant, settled: true };
  if (value !== undefined) return { height: add(multiply(line.slope, value), line.constant), settled: closed };
  return { height: sign(line.slope) === -inward ? '∞' : '−∞', settled: false };
}

/** The height under a cap and over a floor; coming near to a cap from below does not attain it. */
export function clamped(
  { height, attained }: Extreme,
  least: Rational | undefined,
  most: Rational | undefined,
): Extreme {
  if (most !== undefined && compareHeights(height, most) > 0) return { height: most, attained: true };
  if (least !== undefined && compareHeights(height, least) < 0) return { height: least, attained: true };
  return { height, attained };
}
