/** Which clauses of a sentence a result rests on, by their places: the clauses there are, and those an outcome came about by. */
import { type Band, cover, type Span, type Standard } from '../../dsl/index.ts';
import type { Outcome } from '../values/outcome.ts';

/** Every clause of a standard that can decide points: bands, awards without a condition, steps, cases. */
export function decidingClauses(standard: Standard): readonly Span[] {
  switch (standard.kind) {
    case 'case':
      return distinct([
        ...standard.arms.flatMap(({ span, then }) => [
          span,
          ...decidingClauses(then).filter((own) => !within(own, span)),
        ]),
        ...decidingClauses(standard.otherwise),
      ]);
    case 'sum':
      return distinct(standard.parts.flatMap(decidingClauses));
    case 'part': {
      const { bands, fallback, adjustments } = standard;
      const stated = fallback !== undefined && adjustments.length === 0 ? [clauseOf(fallback)] : [];
      return distinct([...bands.map(clauseOf), ...stated, ...adjustments.map(({ span }) => span)]);
    }
  }
}

/** The clauses an outcome came about by; none where there are no points. */
export function touchedBy({ path }: Outcome): readonly Span[] {
  if (path === undefined) return [];
  switch (path.kind) {
    case 'case': {
      const arm = path.arm === undefined ? undefined : path.standard.arms[path.arm];
      return arm === undefined ? touchedBy(path.inner) : [arm.span, ...touchedBy(path.inner)];
    }
    case 'sum':
      return path.parts.flatMap(touchedBy);
    case 'part': {
      const { part, band, steps } = path;
      const own = band === 'fallback' ? part.fallback : part.bands[band];
      const walked = steps.flatMap(({ adjustment, steps: count }) =>
        count.numerator > 0n ? (part.adjustments[adjustment]?.span ?? []) : [],
      );
      return [...(own === undefined ? [] : [clauseOf(own)]), ...walked];
    }
  }
}

/** The words of a band with those of its award. */
function clauseOf({ span, award }: Band): Span {
  return cover(span, award.span);
}

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function distinct(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${String(span.start)}-${String(span.end)}`, span])).values()].toSorted(
    (left, right) => left.start - right.start || left.end - right.end,
  );
}
