/** From a finding to its place: the cell, the field of the form, or the line of the YAML. */
import type { PlacedFinding, Session } from '../session.ts';
import { deepest } from '../unit/located.ts';
import { byCell, rowAt } from './placed.ts';

/** The name of the row a finding is about; undefined where it is about none. */
export function rowNameOf(session: Session, { diagnostic }: PlacedFinding): string | undefined {
  return rowAt(session.rows.value, diagnostic.span)?.name;
}

/** Shows where a finding is. */
export function jumpTo(session: Session, finding: PlacedFinding): void {
  if (finding.in === 'unit') {
    const root = session.unit.value?.root;
    jumpToFigure(session, root === undefined ? [] : deepest(root, finding));
    return;
  }
  const [key] = [...byCell(session.rows.value, [finding]).keys()];
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

/** Shows a figure or an answer of the unit in the form, by the name it goes under there. */
export function jumpToFigure(session: Session, path: readonly (string | number)[]): void {
  session.right.value = 'data';
  const names = path
    .filter((key) => typeof key === 'string')
    .slice(1)
    .toReversed();
  requestAnimationFrame(() => {
    const entries = [...document.querySelectorAll<HTMLElement>('.form .entry, .form fieldset')];
    const found = names.flatMap((name) => entries.find(({ textContent }) => textContent.startsWith(name)) ?? [])[0];
    found?.scrollIntoView({ block: 'center' });
    found?.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
  });
}
