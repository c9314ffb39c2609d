/**
 * Marked text: a file with the places of its findings between ‹ and ›, to be compared with what the reader really points at.
 */
import type { Diagnostic } from '../../dsl/index.ts';
import { MESSAGES } from '../../engine/files/messages.ts';

/** The text without its marks. */
export function unmarked(marked: string): string {
  return marked.replaceAll(/[‹›]/g, '');
}

/** `text` with marks around the places of `diagnostics`, and their codes in the order of the places. */
export function markedBy(
  text: string,
  diagnostics: readonly Diagnostic[],
): { marked: string; codes: readonly string[] } {
  const ordered = diagnostics.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let marked = '';
  let done = 0;
  for (const { span } of ordered) {
    if (span.start < done) continue;
    marked += `${text.slice(done, span.start)}‹${text.slice(span.start, span.end)}›`;
    done = span.end;
  }
  return { marked: marked + text.slice(done), codes: ordered.map(({ code }) => code) };
}

/** Placeholders of its message, in either language, for which a diagnostic carries no value. */
export function unfilled({ code, data }: Diagnostic): readonly string[] {
  const message = MESSAGES[code];
  if (message === undefined) return [code];
  const needed = `${message.zh}${message.en}`.replaceAll(/\[\[.*?\]\]/g, '').matchAll(/\{(\w+)\}/g);
  return [...needed].map(([, name = '']) => name).filter((name) => !(name in data));
}
