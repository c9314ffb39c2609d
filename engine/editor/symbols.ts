/**
 * What the names of a ruleset stand for, and every place where each is written: declared in 数据, 参数, 公式, 量, 条件, 清单, 等级 and
 * 别名, used in sentences, checks and examples. An occurrence is a name as spelt: an alias is a spelling of its own that leads to
 * the same data.
 */
import {
  type Measure,
  type Scope,
  type Span,
  foldWidth,
  formulaName,
  nameKey,
  readFormula,
  wordsOf,
} from '../../dsl/index.ts';
import type { Linked } from '../ruleset/link.ts';
import type { Text } from '../files/locate.ts';
import { type Passage, type Surroundings, leavesOf } from './passages.ts';
import type { Example, IndicatorLeaf } from '../files/ruleset-file.ts';

/** What kind of thing a name stands for. `column`: of a table, known where its table is named · `input`: an indicator's own 量, 条件 or item · `alias`: another spelling of a field, or of a name within one indicator. */
export type SymbolKind = 'field' | 'column' | 'parameter' | 'formula' | 'indicator' | 'input' | 'level' | 'alias';

/** A name with what it stands for. */
export interface NamedThing {
  /** unique within the file */
  readonly id: string;
  readonly kind: SymbolKind;
  readonly name: string;
  /** the indicator in which alone it is known */
  readonly leaf: string | undefined;
  /** what an alias leads to */
  readonly of: string | undefined;
}

/** A name where it is written. */
export interface Occurrence {
  readonly thing: NamedThing;
  readonly text: Text;
  /** in `text` */
  readonly span: Span;
  readonly role: 'definition' | 'reference';
}

/** Every name of a ruleset wherever it is written. */
export function occurrencesOf(
  linked: Linked,
  around: Surroundings,
  passages: readonly Passage[],
): readonly Occurrence[] {
  const { file } = linked.ruleset;
  const leaves = leavesOf(file.indicators);
  const resolve = resolver(linked, leaves, around);
  const found: Occurrence[] = [];
  const add = (role: Occurrence['role'], text: Text, thing: NamedThing | undefined, span = whole(text)): void => {
    if (thing !== undefined) found.push({ thing, text, span, role });
  };
  for (const { name, aliases, columns } of file.fields) {
    const field = global('field', '数据', name.text);
    add('definition', name, field);
    for (const alias of aliases) add('definition', alias, aliasOf('别名', alias.text, field));
    for (const column of columns) {
      const own = columnOf(name.text, column.name.text);
      add('definition', column.name, own);
      for (const alias of column.aliases) add('definition', alias, aliasOf('列别名', alias.text, own, name.text));
    }
  }
  for (const { name } of file.parameters) add('definition', name, global('parameter', '参数', name.text));
  for (const leaf of leaves) declare(leaf, around.base, resolve, add);
  const named = new Set(found.map(({ text }) => text));
  for (const passage of passages) {
    if (passage.kind === 'unit' || passage.kind === 'grades' || passage.kind === 'range') continue;
    if (passage.kind === 'name') {
      if (!named.has(passage.text)) add('reference', passage.text, resolve.spelling(passage.text.text, passage.scope));
      continue;
    }
    const defined =
      passage.kind === 'formula' ? readFormula(passage.text.text, passage.scope, () => undefined) : undefined;
    if (defined?.name !== undefined) {
      add('definition', passage.text, global('formula', '公式', defined.name), defined.nameSpan);
    }
    for (const { kind, value, span } of wordsOf(passage.text.text, passage.scope.names, passage.manner)) {
      if (defined !== undefined && span.end <= defined.nameSpan.end) continue;
      const spelt = passage.text.text.slice(span.start, span.end);
      const { row } = kind === 'name' ? (passage.scope.measure(value) ?? {}) : {};
      if (row !== undefined) columnNamed(row, spelt, span, passage, resolve, add);
      else if (kind === 'name') add('reference', passage.text, resolve.word(spelt, value, passage), span);
      else if (kind === 'level' && passage.leaf !== undefined) {
        add('reference', passage.text, levelOf(passage.leaf.name.text, value), span);
      }
    }
  }
  for (const example of [...file.examples, ...leaves.flatMap(({ examples }) => examples)]) {
    answer(example, leaves, around, resolve, add);
    cells(example, around.base, resolve, add);
  }
  return found;
}

