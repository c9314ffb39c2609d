/**
 * `jichi check`: what there is to say about a ruleset before anybody is scored by it. The findings are the result here, so they
 * are what is printed.
 */
import { type Ruleset, runExamples, textOf, type Waived } from '../engine/index.ts';
import type { CheckRequest } from './arguments.ts';
import { misplacement } from './choose.ts';
import { diagnosticsText, hasErrors, hasWarnings, inFile, type Texts } from './diagnostics.ts';
import { loadLinked } from './inputs.ts';
import { findingsJson, jsonText } from './json.ts';
import { refusal } from './refusal.ts';
import { rulesetTitle } from './sheet.ts';
import { type Look, oneLine, type Outcome } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** Runs `jichi check`. Ends with 1 on errors, under `--strict` on warnings; a file that cannot even be read is unusable. */
export function runCheck(request: CheckRequest, cwd: string, out: Look, err: Look): Outcome {
  const { lang, format, strict } = request;
  const checked = loadLinked(request.ruleset, cwd);
  const { texts } = checked;
  if (checked.kind === 'unusable' && isBlank(texts)) return refusal(checked, format === 'json', lang, err);
  const ruleset = checked.kind === 'unusable' ? undefined : checked.content;
  const waived = checked.kind === 'unusable' ? [] : (checked.waived ?? []);
  const findings = [
    ...checked.findings,
    ...(ruleset === undefined ? [] : misplacement(ruleset.file, cwd)),
    ...(ruleset === undefined ? [] : inFile(request.ruleset, runExamples(ruleset))),
  ];
  const code = hasErrors(findings) || (strict && hasWarnings(findings)) ? 1 : 0;
  if (format === 'json') {
    const document = {
      file: request.ruleset,
      diagnostics: findingsJson(findings, texts, lang),
      waived: waived.map(({ diagnostic, reason }) => ({ code: diagnostic.code, ...diagnostic.span, reason })),
    };
    return { out: jsonText(document), err: '', code };
  }
  const words = wordsIn(lang);
  const head = ruleset === undefined ? '' : headText(ruleset, words);
  const list = findings.length === 0 ? `${words.noFindings}\n` : diagnosticsText(findings, texts, lang, out);
  return { out: `${head}${list}${waivedText(waived, words)}`, err: '', code };
}

/** Whether there was nothing to read: no file, no text in it, or none in UTF-8. */
function isBlank(texts: Texts): boolean {
  return [...texts.values()].every((text) => text.trim() === '');
}

/** How many findings are waived, and each with its reason. */
function waivedText(waived: readonly Waived[], words: Words): string {
  if (waived.length === 0) return '';
  const lines = waived.map(
    ({ diagnostic, reason }) =>
      `  ${oneLine(textOf(diagnostic, words.lang))}${words.codeOf(diagnostic.code, diagnostic.severity)}${words.bracketed(words.reason(oneLine(reason)))}\n`,
  );
  return `${words.waived(waived.length)}\n${lines.join('')}`;
}

function headText({ file, indicators }: Ruleset, words: Words): string {
  const { title, fiscalYear, edition, statusText } = file;
  const head = rulesetTitle({ title: title.text, fiscalYear, edition, status: statusText.text }, words);
  return `${head}${words.colon}${words.checked(indicators.length)}\n`;
}
