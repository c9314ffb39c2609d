/** Parts to functions: which band holds, what it awards, how many steps are counted, where points are cut. */
import {
  type Band,
  type Core,
  type Part,
  type Rational,
  ZERO,
  add,
  compare,
  equal,
  maximum,
  measuresOf,
  minimum,
  negate,
  subtract,
} from '../../dsl/index.ts';
import { chosen, isStray } from '../values/choice.ts';
import { type Frame, type Run, compile } from '../values/compile.ts';
import { coversAll } from '../ruleset/coverage.ts';
import { type Outcome, type Stray, type Unscored, rangeOf, reasonOf, settledBy } from '../values/outcome.ts';
import { walker } from '../values/steps.ts';
import { type Lacking, type Value, isLacking, isNumber, merge } from '../values/value.ts';

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
  const key = measuresOf(band.award.value)[0]?.key;
  return {
    band,
    when,
    award: (frame) => chosen(value(frame), low(frame), high(frame), choice, key),
    ends: (frame) => {
      const [least, most] = [low(frame), high(frame)];
      return isNumber(least) && isNumber(most) ? [least, most] : undefined;
    },
  };
}

/** Compiles a part. */
export function judgePart(part: Part, slotOf: (key: string) => number): (frame: Frame) => Outcome {
  const bands = part.bands.map((band) => compileBand(band, slotOf));
  const fallback = part.fallback === undefined ? undefined : compileBand(part.fallback, slotOf);
  const walk = walker(part, slotOf);
  const cut = cutter(part, slotOf);
  const possible = possibleOf(part, fallback === undefined ? bands : [...bands, fallback], slotOf);
  const complete = coversAll(
    part.bands.map(({ when }) => when),
    part.span,
  );

  const unsettled = (
    kind: Unscored,
    keys: readonly string[],
    of: CompiledBand | undefined,
    frame: Frame,
    strays: readonly Stray[] = [],
  ): Outcome => ({ kind, keys, ...possible(of, frame), path: undefined, strays });

  const finish = (index: number | 'fallback', chosenBand: CompiledBand, frame: Frame): Outcome => {
    const award = chosenBand.award(frame);
    if (isStray(award)) return unsettled('error', [], chosenBand, frame, [award]);
    const walked = chosenBand.band.adjusted ? walk(frame) : { steps: [], total: ZERO };
    if (isStray(walked)) return unsettled('error', [], chosenBand, frame, [walked]);
    const lacking = [award, walked].flatMap((value): readonly Lacking[] =>
      typeof value === 'object' && 'lack' in value ? [value] : [],
    );
    if (lacking.length > 0) {
      const { lack, keys } = merge(...lacking);
      return unsettled(lack, keys, chosenBand, frame);
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
    if (lacking.length === 0) return only ?? unsettled('gap', [], undefined, frame);
    const reachable = [...rest, ...open];
    const gap = speaks !== true && !complete;
    const settled = gap ? undefined : settledBy(reachable);
    if (settled !== undefined) return settled;
    const { lack, keys } = merge(...lacking);
    const range = rangeOf(gap ? [...reachable, possible(undefined, frame)] : reachable);
    return { kind: lack, keys, ...range, path: undefined, strays: [] };
  };
}

/** Bands that hold together must give the same; one whose points cannot be told yet has no say. */
function together(outcomes: readonly Outcome[]): Outcome {
  const [only] = outcomes;
  if (only !== undefined && outcomes.length === 1) return only;
  const of = (kind: Outcome['kind']): readonly Outcome[] => outcomes.filter((outcome) => outcome.kind === kind);
  const scored = of('scored');
  const [first] = scored;
  if (of('error').length === 0 && first !== undefined) {
    if (scored.every(({ low }) => equal(low, first.low))) return first;
    return { kind: 'overlap', keys: [], strays: [], ...rangeOf(scored), path: undefined };
  }
  const reason = reasonOf(first === undefined ? outcomes : of('error'));
  if (reason === undefined) throw new Error('no band holds');
  return { ...reason, ...rangeOf(outcomes), path: undefined };
}

/** The least and most points still possible: of one band whose award is not known, or of anything at all. */
function possibleOf(
  part: Part,
  all: readonly CompiledBand[],
  slotOf: (key: string) => number,
): (band: CompiledBand | undefined, frame: Frame) => Pick<Outcome, 'low' | 'high'> {
  const cut = cutter(part, slotOf);
  const [floor, cap] = [part.floor.value, part.cap.value].map((core) => core && compile(core, slotOf));
  const steps = part.adjustments.length > 0;
  return (band, frame) => {
    const own = band?.ends(frame);
    if (own !== undefined && !(steps && band?.band.adjusted === true))
      return { low: cut(own[0], frame), high: cut(own[1], frame) };
    const ends = all.flatMap((each) => each.ends(frame) ?? []);
    const [least, most] = [floor?.(frame), cap?.(frame)];
    const lowest = steps ? negate(frame.weight) : ZERO;
    return {
      low: least !== undefined && isNumber(least) ? least : [lowest, ...ends].reduce(minimum),
      high: most !== undefined && isNumber(most) ? most : [frame.weight, ...ends].reduce(maximum),
    };
  };
}
