/** What there is to say about the document and the unit, in one list at the foot of the page; each leads to its place. */
import type { JSX } from 'preact';
import type { Severity } from '../../dsl/index.ts';
import { useSession, useWords } from '../context.ts';
import { pathKey, type PlacedFinding } from '../session.ts';
import { findingKey } from '../table/cell.tsx';
import { Finding } from './finding.tsx';
import { byCell } from './placed.ts';

/** The list of findings, with counts above it. */
export function FindingsPanel(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const findings = session.findings.value;
  const checks = session.result.value?.checks ?? [];
  const failed = checks.filter(({ holds }) => holds === false);
  const count = (severity: Severity): number =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const told = [
    count('error') > 0 ? words.errors(count('error')) : undefined,
    count('warning') > 0 ? words.warnings(count('warning')) : undefined,
    count('info') > 0 ? words.notes(count('info')) : undefined,
    failed.length > 0 ? `${words.checks}${words.checkFails} ${String(failed.length)}` : undefined,
  ].filter((text) => text !== undefined);
  return (
    <details class="panel">
      <summary>
        {words.findings} <span class="quiet">{told.length === 0 ? words.noFindings : told.join(' · ')}</span>
      </summary>
      <div class="list">
        {findings.map((finding) => (
          <div key={findingKey(finding)} class="line">
            <button type="button" class="link place" onClick={() => reveal(finding)}>
              {placeOf(finding)}
            </button>
            <Finding finding={finding} />
          </div>
        ))}
        {failed.map(({ text, left, right, difference }) => (
          <div key={text} class="line">
            <span class="place">{words.checks}</span>
            <span>
              {text}：{left?.shown} ≠ {right?.shown}（{difference?.shown}）
            </span>
          </div>
        ))}
      </div>
    </details>
  );

  function rowOf(finding: PlacedFinding): string | undefined {
    const rows = session.rows.value;
    const [key] = [...byCell(rows, [finding]).keys()];
    return rows.find(
      ({ path }) => key?.startsWith(`${pathKey(path)}/`) === true && !key.startsWith(`${pathKey(path)}/下级`),
    )?.name;
  }

  function placeOf(finding: PlacedFinding): string {
    return finding.in === 'unit' ? words.inUnit : (rowOf(finding) ?? words.yaml);
  }

  function reveal(finding: PlacedFinding): void {
    if (finding.in === 'unit') {
      session.right.value = 'data';
      return;
    }
    const rows = session.rows.value;
    const [key] = [...byCell(rows, [finding]).keys()];
    if (key === undefined) {
      session.revealed.value = finding.diagnostic.span;
      session.left.value = 'yaml';
      return;
    }
    session.left.value = 'table';
    session.editing.value = key;
    requestAnimationFrame(() =>
      document.querySelector('.editor.inline, textarea.plain')?.scrollIntoView({ block: 'center' }),
    );
  }
}
