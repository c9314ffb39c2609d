/**
 * Waivers: a finding its author has seen and keeps, with the reason, written into the ruleset; and taken out again. A waiver is written
 * only if it takes just that finding away.
 */
import {
  addContent,
  nodeAt,
  openRuleset,
  prove,
  remove,
  type SourceFile,
  textOf,
  type TreePath,
  type Waived,
} from '../../engine/index.ts';
import type { PlacedFinding, Session } from '../session.ts';
import { rowAt } from './placed.ts';

const KEY = '豁免';

/** Keys an indicator and a file have before their waivers. */
const BEFORE = [
  '指标',
  '分值',
  '公式',
  '评分标准',
  '量',
  '等级',
  '清单',
  '条件',
  '别称',
  '上限',
  '读法',
  '方向',
  '来源',
  '依据',
  '说明',
  '勾稽',
  '等次',
  KEY,
  '样例',
];

/** Whether a finding can be waived: errors cannot, and nothing about a unit's data. */
export function isWaivable({ diagnostic, in: where }: PlacedFinding): boolean {
  return where === 'ruleset' && diagnostic.severity !== 'error' && diagnostic.code !== 'unused-waiver';
}

/** Writes the waiver of a finding; says so where it cannot be written. */
export function waive(session: Session, { diagnostic }: PlacedFinding, reason: string): void {
  const { code, span } = diagnostic;
  const { text } = session.snapshot.value.ruleset.read;
  const row = rowAt(session.rows.value, span);
  const words = text.slice(span.start, span.end).trim();
  const quoted = /["'\n]/.test(words) || words === '' ? undefined : words;
  const list: TreePath = row === undefined ? [KEY] : [...row.path, KEY];
  const tries = row === undefined ? [quoted] : [quoted, undefined];
  const said = textOf(diagnostic, 'zh');
  const before = saidIn(text).filter((each) => each === said).length;
  session.settle();
  session.changeRuleset((file) => {
    for (const place of new Set(tries)) {
      const item = new Map([['码', code], ...(place === undefined ? [] : [['处', place] as const]), ['理由', reason]]);
      const waived = addContent(file, list, countIn(file, list), item, { order: BEFORE });
      const after = waived && saidIn(waived.text);
      if (after?.filter((each) => each === said).length === before - 1) return waived;
    }
    return undefined;
  });
}

/** Takes a waiver out again. */
export function unwaive(session: Session, { diagnostic, reason }: Waived): void {
  session.settle();
  session.changeRuleset((file) => {
    for (const list of [[KEY], ...session.rows.value.map(({ path }) => [...path, KEY])]) {
      const node = nodeAt(file.root, list);
      if (node?.kind !== 'list') continue;
      const at = node.items.findIndex((_, index) => {
        const of = (key: string): string | undefined => textAt(file, [...list, index, key]);
        return of('码') === diagnostic.code && of('理由') === reason;
      });
      if (at >= 0) return remove(file, node.items.length === 1 ? list : [...list, at]);
    }
    return undefined;
  });
}

function textAt({ root }: SourceFile, path: TreePath): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === 'scalar' ? node.text : undefined;
}

function countIn({ root }: SourceFile, list: TreePath): number {
  const node = nodeAt(root, list);
  return node?.kind === 'list' ? node.items.length : 0;
}

/** Everything found of a ruleset, as it is said. */
function saidIn(text: string): readonly string[] {
  const { loaded, linked } = openRuleset(text, '');
  return [...loaded.diagnostics, ...(linked === undefined ? [] : prove(linked).diagnostics)].map((each) =>
    textOf(each, 'zh'),
  );
}
