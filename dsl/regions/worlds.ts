/**
 * Whether conditions over any number of measures can hold together: the search for a unit, real or thought up, that meets them all.
 * Conditions are taken apart into alternatives, comparisons become linear constraints, and whatever is neither is an unknown that is
 * the same wherever the same words stand. A world found with such unknowns, or with halves of whole things, may be none: it is
 * `uncertain`. That there is no world is certain always.
 */
import { type Core, coreText, type Measure } from '../expressions/core.ts';
import { contains, interval, type IntervalSet, onIntegers } from '../numbers/interval.ts';
import {
  constantForm,
  difference,
  isConstant,
  type Linear,
  measureForm,
  minusForm,
  quotientOf,
  times,
  unknownForm,
} from './linear.ts';
import { forkIn } from './forks.ts';
import { reachable } from './reachable.ts';
import { divide, isInteger, negate, ONE, type Rational, rational, sign, toExactText } from '../numbers/number.ts';
import { type Constraint, type Grain, solve } from './solve.ts';

/** A value of one measure: a number in base units, yes or no, or a word. */
export type Fact = Rational | boolean | string;

/** A unit for which all the conditions hold. */
export interface World {
  readonly facts: readonly { readonly measure: Measure; readonly value: Fact }[];
  /** how each measure is bounded: the conditions that were met, one by one */
  readonly constraints: readonly Constraint[];
  /** it rests on something of which only the words are known */
  readonly uncertain: boolean;
}

/** `none` is a proof that the conditions exclude each other; undefined, that the search was given up. */
export type Search = World | 'none' | undefined;

/** Most alternatives one search looks at. */
const MOST_STEPS = 3_000;

interface Literal {
  readonly core: Core;
  readonly holds: boolean;
}

interface State {
  readonly constraints: readonly Constraint[];
  /** yes/no values by key; `measure` is undefined for words taken as a whole */
  readonly truths: ReadonlyMap<string, { readonly measure: Measure | undefined; readonly value: boolean }>;
  /** the words still possible for a judgement */
  readonly levels: ReadonlyMap<string, { readonly measure: Measure; readonly words: readonly string[] }>;
  /** measures that were compared */
  readonly numbers: ReadonlyMap<string, Measure>;
}

const START: State = { constraints: [], truths: new Map(), levels: new Map(), numbers: new Map() };

/** Looks for a world in which all `conditions` hold; `weight` is what 分值 stands for. */
export function worldOf(conditions: readonly Core[], weight: Rational): Search {
  let steps = 0;
  const explore = (literals: readonly Literal[], state: State): Search => {
    steps += 1;
    if (steps > MOST_STEPS) return undefined;
    const [literal, ...rest] = literals;
    if (literal === undefined) return worldIn(state);
    let given: Search = 'none';
    for (const next of alternatives(literal, state, weight)) {
      const found = isPossible(next.state, state) ? explore([...next.literals, ...rest], next.state) : 'none';
      if (found !== 'none' && (found === undefined || !found.uncertain)) return found;
      if (found !== 'none') given = found;
    }
    return given;
  };
  return explore(
    conditions.map((core) => ({ core, holds: true })),
    START,
  );
}

interface Alternative {
  readonly literals: readonly Literal[];
  readonly state: State;
}

/** The ways in which a condition can hold, or fail. */
function alternatives({ core, holds }: Literal, state: State, weight: Rational): readonly Alternative[] {
  const only = (next: State | undefined): readonly Alternative[] =>
    next === undefined ? [] : [{ literals: [], state: next }];
  switch (core.kind) {
    case 'truth':
      return only(core.value === holds ? state : undefined);
    case 'not':
      return [{ literals: [{ core: core.of, holds: !holds }], state }];
    case 'all':
    case 'any': {
      const parts = core.of.map((of) => ({ core: of, holds }));
      if ((core.kind === 'all') === holds) return [{ literals: parts, state }];
      // Each way leaves out what the ways before it hold, so that none is looked at twice.
      return parts.map((part, index) => ({
        literals: [part, ...parts.slice(0, index).map((before) => ({ ...before, holds: !holds }))],
        state,
      }));
    }
    case 'choose':
      return [
        {
          literals: [
            { core: core.condition, holds: true },
            { core: core.then, holds },
          ],
          state,
        },
        {
          literals: [
            { core: core.condition, holds: false },
            { core: core.otherwise, holds },
          ],
          state,
        },
      ];
    case 'is':
      return only(withLevel(state, core.measure, core.word, holds));
    case 'input':
      return only(withTruth(state, core.measure.key, core.measure, holds));
    case 'compare':
      return compared(core, holds, state, weight);
    case 'constant':
    case 'weight':
    case 'negate':
    case 'arithmetic':
    case 'call':
    case 'count':
    case 'rows':
    case 'peers':
      return only(withTruth(state, coreText(core), undefined, holds));
  }
}

