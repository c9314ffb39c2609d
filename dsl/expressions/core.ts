/**
 * Checked expressions: names resolved to inputs, figures to exact numbers in base units, every node of known type.
 * This is what is planned, proved and hashed. Spans stay for traces; evaluation does not look at them.
 */
import type { Comparison } from '../text/ast.ts';
import type { NumberFunction, PeerFunction, RowFunction } from '../words/functions.ts';
import type { IntervalSet } from '../numbers/interval.ts';
import type { Rational } from '../numbers/number.ts';
import type { Span } from '../text/source.ts';
import type { Dimension, Unit } from '../numbers/units.ts';

/** The type of a value. Dates count days; levels are one of a list of words; records are the rows of a table. */
export type ValueType =
  | { readonly kind: 'number'; readonly dimension: Dimension }
  | { readonly kind: 'date' }
  | { readonly kind: 'truth' }
  | { readonly kind: 'level'; readonly words: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'records'; readonly columns: readonly Measure[] };

/** Something a value comes in for: a field, a formula's result, or an answer of the assessor. */
export interface Measure {
  /** unique within a ruleset */
  readonly key: string;
  /** as people call it */
  readonly name: string;
  readonly type: ValueType;
  /** the unit values are given and shown in */
  readonly unit: Unit;
  /** the unit of a figure given without one, where that is another: 0.5 for a 比率 is 50% */
  readonly bareUnit?: Unit;
  /** the values it can take, in base units */
  readonly range: IntervalSet;
  /** the values its formula can come to, where it has one: for proofs, which may take it for all there are */
  readonly reach?: IntervalSet;
  /** the table whose rows it stands in, and its column: it has a value for each row, and none of its own */
  readonly row?: { readonly table: string; readonly column: string };
  /** what it is computed from, where it is a name for something gathered: 完成率的平均值 */
  readonly computed?: Core;
  /** only whole numbers of base units occur */
  readonly whole: boolean;
}

/** A checked expression of type number, date or truth. */
export type Core =
  | { readonly kind: 'constant'; readonly value: Rational; readonly span: Span }
  | { readonly kind: 'truth'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'input'; readonly measure: Measure; readonly span: Span }
  /** the level input has this word */
  | { readonly kind: 'is'; readonly measure: Measure; readonly word: string; readonly span: Span }
  /** the indicator's 分值 */
  | { readonly kind: 'weight'; readonly span: Span }
  | { readonly kind: 'negate'; readonly of: Core; readonly span: Span }
  | {
      readonly kind: 'arithmetic';
      readonly operator: '＋' | '－' | '×' | '÷';
      readonly left: Core;
      readonly right: Core;
      readonly span: Span;
    }
  | {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Core;
      readonly right: Core;
      readonly span: Span;
    }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Core[]; readonly span: Span }
  | { readonly kind: 'not'; readonly of: Core; readonly span: Span }
  | {
      readonly kind: 'choose';
      readonly condition: Core;
      readonly then: Core;
      readonly otherwise: Core;
      readonly span: Span;
    }
  | { readonly kind: 'call'; readonly name: NumberFunction; readonly arguments: readonly Core[]; readonly span: Span }
  /** how many of these yes/no values are `value` */
  | { readonly kind: 'count'; readonly of: readonly Core[]; readonly value: boolean; readonly span: Span }
  /** one value from all rows of a table: of each row `of`, whose inputs with a `row` are its columns; `count` without it counts rows */
  | {
      readonly kind: 'rows';
      readonly name: RowFunction;
      readonly table: Measure;
      readonly of: Core | undefined;
      readonly span: Span;
    }
  /** one value from `of` as all units scored together have it: the place of this one among them, their mean … */
  | { readonly kind: 'peers'; readonly name: PeerFunction; readonly of: Core; readonly span: Span };

/** A checked expression with its type; `unit` is how it is best shown. */
export interface Typed {
  readonly core: Core;
  readonly type: ValueType;
  readonly unit: Unit;
}

/** Direct parts of an expression. What is computed for each row of a table, or each unit, is no part of it. */
export function partsOf(core: Core): readonly Core[] {
  switch (core.kind) {
    case 'constant':
    case 'truth':
    case 'input':
    case 'is':
    case 'weight':
    case 'rows':
    case 'peers':
      return [];
    case 'negate':
    case 'not':
      return [core.of];
    case 'arithmetic':
    case 'compare':
      return [core.left, core.right];
    case 'all':
    case 'any':
    case 'count':
      return core.of;
    case 'choose':
      return [core.condition, core.then, core.otherwise];
    case 'call':
      return core.arguments;
  }
}

/** Every measure an expression reads, each once, in order of first mention; of a table the table, not its columns. */
export function measuresOf(core: Core): readonly Measure[] {
  const found = new Map<string, Measure>();
  const visit = (node: Core): void => {
    if ((node.kind === 'input' || node.kind === 'is') && node.measure.row === undefined)
      found.set(node.measure.key, node.measure);
    if (node.kind === 'rows') found.set(node.table.key, node.table);
    if ((node.kind === 'rows' || node.kind === 'peers') && node.of !== undefined) visit(node.of);
    partsOf(node).forEach(visit);
  };
  visit(core);
  return [...found.values()];
}

/** The texts of expressions that have been asked for; an expression never changes. */
const TEXTS = new WeakMap<Core, string>();

/** A canonical text of an expression, spans left out; equal texts mean equal expressions. */
export function coreText(core: Core): string {
  const known = TEXTS.get(core);
  if (known !== undefined) return known;
  const text = textOf(core, ({ key }) => key, coreText);
  TEXTS.set(core, text);
  return text;
}

/** The canonical text with other keys for measures. */
export function coreTextBy(core: Core, keyOf: (measure: Measure) => string): string {
  return textOf(core, keyOf, (part) => coreTextBy(part, keyOf));
}

function textOf(core: Core, keyOf: (measure: Measure) => string, partText: (part: Core) => string): string {
  const inner = (): string => partsOf(core).map(partText).join(' ');
  switch (core.kind) {
    case 'constant':
      return `${String(core.value.numerator)}/${String(core.value.denominator)}`;
    case 'truth':
      return core.value ? 'yes' : 'no';
    case 'input':
      return `[${keyOf(core.measure)}]`;
    case 'is':
      return `(is [${keyOf(core.measure)}] ${core.word})`;
    case 'weight':
      return 'weight';
    case 'arithmetic':
    case 'compare':
      return `(${core.operator} ${inner()})`;
    case 'call':
      return `(${core.name} ${inner()})`;
    case 'count':
      return `(count-${String(core.value)} ${inner()})`;
    case 'peers':
      return `(peers-${core.name} ${partText(core.of)})`;
    case 'rows':
      return `(rows-${core.name} [${keyOf(core.table)}]${core.of === undefined ? '' : ` ${partText(core.of)}`})`;
    case 'negate':
    case 'not':
    case 'all':
    case 'any':
    case 'choose':
      return `(${core.kind} ${inner()})`;
  }
}

/** A measure without its sign. */
export function absoluteOf(measure: Typed): Typed {
  const { core } = measure;
  if (core.kind === 'call' && core.name === 'abs') return measure;
  return { ...measure, core: { kind: 'call', name: 'abs', arguments: [core], span: core.span } };
}
