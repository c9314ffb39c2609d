/**
 * Deductions that are bands. 为0的得3分，1至10天的扣1分: what is deducted for ranges of a measure that awards judge too is a band like them, counted from
 * 满分; 制度健全的得6分，不够健全的扣2分 is counted from what the better state gives; and where nothing but deductions and 不得分 is said of a measure, what
 * comes before the mildest keeps 满分.
 */
import type { AwardClause } from '../conditions/clauses.ts';
import { type Core, coreText } from '../expressions/core.ts';
import { givesNothing, measuresIn } from '../conditions/groups.ts';
import { endsWithin, noneOf, startsAtNothing } from '../conditions/ladders.ts';
import { type Rational, compare } from '../numbers/number.ts';
import type { Bound, RangeTest } from '../expressions/ranges.ts';

/** The awards with such deductions as awards of what they leave. */
export function asBands(awards: readonly AwardClause[], text: string): readonly AwardClause[] {
  const judged = new Set(
    awards.flatMap(({ verb, test }) => (verb === 'give' && test !== undefined ? measuresIn(test) : [])),
  );
  const turned = awards.filter((award) => award.verb === 'deduct' && isJudged(award, judged));
  const keeps = turned.length > 0 ? wholeBefore(awards, turned, text) : undefined;
  const bands = awards.map((award) => {
    if (award.verb !== 'deduct') return award;
    const { span } = award.points;
    const from: Core | undefined = turned.includes(award) ? { kind: 'weight', span } : betterState(award, awards);
    return from === undefined ? award : asBand(award, from);
  });
  return keeps === undefined ? bands : [keeps, ...bands];
}

function isJudged({ test, points }: AwardClause, judged: ReadonlySet<string>): boolean {
  const own = test === undefined ? [] : measuresIn(test);
  return points.kind === 'value' && own.length > 0 && own.every((key) => judged.has(key));
}

function asBand(award: AwardClause, from: Core): AwardClause {
  const { points } = award;
  const { span } = points;
  if (points.kind === 'choice') return { ...award, verb: 'give', points: { ...points, from } };
  if (points.kind !== 'value') return award;
  const value: Core = { kind: 'arithmetic', operator: '－', left: from, right: points.value, span };
  return { ...award, verb: 'give', points: { ...points, value } };
}

/** What a state of the same thing gives beside which a deduction is written. */
function betterState({ test }: AwardClause, awards: readonly AwardClause[]): Core | undefined {
  if (test?.kind === 'level' && awards.some((award) => award.verb === 'give' && award.test?.kind === 'level'))
    return { kind: 'weight', span: test.span };
  const about = test?.kind === 'truth' ? test.about : undefined;
  const better = awards.find(
    (award) =>
      award.verb === 'give' &&
      award.test?.kind === 'truth' &&
      about !== undefined &&
      award.test.about === about &&
      !givesNothing(award),
  );
  if (better?.points.kind === 'full') return { kind: 'weight', span: better.points.span };
  return better?.points.kind === 'value' ? better.points.value : undefined;
}

/** 满分 where none of the deductions holds, on the side of the mildest; undefined where an award already says what is given. */
function wholeBefore(
  awards: readonly AwardClause[],
  turned: readonly AwardClause[],
  text: string,
): AwardClause | undefined {
  const rungs = turned.flatMap((award) => (award.test?.kind === 'range' ? [{ award, test: award.test }] : []));
  const [first] = rungs;
  const given = awards.filter(({ verb }) => verb === 'give');
  const nothingElse = given.every((award) => award.test?.kind === 'range' && givesNothing(award));
  if (first === undefined || rungs.length < turned.length || !nothingElse) return undefined;
  const mildest = rungs.reduce((best, rung) => (isMilder(rung.award, best.award) ? rung : best));
  const others = awards.flatMap(({ test }) => (test?.kind === 'range' && test !== mildest.test ? [test] : []));
  const key = coreText(mildest.test.measure.core);
  if (others.some(({ measure }) => coreText(measure.core) !== key)) return undefined;
  const test = before(mildest.test, others, text);
  if (test === undefined) return undefined;
  const { span } = mildest.award;
  return { ...mildest.award, verb: 'give', test, points: { kind: 'full', span }, whole: true };
}

function isMilder(left: AwardClause, right: AwardClause): boolean {
  const [own, other] = [left, right].map(({ points }) =>
    points.kind === 'value' && points.value.kind === 'constant' ? points.value.value : undefined,
  );
  return own !== undefined && other !== undefined && compare(own, other) < 0;
}

/** The values beyond a range on the side where no other lies. */
function before(test: RangeTest, others: readonly RangeTest[], text: string): RangeTest | undefined {
  const values = others.flatMap(({ low, high }) => [low?.constant, high?.constant]);
  const none = (own: Bound | undefined, way: number): boolean =>
    own?.constant !== undefined &&
    values.every((value) => value === undefined || compare(value, own.constant as Rational) * way >= 0);
  const beyond = (bound: Bound): Bound => ({ ...bound, closed: bound.closed !== true });
  const { low, high } = test;
  if (low !== undefined && none(low, 1)) return { ...test, low: undefined, high: beyond(low), bare: false };
  if (high === undefined) return undefined;
  if (low === undefined && startsAtNothing(test) && endsWithin(high, text)) {
    const zero = { ...noneOf(high), closed: true };
    return { ...test, low: zero, high: zero, bare: false };
  }
  return none(high, -1) ? { ...test, low: beyond(high), high: undefined, bare: false } : undefined;
}
