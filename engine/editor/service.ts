/**
 * The language service over a whole ruleset file: a text, an offset into it, and what an editor asks. Which passage stands there,
 * how its words are coloured, what may follow, what they mean, where a name is declared and used. All of it is read off the
 * ruleset as it is loaded and linked for scoring.
 */
import {
  type Bilingual,
  type Colour,
  type Completion,
  type Edit,
  type Expected,
  type Span,
  UNIT_NAMES,
  coloursOf,
  completionsAt,
  expectedAt,
  hoverAt,
  measureText,
} from '../../dsl/index.ts';
import { columnNamed, fieldNamed } from '../values/fields.ts';
import { type Linked, link } from '../ruleset/link.ts';
import type { Memory } from '../ruleset/memory.ts';
import { type Passage, type PassageKind, type Surroundings, offsetIn, passagesOf, surroundingsOf } from './passages.ts';
import type { Definition } from '../ruleset/ruleset.ts';
import { type LoadedRuleset, loadRuleset } from '../files/ruleset-file.ts';
import type { ReadYaml } from '../files/yaml.ts';
import { type Occurrence, occurrencesOf } from './symbols.ts';

/** A ruleset file opened for editing. Open it anew after every change of its text. */
export interface OpenRuleset {
  readonly file: string;
  readonly text: string;
  readonly loaded: LoadedRuleset;
  /** absent while the file cannot be read */
  readonly linked: Linked | undefined;
  readonly passages: readonly Passage[];
  /** every name wherever it is written */
  readonly occurrences: () => readonly Occurrence[];
  /** the name written at an offset of the file */
  readonly occurrenceAt: (offset: number) => Occurrence | undefined;
}

/** A passage and a place in it. */
export interface PassagePlace {
  readonly passage: Passage;
  /** in the passage's text, free of quotes and escapes */
  readonly offset: number;
}

/** A coloured piece of the file. */
export interface FileColour {
  readonly span: Span;
  readonly colour: Colour;
}

/** A completion whose edit is made in the file. */
export interface FileCompletion extends Pick<
  Completion,
  'kind' | 'label' | 'insert' | 'holes' | 'detail' | 'filterText'
> {
  readonly edit: Edit;
}

/** What is said about a place in the file. */
export interface FileHover {
  readonly span: Span;
  readonly lines: readonly Bilingual[];
}

/** A name in the file and where it is declared. */
export interface FileDefinition {
  readonly span: Span;
  readonly target: Span;
}

/** A place where a name is written. */
export interface FileReference {
  readonly span: Span;
  readonly role: Occurrence['role'];
}

/** Opens a ruleset file's text, or a file already read; a `memory` kept from one opening to the next makes the next one quick. */
export function openRuleset(source: string | ReadYaml, file: string, memory?: Memory): OpenRuleset {
  const loaded = loadRuleset(source, file);
  const linked = loaded.ruleset && link(loaded.ruleset, memory);
  const around: Surroundings | undefined = linked && surroundingsOf(linked);
  const passages = linked && around ? passagesOf(linked, around) : [];
  const made: { occurrences?: readonly Occurrence[] } = {};
  const occurrences = (): readonly Occurrence[] =>
    (made.occurrences ??= linked && around ? occurrencesOf(linked, around, passages) : []);
  return {
    file,
    text: loaded.text,
    loaded,
    linked,
    passages,
    occurrences,
    occurrenceAt: (offset) =>
      occurrences()
        .map((occurrence) => ({ occurrence, span: occurrence.text.at(occurrence.span) }))
        .filter(({ span }) => span.start <= offset && offset <= span.end)
        .toSorted((a, b) => b.span.start - a.span.start)[0]?.occurrence,
  };
}

/** The passage at an offset of the file. */
export function passageAt({ passages }: OpenRuleset, offset: number): PassagePlace | undefined {
  const passage = passages.find(({ text: { span } }) => span.start <= offset && offset <= span.end);
  return passage && { passage, offset: offsetIn(passage.text, offset) };
}

const COLOURED: readonly PassageKind[] = ['standard', 'formula', 'grades', 'expression', 'range'];

/** The colours of every sentence, formula and expression of the file, in order; what stands between them has none. */
export function fileColours({ passages }: OpenRuleset): readonly FileColour[] {
  return passages
    .filter(({ kind }) => COLOURED.includes(kind))
    .flatMap(({ text, scope, manner }) =>
      coloursOf(text.text, scope, manner)
        .filter(({ colour }) => colour !== 'blank')
        .map(({ span, colour }) => ({ span: text.at(span), colour })),
    )
    .toSorted((a, b) => a.span.start - b.span.start);
}

/** What may be written at an offset of the file. What could not be written there as it is meant is left out. */
export function fileCompletions(open: OpenRuleset, offset: number): readonly FileCompletion[] {
  const place = passageAt(open, offset);
  if (place === undefined) return [];
  const { text } = place.passage;
  return completionsFor(open, place).flatMap(({ kind, label, insert, holes, detail, filterText, span }) => {
    const [edit, another] = text.rewrite([{ span, text: insert }]) ?? [];
    const { start, end } = text.at(span);
    const inPlace = edit?.span.start === start && edit.span.end === end && another === undefined;
    return inPlace ? [{ kind, label, insert, holes, detail, filterText, edit }] : [];
  });
}

