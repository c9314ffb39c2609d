/** What a key stands for when its value is asked for: a field, a cell of a table, an answer of an assessor, the other units. */
import { type Measure, coreText } from '../../dsl/index.ts';
import { gatherings } from './gather.ts';
import type { Need } from '../values/result.ts';
import type { Ruleset } from './ruleset.ts';
import { cellOf } from '../values/value.ts';

/** The needs of a ruleset by key. */
export type NeedNames = Pick<ReadonlyMap<string, Need>, 'get'>;

/** Everything a ruleset can ask for. */
export function needsOf(ruleset: Ruleset): NeedNames {
  const needs = new Map<string, Need>();
  for (const field of ruleset.fields.values()) {
    needs.set(field.key, { kind: 'field', name: field.name, expects: expectsOf(field), at: ['数据', field.name] });
    const columns = field.type.kind === 'records' ? field.type.columns : [];
    for (const column of columns) {
      const name = column.row?.column ?? column.name;
      needs.set(column.key, { kind: 'field', name, expects: expectsOf(column), at: ['数据', field.name] });
    }
  }
  for (const indicator of ruleset.indicators) {
    const { phrases, level, choice, name } = indicator;
    const at = (key: string): Need['at'] => ['评定', name, key];
    for (const phrase of phrases)
      needs.set(phrase.key, { kind: 'phrase', name: phrase.name, expects: expectsOf(phrase), at: at(phrase.name) });
    if (level?.type.kind === 'level' && !needs.has(level.key))
      needs.set(level.key, { kind: 'level', name: `${name}等级`, expects: expectsOf(level), at: at('等级') });
    if (choice !== undefined)
      needs.set(choice.key, { kind: 'choice', name: `${name}评分`, expects: '分', at: at('评分') });
  }
  for (const { core, words } of gatherings(ruleset))
    if (core.kind === 'peers') needs.set(coreText(core), { kind: 'peers', name: words, expects: '', at: [] });
  const tables = new Map(
    [...ruleset.fields.values()].flatMap(({ name, type }) =>
      type.kind === 'records' ? type.columns.map(({ key }) => [key, name] as const) : [],
    ),
  );
  const cell = (key: string): Need | undefined => {
    const place = cellOf(key);
    const column = place && needs.get(place.column);
    const table = place && tables.get(place.column);
    if (column === undefined || table === undefined) return undefined;
    return { ...column, name: `${table}第${place?.row ?? ''}行的${column.name}` };
  };
  return { get: (key) => needs.get(key) ?? cell(key) };
}

function expectsOf({ type, unit }: Measure): string {
  switch (type.kind) {
    case 'truth':
      return '是或否';
    case 'date':
      return '日期';
    case 'level':
      return type.words.join('、');
    case 'records':
      return '表';
    case 'text':
      return '文字';
    case 'number':
      return unit.name === '%' ? '比率' : unit.name;
  }
}
