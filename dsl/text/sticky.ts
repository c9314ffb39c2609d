/** Sticky patterns at a place of a text. */

/** How long the match of a sticky pattern at `offset` is; 0 when there is none. */
export function matchLength(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex - offset : 0;
}

/** Whether a sticky pattern matches at `offset`. */
export function holds(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** The first place from `offset` on that is no blank. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at;
}