/** 下属机构.基本支出 names a table and a column; within a call over its rows the column may stand alone. */
function columnNamed(
  row: NonNullable<Measure['row']>,
  spelt: string,
  span: Span,
  passage: Passage,
  resolve: Resolver,
  add: Add,
): void {
  const { length, thing } = resolve.column(row, spelt);
  if (length > 0) {
    const table = { start: span.start, end: span.start + length };
    add('reference', passage.text, resolve.word(spelt.slice(0, length), row.table, passage), table);
  }
  add('reference', passage.text, thing, { start: span.start + (length === 0 ? 0 : length + 1), end: span.end });
}

function columnOf(table: string, column: string): NamedThing {
  return local('column', '列', table, column);
}

type Add = (role: Occurrence['role'], text: Text, thing: NamedThing | undefined, span?: Span) => void;

function whole({ text }: Text): Span {
  return { start: 0, end: text.length };
}

function global(kind: SymbolKind, room: string, name: string): NamedThing {
  return { id: `${room}:${name}`, kind, name, leaf: undefined, of: undefined };
}

function local(kind: SymbolKind, room: string, leaf: string, name: string): NamedThing {
  return { id: `${room}:${leaf}:${name}`, kind, name, leaf, of: undefined };
}

function levelOf(leaf: string, word: string): NamedThing {
  return local('level', '等级', leaf, word);
}

function aliasOf(room: string, name: string, of: NamedThing, leaf?: string): NamedThing {
  const id = leaf === undefined ? `${room}:${name}` : `${room}:${leaf}:${name}`;
  return { id, kind: 'alias', name, leaf, of: of.id };
}

/** Finds what a spelling stands for. */
interface Resolver {
  /** a whole text that is a name */
  readonly spelling: (text: string, scope: Scope) => NamedThing | undefined;
  /** a name in a sentence, declared as `name` */
  readonly word: (spelt: string, name: string, passage: Pick<Passage, 'scope' | 'leaf'>) => NamedThing | undefined;
  /** a column as spelt, with the length of its table's name before it; 0 where the column stands alone */
  readonly column: (
    row: NonNullable<Measure['row']>,
    spelt: string,
  ) => { readonly length: number; readonly thing: NamedThing };
}

function resolver(linked: Linked, leaves: readonly IndicatorLeaf[], { base }: Surroundings): Resolver {
  const bare = new Set(
    leaves
      .filter(({ formulas: [first] }) => first !== undefined && formulaName(first.text, base) === undefined)
      .map(({ name }) => name.text),
  );
  const thingOf = ({ key, name }: Measure): NamedThing | undefined => {
    const [room = '', leaf = ''] = key.split(':');
    switch (room) {
      case '数据':
        return global('field', room, name);
      case '参数':
        return global('parameter', room, name);
      case '公式':
        return bare.has(name) ? global('indicator', '指标', name) : global('formula', room, name);
      case '评定':
        return local('input', room, leaf, name);
      default:
        return undefined;
    }
  };
  const word: Resolver['word'] = (spelt, name, { scope, leaf }) => {
    const measure = scope.measure(name);
    const thing = measure === undefined ? undefined : thingOf(measure);
    if (thing === undefined || nameKey(spelt) === nameKey(thing.name)) return thing;
    const own = leaf?.aliases.find((alias) => nameKey(alias.name.text) === nameKey(spelt));
    if (own !== undefined) return aliasOf('别称', own.name.text, thing, leaf?.name.text);
    const field = linked.ruleset.file.fields.find(({ name: called }) => called.text === thing.name);
    const alias = field?.aliases.find(({ text }) => nameKey(text) === nameKey(spelt));
    return alias === undefined ? thing : aliasOf('别名', alias.text, thing);
  };
  const column: Resolver['column'] = ({ table, column: called }, spelt) => {
    const field = linked.ruleset.file.fields.find(({ name }) => name.text === table);
    const folded = foldWidth(spelt);
    const before = [field?.name, ...(field?.aliases ?? [])].find(
      (name) => name !== undefined && ['.', '的'].some((joint) => folded.startsWith(`${foldWidth(name.text)}${joint}`)),
    );
    const length = before?.text.length ?? 0;
    const own = columnOf(table, called);
    const rest = nameKey(spelt.slice(length === 0 ? 0 : length + 1));
    const alias = field?.columns
      .find(({ name }) => name.text === called)
      ?.aliases.find(({ text }) => nameKey(text) === rest);
    return { length, thing: alias === undefined ? own : aliasOf('列别名', alias.text, own, table) };
  };
  return {
    word,
    column,
    spelling: (text, scope) => {
      const found = scope.names.at(foldWidth(text), 0);
      return found?.length === text.length ? word(text, found.declared.name, { scope, leaf: undefined }) : undefined;
    },
  };
}

