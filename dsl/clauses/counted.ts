/**
 * Counts without 每. 发现1例违规扣1分 takes points off for every one, though it does not say 每; 被通报1次得3分，2次得1分 is a ladder over one count, though
 * nobody declared it. What is said of one alone goes on for each; what is said of several numbers is a ladder.
 */
import type { Chunk, Condition, Direction, Quantity } from '../text/ast.ts';
import type { Context } from '../conditions/context.ts';
import { countIn, deniedBehind, deniedIn, isBare, objectOf } from '../conditions/count-words.ts';
import { talkAt } from './item-talk.ts';
import { itemNamesOf } from './listed-names.ts';
import { quantityValue } from '../numbers/literals.ts';
import { ONE, equal } from '../numbers/number.ts';
import { type Numbered, numberIn } from '../conditions/numbered.ts';
import { type Span, cover } from '../text/source.ts';
import { type Unit, sameDimension, unitNamed } from '../numbers/units.ts';

type ChunkOf<Kind extends Chunk['kind']> = Extract<Chunk, { kind: Kind }>;

/** A condition on the number of what `words` say, or of what was counted before when they say nothing. */
export interface Counted {
  readonly kind: 'counted';
  readonly words: string;
  readonly unit: Unit;
  /** without what it speaks of */
  readonly condition: Condition;
  /** the chunk as written */
  readonly written: ChunkOf<'condition'>;
  readonly span: Span;
}

/** What clauses are read from. */
export type Piece = Chunk | Counted;

/** A number of something with the award that follows. */
interface Saying extends Numbered {
  /** where it begins, and where its award stands */
  readonly index: number;
  readonly awardIndex: number;
  readonly written: ChunkOf<'condition'>;
  readonly award: ChunkOf<'award'>;
}

/** The chunks with what is counted one by one as steps, and ladders over what nobody named as conditions on a count. */
export function withCounts(chunks: readonly Chunk[], context: Context): readonly Piece[] {
  const replaced = new Map<number, readonly Piece[]>();
  const sayings = chunks.flatMap((chunk, index) =>
    saysOfItems(chunks, index, context) ? [] : (sayingAt(chunks, chunk, index, context.text) ?? []),
  );
  const ladders = laddersOf(sayings);
  const several = ladders.filter(({ length }) => length > 1);
  for (const ladder of ladders) {
    const one = oneOf(ladder, chunks);
    if (one !== undefined) {
      for (let at = one.index; at <= one.awardIndex; at += 1) replaced.set(at, []);
      replaced.set(one.index, [stepFrom(one)]);
    }
    const words = countedIn(ladder, chunks);
    for (const saying of ladder) {
      const alone = saying.embedded && ladder.length === 1 && countIn(words, context.scope) === undefined;
      if (saying === one || saying.name !== undefined || alone) continue;
      const { index, awardIndex, unit, condition, written } = saying;
      for (let at = index; at < awardIndex; at += 1) replaced.set(at, []);
      replaced.set(index, [{ kind: 'counted', words, unit, condition, written, span: written.span }]);
    }
    if (several.length === 1 && several[0] === ladder)
      nonesOf(ladder, words, chunks).forEach((none) => replaced.set(chunks.indexOf(none.written), [none]));
  }
  const told = chunks.flatMap((chunk, index) => replaced.get(index) ?? [chunk]);
  return told.map((piece, index) => requiredAt(told, piece, index, context.text) ?? piece);
}

