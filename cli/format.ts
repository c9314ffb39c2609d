/**
 * `jichi fmt`: a ruleset file laid out, in place. A file with an error is refused and not touched; a file is written whole or not at
 * all.
 */
import { formatRuleset } from '../engine/index.ts';
import type { FormatRequest } from './arguments.ts';
import { inFile } from './diagnostics.ts';
import { readInput, writeWhole } from './files.ts';
import { refusal } from './refusal.ts';
import { type Look, oneLine, type Outcome } from './terminal.ts';
import { wordsIn } from './words.ts';

/** Runs `jichi fmt`. Under `--check` nothing is written, and a file that is not laid out ends it with 1. */
export function runFormat({ ruleset: file, check, canonical, lang }: FormatRequest, cwd: string, err: Look): Outcome {
  const words = wordsIn(lang);
  const refused = (findings: ReturnType<typeof inFile>, text: string): Outcome =>
    refusal({ kind: 'unusable', findings, texts: new Map([[file, text]]) }, false, lang, err);
  const reading = readInput(file, cwd);
  if (reading.kind === 'unread') return refused([reading.finding], '');
  const { text, formatted, diagnostics } = formatRuleset(reading.bytes, file, canonical);
  if (formatted === undefined) return refused(inFile(file, diagnostics), text);
  const name = oneLine(file);
  if (formatted === text) return { out: `${words.wellFormatted(name)}\n`, err: '', code: 0 };
  if (check) return { out: `${words.wouldFormat(name)}\n`, err: '', code: 1 };
  const failure = writeWhole(file, formatted, cwd);
  if (failure !== undefined) return refused([failure], text);
  return { out: `${words.formatted(name)}\n`, err: '', code: 0 };
}
