/**
 * Examples a ruleset lacks: for every value beside a boundary that no example tries, figures that give just that value, and the points
 * the standard gives for them now. Nobody has confirmed those points; the example says so.
 */
import {
  type Core,
  type Fact,
  ZERO,
  equals,
  factText,
  type Measure,
  measuresOf,
  type Rational,
  toExactText,
  unitWhere,
  valueText,
  writtenOut,
} from '../dsl/index.ts';
import { type Boundary, boundariesOf, type Side } from './boundaries.ts';
import { plan } from './plan.ts';
import type { Indicator, Ruleset } from './ruleset.ts';
import type { Trial } from './trials.ts';
import type { Value } from './value.ts';

/** An example that could be added under an indicator: what it tries, its lines under 数据 and 评定, and the points computed for it. */
export interface SuggestedExample {
  readonly indicator: Indicator;
  readonly side: Side;
  readonly boundary: Boundary;
  readonly value: Rational;
  readonly data: readonly { readonly name: string; readonly text: string }[];
  readonly answers: readonly { readonly name: string; readonly text: string }[];
  readonly points: Rational;
}

/** The examples missing beside the boundaries of every indicator, in the order of the table. */
export function suggestExamples(ruleset: Ruleset, trials: readonly Trial[]): readonly SuggestedExample[] {
  const planned = plan(ruleset);
  return ruleset.indicators.flatMap((indicator, index) =>
    boundariesOf(indicator, trials).flatMap((boundary) =>
      boundary.sides
        .filter(({ tried }) => !tried)
        .flatMap(({ side, value }): readonly SuggestedExample[] => {
          const facts = figuresFor(boundary, value, ruleset);
          if (facts === undefined) return [];
          const answers = indicator.phrases.filter(({ type }) => type.kind === 'truth');
          const values = new Map<string, Value>([
            ...facts.map(({ measure, value: given }) => [measure.key, given] as const),
            ...answers.map(({ key }) => [key, false] as const),
          ]);
          const outcome = planned.open(values).run().indicators[index]?.readings[0]?.outcome;
          if (outcome?.kind !== 'scored') return [];
          const data = facts.map(({ measure, value: given }) => ({
            name: measure.name,
            text: factText(given, measure),
          }));
          return [
            {
              indicator,
              side,
              boundary,
              value,
              data,
              answers: answers.map(({ name }) => ({ name, text: '否' })),
              points: outcome.points,
            },
          ];
        }),
    ),
  );
}

/** The example as a line of YAML. */
export function exampleLine({ indicator, side, boundary, value, data, answers, points }: SuggestedExample): string {
  const entries = (pairs: SuggestedExample['data']): string =>
    pairs.map(({ name, text }) => `${name}: ${text}`).join(', ');
  const word = { below: '略低于', at: '正好', above: '略高于' }[side];
  const shown = side === 'at' ? '' : `，${valueText(value, boundary.measure)}`;
  const note = `${word}${valueText(boundary.at, boundary.measure)}${shown}（得分由计算得出，待人工确认）`;
  const judged = answers.length === 0 ? '' : `评定: { ${indicator.name}: { ${entries(answers)} } }, `;
  return `- { 说明: ${note}, 数据: { ${entries(data)} }, ${judged}得分: ${toExactText(points)} }`;
}

/** Figures for the fields behind a measure that give it just this value; round denominators where they can be had. */
function figuresFor(
  { measure }: Boundary,
  value: Rational,
  { definitions }: Ruleset,
): readonly { readonly measure: Measure; readonly value: Fact }[] | undefined {
  const byKey = new Map(definitions.map((definition) => [definition.measure.key, definition.value]));
  const behind = ({ key }: Measure): Core | undefined => byKey.get(key);
  const own: Core = { kind: 'input', measure, span: { start: 0, end: 0 } };
  const world = unitWhere([equals(own, value)], ZERO, behind);
  if (world === undefined || world === 'none' || world.uncertain) return undefined;
  const given = new Set(world.facts.map(({ measure: of }) => of.key));
  return measuresOf(writtenOut(own, behind)).every(({ key }) => given.has(key)) ? world.facts : undefined;
}
