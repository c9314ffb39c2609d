/**
 * The rows of a table as a unit hands them in, under the columns its field declares. A blank cell is missing, never 0; what is no
 * column, and what a column cannot hold, is reported at its place.
 */
import { type Measure, type Report, diagnose, nameKey, nearest } from '../../dsl/index.ts';
import { columnSpellings } from './fields.ts';
import { diagnoseFile } from '../files/messages.ts';
import { readValue } from './read-value.ts';
import { rewriting } from '../files/rewriting.ts';
import type { Field } from '../files/ruleset-file.ts';
import type { Cell, Row } from '../files/unit-file.ts';
import type { Text } from '../files/locate.ts';
import { type Table, type Value, cellKey, isLacking } from './value.ts';

/** Reads a table; undefined, and reported, where the field holds one figure. */
export function readTable(
  name: Text,
  rows: readonly Row[],
  measure: Measure,
  field: Field | undefined,
  report: Report,
): Table | undefined {
  const { type } = measure;
  if (type.kind !== 'records' || field === undefined) {
    report(diagnoseFile('not-one-figure', name.span, { name: name.text }));
    return undefined;
  }
  const spellings = new Map(columnSpellings(field).map(([spelling, column]) => [nameKey(spelling), column]));
  const columnOf = (cell: Cell): Measure | undefined => {
    const column = spellings.get(nameKey(cell.name.text));
    return column === undefined ? undefined : type.columns.find(({ row }) => row?.column === column);
  };
  return { rows: rows.map((row, index) => readRow(row, index + 1, measure.name, columnOf, [...spellings], report)) };
}

function readRow(
  { cells }: Row,
  number: number,
  table: string,
  columnOf: (cell: Cell) => Measure | undefined,
  spellings: readonly (readonly [key: string, column: string])[],
  report: Report,
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  const seen = new Map<string, Text>();
  for (const cell of cells) {
    const column = columnOf(cell);
    if (column === undefined) {
      unknownColumn(cell.name, table, [...new Set(spellings.map(([, name]) => name))], report);
      continue;
    }
    const earlier = seen.get(column.key);
    seen.set(column.key, cell.name);
    if (earlier !== undefined) {
      report(diagnoseFile('given-twice', cell.name.span, { name: cell.name.text, other: earlier.text }));
      continue;
    }
    const called = `${table}第${String(number)}行的${cell.name.text}`;
    const value = readValue(cell.given, column, called, report);
    if (value === undefined) continue;
    values.set(column.key, isLacking(value) ? { ...value, keys: [cellKey(column.key, number)] } : value);
  }
  return values;
}

function unknownColumn(cell: Text, table: string, columns: readonly string[], report: Report): void {
  const { text, span } = cell;
  const suggestion = nearest(text, columns);
  const data = {
    name: table,
    column: text,
    ...(suggestion === undefined ? { columns: columns.join('、') } : { suggestion }),
  };
  const fixes = suggestion === undefined ? [] : rewriting(cell, suggestion);
  report(diagnose('unknown-column', span, data, fixes));
}
