/** The data dictionary: every spelling of every field, and the surroundings in which a text of the ruleset is read. */
import { type Measure, type Names, type Report, type Scope, ZERO, nameKey, namesOf, nearest } from '../dsl/index.ts';
import type { Text } from './locate.ts';
import { measureOf, rangeOf, unitMeaning } from './measures.ts';
import { diagnoseFile } from './messages.ts';
import type { Definition } from './ruleset.ts';
import type { Field, RulesetFile } from './ruleset-file.ts';

export interface Dictionary {
  readonly fields: Map<string, Measure>;
  readonly spellings: Map<string, string>;
}

/** Makes the surroundings of texts; `own` adds an indicator's. */
export type ScopeOf = (
  own?: Partial<Scope> & {
    readonly spellings?: Iterable<readonly [string, { readonly name: string; readonly role: 'data' | 'level' }]>;
  },
) => Scope;

export function readDictionary(file: RulesetFile, report: Report): Dictionary {
  const fields = new Map<string, Measure>();
  const spellings = new Map<string, string>();
  const keys = new Map<string, Text>();
  const claim = (spelling: Text, name: string): void => {
    const earlier = keys.get(nameKey(spelling.text));
    if (earlier !== undefined) {
      report(
        diagnoseFile('duplicate-name', spelling.span, { name: spelling.text, other: earlier.text, place: '数据' }),
      );
      return;
    }
    keys.set(nameKey(spelling.text), spelling);
    spellings.set(spelling.text, name);
  };
  for (const field of file.fields) {
    claim(field.name, field.name.text);
    const measure = fieldMeasure(field, report);
    if (measure !== undefined) fields.set(field.name.text, measure);
  }
  for (const field of file.fields) for (const alias of field.aliases) claim(alias, field.name.text);
  return { fields, spellings };
}

function fieldMeasure(field: Field, report: Report): Measure | undefined {
  const meaning = unitMeaning(
    field.unit.text,
    field.options.map(({ text }) => text),
  );
  if (meaning === undefined) {
    const suggestion = nearest(field.unit.text, [
      '比率',
      '万元',
      '元',
      '亿元',
      '人',
      '个',
      '项',
      '次',
      '例',
      '日期',
      '是非',
      '等级',
      '记录',
    ]);
    report(
      diagnoseFile('unknown-unit', field.unit.span, {
        unit: field.unit.text,
        ...(suggestion === undefined ? {} : { suggestion }),
      }),
    );
    return undefined;
  }
  if (field.unit.text === '等级' && field.options.length === 0)
    report(diagnoseFile('options-missing', field.name.span, { name: field.name.text }));
  if (field.unit.text === '记录' && field.columns.length === 0)
    report(diagnoseFile('columns-missing', field.name.span, { name: field.name.text }));
  const measure = measureOf(`数据:${field.name.text}`, field.name.text, meaning);
  if (field.range === undefined) return measure;
  const range = rangeOf(field.range.text, measure);
  if (range === undefined) report(diagnoseFile('bad-range', field.range.span, { text: field.range.text }));
  return range === undefined ? measure : { ...measure, range };
}

export function surroundings(
  file: RulesetFile,
  dictionary: Dictionary,
  definitions: ReadonlyMap<string, Definition>,
): ScopeOf {
  const declared = [...dictionary.spellings].map(
    ([spelling, name]) => [spelling, { name, role: 'data' as const }] as const,
  );
  let base: Names = namesOf(declared);
  let known = 0;
  const unused = (): never => {
    throw new Error('only an indicator’s own sentence may ask its assessor');
  };
  return (own = {}) => {
    if (known !== definitions.size) {
      base = namesOf([
        ...declared,
        ...[...definitions.keys()].map((name) => [name, { name, role: 'data' as const }] as const),
      ]);
      known = definitions.size;
    }
    const names = own.spellings === undefined ? base : namesOf(own.spellings, base);
    const measure = (name: string): Measure | undefined =>
      own.measure?.(name) ?? definitions.get(name)?.measure ?? dictionary.fields.get(name);
    return {
      own: undefined,
      measures: [],
      items: [],
      level: undefined,
      asks: false,
      judgement: unused,
      phrase: unused,
      count: unused,
      choice: unused,
      weight: ZERO,
      highest: undefined,
      readings: {},
      fiscalYear: file.fiscalYear,
      ...own,
      names,
      measure,
    };
  };
}
