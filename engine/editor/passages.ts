/**
 * The passages of a ruleset file: every text in it that the language reads, with its place and the surroundings linking gives it.
 * An indicator's surroundings are those its standard was read in, so an editor resolves names as the engine does.
 */
import { type Manner, type Measure, NO_NAMES, type Scope, inputOf } from '../../dsl/index.ts';
import { surroundings } from '../ruleset/dictionary.ts';
import type { Linked } from '../ruleset/link.ts';
import type { Text } from '../files/locate.ts';
import type { Field, IndicatorLeaf, IndicatorNode } from '../files/ruleset-file.ts';

/** What a passage is. `expression`: a relation, a tolerance, a weight, the value of a parameter · `words`: prose that quotes a sentence. */
export type PassageKind = 'standard' | 'formula' | 'grades' | 'expression' | 'range' | 'words' | 'unit' | 'name';

/** A text of the file that the language reads. */
export interface Passage {
  readonly kind: PassageKind;
  readonly text: Text;
  readonly manner: Manner;
  readonly scope: Scope;
  /** the indicator it belongs to */
  readonly leaf: IndicatorLeaf | undefined;
}

/** The surroundings of the texts of a linked ruleset. */
export interface Surroundings {
  readonly base: Scope;
  readonly ofLeaf: (leaf: IndicatorLeaf) => Scope;
  /** the total, as a grade table speaks of it */
  readonly ofGrades: Scope;
}

/** The surroundings of a ruleset's texts. */
export function surroundingsOf({ ruleset }: Linked): Surroundings {
  const { file, fields, spellings, total } = ruleset;
  const definitions = new Map(ruleset.definitions.map((definition) => [definition.measure.name, definition]));
  const base = quiet(surroundings(file, { fields: new Map(fields), spellings: new Map(spellings) }, definitions)());
  const scopes = new Map(ruleset.indicators.map(({ leaf, scope }) => [leaf, scope]));
  return {
    base,
    ofGrades: { ...base, names: NO_NAMES, own: inputOf(total, { start: 0, end: 0 }), measures: [total] },
    ofLeaf: (leaf) => scopes.get(leaf) ?? base,
  };
}

/** Outside an indicator nobody is asked; an editor looks at half-written texts there all the same. */
function quiet(scope: Scope): Scope {
  const nobody = scope.measures[0] ?? {
    key: '',
    name: '',
    type: { kind: 'text' as const },
    unit: { name: '', dimension: [], factor: { numerator: 1n, denominator: 1n } },
    range: [{}],
    whole: false,
  };
  return {
    ...scope,
    judgement: () => nobody,
    phrase: () => nobody,
    count: () => nobody,
    choice: () => nobody,
    earned: () => nobody,
  };
}

/** Every passage of a ruleset, in no particular order. */
export function passagesOf({ ruleset }: Linked, around: Surroundings): readonly Passage[] {
  const { file } = ruleset;
  const { base } = around;
  const leaves = leavesOf(file.indicators);
  const plain = (text: Text | undefined, kind: PassageKind = 'expression'): readonly Passage[] =>
    text === undefined ? [] : [{ kind, text, manner: 'formula', scope: base, leaf: undefined }];
  const ofField = ({ name, unit, range, columns }: Field, table?: Measure): readonly Passage[] => {
    const measure =
      table === undefined
        ? ruleset.fields.get(name.text)
        : columnsOf(table).find(({ row }) => row?.column === name.text);
    const own = measure && inputOf(measure, { start: 0, end: 0 });
    const scope: Scope = { ...base, names: NO_NAMES, own, measures: measure === undefined ? [] : [measure] };
    return [
      ...plain(unit, 'unit'),
      ...(range === undefined
        ? []
        : [{ kind: 'range', text: range, manner: 'standard', scope, leaf: undefined } as const]),
      ...columns.flatMap((column) => ofField(column, measure)),
    ];
  };
  return [
    ...file.fields.flatMap((field) => ofField(field)),
    ...file.parameters.flatMap(({ value, unit }) => [...plain(value), ...plain(unit, 'unit')]),
    ...leaves.flatMap((leaf) => ofLeaf(leaf, around)),
    ...file.crossChecks.flatMap(({ expression, tolerance }) => [...plain(expression), ...plain(tolerance)]),
    ...(file.grades === undefined
      ? []
      : [{ kind: 'grades', text: file.grades, manner: 'grades', scope: around.ofGrades, leaf: undefined } as const]),
    ...file.waivers.flatMap(({ place }) => plain(place, 'words')),
    ...nameTexts(file, leaves).flatMap((text) => plain(text, 'name')),
  ];
}

function columnsOf({ type }: Measure): readonly Measure[] {
  return type.kind === 'records' ? type.columns : [];
}

function ofLeaf(leaf: IndicatorLeaf, { base, ofLeaf }: Surroundings): readonly Passage[] {
  const scope = ofLeaf(leaf);
  return [
    { kind: 'standard', text: leaf.standard, manner: 'standard', scope, leaf },
    ...leaf.formulas.map((text): Passage => ({ kind: 'formula', text, manner: 'formula', scope: base, leaf })),
    ...[leaf.weight, leaf.cap].flatMap((text): readonly Passage[] =>
      text === undefined ? [] : [{ kind: 'expression', text, manner: 'formula', scope: base, leaf }],
    ),
    ...leaf.waivers.flatMap(({ place }): readonly Passage[] =>
      place === undefined ? [] : [{ kind: 'words', text: place, manner: 'standard', scope, leaf }],
    ),
    ...[...leaf.measures, ...leaf.conditions].flatMap(({ value }): readonly Passage[] =>
      value === undefined ? [] : [{ kind: 'unit', text: value, manner: 'formula', scope, leaf }],
    ),
  ];
}

/** Texts that are the name of a field and nothing else, where one is to be chosen. */
function nameTexts({ examples }: Linked['ruleset']['file'], leaves: readonly IndicatorLeaf[]): readonly Text[] {
  return [
    ...leaves.flatMap(({ measures }) => measures.flatMap(({ name, value }) => (value === undefined ? [name] : []))),
    ...leaves.flatMap(({ aliases }) => aliases.map(({ value }) => value)),
    ...[...examples, ...leaves.flatMap((leaf) => leaf.examples)].flatMap(({ data }) => data.map(({ name }) => name)),
  ];
}

/** The rows of a table, in order. */
export function leavesOf(nodes: readonly IndicatorNode[]): readonly IndicatorLeaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leavesOf(node.children)));
}

/** Where in `text` the file's `offset` stands; before it is its beginning, behind it its end. */
export function offsetIn(text: Text, offset: number): number {
  let low = 0;
  let high = text.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (text.at({ start: middle, end: middle + 1 }).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
