/**
 * The grammar of conditions: measures compared with ends of ranges, presence, levels, and prose. See parser.ts for the rules.
 */
import type { IToken, ParserMethod } from 'chevrotain';
import type { Comparing, Condition, End, Expression } from '../text/ast.ts';
import { atLeast } from './at-least.ts';
import { payloadOf } from '../words/lexer.ts';
import { diagnose } from '../text/messages.ts';
import { comparisonOf, spanOf } from './parser-expressions.ts';
import { RangeParser } from './parser-ranges.ts';
import { type AtomAhead, atomAhead } from './patterns.ts';
import { takesOut } from './remarks.ts';
import { type Span, cover } from '../text/source.ts';
import { ANY, LEAF, TYPES } from '../words/tokens.ts';

/** Conditions, over expressions. */
export class ConditionParser extends RangeParser {
  /** the measures last listed: 甲、乙均达到5%，… 其中一项达到3% */
  protected listed: readonly Expression[] = [];

  /** An expression alone, to the end of the text. */
  readonly lone: ParserMethod<[], Expression> = this.RULE('lone', (): Expression => {
    const expression = this.SUBRULE(this.expression, { ARGS: ['all'] });
    this.MANY({
      GATE: () => this.more,
      DEF: () => {
        const rest = this.CONSUME(ANY);
        this.ACTION(() => this.leftOver(rest));
      },
    });
    return expression;
  });

  protected readonly condition: ParserMethod<[], Condition> = this.RULE('condition', (): Condition => {
    const first = this.SUBRULE(this.all);
    if (!this.isNext('|')) return first;
    const conditions: Condition[] = [first];
    this.MANY(() => {
      this.CONSUME(TYPES.or);
      const next = this.SUBRULE2(this.all);
      this.ACTION(() => conditions.push(next));
    });
    return this.ACTION(() => joined('any', conditions));
  });

  private readonly all: ParserMethod<[], Condition> = this.RULE('all', (): Condition => {
    const first = this.SUBRULE(this.atom);
    if (!this.isNext(',&')) return first;
    const conditions: Condition[] = [first];
    this.MANY({
      GATE: () => this.sees(/,?&/y),
      DEF: () => {
        this.OPTION(() => this.CONSUME(TYPES.comma));
        this.CONSUME(TYPES.and);
        const next = this.SUBRULE2(this.atom);
        this.ACTION(() => conditions.push(next));
      },
    });
    return this.ACTION(() => joined('all', conditions));
  });

  private readonly atoms: Readonly<Record<AtomAhead | 'missing', () => Condition>> = {
    not: () => this.SUBRULE(this.negated),
    level: () => this.SUBRULE(this.level),
    otherwise: () => this.SUBRULE(this.rest),
    beyond: () => this.SUBRULE2(this.rest),
    presence: () => this.SUBRULE(this.presence),
    change: () => this.SUBRULE(this.change),
    jointly: () => this.SUBRULE(this.jointly),
    predicate: () => this.SUBRULE(this.predicate),
    holds: () => this.SUBRULE(this.holds),
    missing: () =>
      this.ACTION((): Condition => {
        const expression = this.missing('条件');
        return { kind: 'holds', expression, span: expression.span };
      }),
  };

  private readonly atom: ParserMethod<[], Condition> = this.RULE('atom', (): Condition =>
    this.choose(this.atoms, () => (this.more ? atomAhead(this.letters, this.index) : 'missing')),
  );

  /** 非贫困县参保率达到95%: 非 binds the name alone, what follows it must hold too. */
  private readonly negated: ParserMethod<[], Condition> = this.RULE('negated', (): Condition => {
    const not = this.CONSUME(TYPES.not);
    const condition = this.SUBRULE(this.denied);
    const also = this.OPTION({ GATE: () => this.sees(/[NqC]/y), DEF: () => this.SUBRULE(this.predicate) });
    return this.ACTION((): Condition => {
      const denied: Condition = { kind: 'not', condition, span: cover(spanOf(not), condition.span) };
      return also === undefined ? denied : joined('all', [denied, also]);
    });
  });

  private readonly denied: ParserMethod<[], Condition> = this.RULE('denied', (): Condition => {
    const name = this.CONSUME(TYPES.name);
    return this.ACTION((): Condition => {
      const span = spanOf(name);
      return { kind: 'holds', expression: { kind: 'name', name: payloadOf(name).value, span }, span };
    });
  });

