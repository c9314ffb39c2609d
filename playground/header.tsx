/** The head of the page: which ruleset and which unit, whether the work is kept, and what can be done with it. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useSession, useWords } from './context.ts';
import type { DraftFile } from './files/drafts.ts';
import { saveFile } from './files/save.ts';
import { linkTo } from './files/share.ts';
import type { OpenFile, Session } from './session.ts';
import { RULESETS, UNITS } from './library.ts';
import { loadRuleset, loadUnit } from '../engine/index.ts';

/** The head of the page. */
export function Header(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const { ruleset, units, unit } = session.snapshot.value;
  const file = session.good.value?.loaded.ruleset;
  const saved = session.savedAt.value;
  const time = saved?.toLocaleTimeString(words.lang === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <header class="head">
      <h1>{words.product}</h1>
      <label>
        <span class="hidden">{words.ruleset}</span>
        <select
          value={ruleset.file}
          onChange={({ currentTarget: { value } }) => {
            const chosen = RULESETS.find((each) => each.file === value);
            if (chosen !== undefined) session.openRuleset(chosen.file, chosen.text);
          }}
        >
          {!RULESETS.some((each) => each.file === ruleset.file) && <option value={ruleset.file}>{ruleset.file}</option>}
          {RULESETS.map((each) => (
            <option key={each.file} value={each.file}>
              {titleOf(each.text, each.file)}
            </option>
          ))}
        </select>
      </label>
      {file && (
        <span class="edition">
          {[words.year(file.fiscalYear), words.edition(file.edition), words.statusNames[file.status]].join(' · ')}
        </span>
      )}
      <label>
        <span class="hidden">{words.unit}</span>
        <select
          value={units[unit]?.file ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const known = units.findIndex((each) => each.file === value);
            const chosen = UNITS.find((each) => each.file === value);
            if (known >= 0) session.showUnit(known);
            else if (chosen !== undefined) session.openUnit(chosen.file, chosen.text);
          }}
        >
          {[
            ...units.map((each) => ({ file: each.file, text: each.read.text })),
            ...UNITS.filter((each) => !units.some((open) => open.file === each.file)),
          ].map((each) => (
            <option key={each.file} value={each.file}>
              {unitName(each.text, each.file)}
            </option>
          ))}
        </select>
      </label>
      <span class="grow" />
      <span class="quiet" role="status">
        {time === undefined ? words.notSaved : words.saved(time)}
      </span>
      <button type="button" disabled={!session.canUndo.value} onClick={() => session.undo()}>
        {words.undo}
      </button>
      <button type="button" disabled={!session.canRedo.value} onClick={() => session.redo()}>
        {words.redo}
      </button>
      <button type="button" onClick={() => picker.current?.click()}>
        {words.open}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".yaml,.yml,.json"
        hidden
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined)
            void chosen.text().then((text) => {
              if (loadUnit(text, chosen.name).unit !== undefined) session.openUnit(chosen.name, text);
              else session.openRuleset(chosen.name, text);
            });
          currentTarget.value = '';
        }}
      />
      <button
        type="button"
        onClick={() => saveFile(ruleset.file.split('/').at(-1) ?? 'ruleset.yaml', ruleset.read.text)}
      >
        {words.save}
      </button>
      <button type="button" onClick={() => void share(session)}>
        {words.share}
      </button>
      <button type="button" onClick={() => globalThis.print()}>
        {words.print}
      </button>
      <button type="button" onClick={() => (session.lang.value = words.lang === 'zh' ? 'en' : 'zh')}>
        {words.otherName}
      </button>
    </header>
  );
}

/** Copies the link of this trial, or says that there is too much for one. */
async function share(session: Session): Promise<void> {
  const { ruleset, units, unit } = session.snapshot.value;
  const plain = ({ file, read: { text } }: OpenFile): DraftFile => ({ file, text });
  const shown = units[unit];
  const made = await linkTo(location.href, plain(ruleset), shown && plain(shown));
  const size = (length: number): string => (length / 1000).toFixed(1);
  if ('tooLong' in made) session.notice.value = { kind: 'link-too-long', size: size(made.tooLong) };
  else {
    await navigator.clipboard.writeText(made.link);
    session.notice.value = { kind: 'link-copied', size: size(made.link.length) };
  }
}

function titleOf(text: string, file: string): string {
  const ruleset = loadRuleset(text, file).ruleset;
  return ruleset === undefined ? file : ruleset.title.text;
}

function unitName(text: string, file: string): string {
  const unit = loadUnit(text, file).unit;
  return unit === undefined ? file : `${unit.name.text} ${String(unit.fiscalYear)}`;
}
