/**
 * What is gathered: one value from all rows of a table, or from all units scored together. A cell that is missing is missing, never
 * 0, and what it would enter is missing with it; a unit without the value is left out of the comparison, and named.
 */
import {
  type Core,
  type Measure,
  type RowFunction,
  type Rational,
  type PeerFunction,
  ZERO,
  add,
  compare,
  coreText,
  coresOf,
  divide,
  maximum,
  minimum,
  partsOf,
  rational,
} from '../../dsl/index.ts';
import { type Frame, type Run, compile } from '../values/compile.ts';
import type { Definition, Indicator, Ruleset } from './ruleset.ts';
import { type Lacking, type Value, cellKey, isLacking, isNumber, isTable, merge } from '../values/value.ts';

/** An expression over the rows of a table. */
export type RowsCore = Extract<Core, { kind: 'rows' }>;

/** An expression over units. */
export type PeersCore = Extract<Core, { kind: 'peers' }>;

/** Something gathered, with the words for it. */
export interface Gathering {
  readonly core: RowsCore | PeersCore;
  readonly words: string;
}

/** Everything a ruleset gathers, each once. */
export function gatherings({ definitions, indicators, checks }: Omit<Ruleset, 'hash'>): readonly Gathering[] {
  const found = [
    ...definitions.flatMap(gatheredByFormula),
    ...indicators.flatMap(gatheredByStandard),
    ...checks.flatMap(({ source: { expression, tolerance: text }, left, right, relation, tolerance }) => [
      ...[left.core, right.core, relation].flatMap((core) => gatheredIn(core, expression.text)),
      ...(tolerance === undefined ? [] : gatheredIn(tolerance.core, text?.text ?? '')),
    ]),
  ];
  return once(found);
}

/** What the standard of an indicator and its formulas gather, each once. */
export function gatheredBy(indicator: Indicator): readonly Gathering[] {
  return once([...indicator.definitions.flatMap(gatheredByFormula), ...gatheredByStandard(indicator)]);
}

function once(found: readonly Gathering[]): readonly Gathering[] {
  return [...new Map(found.toReversed().map((each) => [coreText(each.core), each])).values()].toReversed();
}

function gatheredByFormula({ value, text }: Definition): readonly Gathering[] {
  return gatheredIn(value, text.text);
}

function gatheredByStandard({ leaf, readings }: Indicator): readonly Gathering[] {
  const cores = readings.flatMap(({ standard, beyond }) => [
    ...coresOf(standard),
    ...(beyond.carried === undefined ? [] : coresOf(beyond.carried)),
    ...beyond.effects.flatMap(({ when, result }) => (result.kind === 'total' ? [when, result.points] : [when])),
  ]);
  return cores.flatMap((core) => gatheredIn(core, leaf.standard.text));
}

/** What an expression of `text` gathers, what lies within it first. */
function gatheredIn(core: Core, text: string): readonly Gathering[] {
  if (core.kind === 'input') {
    const { computed, name } = core.measure;
    return computed === undefined ? [] : gatheredIn(computed, '').map((each) => ({ ...each, words: name }));
  }
  if (core.kind !== 'rows' && core.kind !== 'peers') return partsOf(core).flatMap((part) => gatheredIn(part, text));
  const words = text.slice(core.span.start, core.span.end);
  return [...(core.of === undefined ? [] : gatheredIn(core.of, text)), { core, words }];
}

/** Compiles what is computed over the rows of a table. */
export function compileRows({ name, table, of }: RowsCore, slotOf: (key: string) => number): Run {
  const slot = slotOf(table.key);
  const each = of && compile(of, slotOf);
  const columns = new Map((of === undefined ? [] : columnsOf(of)).map(({ key }) => [slotOf(key), key]));
  return (frame) => {
    const found = frame.get(slot);
    if (isLacking(found)) return found;
    if (!isTable(found)) throw new Error('a call over rows met something that is no table');
    const { rows } = found;
    if (each === undefined) return rational(rows.length);
    const values = rows.map((row, index) => {
      const get: Frame['get'] = (wanted) => {
        const column = columns.get(wanted);
        if (column === undefined) return frame.get(wanted);
        return row.get(column) ?? { lack: 'missing', keys: [cellKey(column, index + 1)] };
      };
      return each({ ...frame, get });
    });
    return overAll(name, values, table.key);
  };
}

function columnsOf(core: Core): readonly Measure[] {
  const own = (core.kind === 'input' || core.kind === 'is') && core.measure.row !== undefined ? [core.measure] : [];
  return [...own, ...partsOf(core).flatMap(columnsOf)];
}

function overAll(name: RowFunction, values: readonly Value[], table: string): Value {
  const lacking = values.filter(isLacking);
  if (lacking.length > 0) return merge(...lacking);
  const numbers = values.filter(isNumber);
  // Of no rows there is a sum, but neither a mean nor a largest one.
  const none: Lacking = { lack: 'division-by-zero', keys: [table] };
  switch (name) {
    case 'count':
      return rational(values.filter((value) => value === true).length);
    case 'sum':
      return numbers.reduce(add, ZERO);
    case 'average':
      return mean(numbers) ?? none;
    case 'max':
      return numbers.length === 0 ? none : numbers.reduce(maximum);
    case 'min':
      return numbers.length === 0 ? none : numbers.reduce(minimum);
  }
}

function mean(numbers: readonly Rational[]): Rational | undefined {
  return numbers.length === 0 ? undefined : divide(numbers.reduce(add, ZERO), rational(numbers.length));
}

/** Units scored together, as one of them sees them: the value of an expression for each, its own among them. */
export interface Peers {
  /** their names, in the order of the values */
  readonly units: readonly string[];
  readonly values: (compared: PeersCore) => readonly Value[];
}

/** Fewest units that must have a value for it to be compared. */
const FEWEST = 2;

/** Where `own` stands among the values of all units, or what they have in common; units without a value are left out. */
export function amongPeers(core: PeersCore, own: Value, peers: Peers | undefined): Value {
  const numbers = (peers?.values(core) ?? []).filter(isNumber);
  if (numbers.length >= FEWEST) return placed(core.name, own, numbers);
  const alone: Lacking = { lack: 'missing', keys: [coreText(core)] };
  return isLacking(own) && own.lack === 'missing' ? merge(own, alone) : alone;
}

function placed(name: PeerFunction, own: Value, numbers: readonly Rational[]): Value {
  switch (name) {
    case 'rank':
      // Who is equal shares the better place.
      if (!isNumber(own)) return own;
      return rational(numbers.filter((other) => compare(other, own) > 0).length + 1);
    case 'average':
      return mean(numbers) ?? ZERO;
    case 'max':
      return numbers.reduce(maximum);
    case 'min':
      return numbers.reduce(minimum);
    case 'median':
      return median(numbers);
  }
}

/** The one in the middle; of an even number the mean of the two. */
function median(numbers: readonly Rational[]): Rational {
  const sorted = numbers.toSorted(compare);
  const middle = sorted.length >> 1;
  const [below, above] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (below === undefined || above === undefined) throw new Error('there is no middle of nothing');
  return divide(add(below, above), rational(2n)) ?? above;
}
