/** Conditions and measures as an explanation shows them: figures put in, words sliced from the published sentence. */
import {
  type Adjustment,
  type Comparison,
  type Core,
  MAX_PLACES,
  type Measure,
  type Rational,
  type Unit,
  add,
  ceil,
  coreText,
  divide,
  floor,
  measuresOf,
  multiply,
  partsOf,
  sign,
  subtract,
  unitNamed,
} from '../../dsl/index.ts';
import { figure, placesBeside, shownPoints, shownValue, tellsApart } from '../values/figure.ts';
import type { PeersCore, RowsCore } from '../ruleset/gather.ts';
import type { Indicator } from '../ruleset/ruleset.ts';
import type { Answer } from '../ruleset/judgements.ts';
import { type Value, isLacking, isNumber } from '../values/value.ts';

/** What a trace may look at. */
export interface TraceContext {
  readonly indicator: Indicator;
  readonly valueOf: (key: string) => Value;
  /** figures as the unit wrote them */
  readonly written: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** keys of measures that have been called by their names */
  readonly named: Set<string>;
}

/** Decimals that show a measure's value on its true side of every limit and step its standard sets. */
export function placesFor(value: Rational, measure: Measure, context: Beside): number {
  return placesBeside(value, limitsFor(value, measure, context), measure.unit);
}

/** What decides beside which figures a value must be told apart. */
type Beside = Pick<TraceContext, 'indicator' | 'valueOf'>;

/** The figures a standard compares a measure with, and the steps on both sides of its value. */
function limitsFor(value: Rational, measure: Measure, { indicator, valueOf }: Beside): readonly Rational[] {
  const limits: Rational[] = [];
  const isOwn = (core: Core): boolean => core.kind === 'input' && core.measure.key === measure.key;
  const numberOf = (core: Core): Rational | undefined => {
    if (core.kind === 'constant') return core.value;
    const found = core.kind === 'input' ? valueOf(core.measure.key) : undefined;
    return found !== undefined && isNumber(found) ? found : undefined;
  };
  const visit = (core: Core): void => {
    if (core.kind === 'compare' && (isOwn(core.left) || isOwn(core.right))) {
      const limit = numberOf(isOwn(core.left) ? core.right : core.left);
      if (limit !== undefined) limits.push(limit);
    }
    partsOf(core).forEach(visit);
  };
  for (const { standard } of indicator.readings) {
    conditionsOf(standard).forEach(visit);
    for (const adjustment of adjustmentsOf(standard)) {
      const [origin, width] = [numberOf(adjustment.origin), numberOf(adjustment.width)];
      if (!isOwn(adjustment.measure) || origin === undefined || width === undefined) continue;
      const steps = adjustment.reading === '按比例' ? undefined : divide(subtract(value, origin), width);
      if (steps !== undefined)
        limits.push(...[floor(steps), ceil(steps)].map((step) => add(origin, multiply(step, width))));
    }
  }
  return limits;
}

type AnyStandard = Indicator['readings'][number]['standard'];

function adjustmentsOf(standard: AnyStandard): readonly Adjustment[] {
  switch (standard.kind) {
    case 'part':
      return standard.adjustments;
    case 'sum':
      return standard.parts.flatMap(adjustmentsOf);
    case 'case':
      return [...standard.arms.flatMap(({ then }) => adjustmentsOf(then)), ...adjustmentsOf(standard.otherwise)];
  }
}

function conditionsOf(standard: AnyStandard): readonly Core[] {
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

/** A value as the unit wrote it, else with as many decimals as it takes; ≈ where none are enough. */
export function measureShown(measure: Measure, value: Value, context: TraceContext): string {
  const asWritten = context.written.get(measure.key);
  if (asWritten !== undefined) return asWritten;
  if (!isNumber(value) || measure.type.kind !== 'number') return shownValue(value, measure);
  const limits = limitsFor(value, measure, context);
  const places = placesBeside(value, limits, measure.unit);
  return `${tellsApart(value, limits, measure.unit, places) ? '' : '≈'}${shownValue(value, measure, places)}`;
}

/** A value with the name of its measure, where that has not been said before: 调整率12.44%. */
export function namedShown(measure: Measure, value: Value, context: TraceContext): string {
  const name = context.named.has(measure.key) ? '' : measure.name;
  context.named.add(measure.key);
  return `${name}${measureShown(measure, value, context)}`;
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
    case 'rows':
    case 'peers':
      return words(core.span, context);
  }
}

