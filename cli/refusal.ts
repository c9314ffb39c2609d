/**
 * Input that cannot be used: said on the error stream with the places marked, or as one JSON document where JSON was asked for.
 */
import type { Lang } from '../dsl/index.ts';
import { diagnosticsText } from './diagnostics.ts';
import type { Unusable } from './inputs.ts';
import { findingsJson, jsonText } from './json.ts';
import type { Look, Outcome } from './terminal.ts';

/** What a command says that cannot begin. */
export function refusal({ findings, texts }: Unusable, json: boolean, lang: Lang, err: Look): Outcome {
  return json
    ? { out: jsonText({ diagnostics: findingsJson(findings, texts, lang) }), err: '', code: 2 }
    : { out: '', err: diagnosticsText(findings, texts, lang, err), code: 2 };
}
