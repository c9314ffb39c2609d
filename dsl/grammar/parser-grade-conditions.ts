/**
 * Conditions on a total as grade tables write them. Tokens get finer letters than patterns.ts has (a lower end is told from an
 * upper one), so that two ends side by side are one range and an end in the next line is not.
 */
import type { IToken } from 'chevrotain';
import type { Comparing, Condition, End, Expression, Mark } from '../text/ast.ts';
import { payloadOf } from '../words/lexer.ts';
import { figureValue } from '../numbers/literals.ts';
import { compare } from '../numbers/number.ts';
import { comparisonOf, quantityOf, spanOf } from './parser-expressions.ts';
import { type Span, cover, emptySpan } from '../text/source.ts';
import { LETTERS } from '../words/tokens.ts';

/** A condition and the place behind it. */
interface ReadCondition {
  readonly condition: Condition;
  readonly end: number;
}

const LOWER = '(?:>[pq]K{0,3}|(?<![-~<>C])[pq]K{0,3}AK{0,3})(?![-~])';
const UPPER = '(?:<[pq]K{0,3}|(?<![-~<>C])[pq]K{0,3}YK{0,3})(?![-~])';
const SUBJECT = '(?:r?[NW]e?)?';
const PAIR = new RegExp(`(?:${LOWER}x?v?${SUBJECT}${UPPER}|${UPPER}x?v?${SUBJECT}${LOWER})`, 'y');
const COMMAS = [`${LOWER}x?,(?=${SUBJECT}${UPPER})`, `${UPPER}x?,(?=${SUBJECT}${LOWER})`];
const CHAIN = /[pq]K{0,3}[<>C](?:r?[NW]|P)/y;
const RANGE = /(?:r?[NW]e?)?(?:[<>C][pq]|[pq]K{0,3}[AYS~-]|[pq]K{0,3}[<>C](?:r?[NW]|P)|p)/y;
const GRADE_WORD =
  /^(?:的|其|则|评价|绩效|考核|最终|对应|所属|评定|确定|认定)*(?:等次|等级|结果|级别|档次|评级|评|定|评定|确定|认定|属|列)$/;
const DE = /^的(?:部门|单位|项目|地区|企业|学校|医院|情况|情形)?$/;
/** Words that only lead to the total. */
const ABOUT = /^(?:对|对于|凡|凡是|将|如|当|其中|[①-⑳㈠-㈩⑴-⒇])$/;
const FLIPPED = { '<': '>', '≤': '≥', '>': '<', '≥': '≤', '=': '=', '≠': '≠' } as const;

/** Reads conditions anywhere in one table; reports nothing. */
export class ConditionReader {
  /** a letter a token; see `letterOf` */
  readonly shape: string;
  private readonly text: string;
  private readonly tokens: readonly IToken[];
  private place = 0;

  constructor(text: string, tokens: readonly IToken[]) {
    this.text = text;
    this.tokens = tokens;
    const letters = tokens.map((token, index) => letterOf(token, tokens[index - 1], tokens[index + 1])).join('');
    this.shape = this.withPairs(letters);
  }

  /** The condition at `at`. */
  at(at: number): ReadCondition | undefined {
    this.place = at;
    const first = this.test();
    if (first === undefined) return undefined;
    const either: Condition[][] = [[first]];
    while (this.sees(/x?,?[&|](?=[^,;:()]|$)/y)) {
      this.skip(/x?,?/y);
      const or = this.shape.charAt(this.place) === '|';
      this.place += 1;
      const next = this.test() ?? this.words();
      if (next === undefined) break;
      if (or) either.push([next]);
      else either[either.length - 1]?.push(next);
    }
    return {
      condition: joined(
        'any',
        either.map((all) => joined('all', all)),
      ),
      end: this.place,
    };
  }

  /** Whether a range of the total begins at `at`, and not a label. */
  ranges(at: number): boolean {
    RANGE.lastIndex = at;
    return RANGE.test(this.shape);
  }

