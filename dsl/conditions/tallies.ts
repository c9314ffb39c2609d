/**
 * 甲达到90%且乙达到80%的得6分，有一项不达标的得3分，两项均不达标的不得分: how many of the conditions joined before hold, told by their number. Each
 * tally becomes the conditions it counts; one that fits none before it stays prose.
 */
import type { Chunk, Condition } from '../text/ast.ts';
import { atLeast } from '../grammar/at-least.ts';
import { atomsOf } from './composed.ts';
import { figureValue } from '../numbers/literals.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, foldWidth } from '../text/source.ts';

type ConditionChunk = Extract<Chunk, { kind: 'condition' }>;

/** How many of the conditions a tally wants. */
interface Tally {
  /** undefined for all of them */
  readonly least: number | undefined;
  /** no more than that */
  readonly exactly: boolean;
  /** those that fail are counted */
  readonly failing: boolean;
}

const NUMBER = '[一二两三四五六1-6]';
const COUNTED = '(?:项|个|条|者|方面)(?:指标|条件|要求|任务|标准)?';
const HELD =
  '(?:达到|达标|完成|实现|符合|满足|合格|到位|落实|做到|具备)(?:以上|上述|)(?:目标|标准|要求|条件|任务)?(?:值)?';
const LEAD = '(?:其中|以上|上述|若|如)?';
const TALLY = new RegExp(
  `^${LEAD}(仅有?|只有|有且仅有|至少有?|有|任意|任何|任)?(${NUMBER})${COUNTED}(及?以上)?(均|都)?(未能?|不|没有)?${HELD}$`,
);
const ALL = new RegExp(`^${LEAD}(?:各${COUNTED})?(?:均|都|全部|全)(未能?|不|没有)?${HELD}$`);

/** Most conditions that are counted. */
const MOST = 6;

/** The chunks with every tally told by the conditions it counts. */
export function withTallies(chunks: readonly Chunk[], text: string, scope: Scope): readonly Chunk[] {
  if (chunks.some(({ kind }) => kind === 'mark')) return chunks;
  let before: readonly Condition[] = [];
  let run: ConditionChunk[] = [];
  let runBefore: readonly ConditionChunk[] = [];
  const counted = new Set<Chunk>();
  const told = chunks.map((chunk): Chunk => {
    if (chunk.kind === 'award' || chunk.kind === 'step') {
      const joined = run.flatMap(({ condition }) => joinedIn(condition, scope));
      if (joined.length > 1 && joined.every(standsAlone)) [before, runBefore] = [joined, run];
      run = [];
    }
    if (chunk.kind !== 'condition') return chunk;
    const tally = tallyIn(text.slice(chunk.span.start, chunk.span.end));
    const condition = tally && toldBy(tally, before, chunk.span);
    if (condition !== undefined) {
      for (const one of runBefore) counted.add(one);
      return { ...chunk, condition, tail: '' };
    }
    if (chunk.condition.kind !== 'otherwise') run.push(chunk);
    return chunk;
  });
  return told.map((chunk) =>
    chunk.kind === 'condition' && counted.has(chunk) ? { ...chunk, condition: apart(chunk.condition, scope) } : chunk,
  );
}

/** What is counted is asked one by one where it stands first, too. */
function apart(condition: Condition, scope: Scope): Condition {
  if (condition.kind === 'all' || condition.kind === 'any')
    return { ...condition, conditions: condition.conditions.map((part) => apart(part, scope)) };
  const conditions = atomsOf(condition, scope);
  return conditions.length > 1 ? { kind: 'all', conditions, span: condition.span } : condition;
}

/** The conditions of which a clause joins several. */
function joinedIn(condition: Condition, scope: Scope): readonly Condition[] {
  if (condition.kind === 'all' || condition.kind === 'any')
    return condition.conditions.flatMap((part) => joinedIn(part, scope));
  return atomsOf(condition, scope);
}

/** Whether a condition can be said again elsewhere: it names what it speaks of. */
function standsAlone(condition: Condition): boolean {
  switch (condition.kind) {
    case 'comparison':
    case 'between':
    case 'within':
    case 'value':
    case 'change':
      return condition.subject !== undefined;
    case 'holds':
    case 'presence':
    case 'level':
      return true;
    case 'not':
      return standsAlone(condition.condition);
    case 'all':
    case 'any':
      return condition.conditions.every(standsAlone);
    case 'defined':
    case 'otherwise':
    case 'beyond':
      return false;
  }
}

function tallyIn(words: string): Tally | undefined {
  const plain = foldWidth(words).replace(/\s+/g, '').replace(/的$/, '');
  const all = ALL.exec(plain);
  if (all !== null) return { least: undefined, exactly: false, failing: all[1] !== undefined };
  const found = TALLY.exec(plain);
  if (found === null) return undefined;
  const [, lead = '', figure = '', more, , not] = found;
  const number = figureValue(figure);
  if (number === undefined) return undefined;
  const exactly = more === undefined && /仅|只/.test(lead);
  return { least: Number(number.numerator), exactly, failing: not !== undefined };
}

/** What a tally says of the conditions before it. */
function toldBy({ least, exactly, failing }: Tally, before: readonly Condition[], span: Span): Condition | undefined {
  const wanted = least ?? before.length;
  if (before.length < 2 || before.length > MOST || wanted > before.length) return undefined;
  const counted = before.map((condition): Condition => (failing ? { kind: 'not', condition, span } : condition));
  const enough = atLeast(wanted, counted, span);
  if (!exactly || wanted === counted.length) return enough;
  const more: Condition = { kind: 'not', condition: atLeast(wanted + 1, counted, span), span };
  return { kind: 'all', conditions: [enough, more], span };
}
