/**
 * What the command says of a ruleset itself: its title line, its indicators in order.
 */
import type { IndicatorLeaf, IndicatorNode } from '../engine/index.ts';
import type { Words } from './words.ts';

/** The head of a ruleset, out of its file or out of a result. */
export interface RulesetTitle {
  readonly title: string;
  readonly fiscalYear: number;
  readonly edition: number;
  readonly status: string;
}

/** `标题 · 2020年度 · 第1版 · 草案` */
export function rulesetTitle({ title, fiscalYear, edition, status }: RulesetTitle, words: Words): string {
  return [title, words.year(fiscalYear), words.edition(edition), statusText(status, words)].join(' · ');
}

/** The indicators of a table, in its order. */
export function indicatorsOf(nodes: readonly IndicatorNode[]): IndicatorLeaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : indicatorsOf(node.children)));
}

function statusText(status: string, words: Words): string {
  switch (status) {
    case 'draft':
    case 'published':
    case 'withdrawn':
      return words.rulesetStatus[status];
    default:
      return status;
  }
}
