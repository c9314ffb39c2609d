/**
 * What is said of list items by their marks, ①②项各2分, 符合③得1分, and of things named one after another, 有方案、有总结各得2分: the first becomes a
 * condition that names the items, the second an award for each.
 */
import type { Chunk } from '../text/ast.ts';
import { itemTalk } from '../clauses/item-talk.ts';
import { readMark } from '../words/marks.ts';
import type { Span } from '../text/source.ts';

/** The chunks with both written out. */
export function withReferences(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const marked = chunks.some(({ kind }) => kind === 'mark') ? withNamedItems(chunks, text) : chunks;
  return marked.flatMap((chunk, index) => enumerated(chunk, marked.slice(index + 1), text) ?? [chunk]);
}

function withNamedItems(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const done: Chunk[] = [];
  for (const chunk of chunks) {
    const run = chunk.kind === 'award' ? runBefore(done, text) : [];
    const [first, last] = [run[0], run.findLast(({ kind }) => kind !== 'break')];
    if (first !== undefined && last !== undefined) {
      const span = { start: first.span.start, end: last.span.end };
      const words = text.slice(span.start, span.end);
      const talk = itemTalk(words);
      const named = talk !== undefined && talk.which.length > 0;
      if (named && (first.kind === 'condition' || /[项各条点均都]/.test(words) || areKnown(run, done))) {
        done.splice(done.length - run.length, run.length, phraseChunk(words, span));
      }
    }
    done.push(chunk);
  }
  return done;
}

/** The marks and words right before an award, with 、 between them. */
function runBefore(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  const joins = (chunk: Chunk, index: number): boolean => {
    if (chunk.kind === 'mark') return true;
    if (chunk.kind === 'condition') return chunk.condition.kind === 'holds' || chunk.condition.kind === 'value';
    const comma = chunk.kind === 'break' && !chunk.hard;
    return comma && (index === chunks.length - 1 || text.charAt(chunk.span.start) === '、');
  };
  const start = chunks.findLastIndex((chunk, index) => !joins(chunk, index)) + 1;
  const run = chunks.slice(start);
  return run.some(({ kind }) => kind === 'mark') ? run : [];
}

/** Whether marks alone before an award stand for items read before. */
function areKnown(run: readonly Chunk[], chunks: readonly Chunk[]): boolean {
  const before = chunks.slice(0, chunks.length - run.length).flatMap((chunk) => (chunk.kind === 'mark' ? chunk : []));
  return run.every((chunk) => chunk.kind !== 'mark' || before.some((mark) => sameMark(mark.text, chunk.text)));
}

function sameMark(left: string, right: string): boolean {
  const [one, other] = [readMark(left), readMark(right)];
  return one.style === other.style && one.number === other.number;
}

function phraseChunk(text: string, span: Span): Chunk {
  return {
    kind: 'condition',
    condition: { kind: 'holds', expression: { kind: 'phrase', text, span }, span },
    tail: '',
    span,
  };
}

/** 有方案、有总结各得2分: each thing with the award. */
function enumerated(chunk: Chunk, behind: readonly Chunk[], text: string): readonly Chunk[] | undefined {
  if (chunk.kind !== 'condition' || chunk.condition.kind !== 'holds' || chunk.condition.expression.kind !== 'phrase')
    return undefined;
  const [award] = behind;
  if (award?.kind !== 'award' || award.verb !== 'give') return undefined;
  const words = text.slice(chunk.span.start, chunk.span.end);
  const things = /^(.+[、和及].+?)(?:的)?(?:各自|各)$/.exec(words)?.[1];
  if (things === undefined || itemTalk(words) !== undefined) return undefined;
  const found: Chunk[] = [];
  for (const { 0: thing, index } of things.matchAll(/[^、]+/g)) {
    for (const { 0: one, index: at } of thing.matchAll(/(?:[^和及]|[和及](?=.{0,1}$))+/g)) {
      const start = chunk.span.start + index + at;
      const span = { start, end: start + one.length };
      found.push(phraseChunk(one, span), award, {
        kind: 'break',
        hard: true,
        span: { start: span.end, end: span.end },
      });
    }
  }
  return found.slice(0, -2);
}
