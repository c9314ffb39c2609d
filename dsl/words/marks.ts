/** The marks of list items: ①, （一）, 1., 一是 — of which style a mark is, and which number it bears. */
import { figureValue } from '../numbers/literals.ts';
import { foldWidth } from '../text/source.ts';

/** A mark read: marks of one style make one list. */
export interface Mark {
  readonly style: string;
  readonly number: number;
}

const CIRCLES = [
  ['①', 20],
  ['㈠', 10],
  ['⑴', 20],
] as const;

/** The style and the number of a mark. */
export function readMark(text: string): Mark {
  const folded = foldWidth(text).replace(/\s/g, '');
  for (const [first, count] of CIRCLES) {
    const number = folded.charCodeAt(0) - first.charCodeAt(0) + 1;
    if (number >= 1 && number <= count) return { style: first, number };
  }
  const figure = folded.replace(/[().、是]/g, '');
  const value = figureValue(figure);
  const digits = /\d/.test(figure) ? '1' : '一';
  return { style: folded.replace(figure, digits), number: value === undefined ? 0 : Number(value.numerator) };
}
