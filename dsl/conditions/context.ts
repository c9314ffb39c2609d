/**
 * What every step from the clauses of one sentence to its tree needs: the sentence, what it can speak of, where to report and whom to
 * ask. One object, handed on whole.
 */
import type { Report } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import { speaksOfPoints } from '../words/points-talk.ts';
import type { Openings } from './openings.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';

/** The sentence being given meaning, and its surroundings. */
export interface Context {
  readonly text: string;
  readonly scope: Scope;
  readonly report: Report;
  /** what the sentence leaves open */
  readonly openings: Openings;
}

/** The words of the sentence at a place. */
export function wordsAt({ text }: Context, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Reports words of points that have no place in the tree. */
export function lose(context: Context, span: Span): void {
  context.report(diagnose('award-not-understood', span, { text: wordsAt(context, span) }));
}

/** Reports words that have no place in the tree: an error where they speak of points, since what is left out would be points given or taken. */
export function passOver(context: Context, span: Span): void {
  if (speaksOfPoints(wordsAt(context, span))) lose(context, span);
  else context.report(diagnose('not-understood', span, { text: wordsAt(context, span) }));
}
