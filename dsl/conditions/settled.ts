/** The range ends of clauses settled together, since neighbours decide. */
import type { Block, Clause } from './clauses.ts';
import type { Context } from './context.ts';
import { settleEnds } from '../expressions/ends.ts';
import { kindsOf } from './kinds.ts';
import type { Test } from '../expressions/ranges.ts';

/** Clauses with every range end settled among themselves. */
export function settledClauses(clauses: readonly Clause[], context: Context): readonly Clause[] {
  return withTests(clauses, settledTests(clauses.flatMap(testsOf), context));
}

/** Blocks settled together; those that tell kinds apart are left for each kind to settle its own. */
export function settledBlocks(blocks: readonly Block[], context: Context): readonly Block[] {
  const plain = blocks.filter(({ clauses }) => kindsOf(clauses, context.text) === undefined);
  const done = settledTests(
    plain.flatMap(({ clauses }) => clauses.flatMap(testsOf)),
    context,
  );
  return blocks.map((block) => (plain.includes(block) ? { ...block, clauses: withTests(block.clauses, done) } : block));
}

/** Each test with its settled one. */
export function settledTests(tests: readonly Test[], { text, openings, report }: Context): ReadonlyMap<Test, Test> {
  const settled = settleEnds(tests, text, openings.askEnd, report);
  return new Map(tests.map((test, index) => [test, settled[index] ?? test]));
}

function testsOf(clause: Clause): readonly Test[] {
  if (clause.kind === 'step') return clause.before === undefined ? [] : [clause.before];
  return (clause.kind === 'award' || clause.kind === 'effect') && clause.test !== undefined ? [clause.test] : [];
}

function withTests(clauses: readonly Clause[], done: ReadonlyMap<Test, Test>): readonly Clause[] {
  return clauses.map((clause): Clause => {
    if (clause.kind === 'award')
      return clause.test === undefined ? clause : { ...clause, test: done.get(clause.test) ?? clause.test };
    if (clause.kind === 'effect') return { ...clause, test: done.get(clause.test) ?? clause.test };
    if (clause.kind !== 'step' || clause.before === undefined) return clause;
    return { ...clause, before: done.get(clause.before) ?? clause.before };
  });
}
