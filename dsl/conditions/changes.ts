/**
 * 与上年相比，每上升1个百分点扣2分: words before a step that say its measure is a change, which is counted from nothing. A measure
 * that is no change itself cannot be meant.
 */
import type { Chunk } from '../text/ast.ts';
import { type Context, wordsAt } from './context.ts';
import type { Measure } from '../expressions/core.ts';
import { diagnose } from '../text/messages.ts';
import type { StepClause } from './steps.ts';
import type { Test } from '../expressions/ranges.ts';

const COMPARED =
  /(?:与|和|同|较|比)[^，,；;。]{0,10}(?:上年|去年|前年|上期|同期|上月|上季度|上一年度?|上年度|年初|月初|期初|以前|此前)[^，,；;。]{0,8}$|(?:同比|环比)[^，,；;。]{0,4}$/;
const CHANGE = /增|减|降|升|变|幅|差|涨|跌|波动|下滑|同比|环比/;

/** Whether words before a step compare with a time before. */
export function comparesWithBefore(words: string): boolean {
  return COMPARED.test(words.replace(/的$/, ''));
}

/** 投诉量与上年相比，每…: a declared number alone before a step is what the step walks. */
export function topicOf(chunk: Chunk, next: Chunk | undefined, { scope }: Context): Measure | undefined {
  if (chunk.kind !== 'condition' || chunk.condition.kind !== 'holds' || next?.kind !== 'step') return undefined;
  const { expression } = chunk.condition;
  const measure = expression.kind === 'name' ? scope.measure(expression.name) : undefined;
  return measure?.type.kind === 'number' ? measure : undefined;
}

/** The step with what is said before it of a change; undefined after a fault, which is reported. */
export function asChange(
  step: StepClause,
  pending: readonly Test[],
  topic: Chunk | undefined,
  context: Context,
): StepClause | undefined {
  const named = topic !== undefined && comparesWithBefore(wordsAt(context, topic.span));
  const said = pending.find(({ kind, span }) => kind === 'truth' && comparesWithBefore(wordsAt(context, span)));
  if (named) return { ...step, change: true };
  if (said === undefined || step.counted) return step;
  const { core } = step.measure;
  const words = wordsAt(context, said.span);
  if (core.kind !== 'input' || (CHANGE.test(core.measure.name) && !words.includes(core.measure.name)))
    return { ...step, change: true };
  context.report(diagnose('unknown-change', said.span, { text: words, name: core.measure.name }));
  return undefined;
}
