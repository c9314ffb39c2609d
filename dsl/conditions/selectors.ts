/**
 * Selectors: conditions that say for which units a rule is, and not when points are given: 东部地区：…, 项目个数6个及以上的，…. Two selectors
 * of one dimension that exclude each other as written are kinds; what only narrows a condition is no selector.
 */
import { type Core, coreText } from '../expressions/core.ts';
import { compare } from '../numbers/number.ts';
import { cover } from '../text/source.ts';
import type { Bound, Test } from '../expressions/ranges.ts';

/** Conditions written one after another, all of which must hold. */
export function together(tests: readonly Test[]): Test {
  const [first] = tests;
  if (first !== undefined && tests.length === 1) return first;
  return { kind: 'all', of: tests, apart: true, span: cover(...tests.map((test) => test.span)) };
}

/** The same, where a clause cannot be said once for each of its kinds. */
export function conjunction(tests: readonly Test[]): Test {
  const runs = alternativesIn(tests).map(together);
  const [only] = runs;
  return only !== undefined && runs.length === 1 ? only : anyOf(runs);
}

/** 三级医院不低于90%、二级医院不低于80%的: kinds within one clause, each with the conditions that follow it; else all conditions as they are. */
export function alternativesIn(tests: readonly Test[]): readonly (readonly Test[])[] {
  const [first] = tests;
  if (first === undefined) return [tests];
  const starts = tests.flatMap((test, index) => (index === 0 || areKinds(first, test) ? [index] : []));
  const runs: (readonly Test[])[] = [];
  let lone: readonly Test[] = [];
  for (const [index, start] of starts.entries()) {
    const [kind, ...conditions] = tests.slice(start, starts[index + 1]);
    if (kind === undefined) continue;
    lone = [...lone, kind];
    if (conditions.length === 0 && index < starts.length - 1) continue;
    runs.push([lone.length === 1 ? kind : anyOf(lone), ...conditions]);
    lone = [];
  }
  return runs;
}

function anyOf(tests: readonly Test[]): Test {
  return { kind: 'any', of: tests, span: cover(...tests.map(({ span }) => span)) };
}

const UNITS = /(?:地区|单位|部门|项目|企业|机构|学校|医院|城市|农村|[省市县区乡镇街村校院户类级组型])$/;

/** Whether words name units, and not what is judged of them: 东部地区, 一般项目. */
export function namesUnits(words: string): boolean {
  return UNITS.test(words.replace(/[的：:\s]+$/, '')) && !/[本该此全各]|所有/.test(words);
}

/** 东部地区：: prose that heads a rule and names units says whose rule it is. */
export function headed(test: Test, words: string): Test {
  if (test.kind !== 'truth' || !test.phrase || !/[：:]$/.test(words)) return test;
  // 东部地区覆盖率：: the kind is what stands before the name.
  const heads = namesUnits(words) || (test.core.kind === 'input' && namesUnits(test.core.measure.name));
  return heads ? { ...test, heading: true } : test;
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
  return left.heading === true || (left.core.kind === 'input') !== (right.core.kind === 'input');
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

/** What a denial denies; one that says more (neither whole nor in part) denies that first. */
function positive(core: Core): Core {
  const [first] = core.kind === 'all' ? core.of : [];
  if (first !== undefined) return positive(first);
  return core.kind === 'not' ? positive(core.of) : core;
}
