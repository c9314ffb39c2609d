/**
 * The grammar of ranges: an end with its marks, two ends, ±. What they are ranges of is no matter here. See parser.ts for the rules.
 */
import type { IToken, ParserMethod } from 'chevrotain';
import type { Condition, End, Expression, Mark } from '../text/ast.ts';
import { payloadOf } from '../words/lexer.ts';
import { diagnose } from '../text/messages.ts';
import { ExpressionParser, quantityOf, spanOf } from './parser-expressions.ts';
import { type Span, cover } from '../text/source.ts';
import { TYPES } from '../words/tokens.ts';

/** Ranges, over expressions. */
export class RangeParser extends ExpressionParser {
  /** The words at a span. */
  protected slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  /** An end, two ends, or a ± range, still without its subject. */
  protected readonly range: ParserMethod<[], Condition> = this.RULE('range', (): Condition => {
    const sign = this.OPTION(() => this.CONSUME(TYPES.plusMinus));
    const bottom = this.SUBRULE(this.end);
    let said: readonly Mark[] = [];
    const high = this.OPTION2({
      GATE: () => this.isNext('-~'),
      DEF: () => {
        const to = this.SUBRULE(this.rangeSign);
        this.ACTION(() => (said = payloadOf(to).marks ?? []));
        this.OPTION3(() => this.CONSUME2(TYPES.plusMinus));
        return this.SUBRULE2(this.end);
      },
    });
    return this.ACTION((): Condition => {
      const low = said.length === 0 ? bottom : { ...bottom, marks: [...bottom.marks, ...said] };
      const ends = high === undefined ? low.span : cover(low.span, high.span);
      if (sign !== undefined)
        return {
          kind: 'within',
          subject: undefined,
          operator: undefined,
          low: high === undefined ? undefined : low,
          high: high ?? low,
          span: cover(spanOf(sign), ends),
        };
      if (high !== undefined) return { kind: 'between', subject: undefined, low, high, span: ends };
      return { kind: 'value', subject: undefined, end: low, span: ends };
    });
  });

  /** 达到目标值的90%: a share of what is named, and not a second figure. */
  private isShareOf(value: Expression): boolean {
    const next = this.LA(1);
    const linked = payloadOf(next).kind === 'quantity' ? next : this.LA(2);
    return (
      (value.kind === 'name' || value.kind === 'phrase') &&
      (linked === next || next.image === '的') &&
      payloadOf(linked).unit !== undefined
    );
  }

  /** 低于目标值10%: a tenth of it, or a tenth less? Only 的 and 达到 say that it is a share. */
  protected reportUnclear({ image }: IToken, { value }: End): void {
    if (value.kind !== 'binary' || value.left.kind !== 'name' || value.right.kind !== 'quantity') return;
    const { left, right, span } = value;
    const between = this.text.slice(left.span.end, right.span.start).trim();
    if (between !== '' && between !== '的') return;
    const [name, figure] = [this.slice(left.span), this.slice(right.span)];
    const share = right.unit?.endsWith('%') === true;
    if (share && (between === '的' || /达|完成/.test(image))) return;
    const ways = [
      `${name}${/[低少小短早]/.test(image) ? '－' : '＋'}${figure}`,
      ...(share ? [`${name}的${figure}`] : []),
    ];
    const fixes = ways.map((way) => ({
      title: { zh: `改为“${way}”`, en: `change to “${way}”` },
      edits: [{ span, text: way }],
    }));
    this.report(
      diagnose('offset-unclear', span, { text: `${image}${this.slice(span)}`, ways: ways.join('”或“') }, fixes),
    );
  }

  protected readonly rangeSign: ParserMethod<[], IToken> = this.RULE('rangeSign', (): IToken => {
    return this.OR([{ ALT: () => this.CONSUME(TYPES.dash) }, { ALT: () => this.CONSUME(TYPES.rangeTo) }]);
  });

  protected readonly end: ParserMethod<[], End> = this.RULE('end', (): End => {
    let value = this.SUBRULE(this.expression, { ARGS: ['arithmetic'] });
    this.OPTION({
      GATE: () => this.sees(/[xP]?q(?![*/])/y) && this.isShareOf(value),
      DEF: () => {
        this.OPTION2(() =>
          this.OR2([{ ALT: () => this.CONSUME(TYPES.de) }, { ALT: () => this.CONSUME(TYPES.phrase) }]),
        );
        const token = this.CONSUME(TYPES.quantity);
        this.ACTION(() => {
          const share = quantityOf(token);
          const span = cover(value.span, share.span);
          value = { kind: 'binary', operator: '×', left: value, right: share, span };
        });
      },
    });
    const marks: Mark[] = [];
    let suffix: End['suffix'];
    let last = this.ACTION(() => value.span);
    this.MANY(() => {
      const token = this.OR([{ ALT: () => this.CONSUME(TYPES.inclusion) }, { ALT: () => this.CONSUME(TYPES.suffix) }]);
      this.ACTION(() => {
        const payload = payloadOf(token);
        marks.push(...(payload.marks ?? []));
        if (payload.value === '≥' || payload.value === '≤' || payload.value === '>') suffix = payload.value;
        last = spanOf(token);
      });
    });
    return this.ACTION((): End => ({ value, marks, suffix, span: cover(value.span, last) }));
  });
}
