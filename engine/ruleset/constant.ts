/** Texts and expressions that are numbers on their own: weights, tolerances, parameters, rounding. */
import {
  type Checked,
  type Core,
  type Rational,
  type Report,
  type Scope,
  POINTS,
  ZERO,
  collector,
  compare,
  fromExactText,
  mapCore,
  multiply,
  parseDecimal,
  readExpression,
  sameDimension,
} from '../../dsl/index.ts';
import { compile } from '../values/compile.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Definition } from './ruleset.ts';
import { isNumber } from '../values/value.ts';

/** The number a text is, in base units; undefined when it is none. A unit 分 may follow. */
export function constantOf(text: string): Rational | undefined {
  return parseDecimal(text.trim().replace(/\s*分$/, '')) ?? fromExactText(text.trim());
}

/** The value of an expression that reads no data, but may read what `definitions` compute without data. */
export function constantValue(core: Core, definitions: Iterable<Definition>): Rational | undefined {
  let byKey: ReadonlyMap<string, Core> | undefined;
  const written = (part: Core): Core => {
    if (part.kind !== 'input') return part;
    byKey ??= new Map(Array.from(definitions, ({ measure, value: defined }) => [measure.key, defined]));
    const value = byKey.get(part.measure.key);
    return value === undefined ? part : mapCore(value, written);
  };
  const value = compile(mapCore(core, written), () => -1)({ get: () => ({ lack: 'missing', keys: [] }), weight: ZERO });
  return isNumber(value) ? value : undefined;
}

/** Points written out: 5, 2.5分. */
const PLAIN = /^\d{1,9}(?:\.\d{1,9})?分?$/;

/** 分值: points or a plain number, written out or computed from parameters; undefined after a fault, which is reported. */
export function readWeight(
  text: Text,
  scope: Scope,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): Rational | undefined {
  const plain = PLAIN.test(text.text) ? constantOf(text.text) : undefined;
  if (plain !== undefined) return plain;
  const { report: keep, diagnostics } = collector();
  const read = readExpression(text.text, scope, keep);
  const faulty = diagnostics.some(({ severity }) => severity === 'error');
  const weight =
    read === undefined || faulty || !isPoints(read) ? undefined : constantValue(read.core, definitions.values());
  if (weight === undefined) report(diagnoseFile('weight-not-constant', text.span, { text: text.text }));
  else if (compare(weight, ZERO) < 0) report(diagnoseFile('weight-negative', text.span, { weight: text.text }));
  return weight;
}

/** 5, 5分, 满分值÷2; neither 5万元 nor 5%. */
function isPoints({ type, unit, bare }: Checked): boolean {
  if (type.kind !== 'number') return false;
  if (sameDimension(type.dimension, POINTS)) return true;
  return type.dimension.length === 0 && (bare || unit.name === '比率');
}

/** An expression whose figures count in a unit of this factor, in base units. */
export function inUnit(core: Core, factor: Rational): Core {
  if (core.kind === 'constant') return { ...core, value: multiply(core.value, factor) };
  const { span } = core;
  return { kind: 'arithmetic', operator: '×', left: core, right: { kind: 'constant', value: factor, span }, span };
}
