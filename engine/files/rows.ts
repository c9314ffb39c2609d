/**
 * The rows of a ruleset's table as they stand in its file, whole or not: a row that lacks its standard is a row all the same, or an
 * author could not fill it in. Nothing is given a meaning here.
 */
import type { Text } from './locate.ts';
import type { TreePath } from './rewrite-yaml.ts';
import { entryOf, isBlank } from './shape.ts';
import type { SourceNode } from './yaml.ts';

/** What a row may say, by its key in the file, in the order it is written there. */
export const ROW_KEYS = ['指标', '分值', '公式', '评分标准', '依据', '说明'] as const;

/** One of the columns of the table. */
export type RowKey = (typeof ROW_KEYS)[number];

/** A text of a row, and where it is written or would be. */
export interface Cell {
  readonly path: TreePath;
  readonly text: Text | undefined;
}

/** A heading or an indicator. */
export interface Row {
  readonly kind: 'group' | 'leaf';
  /** how many headings stand above it */
  readonly depth: number;
  /** its item in the list it is part of */
  readonly path: TreePath;
  /** 指标, or nothing while it has none */
  readonly name: string;
  /** by column; a row may have several 公式 */
  readonly cells: Readonly<Record<RowKey, readonly Cell[]>>;
}

/** The rows of a file in order, a heading before what stands under it. */
export function rowsOf(root: SourceNode): readonly Row[] {
  return below(entryOf(root, '指标')?.value, ['指标'], 0);
}

function below(list: SourceNode | undefined, path: TreePath, depth: number): readonly Row[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item, index) => rowOf(item, [...path, index], depth));
}

function rowOf(item: SourceNode, path: TreePath, depth: number): readonly Row[] {
  const children = entryOf(item, '下级')?.value;
  const cells = {
    指标: cellsOf(item, path, '指标'),
    分值: cellsOf(item, path, '分值'),
    公式: cellsOf(item, path, '公式'),
    评分标准: cellsOf(item, path, '评分标准'),
    依据: cellsOf(item, path, '依据'),
    说明: cellsOf(item, path, '说明'),
  };
  const name = cells.指标[0]?.text?.text ?? '';
  const row: Row = { kind: children === undefined ? 'leaf' : 'group', depth, path, name, cells };
  return [row, ...below(children, [...path, '下级'], depth + 1)];
}

function cellsOf(item: SourceNode, path: TreePath, key: RowKey): readonly Cell[] {
  const value = entryOf(item, key)?.value;
  const own = [...path, key];
  if (value?.kind !== 'list') return [{ path: own, text: textOf(value) }];
  return value.items.map((each, index) => ({ path: [...own, index], text: textOf(each) }));
}

function textOf(node: SourceNode | undefined): Text | undefined {
  return node?.kind === 'scalar' && !isBlank(node) ? node : undefined;
}
