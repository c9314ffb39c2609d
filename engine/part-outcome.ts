/** Parts to functions: which band holds, what it awards, how many steps are counted, where points are cut. */
import {
  type Award,
  type Band,
  type Core,
  type Part,
  type Rational,
  ZERO,
  add,
  compare,
  equal,
  maximum,
  minimum,
  negate,
  subtract,
} from '../dsl/index.ts';
import { type Frame, type Run, compile } from './compile.ts';
import { coversAll } from './coverage.ts';
import { type Outcome, type Stray, type Unscored, rangeOf, reasonOf, settledBy } from './outcome.ts';
import { walker } from './steps.ts';
import { type Lacking, type Value, isLacking, isNumber, merge } from './value.ts';

/** What cuts points. */
export interface Cuttable {
  readonly floor: { readonly value: Core | undefined };
  readonly cap: { readonly value: Core | undefined };
}

/** Cuts points at a floor and a cap. */
export function cutter(
  { floor: least, cap: most }: Cuttable,
  slotOf: (key: string) => number,
): (points: Rational, frame: Frame) => Rational {
  const [low, high] = [least.value, most.value].map((core) => (core === undefined ? undefined : compile(core, slotOf)));
  return (points, frame) => {
    const [floorValue, capValue] = [low?.(frame), high?.(frame)];
    const raised = floorValue !== undefined && isNumber(floorValue) ? maximum(points, floorValue) : points;
    return capValue !== undefined && isNumber(capValue) ? minimum(raised, capValue) : raised;
  };
}

interface CompiledBand {
  readonly band: Band;
  readonly when: Run;
  readonly award: (frame: Frame) => Value | Stray;
  /** least and most points of the award, when they are known beforehand */
  readonly ends: (frame: Frame) => readonly [Rational, Rational] | undefined;
}

function compileBand(band: Band, slotOf: (key: string) => number): CompiledBand {
  const value = compile(band.award.value, slotOf);
  const { choice } = band.award;
  const when = compile(band.when, slotOf);
  if (choice === undefined) {
    const ends: CompiledBand['ends'] = (frame) => {
      const points = value(frame);
      return isNumber(points) ? [points, points] : undefined;
    };
    return { band, when, award: value, ends };
  }
  const [low, high] = [compile(choice.low, slotOf), compile(choice.high, slotOf)];
  return {
    band,
    when,
    award: (frame) => chosen(value(frame), low(frame), high(frame), band.award),
    ends: (frame) => {
      const [least, most] = [low(frame), high(frame)];
      return isNumber(least) && isNumber(most) ? [least, most] : undefined;
    },
  };
}

function chosen(points: Value, low: Value, high: Value, { choice, value }: Award): Value | Stray {
  if (choice === undefined || !isNumber(points) || !isNumber(low) || !isNumber(high)) return points;
  const [fromLow, toHigh] = [compare(points, low), compare(high, points)];
  const inside = (choice.lowClosed ? fromLow >= 0 : fromLow > 0) && (choice.highClosed ? toHigh >= 0 : toHigh > 0);
  return inside ? points : { key: value.kind === 'input' ? value.measure.key : undefined, points, low, high };
}

