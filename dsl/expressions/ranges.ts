/**
 * Ranges of a measure with their ends, each end marked by how firmly the words decide whether it belongs to its range. Which measure a
 * condition speaks of is not asked here.
 */
import type { Comparison, End, Expression, Mark } from '../text/ast.ts';
import { type Checked, aligned } from './checked.ts';
import { type Core, type Typed, coreText } from './core.ts';
import type { Report } from '../text/diagnostic.ts';
import { figureValue } from '../numbers/literals.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, type Rational, compare as order, equal } from '../numbers/number.ts';
import { BOTH_ENDS } from '../words/scanner.ts';
import type { Span } from '../text/source.ts';
import { toBase } from '../numbers/units.ts';

/** How it is known whether an end belongs to its range: a 含 mark, a sign or exact word (≥ 不低于), a strict word, 以上 and the like, or not at all. */
export type Firmness = 'mark' | 'sign' | 'strict' | 'word' | 'none';

/** An end of a range. `closed` is undefined while only the neighbours can tell. */
export interface Bound {
  readonly value: Core;
  readonly constant: Rational | undefined;
  readonly closed: boolean | undefined;
  readonly by: Firmness;
  /** 下同: ends below on the same side are marked so too */
  readonly alike: boolean;
  readonly span: Span;
}

/** A measure between two ends. `bare` is a lone value (100%), whose sense depends on the deductions that follow. */
export interface RangeTest {
  readonly kind: 'range';
  readonly measure: Typed;
  readonly low: Bound | undefined;
  readonly high: Bound | undefined;
  readonly bare: boolean;
  readonly span: Span;
}

/** A condition with meaning. */
export type Test =
  | RangeTest
  /** any yes/no value; `phrase` when it is prose nobody declared, `heading` when that is a heading which names a kind of unit */
  | {
      readonly kind: 'truth';
      readonly core: Core;
      readonly phrase: boolean;
      readonly heading?: true;
      /** tests of one `about` judge one thing */
      readonly about: string | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'level'; readonly core: Core; readonly span: Span }
  /** 否则, 超过的: what the bands before leave */
  | { readonly kind: 'rest'; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Test; readonly span: Span }
  /** `apart` when they are written as conditions of their own, one after another */
  | { readonly kind: 'all' | 'any'; readonly of: readonly Test[]; readonly apart?: true; readonly span: Span };

/** Reads conditions on a measure that is known. */
export interface RangeReader {
  /** ≥90%, 低于上年: against one end; `value` when it is checked already */
  readonly compared: (measure: Typed, operator: Comparison, end: End, span: Span, value?: Checked) => Test | undefined;
  /** 80%—90% */
  readonly between: (measure: Typed, low: End, high: End, span: Span) => Test | undefined;
  /** 100%, 90%以上 */
  readonly valued: (measure: Typed, end: End, span: Span) => Test | undefined;
}

/** A reader of ranges; `check` gives their ends meaning. */
export function rangeReader(check: (expression: Expression) => Checked | undefined, report: Report): RangeReader {
  const boundOf = (
    measure: Typed,
    value: Checked,
    closed: boolean | undefined,
    by: Firmness,
    { marks, span }: End,
  ): Bound | undefined => {
    const pair = aligned({ ...measure, bare: false }, value, '比较', report);
    if (pair === undefined || lacksUnit(measure, value, report)) return undefined;
    const { core } = pair[1];
    const constant = core.kind === 'constant' ? core.value : undefined;
    return { value: core, constant, closed, by, alike: marks.some(({ alike }) => alike === true), span };
  };

  const compared = (
    measure: Typed,
    operator: Comparison,
    end: End,
    span: Span,
    value: Checked | undefined = check(end.value),
  ): Test | undefined => {
    if (value === undefined) return undefined;
    if (measure.type.kind === 'truth') return truthTest(measure.core, span);
    const mark = markFor(end.marks, end.value);
    const suffixed = operator === '=' && end.suffix !== undefined;
    const toward = suffixed ? end.suffix : operator;
    const strict = toward === '<' || toward === '>';
    const firmness: Firmness = strict ? 'strict' : suffixed ? 'word' : 'sign';
    const bound = boundOf(measure, value, mark ?? !strict, mark === undefined ? firmness : 'mark', end);
    if (bound === undefined) return undefined;
    const range: RangeTest = { kind: 'range', measure, low: undefined, high: undefined, bare: false, span };
    switch (toward) {
      case '≥':
      case '>':
        return { ...range, low: bound };
      case '≤':
      case '<':
        return { ...range, high: bound };
      case '=':
        return { ...range, low: bound, high: bound };
      case '≠':
        return { kind: 'not', of: { ...range, low: bound, high: bound }, span };
    }
  };

  const between = (measure: Typed, low: End, high: End, span: Span): Test | undefined => {
    const [first, second] = [check(low.value), check(high.value)];
    if (first === undefined || second === undefined) return undefined;
    const [from, to] = shareUnit(first, second);
    const marks = [...low.marks, ...high.marks];
    const lowMark = markFor(low.marks, low.value) ?? namedMark(marks, low.value);
    const highMark = namedMark(marks, high.value) ?? markFor(high.marks, high.value);
    const [lowSaid, highSaid] = [
      lowMark ?? (highMark === false ? true : undefined),
      highMark ?? (lowMark === false ? true : undefined),
    ];
    const lowBound = boundOf(measure, from, lowSaid, lowSaid === undefined ? 'none' : 'mark', low);
    const highBound = boundOf(measure, to, highSaid, highSaid === undefined ? 'none' : 'mark', high);
    if (lowBound === undefined || highBound === undefined) return undefined;
    const turned =
      lowBound.constant !== undefined &&
      highBound.constant !== undefined &&
      order(lowBound.constant, highBound.constant) > 0;
    const [bottom, top] = turned ? [highBound, lowBound] : [lowBound, highBound];
    return { kind: 'range', measure, low: bottom, high: top, bare: false, span };
  };

  const valued = (measure: Typed, end: End, span: Span): Test | undefined => {
    const value = check(end.value);
    if (value === undefined) return undefined;
    const mark = markFor(end.marks, end.value);
    const bound = boundOf(
      measure,
      value,
      mark ?? true,
      mark !== undefined ? 'mark' : end.suffix === undefined ? 'sign' : 'word',
      end,
    );
    if (bound === undefined) return undefined;
    const range: RangeTest = { kind: 'range', measure, low: undefined, high: undefined, bare: false, span };
    if (end.suffix === '≥') return { ...range, low: bound };
    if (end.suffix === '>')
      return { ...range, low: mark === undefined ? { ...bound, closed: false, by: 'strict' } : bound };
    if (end.suffix === '≤') return { ...range, high: bound };
    return { ...range, low: bound, high: bound, bare: true };
  };

  return { compared, between, valued };
}

