/**
 * Figures as people read them: exact values shown in their unit with two decimals for ratios, as many as needed for the rest.
 * Showing never changes a value, and digits widen until a shown comparison is true.
 */
import {
  MAX_PLACES,
  type Measure,
  type Rational,
  type Unit,
  compare,
  dateText,
  fromBase,
  toExactText,
  toShortText,
  fromExactText,
} from '../../dsl/index.ts';
import type { Figure } from './result.ts';
import { type Value, isLacking, isTable } from './value.ts';

/** As far as rounding goes; figures that agree up to here are marked ≈. */
const MOST_PLACES = MAX_PLACES;

/** A value in base units, shown in `unit` with at most `places` decimals. */
export function figure(exact: Rational, unit: Unit, places = 2): Figure {
  return {
    exact,
    unit,
    shown: `${toShortText(fromBase(exact, unit), places)}${unit.name === '比率' ? '' : unit.name}`,
  };
}

/** The text of a value of a measure: a number with its unit, a date, 是 or 否, a word. */
export function shownValue(value: Value, { type, unit }: Pick<Measure, 'type' | 'unit'>, places = 2): string {
  if (isLacking(value)) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  if (isTable(value)) return `${String(value.rows.length)}行`;
  if (type.kind === 'date') return dateText(value);
  return isRank(unit) ? `第${toShortText(fromBase(value, unit), places)}名` : figure(value, unit, places).shown;
}

/** Whether a unit counts places in an order. */
export function isRank({ dimension }: Unit): boolean {
  return dimension.length === 1 && dimension[0]?.[0] === '名次';
}

/** How many decimals show `value` on its true side of every one of `limits`: never 100.00%＜100%. */
export function placesBeside(value: Rational, limits: readonly Rational[], unit: Unit): number {
  for (let places = 2; places < MOST_PLACES; places += 1) if (tellsApart(value, limits, unit, places)) return places;
  return MOST_PLACES;
}

/** Whether `value` shown with so many decimals stands on its true side of all limits. */
export function tellsApart(value: Rational, limits: readonly Rational[], unit: Unit, places: number): boolean {
  const own = fromBase(value, unit);
  const shown = fromExactText(toShortText(own, places));
  return (
    shown !== undefined &&
    limits.every((limit) => compare(shown, fromBase(limit, unit)) === compare(own, fromBase(limit, unit)))
  );
}

/**
 * Points as people read them: exact when the decimal is short; else marked ≈, to two places, or to as many as keep them from looking
 * like the whole number beside them.
 */
export function shownPoints(points: Rational): string {
  const exact = toExactText(points);
  if (!exact.includes('/') && exact.length <= 12) return exact;
  for (let places = 2; places < MOST_PLACES; places += 1) {
    const shown = toShortText(points, places);
    if (shown.includes('.')) return `≈${shown}`;
  }
  return `≈${toShortText(points, MOST_PLACES)}`;
}
