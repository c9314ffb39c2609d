/**
 * The product's own road, run on an entry: ruleset file → loaded → linked, unit file → loaded → scored. Everything that is compared
 * comes from here. An input is given to what it is for: figures to 数据, the rest to the assessor's 评定.
 */
import {
  type Diagnostic,
  type Lang,
  type Rational,
  type Severity,
  type Span,
  subtract,
  toExactText,
} from '../../dsl/index.ts';
import type { StandardEntry } from './entry.ts';
import type { EntryInput } from './reader.ts';
import { INDICATOR, RESERVE, unitSource } from './source.ts';
import { link } from '../ruleset/link.ts';
import { textOf } from '../files/messages.ts';
import type { IndicatorResult, ScoreResult } from '../values/result.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import { type IndicatorLeaf, loadRuleset, type RulesetFile } from '../files/ruleset-file.ts';
import { score } from '../score/score.ts';
import { constantOf } from '../ruleset/constant.ts';
import { loadUnit } from '../files/unit-file.ts';

/** A ruleset file read as far as it goes. */
export interface Built {
  readonly source: string;
  readonly file: RulesetFile | undefined;
  readonly ruleset: Ruleset | undefined;
  readonly findings: readonly Diagnostic[];
  /** Nothing found is an error, so that units can be scored. */
  readonly usable: boolean;
}

/** Loads and links a ruleset file. */
export function build(source: string): Built {
  const { ruleset: file, diagnostics } = loadRuleset(source, 'conformance.yaml');
  if (file === undefined || diagnostics.some(isError))
    return { source, file, ruleset: undefined, findings: diagnostics, usable: false };
  const linked = link(file);
  const findings = [...diagnostics, ...linked.diagnostics];
  return { source, file, ruleset: linked.ruleset, findings, usable: !findings.some(isError) };
}

/** The indicator an entry became, as its file has it. */
export function leafOf({ file }: Built): IndicatorLeaf | undefined {
  const node = file?.indicators[0];
  return node?.kind === 'leaf' ? node : undefined;
}

/** Whether a finding keeps a file from being used. */
export function isError({ severity }: { readonly severity: Severity }): boolean {
  return severity === 'error';
}

/** A finding in a few words: its code and the words it points at. */
export function findingText({ code, span }: Diagnostic, { source }: Built): string {
  return `${code}“${plain(source.slice(span.start, span.end))}”`;
}

/** The message of a finding, with its code. */
export function messageOf(diagnostic: Diagnostic, lang: Lang): string {
  return `[${diagnostic.code}] ${textOf(diagnostic, lang)}`;
}

/** Whether one span contains the other. */
export function nested(left: Span, right: Span): boolean {
  const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
  return within(left, right) || within(right, left);
}

/** What scoring an input came to, or why it was refused, or that it cannot be told what the input is for. */
export type Ran =
  | { readonly kind: 'scored' | 'unscored'; readonly indicator: IndicatorResult; readonly result: ScoreResult }
  | { readonly kind: 'refused'; readonly findings: readonly Diagnostic[] }
  | { readonly kind: 'unclear' };

/** Scores one input of a sentence. */
export function run(built: Built, entry: StandardEntry, input: EntryInput): Ran {
  const { ruleset } = built;
  const [indicator] = ruleset?.indicators ?? [];
  if (ruleset === undefined || indicator === undefined) throw new Error('only a linked ruleset can be run');
  const given = assign(entry, indicator, input);
  return given === undefined ? { kind: 'unclear' } : runUnit(ruleset, given.figures, given.judged);
}

