/**
 * Conditions are given meaning: each becomes a test on a measure. The measure is the one named, else the one the clause before spoke of, else the indicator's own.
 */
import type { Condition, End, Expression } from '../text/ast.ts';
import { checkExpression, inputOf, unknownName } from '../expressions/check.ts';
import { type Checked, typeName } from '../expressions/checked.ts';
import { type Measure, type Typed, absoluteOf } from '../expressions/core.ts';
import { completionIn, inSharesOf, isCompletionRate } from './completion.ts';
import { presenceIn } from './count-words.ts';
import type { Report } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import { ZERO } from '../numbers/number.ts';
import { nearest } from '../words/names.ts';
import { computesPoints } from '../words/points-talk.ts';
import { isPlace, rankOf } from '../expressions/peers.ts';
import { type Prose, proseReader } from '../expressions/phrases.ts';
import { namesUnits, together } from './selectors.ts';
import {
  type Bound,
  type RangeTest,
  type Test,
  joined,
  rangeReader,
  sharedUnits,
  truthTest,
} from '../expressions/ranges.ts';
import {
  type Relation,
  against,
  differenceOf,
  earlierOf,
  isDifference,
  isEarlier,
  movesOf,
  relationOf,
} from './relations.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, nameKey } from '../text/source.ts';
import { sameDimension } from '../numbers/units.ts';

/** Gives meaning to conditions one after another, remembering the measure last spoken of. */
export interface Tester {
  readonly test: (condition: Condition) => Test | undefined;
  /** the measure a clause without a name speaks of */
  readonly current: () => Typed | undefined;
  readonly speakOf: (measure: Typed | undefined) => void;
}

/** What is known of a sentence before it is read: its prose, and which of it names units of one kind and another (城区学校达到90%，乡镇学校达到80%). */
export interface Foreknown {
  readonly prose: readonly Prose[];
  readonly units: ReadonlySet<string>;
}

