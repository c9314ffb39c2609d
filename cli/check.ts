/**
 * `jichi check`: what there is to say about a ruleset before anybody is scored by it. The findings are the result here, so they
 * are what is printed.
 */
import type { CheckRequest } from './arguments.ts';
import { diagnosticsText, hasErrors, hasWarnings } from './diagnostics.ts';
import { type LinkedInput, loadLinked, type Unusable } from './inputs.ts';
import { findingsJson, jsonText } from './json.ts';
import { refusal } from './refusal.ts';
import { indicatorsOf, rulesetTitle } from './ruleset.ts';
import type { Look, Outcome } from './terminal.ts';
import { type Words, wordsIn } from './words.ts';

/** Runs `jichi check`. Ends with 1 on errors, under `--strict` on warnings; a file that cannot even be read is unusable. */
export function runCheck(request: CheckRequest, cwd: string, out: Look, err: Look): Outcome {
  const { lang, format, strict } = request;
  const checked = loadLinked(request.ruleset, cwd);
  if (checked.kind === 'unusable' && checked.texts.size === 0) return refusal(checked, format === 'json', lang, err);
  const { findings, texts } = checked;
  const code = hasErrors(findings) || (strict && hasWarnings(findings)) ? 1 : 0;
  const words = wordsIn(lang);
  if (format === 'json') {
    return {
      out: jsonText({ file: request.ruleset, diagnostics: findingsJson(findings, texts, lang) }),
      err: '',
      code,
    };
  }
  const list = findings.length === 0 ? `${words.noFindings}\n` : diagnosticsText(findings, texts, lang, out);
  return { out: `${headText(checked, words)}${list}`, err: '', code };
}

function headText(checked: LinkedInput | Unusable, words: Words): string {
  if (checked.kind === 'unusable') return '';
  const { ruleset } = checked;
  const { fiscalYear, edition, status } = ruleset;
  const title = rulesetTitle({ title: ruleset.title.text, fiscalYear, edition, status }, words);
  return `${title}${words.colon}${words.checked(indicatorsOf(ruleset.indicators).length)}\n`;
}
