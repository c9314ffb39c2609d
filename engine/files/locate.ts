/**
 * Text from a file, and the way back: a sentence is read, checked and corrected as the plain text its author meant, while every
 * finding about it points into the file, whatever quotes, escapes or line breaks the file wraps it in.
 * Knows nothing of YAML: the reader of a format supplies the way back.
 */
import type { Diagnostic, Edit, Span } from '../../dsl/index.ts';

/** A piece of text and where in its file it stands. */
export interface Text {
  /** What the author meant, free of quotes, escapes and folding. */
  readonly text: string;
  /** Where it stands in the file, quotes included. */
  readonly span: Span;
  /** The place in the file of a span of `text`. A span that reaches outside `text` is cut to it. */
  at(span: Span): Span;
  /** Edits of the file that change `text` by `edits` and nothing else; undefined when there are none. */
  rewrite(edits: readonly Edit[]): readonly Edit[] | undefined;
}

/** Text that stands in the file as it is read, at `offset`: a formula typed on the command line, an example in a test. */
export function plainText(text: string, offset = 0): Text {
  const at = (span: Span): Span => {
    const inside = clip(span, text.length);
    return { start: offset + inside.start, end: offset + inside.end };
  };
  return {
    text,
    span: { start: offset, end: offset + text.length },
    at,
    rewrite: (edits) => edits.map((edit) => ({ span: at(edit.span), text: edit.text })),
  };
}

/** A piece of a text, with its own way back. */
export function partOf(text: Text, { start, end }: Span): Text {
  const moved = (span: Span): Span => {
    const inside = clip(span, end - start);
    return { start: start + inside.start, end: start + inside.end };
  };
  return {
    text: text.text.slice(start, end),
    span: text.at({ start, end }),
    at: (span) => text.at(moved(span)),
    rewrite: (edits) => text.rewrite(edits.map((edit) => ({ span: moved(edit.span), text: edit.text }))),
  };
}

/**
 * Moves a finding about `text` into its file, places and fixes alike.
 * A fix that cannot be made in the file exactly as it is meant is left out: no fix is better than a wrong one.
 */
export function locate(diagnostic: Diagnostic, text: Text): Diagnostic {
  return {
    ...diagnostic,
    span: text.at(diagnostic.span),
    fixes: diagnostic.fixes.flatMap((fix) => {
      const edits = text.rewrite(fix.edits);
      return edits === undefined ? [] : [{ title: fix.title, edits }];
    }),
  };
}

/** `text` with `edits` made; undefined when two of them overlap or one lies outside. */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < done || span.end < span.start || span.end > text.length) return undefined;
    result += text.slice(done, span.start) + replacement;
    done = span.end;
  }
  return result + text.slice(done);
}

/** The part of `span` that lies in a text of `length`. */
export function clip(span: Span, length: number): Span {
  const start = Math.min(Math.max(span.start, 0), length);
  return { start, end: Math.min(Math.max(span.end, start), length) };
}
