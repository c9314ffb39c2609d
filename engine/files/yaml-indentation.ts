/**
 * Slips of indentation: a tab, a line that steps out of line with those before it. Each is one finding at the line itself; what a
 * parser complains of after it follows from it and is not spoken of. A fix is offered only when the parser has less to complain of
 * with it than without it.
 */
import type { Diagnostic, Edit, Fix, Span } from '../../dsl/index.ts';
import { applyEdits } from './locate.ts';
import { diagnoseFile } from './messages.ts';

/** A complaint of the parser, as the yaml library makes it; of `message` only the sign it misses is read. */
export interface Complaint {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

/** How much a parser finds wrong with a text. */
export type Faults = (text: string) => number;

/** The tab a line is indented with, fixed together with all others of the file; undefined where there is none. */
export function tabFinding(text: string, line: Span, faults: Faults): Diagnostic | undefined {
  const tab = tabIn(text, line);
  return tab === undefined ? undefined : diagnoseFile('tab-indentation', tab, {}, tabFixes(text, faults));
}

/** The line that is out of line, when that is what the parser complains of. */
export function indentationFinding(
  complaint: Complaint,
  complaints: readonly Complaint[],
  text: string,
  faults: Faults,
): Diagnostic | undefined {
  const line = strayLine(complaint, complaints, text);
  if (line === undefined) return undefined;
  const content = text.slice(line.start, line.end);
  const span = { start: line.start, end: line.start + (content.length - content.trimStart().length || 1) };
  return diagnoseFile('bad-indentation', span, {}, alignments(text, line, faults));
}

/** The line an offset stands on, without its break. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', start);
  const stop = end < 0 ? text.length : end;
  return { start, end: text[stop - 1] === '\r' ? stop - 1 : stop };
}

function strayLine({ code, pos, message }: Complaint, all: readonly Complaint[], text: string): Span | undefined {
  const [start] = pos;
  const line = lineAt(text, start);
  if (message.startsWith('Sequence item without') || message.startsWith('All mapping items must start')) return line;
  // `甲: 1` with a deeper `乙: 2` under it: the parser takes the 1 for the beginning of a key of two lines.
  const key = code.endsWith('_IMPLICIT_KEY')
    ? all.find((one) => one.code === 'MULTILINE_IMPLICIT_KEY' && one.pos[0] === start && one.pos[1] > line.end)
    : undefined;
  if (key === undefined) return undefined;
  const next = lineAt(text, key.pos[1] - 1);
  return isEntry(text.slice(next.start, next.end)) && columnOf(text, next) > columnOf(text, line, false)
    ? next
    : undefined;
}

/** Whether a line begins an entry: `名称: …`, or an item `- …`. */
function isEntry(content: string): boolean {
  return /^\s*(?:- |[^\s#'"[{][^:]*:(?:\s|$))/.test(content);
}

/** Where a line's content begins; behind its dashes unless `dashes` says to stop at them. */
function columnOf(text: string, { start, end }: Span, dashes = true): number {
  return (dashes ? /^(?:\s|- )*/ : /^\s*/).exec(text.slice(start, end))?.[0].length ?? 0;
}

function tabIn(text: string, line: Span): Span | undefined {
  const [all, tabs] = /^ *(?:- *)*(\t+)/.exec(text.slice(line.start, line.end)) ?? [];
  if (all === undefined || tabs === undefined) return undefined;
  const end = line.start + all.length;
  return { start: end - tabs.length, end };
}

function tabFixes(text: string, faults: Faults): readonly Fix[] {
  const tabs = linesOf(text).flatMap((line) => tabIn(text, line) ?? []);
  const title = { zh: '改为空格', en: 'use spaces' };
  return best(
    text,
    ['  ', '    ', ' '].map((blanks) => ({
      title,
      edits: tabs.map((span): Edit => ({ span, text: blanks.repeat(span.end - span.start) })),
    })),
    faults,
  );
}

/** The line moved to where a line before it begins, the nearest first. */
function alignments(text: string, line: Span, faults: Faults): readonly Fix[] {
  const before = linesOf(text.slice(0, line.start)).filter((one) => /^\s*[^\s#]/.test(text.slice(one.start, one.end)));
  const columns = before
    .slice(-NEIGHBOURS)
    .toReversed()
    .flatMap((one) => [columnOf(text, one), columnOf(text, one, false)]);
  const own = columnOf(text, line, false);
  const span = { start: line.start, end: line.start + own };
  const title = { zh: '与前面的行对齐', en: 'align it with the lines before' };
  return best(
    text,
    [...new Set(columns)].map((column) => ({ title, edits: [{ span, text: ' '.repeat(column) }] })),
    faults,
  );
}

/** How many lines before a stray one may be its neighbours. */
const NEIGHBOURS = 3;

/** The fix that leaves the least to complain of, if that is less than there is. */
function best(text: string, fixes: readonly Fix[], faults: Faults): readonly Fix[] {
  let least = faults(text);
  let found: readonly Fix[] = [];
  for (const fix of fixes) {
    const fixed = applyEdits(text, fix.edits);
    const left = fixed === undefined ? Infinity : faults(fixed);
    if (left < least) [least, found] = [left, [fix]];
    if (least === 0) break;
  }
  return found;
}

function linesOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length;) {
    const line = lineAt(text, start);
    lines.push(line);
    const end = text.indexOf('\n', start);
    start = end < 0 ? text.length : end + 1;
  }
  return lines;
}
