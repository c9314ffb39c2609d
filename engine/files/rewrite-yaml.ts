/**
 * Changes of a YAML file that an editor of its content makes: a text set at a path, an entry taken out, the items of a list moved,
 * copied, added. Comments, order and every other character stay. A change is made only if the file then says exactly what was meant;
 * else the answer is undefined and the file stays as it is. Files go in and come out read, so that a change costs one reading.
 */
import { applyEdits } from './locate.ts';
import { entryOf, isBlank } from './shape.ts';
import {
  type ListNode,
  type MapEntry,
  type MapNode,
  type ReadYaml,
  readYaml,
  type ScalarNode,
  type SourceNode,
  standsPlain,
} from './yaml.ts';

/** A file read, whose tree is known. */
export interface SourceFile extends ReadYaml {
  readonly root: SourceNode;
}

/** A file's tree, where it has one. */
export function sourceFile({ text, root, diagnostics }: ReadYaml): SourceFile | undefined {
  return root && { text, root, diagnostics };
}

/** Where something stands in a file: keys of maps and places in lists, outermost first. */
export type TreePath = readonly (string | number)[];

/** The content of a file as plain values; a text is a text, nothing written is null. */
export type Plain = string | null | readonly Plain[] | ReadonlyMap<string, Plain>;

const STEP = 2;

/** Writes `value` at `path`, making the maps on the way. A new key stands behind those of `order` that come before it, else last. */
export function setText(
  { text, root }: SourceFile,
  path: TreePath,
  value: string,
  order: readonly string[] = [],
): SourceFile | undefined {
  const { depth, node, entry } = reach(root, path);
  const meant = withValue(plain(root), path, value);
  const rest = path.slice(depth);
  if (rest.length === 0) return node.kind === 'scalar' ? checked(written(text, node, entry, value), meant) : undefined;
  if (!rest.every((key) => typeof key === 'string')) return undefined;
  if (node.kind === 'map') return checked([inserted(text, node, rest, value, order)], meant);
  return entry !== undefined && isBlank(node) ? checked([begun(text, entry, rest, value)], meant) : undefined;
}

/** Takes out what stands at `path`: an entry of a map, or an item of a list, with the comments above it. */
export function remove({ text, root }: SourceFile, path: TreePath): SourceFile | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  const last = path.at(-1);
  const meant = withValue(plain(root), path, undefined);
  if (parent?.kind === 'list' && typeof last === 'number') return checked([withoutItem(text, parent, last)], meant);
  return parent?.kind === 'map' && typeof last === 'string'
    ? checked([withoutEntry(text, parent, last)], meant)
    : undefined;
}

/** Copies the item at `from` to stand before place `to` of the list at `list`; it may be another list, deeper or higher. */
export function copyItem(
  { text, root }: SourceFile,
  from: TreePath,
  list: TreePath,
  to: number,
): SourceFile | undefined {
  const source = nodeAt(root, from);
  const parent = nodeAt(root, from.slice(0, -1));
  const target = nodeAt(root, list);
  if (source === undefined || parent?.kind !== 'list' || target?.kind !== 'list') return undefined;
  const lines = itemLines(text, source);
  const place = lines && insertion(text, target, to);
  if (lines === undefined || place === undefined) return undefined;
  const moved = reindented(text.slice(lines.start, lines.end), place.indent - lines.indent);
  return checked([splice(text, place.offset, moved)], withItem(plain(root), list, to, plain(source)));
}

/** Moves the item at `from` to stand before place `to` of the list at `list`, both counted before anything moves. */
export function moveItem(file: SourceFile, from: TreePath, list: TreePath, to: number): SourceFile | undefined {
  if (from.length <= list.length && from.every((key, index) => list[index] === key)) return undefined;
  const copied = copyItem(file, from, list, to);
  return copied === undefined ? undefined : remove(copied, shifted(from, list, to));
}

/** Adds an item to the list at `list` before place `to`: a map of these entries. */
export function addItem(
  { text, root }: SourceFile,
  list: TreePath,
  to: number,
  entries: readonly (readonly [key: string, value: string])[],
): SourceFile | undefined {
  const target = nodeAt(root, list);
  if (target?.kind !== 'list') return undefined;
  const place = insertion(text, target, to);
  if (place === undefined) return undefined;
  const lines = entries.map(
    ([key, value], index) =>
      `${' '.repeat(place.indent)}${index === 0 ? '- ' : '  '}${quoted(key, true)}: ${quoted(value, false)}\n`,
  );
  return checked([splice(text, place.offset, lines.join(''))], withItem(plain(root), list, to, new Map(entries)));
}

/** What stands at a path. */
export function nodeAt(root: SourceNode, path: TreePath): SourceNode | undefined {
  return path.reduce<SourceNode | undefined>((node, key) => below(node, key), root);
}

function below(node: SourceNode | undefined, key: string | number): SourceNode | undefined {
  if (typeof key === 'string') return entryOf(node, key)?.value;
  return node?.kind === 'list' ? node.items[key] : undefined;
}