/** 培训不少于4期，每少1期扣1分: what is required of a count nobody declared, with the steps away from it. */
function requiredAt(pieces: readonly Piece[], piece: Piece, index: number, text: string): Counted | undefined {
  const step = pieces.slice(index + 1).find(({ kind }) => kind !== 'break');
  if (piece.kind !== 'condition' || step?.kind !== 'step' || step.names.length > 0) return undefined;
  if (step.direction !== 'below' && step.direction !== 'above') return undefined;
  const number = numberIn(piece, text);
  const width = step.width?.unit === undefined ? undefined : unitNamed(step.width.unit);
  if (number === undefined || width === undefined || number.name !== undefined || number.embedded) return undefined;
  const { unit, condition } = number;
  const words = number.words.replace(/(?:一般|原则上)?(?:不得|不能|不应|不可|应当|应|须|需|要求|必须)$/, '');
  if (words === '' || isBare(words) || !sameDimension(unit.dimension, width.dimension)) return undefined;
  return { kind: 'counted', words, unit, condition, written: piece, span: piece.span };
}

/** 满足两项 behind a list counts its items. */
function saysOfItems(chunks: readonly Chunk[], index: number, { text, scope }: Context): boolean {
  const span = chunks[index]?.span;
  const lastMark = chunks.findLastIndex(({ kind }) => kind === 'mark');
  if (span === undefined || index < lastMark || (lastMark < 0 && scope.items.length === 0)) return false;
  return talkAt(text, span, itemNamesOf(scope.items)) !== undefined;
}

function sayingAt(chunks: readonly Chunk[], chunk: Chunk, index: number, text: string): Saying | undefined {
  if (chunk.kind !== 'condition') return undefined;
  const awardIndex = isComma(chunks[index + 1]) ? index + 2 : index + 1;
  const award = chunks[awardIndex];
  const number = award?.kind === 'award' ? numberIn(chunk, text) : undefined;
  if (award?.kind !== 'award' || number === undefined) return undefined;
  const saying = { index, written: chunk, award, awardIndex, ...number };
  const before = isComma(chunks[index - 1]) ? chunks[index - 2] : undefined;
  const told =
    before?.kind === 'condition' && saying.words === '' && saying.name === undefined && award.verb !== 'give';
  if (!told || before.condition.kind !== 'holds' || before.condition.expression.kind !== 'phrase') return saying;
  const { text: words } = before.condition.expression;
  if (/以下|下列|上述|各项/.test(words)) return saying;
  const span = cover(before.span, chunk.span);
  return { ...saying, index: index - 2, words, written: { ...chunk, span } };
}

function isComma(chunk: Chunk | undefined): boolean {
  return chunk?.kind === 'break' && !chunk.hard;
}

/** Sayings about one thing, together. */
function laddersOf(sayings: readonly Saying[]): readonly (readonly Saying[])[] {
  const ladders: Saying[][] = [];
  for (const saying of sayings) {
    const joined = ladders.findLast((ladder) => isOf(saying, ladder));
    if (joined === undefined) ladders.push([saying]);
    else joined.push(saying);
  }
  return ladders;
}

function isOf(saying: Saying, ladder: readonly Saying[]): boolean {
  const { name, words, unit } = saying;
  const [first] = ladder;
  if (directionOf(words) === 'below' && isOne(saying) && ladder.some(isOne)) return false;
  if (first === undefined || !sameDimension(first.unit.dimension, unit.dimension)) return false;
  if (name !== undefined || first.name !== undefined)
    return name?.name === first.name?.name || (name === undefined && words === '');
  return words === '' || isBare(words) || isBare(first.words) || objectOf(words) === objectOf(wordsOf(ladder));
}

function wordsOf(ladder: readonly Saying[]): string {
  const worded = ladder.map(({ words }) => words.replace(/^(?:凡是|凡|如|若|对)+/, '')).filter((words) => words !== '');
  return worded.find((words) => !isBare(words)) ?? worded[0] ?? '';
}

/** What a ladder counts: 发生1起 counts what 未发生安全事故 beside it says there is none of. */
function countedIn(ladder: readonly Saying[], chunks: readonly Chunk[]): string {
  const words = wordsOf(ladder);
  if (words === '' || !isBare(words)) return words;
  const denied = chunks.flatMap((chunk) => deniedBy(chunk) ?? []).find((object) => object !== '');
  return `${words}${denied ?? ''}`;
}

