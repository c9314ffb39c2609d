/**
 * The items of a list being read: ①…；②…. What is said of them together becomes a condition on how many are met, or a step over them; what is
 * said of each, or of some by their marks, goes to the items themselves.
 */
import type { Verb } from '../text/ast.ts';
import { inputOf } from '../expressions/check.ts';
import type { AwardClause, Clause } from '../conditions/clauses.ts';
import { type Context, lose, wordsAt } from '../conditions/context.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { type ItemTalk, metOf } from './item-talk.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, type Rational, add, equal, multiply, rational } from '../numbers/number.ts';
import { type Points, isNothing } from '../expressions/points.ts';
import type { Bound, Test } from '../expressions/ranges.ts';
import { constantOf } from '../regions/highest.ts';
import { walkedText } from '../conditions/groups.ts';
import { together } from '../conditions/selectors.ts';
import { type Span, cover } from '../text/source.ts';
import type { StepClause } from '../conditions/steps.ts';
import { settledCores } from '../conditions/test-core.ts';
import { unitNamed } from '../numbers/units.ts';

/** An item: its condition where it has no award of its own, and what its own words say of points. */
export interface Item {
  readonly number: number;
  test: Test | undefined;
  readonly clauses: Clause[];
}

/** An award said of the items by a phrase. */
export interface Said {
  readonly talk: ItemTalk;
  readonly verb: Verb;
  readonly points: Points;
  /** 满分, 不得分 */
  readonly whole: boolean;
  readonly scope: AwardClause['scope'];
  /** nothing else is said of how many are met */
  readonly alone: boolean;
  /** of the phrase */
  readonly at: Span;
  readonly span: Span;
}

/** The conditions of items, in their order; undefined when one has none. */
export function coresOfItems(items: readonly Item[], context: Context): readonly Core[] | undefined {
  const tests = items.map(testOf);
  if (!tests.every((test) => test !== undefined)) return undefined;
  return tests.flatMap((test) => settledCores([test], context.text, context.report));
}

function testOf({ test, clauses }: Item): Test | undefined {
  if (test !== undefined) return test;
  const awards = clauses.flatMap((clause) => (clause.kind === 'award' && clause.verb === 'give' ? [clause] : []));
  const [first] = awards;
  return first?.test?.kind === 'rest' ? undefined : first?.test;
}

/** A list as far as it is read: its items, and the clauses beside them. */
export interface ReadList {
  readonly items: readonly Item[];
  readonly outside: Clause[];
}

/** Puts an award said of items where it belongs; `test` is any other condition before it. Faults are reported. */
export function placeSaid(said: Said, test: Test | undefined, { items, outside }: ReadList, context: Context): void {
  const { talk, at, span } = said;
  const { which } = talk;
  const listed = items.filter(({ number }) => which.length === 0 || which.includes(number));
  const cores =
    items.length > 0 ? coresOfItems(listed, context) : context.scope.items.map((item) => inputOf(item, at).core);
  if (cores === undefined || cores.length === 0 || (which.length > 0 && listed.length < which.length)) {
    lose(context, span);
    return;
  }
  const single = talk.who === 'each' || which.length === 1;
  if (which.length > 0 && single && said.verb === 'give' && talk.met && test === undefined) {
    giveToItems(said, listed, context);
    return;
  }
  const step = outside.find((clause): clause is StepClause => clause.kind === 'step' && clause.items === 'met');
  const worth = { step, own: worthOf(items, context.scope.weight), weight: context.scope.weight };
  for (const clause of clausesSaid(said, cores, worth, context)) {
    if (test !== undefined && clause.kind === 'award' && clause.test !== undefined)
      outside.push({ ...clause, test: together([test, clause.test]) });
    else {
      if (test !== undefined) lose(context, test.span);
      outside.push(clause);
    }
  }
}

