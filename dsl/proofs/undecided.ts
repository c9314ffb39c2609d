/** What a search leaves open is said to be so, with the reason. */
import { type About, wordsAt } from './totals.ts';
import { diagnose } from '../text/messages.ts';
import type { MessageData } from '../text/diagnostic.ts';
import type { Search, World } from '../regions/worlds.ts';
import type { Span } from '../text/source.ts';

/** Whether a world that was found may be none: nothing is decided by it. */
export function isUndecided(found: World): boolean {
  return found.uncertain || restsOnAnswers(found);
}

/** Says that nobody knows whether a clause and others can all fail, or hold at once. */
export function reportUndecided(span: Span, found: Exclude<Search, 'none'>, about: About): void {
  about.report(diagnose('not-decided', span, { text: wordsAt(span, about), ...reasonOf(found) }));
}

/** Why a search decides nothing, in both languages. */
function reasonOf(found: Exclude<Search, 'none'>): MessageData {
  if (found === undefined)
    return { reason: '条件太多，没有逐一试尽', reasonEn: 'there are too many conditions to try them all' };
  if (found.uncertain)
    return {
      reason: '其中有的式子不只是几个量的加减，或者只取整数，能不能取到这样的值定不下来',
      reasonEn: 'some expressions are more than sums of measures, or take whole values only',
    };
  return {
    reason: '取决于几项评定会不会同时成立',
    reasonEn: 'it rests on whether several answers can be given together',
  };
}

/** Whether the world needs two answers of an assessor that may never be given together: 按期完成 and 延期完成 are both yes in no unit. */
function restsOnAnswers({ facts }: World): boolean {
  return facts.filter(({ value }) => typeof value === 'boolean').length > 1;
}
