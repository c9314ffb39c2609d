/** A formula line against its entry: its findings, and its exact value in the unit the entry asks for. */
import {
  dateText,
  dimensionName,
  equal,
  fromBase,
  type Measure,
  type Rational,
  sameDimension,
  toExactText,
  unitNamed,
} from '../../dsl/index.ts';
import type { FormulaEntry } from './entry.ts';
import { inputText } from './reader.ts';
import { type Checking, missingFindings, unusable, unwantedFindings } from './findings.ts';
import type { Difference } from './report.ts';
import { build, type Built, isError, leafOf, messageOf } from './run.ts';
import { formulaSource, unitSource } from './source.ts';
import { constantOf } from '../ruleset/constant.ts';
import { shownValue } from '../values/figure.ts';
import { unitMeaning } from '../values/measures.ts';
import { plan } from '../run/plan.ts';
import { loadUnit } from '../files/unit-file.ts';
import { isLacking, isTable, type Value } from '../values/value.ts';
import { readValues } from '../ruleset/values.ts';

/** Everything in which a formula differs from its entry. */
export function formulaDifferences(entry: FormulaEntry, checking: Checking): readonly Difference[] {
  const built = build(formulaSource(entry));
  const texts = leafOf(built)?.formulas ?? [];
  const found = missingFindings(entry.findings, entry.remark, built, texts, checking);
  if (entry.result === undefined) return found;
  if (!built.usable) return [unusable(built, checking), ...found];
  const silent = !entry.remark && entry.findings.length === 0;
  const unwanted = silent ? unwantedFindings(built, texts, checking) : [];
  return [...found, ...unwanted, ...valueDifferences(entry, entry.result, built, checking)];
}

function valueDifferences(
  { inputs, unit: unitText = '' }: FormulaEntry,
  result: string,
  { ruleset }: Built,
  { words, lang }: Checking,
): readonly Difference[] {
  const given = [...inputs].map(([name, input]) => `${name}＝${inputText(input)}`).join(words.list);
  const expected = words.case(given, `${result} ${unitText}`);
  const differs = (actual: string): readonly Difference[] => [{ kind: 'formula', expected, actual }];
  const measure = ruleset?.definitions[0]?.measure;
  if (ruleset === undefined || measure === undefined) return differs(words.noValue);
  const figures = new Map([...inputs].map(([name, input]) => [name, inputText(input)]));
  const { unit, diagnostics } = loadUnit(unitSource(ruleset.file.fiscalYear, figures, new Map()), 'unit.yaml');
  const read = unit === undefined ? undefined : readValues(unit, ruleset);
  const errors = [...diagnostics, ...(read?.diagnostics ?? [])].filter(isError);
  if (read === undefined || errors.length > 0)
    return differs(errors.map((finding) => messageOf(finding, lang)).join(' '));
  const value = plan(ruleset).open(read.values).run().valueOf(measure.key);
  const shown = shownIn(value, measure, unitText);
  const wanted = constantOf(result);
  const same = typeof shown === 'object' ? wanted !== undefined && equal(shown, wanted) : shown === result;
  return same ? [] : differs(typeof shown === 'object' ? toExactText(shown) : shown);
}

/** A value in the unit asked for; in words where it is no number, or none in that unit. */
function shownIn(value: Value, { type, unit }: Measure, unitText: string): Rational | string {
  if (isLacking(value)) return `${value.lack} ${value.keys.join(' ')}`;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string' || isTable(value)) return shownValue(value, { type, unit });
  if (type.kind === 'date') return dateText(value);
  const wanted = unitText === '比率' ? unitNamed('比率') : unitMeaning(unitText)?.unit;
  return wanted !== undefined && sameDimension(wanted.dimension, unit.dimension)
    ? fromBase(value, wanted)
    : `${toExactText(fromBase(value, unit))} ${dimensionName(unit.dimension)}`;
}
