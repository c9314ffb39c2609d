/** Which of the units at hand is shown, and what can be done with them: another, a copy, a new name, away. */
import type { JSX } from 'preact';
import { nodeAt, readYaml, setText, sourceFile } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { UNITS } from '../library.ts';
import { Menu } from '../menu.tsx';
import type { OpenFile, Session } from '../session.ts';
import { blankUnit } from './blank.ts';

/** The choice of the unit. */
export function UnitBar(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { units, unit } = session.snapshot.value;
  const shown = units[unit];
  const others = UNITS.filter((each) => !units.some((open) => open.file === each.file));
  return (
    <div class="unitbar">
      <label>
        <span class="hidden">{words.atHand}</span>
        <select
          value={String(unit)}
          title={shown && titleOf(shown)}
          onChange={({ currentTarget: { value } }) => {
            const chosen = others.find((each) => each.file === value);
            if (chosen === undefined) session.showUnit(Number(value));
            else session.openUnit(chosen.file, chosen.text);
          }}
        >
          {units.length === 0 && <option value="0">{words.noUnitShort}</option>}
          {units.map((each, index) => (
            <option key={each.file} value={String(index)}>
              {titleOf(each)}
            </option>
          ))}
          {others.map((each) => (
            <option key={each.file} value={each.file}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      <Menu title="⋯" label={words.unitMenu}>
        <button type="button" onClick={() => addUnit(session, words.newUnitName)}>
          {words.newUnit}
        </button>
        <button type="button" disabled={shown === undefined} onClick={() => copyUnit(session)}>
          {words.copyUnit}
        </button>
        <button
          type="button"
          disabled={shown === undefined}
          onClick={() => {
            session.right.value = 'data';
            requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.entry.name input')?.select());
          }}
        >
          {words.renameUnit}
        </button>
        <button type="button" disabled={shown === undefined} onClick={() => removeUnit(session)}>
          {words.removeUnit}
        </button>
      </Menu>
    </div>
  );
}

/** What stands where the score would, while there is no unit to score. */
export function NoScore(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const none = session.snapshot.value.units.length === 0;
  return (
    <div class="hint">
      <p>{none ? words.noUnit : words.unitUnreadable}</p>
      {none && (
        <button type="button" class="fix" onClick={() => addUnit(session, words.newUnitName)}>
          {words.newUnit}
        </button>
      )}
    </div>
  );
}

/** What a unit is called where there are several: its name and year. */
function titleOf({ file, read: { root } }: OpenFile): string {
  const said = ['单位', '年度'].map((key) => {
    const node = root && nodeAt(root, [key]);
    return node?.kind === 'scalar' ? node.text : '';
  });
  return said[0] === '' ? file : said.join(' ').trim();
}

function addUnit(session: Session, name: string): void {
  const ruleset = session.good.value?.linked?.ruleset;
  if (ruleset === undefined) return;
  const { units } = session.snapshot.value;
  session.setUnits([...units, fileOf(session, name, blankUnit(name, ruleset))], units.length);
  session.right.value = 'data';
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.entry.name input')?.select());
}

function copyUnit(session: Session): void {
  const { units, unit } = session.snapshot.value;
  const shown = units[unit];
  if (shown === undefined) return;
  const file = sourceFile(shown.read);
  const name = session.unit.value?.unit?.name.text;
  const named = file && name !== undefined ? setText(file, ['单位'], `${name}（副本）`) : undefined;
  const base = (shown.file.split('/').at(-1) ?? '').replace(/(?:（\d+）)?\.\w+$/, '');
  session.setUnits(units.toSpliced(unit + 1, 0, fileOf(session, base, named?.text ?? shown.read.text)), unit + 1);
}

function removeUnit(session: Session): void {
  const { units, unit } = session.snapshot.value;
  const shown = units[unit];
  if (shown === undefined) return;
  session.setUnits(units.toSpliced(unit, 1), Math.max(0, Math.min(unit, units.length - 2)));
  session.notice.value = { kind: 'unit-removed', about: titleOf(shown) };
}

/** A file under a name that no unit at hand has. */
function fileOf(session: Session, base: string, text: string): OpenFile {
  const taken = session.snapshot.value.units.map(({ file }) => file);
  const names = [`${base}.yaml`, ...taken.map((_, index) => `${base}（${String(index + 2)}）.yaml`)];
  return { file: names.find((name) => !taken.includes(name)) ?? base, read: readYaml(text) };
}
