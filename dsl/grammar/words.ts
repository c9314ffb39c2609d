/** The words of a text with their places, as editors ask for them: the lexer's tokens, free of Chevrotain. */
import type { Mark } from '../text/ast.ts';
import { lex, payloadOf } from '../words/lexer.ts';
import type { Manner } from '../words/scanner.ts';
import type { Names } from '../words/names.ts';
import { spanOf } from './parser-expressions.ts';
import type { Span } from '../text/source.ts';
import type { TokenKind } from '../words/tokens.ts';

/** One word: what it is, and where it stands. `value` of a name is the declared one, however it is spelt here. */
export interface PlacedWord {
  readonly kind: TokenKind;
  readonly value: string;
  readonly unit: string | undefined;
  readonly marks: readonly Mark[];
  readonly span: Span;
}

/** The words of `text` in the order they stand; blanks and words that say nothing are left out. The parser may read 的（含） the other way round. */
export function wordsOf(text: string, names: Names, manner: Manner): readonly PlacedWord[] {
  return lex(text, names, manner)
    .tokens.map((token): PlacedWord => {
      const { kind, value, unit, marks = [] } = payloadOf(token);
      return { kind, value, unit, marks, span: spanOf(token) };
    })
    .toSorted((a, b) => a.span.start - b.span.start);
}
