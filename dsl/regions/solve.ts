/**
 * Whether linear comparisons can all hold at once, and for which values: unknowns are eliminated one by one (Fourier–Motzkin), exactly,
 * with strict and inclusive bounds, and the values are found on the way back. No measure's range is known here; pass it as bounds.
 */
import {
  EMPTY,
  type End,
  type Interval,
  interval,
  type IntervalSet,
  intersect,
  EVERYTHING,
  onIntegers,
  sample,
} from '../numbers/interval.ts';
import { type Linear, plus, valueOf } from './linear.ts';
import { absolute, divide, multiply, negate, ONE, type Rational, rational, sign } from '../numbers/number.ts';

/** `form ≤ 0`, or `form < 0` when strict. */
export interface Constraint {
  readonly form: Linear;
  readonly strict: boolean;
}

/** Values that satisfy all constraints; `none` when there are none; undefined when there are too many constraints to tell. */
export type Solution = { readonly values: ReadonlyMap<string, Rational> } | 'none' | undefined;

/** Most constraints that one elimination may leave. */
const MOST_CONSTRAINTS = 2_000;

/** How the values of an unknown are chosen: whole ones if there are any, and round ones counted in `unit`. */
export interface Grain {
  readonly whole: boolean;
  readonly unit: Rational;
}

/** Solves over the rationals; each unknown gets a value of its grain where the others, chosen before it, leave one. */
export function solve(constraints: readonly Constraint[], grainOf: (key: string) => Grain): Solution {
  const keys = keysOf(constraints);
  if (keys.length === 0) {
    return constraints.every(({ form, strict }) => sign(form.constant) < (strict ? 0 : 1))
      ? { values: new Map() }
      : 'none';
  }
  const key = cheapest(constraints, keys);
  const [uppers, lowers, others] = sides(constraints, key);
  if (uppers.length * lowers.length + others.length > MOST_CONSTRAINTS) return undefined;
  const crossed = uppers.flatMap((upper) => lowers.map((lower) => without(key, upper, lower)));
  const rest = solve([...others, ...crossed], grainOf);
  if (rest === undefined || rest === 'none') return rest;
  const { values } = rest;
  const free = [...uppers, ...lowers].reduce<IntervalSet>(
    (set, constraint) => intersect(set, boundOn(key, constraint, values)),
    EVERYTHING,
  );
  const value = roundValue(free, grainOf(key));
  return value === undefined ? 'none' : { values: new Map([...values, [key, value]]) };
}

/** The values one unknown can have where all constraints hold, exactly; undefined when there are too many constraints to tell. */
export function valuesOf(key: string, constraints: readonly Constraint[]): IntervalSet | undefined {
  let left = constraints;
  for (let others = keysOf(left).filter((one) => one !== key); others.length > 0;) {
    const next = cheapest(left, others);
    const [uppers, lowers, rest] = sides(left, next);
    if (uppers.length * lowers.length + rest.length > MOST_CONSTRAINTS) return undefined;
    left = [...rest, ...uppers.flatMap((upper) => lowers.map((lower) => without(next, upper, lower)))];
    others = keysOf(left).filter((one) => one !== key);
  }
  const possible = left.every(({ form, strict }) => form.terms.size > 0 || sign(form.constant) < (strict ? 0 : 1));
  if (!possible) return EMPTY;
  return left
    .filter(({ form }) => form.terms.size > 0)
    .reduce((set, constraint) => intersect(set, boundOn(key, constraint, new Map())), EVERYTHING);
}

function keysOf(constraints: readonly Constraint[]): readonly string[] {
  return [...new Set(constraints.flatMap(({ form }) => [...form.terms.keys()]))];
}

/** Of some unknowns the one whose elimination leaves the fewest constraints. */
function cheapest(constraints: readonly Constraint[], keys: readonly string[]): string {
  const costs = keys.map((key) => {
    const [uppers, lowers] = sides(constraints, key);
    return { key, cost: uppers.length * lowers.length };
  });
  return costs.reduce((best, next) => (next.cost < best.cost ? next : best)).key;
}

type Sides = readonly [uppers: readonly Constraint[], lowers: readonly Constraint[], others: readonly Constraint[]];

function sides(constraints: readonly Constraint[], key: string): Sides {
  const signOf = ({ form }: Constraint): number => {
    const term = form.terms.get(key);
    return term === undefined ? 0 : sign(term.coefficient);
  };
  return [
    constraints.filter((constraint) => signOf(constraint) > 0),
    constraints.filter((constraint) => signOf(constraint) < 0),
    constraints.filter((constraint) => signOf(constraint) === 0),
  ];
}

/** What an upper and a lower bound on `key` say together once it is gone. */
function without(key: string, upper: Constraint, lower: Constraint): Constraint {
  const [above, below] = [coefficient(upper, key), coefficient(lower, key)];
  const factor = divide(above, absolute(below)) ?? ONE;
  return { form: plus(upper.form, lower.form, factor), strict: upper.strict || lower.strict };
}

function coefficient({ form }: Constraint, key: string): Rational {
  return form.terms.get(key)?.coefficient ?? rational(0);
}

/** The values of `key` that a constraint leaves, the other unknowns known. */
function boundOn(key: string, constraint: Constraint, values: ReadonlyMap<string, Rational>): IntervalSet {
  const own = coefficient(constraint, key);
  const rest = new Map(constraint.form.terms);
  rest.delete(key);
  const known = valueOf({ ...constraint.form, terms: rest }, values);
  const value = known && divide(negate(known), own);
  if (value === undefined) return EVERYTHING;
  const end = { value, closed: !constraint.strict };
  return sign(own) > 0 ? interval(undefined, end) : interval(end);
}

/** One value of the set that people can picture. */
function roundValue(set: IntervalSet, { whole, unit }: Grain): Rational | undefined {
  const inWholes = whole ? onIntegers(set) : set;
  const found = sample(nearZero(inUnit(inWholes.length > 0 ? inWholes : set, unit)));
  return found && multiply(found, unit);
}

function inUnit(set: IntervalSet, unit: Rational): IntervalSet {
  const scaled = (end: End | undefined): End | undefined => {
    const value = end && divide(end.value, unit);
    return end && value && { ...end, value };
  };
  return set.flatMap(({ low, high }) => interval(scaled(low), scaled(high)));
}

/** Of values without a low end those from zero on, where there are any: examples people can picture. */
function nearZero(set: IntervalSet): IntervalSet {
  const positive = intersect(set, ZERO_AND_UP);
  return positive.length > 0 ? positive : set;
}

const ZERO_AND_UP: readonly Interval[] = interval({ value: rational(0), closed: true });
