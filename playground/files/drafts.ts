/**
 * Drafts kept in the browser: after every change, and read again at the start. What cannot be read is put aside under another name,
 * never thrown away; a browser without room is told, never silent.
 */
import { readYaml } from '../../engine/index.ts';
import { RULESETS, UNITS } from '../library.ts';
import { type OpenFile, Session, type Snapshot } from '../session.ts';

const KEY = 'jichi:draft';

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
  if (draft === undefined) {
    storage.setItem(`${KEY}:damaged:${String(storage.length)}`, kept);
    storage.removeItem(KEY);
    const session = sample();
    session.notice.value = { kind: 'draft-damaged' };
    return session;
  }
  return sitting(draft);
}

function sitting(draft: Draft): Session {
  const opened: Snapshot = { ruleset: read(draft.ruleset), units: draft.units.map(read), unit: draft.unit };
  return new Session(opened, draft.lang);
}

/** Keeps the sitting; to be called whenever it changes. */
export function autosave(session: Session, storage: Storage): void {
  const { ruleset, units, unit } = session.snapshot.value;
  const plain = ({ file, read: { text } }: OpenFile): DraftFile => ({ file, text });
  const draft: Draft = { lang: session.lang.value, ruleset: plain(ruleset), units: units.map(plain), unit };
  try {
    storage.setItem(KEY, JSON.stringify(draft));
    session.savedAt.value = new Date();
  } catch {
    session.savedAt.value = undefined;
    session.notice.value = { kind: 'storage-full' };
  }
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
