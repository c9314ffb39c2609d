/** ①②③: items with points of their own add up; what stands outside them counts items, or is a case over the whole. */
import { ruleOf } from './cases.ts';
import type { AwardClause, Block, Clause } from '../conditions/clauses.ts';
import { ownCuts, startingFromZero, sumOf, underArms, wholeOf } from './combine.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import { coreText } from '../expressions/core.ts';
import { fullMarks } from './vetoes.ts';
import { countsItems, givesNothing, isArm } from '../conditions/groups.ts';
import { kindsOf } from '../conditions/kinds.ts';
import { diagnose } from '../text/messages.ts';
import { ZERO } from '../numbers/number.ts';
import { reportEndless } from './part.ts';
import { type Span, cover } from '../text/source.ts';
import type { Part, Standard } from '../expressions/standard.ts';

/** A list: items with points of their own add up; what stands outside them counts items, or is a case over the whole. */
export function listOf(blocks: readonly Block[], span: Span, context: Context): Standard | undefined {
  const [outside, ...items] = blocks;
  if (areKinds(items, context)) {
    const clauses = [...items.flatMap((item) => item.clauses), ...(outside?.clauses ?? [])];
    return ruleOf(clauses, span, ownCuts(context.scope), context);
  }
  const awarded = items.filter(({ clauses }) => clauses.length > 0);
  const common = [...(outside?.clauses ?? [])];
  const parts: Standard[] = [];
  const taken: Part[] = [];
  const vetoes: AwardClause[] = [];
  for (const { clauses } of awarded) {
    const whole = cover(...clauses.map((clause) => clause.span));
    if (clauses.every(isZero)) {
      vetoes.push(...clauses);
      continue;
    }
    const takes = !clauses.some(earns) && clauses.some(deducts);
    const own = takes ? clauses.filter(({ kind }) => kind !== 'stop') : clauses;
    const part = ruleOf(own, whole, { floor: takes ? undefined : ZERO, cap: undefined }, context, true);
    if (part === undefined) return undefined;
    if (takes && part.kind === 'part') taken.push(startingFromZero(part));
    else parts.push(part);
    if (takes) common.push(...clauses.filter(({ kind }) => kind === 'stop'));
  }
  if (taken.length > 0 && parts.length === 0 && !common.some(earns))
    parts.push(fullMarks(span, ownCuts(context.scope)));
  if (!common.some(({ kind }) => kind === 'stop'))
    reportEndless(
      taken.flatMap(({ adjustments }) => adjustments),
      context,
    );
  const inner = withCommon([...parts, ...taken], common, awarded, span, context);
  return inner && underArms(vetoes, inner, span, context);
}

/** ③弄虚作假的，不得分: an item of no points takes the whole; as one of several that add up it would say nothing. */
function isZero(clause: Clause): clause is AwardClause {
  return clause.kind === 'award' && clause.verb === 'give' && clause.test !== undefined && givesNothing(clause);
}

function earns(clause: Clause): boolean {
  return (
    (clause.kind === 'award' && clause.verb === 'give' && !givesNothing(clause)) ||
    (clause.kind === 'step' && clause.verb === 'give')
  );
}

function deducts(clause: Clause): boolean {
  return (clause.kind === 'award' || clause.kind === 'step') && clause.verb === 'deduct';
}

/** ①东部地区…；②西部地区…: items that open a rule for one kind of unit each are no addends. */
function areKinds(items: readonly Block[], { text }: Context): boolean {
  const kinds = kindsOf(
    items.flatMap(({ clauses }) => clauses),
    text,
  );
  return kinds?.kinds.length === items.length && items.every(({ clauses }) => clauses.length > 0);
}

/** Parts that add up, under the clauses that speak of all of them; without parts, these clauses alone. */
export function withCommon(
  parts: readonly Standard[],
  common: readonly Clause[],
  awarded: readonly Block[],
  span: Span,
  context: Context,
): Standard | undefined {
  const summed = [...parts];
  const vetoes = (clause: Clause): clause is AwardClause =>
    clause.kind === 'award' && (isArm(clause) || (countsItems(clause) && givesNothing(clause)));
  const arms = parts.length === 0 ? [] : common.filter(vetoes);
  const rest = common.filter((clause) => !arms.some((arm) => arm === clause));
  const counts = rest.some(({ kind }) => kind === 'award' || kind === 'step');
  const stepsItems = rest.some((clause) => clause.kind === 'step' && clause.items !== undefined);
  if (stepsItems && parts.length > 0) reportRestated(rest, awarded, context);
  else if (counts && parts.length > 0) {
    const whole = wholeOf(rest, span);
    const awards = rest.some(({ kind }) => kind === 'award');
    const more = ruleOf(rest, whole, { floor: awards ? ZERO : undefined, cap: undefined }, context);
    if (more !== undefined) summed.push(awards || more.kind !== 'part' ? more : startingFromZero(more));
  } else if (counts) {
    return ruleOf(rest, span, ownCuts(context.scope), context);
  }
  if (summed.length === 0) return undefined;
  return underArms(arms, sumOf(summed, common, span, context), span, context);
}

/** ①…2分；②…2分。每少一项扣2分 says the items' points twice; another amount contradicts them. */
function reportRestated(clauses: readonly Clause[], items: readonly Block[], context: Context): void {
  for (const clause of clauses) {
    if (clause.kind !== 'step' || clause.points.kind !== 'value') continue;
    const amount = coreText(clause.points.value);
    const other = items
      .flatMap((item) => item.clauses)
      .find((item) => item.kind === 'award' && item.points.kind === 'value' && coreText(item.points.value) !== amount);
    if (other !== undefined)
      context.report(
        diagnose('contradiction', clause.span, {
          text: wordsAt(context, clause.span),
          other: wordsAt(context, other.span),
        }),
      );
  }
}
