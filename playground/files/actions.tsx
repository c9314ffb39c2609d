/** What can be done with files, in the head of the page: open, save, share, print; and files dropped anywhere on the page. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { readYaml } from '../../engine/index.ts';
import { useDesk, useSession, useWords } from '../context.ts';
import { RULESETS, UNITS } from '../library.ts';
import { Menu } from '../menu.tsx';
import { saveDamaged } from '../notices.tsx';
import { type OpenFile, type Session } from '../session.ts';
import { blankStart } from '../unit/blank.ts';
import { type DraftFile, damagedDrafts } from './drafts.ts';
import { droppedFiles, found } from './disk.ts';
import { linkTo } from './share.ts';

/** The buttons. */
export function FileActions(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const desk = useDesk();
  return (
    <>
      <Menu title={words.open}>
        <OpenButtons />
        {damagedDrafts(globalThis.localStorage).length > 0 && (
          <button type="button" onClick={() => saveDamaged(globalThis.localStorage)}>
            {words.downloadDamaged}
          </button>
        )}
      </Menu>
      <Menu title={words.save}>
        <button type="button" onClick={() => void desk.save()}>
          {words.saveKeys}
        </button>
        <button type="button" onClick={() => void desk.saveAs()}>
          {words.saveAs}
        </button>
        <button type="button" onClick={() => void desk.saveUnit('yaml')}>
          {words.saveUnit}
        </button>
        <button type="button" onClick={() => void desk.saveUnit('json')}>
          {words.saveUnitJson}
        </button>
        <button type="button" onClick={() => void desk.saveUnits()}>
          {words.saveUnits}
        </button>
      </Menu>
      <button type="button" onClick={() => void share(session)}>
        {words.share}
      </button>
      <button type="button" onClick={() => globalThis.print()}>
        {words.print}
      </button>
      <DropPlace />
    </>
  );
}

/** Ways to begin: a file, the sample, an empty standard. */
export function OpenButtons(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const desk = useDesk();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        title={words.openFileNote}
        onClick={() =>
          void desk.pick().then((picked) => {
            if (!picked) picker.current?.click();
          })
        }
      >
        {words.openFile}
      </button>
      <button type="button" onClick={() => openSample(session)}>
        {words.openSample}
      </button>
      <button
        type="button"
        onClick={() => {
          const { ruleset, unit } = blankStart(words.newRulesetTitle, words.newUnitName, new Date().getFullYear());
          session.openRuleset('new-standard.yaml', ruleset, [opened('new-unit.yaml', unit)]);
        }}
      >
        {words.newRuleset}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".yaml,.yml,.json,.csv,.tsv,.txt"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])].map((file) => found(file));
          void Promise.all(files).then((all) => desk.open(all));
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function openSample(session: Session): void {
  const [ruleset] = RULESETS;
  const [unit] = UNITS;
  if (ruleset && unit) session.openRuleset(ruleset.file, ruleset.text, [opened(unit.file, unit.text)]);
}

function opened(file: string, text: string): OpenFile {
  return { file, read: readYaml(text) };
}

/** The whole page as a place to drop files on. */
function DropPlace(): JSX.Element {
  const words = useWords();
  const desk = useDesk();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carries = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
    const drag = (event: DragEvent): void => {
      if (!carries(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (event.dataTransfer === null || !carries(event)) return;
      event.preventDefault();
      void droppedFiles(event.dataTransfer.items).then((files) => desk.open(files));
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', drag);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [desk]);
  return over ? <div class="dropping">{words.drop}</div> : <></>;
}

/** Copies the link of this trial, shows it where copying is not allowed, or says that there is too much for one. */
async function share(session: Session): Promise<void> {
  const { ruleset, units, unit } = session.snapshot.value;
  const plain = ({ file, read: { text } }: OpenFile): DraftFile => ({ file, text });
  const shown = units[unit];
  const made = await linkTo(location.href, plain(ruleset), shown && plain(shown));
  const size = (length: number): string => (length / 1000).toFixed(1);
  if ('tooLong' in made) {
    session.notice.value = { kind: 'link-too-long', about: size(made.tooLong) };
    return;
  }
  const about = size(made.link.length);
  try {
    await navigator.clipboard.writeText(made.link);
    session.notice.value = { kind: 'link-copied', about };
  } catch {
    session.notice.value = { kind: 'link-shown', about, link: made.link };
  }
}
