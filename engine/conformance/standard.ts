/** A sentence against its entry: its findings, its points, its open readings, what it carries into the total, what it refuses. */
import { absolute, equal, compare, nameKey, type Rational, toExactText } from '../../dsl/index.ts';
import type { Vocabulary } from './condition.ts';
import type { StandardEntry } from './entry.ts';
import { type EntryCase, inputText } from './reader.ts';
import {
  type Checking,
  coverageDifferences,
  missingFindings,
  ownFindings,
  unusable,
  unwantedFindings,
} from './findings.ts';
import type { Difference } from './report.ts';
import { build, type Built, leafOf, ranText, run, type Ran, spillOf } from './run.ts';
import { choicesIn, type Settings, settingsOf, standardSource } from './source.ts';
import { constantOf } from '../ruleset/constant.ts';
import type { Text } from '../files/locate.ts';

/** Everything in which a sentence differs from its entry. */
export function standardDifferences(entry: StandardEntry, checking: Checking): readonly Difference[] {
  const built = build(standardSource(entry, {}));
  const texts = textsOf(built);
  const vocabulary = vocabularyOf(built, entry);
  const found = [
    ...missingFindings(entry.findings, entry.remark, built, texts, checking),
    ...coverageDifferences('gap', entry.gaps, built, texts, vocabulary, checking),
    ...coverageDifferences('overlap', entry.overlaps, built, texts, vocabulary, checking),
    ...openDifferences(entry, built, texts, checking),
  ];
  const runs = entry.cases.length + entry.readings.size + entry.spills.length + entry.refused.length > 0;
  if (!built.usable && runs) return [unusable(built, checking), ...found];
  const silent =
    !entry.remark && entry.findings.length === 0 && entry.gaps === undefined && entry.overlaps === undefined;
  const unwanted = silent && !entry.open ? unwantedFindings(built, texts, checking) : [];
  if (!built.usable) return [...found, ...unwanted];
  return [
    ...found,
    ...unwanted,
    ...entry.cases.flatMap((each) => caseDifferences(each, undefined, built, entry, checking)),
    ...[...entry.readings].flatMap(([name, cases]) => readingDifferences(name, cases, built, entry, checking)),
    ...entry.spills.flatMap((each) => spillDifferences(each, built, entry, checking)),
    ...refusalDifferences(entry, built, checking),
  ];
}

function textsOf(built: Built): readonly Text[] {
  const leaf = leafOf(built);
  return leaf === undefined ? [] : [leaf.standard, ...leaf.formulas];
}

function vocabularyOf({ ruleset }: Built, { aliases }: StandardEntry): Vocabulary {
  const [indicator] = ruleset?.indicators ?? [];
  if (ruleset === undefined || indicator === undefined) return new Map();
  const own = indicator.own?.core.kind === 'input' ? [indicator.own.core.measure] : [];
  const defined = ruleset.definitions.map(({ measure }) => measure);
  const level = indicator.level === undefined ? [] : [indicator.level];
  const measures = [...own, ...ruleset.fields.values(), ...defined, ...indicator.phrases, ...level];
  const named = new Map(measures.map((measure) => [measure.name, measure]));
  for (const [alias, name] of aliases) {
    const measure = [...named].find(([known]) => nameKey(known) === nameKey(name))?.[1];
    if (measure !== undefined && !named.has(alias)) named.set(alias, measure);
  }
  return named;
}

/** 未定: checking must say so, and list the readings the entry names. */
function openDifferences(
  entry: StandardEntry,
  built: Built,
  texts: readonly Text[],
  { words }: Checking,
): readonly Difference[] {
  if (!entry.open) return [];
  const open = ownFindings(built, texts).filter(({ code }) => code === 'open-reading');
  const offered = [...new Set(open.flatMap(({ data }) => choicesIn(data['readings'] ?? '')))];
  const named = [...entry.readings.keys()];
  if (open.length > 0 && named.flatMap(choicesIn).every((choice) => offered.includes(choice))) return [];
  const expected = words.openReadings(named.join(words.list));
  return [{ kind: 'reading', expected, actual: open.length === 0 ? words.nothing : offered.join(words.list) }];
}

