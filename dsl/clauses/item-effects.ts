/**
 * What a miss in one item does to others: 未报送的，本部分各指标均不得分; 未完成的，效益指标按50%计; 本指标不得分的，其他指标均不得分. Such a
 * clause stands between two commas: words that name items of the table (targets.ts), then the share of their points that is left.
 */
import type { Chunk } from '../text/ast.ts';
import type { Context } from '../conditions/context.ts';
import type { Core } from '../expressions/core.ts';
import { parseDecimal } from '../numbers/decimal.ts';
import { type Rational, ZERO, multiply, rational } from '../numbers/number.ts';
import { isNothing, pointsOf } from '../expressions/points.ts';
import { type Span, cover, foldWidth } from '../text/source.ts';
import type { Target } from '../expressions/standard.ts';
import { targetsOf } from '../conditions/targets.ts';

type Award = Extract<Chunk, { kind: 'award' }>;

/** An award that leaves a share of the points of other items. */
export interface ItemsAward extends Award {
  readonly targets: readonly Target[];
  readonly share: Rational;
  /** the condition, when it is on the points of the item the sentence stands in */
  readonly own: Core | undefined;
}

/** Whether an award speaks of other items. */
export function speaksOfItems(chunk: Chunk): chunk is ItemsAward {
  return chunk.kind === 'award' && 'targets' in chunk;
}

/** The chunks of a sentence in which each clause on other items has become one award. */
export function withItemEffects(chunks: readonly Chunk[], context: Context): readonly Chunk[] {
  if (context.scope.table.indicators.length === 0) return chunks;
  const result: Chunk[] = [];
  let run: Chunk[] = [];
  const close = (): void => {
    const found = effectIn(run, context);
    result.push(...(found?.before ?? run));
    if (found !== undefined) {
      const own = found.before.length === 0 ? takeOwn(result, context) : undefined;
      const span = own === undefined ? found.award.span : cover(own.span, found.award.span);
      const award: ItemsAward = { ...found.award, own, span };
      result.push(award);
    }
    run = [];
  };
  for (const chunk of chunks) {
    if (chunk.kind !== 'break' && chunk.kind !== 'mark' && chunk.kind !== 'note') {
      run.push(chunk);
      continue;
    }
    close();
    result.push(chunk);
  }
  close();
  return result;
}

/** 弄虚作假的产出指标不得分: what ends with 的 is a condition of its own. */
export function leads({ span }: Chunk, { text }: Context): boolean {
  return text.charAt(span.end) === '的' || text.charAt(span.end - 1) === '的';
}

const OTHERWISE = /^(?:否则|反之|不然|除此之外)/;
const FIGURE = String.raw`(?<figure>\d+(?:\.\d+)?)`;
const COUNTED = '(?:计分|计算得分|计算|计取|计|折算|给分|记分|得分)';
const SHARES: readonly RegExp[] = [
  new RegExp(`(?:按照?|以)?(?:(?:原|其|实际|应|自身)?(?:得分)(?:的|按|乘以?|×|\\*))${FIGURE}%${COUNTED}?$`),
  new RegExp(`(?:按照?|以)${FIGURE}%${COUNTED}$`),
  new RegExp(`(?:得分)?(?:按|打)(?<tenths>[1-9一二三四五六七八九])折${COUNTED}?$`),
  new RegExp(`(?:得分)?(?<half>减半|折半)${COUNTED}?$`),
];

interface Found {
  readonly before: readonly Chunk[];
  readonly award: ItemsAward;
}

/** The effect a run of chunks between two commas states, with what stands before it; undefined when it is something else. */
function effectIn(run: readonly Chunk[], context: Context): Found | undefined {
  const [first] = run;
  const last = run[run.length - 1];
  if (first === undefined || last === undefined) return undefined;
  const { end } = last.span;
  const effect =
    last.kind === 'award' && givesNothing(last, context) ? nothing(last) : shareAt(first.span.start, end, context);
  if (effect === undefined) return undefined;
  const from = run.findLastIndex((chunk) => chunk.span.end < effect.start && leads(chunk, context)) + 1;
  const opening = run[from]?.span.start ?? end;
  const otherwise = OTHERWISE.exec(context.text.slice(opening, end))?.[0] ?? '';
  const start = opening + otherwise.length;
  const targets = start < effect.start ? targetsOf({ start, end: effect.start }, context) : [];
  if (targets.length === 0) return undefined;
  const rest: Span = { start: opening, end: start };
  const left: Chunk = { kind: 'condition', condition: { kind: 'otherwise', span: rest }, tail: '', span: rest };
  const span: Span = { start, end };
  const head = { kind: 'award', verb: 'give', amount: { kind: 'zero', span }, base: false, scope: undefined } as const;
  return {
    before: [...run.slice(0, from), ...(otherwise === '' ? [] : [left])],
    award: { ...head, span, targets, share: effect.share, own: undefined },
  };
}

