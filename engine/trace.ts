/**
 * From an outcome to the steps a person follows: the formula with its figures put in, the condition that held, the steps counted,
 * the cuts. Words come from the published sentence; figures from the values that were used. Nothing is computed a second time.
 */
import {
  type Adjustment,
  type Band,
  type Core,
  type Measure,
  type Part,
  type Rational,
  type Unit,
  add,
  divide,
  equal,
  measuresOf,
  partsOf,
  rational,
  sign,
  toShortText,
  unitNamed,
} from '../dsl/index.ts';
import { shownValue, figure } from './figure.ts';
import type { Outcome, PartPath, Path, StepCount } from './outcome.ts';
import type { TraceStep } from './result.ts';
import type { Definition, Indicator } from './ruleset.ts';
import { type TraceContext, conditionShown, gatheredShown, measureShown, placesFor, words } from './shown.ts';
import { isNumber } from './value.ts';

/** The steps behind an outcome. */
export function traceOf(outcome: Outcome, context: TraceContext): readonly TraceStep[] {
  const { indicator } = context;
  const formulas = indicator.definitions.flatMap((definition) => formulaStep(definition, context) ?? []);
  const steps = outcome.path === undefined ? [] : pathSteps(outcome.path, context);
  const told = new Set(steps.flatMap((step) => (step.kind === 'part' ? [step.label] : [])));
  return [
    ...formulas,
    ...answerSteps(indicator, context).filter((step) => step.kind !== 'answer' || !told.has(step.phrase)),
    ...steps,
  ];
}

/** The words of the sentence that decided an outcome; undefined when no single clause did. */
export function clauseOf(outcome: Outcome, { leaf }: Indicator): string | undefined {
  const words = leaf.standard.text;
  const of = (path: Path | undefined): string | undefined => {
    switch (path?.kind) {
      case undefined:
        return undefined;
      case 'sum':
        return words;
      case 'case': {
        const arm = path.arm === undefined ? undefined : path.standard.arms[path.arm];
        return arm === undefined || path.standard.kinds
          ? of(path.inner.path)
          : words.slice(arm.span.start, arm.span.end);
      }
      case 'part': {
        const walked = path.steps.find(({ steps }) => sign(steps) !== 0);
        const step = walked === undefined ? undefined : path.part.adjustments[walked.adjustment];
        const band = path.band === 'fallback' ? path.part.fallback : path.part.bands[path.band];
        const span =
          step?.span ??
          (band === undefined
            ? undefined
            : {
                start: Math.min(band.span.start, band.award.span.start),
                end: Math.max(band.span.end, band.award.span.end),
              });
        return span === undefined ? undefined : words.slice(span.start, span.end);
      }
    }
  };
  return of(outcome.path);
}

function formulaStep({ measure, value: core, text, body }: Definition, context: TraceContext): TraceStep | undefined {
  const value = context.valueOf(measure.key);
  if (!isNumber(value)) return undefined;
  const places: { start: number; end: number; shown: string }[] = [];
  const visit = (node: Core): void => {
    if (node.kind === 'input') places.push({ ...node.span, shown: inputShown(node.measure, context) });
    // Nothing but what is gathered keeps its words: 率＝平均(下属机构.完成率)＝72.75%.
    if ((node.kind === 'rows' || node.kind === 'peers') && node !== core)
      places.push({
        ...node.span,
        shown: gatheredShown(node, context) ?? text.text.slice(node.span.start, node.span.end),
      });
    partsOf(node).forEach(visit);
  };
  visit(core);
  let substituted = '';
  let at = body.start;
  for (const { start, end, shown } of places.sort((left, right) => left.start - right.start)) {
    substituted += text.text.slice(at, start) + shown;
    at = end;
  }
  substituted += text.text.slice(at, body.end);
  return { kind: 'formula', name: measure.name, substituted, shown: measureShown(measure, value, context) };
}

function inputShown(measure: Measure, { valueOf, written }: TraceContext): string {
  const text = written.get(measure.key) ?? shownValue(valueOf(measure.key), measure);
  return text.startsWith('-') ? `（${text}）` : text === '' ? measure.name : text;
}

function pathSteps(path: Path, context: TraceContext): readonly TraceStep[] {
  switch (path.kind) {
    case 'case': {
      const arm = path.arm === undefined ? undefined : path.standard.arms[path.arm];
      if (arm === undefined || path.standard.kinds)
        return path.inner.path === undefined ? [] : pathSteps(path.inner.path, context);
      const inner = path.inner.path?.kind === 'part' ? path.inner.path : undefined;
      const award = inner?.part.fallback?.award.span ?? arm.span;
      const points = path.inner.kind === 'scored' ? path.inner.points : rational(0n);
      return [{ kind: 'band', condition: conditionShown(arm.when, context), award: words(award, context), points }];
    }
    case 'sum': {
      return path.parts.flatMap((outcome, index): readonly TraceStep[] => {
        const part = path.standard.parts[index];
        return outcome.kind !== 'scored' || part === undefined ? [] : partSteps(outcome, part.span, context);
      });
    }
    case 'part':
      return partPathSteps(path, context);
  }
}

/** One addend: a yes/no item in one line, anything else with its own steps. */
function partSteps(
  outcome: Extract<Outcome, { kind: 'scored' }>,
  span: { start: number; end: number },
  context: TraceContext,
): readonly TraceStep[] {
  const { path, points } = outcome;
  const part = path.kind === 'part' ? path.part : undefined;
  const [measure, ...others] =
    part === undefined ? [] : measuresOf({ kind: 'any', of: part.bands.map(({ when }) => when), span });
  if (measure?.type.kind === 'truth' && others.length === 0) {
    return [
      {
        kind: 'part',
        label: measure.name,
        answer: shownValue(context.valueOf(measure.key), measure),
        reason: context.answers.get(measure.key)?.reason,
        points,
      },
    ];
  }
  return [
    ...pathSteps(path, context),
    { kind: 'part', label: words(span, context), answer: '', reason: undefined, points },
  ];
}