function declare(leaf: IndicatorLeaf, base: Scope, resolve: Resolver, add: Add): void {
  const name = leaf.name.text;
  add('definition', leaf.name, global('indicator', '指标', name));
  for (const { name: text, value } of leaf.measures) {
    const known = resolve.spelling(text.text, base);
    if (known !== undefined) add('reference', text, known);
    else if (value !== undefined) add('definition', text, local('input', '评定', name, text.text));
  }
  for (const { name: text } of leaf.conditions) add('definition', text, local('input', '评定', name, text.text));
  for (const text of leaf.items) add('definition', text, local('input', '评定', name, text.text));
  for (const text of leaf.levels) add('definition', text, levelOf(name, text.text));
  const own = new Map(
    [...leaf.measures, ...leaf.conditions, ...leaf.items.map((item) => ({ name: item }))].map((pair) => [
      pair.name.text,
      pair.name,
    ]),
  );
  for (const { name: word, value } of leaf.aliases) {
    const meant = own.has(value.text) ? local('input', '评定', name, value.text) : resolve.spelling(value.text, base);
    if (meant === undefined) continue;
    add('reference', value, meant);
    add('definition', word, aliasOf('别称', word.text, meant, name));
  }
}

/** The columns in the rows an example gives for a table. */
function cells({ data }: Example, base: Scope, resolve: Resolver, add: Add): void {
  for (const { name, given } of data) {
    const table = resolve.spelling(name.text, base);
    const measure = base.measure(table?.of?.split(':').at(-1) ?? table?.name ?? '');
    if (given.kind !== 'rows' || measure?.type.kind !== 'records') continue;
    const { columns } = measure.type;
    for (const cell of given.rows.flatMap((row) => row.cells)) {
      const key = nameKey(cell.name.text);
      const found = columns
        .flatMap(({ row }) => (row === undefined ? [] : [resolve.column(row, cell.name.text)]))
        .find(({ thing }) => nameKey(thing.name) === key);
      add('reference', cell.name, found?.thing);
    }
  }
}

/** The answers of an example name indicators, their phrases and their levels; a phrase nobody declared may quote names. */
function answer(
  { judgements, indicators }: Example,
  leaves: readonly IndicatorLeaf[],
  around: Surroundings,
  resolve: Resolver,
  add: Add,
): void {
  for (const { indicator, level, phrases } of judgements) {
    const leaf = leaves.find(({ name }) => name.text === indicator.text);
    if (leaf === undefined) continue;
    add('reference', indicator, global('indicator', '指标', indicator.text));
    if (level !== undefined) add('reference', level.given.value, levelOf(leaf.name.text, level.given.value.text));
    const scope = around.ofLeaf(leaf);
    for (const { phrase } of phrases) {
      for (const { kind, value, span } of wordsOf(phrase.text, scope.names, 'standard')) {
        const spelt = phrase.text.slice(span.start, span.end);
        if (kind === 'name') add('reference', phrase, resolve.word(spelt, value, { scope, leaf }), span);
      }
    }
  }
  for (const { name } of indicators) {
    const known = leaves.some((leaf) => leaf.name.text === name.text);
    if (known) add('reference', name, global('indicator', '指标', name.text));
  }
}
