/** Better sentences where conditions speak of several measures: what is left over named, and a clause drawn in by a condition more. */
import { conditionText } from '../regions/condition-text.ts';
import { added, put } from './clause-fixes.ts';
import { type Core, type Measure, measuresOf } from '../expressions/core.ts';
import type { Fix } from '../text/diagnostic.ts';
import { complement, intersect, type IntervalSet } from '../numbers/interval.ts';
import { regionOf } from '../regions/regions.ts';
import { cover } from '../text/source.ts';
import type { Band } from '../expressions/standard.ts';

/** No points for what no clause speaks of: in its own words where it has any, else all that is left. */
export function restFixes(condition: string, bands: readonly Band[]): readonly Fix[] {
  const { end } = cover(...bands.map(({ award }) => award.span));
  return [added(`；${condition}不得分`, end), added('；其余不得分', end)];
}

/** Either of two clauses with a condition more, under which the other fails. */
export function exclusive(first: Band, second: Band, text: string): readonly Fix[] {
  return [...besides(second, first, text), ...besides(first, second, text)];
}

function besides({ span, when: own }: Band, { when }: Band, text: string): readonly Fix[] {
  return parts(when).flatMap((part) => {
    const failing = failureOf(part);
    if (failing === undefined) return [];
    const { measure, rest } = failing;
    const same = parts(own)
      .map((of) => ({ of, region: regionOver(of, measure) }))
      .find(({ of, region }) => region !== undefined && span.start <= of.span.start && of.span.end <= span.end);
    const both = same?.region && intersect(same.region, rest);
    if (same !== undefined && both !== undefined) return put(same.of.span, conditionText(measure, both), text);
    const words = text.slice(span.start, span.end);
    return put(span, `${words}且${conditionText(measure, rest)}`, text);
  });
}

function parts(when: Core): readonly Core[] {
  return when.kind === 'all' ? when.of : [when];
}

/** The values of the one measure a condition speaks of for which it fails. */
function failureOf(part: Core): { readonly measure: Measure; readonly rest: IntervalSet } | undefined {
  const [measure] = measuresOf(part);
  const region = measure && regionOver(part, measure);
  const rest = region && complement(region);
  return measure === undefined || rest?.length !== 1 ? undefined : { measure, rest };
}

function regionOver(part: Core, measure: Measure): IntervalSet | undefined {
  const [own, another] = measuresOf(part);
  if (own?.key !== measure.key || another !== undefined || own.type.kind !== 'number') return undefined;
  return regionOf(part, { kind: 'input', measure, span: part.span });
}
