/** Rows added, copied, moved and deleted: what each does to the file's tree, and what is selected afterwards. */
import {
  addItem,
  copyItem,
  moveItem,
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
  return addItem(file, list, index + 1, [
    ['指标', name],
    ['分值', '0'],
    ['评分标准', '酌情计分'],
  ]);
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
