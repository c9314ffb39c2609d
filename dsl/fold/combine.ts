/**
 * Clauses that stand together: one part, a sum of independent ones, or a case over them. Which awards exclude each other and which add
 * up follows from their conditions: bands of one measure and levels of one judgement exclude, independent conditions add, 满分 or 不得分
 * under a yes/no condition beside a measured rule is a case of its own.
 */
import type { AwardClause, Clause } from '../conditions/clauses.ts';
import { type Context, lose, wordsAt } from '../conditions/context.ts';
import { asBands } from '../clauses/bands.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { excludeEachOther, gives, isTruths, merged, withClosers, withSharedRest } from '../conditions/evidence.ts';
import {
  type Group,
  givesNothing,
  groupsOf,
  isApart,
  isArm,
  measuresIn,
  withoutBasePhrases,
  zeroOtherwise,
  countsItems,
  walkedText,
} from '../conditions/groups.ts';
import { withImpliedLevels } from '../conditions/implied-levels.ts';
import { boundsOf, targetsOf } from '../clauses/limits.ts';
import { type Rational, ZERO } from '../numbers/number.ts';
import { diagnose } from '../text/messages.ts';
import { partOf } from './part.ts';
import { isNothing } from '../expressions/points.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, cover } from '../text/source.ts';
import type { Case, Part, Standard, Sum } from '../expressions/standard.ts';
import type { StepClause } from '../conditions/steps.ts';
import { coreOf } from '../conditions/test-core.ts';

/** Where points are cut when the sentence is silent. */
export interface Cuts {
  readonly floor: Rational | undefined;
  readonly cap: Rational | undefined;
  /** what the clauses come to together, where no cap says so */
  readonly budget?: Rational | undefined;
}

/** Where the points of a whole item are cut. */
export function ownCuts(scope: Scope): Cuts {
  return { floor: ZERO, cap: scope.highest ?? scope.weight };
}

