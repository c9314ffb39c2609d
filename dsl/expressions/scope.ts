/** What a sentence can speak of: declared measures, the indicator's own ones, and inputs made from its prose. */
import type { StepReading } from '../text/ast.ts';
import type { Core, Measure, Typed } from './core.ts';
import type { Names } from '../words/names.ts';
import type { Rational } from '../numbers/number.ts';
import type { Span } from '../text/source.ts';

/** How a range end that two bands claim, and none marks, is given away. */
export type EndReading = '归高档' | '归低档';

/** Settings for what sentences leave open, from the indicator or its ruleset. */
export interface Readings {
  readonly 不足一步?: StepReading;
  /** the same where it is set for this indicator alone: words that say otherwise contradict it */
  readonly ownStep?: StepReading;
  readonly 区间端点?: EndReading;
}

/** The table an indicator stands in, by its names. */
export interface TableNames {
  /** the indicator's own name, and the headings above it, top first */
  readonly own: string;
  readonly path: readonly string[];
  /** every heading, with those above it */
  readonly groups: readonly (readonly string[])[];
  readonly indicators: readonly string[];
}

/** No table at all. */
export const NO_TABLE: TableNames = { own: '', path: [], groups: [], indicators: [] };

/** The surroundings of one indicator's sentence. */
export interface Scope {
  readonly names: Names;
  /** the declared measure of this name */
  readonly measure: (name: string) => Measure | undefined;
  /** what a measure is computed from; undefined for what is given */
  readonly behind: (measure: Measure) => Core | undefined;
  /** what the indicator measures: the left side of its 公式, else its first 量 */
  readonly own: Typed | undefined;
  /** its 量, in order */
  readonly measures: readonly Measure[];
  /** its 清单, in order */
  readonly items: readonly Measure[];
  /** its judgement, when 等级 are declared */
  readonly level: Measure | undefined;
  /** the judgement whose levels the sentence names without their being declared */
  readonly judgement: (words: readonly string[]) => Measure;
  /** whether prose may be asked of an assessor here; not in grade tables, ranges and cross-checks */
  readonly asks: boolean;
  /** the yes/no input for a phrase of prose */
  readonly phrase: (text: string, span: Span) => Measure;
  /** the count input for what 每… counts */
  readonly count: (text: string, unit: string, span: Span) => Measure;
  /** the points an assessor chooses where the sentence leaves a range */
  readonly choice: () => Measure;
  /** the points the indicator comes to, for what depends on them elsewhere */
  readonly earned: () => Measure;
  /** whether 分值 means anything here: in an indicator's sentence and its formulas */
  readonly weighted: boolean;
  /** whether columns may be read here: within what is computed for each row of a table */
  readonly inRows: boolean;
  /** whether the indicator's own measure is the better the smaller it is (方向: 越低越好), so that the smallest comes first */
  readonly lowerIsBetter: boolean;
  readonly weight: Rational;
  /** highest points, when bonuses may pass the weight */
  readonly highest: Rational | undefined;
  readonly readings: Readings;
  /** what other items a sentence may speak of */
  readonly table: TableNames;
  /** for dates without a year */
  readonly fiscalYear: number;
}
