/**
 * The scoring curves of an indicator as its proofs walk them, without any unit: over its own measure, for every reading and every way
 * its answers can turn out, the straight stretches with their ends, and the places at which points jump. Exact, in base units.
 */
import {
  type Measure,
  type Rational,
  type Span,
  type Stretch,
  type Way,
  add,
  curvesOf,
  jumpsOf,
  multiply,
} from '../../dsl/index.ts';
import { judgedBy } from './direction.ts';
import type { Indicator } from '../ruleset/ruleset.ts';

/** An end of a stretch; points are come near to where it is open. */
export interface StretchEnd {
  readonly at: Rational;
  readonly closed: boolean;
  readonly points: Rational;
}

/** A curve of an indicator; its stretches lie within the window in which anything happens. */
export interface ProvedCurve {
  readonly measure: Measure;
  readonly way: Way | undefined;
  /** how open readings are answered */
  readonly readings: readonly string[];
  /** how the answers of its assessor turned out */
  readonly answers: readonly { readonly name: string; readonly value: boolean | string }[];
  /** it is of one part of the standard, the others adding to it */
  readonly partial: boolean;
  /** `slope` is points for one base unit; `clause` the words that award them, undefined where several do */
  readonly stretches: readonly {
    readonly low: StretchEnd;
    readonly high: StretchEnd;
    readonly slope: Rational;
    readonly clause: string | undefined;
  }[];
  readonly jumps: readonly { readonly at: Rational; readonly below: Rational; readonly above: Rational }[];
}

/** Every curve of an indicator; none where it judges no number, or nothing straight. */
export function provedCurves(indicator: Indicator): readonly ProvedCurve[] {
  const measure = judgedBy(indicator);
  if (measure === undefined) return [];
  const { leaf, weight, readings } = indicator;
  return readings.flatMap(({ settled: standard, answers: chosen }) =>
    curvesOf(standard, measure, weight).map(({ curve, answers, partial }): ProvedCurve => ({
      measure,
      way: leaf.direction,
      readings: [...chosen.values()],
      answers: answers.map(({ measure: { name }, value }) => ({ name, value })),
      partial,
      stretches: curve.flatMap((stretch) => stretchOf(stretch, leaf.standard.text)),
      jumps: jumpsOf(curve).map(({ at, below, above }) => ({ at, below, above })),
    })),
  );
}

function stretchOf({ interval: own, line, tag }: Stretch<Span | undefined>, text: string): ProvedCurve['stretches'] {
  if (own.low === undefined || own.high === undefined) return [];
  const end = ({ value, closed }: { readonly value: Rational; readonly closed: boolean }): StretchEnd => ({
    at: value,
    closed,
    points: add(multiply(line.slope, value), line.constant),
  });
  const clause = tag === undefined ? undefined : text.slice(tag.start, tag.end);
  return [{ low: end(own.low), high: end(own.high), slope: line.slope, clause }];
}
