/**
 * Items put into lists of a YAML file, whatever they hold and whether the list was there before: an example under an indicator, a
 * waiver, a heading with a first row. As everywhere where files are rewritten, a change is made only if the file then says exactly
 * what was meant.
 */
import {
  checked,
  columnOf,
  insertion,
  isMap,
  nodeAt,
  type Plain,
  plain,
  quoted,
  setText,
  type SourceFile,
  splice,
  type TreePath,
  withItem,
} from './rewrite-yaml.ts';
import { entryOf } from './shape.ts';
import type { SourceNode } from './yaml.ts';

/** Where a new list stands among the entries of its map, and how its items are written. */
export interface ItemStyle {
  /** keys in the order they are written in; a new list stands behind those before it */
  readonly order?: readonly string[];
  /** each entry on a line of its own; else the item stands in braces on one */
  readonly lines?: boolean;
}

/** Adds an item before place `to` of the list at `list`, which begins with it where there is none. */
export function addContent(
  file: SourceFile,
  list: TreePath,
  to: number,
  item: Plain,
  { order = [], lines = false }: ItemStyle = {},
): SourceFile | undefined {
  const { text, root } = file;
  const target = nodeAt(root, list);
  const meant = withItem(plain(root), list, to, item);
  if (target?.kind === 'list' && target.items.length > 0) {
    const place = insertion(text, target, to);
    if (place !== undefined)
      return checked([splice(text, place.offset, `${inLines(item, place.indent, lines)}\n`)], meant);
    const before = target.items[to - 1];
    const after = target.items[to];
    if (before !== undefined) return checked([splice(text, before.span.end, `, ${inBraces(item)}`)], meant);
    return checked([after && splice(text, after.span.start, `${inBraces(item)}, `)], meant);
  }
  // A list that begins is written where a text under its key would be.
  const begun = target?.kind === 'list' ? file : setText(file, list, 'x', order);
  const node = begun && nodeAt(begun.root, list);
  const parent = begun && nodeAt(begun.root, list.slice(0, -1));
  const key = entryOf(parent, String(list.at(-1)))?.key;
  if (begun === undefined || node === undefined || parent === undefined || key === undefined) return undefined;
  const { start, end } = node.span;
  const flow = `[${inBraces(item)}]`;
  if (isInBraces(begun.text, parent)) return checked([splice(begun.text, start, flow, end)], meant);
  const indent = columnOf(begun.text, key.span.start) + 2;
  const block = `\n${inLines(item, indent, lines)}`;
  const head = begun.text.slice(0, start).trimEnd();
  return checked([`${head}${block}${begun.text.slice(end)}`, splice(begun.text, start, flow, end)], meant);
}

function isInBraces(text: string, { span }: SourceNode): boolean {
  return '{['.includes(text.charAt(span.start));
}

/** `{ 说明: 正好满编, 数据: { 在职人数: 60, 编制数: 60 }, 得分: 3 }` */
function inBraces(content: Plain): string {
  if (content === null) return '';
  if (typeof content === 'string') return quoted(content, false);
  if (!isMap(content)) return `[${content.map(inBraces).join(', ')}]`;
  return `{ ${[...content].map(([key, value]) => `${quoted(key, true)}: ${inBraces(value)}`).join(', ')} }`;
}

/** An item behind its dash, without the line break at its end; entries on lines of their own where `lines` says so. */
function inLines(item: Plain, indent: number, lines: boolean): string {
  const margin = ' '.repeat(indent);
  if (!lines || !isMap(item)) return `${margin}- ${inBraces(item)}`;
  return [...item]
    .map(([key, value], at) => {
      const head = `${margin}${at === 0 ? '- ' : '  '}${quoted(key, true)}:`;
      if (value === null || typeof value === 'string' || isMap(value)) return `${head} ${inBraces(value)}`;
      return [head, ...value.map((each) => inLines(each, indent + 4, true))].join('\n');
    })
    .join('\n');
}
