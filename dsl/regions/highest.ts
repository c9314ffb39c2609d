/**
 * The most points a standard can give, before its cap. Over one measure this is exact; where a part speaks of several, each is taken
 * at its best, which no unit can pass. What is no line with steps has no answer.
 */
import { type Analysis, bandsOf } from './analysis.ts';
import type { Core } from '../expressions/core.ts';
import { EVERYTHING } from '../numbers/interval.ts';
import { type Rational, ZERO } from '../numbers/number.ts';
import { clamped, type Extreme, piecesOf } from './pieces.ts';
import { isLevel, lineOf, subjectOf } from './regions.ts';
import type { Span } from '../text/source.ts';
import { addHeights, compareHeights, type Height } from './staircase.ts';
import type { Adjustment, Band, Part, Standard } from '../expressions/standard.ts';

/** The best result: where its award is written, and whether awards outside the standard's own words come into it. */
export interface Best extends Extreme {
  readonly span: Span;
}

const NOWHERE: Core = { kind: 'truth', value: true, span: { start: 0, end: 0 } };

/** The value of an expression that reads nothing. */
export function constantOf(core: Core, weight: Rational): Rational | undefined {
  const line = lineOf(core, NOWHERE, weight);
  return line && isLevel(line) ? line.constant : undefined;
}

/** Whether a rule says nothing of any unit. */
export function isSilent(standard: Standard): boolean {
  return standard.kind === 'part' && bandsOf(standard).length === 0;
}

/** The most a standard can give, its floors and caps applied; undefined when that is not decided. */
export function highestOf(standard: Standard, known: readonly Core[], analysis: Analysis): Best | undefined {
  switch (standard.kind) {
    case 'part': {
      const best = highestOfPart(standard, known, analysis);
      return best && bounded(best, standard, analysis.weight);
    }
    case 'sum': {
      const bests = standard.parts.map((part) => highestOf(part, known, analysis));
      if (standard.combine === 'max') return bestOf(bests);
      return bests.reduce<Best | undefined>(
        (sum, best) => {
          const height = sum && best && addHeights(sum.height, best.height);
          return height === undefined
            ? undefined
            : { height, attained: sum?.attained === true && best?.attained === true, span: standard.span };
        },
        { height: ZERO, attained: true, span: standard.span },
      );
    }
    case 'case': {
      const before: Core[] = [];
      const bests = standard.arms.map(({ when, then }) => {
        const best = highestOf(then, [...known, ...before, when], analysis);
        before.push({ kind: 'not', of: when, span: when.span });
        return best;
      });
      if (isSilent(standard.otherwise)) return bestOf(bests);
      return bestOf([...bests, highestOf(standard.otherwise, [...known, ...before], analysis)]);
    }
  }
}

function bounded(best: Best, { floor, cap }: Part, weight: Rational): Best {
  const [least, most] = [floor, cap].map(({ value }) => value && constantOf(value, weight));
  return { ...best, ...clamped(best, least, most) };
}

/** The most a part can give before its cap. */
export function highestOfPart(part: Part, known: readonly Core[], analysis: Analysis): Best | undefined {
  const exact = analysis.of(part, known)?.pieces.pieces;
  if (exact !== undefined) {
    const bests = exact.map(({ high, band }) => high && { ...high, span: band.award.span });
    if (bests.every((best) => best !== undefined)) return bestOf(bests);
  }
  return bestOf(bandsOf(part).map((band) => highestOfBand(band, part, known, analysis.weight)));
}

function bestOf(bests: readonly (Best | undefined)[]): Best | undefined {
  if (!bests.every((best) => best !== undefined)) return undefined;
  return bests.reduce<Best | undefined>((best, next) => {
    if (best === undefined) return next;
    const order = compareHeights(next.height, best.height);
    return order > 0 || (order === 0 && next.attained && !best.attained) ? next : best;
  }, undefined);
}

/** The award at its best, with every bonus at its best. */
function highestOfBand(band: Band, part: Part, known: readonly Core[], weight: Rational): Best | undefined {
  const award = constantOf(band.award.choice?.high ?? band.award.value, weight);
  if (award === undefined) return undefined;
  const bonus = band.adjusted ? highestBonus(part, known, weight) : ZERO;
  const height = bonus && addHeights(award, bonus);
  return height && { height, attained: band.award.choice?.highClosed ?? true, span: band.award.span };
}

function highestBonus(part: Part, known: readonly Core[], weight: Rational): Height | undefined {
  const limitOf = new Map(part.limits.flatMap((limit) => limit.adjustments.map((index) => [index, limit] as const)));
  const sums = new Map<object, { height: Height; most: Rational | undefined }>();
  for (const [index, adjustment] of part.adjustments.entries()) {
    if (adjustment.sign < 0) continue;
    const limit = limitOf.get(index);
    const most = limit && constantOf(limit.most, weight);
    const own = highestStep(adjustment, known, weight);
    const key = limit ?? adjustment;
    const height = own && addHeights(sums.get(key)?.height ?? ZERO, own);
    if (height === undefined) return undefined;
    sums.set(key, { height, most });
  }
  return [...sums.values()].reduce<Height | undefined>((sum, { height, most }) => {
    const cut = most !== undefined && compareHeights(height, most) > 0 ? most : height;
    return sum && addHeights(sum, cut);
  }, ZERO);
}

/** The most one bonus can add, over its own measure. */
function highestStep(adjustment: Adjustment, known: readonly Core[], weight: Rational): Height | undefined {
  const { span } = adjustment;
  const award = { value: { kind: 'constant', value: ZERO, span }, choice: undefined, span } as const;
  const alone: Part = {
    kind: 'part',
    bands: [],
    fallback: { when: NOWHERE, award, adjusted: true, span },
    adjustments: [adjustment],
    limits: [],
    floor: { value: undefined, stated: false },
    cap: { value: undefined, stated: false },
    spills: false,
    span,
  };
  const subject = subjectOf([adjustment.measure], known);
  if (subject === undefined) return undefined;
  const pieces = piecesOf(alone, { ...subject, domain: subject.certain ? subject.domain : EVERYTHING }, weight)?.pieces;
  const highs = (pieces ?? []).map(({ high }) => high?.height);
  return highs.reduce<Height | undefined>(
    (best, height) =>
      best === undefined || height === undefined ? undefined : compareHeights(height, best) > 0 ? height : best,
    ZERO,
  );
}
