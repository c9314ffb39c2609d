/**
 * Brackets are settled before parsing: each one that has no partner is reported and left out, and text that nests deeper than
 * the parser may recurse is refused. The grammar then never meets a bracket without its partner.
 */
import type { Report } from './diagnostic.ts';
import { diagnose } from './messages.ts';
import type { Span } from './source.ts';

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
    report(diagnose('unclosed-bracket', span, { open: text.slice(span.start, span.end) }, [removal(span)]));
    lone.add(index);
  }
  return lone;
}

function removal(span: Span): { title: { zh: string; en: string }; edits: { span: Span; text: string }[] } {
  return { title: { zh: '删去这个括号', en: 'remove this bracket' }, edits: [{ span, text: '' }] };
}
