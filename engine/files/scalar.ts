/**
 * The way back into a YAML scalar: which characters of the file each character of its text comes from, in every style, and how a
 * change of the text is written in that style. It does not parse YAML: the value is given, and what does not lead to
 * exactly that value is mapped as a whole instead of by guess.
 */
import type { Edit, Span } from '../../dsl/index.ts';
import { applyEdits, clip, type Text } from './locate.ts';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** A scalar as it stands in a file. */
export interface ScalarSource {
  readonly style: ScalarStyle;
  /** All of it: quotes, escapes, the header of a block. */
  readonly source: string;
  /** Where `source` begins in the file. */
  readonly offset: number;
  /** Where the content begins in `source`: behind the header of a block, 0 otherwise. */
  readonly body: number;
  /** The text it means. */
  readonly value: string;
  /** The text another source would mean in its place; undefined when it would not be one scalar. */
  readonly reread: (source: string) => string | undefined;
}

/** For each UTF-16 unit of the value, the piece of the source it comes from. */
type CharMap = readonly Span[];

/** The text of a scalar, with its way back into the file. */
export function scalarText(scalar: ScalarSource): Text {
  const { value, source, offset } = scalar;
  let map: CharMap | undefined;
  const within = (span: Span): Span => {
    map ??= charMap(scalar) ?? Array.from(value, () => ({ start: 0, end: source.length }));
    const { start, end } = clip(span, value.length);
    if (start < end) return { start: map[start]?.start ?? 0, end: map[end - 1]?.end ?? source.length };
    const at = map[start]?.start ?? map.at(-1)?.end ?? scalar.body;
    return { start: at, end: at };
  };
  const at = (span: Span): Span => shift(within(span), offset);
  const span = { start: offset, end: offset + source.length };
  const rewrite = (edits: readonly Edit[]): readonly Edit[] | undefined => {
    const wanted = applyEdits(value, edits);
    if (wanted === undefined || source === '') return undefined;
    const inside = edits.map((edit) => ({ span: within(edit.span), text: written(edit.text, scalar) }));
    const changed = applyEdits(source, inside);
    // A block ends where its last line does; an edit must not leave that line open.
    const closed = scalar.style !== 'block' || changed?.endsWith('\n') === source.endsWith('\n');
    if (changed !== undefined && closed && scalar.reread(changed) === wanted) {
      return inside.map((edit) => ({ span: shift(edit.span, offset), text: edit.text }));
    }
    const whole = quoted(wanted);
    return scalar.style !== 'block' && scalar.reread(whole) === wanted ? [{ span, text: whole }] : undefined;
  };
  return { text: value, span, at, rewrite };
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** `text` as it is written inside a scalar of this style. */
function written(text: string, { style, source, body }: ScalarSource): string {
  switch (style) {
    case 'plain':
      return text;
    case 'single':
      return text.replaceAll("'", "''");
    case 'double':
      return JSON.stringify(text).slice(1, -1);
    case 'block':
      return text.replaceAll('\n', `\n${/^(?:[ ]*\r?\n)*([ ]*)/.exec(source.slice(body))?.[1] ?? ''}`);
  }
}

/** A scalar of its own for any text; double quotes only where single ones cannot hold it. */
function quoted(text: string): string {
  return /[\p{Cc}\u2028\u2029\uFEFF]|[ ]$|^[ ]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}

/** The map of a scalar; undefined when the source does not yield the value the way it is understood here. */
function charMap(scalar: ScalarSource): CharMap | undefined {
  if (scalar.style !== 'block') return matching(flowPieces(scalar), scalar.value);
  // The indentation may be stated in the header, relative to lines above: the value tells which one it is.
  const [first] = contentLines(scalar.source, scalar.body).filter((line) => line.solid < line.end);
  for (let trim = first === undefined ? 0 : first.solid - first.start; trim >= 0; trim -= 1) {
    const map = matching(blockPieces(scalar, trim), scalar.value);
    if (map !== undefined) return map;
  }
  return undefined;
}

function matching(pieces: Iterable<Piece>, value: string): CharMap | undefined {
  const map: Span[] = [];
  for (const { text, start, end } of pieces) {
    if (!value.startsWith(text, map.length)) return undefined;
    for (let i = 0; i < text.length; i += 1) map.push({ start, end });
  }
  return map.length === value.length ? map : undefined;
}

/** Some characters of the value, all from one place of the source. */
interface Piece extends Span {
  readonly text: string;
}

// prettier-ignore
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0', 'a': '\x07', 'b': '\b', 'e': '\x1b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v',
  'N': '\u0085', '_': '\u00a0', 'L': '\u2028', 'P': '\u2029', ' ': ' ', '"': '"', '/': '/', '\\': '\\', '\t': '\t',
};

