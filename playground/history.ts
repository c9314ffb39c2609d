/**
 * What has been done and can be undone: snapshots of everything an author edits, the current one between past and future. Changes of
 * one burst (typing in one cell) are undone together. Nothing here knows what a snapshot holds.
 */

/** A line of snapshots. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** what the last change belonged to */
  readonly burst: string | undefined;
}

const LONGEST = 500;

/** A history that begins here. */
export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], burst: undefined };
}

/** A further change; one of the same burst as the last is undone with it. */
export function advance<T>(history: History<T>, next: T, burst?: string): History<T> {
  const together = burst !== undefined && burst === history.burst && history.past.length > 0;
  const past = together ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { past, present: next, future: [], burst };
}

/** Back by one; the same history where there is nothing to undo. */
export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (last === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: last,
    future: [history.present, ...history.future],
    burst: undefined,
  };
}

/** Forward by one. */
export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  return next === undefined
    ? history
    : { past: [...history.past, history.present], present: next, future, burst: undefined };
}

/** The next change begins a burst of its own. */
export function settle<T>(history: History<T>): History<T> {
  return { ...history, burst: undefined };
}
