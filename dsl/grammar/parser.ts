/**
 * The grammar of sentences: a flat run of typed chunks in the order written; meaning is given later, by the fold.
 *
 *   sentence  := chunk*
 *   chunk     := ； | ， | ① | condition | award | step | limit | reading | 扣完为止 | 依次类推 | note
 *   condition := all (或 all)*          all := atom (且 atom)*
 *   atom      := [subject] (comparison end)+ | [subject] end [— end] | [subject] ± end | 无 name | level | 否则 | 超过的 | phrase
 *   end       := expression [（含）] [以上] [（含）]
 *   award     := [本项] [按] [计] (满分 | 不得分 | M分 | 分值的share | 按比例 | 得分＝expression)
 *   step      := [subject] 每 [低于] [width] … [扣] amount
 *   limit     := 最多 [扣] amount       reading := 不足 width 的 (不计 | 按…计 | 按比例)
 *
 * Which alternative comes next is read off token letters (patterns.ts). Nothing throws; what fits nowhere is an unknown chunk.
 */
import type { IToken, ParserMethod } from 'chevrotain';
import type { Chunk, Expression, Formula, GradeLine, Sentence } from '../text/ast.ts';
import { MAX_DEPTH, loneBrackets } from './brackets.ts';
import type { Diagnostic, Report } from '../text/diagnostic.ts';
import { type Lexed, indexed, lex, payloadOf } from '../words/lexer.ts';
import type { Manner } from '../words/scanner.ts';
import { diagnose } from '../text/messages.ts';
import type { Names } from '../words/names.ts';
import { quantityOf, spanOf } from './parser-expressions.ts';
import { GradeParser } from './parser-grades.ts';
import { type Ahead, chunkAhead } from './patterns.ts';
import { type Span, cover } from '../text/source.ts';
import { ANY, LETTERS, TYPES } from '../words/tokens.ts';

/** Longest text that is parsed, in UTF-16 units. */
export const MAX_LENGTH = 20_000;

/** Parses a scoring sentence. */
export function parseStandard(text: string, names: Names, report: Report): Sentence {
  const lexed = prepare(text, names, 'standard', report);
  const chunks = lexed === undefined ? [] : (PARSER.read(text, lexed, report, () => PARSER.sentence()) ?? []);
  return { chunks, span: { start: 0, end: text.length } };
}

/** Parses a formula line, `名称＝expression`, or a bare expression. */
export function parseFormula(text: string, names: Names, report: Report): Formula | undefined {
  const lexed = prepare(text, names, 'formula', report);
  if (lexed === undefined) return undefined;
  const { name, nameSpan, length } = headOf(text, lexed);
  const body = length > 0 ? indexed(lexed.tokens.slice(length)) : lexed;
  const expression = PARSER.read(text, body, report, () => PARSER.lone());
  return expression && { name, nameSpan, expression, span: { start: 0, end: text.length } };
}

/** The name a formula line defines; undefined for a bare expression. What it computes is not looked at. */
export function parseFormulaName(text: string, names: Names): Pick<Formula, 'name' | 'nameSpan'> | undefined {
  const lexed = prepare(text, names, 'formula', () => undefined);
  return lexed && headOf(text, lexed);
}

/** The name before ＝, and how many tokens it takes up with its sign. */
function headOf(
  text: string,
  { tokens, letters }: Lexed,
): Pick<Formula, 'name' | 'nameSpan'> & { readonly length: number } {
  const length = /^(?:\([^()]*\)|[^(),;C])*?C/.exec(letters)?.[0].length ?? 0;
  const sign = tokens[length - 1];
  const none = { name: undefined, nameSpan: { start: 0, end: 0 }, length: 0 };
  if (sign === undefined || payloadOf(sign).kind !== 'compare' || payloadOf(sign).value !== '=') return none;
  const nameSpan = trimmed(text, { start: 0, end: sign.startOffset });
  return { name: text.slice(nameSpan.start, nameSpan.end), nameSpan, length };
}

