/** Which count is meant where prose says what is counted: a declared one, or one of its own that is asked of the assessor. */
import { inputOf } from '../expressions/check.ts';
import type { Context } from './context.ts';
import { type Typed, coreText } from '../expressions/core.ts';
import { countIn, isBare } from './count-words.ts';
import { diagnose } from '../text/messages.ts';
import { nearest } from '../words/names.ts';
import type { Span } from '../text/source.ts';
import { type Unit, sameDimension } from '../numbers/units.ts';

/** What is counted, as written. */
export interface Wording {
  readonly words: string;
  readonly unit: Unit;
  readonly span: Span;
}

/**
 * The declared count that the words name; else the one at hand, `current` before all, that counts nothing else yet; else one of its
 * own. Undefined where words are missing, or resemble a declared name so that they may be a slip.
 */
export function countOf(
  { words, unit, span }: Wording,
  current: Typed | undefined,
  walked: ReadonlyMap<string, string>,
  { scope, report }: Context,
): Typed | undefined {
  const fits = ({ type }: Typed): boolean => type.kind === 'number' && sameDimension(type.dimension, unit.dimension);
  const found = countIn(words, scope);
  const named = found && inputOf(found, span);
  if (named !== undefined && fits(named)) return named;
  const declared = scope.measures.map((measure) => inputOf(measure, span));
  const free = (typed: Typed): boolean =>
    words === '' || [undefined, '', words].includes(walked.get(coreText(typed.core)));
  const [hand] = [current, scope.own, ...declared].filter((typed) => typed !== undefined && fits(typed) && free(typed));
  if (hand !== undefined) {
    const name = hand.core.kind === 'input' ? hand.core.measure.name : '';
    const told = words === '' || isBare(words) || walked.get(coreText(hand.core)) === words;
    if (!told) report(diagnose('abbreviated-name', span, { name: words, meaning: name }));
    return hand;
  }
  if (words === '' || nearest(words, scope.names.all()) !== undefined) return undefined;
  return inputOf(scope.count(words, unit.name, span), span);
}
