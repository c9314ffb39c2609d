/**
 * The colours of a text: every character belongs to one span of one class, told by the token it is part of. The tokens are the
 * lexer's own, so what is coloured as a name is a name to the parser, and what is coloured as prose will be asked of a person.
 */
import type { Manner } from '../words/scanner.ts';
import { MAX_LENGTH } from '../grammar/parser.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, foldWidth } from '../text/source.ts';
import { type PlacedWord, wordsOf } from '../grammar/words.ts';
import type { TokenKind } from '../words/tokens.ts';

/**
 * What a piece of text is to its reader. `scoring`: words that give or take points · `mark`: （含） · `list`: ① · `phrase`: prose that
 * becomes an input · `filler`: words that say nothing about points · `unknown`: what the language has no place for.
 */
export type Colour =
  | 'number'
  | 'unit'
  | 'name'
  | 'level'
  | 'phrase'
  | 'scoring'
  | 'comparison'
  | 'operator'
  | 'function'
  | 'mark'
  | 'list'
  | 'punctuation'
  | 'filler'
  | 'blank'
  | 'unknown';

/** A span with its class. */
export interface Coloured {
  readonly span: Span;
  readonly colour: Colour;
}

const COLOURS: Readonly<Record<TokenKind, Colour>> = {
  name: 'name',
  level: 'level',
  phrase: 'phrase',
  quantity: 'number',
  points: 'number',
  date: 'number',
  rank: 'number',
  inclusion: 'mark',
  plusMinus: 'operator',
  bar: 'operator',
  open: 'punctuation',
  close: 'punctuation',
  comma: 'punctuation',
  colon: 'punctuation',
  absolute: 'operator',
  highest: 'scoring',
  hard: 'punctuation',
  plus: 'operator',
  dash: 'operator',
  times: 'operator',
  divide: 'operator',
  rangeTo: 'operator',
  itemMark: 'list',
  function: 'function',
  unknown: 'unknown',
  compare: 'comparison',
  suffix: 'comparison',
  and: 'operator',
  or: 'operator',
  not: 'operator',
  joint: 'operator',
  every: 'operator',
  than: 'operator',
  period: 'name',
  change: 'operator',
  pick: 'function',
  none: 'comparison',
  some: 'comparison',
  each: 'scoring',
  direction: 'scoring',
  verb: 'scoring',
  full: 'scoring',
  zero: 'scoring',
  base: 'scoring',
  weight: 'scoring',
  unchanged: 'scoring',
  proportion: 'scoring',
  scoreIs: 'scoring',
  stop: 'scoring',
  limit: 'scoring',
  until: 'scoring',
  ignore: 'scoring',
  by: 'scoring',
  counted: 'scoring',
  otherwise: 'comparison',
  beyond: 'comparison',
  part: 'scoring',
  series: 'scoring',
  shared: 'scoring',
  be: 'filler',
  de: 'filler',
  scope: 'scoring',
  basis: 'scoring',
  gradeIs: 'scoring',
  discretion: 'scoring',
  if: 'operator',
  then: 'operator',
  else: 'operator',
};

/** The classes of `text`, in order; the spans tile it. A text too long to be read is one unknown span. */
export function coloursOf(text: string, scope: Pick<Scope, 'names'>, manner: Manner): readonly Coloured[] {
  if (text.length > MAX_LENGTH) return [{ span: { start: 0, end: text.length }, colour: 'unknown' }];
  const tiles: Coloured[] = [];
  let done = 0;
  for (const word of wordsOf(text, scope.names, manner)) {
    const { kind, unit, span } = word;
    tiles.push(...between(text, { start: done, end: span.start }));
    const figure = unit === undefined ? span.end : figureEnd(text, word);
    if (span.start < figure) tiles.push({ span: { start: span.start, end: figure }, colour: COLOURS[kind] });
    if (figure < span.end) tiles.push(...withUnit(text, { start: figure, end: span.end }));
    done = span.end;
  }
  return [...tiles, ...between(text, { start: done, end: text.length })];
}

/** Where the figure of a quantity ends and its unit begins; all of the 例 in 每例 is unit. */
function figureEnd(text: string, { value, span }: PlacedWord): number {
  return foldWidth(text.slice(span.start, span.end)).startsWith(value)
    ? Math.min(span.start + value.length, span.end)
    : span.start;
}

function withUnit(text: string, span: Span): readonly Coloured[] {
  const solid = span.end - text.slice(span.start, span.end).trimStart().length;
  return [
    ...between(text, { start: span.start, end: solid }),
    { span: { start: solid, end: span.end }, colour: 'unit' },
  ];
}

/** What the lexer passes over: blanks, and words that say nothing. */
function between(text: string, { start, end }: Span): readonly Coloured[] {
  return [...text.slice(start, end).matchAll(/\s+|\S+/g)].map(({ 0: piece, index }) => ({
    span: { start: start + index, end: start + index + piece.length },
    colour: piece.trim() === '' ? 'blank' : 'filler',
  }));
}
