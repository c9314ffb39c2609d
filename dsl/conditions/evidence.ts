/**
 * Whether yes/no conditions whose words show no kinship exclude each other (按期完成得4分，有延误得2分) or add up (有机构得2分，有经费得2分): the
 * points they must come to together tell. Where they do not, conditions beside one that gives nothing exclude each other, since two that
 * hold at once are then refused and not added.
 */
import type { AwardClause, Clause } from './clauses.ts';
import type { Core } from '../expressions/core.ts';
import { type Group, givesNothing } from './groups.ts';
import { type Rational, ZERO, add, compare, equal, maximum } from '../numbers/number.ts';

/** Whether a group judges nothing but yes/no inputs. */
export function isTruths({ keys }: Group): boolean {
  return keys.size > 0 && [...keys].every((key) => key.startsWith('?'));
}

/** The most a group gives; undefined when that is not written as a number. */
function bestOf({ awards }: Group, weight: Rational | undefined): Rational | undefined {
  return awards.reduce<Rational | undefined>((best, { points }) => {
    const most = points.kind === 'choice' ? points.high : points.kind === 'value' ? points.value : undefined;
    const high = most?.kind === 'constant' ? most.value : most?.kind === 'weight' ? weight : undefined;
    return best === undefined || high === undefined ? undefined : maximum(best, high);
  }, ZERO);
}

/** What groups come to: when they all add up, and when those of yes/no conditions exclude each other. */
interface Estimate {
  readonly added: Rational;
  readonly apart: Rational;
}

/** What groups come to at their best; undefined when some award is not written as a number. */
function estimateOf(groups: readonly Group[], weight: Rational | undefined): Estimate | undefined {
  let [added, measured, most] = [ZERO, ZERO, ZERO];
  for (const group of groups) {
    const best = bestOf(group, weight);
    if (best === undefined) return undefined;
    added = add(added, best);
    if (isTruths(group)) most = maximum(most, best);
    else measured = add(measured, best);
  }
  return { added, apart: add(measured, most) };
}

/** Whether the yes/no groups among these exclude each other. `budget` is what all groups come to, where that is known. */
export function excludeEachOther(
  groups: readonly Group[],
  rules: readonly Clause[],
  budget: Rational | undefined,
): boolean {
  const truths = groups.filter(isTruths);
  const capped = rules.some((rule) => rule.kind === 'highest' || rule.kind === 'limit');
  if (truths.length < 2 || capped) return false;
  const closed = truths.some(({ awards }) => awards.some(({ whole }) => whole));
  const others = truths.length < groups.length || rules.some(({ kind }) => kind === 'step');
  if (truths.filter(gives).length < 2) return closed && !others;
  const estimate = estimateOf(groups, budget);
  if (estimate === undefined || budget === undefined) return closed && !others;
  if (equal(estimate.added, budget)) return false;
  if (equal(estimate.apart, budget)) return true;
  return !others && (closed || compare(estimate.added, budget) > 0);
}

/** Whether a group gives points in any case. */
export function gives({ awards }: Group): boolean {
  return awards.some((award) => !givesNothing(award));
}

/** Groups of yes/no conditions as one. */
export function merged(groups: readonly Group[]): readonly Group[] {
  const truths = groups.filter(isTruths);
  const [first] = truths;
  if (first === undefined) return groups;
  const whole: Group = {
    keys: new Set(truths.flatMap(({ keys }) => [...keys])),
    awards: truths
      .flatMap(({ awards }): readonly AwardClause[] => awards)
      .toSorted((left, right) => left.span.start - right.span.start),
  };
  return groups.flatMap((group) => (group === first ? [whole] : isTruths(group) ? [] : [group]));
}

const STOPS = /[;；。\n]/g;

/** In which stretch between full stops and semicolons a place lies. */
function stretchOf({ span }: AwardClause, text: string): number {
  return text.slice(0, span.start).match(STOPS)?.length ?? 0;
}

/** 资料齐全得2分，有缺漏不得分；…: a condition that gives nothing closes the one beside it, when that is the only one in its stretch. */
export function withClosers(groups: readonly Group[], text: string): readonly Group[] {
  const stretches = (group: Group): readonly number[] => group.awards.map((award) => stretchOf(award, text));
  const closing = new Map<Group, Group>();
  for (const group of groups.filter((each) => isTruths(each) && !gives(each))) {
    const own = stretches(group);
    const beside = groups.filter(
      (other) => isTruths(other) && gives(other) && stretches(other).some((stretch) => own.includes(stretch)),
    );
    const [only] = beside;
    if (only !== undefined && beside.length === 1) closing.set(group, only);
  }
  return groups.flatMap((group) => {
    if (closing.has(group)) return [];
    const closers = groups.filter((other) => closing.get(other) === group);
    return [closers.length === 0 ? group : (merged([group, ...closers])[0] ?? group)];
  });
}

/** 甲得5分；乙得3分；否则得1分: behind a stop 否则 speaks where none of the awards before it holds. */
export function withSharedRest(
  groups: readonly Group[],
  text: string,
): { readonly groups: readonly Group[]; readonly otherwise: readonly AwardClause[] } {
  const last = groups[groups.length - 1];
  const rest = last?.awards[last.awards.length - 1];
  const before = last?.awards[last.awards.length - 2];
  const alone = { groups, otherwise: [] };
  if (last === undefined || rest?.test?.kind !== 'rest' || before === undefined) return alone;
  const covered = groups.slice(groups.slice(0, -1).findLastIndex(({ awards }) => awards.some(isRest)) + 1);
  if (covered.length < 2 || stretchOf(before, text) === stretchOf(rest, text)) return alone;
  const { span } = rest;
  const zero: Core = { kind: 'constant', value: ZERO, span };
  const nothing: AwardClause = { ...rest, points: { kind: 'value', value: zero, span }, whole: true };
  const closed = groups.map((group): Group => {
    const own = group === last ? group.awards.slice(0, -1) : group.awards;
    return covered.includes(group) ? { ...group, awards: [...own, nothing] } : group;
  });
  if (givesNothing(rest)) return { groups: closed, otherwise: [] };
  const of = covered.flatMap(({ awards }) => awards.flatMap(({ test }) => (test?.kind === 'rest' ? [] : (test ?? []))));
  return { groups: closed, otherwise: [{ ...rest, test: { kind: 'not', of: { kind: 'any', of, span }, span } }] };
}

function isRest({ test }: AwardClause): boolean {
  return test?.kind === 'rest';
}
