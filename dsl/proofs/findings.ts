/**
 * What is wrong with a standard, proved by intervals with open and closed ends, never by samples: gaps, overlaps, dead clauses, equal
 * bands, awards over the weight, a weight no unit can reach. Each part is judged over the one thing its conditions speak of; of a part
 * that speaks of several, only what holds however they turn out is said, and of the rest nothing.
 */
import { analysisUnder } from '../regions/analysis.ts';
import { conditionText } from '../regions/condition-text.ts';
import { type Core, coreText, type Measure } from '../expressions/core.ts';
import { apart, madeOne, type Placed } from './clause-fixes.ts';
import { outsideOf, reportDead } from './dead.ts';
import type { Fix, Report } from '../text/diagnostic.ts';
import { reportSeveral } from './findings-several.ts';
import { gapFixes, levelFixes } from './gap-fixes.ts';
import { constantOf } from '../regions/highest.ts';
import { intersect, type Interval, type IntervalSet, unionOf } from '../numbers/interval.ts';
import { reportKinds } from './kind-findings.ts';
import { judgementOf } from '../expressions/levels.ts';
import { diagnose } from '../text/messages.ts';
import { equal, ZERO } from '../numbers/number.ts';
import type { Pieces } from '../regions/pieces.ts';
import { regionOf, subjectOf, within } from '../regions/regions.ts';
import { partsOf } from '../regions/rules.ts';
import type { Scope } from '../expressions/scope.ts';
import { cover, type Span } from '../text/source.ts';
import type { Band, Part, Standard } from '../expressions/standard.ts';
import { type Beside, besideIn } from '../regions/sweep.ts';
import { type About, reportExcess, reportTotals, wordsAt } from './totals.ts';
import { inside, shownBy, unitWhere, writtenOut } from '../regions/unit-where.ts';
import { isReached } from '../regions/reachable.ts';
import { reportUndecided } from './undecided.ts';
import type { Search } from '../regions/worlds.ts';

/** Values of a measure for which a standard gives no points. */
export interface Gap {
  readonly measure: Measure;
  readonly set: IntervalSet;
}

/** The gaps of every part that judges one measure with known values. */
export function gapsOf(standard: Standard): readonly Gap[] {
  const analysis = analysisUnder(ZERO);
  return partsOf(standard, []).flatMap(({ standard: part, known }) => {
    const found = analysis.of(part, known);
    const { gap } = found?.pieces ?? { gap: [] };
    return found?.subject.core.kind === 'input' && gap.length > 0
      ? [{ measure: found.subject.core.measure, set: gap }]
      : [];
  });
}

/**
 * Reports the findings on a standard of this text. Ask only for a standard whose folding reported no error: what is missing after an
 * error would be reported as a gap.
 */
export function findingsOf(standard: Standard, scope: Scope, text: string, report: Report): void {
  const { weight } = scope;
  const about: About = {
    weight,
    most: scope.highest ?? weight,
    text,
    analysis: analysisUnder(weight),
    behind: scope.behind,
    report,
  };
  reportDeadArms(standard, [], about);
  reportKinds(standard, [], about);
  for (const { standard: part, known } of partsOf(standard, [])) {
    reportBands(part, known, about);
    reportLevels(part, about);
    reportDeadSteps(part, known, about);
    reportExcess(part, known, about);
  }
  reportTotals(standard, about);
}

/** The words of a band with those of its award. */
function clauseSpan({ span, award }: Band): Span {
  return cover(span, award.span);
}

function reportBands(part: Part, known: readonly Core[], about: About): void {
  const found = about.analysis.of(part, known);
  if (found?.subject.certain !== true && judgementOf(part.bands.map(({ when }) => when)) === undefined)
    reportSeveral(part, known, about);
  if (found === undefined) return;
  const { subject, pieces } = found;
  const { report, weight } = about;
  const neighbours = besideIn(
    pieces.regions.map(({ set }) => set),
    subject.whole,
  );
  if (subject.certain && subject.core.kind === 'input') {
    const { core } = subject;
    const { measure } = core;
    const over = { measure, domain: subject.domain };
    const unitOf = (piece: Interval): Search => unitWhere([...known, ...inside(core, piece)], weight, about.behind);
    const body = about.behind(measure);
    // Answers given elsewhere in the sentence take no part here.
    const reached = body === undefined || isReached(writtenOut(body, about.behind));
    const open = (unit: Exclude<Search, 'none'>): boolean => !reached && (unit === undefined || unit.uncertain);
    for (const piece of pieces.gap) {
      const unit = unitOf(piece);
      if (unit === 'none') continue;
      if (open(unit)) {
        reportUndecided(
          neighbours.above(piece).map((at) => pieces.regions[at]?.band.span)[0] ?? part.span,
          unit,
          about,
        );
        continue;
      }
      const beside = [...neighbours.above(piece), ...neighbours.below(piece)].flatMap((at) => pieces.regions[at] ?? []);
      const span = beside[0]?.band.span ?? part.span;
      const fixes = gapFixes(over, piece, beside, part, about);
      report(shownBy(diagnose('gap', span, { condition: conditionText(measure, [piece]), what: '得分' }, fixes), unit));
    }
    for (const { first, second, set } of pieces.overlaps) {
      const units = set.map((piece) => ({ piece, unit: unitOf(piece) })).filter(({ unit }) => unit !== 'none');
      const [shown] = units;
      if (shown === undefined || shown.unit === 'none') continue;
      if (open(shown.unit)) {
        reportUndecided(clauseSpan(second), shown.unit, about);
        continue;
      }
      const data = {
        condition: conditionText(
          measure,
          units.map(({ piece }) => piece),
        ),
        left: wordsAt(first.award.span, about),
        right: wordsAt(second.award.span, about),
      };
      const [one, other] = [first, second].map((band) => pieces.regions.find((region) => region.band === band));
      const fixes = one === undefined || other === undefined ? [] : apart(one, other, over, about.text);
      report(shownBy(diagnose('overlap', clauseSpan(second), data, fixes), shown.unit));
    }
  }
  for (const { band, set } of subject.certain ? pieces.regions : []) {
    if (set.length === 0) reportDead(clauseSpan(band), about, outsideOf([band.when], subject));
  }
  for (const [first, second] of adjacentBands(pieces, neighbours)) {
    const fixes =
      subject.core.kind === 'input'
        ? madeOne(first, second, { measure: subject.core.measure, domain: subject.domain }, about.text)
        : [];
    reportSame(first.band, second.band, fixes, about);
  }
}

