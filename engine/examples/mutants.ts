/**
 * Mutants: a sentence with one figure or mark in it changed by a hair, as a slip of the pen would. A mutant that no example notices
 * shows what the examples leave untried. One that gives the same points everywhere is none, and so is one that is refused.
 */
import {
  slipsOf,
  type SlipKind,
  collector,
  curveOf,
  findingsOf,
  readStandard,
  sameCurve,
  type Span,
  type Standard,
  windowOf,
} from '../../dsl/index.ts';
import { judge } from '../run/judge.ts';
import { applyEdits } from '../files/locate.ts';
import type { Outcome } from '../values/outcome.ts';
import type { Indicator } from '../ruleset/ruleset.ts';
import type { Trial } from './trials.ts';
import type { Value } from '../values/value.ts';

/** A sentence with one change; `span` is its place in the original. */
export interface Mutant {
  readonly indicator: Indicator;
  readonly kind: SlipKind;
  readonly span: Span;
  /** the words changed, and what they became */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
  readonly sentence: string;
  /** what it means */
  readonly standard: Standard;
  /** whether an example tells it from the original */
  readonly noticed: boolean;
}

/** All mutants of an indicator, tried on its examples. */
export function mutantsOf(indicator: Indicator, trials: readonly Trial[]): readonly Mutant[] {
  const { leaf, scope, readings } = indicator;
  const sentence = leaf.standard.text;
  const [original] = readings;
  if (original === undefined) return [];
  const own = trials.filter((trial) => trial.indicator === indicator);
  return slipsOf(sentence, scope.names).flatMap(({ kind, span, edits }): readonly Mutant[] => {
    const changed = applyEdits(sentence, edits);
    if (changed === undefined) return [];
    const { report, diagnostics } = collector();
    const { standard } = readStandard(changed, scope, original.answers, report);
    if (standard === undefined || isSame(original.standard, standard, indicator)) return [];
    // What is refused as soon as it is written, such as points over the weight, needs no example.
    findingsOf(standard, scope, changed, report);
    if (diagnostics.some(({ severity }) => severity === 'error')) return [];
    const noticed = own.some((trial) => notices(trial, { standard }));
    const changes = edits.map((edit) => ({ from: sentence.slice(edit.span.start, edit.span.end), to: edit.text }));
    return [{ indicator, kind, span, changes, sentence: changed, standard, noticed }];
  });
}

/** What an indicator came to for some values. */
export type Result = Pick<Trial, 'indicator' | 'valueOf' | 'outcome'>;

/** Whether a result tells a mutant from the original. */
export function notices(result: Result, { standard }: Pick<Mutant, 'standard'>): boolean {
  return !sameOutcome(result.outcome, outcomeOf(standard, result));
}

function outcomeOf(standard: Standard, { indicator, valueOf }: Result): Outcome {
  const keys: string[] = [];
  const run = judge(standard, (key) => keys.push(key) - 1);
  return run({ get: (slot): Value => valueOf(keys[slot] ?? ''), weight: indicator.weight });
}

function sameOutcome(left: Outcome, right: Outcome): boolean {
  if (left.kind !== 'scored' || right.kind !== 'scored') return left.kind === right.kind;
  return left.points.numerator === right.points.numerator && left.points.denominator === right.points.denominator;
}

/** Whether two standards over one measure have one curve. What has no curve is taken to differ. */
function isSame(left: Standard, right: Standard, { own, weight }: Indicator): boolean {
  if (own?.core.kind !== 'input') return false;
  const { measure } = own.core;
  const window = windowOf([left, right], measure, weight, []);
  const [one, other] = [left, right].map((standard) => curveOf(standard, measure, window, weight, () => undefined));
  return one !== undefined && other !== undefined && one.length > 0 && sameCurve(one, other);
}
