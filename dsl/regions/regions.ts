/**
 * Where a condition holds, as an exact set of values of one thing it speaks of: a measure, or an expression that stands for one.
 * What depends on anything else has no region, and what has no region is never guessed.
 */
import type { Comparison } from '../text/ast.ts';
import { type Core, type Measure, coreText, measuresOf, partsOf } from '../expressions/core.ts';
import {
  complement,
  type End,
  EMPTY,
  EVERYTHING,
  intersect,
  interval,
  type IntervalSet,
  isEmpty,
  onIntegers,
  point,
  subtract,
  union,
} from '../numbers/interval.ts';
import {
  add,
  divide,
  equal,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  sign,
  subtract as minus,
  ZERO,
} from '../numbers/number.ts';

/** `slope × measure + constant` */
export interface Line {
  readonly slope: Rational;
  readonly constant: Rational;
}

/** What conditions are judged over: its values are `domain`, of which only whole numbers occur when `whole`. */
export interface Subject {
  readonly core: Core;
  readonly domain: IntervalSet;
  readonly whole: boolean;
  /** every value of the domain can occur; for an expression over several measures the domain is only what holds them all */
  readonly certain: boolean;
}

/** An expression as a line over the measure; undefined when it is none. Pass the 分值 where the expression may speak of it. */
export function lineOf(core: Core, measure: Core, weight?: Rational): Line | undefined {
  return lineIn(core, coreText(measure), weight);
}

function lineIn(core: Core, measure: string, weight: Rational | undefined): Line | undefined {
  if (coreText(core) === measure) return { slope: ONE, constant: ZERO };
  const level = (constant: Rational): Line => ({ slope: ZERO, constant });
  switch (core.kind) {
    case 'constant':
      return level(core.value);
    case 'weight':
      return weight && level(weight);
    case 'negate': {
      const of = lineIn(core.of, measure, weight);
      return of && { slope: negate(of.slope), constant: negate(of.constant) };
    }
    case 'arithmetic': {
      const left = lineIn(core.left, measure, weight);
      const right = lineIn(core.right, measure, weight);
      return left && right && combined(core.operator, left, right);
    }
    case 'truth':
    case 'input':
    case 'is':
    case 'compare':
    case 'all':
    case 'any':
    case 'not':
    case 'choose':
    case 'call':
    case 'count':
    case 'rows':
    case 'peers':
      return undefined;
  }
}

function combined(operator: '＋' | '－' | '×' | '÷', left: Line, right: Line): Line | undefined {
  const scaled = ({ slope, constant }: Line, by: Rational): Line => ({
    slope: multiply(slope, by),
    constant: multiply(constant, by),
  });
  switch (operator) {
    case '＋':
      return { slope: add(left.slope, right.slope), constant: add(left.constant, right.constant) };
    case '－':
      return { slope: minus(left.slope, right.slope), constant: minus(left.constant, right.constant) };
    case '×':
      if (isLevel(left)) return scaled(right, left.constant);
      return isLevel(right) ? scaled(left, right.constant) : undefined;
    case '÷': {
      const inverse = isLevel(right) ? divide(ONE, right.constant) : undefined;
      return inverse && scaled(left, inverse);
    }
  }
}

/** Whether a line does not depend on the measure. */
export function isLevel({ slope }: Line): boolean {
  return sign(slope) === 0;
}

/**
 * The values of `measure`, known by its canonical text, for which a yes/no expression holds; undefined when it depends on anything
 * else. Comparisons may hold the measure on either side, in a line, or within `abs`, which gives a mirrored set.
 */
export function regionOf(condition: Core, measure: Core): IntervalSet | undefined {
  const { sure, possible } = rangeOf(condition, measure);
  return isEmpty(subtract(possible, sure)) ? sure : undefined;
}

/** Where a condition holds whatever else is the case, and where it can hold. */
interface Range {
  readonly sure: IntervalSet;
  readonly possible: IntervalSet;
}

const UNKNOWN: Range = { sure: EMPTY, possible: EVERYTHING };

function rangeOf(condition: Core, measure: Core): Range {
  const parts = (of: readonly Core[]): readonly Range[] => of.map((part) => rangeOf(part, measure));
  switch (condition.kind) {
    case 'truth':
      return exactly(condition.value ? EVERYTHING : EMPTY);
    case 'compare': {
      const region = comparedRegion(condition.operator, condition.left, condition.right, measure);
      return region === undefined ? UNKNOWN : exactly(region);
    }
    case 'not':
      return negated(rangeOf(condition.of, measure));
    case 'all':
      return parts(condition.of).reduce(both, exactly(EVERYTHING));
    case 'any':
      return parts(condition.of).reduce(either, exactly(EMPTY));
    case 'choose': {
      const where = rangeOf(condition.condition, measure);
      const [then, otherwise] = [rangeOf(condition.then, measure), rangeOf(condition.otherwise, measure)];
      return either(both(where, then), both(negated(where), otherwise));
    }
    case 'constant':
    case 'input':
    case 'is':
    case 'weight':
    case 'negate':
    case 'arithmetic':
    case 'call':
    case 'count':
    case 'rows':
    case 'peers':
      return UNKNOWN;
  }
}

function exactly(set: IntervalSet): Range {
  return { sure: set, possible: set };
}

function negated({ sure, possible }: Range): Range {
  return { sure: complement(possible), possible: complement(sure) };
}

function both(left: Range, right: Range): Range {
  return { sure: intersect(left.sure, right.sure), possible: intersect(left.possible, right.possible) };
}

function either(left: Range, right: Range): Range {
  return { sure: union(left.sure, right.sure), possible: union(left.possible, right.possible) };
}

