/** A text at rest, coloured lightly by what its words are. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Passage } from '../../engine/index.ts';
import { passageColours } from '../editor/source.ts';

/** The text of a passage in its colours; a text that is no passage stays plain. Coloured anew only when its words or the names change. */
export function Coloured({
  text,
  passage,
}: {
  readonly text: string;
  readonly passage: Passage | undefined;
}): JSX.Element {
  const names = passage?.scope.names.all().join('\n');
  const colours = useMemo(() => passage && passageColours(passage), [text, names, passage?.manner]);
  if (colours === undefined) return <>{text}</>;
  return (
    <>
      {colours.map(({ span, colour }) => (
        <span key={span.start} class={`c-${colour}`}>
          {text.slice(span.start, span.end)}
        </span>
      ))}
    </>
  );
}