/** A reading is set in the ruleset, as its author would; where nothing is set, its points must be among the possible ones. */
function readingDifferences(
  name: string,
  cases: readonly EntryCase[],
  unset: Built,
  entry: StandardEntry,
  checking: Checking,
): readonly Difference[] {
  const { words } = checking;
  const settings = settingsOf(name);
  if (settings === undefined) return [{ kind: 'reading', expected: words.reading(name), actual: words.nothing }];
  const built = build(standardSource(entry, settings));
  if (!built.usable) return [{ ...unusable(built, checking), expected: `${words.reading(name)} ${words.runs}` }];
  const still = ownFindings(built, textsOf(built)).some(({ code }) => code === 'open-reading');
  const settled: readonly Difference[] = still
    ? [{ kind: 'reading', expected: words.reading(name), actual: words.reported('open-reading', undefined) }]
    : [];
  return [
    ...settled,
    ...cases.flatMap((each) => {
      const differences = caseDifferences(each, name, built, entry, checking);
      return differences.length > 0 ? differences : possibleDifferences(each, name, unset, entry, checking);
    }),
  ];
}

function caseDifferences(
  { input, result }: EntryCase,
  reading: string | undefined,
  built: Built,
  entry: StandardEntry,
  { words, lang }: Checking,
): readonly Difference[] {
  const points = pointsOf(result);
  if (points === undefined) return [{ kind: 'entry', expected: words.number, actual: result ?? words.absent }];
  const ran = run(built, entry, input);
  if (ran.kind === 'scored' && ran.indicator.points !== undefined && equal(ran.indicator.points, points)) return [];
  const expected = words.case(inputText(input), toExactText(points), reading);
  return [
    { kind: ran.kind === 'unclear' ? 'entry' : 'points', expected, actual: ranText(ran, lang, words.clearInput) },
  ];
}

function possibleDifferences(
  { input, result }: EntryCase,
  reading: string,
  unset: Built,
  entry: StandardEntry,
  { words, lang }: Checking,
): readonly Difference[] {
  const [points, ran] = [pointsOf(result), run(unset, entry, input)];
  if (points === undefined || isPossible(points, ran)) return [];
  const expected = words.case(inputText(input), toExactText(points), reading);
  return [{ kind: 'reading', expected, actual: words.unset(ranText(ran, lang, words.clearInput)) }];
}

function isPossible(points: Rational, ran: Ran): boolean {
  if (ran.kind !== 'scored' && ran.kind !== 'unscored') return false;
  const { status, low, high } = ran.indicator;
  return (status === 'scored' || status === 'open') && compare(low, points) <= 0 && compare(points, high) <= 0;
}

/** 溢出: what a deduction takes from the total beyond the item's floor, whichever sign the entry writes it with. */
function spillDifferences(
  { input, result }: EntryCase,
  built: Built,
  entry: StandardEntry,
  { words, lang }: Checking,
): readonly Difference[] {
  const points = pointsOf(result);
  if (points === undefined) return [{ kind: 'entry', expected: words.number, actual: result ?? words.absent }];
  const ran = run(built, entry, input);
  const spilled = ran.kind === 'scored' ? spillOf(ran) : undefined;
  if (spilled !== undefined && compare(spilled, absolute(spilled)) <= 0 && equal(absolute(spilled), absolute(points)))
    return [];
  const expected = words.spill(inputText(input), toExactText(points));
  return [
    {
      kind: 'spill',
      expected,
      actual: spilled === undefined ? ranText(ran, lang, words.clearInput) : toExactText(spilled),
    },
  ];
}

/** 错: an input that must not be scored; under a reading, so that an open one is not taken for a refusal. */
function refusalDifferences(entry: StandardEntry, unset: Built, { words, lang }: Checking): readonly Difference[] {
  if (entry.refused.length === 0) return [];
  const [reading] = entry.readings.keys();
  const settings: Settings = reading === undefined ? {} : (settingsOf(reading) ?? {});
  const built = reading === undefined ? unset : build(standardSource(entry, settings));
  return entry.refused.flatMap((input): readonly Difference[] => {
    const ran: Ran = built.usable ? run(built, entry, input) : { kind: 'unclear' };
    if (ran.kind === 'refused' || ran.kind === 'unscored') return [];
    return [
      {
        kind: ran.kind === 'unclear' ? 'entry' : 'refusal',
        expected: words.refused(inputText(input)),
        actual: ranText(ran, lang, words.clearInput),
      },
    ];
  });
}

function pointsOf(text: string | undefined): Rational | undefined {
  return text === undefined ? undefined : constantOf(text);
}
