/**
 * The grammar of ranges: an end with its marks, two ends, ±. What they are ranges of is no matter here. See parser.ts for the rules.
 */
import type { IToken, ParserMethod } from 'chevrotain';
import type { Condition, End, Expression, Mark, Quantity } from '../text/ast.ts';
import { payloadOf } from '../words/lexer.ts';
import { diagnose } from '../text/messages.ts';
import { ExpressionParser, quantityOf, spanOf } from './parser-expressions.ts';
import { type Span, cover } from '../text/source.ts';
import { TYPES } from '../words/tokens.ts';

type NameExpression = Extract<Expression, { kind: 'name' }>;

/** 超出预算成本 5%以内: what is exceeded, and by how much. */
export interface Offset {
  readonly reference: NameExpression;
  readonly by: Condition;
}

/** Words that lead away from what is named behind them. */
const APART = /^(?:超过|超出|超|高于|高出|多于|大于|低于|少于|小于)$/;
const WITHIN =
  /(?:超过|超出|高于|高出|多于|大于|低于|少于|小于)[^，,。；;\d]{1,20}\d+(?:\.\d+)?[%％](?:[(（]不?含[^()（）]*[)）])?(?:以内|之内)/;

/** An end that is a name and a figure linked to it, with what stands between them: 目标值10%, 目标值的90%. */
function linkedShare(
  { value }: End,
  text: string,
):
  | { readonly left: NameExpression; readonly right: Quantity; readonly joint: string; readonly percent: boolean }
  | undefined {
  if (value.kind !== 'binary' || value.left.kind !== 'name' || value.right.kind !== 'quantity') return undefined;
  const { left, right } = value;
  const joint = text.slice(left.span.end, right.span.start).trim();
  if (joint !== '' && joint !== '的') return undefined;
  return { left, right, joint, percent: right.unit?.endsWith('%') === true };
}

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

  /**
   * 超出预算成本5%以内: a part of what is named beyond it. That cannot be a share of it, and so neither can 超出预算成本5%以上 beside it.
   */
  protected offsetIn(word: IToken, range: Condition): Offset | undefined {
    if (range.kind !== 'value' && range.kind !== 'between') return undefined;
    const written = range.kind === 'value' ? range.end : range.low;
    const share = linkedShare(written, this.text);
    if (share?.joint !== '' || !share.percent || !APART.test(word.image)) return undefined;
    if (range.kind === 'value' && !WITHIN.test(this.text)) return undefined;
    const { right, left } = share;
    const end: End = { ...written, value: right, span: { ...written.span, start: right.span.start } };
    const by: Condition = range.kind === 'value' ? { ...range, end, span: end.span } : { ...range, low: end };
    return { reference: left, by };
  }

  /** 低于目标值10%: a tenth of it, or a tenth less? Only 的 and 达到 say that it is a share; what exceeds a plan by more than all of it is one too. */
  protected reportUnclear({ image }: IToken, end: End): void {
    const share = linkedShare(end, this.text);
    if (share === undefined) return;
    const { left, right, joint, percent } = share;
    const { span } = end.value;
    const [name, figure] = [this.slice(left.span), this.slice(right.span)];
    if (percent && (joint === '的' || /达|完成/.test(image))) return;
    if (percent && /[超高多大]/.test(image) && /^\d{3,}/.test(right.figure)) {
      const at = { start: left.span.end, end: left.span.end };
      const fix = { title: { zh: '补上“的”', en: 'add 的' }, edits: [{ span: at, text: '的' }] };
      this.report(
        diagnose('offset-as-share', span, { text: `${image}${this.slice(span)}`, share: `${name}的${figure}` }, [fix]),
      );
      return;
    }
    const ways = [
      `${name}${/[低少小短早]/.test(image) ? '－' : '＋'}${figure}`,
      ...(percent ? [`${name}的${figure}`] : []),
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
