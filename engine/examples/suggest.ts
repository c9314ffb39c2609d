/**
 * Examples a ruleset lacks: for every value beside a boundary that no example tries, figures that give just that value, and for answers
 * and levels those that a clause or a slip of the pen still waits for. Points are what the standard gives now; nobody has confirmed
 * them, and the example says so.
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
} from '../../dsl/index.ts';
import { type Boundary, boundariesOf } from './boundaries.ts';
import type { Mutant } from './mutants.ts';
import { type Plan, plan } from '../run/plan.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import { inBraces } from '../ruleset/shown-by.ts';
import { type Candidate, answersFor } from './suggest-answers.ts';
import type { Trial } from './trials.ts';
import type { Value } from '../values/value.ts';

/** An example that could be added under an indicator: what it tries, its lines under 数据 and 评定, and the points computed for it. */
export interface SuggestedExample {
  readonly indicator: Indicator;
  readonly note: string;
  readonly data: readonly { readonly name: string; readonly text: string }[];
  readonly answers: readonly { readonly name: string; readonly text: string }[];
  readonly points: Rational;
}

/** The examples missing for every indicator, in the order of the table; `mutantsOf` gives the slips its examples are to notice. */
export function suggestExamples(
  ruleset: Ruleset,
  trials: readonly Trial[],
  mutantsOf: (indicator: Indicator) => readonly Mutant[],
): readonly SuggestedExample[] {
  const planned = plan(ruleset);
  return ruleset.indicators.flatMap((indicator, index) => {
    const own = trials.filter((trial) => trial.indicator === indicator);
    return [
      ...atBoundaries(indicator, index, own, ruleset, planned),
      ...answersFor(indicator, index, own, mutantsOf(indicator), planned).map((candidate) =>
        suggested(indicator, candidate),
      ),
    ];
  });
}

function atBoundaries(
  indicator: Indicator,
  index: number,
  trials: readonly Trial[],
  ruleset: Ruleset,
  planned: Plan,
): readonly SuggestedExample[] {
  return boundariesOf(indicator, trials).flatMap((boundary) =>
    boundary.sides
      .filter(({ tried }) => !tried)
      .flatMap(({ side, value }): readonly SuggestedExample[] => {
        const facts = figuresFor(boundary, value, ruleset);
        if (facts === undefined) return [];
        const no = indicator.phrases
          .filter(({ type }) => type.kind === 'truth')
          .map((measure) => ({ measure, value: false }));
        const given = [...facts, ...no];
        const values = new Map<string, Value>(given.map(({ measure: { key }, value: one }) => [key, one]));
        const outcome = planned.open(values).run().indicators[index]?.readings[0]?.outcome;
        if (outcome?.kind !== 'scored') return [];
        const word = { below: '略低于', at: '正好', above: '略高于' }[side];
        const shown = side === 'at' ? '' : `，${valueText(value, boundary.measure)}`;
        const note = `${word}${valueText(boundary.at, boundary.measure)}${shown}`;
        return [suggested(indicator, { note, given, points: outcome.points })];
      }),
  );
}

/** Figures go under 数据, what is asked of the assessor under 评定. */
function suggested(indicator: Indicator, { note, given, points }: Candidate): SuggestedExample {
  const isAnswer = ({ key }: Measure): boolean => /^(?:评定|等级):/.test(key);
  const lines = (of: Candidate['given']): SuggestedExample['data'] =>
    of.map(({ measure, value }) => ({ name: measure.name, text: factText(value, measure) }));
  return {
    indicator,
    note,
    data: lines(given.filter(({ measure }) => !isAnswer(measure))),
    answers: lines(given.filter(({ measure }) => isAnswer(measure))),
    points,
  };
}

/** The example as a line of YAML. */
export function exampleLine({ indicator, note, data, answers, points }: SuggestedExample): string {
  const entries = (pairs: SuggestedExample['data']): string =>
    pairs.map(({ name, text }) => `${inBraces(name, true)}: ${inBraces(text, false)}`).join(', ');
  const figures = data.length === 0 ? '' : `数据: { ${entries(data)} }, `;
  const judged = answers.length === 0 ? '' : `评定: { ${inBraces(indicator.name, true)}: { ${entries(answers)} } }, `;
  const said = `说明: ${inBraces(`${note}（得分由计算得出，待人工确认）`, false)}`;
  return `- { ${said}, ${figures}${judged}得分: ${toExactText(points)} }`;
}

/** Figures for the fields behind a measure that give it just this value: all the same where they are shares, else round ones. */
function figuresFor(
  { measure }: Boundary,
  value: Rational,
  { definitions }: Ruleset,
): readonly { readonly measure: Measure; readonly value: Fact }[] | undefined {
  const byKey = new Map(definitions.map((definition) => [definition.measure.key, definition.value]));
  const behind = ({ key }: Measure): Core | undefined => byKey.get(key);
  const own: Core = { kind: 'input', measure, span: { start: 0, end: 0 } };
  const inputs = measuresOf(writtenOut(own, behind));
  const alike = inputs.map((input) => equals({ kind: 'input', measure: input, span: own.span }, value));
  const isShare = inputs.length > 1 && inputs.every(({ unit }) => unit.dimension.length === 0);
  const keys = new Set(inputs.map(({ key }) => key));
  for (const more of isShare ? [alike, []] : [[]]) {
    const world = unitWhere([...more, equals(own, value)], ZERO, behind);
    if (world === undefined || world === 'none' || world.uncertain) continue;
    const facts = world.facts.filter(({ measure: of }) => keys.has(of.key));
    if (facts.length === keys.size) return facts;
  }
  return undefined;
}
