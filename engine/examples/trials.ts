/**
 * 样例 as trials of single indicators: the values an example gives, and what each indicator it speaks of comes to under them. What
 * examples touch, what they would notice and what they leave out is all read off these.
 */
import { nameKey } from '../../dsl/index.ts';
import { type PlacedExample, examplesOf, exampleUnit } from './examples.ts';
import { type Outcome } from '../values/outcome.ts';
import { plan } from '../run/plan.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import type { Value } from '../values/value.ts';
import { readValues } from '../ruleset/values.ts';

/** One indicator under one example that expects points of it. */
export interface Trial {
  readonly indicator: Indicator;
  readonly example: PlacedExample;
  /** the value of any measure in this example, formulas included */
  readonly valueOf: (key: string) => Value;
  /** what its standard gives, under its first reading */
  readonly outcome: Outcome;
}

/** Every trial, in the order of the examples. */
export function trialsOf(ruleset: Ruleset): readonly Trial[] {
  const planned = plan(ruleset);
  return examplesOf(ruleset.file).flatMap((placed) => {
    const { example, indicator } = placed;
    const { valueOf, indicators } = planned.open(readValues(exampleUnit(example, ruleset.file), ruleset).values).run();
    const spoken = new Set(
      [
        ...(indicator === undefined || example.points === undefined ? [] : [indicator]),
        ...example.indicators.map(({ name }) => name),
      ].map(({ text }) => nameKey(text)),
    );
    return indicators.flatMap(({ indicator: one, readings: [first] }): readonly Trial[] =>
      first !== undefined && spoken.has(nameKey(one.name))
        ? [{ indicator: one, example: placed, valueOf, outcome: first.outcome }]
        : [],
    );
  });
}
