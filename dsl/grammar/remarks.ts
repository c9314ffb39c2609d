/** Remarks in brackets: what may be passed over, and what must not be. */

/** （迟报除外）: a remark that takes something out is no mere explanation. */
export function takesOut(remark: string): boolean {
  return /除外|例外|不适用/.test(remark);
}