function comparedRegion(operator: Comparison, left: Core, right: Core, measure: Core): IntervalSet | undefined {
  const difference: Core = { kind: 'arithmetic', operator: '－', left, right, span: left.span };
  const line = lineOf(difference, measure);
  if (line !== undefined) return solved(operator, line);
  const size: Core = { kind: 'call', name: 'abs', arguments: [measure], span: measure.span };
  const mirrored = lineOf(difference, size);
  return mirrored && withMirror(solved(operator, mirrored));
}

/** Where `slope × x + constant` compares so with zero. */
function solved(operator: Comparison, { slope, constant }: Line): IntervalSet {
  const threshold = divide(negate(constant), slope);
  if (threshold === undefined) return holdsFor(operator, sign(constant)) ? EVERYTHING : EMPTY;
  const upward = sign(slope) > 0;
  const side = (above: boolean, closed: boolean): IntervalSet => {
    const end: End = { value: threshold, closed };
    return above ? interval(end) : interval(undefined, end);
  };
  switch (operator) {
    case '=':
      return point(threshold);
    case '≠':
      return complement(point(threshold));
    case '≥':
    case '>':
      return side(upward, operator === '≥');
    case '≤':
    case '<':
      return side(!upward, operator === '≤');
  }
}

/** Whether a difference of this sign meets a comparison with zero. */
export function holdsFor(operator: Comparison, order: -1 | 0 | 1): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '≠':
      return order !== 0;
    case '≥':
      return order >= 0;
    case '>':
      return order > 0;
    case '≤':
      return order <= 0;
    case '<':
      return order < 0;
  }
}

/** The numbers whose distance from zero is in the set. */
function withMirror(sizes: IntervalSet): IntervalSet {
  const positive = intersect(sizes, interval({ value: ZERO, closed: true }));
  return positive.reduce<IntervalSet>((mirrored, { low, high }) => {
    const turned = (end: End | undefined): End | undefined => end && { ...end, value: negate(end.value) };
    return union(mirrored, interval(turned(high), turned(low)));
  }, positive);
}

/** The values of the set that the subject can take. */
export function within(set: IntervalSet, { domain, whole }: Subject): IntervalSet {
  const held = intersect(set, domain);
  return whole ? onIntegers(held) : held;
}

/**
 * The one thing all these expressions are about: a measure, else the one expression that stands on a side of every comparison.
 * `known` are conditions that hold here; they narrow its domain. Undefined when there are several, or none.
 */
export function subjectOf(cores: readonly Core[], known: readonly Core[]): Subject | undefined {
  const inputs = new Map(cores.flatMap(measuresOf).map((measure) => [measure.key, measure]));
  const [only] = inputs.values();
  if (inputs.size === 1 && only !== undefined && (only.type.kind === 'number' || only.type.kind === 'date')) {
    const core: Core = { kind: 'input', measure: only, span: cores[0]?.span ?? { start: 0, end: 0 } };
    const whole = only.whole || inWholeDays(only, cores);
    return narrowed({ core, domain: only.reach ?? only.range, whole, certain: true }, known);
  }
  const sides = new Map(cores.flatMap(sidesOf).map((side) => [coreText(side), side]));
  const [side] = sides.values();
  if (sides.size !== 1 || side === undefined) return undefined;
  if (side.kind !== 'count') return narrowed({ core: side, domain: EVERYTHING, whole: false, certain: false }, known);
  const domain = interval({ value: ZERO, closed: true }, { value: rational(side.of.length), closed: true });
  return narrowed({ core: side, domain, whole: true, certain: true }, known);
}

/** 1至10天, 11至20天, or 1天, 2天: days are reckoned whole where one range ends and another begins at the next day. */
function inWholeDays({ type }: Measure, cores: readonly Core[]): boolean {
  const [base, power] = (type.kind === 'number' ? type.dimension[0] : undefined) ?? ['', 0];
  if ((base !== '天' && base !== '工作日') || power !== 1) return false;
  const ranges = cores.flatMap(closedRanges);
  return ranges.some(({ high }) => ranges.some(({ low }) => equal(low, add(high, ONE))));
}

/** Ranges with both ends, which belong to them; single values among them. */
function closedRanges(core: Core): readonly { readonly low: Rational; readonly high: Rational }[] {
  if (core.kind === 'compare' && core.operator === '=' && core.right.kind === 'constant')
    return [{ low: core.right.value, high: core.right.value }];
  const [first, second, more] = core.kind === 'all' ? core.of : [];
  const low = first?.kind === 'compare' && first.operator === '≥' ? first.right : undefined;
  const high = second?.kind === 'compare' && second.operator === '≤' ? second.right : undefined;
  if (more === undefined && low?.kind === 'constant' && high?.kind === 'constant')
    return [{ low: low.value, high: high.value }];
  return partsOf(core).flatMap(closedRanges);
}

function narrowed(subject: Subject, known: readonly Core[]): Subject {
  const domain = known.reduce((set, condition) => {
    const region = regionOf(condition, subject.core);
    return region === undefined ? set : intersect(set, region);
  }, subject.domain);
  return { ...subject, domain: subject.whole ? onIntegers(domain) : domain };
}

/** What stands in comparisons opposite a constant; an answer of the assessor or a judgement stands for itself. */
function sidesOf(core: Core): readonly Core[] {
  if (core.kind === 'input' || core.kind === 'is' || core.kind === 'count') return [core];
  if (core.kind !== 'compare') return partsOf(core).flatMap(sidesOf);
  return [core.left, core.right].filter((side) => measuresOf(side).length > 0);
}
