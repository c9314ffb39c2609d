/** Rows of the table beside what they mean and what the unit scored on them. */
import type { Indicator, IndicatorResult, Row, Ruleset, ScoreResult } from '../../engine/index.ts';

/** A row with what the unit scored on it. */
export interface PlacedResult {
  readonly row: Row;
  readonly indicator: Indicator | undefined;
  readonly result: IndicatorResult | undefined;
  readonly group: ScoreResult['groups'][number] | undefined;
}

/** The rows of the table with their results; a row that could not be read has none. */
export function placedResults(
  rows: readonly Row[],
  result: ScoreResult | undefined,
  ruleset: Ruleset | undefined,
): readonly PlacedResult[] {
  const key = (path: readonly string[], name: string): string => [...path, name].join('\n');
  const indicators = new Map(ruleset?.indicators.map((each) => [key(each.path, each.name), each]));
  const results = new Map(result?.indicators.map((each) => [key(each.path, each.name), each]));
  const groups = new Map(result?.groups.map((each) => [key(each.path, each.name), each]));
  const above: string[] = [];
  return rows.map((row) => {
    above.length = row.depth;
    const own = key(above, row.name);
    above.push(row.name);
    return { row, indicator: indicators.get(own), result: results.get(own), group: groups.get(own) };
  });
}
