/**
 * 完成率＝（完成数÷计划数）×100%。完成率≥100%得10分: a formula that stands in the standard itself defines its name there, for this indicator,
 * where nobody declared that name. What cannot be read as a formula of declared figures is left to the sentence.
 */
import { collector, foldWidth, measuresOf, readFormula } from '../../dsl/index.ts';
import type { ScopeOf } from './dictionary.ts';
import { type Text, partOf } from '../files/locate.ts';
import { measureOf, unitMeaning } from '../values/measures.ts';
import type { Definition } from './ruleset.ts';
import type { IndicatorLeaf } from '../files/ruleset-file.ts';

const EQUATION = /(?:^|[;。\n:])\s*([^\s,;:。()=+×÷/*]{2,30})\s*=\s*([^,;。\n=<>≥≤]*[+×÷/*-][^,;。\n=<>≥≤]*)/g;
const OF_POINTS = /(?:得分|分值|计分|分数)$/;

/** The formulas the standard of a leaf states for names that nothing else has, in order. */
export function statedFormulas(
  { name: { text: indicator }, standard }: IndicatorLeaf,
  scopeOf: ScopeOf,
): readonly Definition[] {
  const folded = foldWidth(standard.text);
  if (!folded.includes('=')) return [];
  const scope = scopeOf({ weighted: true });
  return [...folded.matchAll(EQUATION)].flatMap(({ 0: all, 1: called = '', index }): readonly Definition[] => {
    const start = folded.indexOf(called, index);
    const known = scope.names.at(folded, start)?.length === called.length;
    if (known || OF_POINTS.test(called)) return [];
    const text = partOf(standard, { start, end: index + all.length });
    const { value, body } = read(text, scopeOf);
    if (value === undefined || measuresOf(value.core).length === 0) return [];
    const { type, unit, core } = value;
    const ratio = type.kind === 'number' && type.dimension.length === 0 ? unitMeaning('比率') : undefined;
    const name = standard.text.slice(start, start + called.length);
    const measure = {
      ...measureOf(`公式:${indicator}:${name}`, name, ratio ?? { type, unit }),
      whole: false,
      range: [{}],
    };
    return [{ measure, value: core, text, body }];
  });
}

function read(text: Text, scopeOf: ScopeOf): ReturnType<typeof readFormula> {
  const { report, diagnostics } = collector();
  const found = readFormula(text.text, scopeOf({ weighted: true }), report);
  return diagnostics.some(({ severity }) => severity === 'error') ? { ...found, value: undefined } : found;
}