interface Share {
  readonly share: Rational;
  readonly start: number;
}

function nothing({ span }: Award): Share {
  return { share: ZERO, start: span.start };
}

function givesNothing({ amount, verb, scope }: Award, context: Context): boolean {
  if (verb !== 'give' || scope === 'total') return false;
  return amount.kind === 'zero' || isNothing(pointsOf(amount, context.scope, () => undefined));
}

function shareAt(start: number, end: number, { text }: Context): Share | undefined {
  const words = foldWidth(text.slice(start, end));
  for (const share of SHARES) {
    const found = share.exec(words);
    if (found === null) continue;
    const { figure, tenths } = found.groups ?? {};
    const value = figure !== undefined ? percent(figure) : tenths === undefined ? rational(1n, 2n) : tenth(tenths);
    return { share: value, start: start + found.index };
  }
  return undefined;
}

const TENTHS = '零一二三四五六七八九';

function tenth(written: string): Rational {
  const digit = TENTHS.indexOf(written);
  return rational(BigInt(digit < 0 ? Number(written) : digit), 10n);
}

function percent(figure: string): Rational {
  const value = parseDecimal(figure);
  return value === undefined ? ZERO : multiply(value, rational(1n, 100n));
}

const OWN = '(?:若|如|如果)?(?:本|该|此)(?:项|指标|项指标|三级指标|个指标)';
const OWN_NOTHING = new RegExp(`^${OWN}(?:得分)?(?:不得分|(?:得|计|为)?(?:0|零)分)(?:的|时)$`);
const OWN_NOT_FULL = new RegExp(`^${OWN}(?:得分)?(?:未得满分|没有得满分|未能得满分|未得满|未满分|不满分)(?:的|时)?$`);
const OWN_BELOW = new RegExp(
  `^${OWN}(?<rate>得分率?)(?<word>低于|不足|小于|未达到|未达|不到|<|不高于|不超过|≤)${FIGURE}(?<unit>分|%)(?:的|时)?$`,
);

/** 本指标不得分的，: takes the condition on the points of the sentence’s own item from the end of `chunks`. */
function takeOwn(chunks: Chunk[], context: Context): Core | undefined {
  const end = chunks.findLastIndex(({ kind }) => kind !== 'break') + 1;
  const before = chunks.slice(0, end).findLastIndex(({ kind }) => kind === 'break' || kind === 'mark') + 1;
  const [first, last] = [chunks[before], chunks[end - 1]];
  if (first === undefined || last === undefined) return undefined;
  if (chunks.slice(end).some((chunk) => chunk.kind === 'break' && chunk.hard)) return undefined;
  const behind = context.text.charAt(last.span.end) === '的' ? 1 : 0;
  const span: Span = { start: first.span.start, end: last.span.end + behind };
  const limit = ownLimit(foldWidth(context.text.slice(span.start, span.end)).replaceAll(/\s/g, ''), span);
  if (limit === undefined) return undefined;
  chunks.splice(before, chunks.length - before);
  const left: Core = { kind: 'input', measure: context.scope.earned(), span };
  return { kind: 'compare', operator: limit.operator, left, right: limit.points, span };
}

function ownLimit(words: string, span: Span): { readonly operator: '<' | '≤'; readonly points: Core } | undefined {
  const weight: Core = { kind: 'weight', span };
  if (OWN_NOTHING.test(words)) return { operator: '≤', points: { kind: 'constant', value: ZERO, span } };
  if (OWN_NOT_FULL.test(words)) return { operator: '<', points: weight };
  const { rate, word = '', figure = '', unit } = OWN_BELOW.exec(words)?.groups ?? {};
  if (rate === undefined || (unit === '%') !== (rate === '得分率')) return undefined;
  const value = unit === '%' ? percent(figure) : parseDecimal(figure);
  if (value === undefined) return undefined;
  const number: Core = { kind: 'constant', value, span };
  const points: Core = unit === '%' ? { kind: 'arithmetic', operator: '×', left: weight, right: number, span } : number;
  return { operator: /不高于|不超过|≤/.test(word) ? '≤' : '<', points };
}
