/** Conditions and measures as an explanation shows them: figures put in, words sliced from the published sentence. */
import {
  type Comparison,
  type Core,
  type Measure,
  type Rational,
  add,
  coreText,
  measuresOf,
  partsOf,
  sign,
} from '../dsl/index.ts';
import { placesBeside, shownValue } from './figure.ts';
import type { Indicator } from './ruleset.ts';
import type { Answer } from './values.ts';
import { type Value, isLacking, isNumber } from './value.ts';

/** What a trace may look at. */
export interface TraceContext {
  readonly indicator: Indicator;
  readonly valueOf: (key: string) => Value;
  /** figures as the unit wrote them */
  readonly written: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Decimals that show a measure's value on its true side of every limit its standard sets. */
export function placesFor(value: Rational, measure: Measure, indicator: Indicator): number {
  const limits: Rational[] = [];
  const visit = (core: Core): void => {
    if (
      core.kind === 'compare' &&
      core.left.kind === 'input' &&
      core.left.measure.key === measure.key &&
      core.right.kind === 'constant'
    )
      limits.push(core.right.value);
    partsOf(core).forEach(visit);
  };
  for (const { standard } of indicator.readings) conditionsOf(standard).forEach(visit);
  return placesBeside(value, limits, measure.unit);
}

function conditionsOf(standard: Indicator['readings'][number]['standard']): readonly Core[] {
  switch (standard.kind) {
    case 'part':
      return [
        ...standard.bands.map(({ when }) => when),
        ...(standard.fallback === undefined ? [] : [standard.fallback.when]),
      ];
    case 'sum':
      return standard.parts.flatMap(conditionsOf);
    case 'case':
      return [
        ...standard.arms.flatMap(({ when, then }) => [when, ...conditionsOf(then)]),
        ...conditionsOf(standard.otherwise),
      ];
  }
}

export function measureShown(measure: Measure, value: Value, { indicator, written }: TraceContext): string {
  const asWritten = written.get(measure.key);
  if (asWritten !== undefined) return asWritten;
  return shownValue(value, measure, isNumber(value) ? placesFor(value, measure, indicator) : 2);
}

/** A condition with the figures put in: 10%＜12.44%≤20%. */
export function conditionShown(core: Core, context: TraceContext): string {
  switch (core.kind) {
    case 'compare':
      return `${sideShown(core.left, core, context)}${SIGNS[core.operator]}${sideShown(core.right, core, context)}`;
    case 'all': {
      const [low, high] = core.of;
      const chained =
        low?.kind === 'compare' &&
        high?.kind === 'compare' &&
        coreText(low.left) === coreText(high.left) &&
        core.of.length === 2;
      if (chained && (low.operator === '≥' || low.operator === '>')) {
        const sign = low.operator === '≥' ? '≤' : '＜';
        return `${sideShown(low.right, low, context)}${sign}${sideShown(high.left, high, context)}${SIGNS[high.operator]}${sideShown(high.right, high, context)}`;
      }
      return core.of.map((part) => conditionShown(part, context)).join('，且');
    }
    case 'any': {
      const held = core.of.filter((part) => holds(part, context));
      return (held.length > 0 ? held.slice(0, 1) : core.of).map((part) => conditionShown(part, context)).join('，或');
    }
    case 'input': {
      const value = context.valueOf(core.measure.key);
      return value === true ? core.measure.name : `${core.measure.name}：${shownValue(value, core.measure)}`;
    }
    case 'is':
      return core.word;
    case 'not':
      return core.of.kind === 'input' ? `${core.of.measure.name}：否` : restShown(core, context);
    case 'constant':
    case 'truth':
    case 'weight':
    case 'negate':
    case 'arithmetic':
    case 'choose':
    case 'call':
    case 'count':
      return words(core.span, context);
  }
}

const SIGNS: Readonly<Record<Comparison, string>> = { '<': '＜', '≤': '≤', '=': '＝', '≠': '≠', '≥': '≥', '>': '＞' };

/** What the conditions before leave: the answers or figures that made them fail. */
function restShown(core: Core, context: TraceContext): string {
  const shown = measuresOf(core).map(
    (measure) => `${measure.name}：${measureShown(measure, context.valueOf(measure.key), context)}`,
  );
  return [...shown, words(core.span, context)].join('，');
}

function holds(core: Core, { valueOf }: TraceContext): boolean {
  if (core.kind === 'input') return valueOf(core.measure.key) === true;
  if (core.kind !== 'compare' || core.left.kind !== 'input' || core.right.kind !== 'constant') return false;
  const value = valueOf(core.left.measure.key);
  if (!isNumber(value)) return false;
  const order = sign(add(value, { numerator: -core.right.value.numerator, denominator: core.right.value.denominator }));
  return { '<': order < 0, '≤': order <= 0, '=': order === 0, '≠': order !== 0, '≥': order >= 0, '>': order > 0 }[
    core.operator
  ];
}

function sideShown(core: Core, compare: Extract<Core, { kind: 'compare' }>, context: TraceContext): string {
  if (core.kind === 'input') {
    const value = context.valueOf(core.measure.key);
    return isLacking(value) ? core.measure.name : measureShown(core.measure, value, context);
  }
  const other = core === compare.left ? compare.right : compare.left;
  if (core.kind === 'constant' && other.kind === 'input') return shownValue(core.value, other.measure);
  return words(core.span, context);
}

export function words(span: { readonly start: number; readonly end: number }, { indicator }: TraceContext): string {
  return indicator.leaf.standard.text.slice(span.start, span.end);
}
