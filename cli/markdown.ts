/**
 * The score sheet as a Markdown document: the sheet as a table, then every indicator with the paragraph that explains its points,
 * the cross-checks and the findings. Text from files is escaped, so that it cannot become markup.
 */
import type { Lang } from '../dsl/index.ts';
import { explain, type ScoreResult } from '../engine/index.ts';
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
import { oneLine } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** The document of one unit's score, with what is said beside it. */
export function scoreMarkdown(
  result: ScoreResult,
  { alerts, findings, remarks: besides, fillIn }: Beside,
  texts: Texts,
  lang: Lang,
): string {
  const words = wordsIn(lang);
  const rows = sheetRows(result, words);
  const unscored = unscoredCount(result);
  const checks = result.checks.flatMap((check) => checkText(check, words) ?? []);
  const listed = inOrder(findings).map((finding) => briefText(finding, texts, lang));
  const remarks = [...listed, ...besides];
  const blocks = [
    `# ${escapeMarkdown(rulesetTitle(result.ruleset, words))}`,
    ...alerts.map((alert) => `**${words.severity.warning}${words.colon}${escapeMarkdown(alert)}**`),
    list([
      `${words.unit}${words.colon}${escapeMarkdown(result.unit.name)}`,
      `${words.total}${words.colon}**${escapeMarkdown(totalText(result, words))}**`,
      ...effectLines(result, words).map(escapeMarkdown),
      ...(result.grade === undefined
        ? []
        : [`${words.grade}${words.colon}**${escapeMarkdown(gradeText(result.grade, words))}**`]),
      ...(unscored === 0 ? [] : [words.incomplete(unscored)]),
    ]),
    `## ${words.sheet}`,
    sheetTable(result, rows, words),
    ...(result.indicators.some(isAssumed) ? [words.assumed] : []),
    ...(fillIn.lines.length === 0 ? [] : [escapeMarkdown(words.fillIn(fillIn.file)), fenced(fillIn.lines)]),
    `## ${words.explanations}`,
    ...rows.flatMap((row) => explanation(row, words, lang)),
    ...(result.checks.length === 0
      ? []
      : [`## ${words.checks}`, checkCounts(result.checks, words), list(checks.map(escapeMarkdown))]),
    ...(remarks.length === 0 ? [] : [`## ${words.findings}`, list(remarks.map(escapeMarkdown))]),
    '---',
    escapeMarkdown(provenanceText(result, words)),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function sheetTable(result: ScoreResult, rows: readonly SheetRow[], words: Words): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const columns = sheetColumns(result, words);
  const bold = (text: string): string => (text === '' ? '' : `**${text}**`);
  const body = rows.map((row) => {
    const name = row.kind === 'group' ? bold(escapeMarkdown(row.name)) : escapeMarkdown(row.name);
    return line([`${'　'.repeat(row.depth)}${name}`, ...columns.map(({ cell }) => escapeMarkdown(cell(row)))]);
  });
  const sums = totalRow(result, words);
  return [
    line([words.indicator, ...columns.map(({ title }) => title)]),
    line(['---', ...columns.map(({ align }) => (align === 'left' ? '---' : '---:'))]),
    ...body,
    line([sums.name, ...columns.map(({ cell }) => escapeMarkdown(cell(sums)))].map(bold)),
  ].join('\n');
}

/** A heading, or an indicator with its paragraph. */
function explanation(row: SheetRow, words: Words, lang: Lang): string[] {
  const level = '#'.repeat(Math.min(6, row.depth + 3));
  const heading = `${level} ${escapeMarkdown(row.name)}${words.bracketed(words.inPoints(row.weight))}`;
  if (row.indicator === undefined) return [heading];
  const { status } = row.indicator;
  const unscored = status === 'scored' ? [] : [`**${words.unscored}**${words.colon}${escapeMarkdown(row.reason)}`];
  return [heading, ...unscored, escapeMarkdown(explain(row.indicator, lang))];
}

/** Lines of YAML to be copied; no line of theirs can close the fence. */
function fenced(lines: readonly string[]): string {
  return ['```yaml', ...lines.map((line) => oneLine(line).replaceAll('```', '` ` `')), '```'].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Text as Markdown shows it letter for letter, on one line. */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text).replace(/[\\`*_[\]<>|#~&]/g, '\\$&');
  return line.replace(/^[-+](?=\s|$)/, '\\$&').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
