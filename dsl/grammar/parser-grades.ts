/**
 * The grammar of grade tables, read off token letters line by line:
 *
 *   table := (heading：)? (line | 满分100分 | separator)*
 *   line  := tests [的] [，] [等次|评定] 为 label | tests [： ，] label | tests（label） | label [： ，] tests | label（tests）
 *   tests := test ((且|或) test)* | 其余        test := [总分] (end | end — end | comparison | end ≤ 总分 ＜ end | lower [、] upper)
 *
 * Nothing throws, and nothing that could bear on a grade is passed over in silence: what fits nowhere is reported.
 */
import type { IToken, ParserMethod } from 'chevrotain';
import type { Condition, Expression, GradeLine } from '../text/ast.ts';
import type { Report } from '../text/diagnostic.ts';
import { ConditionReader } from './parser-grade-conditions.ts';
import { diagnose } from '../text/messages.ts';
import { StepParser } from './parser-steps.ts';
import { spanOf } from './parser-expressions.ts';
import { type Span, cover, emptySpan } from '../text/source.ts';
import { ANY } from '../words/tokens.ts';

/** Grade tables, over steps. */
export class GradeParser extends StepParser {
  readonly grades: ParserMethod<[], GradeLine[]> = this.RULE('grades', (): GradeLine[] => {
    const tokens: IToken[] = [];
    this.MANY(() => {
      const token = this.CONSUME(ANY);
      this.ACTION(() => tokens.push(token));
    });
    return this.ACTION(() => new GradeReader(this.text, tokens, this.report).lines());
  });
}

