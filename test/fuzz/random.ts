/** Numbers that look random and are not: drawn from a seed, the same on every machine. */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** A whole number from 0 to `most`. */
export const upTo = (random: Random, most: number): number => Math.floor(random() * (most + 1));

/** One of the items. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[upTo(random, items.length - 1)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Up to `most` texts, joined. */
export const many = (random: Random, most: number, draw: () => string): string =>
  Array.from({ length: upTo(random, most) }, draw).join('');
