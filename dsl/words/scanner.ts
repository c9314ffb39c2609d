/**
 * What stands at a place of a text: the one decision that tells names, vocabulary, numbers with units and prose apart. The longest of
 * declared names and words whose surroundings fit; a name wins at equal length; what is neither is prose, up to the next place where
 * something else begins.
 */
import type { Mark } from '../text/ast.ts';
import { FUNCTIONS, begins, isIdeograph, MAY, UNITS, WORDS } from './beginnings.ts';
import { changeAhead, matchAhead, periodEnd } from './change-ahead.ts';
import {
  dateAt,
  figureAt,
  numberFollows,
  numeralAt,
  type Piece,
  rankAt,
  yearAt,
  zeroAt,
  otherUnits,
} from './figures.ts';
import { END, FOLLOWING, OPERAND, UP_TO, VERB } from './following.ts';
import type { Names } from './names.ts';
import { notationAt } from './notation.ts';
import { PlacedNames } from './placed-names.ts';
import { foldWidth } from '../text/source.ts';
import { holds, matchLength, skipBlanks } from '../text/sticky.ts';
import type { Payload, TokenKind } from './tokens.ts';
import type { Follow, Lead } from './word-kinds.ts';

/** How a text is to be read: a grade table takes every 为 as the giver of a grade, a formula has no list marks. */
export type Manner = 'standard' | 'formula' | 'grades';

const THEN = /[^;。\n]*?(?<![否原规])则/y;
const INCLUSION =
  /\(\s*(?:均|都|两端)?\s*(?:不?包?含)[^(),;。]*(?:,\s*(?:不?包?含[^(),;。]*|下同|余同))*\)|不?包?含(?:本数|当日|当天|\d+(?:\.\d+)?\s*(?:%|分)?)(?=[)\s,;。的]|$)|(?<=[\d%分])不?含(?=\s*[-—–~至到])/y;
const ITEM_MARK =
  /[①-⑳㈠-㈩⑴-⒇]|[(][一二三四五六七八九十\d]{1,3}[)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、](?!\d|[一二三四五六七八九十]+(?:[、和及]|等|名|位))|[一二三四五六七八九十]是(?!否)/y;

/** The other direction in brackets, or the end of those brackets: 每超过（或低于）5% */
const OTHER_WAY = /\s*(?:\([^()]{1,8}\)|\))/y;

/** What a clause may begin behind. */
const FRESH: ReadonlySet<TokenKind> = new Set(['hard', 'comma', 'colon', 'close']);

/** What may stand between 每 and its number: 每超过（降低）5%. */
const BEFORE_WIDTH: ReadonlySet<TokenKind> = new Set(['phrase', 'direction', 'compare', 'open', 'close', 'or']);

const QUANTITY_LEAD: ReadonlySet<TokenKind> = new Set(['quantity', 'points', 'inclusion', 'close', 'date', 'rank']);

/** One text being lexed: the decision at each place, given what stands before it. */
export class Scanner {
  readonly text: string;
  private readonly original: string;
  private readonly names: PlacedNames;
  private readonly manner: Manner;
  /** after 每 and before its number, numerals in words end prose: 每走访一个企业 */
  private awaitsWidth = false;
  /** after 若 */
  private ifSeen = false;
  /** after 占: what follows is divided by, and 的 takes no share of it */
  private divides = false;
  /** where the last prose ended, and at what */
  private proseEnd = -1;
  private afterProse: Piece | undefined;
  /** what signs of mathematics further back have settled, by place */
  private readonly settled = new Map<number, Piece>();

  constructor(original: string, names: Names, manner: Manner) {
    this.original = original;
    this.text = foldWidth(original);
    this.names = new PlacedNames(this.text, names);
    this.manner = manner;
  }

