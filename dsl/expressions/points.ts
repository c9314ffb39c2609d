/** Amounts of points with meaning. */
import type { Amount, End, Expression } from '../text/ast.ts';
import { checkExpression } from './check.ts';
import type { Checked } from './checked.ts';
import type { Core } from './core.ts';
import type { Report } from '../text/diagnostic.ts';
import { quantityValue } from '../numbers/literals.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, ZERO, compare, equal } from '../numbers/number.ts';
import type { Scope } from './scope.ts';
import type { Span } from '../text/source.ts';
import { POINTS, PURE, sameDimension } from '../numbers/units.ts';

/** An amount of points with meaning; a proportion still waits for its neighbours: `deducts` what is missed or exceeded. */
export type Points =
  | { readonly kind: 'value'; readonly value: Core; readonly span: Span }
  | { readonly kind: 'full'; readonly span: Span }
  | {
      readonly kind: 'choice';
      readonly low: Core;
      readonly lowClosed: boolean | undefined;
      readonly high: Core;
      readonly highClosed: boolean | undefined;
      /** 酌情: up to what stands otherwise */
      readonly discretion: boolean;
      /** what is chosen is taken from this */
      readonly from?: Core;
      readonly span: Span;
    }
  | { readonly kind: 'proportion'; readonly deducts: boolean; readonly span: Span };

/** The points an amount stands for. */
export function pointsOf(amount: Amount, scope: Scope, report: Report): Points | undefined {
  const { span } = amount;
  const inPoints = (typed: Checked | undefined): Core | undefined => {
    if (typed === undefined) return undefined;
    const { type } = typed;
    if (type.kind === 'number' && (sameDimension(type.dimension, POINTS) || sameDimension(type.dimension, PURE)))
      return typed.core;
    report(diagnose('unit-mismatch', typed.core.span, { left: '分', right: typed.unit.name, action: '作为得分' }));
    return undefined;
  };
  switch (amount.kind) {
    case 'full':
    case 'unchanged':
      return { kind: 'full', span };
    case 'zero':
      return { kind: 'value', value: { kind: 'constant', value: ZERO, span }, span };
    case 'proportion':
      return { kind: 'proportion', deducts: amount.deducts, span };
    case 'discretion':
      return {
        kind: 'choice',
        low: { kind: 'constant', value: ZERO, span },
        lowClosed: true,
        high: { kind: 'weight', span },
        highClosed: true,
        discretion: true,
        span,
      };
    case 'points': {
      const value = inPoints(checkExpression(amount.value, scope, report));
      return value && { kind: 'value', value, span };
    }
    case 'rate': {
      const typed = checkExpression(amount.value, scope, report);
      const value = inPoints(typed);
      const pure = typed !== undefined && typed.type.kind === 'number' && typed.type.dimension.length === 0;
      const rate = pure && !countsInPoints(amount.value);
      return value && { kind: 'value', value: rate ? ofWeight(value) : value, span };
    }
    case 'share':
    case 'range': {
      if (amount.high === undefined && lacksUnit(amount.low, span)) {
        const at = amount.low.span.end;
        const edits = [{ span: { start: at, end: at }, text: '分' }];
        report(diagnose('missing-unit', span, { unit: '分' }, [{ title: { zh: '补上“分”', en: 'add 分' }, edits }]));
        return undefined;
      }
      const ends = [amount.low, amount.high ?? amount.low].map((end) => checkExpression(end.value, scope, report));
      const cores = ends.map((end) => inPoints(end));
      const [low, high] = cores;
      if (low === undefined || high === undefined) return undefined;
      const shared = amount.kind === 'share' ? ofWeight : (core: Core): Core => core;
      if (amount.high === undefined) return { kind: 'value', value: shared(low), span };
      const closed = [amount.low, amount.high].map(({ marks }) => marks[0]?.inclusive);
      const turned = low.kind === 'constant' && high.kind === 'constant' && compare(low.value, high.value) > 0;
      const [from, to] = turned ? [high, low] : [low, high];
      const [lowClosed, highClosed] = turned ? closed.toReversed() : closed;
      return {
        kind: 'choice',
        low: shared(from),
        lowClosed,
        high: shared(to),
        highClosed,
        discretion: false,
        span,
      };
    }
    case 'label':
    case 'own':
      return undefined;
  }
}

/** 按完成率×10计分: a bare figure over 1 beside the rate is the points themselves, and no share of the weight. */
function countsInPoints(value: Expression): boolean {
  if (value.kind === 'bracket') return countsInPoints(value.inner);
  if (value.kind !== 'binary') return false;
  return value.operator === '×' && [value.left, value.right].some((side) => isFigure(side) || countsInPoints(side));
}

function isFigure(value: Expression): boolean {
  const figure = value.kind === 'quantity' && value.unit === undefined ? quantityValue(value)?.value : undefined;
  return figure !== undefined && compare(figure, ONE) > 0;
}

/** 扣0.3: neither points nor, with no 分值 beside it, a share of them. */
function lacksUnit({ value, span }: End, whole: Span): boolean {
  return value.kind === 'quantity' && value.unit === undefined && span.start === whole.start && span.end === whole.end;
}

/** Whether points are none at all, however they are spelled. */
export function isNothing(points: Points | undefined): boolean {
  return points?.kind === 'value' && points.value.kind === 'constant' && equal(points.value.value, ZERO);
}

function ofWeight(core: Core): Core {
  const { span } = core;
  return { kind: 'arithmetic', operator: '×', left: { kind: 'weight', span }, right: core, span };
}