/** Compiles a part. */
export function judgePart(part: Part, slotOf: (key: string) => number): (frame: Frame) => Outcome {
  const bands = part.bands.map((band) => compileBand(band, slotOf));
  const fallback = part.fallback === undefined ? undefined : compileBand(part.fallback, slotOf);
  const walk = walker(part, slotOf);
  const cut = cutter(part, slotOf);
  const possible = possibleOf(part, slotOf);
  const complete = coversAll(part);
  const all = fallback === undefined ? bands : [...bands, fallback];

  const unsettled = (
    kind: Unscored,
    keys: readonly string[],
    of: readonly CompiledBand[],
    frame: Frame,
    strays: readonly Stray[] = [],
  ): Outcome => ({ kind, keys, ...possible(of, frame), path: undefined, strays });

  const finish = (index: number | 'fallback', chosenBand: CompiledBand, frame: Frame): Outcome => {
    const award = chosenBand.award(frame);
    if (isStray(award)) return unsettled('error', [], [chosenBand], frame, [award]);
    const walked = chosenBand.band.adjusted ? walk(frame) : { steps: [], total: ZERO };
    const lacking = [award, walked].flatMap((value): readonly Lacking[] =>
      typeof value === 'object' && 'lack' in value ? [value] : [],
    );
    if (lacking.length > 0) {
      const { lack, keys } = merge(...lacking);
      return unsettled(lack, keys, [chosenBand], frame);
    }
    if (!isNumber(award) || 'lack' in walked) throw new Error('an award is a number of points');
    const raw = add(award, walked.total);
    const points = cut(raw, frame);
    const spilled = part.spills && compare(raw, points) < 0 ? subtract(raw, points) : ZERO;
    return {
      kind: 'scored',
      points,
      spilled,
      low: points,
      high: points,
      path: { kind: 'part', part, band: index, base: award, steps: walked.steps, raw, points },
    };
  };

  return (frame) => {
    const holding: Outcome[] = [];
    const open: Outcome[] = [];
    const lacking: Lacking[] = [];
    bands.forEach((band, index) => {
      const value = band.when(frame);
      if (isLacking(value)) {
        open.push(finish(index, band, frame));
        lacking.push(value);
      } else if (value === true) holding.push(finish(index, band, frame));
    });
    if (holding.length > 0) return together(holding);
    const speaks = complete || fallback === undefined ? false : fallback.when(frame);
    const rest = fallback === undefined || speaks === false ? [] : [finish('fallback', fallback, frame)];
    if (isLacking(speaks)) lacking.push(speaks);
    const [only] = rest;
    if (lacking.length === 0) return only ?? unsettled('gap', [], all, frame);
    const reachable = [...rest, ...open];
    const gap = speaks !== true && !complete;
    const settled = gap ? undefined : settledBy(reachable);
    if (settled !== undefined) return settled;
    const { lack, keys } = merge(...lacking);
    const range = rangeOf(gap ? [...reachable, possible(all, frame)] : reachable);
    return { kind: lack, keys, ...range, path: undefined, strays: [] };
  };
}

/** Bands that hold together must give the same; those of which the points are not known yet have no say. */
function together(outcomes: readonly Outcome[]): Outcome {
  const [first] = outcomes;
  const known = outcomes.filter(({ kind }) => kind === 'scored' || kind === 'error');
  const scored = known.filter(({ kind }) => kind === 'scored');
  const [one] = scored;
  if (one !== undefined && known.length === scored.length && scored.every((other) => equal(other.low, one.low)))
    return one;
  const reason = reasonOf(scored.length > 1 ? known : outcomes);
  if (first !== undefined && outcomes.length === 1) return first;
  const found = reason ?? { kind: 'overlap' as const, keys: [], strays: [] };
  return { ...found, ...rangeOf(outcomes), path: undefined };
}

function isStray(award: Value | Stray): award is Stray {
  return typeof award === 'object' && 'points' in award;
}

/** The least and most points of bands: their awards, or anything between floor and cap where that is not known or steps are counted. */
function possibleOf(
  part: Part,
  slotOf: (key: string) => number,
): (bands: readonly CompiledBand[], frame: Frame) => Pick<Outcome, 'low' | 'high'> {
  const cut = cutter(part, slotOf);
  const [floor, cap] = [part.floor.value, part.cap.value].map((core) => core && compile(core, slotOf));
  return (bands, frame) => {
    const steps = part.adjustments.length > 0 && bands.some(({ band }) => band.adjusted);
    const ends = bands.flatMap((band) => band.ends(frame) ?? []);
    const [least, most] = [floor?.(frame), cap?.(frame)];
    const sure = !steps && ends.length === 2 * bands.length && bands.length === 1;
    if (sure) return { low: cut(ends.reduce(minimum), frame), high: cut(ends.reduce(maximum), frame) };
    const lowest = steps ? negate(frame.weight) : ZERO;
    return {
      low: least !== undefined && isNumber(least) ? least : [lowest, ...ends].reduce(minimum),
      high: most !== undefined && isNumber(most) ? most : [frame.weight, ...ends].reduce(maximum),
    };
  };
}
