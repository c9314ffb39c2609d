/** One finding: what is wrong in a sentence, and what may be done about it as buttons. Accepting one changes the text, and can be undone. */
import type { JSX } from 'preact';
import { textOf } from '../../engine/index.ts';
import { useSession } from '../context.ts';
import type { PlacedFinding } from '../session.ts';

const SIGNS = { error: '✕', warning: '▲', info: 'ⓘ' } as const;

/** A finding with its fixes. */
export function Finding({ finding }: { readonly finding: PlacedFinding }): JSX.Element {
  const session = useSession();
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
    </div>
  );
}
