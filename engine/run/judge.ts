/** Standards to functions: which rule speaks, what adds up; parts are part-outcome.ts's. */
import {
  type Case,
  type Rational,
  type Standard,
  type Sum,
  ZERO,
  add,
  compare,
  maximum,
  subtract,
} from '../../dsl/index.ts';
import { type Frame, compile } from '../values/compile.ts';
import { coversAll } from '../ruleset/coverage.ts';
import { type Outcome, rangeOf, reasonOf, settledBy } from '../values/outcome.ts';
import { cutter, judgePart } from './part-outcome.ts';
import { type Lacking, isLacking, merge } from '../values/value.ts';

/** A compiled standard. */
export type Judge = (frame: Frame) => Outcome;

/** Compiles a standard. */
export function judge(standard: Standard, slotOf: (key: string) => number): Judge {
  switch (standard.kind) {
    case 'part':
      return judgePart(standard, slotOf);
    case 'sum':
      return judgeSum(standard, slotOf);
    case 'case':
      return judgeCase(standard, slotOf);
  }
}

function judgeCase(standard: Case, slotOf: (key: string) => number): Judge {
  const arms = standard.arms.map(({ when, then }) => ({ when: compile(when, slotOf), then: judge(then, slotOf) }));
  const otherwise = judge(standard.otherwise, slotOf);
  const complete =
    standard.kinds &&
    coversAll(
      standard.arms.map(({ when }) => when),
      standard.span,
    );
  return (frame) => {
    const open: Outcome[] = [];
    const lacking: Lacking[] = [];
    const speaking = (arm: number | undefined, inner: Outcome): Outcome => {
      if (lacking.length > 0 && settledBy([inner, ...open]) === undefined) return undecided([inner, ...open], lacking);
      return { ...inner, path: { kind: 'case', standard, arm, inner } };
    };
    const both = standard.kinds ? arms.filter(({ when }) => when(frame) === true) : [];
    if (both.length > 1) {
      const ranges = both.map(({ then }) => then(frame));
      return { kind: 'overlap', keys: [], strays: [], ...rangeOf(ranges), path: undefined };
    }
    for (const [arm, { when, then }] of arms.entries()) {
      const value = when(frame);
      if (isLacking(value)) {
        lacking.push(value);
        open.push(then(frame));
      } else if (value === true) return speaking(arm, then(frame));
    }
    if (complete && open.length > 0) return settledBy(open) ?? undecided(open, lacking);
    return speaking(undefined, otherwise(frame));
  };
}

/** Not known which rule speaks: the conditions say why, unless nothing but a figure the rules need can be filled in. */
function undecided(outcomes: readonly Outcome[], lacking: readonly Lacking[]): Outcome {
  const { lack, keys } = merge(...lacking);
  const inner = lack === 'missing' ? undefined : reasonOf(outcomes);
  const reason = inner?.kind === 'missing' ? inner : { kind: lack, keys, strays: [] };
  return { ...reason, ...rangeOf(outcomes), path: undefined };
}

function judgeSum(standard: Sum, slotOf: (key: string) => number): Judge {
  const parts = standard.parts.map((part) => judge(part, slotOf));
  const cut = cutter(standard, slotOf);
  const together = (points: readonly Rational[]): Rational =>
    points.reduce(standard.combine === 'max' ? maximum : add, ZERO);
  return (frame) => {
    const outcomes = parts.map((part) => part(frame));
    const low = cut(together(outcomes.map((outcome) => outcome.low)), frame);
    const high = cut(together(outcomes.map((outcome) => outcome.high)), frame);
    const reason = reasonOf(outcomes);
    if (reason !== undefined)
      return { ...reason, low, high, path: { kind: 'sum', standard, parts: outcomes, raw: undefined } };
    const scored = outcomes.flatMap((outcome) => (outcome.kind === 'scored' ? [outcome] : []));
    const raw = together(scored.map(({ points }) => points));
    const points = cut(raw, frame);
    const spills = standard.parts.some((part) => part.kind === 'part' && part.spills);
    const cutAway = spills && compare(raw, points) < 0 ? subtract(raw, points) : ZERO;
    const spilled = scored.map((outcome) => outcome.spilled).reduce(add, cutAway);
    return {
      kind: 'scored',
      points,
      spilled,
      low: points,
      high: points,
      path: { kind: 'sum', standard, parts: outcomes, raw },
    };
  };
}
