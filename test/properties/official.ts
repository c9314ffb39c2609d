/**
 * Rulesets and units at random: official sentences of the supported families with thresholds, steps, weights, units and formulas that
 * vary, and figures that stand where mistakes live: on a threshold, a hair beside it, over zero, below zero, not there at all.
 */
import fc from 'fast-check';

/** What a unit gives for one input; `text` as its file has it, undefined when it is missing. */
export interface Input {
  readonly kind: 'field' | 'phrase' | 'level';
  /** of the field or phrase; unused for a level */
  readonly name: string;
  readonly text: string | undefined;
}

/** One row of a random table. */
export interface Row {
  readonly name: string;
  /** lines of 数据 */
  readonly fields: readonly string[];
  /** lines of 指标 */
  readonly lines: readonly string[];
  /** what a unit gives, given a choice of its own */
  readonly fill: (choice: Choice) => readonly Input[];
}

/** Random numbers from which a unit's figures for one row are made. */
export interface Choice {
  readonly where: number;
  readonly beside: string;
  readonly at: number;
  readonly answers: readonly string[];
}

interface Draw {
  readonly family: keyof typeof FAMILIES;
  readonly formula: keyof typeof FORMULAS;
  readonly weight: number;
  readonly threshold: number;
  readonly width: number;
  readonly amount: string;
  readonly part: (width: string) => string;
}

const PARTS: readonly Draw['part'][] = [
  () => '',
  (width) => `（不足${width}的不计）`,
  (width) => `（不足${width}的按${width}计算）`,
  (width) => `（不足${width}的按比例计）`,
];

const HAIRS = ['0', '0.01', '-0.01', '0.000000000001', '-0.000000000001', '0.5', '-0.5', '1', '-1', '2.5', '-7.25', '33'];
const ANSWERS = ['是', '否', '', '不适用'];

/** A random table of one to five rows. */
export const rows: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record<Draw>({
      family: fc.constantFrom(...keysOf(FAMILIES())),
      formula: fc.constantFrom(...keysOf(FORMULAS())),
      weight: fc.constantFrom(1, 3, 4, 5, 6, 8, 10),
      threshold: fc.constantFrom(0, 50, 85, 90, 100, 120),
      width: fc.constantFrom(1, 2, 3, 5, 7),
      amount: fc.constantFrom('0.2', '0.3', '0.5', '1', '1.5'),
      part: fc.constantFrom(...PARTS),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((draws) => draws.map((draw, index) => FAMILIES[draw.family](draw, '甲乙丙丁戊'.charAt(index))));
