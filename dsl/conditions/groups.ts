/** Which awards judge the same thing: bands of one measure, levels of one judgement, each yes/no condition by itself. */
import type { AwardClause, Clause } from './clauses.ts';
import { type Core, coreText, measuresOf } from '../expressions/core.ts';
import { ZERO } from '../numbers/number.ts';
import { isNothing } from '../expressions/points.ts';
import type { Span } from '../text/source.ts';
import type { StepClause } from './steps.ts';
import { isDeniedBeside } from './denied-states.ts';
import type { Test } from '../expressions/ranges.ts';
import { coreOf } from './test-core.ts';

/** 满分, 不得分 under a yes/no condition: speaks of the whole item, not of a part of it. */
export function isArm({ test, whole, scope, verb }: AwardClause): boolean {
  return (
    verb === 'give' &&
    test !== undefined &&
    (whole || scope === 'item') &&
    measuresIn(test).length === 0 &&
    test.kind !== 'rest' &&
    test.kind !== 'level'
  );
}

/** The count of met items that a step over items walks, or the measure of any other step, by canonical text. */
export function walkedText({ measure: { core } }: StepClause): string {
  return coreText(core.kind === 'count' ? { ...core, value: true } : core);
}

/** Whether an award judges how many items of a list are met, and nothing else. */
export function countsItems({ test }: AwardClause): boolean {
  return test?.kind === 'range' && test.measure.core.kind === 'count';
}

/** The measures a test compares, by canonical text. */
export function measuresIn(test: Test): readonly string[] {
  switch (test.kind) {
    case 'range':
      return [coreText(test.measure.core)];
    case 'not':
      return measuresIn(test.of);
    case 'all':
    case 'any':
      return test.of.flatMap(measuresIn);
    case 'truth':
    case 'level':
    case 'rest':
      return [];
  }
}

export interface Group {
  readonly keys: Set<string>;
  readonly awards: AwardClause[];
}

/** A condition that adds points beside others, and says nothing of its failing, gives 0 then. */
export function zeroOtherwise(members: readonly AwardClause[], span: Span): readonly AwardClause[] {
  const tests = members.flatMap(({ test }) => test ?? []);
  const plain =
    members.length > 0 &&
    tests.length === members.length &&
    tests.every(({ kind }) => kind !== 'rest' && kind !== 'level');
  const measured = tests.some((test) => measuresIn(test).length > 0);
  if (!plain || (measured && members.length > 1)) return members;
  const value: Core = { kind: 'constant', value: ZERO, span };
  const points = { kind: 'value', value, span } as const;
  return [
    ...members,
    {
      kind: 'award',
      verb: 'give',
      test: { kind: 'rest', span },
      points,
      base: false,
      scope: undefined,
      whole: true,
      apart: false,
      span,
    },
  ];
}

/**
 * 无乱堆的计满分 before counted deductions names the base and asks for nothing of its own, when it is the one phrase they can speak of. Beside
 * bands over a measure it is a rule apart, with the deductions that follow it.
 */
export function withoutBasePhrases(clauses: readonly Clause[], text: string): readonly AwardClause[] {
  const awards = clauses.filter((clause) => clause.kind === 'award');
  const judged = awards.flatMap(({ verb, test }) => (verb === 'give' && test !== undefined ? measuresIn(test) : []));
  const bases = clauses.flatMap((clause, index) => {
    if (clause.kind !== 'award' || clause.verb !== 'give') return [];
    const next = clauses[index + 1];
    const counted =
      next?.kind === 'step' &&
      next.verb === 'deduct' &&
      (isOnlyPhrase(clause, next, awards, text) || countsFailures(next, clause.test));
    const walked = next?.kind === 'step' ? coreText(next.measure.core) : undefined;
    if (isDeniedBeside(clause, clauses, text)) return [{ clause, apart: false }];
    if (!counted && !clauses.some((other) => isFaultOf(other, clause.test))) return [];
    const others = awards.some(
      (other) => other !== clause && other.verb === 'give' && isProse(other.test) && !givesNothing(other),
    );
    return [{ clause, apart: others || judged.some((key) => key !== walked) }];
  });
  return awards.map((award) => {
    const base = bases.find(({ clause }) => clause === award);
    return base === undefined ? award : { ...award, test: undefined, apart: base.apart };
  });
}

