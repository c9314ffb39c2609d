/** The places of units by their totals, the highest first, equals sharing the better place; a range while a total is one. */
import { type Rational, compare } from '../../dsl/index.ts';
import type { ScoreResult } from '../values/result.ts';

/** The best and the worst place a unit can come to; both are one when nothing is open that bears on it. */
export interface Place {
  readonly best: number;
  readonly worst: number;
}

/** The places of results, in their order. */
export function placesOf(results: readonly Pick<ScoreResult, 'total'>[]): readonly Place[] {
  return results.map(({ total }) => {
    const above = (than: Rational | undefined, end: 'low' | 'high'): number =>
      results.filter(({ total: other }) => isAbove(other[end], than)).length;
    const better = above(total.high, 'low');
    // Its own highest is not above itself.
    const own = isAbove(total.high, total.low) ? 1 : 0;
    return { best: better + 1, worst: above(total.low, 'high') - own + 1 };
  });
}

/** Whether one end of a total lies above another; an end that nothing bounds lies above all others. */
function isAbove(left: Rational | undefined, right: Rational | undefined): boolean {
  if (right === undefined) return false;
  return left === undefined || compare(left, right) > 0;
}
