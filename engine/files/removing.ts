/** Edits that take an entry out of a file, found by the place of its key; a map or a list that would be left empty goes with it. */
import type { Edit, Span } from '../../dsl/index.ts';
import { nodeAt, remove, type TreePath } from './rewrite-yaml.ts';
import type { SourceNode } from './yaml.ts';

/** Takes out the entry whose key stands at `place`, or the item of a list that lies there; undefined where that cannot be done. */
export type Remove = (place: Span) => Edit | undefined;

/** A remover for a file of this text and tree. */
export function removerFor(text: string, root: SourceNode): Remove {
  return (place) => {
    const path = pathTo(root, place);
    for (let end = path?.length ?? 0; path !== undefined && end > 0; end -= 1) {
      const changed = remove({ text, root, diagnostics: [] }, path.slice(0, end));
      if (changed !== undefined) return difference(text, changed.text);
      // Only what stands alone takes its surroundings with it.
      if (!isAlone(root, path.slice(0, end - 1))) return undefined;
    }
    return undefined;
  };
}

function pathTo(node: SourceNode, place: Span): TreePath | undefined {
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      if (key.span.start === place.start && key.span.end === place.end) return [key.text];
      const below = pathTo(value, place);
      if (below !== undefined) return [key.text, ...below];
    }
  }
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) {
      if (item.span.start === place.start && item.span.end === place.end) return [index];
      const below = pathTo(item, place);
      if (below !== undefined) return [index, ...below];
    }
  }
  return undefined;
}

function isAlone(root: SourceNode, path: TreePath): boolean {
  const node = nodeAt(root, path);
  if (node?.kind === 'map') return node.entries.length === 1;
  return node?.kind === 'list' && node.items.length === 1;
}

/** The one edit that leads from a text to another. */
function difference(text: string, changed: string): Edit {
  const shared = Math.min(text.length, changed.length);
  let start = 0;
  while (start < shared && text[start] === changed[start]) start += 1;
  let same = 0;
  while (same < shared - start && text.at(-1 - same) === changed.at(-1 - same)) same += 1;
  return {
    span: { start, end: text.length - same },
    text: changed.slice(start, changed.length - same),
  };
}
