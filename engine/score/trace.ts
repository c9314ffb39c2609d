/**
 * From an outcome to the steps a person follows: the formula with its figures put in, the condition that held, the steps counted,
 * the cuts. Words come from the published sentence; figures from the values that were used. Nothing is computed a second time.
 */
import {
  type Band,
  type Core,
  type Measure,
  type Part,
  type Rational,
  type Sum,
  add,
  compare,
  equal,
  measuresOf,
  partsOf,
  sign,
  subtract,
  ZERO,
} from '../../dsl/index.ts';
import { shownValue } from '../values/figure.ts';
import type { Outcome, PartPath, Path, StepCount } from '../values/outcome.ts';
import type { TraceStep } from '../values/result.ts';
import type { Definition, Indicator } from '../ruleset/ruleset.ts';
import { type TraceContext, conditionShown, gatheredShown, measureShown, words, workedOut } from './shown.ts';
import { stepStep } from './step-trace.ts';
import { isLacking, isNumber, isTable } from '../values/value.ts';

/** The steps behind an outcome. A measure is called by its name where it is first spoken of, unless its formula has just been given. */
export function traceOf(outcome: Outcome, around: Omit<TraceContext, 'named'>): readonly TraceStep[] {
  const { indicator } = around;
  const [only, another] = indicator.definitions;
  const context: TraceContext = {
    ...around,
    named: new Set(only === undefined || another !== undefined ? [] : [only.measure.key]),
  };
  const formulas = indicator.definitions.flatMap((definition) => formulaStep(definition, context) ?? []);
  const steps = outcomeSteps(outcome, context);
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
  const zero =
    isLacking(value) && value.lack === 'division-by-zero' && !value.keys.some((key) => isTable(context.valueOf(key)));
  if (!isNumber(value) && !zero) return undefined;
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
  const { name } = measure;
  if (zero) return { kind: 'zero-divisor', name, substituted, divisors: divisorsOf(value.keys, core, context) };
  return { kind: 'formula', name, substituted, shown: measureShown(measure, value, context) };
}

/** The inputs a divisor that came to 0 is made of, with their values. */
function divisorsOf(
  keys: readonly string[],
  core: Core,
  context: TraceContext,
): readonly { readonly name: string; readonly shown: string }[] {
  const measures = new Map(measuresOf(core).map((measure) => [measure.key, measure]));
  return keys.flatMap((key) => {
    const measure = measures.get(key);
    return measure === undefined ? [] : [{ name: measure.name, shown: inputShown(measure, context) }];
  });
}

function inputShown(measure: Measure, { valueOf, written }: TraceContext): string {
  const text = written.get(measure.key) ?? shownValue(valueOf(measure.key), measure);
  return text.startsWith('-') ? `（${text}）` : text === '' ? measure.name : text;
}

/** The steps of a path that came to `points`. */
function pathSteps(path: Path, points: Rational | undefined, context: TraceContext): readonly TraceStep[] {
  switch (path.kind) {
    case 'case': {
      const arm = path.arm === undefined ? undefined : path.standard.arms[path.arm];
      if (arm === undefined || path.standard.kinds) return outcomeSteps(path.inner, context);
      return armSteps(arm.when, path.inner, arm.span, context);
    }
    case 'sum': {
      const parts = path.parts.flatMap((outcome, index): readonly TraceStep[] => {
        const part = path.standard.parts[index];
        return outcome.kind !== 'scored' || part === undefined ? [] : partSteps(outcome, part.span, context);
      });
      return [...parts, ...sumBounds(path, points)];
    }
    case 'part':
      return partPathSteps(path, context);
  }
}

function outcomeSteps(outcome: Outcome, context: TraceContext): readonly TraceStep[] {
  const points = outcome.kind === 'scored' ? outcome.points : undefined;
  return outcome.path === undefined ? [] : pathSteps(outcome.path, points, context);
}

/** The rule that speaks: its condition with the one award it gives, or with all the steps it takes. */
function armSteps(
  when: Core,
  inner: Outcome,
  span: { readonly start: number; readonly end: number },
  context: TraceContext,
): readonly TraceStep[] {
  const points = inner.kind === 'scored' ? inner.points : ZERO;
  const condition = conditionShown(when, context);
  const part = inner.path?.kind === 'part' ? inner.path : undefined;
  const plain = part !== undefined && part.band === 'fallback' && part.steps.length === 0;
  if (plain || inner.path === undefined) {
    const award = part?.part.fallback?.award.span ?? span;
    const value = part?.part.fallback?.award.value;
    const worked = value && workedOut(value, award, context);
    return [{ kind: 'band', condition, award: words(award, context), points, worked }];
  }
  return [{ kind: 'band', condition, award: '', points, worked: undefined }, ...outcomeSteps(inner, context)];
}

/** What became of the sum of the parts: the highest of them, or a cut. */
function sumBounds(
  {
    standard,
    parts,
    raw,
  }: { readonly standard: Sum; readonly parts: readonly Outcome[]; readonly raw: Rational | undefined },
  points: Rational | undefined,
): readonly TraceStep[] {
  if (raw === undefined || points === undefined) return [];
  const scored = parts.filter(({ kind, high }) => kind === 'scored' && sign(high) !== 0);
  const highest: readonly TraceStep[] =
    standard.combine === 'max' && scored.length > 1
      ? [{ kind: 'bound', bound: 'highest', from: raw, to: raw, clause: '' }]
      : [];
  return [...highest, ...cutStep(raw, points)];
}

function cutStep(raw: Rational, points: Rational): readonly TraceStep[] {
  if (equal(raw, points)) return [];
  return [{ kind: 'bound', bound: compare(raw, points) > 0 ? 'cap' : 'floor', from: raw, to: points, clause: '' }];
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
    ...pathSteps(path, points, context),
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
  const limits = part.limits.map(({ span }) => words(span, context)).join('、');
  const limit: readonly TraceStep[] = equal(limited, raw)
    ? []
    : [{ kind: 'bound', bound: 'limit', from: subtract(limited, base), to: subtract(raw, base), clause: limits }];
  const walkSteps = walked.flatMap((step) => stepStep(step, part, context) ?? []);
  return [...start, ...walkSteps, ...unwalked(part, steps, walked, context), ...limit, ...cutStep(raw, points)];
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
  const worked = workedOut(band.award.value, band.award.span, context);
  if (index === 'fallback')
    return {
      kind: 'base',
      award: part.adjustments.some(({ span }) => span === band.award.span) ? '' : award,
      points: base,
      worked,
    };
  return { kind: 'band', condition: conditionShown(band.when, context), award, points: base, worked };
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