/** Plain and quoted scalars: line breaks fold, with the blanks around them; quotes and escapes stand for what they mean. */
function* flowPieces({ style, source }: ScalarSource): Generator<Piece> {
  const quotes = style === 'plain' ? 0 : 1;
  const limit = source.length - quotes;
  for (let start = quotes; start < limit;) {
    const piece =
      foldAt(source, start, limit) ??
      (style === 'double' ? escapeAt(source, start) : undefined) ??
      (style === 'single' && source.startsWith("''", start) ? { text: "'", start, end: start + 2 } : undefined);
    if (piece !== undefined) yield piece;
    const end = piece?.end ?? blankEnd(source, start, limit);
    if (piece === undefined) for (let at = start; at < end; at += 1) yield charAt(source, at);
    start = end;
  }
}

function charAt(source: string, start: number): Piece {
  return { text: source.charAt(start), start, end: start + 1 };
}

/** The end of the blanks of one line at `start`, or of the one character there. */
function blankEnd(source: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && (source[end] === ' ' || source[end] === '\t')) end += 1;
  return Math.max(end, start + 1);
}

/** The fold of the line breaks at `start`, with the blanks around them: one break is a space, more are one break less. */
function foldAt(source: string, start: number, limit: number): Piece | undefined {
  const blanks = /[ \t]*(?:\r?\n[ \t]*)*/y;
  blanks.lastIndex = start;
  const found = (blanks.exec(source)?.[0] ?? '').slice(0, limit - start);
  const breaks = found.split('\n').length - 1;
  if (breaks === 0) return undefined;
  return { text: breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), start, end: start + found.length };
}

/** The escape at `start`; an escaped line break and the indentation after it stand for nothing. */
function escapeAt(source: string, start: number): Piece | undefined {
  if (source[start] !== '\\') return undefined;
  const lineBreak = /\\\r?\n[ \t]*/y;
  lineBreak.lastIndex = start;
  const skipped = lineBreak.exec(source)?.[0];
  if (skipped !== undefined) return { text: '', start, end: start + skipped.length };
  const letter = source[start + 1] ?? '';
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits === undefined) return { text: ESCAPES[letter] ?? '', start, end: start + 2 };
  const end = start + 2 + digits;
  const code = Number.parseInt(source.slice(start + 2, end), 16);
  return { text: code <= 0x10ffff ? String.fromCodePoint(code) : '', start, end };
}

/**
 * Blocks: lines without their indentation, joined by line breaks (`|`) or folded (`>`: one break between two plain lines is a space).
 * What follows the last line of content is kept or dropped by the header; the value tells which.
 */
function* blockPieces({ source, body, value }: ScalarSource, trim: number): Generator<Piece> {
  const lines = contentLines(source, body);
  const folds = source.startsWith('>');
  let produced = 0;
  let done = body;
  let breaks = '';
  let moreIndented = false;
  let started = false;
  for (const line of lines) {
    const start = Math.min(line.start + trim, line.solid);
    const empty = start === line.end;
    const indented = !empty && (line.solid > start || source[start] === '\t');
    if (folds && !empty) {
      if (started && indented && !moreIndented) breaks = breaks === ' ' ? '\n' : `\n${breaks}`;
      moreIndented = indented;
    }
    if (started && folds && empty) {
      breaks = breaks === ' ' ? '\n' : `${breaks}\n`;
      continue;
    }
    if (breaks !== '') yield { text: breaks, start: done, end: start };
    for (let at = start; at < line.end; at += 1) yield { text: source.charAt(at), start: at, end: at + 1 };
    produced += breaks.length + line.end - start;
    done = line.end;
    started ||= line.solid < line.end;
    breaks = folds && started && !indented ? ' ' : '\n';
  }
  let indentation = 0;
  for (const char of value.slice(produced).split('')) {
    const start = Math.min(char === '\n' ? done : done + indentation, source.length);
    const end = char === '\n' ? source.indexOf('\n', start) + 1 || source.length : start + 1;
    yield { text: char, start, end };
    indentation = char === '\n' ? trim : 0;
    done = end;
  }
}

/** The lines of a block down to the last that holds more than blanks; `solid` is where the indentation ends. */
function contentLines(source: string, body: number): readonly (Span & { readonly solid: number })[] {
  const lines: (Span & { readonly solid: number })[] = [];
  let kept = 0;
  let start = body;
  for (const line of source.slice(body).split('\n')) {
    const end = start + line.length - (line.endsWith('\r') ? 1 : 0);
    let solid = start;
    while (solid < end && source[solid] === ' ') solid += 1;
    lines.push({ start, solid, end });
    if (solid < end) kept = lines.length;
    start += line.length + 1;
  }
  return lines.slice(0, kept);
}
