/**
 * What sentences do to the whole: 总分为零, 直接定为差. An effect holds for certain only when it holds under every reading of its
 * sentence; where the readings part, or its condition cannot be told, it may or may not apply.
 */
import type { PlannedIndicator } from './plan.ts';
import type { EffectOutcome } from './result.ts';
import { type Value, isLacking, isNumber } from './value.ts';

/** Every effect of the sentences of a ruleset. */
export function effectsOf(indicators: readonly PlannedIndicator[]): readonly EffectOutcome[] {
  return indicators.flatMap(({ indicator, readings }) => {
    const clauses = readings[0]?.effects ?? [];
    return clauses.map((first, index): EffectOutcome => {
      const all = readings.map(({ effects }) => effects[index]);
      const { span, result } = first.effect;
      return {
        indicator: indicator.name,
        clause: indicator.leaf.standard.text.slice(span.start, span.end),
        kind: result.kind,
        holds: agreed(all.map((one) => one && told(one.holds))),
        total: first.points !== undefined && isNumber(first.points) ? first.points : undefined,
        grade: result.kind === 'grade' ? result.label : undefined,
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
