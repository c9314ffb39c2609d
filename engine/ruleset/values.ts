/**
 * A unit's file against a ruleset's dictionary: texts become values, or findings with their place. What is missing stays missing;
 * of a figure that stands in several places the first counts, and a difference is a finding.
 */
import { type Diagnostic, type Measure, type Report, collector, equal, nameKey } from '../../dsl/index.ts';
import { checkFields } from './field-rules.ts';
import { type Answer, type Once, readJudgement } from './judgements.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import { readTable } from '../values/read-table.ts';
import { readValue, writtenAs } from '../values/read-value.ts';
import { reportUnknown } from '../files/rewriting.ts';
import type { Ruleset } from './ruleset.ts';
import type { Field } from '../files/ruleset-file.ts';
import type { Statement, UnitFile } from '../files/unit-file.ts';
import type { Value } from '../values/value.ts';

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
      reportUnknown('unknown-field', name, freeFields(unit, ruleset), report);
      continue;
    }
    if (!once(measure.key, name)) continue;
    if (given.kind === 'rows') {
      const table = readTable(name, given.rows, measure, fieldOf(ruleset, measure.name), report);
      if (table !== undefined) values.set(measure.key, table);
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
  checkFields(unit, ruleset, report);
  for (const judgement of unit.judgements) readJudgement(judgement, ruleset, { values, answers, once }, report);
  return { values, written, answers, diagnostics };
}

function fieldOf({ file }: Ruleset, name: string): Field | undefined {
  return file.fields.find((field) => field.name.text === name);
}

/** The spellings of all fields the unit does not give under another name: only these can be what a misspelt name means. */
function freeFields(unit: UnitFile, ruleset: Ruleset): readonly string[] {
  const spellings = [...ruleset.spellings];
  const given = new Set(unit.data.map(({ name }) => nameKey(name.text)));
  const taken = new Set(spellings.flatMap(([spelling, name]) => (given.has(nameKey(spelling)) ? [name] : [])));
  return spellings.flatMap(([spelling, name]) => (taken.has(name) ? [] : [spelling]));
}

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