  private readonly level: ParserMethod<[], Condition> = this.RULE('level', (): Condition => {
    this.OPTION(() => this.OR([{ ALT: () => this.CONSUME(TYPES.phrase) }, { ALT: () => this.CONSUME(TYPES.name) }]));
    this.OPTION2(() => this.OR2([{ ALT: () => this.CONSUME(TYPES.be) }, { ALT: () => this.CONSUME(TYPES.gradeIs) }]));
    const token = this.CONSUME(TYPES.level);
    return this.ACTION((): Condition => ({ kind: 'level', word: payloadOf(token).value, span: spanOf(token) }));
  });

  private readonly rest: ParserMethod<[], Condition> = this.RULE('rest', (): Condition => {
    const token = this.CONSUME(ANY);
    return this.ACTION((): Condition => {
      const { kind, value } = payloadOf(token);
      if (kind === 'otherwise' || kind === 'else') return { kind: 'otherwise', span: spanOf(token) };
      return { kind: 'beyond', operator: kind === 'compare' ? comparisonOf(value) : undefined, span: spanOf(token) };
    });
  });

  private readonly presence: ParserMethod<[], Condition> = this.RULE('presence', (): Condition => {
    const word = this.OR([{ ALT: () => this.CONSUME(TYPES.none) }, { ALT: () => this.CONSUME(TYPES.some) }]);
    const token = this.CONSUME(TYPES.name);
    return this.ACTION((): Condition => ({
      kind: 'presence',
      present: payloadOf(word).kind === 'some',
      subject: { kind: 'name', name: payloadOf(token).value, span: spanOf(token) },
      span: cover(spanOf(word), spanOf(token)),
    }));
  });

  /** 满意度比上年满意度提高, 与上年持平, 同比下降5%以上, 持平 */
  private readonly change: ParserMethod<[], Condition> = this.RULE('change', (): Condition => {
    const start = this.ACTION(() => this.LA(1).startOffset);
    const subject = this.OPTION({ GATE: () => this.isNext('NP'), DEF: () => this.leaf(this.CONSUME(LEAF)) });
    this.OPTION2({ GATE: () => this.isNext('Jτ'), DEF: () => this.CONSUME(ANY) });
    const time = this.OPTION3(() => this.CONSUME(TYPES.period));
    const reference = this.OPTION4({ GATE: () => this.isNext('N'), DEF: () => this.leaf(this.CONSUME2(LEAF)) });
    this.OPTION5(() => this.CONSUME2(TYPES.period));
    const change = this.CONSUME(TYPES.change);
    const by = this.OPTION6({ GATE: () => this.sees(/C?a?-?[qdo]/y), DEF: () => this.SUBRULE(this.predicate) });
    return this.ACTION((): Condition => ({
      kind: 'change',
      subject,
      period: time === undefined ? undefined : this.slice(spanOf(time)),
      reference,
      operator: comparisonOf(payloadOf(change).value),
      word: this.slice(spanOf(change)),
      by,
      span: { start, end: this.here },
    }));
  });

  /** 甲、乙均达到5%, 甲或乙达到5%: the same said of several measures; 其中一项达到5% is said of those listed before. */
  private readonly jointly: ParserMethod<[], Condition> = this.RULE('jointly', (): Condition => {
    const names: Expression[] = [];
    let any = false;
    this.MANY({
      GATE: () => this.isNext('NJ,|&'),
      DEF: () => {
        const token = this.CONSUME(ANY);
        this.ACTION(() => {
          const { kind } = payloadOf(token);
          if (kind === 'name') names.push(this.leaf(token));
          any ||= kind === 'or';
        });
      },
    });
    const every = this.OPTION(() => this.CONSUME(TYPES.every));
    const said = this.SUBRULE(this.predicate);
    return this.ACTION((): Condition => {
      const word = every && spanOf(every);
      const unnamed: readonly Expression[] =
        word === undefined ? [] : [{ kind: 'phrase', text: this.slice(word), span: word }];
      const of = names.length > 0 ? names : this.listed.length > 0 ? this.listed : unnamed;
      this.listed = of;
      const span = cover(...(word === undefined ? [] : [word]), ...names.map((name) => name.span), said.span);
      const conditions = of.map((name) => sameOf(said, name, span));
      const value = every === undefined ? 'all' : payloadOf(every).value;
      any ||= value === 'any';
      if (/\d/.test(value)) return { ...atLeast(Number(value), conditions, span), span };
      return { kind: any ? 'any' : 'all', conditions, span };
    });
  });

