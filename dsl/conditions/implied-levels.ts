/**
 * 效益显著得6分，较好得4分，一般得2分，较差不得分: phrases that end in words of one scale are levels of one judgement, though nobody
 * declared them; the assessor is then asked once and not four times.
 */
import type { AwardClause } from './clauses.ts';
import type { Core } from '../expressions/core.ts';
import { givesNothing } from './groups.ts';
import type { Scope } from '../expressions/scope.ts';

const SCALE =
  /(?:显著|明显|突出|优秀|优良|良好|较好|很好|好|优|良|中等|中|一般|较差|很差|差|合格|及格|达标|健全|较高|高|较低|低|效果|效益)$/;

/** The awards with implied levels in place of their phrases. */
export function withImpliedLevels(awards: readonly AwardClause[], scope: Scope, text: string): readonly AwardClause[] {
  const scaled = awards.map((award) => levelWord(award, text));
  const others = awards.filter((_, index) => scaled[index] === undefined);
  const [odd] = others;
  const none = others.length === 1 && odd !== undefined && givesNothing(odd) ? phraseOf(odd, text) : undefined;
  const words = scaled.map((word, index) => word ?? (awards[index] === odd ? none : undefined));
  const levels = words.filter((word) => word !== undefined);
  if (levels.length < 3 || scope.level !== undefined || levels.length < words.length - 1) return awards;
  const measure = scope.judgement(levels);
  return awards.map((award, index) => {
    const word = words[index];
    if (word === undefined || award.test === undefined) return award;
    const core: Core = { kind: 'is', measure, word, span: award.test.span };
    return { ...award, test: { kind: 'level', core, span: award.test.span } };
  });
}

function levelWord(award: AwardClause, text: string): string | undefined {
  const word = phraseOf(award, text);
  return word !== undefined && SCALE.test(word) ? word : undefined;
}

function phraseOf({ test, verb }: AwardClause, text: string): string | undefined {
  if (verb !== 'give' || test?.kind !== 'truth' || !test.phrase) return undefined;
  return text.slice(test.span.start, test.span.end).replace(/\s+/g, '');
}
