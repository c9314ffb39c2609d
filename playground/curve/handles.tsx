/**
 * The thresholds of a curve as handles on its axis: dragged with the pointer or moved with the arrow keys, each writes its figure into
 * the sentence as it goes. One drag is one step to undo, and so is one visit by keys.
 */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { add, compare, multiply, negate, rational, type Rational, subtract } from '../../dsl/index.ts';
import {
  type Indicator,
  type IndicatorCurve,
  placesOfThreshold,
  type Row,
  type Threshold,
  thresholdsOf,
  withThreshold,
} from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { boundsOf, gridOf, roughText, shownUnit, snapped, valueText, within } from './figures.ts';

/** Where the axis lies, and the way from values to pixels of the drawing and back to shares of the window. */
export interface Axis {
  readonly x: (value: Rational) => number;
  readonly top: number;
  readonly bottom: number;
  /** a value for a place of the pointer on the screen */
  readonly valueAt: (clientX: number, near: SVGElement) => Rational;
}

interface HandlesProps {
  readonly drawn: IndicatorCurve;
  readonly window: { readonly low: Rational; readonly high: Rational };
  readonly row: Row;
  readonly axis: Axis;
  /** a drag begins, or ends */
  readonly onHold: (held: boolean) => void;
}

/** The handles of all thresholds that stand in the window. */
export function Handles({ drawn, window, row, axis, onHold }: HandlesProps): JSX.Element {
  const { indicator, measure } = drawn;
  const all = thresholdsOf(indicator, measure);
  const grid = gridOf(measure, window.low, window.high);
  const shown = all.flatMap((threshold, index) =>
    placesOfThreshold(threshold).flatMap((place, way) =>
      compare(place, window.low) < 0 || compare(place, window.high) > 0 ? [] : [{ threshold, index, way, place }],
    ),
  );
  const free = shown.filter(
    ({ threshold, place }) =>
      threshold.kind === 'threshold' ||
      !shown.some(
        (other) => other.threshold.kind === 'threshold' && Math.abs(axis.x(other.place) - axis.x(place)) < APART,
      ),
  );
  return (
    <g class="handles">
      {free.map(({ threshold, index, way, place }) => (
        <Handle
          key={`${threshold.kind}-${String(index)}-${String(way)}`}
          {...{ indicator, drawn, row, axis, grid, threshold, all, place, onHold }}
          way={threshold.ways[way] ?? 1}
        />
      ))}
    </g>
  );
}

/** Handles of steps closer than this to a threshold could not be told from it. */
const APART = 14;

/** How far under the axis handles lie, clear of the ends of the curve. */
const LANE = 12;

interface HandleProps {
  readonly indicator: Indicator;
  readonly drawn: IndicatorCurve;
  readonly row: Row;
  readonly axis: Axis;
  readonly grid: Rational;
  readonly threshold: Threshold;
  readonly all: readonly Threshold[];
  readonly place: Rational;
  readonly way: 1 | -1;
  readonly onHold: (held: boolean) => void;
}

function Handle({ indicator, drawn, row, axis, grid, threshold, all, place, way, onHold }: HandleProps): JSX.Element {
  const session = useSession();
  const words = useWords();
  const { measure } = drawn;
  const [active, setActive] = useState(false);
  const grip = useRef({ dragging: false, frame: 0, offset: 0 });
  const bounds = boundsOf(threshold, all, measure, grid);
  const unit = shownUnit(measure);
  const move = (value: Rational): void => {
    const path = row.cells.评分标准[0]?.path;
    const next = within(value, bounds);
    const sentence = withThreshold(indicator, measure, threshold, next);
    if (path !== undefined && sentence !== undefined) session.setCell(path, sentence);
  };
  const latest = useRef(move);
  latest.current = move;
  const x = axis.x(place);
  const knob = axis.bottom + LANE;
  const name = (threshold.kind === 'step' ? words.drag.step : words.drag.threshold)(measure.name);
  const text = valueText(threshold.value, unit);
  const end = (): void => {
    if (!grip.current.dragging) return;
    grip.current.dragging = false;
    cancelAnimationFrame(grip.current.frame);
    session.settle();
    onHold(false);
    setActive(false);
  };
  return (
    <g
      class={`handle ${threshold.kind}${active ? ' active' : ''}`}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={Number(roughText(bounds.low ?? drawn.low, unit))}
      aria-valuemax={Number(roughText(bounds.high ?? drawn.high, unit))}
      aria-valuenow={Number(roughText(threshold.value, unit))}
      aria-valuetext={text}
      onFocus={() => session.settle()}
      onBlur={() => session.settle()}
      onKeyDown={(event) => {
        const times = KEYS[event.key];
        if (times === undefined) return;
        event.preventDefault();
        const step = event.shiftKey && !measure.whole ? multiply(grid, rational(1, 10)) : grid;
        const by = multiply(step, rational(times));
        move(add(threshold.value, way === 1 ? by : negate(by)));
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
        const { left, width } = event.currentTarget.getElementsByClassName('knob')[0]?.getBoundingClientRect() ?? {
          left: event.clientX,
          width: 0,
        };
        grip.current = { dragging: true, frame: 0, offset: event.clientX - left - width / 2 };
        session.settle();
        onHold(true);
        setActive(true);
      }}
      onPointerMove={({ clientX, currentTarget }) => {
        if (!grip.current.dragging) return;
        cancelAnimationFrame(grip.current.frame);
        grip.current.frame = requestAnimationFrame(() => {
          const at = axis.valueAt(clientX - grip.current.offset, currentTarget);
          const away = subtract(at, threshold.from);
          latest.current(snapped(way === 1 ? away : negate(away), grid));
        });
      }}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <title>{`${name} ${text}`}</title>
      <rect class="reach" x={x - 10} y={axis.top} width={20} height={axis.bottom - axis.top + LANE + 8} />
      <line x1={x} x2={x} y1={axis.top} y2={knob} />
      {threshold.kind === 'step' ? (
        <rect
          class="knob"
          x={x - 4.5}
          y={knob - 4.5}
          width={9}
          height={9}
          transform={`rotate(45 ${String(x)} ${String(knob)})`}
        />
      ) : (
        <circle class="knob" cx={x} cy={knob} r={6} />
      )}
      <text x={x} y={axis.top - 4} text-anchor="middle">
        {threshold.kind === 'step' ? words.drag.wide(text) : text}
      </text>
    </g>
  );
}

const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};
