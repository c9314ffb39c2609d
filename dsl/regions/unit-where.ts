/**
 * A unit for which conditions hold, down to the figures it would fill in: formulas are written out, so that measures computed from
 * the same figures are taken as they hang together. That there is none is a proof; what is found is a unit that can be run.
 */
import { valueText } from './condition-text.ts';
import { type Core, coreText, type Measure, measuresOf, partsOf } from '../expressions/core.ts';
import type { Diagnostic, Given } from '../text/diagnostic.ts';
import { contains, type Interval, onIntegers, sample } from '../numbers/interval.ts';
import { mapCore } from '../expressions/map-core.ts';
import { multiply, ONE, type Rational, rational, toExactText } from '../numbers/number.ts';
import type { Scope } from '../expressions/scope.ts';
import { fromBase } from '../numbers/units.ts';
import { type Fact, type Search, type World, worldOf } from './worlds.ts';

/** What a measure is computed from. */
export type Behind = Scope['behind'];

const NOWHERE = { start: 0, end: 0 };
/** Denominators that make figures people can picture. */
const ROUND: readonly number[] = [100, 10_000];
/** What factors are tried at. */
const FIXED: readonly number[] = [100, 1, 50];

/** An expression with every formula in it written out. */
export function writtenOut(core: Core, behind: Behind): Core {
  return mapCore(core, (part) => {
    const body = part.kind === 'input' ? behind(part.measure) : undefined;
    return body === undefined ? part : writtenOut(body, behind);
  });
}

/** Looks for a unit for which all `conditions` hold, with round denominators where it can have them. */
export function unitWhere(conditions: readonly Core[], weight: Rational, behind: Behind): Search {
  const written = conditions.map((core) => writtenOut(core, behind));
  const below = distinct(written.flatMap(denominatorsOf));
  for (const count of below.length === 0 ? [] : ROUND) {
    const rounds = below.map((core) => equals(core, multiply(unitOf(core), rational(count))));
    const found = worldOf([...rounds, ...written], weight);
    if (isUnit(found)) return found;
  }
  const found = worldOf(written, weight);
  return found === 'none' || isUnit(found) ? found : (unitWithFixed(written, weight) ?? found);
}

function isUnit(found: Search): found is World {
  return found !== undefined && found !== 'none' && !found.uncertain;
}

/** Products of figures are followed by fixing one factor of each. */
function unitWithFixed(written: readonly Core[], weight: Rational): World | undefined {
  const factors = new Map(written.flatMap(factorsOf).map((measure) => [measure.key, measure]));
  if (factors.size === 0) return undefined;
  for (const count of FIXED) {
    const fixed = new Map([...factors].map(([key, measure]) => [key, valueFor(measure, count)]));
    const rest = written.map((core) =>
      mapCore(core, (part) => {
        const value = part.kind === 'input' ? fixed.get(part.measure.key) : undefined;
        return value === undefined ? part : { kind: 'constant', value, span: part.span };
      }),
    );
    const found = worldOf(rest, weight);
    if (!isUnit(found)) continue;
    const facts = [...factors].map(([key, measure]) => ({ measure, value: fixed.get(key) ?? ONE }));
    return { ...found, facts: [...found.facts, ...facts] };
  }
  return undefined;
}

/** So many units of a measure, or what it can have instead. */
function valueFor({ range, unit, whole }: Measure, count: number): Rational {
  const value = multiply(unit.factor, rational(count));
  return contains(range, value) ? value : (sample(whole ? onIntegers(range) : range) ?? value);
}

/** The measures in one factor of every product, or quotient, of two things that are read. */
function factorsOf(core: Core): readonly Measure[] {
  const below = partsOf(core).flatMap(factorsOf);
  if (core.kind !== 'arithmetic' || core.operator === '＋' || core.operator === '－') return below;
  const [left, right] = [measuresOf(core.left), measuresOf(core.right)];
  const own = left.length === 0 || right.length === 0 ? [] : left.length < right.length ? left : right;
  return [...below, ...own.filter(({ type, row }) => type.kind === 'number' && row === undefined)];
}

/** The conditions that hold for just the values of an interval. */
export function inside(of: Core, { low, high }: Interval): readonly Core[] {
  const bound = (operator: '≥' | '>' | '≤' | '<', value: Rational): Core => ({
    kind: 'compare',
    operator,
    left: of,
    right: { kind: 'constant', value, span: NOWHERE },
    span: NOWHERE,
  });
  return [
    ...(low === undefined ? [] : [bound(low.closed ? '≥' : '>', low.value)]),
    ...(high === undefined ? [] : [bound(high.closed ? '≤' : '<', high.value)]),
  ];
}

/** That an expression has a value. */
export function equals(of: Core, value: Rational): Core {
  const right: Core = { kind: 'constant', value, span: NOWHERE };
  return { kind: 'compare', operator: '=', left: of, right, span: NOWHERE };
}

/** That a yes-or-no measure or a judgement turned out so. */
export function answered(measure: Measure, value: boolean | string): Core {
  if (typeof value === 'string') return { kind: 'is', measure, word: value, span: NOWHERE };
  const yes: Core = { kind: 'input', measure, span: NOWHERE };
  return value ? yes : { kind: 'not', of: yes, span: NOWHERE };
}

/** A finding with the unit that shows it. */
export function shownBy(finding: Diagnostic, unit: Search): Diagnostic {
  const example = exampleIn(unit);
  return example === undefined ? finding : { ...finding, example };
}

/** The figures of a unit that was found, as its file has them; undefined where it is no unit that can be written down. */
function exampleIn(found: Search): readonly Given[] | undefined {
  if (found === undefined || found === 'none' || found.uncertain) return undefined;
  const given = found.facts.map(({ measure, value }): Given => ({
    key: measure.key,
    text: factText(value, measure),
  }));
  return given.some(({ text }) => text.includes('/')) ? undefined : given;
}

/** A value as a unit's file has it: plain in the field's unit, a ratio in per cent. */
export function factText(value: Fact, measure: Measure): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value;
  if (measure.type.kind === 'date' || measure.unit.dimension.length === 0) return valueText(value, measure);
  return toExactText(fromBase(value, measure.unit));
}

/** What stands below a fraction line and reads something. */
function denominatorsOf(core: Core): readonly Core[] {
  const below =
    core.kind === 'arithmetic' && core.operator === '÷' && measuresOf(core.right).length > 0 ? [core.right] : [];
  return [...below, ...partsOf(core).flatMap(denominatorsOf)];
}

function distinct(cores: readonly Core[]): readonly Core[] {
  return [...new Map(cores.map((core) => [coreText(core), core])).values()];
}

/** How much one unit of an expression is, taken from the first thing it reads. */
function unitOf(core: Core): Rational {
  const [first] = measuresOf(core);
  return first === undefined ? ONE : first.unit.factor;
}
