/** What a new user needs to know, in three steps and one line; gone with the first change or a click, and never seen again. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useSession, useWords } from './context.ts';

const KEY = 'jichi:hint';

/** The first hint. */
export function Hint(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const [seen, setSeen] = useState(() => localStorage.getItem(KEY) !== null);
  const changed = session.canUndo.value;
  useEffect(() => {
    if (!seen && !changed) return;
    setSeen(true);
    try {
      localStorage.setItem(KEY, 'seen');
    } catch {
      // A browser without room shows the hint again: no harm.
    }
  }, [seen, changed]);
  if (seen || changed) return <></>;
  return (
    <aside class="hint-line" aria-label={words.hintTitle}>
      <ol>
        {words.hint.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button type="button" onClick={() => setSeen(true)}>
        {words.close}
      </button>
    </aside>
  );
}
