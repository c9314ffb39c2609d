/**
 * What scoring gives: for every indicator its value, points, status and trace, with group sums, total, grade and cross-checks.
 * Points and values are exact; texts for people are rendered from this, never computed beside it.
 */
import type { Diagnostic, Rational, StepReading, Unit } from '../../dsl/index.ts';
import type { Reach } from './reach.ts';

/** Only `scored` has points; the others give the lowest and highest points still possible. */
export type Status =
  'scored' | 'missing' | 'open' | 'gap' | 'overlap' | 'not-applicable' | 'division-by-zero' | 'error';

/** An exact value in base units, with the unit it is shown in and its shown text (`78.24%`, `3万元`). */
export interface Figure {
  readonly exact: Rational;
  readonly unit: Unit;
  readonly shown: string;
}

/** Something an indicator lacks: a field of the unit's data, an answer of its assessor, or the other units to compare with. */
export interface Need {
  readonly kind: 'field' | 'phrase' | 'level' | 'choice' | 'peers';
  readonly name: string;
  /** 是非, 人, 万元 …, or the words to choose from; nothing for what only other units can give */
  readonly expects: string;
  /** the keys under which it is filled in, in the unit's file: 评定, 管理制度健全性, 制度有效执行 */
  readonly at: readonly string[];
}

/** One step of the reasoning, in order; words of the published sentence are slices of it, figures are shown as in the explanation. */
export type TraceStep =
  /** 在职人员控制率＝（4人÷6人）×100%＝66.67% */
  | { readonly kind: 'formula'; readonly name: string; readonly substituted: string; readonly shown: string }
  /** a formula that divides by 0, with the inputs its divisor is made of */
  | {
      readonly kind: 'zero-divisor';
      readonly name: string;
      readonly substituted: string;
      readonly divisors: readonly { readonly name: string; readonly shown: string }[];
    }
  /** the condition that held, with the figures put in (66.67%≤100%), and the award it gives */
  | {
      readonly kind: 'band';
      readonly condition: string;
      readonly award: string;
      readonly points: Rational;
      readonly worked: string | undefined;
    }
  /** where no condition speaks: the points adjustments start from, or an award without condition */
  | {
      readonly kind: 'base';
      readonly award: string;
      readonly points: Rational;
      /** an award that is an expression, with the figures put in */
      readonly worked: string | undefined;
    }
  /** 每低于5%扣2分: how far the measure is from its origin, the steps counted, their points with sign */
  | {
      readonly kind: 'steps';
      readonly clause: string;
      readonly counted: boolean;
      readonly measured: string;
      readonly origin: string;
      readonly direction: 'above' | 'below' | 'both';
      /** dates are late or early, a rank of a higher number is the lower one */
      readonly scale: 'number' | 'date' | 'rank';
      readonly distance: string;
      readonly steps: Rational;
      readonly reading: StepReading;
      readonly whole: boolean;
      readonly effect: Rational;
      /** whether steps add points; else they take them */
      readonly adds: boolean;
    }
  /** points cut at the floor or the cap, the highest of several parts taken; or what steps come to in all, limited, with its sign */
  | {
      readonly kind: 'bound';
      readonly bound: 'floor' | 'cap' | 'limit' | 'highest';
      readonly from: Rational;
      readonly to: Rational;
      /** the words that limit steps: 最多扣2分 */
      readonly clause: string;
    }
  /** one of several parts that add up */
  | {
      readonly kind: 'part';
      readonly label: string;
      readonly answer: string;
      readonly reason: string | undefined;
      readonly points: Rational;
    }
  /** what units scored together have in common, or the place among them; `without` are those that have no such value */
  | {
      readonly kind: 'peers';
      readonly name: string;
      readonly shown: string;
      readonly units: number;
      readonly without: readonly string[];
    }
  /** a sentence of another indicator, or of this one, leaves it a share of its points; not `certain` where it may or may not apply */
  | {
      readonly kind: 'share';
      readonly by: string;
      readonly clause: string;
      readonly share: Rational;
      /** the points before, where it has some */
      readonly of: Rational | undefined;
      readonly certain: boolean;
    }
  /** a table without a row, of which there is no mean, no largest and no smallest */
  | { readonly kind: 'empty'; readonly name: string }
  /** what an assessor answered, with the reason given */
  | { readonly kind: 'answer'; readonly phrase: string; readonly answer: string; readonly reason: string | undefined }
  /** the points under each reading of what the sentence leaves open */
  | {
      readonly kind: 'readings';
      readonly outcomes: readonly ReadingPoints[];
    };

/** What one reading of a sentence gives: the points, undefined where it gives none, and what it takes from the total. */
export interface ReadingPoints {
  readonly reading: string;
  readonly points: Rational | undefined;
  readonly carried: Reach;
}

