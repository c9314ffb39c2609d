/**
 * Cross-checks against each other: whether each can hold at all, whether one always does, and whether they can hold together. Formulas
 * are written out and ranges heard; what the search gives up on is said to be undecided.
 */
import {
  type Core,
  type Measure,
  type Rational,
  type Report,
  type Search,
  ZERO,
  contains,
  measuresOf,
  ONE,
  unitWhere,
  writtenOut,
} from '../../dsl/index.ts';
import { compile } from '../values/compile.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { Check, Ruleset } from '../ruleset/ruleset.ts';

/** Reports cross-checks that cannot hold, alone or with another, and those that always do. */
export function proveChecks({ checks, definitions }: Ruleset, report: Report): void {
  const bodies = new Map(definitions.map(({ measure, value }) => [measure.key, value]));
  const behind = ({ key }: Measure): Core | undefined => bodies.get(key);
  const all = checks.map((check) => ({ check, holds: writtenOut(holding(check), behind) }));
  const search = (conditions: readonly Core[]): Search => {
    // Figures that are all nothing, or all one, meet most tables: that is quickly tried.
    if ([ZERO, ONE].some((value) => holdsAt(conditions, value))) return START;
    return unitWhere(conditions, ZERO, behind);
  };
  const possible = all.filter(({ check, holds }) => {
    const { text, span } = check.source.expression;
    const found = search([holds]);
    if (found === 'none') report(diagnoseFile('check-never-holds', span, { text }));
    else if (unitWhere([{ kind: 'not', of: holds, span: holds.span }], ZERO, behind) === 'none')
      report(diagnoseFile('check-always-holds', span, { text }));
    return found !== 'none';
  });
  const contradicted = possible.flatMap(({ check, holds }, index) => {
    const other = possible.slice(0, index).find((before) => search([before.holds, holds]) === 'none');
    if (other === undefined) return [];
    const { text, span } = check.source.expression;
    return [diagnoseFile('checks-contradict', span, { text, other: other.check.source.expression.text })];
  });
  contradicted.forEach(report);
  if (contradicted.length === 0 && possible.length > 2) reportTogether(possible, search, report);
}

/** Where no two exclude each other, several may: the first of them with which no unit is left is named with those before it. */
function reportTogether(
  possible: readonly { readonly check: Check; readonly holds: Core }[],
  search: (conditions: readonly Core[]) => Search,
  report: Report,
): void {
  const conditions = possible.map(({ holds }) => holds);
  const whole = search(conditions);
  const last = possible.at(-1)?.check.source.expression;
  if (last === undefined || (whole !== undefined && whole !== 'none')) return;
  if (whole === undefined) {
    const reason = { reason: '条数太多，没有逐一试尽', reasonEn: 'there are too many to try them all' };
    report(diagnoseFile('checks-not-decided', last.span, reason));
    return;
  }
  // What can be left out without a unit appearing is no part of the contradiction.
  let core = possible;
  for (const one of possible) {
    const rest = core.filter((other) => other !== one);
    if (search(rest.map(({ holds }) => holds)) === 'none') core = rest;
  }
  const [named, ...others] = core.map(({ check }) => check.source.expression).toReversed();
  if (named === undefined) return;
  const other = others.map(({ text }) => text).toReversed();
  report(diagnoseFile('checks-contradict', named.span, { text: named.text, other: other.join('”“') }));
}

/** Stands for a unit that was found without a search. */
const START: Search = { facts: [], constraints: [], uncertain: false };

/** A check as a condition, its tolerance in it. */
function holding({ relation, operator, left, right, tolerance }: Check): Core {
  if (tolerance === undefined || operator === '≠') return relation;
  const { span } = relation;
  const apart = (from: Core, other: Core): Core => ({
    kind: 'arithmetic',
    operator: '－',
    left: from,
    right: other,
    span,
  });
  const within = (of: Core): Core => ({ kind: 'compare', operator: '≤', left: of, right: tolerance.core, span });
  if (operator === '≤' || operator === '<') return within(apart(left.core, right.core));
  if (operator === '≥' || operator === '>') return within(apart(right.core, left.core));
  return within({ kind: 'call', name: 'abs', arguments: [apart(left.core, right.core)], span });
}

/** Whether conditions hold when every figure has the one value, if all of them can. */
function holdsAt(conditions: readonly Core[], value: Rational): boolean {
  const measures = conditions.flatMap(measuresOf);
  if (!measures.every(({ type, range }) => type.kind === 'number' && contains(range, value))) return false;
  return conditions.every((core) => compile(core, () => 0)({ get: () => value, weight: ZERO }) === true);
}