  /** The piece at `offset`, prose when nothing else stands there; undefined for a symbol. */
  pieceAt(offset: number, last: Payload | undefined): Piece | undefined {
    const settled = this.settledAt(offset);
    if (settled !== undefined) return settled;
    const previous = last?.kind;
    const first = this.text.charCodeAt(offset);
    if (previous === 'if') this.ifSeen = true;
    if (previous === 'divide') this.divides = last?.value === '';
    else if (previous !== 'name') this.divides = false;
    if (previous === 'each') this.awaitsWidth = true;
    else if (previous === undefined || !BEFORE_WIDTH.has(previous)) this.awaitsWidth = false;
    if (previous === 'function') this.names.open(offset);
    if (begins(first, MAY.separate)) return undefined;
    const known = previous === 'phrase' && offset === this.proseEnd;
    const structure = known ? this.afterProse : this.structureAt(offset, previous);
    if (structure?.kind === 'suffix' && last !== undefined) return this.suffixAfter(structure, last, offset);
    if (structure !== undefined) return structure;
    if (isIdeograph(first)) return this.proseAt(offset);
    if (holds(CONTROL, this.text, offset)) return { kind: 'unknown', value: this.text.charAt(offset), length: 1 };
    return holds(SYMBOL, this.text, offset) ? undefined : this.proseAt(offset);
  }

  /** What the notation of mathematics settles, for its own place and those further on. */
  private settledAt(offset: number): Piece | undefined {
    if (begins(this.text.charCodeAt(offset), MAY.notation) && !this.settled.has(offset)) {
      for (const { start, ...piece } of notationAt(this.text, offset)) this.settled.set(start, piece);
    }
    return this.settled.size === 0 ? undefined : this.settled.get(offset);
  }

  private structureAt(offset: number, previous: TokenKind | undefined): Piece | undefined {
    const { text } = this;
    const name = this.names.at(offset);
    const first = text.charCodeAt(offset);
    const word = begins(first, MAY.word) ? this.wordAt(offset, previous) : undefined;
    const wordLength = word?.length ?? 0;
    if (
      name !== undefined &&
      name.length >= wordLength &&
      this.nameFits(name.length, name.declared.role, offset, previous)
    ) {
      return {
        kind: name.declared.role === 'level' ? 'level' : 'name',
        value: name.declared.name,
        length: name.length,
      };
    }
    const mark = begins(first, MAY.mark | MAY.circle) ? this.itemMarkAt(offset, previous) : undefined;
    if (mark !== undefined) return mark;
    const inclusion = begins(first, MAY.inclusion) ? matchLength(INCLUSION, text, offset) : 0;
    if (inclusion > 0) return inclusionPiece(text.slice(offset, offset + inclusion));
    const call = begins(first, MAY.function) ? this.functionAt(offset) : undefined;
    if (call !== undefined && call.length >= wordLength) return call;
    return word ?? this.numberAt(offset, previous);
  }

  /** A circled figure is a mark anywhere, any other only where a clause may begin. */
  private itemMarkAt(offset: number, previous: TokenKind | undefined): Piece | undefined {
    const { text } = this;
    const fresh = previous === undefined || FRESH.has(previous) || begins(text.charCodeAt(offset), MAY.circle);
    const length = fresh && this.manner === 'standard' ? matchLength(ITEM_MARK, text, offset) : 0;
    return length === 0 ? undefined : { kind: 'itemMark', value: text.slice(offset, offset + length), length };
  }

  /** 90%及以上 says that 90% is meant too; 第9位及以下 comes after the ninth: among ranks the lower is the larger number. */
  private suffixAfter(suffix: Piece, last: Payload, offset: number): Piece {
    const ranked = last.kind === 'rank' || last.unit === '名' || last.unit === '位' || last.unit === '名次';
    const word = this.text.charAt(offset + suffix.length - 1);
    const said = /[及或]/.test(this.text.charAt(offset)) ? { ...suffix, marks: INCLUDED } : suffix;
    if (!ranked || (word !== '上' && word !== '下')) return said;
    return { ...said, value: word === '下' ? '≥' : '≤' };
  }

