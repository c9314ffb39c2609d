/** What was done for the author and what could not be, until it is read. */
import type { JSX } from 'preact';
import { useSession, useWords } from './context.ts';
import { damagedDrafts } from './files/drafts.ts';
import { download } from './files/disk.ts';

/** The notice of the moment, with what it offers. */
export function Notices(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const notice = session.notice.value;
  const damaged = notice?.kind === 'draft-damaged' || notice?.kind === 'draft-crashed';
  return (
    <div role="status" class="notices">
      {notice && (
        <p class="notice">
          <span>{words.notice[notice.kind](notice.about ?? '')}</span>
          {notice.link !== undefined && (
            <input
              type="text"
              class="address"
              readOnly
              aria-label={words.link}
              value={notice.link}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          )}
          {damaged && (
            <button type="button" onClick={() => saveDamaged(globalThis.localStorage)}>
              {words.download}
            </button>
          )}
          <button type="button" onClick={() => (session.notice.value = undefined)}>
            {words.close}
          </button>
        </p>
      )}
    </div>
  );
}

/** Offers every draft that was put aside for download. */
export function saveDamaged(storage: Storage): void {
  damagedDrafts(storage).forEach((text, index) => download(`jichi-draft-${String(index + 1)}.json`, text));
}
