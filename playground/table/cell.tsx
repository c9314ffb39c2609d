/**
 * One cell of the table: plain text in the document's typeface until it is clicked or Enter is pressed, then an editor in its place;
 * under it what there is to say about its words.
 */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Cell as TableCell, Row, RowKey } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { Editor } from '../editor/editor.tsx';
import { cellSource, passageOf } from '../editor/source.ts';
import { Finding } from '../findings/finding.tsx';
import { pathKey, type PlacedFinding } from '../session.ts';
import { Coloured } from './coloured.tsx';
import { neighbour, shownColumns } from './neighbour.ts';

/** Columns whose texts the language reads. */
const READ: readonly RowKey[] = ['公式', '评分标准'];

interface CellProps {
  readonly row: Row;
  readonly column: RowKey;
  readonly cell: TableCell;
  readonly findings: readonly PlacedFinding[];
  /** what it says in the edition compared with, where that is something else */
  readonly before: string | undefined;
}

/** A cell with its findings. */
export function Cell({ row, column, cell, findings, before }: CellProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  const key = pathKey(cell.path);
  const text = cell.text?.text ?? '';
  const editing = session.editing.value === key;
  const button = useRef<HTMLButtonElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !editing && session.editing.value === undefined) button.current?.focus();
    was.current = editing;
  }, [editing]);
  const label = `${row.name}，${words.columns[column]}`;
  const move = (by: 1 | -1): void => {
    session.settle();
    session.editing.value = neighbour(session.rows.value, shownColumns(session.columns.value), key, by);
  };
  const open = session.good.value;
  return (
    <>
      {editing ? (
        <CellEditor column={column} cell={cell} label={label} move={move} />
      ) : (
        <button
          ref={button}
          type="button"
          class={['cell', ...(text === '' ? ['blank'] : []), ...(before === undefined ? [] : ['changed'])].join(' ')}
          title={before === undefined ? undefined : words.compare.was(before === '' ? words.empty : before)}
          aria-label={`${label}：${text === '' ? words.empty : text}`}
          onClick={() => {
            session.settle();
            session.editing.value = key;
          }}
        >
          {text === '' ? '　' : <Coloured text={text} passage={open && passageOf(open, cell.text)} />}
        </button>
      )}
      {findings.map((finding) => (
        <Finding key={findingKey(finding)} finding={finding} />
      ))}
    </>
  );
}

/** What tells one finding from another. */
export function findingKey({ diagnostic: { code, span }, in: where }: PlacedFinding): string {
  return `${where}:${code}:${String(span.start)}:${String(span.end)}`;
}

interface CellEditorProps {
  readonly column: RowKey;
  readonly cell: TableCell;
  readonly label: string;
  readonly move: (by: 1 | -1) => void;
}

function CellEditor({ column, cell, label, move }: CellEditorProps): JSX.Element {
  const session = useSession();
  const now = (): TableCell | undefined => {
    const key = pathKey(cell.path);
    for (const row of session.rows.value)
      for (const each of row.cells[column]) if (pathKey(each.path) === key) return each;
    return undefined;
  };
  const write = (text: string): void => session.setCell(cell.path, text);
  const leave = (): void => {
    session.settle();
    if (session.editing.value === pathKey(cell.path)) session.editing.value = undefined;
  };
  if (!READ.includes(column))
    return <PlainEditor text={now()?.text?.text ?? ''} label={label} write={write} leave={leave} move={move} />;
  return (
    <Editor
      inline
      label={label}
      text={() => now()?.text?.text ?? ''}
      source={cellSource(session, () => now()?.text)}
      onChange={write}
      onKey={(key) => {
        if (key === 'leave') leave();
        else if (key === 'next') move(1);
        else if (key === 'previous') move(-1);
      }}
    />
  );
}

interface PlainProps {
  readonly text: string;
  readonly label: string;
  readonly write: (text: string) => void;
  readonly leave: () => void;
  readonly move: (by: 1 | -1) => void;
}

/** Names, weights and notes need no language: a text field of the same size. */
function PlainEditor({ text, label, write, leave, move }: PlainProps): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useSession();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <textarea
      ref={field}
      class="plain"
      rows={1}
      aria-label={label}
      value={text}
      onInput={({ currentTarget }) => write(currentTarget.value.replaceAll('\n', ''))}
      onBlur={leave}
      onKeyDown={(event) => {
        const { key, shiftKey } = event;
        if (event.isComposing) return;
        if (key === 'Escape' || key === 'Enter') leave();
        else if (key === 'Tab') move(shiftKey ? -1 : 1);
        else if (!session.takeKey(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