/** The ranges in a test. */
export function rangesOf(test: Test): readonly RangeTest[] {
  switch (test.kind) {
    case 'range':
      return [test];
    case 'not':
      return rangesOf(test.of);
    case 'all':
    case 'any':
      return test.of.flatMap(rangesOf);
    case 'truth':
    case 'level':
    case 'rest':
      return [];
  }
}

/** A test with its ranges changed. */
export function mapRanges(test: Test, change: (range: RangeTest) => Test): Test {
  switch (test.kind) {
    case 'range':
      return change(test);
    case 'not':
      return { ...test, of: mapRanges(test.of, change) };
    case 'all':
    case 'any':
      return { ...test, of: test.of.map((inner) => mapRanges(inner, change)) };
    case 'truth':
    case 'level':
    case 'rest':
      return test;
  }
}

/** A yes/no value as a test. */
export function truthTest(core: Core, span: Span): Test {
  return { kind: 'truth', core, phrase: false, about: undefined, span };
}

/** Tests joined; ranges of one measure that must all hold become one range. */
export function joined(kind: 'all' | 'any', tests: readonly (Test | undefined)[], span: Span): Test | undefined {
  const known = tests.filter((test) => test !== undefined);
  if (known.length < tests.length) return undefined;
  const [first] = known;
  if (first === undefined || known.length === 1) return first;
  if (kind === 'all') {
    const ranges = known.filter((test) => test.kind === 'range');
    const [range] = ranges;
    if (range !== undefined && ranges.length === known.length) {
      const same = ranges.every(({ measure }) => coreText(measure.core) === coreText(range.measure.core));
      const lows = ranges.flatMap(({ low }) => low ?? []);
      const highs = ranges.flatMap(({ high }) => high ?? []);
      if (same && lows.length <= 1 && highs.length <= 1)
        return { ...range, low: lows[0], high: highs[0], bare: false, span };
    }
  }
  return { kind, of: known, span };
}
function markFor(marks: readonly Mark[], value: Expression): boolean | undefined {
  return marks.find((mark) => mark.value === undefined || mark.value === BOTH_ENDS || names(mark, value))?.inclusive;
}

function namedMark(marks: readonly Mark[], value: Expression): boolean | undefined {
  return marks.find((mark) => mark.value === BOTH_ENDS || names(mark, value))?.inclusive;
}

/** Whether a mark such as （含95%） speaks of this value. */
function names({ value: text }: Mark, value: Expression): boolean {
  if (text === undefined || value.kind !== 'quantity') return false;
  const digits = /\d+(?:\.\d+)?/.exec(text)?.[0];
  const [named, own] = [digits === undefined ? undefined : figureValue(digits), figureValue(value.figure)];
  return named === undefined ? digits === undefined && text !== BOTH_ENDS : own !== undefined && equal(named, own);
}

/** 完成率≥90: a ratio is hardly ever meant to reach 90 times the whole. */
function lacksUnit(measure: Typed, end: Checked, report: Report): boolean {
  const share = measure.type.kind === 'number' && measure.type.dimension.length === 0 && measure.unit.name === '%';
  if (!share || !end.bare || end.core.kind !== 'constant' || order(end.core.value, ONE) <= 0) return false;
  const { span } = end.core;
  const fix = {
    title: { zh: '补上“%”', en: 'add %' },
    edits: [{ span: { start: span.end, end: span.end }, text: '%' }],
  };
  report(diagnose('missing-unit', span, { unit: '%' }, [fix]));
  return true;
}

/** 80≤覆盖率＜90%: the same for a chain of comparisons. */
export function sharedUnits(values: readonly (Checked | undefined)[]): readonly (Checked | undefined)[] {
  const [first, second] = values;
  return values.length === 2 && first !== undefined && second !== undefined ? shareUnit(first, second) : values;
}

/** 60—80%: the end without a unit takes the other's. */
function shareUnit(low: Checked, high: Checked): readonly [Checked, Checked] {
  if (low.bare === high.bare) return [low, high];
  const [bare, other] = low.bare ? [low, high] : [high, low];
  if (bare.core.kind !== 'constant' || other.type.kind !== 'number') return [low, high];
  const adopted: Checked = {
    ...other,
    core: { ...bare.core, value: toBase(bare.core.value, other.unit) },
    bare: false,
  };
  return low.bare ? [adopted, high] : [low, adopted];
}
