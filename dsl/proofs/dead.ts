/** Clauses that speak of nothing there is: what is known of their measure, and the sentence without them. */
import { type About, wordsAt } from './totals.ts';
import { leftOut } from './clause-fixes.ts';
import { conditionText } from '../regions/condition-text.ts';
import type { Core } from '../expressions/core.ts';
import { intersect, isEmpty } from '../numbers/interval.ts';
import type { MessageData } from '../text/diagnostic.ts';
import { diagnose } from '../text/messages.ts';
import { regionOf, type Subject } from '../regions/regions.ts';
import type { Span } from '../text/source.ts';

/** Reports a clause that can never apply, with the reason where there is one to be told. */
export function reportDead(span: Span, about: About, reason: MessageData = {}): void {
  about.report(diagnose('dead-clause', span, { text: wordsAt(span, about), ...reason }, leftOut(span, about.text)));
}

/** What all values of a measure are, where conditions ask for others. */
export function outsideOf(conditions: readonly Core[], { core, domain }: Subject): MessageData {
  if (core.kind !== 'input' || domain.every(({ low, high }) => low === undefined && high === undefined)) return {};
  const outside = conditions.every((condition) => {
    const region = regionOf(condition, core);
    return region !== undefined && !isEmpty(region) && isEmpty(intersect(region, domain));
  });
  const reason = conditionText(core.measure, domain);
  return outside ? { reason, reasonEn: reason } : {};
}