/** Parses an expression, relations included. */
export function parseExpression(text: string, names: Names, report: Report): Expression | undefined {
  const lexed = prepare(text, names, 'formula', report);
  return lexed === undefined ? undefined : PARSER.read(text, lexed, report, () => PARSER.lone());
}

/** Parses a grade table: lines that give the grade of a total. */
export function parseGrades(text: string, names: Names, report: Report): readonly GradeLine[] {
  const lexed = prepare(text, names, 'grades', report);
  return lexed === undefined ? [] : (PARSER.read(text, lexed, report, () => PARSER.grades()) ?? []);
}

function prepare(text: string, names: Names, manner: Manner, report: Report): Lexed | undefined {
  if (text.length > MAX_LENGTH) {
    report(diagnose('too-long', { start: MAX_LENGTH, end: text.length }, { limit: String(MAX_LENGTH) }));
    return undefined;
  }
  const lexed = lex(text, names, manner);
  const { tokens, letters } = lexed;
  const nests = /[()I]/.test(letters);
  const pieces = nests ? tokens.map((token) => ({ kind: payloadOf(token).kind, span: spanOf(token) })) : [];
  const lone = loneBrackets(pieces, text, report);
  if (lone === undefined || nestsTooDeep(pieces, report) || runsTooLong(lexed, report)) return undefined;
  if (lone.size === 0 && !letters.includes(LETTERS.unknown)) return lexed;
  return indexed(tokens.filter((token, index) => !lone.has(index) && known(token, report)));
}

/** Most operators in one run without a separator: a tree of them must not be deeper than can be walked. */
const MAX_OPERATORS = 500;

function runsTooLong({ tokens, letters }: Lexed, report: Report): boolean {
  const run = /[^,;]*/g;
  for (const { 0: part, index } of letters.matchAll(run)) {
    const last = tokens[index + part.length - 1];
    if (part.length <= MAX_OPERATORS || part.replace(/[^-+*/C&|~]/g, '').length <= MAX_OPERATORS || last === undefined)
      continue;
    report(diagnose('too-many-operators', spanOf(last), { limit: String(MAX_OPERATORS) }));
    return true;
  }
  return false;
}

/** 若 within 若 nests as brackets do. */
function nestsTooDeep(pieces: readonly { readonly kind: string; readonly span: Span }[], report: Report): boolean {
  const deepest = pieces.filter(({ kind }) => kind === 'if')[MAX_DEPTH];
  if (deepest !== undefined) report(diagnose('too-deep', deepest.span, { limit: String(MAX_DEPTH) }));
  return deepest !== undefined;
}

