/**
 * Cross-checks against each other: whether each can hold at all, whether one always does, and whether they can hold together. Formulas
 * are written out and ranges heard; what the search gives up on is said to be undecided.
 */
import {
  type Behind,
  type Core,
  type Diagnostic,
  type Measure,
  type MessageData,
  type Rational,
  type Report,
  type Search,
  ZERO,
  contains,
  measuresOf,
  ONE,
  shownBy,
  unitWhere,
  writtenOut,
} from '../../dsl/index.ts';
import { compile } from '../values/compile.ts';
import { diagnoseFile } from '../files/messages.ts';
import { leftOut } from './left-out.ts';
import type { Check, Ruleset } from '../ruleset/ruleset.ts';
import type { RulesetFile } from '../files/ruleset-file.ts';
import { withExamples, withOthers } from '../ruleset/shown-by.ts';

/** A check, and what it comes to when its formulas are written out. */
interface Written {
  readonly check: Check;
  readonly holds: Core;
}

/** How conditions are tried: for a unit that meets them all. */
type Try = (conditions: readonly Core[]) => Search;

/** Reports cross-checks that cannot hold, alone or with another, and those that always do; what is not decided is said to be so. */
export function proveChecks(ruleset: Ruleset, report: Report): void {
  const { checks, definitions, file } = ruleset;
  const bodies = new Map(definitions.map(({ measure, value }) => [measure.key, value]));
  const behind = ({ key }: Measure): Core | undefined => bodies.get(key);
  const all = checks.map((check): Written => ({ check, holds: writtenOut(holding(check), behind) }));
  const search: Try = (conditions) => {
    // Figures that are all nothing, or all one, meet most tables: that is quickly tried.
    if ([ZERO, ONE].some((value) => holdsAt(conditions, value))) return START;
    return unitWhere(conditions, ZERO, behind);
  };
  const findings: Diagnostic[] = [];
  const possible = all.filter(({ check, holds }) => {
    const { text, span } = check.source.expression;
    const found = search([holds]);
    const without = leftOut(file, check.source.span, `勾稽“${text}”`);
    if (found === 'none') {
      const finding = diagnoseFile('check-never-holds', span, { text }, without);
      findings.push({ ...finding, example: withOthers([], measuresOf(holds)) });
      return false;
    }
    const fails = unitWhere([failing(holds)], ZERO, behind);
    if (fails === 'none') findings.push(diagnoseFile('check-always-holds', span, { text }, without));
    else if (isOpen(found)) findings.push(diagnoseFile('checks-not-decided', span, reasonFor(found)));
    else if (isOpen(fails)) findings.push(diagnoseFile('checks-not-decided', span, reasonFor(fails)));
    return true;
  });
  const contradicted = possible.flatMap((one, index) => {
    const other = possible.slice(0, index).find((before) => search([before.holds, one.holds]) === 'none');
    return other === undefined ? [] : [contradicting(one, [other], behind, file)];
  });
  findings.push(...contradicted);
  if (contradicted.length === 0 && possible.length > 1) findings.push(...together(possible, search, behind, file));
  withExamples(findings, ruleset).forEach(report);
}

/** Where no two exclude each other, several may: the first of them with which no unit is left is named with those before it. */
function together(possible: readonly Written[], search: Try, behind: Behind, file: RulesetFile): readonly Diagnostic[] {
  const whole = search(possible.map(({ holds }) => holds));
  const last = possible.at(-1)?.check.source.expression;
  if (last === undefined || (whole !== 'none' && !isOpen(whole))) return [];
  if (whole !== 'none') return [diagnoseFile('checks-not-decided', last.span, reasonFor(whole))];
  // What can be left out without a unit appearing is no part of the contradiction.
  let core = possible;
  for (const one of possible) {
    const rest = core.filter((other) => other !== one);
    if (search(rest.map(({ holds }) => holds)) === 'none') core = rest;
  }
  const [named, ...others] = core.toReversed();
  return named === undefined ? [] : [contradicting(named, others.toReversed(), behind, file)];
}

/** A check that cannot hold where others do, with a unit for which they hold and it fails. */
function contradicting(
  { check, holds }: Written,
  others: readonly Written[],
  behind: Behind,
  file: RulesetFile,
): Diagnostic {
  const { span, expression } = check.source;
  const { text } = expression;
  const other = others.map((one) => one.check.source.expression.text).join('”“');
  const fixes = leftOut(file, span, `勾稽“${text}”`);
  const finding = diagnoseFile('checks-contradict', expression.span, { text, other }, fixes);
  const shown = shownBy(finding, unitWhere([...others.map((one) => one.holds), failing(holds)], ZERO, behind));
  if (shown.example === undefined) return finding;
  return { ...shown, example: withOthers(shown.example, measuresOf(holds)) };
}

function failing(holds: Core): Core {
  return { kind: 'not', of: holds, span: holds.span };
}

/** Whether a search leaves open if there is such a unit. */
function isOpen(found: Search): found is Exclude<Search, 'none'> {
  return found === undefined || (found !== 'none' && found.uncertain);
}

function reasonFor(found: Exclude<Search, 'none'>): MessageData {
  return found === undefined
    ? { reason: '条件太多，没有逐一试尽', reasonEn: 'there are too many conditions to try them all' }
    : {
        reason: '其中有的式子不只是几个量的加减，或者只取整数',
        reasonEn: 'some expressions are more than sums of measures, or take whole values only',
      };
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
