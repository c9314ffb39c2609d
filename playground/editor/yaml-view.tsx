/** The same document as YAML. A published edition is read-only until somebody types: then it is a draft. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { useSession, useWords } from '../context.ts';
import { Editor } from './editor.tsx';
import { fileSource } from './source.ts';

/** The left half, as text. */
export function YamlView(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const source = useMemo(() => fileSource(session), [session]);
  return (
    <Editor
      inline={false}
      label={words.yaml}
      text={() => session.snapshot.value.ruleset.read.text}
      source={source}
      readOnly={() => session.isPublished()}
      reveal={() => session.revealed.peek()}
      onChange={(text) => session.setRulesetText(text)}
      onRefused={() => session.fork()}
    />
  );
}
