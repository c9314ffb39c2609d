/**
 * One finding: what is wrong in a sentence, and what may be done about it as buttons: a fix, which changes the text, or a waiver, which
 * keeps it as it is and says why. Either can be undone.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { textOf } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import type { PlacedFinding } from '../session.ts';
import { isWaivable, waive } from './waive.ts';

const SIGNS = { error: '✕', warning: '▲', info: 'ⓘ' } as const;

/** A finding with its fixes. */
export function Finding({ finding }: { readonly finding: PlacedFinding }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const lang = session.lang.value;
  const { diagnostic, in: where } = finding;
  return (
    <div class={`finding ${diagnostic.severity}`}>
      <span class="sign" aria-hidden="true">
        {SIGNS[diagnostic.severity]}
      </span>
      <span>{textOf(diagnostic, lang)}</span>
      {diagnostic.fixes.map((fix) => (
        <button key={fix.title.zh} type="button" class="fix" onClick={() => session.accept(fix, where)}>
          {fix.title[lang]}
        </button>
      ))}
      {isWaivable(finding) && !asking && (
        <button type="button" class="fix waive" onClick={() => setAsking(true)}>
          {words.waiver.ask}
        </button>
      )}
      {asking && (
        <Reason
          onReason={(reason) => {
            setAsking(false);
            if (reason !== undefined) waive(session, finding, reason);
          }}
        />
      )}
    </div>
  );
}

/** Asks for the reason of a waiver; without one there is none. */
function Reason({ onReason }: { readonly onReason: (reason: string | undefined) => void }): JSX.Element {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => {
    field.current?.focus();
  }, []);
  return (
    <form
      class="waiver"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onReason(reason.trim());
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onReason(undefined);
      }}
    >
      <input
        ref={field}
        type="text"
        aria-label={words.waiver.reason}
        placeholder={words.waiver.reason}
        value={reason}
        onInput={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <button type="submit" class="fix" disabled={reason.trim() === ''}>
        {words.waiver.write}
      </button>
      <button type="button" class="fix" onClick={() => onReason(undefined)}>
        {words.waiver.cancel}
      </button>
    </form>
  );
}
