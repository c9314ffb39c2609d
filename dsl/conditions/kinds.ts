/**
 * Rules by kind, region or size: 东部地区：覆盖率达到90%得10分，每低…；中西部地区：…. A selector opens the rule of its kind, which goes on to the next
 * selector; what stands before the first belongs to every kind, and so does what the last kind's rule cannot claim for itself.
 */
import type { AwardClause, Clause } from './clauses.ts';
import { coreText } from '../expressions/core.ts';
import { isArm } from './groups.ts';
import { areKinds, dimensionOf, isSame, saidIn, together } from './selectors.ts';
import type { Test } from '../expressions/ranges.ts';

/** The rule of one kind of unit. */
export interface Kind {
  /** 其他地区 is what the kinds before leave */
  readonly selector: Test;
  readonly clauses: readonly Clause[];
}

/** The rules of all kinds, and the award that 否则 behind them gives to whatever is of no kind. */
export interface Kinds {
  readonly kinds: readonly Kind[];
  readonly otherwise: AwardClause | undefined;
}

/** The kinds that the clauses of a text tell apart; undefined when they speak of every unit alike. */
export function kindsOf(clauses: readonly Clause[], text: string): Kinds | undefined {
  for (const dimension of new Set(clauses.flatMap((clause) => leadingDimension(clause) ?? []))) {
    const kinds = split(clauses, dimension, text);
    if (kinds !== undefined) return kinds;
  }
  return undefined;
}

function conditionsOf(clause: Clause): readonly Test[] {
  if (clause.kind === 'award') return saidIn(clause.test);
  return clause.kind === 'step' ? saidIn(clause.before) : [];
}

/** The dimension of the condition a clause begins with, where it is not what the clause judges. */
function leadingDimension(clause: Clause): string | undefined {
  const [first, ...others] = conditionsOf(clause);
  const dimension = first && dimensionOf(first);
  if (clause.kind === 'step') return dimension === coreText(clause.measure.core) ? undefined : dimension;
  return others.length > 0 && others.every((other) => dimensionOf(other) !== dimension) ? dimension : undefined;
}

/** The selector a clause opens its rule with; 其他地区 only after a first kind, and with a rule of its own. */
function selectorIn(clause: Clause, dimension: string, opened: boolean): Test | undefined {
  const said = conditionsOf(clause);
  const [first] = said;
  if (first?.kind === 'rest') return opened && said.length > 1 ? first : undefined;
  if (clause.kind === 'step' && coreText(clause.measure.core) === dimension) return undefined;
  return first !== undefined && dimensionOf(first) === dimension ? first : undefined;
}

/** A kind being read; `at` are the places of the clauses that open its rule. */
interface Opened {
  readonly selector: Test;
  readonly clauses: Clause[];
  readonly at: number[];
}

function split(clauses: readonly Clause[], dimension: string, text: string): Kinds | undefined {
  const common: Clause[] = [];
  const kinds: Opened[] = [];
  let current: Opened | undefined;
  clauses.forEach((clause, index) => {
    const selector = selectorIn(clause, dimension, kinds.length > 0);
    if (selector !== undefined) {
      current = kinds.find((kind) => isSame(kind.selector, selector));
      if (current === undefined) kinds.push((current = { selector, clauses: [], at: [] }));
      current.at.push(index);
    }
    (current?.clauses ?? common).push(selector === undefined ? clause : without(clause, selector));
  });
  const exclusive = kinds.every(({ selector }, index) =>
    kinds.slice(index + 1).every((other) => other.selector.kind === 'rest' || areKinds(selector, other.selector)),
  );
  if (!exclusive || current === undefined || kinds.length < 2) return undefined;
  const shared = sharedOf(clauses, kinds, current, text);
  return {
    kinds: kinds.map(({ selector, clauses: own }) => ({
      selector,
      clauses: [...common, ...own, ...shared.filter((clause) => !own.includes(clause) && !isTold(clause, own))],
    })),
    otherwise: shared.filter((clause) => clause.kind === 'award').find(({ test }) => test?.kind === 'rest'),
  };
}

function without(clause: Clause, selector: Test): Clause {
  const left = conditionsOf(clause).filter((test) => test !== selector);
  const test = left.length === 0 ? undefined : together(left);
  if (clause.kind === 'award') return { ...clause, test };
  return clause.kind === 'step' ? { ...clause, before: test } : clause;
}

/**
 * What stands in the last kind's rule and is for all kinds: a stop, a reading, a veto; what follows a separator as strong as those between
 * the kinds, where no rule before goes on behind one; and where every kind before says only one thing, what fails its condition.
 */
function sharedOf(
  clauses: readonly Clause[],
  kinds: readonly Opened[],
  current: Opened,
  text: string,
): readonly Clause[] {
  const openings = kinds.flatMap(({ at }) => at).toSorted((left, right) => left - right);
  const [first = 0, last = 0] = [openings[0], openings[openings.length - 1]];
  const strengths = clauses.map((clause, index) =>
    strengthOf(text.slice(clauses[index - 1]?.span.end ?? 0, clause.span.start)),
  );
  const between = Math.min(...openings.slice(1).map((index) => strengths[index] ?? 0));
  const within = Math.max(
    0,
    ...strengths.filter((_, index) => index > first && index < last && !openings.includes(index)),
  );
  const bare = kinds.every((kind) => kind === current || kind.clauses.length === 1);
  const judged = conditionsOf(clauses[last] ?? { kind: 'series', by: undefined, span: { start: 0, end: 0 } }).map(
    dimensionOf,
  );
  let common = false;
  return clauses.filter((clause, index) => {
    if (index <= last) return false;
    common ||= within < between && (strengths[index] ?? 0) >= between;
    return common || isOfAll(clause) || (bare && completes(clause, judged));
  });
}

/** 。 parts more than ；, and that more than ，. */
function strengthOf(separators: string): number {
  if (/[。\n]/.test(separators)) return 3;
  return /[；;]/.test(separators) ? 2 : 1;
}

function isOfAll(clause: Clause): boolean {
  return clause.kind === 'stop' || clause.kind === 'reading' || (clause.kind === 'award' && isArm(clause));
}

/** Whether a clause says what becomes of units that fail a condition on `judged`. */
function completes(clause: Clause, judged: readonly (string | undefined)[]): boolean {
  if (clause.kind === 'step') return judged.includes(coreText(clause.measure.core));
  const said = clause.kind === 'award' ? conditionsOf(clause) : [];
  return said.length > 0 && said.every((test) => test.kind === 'rest' || judged.includes(dimensionOf(test)));
}

/** Whether a kind's own rule already says what a shared clause says. */
function isTold(clause: Clause, own: readonly Clause[]): boolean {
  return own.some((other) => {
    switch (clause.kind) {
      case 'stop':
        return other.kind === 'stop';
      case 'reading':
        return other.kind === 'reading' && other.width === clause.width;
      case 'limit':
        return other.kind === 'limit' && other.limit === clause.limit && other.verb === clause.verb;
      case 'award':
        return clause.test?.kind === 'rest' && other.kind === 'award' && other.test?.kind === 'rest';
      case 'step':
        return (
          other.kind === 'step' &&
          other.direction === clause.direction &&
          coreText(other.measure.core) === coreText(clause.measure.core)
        );
      case 'effect':
      case 'highest':
      case 'series':
        return false;
    }
  });
}
