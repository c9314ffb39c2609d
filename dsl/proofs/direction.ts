/**
 * Which way points go along a scoring curve, exactly: whether they fall where they should not, or fall and rise again, and how far
 * they jump at a place. Ends that are only come near to count as such; what is shown are values that do occur.
 */
import type { Curve } from '../regions/curve.ts';
import { type End as IntervalEnd, interval, onIntegers, sample } from '../numbers/interval.ts';
import {
  absolute,
  add,
  compare,
  divide,
  isInteger,
  minimum,
  negate,
  type Rational,
  rational,
  sign,
  subtract,
} from '../numbers/number.ts';
import { heightOf, type Stretch } from '../regions/piecewise.ts';
import { isLevel } from '../regions/regions.ts';
import type { Span } from '../text/source.ts';

/** Which way a measure is better; the best in the middle, and worse the farther from it. */
export type Way = 'higher' | 'lower' | 'middle';

/** A value of the measure with the points it gives, and the clause that awards them. */
export interface Spot {
  readonly at: Rational;
  readonly points: Rational;
  readonly clause: Span | undefined;
}

/** A place at which points jump: what they come near to from below, and from above. */
export interface Jump {
  readonly at: Rational;
  readonly below: Rational;
  readonly above: Rational;
  /** to which of them the place itself belongs */
  readonly own: 'below' | 'above';
  /** a value short of it, and one beyond, as far as points go straight on */
  readonly before: IntervalEnd | undefined;
  readonly after: IntervalEnd | undefined;
  readonly clause: Span | undefined;
}

type Drawn = Stretch<Span | undefined>;

/** An end of a stretch; where it is open the height is only come near to. */
interface End {
  readonly stretch: Drawn;
  readonly side: 'low' | 'high';
  readonly height: Rational;
}

/** Two values, in order, whose points go against the way; or three, where points fall and rise again. */
export function turnAgainst(curve: Curve, way: Way | undefined, whole: boolean): readonly Spot[] | undefined {
  const ends = endsOf(curve, whole);
  return way === 'higher' || way === 'lower' ? fallIn(ends, way === 'higher' ? 1 : -1) : valleyIn(ends);
}

/** Whether points stand at single values, and all places are whole, as in 迟报1天扣1分，迟报2天扣2分: then only whole values are meant. */
function standsOnWholes(curve: Curve): boolean {
  const single = curve.filter(
    ({ interval: { low, high } }) => low !== undefined && high !== undefined && compare(low.value, high.value) === 0,
  );
  const places = curve.flatMap(({ interval: { low, high } }) => [low, high].flatMap((end) => end?.value ?? []));
  return single.length > 1 && places.every(isInteger);
}

function endsOf(curve: Curve, whole: boolean): readonly End[] {
  const stretches =
    whole || standsOnWholes(curve)
      ? curve.flatMap((stretch) => onIntegers([stretch.interval]).map((own): Drawn => ({ ...stretch, interval: own })))
      : curve;
  return stretches.flatMap((stretch) => {
    const { low, high } = stretch.interval;
    if (low === undefined || high === undefined) return [];
    const end = (side: End['side'], at: Rational): End => ({ stretch, side, height: heightOf(stretch.line, at) });
    return [end('low', low.value), end('high', high.value)];
  });
}

/** A height that lies below one before it; above it for `way` −1. */
function fallIn(ends: readonly End[], way: 1 | -1): readonly Spot[] | undefined {
  let best: End | undefined;
  for (const end of ends) {
    if (best !== undefined && compare(end.height, best.height) * way < 0) return shown([best, end]);
    if (best === undefined || compare(end.height, best.height) * way > 0) best = end;
  }
  return undefined;
}

/** A height between two greater ones. */
function valleyIn(ends: readonly End[]): readonly Spot[] | undefined {
  let [top, bottom]: (End | undefined)[] = [];
  for (const end of ends) {
    if (top !== undefined && bottom !== undefined && compare(end.height, bottom.height) > 0)
      return shown([top, bottom, end]);
    if (top === undefined || compare(end.height, top.height) > 0) top = end;
    else if (compare(end.height, top.height) < 0) bottom = end;
  }
  return undefined;
}

/** Values that occur, so near to the ends that their points still stand to each other as the ends do. */
function shown(ends: readonly End[]): readonly Spot[] {
  const apart = ends
    .flatMap((end, index) => ends.slice(index + 1).map((other) => absolute(subtract(end.height, other.height))))
    .filter((distance) => sign(distance) > 0)
    .reduce(minimum, rational(1_000_000));
  return ends.map((end) => spotAt(end, apart));
}

function spotAt({ stretch, side }: End, apart: Rational): Spot {
  const { interval: own, line, tag } = stretch;
  const [low, high] = [own.low, own.high];
  const end = side === 'low' ? low : high;
  if (low === undefined || high === undefined || end === undefined) throw new Error('a window has two ends');
  const spot = (at: Rational): Spot => ({ at, points: heightOf(line, at), clause: tag });
  if (end.closed) return spot(end.value);
  const width = subtract(high.value, low.value);
  // Half the distance between heights, walked along the slope, keeps them apart.
  const reach = isLevel(line)
    ? width
    : minimum(width, divide(apart, add(absolute(line.slope), absolute(line.slope))) ?? width);
  const far = { value: add(end.value, side === 'low' ? reach : negate(reach)), closed: false };
  const near = side === 'low' ? interval(end, far) : interval(far, end);
  return spot(sample(near) ?? end.value);
}

/** Every place at which points jump, in order; places that only whole numbers lie around are none. */
export function jumpsOf(curve: Curve): readonly Jump[] {
  return curve.flatMap((stretch, index): readonly Jump[] => {
    const before = curve[index - 1];
    const at = stretch.interval.low;
    const end = before?.interval.high;
    if (before === undefined || at === undefined || end === undefined) return [];
    if (compare(at.value, end.value) !== 0 || (!at.closed && !end.closed)) return [];
    const [below, above] = [heightOf(before.line, at.value), heightOf(stretch.line, at.value)];
    if (compare(below, above) === 0) return [];
    const own = at.closed ? 'above' : 'below';
    const ends = { before: before.interval.low, after: stretch.interval.high };
    return [{ at: at.value, below, above, own, ...ends, clause: stretch.tag ?? before.tag }];
  });
}
