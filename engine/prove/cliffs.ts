/** Places at which the points of an indicator jump by half its weight, each with a unit on it and one just off it. */
import {
  type Core,
  type Diagnostic,
  type Drawn,
  type Jump,
  type Measure,
  type Rational,
  type Search,
  absolute,
  add,
  answered,
  compare,
  conditionText,
  equal,
  equals,
  inside,
  jumpsOf,
  maximum,
  minimum,
  multiply,
  point,
  rational,
  shownBy,
  subtract,
  toExactText,
  unitWhere,
} from '../../dsl/index.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Indicator, Reading } from '../ruleset/ruleset.ts';
import { completed } from '../ruleset/shown-by.ts';

/** The first cliff of a curve, if it has any that a unit can fall from. */
export function cliffOn(
  { weight, leaf, scope }: Indicator,
  { settled: standard }: Reading,
  measure: Measure,
  { curve, partial, answers }: Drawn,
): readonly Diagnostic[] {
  if (measure.whole || partial || equal(weight, rational(0))) return [];
  const half = multiply(weight, rational(1, 2));
  const given = answers.map(({ measure: of, value }) => answered(of, value));
  const unitAt = (conditions: readonly Core[]): Search => unitWhere([...conditions, ...given], weight, scope.behind);
  for (const jump of jumpsOf(curve)) {
    const { at, below, above, clause } = jump;
    if (compare(absolute(subtract(above, below)), half) < 0) continue;
    const core: Core = { kind: 'input', measure, span: leaf.standard.span };
    const [on, off] = [unitAt([equals(core, at)]), unitAt(inside(core, offIt(jump, measure)))];
    if (on === 'none' || off === 'none') continue;
    const [from, to, size] = [below, above, absolute(subtract(above, below))].map((one) => toExactText(one));
    const data = { at: conditionText(measure, point(at)), below: from ?? '', above: to ?? '', size: size ?? '' };
    const finding = diagnoseFile('cliff', clause ?? { start: 0, end: leaf.standard.text.length }, data);
    const { example: beside } = shownBy(finding, off);
    const shown = shownBy(finding, on);
    return [completed(beside === undefined ? shown : { ...shown, beside }, standard, scope.behind)];
  }
  return [];
}

/** Values within one unit of the place, on the side that it does not belong to. */
function offIt({ at, own, before, after }: Jump, { unit }: Measure): Parameters<typeof inside>[1] {
  const place = { value: at, closed: false };
  const open = (value: Rational): typeof place => ({ value, closed: false });
  if (own === 'above') {
    const low = subtract(at, unit.factor);
    return { low: open(before === undefined ? low : maximum(low, before.value)), high: place };
  }
  const high = add(at, unit.factor);
  return { low: place, high: open(after === undefined ? high : minimum(high, after.value)) };
}
