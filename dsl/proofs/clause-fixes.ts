/**
 * Better sentences as edits: a clause left out, a condition drawn in so that it no longer meets another, two clauses made one, points put
 * right. These are proposals; which of them mend a sentence is found out by trying them, not here.
 */
import { conditionText } from '../regions/condition-text.ts';
import type { Measure } from '../expressions/core.ts';
import type { Fix } from '../text/diagnostic.ts';
import { type End, interval, type IntervalSet, isEmpty, subtract, union } from '../numbers/interval.ts';
import { equal, type Rational, toExactText } from '../numbers/number.ts';
import { cover, type Span } from '../text/source.ts';
import type { Band } from '../expressions/standard.ts';

/** A clause of a band with the values it speaks of. */
export interface Placed {
  readonly band: Band;
  readonly set: IntervalSet;
}

/** The sentence without a clause, and without the comma or the stop that parted it from its neighbours. */
export function leftOut(clause: Span, text: string): readonly Fix[] {
  const behind = /^[的]?[；;，,、。\s]*/.exec(text.slice(clause.end))?.[0].length ?? 0;
  const before = /[；;，,、\s]*$/.exec(text.slice(0, clause.start))?.[0].length ?? 0;
  const words = text.slice(clause.start, clause.end);
  const title = { zh: `删去“${words}”`, en: `leave out “${words}”` };
  return [
    { start: clause.start, end: clause.end + behind },
    { start: clause.start - before, end: clause.end },
    { start: clause.start - before, end: clause.end + behind },
  ].map((span) => ({ title, edits: [{ span, text: '' }] }));
}

/** Either of two clauses drawn in to what the other leaves it, or left out where that is nothing. */
export function apart(first: Placed, second: Placed, { measure, domain }: Over, text: string): readonly Fix[] {
  return [
    ...drawnIn(second, first.set, { measure, domain }, text),
    ...drawnIn(first, second.set, { measure, domain }, text),
  ];
}

function drawnIn({ band, set }: Placed, taken: IntervalSet, { measure, domain }: Over, text: string): readonly Fix[] {
  const rest = subtract(set, taken);
  return isEmpty(rest)
    ? leftOut(cover(band.span, band.award.span), text)
    : put(band.span, conditionText(measure, beyondEnds(rest, domain)), text);
}

/** What clauses speak of: a measure, and the values it can have. */
export interface Over {
  readonly measure: Measure;
  readonly domain: IntervalSet;
}

/** A set without the ends that are none of its own, but of all values there are. */
export function beyondEnds(set: IntervalSet, domain: IntervalSet): IntervalSet {
  const [lowest, highest] = [domain[0]?.low, domain.at(-1)?.high];
  const same = (one: End | undefined, other: End | undefined): boolean =>
    one !== undefined && other !== undefined && one.closed === other.closed && equal(one.value, other.value);
  return set.flatMap(({ low, high }) =>
    interval(same(low, lowest) ? undefined : low, same(high, highest) ? undefined : high),
  );
}

/** Two clauses of the same points as one. */
export function madeOne(first: Placed, second: Placed, { measure, domain }: Over, text: string): readonly Fix[] {
  const whole = conditionText(measure, beyondEnds(union(first.set, second.set), domain));
  const [kept] = put(first.band.span, whole, text);
  const { span, award } = second.band;
  return leftOut(cover(span, award.span), text).flatMap(({ title, edits }) =>
    kept === undefined ? [] : [{ title: bothOf(kept.title, title), edits: [...kept.edits, ...edits] }],
  );
}

/** The figure of an award or a deduction set to `points`. */
export function withPoints(award: Span, points: Rational, text: string): readonly Fix[] {
  const words = text.slice(award.start, award.end);
  const figures = [...words.matchAll(/\d+(?:\.\d+)?(?=分)/g)];
  const [figure] = figures;
  if (figure === undefined || figures.length > 1) return [];
  const changed = `${words.slice(0, figure.index)}${toExactText(points)}${words.slice(figure.index + figure[0].length)}`;
  return put(award, changed, text);
}

/** Words added behind a place. */
export function added(words: string, at: number): Fix {
  return {
    title: { zh: `补上“${words}”`, en: `add ${words}` },
    edits: [{ span: { start: at, end: at }, text: words }],
  };
}

/** Words put for those that stand at a place. */
export function put(span: Span, words: string, text: string): readonly Fix[] {
  const written = text.slice(span.start, span.end);
  if (written === words) return [];
  const title = { zh: `“${written}”改为“${words}”`, en: `“${written}” becomes “${words}”` };
  return [{ title, edits: [{ span, text: words }] }];
}

function bothOf(one: Fix['title'], other: Fix['title']): Fix['title'] {
  return { zh: `${one.zh}，${other.zh}`, en: `${one.en}, ${other.en}` };
}
