/**
 * Text to tokens: Chevrotain's lexer runs, symbols by pattern, all else as scanner.ts decides. Any text lexes; nothing throws.
 */
import { type CustomPatternMatcherReturn, type IToken, Lexer, type TokenType, createToken } from 'chevrotain';
import type { Names } from './names.ts';
import { type Manner, Scanner } from './scanner.ts';
import { LETTERS, type Payload, TYPES, type TokenKind } from './tokens.ts';

/** Tokens with their letters, index for index. */
export interface Lexed {
  readonly tokens: IToken[];
  readonly letters: string;
}

/** Splits `text` into tokens under `names`. */
export function lex(text: string, names: Names, manner: Manner): Lexed {
  return indexed(LEXER.tokenize(text, names, manner));
}

/** Gives tokens their types, their places among each other and their letters; what says nothing is left out. */
export function indexed(tokens: readonly IToken[]): Lexed {
  const ordered: IToken[] = [];
  let letters = '';
  for (const token of tokens) {
    const { kind, value, unit, also, marks } = payloadOf(token);
    if (kind === 'unknown' && value === 'filler') continue;
    const type = TYPES[kind];
    token.payload = { kind, value, unit, also, marks, index: ordered.length };
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
    ordered.push(token);
    letters += LETTERS[kind];
  }
  return letters.includes(MARK_BEHIND_DE) ? indexed(marksBeforeDe(ordered)) : { tokens: ordered, letters };
}

const MARK_BEHIND_DE = LETTERS.de + LETTERS.inclusion;

/** 90%以上的（含90%）: the mark belongs to the end before 的. */
function marksBeforeDe(tokens: readonly IToken[]): readonly IToken[] {
  const kinds = tokens.map((token) => payloadOf(token).kind);
  return tokens.map((token, index) => {
    if (kinds[index] === 'de' && kinds[index + 1] === 'inclusion') return tokens[index + 1] ?? token;
    if (kinds[index] === 'inclusion' && kinds[index - 1] === 'de') return tokens[index - 1] ?? token;
    return token;
  });
}

/** What a token of ours carries. */
export function payloadOf(token: IToken): Payload {
  const payload: unknown = token.payload;
  if (isPayload(payload)) return payload;
  return { kind: SYMBOL_KINDS.get(token.tokenType) ?? 'unknown', value: token.image };
}

function isPayload(payload: unknown): payload is Payload {
  return typeof payload === 'object' && payload !== null && 'kind' in payload;
}

const SYMBOLS: readonly (readonly [TokenKind, RegExp])[] = [
  ['hard', /[;。!?\n]|\.(?!\d)/],
  ['comma', /[,、]/],
  ['colon', /:/],
  ['open', /[([【]/],
  ['close', /[)\]】]/],
  ['plus', /\+/],
  ['dash', /[-\u2212\u2010-\u2015\u2500]+/],
  ['times', /[×*]/],
  ['divide', /[÷/]/],
  ['rangeTo', /[~\u301c]+/],
  ['plusMinus', /±/],
];

const SYMBOL_KINDS: ReadonlyMap<TokenType, TokenKind> = new Map(
  SYMBOLS.map(([kind, pattern]) => [
    createToken({ name: `symbol ${kind}`, pattern, line_breaks: kind === 'hard' }),
    kind,
  ]),
);

/** Wraps the one Chevrotain lexer: symbols by pattern, all else through the scanner of the text at hand. */
class SentenceLexer {
  private scanner: Scanner | undefined;
  private readonly lexer: Lexer;
  /** what was matched last; Chevrotain looks at it once */
  private readonly found: CustomPatternMatcherReturn = [''];

  constructor() {
    const everyChar = [
      ...Array.from({ length: 256 }, (_, code) => code),
      ...Array.from({ length: 0xff00 }, (_, code) => code + 0x100),
    ];
    const piece = createToken({
      name: 'piece',
      pattern: (text, offset, tokens) => this.match(text, offset, tokens),
      line_breaks: false,
      start_chars_hint: everyChar,
    });
    const blank = createToken({ name: 'blank', pattern: /[ \t\r]+/, group: Lexer.SKIPPED });
    this.lexer = new Lexer([blank, piece, ...SYMBOL_KINDS.keys()], {
      ensureOptimizations: true,
      positionTracking: 'onlyOffset',
    });
  }

  tokenize(text: string, names: Names, manner: Manner): IToken[] {
    this.scanner = new Scanner(text, names, manner);
    const { tokens } = this.lexer.tokenize(this.scanner.text);
    this.scanner = undefined;
    return tokens;
  }

  private match(text: string, offset: number, before: readonly IToken[]): CustomPatternMatcherReturn | null {
    const last = before[before.length - 1];
    const piece = this.scanner?.pieceAt(offset, last === undefined ? undefined : payloadOf(last));
    if (piece === undefined) return null;
    this.found[0] = text.slice(offset, offset + piece.length);
    this.found.payload = piece;
    return this.found;
  }
}

const LEXER = new SentenceLexer();
