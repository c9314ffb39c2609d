/** A standard’s parts over the one thing each of them judges, every part worked out once, however many findings ask for it. */
import type { Core } from '../expressions/core.ts';
import type { Rational } from '../numbers/number.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import { type Subject, subjectOf } from './regions.ts';
import type { Band, Part } from '../expressions/standard.ts';

/** A part over its subject. */
export interface Analysed {
  readonly subject: Subject;
  readonly pieces: Pieces;
}

/** What is known of the parts of one standard under a weight. */
export interface Analysis {
  readonly weight: Rational;
  /** undefined when a part’s conditions judge nothing, or several things; `known` are the conditions that hold where the part stands */
  readonly of: (part: Part, known: readonly Core[]) => Analysed | undefined;
}

/** An analysis of the parts of a standard. */
export function analysisUnder(weight: Rational): Analysis {
  const done = new Map<Part, Analysed | undefined>();
  return {
    weight,
    of(part, known) {
      if (!done.has(part)) done.set(part, analysed(part, known, weight));
      return done.get(part);
    },
  };
}

function analysed(part: Part, known: readonly Core[], weight: Rational): Analysed | undefined {
  const subject = subjectOfPart(part, known);
  const pieces = subject && piecesOf(part, subject, weight);
  return pieces && { subject, pieces };
}

/** The one thing a part's conditions judge, else its awards, else its steps. */
function subjectOfPart(part: Part, known: readonly Core[]): Subject | undefined {
  const spoken = bandsOf(part);
  const conditions = spoken.map(({ when }) => when).filter(({ kind }) => kind !== 'truth');
  const awards = spoken.filter(({ award }) => award.choice === undefined).map(({ award }) => award.value);
  const steps = part.adjustments.map(({ measure }) => measure);
  if (conditions.length > 0) return subjectOf(conditions, known);
  return subjectOf(awards, known) ?? subjectOf(steps, known);
}

/** All awards of a part, the fallback last. */
export function bandsOf({ bands, fallback }: Part): readonly Band[] {
  return fallback === undefined ? bands : [...bands, fallback];
}
