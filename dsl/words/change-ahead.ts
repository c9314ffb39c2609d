/** Whether a change is told of a measure further on: 上年提高, 全市平均水平持平. What stands between 比 and 提高 is a name or an earlier time. */
import { WORDS } from './beginnings.ts';
import type { PlacedNames } from './placed-names.ts';
import { skipBlanks } from '../text/sticky.ts';
import type { WordKind } from './word-kinds.ts';

/** What a measure is compared with: an earlier time, a target, a mean. */
const BEFORE = /[^,;。]{0,12}?(?:上年|去年|前年|同期|上期|上月|上季|基期|目标|计划|平均|相比)/y;

/** How a measure changes against the names and times at `offset`, as the vocabulary has it; undefined where no change is told. */
export function changeAhead(text: string, names: PlacedNames, offset: number): string | undefined {
  let at = skipBlanks(text, offset);
  for (let words = 0; words < 4; words += 1) {
    const change = wordOf('change', text, at);
    if (change !== undefined) return change.value;
    const length = names.at(at)?.length ?? wordOf('period', text, at)?.length;
    if (length === undefined) return undefined;
    at = skipBlanks(text, at + length);
  }
  return undefined;
}

/** The same, where 与 and 和 compare and do not list: that two are the same, or how one stands to an earlier time, a target or a mean. */
export function matchAhead(text: string, names: PlacedNames, offset: number): boolean {
  const change = changeAhead(text, names, offset);
  BEFORE.lastIndex = offset;
  return change === '=' || (change !== undefined && BEFORE.test(text));
}

/** The end of the earlier time named at `offset`; undefined where none is. */
export function periodEnd(text: string, offset: number): number | undefined {
  const at = skipBlanks(text, offset);
  const found = wordOf('period', text, at);
  return found && at + found.length;
}

/** The longest word of a kind at a place, whatever stands around it. */
function wordOf(
  kind: WordKind,
  text: string,
  offset: number,
): { readonly length: number; readonly value: string } | undefined {
  for (const { length, value: words } of WORDS.matches(text, offset)) {
    const word = words.find((one) => one.kind === kind);
    if (word !== undefined) return { length, value: word.value };
  }
  return undefined;
}
