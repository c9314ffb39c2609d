/**
 * Values at run time: exact numbers, yes/no, words, and the three ways to have none: missing, not applicable, divided by zero.
 * A lacking value carries the keys of what it lacks, and never takes part in a comparison.
 */
import type { Rational } from '../../dsl/index.ts';

/** Why there is no value. */
export type Lack = 'missing' | 'not-applicable' | 'division-by-zero';

/** No value, with the reason and the keys of the measures behind it. */
export interface Lacking {
  readonly lack: Lack;
  readonly keys: readonly string[];
}

/** The rows of a table, each with its values by column; a column left blank is not there. */
export interface Table {
  readonly rows: readonly ReadonlyMap<string, Value>[];
}

/** Anything an expression can come to. Dates are days since 1970-01-01. */
export type Value = Rational | boolean | string | Table | Lacking;

/** Whether there is no value. */
export function isLacking(value: Value): value is Lacking {
  return typeof value === 'object' && 'lack' in value;
}

/** Whether the value is a number. */
export function isNumber(value: Value): value is Rational {
  return typeof value === 'object' && 'numerator' in value;
}

/** Whether the value is a table. */
export function isTable(value: Value): value is Table {
  return typeof value === 'object' && 'rows' in value;
}

/** The key of a column in one row of a table, the first row being 1. */
export function cellKey(column: string, row: number): string {
  return `${column}#${String(row)}`;
}

/** The column and the row of a cell's key; undefined for any other key. */
export function cellOf(key: string): { readonly column: string; readonly row: string } | undefined {
  const [, column, row] = /^(.*)#(\d+)$/.exec(key) ?? [];
  return column === undefined || row === undefined ? undefined : { column, row };
}

/** What several lacking values come to: missing figures first, since they can be filled in. */
export function merge(...values: readonly Lacking[]): Lacking {
  const of = (lack: Lack): readonly Lacking[] => values.filter((value) => value.lack === lack);
  const [kept = []] = [of('missing'), of('division-by-zero'), of('not-applicable')].filter((list) => list.length > 0);
  const [first] = kept;
  if (first === undefined) throw new Error('nothing is lacking');
  return kept.length === 1 ? first : { lack: first.lack, keys: [...new Set(kept.flatMap(({ keys }) => keys))] };
}
