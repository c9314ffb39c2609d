/** The clause that is missing, as an edit: with the points of a band beside the gap, or with none where the gap has no end. */
import { conditionText } from '../regions/condition-text.ts';
import type { Measure } from '../expressions/core.ts';
import type { Fix } from '../text/diagnostic.ts';
import { constantOf } from '../regions/highest.ts';
import type { Interval } from '../numbers/interval.ts';
import { equal, maximum, type Rational, sign, toExactText } from '../numbers/number.ts';
import { cover } from '../text/source.ts';
import type { Band, Part } from '../expressions/standard.ts';

/**
 * Clauses for a gap over a measure, `beside` being the bands next to it. Beyond the last band points go on only from the best one:
 * 0-10%计5分 may mean less than 0 as well, ≥60%计2分 does not mean less than 60%.
 */
export function gapFixes(
  measure: Measure,
  gap: Interval,
  beside: readonly Band[],
  part: Part,
  weight: Rational,
): readonly Fix[] {
  if (measure.type.kind !== 'number') return [];
  const outside = gap.low === undefined || gap.high === undefined;
  const all = pointsOf(part.bands, weight);
  const best = all.length > 1 ? all.reduce(maximum) : undefined;
  const points = pointsOf(beside, weight).filter((award) => !outside || (best !== undefined && equal(award, best)));
  const awards = [...points.map(awardText), ...(outside ? ['不得分'] : [])];
  return [...new Set(awards)].map((award) => inserted(`；${conditionText(measure, [gap])}${award}`, part.bands));
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
  const { end } = cover(...bands.map(({ award }) => award.span));
  return { title: { zh: `补上“${text}”`, en: `add ${text}` }, edits: [{ span: { start: end, end }, text }] };
}
