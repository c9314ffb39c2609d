/**
 * Selectors: conditions that say for which units a rule is, and not when points are given: 东部地区：…, 项目个数6个及以上的，…. Two selectors
 * of one dimension that exclude each other as written are kinds; what only narrows a condition is no selector.
 */
import { type Core, coreText } from './core.ts';
import { compare } from './number.ts';
import { cover } from './source.ts';
import type { Bound, Test } from './ranges.ts';

/** Conditions written one after another: all must hold, but for kinds among them, of which each goes with what follows it. */
export function together(tests: readonly Test[]): Test {
  const [first] = tests;
  if (first !== undefined && tests.length === 1) return first;
  const span = cover(...tests.map((test) => test.span));
  const starts = tests.flatMap((test, index) =>
    index === 0 || tests.slice(0, index).some((other) => areKinds(other, test)) ? [index] : [],
  );
  if (starts.length === 1) return { kind: 'all', of: tests, apart: true, span };
  const runs = starts.map((start, index) => tests.slice(start, starts[index + 1]));
  return { kind: 'any', of: runs.map((_, index) => together(fullRun(runs, index))), span };
}

/** 一类、二类乡镇达到90%: a kind without a condition of its own shares that of the next. */
function fullRun(runs: readonly (readonly Test[])[], index: number): readonly Test[] {
  const run = runs[index] ?? [];
  const next = runs.slice(index + 1).find(({ length }) => length > 1);
  return run.length > 1 || next === undefined ? run : [...run, ...next.slice(1)];
}

/** The conditions of a clause, each as written. */
export function saidIn(test: Test | undefined): readonly Test[] {
  if (test === undefined) return [];
  return test.kind === 'all' && test.apart === true ? test.of : [test];
}

/** What a selector chooses by: the measure, the judgement, the yes/no input, or headings that name kinds; undefined when it is none. */
export function dimensionOf(test: Test): string | undefined {
  switch (test.kind) {
    case 'level':
      return 'level';
    case 'range':
      return coreText(test.measure.core);
    case 'truth':
      return test.heading === true ? 'heading' : coreText(positive(test.core));
    case 'not':
      return dimensionOf(test.of);
    case 'any': {
      const [first, ...others] = test.of.map(dimensionOf);
      return others.every((other) => other === first) ? first : undefined;
    }
    case 'all':
    case 'rest':
      return undefined;
  }
}

/** Whether two conditions are of one dimension and exclude each other as written. */
export function areKinds(left: Test, right: Test): boolean {
  const dimension = dimensionOf(left);
  return dimension !== undefined && dimension === dimensionOf(right) && exclude(left, right);
}

function exclude(left: Test, right: Test): boolean {
  if (left.kind === 'any') return left.of.every((one) => exclude(one, right));
  if (right.kind === 'any') return right.of.every((one) => exclude(left, one));
  if (left.kind === 'not') return right.kind !== 'not' && isSame(left.of, right);
  if (right.kind === 'not') return isSame(left, right.of);
  if (left.kind === 'range' && right.kind === 'range')
    return isBelow(left.high, right.low) || isBelow(right.high, left.low);
  if (left.kind === 'level' && right.kind === 'level') return !isSame(left, right);
  if (left.kind !== 'truth' || right.kind !== 'truth') return false;
  return left.heading === true || (left.core.kind === 'not') !== (right.core.kind === 'not');
}

/** Whether two conditions hold for the same units as written. */
export function isSame(left: Test, right: Test): boolean {
  if (left.kind === 'range' && right.kind === 'range')
    return [left.low, left.high].every((end, index) => endText(end) === endText([right.low, right.high][index]));
  if ((left.kind === 'truth' && right.kind === 'truth') || (left.kind === 'level' && right.kind === 'level'))
    return coreText(left.core) === coreText(right.core);
  if ((left.kind === 'any' && right.kind === 'any') || (left.kind === 'not' && right.kind === 'not')) {
    const [own, others] = [left, right].map((test) =>
      test.kind === 'not' ? [test.of] : test.kind === 'any' ? test.of : [],
    );
    return (
      own?.length === others?.length &&
      own?.every((one) => others?.some((other) => isSame(one, other)) === true) === true
    );
  }
  return false;
}

function endText(end: Bound | undefined): string {
  return end === undefined ? '' : coreText(end.value);
}

/** Of 5个及以上 and 5个以下 both end at 5; which of them takes it is settled by their words. */
function isBelow(high: Bound | undefined, low: Bound | undefined): boolean {
  if (high?.constant === undefined || low?.constant === undefined) return false;
  const order = compare(high.constant, low.constant);
  return (
    order < 0 ||
    (order === 0 && !(high.by === 'sign' && high.closed === true && low.by === 'sign' && low.closed === true))
  );
}

function positive(core: Core): Core {
  return core.kind === 'not' ? positive(core.of) : core;
}
