/**
 * Names as they stand in one text: the longest declared name at a place, and inside a call over the rows of a table also its columns,
 * which may then be named alone: 个数(下属机构, 基本支出＞100万元).
 */
import type { Names } from './names.ts';

/** What may be the name of a column. */
const COLUMN = /[^\s(),;:.。、!?+×*÷/<>=≤≥≠~-]+/y;

/** The names of one text, width-folded. */
export class PlacedNames {
  private readonly text: string;
  private readonly names: Names;
  /** calls over rows, each with its end and its table's columns */
  private readonly calls: { readonly columns: Names; readonly end: number }[] = [];

  constructor(text: string, names: Names) {
    this.text = text;
    this.names = names;
  }

  /** The longest name at a place; behind a table and a dot also a column it does not have, so that this can be said of it. */
  at(offset: number): ReturnType<Names['at']> {
    const { text } = this;
    const name = this.names.at(text, offset);
    const column =
      this.calls.length === 0 ? undefined : this.calls.findLast(({ end }) => offset < end)?.columns.at(text, offset);
    if (column !== undefined && column.length >= (name?.length ?? 0)) return column;
    if (name?.declared.columns === undefined || text.charAt(offset + name.length) !== '.') return name;
    const start = offset + name.length + 1;
    COLUMN.lastIndex = start;
    if (!COLUMN.test(text)) return name;
    const called = text.slice(start, COLUMN.lastIndex);
    return {
      length: COLUMN.lastIndex - offset,
      declared: { name: `${name.declared.name}.${called}`, role: 'data' },
    };
  }

  /** Notes what a call is over whose bracket opens at `offset`, when it begins with a table. */
  open(offset: number): void {
    const { text } = this;
    let start = offset + 1;
    while (text.charAt(start) === ' ') start += 1;
    const columns = text.charAt(offset) === '(' ? this.at(start)?.declared.columns : undefined;
    if (columns === undefined) return;
    let depth = 0;
    let end = offset;
    for (; end < text.length; end += 1) {
      if (text.charAt(end) === '(') depth += 1;
      else if (text.charAt(end) === ')') depth -= 1;
      if (depth === 0) break;
    }
    this.calls.push({ columns, end });
  }
}
