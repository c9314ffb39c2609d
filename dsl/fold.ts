/**
 * The fold: clauses become one tree of case, sum and part. Which awards exclude each other and which add up follows from their
 * conditions: bands of one measure and levels of one judgement exclude, independent conditions add, 满分 or 不得分 under a yes/no
 * condition beside a measured rule is a case of its own. Openings are given to `answers`, or listed with their first option taken.
 */
import type { Sentence, StepReading } from './ast.ts';
import { type AwardClause, type Block, type Clause, clausesOf } from './clauses.ts';
import type { StepClause } from './steps.ts';
import { coreText } from './core.ts';
import type { Report } from './diagnostic.ts';
import { settleEnds } from './ends.ts';
import { groupsOf, isArm, withoutBasePhrases, zeroOtherwise } from './groups.ts';
import { diagnose } from './messages.ts';
import { type Rational, ZERO, equal } from './number.ts';
import { type Answers, openingsOf } from './openings.ts';
import { parseStandard } from './parser.ts';
import { partOf } from './part.ts';
import type { EndReading, Scope } from './scope.ts';
import { withSeries } from './series.ts';
import { type Span, cover } from './source.ts';
import type { Bound, Case, OpenChoice, Part, Standard, Sum } from './standard.ts';
import { coreOf } from './test-core.ts';
import type { Bound as RangeEnd, Test } from './tests.ts';

/** A standard with one meaning, and the choices that were made for it. */
export interface Folded {
  /** undefined when the sentence has a fault; it is reported */
  readonly standard: Standard | undefined;
  readonly open: readonly OpenChoice[];
}

/** Reads a standard from its text. */
export function readStandard(text: string, scope: Scope, answers: Answers, report: Report): Folded {
  return fold(parseStandard(text, scope.names, report), text, scope, answers, report);
}

/** Gives a parsed sentence its meaning. */
export function fold(sentence: Sentence, text: string, scope: Scope, answers: Answers, report: Report): Folded {
  const openings = openingsOf(text, scope, answers, report);
  const blocks = withSeries(settled(clausesOf(sentence, text, scope, report), text, openings.askEnd, report));
  const builder: Builder = { scope, text, askStep: openings.askStep, report };
  const standard = blocks.some(({ listed }) => listed)
    ? listOf(blocks, sentence.span, builder)
    : groupOf(blocks[0]?.clauses ?? [], sentence.span, ownCuts(scope), builder);
  if (standard === undefined && sentence.chunks.every(({ kind }) => kind !== 'award' && kind !== 'step')) {
    report(diagnose('no-award', sentence.span));
  }
  return { standard, open: openings.open };
}

interface Builder {
  readonly scope: Scope;
  readonly text: string;
  readonly askStep: (step: StepClause) => StepReading;
  readonly report: Report;
}

interface Cuts {
  readonly floor: Rational | undefined;
  readonly cap: Rational | undefined;
}

function ownCuts(scope: Scope): Cuts {
  return { floor: ZERO, cap: scope.highest ?? scope.weight };
}

/** All range ends of the sentence settled together, since neighbours decide. */
function settled(
  blocks: readonly Block[],
  text: string,
  ask: (bound: RangeEnd) => EndReading,
  report: Report,
): readonly Block[] {
  const tests = blocks.flatMap(({ clauses }) =>
    clauses.flatMap((clause) => (clause.kind === 'award' && clause.test !== undefined ? [clause.test] : [])),
  );
  const done = new Map<Test, Test>();
  settleEnds(tests, text, ask, report).forEach((test, index) => {
    const before = tests[index];
    if (before !== undefined) done.set(before, test);
  });
  return blocks.map((block) => ({
    ...block,
    clauses: block.clauses.map((clause): Clause =>
      clause.kind === 'award' && clause.test !== undefined
        ? { ...clause, test: done.get(clause.test) ?? clause.test }
        : clause,
    ),
  }));
}

