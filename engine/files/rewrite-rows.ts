/**
 * Rows of a table in a unit's file, and reasons beside answers: what a form adds to and takes from a file that began without them.
 * As everywhere where files are rewritten, a change is made only if the file then says exactly what was meant.
 */
import {
  addItem,
  blockEnd,
  checked,
  isMap,
  nodeAt,
  type Plain,
  plain,
  quoted,
  remove,
  setText,
  type SourceFile,
  splice,
  type TreePath,
  withItem,
  withValue,
} from './rewrite-yaml.ts';
import { entryOf, isBlank } from './shape.ts';
import type { ListNode, MapNode, SourceNode } from './yaml.ts';

type Cells = readonly (readonly [column: string, value: string])[];

/** Adds a row before place `to` of the table at `table`, which need not be there yet, nor have a row. */
export function addRow(file: SourceFile, table: TreePath, to: number, cells: Cells): SourceFile | undefined {
  const found = nodeAt(file.root, table);
  if (found?.kind === 'list' && found.items.length > 0)
    return addItem(file, table, to, cells) ?? addedInBrackets(file, table, found, to, cells);
  const begun = found?.kind === 'list' ? file : setText(file, table, '0');
  const place = begun && placeOf(begun, table);
  if (begun === undefined || place === undefined) return undefined;
  const meant = withItem(plain(file.root), table, 0, new Map(cells));
  const { parent, node, behindColon } = place;
  if (isFlow(begun.text, parent))
    return checked([splice(begun.text, node.span.start, `[${inBraces(cells)}]`, node.span.end)], meant);
  const indent = ' '.repeat(parent.column + 2);
  const lines = cells.map(
    ([key, value], at) => `\n${indent}${at === 0 ? '- ' : '  '}${quoted(key, true)}: ${quoted(value, false)}`,
  );
  return checked([splice(begun.text, behindColon, lines.join(''), node.span.end)], meant);
}

/** Takes out the row at `path`; a table without rows stays a table. */
export function removeRow(file: SourceFile, path: TreePath): SourceFile | undefined {
  const table = path.slice(0, -1);
  const index = path.at(-1);
  const list = nodeAt(file.root, table);
  if (list?.kind !== 'list' || typeof index !== 'number') return undefined;
  const meant = withValue(plain(file.root), path, undefined);
  if (list.items.length > 1) return remove(file, path) ?? checked([cut(file.text, list, index)], meant);
  const place = placeOf(file, table);
  if (place === undefined) return undefined;
  const { text } = file;
  const end = blockEnd(text, list);
  const emptied = isFlow(text, list)
    ? splice(text, list.span.start, '[]', list.span.end)
    : splice(text, place.behindColon, ' []', text.charAt(end - 1) === '\n' ? end - 1 : end);
  return checked([emptied], meant);
}

/** Writes the reason of the answer at `path`, which is there: 是 becomes { 值: 是, 理由: … }. */
export function setReason(file: SourceFile, path: TreePath, reason: string): SourceFile | undefined {
  const answer = nodeAt(file.root, path);
  if (answer?.kind === 'map') return setText(file, [...path, '理由'], reason, ['值', '理由']);
  if (answer?.kind !== 'scalar' || isBlank(answer)) return undefined;
  const { start, end } = answer.span;
  const given = file.text.slice(start, end).trimEnd();
  const both: Plain = new Map([
    ['值', answer.text],
    ['理由', reason],
  ]);
  const written = [given, quoted(answer.text, false)].map((value) =>
    splice(file.text, start, `{ 值: ${value}, 理由: ${quoted(reason, false)} }`, start + given.length),
  );
  return checked(written, replaced(plain(file.root), path, both));
}

function replaced(whole: Plain | undefined, [key, ...rest]: TreePath, by: Plain): Plain {
  if (typeof key !== 'string') return by;
  const entries = new Map(isMap(whole) ? whole : []);
  return entries.set(key, replaced(entries.get(key), rest, by));
}

interface Place {
  readonly parent: MapNode;
  readonly node: SourceNode;
  readonly behindColon: number;
}

function placeOf({ text, root }: SourceFile, path: TreePath): Place | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const entry = entryOf(parent, String(path.at(-1)));
  if (parent?.kind !== 'map' || entry === undefined) return undefined;
  const colon = text.indexOf(':', entry.key.span.end);
  return colon < 0 ? undefined : { parent, node: entry.value, behindColon: colon + 1 };
}

function isFlow(text: string, { span }: MapNode | ListNode): boolean {
  return ['{', '['].includes(text.charAt(span.start));
}

function inBraces(cells: Cells): string {
  return `{ ${cells.map(([key, value]) => `${quoted(key, true)}: ${quoted(value, false)}`).join(', ')} }`;
}

function addedInBrackets(
  { text, root }: SourceFile,
  table: TreePath,
  list: ListNode,
  to: number,
  cells: Cells,
): SourceFile | undefined {
  const [before, next] = [list.items[to - 1], list.items[to]];
  const own = inBraces(cells);
  const added =
    before !== undefined
      ? splice(text, before.span.end, `, ${own}`)
      : next && splice(text, next.span.start, `${own}, `);
  return checked([added], withItem(plain(root), table, to, new Map(cells)));
}

/** A list in brackets without one of its items, and the comma that went with it. */
function cut(text: string, { items }: ListNode, index: number): string | undefined {
  const [before, own, after] = [items[index - 1], items[index], items[index + 1]];
  if (own === undefined) return undefined;
  if (after !== undefined) return splice(text, own.span.start, '', after.span.start);
  return before && splice(text, before.span.end, '', own.span.end);
}
