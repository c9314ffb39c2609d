/** The data dictionary: every spelling of every field, and the surroundings in which a text of the ruleset is read. */
import {
  type Measure,
  type Names,
  type Report,
  type Scope,
  type Span,
  ZERO,
  nameKey,
  namesOf,
  nearest,
} from '../dsl/index.ts';
import type { Text } from './locate.ts';
import { measureOf, rangeOf, unitMeaning } from './measures.ts';
import { diagnoseFile } from './messages.ts';
import type { Definition } from './ruleset.ts';
import type { Field, RulesetFile } from './ruleset-file.ts';

export interface Dictionary {
  readonly fields: Map<string, Measure>;
  readonly spellings: Map<string, string>;
  /** Takes a name for something declared in `room`; false, and reported, when the same name is taken, however it is spelt. */
  readonly claim: (name: string, span: Span, room: string) => boolean;
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
  const taken = new Map<string, { readonly name: string; readonly room: string }>();
  const claim: Dictionary['claim'] = (name, span, room) => {
    const earlier = taken.get(nameKey(name));
    if (earlier === undefined) taken.set(nameKey(name), { name, room });
    else report(diagnoseFile('duplicate-name', span, { name, other: earlier.name, place: earlier.room }));
    return earlier === undefined;
  };
  const spell = ({ text, span }: Text, name: string): void => {
    if (claim(text, span, '数据')) spellings.set(text, name);
  };
  for (const field of file.fields) {
    spell(field.name, field.name.text);
    const measure = fieldMeasure(field, report);
    if (measure !== undefined && !fields.has(field.name.text)) fields.set(field.name.text, measure);
  }
  for (const field of file.fields) for (const alias of field.aliases) spell(alias, field.name.text);
  return { fields, spellings, claim };
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

/** `computed` names what is computed, read already or not; without it, what has been read. */
export function surroundings(
  file: RulesetFile,
  dictionary: Pick<Dictionary, 'fields' | 'spellings'>,
  definitions: ReadonlyMap<string, Definition>,
  computed?: ReadonlySet<string>,
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
    const calculated = computed ?? new Set(definitions.keys());
    if (known !== calculated.size) {
      base = namesOf([...declared, ...[...calculated].map((name) => [name, { name, role: 'data' as const }] as const)]);
      known = calculated.size;
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
      weighted: false,
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
