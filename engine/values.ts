/**
 * A unit's file against a ruleset's dictionary: texts become values, or findings with their place. What is missing stays missing;
 * of a figure that stands in several places the first counts, and a difference is a finding.
 */
import {
  type Diagnostic,
  type Measure,
  type Rational,
  type Report,
  collector,
  contains,
  dateValue,
  equal,
  foldWidth,
  isInteger,
  multiply,
  nameKey,
  nearest,
  parseDecimal,
  rational,
  sameDimension,
  toBase,
  unitNamed,
} from '../dsl/index.ts';
import { figure } from './figure.ts';
import { phraseKey } from './indicator.ts';
import type { Text } from './locate.ts';
import { diagnoseFile } from './messages.ts';
import type { Indicator, Ruleset } from './ruleset.ts';
import type { Finding, Judgement, Statement, UnitFile, Value as GivenValue } from './unit-file.ts';
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
      unknown('unknown-field', name, [...ruleset.spellings.keys()], report);
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

/** The value of a text under a measure's type; reports and yields undefined when it is none. */
function readValue(
  { kind, value: text }: GivenValue,
  measure: Measure,
  name: string,
  report: Report,
): Value | undefined {
  const plain = text.text.trim();
  const value = brief(plain);
  if (kind === 'not-applicable') return { lack: 'not-applicable', keys: [measure.key] };
  const { type } = measure;
  switch (type.kind) {
    case 'truth': {
      const yes = YES.has(plain);
      if (!yes && !NO.has(plain)) report(diagnoseFile('not-yes-no', text.span, { name, value }));
      return yes || NO.has(plain) ? yes : undefined;
    }
    case 'level':
      if (type.words.includes(plain)) return plain;
      report(diagnoseFile('not-an-option', text.span, { name, value, options: type.words.join('、') }));
      return undefined;
    case 'text':
      return plain;
    case 'date': {
      const date = /\d{4}/.test(plain) ? dateValue(plain, 1970) : undefined;
      if (date === undefined) report(diagnoseFile('not-a-date', text.span, { name, value }));
      return date;
    }
    case 'number': {
      const number = readNumber(text, measure, name, report);
      if (number === undefined) return undefined;
      if (contains(measure.range, number) && (!measure.whole || isInteger(number))) return number;
      report(diagnoseFile('out-of-range', text.span, { name, value, range: rangeWords(measure) }));
      return undefined;
    }
  }
}

const YES: ReadonlySet<string> = new Set(['是', '有', '符合', 'true', 'True', 'TRUE']);
const NO: ReadonlySet<string> = new Set(['否', '无', '不符合', 'false', 'False', 'FALSE']);
const NUMBER = /^([-+−]?[\d.,]+)\s*(.*)$/;

function readNumber(text: Text, measure: Measure, name: string, report: Report): Rational | undefined {
  const found = NUMBER.exec(foldWidth(text.text).trim());
  const number = found === null ? undefined : parseDecimal((found[1] ?? '').replace('−', '-'));
  const [, , suffix = ''] = found ?? [];
  const known = suffix === '' || unitNamed(suffix.trim()) !== undefined;
  if (number === undefined || (!known && /^[\dA-Za-z]/.test(suffix))) {
    report(diagnoseFile('not-a-number', text.span, { name, value: brief(text.text), unit: measure.unit.name }));
    return undefined;
  }
  const unit = suffix === '' ? bareUnit(measure) : unitNamed(suffix.trim());
  if (unit === undefined || !sameDimension(unit.dimension, measure.unit.dimension)) {
    report(diagnoseFile('wrong-unit', text.span, { name, value: brief(text.text), unit: measure.unit.name }));
    return undefined;
  }
  return toBase(number, unit);
}

const LONGEST = 24;

/** A text as a message repeats it. */
function brief(text: string): string {
  const chars = [...text.trim()];
  return chars.length <= LONGEST ? chars.join('') : `${chars.slice(0, LONGEST).join('')}…`;
}

/** A figure without a unit is in the dictionary's; a ratio then is a plain number, 0.5 for 50%. */
function bareUnit({ unit }: Measure): Measure['unit'] | undefined {
  return unit.dimension.length === 0 ? unitNamed('比率') : unit;
}

function rangeWords({ range, whole, unit }: Measure): string {
  const number = (value: Rational): string => figure(value, unit).shown;
  const parts = range.map(({ low, high }) => {
    if (low !== undefined && high !== undefined) return `${number(low.value)}—${number(high.value)}`;
    if (low !== undefined) return `${low.closed ? '≥' : '＞'}${number(low.value)}`;
    return high === undefined ? '不限' : `${high.closed ? '≤' : '＜'}${number(high.value)}`;
  });
  return `（${parts.join('或')}${whole ? '，整数' : ''}）`;
}

function writtenAs(text: string, { type, unit }: Measure): string {
  const plain = foldWidth(text).trim();
  return type.kind === 'number' && unit.dimension.length > 0 && /^[-+−\d.,]+$/.test(plain)
    ? `${plain}${unit.name}`
    : plain;
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
  const title = suggestion === undefined ? undefined : { zh: `改为“${suggestion}”`, en: `change to “${suggestion}”` };
  const edits =
    suggestion === undefined
      ? undefined
      : text.rewrite([{ span: { start: 0, end: text.text.length }, text: suggestion }]);
  const fixes = title === undefined || edits === undefined ? [] : [{ title, edits }];
  report(
    diagnoseFile(code, text.span, { name: text.text, ...(suggestion === undefined ? {} : { suggestion }) }, fixes),
  );
}
