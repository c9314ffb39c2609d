/**
 * 每项1分，符合的得相应分值; ①…（2分）；②…（1分），每有一项不符合扣除相应分值: what says of items that they get or lose what they are worth says nothing new.
 * Where nothing was said of their worth, it says nothing at all, and is reported.
 */
import type { Verb } from '../text/ast.ts';
import type { Clause } from '../conditions/clauses.ts';
import type { ItemTalk } from './item-talk.ts';
import type { ReadList } from './list-items.ts';
import type { Test } from '../expressions/ranges.ts';

/** Whether an award of 相应分值 repeats what is said already: items, or conditions that stand for themselves, have points of their own. */
export function repeatsWorth(
  verb: Verb,
  talk: ItemTalk | undefined,
  test: Test | undefined,
  { items, outside }: ReadList,
): boolean {
  const worth = [...items.flatMap(({ clauses }) => clauses), ...outside].some(isWorth);
  if (!worth || (test !== undefined && test.kind !== 'rest')) return false;
  if (talk === undefined) return test !== undefined && verb === 'deduct';
  return talk.met === (verb !== 'deduct');
}

/** Whether a clause says what items are worth, one by one. */
function isWorth(clause: Clause): boolean {
  return (
    (clause.kind === 'award' && clause.verb === 'give' && clause.test !== undefined && !clause.whole) ||
    (clause.kind === 'step' && clause.items === 'met')
  );
}

/** ③…，1分，每少一项扣1分: what is said of how many items are missing behind the last one's own points is said of all. */
export function countsMissing(clause: Clause, items: ReadList['items']): boolean {
  if (clause.kind !== 'step' || clause.items !== 'unmet' || items.length < 2) return false;
  return clause.measure.unit.name === '项' && items.every(({ clauses }) => clauses.some(isWorth));
}
