/** A curve drawn: axes in the measure's unit, open and closed ends, the unit's dot, thresholds to drag. Only pixels are made here. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { add, contains, equal, multiply, type Rational, type Unit, ZERO } from '../../dsl/index.ts';
import { type Indicator, type IndicatorCurve, shownPoints } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { shownUnit, valueText } from './figures.ts';
import type { Axis } from './handles.tsx';
import { placeOn, type Scale, ticks, valueOn } from './scale.ts';

const SIZE = { width: 520, height: 246, left: 36, right: 16, top: 36, bottom: 44 };

interface PlotProps {
  readonly drawn: IndicatorCurve;
  readonly window: { readonly low: Rational; readonly high: Rational };
  /** the curve of the edition compared with */
  readonly before: IndicatorCurve | undefined;
  /** where the unit would stand */
  readonly trial: IndicatorCurve | undefined;
  readonly handles: (axis: Axis) => ComponentChildren;
}

/** The drawing. */
export function Plot({ drawn, window, before, trial, handles }: PlotProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  const svg = useRef<SVGSVGElement>(null);
  const { measure, at, indicator } = drawn;
  const unit = shownUnit(measure);
  const across: Scale = { ...window, length: SIZE.width - SIZE.left - SIZE.right };
  const up: Scale = { low: ZERO, high: topOf(indicator), length: SIZE.height - SIZE.top - SIZE.bottom };
  const bottom = SIZE.height - SIZE.bottom;
  const x = (value: Rational): number => SIZE.left + placeOn(across, value);
  const y = (points: Rational): number => bottom - placeOn(up, points);
  const axis: Axis = {
    x,
    top: SIZE.top,
    bottom,
    valueAt: (clientX) => {
      const { left = 0, width = SIZE.width } = svg.current?.getBoundingClientRect() ?? {};
      return valueOn(across, ((clientX - left) / width) * SIZE.width - SIZE.left);
    },
  };
  const unitName = session.unit.value?.unit?.name.text ?? '';
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${String(SIZE.width)} ${String(SIZE.height)}`}
      role="group"
      aria-label={`${words.curve}：${indicator.name}`}
    >
      <defs>
        <clipPath id="plot">
          <rect x={SIZE.left - 4} y={0} width={across.length + 8} height={bottom + 4} />
        </clipPath>
      </defs>
      {ticks(ZERO, topOf(indicator), POINTS, 5).map((points) => (
        <g key={shownPoints(points)} class="tick">
          <line x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={y(points)} y2={y(points)} />
          <text x={SIZE.left - 8} y={y(points) + 4} text-anchor="end">
            {shownPoints(points)}
          </text>
        </g>
      ))}
      {ticks(window.low, window.high, unit, 8).map((value) => (
        <g key={valueText(value, unit)} class="tick">
          <line x1={x(value)} x2={x(value)} y1={bottom} y2={bottom + 4} />
          <text x={x(value)} y={bottom + 33} text-anchor="middle">
            {valueText(value, unit)}
          </text>
        </g>
      ))}
      <g clip-path="url(#plot)">
        {before && <Lines drawn={before} window={window} x={x} y={y} kind="before" />}
        <Lines drawn={drawn} window={window} x={x} y={y} kind="line" />
      </g>
      {at && (
        <Dot
          at={at}
          points={pointsAt(drawn, at)}
          label={words.unitAt(unitName, valueText(at, unit))}
          {...{ x, y, bottom }}
        />
      )}
      {trial?.at && (
        <Dot
          trial
          at={trial.at}
          points={pointsAt(trial, trial.at)}
          label={valueText(trial.at, unit)}
          {...{ x, y, bottom }}
        />
      )}
      {handles(axis)}
    </svg>
  );
}

interface Places {
  readonly x: (value: Rational) => number;
  readonly y: (points: Rational) => number;
}

interface LinesProps extends Places {
  readonly drawn: IndicatorCurve;
  readonly window: { readonly low: Rational; readonly high: Rational };
  readonly kind: string;
}

/** The stretches of every reading; what ends only because the window does has no end to draw. */
function Lines({ drawn, window, x, y, kind }: LinesProps): JSX.Element {
  return (
    <>
      {drawn.readings.map(({ answers, curve }, index) => (
        <g key={[...answers.values()].join()} class={`${kind} reading-${String(index)}`}>
          {curve.map(({ interval, line }) => {
            const { low, high } = interval;
            // Beyond the window a curve was drawn in it goes on as it ends.
            const from = low === undefined || equal(low.value, drawn.low) ? least(window.low, drawn.low) : low.value;
            const to = high === undefined || equal(high.value, drawn.high) ? most(window.high, drawn.high) : high.value;
            const points = (value: Rational): Rational => add(multiply(line.slope, value), line.constant);
            const ends = [low, high].flatMap((end) =>
              end === undefined || equal(end.value, drawn.low) || equal(end.value, drawn.high) ? [] : [end],
            );
            return (
              <g key={x(from)}>
                <line x1={x(from)} y1={y(points(from))} x2={x(to)} y2={y(points(to))} />
                {ends.map(({ value, closed }, side) => (
                  <circle
                    key={side}
                    class={closed ? 'closed' : 'open'}
                    cx={x(value)}
                    cy={y(points(value))}
                    r={closed ? 2.8 : 3.2}
                  />
                ))}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}

function least(left: Rational, right: Rational): Rational {
  return left.numerator * right.denominator < right.numerator * left.denominator ? left : right;
}

function most(left: Rational, right: Rational): Rational {
  return least(left, right) === left ? right : left;
}

interface DotProps extends Places {
  readonly at: Rational;
  readonly points: Rational | undefined;
  readonly label: string;
  readonly bottom: number;
  readonly trial?: boolean;
}

/** Where the unit stands, or would. */
function Dot({ at, points, label, x, y, bottom, trial = false }: DotProps): JSX.Element {
  const [place, edge] = [x(at), Math.min(90, label.length * 6)];
  return (
    <g class={trial ? 'unit trial' : 'unit'}>
      <line x1={place} x2={place} y1={SIZE.top} y2={bottom} />
      {points && <circle cx={place} cy={y(points)} r={5} />}
      <text
        x={Math.min(Math.max(place, SIZE.left + edge), SIZE.width - edge)}
        y={trial ? SIZE.top - 4 : SIZE.top - 20}
        text-anchor="middle"
      >
        {label}
      </text>
    </g>
  );
}

const POINTS: Unit = { name: '分', dimension: [], factor: { numerator: 1n, denominator: 1n } };

function topOf({ highest, weight }: Indicator): Rational {
  return most(highest, weight);
}

/** The points at a value under the first reading; undefined in a hole. */
function pointsAt({ readings }: IndicatorCurve, at: Rational): Rational | undefined {
  const found = readings[0]?.curve.find(({ interval }) => contains([interval], at));
  return found && add(multiply(found.line.slope, at), found.line.constant);
}
