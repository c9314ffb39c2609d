/**
 * One part of a standard: bands over one judgement, with the adjustments that start from them, and where points are cut.
 */
import { adjustmentOf, faultOf } from '../clauses/adjustments.ts';
import { awardOf } from '../clauses/awards.ts';
import type { AwardClause, Clause } from '../conditions/clauses.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import type { Core } from '../expressions/core.ts';
import { givesNothing } from '../conditions/groups.ts';
import { boundsOf, limitsOf } from '../clauses/limits.ts';
import { faultLadder } from '../clauses/fault-ladder.ts';
import { type Draft, makeExclusive, stricterFirst, widenLoneValues } from '../conditions/ladders.ts';
import { diagnose } from '../text/messages.ts';
import { type Rational, ZERO } from '../numbers/number.ts';
import { narrowestFirst } from '../conditions/specific.ts';
import type { Span } from '../text/source.ts';
import type { Adjustment, Band, Part } from '../expressions/standard.ts';
import type { Test } from '../expressions/ranges.ts';
import type { StepClause } from '../conditions/steps.ts';
import { coreOf } from '../conditions/test-core.ts';

/** What a part is built from. */
export interface PartInput {
  readonly awards: readonly AwardClause[];
  readonly clauses: readonly Clause[];
  /** where the part's points are cut when the sentence is silent */
  readonly floor: Rational | undefined;
  readonly cap: Rational | undefined;
  readonly span: Span;
}

/** Builds a part; undefined after a fault, which is reported. */
export function partOf(input: PartInput, context: Context): Part | undefined {
  const steps = input.clauses.filter((clause) => clause.kind === 'step');
  const drafts: Draft[] = input.awards
    .filter(({ verb, test }) => verb === 'give' || test === undefined)
    .map((clause) => ({ clause, test: clause.test }));
  widenLoneValues(drafts, steps, context.scope.weight);
  stricterFirst(drafts);
  makeExclusive(drafts);
  narrowestFirst(drafts, context.scope.weight);
  const conditional = drafts.filter(({ test }) => test !== undefined);
  const always = drafts.findLast(({ test }) => test === undefined);
  // 每完成1个得2分 earns points from nothing, whatever band stands beside it.
  const earned = steps.length > 0 && steps.every(({ verb, counted }) => verb === 'give' && counted);
  const base = conditional.find(({ clause }) => clause.base) ?? (earned ? undefined : baseOf(conditional));

  const faults = input.awards.filter(({ verb, test }) => verb !== 'give' && test !== undefined);
  const adjustments: Adjustment[] = [];
  for (const clause of input.clauses) {
    if (clause.kind === 'step') {
      const adjustment = adjustmentOf(clause, base, [...input.awards, ...input.clauses], context);
      if (adjustment === undefined) return undefined;
      adjustments.push(adjustment);
    }
  }
  adjustments.push(...faultLadder(faults, context).flatMap((fault) => faultOf(fault, conditional, context.scope)));

  const bands: Band[] = [];
  const earlier: Core[] = [];
  for (const { clause, test } of conditional) {
    if (test === undefined) continue;
    const others = givesNothing(clause) ? earlier : [...earlier, ...laterThan(test, conditional)];
    const rest: Core = { kind: 'not', of: { kind: 'any', of: [...others], span: test.span }, span: test.span };
    const when = coreOf(test, rest);
    const award = awardOf(clause.points, test, base, conditional, context);
    if (award === undefined) return undefined;
    if (test.kind !== 'rest') earlier.push(when);
    bands.push({ when, award, adjusted: clause === base?.clause && adjustments.length > 0, span: test.span });
  }
  const fallback = fallbackOf(always?.clause, base, steps, faults, adjustments, context);
  const clauses = [...input.clauses, ...input.awards];
  const bounds = boundsOf(clauses, input, input.span, context.text);
  if (!bounds.floor.stated && bounds.floor.value !== undefined) reportEndless(adjustments, context);
  return {
    kind: 'part',
    bands,
    fallback,
    adjustments,
    limits: limitsOf(clauses, adjustments, context.text),
    ...bounds,
    spills: input.clauses.some((clause) => clause.kind === 'stop' && clause.at === 'spill'),
    span: input.span,
  };
}

/** 未达到的按比例得分，低于60%不得分: what is said behind 未达到的 of a part of it is an exception to what it gives. */
function laterThan(rest: Test, conditional: readonly Draft[]): readonly Core[] {
  const later = conditional.slice(conditional.findIndex(({ test }) => test === rest) + 1);
  return later.flatMap(({ test }) => (test?.kind === 'range' ? [coreOf(test, NEVER)] : []));
}

const NEVER: Core = { kind: 'truth', value: false, span: { start: 0, end: 0 } };

/** The band from which steps start: that of full marks, else the first that gives any. */
function baseOf(conditional: readonly Draft[]): Draft | undefined {
  return (
    conditional.find(({ clause }) => clause.points.kind === 'full') ??
    conditional.find(({ clause }) => !givesNothing(clause))
  );
}

function fallbackOf(
  always: AwardClause | undefined,
  base: Draft | undefined,
  steps: readonly StepClause[],
  faults: readonly AwardClause[],
  adjustments: readonly Adjustment[],
  context: Context,
): Band | undefined {
  const everywhere = (span: Span): Core => ({ kind: 'truth', value: true, span });
  if (always !== undefined) {
    const award = awardOf(always.points, { kind: 'rest', span: always.span }, base, [], context);
    return award && { when: everywhere(always.span), award, adjusted: true, span: always.span };
  }
  const [first] = adjustments;
  if (first === undefined) return undefined;
  const { span } = first;
  if (base !== undefined && steps.some(({ counted }) => !counted)) {
    const award = awardOf(base.clause.points, base.test ?? { kind: 'rest', span }, base, [], context);
    const regions = adjustments.map(({ measure, origin, direction }): Core => ({
      kind: 'compare',
      operator: direction === 'above' ? '>' : direction === 'below' ? '<' : '≠',
      left: measure,
      right: origin,
      span,
    }));
    return award && { when: { kind: 'any', of: regions, span }, award, adjusted: true, span };
  }
  if (base !== undefined) {
    const award = awardOf(base.clause.points, base.test ?? { kind: 'rest', span }, base, [], context);
    return award && { when: everywhere(span), award, adjusted: true, span };
  }
  const deducts = steps.some(({ verb }) => verb === 'deduct') || faults.some(({ verb }) => verb === 'deduct');
  const value: Core = deducts ? { kind: 'weight', span } : { kind: 'constant', value: ZERO, span };
  return { when: everywhere(span), award: { value, choice: undefined, span }, adjusted: true, span };
}

/** Deductions without a word that says where they stop. */
export function reportEndless(adjustments: readonly Adjustment[], context: Context): void {
  for (const { sign, span } of adjustments) {
    if (sign === 1) continue;
    const fix = {
      title: { zh: '补上“，扣完为止”', en: 'add ，扣完为止' },
      edits: [{ span: { start: span.end, end: span.end }, text: '，扣完为止' }],
    };
    context.report(diagnose('no-stop-word', span, { text: wordsAt(context, span) }, [fix]));
  }
}
