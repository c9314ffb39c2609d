/** Fields and parameters that nothing uses: no formula, no standard, no cross-check, no 分值. */
import { type Core, type Fix, type Measure, type Report, coresOf, foldWidth, mapCore } from '../../dsl/index.ts';
import { leftOut } from './left-out.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Ruleset } from '../ruleset/ruleset.ts';
import type { Example, IndicatorNode, RulesetFile } from '../files/ruleset-file.ts';

/** Reports every field and parameter without a use. */
export function proveUse(ruleset: Ruleset, report: Report): void {
  const used = usedKeys(ruleset);
  const { file, fields, definitions } = ruleset;
  for (const { name } of file.fields) {
    const measure = fields.get(name.text);
    if (measure !== undefined && !used.has(measure.key))
      report(diagnoseFile('unused-field', name.span, { name: name.text }, withoutField(ruleset, name)));
  }
  const weights = weightTexts(file).map(foldWidth);
  for (const { name } of file.parameters) {
    const measure = definitions.find((one) => one.measure.key === `参数:${name.text}`)?.measure;
    const weighs = weights.some((text) => text.includes(foldWidth(name.text)));
    if (measure !== undefined && !used.has(measure.key) && !weighs)
      report(
        diagnoseFile('unused-parameter', name.span, { name: name.text }, leftOut(file, name.span, `“${name.text}”`)),
      );
  }
}

/** The dictionary without a field, and the examples without its figures. */
function withoutField({ file, spellings }: Ruleset, name: Text): readonly Fix[] {
  const given = examplesIn(file).flatMap((example) =>
    example.data.filter((datum) => (spellings.get(datum.name.text) ?? datum.name.text) === name.text),
  );
  const edits = [name.span, ...given.map((datum) => datum.name.span)].map((place) => file.remove(place));
  if (!edits.every((edit) => edit !== undefined)) return [];
  return [{ title: { zh: `删去“${name.text}”`, en: `leave out “${name.text}”` }, edits }];
}

/** The keys of everything that is read from the standards, formulas and checks down. */
function usedKeys({ definitions, indicators, checks, fields }: Ruleset): ReadonlySet<string> {
  const bodies = new Map(definitions.map(({ measure, value }) => [measure.key, value]));
  const tables = new Map(
    [...fields.values()].flatMap(({ key, type }) =>
      type.kind === 'records' ? type.columns.map((column) => [column.key, key] as const) : [],
    ),
  );
  const used = new Set<string>();
  const read = ({ key, computed }: Measure): void => {
    if (used.has(key)) return;
    used.add(key);
    const table = tables.get(key);
    if (table !== undefined) used.add(table);
    for (const body of [bodies.get(key), computed]) if (body !== undefined) walk(body);
  };
  const walk = (core: Core): void => {
    mapCore(core, (part) => {
      if (part.kind === 'input' || part.kind === 'is') read(part.measure);
      if (part.kind === 'rows') read(part.table);
      return part;
    });
  };
  const formulas = definitions.filter(({ measure }) => !measure.key.startsWith('参数:'));
  const sentences = indicators.flatMap(({ readings }) =>
    readings.flatMap(({ standard, beyond }) => [
      ...coresOf(standard),
      ...(beyond.carried === undefined ? [] : coresOf(beyond.carried)),
      ...beyond.effects.flatMap(({ when, result }) => [when, ...(result.kind === 'total' ? [result.points] : [])]),
    ]),
  );
  const related = checks.flatMap(({ left, right, tolerance }) => [left.core, right.core, tolerance?.core]);
  for (const core of [...formulas.map(({ value }) => value), ...sentences, ...related])
    if (core !== undefined) walk(core);
  return used;
}

function examplesIn({ indicators, examples }: RulesetFile): readonly Example[] {
  const below = (node: IndicatorNode): readonly Example[] =>
    node.kind === 'leaf' ? node.examples : node.children.flatMap(below);
  return [...examples, ...indicators.flatMap(below)];
}

/** Texts in which a parameter may stand that are numbers by now. */
function weightTexts({ indicators, totalCap, bonusCap }: RulesetFile): readonly string[] {
  const below = (node: IndicatorNode): readonly (string | undefined)[] =>
    node.kind === 'leaf' ? [node.weight.text, node.cap?.text] : [node.weight?.text, ...node.children.flatMap(below)];
  return [...indicators.flatMap(below), totalCap?.text, bonusCap?.text].filter((text) => text !== undefined);
}
