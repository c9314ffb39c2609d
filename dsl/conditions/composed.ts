/**
 * 资料齐全且报送及时 … 资料齐全但报送不及时: prose that joins phrases is taken apart where the ruleset declares one of them, so that each is asked
 * once and its denial recognised. Prose of which nothing is declared stays whole, and is asked under its own words.
 */
import type { Chunk, Condition, Expression } from '../text/ast.ts';
import { type Phrase, kinship, phraseOf } from '../grammar/kinship.ts';
import type { Scope } from '../expressions/scope.ts';

/** Words at a place of the sentence. */
interface Words {
  readonly text: string;
  readonly start: number;
}

const EITHER = /[,，]?(?:或者|或是|或)/g;
const BOTH = /[,，]?(?:并且|而且|同时|但是|且|但|而|并|、|以及|及|和|与)/g;
/** 且, and what cannot well be part of a word. */
const SURELY_BOTH = /[,，]?(?:并且|而且|同时|且)/g;

/** Fewest letters of a phrase that says something, and most of one that joins others. */
const LEAST = 2;
const MOST = 80;

/** What the ruleset declares, and how it is called here; `split` holds what has been taken apart before, by its place. */
interface Declared {
  readonly phrases: readonly Phrase[];
  readonly scope: Scope;
  readonly split: Map<string, Condition | undefined>;
}

/** The chunks with joined prose taken apart. */
export function withAtoms(chunks: readonly Chunk[], scope: Scope): readonly Chunk[] {
  if (scope.items.length > 0) return chunks;
  const names = scope.names.all().filter((name) => scope.measure(name)?.type.kind === 'truth');
  if (names.length === 0) return chunks;
  const declared: Declared = { phrases: names.map(phraseOf), scope, split: new Map() };
  return chunks.map((chunk) =>
    chunk.kind === 'condition' ? { ...chunk, condition: takenApart(chunk.condition, declared) } : chunk,
  );
}

function takenApart(condition: Condition, declared: Declared): Condition {
  if (condition.kind === 'all' || condition.kind === 'any')
    return { ...condition, conditions: condition.conditions.map((part) => takenApart(part, declared)) };
  if (condition.kind !== 'holds' || condition.expression.kind !== 'phrase') return condition;
  const { text, span } = condition.expression;
  return split({ text, start: span.start }, declared) ?? condition;
}

function split(words: Words, declared: Declared): Condition | undefined {
  if (words.text.length > MOST) return undefined;
  const key = `${String(words.start)}+${String(words.text.length)}`;
  if (!declared.split.has(key))
    declared.split.set(key, splitAt(words, 'any', EITHER, declared) ?? splitAt(words, 'all', BOTH, declared));
  return declared.split.get(key);
}

/** The words taken apart at the first join with a declared phrase beside it. */
function splitAt(
  { text, start }: Words,
  kind: 'all' | 'any',
  joints: RegExp,
  declared: Declared,
): Condition | undefined {
  for (const { index, 0: joint } of text.matchAll(joints)) {
    const left: Words = { text: text.slice(0, index), start };
    const right: Words = { text: text.slice(index + joint.length), start: start + index + joint.length };
    if (left.text.length < LEAST || right.text.length < LEAST || isListOfDenials(joint, left, right)) continue;
    const [first, second] = [left, right].map((part) => split(part, declared));
    const told =
      [first, second].some((part) => part !== undefined) || [left, right].some((part) => isDeclared(part, declared));
    if (!told) continue;
    const parts = [first ?? leaf(left, declared.scope), second ?? leaf(right, declared.scope)];
    const conditions = parts.flatMap((part) => (part.kind === kind ? part.conditions : [part]));
    return { kind, conditions, span: { start, end: start + text.length } };
  }
  return undefined;
}

/** 未制定方案、未召开会议: whether both are missing or one is enough, nobody can tell. */
function isListOfDenials(joint: string, left: Words, right: Words): boolean {
  return /[、和及与]/.test(joint) && phraseOf(left.text).negative && phraseOf(right.text).negative;
}

/** Whether a phrase, or what it denies, is declared. */
function isDeclared({ text }: Words, { phrases }: Declared): boolean {
  const phrase = phraseOf(text);
  return phrases.some((other) => {
    const kin = kinship(other, phrase);
    return other.plain === phrase.plain || kin === 'opposite' || kin === 'denial';
  });
}

function leaf({ text, start }: Words, scope: Scope): Condition {
  const trimmed = text.replace(/^\s+|[\s的]+$/g, '');
  const at = start + text.indexOf(trimmed);
  const span = { start: at, end: at + trimmed.length };
  const expression: Expression =
    scope.measure(trimmed)?.type.kind === 'truth'
      ? { kind: 'name', name: trimmed, span }
      : { kind: 'phrase', text: trimmed, span };
  return { kind: 'holds', expression, span };
}

/** Prose taken apart at every 且, whether its phrases are met elsewhere or not. */
export function atomsOf(condition: Condition, scope: Scope): readonly Condition[] {
  if (condition.kind !== 'holds' || condition.expression.kind !== 'phrase') return [condition];
  const { text, span } = condition.expression;
  const joints = [...text.matchAll(SURELY_BOTH)];
  const starts = [0, ...joints.map(({ index, 0: joint }) => index + joint.length)];
  const parts = starts.map((start, index): Words => {
    const end = joints[index]?.index ?? text.length;
    return { text: text.slice(start, end), start: span.start + start };
  });
  return parts.every((part) => part.text.length >= LEAST) ? parts.map((part) => leaf(part, scope)) : [condition];
}
