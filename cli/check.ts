/**
 * `jichi check`: what there is to say about a ruleset before anybody is scored by it, and with units, what its readings cost whom.
 * The findings are the result here, so they are what is printed.
 */
import { examine, type FiledDiagnostic, type ReadingStakes, readingsOver, scoreAll } from '../engine/index.ts';
import type { CheckRequest } from './arguments.ts';
import { checkJson, checkMarkdown, type Checked, checkTable } from './check-report.ts';
import { misplacement } from './choose.ts';
import { hasErrors, hasWarnings, inFile, type Texts } from './diagnostics.ts';
import { loadBatch, loadProved, type Unusable } from './inputs.ts';
import { jsonText } from './json.ts';
import { refusal } from './refusal.ts';
import type { Look, Outcome } from './terminal.ts';
import { wordsIn } from './words.ts';

/**
 * Runs `jichi check`. Ends with 1 on errors, under `--strict` on warnings; a file that cannot even be read is unusable, and so are
 * units that cannot be scored.
 */
export function runCheck(request: CheckRequest, cwd: string, out: Look, err: Look): Outcome {
  const { lang, format, strict } = request;
  const checked = loadProved(request.ruleset, cwd);
  const { texts } = checked;
  if (checked.kind === 'unusable' && isBlank(texts)) return refusal(checked, format === 'json', lang, err);
  const ruleset = checked.kind === 'unusable' ? undefined : checked.content;
  const tried = ruleset === undefined ? undefined : readingsOf(request, cwd);
  if (tried !== undefined && 'kind' in tried) return refusal(tried, format === 'json', lang, err);
  const examined = ruleset === undefined ? undefined : examine(ruleset);
  const found: Checked = {
    file: request.ruleset,
    ruleset,
    findings: [
      ...checked.findings,
      ...(ruleset === undefined ? [] : misplacement(ruleset.file, cwd)),
      ...inFile(request.ruleset, examined?.failures ?? []),
    ],
    waived: checked.kind === 'unusable' ? [] : (checked.waived ?? []),
    examined,
    readings: tried,
  };
  const code = hasErrors(found.findings) || (strict && hasWarnings(found.findings)) ? 1 : 0;
  switch (format) {
    case 'json':
      return { out: jsonText(checkJson(found, texts, lang)), err: '', code };
    case 'markdown':
      return { out: checkMarkdown(found, texts, wordsIn(lang)), err: '', code };
    case 'table':
      return { out: checkTable(found, texts, wordsIn(lang), out), err: '', code };
  }
}

/** What the readings cost the units named; undefined where none is. */
function readingsOf(
  { ruleset: file, units: files }: CheckRequest,
  cwd: string,
): { readonly units: number; readonly stakes: ReadingStakes } | Unusable | undefined {
  if (files.length === 0) return undefined;
  const batch = loadBatch(files, file, cwd);
  if (batch.kind === 'unusable') return batch;
  const { ruleset } = batch;
  const units = batch.units.map(({ unit }) => unit);
  const faults = scoreAll(ruleset, units).flatMap(({ diagnostics }): readonly FiledDiagnostic[] => diagnostics);
  if (hasErrors(faults)) return { kind: 'unusable', findings: faults, texts: batch.texts };
  return { units: units.length, stakes: readingsOver(ruleset, units) };
}

/** Whether there was nothing to read: no file, no text in it, or none in UTF-8. */
function isBlank(texts: Texts): boolean {
  return [...texts.values()].every((text) => text.trim() === '');
}
