/**
 * JSON for other programs: one document, two spaces deep, ended by a line break. The shape of a score is the engine's (`toJson`);
 * here is only that of findings that stand without a score.
 */
import type { Lang } from '../dsl/index.ts';
import { diagnosticJson, type FiledDiagnostic } from '../engine/index.ts';
import { inOrder, type Texts } from './diagnostics.ts';
import { isAboutFile, textOf } from './messages.ts';

/** A document as it is printed. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** Findings in the shape they have in the JSON of a score; those on a file that could not be read have no line and no column. */
export function findingsJson(findings: readonly FiledDiagnostic[], texts: Texts, lang: Lang): unknown {
  return inOrder(findings).map((finding) => {
    if (!isAboutFile(finding)) return diagnosticJson(finding, texts.get(finding.file) ?? '', lang);
    const { code, severity, file, span, data, fixes } = finding;
    const message = textOf(finding, lang);
    return { code, severity, message, file, start: span.start, end: span.end, line: null, column: null, data, fixes };
  });
}
