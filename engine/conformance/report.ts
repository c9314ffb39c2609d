/** What a conformance run yields: for every entry the differences between what it expects and what came out. */

/** What a difference is about. `entry`: the entry itself is at fault · `error`: it cannot be run, or running it fails. */
export type DifferenceKind =
  | 'points'
  | 'reading'
  | 'gap'
  | 'overlap'
  | 'diagnostic'
  | 'refusal'
  | 'spill'
  | 'grade'
  | 'formula'
  | 'entry'
  | 'error';

/** One thing that came out other than the entry says. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly expected: string;
  readonly actual: string;
}

/** An entry with its differences; none when it holds. Numbers (编号) may repeat. */
export interface EntryOutcome {
  readonly id: string;
  /** 族, empty where the entry has none */
  readonly family: string;
  /** 标准, else 公式 */
  readonly sentence: string;
  readonly differences: readonly Difference[];
}

/** One difference as it is reported. */
export interface FailedEntry extends Difference {
  readonly id: string;
  readonly sentence: string;
}

/** The report on any number of entries; `failed` has one record a difference. */
export interface ConformanceReport {
  readonly entries: number;
  readonly passed: number;
  readonly failed: readonly FailedEntry[];
}

/** Sums up the outcomes of entries. */
export function conformanceReport(outcomes: readonly EntryOutcome[]): ConformanceReport {
  return {
    entries: outcomes.length,
    passed: outcomes.filter(({ differences }) => differences.length === 0).length,
    failed: outcomes.flatMap(({ id, sentence, differences }) =>
      differences.map(({ kind, expected, actual }) => ({ id, kind, expected, actual, sentence })),
    ),
  };
}
