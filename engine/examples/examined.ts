/**
 * What the examples of a ruleset are worth: which hold, which clauses and boundaries they touch, and which slips of the pen they would
 * notice. All of it in the order of the table.
 */
import { cover, type Diagnostic, type Span } from '../../dsl/index.ts';
import { type Boundary, boundariesOf } from './boundaries.ts';
import { examplesOf, runExamples } from './examples.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import { type SuggestedExample, suggestExamples } from './suggest.ts';
import { decidingClauses, touchedBy } from './touched.ts';
import { trialsOf } from './trials.ts';

/** One indicator under its examples. */
export interface ExaminedIndicator {
  readonly indicator: Indicator;
  /** the clauses that can decide points, and whether an example touches them */
  readonly clauses: readonly { readonly span: Span; readonly touched: boolean }[];
  readonly boundaries: readonly Boundary[];
  readonly mutants: readonly Mutant[];
}

/** The examples of a ruleset, examined. */
export interface Examined {
  readonly examples: number;
  /** examples that do not hold, or cannot be used */
  readonly failures: readonly Diagnostic[];
  readonly indicators: readonly ExaminedIndicator[];
  readonly suggestions: readonly SuggestedExample[];
}

/** Runs the examples and examines them; a ruleset with errors has nothing to examine where they are. */
export function examine(ruleset: Ruleset): Examined {
  const trials = trialsOf(ruleset);
  const indicators = ruleset.indicators.map((indicator): ExaminedIndicator => {
    const touched = trials
      .filter((trial) => trial.indicator === indicator)
      .flatMap(({ outcome }) => touchedBy(outcome));
    const [first] = indicator.readings;
    const clauses = (first === undefined ? [] : decidingClauses(first.standard)).map((span) => ({
      span,
      touched: touched.some((own) => own.start < span.end && span.start < own.end && isSame(cover(own, span), span)),
    }));
    return { indicator, clauses, boundaries: boundariesOf(indicator, trials), mutants: mutantsOf(indicator, trials) };
  });
  return {
    examples: examplesOf(ruleset.file).length,
    failures: runExamples(ruleset),
    indicators,
    suggestions: suggestExamples(
      ruleset,
      trials,
      (one) => indicators.find(({ indicator }) => indicator === one)?.mutants ?? [],
    ),
  };
}

function isSame(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}