  private readonly holds: ParserMethod<[], Condition> = this.RULE('holds', (): Condition => {
    const tokens: IToken[] = [this.CONSUME(ANY)];
    this.MANY({
      GATE: () => this.sees(/(?!p(?:[,;()m]|$))[^,;:x&|rVFRUGE0)(ycm]/y),
      DEF: () => {
        const token = this.CONSUME2(ANY);
        this.ACTION(() => tokens.push(token));
      },
    });
    const by = this.OPTION({
      GATE: () => this.sees(MEANING),
      DEF: () => {
        this.OPTION2(() => this.CONSUME(TYPES.de));
        this.CONSUME(TYPES.open);
        const meaning = this.SUBRULE(this.predicate);
        this.CONSUME(TYPES.close);
        return meaning;
      },
    });
    return this.ACTION((): Condition => {
      const span = cover(...tokens.map(spanOf));
      if (by !== undefined) return { kind: 'defined', text: this.slice(span), by, span: { ...span, end: this.here } };
      const [only] = tokens;
      const name =
        tokens.length === 1 && only !== undefined && payloadOf(only).kind === 'name'
          ? payloadOf(only).value
          : undefined;
      const expression: Expression =
        name === undefined ? { kind: 'phrase', text: this.slice(span), span } : { kind: 'name', name, span };
      return { kind: 'holds', expression, span };
    });
  });

  private readonly predicate: ParserMethod<[], Condition> = this.RULE('predicate', (): Condition => {
    const start = this.ACTION(() => this.LA(1).startOffset);
    this.OPTION4({ GATE: () => this.sees(/P(?=N)/y), DEF: () => this.CONSUME(TYPES.phrase) });
    const subject = this.OPTION({
      // 目标值以上: the name is what is compared with.
      GATE: () => (this.isNext('NPW@(!A‖') && !this.sees(/NK?S/y)) || this.sees(/-[NW(@‖]|[qpdo][-+*/](?![qpdo])/y),
      DEF: () => this.SUBRULE(this.expression, { ARGS: ['arithmetic'] }),
    });
    this.OPTION5({ GATE: () => this.sees(REMARK), DEF: () => this.SUBRULE(this.remark) });
    this.OPTION2({ GATE: () => this.sees(/e(?:[qpdoaC]|-[qpdo])/y), DEF: () => this.CONSUME(TYPES.be) });
    const apart = this.OPTION7({ GATE: () => this.sees(/aC/y), DEF: () => this.CONSUME(TYPES.plusMinus) });
    const first = this.OPTION3({ GATE: () => !this.isNext('C'), DEF: () => this.SUBRULE(this.range) });
    const second = this.OPTION6({
      GATE: () => suffixed(first) !== undefined && this.sees(/[qpdo]K*S/y),
      DEF: () => this.SUBRULE(this.end),
    });
    const tests: Comparing[] = [];
    this.ACTION(() => {
      const low = suffixed(first);
      const high = comparing(second);
      if (low !== undefined && (high !== undefined || this.isNext('C')))
        tests.push(low, ...(high === undefined ? [] : [high]));
    });
    const offsets: Condition[] = [];
    let flipped: Expression | undefined;
    let ranged: Condition | undefined;
    let sized = false;
    this.MANY({
      GATE: () => this.isNext('C'),
      DEF: () => {
        const token = this.CONSUME(TYPES.compare);
        const right = this.SUBRULE2(this.range);
        this.ACTION(() => {
          const offset = tests.length > 0 || first !== undefined ? undefined : this.offsetIn(token, right);
          if (offset !== undefined) {
            const operator = comparisonOf(payloadOf(token).value);
            offsets.push({
              ...offset,
              kind: 'change',
              subject,
              period: undefined,
              operator,
              word: token.image,
              span: right.span,
            });
            return;
          }
          if (right.kind === 'value') this.reportUnclear(token, right.end);
          // 完成80%以下: 完成 says what is measured, and 以下 on which side of it.
          const turns = right.kind === 'value' && right.end.suffix === '≤' && payloadOf(token).value === '≥';
          const operator = turns ? '=' : comparisonOf(payloadOf(token).value);
          const word = /[\u4e00-\u9fff]/.test(token.image);
          const before = tests.length === 0 && flipped === undefined ? endBefore(first) : undefined;
          sized ||= before !== undefined && first?.kind === 'within';
          if (right.kind === 'within' && right.low === undefined && tests.length > 0) {
            sized = true;
            tests.push({ operator, word, end: right.high });
          } else if (right.kind !== 'value') ranged = right.kind === 'within' ? { ...right, operator } : right;
          else if (before !== undefined) {
            flipped = right.end.value;
            tests.push({ operator: flip(operator), word, end: before });
          } else tests.push({ operator, word, end: right.end });
        });
      },
    });
    return this.ACTION((): Condition => {
      const span = { start: Math.min(start, this.here), end: this.here };
      const [offset] = offsets;
      if (offset !== undefined) return { ...offset, span };
      const whole = subject ?? flipped;
      const [only] = tests;
      if (apart !== undefined && only !== undefined && tests.length === 1)
        return { kind: 'within', subject: whole, operator: only.operator, low: undefined, high: only.end, span };
      if (tests.length > 0) return { kind: 'comparison', subject: sized ? sizeOf(whole) : whole, tests, span };
      const found = ranged ?? first;
      return found === undefined
        ? { kind: 'holds', expression: whole ?? { kind: 'missing', span }, span }
        : withSubject(found, whole, span);
    });
  });

  /** 减量率（与上年同期相比）≥3%: passed over, unless it takes something out. */
  private readonly remark: ParserMethod<[], void> = this.RULE('remark', (): void => {
    const open = this.CONSUME(TYPES.open);
    this.MANY({ GATE: () => !this.sees(/\)/y), DEF: () => this.CONSUME(ANY) });
    const close = this.CONSUME(TYPES.close);
    this.ACTION(() => {
      const span = cover(spanOf(open), spanOf(close));
      const text = this.slice(span);
      if (takesOut(text)) this.report(diagnose('not-understood', span, { text }));
    });
  });
}