function withTruth(state: State, key: string, measure: Measure | undefined, value: boolean): State | undefined {
  const known = state.truths.get(key);
  if (known !== undefined) return known.value === value ? state : undefined;
  return { ...state, truths: new Map([...state.truths, [key, { measure, value }]]) };
}

function withLevel(state: State, measure: Measure, word: string, holds: boolean): State | undefined {
  const all = measure.type.kind === 'level' ? measure.type.words : [];
  const left = (state.levels.get(measure.key)?.words ?? all).filter((other) => (other === word) === holds);
  if (left.length === 0) return undefined;
  return { ...state, levels: new Map([...state.levels, [measure.key, { measure, words: left }]]) };
}

type Compare = Extract<Core, { kind: 'compare' }>;

/** A comparison as constraints, once for each sign its denominator can have, and for each way a choice in it can go. */
function compared(core: Compare, holds: boolean, state: State, weight: Rational): readonly Alternative[] {
  for (const side of ['left', 'right'] as const) {
    const fork = forkIn(core[side]);
    if (fork === undefined) continue;
    return ([true, false] as const).map((yes) => ({
      literals: [
        { core: fork.condition, holds: yes },
        { core: { ...core, [side]: yes ? fork.then : fork.otherwise }, holds },
      ],
      state,
    }));
  }
  const apart = difference(quotientOf(core.left, weight), quotientOf(core.right, weight));
  if (apart === undefined) {
    const taken = withTruth(state, coreText(core), undefined, holds);
    return taken === undefined ? [] : [{ literals: [], state: taken }];
  }
  const { over, under } = apart;
  const signs = isConstant(under) ? [sign(under.constant)] : [1, -1];
  return signs.flatMap((side) => {
    if (side === 0) return [];
    const turned = side > 0 ? over : times(over, negate(ONE));
    const positive: readonly Constraint[] = isConstant(under)
      ? []
      : [{ form: times(under, rational(-side)), strict: true }];
    return waysOf(core.operator, holds).map((way) => ({
      literals: [],
      state: withConstraints(state, [
        ...positive,
        ...way.map(({ below, strict }) => ({ form: below ? turned : times(turned, negate(ONE)), strict })),
      ]),
    }));
  });
}

interface Bound {
  /** the difference is at most zero; else at least */
  readonly below: boolean;
  readonly strict: boolean;
}

/** A relation of a difference to zero, or its contrary, as alternatives of bounds that hold together. */
function waysOf(operator: Compare['operator'], holds: boolean): readonly (readonly Bound[])[] {
  const less = (strict: boolean): Bound => ({ below: true, strict });
  const more = (strict: boolean): Bound => ({ below: false, strict });
  switch (operator) {
    case '<':
      return holds ? [[less(true)]] : [[more(false)]];
    case '≤':
      return holds ? [[less(false)]] : [[more(true)]];
    case '>':
      return holds ? [[more(true)]] : [[less(false)]];
    case '≥':
      return holds ? [[more(false)]] : [[less(true)]];
    case '=':
      return holds ? [[less(false), more(false)]] : [[less(true)], [more(true)]];
    case '≠':
      return waysOf('=', !holds);
  }
}

