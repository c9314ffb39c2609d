/** Which of the further columns the table shows, as switches beside its heading. */
import type { JSX } from 'preact';
import { useSession, useWords } from '../context.ts';
import { EXTRA } from './neighbour.ts';

/** The switches. */
export function ColumnSwitch(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const shown = session.columns.value;
  return (
    <span class="columns">
      {EXTRA.map((column) => (
        <button
          key={column}
          type="button"
          class="switch"
          aria-pressed={shown.has(column)}
          title={words.showColumn(words.columns[column])}
          onClick={() => {
            const next = new Set(shown);
            if (!next.delete(column)) next.add(column);
            session.columns.value = next;
          }}
        >
          {words.columns[column]}
        </button>
      ))}
    </span>
  );
}
