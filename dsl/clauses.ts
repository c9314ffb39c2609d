/**
 * Chunks to clauses: each award meets the conditions before it, each step finds the measure it walks, limits and readings stay in
 * their order. List items become blocks of their own. Nothing is combined yet; that is the fold.
 */
import type { Chunk, Sentence, StepReading, Verb } from './ast.ts';
import { inputOf } from './check.ts';
import type { Core } from './core.ts';
import type { Report } from './diagnostic.ts';
import { quantityValue } from './literals.ts';
import { diagnose } from './messages.ts';
import type { Rational } from './number.ts';
import { type Points, pointsOf } from './points.ts';
import type { Scope } from './scope.ts';
import { type Span, cover } from './source.ts';
import { type StepClause, stepOf } from './steps.ts';
import { type Test, tester } from './tests.ts';

/** An award under conditions; none means it always stands. */
export interface AwardClause {
  readonly kind: 'award';
  readonly verb: Verb;
  readonly test: Test | undefined;
  readonly points: Points;
  readonly base: boolean;
  readonly scope: 'item' | 'total' | undefined;
  /** 不得分, 满分: speaks of the whole item */
  readonly whole: boolean;
  readonly span: Span;
}

/** A piece of a standard with meaning. */
export type Clause =
  | AwardClause
  | StepClause
  | {
      readonly kind: 'limit';
      readonly limit: 'most' | 'least' | 'filled';
      readonly verb: Verb | undefined;
      readonly most: Core;
      readonly span: Span;
    }
  | { readonly kind: 'stop'; readonly at: 'floor' | 'cap'; readonly span: Span }
  | { readonly kind: 'reading'; readonly width: Rational; readonly reading: StepReading; readonly span: Span }
  | { readonly kind: 'series'; readonly span: Span };

/** Clauses of one list item, or of what stands outside all items. */
export interface Block {
  /** the item's condition where it has no award of its own */
  readonly item: Test | undefined;
  readonly listed: boolean;
  readonly clauses: readonly Clause[];
}

/** The blocks of a sentence: first what stands outside the items, then the items. */
export function clausesOf(sentence: Sentence, text: string, scope: Scope, report: Report): readonly Block[] {
  const speaker = tester(scope, report);
  const outside: Clause[] = [];
  const items: { test: Test | undefined; clauses: Clause[] }[] = [];
  let pending: Test[] = [];
  let inItem = false;
  let basis: Test | undefined;
  /** what each count already counts, by measure */
  const walked = new Map<string, string>();

  const place = (clause: Clause, afterBreak: boolean): void => {
    const item = items[items.length - 1];
    if (item === undefined || !inItem) outside.push(clause);
    else if (afterBreak && (item.clauses.length > 0 || item.test !== undefined || clause.kind !== 'award')) {
      inItem = false;
      outside.push(clause);
    } else item.clauses.push(clause);
  };
  const closeItem = (): void => {
    const item = items[items.length - 1];
    if (inItem && item?.clauses.length === 0 && pending.length > 0) {
      item.test = together(pending);
      pending = [];
    }
  };
  const dropPending = (): void => {
    for (const { span } of pending)
      report(diagnose('not-understood', span, { text: text.slice(span.start, span.end) }));
    pending = [];
  };

  let hard = true;
  sentence.chunks.forEach((chunk, index) => {
    switch (chunk.kind) {
      case 'mark':
        closeItem();
        dropPending();
        items.push({ test: undefined, clauses: [] });
        inItem = true;
        hard = false;
        return;
      case 'break':
        if (!chunk.hard) return;
        closeItem();
        if (!inItem) dropPending();
        hard = true;
        return;
      case 'basis': {
        const { end, span } = chunk;
        basis = speaker.test({ kind: 'value', subject: undefined, end, span });
        return;
      }
      case 'condition': {
        if (inItem && hard) {
          const own = items[items.length - 1];
          if (own !== undefined && (own.test !== undefined || own.clauses.length > 0)) inItem = false;
        }
        const test = speaker.test(chunk.condition);
        if (test !== undefined) pending.push(test);
        return;
      }
      case 'award': {
        const points = pointsOf(chunk.amount, scope, report);
        const test = pending.length === 0 ? undefined : together(pending);
        const failed = test === undefined && previousCondition(sentence.chunks, index);
        pending = [];
        if (points === undefined || failed) return;
        const placed: Points = { ...points, span: chunk.span };
        const whole = chunk.amount.kind === 'full' || chunk.amount.kind === 'zero' || chunk.amount.kind === 'unchanged';
        place(
          {
            kind: 'award',
            verb: chunk.verb,
            test,
            points: placed,
            base: chunk.base,
            scope: chunk.scope,
            whole,
            span: cover(...(test === undefined ? [] : [test.span]), chunk.span),
          },
          hard,
        );
        hard = false;
        return;
      }
      case 'step': {
        closeItem();
        const listed = items.flatMap(({ test }) => (test?.kind === 'truth' ? [test.core] : []));
        const step = stepOf(
          chunk,
          pending.length === 0 && basis !== undefined ? [basis] : pending,
          listed.length > 0 ? listed : scope.items.map((item) => inputOf(item, chunk.head).core),
          scope,
          speaker,
          walked,
          report,
        );
        pending = [];
        if (step !== undefined) place(step, hard);
        hard = false;
        return;
      }
      case 'limit': {
        const points = pointsOf(chunk.amount, scope, report);
        if (points?.kind === 'value')
          place({ kind: 'limit', limit: chunk.limit, verb: chunk.verb, most: points.value, span: chunk.span }, hard);
        return;
      }
      case 'stop':
        place({ kind: 'stop', at: chunk.at, span: chunk.span }, hard);
        return;
      case 'reading': {
        const width = quantityValue(chunk.width)?.value;
        if (width !== undefined) place({ kind: 'reading', width, reading: chunk.reading, span: chunk.span }, false);
        return;
      }
      case 'series':
        place({ kind: 'series', span: chunk.span }, false);
        return;
      case 'note':
        return;
      case 'unknown':
        report(diagnose('not-understood', chunk.span, { text: chunk.text }));
        return;
    }
  });
  closeItem();
  dropPending();
  return [
    { item: undefined, listed: false, clauses: outside },
    ...items.map(({ test, clauses }) => ({ item: test, listed: true, clauses })),
  ];
}

/** Whether the award at `index` had a condition, which then could not be given meaning. */
function previousCondition(chunks: readonly Chunk[], index: number): boolean {
  const before = chunks.slice(0, index).findLast((chunk) => chunk.kind !== 'break' && chunk.kind !== 'note');
  return before?.kind === 'condition';
}

function together(tests: readonly Test[]): Test {
  const [first] = tests;
  if (first !== undefined && tests.length === 1) return first;
  return { kind: 'all', of: tests, span: cover(...tests.map(({ span }) => span)) };
}
