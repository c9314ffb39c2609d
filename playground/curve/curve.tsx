/**
 * The scoring curve of the selected indicator: points over value with open and closed ends, the unit's dot, and the same as a table.
 * The exact curve is the engine's; here it only gets pixels.
 */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { add, equal, fromBase, multiply, type Rational, toShortText, type Unit, ZERO } from '../../dsl/index.ts';
import { curves, type Indicator, type IndicatorCurve, shownPoints } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { pathKey } from '../session.ts';
import { placedResults } from '../score/sheet.tsx';
import { placeOn, type Scale, ticks } from './scale.ts';

const SIZE = { width: 520, height: 220, left: 44, right: 16, top: 26, bottom: 30 };

/** The curve of what is selected. */
export function CurveView(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const ruleset = session.good.value?.linked?.ruleset;
  const unit = session.unit.value?.unit;
  const result = session.result.value;
  const selected = session.selected.value;
  const draw = useMemo(() => ruleset && curves(ruleset, unit), [ruleset, unit]);
  const placed = result && placedResults(session.rows.value, result).find(({ row }) => pathKey(row.path) === selected);
  const indicator = ruleset?.indicators.find(
    ({ name, path }) => name === placed?.indicator?.name && path.join('\n') === placed.indicator.path.join('\n'),
  );
  if (indicator === undefined) return <p class="hint">{words.noSelection}</p>;
  const drawn = draw?.(indicator);
  if (drawn === undefined) return <p class="hint">{words.noCurve}</p>;
  return (
    <figure class="curve">
      <figcaption>{indicator.name}</figcaption>
      <Plot drawn={drawn} />
      <Table drawn={drawn} />
    </figure>
  );
}

function Plot({ drawn }: { readonly drawn: IndicatorCurve }): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { measure, low, high, readings, at, indicator } = drawn;
  const across: Scale = { low, high, length: SIZE.width - SIZE.left - SIZE.right };
  const up: Scale = { low: ZERO, high: topOf(indicator), length: SIZE.height - SIZE.top - SIZE.bottom };
  const x = (value: Rational): number => SIZE.left + placeOn(across, value);
  const y = (points: Rational): number => SIZE.height - SIZE.bottom - placeOn(up, points);
  const dot = at && pointsAt(drawn, at);
  const unitName = session.unit.value?.unit?.name.text ?? '';
  return (
    <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={`${words.curve}：${indicator.name}`}>
      {ticks(ZERO, topOf(indicator), POINTS, 5).map((points) => (
        <g key={shownPoints(points)} class="tick">
          <line x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={y(points)} y2={y(points)} />
          <text x={SIZE.left - 8} y={y(points) + 4} text-anchor="end">
            {shownPoints(points)}
          </text>
        </g>
      ))}
      {ticks(low, high, measure.unit, 8).map((value) => (
        <g key={valueText(value, measure.unit)} class="tick">
          <line x1={x(value)} x2={x(value)} y1={SIZE.height - SIZE.bottom} y2={SIZE.height - SIZE.bottom + 4} />
          <text x={x(value)} y={SIZE.height - SIZE.bottom + 18} text-anchor="middle">
            {valueText(value, measure.unit)}
          </text>
        </g>
      ))}
      {readings.map(({ answers, curve }, index) => (
        <g key={[...answers.values()].join()} class={`line reading-${String(index)}`}>
          {curve.map(({ interval, line }) => {
            const [from, to] = [interval.low?.value ?? low, interval.high?.value ?? high];
            const points = (value: Rational): Rational => add(multiply(line.slope, value), line.constant);
            const ends = [
              { end: interval.low, value: from },
              { end: interval.high, value: to },
            ];
            return (
              <g key={x(from)}>
                <line x1={x(from)} y1={y(points(from))} x2={x(to)} y2={y(points(to))} />
                {ends.map(({ end, value }, side) =>
                  end === undefined || equal(value, low) || equal(value, high) ? null : (
                    <circle
                      key={side}
                      class={end.closed ? 'closed' : 'open'}
                      cx={x(value)}
                      cy={y(points(value))}
                      r={2.6}
                    />
                  ),
                )}
              </g>
            );
          })}
        </g>
      ))}
      {at && (
        <g class="unit">
          <line x1={x(at)} x2={x(at)} y1={SIZE.top} y2={SIZE.height - SIZE.bottom} />
          {dot && <circle cx={x(at)} cy={y(dot)} r={5} />}
          <text x={Math.min(Math.max(x(at), SIZE.left + 60), SIZE.width - 80)} y={SIZE.top - 12} text-anchor="middle">
            {words.unitAt(unitName, valueText(at, measure.unit))}
          </text>
        </g>
      )}
    </svg>
  );
}

