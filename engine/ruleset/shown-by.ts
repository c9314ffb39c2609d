/**
 * The unit that shows a finding, as lines of its file: what the proof found, completed with something for whatever else the standard
 * asks, so that it can be run as it stands.
 */
import {
  type Behind,
  type Diagnostic,
  type Given,
  type Measure,
  coresOf,
  factText,
  measuresOf,
  onIntegers,
  rational,
  sample,
  type Standard,
  writtenOut,
} from '../../dsl/index.ts';
import type { Need } from '../values/result.ts';
import type { Ruleset } from './ruleset.ts';
import { type NeedNames, needsOf } from './needs.ts';
import { standsPlain } from '../files/yaml.ts';

/** The finding with its example completed by everything else its standard asks. */
export function completed(finding: Diagnostic, standard: Standard, behind: Behind): Diagnostic {
  const { example, beside } = finding;
  if (example === undefined) return finding;
  const asked = coresOf(standard).flatMap((core) => measuresOf(writtenOut(core, behind)));
  return {
    ...finding,
    example: withOthers(example, asked),
    ...(beside === undefined ? {} : { beside: withOthers(beside, asked) }),
  };
}

/** What is given, and something for every other measure that is asked. */
export function withOthers(given: readonly Given[], asked: readonly Measure[]): readonly Given[] {
  const known = new Set(given.map(({ key }) => key));
  const others = new Map(asked.filter(({ key }) => !known.has(key)).map((measure) => [measure.key, measure]));
  return [...given, ...[...others.values()].flatMap(anyOf)];
}

/** Any value of a measure; none where only a table would do. */
function anyOf(measure: Measure): readonly Given[] {
  const { key, type, range, whole } = measure;
  switch (type.kind) {
    case 'truth':
      return [{ key, text: '否' }];
    case 'level':
      return type.words.slice(0, 1).map((text) => ({ key, text }));
    case 'number':
    case 'date': {
      const value = sample(whole ? onIntegers(range) : range) ?? rational(0);
      return [{ key, text: factText(value, measure) }];
    }
    case 'text':
    case 'records':
      return [];
  }
}

/** The findings, the lines of the units that show each of them under `example` and `beside` in their data. */
export function withExamples(findings: readonly Diagnostic[], ruleset: Ruleset): readonly Diagnostic[] {
  if (findings.every(({ example }) => example === undefined)) return findings;
  const needs = needsOf(ruleset);
  return findings.map((finding): Diagnostic => {
    const { example, beside, data } = finding;
    const [shown, other] = [example, beside].map((given) => given && unitLines(given, needs));
    if (shown === undefined) return finding;
    return { ...finding, data: { ...data, example: shown, ...(other === undefined ? {} : { beside: other }) } };
  });
}

function unitLines(given: readonly Given[], needs: NeedNames): string | undefined {
  const placed = given.map(({ key, text }) => ({ need: needs.get(key), text }));
  return placed.every(isPlaced) ? linesOf(placed) : undefined;
}

interface Placed {
  readonly need: Need;
  readonly text: string;
}

function isPlaced(one: { readonly need: Need | undefined; readonly text: string }): one is Placed {
  return one.need !== undefined && one.need.at.length > 1;
}

/** `数据: { 甲: 1 }, 评定: { 某指标: { 资料齐全: 否 } }` */
function linesOf(placed: readonly Placed[]): string {
  return nested(placed.map(({ need, text }) => ({ at: need.at, text })));
}

function nested(entries: readonly { readonly at: readonly string[]; readonly text: string }[]): string {
  const heads = [...new Set(entries.flatMap(({ at }) => at.slice(0, 1)))];
  return heads
    .map((head) => {
      const below = entries.filter(({ at }) => at[0] === head);
      const [first] = below;
      const leaf = first !== undefined && first.at.length === 1;
      const value = leaf
        ? inBraces(first.text, false)
        : `{ ${nested(below.map(({ at, text }) => ({ at: at.slice(1), text })))} }`;
      return `${inBraces(head, true)}: ${value}`;
    })
    .join(', ');
}

/** A key or a value as it may stand within braces; a figure stands as it is. */
export function inBraces(text: string, key: boolean): string {
  const figure = !key && /^-?[\d.]+%?$/.test(text);
  return figure || standsPlain(text, { flow: true, key }) ? text : `'${text.replaceAll("'", "''")}'`;
}
