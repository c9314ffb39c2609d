/**
 * The grammar of awards and their amounts, over conditions. See parser.ts for the rules.
 */
import type { ParserMethod } from 'chevrotain';
import type { Amount, Chunk, Verb } from '../text/ast.ts';
import { payloadOf } from '../words/lexer.ts';
import { ConditionParser } from './parser-conditions.ts';
import { spanOf } from './parser-expressions.ts';
import { type AmountAhead, amountAhead } from './patterns.ts';
import { type Span, cover } from '../text/source.ts';
import { ANY, type Payload, TYPES } from '../words/tokens.ts';

/** The words before an amount. */
interface Lead {
  readonly verb: Verb | undefined;
  /** 加减 */
  readonly turns: boolean;
  readonly base: boolean;
  /** 按 */
  readonly rate: boolean;
  readonly scope: 'item' | 'total' | undefined;
  readonly span: Span | undefined;
}

const NO_LEAD: Lead = {
  verb: undefined,
  turns: false,
  base: false,
  rate: false,
  scope: undefined,
  span: undefined,
};

/** Awards, over conditions. */
export class AwardParser extends ConditionParser {
  protected readonly awardLead: ParserMethod<[], Lead> = this.RULE('awardLead', (): Lead => {
    if (!this.leadAhead()) return NO_LEAD;
    const lead: { -readonly [Key in keyof Lead]: Lead[Key] } = { ...NO_LEAD };
    this.MANY({
      GATE: () => this.leadAhead(),
      DEF: () => {
        const token = this.CONSUME(ANY);
        this.ACTION(() => {
          const { kind, value } = payloadOf(token);
          lead.span = cover(lead.span ?? spanOf(token), spanOf(token));
          if (kind === 'verb') lead.verb = verbOf(value);
          if (kind === 'verb' && value === 'turn') lead.turns = true;
          if (kind === 'base') lead.base = true;
          if (kind === 'by') lead.rate = true;
          if (kind === 'scope') lead.scope = value === 'total' ? 'total' : 'item';
        });
      },
    });
    return lead;
  });

  private leadAhead(): boolean {
    return this.isNext('cyVBP') && this.sees(/[cyVB]|P(?=[wN])/y);
  }

  private readonly amounts: Readonly<Record<AmountAhead, () => Amount>> = {
    plain: () => {
      const token = this.OR([
        { ALT: () => this.CONSUME(TYPES.zero) },
        { ALT: () => this.CONSUME(TYPES.unchanged) },
        { ALT: () => this.CONSUME(TYPES.proportion) },
        { ALT: () => this.CONSUME(TYPES.discretion) },
      ]);
      return this.ACTION((): Amount => plainAmount(payloadOf(token), spanOf(token)));
    },
    full: () => {
      const token = this.CONSUME(TYPES.full);
      this.OPTION(() => this.CONSUME(TYPES.counted));
      return this.ACTION((): Amount => ({ kind: 'full', span: spanOf(token) }));
    },
    formula: () => {
      const token = this.CONSUME(TYPES.scoreIs);
      const value = this.SUBRULE(this.expression, { ARGS: ['all'] });
      return this.ACTION((): Amount => ({ kind: 'points', value, span: cover(spanOf(token), value.span) }));
    },
    label: () => {
      const word = this.CONSUME(TYPES.gradeIs);
      const label = this.CONSUME(ANY);
      return this.ACTION((): Amount => {
        const span = cover(spanOf(word), spanOf(label));
        return { kind: 'label', text: this.slice(spanOf(label)).replace(/[“”"]/g, ''), span };
      });
    },
    ofWeight: () => {
      const token = this.CONSUME(TYPES.weight);
      const share = this.SUBRULE(this.sharing);
      return this.ACTION((): Amount => ({ ...share, span: cover(spanOf(token), share.span) }));
    },
    sharing: () => this.SUBRULE2(this.sharing),
    expression: () => {
      const value = this.SUBRULE2(this.expression, { ARGS: ['arithmetic'] });
      return this.ACTION((): Amount =>
        value.kind === 'weight' ? { kind: 'full', span: value.span } : { kind: 'points', value, span: value.span },
      );
    },
    missing: () =>
      this.ACTION((): Amount => {
        const value = this.missing('分数');
        return { kind: 'points', value, span: value.span };
      }),
  };

  protected readonly amount: ParserMethod<[], Amount> = this.RULE('amount', (): Amount =>
    this.choose(this.amounts, () => amountAhead(this.letters, this.index)),
  );

  /** `90%（含）—100%计分`, `50%的分值`, `2—4分`: a share or an amount, or a range to choose from */
  protected readonly sharing: ParserMethod<[], Amount> = this.RULE('sharing', (): Amount => {
    const low = this.SUBRULE(this.end);
    const high = this.OPTION(() => {
      this.SUBRULE(this.rangeSign);
      return this.SUBRULE2(this.end);
    });
    if (this.isNext('kxWwS')) this.MANY({ GATE: () => this.isNext('kxWwS'), DEF: () => this.CONSUME(ANY) });
    return this.ACTION((): Amount => {
      const span = { start: low.span.start, end: this.here };
      const share = [low, high].some((end) => end?.value.kind === 'quantity' && end.value.unit?.endsWith('%') === true);
      if (share || high === undefined) return { kind: 'share', low, high, span };
      return { kind: 'range', low, high, span };
    });
  });

  protected readonly award: ParserMethod<[], Chunk> = this.RULE('award', (): Chunk => {
    const lead = this.SUBRULE(this.awardLead);
    const amount = this.SUBRULE(this.amount);
    const counted = this.OPTION(() => this.CONSUME(TYPES.counted));
    return this.ACTION((): Chunk => {
      const span = lead.span === undefined ? amount.span : cover(lead.span, amount.span);
      if (lead.turns) return { kind: 'unknown', text: this.slice(span), scoring: true, span };
      return {
        kind: 'award',
        verb: lead.verb ?? (counted === undefined ? 'give' : verbOf(payloadOf(counted).value)),
        amount: lead.rate ? asRate(amount) : amount,
        base: lead.base,
        scope: lead.scope,
        span,
      };
    });
  });
}

/** 按完成率计分 gives a rate, 按5分计 the points themselves. */
function asRate(amount: Amount): Amount {
  return amount.kind === 'points' && amount.value.kind !== 'quantity' ? { ...amount, kind: 'rate' } : amount;
}

function plainAmount({ kind, value }: Payload, span: Span): Amount {
  if (kind === 'zero' || kind === 'unchanged' || kind === 'discretion') return { kind, span };
  if (value === 'own') return { kind: 'own', span };
  return { kind: 'proportion', deducts: value === 'deduct', span };
}

/** What a verb of the vocabulary does with points. */
export function verbOf(value: string): Verb {
  return value === 'add' || value === 'deduct' ? value : 'give';
}
