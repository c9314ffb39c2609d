/**
 * Clauses that stand together: one part, a sum of independent ones, or a case over them. Which awards exclude each other and which add
 * up follows from their conditions: bands of one measure and levels of one judgement exclude, independent conditions add, 满分 or 不得分
 * under a yes/no condition beside a measured rule is a case of its own.
 */
import type { AwardClause, Clause } from './clauses.ts';
import type { Context } from './context.ts';
import { type Core, coreText } from './core.ts';
import { type Group, asBands, groupsOf, isApart, isArm, withoutBasePhrases, zeroOtherwise } from './groups.ts';
import { withImpliedLevels } from './implied-levels.ts';
import { type Rational, ZERO } from './number.ts';
import { partOf } from './part.ts';
import { isNothing } from './points.ts';
import type { Scope } from './scope.ts';
import { type Span, cover } from './source.ts';
import type { Bound, Case, Part, Standard, Sum } from './standard.ts';
import type { StepClause } from './steps.ts';
import { coreOf } from './test-core.ts';

/** Where points are cut when the sentence is silent. */
export interface Cuts {
  readonly floor: Rational | undefined;
  readonly cap: Rational | undefined;
}

/** Where the points of a whole item are cut. */
export function ownCuts(scope: Scope): Cuts {
  return { floor: ZERO, cap: scope.highest ?? scope.weight };
}

/** Parts that add up, cut where the rules beside them say. */
export function sumOf(parts: readonly Standard[], rules: readonly Clause[], span: Span, scope: Scope): Sum {
  const stated = rules.some(({ kind }) => kind === 'stop' || kind === 'limit');
  const combine = rules.some(({ kind }) => kind === 'highest') ? 'max' : 'sum';
  const bound = (value: Rational): Bound => ({ value: { kind: 'constant', value, span }, stated });
  return { kind: 'sum', combine, parts, floor: bound(ZERO), cap: bound(scope.highest ?? scope.weight), span };
}

/** A standard below its cases: a veto speaks first. */
export function underArms(
  arms: readonly AwardClause[],
  inner: Standard,
  span: Span,
  context: Context,
): Standard | undefined {
  if (arms.length === 0) return inner;
  const built: Case['arms'][number][] = [];
  for (const arm of arms) {
    const part = partOf(
      {
        awards: [{ ...arm, test: undefined }],
        clauses: [],
        floor: ZERO,
        cap: context.scope.highest ?? context.scope.weight,
        span: arm.span,
      },
      context,
    );
    if (part === undefined || arm.test === undefined) return undefined;
    built.push({ when: coreOf(arm.test, { kind: 'truth', value: true, span }), then: part, span: arm.span });
  }
  const vetoFirst = (left: number, right: number): number => rank(arms[left]) - rank(arms[right]);
  const order = built.map((_, index) => index).sort(vetoFirst);
  return { kind: 'case', arms: order.flatMap((index) => built[index] ?? []), otherwise: inner, kinds: false, span };
}

function rank(arm: AwardClause | undefined): number {
  return isNothing(arm?.points) ? 0 : 1;
}

/** Clauses that stand together: one part, a sum of independent ones, or a case over them. */
export function groupOf(
  clauses: readonly Clause[],
  span: Span,
  cuts: Cuts,
  context: Context,
  addend = false,
): Standard | undefined {
  const awards = asBands(withImpliedLevels(withoutBasePhrases(clauses), context.scope, context.text));
  const faults = awards.filter(({ verb }) => verb !== 'give');
  const groups = groupsOf(awards.filter(({ verb }) => verb === 'give'));
  const rules = clauses.filter((clause) => clause.kind !== 'award');
  const steps = rules.filter((clause) => clause.kind === 'step');

  const truths = groups.filter(({ keys }) => keys.size > 0 && [...keys].every((key) => key.startsWith('?')));
  const otherRules = truths.length < groups.length || steps.length + faults.length > 0;
  const armGroups = otherRules ? truths.filter((group) => group.awards.every(isArm)) : [];
  const arms = armGroups.flatMap((group) => group.awards);
  const rest = groups.filter((group) => !armGroups.includes(group));

  const part = (members: readonly AwardClause[], own: readonly Clause[], partCuts: Cuts): Part | undefined => {
    const input = { awards: members, clauses: own, ...partCuts, span: wholeOf([...members, ...own], span) };
    return partOf(input, context);
  };
  const exclusive = !otherRules && truths.length > 1 && awards.some(({ whole }) => whole);
  const merged = exclusive ? rest.flatMap((group) => group.awards) : (rest[0]?.awards ?? []);
  const tied = (step: StepClause, group: Group): boolean =>
    (isApart(group) && step.counted) ||
    group.keys.has(coreText(step.measure.core)) ||
    group.keys.has(`(abs ${coreText(step.measure.core)})`);
  const independent = steps.filter((step) => !rest.some((group) => tied(step, group)));
  const always = merged.every(({ test }) => test === undefined);
  const single = (rest.length <= 1 || exclusive) && (always || independent.length + faults.length === 0);
  if (single) {
    const members = addend && steps.length === 0 ? zeroOtherwise(merged, span) : merged;
    const only = part([...members, ...faults], rules, cuts);
    return only && underArms(arms, only, span, context);
  }
  const parts: Part[] = [];
  for (const group of rest) {
    const own = rules.filter((clause) => clause.kind !== 'limit' && (clause.kind !== 'step' || tied(clause, group)));
    const walks = own.some(({ kind }) => kind === 'step');
    const built = part(walks ? group.awards : zeroOtherwise(group.awards, span), own, { floor: ZERO, cap: undefined });
    if (built === undefined) return undefined;
    parts.push(built);
  }
  if (independent.length + faults.length > 0) {
    const own = rules.filter((clause) => clause.kind !== 'step' || independent.includes(clause));
    const built = part(faults, own, { floor: undefined, cap: undefined });
    if (built === undefined) return undefined;
    parts.push(startingFromZero(built));
  }
  return underArms(arms, sumOf(parts, rules, span, context.scope), span, context);
}

/** The place of clauses together. */
export function wholeOf(clauses: readonly Clause[], otherwise: Span): Span {
  return clauses.length === 0 ? otherwise : cover(...clauses.map(({ span }) => span));
}

/** Deductions and bonuses beside other rules add to them; they have no base of their own. */
export function startingFromZero(part: Part): Part {
  const { fallback } = part;
  if (fallback === undefined) return part;
  const zero: Core = { kind: 'constant', value: ZERO, span: fallback.award.span };
  return { ...part, fallback: { ...fallback, award: { ...fallback.award, value: zero } } };
}
