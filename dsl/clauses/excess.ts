/**
 * 编制数以内得3分，每超编1人扣0.5分; 不少于6次得4分，每少查一次扣1分: a word for too many or too few before a width counts no new thing where a most or a
 * least of that unit was just stated. The step then walks away from what was stated, and not from nothing.
 */
import type { Chunk } from '../text/ast.ts';
import type { AwardClause, Clause } from '../conditions/clauses.ts';
import type { Context } from '../conditions/context.ts';
import { countIn } from '../conditions/count-words.ts';
import { quantityValue } from '../numbers/literals.ts';
import { isNothing } from '../expressions/points.ts';
import type { RangeTest, Test } from '../expressions/ranges.ts';
import { sameDimension } from '../numbers/units.ts';

type StepChunk = Extract<Chunk, { kind: 'step' }>;

/** 超编, 多调剂, 多开: more than there may be. */
const MORE = /^(?:超[^过出]{1,2}|多[^\d]{1,4})$/;
/** 少查, 少走访: fewer than there should be; 缺勤 and 漏报 happen by themselves. */
const FEWER = /^(?:少[^\d]{1,4}|缺|缺少|少|漏|差|欠)$/;

/** The step as one that walks from a stated end, where its word and its unit fit one; else as it is. */
export function excessOf(
  step: StepChunk,
  pending: readonly Test[],
  before: readonly Clause[] | undefined,
  { scope }: Context,
): StepChunk {
  const { direction, what, names, width, origin, segment } = step;
  if ((direction !== 'count' && direction !== 'missing') || names.length > 0 || origin !== undefined) return step;
  const unit = width === undefined ? undefined : quantityValue(width)?.unit;
  if (unit === undefined || segment !== undefined || scope.items.length > 0) return step;
  const way = MORE.test(what)
    ? 'above'
    : FEWER.test(what) || (direction === 'missing' && what === '')
      ? 'below'
      : undefined;
  if (way === undefined) return step;
  const leaves = (test: Test, beyond: boolean): boolean =>
    rangesIn(test).some(({ measure: { type, core }, low, high }) => {
      const fits = type.kind === 'number' && sameDimension(type.dimension, unit.dimension);
      const counted = countIn(what, scope);
      const other = counted !== undefined && !(core.kind === 'input' && core.measure.key === counted.key);
      return fits && !other && (low !== undefined || high !== undefined) && endsOn(way, { low, high }, beyond);
    });
  const stated = pending.some((test) => leaves(test, true)) || fullTests(before).some((test) => leaves(test, false));
  return !stated ? step : { ...step, direction: way, what: '' };
}

/**
 * Whether a range ends where the way leads out of it; a condition written before the step may be what lies beyond. 节约率＜0，每超支1% leads further
 * into what was stated, and is none of these.
 */
function endsOn(way: 'above' | 'below', { low, high }: Pick<RangeTest, 'low' | 'high'>, beyond: boolean): boolean {
  const [leaves, enters] = way === 'above' ? [high, low] : [low, high];
  if (beyond && enters === undefined && leaves?.closed === false) return false;
  return leaves !== undefined || (beyond && enters !== undefined);
}

/** What the last award with points was given for. */
function fullTests(before: readonly Clause[] | undefined): readonly Test[] {
  const last = before?.findLast(
    (clause): clause is AwardClause => clause.kind === 'award' && clause.verb === 'give' && !isNothing(clause.points),
  );
  return last?.test === undefined ? [] : [last.test];
}

function rangesIn(test: Test): readonly RangeTest[] {
  if (test.kind === 'all') return test.of.flatMap(rangesIn).toReversed();
  return test.kind === 'range' ? [test] : [];
}
