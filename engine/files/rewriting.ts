/** Fixes that write a text of a file anew: `改为“…”`, in whatever quotes the file has it; none where the file cannot hold it so. */
import { type Bilingual, type Fix, type MessageData, nearest, type Report } from '../../dsl/index.ts';
import type { Text } from './locate.ts';
import { diagnoseFile, type EngineCode } from './messages.ts';

/** A fix that replaces all of a text by `to`; titled `改为“…”` unless `title` says more. No text, no fix. */
export function rewriting(text: Text | undefined, to: string, title?: Bilingual): readonly Fix[] {
  const edits = text?.rewrite([{ span: { start: 0, end: text.text.length }, text: to }]);
  return edits === undefined ? [] : [{ title: title ?? { zh: `改为“${to}”`, en: `change to “${to}”` }, edits }];
}

/** Reports a name that is none of `candidates`, with the nearest of them as what was meant. */
export function reportUnknown(
  code: EngineCode,
  text: Text,
  candidates: readonly string[],
  report: Report,
  data: MessageData = {},
): void {
  const suggestion = nearest(text.text, candidates);
  const all = { name: text.text, ...data };
  if (suggestion === undefined) report(diagnoseFile(code, text.span, all));
  else report(diagnoseFile(code, text.span, { ...all, suggestion }, rewriting(text, suggestion)));
}
