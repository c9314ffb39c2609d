/**
 * Which answers and levels an indicator’s examples still lack: of all that could be tried, one after another those by which the most
 * clauses are touched, and the most slips of the pen noticed, that were not before.
 */
import type { Fact, Measure, Rational } from '../../dsl/index.ts';
import { type Mutant, notices, type Result } from './mutants.ts';
import type { Plan } from '../run/plan.ts';
import type { Indicator } from '../ruleset/ruleset.ts';
import { decidingClauses, touchedBy } from './touched.ts';
import type { Trial } from './trials.ts';
import type { Value } from '../values/value.ts';

/** What an example could give, and the points that come of it. */
export interface Candidate {
  readonly note: string;
  readonly given: readonly { readonly measure: Measure; readonly value: Fact }[];
  readonly points: Rational;
}

/** Most answers that are tried one by one. */
const MOST_ANSWERS = 12;

/** The answers to try, the most telling first. */
export function answersFor(
  indicator: Indicator,
  index: number,
  trials: readonly Trial[],
  mutants: readonly Mutant[],
  planned: Plan,
): readonly Candidate[] {
  const [first] = indicator.readings;
  if (first === undefined) return [];
  const placeOf = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;
  const touched = new Set(trials.flatMap(({ outcome }) => touchedBy(outcome).map(placeOf)));
  let clauses = decidingClauses(first.standard)
    .map(placeOf)
    .filter((place) => !touched.has(place));
  let slips = mutants.filter(({ noticed }) => !noticed);
  let tried = candidatesOf(indicator).flatMap((one) => triedAs(one, indicator, index, planned));
  const chosen: Candidate[] = [];
  while (tried.length > 0 && clauses.length + slips.length > 0) {
    const gains = tried.map(({ trial, clauses: own }) => ({
      clauses: clauses.filter((place) => own.has(place)).length,
      slips: slips.filter((slip) => notices(trial, slip)).length,
    }));
    const best = gains.reduce(
      (most, gain, at) => (gain.clauses + gain.slips > most.gain ? { at, gain: gain.clauses + gain.slips } : most),
      { at: -1, gain: 0 },
    );
    const next = tried[best.at];
    if (next === undefined) break;
    chosen.push(next.candidate);
    clauses = clauses.filter((place) => !next.clauses.has(place));
    slips = slips.filter((slip) => !notices(next.trial, slip));
    tried = tried.filter((one) => one !== next);
  }
  return chosen;

  function triedAs(
    { note, given }: Omit<Candidate, 'points'>,
    of: Indicator,
    at: number,
    run: Plan,
  ): readonly { readonly candidate: Candidate; readonly trial: Result; readonly clauses: ReadonlySet<string> }[] {
    const values = new Map<string, Value>(given.map(({ measure: { key }, value }) => [key, value]));
    const { indicators, valueOf } = run.open(values).run();
    const outcome = indicators[at]?.readings[0]?.outcome;
    if (outcome?.kind !== 'scored') return [];
    const trial = { indicator: of, valueOf, outcome };
    const candidate = { note, given, points: outcome.points };
    return [{ candidate, trial, clauses: new Set(touchedBy(outcome).map(placeOf)) }];
  }
}

/** Every level; every answer alone yes, alone no, all and none. */
function candidatesOf({ phrases, level, idle }: Indicator): readonly Omit<Candidate, 'points'>[] {
  const levels =
    level?.type.kind === 'level'
      ? level.type.words.map((word) => ({ note: word, given: [{ measure: level, value: word }] }))
      : [];
  const asked = phrases.filter(({ key, type }) => type.kind === 'truth' && !idle.has(key));
  if (asked.length === 0 || asked.length > MOST_ANSWERS) return levels;
  const all = (note: string, holds: (measure: Measure) => boolean): Omit<Candidate, 'points'> => ({
    note,
    given: asked.map((measure) => ({ measure, value: holds(measure) })),
  });
  return [
    ...levels,
    ...asked.map((one) => all(`只有“${one.name}”`, (measure) => measure === one)),
    ...(asked.length < 2 ? [] : asked.map((one) => all(`只缺“${one.name}”`, (measure) => measure !== one))),
    all(asked.length === 1 ? '否' : '全部为是', () => asked.length > 1),
    ...(asked.length === 1 ? [] : [all('全部为否', () => false)]),
  ];
}
