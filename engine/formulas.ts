/** Parameters and formulas: the measures a ruleset computes. Formulas may use each other in any order. */
import {
  type Core,
  type Rational,
  type Report,
  collector,
  readExpression,
  readFormula,
  unitNamed,
} from '../dsl/index.ts';
import type { Dictionary, ScopeOf } from './dictionary.ts';
import { type Text, locate } from './locate.ts';
import { measureOf, unitMeaning } from './measures.ts';
import { diagnoseFile } from './messages.ts';
import type { Definition } from './ruleset.ts';
import type { IndicatorLeaf, Parameter } from './ruleset-file.ts';

export function defineParameters(
  parameters: readonly Parameter[],
  scopeOf: ScopeOf,
  definitions: Map<string, Definition>,
  report: Report,
): void {
  for (const { name, value, unit } of parameters) {
    const read = readExpression(value.text, scopeOf(), (diagnostic) => {
      report(locate(diagnostic, value));
    });
    if (read === undefined) continue;
    const meaning = unit === undefined ? { type: read.type, unit: read.unit } : unitMeaning(unit.text);
    if (meaning === undefined) {
      report(diagnoseFile('unknown-unit', unit?.span ?? name.span, { unit: unit?.text ?? '' }));
      continue;
    }
    const measure = measureOf(`参数:${name.text}`, name.text, meaning);
    const scaled: Core =
      read.bare && read.core.kind === 'constant' ? inUnit(read.core, meaning.unit.factor) : read.core;
    definitions.set(name.text, { measure, value: scaled, text: value, body: { start: 0, end: value.text.length } });
  }
}

function inUnit(core: Extract<Core, { kind: 'constant' }>, factor: Rational): Core {
  return {
    kind: 'arithmetic',
    operator: '×',
    left: core,
    right: { kind: 'constant', value: factor, span: core.span },
    span: core.span,
  };
}

export interface PlacedLeaf {
  readonly leaf: IndicatorLeaf;
  readonly path: readonly string[];
}

/** Formulas may use each other in any order, so names come first; then each is read until all that can be typed are. */
export function declareFormulas(
  leaves: readonly PlacedLeaf[],
  scopeOf: ScopeOf,
  dictionary: Dictionary,
  definitions: Map<string, Definition>,
  report: Report,
): void {
  const waiting = leaves.flatMap(({ leaf }) => leaf.formulas.map((text) => ({ leaf, text })));
  const names = new Map<string, Text>();
  for (const { leaf, text } of waiting) {
    const { name, nameSpan } = readFormula(text.text, scopeOf(), () => undefined);
    const called = name ?? leaf.name.text;
    const earlier = names.get(called);
    const clash = earlier !== undefined || dictionary.spellings.has(called);
    if (clash)
      report(
        diagnoseFile('duplicate-name', text.at(nameSpan), {
          name: called,
          other: called,
          place: earlier === undefined ? '数据' : '公式',
        }),
      );
    names.set(called, text);
  }
  let left = waiting;
  for (let before = -1; left.length > 0 && left.length !== before;) {
    before = left.length;
    left = left.filter(({ leaf, text }) => !defineFormula(leaf, text, scopeOf, definitions, names, undefined));
  }
  for (const { leaf, text } of left) defineFormula(leaf, text, scopeOf, definitions, names, report);
}

function defineFormula(
  leaf: IndicatorLeaf,
  text: Text,
  scopeOf: ScopeOf,
  definitions: Map<string, Definition>,
  names: ReadonlyMap<string, Text>,
  report: Report | undefined,
): boolean {
  const found = collector();
  const read = readFormula(text.text, scopeOf(), found.report);
  const name = read.name ?? leaf.name.text;
  const early =
    report === undefined &&
    found.diagnostics.some(({ code, data }) => code === 'unknown-name' && names.has(data['name'] ?? ''));
  if (early || (read.value === undefined && report === undefined)) return false;
  for (const diagnostic of found.diagnostics) report?.(locate(diagnostic, text));
  if (read.value === undefined) return true;
  const { type, unit, core } = read.value;
  const percent = type.kind === 'number' && type.dimension.length === 0 ? (unitNamed('%') ?? unit) : unit;
  const measure = { ...measureOf(`公式:${name}`, name, { type, unit: percent }), whole: false, range: [{}] };
  definitions.set(name, { measure, value: core, text, body: read.body });
  return true;
}
