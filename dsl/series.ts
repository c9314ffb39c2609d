/** 依次类推: the ladder before it goes on by the same difference, down to the next rung written out, or to no points. */
import type { AwardClause, Block, Clause } from './clauses.ts';
import type { Core } from './core.ts';
import { type Rational, ZERO, add, compare, subtract } from './number.ts';
import type { RangeTest } from './tests.ts';

const LONGEST = 1000;

/** The blocks with every 依次类推 written out. */
export function withSeries(blocks: readonly Block[], highest: Rational): readonly Block[] {
  return blocks.map((block) => ({
    ...block,
    clauses: block.clauses.flatMap((clause, index) =>
      clause.kind === 'series' ? continued(block.clauses, index, highest) : [clause],
    ),
  }));
}

interface Rung {
  readonly award: AwardClause;
  readonly test: RangeTest;
  readonly at: Rational;
  readonly points: Rational;
}

function rungOf(clause: Clause | undefined): Rung | undefined {
  if (clause?.kind !== 'award' || clause.test?.kind !== 'range' || clause.points.kind !== 'value') return undefined;
  const { test, points } = clause;
  const at = (test.low ?? test.high)?.constant;
  return at === undefined || points.value.kind !== 'constant'
    ? undefined
    : { award: clause, test, at, points: points.value.value };
}

function continued(clauses: readonly Clause[], index: number, highest: Rational): readonly Clause[] {
  const awards = clauses.slice(0, index).filter((clause) => clause.kind === 'award' && clause.verb === 'give');
  const [earlier, last] = [rungOf(awards[awards.length - 2]), rungOf(awards[awards.length - 1])];
  if (earlier === undefined || last === undefined) return [];
  const [stride, fall] = [subtract(last.at, earlier.at), subtract(last.points, earlier.points)];
  const next = rungOf(clauses.slice(index + 1).find(({ kind }) => kind === 'award'));
  const way = compare(stride, ZERO);
  const rises = compare(fall, ZERO) > 0;
  if (way === 0 || compare(fall, ZERO) === 0) return [];
  const limited = clauses.find(({ kind }) => kind === 'limit');
  const most = limited?.kind === 'limit' && limited.most.kind === 'constant' ? limited.most.value : highest;
  const goesOn = (points: Rational): boolean => (rises ? compare(points, most) <= 0 : compare(points, ZERO) > 0);
  const rungs: Clause[] = [];
  let at = add(last.at, stride);
  let points = add(last.points, fall);
  while (rungs.length < LONGEST && goesOn(points) && (next === undefined || compare(at, next.at) !== way)) {
    rungs.push(rung(last, at, points));
    at = add(at, stride);
    points = add(points, fall);
  }
  return rungs;
}

function rung({ award, test }: Rung, at: Rational, points: Rational): AwardClause {
  const constant = (value: Rational): Core => ({ kind: 'constant', value, span: award.span });
  const bound = test.low ?? test.high;
  const moved = bound && { ...bound, value: constant(at), constant: at };
  return {
    ...award,
    test: { ...test, low: test.low && moved, high: test.high && moved },
    points: { kind: 'value', value: constant(points), span: award.points.span },
  };
}
