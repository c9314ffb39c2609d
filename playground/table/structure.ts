/** Rows and headings added, copied, moved and deleted: what each does to the file's tree, and what is selected afterwards. */
import {
  addContent,
  addItem,
  type Content,
  copyItem,
  moveItem,
  nodeAt,
  remove,
  type Row,
  setText,
  type SourceFile,
  type TreePath,
} from '../../engine/index.ts';

/** The list a row is an item of, and its place there. */
function placeOf({ path }: Row): { readonly list: TreePath; readonly index: number } {
  const index = path.at(-1);
  return { list: path.slice(0, -1), index: typeof index === 'number' ? index : 0 };
}

/** A new indicator behind a row, on the same level. */
export function addBehind(file: SourceFile, row: Row, name: string): SourceFile | undefined {
  const { list, index } = placeOf(row);
  return addItem(file, list, index + 1, leafOf(name, '0'));
}

/** A new indicator under a heading, behind what stands there. */
export function addInside(file: SourceFile, row: Row, name: string): SourceFile | undefined {
  const list = [...row.path, BELOW];
  return addItem(file, list, countAt(file, list), leafOf(name, '0'));
}

/** A new heading behind a row, on the same level, with a first indicator under it. */
export function addHeading(file: SourceFile, row: Row, name: string, first: string): SourceFile | undefined {
  const { list, index } = placeOf(row);
  const item = new Map<string, Content>([
    ['指标', name],
    ['分值', '0'],
    [BELOW, [new Map(leafOf(first, '0'))]],
  ]);
  return addContent(file, list, index + 1, item, { lines: true });
}

/** A row put under a heading of its own, which weighs what it weighs. */
export function putUnder(file: SourceFile, row: Row, name: string): SourceFile | undefined {
  const { list, index } = placeOf(row);
  const weight = row.cells.分值[0]?.text?.text ?? '0';
  const item = new Map<string, Content>([
    ['指标', name],
    ['分值', weight],
    [BELOW, [new Map([['指标', name]])]],
  ]);
  const headed = addContent(file, list, index, item, { lines: true });
  const own = [...list, index, BELOW];
  const moved = headed && moveItem(headed, [...list, index + 1], own, 0);
  return moved && remove(moved, [...own, 1]);
}

/** A row moved under the heading before it, behind what stands there; undefined where none does. */
export function moveIn(file: SourceFile, row: Row): SourceFile | undefined {
  const { list, index } = placeOf(row);
  const target = [...list, index - 1, BELOW];
  return index === 0 || nodeAt(file.root, target)?.kind !== 'list'
    ? undefined
    : moveItem(file, row.path, target, countAt(file, target));
}

/** A row moved out of its heading, behind it; undefined on the top level, and for the last row under a heading. */
export function moveOut(file: SourceFile, row: Row): SourceFile | undefined {
  const heading = row.path.slice(0, -2);
  const index = heading.at(-1);
  return typeof index === 'number' ? moveItem(file, row.path, heading.slice(0, -1), index + 1) : undefined;
}

const BELOW = '下级';

function leafOf(name: string, weight: string): readonly (readonly [string, string])[] {
  return [
    ['指标', name],
    ['分值', weight],
    ['评分标准', '酌情计分'],
  ];
}

function countAt({ root }: SourceFile, list: TreePath): number {
  const node = nodeAt(root, list);
  return node?.kind === 'list' ? node.items.length : 0;
}

/** A copy of a row behind it, under a name of its own. */
export function copyBehind(file: SourceFile, row: Row, names: readonly string[]): SourceFile | undefined {
  const { list, index } = placeOf(row);
  const copied = copyItem(file, row.path, list, index + 1);
  return copied && setText(copied, [...list, index + 1, '指标'], freeName(row.name, names));
}

/** A row and the one before it change places; undefined for the first. */
export function moveUp(file: SourceFile, row: Row): SourceFile | undefined {
  const { list, index } = placeOf(row);
  return index === 0 ? undefined : moveItem(file, row.path, list, index - 1);
}

/** A row and the one behind it change places. */
export function moveDown(file: SourceFile, row: Row): SourceFile | undefined {
  const { list, index } = placeOf(row);
  return moveItem(file, row.path, list, index + 2);
}

/** A row taken out with all that stands under it. */
export function takeOut(file: SourceFile, row: Row): SourceFile | undefined {
  return remove(file, row.path);
}

/** `甲` → `甲（2）`, `甲（3）` … whichever is free. */
function freeName(name: string, names: readonly string[]): string {
  for (let number = 2; ; number += 1) {
    const candidate = `${name}（${String(number)}）`;
    if (!names.includes(candidate)) return candidate;
  }
}
