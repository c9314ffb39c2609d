/** Which cell a finding stands under: the one whose text holds its words; else the name of the row it lies in. */
import type { Span } from '../../dsl/index.ts';
import { ROW_KEYS, type Row } from '../../engine/index.ts';
import type { PlacedFinding } from '../session.ts';
import { pathKey } from '../session.ts';

/** The findings of the ruleset by the key of their cell; what belongs to no cell is left out. */
export function byCell(
  rows: readonly Row[],
  findings: readonly PlacedFinding[],
): ReadonlyMap<string, readonly PlacedFinding[]> {
  const cells = rows.flatMap(cellsOf);
  const found = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    if (finding.in !== 'ruleset') continue;
    const cell = cells.find(({ span }) => holds(span, finding.diagnostic.span));
    if (cell !== undefined) found.set(cell.key, [...(found.get(cell.key) ?? []), finding]);
  }
  return found;
}

/** The row in one of whose cells a place of the file lies. */
export function rowAt(rows: readonly Row[], place: Span): Row | undefined {
  return rows.find((row) => cellsOf(row).some(({ span }) => holds(span, place)));
}

function cellsOf(row: Row): readonly { readonly key: string; readonly span: Span }[] {
  return ROW_KEYS.flatMap((column) =>
    row.cells[column].flatMap(({ path, text }) =>
      text === undefined ? [] : [{ key: pathKey(path), span: text.span }],
    ),
  );
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