function deniedBy(chunk: Chunk): string | undefined {
  const expression =
    chunk.kind === 'condition' && chunk.condition.kind === 'holds' ? chunk.condition.expression : undefined;
  return expression?.kind === 'phrase' ? deniedIn(expression.text) : undefined;
}

function deniedAfter({ condition }: ChunkOf<'condition'>): string | undefined {
  const expression = condition.kind === 'holds' ? condition.expression : undefined;
  return expression?.kind === 'phrase' ? deniedBehind(expression.text) : undefined;
}

/** The saying that goes on for each: of one alone, with points off or on, or with points up to a cap. */
function oneOf(ladder: readonly Saying[], chunks: readonly Chunk[]): Saying | undefined {
  const [one, another] = ladder.filter(isOne);
  if (one === undefined || another !== undefined) return undefined;
  const others = ladder.filter((saying) => saying !== one);
  const goesOn = ladder.some(
    ({ awardIndex }) => chunks.slice(awardIndex + 1).find(({ kind }) => kind !== 'break')?.kind === 'series',
  );
  if (goesOn) return undefined;
  if (one.award.verb !== 'give') return others.every(({ award }) => award.amount.kind === 'zero') ? one : undefined;
  const ofItems = chunks.some(({ kind }) => kind === 'mark') && /^有?(?:符合|满足|达到|达标|具备|做到)/.test(one.words);
  return others.length === 0 && (ofItems || isCapped(chunks.slice(one.awardIndex + 1))) ? one : undefined;
}

function isOne({ quantity }: Saying): boolean {
  const found = quantity && quantityValue(quantity);
  return found !== undefined && equal(found.value, ONE);
}

/** Whether what is given ends at a most: 最高得3分, 满分为止. */
function isCapped(after: readonly Chunk[]): boolean {
  return after.some(
    (chunk) =>
      (chunk.kind === 'limit' && chunk.limit !== 'least' && chunk.verb !== 'deduct') ||
      (chunk.kind === 'stop' && chunk.at === 'cap'),
  );
}

function stepFrom({ written, award, name, words, quantity }: Saying): ChunkOf<'step'> {
  const direction = directionOf(words);
  return {
    kind: 'step',
    names: name === undefined ? [] : [name],
    segment: undefined,
    origin: undefined,
    sized: false,
    direction,
    width: quantity,
    what: direction === 'below' ? '' : words.replace(/^(?:凡是|凡|如|若|对)+/, ''),
    verb: award.verb,
    amount: award.amount,
    head: written.span,
    scope: award.scope,
    turns: false,
    span: cover(written.span, award.span),
  };
}

/** 少1次 is counted from the number that should be; 缺一项 counts what is not met. */
function directionOf(words: string): Direction {
  if (/^(?:少|低|差)$/.test(words)) return 'below';
  return /(?:缺少|缺|漏|不符合|不满足)$/.test(words) ? 'missing' : 'count';
}

/** 未被通报 beside 被通报1次: none of what the ladder counts. */
function nonesOf(ladder: readonly Saying[], words: string, chunks: readonly Chunk[]): readonly Counted[] {
  const [first] = ladder;
  if (first === undefined || first.name !== undefined) return [];
  const object = objectOf(words);
  return chunks.flatMap((written): readonly Counted[] => {
    if (written.kind !== 'condition') return [];
    const denied = deniedBy(written);
    if (denied === undefined && (object === '' || deniedAfter(written) !== object)) return [];
    if (denied !== undefined && denied !== '' && !object.includes(denied)) return [];
    const { span } = written;
    const value: Quantity = { kind: 'quantity', figure: '0', unit: first.unit.name, span };
    const end = { value, marks: [], suffix: undefined, span };
    const condition = { kind: 'value', subject: undefined, end, span } as const;
    return [{ kind: 'counted', words, unit: first.unit, condition, written, span }];
  });
}