/** A list: items with points of their own add up; what stands outside them counts items, or is a case over the whole. */
function listOf(blocks: readonly Block[], span: Span, builder: Builder): Standard | undefined {
  const [outside, ...items] = blocks;
  const awarded = items.filter(({ clauses }) => clauses.length > 0);
  const parts: Standard[] = [];
  for (const { clauses } of awarded) {
    const whole = cover(...clauses.map((clause) => clause.span));
    const part = groupOf(clauses, whole, { floor: ZERO, cap: undefined }, builder);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const common = outside?.clauses ?? [];
  const arms = common.filter((clause): clause is AwardClause => clause.kind === 'award' && isArm(clause));
  const rest = withoutRepeats(
    common.filter((clause) => !arms.some((arm) => arm === clause)),
    builder,
  );
  const counts = rest.some(({ kind }) => kind === 'award' || kind === 'step');
  if (counts && parts.length > 0 && rest.every((clause) => clause.kind !== 'step' || clause.items === undefined)) {
    const more = groupOf(
      rest,
      cover(...rest.map((clause) => clause.span)),
      { floor: undefined, cap: undefined },
      builder,
    );
    if (more !== undefined) parts.push(more);
  } else if (counts && parts.length === 0) {
    const whole = groupOf(rest, span, ownCuts(builder.scope), builder);
    return whole && underArms(arms, whole, span, builder);
  }
  if (parts.length === 0) return undefined;
  const stated = common.some((clause) => clause.kind === 'stop' || clause.kind === 'limit');
  return underArms(arms, sumOf(parts, stated, span, builder.scope), span, builder);
}

function sumOf(parts: readonly Standard[], stated: boolean, span: Span, scope: Scope): Sum {
  const bound = (value: Rational): Bound => ({ value: { kind: 'constant', value, span }, stated });
  return { kind: 'sum', parts, floor: bound(ZERO), cap: bound(scope.highest ?? scope.weight), span };
}

/** 每项1分，每少一项扣1分 is one effect stated twice; with different amounts it contradicts itself. */
function withoutRepeats(clauses: readonly Clause[], { report, text }: Builder): readonly Clause[] {
  const steps = clauses.filter((clause): clause is StepClause => clause.kind === 'step' && clause.items !== undefined);
  const met = steps.find(({ items }) => items === 'met');
  const unmet = steps.find(({ items }) => items === 'unmet');
  if (met === undefined || unmet === undefined) return clauses;
  const amount = (step: StepClause): string =>
    step.points.kind === 'value' ? coreText(step.points.value) : step.points.kind;
  if (amount(met) !== amount(unmet)) {
    report(
      diagnose('contradiction', unmet.span, {
        text: text.slice(unmet.span.start, unmet.span.end),
        other: text.slice(met.span.start, met.span.end),
      }),
    );
  }
  return clauses.filter((clause) => clause !== unmet);
}

function underArms(arms: readonly AwardClause[], inner: Standard, span: Span, builder: Builder): Standard | undefined {
  if (arms.length === 0) return inner;
  const built: Case['arms'][number][] = [];
  for (const arm of arms) {
    const part = partOf(
      {
        awards: [{ ...arm, test: undefined }],
        clauses: [],
        floor: ZERO,
        cap: builder.scope.highest ?? builder.scope.weight,
        span: arm.span,
      },
      builder.scope,
      builder.text,
      builder.askStep,
      builder.report,
    );
    if (part === undefined || arm.test === undefined) return undefined;
    built.push({ when: coreOf(arm.test, { kind: 'truth', value: true, span }), then: part, span: arm.span });
  }
  const vetoFirst = (left: number, right: number): number => rank(arms[left]) - rank(arms[right]);
  const order = built.map((_, index) => index).sort(vetoFirst);
  return { kind: 'case', arms: order.flatMap((index) => built[index] ?? []), otherwise: inner, span };
}

function rank(arm: AwardClause | undefined): number {
  return arm?.points.kind === 'value' && arm.points.value.kind === 'constant' && equal(arm.points.value.value, ZERO)
    ? 0
    : 1;
}

/** Clauses that stand together: one part, a sum of independent ones, or a case over them. */
function groupOf(clauses: readonly Clause[], span: Span, cuts: Cuts, builder: Builder): Standard | undefined {
  const steps = clauses.filter((clause) => clause.kind === 'step');
  const awards = withoutBasePhrases(clauses);
  const groups = groupsOf(awards);
  const measured = groups.filter(({ keys }) => keys.size === 0 || [...keys].some((key) => !key.startsWith('?')));
  const truths = groups.filter((group) => !measured.includes(group));
  const otherRules = measured.length > 0 || steps.length > 0;
  const armGroups = otherRules ? truths.filter((group) => group.awards.every(isArm)) : [];
  const arms = armGroups.flatMap((group) => group.awards);
  const rest = groups.filter((group) => !armGroups.includes(group));
  const rules = clauses.filter(({ kind }) => kind !== 'award');

  const build = (members: readonly AwardClause[], own: readonly Clause[], partCuts: Cuts): Part | undefined => {
    const whole = cover(...[...members, ...own].map((clause) => clause.span));
    const withZero = otherRules || groups.length > 1 ? zeroOtherwise(members, whole) : members;
    return partOf(
      { awards: withZero, clauses: own, ...partCuts, span: whole },
      builder.scope,
      builder.text,
      builder.askStep,
      builder.report,
    );
  };
  const exclusive = !otherRules && truths.length > 1 && truths.some((group) => group.awards.some(({ whole }) => whole));
  if (rest.length <= 1 || exclusive) {
    const part = partOf(
      { awards: rest.flatMap((group) => group.awards), clauses: rules, ...cuts, span },
      builder.scope,
      builder.text,
      builder.askStep,
      builder.report,
    );
    return part && underArms(arms, part, span, builder);
  }
  const parts: Part[] = [];
  const taken = new Set<Clause>();
  for (const group of rest) {
    const own = rules.filter((clause) => clause.kind !== 'step' || group.keys.has(coreText(clause.measure.core)));
    own.forEach((clause) => taken.add(clause));
    const part = build(group.awards, own, { floor: ZERO, cap: undefined });
    if (part === undefined) return undefined;
    parts.push(part);
  }
  const left = rules.filter((clause) => clause.kind === 'step' && !taken.has(clause));
  if (left.length > 0) {
    const part = build([], left, { floor: undefined, cap: undefined });
    if (part === undefined) return undefined;
    parts.push({
      ...part,
      fallback: part.fallback && {
        ...part.fallback,
        award: { ...part.fallback.award, value: { kind: 'constant', value: ZERO, span } },
      },
    });
  }
  return underArms(
    arms,
    sumOf(
      parts,
      rules.some(({ kind }) => kind === 'stop'),
      span,
      builder.scope,
    ),
    span,
    builder,
  );
}
