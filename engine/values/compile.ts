/**
 * Checked expressions to functions over numbered slots. Arithmetic is exact; 且, 或 and 若 are lazy and three-valued: what cannot
 * change the answer is not asked for.
 */
import {
  type Comparison,
  type Core,
  type NumberFunction,
  ONE,
  type Rational,
  ZERO,
  absolute,
  add,
  ceil,
  compare,
  coreText,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  negate,
  rational,
  round,
  subtract,
} from '../../dsl/index.ts';
import { type Lacking, type Value, isLacking, isNumber, merge } from './value.ts';

/** What a compiled expression reads. */
export interface Frame {
  readonly get: (slot: number) => Value;
  /** 分值 of the indicator at hand */
  readonly weight: Rational;
}

/** A compiled expression. */
export type Run = (frame: Frame) => Value;

/** Compiles an expression; `slotOf` numbers the measures it reads, and by their texts what it gathers over rows and units. */
export function compile(core: Core, slotOf: (key: string) => number): Run {
  const inner = (part: Core): Run => compile(part, slotOf);
  switch (core.kind) {
    case 'constant':
    case 'truth': {
      const { value } = core;
      return () => value;
    }
    case 'input': {
      const slot = slotOf(core.measure.key);
      return (frame) => frame.get(slot);
    }
    case 'is': {
      const slot = slotOf(core.measure.key);
      const { word } = core;
      return (frame) => {
        const value = frame.get(slot);
        return isLacking(value) ? value : value === word;
      };
    }
    case 'weight':
      return (frame) => frame.weight;
    case 'negate':
      return numeric(inner(core.of), negate);
    case 'not': {
      const of = inner(core.of);
      return (frame) => {
        const value = of(frame);
        return isLacking(value) ? value : value !== true;
      };
    }
    case 'arithmetic': {
      const [left, right] = [inner(core.left), inner(core.right)];
      if (core.operator === '÷') return division(left, right, dividing(core.right));
      const operate = ARITHMETIC[core.operator];
      return both(left, right, operate);
    }
    case 'compare': {
      const holds = COMPARISONS[core.operator];
      return both(inner(core.left), inner(core.right), (left, right) => holds(compare(left, right)));
    }
    case 'all':
      return connective(core.of.map(inner), false);
    case 'any':
      return connective(core.of.map(inner), true);
    case 'choose': {
      const [condition, then, otherwise] = [inner(core.condition), inner(core.then), inner(core.otherwise)];
      return (frame) => {
        const decided = condition(frame);
        if (isLacking(decided)) return decided;
        return decided === true ? then(frame) : otherwise(frame);
      };
    }
    case 'rows':
    case 'peers': {
      const slot = slotOf(coreText(core));
      return (frame) => frame.get(slot);
    }
    case 'call':
      return application(core.name, core.arguments.map(inner));
    case 'count': {
      const of = core.of.map(inner);
      const { value: wanted } = core;
      return (frame) => {
        const values = of.map((run) => run(frame));
        const lacking = values.filter(isLacking);
        if (lacking.length > 0) return merge(...lacking);
        return rational(values.filter((value) => (value === true) === wanted).length);
      };
    }
  }
}

/** The keys named when a divisor is zero. */
function dividing(divisor: Core): readonly string[] {
  if (divisor.kind === 'input') return [divisor.measure.key];
  if (divisor.kind === 'rows') return [divisor.table.key];
  if (divisor.kind === 'arithmetic') return [...dividing(divisor.left), ...dividing(divisor.right)];
  return [];
}

const ARITHMETIC = { '＋': add, '－': subtract, '×': multiply } as const;

const COMPARISONS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '≤': (order) => order <= 0,
  '=': (order) => order === 0,
  '≠': (order) => order !== 0,
  '≥': (order) => order >= 0,
  '>': (order) => order > 0,
};

function both(left: Run, right: Run, operate: (left: Rational, right: Rational) => Value): Run {
  return (frame) => {
    const [first, second] = [left(frame), right(frame)];
    if (isNumber(first) && isNumber(second)) return operate(first, second);
    return mustLack(first, second);
  };
}

function division(left: Run, right: Run, keys: readonly string[]): Run {
  return both(left, right, (dividend, divisor) => divide(dividend, divisor) ?? { lack: 'division-by-zero', keys });
}

function numeric(run: Run, operate: (value: Rational) => Rational): Run {
  return (frame) => {
    const value = run(frame);
    return isNumber(value) ? operate(value) : mustLack(value);
  };
}

/** The lack behind values of which one at least is no number; any other value here is a fault of ours. */
function mustLack(...values: readonly Value[]): Lacking {
  const lacking = values.filter(isLacking);
  if (lacking.length === 0) throw new Error('a checked expression met a value of another type');
  return merge(...lacking);
}

function connective(parts: readonly Run[], decisive: boolean): Run {
  return (frame) => {
    const lacking: Lacking[] = [];
    for (const part of parts) {
      const value = part(frame);
      if (isLacking(value)) lacking.push(value);
      else if ((value === true) === decisive) return decisive;
    }
    return lacking.length > 0 ? merge(...lacking) : !decisive;
  };
}

function application(name: NumberFunction, parts: readonly Run[]): Run {
  return (frame) => {
    const values = parts.map((part) => part(frame));
    const numbers = values.filter(isNumber);
    const [first, second] = numbers;
    if (numbers.length < values.length || first === undefined) return mustLack(...values);
    switch (name) {
      case 'floor':
        return floor(first);
      case 'ceil':
        return ceil(first);
      case 'abs':
        return absolute(first);
      case 'round':
        return round(
          first,
          second === undefined ? 0 : Math.min(30, Math.max(0, Number(floor(second).numerator))),
          'half-up',
        );
      case 'max':
        return numbers.reduce(maximum);
      case 'min':
        return numbers.reduce(minimum);
      case 'sum':
        return numbers.reduce(add, ZERO);
      case 'average':
        return divide(numbers.reduce(add, ZERO), rational(numbers.length)) ?? ONE;
    }
  };
}
