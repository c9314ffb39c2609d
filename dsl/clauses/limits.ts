/**
 * 最多扣5分, 累计加分不超过3分, 本项最高得6分: which deductions or bonuses a limit speaks of, or that it cuts the whole. It speaks of those beside it
 * between full stops and semicolons, or of all before it; where none stand before it, of those behind. 合计 and the like mean all.
 */
import type { AwardClause, Clause } from '../conditions/clauses.ts';
import type { Core } from '../expressions/core.ts';
import type { Rational } from '../numbers/number.ts';
import type { Span } from '../text/source.ts';
import type { Adjustment, Bound, Limit } from '../expressions/standard.ts';
import type { StepClause } from '../conditions/steps.ts';

type LimitClause = Extract<Clause, { kind: 'limit' }>;

/** A clause that adds points to others or takes them. */
type Move = StepClause | AwardClause;

/** The limits on the adjustments of one part. */
export function limitsOf(
  clauses: readonly Clause[],
  adjustments: readonly Adjustment[],
  text: string,
): readonly Limit[] {
  const limits = clauses.flatMap((clause) => {
    if (clause.kind !== 'limit') return [];
    const targets = targetsOf(clause, clauses, text);
    return ([-1, 1] as const).flatMap((sign): readonly Limit[] => {
      const spans = targets.filter((target) => signOf(target) === sign).map(({ span }) => span);
      const own = adjustments.flatMap((one, at) =>
        one.sign === sign && spans.some((span) => isIn(one, span)) ? [at] : [],
      );
      return own.length === 0 ? [] : [{ adjustments: own, most: clause.most, span: clause.span }];
    });
  });
  return limits.toSorted((left, right) => left.adjustments.length - right.adjustments.length);
}

function isIn({ span }: Adjustment, { start, end }: Span): boolean {
  return start <= span.start && span.end <= end;
}

/** The deductions and bonuses a limit speaks of; none when it cuts the whole. */
export function targetsOf(limit: LimitClause, clauses: readonly Clause[], text: string): readonly Move[] {
  if (limit.limit === 'least') return [];
  const moves = clauses.filter(isMove).filter((move) => allows(limit, signOf(move)));
  const before = moves.filter(({ span }) => span.end <= limit.span.start);
  const beside = (of: readonly Move[]): readonly Move[] =>
    of.filter(
      ({ span }) =>
        !/[；;。\n]/.test(text.slice(Math.min(span.end, limit.span.end), Math.max(span.start, limit.span.start))),
    );
  const after = moves.filter(({ span }) => span.start >= limit.span.end);
  const near = [beside(before), beside(after)].find((of) => of.length > 0) ?? [];
  const all = before.length > 0 ? before : after;
  const signed = limit.verb === 'deduct' || limit.verb === 'add';
  if (OF_ALL.test(text.slice(limit.span.start, limit.span.end)) && (signed || near.length > 0)) {
    const signs = new Set(near.map(signOf));
    return signed ? all : all.filter((move) => signs.has(signOf(move)));
  }
  return signed && near.length === 0 ? all : near;
}

const OF_ALL = /合计|总|以上|各项|全部|[两三四五]项/;

function isMove(clause: Clause): clause is Move {
  return clause.kind === 'step' || (clause.kind === 'award' && clause.verb !== 'give');
}

function signOf({ verb }: Move): 1 | -1 {
  return verb === 'deduct' ? -1 : 1;
}

function allows({ verb }: LimitClause, sign: 1 | -1): boolean {
  return verb === undefined || (verb === 'deduct') === sign < 0;
}

/** What cuts points, and whether the sentence says so. */
export interface Cutting {
  readonly floor: Rational | undefined;
  readonly cap: Rational | undefined;
}

/** Where points are cut: where the sentence says, else where they are cut without a word. */
export function boundsOf(
  clauses: readonly Clause[],
  { floor, cap }: Cutting,
  span: Span,
  text: string,
): { readonly floor: Bound; readonly cap: Bound } {
  const limits = clauses.filter((clause) => clause.kind === 'limit');
  const least = limits.find(({ limit }) => limit === 'least');
  const most = limits.find(
    (clause) =>
      clause.limit !== 'least' &&
      clause.verb !== 'deduct' &&
      clause.verb !== 'add' &&
      targetsOf(clause, clauses, text).length === 0,
  );
  const stops = clauses.filter((clause) => clause.kind === 'stop');
  const constant = (value: Rational | undefined): Core | undefined => value && { kind: 'constant', value, span };
  const stopped =
    stops.some(({ at }) => at !== 'cap') || limits.some(({ verb, limit }) => limit !== 'least' && verb !== 'add');
  const capped =
    stops.some(({ at }) => at === 'cap') || limits.some(({ verb, limit }) => limit === 'most' && verb !== 'deduct');
  return {
    floor: least === undefined ? { value: constant(floor), stated: stopped } : { value: least.most, stated: true },
    cap: most === undefined ? { value: constant(cap), stated: capped } : { value: most.most, stated: true },
  };
}
