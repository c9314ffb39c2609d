/**
 * The fold: clauses become one tree of case, sum and part. Which awards exclude each other and which add up follows from their
 * conditions: bands of one measure and levels of one judgement exclude, independent conditions add, 满分 or 不得分 under a yes/no
 * condition beside a measured rule is a case of its own. Openings are given to `answers`, or listed with their first option taken.
 */
import type { Sentence, StepReading } from './ast.ts';
import type { AwardClause, Block, Clause } from './clauses.ts';
import { clausesOf } from './clause-reader.ts';
import type { StepClause } from './steps.ts';
import { type Core, coreText } from './core.ts';
import type { Diagnostic, Report } from './diagnostic.ts';
import { settleEnds } from './ends.ts';
import { type Group, asBands, groupsOf, isApart, isArm, withoutBasePhrases, zeroOtherwise } from './groups.ts';
import { withImpliedLevels } from './implied-levels.ts';
import { diagnose } from './messages.ts';
import { type Rational, ZERO } from './number.ts';
import { type Answers, openingsOf } from './openings.ts';
import { parseStandard } from './parser.ts';
import { partOf } from './part.ts';
import { isNothing } from './points.ts';
import type { EndReading, Scope } from './scope.ts';
import { withSeries } from './series.ts';
import { type Span, cover } from './source.ts';
import type { Beyond, Bound, Case, OpenChoice, Part, Standard, Sum } from './standard.ts';
import { coreOf } from './test-core.ts';
import type { Bound as RangeEnd, Test } from './tests.ts';
import { reportUnused } from './unused.ts';

/** A standard with one meaning, and the choices that were made for it. */
export interface Folded {
  /** undefined when the sentence has a fault; it is reported */
  readonly standard: Standard | undefined;
  readonly beyond: Beyond;
  readonly open: readonly OpenChoice[];
}

/** Reads a standard from its text. */
export function readStandard(text: string, scope: Scope, answers: Answers, report: Report): Folded {
  return fold(parseStandard(text, scope.names, report), text, scope, answers, report);
}

/** Gives a parsed sentence its meaning. */
export function fold(sentence: Sentence, text: string, scope: Scope, answers: Answers, tell: Report): Folded {
  const faults: Diagnostic[] = [];
  const report: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') faults.push(diagnostic);
    tell(diagnostic);
  };
  const openings = openingsOf(text, scope, answers, report);
  const read = withSeries(clausesOf(sentence, text, scope, report), scope.highest ?? scope.weight);
  const blocks = settled(read, text, openings.askEnd, report);
  const [own, others] = splitBeyond(blocks);
  const builder: Builder = { scope, text, askStep: openings.askStep, report };
  const silent = others.length > 0 && own.every(({ clauses }) => clauses.length === 0);
  const standard = silent
    ? fullMarks(sentence.span, ownCuts(scope))
    : own.some(({ listed }) => listed)
      ? listOf(own, sentence.span, builder)
      : groupOf(own[0]?.clauses ?? [], sentence.span, ownCuts(scope), builder);
  const beyond = beyondOf(others, sentence.span, builder);
  if (standard === undefined && sentence.chunks.every(({ kind }) => kind !== 'award' && kind !== 'step')) {
    report(diagnose('no-award', sentence.span));
  }
  if (standard !== undefined) reportUnused(read, [standard, beyond], text, scope, report);
  return { standard: faults.length > 0 ? undefined : standard, beyond, open: openings.open };
}

/** Clauses of the item itself, and those that speak of the total. */
function splitBeyond(blocks: readonly Block[]): readonly [own: readonly Block[], others: readonly Clause[]] {
  const leaves = (clause: Clause): boolean =>
    clause.kind === 'effect' || ((clause.kind === 'step' || clause.kind === 'award') && clause.scope === 'total');
  const own = blocks.map((block) => ({ ...block, clauses: block.clauses.filter((clause) => !leaves(clause)) }));
  return [own, blocks.flatMap(({ clauses }) => clauses.filter(leaves))];
}

/** A sentence that only speaks of the total leaves its own item whole. */
function fullMarks(span: Span, { floor, cap }: Cuts): Part {
  const bound = (value: Rational | undefined): Bound => ({
    value: value && { kind: 'constant', value, span },
    stated: true,
  });
  const award = { value: { kind: 'weight', span }, choice: undefined, span } as const;
  const fallback = { when: { kind: 'truth', value: true, span }, award, adjusted: false, span } as const;
  return {
    kind: 'part',
    bands: [],
    fallback,
    adjustments: [],
    limits: [],
    floor: bound(floor),
    cap: bound(cap),
    spills: false,
    span,
  };
}