/** The pairs of bands that lie side by side. */
function adjacentBands({ regions }: Pieces, beside: Beside): readonly (readonly [Placed, Placed])[] {
  return regions.flatMap((first, index) => {
    const others = new Set(first.set.flatMap((piece) => [...beside.above(piece), ...beside.below(piece)]));
    const later = [...others].filter((other) => other > index).sort((left, right) => left - right);
    return later.flatMap((other) => {
      const second = regions[other];
      return second === undefined ? [] : [[first, second] as const];
    });
  });
}

function reportSame(first: Band, second: Band, fixes: readonly Fix[], about: About): void {
  const [left, right] = [first, second].map(({ award, adjusted }) =>
    adjusted || award.choice !== undefined ? undefined : constantOf(award.value, about.weight),
  );
  if (left === undefined || right === undefined || !equal(left, right)) return;
  const [earlier, later] = first.span.start <= second.span.start ? [first, second] : [second, first];
  const data = { text: wordsAt(clauseSpan(later), about), other: wordsAt(clauseSpan(earlier), about) };
  about.report(diagnose('same-points', clauseSpan(later), data, fixes));
}

/** Words of a judgement without an award, with two, or beside one of the same points. */
function reportLevels({ bands, fallback, span }: Part, about: About): void {
  const level = judgementOf(bands.map(({ when }) => when));
  if (level === undefined) return;
  const { measure, words, holds } = level;
  const speaking = words.map((word) => ({ word, own: bands.filter(({ when }) => holds(when, word)) }));
  const last = bands[bands.length - 1];
  speaking.forEach(({ word, own }, index) => {
    const [first, second] = own;
    const condition = `${measure.name}＝${word}`;
    if (first === undefined && fallback === undefined) {
      about.report(diagnose('gap', last?.span ?? span, { condition, what: '得分' }, levelFixes(word, bands)));
    }
    if (first !== undefined && second !== undefined && coreText(first.award.value) !== coreText(second.award.value)) {
      const data = { condition, left: wordsAt(first.award.span, about), right: wordsAt(second.award.span, about) };
      about.report(diagnose('overlap', clauseSpan(second), data));
    }
    const before = speaking[index - 1]?.own[0];
    if (before !== undefined && first !== undefined && before !== first) reportSame(before, first, [], about);
  });
  for (const band of bands) {
    const used = speaking.some(({ own }) => own.includes(band));
    if (!used) reportDead(clauseSpan(band), about);
  }
}

function reportDeadArms(standard: Standard, known: readonly Core[], about: About): void {
  if (standard.kind !== 'case') return;
  const before = [...known];
  for (const { when, then, span } of standard.arms) {
    const subject = subjectOf([when], before);
    const region = subject && regionOf(when, subject.core);
    if (subject !== undefined && region !== undefined && within(region, subject).length === 0) {
      reportDead(span, about, outsideOf([when], subject));
    }
    reportDeadArms(then, [...before, when], about);
    before.push({ kind: 'not', of: when, span: when.span });
  }
  reportDeadArms(standard.otherwise, before, about);
}

/** Steps of a measure on a side where it never is, or where only bands speak that they do not apply to. */
function reportDeadSteps(part: Part, known: readonly Core[], about: About): void {
  const found = about.analysis.of(part, known);
  const adjusted = unionOf(
    (found?.pieces.pieces ?? []).flatMap(({ band, interval }) => (band.adjusted ? [[interval]] : [])),
  );
  for (const { measure, origin, direction, span } of part.adjustments) {
    const subject = subjectOf([measure], known);
    if (subject === undefined) continue;
    const operator = direction === 'above' ? '>' : direction === 'below' ? '<' : '≠';
    const side = regionOf({ kind: 'compare', operator, left: measure, right: origin, span }, subject.core);
    if (side === undefined) continue;
    const same = found !== undefined && coreText(found.subject.core) === coreText(subject.core);
    const spoken = same ? adjusted : subject.domain;
    if (within(intersect(side, spoken), subject).length === 0) reportDead(span, about);
  }
}
