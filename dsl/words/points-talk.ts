/**
 * Whether prose speaks of points: 2分, 扣减, 权重分. What says how many points there are is never passed over, nor asked of the assessor as if it
 * were a matter of fact.
 */
import { foldWidth } from '../text/source.ts';

/** 2分, but not 2分钟, 3分之一 or 2分公司. */
const FIGURE = /(?:[\d%]|[一二两三四五六七八九十半])\s*分(?![钟之公店局部管级类期批别])/;
const GIVES =
  /[得扣计加减给赋记][满零]?分(?![析类别布散配解工管包流批期段离享担])|分值|满分|权重|酌情|按比例|扣[减除\d]/;
/** What adds nothing to the points and takes nothing from them. */
const LEAVES = /不(?:再|予|另)*加分/g;
/** 共5分: what the item is worth, said again. */
const WORTH = /(?:共计?|满分|总分|分值)[为]?[\d.]+分/g;
/** How points are computed, said as if it were prose. */
const COMPUTES = /^按.*(?:计算|计分|得分|扣分|扣减|扣除|给分|折算|计取)$/;

/** Whether words that say nothing else speak of points. */
export function speaksOfPoints(words: string): boolean {
  const text = plain(words).replace(LEAVES, '');
  return FIGURE.test(text) || GIVES.test(text) || COMPUTES.test(text);
}

/** Whether words that stand where a condition could are points or a sum: 按降幅×2分计算. */
export function computesPoints(words: string): boolean {
  const text = plain(words);
  return FIGURE.test(text) || COMPUTES.test(text);
}

function plain(words: string): string {
  return foldWidth(words).replace(/\s+/g, '').replace(/的$/, '').replace(WORTH, '');
}