  /** A comma between a lower and an upper end that leave something between them joins the two: `v`. */
  private withPairs(letters: string): string {
    const commas = COMMAS.flatMap((pattern, order) =>
      [...letters.matchAll(new RegExp(pattern, 'g'))].flatMap(({ index, 0: match }) => {
        const comma = index + match.length - 1;
        const ends = [this.figureFrom(letters, index), this.figureFrom(letters, comma)];
        const [low, high] = order === 0 ? ends : ends.reverse();
        return low !== undefined && high !== undefined && compare(low, high) < 0 ? [comma] : [];
      }),
    );
    const chars = [...letters];
    for (const comma of commas) chars[comma] = 'v';
    return chars.join('');
  }

  private figureFrom(letters: string, from: number): ReturnType<typeof figureValue> {
    const token = this.tokens[from + letters.slice(from, from + 8).search(/[pq]/)];
    return token === undefined ? undefined : figureValue(payloadOf(token).value);
  }

  private test(): Condition | undefined {
    const start = this.place;
    if (this.sees(/Q|b(?=x?[eg])/y)) {
      const span = this.next();
      const kind = this.shape.charAt(start) === 'Q' ? 'otherwise' : 'beyond';
      return kind === 'otherwise' ? { kind, span } : { kind, operator: undefined, span };
    }
    if (!this.sees(/(?:(?:r?[NW]|P)e?|r)?[<>C]?[pq]/y)) return undefined;
    const subject = this.subject();
    if (this.sees(CHAIN)) return this.chain(start);
    if (!this.sees(PAIR)) return this.piece(subject, start);
    const first = this.piece(subject, start);
    this.skip(/x?v?/y);
    const second = this.place;
    return joined('all', [first, this.piece(this.subject(), second)]);
  }

  /** 80分≤得分＜90分 */
  private chain(start: number): Condition {
    const low = this.end();
    const first = this.comparing();
    const subject = this.subject();
    const tests: Comparing[] = [{ ...first, operator: FLIPPED[first.operator], end: low }];
    if (this.sees(/[<>C][pq]/y)) tests.push({ ...this.comparing(), end: this.end() });
    const span = this.spanFrom(start);
    if (subject !== undefined) return { kind: 'comparison', subject, tests, span };
    return joined(
      'all',
      tests.map((one): Condition => ({ kind: 'comparison', subject, tests: [one], span })),
    );
  }

  private piece(subject: Expression | undefined, start: number): Condition {
    const compared = this.sees(/[<>C]/y) ? this.comparing() : undefined;
    const low = this.end();
    if (this.sees(/[-~][pq]/y)) {
      const sign = this.tokens[this.place];
      this.next();
      const high = this.end();
      const span = this.spanFrom(start);
      if (low.suffix === undefined || high.suffix === undefined) {
        const marks = [...low.marks, ...(sign === undefined ? [] : (payloadOf(sign).marks ?? []))];
        return { kind: 'between', subject, low: { ...low, marks }, high, span };
      }
      const bottom: Condition = { kind: 'value', subject, end: low, span: low.span };
      return joined('all', [bottom, { kind: 'value', subject: undefined, end: high, span: high.span }]);
    }
    const span = this.spanFrom(start);
    if (compared === undefined) return { kind: 'value', subject, end: low, span };
    return { kind: 'comparison', subject, tests: [{ ...compared, end: low }], span };
  }

  /** The total; a word for it that is not declared is kept, but for a lone letter (80≤S＜90), which can stand for nothing else. */
  private subject(): Expression | undefined {
    this.skip(/r/y);
    const token = this.tokens[this.place];
    if (token === undefined || !this.sees(/[NWP]/y)) return undefined;
    const span = this.next();
    this.skip(/e/y);
    const { kind, value } = payloadOf(token);
    if (kind === 'name') return { kind: 'name', name: value, span };
    if (kind !== 'phrase' || /^[A-Za-z]$/.test(token.image)) return undefined;
    return { kind: 'phrase', text: this.text.slice(span.start, span.end), span };
  }

