/**
 * One sitting at the playground: the document, the unit it is tried on, what is selected, and everything that follows from them.
 * Texts change only here, through the history, so that everything can be undone and is saved; all else is computed from them.
 */
import { batch, computed, type ReadonlySignal, signal, type Signal } from '@preact/signals';
import type { Diagnostic, Fix, Lang, Span } from '../dsl/index.ts';
import {
  applyEdits,
  type Change,
  type FiledDiagnostic,
  loadUnit,
  type Linked,
  type LoadedUnit,
  Memory,
  openRuleset,
  type OpenRuleset,
  prove,
  readYaml,
  type Row,
  type RowKey,
  rowsOf,
  ROW_KEYS,
  score,
  type ScoreResult,
  setText,
  type SourceFile,
  sourceFile,
  type TreePath,
  type UnitFile,
  type Waived,
  withChanges,
} from '../engine/index.ts';
import { asDraft, draftName } from './draft.ts';
import type { NoticeKind } from './words/work.ts';
import { advance, begin, type History, redo, settle, undo } from './history.ts';

/** A file by name, read. */
export interface OpenFile {
  readonly file: string;
  readonly read: ReturnType<typeof readYaml>;
}

/** Everything an author can change. */
export interface Snapshot {
  readonly ruleset: OpenFile;
  readonly units: readonly OpenFile[];
  /** which of the units is shown */
  readonly unit: number;
}

/** What the left half shows. */
export type LeftView = 'table' | 'yaml';

/** What the right half shows. */
export type RightView = 'score' | 'data' | 'explanation' | 'curve';

/** A row of the table, beside the place of its finding. */
export interface PlacedFinding {
  readonly diagnostic: Diagnostic;
  readonly in: 'ruleset' | 'unit';
}

/** A sitting. */
export class Session {
  readonly lang: Signal<Lang>;
  readonly left: Signal<LeftView> = signal('table');
  readonly right: Signal<RightView> = signal('score');
  /** the row that is selected, by its path in the file */
  readonly selected: Signal<string | undefined> = signal(undefined);
  /** columns of the table that are shown because they were asked for */
  readonly columns: Signal<ReadonlySet<RowKey>> = signal(new Set());
  /** the cell being edited, by its path */
  readonly editing: Signal<string | undefined> = signal(undefined);
  /** something that was done for the author and should be known */
  readonly notice: Signal<Notice | undefined> = signal(undefined);

  /** the place the YAML is opened at */
  readonly revealed: Signal<Span | undefined> = signal(undefined);
  /** figures of the unit that are tried out, by what they are; the unit itself stays as it is */
  readonly tried: Signal<ReadonlyMap<string, Change>> = signal(new Map());
  /** when the sitting was last kept in the browser; undefined while it is not */
  readonly savedAt: Signal<Date | undefined> = signal(undefined);

  private readonly history: Signal<History<Snapshot>>;
  private readonly proved: ReadonlySignal<Linked | undefined>;
  private readonly memory = new Memory();
  readonly snapshot: ReadonlySignal<Snapshot>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;

  /** the ruleset as its text is now, readable or not */
  readonly opened: ReadonlySignal<OpenRuleset>;
  /** the last state of it that could be read */
  readonly good: ReadonlySignal<OpenRuleset | undefined>;
  /** whether the table shows an earlier state than the text */
  readonly broken: ReadonlySignal<boolean>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly unit: ReadonlySignal<LoadedUnit | undefined>;
  readonly result: ReadonlySignal<ScoreResult | undefined>;
  readonly findings: ReadonlySignal<readonly PlacedFinding[]>;
  /** findings of the ruleset that its author keeps, with the reasons */
  readonly waived: ReadonlySignal<readonly Waived[]>;
  /** the unit as it would be with what is tried out; undefined while nothing is */
  readonly trial: ReadonlySignal<{ readonly unit: UnitFile; readonly result: ScoreResult } | undefined>;

