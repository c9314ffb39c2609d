/**
 * From a ruleset file to a ruleset: dictionary, parameters and formulas become measures, sentences are read in their indicator's
 * surroundings, weights are summed, cycles named. Every finding is moved to its place in the file.
 */
import {
  type Diagnostic,
  type Edit,
  type GradeBand,
  type Measure,
  POINTS,
  type Rational,
  type Report,
  type Scope,
  ZERO,
  add,
  collector,
  compare,
  equal,
  gradeFindings,
  interval,
  minimum,
  nameKey,
  onlyMending,
  readGrades,
  subtract,
  toShortText,
  unitNamed,
} from '../../dsl/index.ts';
import { readWeight } from './constant.ts';
import { readCheck } from './cross-checks.ts';
import { readDictionary, surroundings } from './dictionary.ts';
import { type PlacedLeaf, defineAll } from './formulas.ts';
import { meaningHash } from './hash.ts';
import { readIndicator } from './indicator.ts';
import { type Text, applyEdits, locate } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import { isProofCode } from '../files/messages-proofs.ts';
import { Memory } from './memory.ts';
import type { Caps, Definition, Group, Indicator, Ruleset } from './ruleset.ts';
import type { IndicatorNode, RulesetFile } from '../files/ruleset-file.ts';
import { withExamples } from './shown-by.ts';
import { type Waived, waive } from './waivers.ts';

/** A linked ruleset with everything there is to say about it. It may be scored when no diagnostic is an error. */
export interface Linked {
  readonly ruleset: Ruleset;
  readonly diagnostics: readonly Diagnostic[];
  /** what its author waived; not among `diagnostics` */
  readonly waived: readonly Waived[];
}

/** Gives a ruleset file its meaning; a `memory` of its last state spares the sentences that are as they were. */
export function link(file: RulesetFile, memory = new Memory()): Linked {
  const { report: keep, diagnostics } = collector();
  const definitions = new Map<string, Definition>();
  const computed = new Set<string>();
  /** What could not be computed has been spoken of; those who use it are not at fault. */
  const report: Report = (diagnostic) => {
    const name = diagnostic.code === 'unknown-name' ? diagnostic.data['name'] : undefined;
    if (name === undefined || !computed.has(name) || definitions.has(name)) keep(diagnostic);
  };
  const dictionary = readDictionary(file, report);
  const scopeOf = surroundings(file, dictionary, definitions, computed);
  const leaves = leavesOf(file.indicators, []);
  defineAll(file.parameters, leaves, scopeOf, dictionary, computed, definitions, report);
  memory.turn(file, scopeOf(), definitions);
  const indicators = leaves.map(({ leaf, path }): Indicator =>
    readIndicator(leaf, path, file, scopeOf, definitions, memory, report),
  );
  reportRepeats(leaves, report);
  const weightOf = (text: Text): Rational | undefined => readWeight(text, scopeOf(), definitions, report);
  const groups = groupsOf(file.indicators, indicators, weightOf, report);
  const caps = { bonus: file.bonusCap && weightOf(file.bonusCap), total: file.totalCap && weightOf(file.totalCap) };
  const highest = highestTotal(indicators, caps);
  const total = totalMeasure(highest, file.totalRounding?.places === 0);
  const grades = file.grades === undefined ? [] : readGradeTable(file.grades, total, scopeOf(), report);
  if (file.grades === undefined) report(diagnoseFile('grades-missing', file.title.span));
  const checks = file.crossChecks.flatMap((check) => readCheck(check, scopeOf(), definitions, report));
  const ruleset: Omit<Ruleset, 'hash'> = {
    file,
    fields: dictionary.fields,
    spellings: dictionary.spellings,
    definitions: [...new Set([...definitions.values(), ...indicators.flatMap((indicator) => indicator.definitions)])],
    indicators,
    groups,
    checks,
    total,
    caps,
    grades,
  };
  const hash = meaningHash(ruleset);
  reportHash(file, hash, report);
  const linked: Ruleset = { ...ruleset, hash };
  return { ruleset: linked, ...waive(file, withExamples(diagnostics, linked), (code) => !isProofCode(code)) };
}

