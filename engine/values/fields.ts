/** Declared fields as measures: their unit, range and words, and of a table the columns, which have a value in every row. */
import { type Measure, type Report, nameKey, nearest, unitNamed } from '../../dsl/index.ts';
import { type UnitMeaning, measureOf, rangeOf, unitMeaning } from './measures.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Field } from '../files/ruleset-file.ts';

/** The unit that makes a field a table. */
const TABLE = '记录';

const COMMON_UNITS: readonly string[] = [
  ...['比率', '万元', '元', '亿元', '人', '个', '项', '次', '例', '日期', '是非', '等级'],
  TABLE,
];

/** The measure of a field; `row` says of which table a column is one. Undefined after a fault, which is reported. */
export function fieldMeasure(field: Field, report: Report, row?: Measure['row']): Measure | undefined {
  const meaning = meaningOf(field, report, row);
  if (meaning === undefined) return undefined;
  if (field.unit.text === '等级' && field.options.length === 0)
    report(diagnoseFile('options-missing', field.name.span, { name: field.name.text }));
  const name = row === undefined ? field.name.text : `${row.table}.${row.column}`;
  const measure = { ...measureOf(`数据:${name}`, name, meaning), ...(row === undefined ? {} : { row }) };
  if (field.range === undefined) return measure;
  const range = rangeOf(field.range.text, measure);
  if (range === undefined) report(diagnoseFile('bad-range', field.range.span, { text: field.range.text }));
  return range === undefined ? measure : { ...measure, range };
}

function meaningOf(field: Field, report: Report, row: Measure['row']): UnitMeaning | undefined {
  const { unit } = field;
  if (unit.text === TABLE && row === undefined) return tableOf(field, report);
  if (unit.text === TABLE) {
    report(diagnoseFile('table-in-table', unit.span, { name: field.name.text }));
    return undefined;
  }
  const options = field.options.map(({ text }) => text);
  const meaning = unitMeaning(unit.text, options);
  if (meaning !== undefined) return meaning;
  const suggestion = nearest(unit.text, COMMON_UNITS);
  const data = { unit: unit.text, ...(suggestion === undefined ? {} : { suggestion }) };
  report(diagnoseFile('unknown-unit', unit.span, data));
  return undefined;
}

/** A table with the measures of its columns. */
function tableOf(field: Field, report: Report): UnitMeaning | undefined {
  const pure = unitNamed('比率');
  const table = field.name.text;
  if (field.columns.length === 0) report(diagnoseFile('columns-missing', field.name.span, { name: table }));
  const seen = new Map<string, string>();
  for (const { name, aliases } of field.columns) {
    for (const { text, span } of [name, ...aliases]) {
      const other = seen.get(nameKey(text));
      if (other !== undefined) report(diagnoseFile('duplicate-name', span, { name: text, other, place: table }));
      seen.set(nameKey(text), text);
    }
  }
  const columns = field.columns.flatMap(
    (column) => fieldMeasure(column, report, { table, column: column.name.text }) ?? [],
  );
  return pure && { type: { kind: 'records', columns }, unit: pure };
}

/** The field of this name, or the column where it is one of a table's: 下属机构.基本支出. */
export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  const own = fields.find((field) => field.name.text === name);
  const at = name.indexOf('.');
  if (own !== undefined || at < 0) return own;
  const table = fields.find((field) => field.name.text === name.slice(0, at));
  return table?.columns.find((column) => column.name.text === name.slice(at + 1));
}

/** The column of any table of this name. */
export function columnNamed(fields: ReadonlyMap<string, Measure>, name: string): Measure | undefined {
  return [...fields.values()]
    .flatMap(({ type }) => (type.kind === 'records' ? type.columns : []))
    .find((column) => column.name === name);
}

/** Every spelling of the columns of a table, to the column's name. */
export function columnSpellings({ columns }: Field): readonly (readonly [spelling: string, column: string])[] {
  return columns.flatMap(({ name, aliases }) => [name, ...aliases].map(({ text }) => [text, name.text] as const));
}
