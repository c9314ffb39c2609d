/**
 * JSON for other programs: one document, two spaces deep, ended by a line break. The shape of a score is the engine's (`toJson`);
 * here is only that of findings that stand without a score.
 */
import { type Lang, lineMap } from '../dsl/index.ts';
import type { FiledDiagnostic } from '../engine/index.ts';
import { inOrder, type Texts } from './diagnostics.ts';
import { textOf } from './messages.ts';

/** A document as it is printed. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Findings in the shape they have in the JSON of a score; line and column are null where the file could not be read. */
export function findingsJson(findings: readonly FiledDiagnostic[], texts: Texts, lang: Lang): unknown {
  return inOrder(findings).map((finding) => {
    const { code, severity, file, span, data, fixes } = finding;
    const text = texts.get(file);
    const { line, column } = text === undefined ? { line: null, column: null } : lineMap(text)(span.start);
    return {
      code,
      severity,
      message: textOf(finding, lang),
      file,
      start: span.start,
      end: span.end,
      line,
      column,
      data,
      fixes: fixes.map(({ title, edits }) => ({
        title: title[lang],
        edits: edits.map((edit) => ({ start: edit.span.start, end: edit.span.end, text: edit.text })),
      })),
    };
  });
}