function partPathSteps(
  { part, band: index, base, steps, raw, points }: PartPath,
  context: TraceContext,
): readonly TraceStep[] {
  const band = index === 'fallback' ? part.fallback : part.bands[index];
  const walked = steps.filter((step) => sign(step.steps) !== 0 || sign(step.distance) !== 0);
  const start: TraceStep[] = band === undefined ? [] : [bandStep(part, band, index, base, context)];
  const limited = walked.map(({ effect }) => effect).reduce(add, base);
  const bounds: TraceStep[] = [];
  if (!equal(limited, raw)) bounds.push({ kind: 'bound', bound: 'limit', from: limited, to: raw });
  if (!equal(raw, points))
    bounds.push({
      kind: 'bound',
      bound: sign(add(raw, { numerator: -points.numerator, denominator: points.denominator })) > 0 ? 'cap' : 'floor',
      from: raw,
      to: points,
    });
  const walkSteps = walked.flatMap((step) => stepStep(step, part, context) ?? []);
  return [...start, ...walkSteps, ...unwalked(part, steps, walked, context), ...bounds];
}

/** Counted faults of which there are none are worth a word when nothing else explains the points. */
function unwalked(
  part: Part,
  steps: readonly StepCount[],
  walked: readonly StepCount[],
  context: TraceContext,
): readonly TraceStep[] {
  if (walked.length > 0 || part.bands.length > 0) return [];
  return steps.flatMap((step) => stepStep(step, part, context) ?? []);
}

function bandStep(
  part: Part,
  band: Band,
  index: number | 'fallback',
  base: Rational,
  context: TraceContext,
): TraceStep {
  const own = context.indicator.leaf.standard.text;
  const award = own.slice(band.award.span.start, band.award.span.end);
  if (index === 'fallback')
    return {
      kind: 'base',
      award: part.adjustments.some(({ span }) => span === band.award.span) ? '' : award,
      points: base,
    };
  return { kind: 'band', condition: conditionShown(band.when, context), award, points: base };
}

function stepStep(
  { adjustment: index, measured, distance, steps, effect }: StepCount,
  part: Part,
  context: TraceContext,
): TraceStep | undefined {
  const adjustment: Adjustment | undefined = part.adjustments[index];
  if (adjustment === undefined) return undefined;
  const { measure: core, origin, direction, reading } = adjustment;
  const measure = core.kind === 'input' ? core.measure : undefined;
  const counted =
    origin.kind === 'constant' &&
    sign(origin.value) === 0 &&
    direction === 'above' &&
    (measure === undefined || measure.whole);
  const unit = measure?.unit ?? unitNamed('比率');
  if (unit === undefined) return undefined;
  const places = measure === undefined ? 0 : placesFor(measured, measure, context);
  const shown = measure === undefined ? countShown(core, measured) : measureShown(measure, measured, context);
  const originValue = constantOrValue(origin, context);
  return {
    kind: 'steps',
    clause: words(adjustment.span, context),
    counted,
    measured: counted && measure !== undefined ? `${measure.name}${shown}` : shown,
    origin: originValue === undefined || measure === undefined ? '' : shownValue(originValue, measure),
    direction,
    distance: distanceShown(distance, measure, unit, places),
    steps,
    reading,
    whole: equal(divide(distance, widthOf(adjustment)) ?? steps, steps),
    effect,
    adds: adjustment.sign > 0,
  };
}

/** How many list items, or named faults, were met or not. */
function countShown(core: Core, count: Rational): string {
  const number = toShortText(count, 0);
  if (core.kind !== 'count') return number;
  const [only] = core.of;
  if (core.of.length === 1 && only?.kind === 'input') return `${only.measure.name}：${sign(count) === 0 ? '否' : '是'}`;
  return core.value ? `符合${number}项` : `不符合${number}项`;
}

function widthOf({ width }: Adjustment): Rational {
  return width.kind === 'constant' ? width.value : rational(1n);
}

function constantOrValue(core: Core, { valueOf }: TraceContext): Rational | undefined {
  if (core.kind === 'constant') return core.value;
  const value = core.kind === 'input' ? valueOf(core.measure.key) : undefined;
  return value !== undefined && isNumber(value) ? value : undefined;
}

function distanceShown(distance: Rational, measure: Measure | undefined, unit: Unit, places: number): string {
  const days = unitNamed('天');
  if (measure?.type.kind === 'date' && days !== undefined) return figure(distance, days).shown;
  const { shown } = figure(distance, unit, places);
  return unit.dimension.length === 0 ? shown.replace('%', '个百分点') : shown;
}

/** The reasons assessors gave for their answers. */
function answerSteps(indicator: Indicator, { answers }: TraceContext): readonly TraceStep[] {
  const asked = [
    ...indicator.phrases,
    ...(indicator.level === undefined ? [] : [indicator.level]),
    ...(indicator.choice === undefined ? [] : [indicator.choice]),
  ];
  return asked.flatMap(({ key, name }): readonly TraceStep[] => {
    const answer = answers.get(key);
    return answer === undefined ? [] : [{ kind: 'answer', phrase: name, answer: answer.given, reason: answer.reason }];
  });
}
