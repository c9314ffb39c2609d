/** What can be done with a whole row: added to, copied, moved, put under a heading, deleted. Each can be undone. */
import type { JSX } from 'preact';
import type { Row, SourceFile } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { pathKey } from '../session.ts';
import {
  addBehind,
  addHeading,
  addInside,
  copyBehind,
  moveDown,
  moveIn,
  moveOut,
  moveUp,
  putUnder,
  takeOut,
} from './structure.ts';

type Action = readonly [title: string, change: (file: SourceFile) => SourceFile | undefined];

/** The menu of a row; what makes no sense where the row stands is not in it. */
export function RowMenu({ row }: { readonly row: Row }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const rows = session.rows.value;
  const free = (name: string): string =>
    fresh(
      name,
      rows.map((each) => each.name),
    );
  const actions: readonly Action[] = [
    ...(row.kind === 'group'
      ? [[words.levels.addInside, (file: SourceFile) => addInside(file, row, free(words.newRow))] as const]
      : []),
    [words.addBelow, (file) => addBehind(file, row, free(words.newRow))],
    [words.levels.addHeading, (file) => addHeading(file, row, free(words.newHeading), free(words.newRow))],
    [words.levels.putUnder, (file) => putUnder(file, row, free(words.newHeading))],
    ...(before(rows, row)?.kind === 'group'
      ? [[words.levels.moveIn, (file: SourceFile) => moveIn(file, row)] as const]
      : []),
    ...(row.depth > 0 ? [[words.levels.moveOut, (file: SourceFile) => moveOut(file, row)] as const] : []),
    [
      words.copyRow,
      (file) =>
        copyBehind(
          file,
          row,
          rows.map(({ name }) => name),
        ),
    ],
    [words.moveUp, (file) => moveUp(file, row)],
    [words.moveDown, (file) => moveDown(file, row)],
    [words.deleteRow, (file) => takeOut(file, row)],
  ];
  return (
    <details class="rowmenu">
      <summary aria-label={`${row.name}：${words.rowMenu}`}>⋯</summary>
      <div>
        {actions.map(([title, change]) => (
          <button
            key={title}
            type="button"
            onClick={({ currentTarget }) => {
              currentTarget.closest('details')?.removeAttribute('open');
              session.settle();
              session.changeRuleset(change);
            }}
          >
            {title}
          </button>
        ))}
      </div>
    </details>
  );
}

/** The row before one under the same heading. */
function before(rows: readonly Row[], { path }: Row): Row | undefined {
  const index = path.at(-1);
  const key = typeof index === 'number' ? pathKey([...path.slice(0, -1), index - 1]) : undefined;
  return rows.find((each) => pathKey(each.path) === key);
}

/** A name nobody has yet. */
function fresh(name: string, names: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}${String(number)}`;
    if (!names.includes(candidate)) return candidate;
  }
}