function leavesOf(nodes: readonly IndicatorNode[], path: readonly string[]): readonly PlacedLeaf[] {
  return nodes.flatMap((node) =>
    node.kind === 'leaf' ? [{ leaf: node, path }] : leavesOf(node.children, [...path, node.name.text]),
  );
}

function reportRepeats(leaves: readonly PlacedLeaf[], report: Report): void {
  const seen = new Set<string>();
  for (const { leaf } of leaves) {
    const key = nameKey(leaf.name.text);
    if (seen.has(key)) report(diagnoseFile('duplicate-indicator', leaf.name.span, { name: leaf.name.text }));
    seen.add(key);
  }
}

/** Headings in the order of the file; what stands under one is told by place, since two may bear one name. */
function groupsOf(
  nodes: readonly IndicatorNode[],
  indicators: readonly Indicator[],
  weightOf: (text: Text) => Rational | undefined,
  report: Report,
): readonly Group[] {
  let leaf = 0;
  const inside = (nodes: readonly IndicatorNode[], path: readonly string[]): readonly Group[] =>
    nodes.flatMap((node): readonly Group[] => {
      if (node.kind === 'leaf') {
        leaf += 1;
        return [];
      }
      const first = leaf;
      const below = inside(node.children, [...path, node.name.text]);
      const members = Array.from({ length: leaf - first }, (_, index) => first + index);
      const weight = members.map((member) => indicators[member]?.weight ?? ZERO).reduce(add, ZERO);
      const stated = node.weight && weightOf(node.weight);
      if (node.weight !== undefined && stated !== undefined && !equal(stated, weight)) {
        const data = { name: node.name.text, weight: toShortText(stated, 4), sum: toShortText(weight, 4) };
        report(diagnoseFile('weight-mismatch', node.weight.span, data));
      }
      return [{ name: node.name.text, path, weight, members }, ...below];
    });
  return inside(nodes, []);
}

/** The most all indicators give together, bonuses within their cap. */
function highestTotal(indicators: readonly Indicator[], { bonus, total }: Caps): Rational {
  const sum = (of: (indicator: Indicator) => Rational): Rational => indicators.map(of).reduce(add, ZERO);
  const weight = sum((indicator) => indicator.weight);
  const beyond = subtract(
    sum(({ highest }) => highest),
    weight,
  );
  const all = add(weight, bonus === undefined ? beyond : minimum(bonus, beyond));
  return total === undefined ? all : minimum(all, total);
}

function totalMeasure(highest: Rational, whole: boolean): Measure {
  const unit = unitNamed('分');
  if (unit === undefined) throw new Error('the table of units lacks 分');
  const range = interval({ value: ZERO, closed: true }, { value: highest, closed: true });
  return {
    key: '总分',
    name: '总分',
    type: { kind: 'number', dimension: POINTS },
    unit,
    range: compare(highest, ZERO) > 0 ? range : [{}],
    whole,
  };
}

function readGradeTable(text: Text, total: Measure, scope: Scope, report: Report): readonly GradeBand[] {
  const read = (words: string): { readonly grades: readonly GradeBand[]; readonly found: readonly Diagnostic[] } => {
    const { report: keep, diagnostics: found } = collector();
    const grades = readGrades(words, total, scope, keep);
    gradeFindings(grades, total, words, keep);
    return { grades, found };
  };
  const { grades, found } = read(text.text);
  const retry = (edits: readonly Edit[]): readonly Diagnostic[] | undefined => {
    const changed = applyEdits(text.text, edits);
    return changed === undefined ? undefined : read(changed).found;
  };
  for (const finding of onlyMending(found, retry)) report(locate(finding, text));
  return grades;
}

function reportHash(file: RulesetFile, hash: string, report: Report): void {
  if (file.status !== 'published') return;
  if (file.hash === undefined) report(diagnoseFile('hash-missing', file.statusText.span, { actual: hash }));
  else if (file.hash.text !== hash)
    report(diagnoseFile('hash-mismatch', file.hash.span, { expected: file.hash.text, actual: hash }));
}
