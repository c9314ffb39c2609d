/**
 * `jichi score`: one unit, one ruleset, one sheet. Nothing is printed of a score whose input is at fault.
 */
import type { Lang } from '../dsl/index.ts';
import { type FiledDiagnostic, score, type ScoreResult, textOf, toJson } from '../engine/index.ts';
import type { ScoreRequest } from './arguments.ts';
import { runBatch } from './batch.ts';
import { countsText, hasErrors, hasWarnings } from './diagnostics.ts';
import { type Inputs, loadInputs, type Unusable } from './inputs.ts';
import { jsonText } from './json.ts';
import { scoreMarkdown } from './markdown.ts';
import { refusal } from './refusal.ts';
import { scoreTable } from './score-table.ts';
import { fillInLines, unscoredCount } from './sheet.ts';
import type { Look, Outcome } from './terminal.ts';
import { wordsIn } from './words.ts';

/** Scored inputs: the result with all its findings, the inputs they came from. */
export interface Scored {
  readonly kind: 'scored';
  readonly result: ScoreResult;
  readonly inputs: Inputs;
}

/** Loads, links and scores; findings on the figures that are errors make the input unusable. */
export function scoreFiles(unit: string, ruleset: string | undefined, cwd: string): Scored | Unusable {
  const inputs = loadInputs(unit, ruleset, cwd);
  if (inputs.kind === 'unusable') return inputs;
  const own = score(inputs.ruleset, inputs.unit);
  const result = { ...own, diagnostics: [...inputs.unitFindings, ...inputs.rulesetFindings, ...own.diagnostics] };
  if (hasErrors(own.diagnostics)) return { kind: 'unusable', findings: result.diagnostics, texts: inputs.texts };
  return { kind: 'scored', result, inputs };
}

/** Runs `jichi score`. */
export function runScore(request: ScoreRequest, cwd: string, out: Look, err: Look): Outcome {
  const { format, lang, strict } = request;
  if (request.others.length > 0) return runBatch(request, cwd, out, err);
  const scored = scoreFiles(request.unit, request.ruleset, cwd);
  if (scored.kind === 'unusable') return refusal(scored, format === 'json', lang, err);
  const { result, inputs } = scored;
  const code =
    unscoredCount(result) > 0 || result.total.points === undefined || (strict && hasFindings(result)) ? 1 : 0;
  if (format === 'json') return { out: jsonText(toJson(result, inputs.texts, lang)), err: '', code };
  // What there is to say about the ruleset is its author's business; a scorer is told only that there is something.
  const { rulesetFindings } = inputs;
  const shown = strict ? result.diagnostics : result.diagnostics.filter((one) => !rulesetFindings.includes(one));
  const alerts = shown.filter(({ code }) => code === 'year-mismatch');
  const findings = shown.filter((one) => !alerts.includes(one));
  const hidden = strict ? [] : rulesetFindings.filter(({ severity }) => severity !== 'info');
  const { file } = inputs.ruleset.file;
  const remarks = remarksOn(hidden, file, lang);
  const unitFile = inputs.unit.file;
  const lines = fillInLines(result.indicators, inputs.texts.get(unitFile) ?? '', wordsIn(lang));
  const beside = {
    alerts: alerts.map((one) => textOf(one, lang)),
    findings,
    remarks,
    fillIn: { file: unitFile, lines },
  };
  const text =
    format === 'markdown'
      ? scoreMarkdown(result, beside, inputs.texts, lang)
      : scoreTable(result, beside, inputs.texts, lang, out);
  return { out: text, err: '', code };
}

/** What a scorer is told of the ruleset: examples that fail, each by its name, and how much else there is to say. */
function remarksOn(hidden: readonly FiledDiagnostic[], file: string, lang: Lang): readonly string[] {
  const words = wordsIn(lang);
  const failed = hidden.filter(({ code }) => code === 'example-failed');
  const others = hidden.filter(({ code }) => code !== 'example-failed');
  const shown = failed.slice(0, MOST_EXAMPLES).map((one) => textOf(one, lang));
  return [
    ...(failed.length === 0 ? [] : [words.failedExamples(shown, failed.length, file)]),
    ...(others.length === 0 ? [] : [words.rulesetFindings(countsText(others, lang), file)]),
  ];
}

const MOST_EXAMPLES = 3;

/** Whether there is anything a person should look at: a warning, or a cross-check that fails. */
function hasFindings({ checks, diagnostics }: ScoreResult): boolean {
  return hasWarnings(diagnostics) || checks.some(({ holds }) => holds === false);
}