/** What an award said of all items, or of some of them, comes to: clauses beside the items. Faults are reported. */
function clausesSaid(
  said: Said,
  cores: readonly Core[],
  worth: Worth,
  context: Context,
): readonly (AwardClause | StepClause)[] {
  const { talk, verb, points, span } = said;
  const once = talk.who === 'count' && talk.count.kind === 'exactly' && talk.count.number === 1;
  const fills = talk.met && said.alone && fillsWeight(points, cores.length, worth.weight);
  if (talk.who === 'each' || (once && (verb !== 'give' || fills))) return eachClauses(said, cores, context);
  if (talk.who === 'plain') return plainClauses(said, cores, worth, context);
  if (verb !== 'give') {
    if (talk.count.kind !== 'exactly') return [{ ...awardUnder(countTest(said, cores), said), verb }];
    lose(context, span);
    return [];
  }
  const restated = worth.own !== undefined && !isNothing(points);
  if (restated && talk.count.kind === 'all' && talk.which.length === 0 && comesTo(said, worth.own, worth)) return [];
  if (restated && talk.which.length === 0) {
    lose(context, span);
    return [];
  }
  return [awardUnder(countTest(said, cores), said)];
}

/** What the items are worth: each by a step over them, together by awards of their own, and the whole of the section. */
interface Worth {
  readonly step: StepClause | undefined;
  readonly own: Rational | undefined;
  readonly weight: Rational;
}

/** 每项2分 and 不符合不得分 beside it say one thing; another amount contradicts it. */
function eachClauses(said: Said, cores: readonly Core[], context: Context): readonly StepClause[] {
  const { talk, points, verb } = said;
  if (isNothing(points) && !talk.met) return [];
  if (verb === 'give' && !talk.met) {
    lose(context, said.span);
    return [];
  }
  return [stepOver(said, cores)];
}

/** 符合得1分: of each item where that comes to the weight, of all of them where the points are the weight. */
function plainClauses(
  said: Said,
  cores: readonly Core[],
  worth: Worth,
  context: Context,
): readonly (AwardClause | StepClause)[] {
  const { talk, points, verb, whole } = said;
  const told = worth.step !== undefined || worth.own !== undefined;
  if (isNothing(points) && !talk.met && told) return [];
  const amount = constantIn(points, worth.weight);
  const each = fillsWeight(points, cores.length, worth.weight);
  const same =
    amount !== undefined &&
    worth.step?.points.kind === 'value' &&
    sameAs(amount, constantIn(worth.step.points, worth.weight));
  if (verb === 'give' && talk.met && (same || (each && !told))) return same ? [] : [stepOver(said, cores)];
  if (verb === 'deduct' && !talk.met && (each || same)) return [stepOver(said, cores)];
  const all = whole || (amount !== undefined && equal(amount, worth.weight));
  if (verb === 'give' && all && !told) return [awardUnder(countTest(said, cores), said)];
  lose(context, said.span);
  return [];
}

/** 有一项符合得2分 of three items and 6 points: so much for each of them. */
function fillsWeight(points: Points, items: number, weight: Rational): boolean {
  const amount = constantIn(points, weight);
  return amount !== undefined && equal(multiply(amount, rational(items)), weight);
}

function stepOver({ talk, points, verb, at, span, scope }: Said, cores: readonly Core[]): StepClause {
  const core: Core = { kind: 'count', of: cores, value: talk.met, span: at };
  return {
    kind: 'step',
    measure: { core, ...ITEMS },
    direction: 'above',
    fresh: true,
    counted: true,
    items: verb === 'deduct' ? 'unmet' : 'met',
    width: ONE,
    verb,
    points,
    from: undefined,
    segment: undefined,
    otherwise: false,
    before: undefined,
    change: false,
    scope,
    head: at,
    span,
  };
}

function awardUnder(test: Test, { points, whole, scope, span }: Said): AwardClause {
  return { kind: 'award', verb: 'give', test, points, base: false, scope, apart: false, whole, span };
}

const ITEM_UNIT = unitNamed('项') ?? { name: '项', dimension: [['项', 1]], factor: ONE };

/** Items are counted in 项. */
export const ITEMS = { type: { kind: 'number', dimension: ITEM_UNIT.dimension }, unit: ITEM_UNIT } as const;

