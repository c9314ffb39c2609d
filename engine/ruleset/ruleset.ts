/**
 * A ruleset with meaning: every name resolved, every formula and standard a checked tree, in the order of the file. This is what
 * is planned, proved, hashed and compared; see link.ts for how it comes about.
 */
import type {
  Beyond,
  Comparison,
  Core,
  GradeBand,
  Measure,
  OpenChoice,
  Rational,
  Scope,
  Standard,
  Typed,
} from '../../dsl/index.ts';
import type { Text } from '../files/locate.ts';
import type { CrossCheck, IndicatorLeaf, RulesetFile } from '../files/ruleset-file.ts';

/** A measure that is computed: a formula's left side, or a parameter. */
export interface Definition {
  readonly measure: Measure;
  readonly value: Core;
  /** the formula as written, and its right-hand side in it */
  readonly text: Text;
  readonly body: { readonly start: number; readonly end: number };
}

/** A standard under one choice of every open reading; `answers` says which, and is empty when nothing is open. */
export interface Reading {
  readonly answers: ReadonlyMap<string, string>;
  readonly standard: Standard;
  /** the same with its parameters put in, for proofs */
  readonly settled: Standard;
  /** what it does outside its own item */
  readonly beyond: Beyond;
}

/** An indicator of the table. */
export interface Indicator {
  readonly leaf: IndicatorLeaf;
  readonly name: string;
  /** headings above it, top first */
  readonly path: readonly string[];
  readonly weight: Rational;
  /** 上限, or the weight: the most it can give */
  readonly highest: Rational;
  /** what its formula defines, or its first 量 */
  readonly own: Typed | undefined;
  readonly definitions: readonly Definition[];
  /** one when nothing is open, none after a fault */
  readonly readings: readonly Reading[];
  readonly open: readonly OpenChoice[];
  /** what its sentence can speak of */
  readonly scope: Scope;
  /** answers its assessor gives */
  readonly phrases: readonly Measure[];
  /** the keys of those its standard does not use, though they are declared */
  readonly idle: ReadonlySet<string>;
  readonly level: Measure | undefined;
  readonly choice: Measure | undefined;
}

/** A heading with its 分值 summed. */
export interface Group {
  readonly name: string;
  readonly path: readonly string[];
  readonly weight: Rational;
  /** what stands under it, as places in `Ruleset.indicators` */
  readonly members: readonly number[];
}

/** 勾稽: `holds` is left = right within the tolerance, or any relation. */
export interface Check {
  readonly source: CrossCheck;
  readonly left: Typed;
  readonly right: Typed;
  readonly operator: Comparison;
  readonly relation: Core;
  readonly tolerance: Typed | undefined;
}

/** The most that bonuses, points beyond the weights, come to together, and the most the total can be, where the file says so. */
export interface Caps {
  readonly bonus: Rational | undefined;
  readonly total: Rational | undefined;
}

/** A ruleset ready to be planned. */
export interface Ruleset {
  readonly file: RulesetFile;
  readonly hash: string;
  /** declared fields by name */
  readonly fields: ReadonlyMap<string, Measure>;
  /** every spelling of a field, to its name */
  readonly spellings: ReadonlyMap<string, string>;
  readonly definitions: readonly Definition[];
  readonly indicators: readonly Indicator[];
  readonly groups: readonly Group[];
  readonly checks: readonly Check[];
  readonly total: Measure;
  readonly caps: Caps;
  readonly grades: readonly GradeBand[];
}