const SEPARATOR = /[,;:()v]/y;
/** What says that a grade follows: 为, 评定为, ，等次为, and 的 before any of them. */
const GIVER = /x?,?z?[eg]e?/y;
/** A label without 为: directly behind the range or behind a colon; behind a comma or in brackets only if nothing else claims it. */
const DIRECT = /x?:?(?=[PLzb])/y;
const APART = /x?[,(](?=[PLzb])/y;
const LABEL_BEFORE = /(?:z?[eg](?=[PLzb]))?[^,;:()<>CAYSKNWQvrxpq&|~eg]{1,20}/y;
const NO_CONDITION = /[PLzb]+(?:,(?=$)|[:(](?=[,;)]|$))/y;
const POINTS_ONLY = /[rPNFW][PNWzeyBF]{0,6}pk?(?=[,;)]|$)/y;
const MARK = /\([Pq]\)|q[;,]/y;
const MARKED = /^[（(][一二三四五六七八九十\d]{1,3}[)）]$|^\d{1,2}[.．、]$/;
const OF_TOTAL = /满分|总分|总得分/;
const HEADING = /[^:<>CAYSKg0EX]{0,200}:(?=[^,;)])/y;
const PROSE_GIVER = /[^,;:()eg]{1,40},?(?=[eg])/y;
const CLAUSE = /[^,;:()v]{1,20000}/y;
const WORDS = /[PLzNWFe]{1,20}(?=[,;]|$)/y;
const ANNOUNCEMENT = /分(?:为|成).*[级档等类次别]$|百分制$/;
/** Words before 为 that do not grade: 分为, 设置为, 作为. */
const DIVIDES = /[分划设置作成因认]$/;
const QUOTES = /[“”"「」『』‘’']/g;
const LEAD =
  /^(?:的|[①-⑳㈠-㈩⑴-⒇]|[一二三四五六七八九十]{1,3}、|(?:评价|绩效|考核)?(?:等次|等级|档次|级别|评级)(?=.)|属于)/;

interface Label {
  readonly span: Span;
  readonly end: number;
}

/** One table being read. */
class GradeReader {
  private readonly text: string;
  private readonly tokens: readonly IToken[];
  private readonly report: Report;
  private readonly conditions: ConditionReader;
  private readonly shape: string;
  private readonly found: GradeLine[] = [];
  private at = 0;

  constructor(text: string, tokens: readonly IToken[], report: Report) {
    this.text = text;
    this.tokens = tokens;
    this.report = report;
    this.conditions = new ConditionReader(text, tokens);
    this.shape = this.conditions.shape;
  }

  lines(): GradeLine[] {
    while (this.at < this.tokens.length) {
      if (this.skip(MARK, MARKED) || this.take(SEPARATOR) !== undefined) continue;
      const taken =
        this.labelled((at) => this.given(at)) ||
        this.passed() ||
        this.labelled((at) => this.apart(at)) ||
        this.headed() ||
        this.unlabelled() ||
        this.unconditional() ||
        this.prose();
      if (!taken) this.leftOver();
    }
    return this.found;
  }

  /** tests, then their label */
  private labelled(labelAt: (at: number) => Label | undefined): boolean {
    const tests = this.conditions.at(this.at);
    const label = tests && labelAt(tests.end);
    if (tests === undefined || label === undefined) return false;
    this.line(tests.condition, label.span, this.spanOf(this.at, label.end));
    this.at = label.end;
    return true;
  }

  /** a label, then its tests */
  private headed(): boolean {
    const { at } = this;
    const end = this.past(LABEL_BEFORE, at);
    if (end === undefined) return false;
    const opens = this.past(/e?[:(,]?/y, end) ?? end;
    const tests = this.conditions.at(opens);
    if (tests === undefined || this.given(tests.end) !== undefined) return false;
    const from = this.past(/z?[eg]/y, at) ?? at;
    const opened = this.shape.charAt(opens - 1) === '(';
    const closed = (opened ? this.past(/\)/y, tests.end) : undefined) ?? tests.end;
    this.line(tests.condition, this.spanOf(from, end), this.spanOf(at, closed));
    this.at = closed;
    return true;
  }

  private unlabelled(): boolean {
    const tests = this.conditions.at(this.at);
    if (tests === undefined) return false;
    this.line(tests.condition, emptySpan(this.endOf(tests.end - 1)));
    this.at = tests.end;
    return true;
  }

  /** 优： and nothing behind it */
  private unconditional(): boolean {
    const start = this.at;
    const span = this.take(NO_CONDITION);
    if (span === undefined) return false;
    const missing = emptySpan(span.end);
    this.report(diagnose('incomplete', missing, { expected: '条件' }));
    const expression: Expression = { kind: 'missing', span: missing };
    this.line({ kind: 'holds', expression, span: missing }, this.spanOf(start, this.at - 1));
    return true;
  }

  /** 发生事故的为差: a grade on a condition that no total decides; its words are kept, and found fault with when they are checked */
  private prose(): boolean {
    const end = this.past(PROSE_GIVER, this.at);
    const label = end === undefined ? undefined : this.given(end);
    if (end === undefined || label === undefined) return false;
    const words = this.shape.charAt(end - 1) === ',' ? end - 1 : end;
    const span = this.spanOf(this.at, words);
    const text = this.text.slice(span.start, span.end);
    if (DIVIDES.test(text) || /^z+$/.test(this.shape.slice(this.at, words))) return false;
    this.line({ kind: 'holds', expression: { kind: 'phrase', text, span }, span }, label.span);
    this.at = label.end;
    return true;
  }

  /** Passes over what gives no grade: the heading of the table, and how many points there are. */
  private passed(): boolean {
    if (this.skip(POINTS_ONLY, OF_TOTAL)) return true;
    if (this.found.length > 0) return false;
    const heading = this.past(HEADING, this.at);
    if (heading !== undefined && !this.grades(this.at, heading) && this.begins(heading)) {
      this.at = heading;
      return true;
    }
    return this.skip(WORDS, ANNOUNCEMENT);
  }

  /** Passes over tokens of this shape if their words say `saying`. */
  private skip(shape: RegExp, saying: RegExp): boolean {
    const end = this.past(shape, this.at);
    if (end === undefined || !saying.test(this.words(this.at, end))) return false;
    this.at = end;
    return true;
  }

  /** Whether a 为 among these tokens gives a grade. */
  private grades(from: number, to: number): boolean {
    const givers = this.shape.slice(from, to).matchAll(/(?<![NFWe])e/g);
    return [...givers].some(({ index }) => !DIVIDES.test(this.words(from, from + index)));
  }

  /** Whether the table goes on at `at` without a label from the words before. */
  private begins(at: number): boolean {
    const tests = this.conditions.at(at);
    if (tests === undefined) return true;
    if (this.given(tests.end) !== undefined) return true;
    const apart = this.apart(tests.end);
    if (apart === undefined) return false;
    const next = this.past(/[,;]{1,2}/y, apart.end);
    return next !== undefined && this.conditions.at(next) !== undefined;
  }

  /** A label that can belong to no other range than the one before it. */
  private given(at: number): Label | undefined {
    const said = this.past(GIVER, at);
    if (said !== undefined) return this.startsTests(said) ? undefined : this.labelAt(said);
    const direct = this.past(DIRECT, at);
    const label = direct === undefined ? undefined : this.labelAt(direct);
    if (label === undefined || !/[\p{L}\p{N}]/u.test(this.text.slice(label.span.start, label.span.end)))
      return undefined;
    return /[,;)]|^$/.test(this.shape.charAt(label.end)) ? label : undefined;
  }

  private apart(at: number): Label | undefined {
    const behind = this.past(APART, at);
    const label = behind === undefined ? undefined : this.labelAt(behind);
    if (behind === undefined || label === undefined || !/[,;)]|^$/.test(this.shape.charAt(label.end))) return undefined;
    return this.shape.charAt(behind - 1) === '(' ? { ...label, end: this.past(/\)/y, label.end) ?? label.end } : label;
  }

  private startsTests(at: number): boolean {
    return this.conditions.ranges(at);
  }

  private labelAt(at: number): Label {
    let end = at;
    while (end < this.tokens.length && !/[,;:()v]/.test(this.shape.charAt(end)) && !this.startsTests(end)) end += 1;
    return { span: end === at ? emptySpan(this.endOf(at - 1)) : this.spanOf(at, end), end };
  }

  private line(condition: Condition, span: Span, whole: Span = cover(condition.span, span)): void {
    if (span.start === span.end) this.report(diagnose('incomplete', span, { expected: '等次' }));
    const words = this.text.slice(span.start, span.end).replace(LEAD, '');
    const stop = words.indexOf('、');
    const own = stop < 0 ? words : words.slice(0, stop);
    if (stop >= 0) this.notUnderstood({ start: span.end - words.length + stop + 1, end: span.end });
    const label = own.replace(QUOTES, '').trim();
    this.found.push({ condition, label, span: whole });
  }

  private leftOver(): void {
    const end = this.past(CLAUSE, this.at) ?? this.at + 1;
    this.notUnderstood(this.spanOf(this.at, end));
    this.at = end;
  }

  private notUnderstood(span: Span): void {
    this.report(diagnose('not-understood', span, { text: this.text.slice(span.start, span.end) }));
  }

  private take(pattern: RegExp): Span | undefined {
    const end = this.past(pattern, this.at);
    if (end === undefined) return undefined;
    const span = this.spanOf(this.at, end);
    this.at = end;
    return span;
  }

  private past(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.shape) ? pattern.lastIndex : undefined;
  }

  private spanOf(from: number, to: number): Span {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    return first === undefined || last === undefined ? emptySpan(0) : cover(spanOf(first), spanOf(last));
  }

  private words(from: number, to: number): string {
    const { start, end } = this.spanOf(from, to);
    return this.text.slice(start, end);
  }

  private endOf(index: number): number {
    const token = this.tokens[index];
    return token === undefined ? 0 : spanOf(token).end;
  }
}
