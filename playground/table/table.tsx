/** The table of indicators as everyone knows it: three levels, 分值, 公式, 评分标准; every cell is edited where it stands. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Cell as TableCell, Row, SourceFile } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { Finding } from '../findings/finding.tsx';
import { byCell } from '../findings/placed.ts';
import { pathKey, type PlacedFinding } from '../session.ts';
import { Cell, findingKey } from './cell.tsx';
import { SHOWN } from './neighbour.ts';
import { addBehind, copyBehind, moveDown, moveUp, takeOut } from './structure.ts';

/** The left half, as a table. */
export function Table(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const rows = session.rows.value;
  const findings = session.findings.value;
  const placed = useMemo(() => byCell(rows, findings), [rows, findings]);
  return (
    <table class="sheet" id="table">
      <colgroup>
        <col class="name" />
        <col class="weight" />
        <col class="formula" />
        <col class="standard" />
        <col class="menu" />
      </colgroup>
      <thead>
        <tr>
          {SHOWN.map((column) => (
            <th key={column} scope="col">
              {words.columns[column]}
            </th>
          ))}
          <th aria-label={words.rowMenu} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={pathKey(row.path)} row={row} placed={placed} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: Row;
  readonly placed: ReadonlyMap<string, readonly PlacedFinding[]>;
}

function TableRow({ row, placed }: RowProps): JSX.Element {
  const session = useSession();
  const key = pathKey(row.path);
  const selected = session.selected.value === key;
  const classes = [row.kind, `depth-${String(row.depth)}`, ...(selected ? ['selected'] : [])];
  const spanned = row.kind === 'group';
  const found = ({ path }: TableCell): readonly PlacedFinding[] => placed.get(pathKey(path)) ?? [];
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <tr
      ref={line}
      class={classes.join(' ')}
      aria-selected={selected}
      onFocusCapture={() => (session.selected.value = key)}
      onClick={() => (session.selected.value = key)}
    >
      {SHOWN.slice(0, spanned ? 2 : SHOWN.length).map((column) => (
        <td key={column} class={`col-${column}`}>
          {row.cells[column].map((cell) => (
            <Cell
              key={pathKey(cell.path)}
              row={row}
              column={column}
              cell={cell}
              findings={spanned && column === '分值' ? [] : found(cell)}
            />
          ))}
        </td>
      ))}
      {spanned && (
        <td colSpan={2}>
          {row.cells.分值.flatMap(found).map((finding) => (
            <Finding key={findingKey(finding)} finding={finding} />
          ))}
        </td>
      )}
      <td class="menu">
        <RowMenu row={row} />
      </td>
    </tr>
  );
}

/** What can be done with a whole row. */
function RowMenu({ row }: { readonly row: Row }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const names = (): readonly string[] => session.rows.value.map(({ name }) => name);
  const actions: readonly (readonly [title: string, change: (file: SourceFile) => SourceFile | undefined])[] = [
    [words.addBelow, (file) => addBehind(file, row, fresh(words.newRow, names()))],
    [words.copyRow, (file) => copyBehind(file, row, names())],
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

/** A name nobody has yet. */
function fresh(name: string, names: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}${String(number)}`;
    if (!names.includes(candidate)) return candidate;
  }
}