/** The score of one indicator. `path` holds the headings above it, top first. */
export interface IndicatorResult {
  readonly name: string;
  readonly path: readonly string[];
  readonly weight: Rational;
  readonly status: Status;
  readonly value: Figure | undefined;
  readonly points: Rational | undefined;
  /** equal to `points` when scored */
  readonly low: Rational;
  readonly high: Rational;
  /** points taken from the total, or added to it, outside the indicator: 扣总分; an end that nothing bounds is undefined */
  readonly carried: Reach;
  /** does not apply, and its weight is spread over the others: 剔除并折算 */
  readonly dropped: boolean;
  /** the words of the sentence that decided */
  readonly clause: string | undefined;
  /** what is missing; for an indicator with points, what is missing outside it: whether the total is touched */
  readonly needs: readonly Need[];
  readonly trace: readonly TraceStep[];
  /** how sure the rule is: 确定, 查得 or 假定 */
  readonly origin: string | undefined;
}

/** A heading with the sum of what stands under it. */
export interface GroupResult {
  readonly name: string;
  readonly path: readonly string[];
  readonly weight: Rational;
  readonly points: Rational | undefined;
  readonly low: Rational;
  readonly high: Rational;
}

/** One cross-check (勾稽). `holds` is undefined while a figure is missing. */
export interface CheckResult {
  readonly text: string;
  readonly note: string | undefined;
  readonly holds: boolean | undefined;
  readonly left: Figure | undefined;
  readonly right: Figure | undefined;
  readonly difference: Figure | undefined;
  readonly tolerance: Figure | undefined;
  readonly needs: readonly Need[];
}

/** The grade: one when both ends of the total agree, else the range from the grade of the low end to that of the high one. */
export interface GradeResult {
  readonly low: string | undefined;
  readonly high: string | undefined;
  /** the lowest total of this grade, and how far above it the total is */
  readonly above: { readonly threshold: Rational; readonly distance: Rational } | undefined;
  /** the next better grade, the total it begins at, and how far that is */
  readonly next: { readonly label: string; readonly threshold: Rational; readonly distance: Rational } | undefined;
}

/** An effect outside its own item whose condition holds, or cannot be told. */
export interface EffectOutcome {
  readonly indicator: string;
  readonly clause: string;
  readonly kind: 'total' | 'grade' | 'items';
  /** under every reading; undefined where it cannot be told or the readings part */
  readonly holds: boolean | undefined;
  /** the total it sets; undefined while its figures are missing */
  readonly total: Rational | undefined;
  /** the grade it sets */
  readonly grade: string | undefined;
  /** the indicators of which it leaves a share of the points, and that share */
  readonly items: readonly string[];
  readonly share: Rational | undefined;
  /** the keys of what is missing to tell whether it holds */
  readonly lacks: readonly string[];
}

/** Points a unit claims, and by how much ours are more; undefined where one of the two has none. */
export interface Claimed {
  readonly points: Rational | undefined;
  readonly difference: Rational | undefined;
}

/** What a unit claims for itself (自评), beside what was computed. */
export interface ClaimResult {
  /** by indicator or heading, `path` with its own name last; 比率 and 满分 as the unit wrote them */
  readonly lines: readonly (Claimed & {
    readonly path: readonly string[];
    readonly ratio: string | undefined;
    readonly weight: string | undefined;
  })[];
  readonly total: Claimed | undefined;
  /** `agrees` is undefined while the grade is not settled, or the grade claimed is none of the ruleset's */
  readonly grade: { readonly claimed: string; readonly agrees: boolean | undefined } | undefined;
}

/** A diagnostic in one of the two files. */
export interface FiledDiagnostic extends Diagnostic {
  readonly file: string;
}

/** The score of one unit under one ruleset. */
export interface ScoreResult {
  readonly ruleset: {
    readonly family: string;
    readonly fiscalYear: number;
    readonly edition: number;
    readonly hash: string;
    readonly title: string;
    readonly status: string;
  };
  readonly engine: string;
  readonly unit: { readonly name: string; readonly fiscalYear: number };
  readonly total: {
    readonly points: Rational | undefined;
    readonly weight: Rational;
    readonly low: Rational;
    /** undefined where a bonus to the total has no end */
    readonly high: Rational | undefined;
    /** the weight of what does not apply, over which the rest was scaled up: 剔除并折算 */
    readonly dropped: Rational;
  };
  readonly grade: GradeResult | undefined;
  /** what a sentence does to the whole: 总分为零, 直接定为差 */
  readonly effects: readonly EffectOutcome[];
  readonly groups: readonly GroupResult[];
  readonly indicators: readonly IndicatorResult[];
  readonly checks: readonly CheckResult[];
  /** undefined when the unit claims nothing */
  readonly claims: ClaimResult | undefined;
  readonly diagnostics: readonly FiledDiagnostic[];
}
