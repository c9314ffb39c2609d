/** The order in which Tab goes through the cells of the table. */
import type { Row, RowKey } from '../../engine/index.ts';
import { pathKey } from '../session.ts';

/** Columns the table shows; a heading has no formula and no standard. */
export const SHOWN: readonly RowKey[] = ['指标', '分值', '公式', '评分标准'];

/** The columns of a row that hold something of it. */
function columnsFor({ kind }: Row): readonly RowKey[] {
  return kind === 'group' ? SHOWN.slice(0, 2) : SHOWN;
}

/** The key of the cell before or after one; undefined at the ends. */
export function neighbour(rows: readonly Row[], key: string, by: 1 | -1): string | undefined {
  const keys = rows.flatMap((row) =>
    columnsFor(row).flatMap((column) => row.cells[column].map(({ path }) => pathKey(path))),
  );
  const at = keys.indexOf(key);
  return at < 0 ? undefined : keys[at + by];
}
