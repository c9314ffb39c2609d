/**
 * 排名一、二、三名的分别得5分、4分、3分: several conditions and as many amounts, each condition before its own amount. A lone 前三名 or 第1至3名 stands for
 * its ranks one by one. What does not come out even is reported.
 */
import type { Amount, Chunk, Condition, End, Expression, Quantity } from '../text/ast.ts';
import { type Context, wordsAt } from '../conditions/context.ts';
import { figureValue } from '../numbers/literals.ts';
import { diagnose } from '../text/messages.ts';
import { isInteger } from '../numbers/number.ts';
import { type Span, cover } from '../text/source.ts';

type ChunkOf<Kind extends Chunk['kind']> = Extract<Chunk, { kind: Kind }>;

/** The chunks with every 分别 shared out. */
export function withShares(chunks: readonly Chunk[], context: Context): readonly Chunk[] {
  const at = chunks.findIndex(({ kind }) => kind === 'shared');
  const word = chunks[at];
  if (word === undefined) return chunks;
  const [before, conditions] = conditionsBefore(chunks.slice(0, at), context);
  const [amounts, after] = amountsAfter(chunks.slice(at + 1));
  const cases = oneByOne(conditions, amounts.length, context);
  const rest = withShares(after, context);
  if (cases.length !== amounts.length || amounts.length < 2) {
    const span = cover(
      word.span,
      ...conditions.map((condition) => condition.span),
      ...amounts.map(({ span: own }) => own),
    );
    const data = { text: wordsAt(context, span), conditions: String(cases.length), amounts: String(amounts.length) };
    context.report(diagnose('shares-uneven', span, data));
    return [...before, ...rest];
  }
  const shared = cases.flatMap((condition, index): readonly Chunk[] => {
    const award = amounts[index];
    const { span } = condition;
    return award === undefined ? [] : [{ kind: 'condition', condition, tail: '', span }, award, comma(award.span)];
  });
  return [...before, ...shared, ...rest];
}

function comma({ end }: Span): Chunk {
  return { kind: 'break', hard: false, span: { start: end, end } };
}

/** The conditions that stand in a row at the end, and what is before them. */
function conditionsBefore(
  chunks: readonly Chunk[],
  context: Context,
): readonly [before: readonly Chunk[], conditions: readonly Condition[]] {
  let from = chunks.length;
  while (from > 0 && isRow(chunks[from - 1], context)) from -= 1;
  return [chunks.slice(0, from), chunks.slice(from).flatMap((chunk) => conditionIn(chunk, context) ?? [])];
}

function isRow(chunk: Chunk | undefined, context: Context): boolean {
  return chunk !== undefined && ((chunk.kind === 'break' && !chunk.hard) || conditionIn(chunk, context) !== undefined);
}

/** A condition; 评价结果为优, which alone gives a grade, is one in a row. */
function conditionIn(chunk: Chunk, { scope }: Context): Condition | undefined {
  if (chunk.kind === 'condition') return chunk.condition;
  if (chunk.kind !== 'award' || chunk.amount.kind !== 'label') return undefined;
  const { span } = chunk;
  const { text } = chunk.amount;
  if (scope.level !== undefined) return { kind: 'level', word: text, span };
  return { kind: 'holds', expression: { kind: 'phrase', text, span }, span };
}

/** The awards that stand in a row at the beginning, all given as the first is, and what is behind them. */
function amountsAfter(
  chunks: readonly Chunk[],
): readonly [amounts: readonly ChunkOf<'award'>[], after: readonly Chunk[]] {
  const amounts: ChunkOf<'award'>[] = [];
  let done = 0;
  for (const [index, chunk] of chunks.entries()) {
    const [first] = amounts;
    const amount = chunk.kind === 'award' ? inPoints(chunk.amount) : first && figureOf(chunk);
    if (amount !== undefined && chunk.kind === 'award')
      amounts.push({ ...chunk, amount, verb: first?.verb ?? chunk.verb, scope: first?.scope ?? chunk.scope });
    else if (amount !== undefined && first !== undefined) amounts.push({ ...first, amount, span: chunk.span });
    else if (chunk.kind === 'break' && !chunk.hard) continue;
    else break;
    done = index + 1;
  }
  return [amounts, chunks.slice(done)];
}

/** 得10、8、6分: a figure in the row is of points, as the last is. */
export function figureOf(chunk: Chunk): Amount | undefined {
  if (chunk.kind !== 'condition' || chunk.condition.kind !== 'value' || chunk.condition.subject !== undefined)
    return undefined;
  return pointsOf(chunk.condition.end.value);
}

/** A share that is a bare figure is of points. */
export function inPoints(amount: Amount): Amount {
  const bare = amount.kind === 'share' && amount.high === undefined ? pointsOf(amount.low.value) : undefined;
  return bare ?? amount;
}

