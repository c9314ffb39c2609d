/**
 * The edition a draft is compared with: the published one of its family that the page brings along, or another that is chosen; and
 * what the draft's table says otherwise. Nothing is compared while the published edition itself is at hand.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { nameKey } from '../../dsl/index.ts';
import {
  loadRuleset,
  openRuleset,
  type OpenRuleset,
  type Row,
  ROW_KEYS,
  type RowKey,
  rowsOf,
  type RulesetFile,
  type TreePath,
} from '../../engine/index.ts';
import { RULESETS } from '../library.ts';
import { pathKey, type Session } from '../session.ts';

/** An edition one can compare with. */
export interface Edition {
  readonly file: string;
  readonly text: string;
  readonly head: RulesetFile;
}

/** A cell that says something else than before. */
export interface CellChange {
  readonly path: TreePath;
  readonly name: string;
  readonly column: RowKey;
  readonly before: string;
  readonly now: string;
}

/** What a draft changes in the table. */
export interface Changes {
  readonly cells: readonly CellChange[];
  /** rows that were not there, by the keys of their paths */
  readonly added: ReadonlySet<string>;
  /** names of rows that are not there any more */
  readonly removed: readonly string[];
}

/** What the ruleset at hand is compared with. */
export interface Comparison {
  readonly editions: readonly Edition[];
  /** the file of the edition that was chosen; undefined for the one that suits */
  readonly chosen: Signal<string | undefined>;
  readonly edition: ReadonlySignal<Edition | undefined>;
  readonly base: ReadonlySignal<OpenRuleset | undefined>;
  readonly changes: ReadonlySignal<Changes | undefined>;
}

/** The comparison of a sitting. */
export function compareIn(session: Session): Comparison {
  const editions = RULESETS.flatMap(({ file, text }): readonly Edition[] => {
    const head = loadRuleset(text, file).ruleset;
    return head === undefined ? [] : [{ file, text, head }];
  });
  const chosen = signal<string | undefined>(undefined);
  const text = computed(() => session.snapshot.value.ruleset.read.text);
  const edition = computed(() => {
    const own = session.good.value?.loaded.ruleset;
    const others = editions.filter((each) => each.text !== text.value && each.head.family.text === own?.family.text);
    const picked = others.find(({ file }) => file === chosen.value);
    if (picked !== undefined || own === undefined || own.status === 'published') return picked;
    const published = others.filter(({ head }) => head.status === 'published' && head.fiscalYear <= own.fiscalYear);
    return published.toSorted((left, right) => right.head.fiscalYear - left.head.fiscalYear)[0];
  });
  const base = computed(() => edition.value && openRuleset(edition.value.text, edition.value.file));
  const changes = computed(() => {
    const root = base.value?.loaded.root;
    return root === undefined ? undefined : changesBetween(rowsOf(root), session.rows.value);
  });
  return { editions, chosen, edition, base, changes };
}

/** Rows are the same where their names are. */
function changesBetween(before: readonly Row[], now: readonly Row[]): Changes {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const there = new Set(now.map(keyOf));
  const cells = now.flatMap((row): readonly CellChange[] => {
    const old = known.get(keyOf(row));
    return old === undefined ? [] : ROW_KEYS.flatMap((column) => cellChanges(old, row, column));
  });
  return {
    cells,
    added: new Set(now.filter((row) => !known.has(keyOf(row))).map(({ path }) => pathKey(path))),
    removed: before.filter((row) => !there.has(keyOf(row))).map(({ name }) => name),
  };
}

function cellChanges(old: Row, row: Row, column: RowKey): readonly CellChange[] {
  return row.cells[column].flatMap(({ path, text }, index) => {
    const [before, now] = [old.cells[column][index]?.text?.text ?? '', text?.text ?? ''];
    return before === now ? [] : [{ path, name: row.name, column, before, now }];
  });
}

function keyOf({ kind, name }: Row): string {
  return `${kind}:${nameKey(name)}`;
}
