/**
 * Renaming: one name changed wherever it is written, and nothing else. The file with the edits made is loaded and linked again;
 * only where every formula and standard then means what it meant, but for the name, are the edits given out.
 */
import { type Bilingual, type Edit, isReserved, nameKey } from '../../dsl/index.ts';
import { type Text, applyEdits } from '../files/locate.ts';
import { meaningLines } from '../ruleset/same-meaning.ts';
import { type OpenRuleset, openRuleset } from './service.ts';
import type { NamedThing, Occurrence } from './symbols.ts';

/** Why a name cannot be changed so. */
export type RenameRefusal =
  'nothing-here' | 'empty' | 'bad-characters' | 'reserved' | 'clash' | 'cannot-be-written' | 'changes-meaning';

/** The edits of a renaming, all or none; or why there are none. */
export type Renaming =
  | { readonly kind: 'edits'; readonly thing: NamedThing; readonly edits: readonly Edit[]; readonly places: number }
  | { readonly kind: 'refused'; readonly reason: RenameRefusal; readonly text: Bilingual };

/**
 * Gives the name at `offset` of a ruleset file another spelling: declaration, formulas, sentences, checks, 量 and examples; other
 * spellings of the same data (别名) stay. A published file is then no longer what was published, which is its editor's business;
 * so are units' files that give data under the old name.
 */
export function renameAt(open: OpenRuleset, offset: number, newName: string): Renaming {
  const thing = open.occurrenceAt(offset)?.thing;
  if (thing === undefined) return refused('nothing-here', newName);
  const all = open.occurrences().filter((occurrence) => occurrence.thing.id === thing.id);
  if (!all.some(({ role }) => role === 'definition')) return refused('nothing-here', newName);
  const reason = faultOf(newName, thing, open.occurrences());
  if (reason !== undefined) return refused(reason, newName);
  if (newName === thing.name) return { kind: 'edits', thing, edits: [], places: 0 };
  const edits = editsFor(all, newName);
  const changed = edits && applyEdits(open.text, edits);
  if (edits === undefined || changed === undefined) return refused('cannot-be-written', newName);
  const part = changedPart(open, changed, thing.name, newName);
  if (part !== undefined) return refused('changes-meaning', newName, part);
  return { kind: 'edits', thing, edits, places: all.length };
}

const REFUSALS: Readonly<Record<RenameRefusal, (name: string, part: string) => Bilingual>> = {
  'nothing-here': () => ({ zh: '这里没有可以改名的名称', en: 'no name that can be changed stands here' }),
  'empty': () => ({ zh: '名称不能为空', en: 'a name cannot be empty' }),
  'bad-characters': (name) => ({
    zh: `“${name}”里有名称不能用的字符，或者首尾有空格`,
    en: `“${name}” holds characters a name cannot have, or begins or ends with a blank`,
  }),
  'reserved': (name) => ({
    zh: `“${name}”是评分语句自己的词、数或单位，不能作名称`,
    en: `“${name}” is a word, number or unit of the language itself`,
  }),
  'clash': (name) => ({ zh: `已经有叫“${name}”的了`, en: `“${name}” is taken` }),
  'cannot-be-written': (name) => ({
    zh: `“${name}”在文件的某处写不进去`,
    en: `“${name}” cannot be written somewhere in the file`,
  }),
  'changes-meaning': (name, part) => ({
    zh: `改成“${name}”后，“${part}”的意思会变，所以不改`,
    en: `with “${name}”, “${part}” would no longer mean the same`,
  }),
};

function refused(reason: RenameRefusal, name: string, part = ''): Renaming {
  return { kind: 'refused', reason, text: REFUSALS[reason](name, part) };
}

function faultOf(name: string, thing: NamedThing, all: readonly Occurrence[]): RenameRefusal | undefined {
  if (name.trim() === '') return 'empty';
  if (name !== name.trim() || /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)) return 'bad-characters';
  if (thing.kind !== 'indicator' && thing.kind !== 'level' && isReserved(name)) return 'reserved';
  const key = nameKey(name);
  const taken = all.some(
    ({ thing: other }) => other.id !== thing.id && nameKey(other.name) === key && meet(thing, other),
  );
  return taken ? 'clash' : undefined;
}

/** Whether two things may be spoken of in one text. An indicator's heading is never spoken of, but by examples. */
function meet(left: NamedThing, right: NamedThing): boolean {
  if ((left.kind === 'indicator') !== (right.kind === 'indicator')) return false;
  const [table, other] = [left, right].map(tableOf);
  if (table !== undefined || other !== undefined) return table === other;
  return left.leaf === undefined || right.leaf === undefined || left.leaf === right.leaf;
}

/** The table that a column, or another spelling of one, belongs to. */
function tableOf({ id, leaf }: NamedThing): string | undefined {
  return /^列(?:别名)?:/.test(id) ? leaf : undefined;
}

/** The edits of the file, text by text; undefined where one of them cannot be written. */
function editsFor(all: readonly Occurrence[], name: string): readonly Edit[] | undefined {
  const byText = new Map<Text, Edit[]>();
  for (const { text, span } of all) {
    const edits = byText.get(text) ?? [];
    const known = edits.some((edit) => edit.span.start === span.start);
    byText.set(text, known ? edits : [...edits, { span, text: name }]);
  }
  const edits: Edit[] = [];
  for (const [text, own] of byText) {
    const written = text.rewrite(own);
    if (written === undefined) return undefined;
    edits.push(...written);
  }
  const places = new Map(edits.map((edit) => [`${String(edit.span.start)}-${String(edit.span.end)}`, edit]));
  return [...places.values()].toSorted((a, b) => a.span.start - b.span.start);
}

/** The first part of the ruleset whose meaning would change; undefined when only the name would. */
function changedPart(open: OpenRuleset, text: string, from: string, to: string): string | undefined {
  const changed = openRuleset(text, open.file);
  if (changed.linked === undefined || open.linked === undefined) return to;
  const faults = ({ loaded }: OpenRuleset): string => loaded.diagnostics.map(({ code }) => code).join(' ');
  if (faults(changed) !== faults(open)) return to;
  const before = meaningLines(open.linked, { from, to });
  const after = meaningLines(changed.linked, { from, to });
  const at = before.findIndex(([about, meaning], index) => after[index]?.[0] !== about || after[index][1] !== meaning);
  if (at >= 0) return before[at]?.[0].replace('□', to);
  // The new name must not be found in places where the old one did not stand, even where that happens to mean the same.
  const found = changed.occurrences().length === open.occurrences().length;
  return found && before.length === after.length ? undefined : to;
}
