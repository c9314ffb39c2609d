/**
 * The fold: clauses become one tree of case, sum and part, and what they do outside their own item. How clauses combine is in combine.ts
 * and lists.ts. Openings are given to `answers`, or listed with their first option taken.
 */
import type { Sentence } from './ast.ts';
import type { Block, Clause } from './clauses.ts';
import { clausesOf } from './clause-reader.ts';
import { type Cuts, groupOf, ownCuts, startingFromZero, wholeOf } from './combine.ts';
import type { Context } from './context.ts';
import type { Diagnostic, Report } from './diagnostic.ts';
import { settleEnds } from './ends.ts';
import { listOf } from './lists.ts';
import { diagnose } from './messages.ts';
import type { Rational } from './number.ts';
import { type Answers, openingsOf } from './openings.ts';
import { parseStandard } from './parser.ts';
import { partOf } from './part.ts';
import type { Scope } from './scope.ts';
import { withSeries } from './series.ts';
import type { Span } from './source.ts';
import type { Beyond, Bound, OpenChoice, Part, Standard } from './standard.ts';
import { coreOf } from './test-core.ts';
import type { Test } from './tests.ts';
import { reportUnused } from './unused.ts';

/** A standard with one meaning, and the choices that were made for it. */
export interface Folded {
  /** undefined when the sentence has a fault; it is reported */
  readonly standard: Standard | undefined;
  readonly beyond: Beyond;
  readonly open: readonly OpenChoice[];
}

/** Reads a standard from its text. */
export function readStandard(text: string, scope: Scope, answers: Answers, report: Report): Folded {
  return fold(parseStandard(text, scope.names, report), text, scope, answers, report);
}

/** Gives a parsed sentence its meaning. */
export function fold(sentence: Sentence, text: string, scope: Scope, answers: Answers, tell: Report): Folded {
  const faults: Diagnostic[] = [];
  const report: Report = (diagnostic) => {
    if (diagnostic.severity === 'error') faults.push(diagnostic);
    tell(diagnostic);
  };
  const context: Context = { text, scope, report, openings: openingsOf(text, scope, answers, report) };
  const read = withSeries(clausesOf(sentence, context), scope.highest ?? scope.weight);
  const [own, others] = splitBeyond(settled(read, context));
  const silent = others.length > 0 && own.every(({ clauses }) => clauses.length === 0);
  const standard = silent
    ? fullMarks(sentence.span, ownCuts(scope))
    : own.some(({ listed }) => listed)
      ? listOf(own, sentence.span, context)
      : groupOf(own[0]?.clauses ?? [], sentence.span, ownCuts(scope), context);
  const beyond = beyondOf(others, sentence.span, context);
  if (standard === undefined && sentence.chunks.every(({ kind }) => kind !== 'award' && kind !== 'step')) {
    report(diagnose('no-award', sentence.span));
  }
  if (standard !== undefined) reportUnused(read, [standard, beyond], context);
  return { standard: faults.length > 0 ? undefined : standard, beyond, open: context.openings.open };
}

/** Clauses of the item itself, and those that speak of the total. */
function splitBeyond(blocks: readonly Block[]): readonly [own: readonly Block[], others: readonly Clause[]] {
  const leaves = (clause: Clause): boolean =>
    clause.kind === 'effect' || ((clause.kind === 'step' || clause.kind === 'award') && clause.scope === 'total');
  const own = blocks.map((block) => ({ ...block, clauses: block.clauses.filter((clause) => !leaves(clause)) }));
  return [own, blocks.flatMap(({ clauses }) => clauses.filter(leaves))];
}

/** A sentence that only speaks of the total leaves its own item whole. */
function fullMarks(span: Span, { floor, cap }: Cuts): Part {
  const bound = (value: Rational | undefined): Bound => ({
    value: value && { kind: 'constant', value, span },
    stated: true,
  });
  const award = { value: { kind: 'weight', span }, choice: undefined, span } as const;
  const fallback = { when: { kind: 'truth', value: true, span }, award, adjusted: false, span } as const;
  return {
    kind: 'part',
    bands: [],
    fallback,
    adjustments: [],
    limits: [],
    floor: bound(floor),
    cap: bound(cap),
    spills: false,
    span,
  };
}

function beyondOf(clauses: readonly Clause[], span: Span, context: Context): Beyond {
  const effects = clauses.flatMap((clause) =>
    clause.kind === 'effect'
      ? [{ when: coreOf(clause.test, { kind: 'truth', value: true, span }), result: clause.result, span: clause.span }]
      : [],
  );
  const moves = clauses.filter((clause) => clause.kind !== 'effect');
  if (moves.length === 0) return { carried: undefined, effects };
  const awards = moves.filter((clause) => clause.kind === 'award');
  const input = { awards, clauses: moves, floor: undefined, cap: undefined, span: wholeOf(moves, span) };
  const part = partOf(input, context);
  return { carried: part && startingFromZero(part), effects };
}

/** All range ends of the sentence settled together, since neighbours decide. */
function settled(blocks: readonly Block[], { text, openings, report }: Context): readonly Block[] {
  const tests = blocks.flatMap(({ clauses }) =>
    clauses.flatMap((clause) => (isConditional(clause) && clause.test !== undefined ? [clause.test] : [])),
  );
  const done = new Map<Test, Test>();
  settleEnds(tests, text, openings.askEnd, report).forEach((test, index) => {
    const before = tests[index];
    if (before !== undefined) done.set(before, test);
  });
  return blocks.map((block) => ({
    ...block,
    clauses: block.clauses.map((clause): Clause =>
      isConditional(clause) && clause.test !== undefined
        ? { ...clause, test: done.get(clause.test) ?? clause.test }
        : clause,
    ),
  }));
}

function isConditional(clause: Clause): clause is Extract<Clause, { kind: 'award' | 'effect' }> {
  return clause.kind === 'award' || clause.kind === 'effect';
}