/** How far a path leads, and the entry its last step went through. */
function reach(
  root: SourceNode,
  path: TreePath,
): { readonly depth: number; readonly node: SourceNode; readonly entry: MapEntry | undefined } {
  let node = root;
  let entry: MapEntry | undefined;
  for (const [depth, key] of path.entries()) {
    const next = below(node, key);
    if (next === undefined) return { depth, node, entry };
    entry = typeof key === 'string' ? entryOf(node, key) : undefined;
    node = next;
  }
  return { depth: path.length, node, entry };
}

/** The first of the texts that says what was meant. */
export function checked(texts: readonly (string | undefined)[], meant: Plain): SourceFile | undefined {
  for (const text of texts) {
    const read = text === undefined ? undefined : readYaml(text);
    const file = read?.diagnostics.length === 0 ? sourceFile(read) : undefined;
    if (file !== undefined && same(plain(file.root), meant)) return file;
  }
  return undefined;
}

/** The content of a node. */
export function plain(node: SourceNode): Plain {
  switch (node.kind) {
    case 'scalar':
      return node.blank ? null : node.text;
    case 'list':
      return node.items.map(plain);
    case 'map':
      return new Map(node.entries.map(({ key, value }) => [key.text, plain(value)]));
  }
}

function same(left: Plain | undefined, right: Plain | undefined): boolean {
  if (isList(left))
    return isList(right) && left.length === right.length && left.every((one, index) => same(one, right[index]));
  if (isMap(left))
    return isMap(right) && left.size === right.size && [...left].every(([key, one]) => same(one, right.get(key)));
  return left === right;
}

function isList(value: Plain | undefined): value is readonly Plain[] {
  return Array.isArray(value);
}

/** Whether it is a map. */
export function isMap(value: Plain | undefined): value is ReadonlyMap<string, Plain> {
  return value instanceof Map;
}

/** `whole` with `value` at `path`, or without what stands there. */
export function withValue(whole: Plain | undefined, path: TreePath, value: string | undefined): Plain {
  const [key, ...rest] = path;
  if (key === undefined) return value ?? null;
  const gone = rest.length === 0 && value === undefined;
  if (typeof key === 'number') {
    const items = isList(whole) ? whole : [];
    return gone ? items.toSpliced(key, 1) : items.with(key, withValue(items[key], rest, value));
  }
  const entries = new Map(isMap(whole) ? whole : []);
  if (gone) entries.delete(key);
  else entries.set(key, withValue(entries.get(key), rest, value));
  return entries;
}

/** `whole` with `item` before place `to` of the list at `list`, which begins there if there was none. */
export function withItem(whole: Plain | undefined, list: TreePath, to: number, item: Plain): Plain {
  const [key, ...rest] = list;
  if (key === undefined) return isList(whole) ? whole.toSpliced(to, 0, item) : [item];
  if (typeof key === 'number') return isList(whole) ? whole.with(key, withItem(whole[key], rest, to, item)) : [];
  const entries = new Map(isMap(whole) ? whole : []);
  return entries.set(key, withItem(entries.get(key), rest, to, item));
}

/** Where `from` stands once an item has come in at `to` of `list`. */
function shifted(from: TreePath, list: TreePath, to: number): TreePath {
  const place = from[list.length];
  const along = list.every((key, index) => from[index] === key);
  return along && typeof place === 'number' && place >= to ? from.with(list.length, place + 1) : from;
}

/** Ways to write a scalar anew: in the quotes it has, and in quotes that hold anything. */
function written(
  text: string,
  node: ScalarNode,
  entry: MapEntry | undefined,
  value: string,
): readonly (string | undefined)[] {
  if (isBlank(node)) {
    const colon = entry === undefined ? -1 : text.indexOf(':', entry.key.span.end);
    return colon < 0 ? [] : [splice(text, colon + 1, ` ${quoted(value, false)}`, Math.max(colon + 1, node.span.end))];
  }
  const edits = value === '' ? undefined : node.rewrite([{ span: { start: 0, end: node.text.length }, text: value }]);
  // A block text ends with its line.
  const block = text.slice(node.span.start, node.span.end).endsWith('\n') ? '\n' : '';
  return [
    edits && applyEdits(text, edits),
    splice(text, node.span.start, `${quoted(value, false)}${block}`, node.span.end),
  ];
}

/** A new entry, with whatever maps it needs below it, in a map that has entries. */
function inserted(
  text: string,
  map: MapNode,
  keys: readonly string[],
  value: string,
  order: readonly string[],
): string | undefined {
  const [first = ''] = keys;
  const rank = order.indexOf(first);
  const before = map.entries.findLast(
    ({ key }) => rank < 0 || (order.includes(key.text) && order.indexOf(key.text) < rank),
  );
  const last = before ?? map.entries.at(-1);
  if (text.charAt(map.span.start) === '{') {
    const own = inFlow(keys, value);
    if (last === undefined) return splice(text, map.span.start + 1, ` ${own} `);
    return splice(text, last.value.span.end, `, ${own}`);
  }
  if (last === undefined) return undefined;
  const lines = inBlock(keys, value, columnOf(text, last.key.span.start));
  return splice(text, blockEnd(text, last.value), lines);
}