function beyondOf(clauses: readonly Clause[], span: Span, builder: Builder): Beyond {
  const { scope, text, askStep, report } = builder;
  const effects = clauses.flatMap((clause) =>
    clause.kind === 'effect'
      ? [{ when: coreOf(clause.test, { kind: 'truth', value: true, span }), result: clause.result, span: clause.span }]
      : [],
  );
  const moves = clauses.filter((clause) => clause.kind !== 'effect');
  if (moves.length === 0) return { carried: undefined, effects };
  const awards = moves.filter((clause) => clause.kind === 'award');
  const input = { awards, clauses: moves, floor: undefined, cap: undefined, span: wholeOf(moves, span) };
  const part = partOf(input, scope, text, askStep, report);
  return { carried: part && startingFromZero(part), effects };
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
    clauses.flatMap((clause) => (isConditional(clause) && clause.test !== undefined ? [clause.test] : [])),
  );
  const done = new Map<Test, Test>();
  settleEnds(tests, text, ask, report).forEach((test, index) => {
    const before = tests[index];
    if (before !== undefined) done.set(before, test);
  });
  return blocks.map((block) => ({
    ...block,
    clauses: block.clauses.map((clause): Clause =>
      isConditional(clause) && clause.test !== undefined
        ? { ...clause, test: done.get(clause.test) ?? clause.test }
        : clause,
    ),
  }));
}

function isConditional(clause: Clause): clause is Extract<Clause, { kind: 'award' | 'effect' }> {
  return clause.kind === 'award' || clause.kind === 'effect';
}

/** A list: items with points of their own add up; what stands outside them counts items, or is a case over the whole. */
function listOf(blocks: readonly Block[], span: Span, builder: Builder): Standard | undefined {
  const [outside, ...items] = blocks;
  const awarded = items.filter(({ clauses }) => clauses.length > 0);
  const parts: Standard[] = [];
  for (const { clauses } of awarded) {
    const whole = cover(...clauses.map((clause) => clause.span));
    const part = groupOf(clauses, whole, { floor: ZERO, cap: undefined }, builder, true);
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
  const countsItems = rest.some((clause) => clause.kind === 'step' && clause.items !== undefined);
  if (countsItems && parts.length > 0) reportRestated(rest, awarded, builder);
  else if (counts && parts.length > 0) {
    const whole = wholeOf(rest, span);
    const awards = rest.some(({ kind }) => kind === 'award');
    const more = groupOf(rest, whole, { floor: awards ? ZERO : undefined, cap: undefined }, builder);
    if (more !== undefined) parts.push(awards || more.kind !== 'part' ? more : startingFromZero(more));
  } else if (counts) {
    const whole = groupOf(rest, span, ownCuts(builder.scope), builder);
    return whole && underArms(arms, whole, span, builder);
  }
  if (parts.length === 0) return undefined;
  return underArms(arms, sumOf(parts, common, span, builder.scope), span, builder);
}

function sumOf(parts: readonly Standard[], rules: readonly Clause[], span: Span, scope: Scope): Sum {
  const stated = rules.some(({ kind }) => kind === 'stop' || kind === 'limit');
  const combine = rules.some(({ kind }) => kind === 'highest') ? 'max' : 'sum';
  const bound = (value: Rational): Bound => ({ value: { kind: 'constant', value, span }, stated });
  return { kind: 'sum', combine, parts, floor: bound(ZERO), cap: bound(scope.highest ?? scope.weight), span };
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

/** ①…2分；②…2分。每少一项扣2分 says the items' points twice; another amount contradicts them. */
function reportRestated(clauses: readonly Clause[], items: readonly Block[], { report, text }: Builder): void {
  const slice = ({ start, end }: Span): string => text.slice(start, end);
  for (const clause of clauses) {
    if (clause.kind !== 'step' || clause.points.kind !== 'value') continue;
    const amount = coreText(clause.points.value);
    const other = items
      .flatMap((item) => item.clauses)
      .find((item) => item.kind === 'award' && item.points.kind === 'value' && coreText(item.points.value) !== amount);
    if (other !== undefined)
      report(diagnose('contradiction', clause.span, { text: slice(clause.span), other: slice(other.span) }));
  }
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
  return isNothing(arm?.points) ? 0 : 1;
}

/** Clauses that stand together: one part, a sum of independent ones, or a case over them. */
function groupOf(
  clauses: readonly Clause[],
  span: Span,
  cuts: Cuts,
  builder: Builder,
  addend = false,
): Standard | undefined {
  const awards = asBands(withImpliedLevels(withoutBasePhrases(clauses), builder.scope, builder.text));
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
    return partOf(input, builder.scope, builder.text, builder.askStep, builder.report);
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
    return only && underArms(arms, only, span, builder);
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
  return underArms(arms, sumOf(parts, rules, span, builder.scope), span, builder);
}

function wholeOf(clauses: readonly Clause[], otherwise: Span): Span {
  return clauses.length === 0 ? otherwise : cover(...clauses.map(({ span }) => span));
}

/** Deductions and bonuses beside other rules add to them; they have no base of their own. */
function startingFromZero(part: Part): Part {
  const { fallback } = part;
  if (fallback === undefined) return part;
  const zero: Core = { kind: 'constant', value: ZERO, span: fallback.award.span };
  return { ...part, fallback: { ...fallback, award: { ...fallback.award, value: zero } } };
}
