/** Rounding where a ruleset asks for it, once and by name; nowhere else. */
import { type Rational, round } from '../../dsl/index.ts';
import type { Rounding } from '../files/ruleset-file.ts';

/** Points under a rule; untouched without one. */
export function rounded(points: Rational, rule: Rounding | undefined): Rational {
  return rule === undefined ? points : round(points, rule.places, rule.mode);
}
