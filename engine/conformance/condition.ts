/**
 * Conditions compared as the sets they stand for: 缺口 and 重叠 of an entry against those that checking reports. Over one measure the
 * sets must be equal, value for value within its range; what speaks of several measures, or of words, must be the same text.
 */
import {
  NO_TABLE,
  add,
  compare,
  contains,
  EVERYTHING,
  floor,
  foldWidth,
  type IntervalSet,
  isInteger,
  type Measure,
  measuresOf,
  namesOf,
  ONE,
  type Rational,
  rational,
  readCondition,
  regionOf,
  type Scope,
  subtract,
  ZERO,
  inputOf,
  multiply,
} from '../../dsl/index.ts';

/** The measures conditions may speak of, by every name they have; the first is meant where none is named. */
export type Vocabulary = ReadonlyMap<string, Measure>;

/** Whether two lists of conditions hold for the same values. */
export function sameConditions(left: readonly string[], right: readonly string[], vocabulary: Vocabulary): boolean {
  const sides = [left, right].map((texts) => texts.map((text) => ({ text, region: regionIn(text, vocabulary) })));
  const measures = new Map(
    sides.flat().flatMap(({ region }) => (region === undefined ? [] : [[region.measure.key, region.measure] as const])),
  );
  const rest = sides.map((side) =>
    [...new Set(side.flatMap(({ text, region }) => (region ? [] : [plain(text)])))].sort(),
  );
  if (rest[0]?.join('\n') !== rest[1]?.join('\n')) return false;
  return [...measures.values()].every((measure) => {
    const [first = [], second = []] = sides.map((side) =>
      side.flatMap(({ region }) => (region?.measure.key === measure.key ? [region.set] : [])),
    );
    return sameSets(first, second, measure);
  });
}

interface Region {
  readonly measure: Measure;
  readonly set: IntervalSet;
}

/** The values of the one measure a condition speaks of; undefined when it speaks of none, or of several. */
function regionIn(text: string, vocabulary: Vocabulary): Region | undefined {
  const [own] = vocabulary.values();
  if (own === undefined) return undefined;
  const always = /^(.+)为任何值$/.exec(text.trim());
  const any = always?.[1] === undefined ? undefined : vocabulary.get(always[1]);
  if (any !== undefined) return { measure: any, set: EVERYTHING };
  const core = readCondition(text, own, scopeOf(vocabulary, own), () => undefined);
  const [measure, another] = core === undefined ? [] : measuresOf(core);
  if (core === undefined || measure === undefined || another !== undefined) return undefined;
  const set = regionOf(core, inputOf(measure, { start: 0, end: 0 }).core);
  return set === undefined ? undefined : { measure, set };
}

/** Whether two unions of sets hold the same values of a measure: between two neighbouring ends nothing can change. */
function sameSets(left: readonly IntervalSet[], right: readonly IntervalSet[], { range, whole }: Measure): boolean {
  const ends = [...left, ...right, range]
    .flat()
    .flatMap(({ low, high }) => [low, high])
    .flatMap((end) => (end === undefined ? [] : [end.value]))
    .sort(compare);
  const half = rational(1n, 2n);
  const values = ends.flatMap((end, index): readonly Rational[] => {
    const next = ends[index + 1];
    return [
      subtract(end, ONE),
      end,
      next === undefined ? add(end, ONE) : multiply(add(end, next), half),
      add(end, ONE),
    ];
  });
  const tried = whole ? values.flatMap((value) => [floor(value), add(floor(value), ONE)]) : values;
  return [ZERO, ...tried]
    .filter((value) => contains(range, value) && (!whole || isInteger(value)))
    .every((value) => left.some((set) => contains(set, value)) === right.some((set) => contains(set, value)));
}

function scopeOf(vocabulary: Vocabulary, own: Measure): Scope {
  const measures = [...new Set(vocabulary.values())];
  return {
    names: namesOf([...vocabulary.keys()].map((name) => [name, { name, role: 'data' }])),
    measure: (name) => vocabulary.get(name),
    behind: () => undefined,
    own: inputOf(own, { start: 0, end: 0 }),
    measures,
    items: [],
    level: undefined,
    judgement: () => own,
    asks: false,
    phrase: () => own,
    count: () => own,
    choice: () => own,
    earned: () => own,
    weighted: false,
    inRows: false,
    lowerIsBetter: false,
    table: NO_TABLE,
    weight: ONE,
    highest: undefined,
    readings: {},
    fiscalYear: 1970,
  };
}

function plain(text: string): string {
  return foldWidth(text).replace(/\s+/g, '').replace(/≦/g, '≤').replace(/≧/g, '≥');
}