/** How many items are met; a bare 有一项不符合 that gives nothing means one or more. */
function countTest({ talk, points, at: span }: Said, cores: readonly Core[]): Test {
  const total = cores.length;
  const any = isNothing(points) && !talk.met && talk.count.kind === 'exactly';
  const { low, high } = metOf(any ? { ...talk, count: { ...talk.count, kind: 'least' } } : talk, total);
  const word = talk.count.kind === 'most';
  const bound = (number: number, by: Bound['by']): Bound => {
    const value = rational(number);
    return { value: { kind: 'constant', value, span }, constant: value, closed: true, by, alike: false, span };
  };
  const measure = { core: { kind: 'count', of: cores, value: true, span }, ...ITEMS } as const;
  const [from, to] = [bound(low, word && !talk.met ? 'word' : 'sign'), bound(high, word && talk.met ? 'word' : 'sign')];
  if (low === high) return { kind: 'range', measure, low: from, high: from, bare: talk.count.kind === 'exactly', span };
  return {
    kind: 'range',
    measure,
    low: low === 0 ? undefined : from,
    high: high === total ? undefined : to,
    bare: false,
    span,
  };
}

/** Awards said of items by their marks belong to the items. */
function giveToItems(said: Said, items: readonly Item[], context: Context): void {
  for (const item of items) {
    const test = testOf(item);
    if (test === undefined) lose(context, said.span);
    else item.clauses.push({ ...awardUnder(test, said), span: cover(said.at, said.span) });
  }
}

/** What items with awards of their own come to together; undefined when they have none, or none that is a number. */
function worthOf(items: readonly Item[], weight: Rational): Rational | undefined {
  let sum: Rational | undefined;
  for (const { clauses } of items) {
    const awards = clauses.flatMap((clause) => (clause.kind === 'award' && clause.verb === 'give' ? [clause] : []));
    const best = awards.flatMap(({ points }) => constantIn(points, weight) ?? []);
    const [first] = best;
    if (first !== undefined) sum = sum === undefined ? first : add(sum, first);
  }
  return sum;
}

function comesTo({ points, whole }: Said, sum: Rational | undefined, { weight }: Worth): boolean {
  const amount = whole ? weight : constantIn(points, weight);
  return amount !== undefined && sameAs(amount, sum);
}

function sameAs(left: Rational, right: Rational | undefined): boolean {
  return right !== undefined && equal(left, right);
}

/** The number of points, a share of the weight among them. */
function constantIn(points: Points, weight: Rational): Rational | undefined {
  return points.kind === 'value' ? constantOf(points.value, weight) : undefined;
}

/**
 * Two steps over the same items that say one thing are one, be it of those met or of those that are not: 每项1分，每少一项扣1分. With other points they
 * contradict each other.
 */
export function withoutRestated(clauses: readonly Clause[], context: Context): readonly Clause[] {
  const kept: Clause[] = [];
  for (const clause of clauses) {
    const at = kept.findIndex((one) => one.kind === 'step' && clause.kind === 'step' && walkTheSame(one, clause));
    const other = kept[at];
    if (other?.kind !== 'step' || clause.kind !== 'step') {
      kept.push(clause);
      continue;
    }
    if (other.items === 'unmet' && clause.items === 'met') kept[at] = clause;
    if (samePoints(other.points, clause.points, context.scope.weight)) continue;
    const data = { text: wordsAt(context, clause.span), other: wordsAt(context, other.span) };
    context.report(diagnose('contradiction', clause.span, data));
  }
  return kept;
}

/** Whether two steps count the same items, one way or the other; what is added beside what is given does not repeat it. */
function walkTheSame(one: StepClause, other: StepClause): boolean {
  if (one.items === undefined || other.items === undefined || one.verb === 'add' || other.verb === 'add') return false;
  return walkedText(one) === walkedText(other);
}

function samePoints(left: Points, right: Points, weight: Rational): boolean {
  if (left.kind !== 'value' || right.kind !== 'value') return left.kind === right.kind;
  const [one, other] = [constantIn(left, weight), constantIn(right, weight)];
  return one === undefined || other === undefined ? coreText(left.value) === coreText(right.value) : equal(one, other);
}
