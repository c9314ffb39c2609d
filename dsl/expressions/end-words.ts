/** （以上含本数，以下不含本数）: what a sentence says of its own words 以上 and 以下, wherever it says it. */
import type { Bound } from './ranges.ts';

/** Whether 以上 and 以下 include their number; undefined where the sentence does not say. */
export interface EndWords {
  readonly above: boolean | undefined;
  readonly below: boolean | undefined;
}

const SAID =
  /(?<=^|[（(，,；;。：:、称的\s])((?:[“”"]?(?:[以之][上下内])[“”"]?[、和及与]?)+)(均|都|皆|全部)?(不)?包?含本[数级]/g;

/** What a text says of 以上 and 以下. */
export function endWordsOf(text: string): EndWords {
  let said: EndWords = { above: undefined, below: undefined };
  for (const [, words = '', all, not] of text.matchAll(SAID)) {
    const includes = not === undefined;
    const ofAbove = all !== undefined || words.includes('上');
    const ofBelow = all !== undefined || /[下内]/.test(words);
    said = { above: ofAbove ? includes : said.above, below: ofBelow ? includes : said.below };
  }
  return said;
}

/** Whether words do nothing but say so. */
export function speaksOfEndWords(text: string): boolean {
  const { above, below } = endWordsOf(text);
  return above !== undefined || below !== undefined;
}

/** What is said of the word at this end of a range. */
export function saidOf({ by }: Bound, side: 'low' | 'high', { above, below }: EndWords): boolean | undefined {
  if (by !== 'word') return undefined;
  return side === 'low' ? above : below;
}