function pointsOf(value: Expression): Amount | undefined {
  if (value.kind !== 'quantity' || value.unit !== undefined) return undefined;
  return { kind: 'points', value: { ...value, unit: '分' }, span: value.span };
}

/** The conditions one by one: an operator written once holds for all, a range of ranks and a row of words are taken apart. */
function oneByOne(conditions: readonly Condition[], count: number, context: Context): readonly Condition[] {
  const [only] = conditions;
  if (conditions.length === 1 && only !== undefined) return ranksOf(only, count) ?? phrasesOf(only, context);
  return withOperator(withSuffix(conditions));
}

/** 达到90%、80%、70%的 */
function withOperator(conditions: readonly Condition[]): readonly Condition[] {
  const [first] = conditions;
  const test = first?.kind === 'comparison' && first.tests.length === 1 ? first.tests[0] : undefined;
  if (test === undefined) return conditions;
  return conditions.map((condition): Condition => {
    if (condition.kind !== 'value' || condition.subject !== undefined || condition.end.suffix !== undefined)
      return condition;
    return { kind: 'comparison', subject: undefined, tests: [{ ...test, end: condition.end }], span: condition.span };
  });
}

/** 90%、80%、70%以上的 */
function withSuffix(conditions: readonly Condition[]): readonly Condition[] {
  const last = conditions[conditions.length - 1];
  if (last?.kind !== 'value' || last.end.suffix === undefined) return conditions;
  const { suffix } = last.end;
  return conditions.every((condition) => condition === last || isLone(condition))
    ? conditions.map((condition) =>
        condition.kind === 'value' ? { ...condition, end: { ...condition.end, suffix } } : condition,
      )
    : conditions;
}

function isLone(condition: Condition): boolean {
  return condition.kind === 'value' && condition.end.suffix === undefined;
}

/** 前三名, 第1至3名: as many ranks as there are amounts. */
function ranksOf(condition: Condition, count: number): readonly Condition[] | undefined {
  const ends = endsOf(condition);
  const [low, high] = ends.map(({ value }) => numberIn(value));
  const [end] = ends.toReversed();
  const subject = condition.kind === 'comparison' || condition.kind === 'between' ? condition.subject : undefined;
  if (end === undefined || low === undefined || (high !== undefined && high - low !== count - 1)) return undefined;
  if (high === undefined && low !== count) return undefined;
  const from = high === undefined ? 1 : low;
  return Array.from({ length: count }, (_, index): Condition => {
    const { span } = condition;
    const value: Quantity = { kind: 'quantity', figure: String(from + index), unit: '名', span };
    return {
      kind: 'value',
      subject: index === 0 ? subject : undefined,
      end: { value, marks: [], suffix: undefined, span },
      span,
    };
  });
}

function endsOf(condition: Condition): readonly End[] {
  if (condition.kind === 'between') return [condition.low, condition.high];
  const [test, another] = condition.kind === 'comparison' ? condition.tests : [];
  return test?.operator === '≤' && another === undefined ? [test.end] : [];
}

/** The whole number of a rank. */
function numberIn(value: Expression): number | undefined {
  const ranked =
    value.kind === 'rank' || (value.kind === 'quantity' && /^(?:名|位|名次|位次)?$/.test(value.unit ?? ''));
  const number = ranked ? figureValue(value.figure) : undefined;
  return number !== undefined && isInteger(number) ? Number(number.numerator) : undefined;
}

/** 一等奖、二等奖, 一、二、三等奖 */
function phrasesOf(condition: Condition, { text }: Context): readonly Condition[] {
  if (condition.kind !== 'holds' || condition.expression.kind !== 'phrase') return [condition];
  const { start, end } = condition.span;
  return piecesOf(text.slice(start, end)).map(({ words, at, length }): Condition => {
    const span = { start: start + at, end: start + at + length };
    return { kind: 'holds', expression: { kind: 'phrase', text: words, span }, span };
  });
}

/** The words of a row, each with its place; 一 in 一、二、三等奖 is 一等奖. */
export function piecesOf(
  row: string,
): readonly { readonly words: string; readonly at: number; readonly length: number }[] {
  const pieces = [...row.matchAll(/[^、,，和及与\s]+/g)];
  const tail = /^[一二三四五六七八九十]+(.+)$/.exec(pieces[pieces.length - 1]?.[0] ?? '')?.[1];
  const numbered =
    tail !== undefined && pieces.slice(0, -1).every(([piece]) => /^[一二三四五六七八九十]+$/.test(piece));
  return pieces.map(({ 0: piece, index }, at) => {
    const words = numbered && at < pieces.length - 1 ? `${piece}${tail}` : piece;
    return { words, at: index, length: piece.length };
  });
}
