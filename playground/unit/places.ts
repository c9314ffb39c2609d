/** Where the figures and answers of a unit stand in its file, or would. */
import { nodeAt, type Ruleset, type SourceFile, type TreePath } from '../../engine/index.ts';

/** A place to fill in, with what stands there. */
export interface Slot {
  readonly path: TreePath;
  readonly text: string;
  /** the path of the reason given beside it, where there is room for one */
  readonly reason: TreePath | undefined;
}

/** The slot of what stands under `path`: a bare value, or the 值 of a map. */
export function slotAt(file: SourceFile, path: TreePath): Slot {
  const node = nodeAt(file.root, path);
  const inner = node?.kind === 'map' ? [...path, '值'] : path;
  const value = nodeAt(file.root, inner);
  return {
    path: inner,
    text: value?.kind === 'scalar' ? value.text : '',
    reason: node?.kind === 'map' ? [...path, '理由'] : undefined,
  };
}

/** The slots of a figure: one, or one for each place where the unit states it, with the name of the place. */
export function slotsAt(file: SourceFile, path: TreePath): readonly (readonly [path: TreePath, place: string])[] {
  const node = nodeAt(file.root, path);
  if (node?.kind !== 'list') return [[path, '']];
  return node.items.map((_, index) => [[...path, index], textAt(file, [...path, index, '处'])]);
}

/** The text under a path, or nothing. */
export function textAt(file: SourceFile, path: TreePath): string {
  const node = nodeAt(file.root, path);
  return node?.kind === 'scalar' ? node.text : '';
}

/** The key a unit uses for a field: its name, or one of its other spellings. */
export function keyOf(file: SourceFile, { spellings }: Ruleset, name: string): string {
  const data = nodeAt(file.root, ['数据']);
  const keys = data?.kind === 'map' ? data.entries.map(({ key }) => key.text) : [];
  return keys.includes(name) ? name : (keys.find((key) => spellings.get(key) === name) ?? name);
}
