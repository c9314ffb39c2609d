/**
 * Taking things out of a file's tree by key. What is absent, blank or of another shape is simply not there: whether that is a fault
 * has been said by the shape check, and nothing is ever filled in.
 */
import type { Text } from './locate.ts';
import { entryOf, isBlank } from './shape.ts';
import type { MapEntry, SourceNode } from './yaml.ts';

/** The value under a key, unless blank. */
export function take(node: SourceNode | undefined, key: string): SourceNode | undefined {
  const value = entryOf(node, key)?.value;
  return value === undefined || isBlank(value) ? undefined : value;
}

/** A node that is a text, unless blank. */
export function asText(node: SourceNode | undefined): Text | undefined {
  return node?.kind === 'scalar' && !isBlank(node) ? node : undefined;
}

/** The text under a key. */
export function takeText(node: SourceNode | undefined, key: string): Text | undefined {
  return asText(take(node, key));
}

/** The whole number under a key. */
export function takeWhole(node: SourceNode | undefined, key: string): number | undefined {
  const text = takeText(node, key)?.text;
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** What the text under a key stands for in `table`. */
export function takeChoice<T>(
  node: SourceNode | undefined,
  key: string,
  table: Readonly<Record<string, T>>,
): T | undefined {
  const text = takeText(node, key)?.text;
  return text !== undefined && Object.hasOwn(table, text) ? table[text] : undefined;
}

/** The items of the list under a key. */
export function takeItems(node: SourceNode | undefined, key: string): readonly SourceNode[] {
  const value = take(node, key);
  return value?.kind === 'list' ? value.items : [];
}

/** The texts of the list under a key, or the one text that stands in its place. */
export function takeTexts(node: SourceNode | undefined, key: string): readonly Text[] {
  const value = take(node, key);
  const items = value?.kind === 'list' ? value.items : [value];
  return present(items.map(asText));
}

/** The lines of the map under a key; their values may be blank. */
export function takeEntries(node: SourceNode | undefined, key: string): readonly MapEntry[] {
  const value = take(node, key);
  return value?.kind === 'map' ? value.entries : [];
}

/** What is there of `things`. */
export function present<T>(things: readonly (T | undefined)[]): readonly T[] {
  return things.filter((thing) => thing !== undefined);
}
