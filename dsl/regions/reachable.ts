/**
 * The values an expression can come to over the ranges of what it reads: exact interval arithmetic, and for quotients of sums in which
 * a figure stands more than once (支出÷（支出＋结余）) the projection of what ties them together. The set is never too small; a value in
 * it may still be one that no unit has, where figures hang together in other ways or are whole.
 */
import {
  absoluteSet,
  addSets,
  divideSets,
  hullOf,
  maximumSet,
  minimumSet,
  multiplySets,
  negateSet,
  NOT_NEGATIVE,
  roundedSet,
} from '../numbers/interval-arithmetic.ts';
import { type Core, type Measure, measuresOf, partsOf } from '../expressions/core.ts';
import { EVERYTHING, intersect, interval, type IntervalSet, isEmpty, point, union } from '../numbers/interval.ts';
import {
  constantForm,
  isConstant,
  type Linear,
  minusForm,
  plus,
  quotientOf,
  type Quotient,
  times,
  type Unknown,
  unknownForm,
} from './linear.ts';
import { isInteger, MAX_PLACES, negate, ONE, rational, sign, ZERO } from '../numbers/number.ts';
import { type Constraint, valuesOf } from './solve.ts';

/** Most figures of a quotient whose ties are followed up. */
const MOST_TIED = 12;

/** All values of a number over the ranges of its inputs; what no rule bounds is everything. */
export function reachable(core: Core): IntervalSet {
  const apart = apartly(core);
  if (!readsTwice(core)) return apart;
  const together = core.kind === 'arithmetic' ? tied(quotientOf(core), core) : undefined;
  return together === undefined ? apart : intersect(apart, together);
}

/** Whether every value said to be reachable is reached: what is read stands in one place, and nothing goes by jumps. */
export function isReached(core: Core): boolean {
  const even = (part: Core): boolean =>
    part.kind !== 'choose' &&
    part.kind !== 'count' &&
    !(part.kind === 'call' && (part.name === 'round' || part.name === 'floor' || part.name === 'ceil')) &&
    partsOf(part).every(even);
  return even(core) && !readsTwice(core);
}

/** As if every mention were a figure of its own. */
function apartly(core: Core): IntervalSet {
  switch (core.kind) {
    case 'constant':
      return point(core.value);
    case 'weight':
      return NOT_NEGATIVE;
    case 'input':
      return core.measure.reach ?? core.measure.range;
    case 'negate':
      return negateSet(reachable(core.of));
    case 'arithmetic': {
      const [left, right] = [reachable(core.left), reachable(core.right)];
      return ARITHMETIC[core.operator](left, right);
    }
    case 'choose':
      return union(reachable(core.then), reachable(core.otherwise));
    case 'call':
      return called(core);
    case 'count':
      return interval({ value: ZERO, closed: true }, { value: rational(core.of.length), closed: true });
    case 'rows':
      return overRows(core);
    case 'peers':
      return core.name === 'rank' ? interval({ value: ONE, closed: true }) : hullOf(reachable(core.of));
    case 'truth':
    case 'is':
    case 'compare':
    case 'all':
    case 'any':
    case 'not':
      return EVERYTHING;
  }
}

const ARITHMETIC = {
  '＋': addSets,
  '－': (left: IntervalSet, right: IntervalSet): IntervalSet => addSets(left, negateSet(right)),
  '×': multiplySets,
  '÷': divideSets,
} as const;

function called(core: Extract<Core, { kind: 'call' }>): IntervalSet {
  const [first = EVERYTHING, ...others] = core.arguments.map(reachable);
  switch (core.name) {
    case 'floor':
      return roundedSet(first, 0, 'down');
    case 'ceil':
      return roundedSet(first, 0, 'up');
    case 'round': {
      const places = core.arguments[1];
      if (places === undefined) return roundedSet(first, 0, 'half-up');
      const fixed = places.kind === 'constant' && isInteger(places.value) && sign(places.value) >= 0;
      const count = fixed ? Number(places.value.numerator) : undefined;
      // Rounding moves a number by less than one.
      if (count === undefined || count > MAX_PLACES) return addSets(first, AROUND);
      return roundedSet(first, count, 'half-up');
    }
    case 'abs':
      return absoluteSet(first);
    case 'max':
      return others.reduce(maximumSet, first);
    case 'min':
      return others.reduce(minimumSet, first);
    case 'sum':
      return others.reduce(addSets, first);
    case 'average':
      return divideSets(others.reduce(addSets, first), point(rational(core.arguments.length)));
  }
}

