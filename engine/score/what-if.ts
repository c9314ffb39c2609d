/**
 * What if a figure were another: the inputs behind an indicator as a unit has them, and the unit with some of them changed. Nothing is
 * written to any file; whoever scores the changed unit scores it as any other.
 */
import { coresOf, type Measure, measuresOf, nameKey, writtenOut } from '../../dsl/index.ts';
import { plainText, type Text } from '../files/locate.ts';
import type { Datum, Given, Judgement, UnitFile, Value as Written } from '../files/unit-file.ts';
import { needsOf } from '../ruleset/needs.ts';
import type { Indicator, Ruleset } from '../ruleset/ruleset.ts';
import { readValues } from '../ruleset/values.ts';
import type { Value } from '../values/value.ts';

/** Something a unit gives, or an assessor answers, that an indicator's points hang on. */
export interface Input {
  readonly measure: Measure;
  /** the keys under which it stands in the unit's file, under the name the unit uses: 数据, 编制数 */
  readonly at: readonly string[];
  /** what the unit has, where that can be read */
  readonly value: Value | undefined;
}

/** An input with what would be written for it. */
export interface Change {
  readonly input: Input;
  readonly text: string;
}

/** The inputs of an indicator, in the order its standard and the formulas behind it mention them. A table is one input. */
export function inputsOf(ruleset: Ruleset, unit: UnitFile, indicator: Indicator): readonly Input[] {
  const needs = needsOf(ruleset);
  const { values } = readValues(unit, ruleset);
  const names = new Map([...ruleset.spellings].map(([spelling, name]) => [nameKey(spelling), name]));
  const used = new Map(unit.data.map(({ name: { text } }) => [names.get(nameKey(text)), text]));
  const cores = indicator.readings.flatMap(({ standard }) => coresOf(standard));
  const measures = cores.flatMap((core) => measuresOf(writtenOut(core, indicator.scope.behind)));
  const distinct = new Map(measures.map((measure) => [measure.key, measure]));
  return [...distinct.values()].flatMap((measure): readonly Input[] => {
    const need = needs.get(measure.key);
    if (need === undefined || need.at.length < 2) return [];
    const at = need.kind === 'field' ? ['数据', used.get(measure.name) ?? measure.name] : need.at;
    return [{ measure, at, value: values.get(measure.key) }];
  });
}

/** The unit with changed figures and answers; of a figure that stands in several places the first, which counts. */
export function withChanges(unit: UnitFile, changes: readonly Change[]): UnitFile {
  return changes.reduce(changed, unit);
}

function changed(unit: UnitFile, { input: { at }, text }: Change): UnitFile {
  const [section, name = '', key = ''] = at;
  return section === '数据'
    ? { ...unit, data: withDatum(unit.data, name, text) }
    : { ...unit, judgements: withAnswer(unit.judgements, name, key, text) };
}

function withDatum(data: readonly Datum[], name: string, text: string): readonly Datum[] {
  const given = written(text);
  const others = data.filter((datum) => nameKey(datum.name.text) !== nameKey(name));
  const before = data.find((datum) => !others.includes(datum));
  if (before === undefined) return [...data, { name: plainText(name), given }];
  return data.map((datum) => (datum === before ? { ...datum, given: inFirst(datum.given, given) } : datum));
}

function inFirst(before: Given, given: Written): Given {
  if (before.kind !== 'statements') return given;
  const [first, ...others] = before.statements;
  return { kind: 'statements', statements: [{ ...first, given }, ...others] };
}

function withAnswer(judgements: readonly Judgement[], name: string, key: string, text: string): readonly Judgement[] {
  const indicator: Text = plainText(name);
  const none: Judgement = { indicator, level: undefined, points: undefined, reason: undefined, phrases: [] };
  const before = judgements.find((each) => nameKey(each.indicator.text) === nameKey(name));
  const judgement = before ?? none;
  const finding = { given: written(text), reason: undefined };
  const others = judgement.phrases.filter(({ phrase }) => nameKey(phrase.text) !== nameKey(key));
  const after: Judgement =
    key === '等级'
      ? { ...judgement, level: finding }
      : key === '评分'
        ? { ...judgement, points: finding }
        : { ...judgement, phrases: [...others, { ...finding, phrase: plainText(key) }] };
  return before === undefined ? [...judgements, after] : judgements.map((each) => (each === before ? after : each));
}

function written(text: string): Written {
  return { kind: 'value', value: plainText(text) };
}
