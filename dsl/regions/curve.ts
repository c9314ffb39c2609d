/**
 * The scoring curve: the points of a standard over one measure, the others known, as lines between exact places with open and closed
 * ends, cut at floor and cap. Drawn over a window; staircases outside it are not walked. Where nothing is laid down, two rules
 * disagree, or something is not known, the curve has a hole.
 */
import type { Measure } from '../expressions/core.ts';
import { type Known, Terms } from './curve-terms.ts';
import { complement, EMPTY, intersect, type IntervalSet, isEmpty, subtract, union } from '../numbers/interval.ts';
import { negate, ONE, type Rational, ZERO } from '../numbers/number.ts';
import {
  domainOf,
  extreme,
  joined,
  merged,
  type Piecewise,
  product,
  quotient,
  regionWhere,
  restricted,
  stairs,
  sum,
} from './piecewise.ts';
import type { Span } from '../text/source.ts';
import type { Adjustment, Band, Bound, Case, Part, Standard, Sum } from '../expressions/standard.ts';

/** A curve; the tag of a stretch is the clause that awards its points, undefined where several together do. */
export type Curve = Piecewise<Span | undefined>;

/** The curve of a standard within `window`; undefined when the points are not straight anywhere between finitely many places. */
export function curveOf(
  standard: Standard,
  measure: Measure,
  window: IntervalSet,
  weight: Rational,
  known: Known,
): Curve | undefined {
  const curve = ofStandard(new Terms(measure, window, weight, known), standard);
  return curve && merged(curve);
}

function ofStandard(terms: Terms, standard: Standard): Curve | undefined {
  switch (standard.kind) {
    case 'part':
      return ofPart(terms, standard);
    case 'sum':
      return ofSum(terms, standard);
    case 'case':
      return ofCase(terms, standard);
  }
}

function ofCase(terms: Terms, { arms, otherwise }: Case): Curve | undefined {
  let left = terms.window;
  const drawn: Curve[] = [];
  for (const { when, then } of arms) {
    const region = terms.region(when);
    const inner = region && ofStandard(terms, then);
    if (region === undefined || inner === undefined) return undefined;
    drawn.push(restricted(inner, intersect(region.yes, left)));
    left = intersect(left, region.no);
  }
  const rest = ofStandard(terms, otherwise);
  return rest && joined(...drawn, restricted(rest, left));
}

function ofSum(terms: Terms, { parts, combine, floor, cap }: Sum): Curve | undefined {
  let whole: Curve | undefined;
  for (const part of parts) {
    const drawn = ofStandard(terms, part);
    if (drawn === undefined) return undefined;
    const untagged: Curve = drawn.map((stretch) => ({ ...stretch, tag: undefined }));
    if (whole === undefined) whole = parts.length === 1 ? drawn : untagged;
    else whole = combine === 'max' ? extreme(whole, untagged, 'max') : sum(whole, untagged);
  }
  return whole && cutAt(terms, whole, floor, cap);
}

function ofPart(terms: Terms, { bands, fallback, adjustments, limits, floor, cap }: Part): Curve | undefined {
  const steps = stepsOf(terms, adjustments, limits);
  if (steps === undefined) return undefined;
  const drawn: Curve[] = [];
  let spoken = EMPTY;
  let twice = EMPTY;
  for (const band of bands) {
    const region = terms.region(band.when);
    const award = region && awarded(terms, band, steps);
    if (region === undefined || award === undefined) return undefined;
    const own = intersect(region.yes, terms.window);
    const both = intersect(own, spoken);
    twice = union(twice, subtract(both, agreement(award, joined(...drawn), both)));
    drawn.push(restricted(award, subtract(own, spoken)));
    spoken = union(spoken, subtract(terms.window, region.no));
  }
  if (fallback !== undefined) {
    const region = terms.region(fallback.when);
    const award = region && awarded(terms, fallback, steps);
    if (region === undefined || award === undefined) return undefined;
    drawn.push(restricted(award, subtract(intersect(region.yes, terms.window), spoken)));
  }
  return cutAt(terms, restricted(joined(...drawn), complement(twice)), floor, cap);
}

function awarded(terms: Terms, { award, adjusted, span }: Band, steps: Piecewise): Curve | undefined {
  const points = terms.number(award.value);
  if (points === undefined) return undefined;
  const clause = { start: Math.min(span.start, award.span.start), end: Math.max(span.end, award.span.end) };
  const tagged: Curve = points.map((stretch) => ({ ...stretch, tag: clause }));
  return adjusted ? sum(tagged, steps) : tagged;
}

/** What all steps come to, each group of them within its limit. */
function stepsOf(terms: Terms, adjustments: readonly Adjustment[], limits: Part['limits']): Piecewise | undefined {
  const effects = adjustments.map((adjustment) => effectOf(terms, adjustment));
  let total: Piecewise = terms.level(ZERO);
  const grouped = new Set(limits.flatMap((limit) => limit.adjustments));
  for (const [index, effect] of effects.entries()) {
    if (effect === undefined) return undefined;
    if (!grouped.has(index)) total = sum(total, effect);
  }
  for (const { adjustments: members, most } of limits) {
    const group = members
      .flatMap((index) => [effects[index] ?? []])
      .reduce((all, effect) => sum(all, effect), terms.level(ZERO));
    const allowed = terms.number(most);
    if (allowed === undefined) return undefined;
    const least = sum(terms.level(ZERO), allowed, negate(ONE));
    total = sum(total, extreme(extreme(group, least, 'max'), allowed, 'min'));
  }
  return total;
}

function effectOf(
  terms: Terms,
  { measure, origin, width, amount, direction, reading, until, sign: way }: Adjustment,
): Piecewise | undefined {
  const parts = [measure, origin, width, amount].map((core) => terms.number(core));
  const [walked, start, wide, each] = parts;
  if (walked === undefined || start === undefined || wide === undefined || each === undefined) return undefined;
  const end = until && terms.number(until);
  const reached = end === undefined ? walked : extreme(walked, end, direction === 'below' ? 'max' : 'min');
  const apart = sum(reached, start, negate(ONE));
  const turned = sum(terms.level(ZERO), apart, negate(ONE));
  const directed = direction === 'above' ? apart : direction === 'below' ? turned : extreme(apart, turned, 'max');
  const exact = quotient(extreme(directed, terms.level(ZERO), 'max'), wide);
  const counted = exact && (reading === '按比例' ? exact : stairs(exact, reading === '不计' ? 'floor' : 'ceil'));
  const points = counted && product(counted, each);
  return points && (way === 1 ? points : sum(terms.level(ZERO), points, negate(ONE)));
}

function cutAt(terms: Terms, curve: Curve, floor: Bound, cap: Bound): Curve | undefined {
  const [least, most] = [floor.value, cap.value].map((core) =>
    core === undefined ? undefined : (terms.number(core) ?? 'unknown'),
  );
  if (least === 'unknown' || most === 'unknown') return undefined;
  const raised = least === undefined ? curve : extreme(curve, least, 'max');
  return most === undefined ? raised : extreme(raised, most, 'min');
}

/** Where two curves give the same. */
function agreement(left: Piecewise, right: Piecewise, on: IntervalSet): IntervalSet {
  return regionWhere(sum(restricted(left, on), restricted(right, on), negate(ONE)), (side) => side === 0);
}

/** Whether two curves give the same points everywhere, whichever clauses award them. */
export function sameCurve(left: Curve, right: Curve): boolean {
  const inside = (one: Curve, other: Curve): boolean =>
    isEmpty(subtract(domainOf(one), agreement(one, other, domainOf(one))));
  return inside(left, right) && inside(right, left);
}
