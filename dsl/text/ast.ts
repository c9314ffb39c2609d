/**
 * The tree as written: expressions, conditions and the typed chunks a sentence is a flat run of. Literals keep their text
 * (numbers are born in check); every node knows its span; nothing here has a type, a unit or a meaning yet.
 */
import type { Span } from './source.ts';

/** Comparison operators in their one spelling. */
export type Comparison = '<' | '≤' | '=' | '≠' | '≥' | '>';

/** Operators of `binary`; see operators.ts. */
export type BinaryOperator = '或' | '且' | Comparison | '＋' | '－' | '×' | '÷';

/** A number with the unit written behind it: `5%`, `一个百分点`, `85.07万元`, `60`. */
export interface Quantity {
  readonly kind: 'quantity';
  readonly figure: string;
  readonly unit: string | undefined;
  /** 1例（次）: units the same thing may be counted in */
  readonly also?: readonly string[];
  readonly span: Span;
}

/** Anything that has a value. */
export type Expression =
  | Quantity
  /** where an operand should stand and none does; already reported */
  | { readonly kind: 'missing'; readonly span: Span }
  | { readonly kind: 'date'; readonly text: string; readonly span: Span }
  | { readonly kind: 'rank'; readonly figure: string; readonly span: Span }
  /** a declared name, as declared */
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  /** undeclared prose, as written */
  | { readonly kind: 'phrase'; readonly text: string; readonly span: Span }
  /** 分值 or 满分: the weight of the indicator */
  | { readonly kind: 'weight'; readonly span: Span }
  /** written in brackets */
  | { readonly kind: 'bracket'; readonly inner: Expression; readonly span: Span }
  | { readonly kind: 'unary'; readonly operator: '－' | '非'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly span: Span }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
      readonly span: Span;
    };

/** A 含 or 不含 mark; `value` when it names the number it speaks of, `alike` when it speaks for those below too (下同). */
export interface Mark {
  readonly inclusive: boolean;
  readonly value: string | undefined;
  readonly alike?: boolean;
}

/** What follows an end of a range and gives it a direction: 以上, 以内. */
export type Suffix = '≥' | '≤' | '>';

/** One end of a range, or a lone value. */
export interface End {
  readonly value: Expression;
  readonly marks: readonly Mark[];
  readonly suffix: Suffix | undefined;
  readonly span: Span;
}

/** A comparison; `word` when the operator is written as a word and not as a sign. */
export interface Comparing {
  readonly operator: Comparison;
  readonly word: boolean;
  readonly end: End;
}

/** When a clause applies. A missing subject is the measure the clause before spoke of. */
export type Condition =
  /** ≥90%, 低于70%, 60%≤完成率＜80% */
  | {
      readonly kind: 'comparison';
      readonly subject: Expression | undefined;
      readonly tests: readonly Comparing[];
      readonly span: Span;
    }
  /** 80%（含）—90% */
  | {
      readonly kind: 'between';
      readonly subject: Expression | undefined;
      readonly low: End;
      readonly high: End;
      readonly span: Span;
    }
  /** ±30%以内; with a low end, ±30%至±35% */
  | {
      readonly kind: 'within';
      readonly subject: Expression | undefined;
      readonly operator: Comparison | undefined;
      readonly low: End | undefined;
      readonly high: End;
      readonly span: Span;
    }
  /** 100%, 90%以上 */
  | { readonly kind: 'value'; readonly subject: Expression | undefined; readonly end: End; readonly span: Span }
  /** a yes/no name, a phrase, or any yes/no expression */
  | { readonly kind: 'holds'; readonly expression: Expression; readonly span: Span }
  /** 比上年满意度提高, 同比下降5%以上: how a measure stands to a reference, which may be the one spoken of before */
  | {
      readonly kind: 'change';
      readonly subject: Expression | undefined;
      /** 上年, 同比: the time it is compared with */
      readonly period: string | undefined;
      readonly reference: Expression | undefined;
      readonly operator: Comparison;
      /** the change as worded: 提高, 持平 */
      readonly word: string;
      /** by how much */
      readonly by: Condition | undefined;
      readonly span: Span;
    }
  /** 就业率达标（≥95%）: words, and in brackets what they mean */
  | { readonly kind: 'defined'; readonly text: string; readonly by: Condition; readonly span: Span }
  /** 无违规 (present false), 有结余 (present true) */
  | { readonly kind: 'presence'; readonly present: boolean; readonly subject: Expression; readonly span: Span }
  | { readonly kind: 'level'; readonly word: string; readonly span: Span }
  | { readonly kind: 'otherwise'; readonly span: Span }
  /** 未完成的, 超过的: what the condition before it leaves, on the side of `operator` when there is one */
  | { readonly kind: 'beyond'; readonly operator: Comparison | undefined; readonly span: Span }
  | { readonly kind: 'not'; readonly condition: Condition; readonly span: Span }
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly Condition[]; readonly span: Span };

