/**
 * A unit's file against a ruleset's dictionary: texts become values, or findings with their place. What is missing stays missing;
 * of a figure that stands in several places the first counts, and a difference is a finding.
 */
import {
  type Diagnostic,
  type Measure,
  type Report,
  collector,
  equal,
  foldWidth,
  multiply,
  nameKey,
  nearest,
  parseDecimal,
  rational,
} from '../dsl/index.ts';
import { phraseKey } from './indicator.ts';
import type { Text } from './locate.ts';
import { diagnoseFile } from './messages.ts';
import { brief, readValue, writtenAs } from './read-value.ts';
import { rewriting } from './rewriting.ts';
import type { Indicator, Ruleset } from './ruleset.ts';
import type { Finding, Judgement, Statement, UnitFile } from './unit-file.ts';
import type { Value } from './value.ts';

/** An answer's words as given, with the reason. */
export interface Answer {
  readonly given: string;
  /** where it stands */
  readonly text: Text;
  readonly reason: string | undefined;
}

/** A unit's values by measure key, figures as written for explanations, answers with their reasons. */
export interface UnitValues {
  readonly values: ReadonlyMap<string, Value>;
  readonly written: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads all values of a unit. */
export function readValues(unit: UnitFile, ruleset: Ruleset): UnitValues {
  const { report, diagnostics } = collector();
  const values = new Map<string, Value>();
  const written = new Map<string, string>();
  const answers = new Map<string, Answer>();
  const fieldNames = new Map([...ruleset.spellings].map(([spelling, name]) => [nameKey(spelling), name]));
  const once = oncePerThing(report);
  for (const { name, given } of unit.data) {
    const measure = ruleset.fields.get(fieldNames.get(nameKey(name.text)) ?? '');
    if (measure === undefined) {
      unknown('unknown-field', name, freeFields(unit, ruleset), report);
      continue;
    }
    if (!once(measure.key, name)) continue;
    if (given.kind === 'rows') {
      report(diagnoseFile('not-one-figure', name.span, { name: name.text }));
      continue;
    }
    const first = given.kind === 'statements' ? given.statements[0].given : given;
    const value = readValue(first, measure, name.text, report);
    if (value !== undefined) {
      values.set(measure.key, value);
      written.set(measure.key, writtenAs(first.value.text, measure));
    }
    if (given.kind === 'statements') compareStatements(given.statements, value, measure, report);
  }
  for (const judgement of unit.judgements) readJudgement(judgement, ruleset, values, answers, once, report);
  return { values, written, answers, diagnostics };
}

/** The spellings of all fields the unit does not give under another name: only these can be what a misspelt name means. */
function freeFields(unit: UnitFile, ruleset: Ruleset): readonly string[] {
  const spellings = [...ruleset.spellings];
  const given = new Set(unit.data.map(({ name }) => nameKey(name.text)));
  const taken = new Set(spellings.flatMap(([spelling, name]) => (given.has(nameKey(spelling)) ? [name] : [])));
  return spellings.flatMap(([spelling, name]) => (taken.has(name) ? [] : [spelling]));
}

/** Whether a thing is given for the first time; a second time, by whatever name, is reported. */
type Once = (key: string, name: Text) => boolean;

function oncePerThing(report: Report): Once {
  const given = new Map<string, Text>();
  return (key, name) => {
    const earlier = given.get(key);
    if (earlier === undefined) given.set(key, name);
    else report(diagnoseFile('given-twice', name.span, { name: name.text, other: earlier.text }));
    return earlier === undefined;
  };
}

function compareStatements(
  statements: readonly Statement[],
  first: Value | undefined,
  measure: Measure,
  report: Report,
): void {
  const [head, ...others] = statements;
  if (head === undefined) return;
  for (const { given, place } of others) {
    const value = readValue(given, measure, measure.name, report);
    if (value === undefined || first === undefined || sameValue(value, first)) continue;
    report(
      diagnoseFile('figures-differ', given.value.span, {
        name: measure.name,
        place: head.place.text,
        value: writtenAs(head.given.value.text, measure),
        otherPlace: place.text,
        other: writtenAs(given.value.text, measure),
      }),
    );
  }
}

function sameValue(left: Value, right: Value): boolean {
  if (typeof left === 'object' && typeof right === 'object' && 'numerator' in left && 'numerator' in right)
    return equal(left, right);
  return left === right;
}

function readJudgement(
  judgement: Judgement,
  ruleset: Ruleset,
  values: Map<string, Value>,
  answers: Map<string, Answer>,
  once: Once,
  report: Report,
): void {
  const indicator = ruleset.indicators.find(({ name }) => nameKey(name) === nameKey(judgement.indicator.text));
  if (indicator === undefined) {
    unknown(
      'unknown-indicator',
      judgement.indicator,
      ruleset.indicators.map(({ name }) => name),
      report,
    );
    return;
  }
  const take = (finding: Finding, measure: Measure, name: Text = judgement.indicator): void => {
    if (!once(measure.key, name)) return;
    const value =
      measure.key === indicator.choice?.key
        ? readChoice(finding, indicator, report)
        : readValue(finding.given, measure, measure.name, report);
    if (value !== undefined) values.set(measure.key, value);
    answers.set(measure.key, {
      given: finding.given.value.text,
      text: finding.given.value,
      reason: finding.reason?.text ?? judgement.reason?.text,
    });
  };
  const notAsked = (text: Text): void => {
    const asked = indicator.phrases.map(({ name }) => name);
    const suggestion = nearest(text.text, asked);
    report(
      diagnoseFile('unknown-phrase', text.span, {
        indicator: indicator.name,
        phrase: text.text,
        ...(suggestion === undefined ? {} : { suggestion }),
      }),
    );
  };
  if (judgement.level !== undefined) {
    if (indicator.level === undefined) notAsked(judgement.level.given.value);
    else take(judgement.level, indicator.level);
  }
  if (judgement.points !== undefined) {
    if (indicator.choice === undefined) notAsked(judgement.points.given.value);
    else take(judgement.points, indicator.choice);
  }
  for (const phrase of judgement.phrases) {
    const key = nameKey(phraseKey(phrase.phrase.text));
    const measure = indicator.phrases.find(({ name }) => nameKey(name) === key);
    if (measure === undefined) notAsked(phrase.phrase);
    else take(phrase, measure, phrase.phrase);
  }
}

/** 评分: points, or with % a share of the indicator's 分值. */
function readChoice({ given }: Finding, indicator: Indicator, report: Report): Value | undefined {
  const text = foldWidth(given.value.text).trim();
  const share = /^([\d.]+)\s*%$/.exec(text);
  const number = parseDecimal(share?.[1] ?? text.replace(/\s*分$/, ''));
  if (number === undefined)
    report(
      diagnoseFile('not-a-number', given.value.span, {
        name: `${indicator.name}评分`,
        value: brief(given.value.text),
        unit: '分',
      }),
    );
  if (number === undefined || share === null) return number;
  return multiply(multiply(number, rational(1n, 100n)), indicator.weight);
}

function unknown(
  code: 'unknown-field' | 'unknown-indicator',
  text: Text,
  candidates: readonly string[],
  report: Report,
): void {
  const suggestion = nearest(text.text, candidates);
  if (suggestion === undefined) report(diagnoseFile(code, text.span, { name: text.text }));
  else report(diagnoseFile(code, text.span, { name: text.text, suggestion }, rewriting(text, suggestion)));
}