  private comparing(): Omit<Comparing, 'end'> {
    const token = this.tokens[this.place];
    const image = token?.image ?? '';
    this.next();
    const operator = comparisonOf(token === undefined ? '' : payloadOf(token).value);
    return { operator, word: /[\u4e00-\u9fff]/.test(image) };
  }

  private end(): End {
    const start = this.place;
    const token = this.tokens[start];
    if (token === undefined) throw new Error('an end begins with a number');
    const marks: Mark[] = [];
    let suffix: End['suffix'];
    this.next();
    for (
      let next = this.tokens[this.place];
      next !== undefined && this.sees(/[KAYS]/y);
      next = this.tokens[this.place]
    ) {
      const payload = payloadOf(next);
      marks.push(...(payload.marks ?? []));
      if (payload.value === '≥' || payload.value === '≤' || payload.value === '>') suffix = payload.value;
      this.next();
    }
    return { value: quantityOf(token), marks, suffix, span: this.spanFrom(start) };
  }

  /** 且未发生事故: a condition, though not on the total */
  private words(): Condition | undefined {
    const start = this.place;
    this.skip(/[^,;:()eg&|xv]{1,20000}/y);
    if (this.place === start) return undefined;
    const span = this.spanFrom(start);
    return { kind: 'holds', expression: { kind: 'phrase', text: this.text.slice(span.start, span.end), span }, span };
  }

  private sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.place;
    return pattern.test(this.shape);
  }

  private skip(pattern: RegExp): void {
    if (this.sees(pattern)) this.place = pattern.lastIndex;
  }

  private next(): Span {
    this.place += 1;
    return this.spanFrom(this.place - 1);
  }

  private spanFrom(from: number): Span {
    const [first, last] = [this.tokens[from], this.tokens[this.place - 1]];
    return first === undefined || last === undefined ? emptySpan(0) : cover(spanOf(first), spanOf(last));
  }
}

/**
 * The letters of tokens.ts, but: `>` `<` for comparisons and `A` `Y` for 以上, 以下 by the side they leave; `z` for 等次 and the
 * like, `x` for every 的, `W` for the total in other words, `r` for words before the
 * total (评价得分, 凡得分); 一类 and 2A级 are words.
 */
function letterOf(token: IToken, before: IToken | undefined, after: IToken | undefined): string {
  const { kind, value, unit } = payloadOf(token);
  const letter = LETTERS[kind];
  const next = after === undefined ? undefined : payloadOf(after).kind;
  if (kind === 'compare' || kind === 'suffix') {
    const side = value === '≥' || value === '>' ? 0 : value === '≤' || value === '<' ? 1 : undefined;
    return side === undefined ? letter : ((kind === 'compare' ? '><' : 'AY')[side] ?? letter);
  }
  if (kind === 'scoreIs' || (kind === 'scope' && value === 'total')) return 'W';
  if (kind === 'verb' && token.image === '为') return 'e';
  if (kind === 'joint') return token.image === '、' ? ',' : letter;
  if (kind === 'quantity') {
    const compared = before !== undefined && ['compare', 'dash', 'rangeTo'].includes(payloadOf(before).kind);
    const worded = unit === undefined && next === 'phrase' && !DE.test(after?.image ?? '');
    return !compared && (worded || (unit !== undefined && !unit.endsWith('%'))) ? 'P' : letter;
  }
  if (kind !== 'phrase') return letter;
  if (DE.test(token.image)) return 'x';
  if (GRADE_WORD.test(token.image)) return 'z';
  if (ABOUT.test(token.image)) return 'r';
  return next === 'name' && spanOf(token).end === after?.startOffset ? 'r' : letter;
}

function joined(kind: 'all' | 'any', conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return { kind, conditions, span: cover(...conditions.map(({ span }) => span)) };
}
