/**
 * What sentences do outside their own item: 总分为零, 直接定为差, 本部分各指标均不得分. An effect holds for certain only when it holds under
 * every reading of its sentence; where the readings part, or its condition cannot be told, it may or may not apply.
 */
import { type Rational, type Target, ZERO, equal, minimum, multiply, nameKey } from '../../dsl/index.ts';
import type { Judged } from './indicator-result.ts';
import type { NeedNames } from '../ruleset/needs.ts';
import type { PlannedIndicator } from '../run/plan.ts';
import type { EffectOutcome, TraceStep } from '../values/result.ts';
import { type Value, isLacking, isNumber } from '../values/value.ts';

/** Every effect of the sentences of a ruleset. */
export function effectsOf(indicators: readonly PlannedIndicator[]): readonly EffectOutcome[] {
  return indicators.flatMap(({ indicator, readings }) => {
    const clauses = readings[0]?.effects ?? [];
    return clauses.map((first, index): EffectOutcome => {
      const all = readings.flatMap(({ effects }) => effects[index] ?? []);
      const { span, result } = first.effect;
      return {
        indicator: indicator.name,
        clause: indicator.leaf.standard.text.slice(span.start, span.end),
        kind: result.kind,
        holds: agreed(all.map((one) => told(one.holds))),
        total: first.points !== undefined && isNumber(first.points) ? first.points : undefined,
        grade: result.kind === 'grade' ? result.label : undefined,
        items: result.kind === 'items' ? namesOf(result.targets, indicators) : [],
        share: result.kind === 'items' ? result.share : undefined,
        lacks: [...new Set(all.flatMap(({ holds }) => (isLacking(holds) ? holds.keys : [])))],
      };
    });
  });
}

function told(holds: Value): boolean | undefined {
  return isLacking(holds) ? undefined : holds === true;
}

function agreed(all: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = all;
  return all.every((one) => one === first) ? first : undefined;
}

/** The names of the indicators a sentence speaks of. */
function namesOf(targets: readonly Target[], indicators: readonly PlannedIndicator[]): readonly string[] {
  const same = (left: string, right: string): boolean => nameKey(left) === nameKey(right);
  return indicators
    .map(({ indicator }) => indicator)
    .filter(({ name, path }) =>
      targets.some((target) =>
        target.kind === 'indicator'
          ? same(name, target.name)
          : target.path.every((heading, depth) => same(heading, path[depth] ?? '')) &&
            (target.but === undefined || !same(name, target.but)),
      ),
    )
    .map(({ name }) => name);
}

/** The results once sentences that leave other items a share of their points are heard, each saying whose sentence it was. */
export function afterEffects(
  all: readonly Judged[],
  effects: readonly EffectOutcome[],
  names: NeedNames,
): readonly Judged[] {
  const heard = effects.filter(({ kind, holds }) => kind === 'items' && holds !== false);
  return heard.reduce(
    (judged, effect) =>
      judged.map((one) => (effect.items.includes(one.result.name) ? shared(one, effect, names) : one)),
    all,
  );
}

/** What does not apply has no points to lose; points below 0 are not raised. */
function shared(judged: Judged, effect: EffectOutcome, names: NeedNames): Judged {
  const { result, ways } = judged;
  const { holds, share = ZERO } = effect;
  if (result.dropped) return judged;
  const left = (points: Rational): Rational => minimum(points, multiply(points, share));
  const certain = holds === true;
  const low = left(result.low);
  const high = certain ? left(result.high) : result.high;
  // It makes no difference to an item that has no points anyway.
  if (!certain && equal(low, result.low) && equal(left(high), high)) return judged;
  const scored = equal(low, high);
  const { carried } = result;
  const settled = carried.low !== undefined && carried.high !== undefined && equal(carried.low, carried.high);
  const needs = certain ? result.needs : [...result.needs, ...effect.lacks.flatMap((key) => names.get(key) ?? [])];
  const open = effect.lacks.length > 0 ? 'missing' : 'open';
  const step: TraceStep = {
    kind: 'share',
    by: effect.indicator,
    clause: effect.clause,
    share,
    of: result.points,
    certain,
  };
  return {
    result: {
      ...result,
      status: scored ? 'scored' : result.status === 'scored' ? open : result.status,
      points: scored ? low : undefined,
      low,
      high,
      clause: certain ? effect.clause : result.clause,
      needs: scored && settled ? [] : [...new Set(needs)],
      trace: [...result.trace, step],
    },
    ways: ways.map((way) => ({ ...way, low: left(way.low), high: certain ? left(way.high) : way.high })),
  };
}