function known(token: IToken, report: Report): boolean {
  if (payloadOf(token).kind !== 'unknown') return true;
  const codepoint = `U+${(token.image.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  report(diagnose('unexpected-character', spanOf(token), { text: token.image, codepoint }));
  return false;
}

function trimmed(text: string, span: Span): Span {
  const inner = text.slice(span.start, span.end);
  return { start: span.end - inner.trimStart().length, end: span.start + inner.trimEnd().length };
}

/** Sentences, lone expressions and grade tables. */
class SentenceParser extends GradeParser {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /** Runs one entry rule over `lexed`. */
  read<Tree>(text: string, lexed: Lexed, report: Report, rule: () => Tree | undefined): Tree | undefined {
    this.text = text;
    this.letters = lexed.letters;
    this.report = report;
    this.listed = [];
    this.input = lexed.tokens;
    const tree = rule();
    const [error] = this.errors;
    if (error !== undefined) report(this.leftUnread(error.token));
    return tree;
  }

  private ahead(): Ahead {
    const ahead = chunkAhead(this.letters, this.index);
    if (ahead === 'reading' && !this.speaksOfSteps()) return 'condition';
    return ahead === 'definition' && !this.isEquation() ? 'condition' : ahead;
  }

  /** （不足5%的不得分） beside 每5%, and not （低于80%的不得分）. */
  private speaksOfSteps(): boolean {
    if (!this.letters.includes(LETTERS.each)) return false;
    const zero = this.sees(/N?Cq[xt]?,?0/y);
    return !zero || /^[不未]/.test(this.LA(this.isNext(LETTERS.name) ? 2 : 1).image);
  }

  /** What no rule takes is reported from there to the end, so that nothing is lost in silence. */
  private leftUnread(token: IToken): Diagnostic {
    const start = token.startOffset >= 0 ? token.startOffset : this.text.length;
    const span = { start, end: this.text.length };
    return diagnose('award-not-understood', span, { text: this.slice(span) });
  }

  readonly sentence: ParserMethod<[], Chunk[]> = this.RULE('sentence', (): Chunk[] => {
    const chunks: Chunk[] = [];
    this.MANY({
      GATE: () => this.more,
      DEF: () => {
        const chunk = this.SUBRULE(this.chunk);
        this.ACTION(() => chunks.push(chunk));
      },
    });
    return chunks;
  });

  private readonly chunks: Readonly<Record<Ahead, () => Chunk>> = {
    heading: () => this.SUBRULE(this.heading),
    step: () => this.SUBRULE(this.step),
    definition: () => this.SUBRULE(this.definition),
    limit: () => this.SUBRULE(this.limit),
    reading: () => this.SUBRULE(this.reading),
    highest: () => this.SUBRULE(this.highest),
    basis: () => this.SUBRULE(this.basis),
    series: () => this.SUBRULE(this.series),
    award: () => this.SUBRULE(this.award),
    note: () => this.SUBRULE(this.note),
    condition: () => this.SUBRULE(this.conditionChunk),
    single: () => this.SUBRULE(this.single),
  };

  private readonly chunk: ParserMethod<[], Chunk> = this.RULE('chunk', (): Chunk =>
    this.choose(this.chunks, () => this.ahead()),
  );

  private readonly single: ParserMethod<[], Chunk> = this.RULE('single', (): Chunk => {
    const token = this.CONSUME(ANY);
    return this.ACTION((): Chunk => {
      const { kind, value } = payloadOf(token);
      const span = spanOf(token);
      if (kind === 'comma' || kind === 'colon' || kind === 'hard')
        return { kind: 'break', hard: kind === 'hard', span };
      if (kind === 'open' || kind === 'close') return { kind: 'break', hard: false, span };
      if (kind === 'itemMark') return { kind: 'mark', text: token.image, span };
      if (kind === 'stop') return { kind: 'stop', at: value === 'cap' || value === 'spill' ? value : 'floor', span };
      if (kind === 'shared') return { kind, span };
      return { kind: 'unknown', text: this.slice(span), scoring: SCORING.has(kind), span };
    });
  });

  private readonly conditionChunk: ParserMethod<[], Chunk> = this.RULE('conditionChunk', (): Chunk => {
    const condition = this.SUBRULE(this.condition);
    const tail = this.OPTION({
      GATE: () => this.sees(/P(?=[xrVF0RUcy,;)]|$)/y),
      DEF: () => this.CONSUME(TYPES.phrase),
    });
    this.OPTION2(() => this.CONSUME(TYPES.de));
    return this.ACTION((): Chunk => ({
      kind: 'condition',
      condition,
      tail: tail === undefined ? '' : this.slice(spanOf(tail)),
      span: cover(condition.span, ...(tail === undefined ? [] : [spanOf(tail)])),
    }));
  });

  private readonly basis: ParserMethod<[], Chunk> = this.RULE('basis', (): Chunk => {
    const by = this.OPTION(() => this.CONSUME(TYPES.by));
    const name = this.OPTION2(() => this.CONSUME(TYPES.name));
    this.OPTION3(() => this.CONSUME2(TYPES.by));
    const end = this.SUBRULE(this.end);
    const word = this.CONSUME(TYPES.basis);
    return this.ACTION((): Chunk => ({
      kind: 'basis',
      subject: name === undefined ? undefined : { kind: 'name', name: payloadOf(name).value, span: spanOf(name) },
      end,
      span: cover(...[by, name].filter((token) => token !== undefined).map(spanOf), end.span, spanOf(word)),
    }));
  });

  /** 依次类推, 依次递减0.5分, 按0.5分依次递减 */
  private readonly series: ParserMethod<[], Chunk> = this.RULE('series', (): Chunk => {
    const start = this.ACTION(() => this.LA(1).startOffset);
    this.OPTION(() => this.CONSUME(TYPES.by));
    const before = this.OPTION2({ GATE: () => this.isNext('pq'), DEF: () => this.SUBRULE(this.amount) });
    const word = this.CONSUME(TYPES.series);
    const after = this.OPTION3({
      GATE: () => before === undefined && this.isNext('pq'),
      DEF: () => this.SUBRULE2(this.amount),
    });
    return this.ACTION((): Chunk => ({
      kind: 'series',
      by: before ?? after,
      verb: payloadOf(word).value === 'down' ? 'deduct' : 'add',
      span: { start, end: this.here },
    }));
  });

  private readonly highest: ParserMethod<[], Chunk> = this.RULE('highest', (): Chunk => {
    const words = this.OPTION(() => this.CONSUME(TYPES.phrase));
    const token = this.CONSUME(TYPES.highest);
    return this.ACTION((): Chunk => ({
      kind: 'highest',
      span: cover(...(words === undefined ? [] : [spanOf(words)]), spanOf(token)),
    }));
  });

  /** 完成率＝实际完成数÷计划完成数×100%，: the indicator's 公式 said again. */
  private readonly definition: ParserMethod<[], Chunk> = this.RULE('definition', (): Chunk => {
    const first = this.CONSUME(ANY);
    this.MANY({ GATE: () => this.more && !this.sees(/[,;]/y), DEF: () => this.CONSUME2(ANY) });
    return this.ACTION((): Chunk => {
      const span = { start: first.startOffset, end: this.here };
      return { kind: 'note', text: this.slice(span), span };
    });
  });

  private isEquation(): boolean {
    const sign = this.LA(this.sees(/..C/y) ? 3 : 2);
    return payloadOf(sign).kind === 'compare' && payloadOf(sign).value === '=';
  }

  private readonly heading: ParserMethod<[], Chunk> = this.RULE('heading', (): Chunk => {
    const first = this.CONSUME(ANY);
    // 当年培训次数：: the name of a measure behind words of its own
    const second = this.OPTION2({ GATE: () => this.sees(/N/y), DEF: () => this.CONSUME(TYPES.name) });
    const points = this.OPTION(() => {
      this.CONSUME(TYPES.open);
      this.MANY({ GATE: () => !this.sees(/p/y), DEF: () => this.CONSUME2(ANY) });
      const found = this.CONSUME(TYPES.points);
      this.CONSUME(TYPES.close);
      return found;
    });
    const colon = this.CONSUME(TYPES.colon);
    return this.ACTION((): Chunk => {
      const named = second ?? first;
      return {
        kind: 'heading',
        text: this.slice(cover(spanOf(first), spanOf(named))),
        prefix: second === undefined ? '' : this.slice(spanOf(first)),
        name: payloadOf(named).kind === 'name' ? payloadOf(named).value : undefined,
        points: points === undefined ? undefined : quantityOf(points),
        span: cover(spanOf(first), spanOf(colon)),
      };
    });
  });

  private readonly note: ParserMethod<[], Chunk> = this.RULE('note', (): Chunk => {
    const open = this.CONSUME(TYPES.open);
    this.MANY({ GATE: () => !this.sees(/\)/y), DEF: () => this.CONSUME(ANY) });
    const close = this.CONSUME(TYPES.close);
    return this.ACTION((): Chunk => {
      const span = cover(spanOf(open), spanOf(close));
      return { kind: 'note', text: this.slice(span), span };
    });
  });
}

/** Tokens that speak of points: when one of them is left over, points are at stake. */
const SCORING: ReadonlySet<string> = new Set([
  'verb',
  'full',
  'zero',
  'points',
  'each',
  'limit',
  'stop',
  'proportion',
  'discretion',
  'weight',
  'base',
  'scoreIs',
  'gradeIs',
]);

const PARSER = new SentenceParser();
