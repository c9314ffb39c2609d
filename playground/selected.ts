/** The one selection, as what it stands for: a row of the table, its indicator, and what the unit scored on it. */
import { type Indicator, type IndicatorResult, type Row } from '../engine/index.ts';
import { placedResults } from './score/placed.ts';
import { pathKey, type Session } from './session.ts';

/** What is selected, as far as it can be read. */
export interface Selected {
  readonly row: Row;
  readonly indicator: Indicator | undefined;
  readonly result: IndicatorResult | undefined;
}

/** The selected row; undefined where none is, or a heading is. */
export function selectedIn(session: Session): Selected | undefined {
  const rows = session.rows.value;
  const ruleset = session.good.value?.linked?.ruleset;
  const placed = placedResults(rows, session.result.value, ruleset).find(
    ({ row }) => pathKey(row.path) === session.selected.value,
  );
  if (placed === undefined || placed.row.kind === 'group') return undefined;
  return placed;
}
