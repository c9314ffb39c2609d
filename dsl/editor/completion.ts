/**
 * Completion: what may be written at a place, half-typed or not. A suggestion is offered when the place expects it, and only after
 * the text with it in place has been lexed and parsed: it is then what it promised to be, or it is not offered.
 */
import { type Bilingual, collector } from '../text/diagnostic.ts';
import { type Expectation, LONGEST_SENTENCE, expectationsAfter } from './expected.ts';
import type { Manner } from '../words/scanner.ts';
import { parseFormula, parseGrades, parseStandard } from '../grammar/parser.ts';
import { pinyinOf } from '../words/pinyin.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, foldWidth } from '../text/source.ts';
import { type Describe, type Suggestion, type SuggestionKind, suggestionsFor } from './suggestions.ts';
import type { TokenKind } from '../words/tokens.ts';
import { type PlacedWord, wordsOf } from '../grammar/words.ts';

/** One thing to write: `insert` in place of `span`. */
export interface Completion {
  readonly kind: SuggestionKind;
  readonly label: string;
  readonly insert: string;
  readonly span: Span;
  /** parts of `insert` that are examples to be written over */
  readonly holes: readonly Span[];
  readonly detail: Bilingual;
  /** the label, its pinyin initials and its full pinyin, for filtering as one types */
  readonly filterText: string;
  /** what its first word is to the lexer once it stands there */
  readonly token: TokenKind;
}

/** What may be written at `offset`, best first: what is half typed there, then names (the indicator's own first), patterns, words. */
export function completionsAt(
  text: string,
  offset: number,
  scope: Scope,
  manner: Manner,
  describe: Describe = () => undefined,
): readonly Completion[] {
  if (text.length > LONGEST_SENTENCE || offset < 0 || offset > text.length) return [];
  const place = new Place(text, offset, scope, manner);
  const found = suggestionsFor(scope, manner, describe).flatMap((suggestion) => {
    const span = place.spanFor(suggestion);
    return span === undefined ? [] : [{ suggestion, span }];
  });
  const halfTyped = found.filter(({ span }) => span.start === place.proseStart);
  return (halfTyped.length > 0 ? halfTyped : found)
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ suggestion: { kind, label, insert, holes, detail, token }, span }) => {
      const { initials, full } = pinyinOf(label);
      return { kind, label, insert, span, holes, detail, filterText: `${label} ${initials} ${full}`.trim(), token };
    });
}

/** The text around the cursor, and what it would be with a suggestion in it. */
class Place {
  private readonly text: string;
  private readonly folded: string;
  private readonly offset: number;
  private readonly scope: Scope;
  private readonly manner: Manner;
  /** letters typed for an input method, or for the pinyin of a label */
  private readonly latin: string;
  private readonly words: readonly PlacedWord[];
  /** where the prose begins that ends at the cursor: a word half typed, if anything is spelt so */
  readonly proseStart: number | undefined;
  /** where the word begins that the cursor stands in: it can only be replaced as a whole */
  private readonly inside: number | undefined;
  private readonly expectations = new Map<number, ReadonlySet<Expectation>>();

  constructor(text: string, offset: number, scope: Scope, manner: Manner) {
    this.text = text;
    this.folded = foldWidth(text);
    this.offset = offset;
    this.scope = scope;
    this.manner = manner;
    this.latin = /[a-z]*$/i.exec(this.folded.slice(0, offset))?.[0].toLowerCase() ?? '';
    this.words = wordsOf(text, scope.names, manner);
    const last = wordsOf(text.slice(0, offset), scope.names, manner).at(-1);
    this.inside = this.words.find(({ kind, span }) => kind !== 'phrase' && span.start < offset && offset < span.end)
      ?.span.start;
    this.proseStart = last?.kind === 'phrase' && last.span.end === offset ? last.span.start : undefined;
  }

  /** What `suggestion` would replace here; undefined when it cannot stand here. */
  spanFor(suggestion: Suggestion): Span | undefined {
    for (const start of this.startsFor(suggestion)) {
      if (this.inside !== undefined && start !== this.inside) continue;
      if (!suggestion.where.some((kind) => this.expected(start).has(kind))) continue;
      const span = { start, end: this.endFor(suggestion, start) };
      if (this.text.slice(span.start, span.end) === suggestion.insert) continue;
      if (this.holds(suggestion, span)) return span;
    }
    return undefined;
  }

  /** Where what is typed of it may begin, longest first; last the cursor itself. */
  private startsFor({ insert, label }: Suggestion): readonly number[] {
    const starts = new Set<number>();
    const before = this.folded.slice(0, this.offset);
    for (const written of [foldWidth(insert), foldWidth(label)]) {
      for (let length = Math.min(written.length, before.length); length > 0; length -= 1) {
        if (before.endsWith(written.slice(0, length))) starts.add(this.offset - length);
      }
    }
    if (this.latin !== '') {
      const { initials, full } = pinyinOf(label);
      const typed = initials.startsWith(this.latin) || full.startsWith(this.latin);
      return typed ? [...starts, this.offset - this.latin.length] : [...starts].sort((a, b) => a - b);
    }
    return [...[...starts].sort((a, b) => a - b), this.offset];
  }

  /** What already stands behind the cursor is not written twice; a name in which the cursor stands is replaced whole. */
  private endFor({ insert }: Suggestion, start: number): number {
    if (this.offset === start) return this.offset;
    const rest = foldWidth(insert).slice(this.offset - start);
    if (rest !== '' && this.folded.startsWith(rest, this.offset)) return this.offset + rest.length;
    const whole = ['name', 'level', 'function'];
    const word = this.words.find(({ kind, span }) => whole.includes(kind) && span.start === start);
    return Math.max(word?.span.end ?? this.offset, this.offset);
  }

  private expected(start: number): ReadonlySet<Expectation> {
    const known = this.expectations.get(start);
    if (known !== undefined) return known;
    const found = expectationsAfter(this.text.slice(0, start), this.scope, this.manner);
    this.expectations.set(start, found);
    return found;
  }

  private holds({ insert, kind, token }: Suggestion, span: Span): boolean {
    const applied = this.text.slice(0, span.start) + insert + this.text.slice(span.end);
    const first = wordsOf(applied, this.scope.names, this.manner).find((word) => word.span.end > span.start);
    if (first?.kind !== token) return false;
    const end = span.start + insert.length;
    if (kind === 'unit') return first.span.end === end && first.unit === insert;
    if (first.span.start !== span.start) return false;
    if ((kind === 'name' || kind === 'level') && first.span.end !== end) return false;
    return this.understood(this.text.slice(0, span.start) + insert, span.start);
  }

  /** Whether the parser takes what stands from `start` on. */
  private understood(text: string, start: number): boolean {
    const { report, diagnostics } = collector();
    const refused = (): boolean => diagnostics.some(({ code, span }) => code === 'not-understood' && span.end > start);
    switch (this.manner) {
      case 'standard': {
        const { chunks } = parseStandard(text, this.scope.names, report);
        return !refused() && chunks.every(({ kind, span }) => kind !== 'unknown' || span.end <= start);
      }
      case 'formula':
        parseFormula(text, this.scope.names, report);
        return !refused();
      case 'grades':
        parseGrades(text, this.scope.names, report);
        return !refused();
    }
  }
}