/** A tester for one sentence. */
export function tester(scope: Scope, report: Report, text: string, known?: Foreknown): Tester {
  let current = scope.own;
  let last: Relation | undefined;
  /** the words that stood for the measure */
  let described: string | undefined;
  const silent: Report = () => undefined;
  const reader = proseReader(scope, known?.prose ?? []);
  const check = (expression: Expression): Checked | undefined => checkExpression(expression, scope, report);
  const { compared, between, valued } = rangeReader(check, report);

  const subjectOf = (subject: Expression | undefined, span: Span, ends: readonly Expression[]): Typed | undefined => {
    if (subject?.kind === 'phrase' && current !== undefined && describes(subject.text, scope)) {
      if (described !== undefined && !described.includes(subject.text) && !subject.text.includes(described))
        return check(subject);
      described = subject.text;
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
    const found = taken && lone !== undefined ? inputOf(lone, span) : (figured(ends, span) ?? current);
    if (found === undefined) report(diagnose('unknown-measure', span));
    return found;
  };

  /**
   * 东部地区90%以上: after a kind of unit a figure speaks of the one number that can have its unit; and so does 完成计划里程 where the rate of
   * completion is what the indicator measures.
   */
  const figured = (ends: readonly Expression[], span: Span): Typed | undefined => {
    const types = ends.map((end) => checkExpression(end, scope, () => undefined)?.type);
    const fits = ({ type }: Pick<Measure, 'type'>): boolean =>
      type.kind === 'number' &&
      types.every((end) => end?.kind === 'number' && sameDimension(end.dimension, type.dimension));
    const named = ends.flatMap((end) => (end.kind === 'name' ? [end.name] : []));
    const rate = current !== undefined && named.length === ends.length && !fits(current) && isCompletionRate(current);
    if (current?.type.kind !== 'level' && current?.type.kind !== 'truth' && !rate) return undefined;
    const [found, ...others] = scope.measures.filter((measure) => fits(measure) && !named.includes(measure.name));
    return found === undefined || others.length > 0 ? undefined : inputOf(found, span);
  };

  /** Prose that is asked of the assessor, and what turns out to be no more than that. */
  const asked = (span: Span): Test | undefined => {
    const words = text.slice(span.start, span.end);
    return holds({ kind: 'phrase', text: words, span }, span);
  };

  /** 高于上年: the measure of that time; undefined where there is none. */
  const atItsTime = (end: End, measure: Typed): End | undefined => {
    const { value } = end;
    const words = value.kind === 'binary' ? value.left : value;
    if (words.kind !== 'phrase' || !isEarlier(words.text)) return end;
    const earlier = earlierOf(measure, words.text, scope);
    if (earlier === undefined) return undefined;
    const name = { kind: 'name', name: earlier.name, span: words.span } as const;
    return { ...end, value: value.kind === 'binary' ? { ...value, left: name } : name };
  };

  const change = (condition: Extract<Condition, { kind: 'change' }>): Test | undefined => {
    const { span, reference, by } = condition;
    const before = current !== undefined && isDifference(current) ? current.relation.subject : current;
    const subject = condition.subject?.kind === 'name' ? check(condition.subject) : before;
    const named = reference === undefined ? undefined : check(reference);
    const relation = subject && relationOf(condition, subject, named, last, scope);
    if (subject === undefined || relation === undefined) {
      if (by === undefined) return asked(span);
      report(diagnose('unknown-change', span, { text: text.slice(span.start, span.end), name: nameOf(subject) }));
      return undefined;
    }
    [last, current] = [relation, subject];
    const operator = movesOf(condition.operator, relation);
    if (by === undefined) return against(relation, operator, span, report);
    const relative = subject.type.kind === 'number' && subject.type.dimension.length > 0 && isShare(by, scope);
    current = differenceOf(relation, operator === '<', relative, span);
    return test(by);
  };

  /** 完成率第1—3名: a measure that is held against places is judged by its own place. */
  const placed = (
    measure: Typed,
    subject: Expression | undefined,
    ends: readonly (Checked | undefined)[],
    span: Span,
  ): Typed => {
    const named = subject === undefined || subject.kind === 'name';
    const rank =
      named && ends.every((end) => end !== undefined && isPlace(end.type)) ? rankOf(measure, scope) : undefined;
    if (rank === undefined) return measure;
    report(diagnose('read-as-rank', span, { name: measureName(measure) }));
    current = inputOf(rank, span);
    return current;
  };

  const test = (written: Condition): Test | undefined => {
    const { span } = written;
    const condition = inSharesOf(written, current, last, text);
    const kind = current === undefined ? undefined : kindIn(condition, known);
    if (kind !== undefined) {
      const { core } = reader.read(kind.subject.text, kind.subject.span);
      const of = test(kind.rest);
      return (
        of &&
        together([{ kind: 'truth', core, phrase: true, heading: true, about: undefined, span: kind.subject.span }, of])
      );
    }
    switch (condition.kind) {
      case 'comparison': {
        const measure = subjectOf(
          condition.subject,
          span,
          condition.tests.map(({ end }) => end.value),
        );
        if (measure === undefined) return undefined;
        const ends = condition.tests.map(({ end }) => atItsTime(end, measure));
        if (!ends.every((end) => end !== undefined)) return asked(span);
        const values = sharedUnits(ends.map(({ value }) => check(value)));
        const judged = placed(measure, condition.subject, values, span);
        const tests = condition.tests.map(({ operator }, index) => {
          const [end, value] = [ends[index], values[index]];
          if (value?.core.kind === 'input') last = { subject: measure, reference: value, itself: false };
          return end && compared(judged, operator, end, span, value);
        });
        return joined('all', tests, span);
      }
      case 'between': {
        const measure = subjectOf(condition.subject, span, [condition.low.value, condition.high.value]);
        if (measure === undefined) return undefined;
        const ends = [condition.low, condition.high].map(({ value }) => checkExpression(value, scope, silent));
        return between(placed(measure, condition.subject, ends, span), condition.low, condition.high, span);
      }
      case 'within': {
        const measure = subjectOf(condition.subject, span, [condition.high.value]);
        if (measure === undefined) return undefined;
        const size = absoluteOf(measure);
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
        if (measure === undefined) return undefined;
        const ends = [checkExpression(condition.end.value, scope, silent)];
        return valued(placed(measure, condition.subject, ends, span), condition.end, span);
      }
      case 'change':
        return change(condition);
      case 'defined': {
        const { text, by } = condition;
        const named = measureIn(text, scope);
        if (named !== undefined) current = inputOf(named, span);
        return test(by);
      }
      case 'presence': {
        const subject = check(condition.subject);
        if (subject === undefined) return undefined;
        current = subject;
        if (subject.type.kind === 'truth')
          return truthTest(condition.present ? subject.core : { kind: 'not', of: subject.core, span }, span);
        return presenceOf(subject, condition.present, span);
      }
      case 'holds':
        return holds(condition.expression, span);
      case 'level': {
        if (scope.level === undefined) return undefined;
        return { kind: 'level', core: { kind: 'is', measure: scope.level, word: condition.word, span }, span };
      }
      case 'otherwise':
        return { kind: 'rest', span };
      case 'beyond': {
        const words = text.slice(span.start, span.end);
        const none = /^(?:未|没有)(?:发生|出现|发现)$/.test(words) ? presenceIn(words, scope, current) : undefined;
        return none === undefined ? { kind: 'rest', span } : presenceOf(inputOf(none.measure, span), false, span);
      }
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
      if (FORMULA.test(expression.text)) {
        report(diagnose('award-not-understood', span, { text: expression.text }));
        return undefined;
      }
      const before = text
        .slice(0, span.start)
        .split(/[；;。\n]/)
        .slice(-2)
        .join('；');
      const counted = presenceIn(expression.text, scope, current, before);
      const done = completionIn(expression.text, scope, span);
      if (done !== undefined) return done;
      if (counted !== undefined) return presenceOf(inputOf(counted.measure, span), counted.present, span);
      if (computesPoints(expression.text) && scope.measure(expression.text) === undefined) {
        report(diagnose('award-not-understood', span, { text: expression.text }));
        return undefined;
      }
      const said = reader.read(expression.text, expression.span);
      const own = said.core.kind === 'input' && said.core.measure.name === expression.text;
      if (own && BARE.test(expression.text) && scope.measure(expression.text) === undefined)
        report(diagnose('bare-words', span, { text: expression.text }));
      return { kind: 'truth', ...said, phrase: true, span };
    }
    const value = check(expression);
    if (value === undefined) return undefined;
    if (value.type.kind === 'truth')
      return { kind: 'truth', core: value.core, phrase: false, about: reader.about(expression.span.start), span };
    if (expression.kind === 'name') current = value;
    report(diagnose('type-mismatch', span, { expected: '条件', found: typeName(value) }));
    return undefined;
  };

  return { test, current: () => current, speakOf: (measure) => (current = measure ?? current) };
}

/** Words that compute points are nothing to ask an assessor. */
const FORMULA = /[×÷*/＊／].*\d\s*分|\d\s*分.*[×÷*/＊／]/;

/** Words that only mean something beside others: what is asked of an assessor must say what it is about. */
const BARE =
  /^(?:共|共计|合计|总计|另|另外|并|再|各|各项|每|均|追加|分别|依次|是|否|有|没有|无|的|其|其他|其中|同时|累计|符合|不符合|满足|不满足|达到|发现|出现|发生|存在|权重|占比|要求|标准|部分|全部|情况|本项目|本指标|次|项|处|个|例|起|人|户|天|人次)$/;

/** 城区学校达到90%: prose before a figure that names units says whose rule it is. */
function kindIn(
  condition: Condition,
  known: Foreknown | undefined,
): { readonly subject: Extract<Expression, { kind: 'phrase' }>; readonly rest: Condition } | undefined {
  if (known === undefined || known.units.size < 2 || !('subject' in condition)) return undefined;
  if (condition.kind === 'presence') return undefined;
  const { subject } = condition;
  if (subject?.kind !== 'phrase' || !known.units.has(subject.text)) return undefined;
  return { subject, rest: { ...condition, subject: undefined } };
}

/** The prose before figures in these conditions that names units. */
export function unitsIn(conditions: readonly Condition[], scope: Scope): ReadonlySet<string> {
  const subjects = conditions.flatMap((condition) => ('subject' in condition ? (condition.subject ?? []) : []));
  const phrases = subjects.flatMap((subject) => (subject.kind === 'phrase' ? [subject.text] : []));
  return new Set(phrases.filter((text) => namesUnits(text) && describes(text, scope)));
}

/** Whether what a condition compares with is a share: 5%以上. */
function isShare(condition: Condition, scope: Scope): boolean {
  const ends =
    condition.kind === 'comparison'
      ? condition.tests.map(({ end }) => end)
      : 'end' in condition
        ? [condition.end]
        : 'high' in condition
          ? [condition.high]
          : [];
  const values = ends.map(({ value }) => checkExpression(value, scope, () => undefined));
  return values.some((value) => value?.type.kind === 'number' && value.type.dimension.length === 0 && !value.bare);
}

/** Prose before a figure that resembles no declared name says in other words what the indicator measures. */
function describes(text: string, scope: Scope): boolean {
  return (
    scope.asks &&
    !(SEVERAL.test(text) && scope.measures.length > 1) &&
    nearest(text, scope.names.all()) === undefined &&
    !scope.names.all().some((name) => name.includes(text) || text.includes(name))
  );
}

/** 均达到90%, 其中一项低于60%: said of several, of which nobody can tell here which they are. */
const SEVERAL = /(?:均|都|皆|全部|[一二两三四五]项(?:指标)?)$/;

/** The measure words speak of: 就业率 in 就业率达标. */
function measureIn(text: string, scope: Scope): Measure | undefined {
  const plain = nameKey(text);
  const found = scope.names.all().filter((name) => plain.includes(nameKey(name)));
  const [longest] = found.toSorted((left, right) => right.length - left.length);
  const measure = longest === undefined ? undefined : scope.measure(longest);
  return measure?.type.kind === 'number' || measure?.type.kind === 'date' ? measure : undefined;
}

function measureName({ core }: Typed): string {
  return core.kind === 'input' ? core.measure.name : '';
}

function nameOf(typed: Typed | undefined): string {
  return typed === undefined ? '' : measureName(typed);
}

/** Some of a number, or none of it. */
function presenceOf(measure: Typed, present: boolean, span: Span): RangeTest {
  const zero: Bound = {
    value: { kind: 'constant', value: ZERO, span },
    constant: ZERO,
    closed: !present,
    by: present ? 'strict' : 'sign',
    alike: false,
    span,
  };
  // 未增收: a rate may be below zero, too.
  const below = !present && measure.type.kind === 'number' && measure.type.dimension.length === 0;
  return { kind: 'range', measure, low: below ? undefined : zero, high: present ? undefined : zero, bare: false, span };
}
