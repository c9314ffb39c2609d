/**
 * 增长5%以上, 持平, 下降: all that a sentence says of one measure and its reference is brought to one difference in one direction, so that
 * its bands are judged over one thing. 增长5%以内 beside 下降 begins where nothing changes.
 */
/**
 * 增长5%以上, 持平, 下降: all that a sentence says of one measure and its reference is brought to one difference in one direction, so that
 * its bands are judged over one thing. 增长5%以内 beside 下降 begins where nothing changes.
 */
import type { Block, Clause } from './clauses.ts';
import { type Core, type Typed, coreText } from '../expressions/core.ts';
import { ZERO, compare, equal, negate } from '../numbers/number.ts';
import { type Bound, type RangeTest, mapRanges, rangesOf } from '../expressions/ranges.ts';
import { type Difference, type Relation, isDifference } from './relations.ts';
import type { StepClause } from './steps.ts';

/** The one way in which a measure and its reference are compared. */
interface Way {
  readonly measure: Typed;
  readonly relation: Relation;
  readonly relative: boolean;
  readonly falls: boolean;
}

/** The blocks with every measure and its reference compared in one way. */
export function withOneDifference(blocks: readonly Block[]): readonly Block[] {
  const clauses = blocks.flatMap((block) => block.clauses);
  const ranges = clauses.flatMap((clause) =>
    'test' in clause && clause.test !== undefined ? rangesOf(clause.test) : [],
  );
  const steps = clauses.flatMap((clause) => (clause.kind === 'step' ? [clause.measure] : []));
  const ways = new Map<string, Way>();
  for (const measure of [...ranges.map((range) => range.measure), ...steps]) {
    if (isDifference(measure) && !ways.has(keyOf(measure.relation))) ways.set(keyOf(measure.relation), wayOf(measure));
  }
  if (ways.size === 0) return blocks;
  const turn = (range: RangeTest): RangeTest => inOneWay(range, ranges, ways);
  return blocks.map((block) => ({
    ...block,
    item: block.item && mapRanges(block.item, turn),
    clauses: block.clauses.map((clause) => changed(clause, turn, ways)),
  }));
}

/** A measure that is a change itself is compared as it is. */
function wayOf(measure: Difference): Way {
  const { relation, relative, falls } = measure;
  return relation.itself
    ? { measure: relation.subject, relation, relative, falls: false }
    : { measure, relation, relative, falls };
}

function keyOf({ subject, reference, itself }: Relation): string {
  return `${coreText(subject.core)} ${itself ? 'itself' : coreText(reference.core)}`;
}

function changed(clause: Clause, turn: (range: RangeTest) => RangeTest, ways: ReadonlyMap<string, Way>): Clause {
  if (clause.kind === 'step') return stepInOneWay(clause, turn, ways);
  return 'test' in clause && clause.test !== undefined ? { ...clause, test: mapRanges(clause.test, turn) } : clause;
}

const TURNED = { above: 'below', below: 'above', both: 'both' } as const;

function stepInOneWay(
  step: StepClause,
  turn: (range: RangeTest) => RangeTest,
  ways: ReadonlyMap<string, Way>,
): StepClause {
  const { measure, from, segment } = step;
  const moved = { ...step, from: from && mapRanges(from, turn), segment: segment && mapRanges(segment, turn) };
  const way = isDifference(measure) ? ways.get(keyOf(measure.relation)) : undefined;
  if (!isDifference(measure) || way?.relative !== measure.relative) return moved;
  const direction = way.falls === measure.falls ? step.direction : TURNED[step.direction];
  return { ...moved, measure: way.measure, direction };
}

function inOneWay(range: RangeTest, all: readonly RangeTest[], ways: ReadonlyMap<string, Way>): RangeTest {
  const { measure } = range;
  if (!isDifference(measure)) return fromReference(range, ways);
  const way = ways.get(keyOf(measure.relation));
  const begun = beginning(range, measure, all);
  if (way?.relative !== measure.relative) return begun;
  return { ...(way.falls === measure.falls ? begun : turned(begun)), measure: way.measure };
}

/** 下降 beside 增长5%以上: below its reference is less than nothing apart. */
function fromReference(range: RangeTest, ways: ReadonlyMap<string, Way>): RangeTest {
  const way = [...ways.values()].find(({ relation }) => !relation.itself && isAgainst(range, relation));
  if (way === undefined) return range;
  const nothing = (bound: Bound | undefined): Bound | undefined =>
    bound && { ...bound, value: { kind: 'constant', value: ZERO, span: bound.span }, constant: ZERO };
  const low = nothing(range.low);
  const moved = { ...range, low, high: range.high === range.low ? low : nothing(range.high) };
  return { ...(way.falls ? turned(moved) : moved), measure: way.measure };
}

function isAgainst({ measure, low, high }: RangeTest, { subject, reference }: Relation): boolean {
  const ends = [low, high].filter((bound) => bound !== undefined);
  return (
    coreText(measure.core) === coreText(subject.core) &&
    ends.length > 0 &&
    ends.every(({ value }) => coreText(value) === coreText(reference.core))
  );
}

/** 增长5%以内 begins where nothing changes, when other words speak of what does not change or goes the other way. */
function beginning(range: RangeTest, measure: Difference, all: readonly RangeTest[]): RangeTest {
  const { low, high, span } = range;
  if (low !== undefined || high?.constant === undefined || compare(high.constant, ZERO) <= 0) return range;
  const { relation, falls } = measure;
  const beyond = all.some((other) => {
    if (other === range) return false;
    if (isDifference(other.measure))
      return keyOf(other.measure.relation) === keyOf(relation) && other.measure.falls !== falls;
    const outer = falls ? other.low : other.high;
    const spoken = relation.itself
      ? coreText(other.measure.core) === coreText(relation.subject.core) &&
        outer?.constant !== undefined &&
        equal(outer.constant, ZERO)
      : isAgainst(other, relation);
    return spoken && outer !== undefined;
  });
  if (!beyond) return range;
  const value: Core = { kind: 'constant', value: ZERO, span };
  return { ...range, low: { value, constant: ZERO, closed: undefined, by: 'none', alike: false, span } };
}

/** The same range, counted the other way. */
function turned(range: RangeTest): RangeTest {
  const { low, high } = range;
  const bottom = mirrored(high);
  return { ...range, low: bottom, high: high === low ? bottom : mirrored(low) };
}

function mirrored(bound: Bound | undefined): Bound | undefined {
  if (bound === undefined) return undefined;
  const { value, constant, span } = bound;
  if (constant === undefined) return { ...bound, value: { kind: 'negate', of: value, span } };
  const other = negate(constant);
  return { ...bound, value: { kind: 'constant', value: other, span: value.span }, constant: other };
}
