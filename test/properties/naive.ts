/**
 * A ruleset evaluated by walking its checked trees directly, the slow and obvious way: nothing compiled, nothing remembered, numbers
 * of its own. What the plan gives must be what this gives. It reads the linked ruleset, never the engine's evaluation.
 */
import {
  type Adjustment,
  type Award,
  type Band,
  type Bound,
  type Core,
  type Measure,
  type Part,
  type Standard,
  partsOf,
} from '../../dsl/index.ts';
import type { Indicator, Ruleset } from '../../engine/index.ts';
import { type Fraction, down, fraction, larger, less, over, order, plus, smaller, times, up } from './fraction.ts';

/** Why there is no value; of several reasons the first of these is given. */
const LACKS = ['missing', 'division-by-zero', 'not-applicable'] as const;
type Lack = (typeof LACKS)[number];

/** No value, and why. */
export interface Nothing {
  readonly lack: Lack;
}

/** A value of a measure in base units, or why there is none; what is missing may as well be left out. */
export type Found = Fraction | boolean | string | Nothing;

/** What an indicator comes to. */
export interface Verdict {
  readonly status: Lack | 'scored' | 'open' | 'gap' | 'overlap' | 'error';
  readonly low: Fraction;
  readonly high: Fraction;
}

interface World {
  readonly values: ReadonlyMap<string, Found>;
  readonly formulas: ReadonlyMap<string, Core>;
  readonly weight: Fraction;
}

const ZERO = fraction(0n);

/** The verdict on every indicator, in the order of the ruleset; `values` are by measure key. */
export function walk(ruleset: Ruleset, values: World['values']): readonly Verdict[] {
  const formulas = new Map(ruleset.definitions.map(({ measure, value }) => [measure.key, value]));
  return ruleset.indicators.map((indicator) => verdict(indicator, { values, formulas, weight: own(indicator.weight) }));
}

function verdict({ readings }: Indicator, world: World): Verdict {
  const all = readings.map(({ standard }) => judge(standard, world));
  const { low, high } = ends(all);
  return { status: worstOf(all) ?? (order(low, high) === 0 ? 'scored' : 'open'), low, high };
}

/** Of several reasons for no points, the first of these. */
const REASONS = ['missing', 'division-by-zero', 'error', 'overlap', 'gap', 'not-applicable'] as const;

function worstOf(verdicts: readonly Verdict[]): Verdict['status'] | undefined {
  return REASONS.find((reason) => verdicts.some(({ status }) => status === reason));
}

function ends(verdicts: readonly Verdict[]): Pick<Verdict, 'low' | 'high'> {
  return {
    low: verdicts.map((one) => one.low).reduce(smaller),
    high: verdicts.map((one) => one.high).reduce(larger),
  };
}

function judge(standard: Standard, world: World): Verdict {
  switch (standard.kind) {
    case 'case': {
      const possible: Verdict[] = [];
      const lacking: Nothing[] = [];
      const both = standard.arms.filter(({ when }) => standard.kinds && find(when, world) === true);
      if (both.length > 1) return { status: 'overlap', ...ends(both.map(({ then }) => judge(then, world))) };
      for (const { when, then } of standard.arms) {
        const holds = find(when, world);
        if (holds === true || isLack(holds)) possible.push(judge(then, world));
        if (isLack(holds)) lacking.push(holds);
        if (holds === true) return speaking(possible, lacking);
      }
      return speaking([...possible, judge(standard.otherwise, world)], lacking);
    }
    case 'sum': {
      const parts = standard.parts.map((part) => judge(part, world));
      const total = (end: 'low' | 'high'): Fraction =>
        cut(parts.map((part) => part[end]).reduce(plus, ZERO), standard, world);
      return { status: worstOf(parts) ?? 'scored', low: total('low'), high: total('high') };
    }
    case 'part':
      return judgePart(standard, world);
  }
}

/** One rule speaks; or it is not known which of several, and does not matter where all give the same. */
function speaking(possible: readonly Verdict[], lacking: readonly Nothing[]): Verdict {
  const [only] = possible;
  if (only !== undefined && (lacking.length === 0 || alike(possible))) return only;
  const inner = worstOf(possible) === 'missing' ? [{ lack: 'missing' as const }] : [];
  return { status: worst([...lacking, ...inner]).lack, ...ends(possible) };
}

