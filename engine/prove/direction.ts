/**
 * Which way the points of every indicator go over its own measure, held against its 方向 where it has one. With each finding values
 * that show it, and the awards put the other way round where that mends it.
 */
import {
  type Diagnostic,
  type Drawn,
  type Fix,
  type Measure,
  type Report,
  type Span,
  type Spot,
  answered,
  collector,
  conditionText,
  curvesOf,
  equals,
  partsOfStandard,
  point,
  readStandard,
  settled,
  shownBy,
  toExactText,
  turnAgainst,
  unitWhere,
} from '../../dsl/index.ts';
import { applyEdits, locate } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Memory } from '../ruleset/memory.ts';
import type { Indicator, Reading, Ruleset } from '../ruleset/ruleset.ts';
import { cliffOn } from './cliffs.ts';
import { completed, withExamples } from '../ruleset/shown-by.ts';

const WORDS = { higher: '越高越好', lower: '越低越好', middle: '适中' } as const;

/** Reports directions broken and cliffs, once each for an indicator. */
export function proveDirections(ruleset: Ruleset, memory: Memory, report: Report): void {
  for (const indicator of ruleset.indicators) {
    const { leaf } = indicator;
    const found = memory.directions.of(leaf, indicator.scope, (scope) => onceEach({ ...indicator, scope }));
    for (const finding of withExamples(found, ruleset)) report(locate(finding, leaf.standard));
  }
}

function onceEach(indicator: Indicator): readonly Diagnostic[] {
  const found = indicator.readings.flatMap((reading) => findingsOn(indicator, reading));
  return [...new Map(found.toReversed().map((finding) => [finding.code, finding])).values()].toReversed();
}

function findingsOn(indicator: Indicator, reading: Reading): readonly Diagnostic[] {
  const measure = judgedBy(indicator);
  if (measure === undefined) return [];
  return curvesOf(reading.settled, measure, indicator.weight).flatMap((drawn) => [
    ...turnOn(indicator, reading, measure, drawn),
    ...cliffOn(indicator, reading, measure, drawn),
  ]);
}

/** The measure an indicator's curve runs over. */
export function judgedBy({ own }: Indicator): Measure | undefined {
  const measure = own?.core.kind === 'input' ? own.core.measure : undefined;
  return measure?.type.kind === 'number' || measure?.type.kind === 'date' ? measure : undefined;
}

function turnOn(
  indicator: Indicator,
  { settled: standard, answers }: Reading,
  measure: Measure,
  { curve, answers: given }: Drawn,
): readonly Diagnostic[] {
  const { leaf, scope, weight } = indicator;
  const way = leaf.direction;
  const spots = turnAgainst(curve, way, measure.whole);
  const [first, second, third] = spots ?? [];
  if (spots === undefined || first === undefined || second === undefined) return [];
  // A value that no unit can have breaks nothing.
  const units = spots.map(({ at }) =>
    unitWhere(
      [
        equals({ kind: 'input', measure, span: NOWHERE }, at),
        ...given.map(({ measure: of, value }) => answered(of, value)),
      ],
      weight,
      scope.behind,
    ),
  );
  if (units.some((unit) => unit === 'none')) return [];
  const text = leaf.standard.text;
  const span = second.clause ?? third?.clause ?? first.clause ?? { start: 0, end: text.length };
  const said = (spot: Spot): readonly [string, string] => [
    conditionText(measure, point(spot.at)),
    toExactText(spot.points),
  ];
  const [one, two, three] = [said(first), said(second), third === undefined ? undefined : said(third)];
  const data = { first: one[0], firstPoints: one[1], second: two[0], secondPoints: two[1] };
  const fixes = swaps(indicator, answers, measure, spots);
  const finding =
    three === undefined
      ? diagnoseFile('direction-broken', span, { ...data, direction: way === undefined ? '' : WORDS[way] }, fixes)
      : diagnoseFile('direction-turns', span, { ...data, third: three[0], thirdPoints: three[1] }, fixes);
  const [, unit] = units;
  return [unit === undefined ? finding : completed(shownBy(finding, unit), standard, scope.behind)];
}

const NOWHERE: Span = { start: 0, end: 0 };

/** The awards of two clauses put the other way round, where points then go the right way. */
function swaps(
  { leaf, scope, readings, weight }: Indicator,
  answers: Reading['answers'],
  measure: Measure,
  spots: readonly Spot[],
): readonly Fix[] {
  const text = leaf.standard.text;
  const touched = spots.flatMap(({ clause }) => (clause === undefined ? [] : [clause]));
  const awards = readings
    .slice(0, 1)
    .flatMap(({ settled: standard }) => partsOfStandard(standard, []))
    .flatMap(({ standard: { bands } }) => bands)
    .filter(({ span }) => touched.some((clause) => clause.start <= span.start && span.end <= clause.end))
    .map(({ award }) => award.span);
  for (const [index, one] of awards.entries()) {
    for (const other of awards.slice(index + 1)) {
      const edits = [
        { span: one, text: text.slice(other.start, other.end) },
        { span: other, text: text.slice(one.start, one.end) },
      ];
      const changed = applyEdits(text, edits);
      const { standard } = changed === undefined ? {} : readStandard(changed, scope, answers, collector().report);
      if (standard === undefined) continue;
      const curves = curvesOf(settled(standard, scope.behind), measure, weight);
      const ways = leaf.direction === undefined ? (['higher', 'lower'] as const) : [leaf.direction];
      const mended = ways.some((way) => curves.every(({ curve }) => !turnAgainst(curve, way, measure.whole)));
      if (!mended) continue;
      const [left, right] = edits.map(({ text: award }) => award);
      return [
        {
          title: { zh: `“${right ?? ''}”与“${left ?? ''}”互换`, en: `exchange “${right ?? ''}” and “${left ?? ''}”` },
          edits,
        },
      ];
    }
  }
  return [];
}
