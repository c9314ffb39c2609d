/** A standard of a section: its 满分 and 分值 are what its own heading gives, and not the weight of the whole item. */
import type { Core } from '../expressions/core.ts';
import type { Rational } from '../numbers/number.ts';
import { mapParts } from '../expressions/map-core.ts';
import type { Adjustment, Award, Band, Bound, Standard } from '../expressions/standard.ts';

/** The standard with its weight written out. */
export function withWeight(standard: Standard, weight: Rational): Standard {
  const core = (of: Core): Core => weighed(of, weight);
  const choice = (of: Award['choice']): Award['choice'] => of && { ...of, low: core(of.low), high: core(of.high) };
  const band = ({ when, award, ...rest }: Band): Band => ({
    ...rest,
    when: core(when),
    award: { ...award, value: core(award.value), choice: choice(award.choice) },
  });
  const bound = ({ value, stated }: Bound): Bound => ({ value: value && core(value), stated });
  const adjustment = (of: Adjustment): Adjustment => ({
    ...of,
    amount: core(of.amount),
    measure: core(of.measure),
    origin: core(of.origin),
    width: core(of.width),
    choice: choice(of.choice),
    until: of.until && core(of.until),
  });
  switch (standard.kind) {
    case 'case':
      return {
        ...standard,
        arms: standard.arms.map(({ when, then, span }) => ({ when: core(when), then: withWeight(then, weight), span })),
        otherwise: withWeight(standard.otherwise, weight),
      };
    case 'sum':
      return {
        ...standard,
        parts: standard.parts.map((part) => withWeight(part, weight)),
        floor: bound(standard.floor),
        cap: bound(standard.cap),
      };
    case 'part':
      return {
        ...standard,
        bands: standard.bands.map(band),
        fallback: standard.fallback && band(standard.fallback),
        adjustments: standard.adjustments.map(adjustment),
        limits: standard.limits.map((limit) => ({ ...limit, most: core(limit.most) })),
        floor: bound(standard.floor),
        cap: bound(standard.cap),
      };
  }
}

function weighed(core: Core, weight: Rational): Core {
  if (core.kind === 'weight') return { kind: 'constant', value: weight, span: core.span };
  // 分值 has no place in what is gathered over rows or units.
  return mapParts(core, (part) => weighed(part, weight));
}
