/**
 * Parameters and formulas: the measures a ruleset computes. They may use each other in any order; those that need themselves, by
 * whatever way, are named as a circle.
 */
import {
  type Checked,
  type Diagnostic,
  type Report,
  type Unit,
  EVERYTHING,
  ONE,
  collector,
  diagnose,
  formulaHead,
  readExpression,
  reachable,
  readFormula,
  sameDimension,
  writtenOut,
} from '../../dsl/index.ts';
import { inUnit } from './constant.ts';
import type { Dictionary, ScopeOf } from './dictionary.ts';
import { beforeBrackets } from './follow-ons.ts';
import { cyclesOf } from './graph.ts';
import { type Text, locate } from '../files/locate.ts';
import { type UnitMeaning, measureOf, unitMeaning } from '../values/measures.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Definition } from './ruleset.ts';
import type { IndicatorLeaf, Parameter } from '../files/ruleset-file.ts';

export interface PlacedLeaf {
  readonly leaf: IndicatorLeaf;
  readonly path: readonly string[];
}

/** Something that is computed, still to be read; `read` reports in places of `text`. */
interface Computed {
  readonly name: string;
  readonly text: Text;
  readonly read: (report: Report) => Definition | undefined;
}

/** Declares every parameter and formula by name in `names`, then reads them into `definitions`. */
export function defineAll(
  parameters: readonly Parameter[],
  leaves: readonly PlacedLeaf[],
  scopeOf: ScopeOf,
  { claim }: Dictionary,
  names: Set<string>,
  definitions: Map<string, Definition>,
  report: Report,
): void {
  const computed: Computed[] = [];
  for (const parameter of parameters) {
    const { name, value } = parameter;
    if (claim(name.text, name.span, '参数'))
      computed.push({
        name: name.text,
        text: value,
        read: (found) => readParameter(parameter, scopeOf, found, report),
      });
  }
  for (const { leaf } of leaves) {
    for (const text of leaf.formulas) {
      const { name: own, nameSpan } = formulaHead(text.text, scopeOf());
      const name = own ?? leaf.name.text;
      if (claim(name, own === undefined ? leaf.name.span : text.at(nameSpan), '公式'))
        computed.push({ name, text, read: (found) => readComputed(name, text, scopeOf, found) });
    }
  }
  for (const { name } of computed) names.add(name);
  readAll(computed, definitions, report);
}

/** Reads again and again what still waits for another, until nothing more can be read; what is left goes round in circles. */
function readAll(computed: readonly Computed[], definitions: Map<string, Definition>, report: Report): void {
  let waiting = computed;
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length;
    const open = new Set(waiting.map(({ name }) => name));
    waiting = waiting.filter((one) => {
      const { report: keep, diagnostics } = collector();
      const definition = one.read(keep);
      const waits = awaited(diagnostics, open).length > 0;
      if (waits) return true;
      for (const diagnostic of beforeBrackets(diagnostics)) report(locate(diagnostic, one.text));
      if (definition !== undefined) definitions.set(one.name, definition);
      return false;
    });
  }
  const open = new Set(waiting.map(({ name }) => name));
  const edges = new Map<string, readonly string[]>();
  for (const one of waiting) {
    const { report: keep, diagnostics } = collector();
    one.read(keep);
    const needed = awaited(diagnostics, open);
    edges.set(
      one.name,
      needed.map(({ data }) => data['name'] ?? ''),
    );
    for (const diagnostic of diagnostics) if (!needed.includes(diagnostic)) report(locate(diagnostic, one.text));
  }
  for (const cycle of cyclesOf(edges)) {
    const first = waiting.find(({ name }) => name === cycle[0]);
    const path = [...cycle, ...cycle.slice(0, 1)].join(' → ');
    if (first !== undefined) report(diagnoseFile('cycle', first.text.span, { path }));
  }
}

/** The findings that say no more than that something is not read yet. */
function awaited(diagnostics: readonly Diagnostic[], open: ReadonlySet<string>): readonly Diagnostic[] {
  return diagnostics.filter(({ code, data }) => code === 'unknown-name' && open.has(data['name'] ?? ''));
}

function readComputed(name: string, text: Text, scopeOf: ScopeOf, report: Report): Definition | undefined {
  const scope = scopeOf({ weighted: true });
  const { value, body } = readFormula(text.text, scope, report);
  if (value === undefined) return undefined;
  const { type, unit, core } = value;
  const ratio = type.kind === 'number' && type.dimension.length === 0 ? unitMeaning('比率') : undefined;
  const computed = measureOf(`公式:${name}`, name, ratio ?? { type, unit });
  const counts = (core.kind === 'rows' && core.name === 'count') || (core.kind === 'peers' && core.name === 'rank');
  const reach = reachable(writtenOut(core, scope.behind));
  const measure = counts ? computed : { ...computed, whole: false, range: EVERYTHING, reach };
  return { measure, value: core, text, body };
}

/** `inFile` takes findings on the unit, which stands outside the text of the value. */
function readParameter(
  { name, value, unit }: Parameter,
  scopeOf: ScopeOf,
  report: Report,
  inFile: Report,
): Definition | undefined {
  const read = readExpression(value.text, scopeOf(), report);
  if (read === undefined) return undefined;
  const meaning: UnitMeaning | undefined =
    unit === undefined ? { type: read.type, unit: read.unit } : unitMeaning(unit.text);
  if (meaning === undefined) {
    inFile(diagnoseFile('unknown-unit', unit?.span ?? name.span, { unit: unit?.text ?? '' }));
    return undefined;
  }
  if (!fits(read, meaning)) {
    const data = { left: meaning.unit.name, right: read.unit.name, action: '换算' };
    report(diagnose('unit-mismatch', { start: 0, end: value.text.length }, data));
    return undefined;
  }
  const core = read.bare ? inUnit(read.core, factorOf(meaning, unit?.text)) : read.core;
  const measure = measureOf(`参数:${name.text}`, name.text, meaning);
  return { measure, value: core, text: value, body: { start: 0, end: value.text.length } };
}

function fits(read: Checked, { type }: UnitMeaning): boolean {
  if (type.kind !== 'number' || read.type.kind !== 'number') return type.kind === read.type.kind;
  return read.bare || sameDimension(type.dimension, read.type.dimension);
}

/** What a bare figure counts in: its unit; a 比率 is a plain number, as everywhere. */
function factorOf({ unit }: UnitMeaning, text: string | undefined): Unit['factor'] {
  return unit.dimension.length === 0 && text !== unit.name ? ONE : unit.factor;
}
