/**
 * 按支出率计分，得分＝支出率×6: an award that only says by what the points go, before the one that says how they are computed.
 */
import type { Chunk, Expression } from '../text/ast.ts';
import type { Piece } from './counted.ts';

/** 按支出率计分，得分＝支出率×6: the first says what the second computes. */
export function announces(
  { amount }: Extract<Chunk, { kind: 'award' }>,
  chunks: readonly Piece[],
  index: number,
): boolean {
  const before = chunks.slice(0, index).findLast(({ kind }) => kind !== 'break');
  const [next] = chunks.slice(index + 1).filter(({ kind }) => kind !== 'break');
  const bare = amount.kind === 'rate' && before?.kind !== 'condition';
  return bare && next?.kind === 'award' && next.amount.kind === 'points' && speaksOf(next.amount.value, amount.value);
}

/** Whether an expression is more than a figure and reads every name of another. */
function speaksOf(whole: Expression, part: Expression): boolean {
  const names = namesIn(whole);
  return whole.kind === 'binary' && names.length > 0 && namesIn(part).every((name) => names.includes(name));
}

function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'name':
      return [expression.name];
    case 'bracket':
      return namesIn(expression.inner);
    case 'unary':
      return namesIn(expression.operand);
    case 'binary':
      return [expression.left, expression.right].flatMap(namesIn);
    case 'call':
      return expression.arguments.flatMap(namesIn);
    case 'if':
      return [expression.condition, expression.then, expression.otherwise].flatMap(namesIn);
    case 'quantity':
    case 'missing':
    case 'date':
    case 'rank':
    case 'phrase':
    case 'weight':
      return [];
  }
}
