/**
 * The score sheet as a table on the screen: title, rows by group, total and grade, then what the reader should look at:
 * cross-checks that fail, findings, assumptions.
 */
import type { Lang } from '../dsl/index.ts';
import type { FiledDiagnostic, ScoreResult } from '../engine/index.ts';
import { briefText, inOrder, type Texts } from './diagnostics.ts';
import {
  type Beside,
  checkCounts,
  checkText,
  effectLines,
  gradeText,
  isAssumed,
  provenanceText,
  rulesetTitle,
  sheetColumns,
  sheetRows,
  type SheetRow,
  totalRow,
  totalText,
  unscoredCount,
} from './sheet.ts';
import { type Column, type Row, tableLines, wrap } from './table.ts';
import { type Look, oneLine, type Paint } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** The sheet of one unit as text, with what is said beside it. */
export function scoreTable(
  result: ScoreResult,
  { alerts, findings, remarks, fillIn }: Beside,
  texts: Texts,
  lang: Lang,
  look: Look,
): string {
  const words = wordsIn(lang);
  const sections = [
    [
      look.paint('heading', oneLine(rulesetTitle(result.ruleset, words))),
      `${words.unit}${words.colon}${oneLine(result.unit.name)}`,
      ...alerts.map((alert) => look.paint('warning', `${words.severity.warning}${words.colon}${oneLine(alert)}`)),
    ],
    sheetLines(result, words, look),
    totalLines(result, words, look.paint),
    fillIn.lines.length === 0
      ? []
      : [look.paint('heading', words.fillIn(oneLine(fillIn.file))), ...fillIn.lines.map(oneLine)],
    checkLines(result, words, look),
    findingLines(findings, remarks, texts, lang, look),
    [look.paint('faint', provenanceText(result, words))],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function sheetLines(result: ScoreResult, words: Words, look: Look): string[] {
  const columns = sheetColumns(result, words);
  const rows = [...sheetRows(result, words), totalRow(result, words)].map((row): Row => {
    const cells = [`${'  '.repeat(row.depth)}${row.name}`, ...columns.map(({ cell }) => cell(row))].map(oneLine);
    const style = styleOf(row);
    const plain = { cells, ruled: row.kind === 'total' };
    return style === undefined ? plain : { ...plain, paint: (line) => look.paint(style, line) };
  });
  const names: Column = { title: words.indicator, align: 'left' };
  return tableLines([names, ...columns.map(({ title, align }): Column => ({ title, align }))], rows, look.width);
}

function styleOf(row: SheetRow): 'heading' | 'warning' | undefined {
  if (row.kind !== 'indicator') return 'heading';
  return row.scored ? undefined : 'warning';
}

function totalLines(result: ScoreResult, words: Words, paint: Paint): string[] {
  const unscored = unscoredCount(result);
  const assumed = result.indicators.filter(isAssumed);
  return [
    paint('heading', `${words.total}${words.colon}${totalText(result, words)}`),
    ...effectLines(result, words),
    ...(result.grade === undefined
      ? []
      : [paint('heading', `${words.grade}${words.colon}${gradeText(result.grade, words)}`)]),
    ...(unscored === 0 ? [] : [paint('warning', words.incomplete(unscored))]),
    ...(assumed.length === 0 ? [] : [words.assumed]),
  ];
}

function checkLines({ checks }: ScoreResult, words: Words, look: Look): string[] {
  if (checks.length === 0) return [];
  const lines = checks.flatMap((check) => {
    const text = checkText(check, words);
    if (text === undefined) return [];
    const style = check.holds === false ? 'warning' : 'info';
    return item(oneLine(text), look.width).map((line) => look.paint(style, line));
  });
  return [look.paint('heading', `${words.checks}${words.colon}${checkCounts(checks, words)}`), ...lines];
}

function findingLines(
  findings: readonly FiledDiagnostic[],
  remarks: readonly string[],
  texts: Texts,
  lang: Lang,
  look: Look,
): string[] {
  const lines = inOrder(findings).flatMap((finding) => {
    const word = wordsIn(lang).severity[finding.severity];
    const [first = '', ...rest] = item(briefText(finding, texts, lang), look.width);
    return [first.replace(word, () => look.paint(finding.severity, word)), ...rest];
  });
  const all = [...lines, ...remarks.flatMap((remark) => item(oneLine(remark), look.width))];
  return all.length === 0 ? [] : [look.paint('heading', wordsIn(lang).findings), ...all];
}

/** An item of a list, wrapped, its later lines indented. */
function item(text: string, width: number): string[] {
  return wrap(text, width - 2).map((line, index) => `${index === 0 ? '· ' : '  '}${line}`);
}
