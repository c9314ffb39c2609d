/**
 * 甲完成率×3分＋乙完成率×5分，单项完成率超过100%的按100%计: what is counted as 100% is the measure within the formula, and not the points of the whole.
 * Where several stand in the formula and the words name none of them, that is reported.
 */
import type { Block, Clause } from '../conditions/clauses.ts';
import { type Context, lose, wordsAt } from '../conditions/context.ts';
import { type Core, type Measure, coreText, measuresOf } from '../expressions/core.ts';
import type { RangeTest } from '../expressions/ranges.ts';
import { mapParts } from '../expressions/map-core.ts';

/** 单项, 各项, 任何一项: words for each of what the formula holds. */
const EACH = /单项|各项|每项|单个|每个|各个|各分项|分项|任[何一]|某[一项]|其中|各指标|均/;

interface Cap {
  readonly clause: Clause;
  readonly test: RangeTest;
  readonly limit: Core;
}

/** The blocks with what is counted as a limit cut where it stands in their formulas. */
export function withCappedMeasures(blocks: readonly Block[], context: Context): readonly Block[] {
  const all = blocks.flatMap(({ clauses }) => clauses);
  const formulas = all.filter((clause) => clause.kind === 'award' && clause.test === undefined);
  const inside = formulas.flatMap(ratiosIn);
  const caps = new Set(inside.map(({ key }) => key)).size < 2 ? [] : all.flatMap((clause) => capIn(clause) ?? []);
  if (caps.length === 0) return blocks;
  const limits = new Map(caps.flatMap((cap) => limitsOf(cap, inside, context)));
  return blocks.map((block) => ({
    ...block,
    clauses: block.clauses.flatMap((clause): readonly Clause[] => {
      if (caps.some((cap) => cap.clause === clause)) return [];
      if (!formulas.includes(clause) || clause.kind !== 'award' || clause.points.kind !== 'value') return [clause];
      return [{ ...clause, points: { ...clause.points, value: cutAt(clause.points.value, limits) } }];
    }),
  }));
}

/** What the words cut: each ratio of the formula, or those they name. */
function limitsOf(
  { clause, test, limit }: Cap,
  inside: readonly Measure[],
  context: Context,
): readonly (readonly [key: string, limit: Core])[] {
  const words = wordsAt(context, test.span);
  const cut = EACH.test(words) ? inside : inside.filter(({ name }) => words.includes(name));
  if (cut.length === 0) lose(context, clause.span);
  return cut.map(({ key }) => [key, limit]);
}

function ratiosIn(clause: Clause): readonly Measure[] {
  if (clause.kind !== 'award' || clause.points.kind !== 'value') return [];
  return measuresOf(clause.points.value).filter(({ type }) => type.kind === 'number' && type.dimension.length === 0);
}

/** 超过100%的按100%计: a range above a limit, and the same share of 分值. */
function capIn(clause: Clause): Cap | undefined {
  const test = clause.kind === 'stop' ? clause.over : clause.kind === 'award' ? clause.test : undefined;
  if (test?.kind !== 'range' || test.low === undefined || test.high !== undefined) return undefined;
  const limit = test.low.value;
  if (clause.kind === 'stop') return { clause, test, limit };
  if (clause.kind !== 'award' || clause.points.kind !== 'value') return undefined;
  const { value } = clause.points;
  const ofWeight = value.kind === 'arithmetic' && value.operator === '×' && value.left.kind === 'weight';
  return coreText(ofWeight ? value.right : value) === coreText(limit) ? { clause, test, limit } : undefined;
}

/** An expression with measures that count for no more than their limits. */
function cutAt(core: Core, limits: ReadonlyMap<string, Core>): Core {
  const limit = core.kind === 'input' ? limits.get(core.measure.key) : undefined;
  if (limit !== undefined) return { kind: 'call', name: 'min', arguments: [core, limit], span: core.span };
  return mapParts(core, (part) => cutAt(part, limits));
}
