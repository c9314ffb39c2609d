/** Points an assessor chooses, within the range the standard leaves. */
import { type Award, compare } from '../../dsl/index.ts';
import type { Stray } from './outcome.ts';
import { type Value, isNumber } from './value.ts';

/** The points chosen, or that they lie outside their range; `key` is the answer they come from. */
export function chosen(
  points: Value,
  low: Value,
  high: Value,
  choice: NonNullable<Award['choice']>,
  key: string | undefined,
): Value | Stray {
  if (!isNumber(points) || !isNumber(low) || !isNumber(high)) return points;
  const [fromLow, toHigh] = [compare(points, low), compare(high, points)];
  const inside = (choice.lowClosed ? fromLow >= 0 : fromLow > 0) && (choice.highClosed ? toHigh >= 0 : toHigh > 0);
  return inside ? points : { key, points, low, high };
}

/** Whether points lie outside their range. */
export function isStray(found: Value | Stray | object): found is Stray {
  return typeof found === 'object' && 'points' in found && 'key' in found;
}