function alike(verdicts: readonly Verdict[]): boolean {
  const { low, high } = ends(verdicts);
  return verdicts.every(({ status }) => status === 'scored') && order(low, high) === 0;
}

function judgePart(part: Part, world: World): Verdict {
  const bands = part.bands.map((band) => ({ band, holds: find(band.when, world) }));
  const given = bands.filter(({ holds }) => holds === true).map(({ band }) => award(part, band, world));
  if (given.length > 0) return together(given);
  const open = bands.flatMap(({ band, holds }) => (isLack(holds) ? [{ band, holds }] : []));
  const complete = leavesNothing(part);
  const speaks = complete || part.fallback === undefined ? false : find(part.fallback.when, world);
  const rest = part.fallback === undefined || speaks === false ? [] : [award(part, part.fallback, world)];
  const lacking = [...open.map(({ holds }) => holds), ...(isLack(speaks) ? [speaks] : [])];
  const anything: Verdict = { status: 'gap', ...anyPoints(part, world) };
  const [one = anything] = rest;
  if (lacking.length === 0) return one;
  const reachable = [...rest, ...open.map(({ band }) => award(part, band, world))];
  if (speaks !== true && !complete) reachable.push(anything);
  if (alike(reachable)) return { ...reachable[0]!, status: 'scored' };
  return { status: worst(lacking).lack, ...ends(reachable) };
}

/** Several bands that hold. */
function together(given: readonly Verdict[]): Verdict {
  const scored = given.filter(({ status }) => status === 'scored');
  const [first] = given;
  if (given.length === 1) return first!;
  if (given.some(({ status }) => status === 'error')) return { status: 'error', ...ends(given) };
  if (scored.length === 0) return { status: worstOf(given) ?? 'missing', ...ends(given) };
  return alike(scored) ? scored[0]! : { status: 'overlap', ...ends(scored) };
}

/** Whether some band holds for every value of the one measure the bands judge, tried out at and beside every figure they name. */
function leavesNothing({ bands }: Part): boolean {
  const inputs = new Map<string, Measure>();
  const figures: Fraction[] = [];
  const visit = (core: Core): void => {
    if (core.kind === 'input' || core.kind === 'is') inputs.set(core.measure.key, core.measure);
    if (core.kind === 'constant') figures.push(own(core.value));
    partsOf(core).forEach(visit);
  };
  bands.forEach(({ when }) => visit(when));
  const [measure, ...others] = [...inputs.values()];
  if (measure === undefined || others.length > 0) return false;
  const holds = (value: Found): boolean => {
    const world: World = { values: new Map([[measure.key, value]]), formulas: new Map(), weight: fraction(1n) };
    return bands.some(({ when }) => find(when, world) === true);
  };
  if (measure.type.kind === 'level') return measure.type.words.every(holds);
  if (measure.type.kind === 'truth') return holds(true) && holds(false);
  const named = [
    ...figures,
    ...measure.range.flatMap(({ low, high }) => [low, high].flatMap((end) => (end ? [own(end.value)] : []))),
  ];
  const sorted = [...named, ZERO].toSorted(order);
  const beside = measure.whole ? fraction(1n) : fraction(1n, 1_000_000_000n);
  const tried = sorted.flatMap((at) => [less(at, beside), at, plus(at, beside)]);
  const whole = measure.whole ? tried.flatMap((at) => [down(at), up(at)]) : tried;
  return whole.filter((at) => isIn(at, measure.range)).every(holds);
}

function isIn(value: Fraction, range: Measure['range']): boolean {
  return range.some(({ low, high }) => {
    const above = low === undefined ? 1 : order(value, own(low.value));
    const below = high === undefined ? -1 : order(value, own(high.value));
    return (
      (above > 0 || (above === 0 && low?.closed === true)) && (below < 0 || (below === 0 && high?.closed === true))
    );
  });
}

