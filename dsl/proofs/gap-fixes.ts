/** The clause that is missing, as an edit: with the points of a band beside the gap, or with none where the gap has no end. */
import { conditionText } from '../regions/condition-text.ts';
import { added, beyondEnds, type Over, type Placed, put } from './clause-fixes.ts';
import type { Fix } from '../text/diagnostic.ts';
import { constantOf } from '../regions/highest.ts';
import { type Interval, union } from '../numbers/interval.ts';
import { equal, maximum, type Rational, sign, toExactText } from '../numbers/number.ts';
import type { About } from './totals.ts';
import { cover } from '../text/source.ts';
import type { Band, Part } from '../expressions/standard.ts';

/**
 * A band made to reach over a gap of a measure, or a clause of its own, `beside` being the bands next to it. Beyond the last band points
 * go on only from the best one: 0-10%计5分 may mean less than 0 as well, ≥60%计2分 does not mean less than 60%.
 */
export function gapFixes(
  { measure, domain }: Over,
  piece: Interval,
  beside: readonly Placed[],
  part: Part,
  { weight, text }: About,
): readonly Fix[] {
  if (measure.type.kind !== 'number') return [];
  const [gap = {}] = beyondEnds([piece], domain);
  const outside = gap.low === undefined || gap.high === undefined;
  const all = pointsOf(part.bands, weight);
  const best = all.length > 1 ? all.reduce(maximum) : undefined;
  const goOn = beside.filter(({ band }) => {
    const [points] = pointsOf([band], weight);
    return points !== undefined && (!outside || (best !== undefined && equal(points, best)));
  });
  const further = goOn.flatMap(({ band, set }) =>
    put(band.span, conditionText(measure, beyondEnds(union(set, [piece]), domain)), text),
  );
  const points = pointsOf(
    goOn.map(({ band }) => band),
    weight,
  );
  const awards = [...points.map(awardText), ...(outside ? ['不得分'] : [])];
  return [
    ...further,
    ...[...new Set(awards)].map((award) => inserted(`；${conditionText(measure, [gap])}${award}`, part.bands)),
  ];
}

function pointsOf(bands: readonly Band[], weight: Rational): readonly Rational[] {
  return bands.flatMap(({ award }) => (award.choice === undefined ? (constantOf(award.value, weight) ?? []) : []));
}

/** The clause for a word of a judgement that has no award. */
export function levelFixes(word: string, bands: readonly Band[]): readonly Fix[] {
  return [inserted(`；${word}的不得分`, bands)];
}

function awardText(points: Rational): string {
  return sign(points) === 0 ? '不得分' : `计${toExactText(points)}分`;
}

function inserted(text: string, bands: readonly Band[]): Fix {
  return added(text, cover(...bands.map(({ award }) => award.span)).end);
}
