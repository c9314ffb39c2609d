/** 东部地区：①…②…；西部地区：①…②…: a kind of unit before each list is followed by a whole rule of its own. */
import type { Chunk } from '../text/ast.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import type { Test } from '../expressions/ranges.ts';
import { isScoring, tailOf } from './sections.ts';
import { areKinds, headed, saidIn } from '../conditions/selectors.ts';
import { tester } from '../conditions/tests.ts';

/** The rule of one kind, with what is said of every kind behind the last. */
export interface KindSection {
  readonly selector: Test;
  readonly chunks: readonly Chunk[];
}

/** The sections of a sentence by kind; none when it tells none apart before its lists. */
export function kindSectionsOf(chunks: readonly Chunk[], context: Context): readonly KindSection[] {
  const leads = beforeMarks(chunks);
  if (leads.length < 2) return [];
  const { test } = tester(context.scope, () => undefined, context.text);
  const starts = leads.flatMap(({ chunk, index }) => {
    const [said, ...others] = saidIn(test(chunk.condition));
    const selector = said && headed(said, wordsAt(context, said.span));
    return selector === undefined || others.length > 0 ? [] : [{ index, selector }];
  });
  const apart = starts.every(({ selector }, index) =>
    starts.slice(index + 1).every((other) => areKinds(selector, other.selector)),
  );
  const [first] = starts;
  if (first === undefined || starts.length < 2 || !apart || chunks.slice(0, first.index).some(isScoring)) return [];
  const pieces = starts.map(({ index }, at) => chunks.slice(index + 1, starts[at + 1]?.index));
  const last = pieces[pieces.length - 1] ?? [];
  const tail = tailOf(last, context.text);
  return starts.map(({ selector }, at) => {
    const own = pieces[at] ?? [];
    return { selector, chunks: own === last ? own : [...own, ...tail] };
  });
}

interface Lead {
  readonly chunk: Extract<Chunk, { kind: 'condition' }>;
  readonly index: number;
}

/** Conditions with an item mark behind them, in order. */
function beforeMarks(chunks: readonly Chunk[]): readonly Lead[] {
  const leads: Lead[] = [];
  let last: Lead | undefined;
  chunks.forEach((chunk, index) => {
    if (chunk.kind === 'mark' && last !== undefined) leads.push(last);
    if (chunk.kind !== 'break') last = chunk.kind === 'condition' ? { chunk, index } : undefined;
  });
  return leads;
}
