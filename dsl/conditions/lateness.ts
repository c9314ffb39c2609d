/**
 * 5月31日前公开的得3分，逾期公开的不得分: being late for what has a time limit in the sentence is the rest of that time limit, wherever it stands,
 * and nothing to ask for.
 */
import type { Chunk, Condition, End } from '../text/ast.ts';

const LATE =
  /^(?:逾期|超期|延期|延迟|未按(?:时|期|规定时间|要求时间|时限)|未及时|未如期|未在(?:规定|上述|该)?(?:时间|期限|时限)(?:内|前)?|超过(?:规定|上述|该)?(?:时间|期限|时限))(?:才|)/;
const TIME = /[天日月年周]$|小时|季度/;

/** The chunks with lateness told by the time limits before it. */
export function withLateness(chunks: readonly Chunk[]): readonly Chunk[] {
  const limits: { readonly tail: string; readonly condition: Condition }[] = [];
  return chunks.map((chunk) => {
    if (chunk.kind !== 'condition') return chunk;
    if (isTimeLimit(chunk.condition)) {
      limits.push({ tail: chunk.tail, condition: chunk.condition });
      return chunk;
    }
    const late = lateFor(chunk.condition);
    const missed = late === undefined ? [] : limits.filter(({ tail }) => isOf(late, tail));
    if (missed.length === 0) return chunk;
    const { span } = chunk;
    const any: Condition = { kind: 'any', conditions: missed.map(({ condition }) => condition), span };
    return { ...chunk, condition: { kind: 'not', condition: any, span }, tail: '' };
  });
}

/** 逾期报送 is late for what 4月30日前报送自评报告 asks for. */
function isOf(late: string, tail: string): boolean {
  return tail === late || (late.length > 1 && (tail.startsWith(late) || tail.endsWith(late)));
}

/** What prose says was done too late: 公开 in 逾期公开. */
function lateFor(condition: Condition): string | undefined {
  if (condition.kind !== 'holds' || condition.expression.kind !== 'phrase') return undefined;
  const { text } = condition.expression;
  const what = text.replace(LATE, '');
  return what === text || what === '' ? undefined : what;
}

function isTimeLimit(condition: Condition): boolean {
  const ends: readonly End[] =
    condition.kind === 'value' && condition.end.suffix === '≤'
      ? [condition.end]
      : condition.kind === 'comparison'
        ? condition.tests.filter(({ operator }) => operator === '<' || operator === '≤').map(({ end }) => end)
        : [];
  return ends.some(({ value }) => value.kind === 'date' || (value.kind === 'quantity' && TIME.test(value.unit ?? '')));
}
