/** A text at rest, coloured lightly by what its words are. */
import type { JSX } from 'preact';
import type { Passage } from '../../engine/index.ts';
import { passageColours } from '../editor/source.ts';

/** The text of a passage in its colours; a text that is no passage stays plain. */
export function Coloured({
  text,
  passage,
}: {
  readonly text: string;
  readonly passage: Passage | undefined;
}): JSX.Element {
  if (passage === undefined) return <>{text}</>;
  return (
    <>
      {passageColours(passage).map(({ span, colour }) => (
        <span key={span.start} class={`c-${colour}`}>
          {text.slice(span.start, span.end)}
        </span>
      ))}
    </>
  );
}
