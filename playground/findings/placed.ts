/** Which cell a finding stands under: the one whose text holds its words; else the name of the row it lies in. */
import type { Row, RowKey } from '../../engine/index.ts';
import type { PlacedFinding } from '../session.ts';
import { pathKey } from '../session.ts';
import { columnsFor } from '../table/neighbour.ts';

/** The findings of the ruleset by the key of their cell; what belongs to no shown cell is left out. */
export function byCell(
  rows: readonly Row[],
  findings: readonly PlacedFinding[],
): ReadonlyMap<string, readonly PlacedFinding[]> {
  const cells = rows.flatMap((row) =>
    columnsFor(row).flatMap((column: RowKey) =>
      row.cells[column].flatMap(({ path, text }) =>
        text === undefined ? [] : [{ key: pathKey(path), span: text.span }],
      ),
    ),
  );
  const found = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    if (finding.in !== 'ruleset') continue;
    const { start, end } = finding.diagnostic.span;
    const cell = cells.find(({ span }) => span.start <= start && end <= span.end);
    if (cell !== undefined) found.set(cell.key, [...(found.get(cell.key) ?? []), finding]);
  }
  return found;
}