function completionsFor(open: OpenRuleset, { passage, offset }: PassagePlace): readonly Omit<Completion, 'token'>[] {
  const { kind, text, scope, manner } = passage;
  const whole = { start: 0, end: text.text.length };
  switch (kind) {
    case 'standard':
    case 'formula':
    case 'grades':
    case 'expression':
    case 'range':
      return completionsAt(text.text, offset, scope, manner, (name) => describe(open, name, passage));
    case 'name':
      return completionsAt('', 0, scope, 'formula', (name) => describe(open, name, passage))
        .filter((completion) => completion.kind === 'name')
        .map((completion) => ({ ...completion, span: whole }));
    case 'unit':
      return [...KINDS_OF_DATA, ...UNIT_NAMES].map((label) => {
        const detail = { zh: '单位', en: 'a unit' };
        return { kind: 'unit', label, insert: label, span: whole, holes: [], detail, filterText: label };
      });
    case 'words':
      return [];
  }
}

const KINDS_OF_DATA = ['比率', '是非', '日期', '等级', '文本', '记录'];

/** What may follow at an offset of the file. */
export function fileExpected(open: OpenRuleset, offset: number): readonly Expected[] {
  const place = passageAt(open, offset);
  if (place === undefined || !COLOURED.includes(place.passage.kind)) return [];
  const { text, scope, manner } = place.passage;
  return expectedAt(text.text, place.offset, scope, manner);
}

/** What stands at an offset of the file: a word of a sentence with what it does, or a name where it is declared. */
export function fileHover(open: OpenRuleset, offset: number): FileHover | undefined {
  const place = passageAt(open, offset);
  if (place !== undefined && COLOURED.includes(place.passage.kind)) {
    const { text, scope, manner } = place.passage;
    const hover = hoverAt(text.text, place.offset, scope, manner, (name) => describe(open, name, place.passage));
    return hover && { span: text.at(hover.span), lines: hover.lines };
  }
  const occurrence = open.occurrenceAt(offset);
  if (occurrence === undefined) return undefined;
  const { thing, text, span } = occurrence;
  const [room, ...named] = (thing.of ?? thing.id).split(':');
  const of = room === '列' ? named.join('.') : thing.kind === 'alias' ? (named.at(-1) ?? thing.name) : thing.name;
  const about = describe(open, of, undefined);
  if (about === undefined) return undefined;
  const title = of === thing.name ? of : `${thing.name}（${of}）`;
  return { span: text.at(span), lines: [{ zh: `${title}：${about.zh}`, en: `${title}: ${about.en}` }] };
}

/** What the file says of a name: unit and range, meaning, where on the form it stands, its other names, its formula. */
function describe({ linked }: OpenRuleset, name: string, passage: Passage | undefined): Bilingual | undefined {
  if (linked === undefined) return undefined;
  const { file, definitions, fields } = linked.ruleset;
  const field = fieldNamed(file.fields, name);
  const definition = definitions.find(({ measure }) => measure.name === name);
  const measure = passage?.scope.measure(name) ?? definition?.measure ?? fields.get(name) ?? columnNamed(fields, name);
  if (measure === undefined) return undefined;
  const { zh, en } = measureText(measure);
  const more: readonly Bilingual[] = [
    ...(field?.meaning === undefined ? [] : [{ zh: field.meaning.text, en: field.meaning.text }]),
    ...(field?.place === undefined ? [] : [{ zh: `见${field.place.text}`, en: `stands in ${field.place.text}` }]),
    ...(field === undefined || field.aliases.length === 0
      ? []
      : [field.aliases.map(({ text }) => text).join('、')].map((names) => ({
          zh: `又称${names}`,
          en: `also ${names}`,
        }))),
    ...(definition === undefined ? [] : [computed(definition)]),
  ];
  return { zh: [zh, ...more.map((line) => line.zh)].join('；'), en: [en, ...more.map((line) => line.en)].join('; ') };
}

function computed({ measure, text: { text }, body }: Definition): Bilingual {
  const value = text.slice(body.start, body.end);
  return measure.key.startsWith('参数:')
    ? { zh: `参数，${value}`, en: `constant, ${value}` }
    : { zh: `＝${value}`, en: `= ${value}` };
}

/** Where the name at an offset is declared: in 数据, 参数, a 公式, or the indicator's own lists. On a declaration, itself. */
export function definitionAt(open: OpenRuleset, offset: number): FileDefinition | undefined {
  const occurrence = open.occurrenceAt(offset);
  const definition = open
    .occurrences()
    .find(({ role, thing }) => role === 'definition' && thing.id === occurrence?.thing.id);
  if (occurrence === undefined || definition === undefined) return undefined;
  return { span: occurrence.text.at(occurrence.span), target: definition.text.at(definition.span) };
}

/** Every place where what stands at an offset is written, its declaration and its other spellings included, in order. */
export function referencesOf(open: OpenRuleset, offset: number): readonly FileReference[] {
  const thing = open.occurrenceAt(offset)?.thing;
  if (thing === undefined) return [];
  return open
    .occurrences()
    .filter((occurrence) => occurrence.thing.id === thing.id || occurrence.thing.of === thing.id)
    .map(({ text, span, role }) => ({ span: text.at(span), role }))
    .toSorted((a, b) => a.span.start - b.span.start);
}