/** How many points. */
export type Amount =
  | { readonly kind: 'points'; readonly value: Expression; readonly span: Span }
  /** 按完成率计分: a rate of the weight, or points outright */
  | { readonly kind: 'rate'; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'full'; readonly span: Span }
  | { readonly kind: 'zero'; readonly span: Span }
  /** 不扣分: what stands stays */
  | { readonly kind: 'unchanged'; readonly span: Span }
  /** 分值的90%, or a range 90%（含）—100% within which the assessor chooses */
  | { readonly kind: 'share'; readonly low: End; readonly high: End | undefined; readonly span: Span }
  /** 2—4分: a range within which the assessor chooses */
  | { readonly kind: 'range'; readonly low: End; readonly high: End; readonly span: Span }
  /** 酌情给分, 酌情扣分: the assessor chooses */
  | { readonly kind: 'discretion'; readonly span: Span }
  /** 相应分值: what the item spoken of is worth */
  | { readonly kind: 'own'; readonly span: Span }
  /** 按完成比例; 按比例扣分 `deducts` what is missed or exceeded */
  | { readonly kind: 'proportion'; readonly deducts: boolean; readonly span: Span }
  /** a grade or any other word: 为优 */
  | { readonly kind: 'label'; readonly text: string; readonly span: Span };

/** What an award does with its amount. */
export type Verb = 'give' | 'add' | 'deduct';

/** Which way the steps of 每… run; `reach` counts from nothing (每达到2%), `missing` counts what is not met, `count` anything else that is counted. */
export type Direction = 'above' | 'below' | 'both' | 'reach' | 'missing' | 'count';

/** How a part of a step counts. */
export type StepReading = '不计' | '按一档计' | '按比例';

/** One typed piece of a sentence; separators are pieces too. */
export type Chunk =
  | { readonly kind: 'mark'; readonly text: string; readonly span: Span }
  /** `tail` are words behind a condition that say what it is about: 3月31日前公开的 */
  | { readonly kind: 'condition'; readonly condition: Condition; readonly tail: string; readonly span: Span }
  | {
      readonly kind: 'award';
      readonly verb: Verb;
      readonly amount: Amount;
      readonly base: boolean;
      readonly scope: 'item' | 'total' | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'step';
      /** the names written in the clause, outside its amount */
      readonly names: readonly Extract<Expression, { kind: 'name' }>[];
      readonly segment: Condition | undefined;
      /** 每低于100%一个百分点, 每低于考核目标1个百分点: where the steps start */
      readonly origin: Expression | undefined;
      /** 每超出±3%一个百分点: what is walked is the size of the measure */
      readonly sized: boolean;
      readonly direction: Direction;
      readonly width: Quantity | undefined;
      readonly what: string;
      readonly verb: Verb;
      /** 每增减1%加减1分: added on one side, deducted on the other */
      readonly turns: boolean;
      readonly amount: Amount;
      /** the words of the measure, from 每 to the width */
      readonly head: Span;
      readonly scope: 'item' | 'total' | undefined;
      readonly span: Span;
    }
  /** `over`: 超过100%的按100%计, the range that counts as its lower end */
  | {
      readonly kind: 'stop';
      readonly at: 'floor' | 'cap' | 'spill';
      readonly over?: Condition;
      readonly span: Span;
    }
  | {
      readonly kind: 'limit';
      readonly limit: 'most' | 'least' | 'filled';
      readonly verb: Verb | undefined;
      readonly amount: Amount;
      readonly span: Span;
    }
  /** `given` is how it is worded: a part step that is left out can also be a condition (不足10%的不扣分) */
  | {
      readonly kind: 'reading';
      readonly condition: Condition;
      readonly width: Quantity;
      readonly reading: StepReading;
      readonly span: Span;
    }
  /** 依次类推; 依次递减0.5分 says by how much the points fall or rise */
  | { readonly kind: 'series'; readonly by: Amount | undefined; readonly verb: Verb; readonly span: Span }
  /** 分别: each condition before it gets one of the amounts behind it, in their order */
  | { readonly kind: 'shared'; readonly span: Span }
  /** 就高不重复计分: of several awards the highest counts */
  | { readonly kind: 'highest'; readonly span: Span }
  /** 以100%为标准: where steps start */
  | { readonly kind: 'basis'; readonly subject: Expression | undefined; readonly end: End; readonly span: Span }
  | { readonly kind: 'break'; readonly hard: boolean; readonly span: Span }
  /** words in brackets or between clauses that say nothing about points */
  | { readonly kind: 'note'; readonly text: string; readonly span: Span }
  /** 评分规则：, 组织领导（3分）： with its points, 支出进度： with the declared name it is, 当年支出进度： with words before that */
  | {
      readonly kind: 'heading';
      readonly text: string;
      readonly prefix: string;
      readonly name: string | undefined;
      readonly points: Quantity | undefined;
      readonly span: Span;
    }
  /** `scoring` when it is a word of points */
  | { readonly kind: 'unknown'; readonly text: string; readonly scoring: boolean; readonly span: Span };

/** A sentence: its chunks in the order written. */
export interface Sentence {
  readonly chunks: readonly Chunk[];
  readonly span: Span;
}

/** A formula line: `名＝expression`; the name may be missing. */
export interface Formula {
  readonly name: string | undefined;
  readonly nameSpan: Span;
  readonly expression: Expression;
  readonly span: Span;
}

/** One line of a grade table: the condition on the total and the grade it gives. */
export interface GradeLine {
  readonly condition: Condition;
  readonly label: string;
  readonly span: Span;
}