/** Parts that add up, cut where the rules beside them say. */
export function sumOf(parts: readonly Standard[], rules: readonly Clause[], span: Span, { scope, text }: Context): Sum {
  const combine = rules.some(({ kind }) => kind === 'highest') ? 'max' : 'sum';
  const bounds = boundsOf(rules, ownCuts(scope), span, text);
  return { kind: 'sum', combine, parts, ...bounds, span };
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

/** 甲、乙均达到90%的得6分；有一项低于80%的扣2分: points for one range of the measures, and deductions counted over another, do not say what is left between. */
function partsFrom({ measure: { core }, items }: StepClause, { verb, test }: AwardClause): boolean {
  if (core.kind !== 'count' || items !== undefined || verb !== 'give' || test?.kind !== 'all') return false;
  const counted = core.of.flatMap((one) => (one.kind === 'compare' ? [coreText(one.left)] : []));
  return measuresIn(test).some((key) => counted.includes(key));
}

/** Clauses that stand together: one part, a sum of independent ones, or a case over them. */
export function groupOf(
  clauses: readonly Clause[],
  span: Span,
  cuts: Cuts,
  context: Context,
  addend = false,
): Standard | undefined {
  const read = asBands(
    withImpliedLevels(withoutBasePhrases(clauses, context.text), context.scope, context.text),
    context.text,
  );
  const rules = clauses.filter((clause) => clause.kind !== 'award');
  const gains = rules.some(({ kind }) => kind === 'highest') ? read.filter(isGain) : [];
  if (gains.length > 1) return withBestOf(gains, clauses, span, cuts, context);
  const steps = rules.filter((clause) => clause.kind === 'step');
  const [vetoes, awards] = withoutVetoes(read, steps, context);
  const faults = awards.filter(({ verb }) => verb !== 'give');
  for (const step of steps) if (awards.some((award) => partsFrom(step, award))) lose(context, step.span);
  const separate = groupsOf(awards.filter(({ verb }) => verb === 'give'));
  const exclusive = excludeEachOther(separate, [...rules, ...faults], cuts.budget ?? cuts.cap);
  const { groups, otherwise } = exclusive
    ? { groups: merged(separate), otherwise: [] }
    : withSharedRest(withClosers(separate, context.text), context.text);

  const truths = groups.filter(isTruths);
  const otherRules =
    truths.length < groups.length || steps.length + faults.length > 0 || truths.filter(gives).length > 1;
  const armGroups = otherRules ? truths.filter((group) => group.awards.every(isArm)) : [];
  const excluding = excludingGroups(groups, armGroups, steps, faults.length > 0, context);
  const arms = [...[...armGroups, ...excluding].flatMap((group) => group.awards), ...vetoes, ...otherwise];
  const rest = groups.filter((group) => !armGroups.includes(group) && !excluding.includes(group));

  const part = (members: readonly AwardClause[], own: readonly Clause[], partCuts: Cuts): Part | undefined => {
    const input = { awards: members, clauses: own, ...partCuts, span: wholeOf([...members, ...own], span) };
    return partOf(input, context);
  };
  const first = rest[0]?.awards ?? [];
  const opens = (group: Group, step: StepClause): boolean =>
    group.awards.some(({ span: own }) => own === awards.findLast((award) => award.span.end <= step.span.start)?.span);
  const tied = (step: StepClause, group: Group): boolean =>
    (isApart(group) && step.counted && opens(group, step)) ||
    group.keys.has(walkedText(step)) ||
    group.keys.has(`(abs ${coreText(step.measure.core)})`);
  const independent = steps.filter((step) => !rest.some((group) => tied(step, group)));
  const always = first.every(({ test }) => test === undefined);
  if (rest.length <= 1 && (always || independent.length + faults.length === 0)) {
    const lone = first.length === 1 && first.every(countsItems);
    const alone = steps.length === 0 && (addend || lone || (rest.every(isTruths) && !first.some(givesNothing)));
    const only = part([...(alone ? zeroOtherwise(first, span) : first), ...faults], rules, cuts);
    return only && underArms(arms, only, span, context);
  }
  const ownRules = (isOwn: (step: StepClause) => boolean, moves: readonly AwardClause[]): readonly Clause[] =>
    rules.filter((clause) => {
      if (clause.kind === 'step') return isOwn(clause);
      if (clause.kind !== 'limit') return true;
      const targets = targetsOf(clause, [...rules, ...faults], context.text);
      return (
        targets.length > 0 &&
        targets.every((target) => (target.kind === 'step' ? isOwn(target) : moves.includes(target)))
      );
    });
  const parts: Part[] = [];
  for (const group of rest) {
    const own = ownRules((clause) => tied(clause, group), []);
    const walks = own.some(({ kind }) => kind === 'step');
    const built = part(walks ? group.awards : zeroOtherwise(group.awards, span), own, { floor: ZERO, cap: undefined });
    if (built === undefined) return undefined;
    parts.push(built);
  }
  if (independent.length + faults.length > 0) {
    const own = ownRules((clause) => independent.includes(clause), faults);
    const built = part(faults, own, { floor: undefined, cap: undefined });
    if (built === undefined) return undefined;
    parts.push(startingFromZero(built));
  }
  return underArms(arms, sumOf(parts, [...rules, ...faults], span, context), span, context);
}

/**
 * 完成率低于60%的不得分 beside a rule over something else: to add nothing would say nothing, so it takes what the rule gives, where there is one such rule
 * or the words name the whole item; beside several it is reported.
 */
function excludingGroups(
  groups: readonly Group[],
  arms: readonly Group[],
  steps: readonly StepClause[],
  faults: boolean,
  context: Context,
): readonly Group[] {
  const walked = steps.map(walkedText);
  const nothing = groups.filter(
    ({ awards, keys }) =>
      awards.every((award) => givesNothing(award) && judgesRange(award)) && !walked.some((key) => keys.has(key)),
  );
  const others = groups.filter((group) => !nothing.includes(group) && !arms.includes(group)).length;
  const rules = others + (faults || (others === 0 && steps.length > 0) ? 1 : 0);
  if (rules === 0) return [];
  return nothing.filter(({ awards }) => {
    if (rules === 1 || awards.every((award) => isOfTheItem(award, context))) return true;
    awards.forEach(({ span }) => context.report(diagnose('zero-of-what', span, { text: wordsAt(context, span) })));
    return false;
  });
}

function judgesRange(award: AwardClause): boolean {
  return award.test !== undefined && measuresIn(award.test).length > 0 && !countsItems(award);
}

function isOfTheItem({ scope, points }: AwardClause, context: Context): boolean {
  return scope === 'item' || OF_THE_ITEM.test(wordsAt(context, points.span));
}

/** 省级表彰加2分: under what happens or does not. */
function isGain({ verb, test }: AwardClause): boolean {
  return verb === 'add' && test?.kind === 'truth';
}

/** 国家级加3分，省级加2分，按最高级别加分: only the most that is added counts, beside whatever else is said. */
function withBestOf(
  gains: readonly AwardClause[],
  clauses: readonly Clause[],
  span: Span,
  cuts: Cuts,
  context: Context,
): Standard | undefined {
  const parts: Standard[] = [];
  for (const gain of gains) {
    const awards = zeroOtherwise([{ ...gain, verb: 'give' }], gain.span);
    const part = partOf({ awards, clauses: [], floor: ZERO, cap: undefined, span: gain.span }, context);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const others = clauses.filter(
    (clause) => clause.kind !== 'highest' && !gains.some((gain) => gain.span.start === clause.span.start),
  );
  if (!others.some(({ kind }) => kind === 'award' || kind === 'step')) return sumOf(parts, clauses, span, context);
  const best: Sum = {
    kind: 'sum',
    combine: 'max',
    parts,
    floor: { value: undefined, stated: true },
    cap: { value: undefined, stated: true },
    span: wholeOf(gains, span),
  };
  const rest = groupOf(others, wholeOf(others, span), cuts, context);
  return rest && sumOf([rest, best], others, span, context);
}

const OF_THE_ITEM = /本|该|此|一票|取消|全部/;

/** 弄虚作假的，本项不得分 takes the whole item, whatever else is judged; 否则 behind it is what always stands. */
function withoutVetoes(
  awards: readonly AwardClause[],
  steps: readonly StepClause[],
  context: Context,
): readonly [vetoes: readonly AwardClause[], others: readonly AwardClause[]] {
  const vetoes = awards.filter(
    (award) =>
      (isArm(award) && givesNothing(award) && isOfTheItem(award, context)) || isBesideBase(award, awards, steps),
  );
  const others = awards.filter((award) => !vetoes.includes(award));
  if (others.length === 0 && steps.length === 0) return [[], awards];
  const [first, ...more] = others;
  const free = vetoes.length > 0 && first?.verb === 'give' && first.test?.kind === 'rest';
  return [vetoes, free ? [{ ...first, test: undefined }, ...more] : others];
}

/** 无差错得3分，每处扣0.5分；退回2次及以上的不得分: nothing under a measure of its own takes what a base and its deductions give. */
function isBesideBase(award: AwardClause, awards: readonly AwardClause[], steps: readonly StepClause[]): boolean {
  if (award.verb !== 'give' || !givesNothing(award) || !judgesRange(award)) return false;
  const others = awards.filter((other) => other.verb === 'give' && !givesNothing(other));
  const walked = steps.map(walkedText);
  const own = award.test === undefined ? [] : measuresIn(award.test);
  return others.length > 0
    ? others.every(({ test }) => test === undefined)
    : steps.length > 0 && !own.some((key) => walked.includes(key));
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