/** Constraints with the range of every measure they are the first to speak of. */
function withConstraints(state: State, constraints: readonly Constraint[]): State {
  const numbers = new Map(state.numbers);
  const known = new Set(state.constraints.flatMap(({ form }) => [...form.terms.keys()]));
  const ranges: Constraint[] = [];
  for (const { form } of constraints) {
    for (const { unknown } of form.terms.values()) {
      const { key, measure, core } = unknown;
      if (measure === undefined) {
        // Of an expression taken as a whole at least the range is known.
        if (core !== undefined && !known.has(key)) ranges.push(...boundsOn(unknownForm(unknown), reachable(core)));
        known.add(key);
      } else if (!numbers.has(key)) {
        numbers.set(key, measure);
        ranges.push(...boundsOn(measureForm(measure), measure.reach ?? measure.range));
      }
    }
  }
  return {
    ...state,
    numbers,
    constraints: withoutRepeats([...state.constraints, ...ranges, ...constraints.map(onWhole)]),
  };
}

/** What is said twice of one expression is kept once; a search over many like clauses would drown in it. */
function withoutRepeats(constraints: readonly Constraint[]): readonly Constraint[] {
  const byText = new Map(constraints.map((constraint) => [textOf(constraint), constraint]));
  return byText.size === constraints.length ? constraints : [...byText.values()];
}

function textOf({ form: { constant, terms }, strict }: Constraint): string {
  const parts = [...terms].map(([key, { coefficient }]) => `${key}×${toExactText(coefficient)}`);
  return [strict ? '<' : '≤', toExactText(constant), ...parts].join(' ');
}

/** A bound on one whole-numbered measure alone, drawn in to the next whole number. */
function onWhole(constraint: Constraint): Constraint {
  const { form, strict } = constraint;
  const [term, ...others] = form.terms.values();
  if (term?.unknown.measure?.whole !== true || others.length > 0) return constraint;
  const bound = divide(negate(form.constant), term.coefficient);
  if (bound === undefined) return constraint;
  const above = sign(term.coefficient) > 0;
  const end = { value: bound, closed: !strict };
  const [piece] = onIntegers(above ? interval(undefined, end) : interval(end));
  const drawn = above ? piece?.high?.value : piece?.low?.value;
  if (drawn === undefined) return constraint;
  const unit: Linear = { terms: new Map([[term.unknown.key, { ...term, coefficient: ONE }]]), constant: rational(0) };
  const drawnForm = above ? minusForm(unit, constantForm(drawn)) : minusForm(constantForm(drawn), unit);
  return { form: drawnForm, strict: false };
}

/** The least and greatest value of one unknown as constraints. */
function boundsOn(form: Linear, range: IntervalSet): readonly Constraint[] {
  const [low, high] = [range[0]?.low, range.at(-1)?.high];
  return [
    ...(low === undefined ? [] : [{ form: minusForm(constantForm(low.value), form), strict: !low.closed }]),
    ...(high === undefined ? [] : [{ form: minusForm(form, constantForm(high.value)), strict: !high.closed }]),
  ];
}

function isPossible(next: State, before: State): boolean {
  return next.constraints === before.constraints || solve(next.constraints, grainIn(next)) !== 'none';
}

function grainIn({ numbers }: State): (key: string) => Grain {
  return (key) => {
    const measure = numbers.get(key);
    return { whole: measure?.whole === true, unit: measure?.unit.factor ?? ONE };
  };
}

function worldIn(state: State): Search {
  const solution = solve(state.constraints, grainIn(state));
  if (solution === 'none' || solution === undefined) return solution;
  const facts: { measure: Measure; value: Fact }[] = [];
  let uncertain = [...state.truths.values()].some(({ measure }) => measure === undefined);
  for (const [key, value] of solution.values) {
    const measure = state.numbers.get(key);
    if (measure === undefined) uncertain = true;
    else {
      facts.push({ measure, value });
      if (!canBe(measure.reach ?? measure.range, measure.whole, value)) uncertain = true;
    }
  }
  for (const { measure, value } of state.truths.values()) if (measure !== undefined) facts.push({ measure, value });
  for (const { measure, words } of state.levels.values()) {
    const [word] = words;
    if (word !== undefined) facts.push({ measure, value: word });
  }
  return { facts, constraints: state.constraints, uncertain };
}

function canBe(range: IntervalSet, whole: boolean, value: Rational): boolean {
  return contains(range, value) && (!whole || isInteger(value));
}
