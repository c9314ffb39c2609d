/**
 * Drafts kept in the browser: after every change, and read again at the start. What cannot be read is put aside under another name,
 * never thrown away; a browser without room is told, never silent.
 */
import { readYaml } from '../../engine/index.ts';
import { RULESETS, UNITS } from '../library.ts';
import { type OpenFile, Session, type Snapshot } from '../session.ts';

const KEY = 'jichi:draft';
const DAMAGED = `${KEY}:damaged:`;

/** A file as it is kept. */
export interface DraftFile {
  readonly file: string;
  readonly text: string;
}

/** What is kept of a sitting. */
export interface Draft {
  readonly lang: 'zh' | 'en';
  readonly ruleset: DraftFile;
  readonly units: readonly DraftFile[];
  readonly unit: number;
}

/** A sitting with the trial a link carried, the last sitting, or one with the sample. */
export function restore(storage: Storage, trial: unknown): Session {
  if (isDraft(trial)) return sitting(trial);
  const session = fromStorage(storage);
  if (trial !== undefined) session.notice.value = { kind: 'link-damaged' };
  return session;
}

function fromStorage(storage: Storage): Session {
  const kept = storage.getItem(KEY);
  if (kept === null) return sample();
  const draft = draftIn(kept);
  const stuck = Number(storage.getItem(OPENING) ?? '0') >= MOST_OPENINGS;
  if (draft !== undefined && !stuck) return sitting(draft);
  putAside(storage);
  const session = sample();
  session.notice.value = { kind: draft === undefined ? 'draft-damaged' : 'draft-crashed' };
  return session;
}

/** How often a draft may fail to come up before it is taken to be the cause: someone may close a page while it opens. */
const MOST_OPENINGS = 2;
const OPENING = 'jichi:opening';

/** Notes that the draft is being opened; what it gives back notes that it came up. */
export function opening(storage: Storage): () => void {
  const times = Number(storage.getItem(OPENING) ?? '0');
  attempt(() => storage.setItem(OPENING, String(times + 1)));
  return () => storage.removeItem(OPENING);
}

/** Puts the draft under another name, from where it can be downloaded; the next sitting begins with the sample. */
export function putAside(storage: Storage): void {
  const kept = storage.getItem(KEY);
  if (kept === null) return;
  // Room is made before it is taken: a full storage holds the draft once.
  storage.removeItem(KEY);
  storage.removeItem(OPENING);
  attempt(() => storage.setItem(`${DAMAGED}${String(Date.now())}`, kept));
}

/** The drafts that were put aside, the oldest first. */
export function damagedDrafts(storage: Storage): readonly string[] {
  return Object.keys(storage)
    .filter((key) => key.startsWith(DAMAGED))
    .toSorted()
    .map((key) => storage.getItem(key) ?? '');
}

function attempt(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}

function sitting(draft: Draft): Session {
  const opened: Snapshot = { ruleset: read(draft.ruleset), units: draft.units.map(read), unit: draft.unit };
  return new Session(opened, draft.lang);
}

/** Everything of the sitting, as it is kept. */
export function draftOf(session: Session): string {
  const { ruleset, units, unit } = session.snapshot.value;
  const plain = ({ file, read: { text } }: OpenFile): DraftFile => ({ file, text });
  const draft: Draft = { lang: session.lang.value, ruleset: plain(ruleset), units: units.map(plain), unit };
  return JSON.stringify(draft);
}

/** As long as a pause in typing. */
const PAUSE_MS = 400;

/**
 * Keeps the sitting whenever it changes: at the first pause, and at once when the page is left or hidden. Gives back what keeps it now.
 */
export function autosave(session: Session, storage: Storage): () => void {
  const waiting: { timer?: ReturnType<typeof setTimeout> | undefined; kept?: string; told: boolean } = {
    told: false,
  };
  const keep = (): void => {
    clearTimeout(waiting.timer);
    waiting.timer = undefined;
    const draft = draftOf(session);
    if (draft === waiting.kept) return;
    if (attempt(() => storage.setItem(KEY, draft))) {
      waiting.kept = draft;
      session.savedAt.value = new Date();
      waiting.told = false;
    } else {
      session.savedAt.value = undefined;
      if (!waiting.told) session.notice.value = { kind: 'storage-full' };
      waiting.told = true;
    }
  };
  keep();
  const soon = (): void => {
    waiting.timer ??= setTimeout(keep, PAUSE_MS);
  };
  session.snapshot.subscribe(soon);
  session.lang.subscribe(soon);
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', keep);
  addEventListener('storage', ({ key, newValue }) => {
    if (key === KEY && newValue !== null) session.notice.value = { kind: 'other-window' };
  });
  return keep;
}

function sample(): Session {
  const [ruleset] = RULESETS;
  const unit = UNITS[0];
  if (ruleset === undefined || unit === undefined) throw new Error('the page brings a sample along');
  return new Session({ ruleset: read(ruleset), units: [read(unit)], unit: 0 }, 'zh');
}

function read({ file, text }: DraftFile): OpenFile {
  return { file, read: readYaml(text) };
}

function draftIn(kept: string): Draft | undefined {
  try {
    const found: unknown = JSON.parse(kept);
    return isDraft(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isDraft(found: unknown): found is Draft {
  if (typeof found !== 'object' || found === null) return false;
  const { lang, ruleset, units, unit } = found as Partial<Record<keyof Draft, unknown>>;
  return (
    (lang === 'zh' || lang === 'en') &&
    isFile(ruleset) &&
    Array.isArray(units) &&
    units.every(isFile) &&
    typeof unit === 'number' &&
    Number.isInteger(unit) &&
    unit >= 0 &&
    unit < Math.max(units.length, 1)
  );
}

function isFile(found: unknown): found is DraftFile {
  return (
    typeof found === 'object' &&
    found !== null &&
    'file' in found &&
    typeof found.file === 'string' &&
    'text' in found &&
    typeof found.text === 'string'
  );
}
