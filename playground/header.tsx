/** The head of the page: which ruleset, whether the work is kept, and what can be done with it. */
import type { JSX } from 'preact';
import { useDesk, useSession, useWords } from './context.ts';
import { FileActions } from './files/actions.tsx';
import { RULESETS } from './library.ts';

/** The head of the page. */
export function Header(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { ruleset } = session.snapshot.value;
  const file = session.good.value?.loaded.ruleset;
  const own = !RULESETS.some((each) => each.file === ruleset.file);
  return (
    <header class="head">
      <h1>{words.product}</h1>
      <label>
        <span class="hidden">{words.ruleset}</span>
        <select
          value={ruleset.file}
          title={file?.title.text}
          onChange={({ currentTarget: { value } }) => {
            const chosen = RULESETS.find((each) => each.file === value);
            if (chosen !== undefined) session.openRuleset(chosen.file, chosen.text);
          }}
        >
          {own && <option value={ruleset.file}>{file?.title.text ?? ruleset.file}</option>}
          {RULESETS.map((each) => (
            <option key={each.file} value={each.file}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      {file && (
        <span class="edition">
          {[words.year(file.fiscalYear), words.edition(file.edition), words.statusNames[file.status]].join(' · ')}
        </span>
      )}
      <span class="grow" />
      <Kept />
      <button type="button" disabled={!session.canUndo.value} onClick={() => session.undo()}>
        {words.undo}
      </button>
      <button type="button" disabled={!session.canRedo.value} onClick={() => session.redo()}>
        {words.redo}
      </button>
      <FileActions />
      <button
        type="button"
        lang={words.lang === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => (session.lang.value = words.lang === 'zh' ? 'en' : 'zh')}
      >
        {words.otherName}
      </button>
    </header>
  );
}

/** Whether the work is kept: as a draft, and in files. */
function Kept(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const desk = useDesk();
  const time = session.savedAt.value?.toLocaleTimeString(words.lang === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <span class="quiet kept" role="status">
      {time === undefined ? words.notSaved : words.saved(time)}
      {desk.unsaved.value.length > 0 && ` · ${words.unsaved}`}
    </span>
  );
}
