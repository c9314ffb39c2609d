/** A table within a unit's data, a row for each of its 下属单位 or projects: typed into, pasted into, rows added and taken out. */
import type { JSX } from 'preact';
import type { Measure } from '../../dsl/index.ts';
import { addRow, nodeAt, removeRow, setText, type SourceFile, type TreePath } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { readCells } from '../files/csv.ts';
import { Finding } from '../findings/finding.tsx';
import { pathKey } from '../session.ts';
import { findingKey } from '../table/cell.tsx';
import { Choosing } from './choosing.tsx';
import { choicesOf } from './choices.ts';
import type { PlacedFindings } from './located.ts';

interface GridProps {
  readonly file: SourceFile;
  readonly path: TreePath;
  readonly label: string;
  readonly note: string;
  readonly columns: readonly Measure[];
  /** other names of a column, any of which a row may use */
  readonly aliases: (column: string) => readonly string[];
  readonly findings: PlacedFindings;
}

/** The rows of a table. */
export function Grid({ file, path, label, note, columns, aliases, findings }: GridProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  const list = nodeAt(file.root, path);
  const rows = list?.kind === 'list' ? list.items : [];
  const names = columns.map(({ row, name }) => row?.column ?? name);
  const blank = names.map((name) => [name, ''] as const);
  return (
    <div class="grid">
      <h4>
        {label} <span class="quiet">{[words.rows(rows.length), note].filter((each) => each !== '').join('；')}</span>
      </h4>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={names[at]} scope="col" class={column.type.kind === 'number' ? 'figure' : ''}>
                {names[at]}
                {unitOf(column) !== '' && <span class="quiet">（{unitOf(column)}）</span>}
              </th>
            ))}
            <th class="act">
              <span class="hidden">{words.rowMenu}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((_, index) => (
            <tr key={index}>
              {columns.map((column, at) => {
                const cellPath = cellAt(file, index, names[at] ?? '');
                const found = findings.at(cellPath);
                return (
                  <td key={names[at]}>
                    <Choosing
                      label={`${label} ${String(index + 1)} ${names[at] ?? ''}`}
                      value={textOf(file, cellPath)}
                      choices={choicesOf(column, words)}
                      figure={column.type.kind === 'number'}
                      lacking={textOf(file, cellPath) === ''}
                      needed={column.type.kind !== 'text'}
                      invalid={found.some(({ diagnostic }) => diagnostic.severity === 'error')}
                      onWrite={(value) => session.setUnit(cellPath, value)}
                      onPasteCells={(cells) => paste(cells, index, at)}
                    />
                    {found.map((finding) => (
                      <Finding key={findingKey(finding)} finding={finding} />
                    ))}
                  </td>
                );
              })}
              <td class="act">
                <button
                  type="button"
                  class="link"
                  aria-label={words.removeRow(index + 1)}
                  title={words.removeRow(index + 1)}
                  onClick={() => session.changeUnit((now) => removeRow(now, [...path, index]))}
                >
                  ✕
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="fix"
        onClick={() => {
          session.changeUnit((now) => addRow(now, path, rows.length, blank));
          focusLater(`${label} ${String(rows.length + 1)} ${names[0] ?? ''}`);
        }}
      >
        ＋ {words.addTableRow}
      </button>{' '}
      <span class="quiet small">{words.pasteRows}</span>
    </div>
  );

  /** The path of a cell, under the name its row uses for the column. */
  function cellAt({ root }: SourceFile, row: number, column: string): TreePath {
    const spelled = [column, ...aliases(column)].find((name) => nodeAt(root, [...path, row, name]) !== undefined);
    return [...path, row, spelled ?? column];
  }

  /** Cells out of a spreadsheet, put in from the cell they were pasted into; rows that are wanting are added. */
  function paste(cells: string, row: number, column: number): void {
    const block = readCells(cells);
    session.changeUnit(
      (now) => {
        let changed: SourceFile | undefined = now;
        block.forEach((values, down) => {
          const place = row + down;
          if (changed && nodeAt(changed.root, [...path, place]) === undefined)
            changed = addRow(changed, path, place, blank);
          values.forEach((value, across) => {
            const name = names[column + across];
            if (changed && name !== undefined) changed = setText(changed, cellAt(changed, place, name), value);
          });
        });
        return changed;
      },
      `paste:${pathKey(path)}`,
    );
  }
}

function unitOf({ type, unit }: Measure): string {
  if (type.kind !== 'number') return '';
  return unit.name === '' || unit.name === '比率' ? '%' : unit.name;
}

function textOf(file: SourceFile, path: TreePath): string {
  const node = nodeAt(file.root, path);
  return node?.kind === 'scalar' ? node.text : '';
}

function focusLater(label: string): void {
  requestAnimationFrame(() => {
    [...document.querySelectorAll<HTMLElement>('.grid input, .grid select')]
      .find((each) => each.getAttribute('aria-label') === label)
      ?.focus();
  });
}
