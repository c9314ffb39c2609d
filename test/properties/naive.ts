/**
 * A ruleset evaluated by walking its checked trees directly, the slow and obvious way: nothing compiled, nothing remembered, numbers
 * of its own. What the plan gives must be what this gives. It reads the linked ruleset, never the engine's evaluation.
 */
import type { Adjustment, Award, Band, Bound, Core, Part, Standard } from '../../dsl/index.ts';
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
  const low = all.map((one) => one.low).reduce(smaller);
  const high = all.map((one) => one.high).reduce(larger);
  const unscored = all.find(({ status }) => status !== 'scored');
  return { status: unscored?.status ?? (order(low, high) === 0 ? 'scored' : 'open'), low, high };
}

function judge(standard: Standard, world: World): Verdict {
  switch (standard.kind) {
    case 'case': {
      const possible: Verdict[] = [];
      for (const { when, then } of standard.arms) {
        const holds = find(when, world);
        if (holds === true || isLack(holds)) possible.push(judge(then, world));
        if (holds === true) return speaking(possible, true);
      }
      return speaking([...possible, judge(standard.otherwise, world)], possible.length === 0);
    }
    case 'sum': {
      const parts = standard.parts.map((part) => judge(part, world));
      const status = parts.find((part) => part.status !== 'scored')?.status ?? 'scored';
      const total = (end: 'low' | 'high'): Fraction =>
        cut(parts.map((part) => part[end]).reduce(plus, ZERO), standard, world);
      return { status, low: total('low'), high: total('high') };
    }
    case 'part':
      return judgePart(standard, world);
  }
}

/** One rule speaks; or it is not known which of several. */
function speaking(possible: readonly Verdict[], settled: boolean): Verdict {
  const [only] = possible;
  if (only !== undefined && possible.length === 1 && settled) return only;
  const low = possible.map((one) => one.low).reduce(smaller);
  const high = possible.map((one) => one.high).reduce(larger);
  return { status: 'missing', low, high };
}

function judgePart(part: Part, world: World): Verdict {
  const bands = part.bands.map((band) => ({ band, holds: find(band.when, world) }));
  const holding = bands.filter(({ holds }) => holds === true).map(({ band }) => band);
  const unknown = bands.flatMap(({ band, holds }) => (isLack(holds) ? [{ band, lack: holds.lack }] : []));
  const given = holding.map((band) => award(part, band, world));
  const [first] = given;
  if (first !== undefined) {
    const same = given.every((one) => one.status === first.status && order(one.low, first.low) === 0);
    return same ? first : unsettled(part, 'overlap', holding, world);
  }
  const fallback = part.fallback === undefined ? [] : [part.fallback];
  const [doubt] = unknown;
  if (doubt !== undefined) {
    const possible = [...unknown.map(({ band }) => band), ...fallback];
    return unsettled(part, worst(unknown.map(({ lack }) => ({ lack }))).lack, possible, world);
  }
  const [rest] = fallback;
  const speaks = rest === undefined ? false : find(rest.when, world);
  if (isLack(speaks)) return unsettled(part, speaks.lack, [...part.bands, ...fallback], world);
  return rest !== undefined && speaks === true
    ? award(part, rest, world)
    : unsettled(part, 'gap', [...part.bands, ...fallback], world);
}

/** No points, and the range of those still possible: the awards in question, or everything where steps are counted. */
function unsettled(part: Part, status: Verdict['status'], possible: readonly Band[], world: World): Verdict {
  const ends = possible.map((band) => reach(band.award, world));
  const known = ends.filter((end) => end !== undefined);
  if (part.adjustments.length === 0 && known.length > 0 && known.length === ends.length) {
    const low = cut(known.map(([least]) => least).reduce(smaller), part, world);
    return { status, low, high: cut(known.map(([, most]) => most).reduce(larger), part, world) };
  }
  const least = part.floor.value === undefined ? less(ZERO, world.weight) : ZERO;
  const cap = part.cap.value === undefined ? undefined : find(part.cap.value, world);
  const most = isNumber(cap) ? larger(world.weight, cap) : world.weight;
  return { status, low: cut(least, part, world), high: cut(most, part, world) };
}

function reach({ value, choice }: Award, world: World): readonly [Fraction, Fraction] | undefined {
  const [low, high] = [find(choice?.low ?? value, world), find(choice?.high ?? value, world)];
  return isNumber(low) && isNumber(high) ? [low, high] : undefined;
}

function award(part: Part, band: Band, world: World): Verdict {
  const base = find(band.award.value, world);
  if (isLack(base)) return unsettled(part, base.lack, [band], world);
  if (!isNumber(base) || !isWithin(base, band.award, world)) return unsettled(part, 'error', [band], world);
  const effects: Fraction[] = [];
  for (const adjustment of band.adjusted ? part.adjustments : []) {
    const effect = effectOf(adjustment, world);
    if (isLack(effect)) return unsettled(part, effect.lack, [band], world);
    effects.push(effect);
  }
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
  const lacking = parts.find(isLack);
  if (lacking !== undefined) return lacking;
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