  constructor(first: Snapshot, lang: Lang) {
    this.lang = signal(lang);
    this.history = signal(begin(first));
    this.snapshot = computed(() => this.history.value.present);
    this.canUndo = computed(() => this.history.value.past.length > 0);
    this.canRedo = computed(() => this.history.value.future.length > 0);
    const ruleset = computed(() => this.snapshot.value.ruleset);
    const unitFile = computed(() => this.snapshot.value.units[this.snapshot.value.unit]);
    this.opened = computed(() => openRuleset(ruleset.value.read, ruleset.value.file, this.memory));
    const held: { good: OpenRuleset | undefined } = { good: undefined };
    this.good = computed(() => (held.good = this.opened.value.linked === undefined ? held.good : this.opened.value));
    this.broken = computed(() => this.opened.value.linked === undefined);
    this.rows = computed(() => {
      const root = this.good.value?.loaded.root;
      return root === undefined ? [] : rowsOf(root);
    });
    this.unit = computed(() => unitFile.value && loadUnit(unitFile.value.read, unitFile.value.file));
    this.result = computed(() => {
      const linked = this.good.value?.linked;
      const unit = this.unit.value?.unit;
      return linked && unit && score(linked.ruleset, unit);
    });
    this.proved = computed(() => this.opened.value.linked && prove(this.opened.value.linked, this.memory));
    this.waived = computed(() => this.proved.value?.waived ?? []);
    this.findings = computed(() => this.gather());
    this.trial = computed(() => {
      const linked = this.good.value?.linked;
      const unit = this.unit.value?.unit;
      const changes = [...this.tried.value.values()];
      if (linked === undefined || unit === undefined || changes.length === 0) return undefined;
      const tried = withChanges(unit, changes);
      return { unit: tried, result: score(linked.ruleset, tried) };
    });
  }

  /** Writes a cell of the table; typing in one cell is one step to undo. */
  setCell(path: TreePath, value: string): void {
    this.changeRuleset((file) => setText(file, path, value, ROW_KEYS), `cell:${path.join('/')}`);
  }

  /** Changes the ruleset's tree; a change that cannot be made leaves everything as it is and says so. */
  changeRuleset(change: (file: SourceFile) => SourceFile | undefined, burst?: string): boolean {
    const { ruleset } = this.snapshot.value;
    const file = sourceFile(ruleset.read);
    const draft = file && (this.isPublished() ? asDraft(file) : file);
    const changed = draft && change(draft);
    if (draft === undefined || changed === undefined) {
      this.notice.value = { kind: 'not-written' };
      return false;
    }
    batch(() => {
      const forked = draft !== file;
      if (forked) this.notice.value = { kind: 'forked' };
      this.step({ ...this.snapshot.value, ruleset: { file: this.nameOf(ruleset, forked), read: changed } }, burst);
    });
    return true;
  }

  /** Takes the text of the whole ruleset, whatever it says. */
  setRulesetText(text: string): void {
    const { ruleset } = this.snapshot.value;
    if (text === ruleset.read.text) return;
    this.step({ ...this.snapshot.value, ruleset: { ...ruleset, read: readYaml(text) } }, 'yaml');
  }

  /** Makes a draft of a published edition. */
  fork(): void {
    this.changeRuleset((file) => file);
  }

  /** Writes a figure or an answer into the unit's file. */
  setUnit(path: TreePath, value: string): void {
    this.changeUnit((file) => setText(file, path, value), `unit:${path.join('/')}`);
  }

  /** Changes the tree of the unit's file; a change that cannot be made leaves everything as it is and says so. */
  changeUnit(change: (file: SourceFile) => SourceFile | undefined, burst?: string): boolean {
    const { units, unit } = this.snapshot.value;
    const shown = units[unit];
    const file = shown && sourceFile(shown.read);
    const changed = file && change(file);
    if (shown === undefined || changed === undefined) {
      this.notice.value = { kind: 'not-written' };
      return false;
    }
    this.step({ ...this.snapshot.value, units: units.with(unit, { ...shown, read: changed }) }, burst);
    return true;
  }

