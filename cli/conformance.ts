/**
 * `jichi conformance`: lists of sentences and formulas run through the whole product, and everything in which they differ from what
 * they say they give.
 */
import { conformanceReport, type EntryOutcome, type FiledDiagnostic, runConformance } from '../engine/index.ts';
import type { ConformanceRequest } from './arguments.ts';
import { readInput } from './files.ts';
import { jsonText } from './json.ts';
import { refusal } from './refusal.ts';
import { widthOf, wrap } from './table.ts';
import { type Look, oneLine, type Outcome } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

const INDENT = '  ';

/** Runs `jichi conformance`. Ends with 1 when anything differs; a file that is no list ends it with 2, before anything is printed. */
export function runConformanceLists(request: ConformanceRequest, cwd: string, out: Look, err: Look): Outcome {
  const { files, json, lang } = request;
  const outcomes: EntryOutcome[] = [];
  const findings: FiledDiagnostic[] = [];
  const texts = new Map<string, string>();
  for (const file of files) {
    const reading = readInput(file, cwd);
    if (reading.kind === 'unread') {
      findings.push(reading.finding);
      continue;
    }
    const { text, diagnostics, outcomes: own } = runConformance(reading.bytes, lang);
    texts.set(file, text);
    findings.push(...diagnostics.map((diagnostic) => ({ ...diagnostic, file })));
    outcomes.push(...own);
  }
  if (findings.length > 0) return refusal({ kind: 'unusable', findings, texts }, json, lang, err);
  const report = conformanceReport(outcomes);
  const code = report.failed.length === 0 ? 0 : 1;
  if (json) return { out: jsonText(report), err: '', code };
  const words = wordsIn(lang);
  const differing = outcomes.filter(({ differences }) => differences.length > 0);
  const blocks = differing.map((outcome) => `${entryLines(outcome, words, out).join('\n')}\n\n`);
  return { out: `${blocks.join('')}${words.conformed(report.entries, report.passed)}\n`, err: '', code };
}

/** The entry's number and family, its sentence, and its differences: what was expected, under it what came out. */
function entryLines({ id, family, sentence, differences }: EntryOutcome, words: Words, look: Look): string[] {
  const lines = (text: string, first: string, further: string): string[] =>
    wrap(oneLine(text), look.width - widthOf(first)).map((line, index) => `${index === 0 ? first : further}${line}`);
  const labelled = (label: string, text: string, before: string): string[] => {
    const first = `${before}${label}${words.colon}`;
    return lines(text, first, ' '.repeat(widthOf(first)));
  };
  return [
    look.paint('heading', oneLine(family === '' ? id : `${id} · ${family}`)),
    ...lines(sentence, INDENT, INDENT),
    ...differences.flatMap(({ kind, expected, actual }) => {
      const name = `${INDENT}${words.differenceKind[kind]} `;
      return [
        ...labelled(words.expected, expected, name),
        ...labelled(words.actual, actual, ' '.repeat(widthOf(name))).map((line) => look.paint('error', line)),
      ];
    }),
  ];
}
