/**
 * What may begin at a character: words, units and functions as trees by character, and the kinds of character that tell at a glance
 * that nothing of a kind begins. Characters are UTF-16 units of width-folded text.
 */
import { FUNCTION_NAMES } from './functions.ts';
import { trie } from './names.ts';
import { foldWidth } from './source.ts';
import { UNIT_NAMES } from './units.ts';
import { expandForms } from './forms.ts';
import { VOCABULARY } from './vocabulary.ts';
import type { Word } from './word-kinds.ts';

const rows = new Map<string, Word[]>();
for (const word of VOCABULARY) {
  for (const form of expandForms(word.forms)) {
    const folded = foldWidth(form);
    rows.set(folded, [...(rows.get(folded) ?? []), word]);
  }
}

/** The vocabulary: for each form its rows, in the order of the table. */
export const WORDS = trie<readonly Word[]>();
for (const [form, words] of rows) WORDS.insert(form, words);

/** Units that may follow a number. */
export const UNITS = trie<string>();
for (const unit of UNIT_NAMES) UNITS.insert(foldWidth(unit), unit);

/** Functions by name. */
export const FUNCTIONS = trie<string>();
for (const name of FUNCTION_NAMES) FUNCTIONS.insert(name, name);

/** Numerals in words. */
export const NUMERALS = '零〇一二两三四五六七八九十百半';

/** The characters that words begin with. */
export const firstsOf = (words: Iterable<string>): ReadonlySet<number> =>
  new Set(Array.from(words, (word) => word.charCodeAt(0)));

/** Where a mark such as （含） may begin. */
export const MAY_INCLUDE = firstsOf('(不包含');

/** Where notation of mathematics may begin. */
export const MAY_NOTE = firstsOf('([|');

const words = firstsOf(rows.keys());
/** Signs that are never the beginning of anything else. */
export const SEPARATORS: ReadonlySet<number> = new Set([...firstsOf(',;:。、?\n')].filter((sign) => !words.has(sign)));

/** Where an item mark may begin, but for the circled ones. */
export const MAY_MARK = firstsOf(`(0123456789${NUMERALS}`);

const IDEOGRAPHS = firstsOf([
  ...rows.keys(),
  ...UNIT_NAMES,
  ...FUNCTION_NAMES,
  ...NUMERALS.split(''),
  '第',
  '不',
  '包',
  '含',
]);

/** Whether more than a name or prose may begin; most of a sentence’s ideographs begin nothing else. */
export function mayStart(code: number): boolean {
  return !isIdeograph(code) || IDEOGRAPHS.has(code);
}

/** Whether a character is an ideograph: no sign, no blank, no figure. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether a character is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a character is a figure in a circle or in brackets: ① ⑴ ㈠. */
export function isCircled(code: number): boolean {
  return (code >= 0x2460 && code <= 0x2487) || (code >= 0x3220 && code <= 0x3229);
}