/** 甲、乙均≤100%的得满分；有一项超过100%的扣2分: whether a step counts the conditions of which not one fails. */
function countsFailures({ measure: { core } }: StepClause, test: Test | undefined): boolean {
  if (core.kind !== 'count' || test?.kind !== 'all' || core.of.length !== test.of.length) return false;
  const nothing: Core = { kind: 'truth', value: false, span: test.span };
  return test.of.every((one, index) => {
    const [held, failed] = [coreOf(one, nothing), core.of[index]];
    return failed !== undefined && denialText(held) === coreText(failed);
  });
}

/** What it is for a comparison not to hold, by canonical text. */
function denialText(core: Core): string | undefined {
  if (core.kind !== 'compare') return undefined;
  const turned = { '<': '≥', '≤': '>', '=': '≠', '≠': '=', '≥': '<', '>': '≤' } as const;
  return coreText({ ...core, operator: turned[core.operator] });
}

/** Whether prose gives points that only it can be the base of: no other does in the sentence, or in the stretch it shares with the step. */
function isOnlyPhrase(clause: AwardClause, step: Clause, awards: readonly AwardClause[], text: string): boolean {
  const phrases = awards.filter((award) => award.verb === 'give' && isProse(award.test) && !givesNothing(award));
  if (!phrases.includes(clause)) return false;
  const beside = (other: Clause): boolean => {
    const [start, end] = [Math.min(clause.span.end, other.span.end), Math.max(clause.span.start, other.span.start)];
    return !/[；;。\n]/.test(text.slice(start, end));
  };
  return phrases.length === 1 || (beside(step) && phrases.every((other) => other === clause || !beside(other)));
}

/** Whether an award is of no points: 不得分. */
export function givesNothing({ points }: AwardClause): boolean {
  return isNothing(points);
}

/** Whether a group is a rule apart, to which the counted deductions behind it belong. */
export function isApart({ awards }: Group): boolean {
  return awards.some(({ apart }) => apart);
}

/** Awards by what they judge. */
export function groupsOf(awards: readonly AwardClause[]): readonly Group[] {
  const groups: Group[] = [];
  for (const award of awards) {
    if (award.test?.kind === 'rest' && groups.length === 0) continue;
    const keys = award.apart ? [`#${String(award.span.start)}`] : keysOf(award.test);
    const last = groups[groups.length - 1];
    const joins =
      award.test?.kind === 'rest'
        ? last
        : groups.find(
            (group) =>
              keys.some((key) => group.keys.has(key)) ||
              (keys.length === 0 &&
                group.awards.every(({ test }) => measuresIn(test ?? { kind: 'rest', span: award.span }).length > 0)) ||
              (group.keys.size === 0 && !keys.some((key) => key.startsWith('?'))),
          );
    if (joins === undefined) groups.push({ keys: new Set(keys), awards: [award] });
    else {
      keys.forEach((key) => joins.keys.add(key));
      joins.awards.push(award);
    }
  }
  return groups;
}

/** What a condition judges: measures by name, all levels as one, each yes/no value (`?…`) by itself. */
function keysOf(test: Test | undefined): readonly string[] {
  if (test === undefined) return [];
  const measures = measuresIn(test);
  if (measures.length > 0) return measures;
  switch (test.kind) {
    case 'truth':
      return truthKeys(test);
    case 'level':
      return ['level'];
    case 'not':
      return keysOf(test.of);
    case 'all':
    case 'any':
      return test.of.flatMap(keysOf);
    case 'range':
    case 'rest':
      return [];
  }
}

/** Each yes/no input is judged by itself, but for the states of one thing. */
function truthKeys({ core, about }: Extract<Test, { kind: 'truth' }>): readonly string[] {
  const inputs = measuresOf(core).map(({ key }) => `?[${key}]`);
  return about === undefined ? inputs : [`?${about}`, ...inputs];
}

/** Whether a condition is nothing but phrases nobody declared. */
function isProse(test: Test | undefined): boolean {
  if (test?.kind === 'all') return test.of.every(isProse);
  return test?.kind === 'truth' && test.phrase;
}

/** 按要求完成得5分；未按要求完成的，扣3分: the deduction says what its failing costs. */
function isFaultOf(clause: Clause, base: Test | undefined): boolean {
  if (clause.kind !== 'award' || clause.verb !== 'deduct' || base?.kind !== 'truth' || clause.test?.kind !== 'truth')
    return false;
  const { core } = clause.test;
  return core.kind === 'not' && coreText(core.of) === coreText(base.core);
}
