/** 有两项低于90%, 两项达标: so many of several conditions hold, told as every choice of that many. */
import type { Condition } from '../text/ast.ts';
import type { Span } from '../text/source.ts';

/** That at least `wanted` of the conditions hold. */
export function atLeast(wanted: number, of: readonly Condition[], span: Span): Condition {
  const ways = choices(wanted, of).map((conditions): Condition => {
    const [only] = conditions;
    return conditions.length === 1 && only !== undefined ? only : { kind: 'all', conditions, span };
  });
  const [only] = ways;
  return ways.length === 1 && only !== undefined ? only : { kind: 'any', conditions: ways, span };
}

function choices<Item>(count: number, of: readonly Item[]): readonly (readonly Item[])[] {
  const [first, ...rest] = of;
  if (count === 0) return [[]];
  if (first === undefined) return [];
  return [...choices(count - 1, rest).map((chosen) => [first, ...chosen]), ...choices(count, rest)];
}
