/** An entry of the ruleset taken out, as a fix. */
import type { Fix, Span } from '../../dsl/index.ts';
import type { RulesetFile } from '../files/ruleset-file.ts';

/** The file without the entry at `place`, called `what`; none where it cannot be taken out by itself. */
export function leftOut({ remove }: RulesetFile, place: Span, what: string): readonly Fix[] {
  const edit = remove(place);
  return edit === undefined ? [] : [{ title: { zh: `删去${what}`, en: `leave out ${what}` }, edits: [edit] }];
}
