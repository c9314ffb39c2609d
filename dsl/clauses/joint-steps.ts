/**
 * 甲、乙、丙均不超过100%的得6分；有一项超过100%的扣2分: what is taken for one of several measures is taken for each of them that is so, and what is given
 * where none is so is where that starts from.
 */
import type { Verb } from '../text/ast.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import type { Core } from '../expressions/core.ts';
import { ITEMS } from './list-items.ts';
import { ONE } from '../numbers/number.ts';
import type { Points } from '../expressions/points.ts';
import type { Test } from '../expressions/ranges.ts';
import { type Span, cover, foldWidth } from '../text/source.ts';
import type { StepClause } from '../conditions/steps.ts';
import { settledCores } from '../conditions/test-core.ts';

const ANY_ONE = /(?<!至少有?)(?:有|每(?:有|出现|存在|发现)|任意?|任何|其中)(?:一|1)[项个]|^(?:一|1)[项个]/;

/** The award as a step over the measures its one condition speaks of; undefined when it is none. 至少一项 is said of all of them once. */
export function jointStep(
  tests: readonly Test[],
  award: { readonly verb: Verb; readonly scope: StepClause['scope']; readonly span: Span },
  points: Points,
  context: Context,
): StepClause | undefined {
  const [test, another] = tests;
  if (award.verb === 'give' || another !== undefined || test?.kind !== 'any') return undefined;
  if (!ANY_ONE.test(foldWidth(wordsAt(context, test.span))) || !test.of.every(({ kind }) => kind === 'range'))
    return undefined;
  const core: Core = {
    kind: 'count',
    of: settledCores(test.of, context.text, context.report),
    value: true,
    span: test.span,
  };
  const span = cover(test.span, award.span);
  return {
    kind: 'step',
    measure: { core, ...ITEMS },
    direction: 'above',
    fresh: true,
    counted: true,
    items: undefined,
    change: false,
    width: ONE,
    verb: award.verb,
    points: { ...points, span: award.span },
    before: undefined,
    from: undefined,
    segment: undefined,
    otherwise: false,
    scope: award.scope,
    head: test.span,
    span,
  };
}
