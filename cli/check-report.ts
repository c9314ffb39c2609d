/** The report of `jichi check` in its three shapes: for a screen, as a document, as data. */
import type { Lang } from '../dsl/index.ts';
import {
  type Examined,
  type FiledDiagnostic,
  type ReadingStakes,
  type Ruleset,
  textOf,
  type Waived,
} from '../engine/index.ts';
import { coverageOfAll, indicatorCells, indicatorJson, type Tried } from './check-curves.ts';
import { type Item, readingItems, readingsJson } from './check-readings.ts';
import { briefText, diagnosticsText, examplesOf, inOrder, type Texts } from './diagnostics.ts';
import { findingsJson } from './json.ts';
import { escapeMarkdown } from './markdown.ts';
import { rulesetTitle } from './sheet.ts';
import { type Look, oneLine } from './terminal.ts';
import { checkWordsIn } from './words-check.ts';
import type { Words } from './words.ts';

/** A ruleset checked; it is absent where an error keeps it from being used. */
export interface Checked {
  readonly file: string;
  readonly ruleset: Ruleset | undefined;
  readonly findings: readonly FiledDiagnostic[];
  readonly waived: readonly Waived[];
  /** undefined where nothing can be run */
  readonly examined: Examined | undefined;
  /** undefined where no units were named */
  readonly readings: { readonly units: number; readonly stakes: ReadingStakes } | undefined;
}

/** The report for a screen. */
export function checkTable(checked: Checked, texts: Texts, words: Words, look: Look): string {
  const { ruleset, findings, readings } = checked;
  const list = findings.length === 0 ? `${words.noFindings}\n` : diagnosticsText(findings, texts, words.lang, look);
  const waived = waivedLines(checked, words);
  const items = readings === undefined ? [] : readingItems(readings.stakes, words);
  return [
    ruleset === undefined ? '' : `${headText(ruleset, words)}\n`,
    list,
    ...(waived.length === 0 ? [] : [`${words.waived(waived.length)}\n`, ...waived.map((line) => `  ${line}\n`)]),
    coverageText(checked, words),
    ...(readings === undefined ? [] : ['\n', `${checkWordsIn(words.lang).readings(readings.units)}${words.colon}\n`]),
    ...items.flatMap(({ text, below }) => [`  ${text}\n`, ...below.map((line) => `    ${line}\n`)]),
  ].join('');
}

/** The report as a Markdown document. */
export function checkMarkdown(checked: Checked, texts: Texts, words: Words): string {
  const { ruleset, file, findings, readings } = checked;
  const waived = waivedLines(checked, words);
  const blocks = [
    `# ${escapeMarkdown(ruleset === undefined ? file : headText(ruleset, words))}`,
    `## ${words.findings}`,
    findings.length === 0
      ? words.noFindings
      : listed(inOrder(findings).map((finding) => findingItem(finding, texts, words))),
    ...(waived.length === 0 ? [] : [`## ${words.waived(waived.length)}`, listed(waived.map(alone))]),
    ...proofBlocks(checked, words),
    ...(readings === undefined
      ? []
      : [`## ${checkWordsIn(words.lang).readings(readings.units)}`, listed(readingItems(readings.stakes, words))]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The report as data. */
export function checkJson(
  { file, ruleset, findings, waived, examined, readings }: Checked,
  texts: Texts,
  lang: Lang,
): unknown {
  return {
    file,
    hash: ruleset?.hash ?? null,
    diagnostics: findingsJson(findings, texts, lang),
    waived: waived.map(({ diagnostic, reason }) => ({
      code: diagnostic.code,
      severity: diagnostic.severity,
      message: textOf(diagnostic, lang),
      ...diagnostic.span,
      reason,
    })),
    examples: examined?.examples ?? 0,
    indicators: (examined?.indicators ?? []).map(indicatorJson),
    ...(readings === undefined ? {} : { readings: readingsJson(readings.stakes) }),
  };
}

/** How much the examples try, in a line; none where there are no examples. */
function coverageText({ file, examined }: Checked, words: Words): string {
  if (examined === undefined || examined.examples === 0) return '';
  const { clauses, boundaries, slips } = coverageOfAll(examined.indicators);
  const shown = ({ tried, all }: Tried): string => words.ofAll(tried, all);
  const own = checkWordsIn(words.lang);
  const whole = [clauses, boundaries, slips].every(({ tried, all }) => tried === all);
  const line = own.coverage(shown(clauses), shown(boundaries), shown(slips));
  return `${[line, ...(whole ? [] : [own.seeTest(oneLine(file))])].join(words.semicolon)}\n`;
}

/** A table of all indicators: how their points go, and what their examples try. */
function proofBlocks({ examined }: Checked, words: Words): readonly string[] {
  if (examined === undefined) return [];
  const own = checkWordsIn(words.lang);
  const line = (cells: readonly string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const { indicator, weight, clausesTried, boundariesTried, slipsNoticed } = words;
  const titles = [indicator, weight, own.stretches, own.greatestJump, clausesTried, boundariesTried, slipsNoticed];
  const rule = '| --- | ---: | ---: | --- | ---: | ---: | ---: |';
  return [
    `## ${own.proofs}`,
    [line(titles), rule, ...examined.indicators.map((one) => line(indicatorCells(one, words)))].join('\n'),
  ];
}

/** Findings waived, each with its reason. */
function waivedLines({ waived }: Checked, words: Words): readonly string[] {
  return waived.map(
    ({ diagnostic, reason }) =>
      `${oneLine(textOf(diagnostic, words.lang))}${words.codeOf(diagnostic.code, diagnostic.severity)}${words.bracketed(words.reason(oneLine(reason)))}`,
  );
}

function headText({ file, indicators }: Ruleset, words: Words): string {
  const { title, fiscalYear, edition, statusText } = file;
  const head = rulesetTitle({ title: title.text, fiscalYear, edition, status: statusText.text }, words);
  return `${head}${words.colon}${words.checked(indicators.length)}`;
}

function findingItem(finding: FiledDiagnostic, texts: Texts, words: Words): Item {
  const code = words.codeOf(finding.code, finding.severity);
  return {
    text: `${briefText(finding, texts, words.lang)}${code}`,
    below: [
      ...examplesOf(finding, words),
      ...finding.fixes.map((fix) => `${words.fix}${words.colon}${fix.title[words.lang]}`),
    ],
  };
}

function alone(text: string): Item {
  return { text, below: [] };
}

function listed(items: readonly Item[]): string {
  return items
    .flatMap(({ text, below }) => [`- ${escapeMarkdown(text)}`, ...below.map((line) => `  - ${escapeMarkdown(line)}`)])
    .join('\n');
}