const SIGNS: Readonly<Record<Comparison, string>> = { '<': '＜', '≤': '≤', '=': '＝', '≠': '≠', '≥': '≥', '>': '＞' };

/** An expression of the sentence with its figures put in (120%×5分); undefined where it is none, or where figures do not stand in it. */
export function workedOut(
  core: Core,
  span: { readonly start: number; readonly end: number },
  context: TraceContext,
): string | undefined {
  const figures: { readonly start: number; readonly end: number; readonly shown: string }[] = [];
  const visit = (part: Core): void => {
    if (part.kind === 'input')
      figures.push({ ...part.span, shown: measureShown(part.measure, context.valueOf(part.measure.key), context) });
    if (part.kind === 'weight') figures.push({ ...part.span, shown: `${shownPoints(context.indicator.weight)}分` });
    partsOf(part).forEach(visit);
  };
  visit(core);
  figures.sort((left, right) => left.start - right.start);
  let worked = '';
  let at = span.start;
  for (const { start, end, shown } of figures) {
    if (start < at || end > span.end || start === end) return undefined;
    worked += words({ start: at, end: start }, context) + shown;
    at = end;
  }
  const [, expression] = /^(?:.*＝|.*=)?(.*)$/s.exec(worked + words({ start: at, end: span.end }, context)) ?? [];
  return core.kind === 'input' || measuresOf(core).length === 0 ? undefined : expression;
}

/** What the conditions before leave: the answers or figures that made them fail. */
function restShown(core: Core, context: TraceContext): string {
  const shown = measuresOf(core).map(
    (measure) => `${measure.name}${measureShown(measure, context.valueOf(measure.key), context)}`,
  );
  return [...new Set(shown), words(core.span, context)].join('，');
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

/** What was gathered over rows or units, in its unit; undefined where there is nothing, or no unit to show it in. */
export function gatheredShown(
  core: PeersCore | RowsCore,
  { valueOf }: Pick<TraceContext, 'valueOf'>,
  fallback?: Unit,
): string | undefined {
  const value = valueOf(coreText(core));
  const unit = unitOf(core) ?? fallback;
  return isNumber(value) && unit !== undefined ? figure(value, unit).shown : undefined;
}

/** The unit of an expression that is a measure, or a sum of measures. */
function unitOf(core: Core): Unit | undefined {
  switch (core.kind) {
    case 'input':
      return core.measure.unit;
    case 'negate':
      return unitOf(core.of);
    case 'rows':
    case 'peers':
      if (core.name === 'count') return unitNamed('个');
      return core.name === 'rank' ? unitNamed('名') : core.of && unitOf(core.of);
    case 'arithmetic': {
      const [left, right] = [unitOf(core.left), unitOf(core.right)];
      if (core.operator === '＋' || core.operator === '－') return left;
      const pure = (unit: Unit | undefined): boolean => unit?.dimension.length === 0;
      return pure(right) ? left : core.operator === '×' && pure(left) ? right : undefined;
    }
    case 'choose':
      return unitOf(core.then);
    case 'call':
      return core.arguments[0] && unitOf(core.arguments[0]);
    case 'constant':
    case 'truth':
    case 'is':
    case 'weight':
    case 'compare':
    case 'all':
    case 'any':
    case 'not':
    case 'count':
      return undefined;
  }
}

function sideShown(core: Core, compare: Extract<Core, { kind: 'compare' }>, context: TraceContext): string {
  if (core.kind === 'input') {
    const value = context.valueOf(core.measure.key);
    return isLacking(value) ? core.measure.name : namedShown(core.measure, value, context);
  }
  const other = core === compare.left ? compare.right : compare.left;
  if (core.kind === 'constant' && other.kind === 'input') return shownValue(core.value, other.measure, MAX_PLACES);
  if (core.kind === 'rows' || core.kind === 'peers') {
    const shown = gatheredShown(core, context, other.kind === 'input' ? other.measure.unit : undefined);
    return shown === undefined ? words(core.span, context) : `${words(core.span, context)}${shown}`;
  }
  return words(core.span, context);
}

/** Words of the indicator's own sentence. */
export function words(span: { readonly start: number; readonly end: number }, { indicator }: TraceContext): string {
  return indicator.leaf.standard.text.slice(span.start, span.end);
}
