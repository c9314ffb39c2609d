/**
 * Outcomes: points with the way to them, or why there are none and what is still possible. An outcome says how it came about by
 * index into the tree, so that the trace can be put into words later; nothing here knows words.
 */
import { type Case, type Part, type Rational, type Sum, equal, maximum, minimum } from '../../dsl/index.ts';
import type { Lack } from './value.ts';

/** The steps of one adjustment: how far from the origin, how many steps were counted, and their points, signed, before limits. */
export interface StepCount {
  readonly adjustment: number;
  readonly measured: Rational;
  readonly distance: Rational;
  readonly steps: Rational;
  readonly effect: Rational;
}

/** How a part came to its points. `band` is an index, or `fallback`. */
export interface PartPath {
  readonly kind: 'part';
  readonly part: Part;
  readonly band: number | 'fallback';
  readonly base: Rational;
  readonly steps: readonly StepCount[];
  /** points before and after limits and cuts */
  readonly raw: Rational;
  readonly points: Rational;
}

/** How points came about. */
export type Path =
  | PartPath
  | { readonly kind: 'case'; readonly standard: Case; readonly arm: number | undefined; readonly inner: Outcome }
  | {
      readonly kind: 'sum';
      readonly standard: Sum;
      readonly parts: readonly Outcome[];
      readonly raw: Rational | undefined;
    };

/** Points given outside the range the standard leaves, with the key of the answer. */
export interface Stray {
  readonly key: string | undefined;
  readonly points: Rational;
  readonly low: Rational;
  readonly high: Rational;
}

/** Why there are no points. */
export type Unscored = Lack | 'gap' | 'overlap' | 'error';

/** What a standard gives for one unit. Without points, `low` and `high` are the least and most still possible. */
export type Outcome =
  | {
      readonly kind: 'scored';
      readonly points: Rational;
      /** what fell below the floor and is taken from the total; 0 or negative */
      readonly spilled: Rational;
      readonly low: Rational;
      readonly high: Rational;
      readonly path: Path;
    }
  | {
      readonly kind: Unscored;
      readonly keys: readonly string[];
      readonly low: Rational;
      readonly high: Rational;
      readonly path: Path | undefined;
      /** points an assessor gave outside their range */
      readonly strays: readonly Stray[];
    };

/** An outcome with points. */
export type ScoredOutcome = Extract<Outcome, { kind: 'scored' }>;

/** An outcome without points. */
export type UnscoredOutcome = Exclude<Outcome, ScoredOutcome>;

/** Of several reasons the first of these is given: what can be filled in, then what is at fault, then what does not apply. */
const REASONS: readonly Unscored[] = ['missing', 'division-by-zero', 'error', 'overlap', 'gap', 'not-applicable'];

/** The weightiest reason among outcomes, in whatever order they come, with the keys behind it; undefined when all have points. */
export function reasonOf(outcomes: readonly Outcome[]): Pick<UnscoredOutcome, 'kind' | 'keys' | 'strays'> | undefined {
  const unscored = outcomes.flatMap((outcome) => (outcome.kind === 'scored' ? [] : [outcome]));
  const kind = REASONS.find((reason) => unscored.some((outcome) => outcome.kind === reason));
  if (kind === undefined) return undefined;
  const keys = unscored.filter((outcome) => outcome.kind === kind).flatMap((outcome) => outcome.keys);
  return { kind, keys: [...new Set(keys)], strays: unscored.flatMap(({ strays }) => strays) };
}

/** The least and most points of any of the outcomes. */
export function rangeOf(outcomes: readonly Pick<Outcome, 'low' | 'high'>[]): Pick<Outcome, 'low' | 'high'> {
  return {
    low: outcomes.map(({ low }) => low).reduce(minimum),
    high: outcomes.map(({ high }) => high).reduce(maximum),
  };
}

/** The outcome that all outcomes are, whichever comes true: the first of them, when all have the same points. */
export function settledBy(outcomes: readonly Outcome[]): ScoredOutcome | undefined {
  const [first] = outcomes;
  if (first?.kind !== 'scored') return undefined;
  const same = outcomes.every(
    (outcome) =>
      outcome.kind === 'scored' && equal(outcome.points, first.points) && equal(outcome.spilled, first.spilled),
  );
  return same ? first : undefined;
}