/** What words mean, in brackets behind them: （≥95%）, （80%—90%）. */
const MEANING = /x?\(e?(?:N(?=[^()]*q)|N?(?=[^()]*[CS~-]))C?a?-?[qdop]K?S?K?(?:[-~]a?-?[qdop]K?S?K?)?\)/y;

/** Words in brackets between a measure and what it is compared with. */
const REMARK = /\([^()qpdoCSE*/+-]{1,20}\)(?=e?a?[Cqdo])/y;

function joined(kind: 'all' | 'any', conditions: readonly Condition[]): Condition {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return only;
  return { kind, conditions, span: cover(...conditions.map(({ span }) => span)) };
}

/** 90%以上 before 不足100% or 100%以下: one of two ends, as a comparison. */
function suffixed(first: Condition | undefined): Comparing | undefined {
  return first?.kind === 'value' ? comparing(first.end) : undefined;
}

function comparing(end: End | undefined): Comparing | undefined {
  return end?.suffix === undefined ? undefined : { operator: '=', word: true, end };
}

/** The end in 5%＜完成率 and in ±5%＜偏差率. */
function endBefore(first: Condition | undefined): End | undefined {
  if (first?.kind === 'value') return first.end;
  return first?.kind === 'within' && first.low === undefined ? first.high : undefined;
}

/** ±5%＜偏差率: what is compared is the size. */
function sizeOf(subject: Expression | undefined): Expression | undefined {
  return subject && { kind: 'call', name: '绝对值', arguments: [subject], span: subject.span };
}

/** The same condition on another measure. */
function sameOf(condition: Condition, subject: Expression, span: Span): Condition {
  return condition.kind === 'comparison' ? { ...condition, subject, span } : withSubject(condition, subject, span);
}

function withSubject(condition: Condition, subject: Expression | undefined, span: Span): Condition {
  return condition.kind === 'value' || condition.kind === 'between' || condition.kind === 'within'
    ? { ...condition, subject, span }
    : condition;
}

function flip(operator: Comparing['operator']): Comparing['operator'] {
  const flipped = { '<': '>', '≤': '≥', '>': '<', '≥': '≤', '=': '=', '≠': '≠' } as const;
  return flipped[operator];
}
