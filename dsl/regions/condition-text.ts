/** Sets of values as conditions in Chinese, in the measure's own unit: 预算调整率＜0, 59分＜得分＜60分, 满意度＜80%. */
import type { Measure } from '../expressions/core.ts';
import type { Interval, IntervalSet } from '../numbers/interval.ts';
import { dateText } from '../numbers/literals.ts';
import { equal, ONE, type Rational, rational, sign, toExactText } from '../numbers/number.ts';
import { fromBase, type Unit } from '../numbers/units.ts';

const PERCENT: Rational = rational(1n, 100n);

/** One condition that holds for just the values of the set; the intervals are joined by 或. */
export function conditionText(measure: Measure, set: IntervalSet): string {
  return set.map((piece) => pieceText(measure, piece)).join('或');
}

function pieceText(measure: Measure, { low, high }: Interval): string {
  const { name } = measure;
  const from = low && valueText(low.value, measure);
  const to = high && valueText(high.value, measure);
  const below = high?.closed === true ? '≤' : '＜';
  if (low === undefined) return high === undefined ? `${name}为任何值` : `${name}${below}${to ?? ''}`;
  if (high === undefined) return `${name}${low.closed ? '≥' : '＞'}${from ?? ''}`;
  if (equal(low.value, high.value)) return `${name}＝${from ?? ''}`;
  return `${from ?? ''}${low.closed ? '≤' : '＜'}${name}${below}${to ?? ''}`;
}

/** A value in base units, as a sentence about the measure would write it; exact, so a fraction when its decimals never end. */
export function valueText(value: Rational, { type, unit }: Pick<Measure, 'type' | 'unit'>): string {
  if (type.kind === 'date') return dateText(value);
  if (unit.dimension.length > 0) return `${toExactText(fromBase(value, unit))}${unit.name}`;
  if (sign(value) === 0) return '0';
  const shown: Unit = unit.name === '比率' || equal(unit.factor, ONE) ? { ...unit, name: '%', factor: PERCENT } : unit;
  return `${toExactText(fromBase(value, shown))}${shown.name}`;
}
