/**
 * What checking must say of an entry, and what it must not: 诊断 with their places, 缺口 and 重叠 as sets, and a clean bill for an entry
 * that names none of them.
 */
import { type Diagnostic, foldWidth, type Lang, type Span } from '../../dsl/index.ts';
import { sameConditions, type Vocabulary } from './condition.ts';
import type { ExpectedFinding } from './reader.ts';
import type { Difference } from './report.ts';
import { type Built, findingText, isError, messageOf, nested } from './run.ts';
import type { ConformanceWords } from './words.ts';
import type { Text } from '../files/locate.ts';

/** What the checks of one entry share. */
export interface Checking {
  readonly words: ConformanceWords;
  readonly lang: Lang;
}

/** Codes that an entry without any expectation of findings must not get, besides every error. */
const FAULTS: ReadonlySet<string> = new Set([
  'gap',
  'overlap',
  'dead-clause',
  'exceeds-weight',
  'maximum-not-attainable',
  'contradiction',
]);

/** Findings on the entry's own texts; of what stands elsewhere in the generated file only errors matter. */
export function ownFindings({ findings }: Built, texts: readonly Text[]): readonly Diagnostic[] {
  return findings.filter((finding) => isError(finding) || texts.some(({ span }) => nested(finding.span, span)));
}

/** Every finding expected that is not there: its code, pointing at its place. */
export function missingFindings(
  expected: readonly ExpectedFinding[],
  remark: boolean,
  built: Built,
  texts: readonly Text[],
  { words }: Checking,
): readonly Difference[] {
  const findings = ownFindings(built, texts);
  const actual = listed(findings, built, words);
  const missing = expected.flatMap(({ code, place }): readonly Difference[] => {
    const places = place === undefined ? undefined : texts.flatMap((text) => placesIn(text, place));
    const wanted = { kind: 'diagnostic', expected: words.reported(code, place) } as const;
    if (places?.length === 0) return [{ ...wanted, actual: words.notIn(place ?? '') }];
    const found = findings.some(
      (finding) => finding.code === code && (places?.some((span) => nested(finding.span, span)) ?? true),
    );
    return found ? [] : [{ ...wanted, actual }];
  });
  const remarked = findings.some(({ severity }) => severity !== 'info');
  return remark && !remarked ? [...missing, { kind: 'diagnostic', expected: words.remark, actual }] : missing;
}

/** Findings that an entry which expects none must not get. */
export function unwantedFindings(
  built: Built,
  texts: readonly Text[],
  { words, lang }: Checking,
): readonly Difference[] {
  return ownFindings(built, texts)
    .filter((finding) => FAULTS.has(finding.code) || (isError(finding) && built.ruleset !== undefined))
    .map((finding) => ({
      kind: 'diagnostic',
      expected: words.noFinding(finding.code),
      actual: messageOf(finding, lang),
    }));
}

/** 缺口 or 重叠: the conditions reported must hold for just the values of those expected. */
export function coverageDifferences(
  kind: 'gap' | 'overlap',
  expected: readonly string[] | undefined,
  built: Built,
  texts: readonly Text[],
  vocabulary: Vocabulary,
  { words }: Checking,
): readonly Difference[] {
  if (expected === undefined) return [];
  const actual = ownFindings(built, texts).flatMap(({ code, data }) =>
    code === kind && data['condition'] !== undefined ? [data['condition']] : [],
  );
  if (sameConditions(expected, actual, vocabulary)) return [];
  const put = (conditions: readonly string[]): string => conditions.join(words.list) || words.nothing;
  return [{ kind, expected: put(expected), actual: put(actual) }];
}

/** Why an entry cannot be run, as one difference. */
export function unusable(built: Built, { words, lang }: Checking): Difference {
  const errors = built.findings.filter(isError).map((finding) => messageOf(finding, lang));
  return { kind: 'error', expected: words.runs, actual: errors.join(' ') };
}

function listed(findings: readonly Diagnostic[], built: Built, words: ConformanceWords): string {
  return findings.map((finding) => findingText(finding, built)).join(words.list) || words.nothing;
}

/** Every place in the file where `place` stands in a text, however wide its signs are written. */
function placesIn(text: Text, place: string): readonly Span[] {
  const [source, wanted] = [foldWidth(text.text), foldWidth(place)];
  const spans: Span[] = [];
  for (let start = source.indexOf(wanted); start >= 0 && wanted !== ''; start = source.indexOf(wanted, start + 1))
    spans.push(text.at({ start, end: start + wanted.length }));
  return spans;
}
