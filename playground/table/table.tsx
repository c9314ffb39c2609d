/** The table of indicators as everyone knows it: three levels, 分值, 公式, 评分标准; every cell is edited where it stands. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Cell as TableCell, Row, RowKey } from '../../engine/index.ts';
import { useComparison, useSession, useWords } from '../context.ts';
import { Finding } from '../findings/finding.tsx';
import { byCell } from '../findings/placed.ts';
import { pathKey, type PlacedFinding } from '../session.ts';
import { Cell, findingKey } from './cell.tsx';
import { columnsFor, shownColumns } from './neighbour.ts';
import { RowMenu } from './row-menu.tsx';

/** How many columns are always shown. */
const ALWAYS = shownColumns(new Set()).length;

/** The left half, as a table. */
export function Table(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const rows = session.rows.value;
  const findings = session.findings.value;
  const placed = useMemo(() => byCell(rows, findings), [rows, findings]);
  const shown = shownColumns(session.columns.value);
  const changes = useComparison().changes.value;
  const before = useMemo(() => new Map(changes?.cells.map((each) => [pathKey(each.path), each.before])), [changes]);
  return (
    <table class={shown.length > ALWAYS ? 'sheet wide' : 'sheet'} id="table">
      <colgroup>
        <col class="name" />
        <col class="weight" />
        <col class="formula" />
        <col class="standard" />
        {shown.slice(ALWAYS).map((column) => (
          <col key={column} class="extra" />
        ))}
        <col class="menu" />
      </colgroup>
      <thead>
        <tr>
          {shown.map((column) => (
            <th key={column} scope="col">
              {words.columns[column]}
            </th>
          ))}
          <th aria-label={words.rowMenu} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow
            key={pathKey(row.path)}
            {...{ row, placed, shown, before }}
            added={changes?.added.has(pathKey(row.path)) === true}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: Row;
  readonly placed: ReadonlyMap<string, readonly PlacedFinding[]>;
  readonly shown: readonly RowKey[];
  /** what changed cells said before, by their keys */
  readonly before: ReadonlyMap<string, string>;
  /** the edition compared with has no such row */
  readonly added: boolean;
}

function TableRow({ row, placed, shown, before, added }: RowProps): JSX.Element {
  const session = useSession();
  const key = pathKey(row.path);
  const selected = session.selected.value === key;
  const classes = [
    row.kind,
    `depth-${String(row.depth)}`,
    ...(selected ? ['selected'] : []),
    ...(added ? ['added'] : []),
  ];
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
      {columnsFor(row, shown).map((column) => (
        <td key={column} class={`col-${column}`}>
          {row.cells[column].map((cell) => (
            <Cell
              key={pathKey(cell.path)}
              row={row}
              column={column}
              cell={cell}
              findings={spanned && column === '分值' ? [] : found(cell)}
              before={before.get(pathKey(cell.path))}
            />
          ))}
        </td>
      ))}
      {spanned && (
        <td colSpan={shown.length - columnsFor(row, shown).length}>
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