  /** Accepts a fix of a finding. */
  accept(fix: Fix, where: PlacedFinding['in']): void {
    const apply = (read: { readonly text: string }): SourceFile | undefined => {
      const text = applyEdits(read.text, fix.edits);
      return text === undefined ? undefined : sourceFile(readYaml(text));
    };
    if (where === 'ruleset') {
      this.settle();
      // A draft's head is longer than that of the edition it comes from; edits are made before it is forked.
      const { ruleset } = this.snapshot.value;
      const changed = apply(ruleset.read);
      const draft = changed && (this.isPublished() ? asDraft(changed) : changed);
      if (draft === undefined) this.notice.value = { kind: 'not-written' };
      else {
        const forked = this.isPublished();
        if (forked) this.notice.value = { kind: 'forked' };
        this.step({ ...this.snapshot.value, ruleset: { file: this.nameOf(ruleset, forked), read: draft } });
      }
      return;
    }
    const { units, unit } = this.snapshot.value;
    const shown = units[unit];
    const changed = shown && apply(shown.read);
    if (shown && changed) this.step({ ...this.snapshot.value, units: units.with(unit, { ...shown, read: changed }) });
  }

  /** Opens another ruleset, with these units where they are given, else with those at hand. */
  openRuleset(file: string, text: string, units?: readonly OpenFile[]): void {
    batch(() => {
      this.selected.value = undefined;
      this.editing.value = undefined;
      this.notice.value = undefined;
      const ruleset = { file, read: readYaml(text) };
      this.step(units === undefined ? { ...this.snapshot.value, ruleset } : { ruleset, units, unit: 0 });
    });
  }

  /** Opens a unit beside those at hand; one that is there under the same name is shown as the file now has it. */
  openUnit(file: string, text: string): void {
    this.tried.value = new Map();
    const { units } = this.snapshot.value;
    const known = units.findIndex((each) => each.file === file);
    const opened = { file, read: readYaml(text) };
    if (known < 0) this.setUnits([...units, opened], units.length);
    else if (units[known]?.read.text === text) this.showUnit(known);
    else this.setUnits(units.with(known, opened), known);
  }

  /** Puts these units at hand and shows one of them. */
  setUnits(units: readonly OpenFile[], unit: number): void {
    this.tried.value = new Map();
    this.step({ ...this.snapshot.value, units, unit });
  }

  /** Shows one of the units at hand. */
  showUnit(unit: number): void {
    this.tried.value = new Map();
    this.step({ ...this.snapshot.value, unit }, 'show');
  }

  undo(): void {
    this.history.value = undo(this.history.value);
  }

  redo(): void {
    this.history.value = redo(this.history.value);
  }

  /** Undo and redo by the keys everyone knows; whether this was one of them. */
  takeKey({
    key,
    ctrlKey,
    metaKey,
    shiftKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): boolean {
    if (!ctrlKey && !metaKey) return false;
    const letter = key.toLowerCase();
    if (letter === 'y' || (letter === 'z' && shiftKey)) this.redo();
    else if (letter === 'z') this.undo();
    else return false;
    return true;
  }

  /** What comes next is a step of its own. */
  settle(): void {
    this.history.value = settle(this.history.value);
  }

  /** Whether the ruleset is published, and so must not be changed. */
  isPublished(): boolean {
    return this.opened.value.loaded.ruleset?.status === 'published';
  }

  /** The name of the ruleset's file; a draft made of a published edition has one of its own. */
  private nameOf({ file }: OpenFile, forked: boolean): string {
    return forked ? draftName(file, (this.opened.value.loaded.ruleset?.edition ?? 1) + 1) : file;
  }

  private step(next: Snapshot, burst?: string): void {
    this.history.value = advance(this.history.value, next, burst);
  }

  private gather(): readonly PlacedFinding[] {
    const { loaded, file } = this.opened.value;
    const ofRuleset = [...loaded.diagnostics, ...(this.proved.value?.diagnostics ?? [])];
    const ofUnit: readonly (Diagnostic | FiledDiagnostic)[] = [
      ...(this.unit.value?.diagnostics ?? []),
      ...(this.result.value?.diagnostics ?? []).filter((each) => each.file !== file),
    ];
    return [
      ...ofRuleset.map((diagnostic) => ({ diagnostic, in: 'ruleset' as const })),
      ...ofUnit.map((diagnostic) => ({ diagnostic, in: 'unit' as const })),
    ];
  }
}

/** What is told the author, once. */
export interface Notice {
  readonly kind: NoticeKind;
  /** the name, number or size it speaks of */
  readonly about?: string;
  /** a link to be copied by hand */
  readonly link?: string;
}

/** A path as a key. */
export function pathKey(path: TreePath): string {
  return path.join('/');
}
