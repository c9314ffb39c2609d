/**
 * Conditions before a step: 未经批准的，每发生一次…, 完成率低于90%的，每…. What only says where the step starts, or that there is something to
 * count, is heeded by the step itself; prose names a count nobody declared; any other condition is kept, and the step counts only where
 * it holds.
 */
import { type Context, passOver, wordsAt } from './context.ts';
import { type Typed, coreText } from '../expressions/core.ts';
import { ONE, compare } from '../numbers/number.ts';
import { phraseOf } from '../grammar/kinship.ts';
import { conjunction } from './selectors.ts';
import type { Test } from '../expressions/ranges.ts';

/** A step as far as conditions care. */
interface Stepping {
  readonly measure: Typed;
  readonly direction: 'above' | 'below' | 'both';
  readonly counted: boolean;
  readonly from: Test | undefined;
}

/** Words that speak of list items. */
export const OF_THE_LIST = /以下|下列|之一|各项|每[^，,；;。]{0,3}项/;

/** The conditions a step over a measure counts under; prose that is no condition is passed over, and reported. `what` is what it counts. */
export function keptBefore(step: Stepping, pending: readonly Test[], what: string, context: Context): Test | undefined {
  return kept(
    pending.filter((test) => !heeds(step, test) && !isNamedIn(step.measure, what, test, context)),
    context,
  );
}

/** The conditions a step over list items counts under: 有下列情形之一的 speaks of the items. */
export function keptBesideItems(pending: readonly Test[], context: Context): Test | undefined {
  return kept(
    pending.filter((test) => test.kind !== 'rest' && !OF_THE_LIST.test(wordsAt(context, test.span))),
    context,
  );
}

function kept(tests: readonly Test[], context: Context): Test | undefined {
  const conditions = tests.filter((test) => {
    if (!isProse(test) || isCondition(test, context)) return true;
    passOver(context, test.span);
    return false;
  });
  return conditions.length === 0 ? undefined : conjunction(conditions);
}

/** The words of prose conditions, by which a count nobody declared is named: 未经批准的，每发生一次 asks how often without approval; `all` takes any prose. */
export function conditionsIn(pending: readonly Test[], context: Context, all = false): readonly string[] {
  return pending.flatMap((test) =>
    isProse(test) && (all || isCondition(test, context)) ? [plainWords(test, context)] : [],
  );
}

/** Whether a step heeds a condition itself: it walks from there, or counts what the condition says has happened at all. */
function heeds(step: Stepping, test: Test): boolean {
  const { measure, from, counted, direction } = step;
  if (test.kind === 'rest') return true;
  if (test.kind === 'not') return direction === 'both' && heeds(step, test.of);
  if (test.kind !== 'range' || !isOfOne(measure, test.measure)) return false;
  const { low, high } = test;
  if (!counted) return from === test;
  return high === undefined && low?.constant !== undefined && compare(low.constant, ONE) <= 0;
}

/** Whether two are one measure, or one and its absolute value. */
export function isOfOne({ core: left }: Typed, { core: right }: Typed): boolean {
  const [own, other] = [coreText(left), coreText(right)];
  return own === other || own === `(abs ${other})` || other === `(abs ${own})`;
}

/** 未按时报送的，每迟报一次…: prose that names nothing but what is counted says when there is something to count. */
function isNamedIn({ core }: Typed, what: string, test: Test, context: Context): boolean {
  if (!isProse(test)) return false;
  const name = core.kind === 'input' ? core.measure.name : '';
  const words = plainWords(test, context);
  const { stem } = phraseOf(words);
  return name.startsWith(words) || [name, what].some((text) => stem.length > 1 && text.includes(stem));
}

function plainWords({ span }: Test, context: Context): string {
  return wordsAt(context, span).replace(/[\s的：:]+$/, '');
}

/** Whether prose says when something is the case: 未经批准的, 如发生…. */
function isCondition({ span }: Test, context: Context): boolean {
  return (
    context.text.charAt(span.end) === '的' ||
    /的$|^(?:若|如|凡|未|没有|无|不|存在|发生|出现|发现|有)/.test(wordsAt(context, span))
  );
}

function isProse(test: Test): boolean {
  return test.kind === 'truth' && test.phrase && test.heading !== true;
}
