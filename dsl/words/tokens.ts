/**
 * Token types. A token's payload says what it is: its letter (clause patterns are regular expressions over letters) and its
 * content. Types and letters come from one table, so lexer, parser and patterns cannot disagree.
 */
import { Lexer, type TokenType, createToken } from 'chevrotain';
import type { Mark } from '../text/ast.ts';
import type { WordKind } from './word-kinds.ts';

/** What a token stands for, besides vocabulary words. */
export type TokenKind =
  | Exclude<WordKind, 'filler' | 'prose'>
  | 'name'
  | 'level'
  | 'phrase'
  | 'quantity'
  | 'points'
  | 'date'
  | 'rank'
  | 'inclusion'
  | 'plusMinus'
  | 'bar'
  | 'open'
  | 'close'
  | 'colon'
  | 'hard'
  | 'plus'
  | 'dash'
  | 'times'
  | 'itemMark'
  | 'function'
  | 'unknown';

/** The letter of each kind in clause patterns. */
export const LETTERS: Readonly<Record<TokenKind, string>> = {
  name: 'N',
  level: 'L',
  phrase: 'P',
  quantity: 'q',
  points: 'p',
  date: 'd',
  rank: 'o',
  inclusion: 'K',
  plusMinus: 'a',
  bar: '‖',
  open: '(',
  close: ')',
  comma: ',',
  colon: ':',
  hard: ';',
  plus: '+',
  dash: '-',
  times: '*',
  divide: '/',
  rangeTo: '~',
  itemMark: 'm',
  function: '@',
  unknown: '?',
  compare: 'C',
  suffix: 'S',
  and: '&',
  or: '|',
  not: '!',
  joint: 'J',
  every: 'ε',
  than: 'τ',
  period: 'π',
  change: 'δ',
  pick: 'T',
  none: 'Z',
  some: 'H',
  each: 'E',
  direction: 'D',
  verb: 'V',
  full: 'F',
  zero: '0',
  base: 'B',
  weight: 'W',
  unchanged: 'U',
  proportion: 'R',
  scoreIs: 'G',
  stop: 'X',
  limit: 'M',
  until: 'u',
  ignore: 'i',
  by: 'y',
  counted: 'k',
  otherwise: 'Q',
  beyond: 'b',
  part: 't',
  series: 's',
  shared: 'r',
  be: 'e',
  de: 'x',
  scope: 'c',
  absolute: 'A',
  highest: 'h',
  basis: 'n',
  gradeIs: 'g',
  discretion: 'w',
  if: 'I',
  then: 'f',
  else: 'j',
};

/** What a token carries. */
export interface Payload {
  readonly kind: TokenKind;
  /** the table's value of a word, the declared name, the figure of a quantity, the text of the rest */
  readonly value: string;
  /** the place among the tokens of the text */
  readonly index?: number;
  readonly unit?: string | undefined;
  /** 1例（次）: units the same thing may be counted in */
  readonly also?: readonly string[] | undefined;
  readonly marks?: readonly Mark[] | undefined;
}

/** The category every token belongs to. */
export const ANY: TokenType = createToken({ name: 'T.any', pattern: Lexer.NA });

/** The category of tokens that are an operand by themselves. */
export const LEAF: TokenType = createToken({ name: 'T.leaf', pattern: Lexer.NA });

const LEAVES: ReadonlySet<TokenKind> = new Set([
  'name',
  'quantity',
  'points',
  'date',
  'rank',
  'level',
  'phrase',
  'period',
  'weight',
  'full',
]);

/** Their letters. */
export const LEAF_LETTERS = [...LEAVES].map((kind) => LETTERS[kind]).join('');

const typeOf = (kind: TokenKind): TokenType =>
  createToken({ name: `T.${kind}`, pattern: Lexer.NA, categories: LEAVES.has(kind) ? [ANY, LEAF] : [ANY] });

/** The token type of each kind. */
export const TYPES: Readonly<Record<TokenKind, TokenType>> = mapRecord(LETTERS, typeOf);

/** All token types, for the parser. */
export const ALL_TYPES: readonly TokenType[] = [ANY, LEAF, ...Object.values(TYPES)];

function mapRecord<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  map: (key: Key) => To,
): Record<Key, To> {
  const result: Partial<Record<Key, To>> = {};
  for (const key in record) result[key] = map(key);
  return result as Record<Key, To>;
}
