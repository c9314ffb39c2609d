/**
 * The figures of a sentence that place its curve: thresholds, where steps begin, how wide a step is; and the sentence in which one of
 * them is another. A figure is changed in its own unit, in every place of the sentence that names it at once, and only if the sentence
 * then means exactly that; every other character stays.
 */
import {
  add,
  collector,
  type Core,
  coresOf,
  divide,
  equal,
  figureValue,
  foldWidth,
  type Measure,
  negate,
  partsOf,
  partsOfStandard,
  type PlacedWord,
  type Rational,
  rational,
  readStandard,
  sign,
  type Span,
  type Standard,
  toBase,
  toExactText,
  type Unit,
  unitNamed,
  wordsOf,
  ZERO,
} from '../../dsl/index.ts';
import { applyEdits } from '../files/locate.ts';
import type { Indicator } from '../ruleset/ruleset.ts';

/** A figure that places the curve: at `from` plus `value` in each of its `ways`; ±3% has two. All in base units of the measure. */
export interface Threshold {
  readonly kind: 'threshold' | 'step';
  readonly value: Rational;
  /** where it is counted from: nothing, or where the steps begin */
  readonly from: Rational;
  readonly ways: readonly (1 | -1)[];
  /** where the sentence names it, with what stands there: 100%, 一个百分点 */
  readonly figures: readonly Span[];
}

/** The thresholds of an indicator over one measure, in the order of the sentence; none after a fault. */
export function thresholdsOf({ readings: [first], leaf, scope }: Indicator, measure: Measure): readonly Threshold[] {
  if (first === undefined) return [];
  return thresholdsIn(first.standard, measure, quantitiesOf(leaf.standard.text, scope));
}

/** Where on the measure a threshold stands, once for each of its ways. */
export function placesOfThreshold({ from, value, ways }: Threshold): readonly Rational[] {
  return ways.map((way) => add(from, way === 1 ? value : negate(value)));
}

/** The sentence of an indicator in which `threshold` has another value; undefined where no change of its figures says so. */
export function withThreshold(
  indicator: Indicator,
  measure: Measure,
  threshold: Threshold,
  value: Rational,
): string | undefined {
  const { leaf, scope, readings } = indicator;
  const [first] = readings;
  const sentence = leaf.standard.text;
  if (first === undefined) return undefined;
  const words = quantitiesOf(sentence, scope);
  const before = thresholdsIn(first.standard, measure, words);
  const at = before.findIndex((own) => same(own, threshold));
  if (at < 0) return undefined;
  const alike = threshold.kind === 'step' ? mentionsOf(threshold, words, sentence) : [];
  for (const figures of alike.length > 0 ? [[...threshold.figures, ...alike], threshold.figures] : [threshold.figures])
    for (const named of sign(threshold.value) === 0 ? [true, false] : [false, true]) {
      const edits = figures.map((span) => {
        const text = rewritten(sentence.slice(span.start, span.end), threshold.value, value, measure, named);
        return text === undefined ? undefined : { span, text };
      });
      const changed = edits.includes(undefined)
        ? undefined
        : applyEdits(
            sentence,
            edits.filter((edit) => !!edit),
          );
      if (changed === undefined) continue;
      const { report, diagnostics } = collector();
      const { standard } = readStandard(changed, scope, first.answers, report);
      if (standard === undefined || diagnostics.some(({ severity }) => severity === 'error')) continue;
      const after = thresholdsIn(standard, measure, quantitiesOf(changed, scope));
      const wanted = { ...threshold, value };
      if (after.length === before.length && after.some((own) => same(own, wanted, threshold.figures.length)))
        return changed;
    }
  return undefined;
}

function same(left: Threshold, right: Threshold, figures = right.figures.length): boolean {
  return (
    left.kind === right.kind &&
    equal(left.value, right.value) &&
    equal(left.from, right.from) &&
    left.ways.join() === right.ways.join() &&
    left.figures.length === figures
  );
}

type Quantities = readonly PlacedWord[];

function quantitiesOf(sentence: string, scope: Indicator['scope']): Quantities {
  return wordsOf(sentence, scope.names, 'standard').filter(({ kind }) => kind === 'quantity');
}

