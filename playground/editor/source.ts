/**
 * What an editor asks of the text it holds: colours, what may follow, what a word means, what is wrong. Answered by the language
 * itself, for one passage of the ruleset or for the whole file, so that editor and engine cannot disagree.
 */
import {
  coloursOf,
  completionsAt,
  type Bilingual,
  type Colour,
  hoverAt,
  type Severity,
  type Span,
  type SuggestionKind,
} from '../../dsl/index.ts';
import {
  fileColours,
  fileCompletions,
  fileHover,
  type OpenRuleset,
  type Passage,
  type Text,
  textOf,
} from '../../engine/index.ts';
import type { PlacedFinding, Session } from '../session.ts';

/** A suggestion: `insert` in place of `span`. */
export interface Suggested {
  readonly kind: SuggestionKind;
  readonly label: string;
  readonly insert: string;
  readonly span: Span;
  readonly detail: Bilingual;
  readonly filterText: string;
}

/** A finding in the text of the editor. */
export interface Marked {
  readonly span: Span;
  readonly severity: Severity;
  readonly message: string;
}

/** What can be asked; every span is in the text of the editor. */
export interface TextSource {
  readonly colours: () => readonly { readonly span: Span; readonly colour: Colour }[];
  readonly completions: (offset: number) => readonly Suggested[];
  readonly hover: (offset: number) => { readonly span: Span; readonly lines: readonly Bilingual[] } | undefined;
  readonly marks: () => readonly Marked[];
}

/** The passage of a cell, as it is now. */
export function passageOf(open: OpenRuleset, cell: Text | undefined): Passage | undefined {
  return (
    cell && open.passages.find(({ text: { span } }) => span.start === cell.span.start && span.end === cell.span.end)
  );
}

/** The colours of a passage's own text. */
export function passageColours({ text, scope, manner }: Passage): ReturnType<typeof coloursOf> {
  return coloursOf(text.text, scope, manner);
}

/** One cell of the table. */
export function cellSource(session: Session, cell: () => Text | undefined): TextSource {
  const passage = (): Passage | undefined => passageOf(session.opened.value, cell());
  return {
    colours: () => {
      const own = passage();
      return own === undefined ? [] : passageColours(own);
    },
    completions: (offset) => {
      const own = passage();
      return own === undefined ? [] : completionsAt(own.text.text, offset, own.scope, own.manner);
    },
    hover: (offset) => {
      const own = passage();
      return own && hoverAt(own.text.text, offset, own.scope, own.manner);
    },
    marks: () => {
      const own = cell();
      return own === undefined ? [] : marksIn(own, session.findings.value, session);
    },
  };
}

/** The whole file. */
export function fileSource(session: Session): TextSource {
  const open = session.opened;
  return {
    colours: () => fileColours(open.value),
    completions: (offset) => fileCompletions(open.value, offset).map((each) => ({ ...each, span: each.edit.span })),
    hover: (offset) => fileHover(open.value, offset),
    marks: () =>
      session.findings.value.flatMap(({ diagnostic, in: where }) =>
        where === 'ruleset'
          ? [{ span: diagnostic.span, severity: diagnostic.severity, message: textOf(diagnostic, session.lang.value) }]
          : [],
      ),
  };
}

/** Findings inside a text of the file, moved into that text. */
function marksIn(text: Text, findings: readonly PlacedFinding[], session: Session): readonly Marked[] {
  return findings.flatMap(({ diagnostic, in: where }) => {
    const { span, severity } = diagnostic;
    if (where !== 'ruleset' || span.start < text.span.start || span.end > text.span.end) return [];
    return [{ span: inText(text, span), severity, message: textOf(diagnostic, session.lang.value) }];
  });
}

/** A span of the file as a span of the text that stands there. */
function inText(text: Text, span: Span): Span {
  const { length } = text.text;
  const offset = (place: number): number => {
    for (let index = 0; index < length; index += 1) {
      const at = text.at({ start: index, end: index + 1 });
      if (at.end > place) return index;
    }
    return length;
  };
  const start = offset(span.start);
  return { start, end: Math.max(start, offset(span.end)) };
}
