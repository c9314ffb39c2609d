/**
 * Conditions are given meaning: each becomes a test on a measure, with its ends still marked by how firmly the words decide
 * whether they belong to it. The measure is the one named, else the one the clause before spoke of, else the indicator's own.
 */
import type { Comparison, Condition, End, Expression, Mark } from './ast.ts';
import { type Checked, aligned, checkExpression, inputOf, typeName, unknownName } from './check.ts';
import { type Core, type Measure, type Typed, coreText } from './core.ts';
import type { Report } from './diagnostic.ts';
import { BOTH_ENDS } from './scanner.ts';
import { figureValue } from './literals.ts';
import { diagnose } from './messages.ts';
import { ONE, type Rational, ZERO, compare as order, equal } from './number.ts';
import { nearest } from './names.ts';
import { phraseReader, stemOf } from './phrases.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';
import { toBase } from './units.ts';

/** How it is known whether an end belongs to its range: a 含 mark, a sign or exact word (≥ 不低于), a strict word, 以上 and the like, or not at all. */
export type Firmness = 'mark' | 'sign' | 'strict' | 'word' | 'none';

/** An end of a range. `closed` is undefined while only the neighbours can tell. */
export interface Bound {
  readonly value: Core;
  readonly constant: Rational | undefined;
  readonly closed: boolean | undefined;
  readonly by: Firmness;
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
  /** any yes/no value; `phrase` when it is prose nobody declared */
  | { readonly kind: 'truth'; readonly core: Core; readonly phrase: boolean; readonly span: Span }
  | { readonly kind: 'level'; readonly core: Core; readonly span: Span }
  /** 否则, 超过的: what the bands before leave */
  | { readonly kind: 'rest'; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Test; readonly span: Span }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Test[]; readonly span: Span };

/** Gives meaning to conditions one after another, remembering the measure last spoken of. */
export interface Tester {
  readonly test: (condition: Condition) => Test | undefined;
  /** the measure a clause without a name speaks of */
  readonly current: () => Typed | undefined;
  readonly speakOf: (measure: Typed | undefined) => void;
}

/** A tester for one sentence. */
export function tester(scope: Scope, report: Report): Tester {
  let current = scope.own;
  const readPhrase = phraseReader(scope);
  const check = (expression: Expression): Checked | undefined => checkExpression(expression, scope, report);

  const subjectOf = (subject: Expression | undefined, span: Span, ends: readonly Expression[]): Typed | undefined => {
    if (subject?.kind === 'phrase' && current !== undefined && describes(subject.text, scope)) {
      report(diagnose('abbreviated-name', subject.span, { name: subject.text, meaning: measureName(current) }));
      return current;
    }
    if (subject !== undefined) {
      const found = check(subject);
      if (found !== undefined) current = found;
      return found;
    }
    const endNames = ends.flatMap((end) => (end.kind === 'name' ? [end.name] : []));
    const lone = scope.measures.find(({ name }) => !endNames.includes(name));
    const taken = current?.core.kind === 'input' && endNames.includes(current.core.measure.name);
    const found = taken && lone !== undefined ? inputOf(lone, span) : current;
    if (found === undefined) report(diagnose('unknown-measure', span));
    return found;
  };

  const boundOf = (
    measure: Typed,
    end: Checked,
    closed: boolean | undefined,
    by: Firmness,
    span: Span,
  ): Bound | undefined => {
    const pair = aligned({ ...measure, bare: false }, end, '比较', report);
    if (pair === undefined || lacksUnit(measure, end, report)) return undefined;
    const { core } = pair[1];
    return { value: core, constant: core.kind === 'constant' ? core.value : undefined, closed, by, span };
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
    const strict = operator === '<' || operator === '>';
    const toward = operator === '=' && end.suffix !== undefined ? end.suffix : operator;
    const firmness: Firmness = strict ? 'strict' : 'sign';
    const bound = boundOf(measure, value, mark ?? !strict, mark === undefined ? firmness : 'mark', end.span);
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
    const lowBound = boundOf(measure, from, lowSaid, lowSaid === undefined ? 'none' : 'mark', low.span);
    const highBound = boundOf(measure, to, highSaid, highSaid === undefined ? 'none' : 'mark', high.span);
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
      end.span,
    );
    if (bound === undefined) return undefined;
    const range: RangeTest = { kind: 'range', measure, low: undefined, high: undefined, bare: false, span };
    if (end.suffix === '≥') return { ...range, low: bound };
    if (end.suffix === '>')
      return { ...range, low: mark === undefined ? { ...bound, closed: false, by: 'strict' } : bound };
    if (end.suffix === '≤') return { ...range, high: bound };
    return { ...range, low: bound, high: bound, bare: true };
  };

  const test = (condition: Condition): Test | undefined => {
    const { span } = condition;
    switch (condition.kind) {
      case 'comparison': {
        const measure = subjectOf(
          condition.subject,
          span,
          condition.tests.map(({ end }) => end.value),
        );
        if (measure === undefined) return undefined;
        const values = sharedUnits(condition.tests.map(({ end }) => check(end.value)));
        const tests = condition.tests.map(({ operator, end }, index) =>
          compared(measure, operator, end, span, values[index]),
        );
        return joined('all', tests, span);
      }
      case 'between': {
        const measure = subjectOf(condition.subject, span, [condition.low.value, condition.high.value]);
        return measure && between(measure, condition.low, condition.high, span);
      }
      case 'within': {
        const measure = subjectOf(condition.subject, span, [condition.high.value]);
        if (measure === undefined) return undefined;
        const size: Typed = { ...measure, core: { kind: 'call', name: 'abs', arguments: [measure.core], span } };
        if (condition.low !== undefined) return between(size, condition.low, condition.high, span);
        if (condition.operator !== undefined) return compared(size, condition.operator, condition.high, span);
        return valued(
          size,
          condition.high.suffix === undefined ? { ...condition.high, suffix: '≤' } : condition.high,
          span,
        );
      }
      case 'value': {
        const measure = subjectOf(condition.subject, span, [condition.end.value]);
        return measure && valued(measure, condition.end, span);
      }
      case 'presence': {
        const subject = check(condition.subject);
        if (subject === undefined) return undefined;
        current = subject;
        if (subject.type.kind === 'truth')
          return truthTest(condition.present ? subject.core : { kind: 'not', of: subject.core, span }, span);
        const zero: Bound = {
          value: { kind: 'constant', value: ZERO, span },
          constant: ZERO,
          closed: !condition.present,
          by: condition.present ? 'strict' : 'sign',
          span,
        };
        return {
          kind: 'range',
          measure: subject,
          low: zero,
          high: condition.present ? undefined : zero,
          bare: false,
          span,
        };
      }
      case 'holds':
        return holds(condition.expression, span);
      case 'level': {
        if (scope.level === undefined) return undefined;
        return { kind: 'level', core: { kind: 'is', measure: scope.level, word: condition.word, span }, span };
      }
      case 'otherwise':
      case 'beyond':
        return { kind: 'rest', span };
      case 'not': {
        const of = test(condition.condition);
        return of && { kind: 'not', of, span };
      }
      case 'all':
      case 'any':
        return joined(condition.kind, condition.conditions.map(test), span);
    }
  };

  const holds = (expression: Expression, span: Span): Test | undefined => {
    if (expression.kind === 'phrase') {
      if (!scope.asks) {
        unknownName(expression.text, span, scope, report);
        return undefined;
      }
      const counted = countSpokenOf(expression.text, scope);
      if (counted !== undefined) return noneOf(counted, span);
      const core = readPhrase(expression.text, expression.span);
      if (BARE.test(expression.text) && core.kind === 'input' && scope.measure(expression.text) === undefined)
        report(diagnose('bare-words', span, { text: expression.text }));
      return { kind: 'truth', core, phrase: true, span };
    }
    const value = check(expression);
    if (value === undefined) return undefined;
    if (value.type.kind === 'truth') return truthTest(value.core, span);
    if (expression.kind === 'name') current = value;
    report(diagnose('type-mismatch', span, { expected: '条件', found: typeName(value) }));
    return undefined;
  };

  return { test, current: () => current, speakOf: (measure) => (current = measure ?? current) };
}