/** What points there can be at all: from floor to cap, else as far as steps and awards go. */
function anyPoints(part: Part, world: World): Pick<Verdict, 'low' | 'high'> {
  const [floor, cap] = [part.floor.value, part.cap.value].map((core) => core && find(core, world));
  const awards = [...part.bands, ...(part.fallback === undefined ? [] : [part.fallback])].flatMap(
    (band) => reach(band.award, world) ?? [],
  );
  const least = part.adjustments.length > 0 ? less(ZERO, world.weight) : ZERO;
  return {
    low: isNumber(floor) ? floor : [least, ...awards].reduce(smaller),
    high: isNumber(cap) ? cap : [world.weight, ...awards].reduce(larger),
  };
}

/** No points for a band that holds, and the range of those still possible. */
function unsettled(part: Part, status: Verdict['status'], band: Band, world: World): Verdict {
  const own = reach(band.award, world);
  if (own === undefined || (band.adjusted && part.adjustments.length > 0)) return { status, ...anyPoints(part, world) };
  return { status, low: cut(own[0], part, world), high: cut(own[1], part, world) };
}

function reach({ value, choice }: Award, world: World): readonly [Fraction, Fraction] | undefined {
  const [low, high] = [find(choice?.low ?? value, world), find(choice?.high ?? value, world)];
  return isNumber(low) && isNumber(high) ? [low, high] : undefined;
}

function award(part: Part, band: Band, world: World): Verdict {
  const base = find(band.award.value, world);
  const found = band.adjusted ? part.adjustments.map((adjustment) => effectOf(adjustment, world)) : [];
  const lacking = [base, ...found].filter(isLack);
  if (!isLack(base) && isNumber(base) && !isWithin(base, band.award, world))
    return unsettled(part, 'error', band, world);
  if (lacking.length > 0) return unsettled(part, worst(lacking).lack, band, world);
  if (!isNumber(base) || !isWithin(base, band.award, world)) return unsettled(part, 'error', band, world);
  const effects = found.filter(isNumber);
  let points = effects.reduce(plus, base);
  for (const { adjustments, most } of band.adjusted ? part.limits : []) {
    const allowed = find(most, world);
    const together = adjustments.map((index) => effects[index] ?? ZERO).reduce(plus, ZERO);
    if (!isNumber(allowed) || order(magnitude(together), allowed) <= 0) continue;
    points = plus(less(points, together), order(together, ZERO) < 0 ? less(ZERO, allowed) : allowed);
  }
  const got = cut(points, part, world);
  return { status: 'scored', low: got, high: got };
}

function isWithin(points: Fraction, { choice }: Award, world: World): boolean {
  if (choice === undefined) return true;
  const [low, high] = [find(choice.low, world), find(choice.high, world)];
  if (!isNumber(low) || !isNumber(high)) return false;
  const [above, below] = [order(points, low), order(points, high)];
  return (above > 0 || (above === 0 && choice.lowClosed)) && (below < 0 || (below === 0 && choice.highClosed));
}

function effectOf(adjustment: Adjustment, world: World): Fraction | Nothing {
  const { measure, origin, width, amount, until, direction, reading, sign } = adjustment;
  const parts = [measure, origin, width, amount, ...(until === undefined ? [] : [until])].map((core) =>
    find(core, world),
  );
  const lacking = parts.filter(isLack);
  if (lacking.length > 0) return worst(lacking);
  const [at = ZERO, from = ZERO, step = ZERO, each = ZERO, end] = parts.filter(isNumber);
  const reached = end === undefined ? at : direction === 'below' ? larger(at, end) : smaller(at, end);
  const away = direction === 'below' ? less(from, reached) : less(reached, from);
  const exact = over(direction === 'both' ? magnitude(away) : larger(away, ZERO), step) ?? ZERO;
  const steps = reading === '不计' ? down(exact) : reading === '按一档计' ? up(exact) : exact;
  return sign > 0 ? times(each, steps) : less(ZERO, times(each, steps));
}

function cut(points: Fraction, { floor, cap }: { readonly floor: Bound; readonly cap: Bound }, world: World): Fraction {
  const least = floor.value === undefined ? undefined : find(floor.value, world);
  const most = cap.value === undefined ? undefined : find(cap.value, world);
  const raised = isNumber(least) ? larger(points, least) : points;
  return isNumber(most) ? smaller(raised, most) : raised;
}