const POINTS: Unit = { name: '分', dimension: [], factor: { numerator: 1n, denominator: 1n } };

function topOf({ highest, weight }: Indicator): Rational {
  return highest.numerator * weight.denominator > weight.numerator * highest.denominator ? highest : weight;
}

/** The points at a value under the first reading; undefined in a hole. */
function pointsAt({ readings }: IndicatorCurve, at: Rational): Rational | undefined {
  const [first] = readings;
  for (const { interval, line } of first?.curve ?? []) {
    const above = interval.low === undefined || beyond(at, interval.low);
    const below =
      interval.high === undefined || beyond(interval.high.value, { value: at, closed: interval.high.closed });
    if (above && below) return add(multiply(line.slope, at), line.constant);
  }
  return undefined;
}

function beyond(value: Rational, end: { readonly value: Rational; readonly closed: boolean }): boolean {
  const left = value.numerator * end.value.denominator;
  const right = end.value.numerator * value.denominator;
  return left > right || (end.closed && left === right);
}

function valueText(value: Rational, unit: Unit): string {
  return `${toShortText(fromBase(value, unit), 2)}${unit.name === '比率' ? '' : unit.name}`;
}

/** The curve as a table, for those who do not see it and for those who check it. */
function Table({ drawn }: { readonly drawn: IndicatorCurve }): JSX.Element {
  const words = useWords();
  const [first] = drawn.readings;
  const lines = stretchesOf(first?.curve ?? []);
  return (
    <table class="stretches">
      <thead>
        <tr>
          <th scope="col">{words.values}</th>
          <th scope="col" class="figure">
            {words.pointsColumn}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, MOST_LINES).map((stretch) => {
          const points = pointsText(stretch, drawn);
          const values = valuesText(stretch.interval, drawn);
          return (
            <tr key={values}>
              <td>{values}</td>
              <td class="figure">{points}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const MOST_LINES = 60;

type Piece = IndicatorCurve['readings'][number]['curve'][number];

/** Stretches of one line that touch, as one: which clause awards the points is not asked here. */
function stretchesOf(curve: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of curve) {
    const last = joined.at(-1);
    if (last !== undefined && touches(last, piece))
      joined[joined.length - 1] = { ...last, interval: { ...last.interval, ...ending(piece) } };
    else joined.push(piece);
  }
  return joined;
}

function ending({ interval: { high } }: Piece): Pick<Piece['interval'], 'high'> {
  return high === undefined ? {} : { high };
}

function touches(left: Piece, right: Piece): boolean {
  const [end, start] = [left.interval.high, right.interval.low];
  return (
    end !== undefined &&
    start !== undefined &&
    equal(end.value, start.value) &&
    end.closed !== start.closed &&
    equal(left.line.slope, right.line.slope) &&
    equal(left.line.constant, right.line.constant)
  );
}

/** 85%＜x≤90%: the window's own ends are none. */
function valuesText({ low, high }: Piece['interval'], drawn: IndicatorCurve): string {
  const { unit } = drawn.measure;
  const from = low === undefined || equal(low.value, drawn.low) ? undefined : low;
  const to = high === undefined || equal(high.value, drawn.high) ? undefined : high;
  if (from !== undefined && to !== undefined && equal(from.value, to.value)) return valueText(from.value, unit);
  const below = to === undefined ? '' : `${to.closed ? '≤' : '＜'}${valueText(to.value, unit)}`;
  if (from === undefined) return below;
  if (to === undefined) return `${from.closed ? '≥' : '＞'}${valueText(from.value, unit)}`;
  return `${valueText(from.value, unit)}${from.closed ? '≤' : '＜'}…${below}`;
}

function pointsText({ interval, line }: Piece, { low, high }: IndicatorCurve): string {
  const at = (value: Rational): string => shownPoints(add(multiply(line.slope, value), line.constant));
  const [from, to] = [at(interval.low?.value ?? low), at(interval.high?.value ?? high)];
  return from === to ? from : `${from} → ${to}`;
}
