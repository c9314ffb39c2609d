/**
 * Clauses: the pieces of a standard with meaning, each in the order written and nothing combined yet. See clause-reader.ts for how
 * chunks become clauses, and fold.ts for what becomes of them.
 */
import type { StepReading, Verb } from '../text/ast.ts';
import type { Core } from '../expressions/core.ts';
import type { Rational } from '../numbers/number.ts';
import type { Points } from '../expressions/points.ts';
import type { Span } from '../text/source.ts';
import type { EffectResult } from '../expressions/standard.ts';
import type { StepClause } from './steps.ts';
import type { Test } from '../expressions/ranges.ts';

/** An award under conditions; none means it always stands. */
export interface AwardClause {
  readonly kind: 'award';
  readonly verb: Verb;
  readonly test: Test | undefined;
  readonly points: Points;
  readonly base: boolean;
  readonly scope: 'item' | 'total' | undefined;
  /** 不得分, 满分: speaks of the whole item */
  readonly whole: boolean;
  /** stands by itself beside bands over a measure */
  readonly apart: boolean;
  readonly span: Span;
}

/** A piece of a standard with meaning. */
export type Clause =
  | AwardClause
  | StepClause
  | {
      readonly kind: 'limit';
      readonly limit: 'most' | 'least' | 'filled';
      readonly verb: Verb | undefined;
      readonly most: Core;
      readonly span: Span;
    }
  /** `over`: the range that counts as its lower end */
  | {
      readonly kind: 'stop';
      readonly at: 'floor' | 'cap' | 'spill';
      readonly over: Test | undefined;
      readonly span: Span;
    }
  /** 总分为零, 直接定为差: what a condition does to the whole */
  | { readonly kind: 'effect'; readonly test: Test; readonly result: EffectResult; readonly span: Span }
  /** without a width it speaks of every step: 不足一档的不计 */
  | {
      readonly kind: 'reading';
      readonly width: Rational | undefined;
      readonly reading: StepReading;
      readonly span: Span;
    }
  | { readonly kind: 'highest'; readonly span: Span }
  /** `by`: how much the points rise from one rung to the next, where that is said */
  | { readonly kind: 'series'; readonly by: Core | undefined; readonly span: Span };

/** Clauses of one list item, or of what stands outside all items. */
export interface Block {
  /** the item's condition where it has no award of its own */
  readonly item: Test | undefined;
  readonly listed: boolean;
  readonly clauses: readonly Clause[];
}