/** Figures found in conditions and steps, those of one value at one place of the curve together. */
function thresholdsIn(standard: Standard, measure: Measure, words: Quantities): readonly Threshold[] {
  const found: Threshold[] = [];
  const take = (one: Omit<Threshold, 'figures'>, span: Span): void => {
    const word = words.findLast((own) => span.start <= own.span.start && own.span.end <= span.end);
    if (word === undefined || !says(word, one.value)) return;
    const at = found.findIndex((own) => same(own, { ...one, figures: own.figures }));
    const known = found[at];
    if (known === undefined) found.push({ ...one, figures: [word.span] });
    else if (!known.figures.some(({ start }) => start === word.span.start))
      found[at] = { ...known, figures: [...known.figures, word.span] };
  };
  const own = (core: Core): readonly (1 | -1)[] | undefined => {
    if (core.kind === 'input') return core.measure.key === measure.key ? [1] : undefined;
    const [inner, more] = core.kind === 'call' && core.name === 'abs' ? core.arguments : [];
    return inner?.kind === 'input' && inner.measure.key === measure.key && more === undefined ? [1, -1] : undefined;
  };
  const visit = (core: Core): void => {
    if (core.kind === 'compare')
      for (const [side, other] of [
        [core.left, core.right],
        [core.right, core.left],
      ] as const) {
        const ways = own(side);
        const figure = constantOf(other);
        if (ways !== undefined && figure !== undefined)
          take({ kind: 'threshold', value: figure.value, from: ZERO, ways }, figure.span);
      }
    partsOf(core).forEach(visit);
  };
  coresOf(standard).forEach(visit);
  for (const { standard: part } of partsOfStandard(standard, []))
    for (const { measure: walked, origin, width, direction } of part.adjustments) {
      const ways = own(walked);
      const [start, wide] = [constantOf(origin), constantOf(width)];
      if (ways === undefined || start === undefined || wide === undefined) continue;
      take({ kind: 'threshold', value: start.value, from: ZERO, ways }, start.span);
      const step = direction === 'both' ? ([1, -1] as const) : direction === 'above' ? ([1] as const) : ([-1] as const);
      if (ways.length === 1) take({ kind: 'step', value: wide.value, from: start.value, ways: step }, wide.span);
    }
  return found.toSorted((left, right) => (left.figures[0]?.start ?? 0) - (right.figures[0]?.start ?? 0));
}

/** Whether a figure in its unit is this value; a bare one may have the unit of its neighbour. */
function says({ value, unit: name }: PlacedWord, wanted: Rational): boolean {
  const [figure, unit] = [figureValue(value), name === undefined ? undefined : unitNamed(name)];
  if (figure === undefined || unit === undefined) return true;
  return equal(toBase(figure, unit), sign(wanted) < 0 ? negate(wanted) : wanted);
}

/** A figure as it is written, with its sign. */
function constantOf(core: Core): { readonly value: Rational; readonly span: Span } | undefined {
  if (core.kind === 'constant') return core;
  return core.kind === 'negate' && core.of.kind === 'constant'
    ? { value: negate(core.of.value), span: core.of.span }
    : undefined;
}

/** Where else a step is named in the words it was given: 每低于5%扣2分（不足5%的不计）. */
function mentionsOf({ figures }: Threshold, words: Quantities, sentence: string): readonly Span[] {
  const [first] = figures;
  const own = first && sentence.slice(first.start, first.end);
  return words
    .map(({ span }) => span)
    .filter(
      ({ start, end }) =>
        sentence.slice(start, end) === own && /不足|不满|未满|不到$/.test(sentence.slice(0, start).slice(-2)),
    );
}

const FIGURE = /-?(?:\d[\d,，]*(?:[.．]\d+)?|[一二两三四五六七八九十百千半]+)/;

/** `100%` for another value: `95%`. Nothing but the figure changes; `named` adds the unit where a bare figure would be read otherwise. */
function rewritten(
  text: string,
  before: Rational,
  value: Rational,
  measure: Measure,
  named: boolean,
): string | undefined {
  const written = FIGURE.exec(foldWidth(text))?.[0];
  const figure = written === undefined ? undefined : figureValue(written.replace('-', ''));
  if (written === undefined || figure === undefined) return undefined;
  const place = foldWidth(text).indexOf(written);
  const behind = text.slice(place + written.length);
  const unit = unitOf(behind) ?? (named ? shownIn(measure) : undefined);
  // 60 of 60—80% is 0.6; what is written as −5 has a sign of its own.
  const size = sign(before) < 0 ? negate(before) : before;
  const factor = unit?.factor ?? (sign(figure) === 0 ? rational(1) : divide(size, figure));
  const digits = factor && divide(sign(before) < 0 && !written.startsWith('-') ? negate(value) : value, factor);
  if (digits === undefined) return undefined;
  const exact = toExactText(digits);
  if (exact.includes('/')) return undefined;
  const added = named && unitOf(behind) === undefined ? (unit?.name ?? '') : '';
  return `${text.slice(0, place)}${exact}${added}${behind}`;
}

function unitOf(text: string): Unit | undefined {
  return text.trim() === '' ? undefined : unitNamed(text.trim());
}

function shownIn({ unit }: Measure): Unit | undefined {
  return unit.dimension.length === 0 ? unitNamed('%') : unit;
}
