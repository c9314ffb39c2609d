/**
 * Named faults over one measure. 低于90%扣1分，低于80%扣3分: of the ranges one can be in, the strictest counts alone; what is deducted 再 or 另 comes on top. A
 * hole between them, where nothing would be deducted, is reported.
 */
import type { AwardClause } from '../conditions/clauses.ts';
import { conditionText } from '../regions/condition-text.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { EMPTY, type IntervalSet, complement, intersect, interval, union } from '../numbers/interval.ts';
import { type Draft, makeExclusive, spareNothing } from '../conditions/ladders.ts';
import { diagnose } from '../text/messages.ts';
import { regionOf, subjectOf, within } from '../regions/regions.ts';
import { coreOf } from '../conditions/test-core.ts';
import { cover } from '../text/source.ts';

/** The faults with ranges that exclude each other. */
export function faultLadder(faults: readonly AwardClause[], context: Context): readonly AwardClause[] {
  const drafts = faults.map((clause): Draft => ({ clause, test: clause.test }));
  for (const verb of ['deduct', 'add'] as const) {
    const rungs = drafts.filter((draft) => draft.clause.verb === verb && !isFurther(draft, context));
    if (verb === 'deduct') spareNothing(rungs, context.text);
    makeExclusive(rungs);
    reportHoles(rungs, context);
  }
  return drafts.map(({ clause, test }) => ({ ...clause, test }));
}

function isFurther({ clause }: Draft, context: Context): boolean {
  return /^[再另]/.test(wordsAt(context, clause.points.span));
}

/** Values between the lowest and the highest rung of a measure that no rung holds. */
function reportHoles(rungs: readonly Draft[], { report }: Context): void {
  const measures = new Map<string, Draft[]>();
  for (const draft of rungs) {
    if (draft.clause.test?.kind !== 'range') continue;
    const key = coreText(draft.clause.test.measure.core);
    measures.set(key, [...(measures.get(key) ?? []), draft]);
  }
  for (const own of measures.values()) {
    const nothing = (draft: Draft): Core => ({ kind: 'truth', value: false, span: draft.clause.span });
    const cores = own.flatMap((draft) => (draft.test === undefined ? [] : [coreOf(draft.test, nothing(draft))]));
    const subject = subjectOf(cores, []);
    if (own.length < 2 || subject?.core.kind !== 'input' || !subject.certain) continue;
    const held = cores.reduce<IntervalSet>((set, core) => union(set, regionOf(core, subject.core) ?? EMPTY), EMPTY);
    const [low, high] = [held[0]?.low, held[held.length - 1]?.high];
    const holes = within(intersect(complement(held), interval(low, high)), subject);
    if (holes.length === 0) continue;
    const span = cover(...own.map(({ clause }) => clause.span));
    report(diagnose('gap', span, { condition: conditionText(subject.core.measure, holes), what: '扣分' }));
  }
}
