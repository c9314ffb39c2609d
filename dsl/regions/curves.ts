/**
 * The curves of a standard over one measure: one for each way its yes-or-no conditions and levels can turn out, as long as these are
 * few. Where they are many, each part that adds up has its curves to itself.
 */
import { coresOf, type Standard } from '../expressions/standard.ts';
import { type Measure, measuresOf } from '../expressions/core.ts';
import { type Curve, curveOf } from './curve.ts';
import { windowOf } from './curve-window.ts';
import type { Rational } from '../numbers/number.ts';
import { partsOf } from './rules.ts';

/** A curve, and how everything else turned out. */
export interface Drawn {
  readonly answers: readonly { readonly measure: Measure; readonly value: boolean | string }[];
  readonly curve: Curve;
  /** it is only of a part of the standard, the others adding to it */
  readonly partial: boolean;
}

/** Most ways of answering that are drawn. */
const MOST_WAYS = 8;

/** Every curve that can be drawn, none of them empty. */
export function curvesOf(standard: Standard, measure: Measure, weight: Rational): readonly Drawn[] {
  const whole = drawnOf(standard, measure, weight, false);
  if (whole !== undefined) return whole;
  return partsOf(standard, []).flatMap(({ standard: part }) => drawnOf(part, measure, weight, true) ?? []);
}

function drawnOf(
  standard: Standard,
  measure: Measure,
  weight: Rational,
  partial: boolean,
): readonly Drawn[] | undefined {
  const asked = new Map(
    coresOf(standard)
      .flatMap(measuresOf)
      .map((of) => [of.key, of]),
  );
  if (!asked.has(measure.key)) return [];
  let ways: readonly Drawn['answers'][] = [[]];
  for (const of of asked.values()) {
    const values = of.type.kind === 'truth' ? [false, true] : of.type.kind === 'level' ? of.type.words : [];
    if (values.length === 0) continue;
    ways = ways.flatMap((answers) => values.map((value) => [...answers, { measure: of, value }]));
    if (ways.length > MOST_WAYS) return undefined;
  }
  const window = windowOf([standard], measure, weight, []);
  return ways.flatMap((answers): readonly Drawn[] => {
    const known = new Map(answers.map(({ measure: of, value }) => [of.key, value]));
    const curve = curveOf(standard, measure, window, weight, ({ key }) => known.get(key));
    return curve === undefined || curve.length === 0 ? [] : [{ answers, curve, partial }];
  });
}
