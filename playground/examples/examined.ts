/**
 * 样例 as the page shows them: which hold, what they touch and what they leave untried. Plain texts only, so that they can be found out
 * beside the page and handed over.
 */
import { toExactText, valueText } from '../../dsl/index.ts';
import { examine, examplesOf, openRuleset, type SuggestedExample, textOf } from '../../engine/index.ts';
import type { Bilingual } from '../../dsl/index.ts';

/** One example, and what is wrong with it. */
export interface ShownExample {
  readonly indicator: string | undefined;
  readonly note: string;
  readonly faults: readonly Bilingual[];
}

/** What the examples of one indicator touch. */
export interface ShownCoverage {
  readonly indicator: string;
  readonly path: readonly string[];
  readonly clauses: readonly { readonly text: string; readonly touched: boolean }[];
  readonly boundaries: readonly {
    readonly at: string;
    readonly sides: readonly {
      readonly side: 'below' | 'at' | 'above';
      readonly value: string;
      readonly tried: boolean;
    }[];
  }[];
  readonly suggestions: readonly ShownSuggestion[];
}

/** An example that could be added. */
export interface ShownSuggestion {
  readonly note: string;
  readonly data: SuggestedExample['data'];
  readonly answers: SuggestedExample['answers'];
  readonly points: string;
}

/** The examples of a ruleset. */
export interface ShownExamples {
  readonly examples: readonly ShownExample[];
  readonly coverage: readonly ShownCoverage[];
}

/** Finds out what the examples of a ruleset's text are worth; undefined where it cannot be read. */
export function examined(text: string): ShownExamples | undefined {
  const ruleset = openRuleset(text, '').linked?.ruleset;
  if (ruleset === undefined) return undefined;
  const { failures, indicators, suggestions } = examine(ruleset);
  return {
    examples: examplesOf(ruleset.file).map(({ example: { span, note }, indicator }) => ({
      indicator: indicator?.text,
      note: note?.text ?? '',
      faults: failures
        .filter(({ span: own }) => span.start <= own.start && own.end <= span.end)
        .map((fault) => ({ zh: textOf(fault, 'zh'), en: textOf(fault, 'en') })),
    })),
    coverage: indicators.map(({ indicator, clauses, boundaries }) => ({
      indicator: indicator.name,
      path: indicator.path,
      clauses: clauses.map(({ span, touched }) => ({
        text: indicator.leaf.standard.text.slice(span.start, span.end),
        touched,
      })),
      boundaries: boundaries.map(({ at, measure, sides }) => ({
        at: valueText(at, measure),
        sides: sides.map(({ side, value, tried }) => ({ side, value: valueText(value, measure), tried })),
      })),
      suggestions: suggestions
        .filter((one) => one.indicator === indicator)
        .map(({ note, data, answers, points }) => ({ note, data, answers, points: toExactText(points) })),
    })),
  };
}