  private functionAt(offset: number): Piece | undefined {
    const call = FUNCTIONS.longest(this.text, offset);
    if (call === undefined || !holds(/\s*\(/y, this.text, offset + call.length)) return undefined;
    return { kind: 'function', value: call.value, length: call.length };
  }

  private nameFits(length: number, role: 'data' | 'level', offset: number, previous: TokenKind | undefined): boolean {
    if (role === 'data' || length > 1) return true;
    return previous !== 'phrase' || holds(END, this.text, offset + length) || holds(VERB, this.text, offset + length);
  }

  private wordAt(offset: number, previous: TokenKind | undefined): Piece | undefined {
    for (const { length, value: words } of WORDS.matches(this.text, offset)) {
      for (const { kind, value, follow, lead } of words) {
        if (kind === 'be' && this.manner === 'grades') return { kind, value, length };
        if (kind === 'scoreIs' && this.manner === 'formula') continue;
        if (lead !== undefined && !lead.some((wanted) => this.leads(wanted, previous))) continue;
        if (follow !== undefined && !follow.some((wanted) => this.follows(wanted, offset + length))) continue;
        if (kind === 'prose') return undefined;
        if (kind === 'by' && this.endsInName(offset, length)) continue;
        if (kind === 'filler' || (kind === 'times' && value === '' && this.divides))
          return { kind: 'unknown', value: 'filler', length };
        return { kind, value, length };
      }
    }
    return undefined;
  }

  /** 按实际完成率 where 实际完成率 is declared: the word is 按 alone. */
  private endsInName(offset: number, length: number): boolean {
    return this.text.endsWith('实际', offset + length) && this.names.at(offset + length - 2) !== undefined;
  }

  /** 若 a 则 5分 否则 2分 has a value behind its 则; any other 若 only introduces a condition. */
  private isExpression(offset: number): boolean {
    THEN.lastIndex = offset;
    const found = THEN.exec(this.text);
    if (found === null) return false;
    const behind = offset + found[0].length;
    return !holds(VERB, this.text, behind) && this.follows('operand', behind);
  }

  private leads(wanted: Lead, previous: TokenKind | undefined): boolean {
    switch (wanted) {
      case 'start':
        return (
          previous === undefined ||
          previous === 'hard' ||
          previous === 'comma' ||
          previous === 'colon' ||
          previous === 'itemMark' ||
          previous === 'and' ||
          previous === 'or'
        );
      case 'compared':
        return previous === 'name' || previous === 'period' || this.leads('start', previous);
      case 'each':
        return (
          previous === 'each' ||
          previous === 'direction' ||
          (this.awaitsWidth && (previous === 'open' || previous === 'close' || previous === 'or'))
        );
      case 'if':
        return this.ifSeen;
      case 'prose':
        return previous === 'phrase';
      case 'name':
      case 'than':
      case 'compare':
      case 'period':
      case 'change':
      case 'be':
      case 'de':
      case 'suffix':
      case 'scope':
        return previous === wanted;
      case 'amount':
        return (
          previous === 'points' ||
          previous === 'quantity' ||
          previous === 'inclusion' ||
          previous === 'full' ||
          previous === 'weight'
        );
      case 'quantity':
        return previous !== undefined && QUANTITY_LEAD.has(previous);
      case 'value':
        return previous !== undefined && (QUANTITY_LEAD.has(previous) || previous === 'name');
    }
  }

  private follows(wanted: Follow, offset: number): boolean {
    const { text } = this;
    switch (wanted) {
      case 'operand':
        return (
          this.follows('value', offset) ||
          holds(OPERAND, text, offset) ||
          this.functionAt(skipBlanks(text, offset)) !== undefined
        );
      case 'word':
        return holds(/\s*["\u4e00-\u9fff]/y, text, offset) && !numberFollows(text, offset);
      case 'thenValue':
        return this.manner !== 'standard' || this.isExpression(offset);
      case 'name':
        return this.names.at(skipBlanks(text, offset)) !== undefined;
      case 'numeral':
        return numberFollows(text, this.awaitsWidth ? offset + matchLength(OTHER_WAY, text, offset) : offset);
      case 'changed':
        return changeAhead(text, this.names, offset) !== undefined;
      case 'matched':
        return matchAhead(text, this.names, offset);
      case 'upTo':
        return numberFollows(text, offset) && holds(UP_TO, text, offset);
      case 'unit':
        return numberFollows(text, offset) || UNITS.longest(text, skipBlanks(text, offset)) !== undefined;
      case 'value':
        return (
          numberFollows(text, offset) ||
          holds(/\s*[([]/y, text, offset) ||
          this.earlierAt(offset) ||
          this.names.at(skipBlanks(text, offset)) !== undefined
        );
      case 'alternative':
      case 'amount':
      case 'amounts':
      case 'compare':
      case 'each':
      case 'bySeries':
      case 'remark':
      case 'end':
      case 'formula':
      case 'happening':
      case 'highestNext':
      case 'lastOne':
      case 'nothing':
      case 'place':
      case 'points':
      case 'ranked':
      case 'measured':
      case 'ofShare':
      case 'score':
      case 'short':
      case 'share':
      case 'shared':
      case 'signed':
      case 'step':
      case 'verb':
      case 'wholePoints':
        return FOLLOWING[wanted].some((pattern) => holds(pattern, text, offset));
    }
  }

  /** Whether an earlier time is named, or a share of it, and no more: 高于上年的, 不超过上年的90%. */
  private earlierAt(offset: number): boolean {
    const end = periodEnd(this.text, offset);
    return (
      end !== undefined && (['end', 'verb', 'ofShare', 'share'] as const).some((wanted) => this.follows(wanted, end))
    );
  }

  private numberAt(offset: number, previous: TokenKind | undefined): Piece | undefined {
    const { text } = this;
    const first = text.charCodeAt(offset);
    if (begins(first, MAY.numeral)) return rankAt(text, offset) ?? this.numeralAt(offset, previous);
    const isYear = this.manner !== 'formula' && yearAt(text, offset) > 0;
    return dateAt(text, offset) ?? (isYear ? undefined : figureAt(text, this.original, offset));
  }

  private numeralAt(offset: number, previous: TokenKind | undefined): Piece | undefined {
    const { text } = this;
    const unit = previous === 'each' ? UNITS.longest(text, offset) : undefined;
    if (unit !== undefined) {
      const others = otherUnits(text, offset + unit.length, unit.value);
      const also = others === undefined ? {} : { also: others.also };
      return { kind: 'quantity', value: '1', unit: unit.value, ...also, length: unit.length + (others?.length ?? 0) };
    }
    if (previous === 'compare' && zeroAt(text, offset)) return { kind: 'quantity', value: '零', length: 1 };
    return previous === 'phrase' && !this.awaitsWidth ? undefined : numeralAt(text, offset);
  }

  private proseAt(offset: number): Piece {
    const { text } = this;
    let at = offset + Math.max(1, yearAt(text, offset));
    while (at < text.length && !this.proseEnds(at)) at += Math.max(1, yearAt(text, at));
    return { kind: 'phrase', value: text.slice(offset, at), length: at - offset };
  }

  private proseEnds(at: number): boolean {
    const { text } = this;
    if (text.charAt(at) === '、')
      return !holds(PROSE_AFTER_COMMA, text, at + 1) || this.structureAt(at + 1, 'phrase') !== undefined;
    if (!isIdeograph(text.charCodeAt(at)) && (holds(SYMBOL, text, at) || this.settledAt(at) !== undefined)) return true;
    this.proseEnd = at;
    this.afterProse = this.structureAt(at, 'phrase');
    return this.afterProse !== undefined;
  }
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/y;
const SYMBOL =
  /[\s()[\]【】,;:.。、!?+×*÷/\u2212\u2010-\u2015\u2500~\u301c±-]|[\u0000-\u001f\u007f-\u009f\u200b-\u200f\ufeff]/y;
const PROSE_AFTER_COMMA = /\s*[^\s\d()[\]【】,;:.。、①-⑳]/y;

/** 及以上, 及以下 */
const INCLUDED: readonly Mark[] = [{ inclusive: true, value: undefined }];

/** （含）, 不包含 */
const PLAIN_MARK = /^\(?(不)?包?含\)?$/;

/** The value of a 含 mark that speaks of both ends. */
export const BOTH_ENDS = '两端';

function inclusionPiece(image: string): Piece {
  const plain = PLAIN_MARK.exec(image);
  if (plain !== null) {
    const mark = { inclusive: plain[1] === undefined, value: undefined };
    return { kind: 'inclusion', value: '', marks: [mark], length: image.length };
  }
  const both = /均|都|两端/.test(image);
  const alike = /下同|余同/.test(image);
  const marks = [...image.matchAll(/(不?)包?含([^(),]*)/g)].map(([, not = '', rest = '']) => {
    const value = rest.replace(/本数|当日|当天|本级/g, '').trim();
    const mark = { inclusive: not === '', value: both ? BOTH_ENDS : value === '' ? undefined : value };
    return alike ? { ...mark, alike } : mark;
  });
  return { kind: 'inclusion', value: '', marks, length: image.length };
}