/** Words that only mean something beside others: what is asked of an assessor must say what it is about. */
const BARE =
  /^(?:共|共计|合计|总计|另|另外|并|再|各|各项|每|均|追加|分别|依次|是|否|有|没有|无|的|其|其他|其中|同时|累计|符合|不符合|满足|不满足|达到|发现|出现|发生|存在|权重|占比|要求|标准|部分|全部|情况|本项目|本指标|次|项|处|个|例|起|人|户|天|人次)$/;

/** Prose before a figure that resembles no declared name says in other words what the indicator measures. */
function describes(text: string, scope: Scope): boolean {
  return (
    scope.asks &&
    nearest(text, scope.names.all()) === undefined &&
    !scope.names.all().some((name) => name.includes(text) || text.includes(name))
  );
}

function measureName({ core }: Typed): string {
  return core.kind === 'input' ? core.measure.name : '';
}

/** 无差错 speaks of 差错数: the indicator's own count whose name goes on from the words. */
function countSpokenOf(text: string, scope: Scope): Measure | undefined {
  const { stem, negative } = stemOf(text);
  if (!negative) return undefined;
  return scope.measures.find(
    ({ name, type }) =>
      type.kind === 'number' &&
      name.includes(stem) &&
      /^(?:总|的)?(?:次|例|个|件|处|项|起|户|人|天)?数$/.test(name.slice(name.indexOf(stem) + stem.length)),
  );
}

function noneOf(measure: Measure, span: Span): RangeTest {
  const zero: Bound = {
    value: { kind: 'constant', value: ZERO, span },
    constant: ZERO,
    closed: true,
    by: 'sign',
    span,
  };
  return { kind: 'range', measure: inputOf(measure, span), low: zero, high: zero, bare: false, span };
}

function truthTest(core: Core, span: Span): Test {
  return { kind: 'truth', core, phrase: false, span };
}

/** Tests joined; ranges of one measure that must all hold become one range. */
function joined(kind: 'all' | 'any', tests: readonly (Test | undefined)[], span: Span): Test | undefined {
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
function sharedUnits(values: readonly (Checked | undefined)[]): readonly (Checked | undefined)[] {
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
