/** What there is to say about the document and the unit, in one list; each leads to its place. What is waived stands at the end. */
import type { JSX } from 'preact';
import { type CheckResult, textOf } from '../../engine/index.ts';
import { useSession, useWords } from '../context.ts';
import { findingKey } from '../table/cell.tsx';
import { Finding } from './finding.tsx';
import { jumpTo, jumpToFigure, rowNameOf } from './jump.ts';
import { unwaive } from './waive.ts';

/** The list of findings. */
export function FindingsList(): JSX.Element {
  const session = useSession();
  const words = useWords();
  const findings = session.findings.value;
  const failed = failedChecks(session.result.value?.checks);
  const waived = session.waived.value;
  return (
    <>
      {findings.length + failed.length === 0 && <p class="quiet none">{words.noFindings}</p>}
      {findings.map((finding) => (
        <div key={findingKey(finding)} class="line">
          <button type="button" class="link place" onClick={() => jumpTo(session, finding)}>
            {finding.in === 'unit' ? words.inUnit : (rowNameOf(session, finding) ?? words.yaml)}
          </button>
          <Finding finding={finding} />
        </div>
      ))}
      {failed.map(({ text, left, right, difference }) => (
        <div key={text} class="line">
          <button type="button" class="link place" onClick={() => jumpToFigure(session, ['数据', firstNameIn(text)])}>
            {words.checks}
          </button>
          <div class="finding warning">
            <span class="sign" aria-hidden="true">
              ▲
            </span>
            {text}：{left?.shown} ≠ {right?.shown}（{difference?.shown}）
          </div>
        </div>
      ))}
      {waived.length > 0 && (
        <details class="waived">
          <summary>{words.waiver.waived(waived.length)}</summary>
          {waived.map((each) => (
            <div key={`${each.diagnostic.code}${String(each.diagnostic.span.start)}`} class="line">
              <button
                type="button"
                class="link place"
                onClick={() => jumpTo(session, { diagnostic: each.diagnostic, in: 'ruleset' })}
              >
                {rowNameOf(session, { diagnostic: each.diagnostic, in: 'ruleset' }) ?? words.yaml}
              </button>
              <div class="finding info">
                {textOf(each.diagnostic, words.lang)} <span>{words.waiver.because(each.reason)}</span>
                <button type="button" class="fix" onClick={() => unwaive(session, each)}>
                  {words.waiver.undo}
                </button>
              </div>
            </div>
          ))}
        </details>
      )}
    </>
  );

  function firstNameIn(text: string): string {
    const data = session.unit.value?.unit?.data ?? [];
    const named = data.filter(({ name }) => text.includes(name.text));
    return named.toSorted((a, b) => text.indexOf(a.name.text) - text.indexOf(b.name.text))[0]?.name.text ?? '';
  }
}

/** Cross-checks that do not hold. */
export function failedChecks(checks: readonly CheckResult[] = []): readonly CheckResult[] {
  return checks.filter(({ holds }) => holds === false);
}
