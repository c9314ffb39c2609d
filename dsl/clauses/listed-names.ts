/**
 * A sentence that writes out the items of a declared 清单: 资料齐全、手续完备、归档及时，每项2分 announces them, 接待费、会议费均未超预算 says that all are
 * met. Where only some of the names are items, nobody can tell what is judged.
 */
import { phraseOf } from '../grammar/kinship.ts';
import { foldWidth } from '../text/source.ts';

/** What words say of a 清单: all its items by name, with what follows the last; or names of which only some are items. */
export type Naming =
  { readonly kind: 'all'; readonly rest: string } | { readonly kind: 'some'; readonly missing: readonly string[] };

const SEPARATOR = /^(?:[、，,;；]|以及|及|和|与)+/;
/** 四个方面, 等三项内容: what the items are called together. */
const TOGETHER =
  /^(?:等)?(?:[一二两三四五六七八九十\d]+(?:个)?(?:方面|项|条|点|要素|环节|内容|指标|要求|目标)(?:内容|指标|要求)?)?$/;

/** The names of items, and the words they all end with, the longest first: 费未超预算, 未超预算 of 接待费未超预算, 会议费未超预算. */
export interface ItemNames {
  readonly names: readonly string[];
  readonly shared: readonly string[];
}

/** The items of a 清单, as a sentence may call them. */
export function itemNamesOf(items: readonly { readonly name: string }[]): ItemNames {
  const names = items.map(({ name }) => plain(name));
  const [first = '', ...others] = names;
  let length = others.length === 0 ? 0 : first.length - 1;
  while (length > 1 && !others.every((name) => name.length > length && name.endsWith(first.slice(-length))))
    length -= 1;
  const lengths = Array.from({ length: Math.max(0, length - 1) }, (_, index) => length - index);
  // 超预算 in 未超预算 says the opposite.
  const ends = lengths.filter((one) => !/[未不无没非]/.test(first.charAt(first.length - one - 1)));
  return { names, shared: ends.map((one) => first.slice(-one)) };
}

/** How words name items; undefined when they name fewer than two. */
export function namingIn(words: string, { names, shared }: ItemNames): Naming | undefined {
  if (names.length < 2) return undefined;
  const text = plain(words);
  const whole = named(text, names);
  if (whole !== undefined) return whole;
  for (const ending of shared) {
    const found = named(
      text,
      names.map((name) => name.slice(0, -ending.length)),
    );
    if (found !== undefined) return found;
  }
  return partly(text, names);
}

/** Whether words do no more than name items, and 四个方面 behind them: all of them, or strange names beside some. */
export function announcement(words: string, items: ItemNames): Naming['kind'] | undefined {
  const naming = namingIn(words, items);
  return naming?.kind === 'all' && !TOGETHER.test(naming.rest) ? undefined : naming?.kind;
}

/** The words with what all items say told as 符合, and its opposite as 不符合. */
export function withoutShared(words: string, { shared }: ItemNames): string {
  const text = plain(words);
  for (const ending of shared) {
    const { stem, negative } = phraseOf(ending);
    const denials = negative ? [stem] : ['未', '不', '没有'].map((no) => `${no}${ending}`);
    const denial = denials.find((said) => said.length > 1 && text.endsWith(said));
    if (denial !== undefined && !text.endsWith(ending)) return `${text.slice(0, -denial.length)}不符合`;
    if (denial !== undefined && !negative) return `${text.slice(0, -denial.length)}不符合`;
    if (text.endsWith(ending)) return `${text.slice(0, -ending.length)}符合`;
  }
  return words;
}

/** All names one after another, the first of them behind other words if need be. */
function named(text: string, names: readonly string[]): Naming | undefined {
  const [first = ''] = names;
  let at = text.indexOf(first);
  if (at < 0 || first === '') return undefined;
  for (const [index, name] of names.entries()) {
    const gap = index === 0 ? 0 : (SEPARATOR.exec(text.slice(at))?.[0].length ?? -1);
    const from = gap < 0 ? -1 : at + gap;
    if (from < 0 || !text.startsWith(name, from)) return undefined;
    at = from + name.length;
  }
  return { kind: 'all', rest: text.slice(at) };
}

/** Names of which some are items word for word, and others are not; shorter words for an item count as it. */
function partly(text: string, names: readonly string[]): Naming | undefined {
  const pieces = text.split(/[、，,]/).filter((piece) => piece !== '');
  if (pieces.length < 2) return undefined;
  const fits = (name: string, piece: string): boolean => name === piece || name.endsWith(piece) || piece.endsWith(name);
  const exact = names.filter((name) => pieces.includes(name)).length;
  const missing = names.filter((name) => !pieces.some((piece) => fits(name, piece)));
  const strange = pieces.filter((piece) => !names.some((name) => fits(name, piece)));
  if (missing.length + strange.length === 0 && pieces.length === names.length) return { kind: 'all', rest: '' };
  return exact === 0 ? undefined : { kind: 'some', missing: [...missing, ...strange] };
}

function plain(words: string): string {
  return foldWidth(words).replace(/\s+/g, '').replace(/的$/, '');
}
