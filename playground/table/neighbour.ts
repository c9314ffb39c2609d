/** Which columns the table shows, and the order in which Tab goes through its cells. */
import type { Row, RowKey } from '../../engine/index.ts';
import { pathKey } from '../session.ts';

/** Columns the table always shows; a heading has no formula and no standard. */
const ALWAYS: readonly RowKey[] = ['指标', '分值', '公式', '评分标准'];

/** Columns that are shown when they are asked for. */
export const EXTRA: readonly RowKey[] = ['依据', '说明'];

/** The columns shown, with those asked for. */
export function shownColumns(asked: ReadonlySet<RowKey>): readonly RowKey[] {
  return [...ALWAYS, ...EXTRA.filter((column) => asked.has(column))];
}

/** The columns of a row that hold something of it. */
export function columnsFor({ kind }: Row, shown: readonly RowKey[]): readonly RowKey[] {
  return kind === 'group' ? shown.slice(0, 2) : shown;
}

/** The key of the cell before or after one; undefined at the ends. */
export function neighbour(rows: readonly Row[], shown: readonly RowKey[], key: string, by: 1 | -1): string | undefined {
  const keys = rows.flatMap((row) =>
    columnsFor(row, shown).flatMap((column) => row.cells[column].map(({ path }) => pathKey(path))),
  );
  const at = keys.indexOf(key);
  return at < 0 ? undefined : keys[at + by];
}
