/**
 * Diagnostics: what Jichi has to say about a text, as data. The words live in a catalogue, the place is a span;
 * user mistakes become diagnostics and are never thrown.
 */
import type { Span } from './source.ts';

/** Language of user texts. */
export type Lang = 'zh' | 'en';

/** error: cannot be run as written · warning: runs, but the author should look · info: a convention was applied, or a remark. */
export type Severity = 'error' | 'warning' | 'info';

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A replacement of `span` by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One way to settle a diagnostic; all edits together, or none. */
export interface Fix {
  readonly title: Bilingual;
  readonly edits: readonly Edit[];
}

/** Values for the placeholders of a message; an absent value drops the optional part that holds it. */
export type MessageData = Readonly<Record<string, string>>;

/** A figure or an answer of an example: the key of its measure, and its text as a unit’s file has it. */
export interface Given {
  readonly key: string;
  readonly text: string;
}

/** One finding; `code` is a key of a catalogue. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly data: MessageData;
  readonly fixes: readonly Fix[];
  /** a unit that shows it: what a proof found, to be run */
  readonly example?: readonly Given[];
  /** another, to be held against it */
  readonly beside?: readonly Given[];
}

/** Where phases put what they find. */
export type Report = (diagnostic: Diagnostic) => void;

/** An entry of a catalogue: `{name}` is filled from the data, `[[…]]` is dropped when a value inside it is absent. */
export interface Message extends Bilingual {
  readonly severity: Severity;
}

/** A closed table of messages by code. */
export type Catalogue<Code extends string = string> = Readonly<Record<Code, Message>>;

/** A maker of diagnostics for the codes of one catalogue. */
export function diagnosing<Code extends string>(
  catalogue: Catalogue<Code>,
): (code: Code, span: Span, data?: MessageData, fixes?: readonly Fix[]) => Diagnostic {
  return (code, span, data = {}, fixes = []) => ({ code, severity: catalogue[code].severity, span, data, fixes });
}

/** The text of a diagnostic in one language; a code the catalogue lacks is a fault of ours and throws. */
export function messageText(catalogue: Catalogue, diagnostic: Diagnostic, lang: Lang): string {
  const message = catalogue[diagnostic.code];
  if (message === undefined) throw new Error(`no message for code ${diagnostic.code}`);
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => diagnostic.data[name] ?? '');
  const complete = (part: string): boolean =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => name in diagnostic.data);
  return fill(message[lang].replace(/\[\[(.*?)\]\]/g, (_, part: string) => (complete(part) ? part : '')));
}

/** A report that keeps everything in order of arrival. */
export function collector(): { readonly report: Report; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return { report: (diagnostic) => diagnostics.push(diagnostic), diagnostics };
}
