/**
 * （1）支出进度（6分）：…（2）资金管理（4分）：…: a stretch of a sentence with a heading and points of its own, or with a list of its own, is a
 * standard of its own; the sentence is their sum, under what is said before and after them of the whole.
 */
import type { Chunk, Quantity } from '../text/ast.ts';
import { readMark } from '../words/marks.ts';

/** A stretch that is a standard of its own; `points` is what its heading gives it. */
export interface Section {
  readonly chunks: readonly Chunk[];
  readonly points: Quantity | undefined;
}

/** A sentence taken apart: its sections, and the clauses that speak of all of them. */
export interface Sectioned {
  readonly sections: readonly Section[];
  readonly common: readonly Chunk[];
}

/** The sections of a sentence; undefined when it is one standard. */
export function sectionsOf(chunks: readonly Chunk[], text: string): Sectioned | undefined {
  const starts = startsOf(chunks);
  const [first] = starts;
  if (first === undefined) return undefined;
  const pieces = starts.map((start, index) => chunks.slice(start, starts[index + 1]));
  const last = pieces[pieces.length - 1] ?? [];
  const tail = tailOf(last, text);
  const sections = [...pieces.slice(0, -1), last.slice(0, last.length - tail.length)].map((piece) => sectionOf(piece));
  return { sections, common: [...chunks.slice(0, first), ...tail] };
}

/** Where sections begin: at the outer marks of a list within a list, or of items with a title; else at headings with points. */
function startsOf(chunks: readonly Chunk[]): readonly number[] {
  const marks = chunks.flatMap((chunk, index) => (chunk.kind === 'mark' ? [{ index, ...readMark(chunk.text) }] : []));
  const outer = marks.filter(({ style }) => style === marks[0]?.style);
  const inOrder = outer.every(({ number }, index) => number === index + 1);
  const pieces = outer.map(({ index }, at) => chunks.slice(index, outer[at + 1]?.index));
  const nested = outer.length < marks.length && pieces.every((piece) => piece.some(isScoring));
  const titled = pieces.every((piece) => titleOf(piece) > 0) || pieces.some((piece) => isWeighted(piece[1]));
  if (outer.length > 1 && inOrder && (nested || titled)) return outer.map(({ index }) => index);
  const headings = chunks.flatMap((chunk, index) => (isWeighted(chunk) ? [index] : []));
  const [start] = headings;
  return headings.length > 1 && marks.every(({ index }) => index > (start ?? 0)) ? headings : [];
}

function isWeighted(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'heading' && chunk.points !== undefined;
}

/** Whether a chunk gives points or takes them. */
export function isScoring({ kind }: Chunk): boolean {
  return kind === 'award' || kind === 'step';
}

/** How many chunks the title of a marked piece takes: 1.制度建设（5分）。 before what is said of it; 0 when it has none. */
function titleOf(piece: readonly Chunk[]): number {
  const [, words, open, award, close, end] = piece;
  const plain = words?.kind === 'condition' && words.condition.kind === 'holds';
  const bracketed = open?.kind === 'break' && !open.hard && close?.kind === 'break' && !close.hard;
  const points = award?.kind === 'award' && award.verb === 'give' && award.amount.kind === 'points';
  if (!plain || !bracketed || !points || end?.kind !== 'break') return 0;
  return piece.slice(6).some(isScoring) ? 6 : 0;
}

function sectionOf(piece: readonly Chunk[]): Section {
  const body = piece[0]?.kind === 'mark' ? piece.slice(1) : piece;
  const [heading] = body;
  if (heading?.kind === 'heading' && heading.points !== undefined)
    return { chunks: heading.name === undefined ? body.slice(1) : body, points: heading.points };
  const title = titleOf(piece);
  const award = title > 0 ? piece[3] : undefined;
  const points = award?.kind === 'award' && award.amount.kind === 'points' ? award.amount.value : undefined;
  return points?.kind === 'quantity' ? { chunks: piece.slice(title), points } : { chunks: body, points: undefined };
}

const OF_THE_WHOLE = /^(?:本|该|此)|一票否决|总分/;

/** What is said of all sections behind the last: 弄虚作假的，本项不得分。 扣完为止。 */
export function tailOf(piece: readonly Chunk[], text: string): readonly Chunk[] {
  const ends = piece.flatMap((chunk, index) => (chunk.kind === 'break' && chunk.hard ? [index] : []));
  let from = piece.length;
  for (const end of ends.toReversed()) {
    const segment = piece.slice(end + 1, from);
    if (!segment.some(({ kind }) => kind !== 'break')) continue;
    const speaks = segment.some(({ kind }) => kind === 'award' || kind === 'highest');
    if (!speaks || !piece.slice(0, end).some(isScoring) || !segment.every((chunk) => speaksOfAll(chunk, text))) break;
    from = end;
  }
  return piece.slice(from);
}

function speaksOfAll(chunk: Chunk, text: string): boolean {
  switch (chunk.kind) {
    case 'award':
      return chunk.scope !== undefined || OF_THE_WHOLE.test(text.slice(chunk.span.start, chunk.span.end));
    case 'condition':
    case 'break':
    case 'stop':
    case 'limit':
    case 'highest':
    case 'note':
      return true;
    case 'mark':
    case 'step':
    case 'reading':
    case 'series':
    case 'shared':
    case 'basis':
    case 'heading':
    case 'unknown':
      return false;
  }
}
