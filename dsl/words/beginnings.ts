/**
 * What may begin at a character: a table that tells at a glance, and words, units and functions as trees by character. Characters are
 * UTF-16 units of width-folded text.
 */
import { FUNCTION_NAMES } from './functions.ts';
import { trie } from './names.ts';
import { foldWidth } from '../text/source.ts';
import { UNIT_NAMES } from '../numbers/units.ts';
import { expandForms } from '../text/forms.ts';
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

/** What may begin at a character, each a bit of the table below. */
export const MAY = {
  word: 1,
  function: 2,
  /** a numeral in words, a rank, a unit without a figure */
  numeral: 4,
  /** an item mark, where a clause may begin */
  mark: 8,
  /** an item mark anywhere: ① */
  circle: 16,
  /** （含） */
  inclusion: 32,
  /** a range in square brackets and the like */
  notation: 64,
  /** nothing: the sign stands for itself */
  separate: 128,
} as const;

const TABLE = new Uint8Array(0x10000);
const enter = (what: number, words: Iterable<string>): void => {
  for (const word of words) TABLE[word.charCodeAt(0)] = (TABLE[word.charCodeAt(0)] ?? 0) | what;
};
enter(MAY.word, rows.keys());
enter(MAY.function, FUNCTION_NAMES);
enter(MAY.numeral, [...NUMERALS.split(''), '第', ...UNIT_NAMES]);
enter(MAY.mark, `(0123456789${NUMERALS}`);
enter(MAY.circle, charactersFrom('①', 40));
enter(MAY.circle, charactersFrom('㈠', 10));
enter(MAY.inclusion, '(不包含');
enter(MAY.notation, '([|');
enter(
  MAY.separate,
  Array.from(',;:。、?\n').filter((sign) => !begins(sign.charCodeAt(0), MAY.word)),
);

function charactersFrom(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(first.charCodeAt(0) + index));
}

/** Whether one of these may begin at a character. */
export function begins(code: number, what: number): boolean {
  return ((TABLE[code] ?? 0) & what) !== 0;
}

/** Whether a character is an ideograph: no sign, no blank, no figure. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Whether a character is one of 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