/** The first entry below a key that has nothing yet. */
function begun(text: string, entry: MapEntry, keys: readonly string[], value: string): string {
  const indent = columnOf(text, entry.key.span.start) + STEP;
  return splice(text, lineEnd(text, entry.key.span.end), inBlock(keys, value, indent));
}

function inFlow([key = '', ...rest]: readonly string[], value: string): string {
  return `${quoted(key, true)}: ${rest.length === 0 ? quoted(value, false) : `{ ${inFlow(rest, value)} }`}`;
}

function inBlock([key = '', ...rest]: readonly string[], value: string, indent: number): string {
  const head = `${' '.repeat(indent)}${quoted(key, true)}:`;
  return rest.length === 0 ? `${head} ${quoted(value, false)}\n` : `${head}\n${inBlock(rest, value, indent + STEP)}`;
}

/** A text as any reader of YAML takes it for this text, in a block or in braces. Figures stay bare: the reader here never rounds them. */
export function quoted(text: string, key: boolean): string {
  const bare = /^-?\d+(?:\.\d+)?$/.test(text) || [true, false].every((flow) => standsPlain(text, { flow, key }));
  return bare ? text : JSON.stringify(text);
}

function withoutEntry(text: string, { entries, span }: MapNode, name: string): string | undefined {
  const index = entries.findIndex(({ key }) => key.text === name);
  const entry = entries[index];
  if (entry === undefined || entries.length === 1) return undefined;
  if (text.charAt(span.start) !== '{')
    return splice(text, blockStart(text, entry.key.span.start), '', blockEnd(text, entry.value));
  const [before, after] = [entries[index - 1], entries[index + 1]];
  if (after !== undefined) return splice(text, entry.key.span.start, '', after.key.span.start);
  return before && splice(text, before.value.span.end, '', entry.value.span.end);
}

function withoutItem(text: string, list: ListNode, index: number): string | undefined {
  const item = list.items[index];
  const lines = item && itemLines(text, item);
  return lines && list.items.length > 1 ? splice(text, lines.start, '', lines.end) : undefined;
}

/** The lines of an item of a list in blocks, the comments above it included; `indent` is the column of its dash. */
function itemLines(
  text: string,
  item: SourceNode,
): { readonly start: number; readonly end: number; readonly indent: number } | undefined {
  const start = lineStart(text, item.span.start);
  const head = /^( *)- +$/.exec(text.slice(start, item.span.start));
  if (head === null) return undefined;
  return { start: blockStart(text, start), end: blockEnd(text, item), indent: head[1]?.length ?? 0 };
}

/** Where an item before place `to` of a list in blocks goes, and in which column its dash stands. */
export function insertion(
  text: string,
  list: ListNode,
  to: number,
): { readonly offset: number; readonly indent: number } | undefined {
  const lines = list.items.map((item) => itemLines(text, item));
  const [first] = lines;
  const [before, next] = [lines[to - 1], lines[to]];
  if (first === undefined || lines.includes(undefined)) return undefined;
  const offset = next?.start ?? before?.end;
  return offset === undefined ? undefined : { offset, indent: first.indent };
}

function reindented(lines: string, by: number): string {
  if (by === 0) return lines;
  return lines
    .split('\n')
    .map((line) =>
      line.trim() === ''
        ? line
        : by > 0
          ? ' '.repeat(by) + line
          : line.slice(Math.min(-by, columnOf(line, line.search(/\S/)))),
    )
    .join('\n');
}

/** The end of the lines of a node, a comment behind it included. */
export function blockEnd(text: string, node: SourceNode): number {
  const end = lastText(text, node);
  return text.charAt(end - 1) === '\n' ? end : lineEnd(text, end);
}

/** Where the last of its text ends; what stands in brackets ends with them. */
function lastText(text: string, node: SourceNode): number {
  const last = node.kind === 'list' ? node.items.at(-1) : node.kind === 'map' ? node.entries.at(-1)?.value : undefined;
  return last === undefined || '{['.includes(text.charAt(node.span.start)) ? node.span.end : lastText(text, last);
}

/** The start of the line of `offset`, and of the comments right above it. */
function blockStart(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0 && /^ *#/.test(text.slice(lineStart(text, start - 1), start))) start = lineStart(text, start - 1);
  return start;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line break that ends the line of `offset`. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The column a place stands in, the first being 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** `text` with `insert` in place of what stands from `start` to `end`; lines that are put in begin a line. */
export function splice(text: string, start: number, insert: string, end = start): string {
  const before = text.slice(0, start);
  const broken = insert !== '' && insert.endsWith('\n') && before !== '' && !before.endsWith('\n') ? '\n' : '';
  return `${before}${broken}${insert}${text.slice(end)}`;
}
