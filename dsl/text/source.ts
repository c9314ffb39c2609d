/**
 * Source text: spans, lines and columns, and the width folding that lets full-width and half-width signs be one.
 * Every span of the product is a pair of UTF-16 offsets into the text the author wrote; folding never moves one.
 */

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** 1-based line and column, counted in UTF-16 units; exists only where a place is shown to a person. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The empty span at `offset`. */
export function emptySpan(offset: number): Span {
  return { start: offset, end: offset };
}

/** The smallest span that covers all of `spans`; the empty span at 0 when there is none. */
export function cover(...spans: readonly Span[]): Span {
  const [first] = spans;
  if (first === undefined) return emptySpan(0);
  let { start, end } = first;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** Finds line and column of offsets in one text; build once, ask often. */
export function lineMap(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Full-width ASCII from ！ on, narrow. */
const NARROW = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));

const SIGNS: ReadonlyMap<number, string> = new Map(
  [['\u3000\u00a0', ' '] as const, ['“”„‟〝〞', '"'] as const, ['‘’', "'"] as const].flatMap(([signs, narrow]) =>
    signs.split('').map((sign): [number, string] => [sign.charCodeAt(0), narrow]),
  ),
);

/**
 * Folds widths one to one: full-width ASCII to ASCII, the ideographic space to a space, typographic quotes to straight ones.
 * The result has the length of the input, so a span of one is a span of the other.
 */
export function foldWidth(text: string): string {
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const narrow = narrowOf(text.charCodeAt(at));
    if (narrow === undefined) continue;
    folded += text.slice(from, at) + narrow;
    from = at + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

function narrowOf(code: number): string | undefined {
  if (code >= 0xff01 && code <= 0xff5e) return NARROW[code - 0xff01];
  return code < 0x4e00 ? SIGNS.get(code) : undefined;
}

/** The form under which two spellings of a name are the same name: NFKC, straight quotes, no blanks. */
export function nameKey(name: string): string {
  return foldWidth(name).normalize('NFKC').replace(/\s+/g, '');
}
