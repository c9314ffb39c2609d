/**
 * The grammar of steps, limits and readings, over awards. See parser.ts for the rules.
 */
import type { IToken, ParserMethod } from 'chevrotain';
import type { Chunk, Direction, Expression, Quantity, StepReading, Verb } from '../text/ast.ts';
import { payloadOf } from '../words/lexer.ts';
import { AwardParser, verbOf } from './parser-awards.ts';
import { quantityOf, spanOf } from './parser-expressions.ts';
import type { Span } from '../text/source.ts';
import { ANY, TYPES } from '../words/tokens.ts';

type NameExpression = Extract<Expression, { kind: 'name' }>;

/** Steps, limits and readings, over awards. */
export class StepParser extends AwardParser {
  protected readonly step: ParserMethod<[], Chunk> = this.RULE('step', (): Chunk => {
    const names: NameExpression[] = [];
    const words: Span[] = [];
    const keep = (token: IToken): void => {
      if (payloadOf(token).kind === 'name')
        names.push({ kind: 'name', name: payloadOf(token).value, span: spanOf(token) });
      else if (payloadOf(token).kind === 'phrase' || payloadOf(token).kind === 'absolute') words.push(spanOf(token));
    };
    let from: Quantity | undefined;
    const segment = this.OPTION({
      GATE: () => this.sees(/[^,;EX]*t,?E/y),
      DEF: () => {
        const condition = this.SUBRULE(this.condition);
        this.MANY4({ GATE: () => this.sees(/[^tE]/y), DEF: () => this.CONSUME4(ANY) });
        this.OPTION4(() => this.CONSUME(TYPES.part));
        this.OPTION5(() => this.CONSUME2(TYPES.comma));
        return condition;
      },
    });
    this.MANY({
      GATE: () => this.more && !this.sees(/E/y),
      DEF: () => {
        const token = this.CONSUME(ANY);
        this.ACTION(() => {
          keep(token);
          if (payloadOf(token).kind === 'quantity') from = quantityOf(token);
        });
      },
    });
    const each = this.CONSUME(TYPES.each);
    this.ACTION(() => {
      if (each.image !== '每') words.push(spanOf(each));
    });
    /** 每低于考核目标1个百分点: a name between the direction and the width */
    let baseline: NameExpression | undefined;
    let direction = this.ACTION((): Direction | undefined =>
      payloadOf(each).value === 'missing' ? 'missing' : undefined,
    );
    this.MANY2({
      GATE: () => !this.sees(/[qpVF,;cGR0X]|$/y),
      DEF: () => {
        const turned = this.ACTION(() => 'DC'.includes(this.letters.charAt(this.index - 1)) && this.sees(/Nq/y));
        const token = this.CONSUME2(ANY);
        this.ACTION(() => {
          if (turned) {
            baseline = { kind: 'name', name: payloadOf(token).value, span: spanOf(token) };
            return;
          }
          keep(token);
          const around = payloadOf(token).kind === 'plusMinus' && this.sees(/qq/y);
          const found = around ? undefined : directionOf(payloadOf(token).kind, payloadOf(token).value);
          if (found !== undefined) direction = direction === undefined || direction === found ? found : 'both';
        });
      },
    });
    const origin = this.OPTION6({ GATE: () => this.sees(/qq/y), DEF: () => this.CONSUME3(TYPES.quantity) });
    const sized = this.ACTION(() => origin !== undefined && this.text.charAt(origin.startOffset - 1) === '±');
    const width = this.OPTION2({
      GATE: () => this.sees(/q|p(?=,?c?[VU])/y),
      // 每超过1分: what is stepped may itself be in points.
      DEF: () => this.OR([{ ALT: () => this.CONSUME(TYPES.quantity) }, { ALT: () => this.CONSUME(TYPES.points) }]),
    });
    const headEnd = this.ACTION(() => this.here);
    this.MANY3({
      GATE: () => !this.sees(/[VF,;cGRp0X)]|U|$/y),
      DEF: () => {
        const token = this.CONSUME3(ANY);
        this.ACTION(() => keep(token));
      },
    });
    this.OPTION3({ GATE: () => this.sees(/,c?[VU]/y), DEF: () => this.CONSUME(TYPES.comma) });
    const lead = this.SUBRULE(this.awardLead);
    const amount = this.SUBRULE(this.amount);
    const counted = this.OPTION7(() => this.CONSUME(TYPES.counted));
    return this.ACTION((): Chunk => ({
      kind: 'step',
      names,
      segment,
      origin: baseline ?? (origin === undefined ? from : quantityOf(origin)),
      sized,
      direction: direction ?? 'count',
      width: width === undefined ? undefined : quantityOf(width),
      what: words
        .map((span) => this.slice(span))
        .join('')
        .replace(/的$/, ''),
      verb: lead.verb ?? (counted === undefined ? 'give' : verbOf(payloadOf(counted).value)),
      turns: lead.turns,
      amount,
      head: { start: Math.min(each.startOffset, ...names.map(({ span }) => span.start)), end: headEnd },
      scope: lead.scope,
      span: {
        start: Math.min(
          each.startOffset,
          ...names.map(({ span }) => span.start),
          ...(from === undefined ? [] : [from.span.start]),
          ...words.map(({ start }) => start),
          ...(segment === undefined ? [] : [segment.span.start]),
        ),
        end: amount.span.end,
      },
    }));
  });

  /** 最多扣6分; 超过6分的按6分计, which says the points again. */
  protected readonly limit: ParserMethod<[], Chunk> = this.RULE('limit', (): Chunk => {
    let verb: Verb | undefined;
    let limit: 'most' | 'least' | 'filled' = 'most';
    let start = Number.POSITIVE_INFINITY;
    this.MANY({
      GATE: () => this.more && !this.sees(/[qp]|[FW](?!e?p)/y),
      DEF: () => {
        const token = this.CONSUME(ANY);
        this.ACTION(() => {
          const { kind, value } = payloadOf(token);
          start = Math.min(start, token.startOffset);
          if (kind === 'verb') verb = verbOf(value);
          if (kind === 'limit') limit = value === 'least' || value === 'filled' ? value : 'most';
          if (kind === 'phrase' || kind === 'limit') verb ??= verbIn(token.image);
        });
      },
    });
    const amount = this.SUBRULE(this.amount);
    const again = this.OPTION2({
      GATE: () => this.sees(/x?yV?p/y),
      DEF: () => {
        this.OPTION3(() => this.CONSUME(TYPES.de));
        this.CONSUME(TYPES.by);
        this.OPTION4(() => this.CONSUME(TYPES.verb));
        const points = this.CONSUME(TYPES.points);
        this.OPTION5(() => this.CONSUME(TYPES.counted));
        return points;
      },
    });
    this.OPTION(() => this.CONSUME(TYPES.until));
    return this.ACTION((): Chunk => {
      const span = { start: Math.min(start, amount.span.start), end: this.here };
      const said = amount.kind === 'points' && amount.value.kind === 'quantity' ? amount.value.figure : undefined;
      if (again !== undefined && payloadOf(again).value !== said)
        return { kind: 'unknown', text: this.slice(span), scoring: true, span };
      return { kind: 'limit', limit, verb, amount, span };
    });
  });

  protected readonly reading: ParserMethod<[], Chunk> = this.RULE('reading', (): Chunk => {
    const condition = this.SUBRULE(this.condition);
    this.MANY2({ GATE: () => this.sees(/[xt]/y), DEF: () => this.CONSUME2(ANY) });
    this.OPTION2(() => this.CONSUME(TYPES.comma));
    let reading: StepReading = '不计';
    this.MANY({
      GATE: () => this.sees(/[iURyqpFk0]/y),
      DEF: () => {
        const token = this.CONSUME(ANY);
        this.ACTION(() => {
          const { kind } = payloadOf(token);
          if (kind === 'quantity' || kind === 'points') reading = '按一档计';
          if (kind === 'proportion') reading = '按比例';
        });
      },
    });
    return this.ACTION((): Chunk => {
      const [test] = condition.kind === 'comparison' ? condition.tests : [];
      const width = test?.end.value;
      if (test?.operator === '>' || test?.operator === '≥') {
        return { kind: 'stop', at: 'cap', over: condition, span: { start: condition.span.start, end: this.here } };
      }
      if (width?.kind !== 'quantity') throw new Error('a reading begins with a quantity');
      return { kind: 'reading', condition, width, reading, span: { start: condition.span.start, end: this.here } };
    });
  });
}

function directionOf(kind: string, value: string): Direction | undefined {
  if (kind === 'direction') return value === 'below' || value === 'both' || value === 'missing' ? value : 'above';
  if (kind === 'plusMinus') return 'both';
  if (kind !== 'compare') return undefined;
  if (value === '≥') return 'reach';
  if (value === '≠') return 'both';
  return value === '>' ? 'above' : 'below';
}

function verbIn(words: string): Verb | undefined {
  const [adds, deducts] = [/加|得/.test(words), /扣|减/.test(words)];
  return adds === deducts ? undefined : adds ? 'add' : 'deduct';
}
