/**
 * Findings as a person reads them: file, line and column, what is wrong, the line itself with the place marked under it,
 * and what would settle it. Lines too long for the screen are shown around the place.
 */
import { type Diagnostic, type Lang, lineMap, type Severity } from '../dsl/index.ts';
import type { FiledDiagnostic } from '../engine/index.ts';
import { isAboutFile, textOf } from './messages.ts';
import { cut, padLeft, widthOf } from './table.ts';
import { type Look, oneLine, visible } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** The texts of the files that findings point into, by file. */
export type Texts = ReadonlyMap<string, string>;

const MOST = 50;
const GUTTER = 5;

/** All findings, by file and place, with a closing line of counts; a file full of faults is not listed to its end. */
export function diagnosticsText(findings: readonly FiledDiagnostic[], texts: Texts, lang: Lang, look: Look): string {
  const words = wordsIn(lang);
  const shown = inOrder(findings).slice(0, MOST);
  const more = findings.length - shown.length;
  return [
    ...shown.map((finding) => diagnosticText(finding, texts, lang, look)),
    more > 0 ? `${words.moreFindings(more)}\n` : '',
    `${countsText(findings, lang)}\n`,
  ].join('');
}

/** One finding: `file:line:column: severity: message`, its code, the marked line, the fixes. */
export function diagnosticText(finding: FiledDiagnostic, texts: Texts, lang: Lang, look: Look): string {
  const words = wordsIn(lang);
  const text = textFor(finding, texts);
  const severity = look.paint(finding.severity, words.severity[finding.severity]);
  const message = oneLine(textOf(finding, lang));
  const code = words.codeOf(finding.code, finding.severity);
  const place = look.paint('heading', placeText(finding, text));
  const head = `${place}: ${severity}${words.colon}${message}${code === '' ? '' : look.paint('faint', code)}`;
  const fixes = finding.fixes.map(
    (fix) => `${' '.repeat(GUTTER + 3)}${words.fix}${words.colon}${oneLine(fix.title[lang])}`,
  );
  const shown = examplesOf(finding, words).map((line) => `${' '.repeat(GUTTER + 3)}${oneLine(line)}`);
  const marked = text === undefined ? [] : markedLine(finding, text, look);
  return [head, ...marked, ...shown, ...fixes].map((part) => `${part}\n`).join('');
}

/** The units that show a finding, each in a line. */
export function examplesOf({ data }: FiledDiagnostic, words: Words): readonly string[] {
  const { example, beside } = data;
  return [
    ...(example === undefined ? [] : [`${words.example}${words.colon}${example}`]),
    ...(beside === undefined ? [] : [`${words.beside}${words.colon}${beside}`]),
  ];
}

/** A finding in one line, its place at the end, without colours. */
export function briefText(finding: FiledDiagnostic, texts: Texts, lang: Lang): string {
  const words = wordsIn(lang);
  const place = placeText(finding, textFor(finding, texts));
  return `${words.severity[finding.severity]}${words.colon}${oneLine(textOf(finding, lang))} [${place}]`;
}

/** How many errors, warnings and notes there are, in words; of what there is none nothing is said. */
export function countsText(findings: readonly Diagnostic[], lang: Lang): string {
  const words = wordsIn(lang);
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notes] = [count('error'), count('warning'), count('info')];
  return [
    ...(errors > 0 ? [words.errors(errors)] : []),
    ...(warnings > 0 ? [words.warnings(warnings)] : []),
    ...(notes > 0 ? [words.notes(notes)] : []),
  ].join(words.comma);
}

/** Findings with the file they are in. */
export function inFile(file: string, diagnostics: readonly Diagnostic[]): FiledDiagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
}

/** Whether any of the findings is an error. */
export function hasErrors(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Whether any of the findings is more than a note. */
export function hasWarnings(findings: readonly Diagnostic[]): boolean {
  return findings.some(({ severity }) => severity !== 'info');
}

/** By file in order of appearance, within a file by place. */
export function inOrder(findings: readonly FiledDiagnostic[]): FiledDiagnostic[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  return files.flatMap((file) =>
    findings
      .filter((finding) => finding.file === file)
      .toSorted((left, right) => left.span.start - right.span.start || left.span.end - right.span.end),
  );
}

/** The text a finding points into; a finding on a whole file points at nothing in it. */
function textFor(finding: FiledDiagnostic, texts: Texts): string | undefined {
  return isAboutFile(finding) ? undefined : texts.get(finding.file);
}

/** `file:line:column`, or the file alone when its text is not known or empty. */
function placeText({ file, span }: FiledDiagnostic, text: string | undefined): string {
  if (text === undefined || text === '') return oneLine(file);
  const { line, column } = lineMap(text)(span.start);
  return `${oneLine(file)}:${line}:${column}`;
}

/** The line the finding begins on, and under it a mark as wide as the place. A place of several lines is marked on its first. */
function markedLine(finding: FiledDiagnostic, text: string, look: Look): string[] {
  const { start, end } = finding.span;
  const first = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', start);
  const line = visible(text.slice(first, next < 0 ? undefined : next).replace(/\r$/, ''));
  if (line.trim() === '') return [];
  const { before, place, after } = around(line, start - first, Math.max(start, end) - first, look.width - GUTTER - 3);
  const { line: number } = lineMap(text)(start);
  const gutter = padLeft(`${number}`, GUTTER);
  const mark = look.paint(finding.severity, '^'.repeat(Math.max(1, widthOf(place))));
  return [`${gutter} │ ${before}${place}${after}`, `${' '.repeat(GUTTER)} │ ${' '.repeat(widthOf(before))}${mark}`];
}

/** The part of a line that fits in `room`, cut around the place from `start` to `end`. */
function around(
  line: string,
  start: number,
  end: number,
  room: number,
): { readonly before: string; readonly place: string; readonly after: string } {
  const [before, place, after] = [line.slice(0, start), line.slice(start, end), line.slice(end)];
  if (widthOf(line) <= room) return { before, place, after };
  const third = Math.floor(room / 3);
  const left = widthOf(before) <= third ? before : `…${cutStart(before, third - 1)}`;
  const marked = cut(place, room - widthOf(left) - 1);
  if (marked.length < place.length) return { before: left, place: marked, after: '…' };
  const remaining = room - widthOf(left) - widthOf(marked);
  return { before: left, place: marked, after: widthOf(after) <= remaining ? after : `${cut(after, remaining - 1)}…` };
}

/** The part of `text` that takes at most `width` columns, to its end. */
function cutStart(text: string, width: number): string {
  const chars = [...text];
  let used = 0;
  let from = chars.length;
  while (from > 0) {
    used += widthOf(chars[from - 1] ?? '');
    if (used > width) break;
    from -= 1;
  }
  return chars.slice(from).join('');
}
