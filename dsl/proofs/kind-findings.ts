/** What is wrong with kinds of unit: one left out, or a unit that is of two. They are held against each other as bands are. */
import { conditionText } from '../regions/condition-text.ts';
import type { Core } from '../expressions/core.ts';
import { isSilent } from '../regions/highest.ts';
import { complement, intersect } from '../numbers/interval.ts';
import { judgementOf } from '../expressions/levels.ts';
import { diagnose } from '../text/messages.ts';
import { regionOf, subjectOf, within } from '../regions/regions.ts';
import type { Case, Standard } from '../expressions/standard.ts';
import { type About, wordsAt } from './totals.ts';

/** Reports kinds that leave a unit out and kinds that share one; `known` are conditions that hold here. */
export function reportKinds(standard: Standard, known: readonly Core[], about: About): void {
  switch (standard.kind) {
    case 'part':
      return;
    case 'sum':
      standard.parts.forEach((part) => {
        reportKinds(part, known, about);
      });
      return;
    case 'case':
      standard.arms.forEach(({ when, then }) => {
        reportKinds(then, [...known, when], about);
      });
      if (standard.kinds) {
        reportLeftOut(standard, known, about);
        reportShared(standard, known, about);
      }
  }
}

function reportLeftOut({ arms, otherwise, span }: Case, known: readonly Core[], about: About): void {
  if (!isSilent(otherwise)) return;
  const gap = (condition: string): void => {
    about.report(diagnose('gap', span, { condition, what: '得分' }));
  };
  const whens = arms.map(({ when }) => when);
  const level = judgementOf(whens);
  if (level !== undefined) {
    const left = level.words.filter((word) => !whens.some((when) => level.holds(when, word)));
    for (const word of left) gap(`${level.measure.name}＝${word}`);
  }
  const subject = subjectOf(whens, known);
  if (subject?.core.kind !== 'input' || !subject.certain) return;
  const covered = regionOf({ kind: 'any', of: whens, span }, subject.core);
  if (covered === undefined) return;
  for (const piece of within(complement(covered), subject)) gap(conditionText(subject.core.measure, [piece]));
}

function reportShared({ arms }: Case, known: readonly Core[], about: About): void {
  const subject = subjectOf(
    arms.map(({ when }) => when),
    known,
  );
  if (subject?.core.kind !== 'input') return;
  const { core } = subject;
  const held = arms.map(({ when }) => regionOf(when, core));
  arms.forEach(({ span }, index) => {
    arms.slice(0, index).forEach((other, before) => {
      const [own, earlier] = [held[index], held[before]];
      const both = own && earlier && within(intersect(own, earlier), subject);
      if (both === undefined || both.length === 0) return;
      const [left, right] = [wordsAt(other.span, about), wordsAt(span, about)];
      about.report(diagnose('overlap', span, { condition: conditionText(core.measure, both), left, right }));
    });
  });
}
