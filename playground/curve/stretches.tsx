/** The curve as a table, for those who do not see it and for those who check it. */
import type { JSX } from 'preact';
import { add, contains, equal, multiply, type Rational } from '../../dsl/index.ts';
import { type IndicatorCurve, shownPoints } from '../../engine/index.ts';
import { useWords } from '../context.ts';
import { shownUnit, valueText } from './figures.ts';

const MOST_LINES = 60;

/** The stretches of the first reading, one line each; `at` marks the line the unit is on. */
export function Stretches({ drawn }: { readonly drawn: IndicatorCurve }): JSX.Element {
  const words = useWords();
  const [first] = drawn.readings;
  const lines = stretchesOf(first?.curve ?? []);
  const { at } = drawn;
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
          const values = valuesText(stretch.interval, drawn);
          const own = at !== undefined && contains([stretch.interval], at);
          return (
            <tr key={values} class={own ? 'own' : undefined}>
              <td>
                {values === '' ? words.everywhere : values}
                {own && <span class="hidden">{words.ofUnit}</span>}
              </td>
              <td class="figure">{pointsText(stretch, drawn)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

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

/** 85%＜…≤90%: the window's own ends are none. */
function valuesText({ low, high }: Piece['interval'], drawn: IndicatorCurve): string {
  const unit = shownUnit(drawn.measure);
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
