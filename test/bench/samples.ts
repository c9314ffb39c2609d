/** What is measured: the sentences of the conformance lists, a ruleset of a hundred indicators, and units of the founding report. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { link, loadRuleset, loadUnit, type Ruleset, type RulesetFile, type UnitFile } from '../../engine/index.ts';

const ROOT = new URL('../../', import.meta.url);
const RULESET = 'rulesets/xiangxi-department/2020.yaml';
const UNIT = 'rulesets/xiangxi-department/units/2020/investment-promotion-center.yaml';

function text(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}

interface Leaf {
  readonly 指标: string;
  readonly 公式?: string | readonly string[];
  readonly 样例?: unknown;
}

/** The text of a ruleset of `count` indicators: the 21 of the founding report over and over, each time under names of their own. */
export function largeRuleset(count: number): string {
  const source = parse(text(RULESET)) as { readonly 指标: readonly unknown[] };
  const leaves = leavesOf(source.指标);
  const indicators = Array.from({ length: count }, (_, index) => {
    const leaf = leaves[index % leaves.length];
    if (leaf === undefined) throw new Error('the ruleset has indicators');
    const copy = Math.floor(index / leaves.length);
    return copy === 0 ? leaf : renamed(leaf, `（${String(copy)}）`);
  });
  return JSON.stringify({ ...source, 状态: '草案', 指标: indicators, 样例: undefined, 指纹: undefined });
}

function leavesOf(nodes: readonly unknown[]): readonly Leaf[] {
  return nodes.flatMap((node) => {
    if (typeof node !== 'object' || node === null) return [];
    if ('下级' in node && Array.isArray(node.下级)) return leavesOf(node.下级);
    return '指标' in node && typeof node.指标 === 'string' ? [{ ...node, 指标: node.指标, 样例: undefined }] : [];
  });
}

/** The indicator, and what its formula computes, under another name. */
function renamed(leaf: Leaf, mark: string): Leaf {
  const [formula = ''] = [leaf.公式].flat();
  const own = formula.split(/[＝=]/)[0] ?? '';
  const names = [...new Set([leaf.指标, own])].filter((name) => name !== '');
  const json = names.reduce((source, name) => source.replaceAll(name, `${name}${mark}`), JSON.stringify(leaf));
  return JSON.parse(json) as Leaf;
}

/** A ruleset file as read. */
export function loaded(source: string): RulesetFile {
  const { ruleset, diagnostics } = loadRuleset(source, 'bench.yaml');
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (ruleset === undefined || fault !== undefined)
    throw new Error(`a ruleset of the bench has a fault: ${fault?.code ?? ''}`);
  return ruleset;
}

/** A ruleset linked, without a fault. */
export function linked(file: RulesetFile): Ruleset {
  const { ruleset, diagnostics } = link(file);
  const fault = diagnostics.find(({ severity, code }) => severity === 'error' && code !== 'hash-mismatch');
  if (fault !== undefined)
    throw new Error(`a ruleset of the bench has a fault: ${fault.code} ${JSON.stringify(fault.data)}`);
  return ruleset;
}

/** The ruleset of the founding report. */
export function foundingRuleset(): Ruleset {
  return linked(loaded(text(RULESET)));
}

/** The founding unit `count` times, its budget figures a little different each time. */
export function units(count: number): readonly UnitFile[] {
  const source = text(UNIT);
  return Array.from({ length: count }, (_, index) => {
    const moved = source
      .replace('本年追加预算: 97.43', `本年追加预算: ${(97.43 + index * 3.17).toFixed(2)}`)
      .replace('年初预算: 85.07', `年初预算: ${(85.07 + index * 1.1).toFixed(2)}`);
    const { unit } = loadUnit(moved, `unit-${String(index)}.yaml`);
    if (unit === undefined) throw new Error('a unit of the bench has a fault');
    return unit;
  });
}