function find(core: Core, world: World): Found {
  const seek = (part: Core): Found => find(part, world);
  const numbers = (parts: readonly Core[], use: (...values: readonly Fraction[]) => Found): Found => {
    const found = parts.map(seek);
    const lacking = found.filter(isLack);
    return lacking.length > 0 ? worst(lacking) : use(...found.filter(isNumber));
  };
  switch (core.kind) {
    case 'constant':
      return own(core.value);
    case 'truth':
      return core.value;
    case 'weight':
      return world.weight;
    case 'input': {
      const formula = world.formulas.get(core.measure.key);
      if (formula !== undefined) return seek(formula);
      return world.values.get(core.measure.key) ?? { lack: 'missing' };
    }
    case 'is': {
      const value = seek({ kind: 'input', measure: core.measure, span: core.span });
      return isLack(value) ? value : value === core.word;
    }
    case 'negate':
      return numbers([core.of], (value = ZERO) => less(ZERO, value));
    case 'not': {
      const value = seek(core.of);
      return isLack(value) ? value : value !== true;
    }
    case 'arithmetic':
      return numbers([core.left, core.right], (left = ZERO, right = ZERO) => {
        if (core.operator === '÷') return over(left, right) ?? { lack: 'division-by-zero' };
        return { '＋': plus, '－': less, '×': times }[core.operator](left, right);
      });
    case 'compare':
      return numbers([core.left, core.right], (left = ZERO, right = ZERO) => {
        const sign = order(left, right);
        const holds = {
          '<': sign < 0,
          '≤': sign <= 0,
          '=': sign === 0,
          '≠': sign !== 0,
          '≥': sign >= 0,
          '>': sign > 0,
        };
        return holds[core.operator];
      });
    case 'all':
    case 'any': {
      const decisive = core.kind === 'any';
      const found = core.of.map(seek);
      if (found.some((value) => value === decisive)) return decisive;
      const lacking = found.filter(isLack);
      return lacking.length > 0 ? worst(lacking) : !decisive;
    }
    case 'choose': {
      const condition = seek(core.condition);
      return isLack(condition) ? condition : seek(condition === true ? core.then : core.otherwise);
    }
    case 'count': {
      const found = core.of.map(seek);
      const lacking = found.filter(isLack);
      if (lacking.length > 0) return worst(lacking);
      return fraction(BigInt(found.filter((value) => value === core.value).length));
    }
    case 'call':
      return numbers(core.arguments, (...values) => called(core.name, values));
    case 'rows':
    case 'peers':
      throw new Error('no random table gathers over rows or units');
  }
}

function called(name: Extract<Core, { kind: 'call' }>['name'], values: readonly Fraction[]): Fraction {
  const [first = ZERO, second] = values;
  switch (name) {
    case 'floor':
      return down(first);
    case 'ceil':
      return up(first);
    case 'abs':
      return magnitude(first);
    case 'round': {
      const scale = fraction(10n ** (second === undefined ? 0n : second.top));
      const away = down(plus(times(magnitude(first), scale), fraction(1n, 2n)));
      const rounded = fraction(away.top, scale.top);
      return order(first, ZERO) < 0 ? less(ZERO, rounded) : rounded;
    }
    case 'max':
      return values.reduce(larger);
    case 'min':
      return values.reduce(smaller);
    case 'sum':
      return values.reduce(plus, ZERO);
    case 'average':
      return times(values.reduce(plus, ZERO), fraction(1n, BigInt(values.length)));
  }
}

/** A number of the product as one of ours. */
export function own(value: { readonly numerator: bigint; readonly denominator: bigint }): Fraction {
  return fraction(value.numerator, value.denominator);
}

function magnitude(value: Fraction): Fraction {
  return larger(value, less(ZERO, value));
}

function isLack(found: Found | undefined): found is Nothing {
  return typeof found === 'object' && 'lack' in found;
}

function isNumber(found: Found | undefined): found is Fraction {
  return typeof found === 'object' && 'top' in found;
}

function worst(lacking: readonly Nothing[]): Nothing {
  return { lack: LACKS.find((lack) => lacking.some((one) => one.lack === lack)) ?? 'missing' };
}
