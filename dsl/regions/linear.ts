/**
 * Expressions over several measures as quotients of linear forms: what comparisons between them come to once denominators are
 * multiplied out. Whatever is no such quotient stands for itself as one unknown, so that nothing is lost, only less is known of it.
 */
import { type Core, coreText, type Measure } from '../expressions/core.ts';
import { add, multiply, negate, ONE, type Rational, rational, sign, subtract, ZERO } from '../numbers/number.ts';

/** Something a linear form adds up: a measure, or an expression taken as a whole. */
export interface Unknown {
  readonly key: string;
  /** undefined for an expression taken as a whole */
  readonly measure: Measure | undefined;
  /** what it is in the expression; undefined for one that stands in none */
  readonly core: Core | undefined;
}

/** `constant + Σ coefficient × unknown`; no coefficient is zero. */
export interface Linear {
  readonly terms: ReadonlyMap<string, { readonly unknown: Unknown; readonly coefficient: Rational }>;
  readonly constant: Rational;
}

/** One linear form over another. */
export interface Quotient {
  readonly over: Linear;
  readonly under: Linear;
}

const WHOLE: Linear = { terms: new Map(), constant: ONE };

/** A number as a linear form. */
export function constantForm(constant: Rational): Linear {
  return { terms: new Map(), constant };
}

/** An unknown as a linear form. */
export function unknownForm(unknown: Unknown): Linear {
  return { terms: new Map([[unknown.key, { unknown, coefficient: ONE }]]), constant: ZERO };
}

/** A measure as a linear form. */
export function measureForm(measure: Measure): Linear {
  return unknownForm({ key: measure.key, measure, core: { kind: 'input', measure, span: { start: 0, end: 0 } } });
}

/** Whether a form has no unknown. */
export function isConstant({ terms }: Linear): boolean {
  return terms.size === 0;
}

/** `left + factor × right`. */
export function plus(left: Linear, right: Linear, factor: Rational = ONE): Linear {
  const terms = new Map(left.terms);
  for (const [key, { unknown, coefficient }] of right.terms) {
    const sum = add(terms.get(key)?.coefficient ?? ZERO, multiply(coefficient, factor));
    if (sign(sum) === 0) terms.delete(key);
    else terms.set(key, { unknown, coefficient: sum });
  }
  return { terms, constant: add(left.constant, multiply(right.constant, factor)) };
}

/** `form × factor`. */
export function times(form: Linear, factor: Rational): Linear {
  return plus(constantForm(ZERO), form, factor);
}

/** An expression of numbers as a quotient; `weight` is what 分值 stands for, one more unknown where it is left out. */
export function quotientOf(core: Core, weight?: Rational): Quotient {
  switch (core.kind) {
    case 'constant':
      return whole(constantForm(core.value));
    case 'weight':
      return weight === undefined ? opaque(core) : whole(constantForm(weight));
    case 'input':
      return whole(unknownForm({ key: core.measure.key, measure: core.measure, core }));
    case 'negate': {
      const { over, under } = quotientOf(core.of, weight);
      return { over: times(over, negate(ONE)), under };
    }
    case 'arithmetic':
      return arithmeticOf(core, weight);
    case 'call':
      return core.name === 'sum' || core.name === 'average' ? summed(core, weight) : opaque(core);
    case 'truth':
    case 'is':
    case 'compare':
    case 'all':
    case 'any':
    case 'not':
    case 'choose':
    case 'count':
    case 'rows':
    case 'peers':
      return opaque(core);
  }
}

/** 合计 and 平均 of several numbers. */
function summed(core: Extract<Core, { kind: 'call' }>, weight: Rational | undefined): Quotient {
  const [first = core, ...others] = core.arguments;
  const { span } = core;
  const sum = others.reduce((left, right): Core => ({ kind: 'arithmetic', operator: '＋', left, right, span }), first);
  const count: Core = { kind: 'constant', value: rational(core.arguments.length), span };
  return quotientOf(
    core.name === 'sum' ? sum : { kind: 'arithmetic', operator: '÷', left: sum, right: count, span },
    weight,
  );
}

/** Where both sides cannot be followed at once, one of them is taken as a whole, before all is. */
function arithmeticOf(core: Extract<Core, { kind: 'arithmetic' }>, weight: Rational | undefined): Quotient {
  const { operator, left, right } = core;
  const [one, other] = [quotientOf(left, weight), quotientOf(right, weight)];
  return (
    combined(operator, one, other) ??
    combined(operator, one, opaque(right)) ??
    combined(operator, opaque(left), other) ??
    opaque(core)
  );
}

/** `left − right`, when both have one denominator or one of them has none. */
export function difference(left: Quotient, right: Quotient): Quotient | undefined {
  return sumOf(left, right, negate(ONE));
}

function combined(operator: '＋' | '－' | '×' | '÷', left: Quotient, right: Quotient): Quotient | undefined {
  switch (operator) {
    case '＋':
      return sumOf(left, right, ONE);
    case '－':
      return sumOf(left, right, negate(ONE));
    case '×':
      return productOf(left, right);
    case '÷':
      return productOf(left, { over: right.under, under: right.over });
  }
}

function sumOf(left: Quotient, right: Quotient, factor: Rational): Quotient | undefined {
  if (sameForm(left.under, right.under)) return { over: plus(left.over, right.over, factor), under: left.under };
  const over = [multiplied(left.over, right.under), multiplied(right.over, left.under)] as const;
  const under = multiplied(left.under, right.under);
  const [first, second] = over;
  return first && second && under && { over: plus(first, second, factor), under };
}

function productOf(left: Quotient, right: Quotient): Quotient | undefined {
  const over = multiplied(left.over, right.over);
  const under = multiplied(left.under, right.under);
  return over && under && { over, under };
}

function multiplied(left: Linear, right: Linear): Linear | undefined {
  if (isConstant(left)) return times(right, left.constant);
  return isConstant(right) ? times(left, right.constant) : undefined;
}

function sameForm(left: Linear, right: Linear): boolean {
  const apart = plus(left, right, negate(ONE));
  return isConstant(apart) && sign(apart.constant) === 0;
}

function whole(over: Linear): Quotient {
  return { over, under: WHOLE };
}

function opaque(core: Core): Quotient {
  return whole(unknownForm({ key: coreText(core), measure: undefined, core }));
}

/** The value of a form for known values; undefined when one is not known. */
export function valueOf({ terms, constant }: Linear, values: ReadonlyMap<string, Rational>): Rational | undefined {
  let sum: Rational | undefined = constant;
  for (const [key, { coefficient }] of terms) {
    const value = values.get(key);
    sum = sum && value && add(sum, multiply(coefficient, value));
  }
  return sum;
}

/** `left − right`. */
export function minusForm(left: Linear, right: Linear): Linear {
  return plus(left, right, subtract(ZERO, ONE));
}
