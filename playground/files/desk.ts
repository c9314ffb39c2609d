/**
 * What lies between a sitting and the user's files: which file a text came from or went to, which texts differ from their files, and
 * opening and saving with a word about each. Nothing is written over that changed elsewhere without being asked twice.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type SourceFile, sourceFile, writeJson } from '../../engine/index.ts';
import { RULESETS, UNITS } from '../library.ts';
import type { OpenFile, Session } from '../session.ts';
import { holdsMore, tableOf, unitsIn } from '../unit/table-of-units.ts';
import { readCells, writeCells } from './csv.ts';
import { decodeFile, kindOf } from './decode.ts';
import { type FoundFile, pickFiles, type Way, writeFile } from './disk.ts';
import type { NoticeKind } from '../words/work.ts';

/** The files of a sitting. */
export class Desk {
  /** the text each file has, by its name on the page */
  private readonly kept: Signal<ReadonlyMap<string, string>>;
  private readonly ways = new Map<string, Way>();
  /** files found changed elsewhere; saving once more writes over them */
  private readonly warned = new Set<string>();
  /** the texts that are in no file as they are now */
  readonly unsaved: ReadonlySignal<readonly OpenFile[]>;

  private readonly session: Session;

  constructor(session: Session) {
    this.session = session;
    this.kept = signal(new Map([...RULESETS, ...UNITS].map(({ file, text }) => [file, text])));
    this.unsaved = computed(() => {
      const { ruleset, units } = session.snapshot.value;
      return [ruleset, ...units].filter(({ file, read }) => this.kept.value.get(file) !== read.text);
    });
  }

  /** Lets the user pick files and opens them; false where the browser has no picker of its own. */
  async pick(): Promise<boolean> {
    const files = await pickFiles();
    if (files !== undefined) this.open(files);
    return files !== undefined;
  }

  /** Opens files, each as what it is. */
  open(files: readonly FoundFile[]): void {
    for (const file of files) this.openOne(file);
  }

  private openOne({ name, bytes, way }: FoundFile): void {
    const decoded = decodeFile(bytes);
    if (typeof decoded === 'string') {
      this.say(decoded, name);
      return;
    }
    const { text, encoding } = decoded;
    const kind = /\.(?:csv|tsv|txt)$/i.test(name) ? 'table' : kindOf(text);
    if (kind === 'neither') {
      this.say('not-opened', name);
      return;
    }
    if (kind === 'table') this.openTable(name, text);
    else {
      if (kind === 'ruleset') this.session.openRuleset(name, text);
      else this.session.openUnit(name, text);
      this.keep(name, text, way);
    }
    if (encoding !== 'UTF-8' && kind !== 'table') this.say('other-encoding', name);
  }

  private openTable(name: string, text: string): void {
    const { session } = this;
    const ruleset = session.good.value?.linked?.ruleset;
    const family = { family: ruleset?.file.family.text ?? '', year: String(ruleset?.file.fiscalYear ?? '') };
    const read = unitsIn(readCells(text), family, ruleset);
    if (read === undefined) this.say('table-without-units', name);
    else if ('twice' in read) this.say('table-names-twice', read.twice);
    else {
      const { units } = session.snapshot.value;
      const added = read.units.map((unit) => ({ file: `${unit.name}.yaml`, text: unit.text }));
      added.forEach(({ file, text: own }) => session.openUnit(file, own));
      session.showUnit(Math.min(units.length, session.snapshot.value.units.length - 1));
      this.say('units-opened', String(added.length));
    }
  }

  /** Saves the ruleset and the unit shown, whichever is in no file as it is; the ruleset where all is saved. */
  async save(): Promise<void> {
    const { ruleset, units, unit } = this.session.snapshot.value;
    const changed = [ruleset, units[unit]].filter((each) => each !== undefined && this.unsaved.value.includes(each));
    for (const each of changed.length === 0 ? [ruleset] : changed) if (each !== undefined) await this.put(each, false);
  }

  /** Saves the ruleset under a name to be picked. */
  async saveAs(): Promise<void> {
    await this.put(this.session.snapshot.value.ruleset, true);
  }

  /** Saves the unit shown, as YAML or JSON. */
  async saveUnit(form: 'yaml' | 'json'): Promise<void> {
    const { units, unit } = this.session.snapshot.value;
    const shown = units[unit];
    const file = shown && sourceFile(shown.read);
    if (shown === undefined) return;
    if (form === 'yaml') await this.put(shown, false);
    else if (file !== undefined) await this.offer(nameOf(shown).replace(/\.\w+$/, '.json'), writeJson(file.root));
  }

  /** Saves all units as one table. */
  async saveUnits(): Promise<void> {
    const ruleset = this.session.good.value?.linked?.ruleset;
    const files = this.session.snapshot.value.units
      .map(({ read }) => sourceFile(read))
      .filter((file): file is SourceFile => file !== undefined);
    if (ruleset === undefined || files.length === 0) return;
    const name = `${ruleset.file.family.text}-${String(ruleset.file.fiscalYear)}.csv`;
    const saved = await this.offer(name, writeCells(tableOf(files, ruleset)));
    if (saved !== undefined && files.some(holdsMore)) this.say('table-leaves-out', saved);
  }

  private async put(open: OpenFile, elsewhere: boolean): Promise<void> {
    const { file, read } = open;
    const way = elsewhere ? undefined : this.ways.get(file);
    const outcome = await writeFile(nameOf(open), read.text, way, this.warned.has(file));
    if (outcome.kind === 'cancelled') return;
    if (outcome.kind === 'changed') {
      this.warned.add(file);
      this.say('file-changed', nameOf(open));
    } else if (outcome.kind === 'refused') this.say('file-not-saved', nameOf(open));
    else {
      this.keep(file, read.text, outcome.way);
      this.say('file-saved', outcome.name);
    }
  }

  /** Saves a text that is another form of what is open; the name it went under, where it did. */
  private async offer(name: string, text: string): Promise<string | undefined> {
    const outcome = await writeFile(name, text, undefined, false);
    if (outcome.kind === 'refused') this.say('file-not-saved', name);
    if (outcome.kind !== 'written') return undefined;
    this.say('file-saved', outcome.name);
    return outcome.name;
  }

  private keep(file: string, text: string, way: Way | undefined): void {
    this.kept.value = new Map([...this.kept.value, [file, text]]);
    this.warned.delete(file);
    if (way === undefined) this.ways.delete(file);
    else this.ways.set(file, way);
  }

  private say(kind: NoticeKind, about: string): void {
    this.session.notice.value = { kind, about };
  }
}

/** The name of a file without its folders. */
function nameOf({ file }: OpenFile): string {
  const name = (file.split('/').at(-1) ?? '').replaceAll(/[\\:*?"<>|]/g, '_');
  return /\.(?:ya?ml|json)$/i.test(name) ? name : `${name}.yaml`;
}
