/**
 * Brackets are settled before parsing: each one that has no partner is reported and left out, and text that nests deeper than
 * the parser may recurse is refused. The grammar then never meets a bracket without its partner.
 */
import type { Fix, Report } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import type { Span } from '../text/source.ts';

/** Deepest nesting that is parsed. */
export const MAX_DEPTH = 64;

/** A bracket or any other token, with its place. */
interface Piece {
  readonly kind: string;
  readonly span: Span;
}

/** Indexes of the pieces to leave out; undefined when the text nests too deep. */
export function loneBrackets(pieces: readonly Piece[], text: string, report: Report): ReadonlySet<number> | undefined {
  const open: { index: number; span: Span }[] = [];
  const lone = new Set<number>();
  for (const [index, { kind, span }] of pieces.entries()) {
    if (kind === 'open') open.push({ index, span });
    if (open.length > MAX_DEPTH) {
      report(diagnose('too-deep', span, { limit: String(MAX_DEPTH) }));
      return undefined;
    }
    if (kind === 'close' && open.pop() === undefined) {
      report(diagnose('unbalanced-bracket', span, { close: text.slice(span.start, span.end) }, [removal(span)]));
      lone.add(index);
    }
  }
  for (const { index, span } of open) {
    const fixes = [...completion(pieces, index, text), removal(span)];
    report(diagnose('unclosed-bracket', span, { open: text.slice(span.start, span.end) }, fixes));
    lone.add(index);
  }
  return lone;
}

function removal(span: Span): Fix {
  return { title: { zh: '删去这个括号', en: 'remove this bracket' }, edits: [{ span, text: '' }] };
}

const PARTNERS: Readonly<Partial<Record<string, string>>> = { '（': '）', '(': ')', '[': ']', '［': '］', '【': '】' };

/** The partner put where the bracket most likely ends: behind 含, before a closing ×100%, at the end of its clause or argument list. */
function completion(pieces: readonly Piece[], index: number, text: string): readonly Fix[] {
  const opening = pieces[index];
  const partner = PARTNERS[textOf(opening, text)];
  const end = lastInside(pieces, index, text)?.end;
  if (opening === undefined || partner === undefined || end === undefined) return [];
  const from = pieces.findLast(({ span }) => span.start < end - 1 && span.start >= opening.span.end)?.span.start;
  const before = text.slice(from ?? opening.span.end, end);
  const title = { zh: `在“${before}”后面补上“${partner}”`, en: `add “${partner}” after “${before}”` };
  return [{ title, edits: [{ span: { start: end, end }, text: partner }] }];
}

/** Where the words end that belong inside the bracket at `index`; undefined when nothing does. */
function lastInside(pieces: readonly Piece[], index: number, text: string): Span | undefined {
  const inside = pieces.slice(index + 1);
  const [first] = inside;
  const inclusion = first === undefined ? undefined : /^不?含/.exec(text.slice(first.span.start))?.[0];
  if (first !== undefined && inclusion !== undefined)
    return { start: first.span.start, end: first.span.start + inclusion.length };
  const listed = pieces[index - 1]?.kind === 'function';
  let depth = 0;
  const stop = inside.findIndex(({ kind }) => {
    depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
    return kind === 'hard' || (kind === 'comma' && !listed && depth === 0);
  });
  const clause = stop < 0 ? inside : inside.slice(0, stop);
  const percent = clause.at(-2)?.kind === 'times' && /^[1１][0０]{2}[%％]$/.test(textOf(clause.at(-1), text));
  return (percent ? clause.slice(0, -2) : clause).at(-1)?.span;
}

function textOf(piece: Piece | undefined, text: string): string {
  return piece === undefined ? '' : text.slice(piece.span.start, piece.span.end);
}
