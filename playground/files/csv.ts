/**
 * Tables as text, as spreadsheets write them: cells between commas (semicolons or tabs are understood too), in quotes where they hold
 * any of those. A text that a spreadsheet would run as a formula is written with an apostrophe before it, which reading takes off.
 */

/** The cells of a table, row by row, blanks around them cut off; rows without anything are left out. */
export function readCells(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = /^[ \t]*"((?:[^"]|"")*)"[ \t]*/.exec(text.slice(at, at + LONGEST_CELL));
    const plain = text.slice(at).search(separator === '\t' ? /[\t\r\n]/ : separator === ';' ? /[;\r\n]/ : /[,\r\n]/);
    const end = quoted === null ? (plain < 0 ? text.length : at + plain) : at + quoted[0].length;
    row.push(quoted === null ? plainCell(text.slice(at, end)) : plainCell((quoted[1] ?? '').replaceAll('""', '"')));
    if (text.charAt(end) === separator) {
      at = end + 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell !== ''));
}

/** Cells as a text that spreadsheets open as it is: with a byte order mark, without which Excel takes Chinese for something else. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
    return /[",;\t\r\n]|^ | $/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

const LONGEST_CELL = 20_000;

function plainCell(text: string): string {
  return text.trim().replace(/^'(?=[=+@-])/, '');
}

/** What stands between the cells of the first line. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const [head = ''] = text.split(/[\r\n]/, 1);
  const count = (mark: string): number => head.split(mark).length;
  if (count('\t') > 1) return '\t';
  return count(';') > count(',') ? ';' : ',';
}
