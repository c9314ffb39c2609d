/** The foot of the page: findings, examples and the comparison of editions, one of them open above its heading, or none. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Severity } from '../../dsl/index.ts';
import { ComparePanel } from '../compare/panel.tsx';
import { useComparison, useSession, useWords } from '../context.ts';
import { ExamplesPanel } from '../examples/panel.tsx';
import { failedChecks, FindingsList } from '../findings/list.tsx';

type FootView = 'findings' | 'examples' | 'compare';

/** The foot, with counts of what there is to say. */
export function Foot(): JSX.Element {
  const words = useWords();
  const [view, setView] = useState<FootView | undefined>();
  const changes = useComparison().changes.value;
  const changed = changes && changes.cells.length + changes.added.size + changes.removed.length;
  const titles: readonly (readonly [FootView, string, string])[] = [
    ['findings', words.findings, useCounts()],
    ['examples', words.samples.title, ''],
    ['compare', words.compare.title, changed === undefined ? '' : words.compare.told(changed)],
  ];
  return (
    <section class="panel" aria-label={words.findings}>
      <div class="bar">
        {titles.map(([kind, title, told]) => (
          <button
            key={kind}
            type="button"
            aria-expanded={view === kind}
            onClick={() => setView(view === kind ? undefined : kind)}
          >
            {title}
            {told !== '' && <span class="quiet"> {told}</span>}
          </button>
        ))}
      </div>
      {view !== undefined && (
        <div class="list" tabIndex={0} role="region" aria-label={titles.find(([kind]) => kind === view)?.[1]}>
          {view === 'findings' && <FindingsList />}
          {view === 'examples' && <ExamplesPanel />}
          {view === 'compare' && <ComparePanel />}
        </div>
      )}
    </section>
  );
}

/** 1处错误 · 勾稽不符 3 */
function useCounts(): string {
  const session = useSession();
  const words = useWords();
  const findings = session.findings.value;
  const failed = failedChecks(session.result.value?.checks).length;
  const count = (severity: Severity): number =>
    findings.filter(({ diagnostic }) => diagnostic.severity === severity).length;
  const told = [
    count('error') > 0 ? words.errors(count('error')) : undefined,
    count('warning') > 0 ? words.warnings(count('warning')) : undefined,
    count('info') > 0 ? words.notes(count('info')) : undefined,
    failed > 0 ? `${words.checks}${words.checkFails} ${String(failed)}` : undefined,
  ].filter((text) => text !== undefined);
  return told.length === 0 ? words.noFindings : told.join(' · ');
}
