/**
 * The signs of mathematics in a sentence: ranges such as [80%，90%) and (60%，+∞), told from remarks by a square bracket or by
 * where they stand, and |甲| for a size. A range is read as the words it stands for, its ends with their 含 marks, so that the grammar
 * knows only one way to write a range.
 */
import type { Mark } from '../text/ast.ts';
import type { Payload } from './tokens.ts';

/** What a stretch of the notation stands for. */
export interface Stretch extends Payload {
  readonly start: number;
  readonly length: number;
}

const END = String.raw`\s*(?:[-+\u2212]?∞|[-\u2212]?\d+(?:\.\d+)?\s*(?:%|‰|[\u4e00-\u9fff]{0,4}))\s*`;
const RANGE = new RegExp(`([\\[(])(${END})([,~\\u301c\\u2010-\\u2015-]+)(${END})([\\])])`, 'y');

const BARRED = /\|[^|,;。:!?\n]{1,60}\|/y;

/** The stretches of what begins at `offset` of width-folded text, figures and names left out; none where nothing of the kind does. */
export function notationAt(text: string, offset: number): readonly Stretch[] {
  switch (text.charAt(offset)) {
    case '[':
    case '(':
      return rangeAt(text, offset);
    case '|': {
      BARRED.lastIndex = offset;
      if (!BARRED.test(text)) return [];
      const bar = { kind: 'bar', value: '', length: 1 } as const;
      return [
        { ...bar, start: offset },
        { ...bar, start: BARRED.lastIndex - 1 },
      ];
    }
    default:
      return [];
  }
}

/** (60%，85%)得2分: between round brackets a range stands where a condition does. */
function standsAlone(text: string, offset: number, whole: string): boolean {
  const before = text.slice(Math.max(0, offset - 2), offset).trimEnd();
  const behind = text.slice(offset + whole.length, offset + whole.length + 4);
  return /(?:^|[,;:。\n在于为])$/.test(before) && /^\s*[,的]?\s*[计得给不]/.test(behind);
}

function rangeAt(text: string, offset: number): readonly Stretch[] {
  RANGE.lastIndex = offset;
  const found = RANGE.exec(text);
  if (found === null) return [];
  const [whole, open = '', low = '', sign = '', high = '', close = ''] = found;
  if (open === '(' && close === ')' && !standsAlone(text, offset, whole)) return [];
  const marks = (inclusive: boolean): readonly Mark[] => [{ inclusive, value: undefined }];
  const [from, to] = [marks(open === '['), marks(close === ']')];
  const filler = { kind: 'unknown', value: 'filler' } as const;
  const middle = offset + open.length + low.length;
  const last = offset + whole.length - close.length;
  const opening = { ...filler, start: offset, length: open.length };
  if (high.includes('∞')) {
    if (low.includes('∞')) return [];
    const length = offset + whole.length - middle;
    return [opening, { kind: 'suffix', value: '≥', marks: from, start: middle, length }];
  }
  const closing = { start: last, length: close.length };
  if (low.includes('∞')) {
    const ahead = { ...filler, start: offset, length: middle + sign.length - offset };
    return [ahead, { kind: 'suffix', value: '≤', marks: to, ...closing }];
  }
  return [
    opening,
    { kind: 'rangeTo', value: '', marks: from, start: middle, length: sign.length },
    { kind: 'inclusion', value: '', marks: to, ...closing },
  ];
}
