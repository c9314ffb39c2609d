/**
 * Expressions and conditions as functions of one measure over a window, the other measures known or not: numbers become lines
 * between exact places, conditions the sets on which they hold and fail.
 */
import type { Core, Measure } from '../expressions/core.ts';
import { EMPTY, intersect, type IntervalSet, union } from '../numbers/interval.ts';
import { negate, ONE, type Rational, rational, ZERO } from '../numbers/number.ts';
import {
  extreme,
  joined,
  levelLine,
  lineOver,
  type Piecewise,
  product,
  quotient,
  regionWhere,
  restricted,
  stairs,
  sum,
} from './piecewise.ts';
import { holdsFor } from './regions.ts';

/** What is known of the other measures: numbers, yes or no, words. */
export type Known = (measure: Measure) => Rational | boolean | string | undefined;

/** Where a condition holds and where it fails; what lies in neither is not known. */
export interface Sides {
  readonly yes: IntervalSet;
  readonly no: IntervalSet;
}

/** Expressions over one measure within one window. */
export class Terms {
  readonly window: IntervalSet;
  private readonly measure: Measure;
  private readonly weight: Rational;
  private readonly known: Known;

  constructor(measure: Measure, window: IntervalSet, weight: Rational, known: Known) {
    this.measure = measure;
    this.window = window;
    this.weight = weight;
    this.known = known;
  }

  level(constant: Rational): Piecewise {
    return lineOver(this.window, levelLine(constant), undefined);
  }

  /** A number as a function of the measure; undefined when it is no such function, empty where something is not known. */
  number(core: Core): Piecewise | undefined {
    switch (core.kind) {
      case 'constant':
        return this.level(core.value);
      case 'weight':
        return this.level(this.weight);
      case 'input': {
        if (core.measure.key === this.measure.key)
          return lineOver(this.window, { slope: ONE, constant: ZERO }, undefined);
        const value = this.known(core.measure);
        return typeof value === 'object' ? this.level(value) : [];
      }
      case 'negate': {
        const of = this.number(core.of);
        return of && sum(this.level(ZERO), of, negate(ONE));
      }
      case 'arithmetic': {
        const [left, right] = [this.number(core.left), this.number(core.right)];
        if (left === undefined || right === undefined) return undefined;
        if (core.operator === '＋') return sum(left, right);
        if (core.operator === '－') return sum(left, right, negate(ONE));
        return core.operator === '×' ? product(left, right) : quotient(left, right);
      }
      case 'choose': {
        const region = this.region(core.condition);
        const [then, otherwise] = [this.number(core.then), this.number(core.otherwise)];
        if (region === undefined || then === undefined || otherwise === undefined) return undefined;
        return joined(restricted(then, region.yes), restricted(otherwise, region.no));
      }
      case 'count':
        return core.of.reduce<Piecewise | undefined>((all, of) => {
          const region = this.region(of);
          if (all === undefined || region === undefined) return undefined;
          const [one, none] = core.value ? [region.yes, region.no] : [region.no, region.yes];
          return sum(
            all,
            joined(
              lineOver(intersect(one, this.window), levelLine(ONE), undefined),
              lineOver(intersect(none, this.window), levelLine(ZERO), undefined),
            ),
          );
        }, this.level(ZERO));
      case 'call':
        return this.called(core);
      case 'truth':
      case 'is':
      case 'compare':
      case 'all':
      case 'any':
      case 'not':
      case 'rows':
      case 'peers':
        return undefined;
    }
  }

  private called({ name, arguments: given }: Extract<Core, { kind: 'call' }>): Piecewise | undefined {
    const values = given.map((core) => this.number(core));
    if (!values.every((value) => value !== undefined)) return undefined;
    const [first, ...others] = values;
    if (first === undefined) return undefined;
    switch (name) {
      case 'abs':
        return extreme(first, sum(this.level(ZERO), first, negate(ONE)), 'max');
      case 'max':
      case 'min':
        return others.reduce((all, next) => extreme(all, next, name), first);
      case 'sum':
        return others.reduce((all, next) => sum(all, next), first);
      case 'average':
        return quotient(
          others.reduce((all, next) => sum(all, next), first),
          this.level(rational(values.length)),
        );
      case 'floor':
      case 'ceil':
        return stairs(first, name);
      case 'round':
        return undefined;
    }
  }

  /** Where a condition holds and where it does not; in neither where something is not known. */
  region(condition: Core): Sides | undefined {
    const all = (holds: boolean): Sides => (holds ? { yes: this.window, no: EMPTY } : { yes: EMPTY, no: this.window });
    switch (condition.kind) {
      case 'truth':
        return all(condition.value);
      case 'input':
      case 'is': {
        const value = this.known(condition.measure);
        if (value === undefined || typeof value === 'object') return { yes: EMPTY, no: EMPTY };
        return all(condition.kind === 'is' ? value === condition.word : value === true);
      }
      case 'not': {
        const of = this.region(condition.of);
        return of && { yes: of.no, no: of.yes };
      }
      case 'all':
      case 'any': {
        let found = all(condition.kind === 'all');
        for (const of of condition.of) {
          const region = this.region(of);
          if (region === undefined) return undefined;
          const [meet, join] = condition.kind === 'all' ? (['yes', 'no'] as const) : (['no', 'yes'] as const);
          found = { ...found, [meet]: intersect(found[meet], region[meet]), [join]: union(found[join], region[join]) };
        }
        return found;
      }
      case 'choose': {
        const [when, then, otherwise] = [condition.condition, condition.then, condition.otherwise].map((core) =>
          this.region(core),
        );
        if (when === undefined || then === undefined || otherwise === undefined) return undefined;
        const both = (side: 'yes' | 'no'): IntervalSet =>
          union(intersect(when.yes, then[side]), intersect(when.no, otherwise[side]));
        return { yes: both('yes'), no: both('no') };
      }
      case 'compare': {
        const [left, right] = [this.number(condition.left), this.number(condition.right)];
        if (left === undefined || right === undefined) return undefined;
        const apart = sum(left, right, negate(ONE));
        const holds = (side: -1 | 0 | 1): boolean => holdsFor(condition.operator, side);
        return { yes: regionWhere(apart, holds), no: regionWhere(apart, (side) => !holds(side)) };
      }
      case 'constant':
      case 'weight':
      case 'negate':
      case 'arithmetic':
      case 'call':
      case 'count':
      case 'rows':
      case 'peers':
        return undefined;
    }
  }
}
