/**
 * 甲且乙得10分；甲或乙得5分: of conditions over several things one of which holds only where the other does, the narrower speaks for itself,
 * and the wider for the rest. Whether one holds only where the other does is proved, never told from words.
 */
import { type Core, coreText, measuresOf } from '../expressions/core.ts';
import type { Draft } from './ladders.ts';
import type { Rational } from '../numbers/number.ts';
import type { Test } from '../expressions/ranges.ts';
import { coreOf } from './test-core.ts';
import { worldOf } from '../regions/worlds.ts';

/** Most bands that are held against each other. */
const MOST = 24;

/** Takes out of each wider condition what narrower ones say otherwise. */
export function narrowestFirst(drafts: readonly Draft[], weight: Rational): void {
  const judged = drafts.flatMap((draft) => {
    const { test } = draft;
    return test === undefined || saysRest(test) ? [] : [{ draft, test, when: coreOf(test, NOTHING) }];
  });
  if (judged.length > MOST) return;
  for (const wide of judged) {
    const narrower = judged.filter((narrow) => narrow !== wide && speaksOverIt(narrow, wide, weight));
    if (narrower.length === 0) continue;
    const { span } = wide.test;
    wide.draft.test = {
      kind: 'all',
      of: [wide.test, ...narrower.map(({ test }): Test => ({ kind: 'not', of: test, span }))],
      span,
    };
  }
}

const NOTHING: Core = { kind: 'truth', value: false, span: { start: 0, end: 0 } };

interface Judged {
  readonly draft: Draft;
  readonly when: Core;
}

function speaksOverIt(narrow: Judged, wide: Judged, weight: Rational): boolean {
  if (!sharesMeasures(narrow.when, wide.when) || amountOf(narrow.draft) === amountOf(wide.draft)) return false;
  const none = (...conditions: readonly Core[]): boolean => worldOf(conditions, weight) === 'none';
  return !none(narrow.when) && none(narrow.when, not(wide.when)) && !none(wide.when, not(narrow.when));
}

/** Whether two conditions speak of something in common, and together of more than that. */
function sharesMeasures(left: Core, right: Core): boolean {
  const [own, other] = [left, right].map((core) => new Set(measuresOf(core).map(({ key }) => key)));
  if (own === undefined || other === undefined) return false;
  return new Set([...own, ...other]).size > 1 && [...own].some((key) => other.has(key));
}

function amountOf({ clause: { points } }: Draft): string {
  return points.kind === 'value' ? coreText(points.value) : points.kind;
}

function not(of: Core): Core {
  return { kind: 'not', of, span: of.span };
}

function saysRest(test: Test): boolean {
  switch (test.kind) {
    case 'rest':
      return true;
    case 'not':
      return saysRest(test.of);
    case 'all':
    case 'any':
      return test.of.some(saysRest);
    case 'range':
    case 'truth':
    case 'level':
      return false;
  }
}
