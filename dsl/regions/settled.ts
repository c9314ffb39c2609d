/** A standard with the figures put in that never change: parameters, which are numbers by another name. */
import { type Core, measuresOf } from '../expressions/core.ts';
import { mapCore } from '../expressions/map-core.ts';
import type { Scope } from '../expressions/scope.ts';
import { constantOf } from './highest.ts';
import { writtenOut } from './unit-where.ts';
import { ZERO } from '../numbers/number.ts';
import {
  type Adjustment,
  type Award,
  type Band,
  type Bound,
  coresOf,
  type Part,
  type Standard,
} from '../expressions/standard.ts';

/** The standard as proofs see it; itself where it reads no constant. */
export function settled(standard: Standard, behind: Scope['behind']): Standard {
  const figureOf = (core: Core): Core | undefined => {
    const body = core.kind === 'input' ? behind(core.measure) : undefined;
    const value = body && constantOf(writtenOut(body, behind), ZERO);
    return value && { kind: 'constant', value, span: core.span };
  };
  const reads = coresOf(standard)
    .flatMap(measuresOf)
    .some((measure) => figureOf({ kind: 'input', measure, span: standard.span }) !== undefined);
  if (!reads) return standard;
  return changed(standard, (core) => mapCore(core, (part) => figureOf(part) ?? part));
}

type Change = (core: Core) => Core;

function changed(standard: Standard, change: Change): Standard {
  switch (standard.kind) {
    case 'case':
      return {
        ...standard,
        arms: standard.arms.map((arm) => ({ ...arm, when: change(arm.when), then: changed(arm.then, change) })),
        otherwise: changed(standard.otherwise, change),
      };
    case 'sum':
      return {
        ...standard,
        parts: standard.parts.map((part) => changed(part, change)),
        floor: ofBound(standard.floor, change),
        cap: ofBound(standard.cap, change),
      };
    case 'part':
      return ofPart(standard, change);
  }
}

function ofPart(part: Part, change: Change): Part {
  return {
    ...part,
    bands: part.bands.map((band) => ofBand(band, change)),
    fallback: part.fallback && ofBand(part.fallback, change),
    adjustments: part.adjustments.map((adjustment) => ofAdjustment(adjustment, change)),
    limits: part.limits.map((limit) => ({ ...limit, most: change(limit.most) })),
    floor: ofBound(part.floor, change),
    cap: ofBound(part.cap, change),
  };
}

function ofBound(bound: Bound, change: Change): Bound {
  return { ...bound, value: bound.value && change(bound.value) };
}

function ofBand(band: Band, change: Change): Band {
  const { award } = band;
  const value = change(award.value);
  return { ...band, when: change(band.when), award: { ...award, value, choice: ofChoice(award.choice, change) } };
}

function ofChoice(choice: Award['choice'], change: Change): Award['choice'] {
  return choice && { ...choice, low: change(choice.low), high: change(choice.high) };
}

function ofAdjustment(adjustment: Adjustment, change: Change): Adjustment {
  const { amount, measure, origin, width, until, choice } = adjustment;
  return {
    ...adjustment,
    amount: change(amount),
    measure: change(measure),
    origin: change(origin),
    width: change(width),
    until: until && change(until),
    choice: ofChoice(choice, change),
  };
}
