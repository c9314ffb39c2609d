/**
 * Fixes are tried before they are offered: the changed sentence is read and proved again, and only what makes its finding go without
 * bringing another is kept.
 */
import type { Diagnostic, Edit, Fix } from '../text/diagnostic.ts';
import type { LanguageCode } from '../text/messages.ts';

/** Notes on how a sentence was read, which a change may well bring. */
const NOTES: ReadonlySet<string> = new Set(['boundary-by-convention', 'percent-as-points', 'abbreviated-name']);

/** Findings whose fixes are proposals. */
const PROVED: ReadonlySet<string> = new Set([
  'gap',
  'overlap',
  'possible-overlap',
  'dead-clause',
  'same-points',
  'exceeds-weight',
  'maximum-not-attainable',
  'sum-not-weight',
] satisfies readonly LanguageCode[]);

/** What is found of another wording of a sentence. */
export type Retry = (edits: readonly Edit[]) => readonly Diagnostic[] | undefined;

/** The findings with only those of their fixes that mend them, each title once. */
export function onlyMending(found: readonly Diagnostic[], retry: Retry): readonly Diagnostic[] {
  const before = counted(found);
  const mends = ({ edits }: Fix, code: string): boolean => {
    const after = retry(edits);
    if (after === undefined) return false;
    const counts = counted(after);
    return (
      (counts.get(code) ?? 0) < (before.get(code) ?? 0) &&
      [...counts].every(([other, count]) => count <= (before.get(other) ?? 0))
    );
  };
  return found.map((finding) => {
    if (finding.fixes.length === 0 || !PROVED.has(finding.code)) return finding;
    const titles = new Set<string>();
    const fixes = finding.fixes.filter((fix) => {
      const fresh = !titles.has(fix.title.zh) && mends(fix, finding.code);
      if (fresh) titles.add(fix.title.zh);
      return fresh;
    });
    return { ...finding, fixes };
  });
}

function counted(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of found) if (!NOTES.has(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
