/**
 * Declared names, found in running text: longest match, widths and quotes folded, local names (an indicator's own phrases,
 * items, levels and short forms) laid over the names of the whole ruleset.
 */
import { foldWidth } from '../text/source.ts';

/** What is found at a place: a key of this length, and what it stands for. */
export interface Match<Value> {
  readonly length: number;
  readonly value: Value;
}

/** A tree of keys by character, for longest-match look-up at an offset. */
export interface Trie<Value> {
  readonly insert: (key: string, value: Value) => void;
  /** All keys that start at `offset`, longest first. */
  readonly matches: (text: string, offset: number) => readonly Match<Value>[];
  /** The longest key that starts at `offset`. */
  readonly longest: (text: string, offset: number) => Match<Value> | undefined;
}

interface TrieNode<Value> {
  readonly next: Map<number, TrieNode<Value>>;
  /** the key that ends here */
  found: Match<Value> | undefined;
}

/** An empty trie. Characters are UTF-16 units; of two values for one key the first stays. */
export function trie<Value>(): Trie<Value> {
  const newNode = (): TrieNode<Value> => ({ next: new Map(), found: undefined });
  const root = newNode();
  return {
    insert(key, value) {
      let node = root;
      for (let at = 0; at < key.length; at += 1) {
        const code = key.charCodeAt(at);
        let next = node.next.get(code);
        if (next === undefined) node.next.set(code, (next = newNode()));
        node = next;
      }
      node.found ??= { length: key.length, value };
    },
    matches(text, offset) {
      let found: Match<Value>[] | undefined;
      let node = root.next.get(text.charCodeAt(offset));
      for (let at = offset + 1; node !== undefined; at += 1) {
        if (node.found !== undefined) (found ??= []).unshift(node.found);
        node = node.next.get(text.charCodeAt(at));
      }
      return found ?? NOTHING;
    },
    longest(text, offset) {
      let found: Match<Value> | undefined;
      let node = root.next.get(text.charCodeAt(offset));
      for (let at = offset + 1; node !== undefined; at += 1) {
        found = node.found ?? found;
        node = node.next.get(text.charCodeAt(at));
      }
      return found;
    },
  };
}

const NOTHING: readonly never[] = [];

/** A spelling that stands for a declared name. */
export interface Declared {
  readonly name: string;
  /** `level` for the words of a judgement (较好, 优), `data` for all else. */
  readonly role: 'data' | 'level';
  /** of a table: its columns as they may be spelt in what is computed for each row */
  readonly columns?: Names;
}

/** Declared names as the lexer asks for them. */
export interface Names {
  /** The longest declared spelling at `offset` of width-folded text. */
  readonly at: (text: string, offset: number) => { readonly length: number; readonly declared: Declared } | undefined;
  /** All data names, for suggestions. */
  readonly all: () => readonly string[];
}

/** Names from [spelling, declared] pairs, over `below` when given: the longer match wins, at equal length the upper one. */
export function namesOf(spellings: Iterable<readonly [spelling: string, declared: Declared]>, below?: Names): Names {
  const tree = trie<Declared>();
  const own = new Set<string>();
  for (const [spelling, declared] of spellings) {
    tree.insert(foldWidth(spelling), declared);
    if (declared.role === 'data') own.add(declared.name);
  }
  return {
    at(text, offset) {
      const first = tree.longest(text, offset);
      const lower = below?.at(text, offset);
      if (first === undefined || (lower !== undefined && lower.length > first.length)) return lower;
      return { length: first.length, declared: first.value };
    },
    all: () => [...own, ...(below?.all() ?? [])],
  };
}

/** No names at all. */
export const NO_NAMES: Names = { at: () => undefined, all: () => [] };

/** The candidate nearest to `word`, if near enough to have been meant; one that shares no sign with it was not. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = foldWidth(word);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (![...foldWidth(candidate)].some((sign) => wanted.includes(sign))) continue;
    const distance = editDistance(wanted, foldWidth(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (left.charAt(row - 1) === right.charAt(column - 1) ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? limit;
}
