/**
 * 被中央、省级、市级通报的，每次分别扣5分、3分、1分: one step for each of the words in the row before it, each with an amount of its own. Where the words are
 * not as many as the amounts, that is reported, and nothing is scored.
 */
import type { Amount, Chunk } from '../text/ast.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import { diagnose } from '../text/messages.ts';
import { figureOf, inPoints, piecesOf } from './shares.ts';
import { type Span, cover } from '../text/source.ts';

type ChunkOf<Kind extends Chunk['kind']> = Extract<Chunk, { kind: Kind }>;

/** The chunks with every step that has several amounts written out. */
export function withSharedSteps(chunks: readonly Chunk[], context: Context): readonly Chunk[] {
  const at = chunks.findIndex((chunk, index) => chunk.kind === 'step' && rowBehind(chunks, index, context).length > 0);
  const step = chunks[at];
  if (step?.kind !== 'step') return chunks;
  const row = rowBehind(chunks, at, context);
  const amounts = [inPoints(step.amount), ...row.map(({ amount }) => amount)];
  const behind = chunks.slice(at + 1 + row.length * 2);
  const lead = isComma(chunks[at - 1]) ? at - 2 : at - 1;
  const condition = chunks[lead];
  const words = condition?.kind === 'condition' && step.names.length === 0 ? wordsIn(condition, context) : [];
  const rest = withSharedSteps(behind, context);
  if (words.length !== amounts.length) {
    const span = cover(step.span, ...row.map((each) => each.span));
    const text = wordsAt(context, span);
    const conditions = String(Math.max(1, words.length));
    context.report(diagnose('shares-uneven', span, { text, conditions, amounts: String(amounts.length) }));
    return [...chunks.slice(0, at), ...rest];
  }
  const steps = amounts.flatMap((amount, index): readonly Chunk[] => {
    const span = index === 0 ? step.span : (row[index - 1]?.span ?? step.span);
    const what = `${words[index] ?? ''}${step.what}`;
    return [
      { ...step, what, amount, span },
      { kind: 'break', hard: false, span: { start: span.end, end: span.end } },
    ];
  });
  return [...chunks.slice(0, lead), ...steps, ...rest];
}

/** A further amount of a row, and where it stands. */
interface Further {
  readonly amount: Amount;
  readonly span: Span;
}

/** The bare amounts behind a step: 5分、3分; after 分别 commas may part them, too. */
function rowBehind(chunks: readonly Chunk[], at: number, { text }: Context): readonly Further[] {
  const step = chunks[at];
  if (step?.kind !== 'step') return [];
  const shared = /分别|依次|各自/.test(text.slice(step.head.end, step.amount.span.start));
  const row: Further[] = [];
  for (let index = at + 1; index + 1 < chunks.length; index += 2) {
    const [comma, chunk] = [chunks[index], chunks[index + 1]];
    if (!isComma(comma) || chunk === undefined || comma === undefined) break;
    const mark = text.slice(comma.span.start, comma.span.end).trim();
    const bare = /^\s*[\d.零一二两三四五六七八九十]/.test(text.slice(chunk.span.start));
    const amount = chunk.kind === 'award' ? inPoints(chunk.amount) : figureOf(chunk);
    if ((mark !== '、' && !shared) || !bare || amount === undefined) break;
    row.push({ amount, span: chunk.span });
  }
  return row;
}

/** What each amount is for: the words of a row, with what stands before the first and behind the last of them said of all. */
function wordsIn({ condition }: ChunkOf<'condition'>, { text }: Context): readonly string[] {
  if (condition.kind !== 'holds' || condition.expression.kind !== 'phrase') return [];
  const pieces = piecesOf(text.slice(condition.span.start, condition.span.end)).map(({ words }) => words);
  const [first = '', ...others] = pieces;
  const lead = /^.*?(?:被|获得|获|受到|受|经|由)/.exec(first)?.[0] ?? '';
  const tail = tailOf(pieces);
  return [first, ...others.map((piece) => `${lead}${piece}`)].map((piece, index) =>
    index < pieces.length - 1 ? `${piece}${tail}` : piece,
  );
}

/** 通报 in 省级、市级通报: what the last of a row has behind the ending that all have. */
function tailOf(pieces: readonly string[]): string {
  const last = pieces[pieces.length - 1] ?? '';
  const before = pieces.slice(0, -1);
  const [first = ''] = before;
  for (let start = 0; start < first.length; start += 1) {
    const ending = first.slice(start);
    const at = last.indexOf(ending);
    if (at >= 0 && before.every((piece) => piece.endsWith(ending))) return last.slice(at + ending.length);
  }
  return '';
}

function isComma(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'break' && !chunk.hard;
}
