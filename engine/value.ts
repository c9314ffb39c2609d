/**
 * Values at run time: exact numbers, yes/no, words, and the three ways to have none: missing, not applicable, divided by zero.
 * A lacking value carries the keys of what it lacks, and never takes part in a comparison.
 */
import type { Rational } from '../dsl/index.ts';

/** Why there is no value. */
export type Lack = 'missing' | 'not-applicable' | 'division-by-zero';

/** No value, with the reason and the keys of the measures behind it. */
export interface Lacking {
  readonly lack: Lack;
  readonly keys: readonly string[];
}

/** Anything an expression can come to. Dates are days since 1970-01-01. */
export type Value = Rational | boolean | string | Lacking;

/** Whether there is no value. */
export function isLacking(value: Value): value is Lacking {
  return typeof value === 'object' && 'lack' in value;
}

/** Whether the value is a number. */
export function isNumber(value: Value): value is Rational {
  return typeof value === 'object' && 'numerator' in value;
}

/** What several lacking values come to: missing figures first, since they can be filled in. */
export function merge(...values: readonly Lacking[]): Lacking {
  const of = (lack: Lack): readonly Lacking[] => values.filter((value) => value.lack === lack);
  const [kept = []] = [of('missing'), of('division-by-zero'), of('not-applicable')].filter((list) => list.length > 0);
  const [first] = kept;
  if (first === undefined) throw new Error('nothing is lacking');
  return kept.length === 1 ? first : { lack: first.lack, keys: [...new Set(kept.flatMap(({ keys }) => keys))] };
}
