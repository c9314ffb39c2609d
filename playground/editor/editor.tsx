/** An editor as a part of the page: monaco, loaded when the first one is shown, kept in step with the document. */
import { effect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Span } from '../../dsl/index.ts';
import { useEditors, useSession, useWords } from '../context.ts';
import type { EditorKey, OpenEditor } from './monaco.ts';
import type { TextSource } from './source.ts';

interface EditorProps {
  readonly text: () => string;
  readonly source: TextSource;
  readonly label: string;
  readonly inline: boolean;
  readonly readOnly?: () => boolean;
  readonly reveal?: () => Span | undefined;
  readonly onChange: (text: string) => void;
  readonly onKey?: (key: EditorKey) => void;
  readonly onRefused?: () => void;
}

/** A text under edit. */
export function Editor(props: EditorProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const session = useSession();
  const words = useWords();
  const editors = useEditors();
  useEffect(() => {
    const shown: { editor?: OpenEditor; ended: boolean; stop?: () => void } = { ended: false };
    void editors().then((open) => {
      const place = host.current;
      if (shown.ended || place === null) return;
      place.replaceChildren();
      const { source, label, inline } = props;
      const editor = open(place, {
        text: props.text(),
        source,
        label,
        inline,
        lang: () => session.lang.value,
        readOnly: props.readOnly?.() ?? false,
        onChange: props.onChange,
        onKey: (key) => {
          if (key === 'undo') session.undo();
          else if (key === 'redo') session.redo();
          else props.onKey?.(key);
        },
        onRefused: () => props.onRefused?.(),
      });
      shown.editor = editor;
      shown.stop = effect(() => {
        editor.setText(props.text());
        editor.setReadOnly(props.readOnly?.() ?? false);
        editor.refresh();
      });
      if (inline) editor.focus();
      const span = props.reveal?.();
      if (span !== undefined) editor.reveal(span);
    });
    return () => {
      shown.ended = true;
      shown.stop?.();
      shown.editor?.dispose();
    };
  }, []);
  return (
    <div class={props.inline ? 'editor inline' : 'editor'} ref={host}>
      <span class="quiet">{props.inline ? props.text() : words.loading}</span>
    </div>
  );
}