const AROUND = interval({ value: rational(-1), closed: false }, { value: ONE, closed: false });

/** What is gathered from any number of rows, none of them included. */
function overRows({ name, of }: Extract<Core, { kind: 'rows' }>): IntervalSet {
  const each = of === undefined ? EVERYTHING : reachable(of);
  switch (name) {
    case 'count':
      return NOT_NEGATIVE;
    case 'sum': {
      if (isEmpty(intersect(each, BELOW))) return NOT_NEGATIVE;
      return isEmpty(intersect(each, ABOVE)) ? negateSet(NOT_NEGATIVE) : EVERYTHING;
    }
    case 'average':
    case 'max':
    case 'min':
      return hullOf(each);
  }
}

const ABOVE = interval({ value: ZERO, closed: false });
const BELOW = negateSet(ABOVE);

/** Whether something is read in two places, so that these cannot go different ways. */
function readsTwice(core: Core): boolean {
  const seen = new Set<string>();
  const isKnown = ({ key }: Measure): boolean => seen.has(key) || !seen.add(key);
  const again = (part: Core): boolean => {
    // Columns of one table go their own ways.
    if (part.kind === 'rows' && part.of?.kind === 'input') return isKnown(part.of.measure);
    if (part.kind === 'rows' || part.kind === 'peers') return measuresOf(part).some(isKnown);
    return part.kind === 'input' || part.kind === 'is' ? isKnown(part.measure) : partsOf(part).some(again);
  };
  return again(core);
}

/** The values of a quotient of two sums over the ranges of what they add up, exactly; undefined where there is too much of it. */
function tied({ over, under }: Quotient, whole: Core): IntervalSet | undefined {
  const terms = new Map([over, under].flatMap((form) => [...form.terms]));
  const unknowns = [...terms.values()].map(({ unknown }) => unknown);
  if (unknowns.length > MOST_TIED || unknowns.some(({ core }) => core === undefined || core === whole))
    return undefined;
  const rangeOf = ({ core }: Unknown): IntervalSet => (core === undefined ? EVERYTHING : reachable(core));
  if (isConstant(under)) {
    const sum = [...over.terms.values()].reduce<IntervalSet>(
      (set, { unknown, coefficient }) => addSets(set, multiplySets(rangeOf(unknown), point(coefficient))),
      point(over.constant),
    );
    return divideSets(sum, point(under.constant));
  }
  const ranges = unknowns.map(rangeOf);
  const sides = [ONE, negate(ONE)].map((side) => onOneSide(times(over, side), times(under, side), unknowns, ranges));
  const [above, below] = sides;
  return above && below && union(above, below);
}

/**
 * The quotient where what stands below is above 0. With s = 1 ÷ below, everything times s is a linear problem without any division
 * (Charnes and Cooper 1962), and s > 0 takes every solution back: so the projection on the quotient is exact, open ends included.
 */
function onOneSide(
  over: Linear,
  under: Linear,
  unknowns: readonly Unknown[],
  ranges: readonly IntervalSet[],
): IntervalSet | undefined {
  const scaled = ({ terms, constant }: Linear): Linear => plus({ terms, constant: ZERO }, SCALE, constant);
  const bounds = unknowns.flatMap((unknown, index): readonly Constraint[] => {
    const own = unknownForm(unknown);
    const range = ranges[index] ?? EVERYTHING;
    const [low, high] = [range[0]?.low, range.at(-1)?.high];
    return [
      ...(low === undefined ? [] : [{ form: minusForm(times(SCALE, low.value), own), strict: !low.closed }]),
      ...(high === undefined ? [] : [{ form: minusForm(own, times(SCALE, high.value)), strict: !high.closed }]),
    ];
  });
  const nothing = (form: Linear): readonly Constraint[] => [
    { form, strict: false },
    { form: times(form, negate(ONE)), strict: false },
  ];
  return valuesOf(RESULT, [
    { form: times(SCALE, negate(ONE)), strict: true },
    ...nothing(minusForm(scaled(under), constantForm(ONE))),
    ...nothing(minusForm(scaled(over), unknownForm({ key: RESULT, measure: undefined, core: undefined }))),
    ...bounds,
  ]);
}

const RESULT = 'quotient';
const SCALE = unknownForm({ key: 'scale', measure: undefined, core: undefined });
