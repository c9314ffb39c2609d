/**
 * Whether a range end belongs to its range, where its own words do not settle it: first what the sentence says of its words (下同,
 * 以上含本数), then the neighbour's 含 mark or strict word, then the drafting convention (以上, 以下, 以内 include), then, for two
 * neighbours that both say nothing or would both include it, an open reading. An end without a neighbour is included. What convention decides is noted.
 */
import { coreText } from './core.ts';
import type { Report } from '../text/diagnostic.ts';
import { endWordsOf, saidOf } from './end-words.ts';
import { diagnose } from '../text/messages.ts';
import { ONE, add, equal, toExactText } from '../numbers/number.ts';
import type { EndReading } from './scope.ts';
import { type Bound, type RangeTest, type Test, mapRanges, rangesOf } from './ranges.ts';

/** Asks which way an open end goes; the answer comes from settings, or is one of the readings being run. */
export type AskEnd = (bound: Bound) => EndReading;

/** The tests with every end settled. */
export function settleEnds(tests: readonly Test[], text: string, ask: AskEnd, report: Report): readonly Test[] {
  const ranges = tests.flatMap(rangesOf);
  const settled = new Map<Bound, boolean>();
  const neighbour = neighbours(ranges);
  const each = (visit: (range: RangeTest, bound: Bound, other: Bound | undefined) => void): void => {
    for (const range of ranges) {
      for (const bound of [range.low, range.high]) {
        if (bound !== undefined && !settled.has(bound)) visit(range, bound, neighbour(range, bound));
      }
    }
  };

  each((_, bound) => {
    if (bound.by === 'mark' || bound.by === 'sign' || bound.by === 'strict') settled.set(bound, bound.closed ?? true);
  });
  marksBelow(ranges).forEach((closed, bound) => settled.set(bound, closed));
  const words = endWordsOf(text);
  each((range, bound) => {
    const said = saidOf(bound, bound === range.low ? 'low' : 'high', words);
    if (said !== undefined) settled.set(bound, said);
  });
  const firm = new Set(settled.keys());
  each((range, bound, other) => {
    const counted = other?.by === 'none' && bound.by === 'word' && goesByOnes(range, ranges);
    if (other !== undefined && (firm.has(other) || counted)) settled.set(bound, !(settled.get(other) ?? true));
  });
  each((_, bound, other) => {
    if (bound.by !== 'word' || (other?.by === 'word' && !firm.has(other))) return;
    settled.set(bound, true);
    const image = text.slice(bound.span.start, bound.span.end);
    const value = text.slice(bound.value.span.start, bound.value.span.end);
    const fix = {
      title: { zh: '写明“（含）”', en: 'say （含）' },
      edits: [{ span: { start: bound.span.end, end: bound.span.end }, text: '（含）' }],
    };
    report(diagnose('boundary-by-convention', bound.span, { text: image, value, choice: '含' }, [fix]));
  });
  each((range, bound, other) => {
    if (other === undefined) settled.set(bound, true);
    else if (settled.has(other)) settled.set(bound, settled.get(other) !== true);
    else {
      const lowTakes = ask(bound) === '归高档';
      settled.set(bound, bound === range.low ? lowTakes : !lowTakes);
      settled.set(other, bound === range.low ? !lowTakes : lowTakes);
    }
  });
  return tests.map((test) => withEnds(test, settled));
}

/** （含98%，下同）: the ends below, on the same side and without words of their own, are marked so too. */
function marksBelow(ranges: readonly RangeTest[]): ReadonlyMap<Bound, boolean> {
  const found = new Map<Bound, boolean>();
  for (const side of ['low', 'high'] as const) {
    let said: boolean | undefined;
    for (const range of ranges) {
      const bound = range[side];
      if (bound === undefined || range.low === range.high) continue;
      if (bound.alike) said = bound.closed;
      else if (said !== undefined && (bound.by === 'none' || bound.by === 'word')) found.set(bound, said);
    }
  }
  return found;
}

/** 1—5天, 6—10天, 10天以上: ranges of which one begins where another ends and one more hold both their ends. */
function goesByOnes({ measure }: RangeTest, ranges: readonly RangeTest[]): boolean {
  const own = ranges.filter((range) => coreText(range.measure.core) === coreText(measure.core));
  const [lows, highs] = (['low', 'high'] as const).map((side) =>
    own.flatMap((range) => (range[side]?.by === 'none' ? (range[side].constant ?? []) : [])),
  );
  return lows?.some((low) => highs?.some((high) => equal(low, add(high, ONE)))) === true;
}

const SIDES = ['low', 'high'] as const;

/** Finds the first range that ends where another begins, or begins where it ends. */
function neighbours(ranges: readonly RangeTest[]): (range: RangeTest, bound: Bound) => Bound | undefined {
  const placed = new Map<string, RangeTest[]>();
  for (const range of ranges) {
    for (const side of SIDES) {
      const place = placeOf(range, side, range[side]);
      const others = placed.get(place);
      if (others === undefined) placed.set(place, [range]);
      else others.push(range);
    }
  }
  return (range, bound) => {
    const side = bound === range.low ? 'high' : 'low';
    return placed.get(placeOf(range, side, bound))?.find((other) => other !== range)?.[side];
  };
}

/** An end of a range at a value, as a text; a value that only data tells is known by how it is computed. */
function placeOf({ measure }: RangeTest, side: 'low' | 'high', bound: Bound | undefined): string {
  const value = bound?.constant === undefined ? bound && coreText(bound.value) : toExactText(bound.constant);
  return `${side} ${value ?? ''} ${coreText(measure.core)}`;
}

function withEnds(test: Test, settled: ReadonlyMap<Bound, boolean>): Test {
  const settle = (bound: Bound | undefined): Bound | undefined =>
    bound && { ...bound, closed: settled.get(bound) ?? true };
  return mapRanges(test, (range) => {
    const low = settle(range.low);
    return { ...range, low, high: range.high === range.low ? low : settle(range.high) };
  });
}
