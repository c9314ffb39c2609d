/**
 * Input that cannot be used: said on the error stream with the places marked, or as one JSON document where JSON was asked for.
 */
import type { Lang } from '../dsl/index.ts';
import type { FiledDiagnostic } from '../engine/index.ts';
import { diagnosticsText } from './diagnostics.ts';
import type { Unusable } from './inputs.ts';
import { findingsJson, jsonText } from './json.ts';
import type { Look, Outcome } from './terminal.ts';

/** What a command says that cannot begin: to a person only what stands in the way, to a program everything. */
export function refusal({ findings, texts }: Unusable, json: boolean, lang: Lang, err: Look): Outcome {
  return json
    ? { out: jsonText({ diagnostics: findingsJson(findings, texts, lang) }), err: '', code: 2 }
    : { out: '', err: diagnosticsText(findings.filter(standsInTheWay), texts, lang, err), code: 2 };
}

/** Errors, and the choice of another year's ruleset: where files of two years meet, it is what the errors come from. */
function standsInTheWay({ severity, code }: FiledDiagnostic): boolean {
  return severity === 'error' || code === 'year-mismatch';
}
