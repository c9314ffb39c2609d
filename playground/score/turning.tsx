/** Why the indicator has not more points, and what would give it more: along its measure, and by each input alone. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import {
  absolute,
  factText,
  fromBase,
  multiply,
  ONE,
  type Rational,
  subtract,
  toBase,
  toExactText,
  toShortText,
} from '../../dsl/index.ts';
import {
  type Improvement,
  improvementsOf,
  type Indicator,
  type IndicatorCurve,
  type IndicatorResult,
  type Ruleset,
  shownPoints,
  type Turn,
  turnsAround,
  type UnitFile,
} from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { shownUnit, valueText } from '../curve/figures.ts';
import { tryOut } from '../what-if/what-if.tsx';
import type { Words } from '../words.ts';

interface TurningProps {
  readonly ruleset: Ruleset;
  readonly unit: UnitFile;
  readonly indicator: Indicator;
  readonly result: IndicatorResult;
  readonly curve: IndicatorCurve | undefined;
}

/** What would have to be otherwise. */
export function Turning({ ruleset, unit, indicator, result, curve }: TurningProps): JSX.Element | null {
  const words = useWords();
  const improvements = useMemo(
    () => improvementsOf(ruleset, unit, indicator, curve),
    [ruleset, unit, indicator, curve],
  );
  if (result.points === undefined) return null;
  const around = curve && turnsAround(curve);
  const full = shownPoints(result.points) === shownPoints(indicator.highest);
  return (
    <>
      <h4>{words.why.next}</h4>
      <p>
        {full && words.why.full}
        {curve && around?.better && betterText(around.better, curve, words)}
        {curve && around?.worse && worseText(around.worse, curve, words)}
        {!full && around?.better === undefined && improvements.length === 0 && words.why.nothing}
      </p>
      {improvements.length > 0 && (
        <>
          <h4>{words.why.change}</h4>
          <ul class="changes">
            {improvements.map((improvement) => (
              <Change key={improvement.input.measure.key} improvement={improvement} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** One input alone, and the way to try it. */
function Change({ improvement }: { readonly improvement: Improvement }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { input, value, points } = improvement;
  const { measure, value: has } = input;
  const text = factText(value, measure);
  const unit = measure.type.kind === 'number' && measure.unit.dimension.length > 0 ? measure.unit.name : '';
  const before =
    has === undefined || (typeof has === 'object' && !('numerator' in has))
      ? words.missingFigure
      : factText(has, measure);
  return (
    <li>
      {words.why.only(measure.name, before, `${text}${unit}`, shownPoints(points))}
      <button type="button" class="fix" onClick={() => tryOut(session, input, text)}>
        {words.why.tryIt}
      </button>
    </li>
  );
}

/** 预算完成率＞85% */
function conditionText({ way, at, closed }: Turn, { measure }: IndicatorCurve): string {
  const sign = way === 'up' ? (closed ? '≥' : '＞') : closed ? '≤' : '＜';
  return `${measure.name}${sign}${valueText(at, shownUnit(measure))}`;
}

function distanceText({ at }: Turn, { at: own = at, measure }: IndicatorCurve, words: Words): string {
  const unit = shownUnit(measure);
  const distance = toShortText(fromBase(absolute(subtract(at, own)), unit), 2);
  return `${distance}${unitWord(measure, words)}`;
}

function unitWord(measure: IndicatorCurve['measure'], words: Words): string {
  return measure.unit.dimension.length === 0 ? words.why.point : measure.unit.name;
}

function betterText(turn: Turn, curve: IndicatorCurve, words: Words): string {
  const points = shownPoints(turn.points);
  if (turn.slope === undefined)
    return words.why.better(points, conditionText(turn, curve), distanceText(turn, curve, words));
  const each = eachText(turn.slope, curve);
  const text = turn.way === 'up' ? words.why.rising : words.why.falling;
  return text(each, unitWord(curve.measure, words), points, conditionText(turn, curve));
}

/** Points for one unit of the measure as it is shown. */
function eachText(slope: Rational, { measure }: IndicatorCurve): string {
  const each = absolute(multiply(slope, toBase(ONE, shownUnit(measure))));
  const exact = toExactText(each);
  return exact.includes('/') ? `≈${toShortText(each, 4)}` : exact;
}

function worseText(turn: Turn, curve: IndicatorCurve, words: Words): string {
  return turn.slope === undefined
    ? words.why.worse(shownPoints(turn.points), conditionText(turn, curve), distanceText(turn, curve, words))
    : '';
}
