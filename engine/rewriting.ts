/** Fixes that write a text of a file anew: `改为“…”`, in whatever quotes the file has it; none where the file cannot hold it so. */
import type { Bilingual, Fix } from '../dsl/index.ts';
import type { Text } from './locate.ts';

/** A fix that replaces all of a text by `to`; titled `改为“…”` unless `title` says more. No text, no fix. */
export function rewriting(text: Text | undefined, to: string, title?: Bilingual): readonly Fix[] {
  const edits = text?.rewrite([{ span: { start: 0, end: text.text.length }, text: to }]);
  return edits === undefined ? [] : [{ title: title ?? { zh: `改为“${to}”`, en: `change to “${to}”` }, edits }];
}