/** Scores a unit with these figures and judgements. */
export function runUnit(
  ruleset: Ruleset,
  figures: ReadonlyMap<string, string>,
  judged: ReadonlyMap<string, string>,
): Ran {
  const { unit, diagnostics } = loadUnit(unitSource(ruleset.file.fiscalYear, figures, judged), 'unit.yaml');
  if (unit === undefined || diagnostics.some(isError))
    return { kind: 'refused', findings: diagnostics.filter(isError) };
  const result = score(ruleset, unit);
  const refusals = result.diagnostics.filter(isError);
  if (refusals.length > 0) return { kind: 'refused', findings: refusals };
  const indicator = result.indicators.find(({ name }) => name === INDICATOR);
  if (indicator === undefined) throw new Error('the result lacks the indicator');
  return { kind: indicator.status === 'scored' ? 'scored' : 'unscored', indicator, result };
}

/** How a run ended: the points, the status with the range still possible, or why the input was refused. */
export function ranText(ran: Ran, lang: Lang, unclear: string): string {
  switch (ran.kind) {
    case 'unclear':
      return unclear;
    case 'refused':
      return ran.findings.map((finding) => messageOf(finding, lang)).join(' ');
    case 'scored':
    case 'unscored': {
      const { status, points, low, high, needs } = ran.indicator;
      if (points !== undefined) return toExactText(points);
      const names = needs.length === 0 ? '' : ` ${needs.map(({ name }) => name).join('、')}`;
      return `${status}${names} ${toExactText(low)}—${toExactText(high)}`;
    }
  }
}

/** What the sentence carried into the total beside its own points. */
export function spillOf({ indicator, result }: Extract<Ran, { kind: 'scored' | 'unscored' }>): Rational | undefined {
  const { total } = result;
  const reserve = constantOf(String(RESERVE));
  return total.points === undefined || indicator.points === undefined || reserve === undefined
    ? undefined
    : subtract(subtract(total.points, reserve), indicator.points);
}

interface Given {
  readonly figures: Map<string, string>;
  readonly judged: Map<string, string>;
}

/** Figures and judgements of an input; undefined when it is not clear what it is for. */
function assign(entry: StandardEntry, indicator: Indicator, input: EntryInput): Given | undefined {
  const given: Given = { figures: new Map(), judged: new Map() };
  const named = (name: string, value: string): void => {
    const meant = entry.measures.has(name) ? name : (entry.aliases.get(name) ?? name);
    (entry.measures.has(meant) ? given.figures : given.judged).set(meant, value);
  };
  switch (input.kind) {
    case 'value': {
      const name = soleName(entry, indicator, input.value);
      if (name !== undefined) named(name, input.value);
      return name === undefined ? undefined : given;
    }
    case 'list':
      return assignItems(entry, indicator, input.values, given);
    case 'map':
      for (const [name, value] of input.values) {
        if (value.kind === 'value') named(name, value.value);
        else if (value.kind === 'map' || assignItems(entry, indicator, value.values, given) === undefined)
          return undefined;
      }
      return given;
  }
}

function assignItems(
  entry: StandardEntry,
  indicator: Indicator,
  values: readonly (string | undefined)[],
  given: Given,
): Given | undefined {
  const items = entry.items.length > 0 ? entry.items : indicator.phrases.map(({ name }) => name);
  if (items.length !== values.length) return undefined;
  items.forEach((item, index) => {
    const value = values[index];
    if (value !== undefined) given.judged.set(item, value);
  });
  return given;
}

/** What a bare value is for: the level when it is one of its words, else the one thing that is asked for. */
function soleName(
  { measures, conditions, items, levels }: StandardEntry,
  indicator: Indicator,
  value: string,
): string | undefined {
  if (levels.includes(value)) return '等级';
  if (measures.size > 0) return measures.size === 1 ? [...measures.keys()][0] : undefined;
  if (levels.length > 0) return '等级';
  const declared = [...conditions.keys(), ...items];
  const asked = declared.length > 0 ? declared : indicator.phrases.map(({ name }) => name);
  if (asked.length > 0) return asked.length === 1 ? asked[0] : undefined;
  return indicator.level !== undefined ? '等级' : indicator.choice !== undefined ? '评分' : undefined;
}

/** A piece of the generated JSON as the text it stands for. */
function plain(source: string): string {
  return source.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1');
}
