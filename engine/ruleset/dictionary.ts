/** The data dictionary: every spelling of every field, and the surroundings in which a text of the ruleset is read. */
import {
  type Declared,
  type Measure,
  type Names,
  type Report,
  type Scope,
  type Span,
  type TableNames,
  ZERO,
  nameKey,
  namesOf,
  withPeers,
} from '../../dsl/index.ts';
import { columnNamed, columnSpellings, fieldMeasure } from '../values/fields.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Definition } from './ruleset.ts';
import type { IndicatorNode, RulesetFile } from '../files/ruleset-file.ts';

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

/** `computed` names what is computed, read already or not; without it, what has been read. */
export function surroundings(
  file: RulesetFile,
  dictionary: Pick<Dictionary, 'fields' | 'spellings'>,
  definitions: ReadonlyMap<string, Definition>,
  computed?: ReadonlySet<string>,
): ScopeOf {
  const declared = [...dictionary.spellings].flatMap(([spelling, name]) => spellingsOf(spelling, name, file));
  const table = tableNames(file.indicators);
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
      own.measure?.(name) ??
      definitions.get(name)?.measure ??
      dictionary.fields.get(name) ??
      columnNamed(dictionary.fields, name);
    return withPeers({
      behind: ({ key, name, computed }) => {
        const known = definitions.get(name);
        return known?.measure.key === key ? known.value : computed;
      },
      own: undefined,
      measures: [],
      items: [],
      level: undefined,
      asks: false,
      judgement: unused,
      phrase: unused,
      count: unused,
      choice: unused,
      earned: unused,
      weighted: false,
      inRows: false,
      lowerIsBetter: false,
      table,
      weight: ZERO,
      highest: undefined,
      readings: {},
      fiscalYear: file.fiscalYear,
      ...own,
      names,
      measure,
    });
  };
}

/** The headings and indicators of a table. */
function tableNames(nodes: readonly IndicatorNode[]): TableNames {
  const groups: (readonly string[])[] = [];
  const indicators: string[] = [];
  const visit = (node: IndicatorNode, above: readonly string[]): void => {
    if (node.kind === 'leaf') {
      indicators.push(node.name.text);
      return;
    }
    const path = [...above, node.name.text];
    groups.push(path);
    for (const child of node.children) visit(child, path);
  };
  for (const node of nodes) visit(node, []);
  return { own: '', path: [], groups, indicators };
}

/** One spelling of a field; of a table also those of its columns behind it (下属机构.基本支出), and alone within a call over its rows. */
function spellingsOf(
  spelling: string,
  name: string,
  { fields }: RulesetFile,
): readonly (readonly [string, Declared])[] {
  const field = fields.find((each) => each.name.text === name);
  const all = field === undefined ? [] : columnSpellings(field);
  if (all.length === 0) return [[spelling, { name, role: 'data' }]];
  const column = (spelt: string, called: string): readonly [string, Declared] => [
    spelt,
    { name: `${name}.${called}`, role: 'data' },
  ];
  const within = all.flatMap(([spelt, called]) =>
    [spelt, `${spelling}.${spelt}`, `${spelling}的${spelt}`].map((way) => column(way, called)),
  );
  return [
    [spelling, { name, role: 'data', columns: namesOf(within) }],
    ...all.map(([spelt, called]) => column(`${spelling}.${spelt}`, called)),
  ];
}
