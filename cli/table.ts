/**
 * Text laid out in columns for a fixed-width screen, where a Chinese character is twice as wide as a Latin one.
 * Knows widths, padding, wrapping and decimal points; what the cells mean is the caller's. The only importer of string-width.
 */
import stringWidth from 'string-width';

/** How a column stands: `point` puts the decimal points of its figures under each other. */
export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right' | 'point';
}

/** One row; `ruled` draws a rule above it, `paint` colours its finished lines, which must not change their width. */
export interface Row {
  readonly cells: readonly string[];
  readonly ruled?: boolean;
  readonly paint?: (line: string) => string;
}

const GAP = '  ';
const NARROWEST = 16;

// What no line may be cut from: an opening sign goes with what follows, a closing one with what precedes it.
const CHUNK = /[（《〈【“‘([{≤≥＜＞＝≠±]*(?:[\x21-\x7e]+|.)\p{M}*[，。；：、！？）》〉】”’％)\],.;:!?]*/gsu;

/** How many columns of a screen the text takes. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** The text with spaces behind it, `width` columns in all. */
export function padRight(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The text with spaces before it, `width` columns in all. */
export function padLeft(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** The text in lines of at most `width` columns, cut where Chinese may be cut; its own line breaks are kept. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width));
}

/** The part of `text` that takes at most `width` columns, from its start. */
export function cut(text: string, width: number): string {
  let used = 0;
  let end = 0;
  for (const char of text) {
    used += widthOf(char);
    if (used > width) break;
    end += char.length;
  }
  return text.slice(0, end);
}

/**
 * Lines of a table: the titles, a rule, the rows. All columns are as wide as their widest cell, except the last, which is
 * wrapped to what `width` leaves. No line ends in spaces.
 */
export function tableLines(columns: readonly Column[], rows: readonly Row[], width: number): string[] {
  const laid = columns.map((column, index) =>
    layColumn(
      column,
      rows.map(({ cells }) => cells[index] ?? ''),
    ),
  );
  const left = laid.slice(0, -1).reduce((sum, column) => sum + column.width + GAP.length, 0);
  const last = laid.at(-1);
  const room = Math.max(NARROWEST, width - left);
  const line = (cells: readonly string[]): string[] => {
    const front = cells
      .slice(0, -1)
      .map((cell) => cell + GAP)
      .join('');
    const wrapped = wrap((cells.at(-1) ?? '').trimEnd(), room);
    return wrapped.map((part, index) => `${index === 0 ? front : ' '.repeat(left)}${part}`.trimEnd());
  };
  const rule = '─'.repeat(left + Math.min(room, last?.width ?? 0));
  const body = rows.flatMap(({ ruled, paint }, index) => {
    const lines = line(laid.map(({ cells }) => cells[index] ?? ''));
    return [...(ruled === true ? [rule] : []), ...(paint === undefined ? lines : lines.map(paint))];
  });
  return [...line(laid.map(({ title }) => title)), rule, ...body];
}

interface LaidColumn {
  readonly width: number;
  readonly title: string;
  readonly cells: readonly string[];
}

function layColumn({ title, align }: Column, texts: readonly string[]): LaidColumn {
  const aligned = align === 'point' ? alignPoints(texts) : texts;
  const width = Math.max(widthOf(title), ...aligned.map(widthOf));
  const pad = align === 'left' ? padRight : padLeft;
  return { width, title: pad(title, width), cells: aligned.map((cell) => pad(cell, width)) };
}

/** Pads figures such that the end of their whole part stands in one column: 78.24%, 100%, 3万元. */
function alignPoints(texts: readonly string[]): string[] {
  const parts = texts.map((text): readonly [whole: string, rest: string] => {
    const whole = /^\D*[\d,]+/.exec(text)?.[0] ?? text;
    return [whole, text.slice(whole.length)];
  });
  const before = Math.max(0, ...parts.map(([whole]) => widthOf(whole)));
  const behind = Math.max(0, ...parts.map(([, rest]) => widthOf(rest)));
  return parts.map(([whole, rest]) => padLeft(whole, before) + padRight(rest, behind));
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (chunk: string): void => {
    if (line !== '' && widthOf(line) + widthOf(chunk.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || lines.length === 0 || chunk.trim() !== '') line += chunk;
  };
  for (const [chunk] of paragraph.matchAll(CHUNK)) {
    let rest = chunk;
    while (widthOf(rest) > width) {
      const head = cut(rest, width);
      // A character wider than the whole line still has to go somewhere.
      const taken = head === '' ? ([...rest][0] ?? rest) : head;
      put(taken);
      rest = rest.slice(taken.length);
    }
    if (rest !== '') put(rest);
  }
  return [...lines, line.trimEnd()];
}
