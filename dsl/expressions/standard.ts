/**
 * What a standard means, however it is worded: case, sum and part.
 *
 *   case: which rule speaks            sum: parts that add up
 *   part: points = clamp(base + adjustments, floor, cap)
 *         base: the award of the one band that holds; the fallback speaks where none does
 *         adjustment: sign × amount × steps of a measure away from its origin
 */
import type { StepReading } from '../text/ast.ts';
import type { Core } from './core.ts';
import type { Rational } from '../numbers/number.ts';
import type { Span } from '../text/source.ts';

/** A standard with one meaning: every reading is chosen. */
export type Standard = Case | Sum | Part;

/** The first arm whose condition holds speaks, else `otherwise`. */
export interface Case {
  readonly kind: 'case';
  readonly arms: readonly { readonly when: Core; readonly then: Standard; readonly span: Span }[];
  readonly otherwise: Standard;
  /** the arms are kinds of unit: two that hold are an overlap, as of bands */
  readonly kinds: boolean;
  readonly span: Span;
}

/** Points add up, then floor and cap hold for the sum. */
export interface Sum {
  readonly kind: 'sum';
  /** 就高: only the highest part counts */
  readonly combine: 'sum' | 'max';
  readonly parts: readonly Standard[];
  readonly floor: Bound;
  readonly cap: Bound;
  readonly span: Span;
}

/** An award in points; or a range in which the assessor chooses, given through the measure of `value`. */
export interface Award {
  readonly value: Core;
  readonly choice:
    { readonly low: Core; readonly lowClosed: boolean; readonly high: Core; readonly highClosed: boolean } | undefined;
  readonly span: Span;
}

/** An award under a condition. */
export interface Band {
  readonly when: Core;
  readonly award: Award;
  /** whether adjustments apply to it */
  readonly adjusted: boolean;
  /** the condition as written */
  readonly span: Span;
}

/** Where points are cut; `stated` when the sentence says so. */
export interface Bound {
  readonly value: Core | undefined;
  readonly stated: boolean;
}

/** Points for every step of a measure away from its origin. */
export interface Adjustment {
  readonly sign: 1 | -1;
  readonly amount: Core;
  readonly measure: Core;
  readonly origin: Core;
  readonly direction: 'above' | 'below' | 'both';
  readonly width: Core;
  readonly reading: StepReading;
  /** the range an assessor chooses the amount in */
  readonly choice: Award['choice'];
  /** steps are counted only as far as here */
  readonly until: Core | undefined;
  readonly span: Span;
  /** the words that say what is stepped: 每低于5% */
  readonly head: Span;
}

/** At most so many points from these adjustments together. One limit within another comes before it, and counts there as cut. */
export interface Limit {
  readonly adjustments: readonly number[];
  readonly most: Core;
  readonly span: Span;
}

/** Other items of the table: one indicator, or all under a heading, the empty path being the table; `but` is left out of it. */
export type Target =
  | { readonly kind: 'indicator'; readonly name: string }
  | { readonly kind: 'group'; readonly path: readonly string[]; readonly but: string | undefined };

/** What a condition does outside its item; `items` leaves other items a share of their points, 0 being none. */
export type EffectResult =
  | { readonly kind: 'total'; readonly points: Core }
  | { readonly kind: 'grade'; readonly label: string }
  | { readonly kind: 'items'; readonly targets: readonly Target[]; readonly share: Rational };

/** What a sentence does outside its own item. */
export interface Beyond {
  /** points that go to the total: 扣总分2分 */
  readonly carried: Part | undefined;
  readonly effects: readonly { readonly when: Core; readonly result: EffectResult; readonly span: Span }[];
}

/** See the file's head. Two bands that hold with different points are an overlap, none a gap. */
export interface Part {
  readonly kind: 'part';
  readonly bands: readonly Band[];
  /** speaks where no band does */
  readonly fallback: Band | undefined;
  readonly adjustments: readonly Adjustment[];
  readonly limits: readonly Limit[];
  readonly floor: Bound;
  readonly cap: Bound;
  /** what falls below the floor is taken from the total */
  readonly spills: boolean;
  readonly span: Span;
}

/** A place where the words leave a choice, with what may be chosen. */
export interface OpenChoice {
  /** stable within the sentence */
  readonly id: string;
  readonly kind: '不足一步' | '区间端点';
  readonly options: readonly string[];
  readonly span: Span;
}

/** Every expression of a standard. */
export function coresOf(standard: Standard): readonly Core[] {
  const known = (...cores: readonly (Core | undefined)[]): readonly Core[] =>
    cores.filter((core) => core !== undefined);
  const ofBand = ({ when, award }: Band): readonly Core[] =>
    known(when, award.value, award.choice?.low, award.choice?.high);
  switch (standard.kind) {
    case 'case':
      return [...standard.arms.flatMap(({ when, then }) => [when, ...coresOf(then)]), ...coresOf(standard.otherwise)];
    case 'sum':
      return [...standard.parts.flatMap(coresOf), ...known(standard.floor.value, standard.cap.value)];
    case 'part':
      return [
        ...standard.bands.flatMap(ofBand),
        ...(standard.fallback === undefined ? [] : ofBand(standard.fallback)),
        ...standard.adjustments.flatMap(({ amount, measure, origin, width, until, choice }) =>
          known(amount, measure, origin, width, until, choice?.low, choice?.high),
        ),
        ...standard.limits.map(({ most }) => most),
        ...known(standard.floor.value, standard.cap.value),
      ];
  }
}
