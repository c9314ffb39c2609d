/** The points of a standard against its weight: awards over it, parts that do not sum to it, a best result that falls short of it. */
import { type Analysis, bandsOf } from '../regions/analysis.ts';
import { withPoints } from './clause-fixes.ts';
import type { Core } from '../expressions/core.ts';
import type { Fix, Report } from '../text/diagnostic.ts';
import { constantOf, highestOf, highestOfPart } from '../regions/highest.ts';
import { diagnose } from '../text/messages.ts';
import { compare, divide, equal, multiply, type Rational, rational, toExactText } from '../numbers/number.ts';
import { partsOf, rulesOf } from '../regions/rules.ts';
import { type Span, cover } from '../text/source.ts';
import { compareHeights } from '../regions/staircase.ts';
import type { Part, Standard, Sum } from '../expressions/standard.ts';
import type { Behind } from '../regions/unit-where.ts';

/** What findings are made of, besides the standard. */
export interface About {
  readonly weight: Rational;
  /** highest points: the weight, unless bonuses may pass it */
  readonly most: Rational;
  readonly text: string;
  readonly analysis: Analysis;
  readonly behind: Behind;
  readonly report: Report;
}

/** The words at a place. */
export function wordsAt({ start, end }: Span, { text }: About): string {
  return text.slice(start, end);
}

/** Awards and single deductions over the weight; bonuses and proportions that pass it with no word that stops them. */
export function reportExcess(part: Part, known: readonly Core[], about: About): void {
  const { weight, most, report } = about;
  const over = (core: Core): boolean => {
    const value = constantOf(core, weight);
    return value !== undefined && compare(value, most) > 0;
  };
  const excess = (span: Span): void => {
    const data = { text: wordsAt(span, about), weight: toExactText(most) };
    report(diagnose('exceeds-weight', span, data, withPoints(span, most, about.text)));
  };
  const awards = bandsOf(part).map(({ award }) => award);
  const places = new Map(
    awards.filter(({ value, choice }) => over(choice?.high ?? value)).map(({ span }) => [span.start, span]),
  );
  for (const { amount, span } of part.adjustments) {
    // 扣总分 leaves the item: it may well cost more than the item gives.
    if (over(amount) && !wordsAt(span, about).includes('总分')) places.set(amount.span.start, amount.span);
  }
  places.forEach(excess);
  if (places.size > 0 || part.cap.stated || part.cap.value === undefined) return;
  const best = highestOfPart(part, known, about.analysis);
  if (best === undefined || compareHeights(best.height, most) <= 0) return;
  const bonus = part.adjustments.filter(({ sign }) => sign > 0).at(-1);
  const steady = awards.every(({ value, choice }) => choice !== undefined || constantOf(value, weight) !== undefined);
  const span = steady && bonus !== undefined ? bonus.span : best.span;
  const data = { text: wordsAt(span, about), limit: toExactText(most) };
  report(diagnose('no-cap-word', span, data, equal(weight, most) ? [capFix(span)] : []));
}

function capFix({ end }: Span): Fix {
  return {
    title: { zh: '补上“，满分为止”', en: 'add ，满分为止' },
    edits: [{ span: { start: end, end }, text: '，满分为止' }],
  };
}

/** Parts that do not sum to the weight; a standard whose best result falls short of it. */
export function reportTotals(standard: Standard, about: About): void {
  const { weight, report } = about;
  let summed = true;
  for (const { standard: rule, known } of rulesOf(standard, [])) {
    reportChoices(rule, about);
    const sum = rule.kind === 'sum' ? sumOfParts(rule, known, about) : sumOfItems(rule, weight);
    if (sum === undefined || equal(sum.total, weight)) continue;
    if (compare(sum.total, weight) > 0 && (sum.stated || compare(sum.total, about.most) <= 0)) continue;
    summed = false;
    const data = { sum: toExactText(sum.total), weight: toExactText(weight) };
    report(diagnose('sum-not-weight', sum.span, data, evenFixes(rule, sum, about)));
  }
  const best = highestOf(standard, [], about.analysis);
  if (!summed || best === undefined || standard.kind === 'sum') return;
  const order = compareHeights(best.height, weight);
  if (typeof best.height !== 'object' || order > 0 || (order === 0 && best.attained)) return;
  const highest = `${best.attained ? '' : '＜'}${toExactText(best.height)}`;
  const data = { highest, weight: toExactText(weight) };
  report(diagnose('maximum-not-attainable', best.span, data, withPoints(best.span, weight, about.text)));
}

/** 每项1分 as the share that all items together need for the weight. */
function evenFixes(rule: Standard, { span }: Total, { weight, text }: About): readonly Fix[] {
  const [step] = rule.kind === 'part' ? rule.adjustments : [];
  const items = step?.measure.kind === 'count' ? step.measure.of.length : 0;
  const share = divide(weight, rational(items));
  return share === undefined ? [] : withPoints(span, share, text);
}

/** Two parts that add up and leave their points to the assessor: one 评分 cannot say which of them it is for. */
function reportChoices(rule: Standard, about: About): void {
  if (rule.kind !== 'sum') return;
  const [, second] = rule.parts.flatMap((part) => {
    const [first] = partsOf(part, []).flatMap(({ standard }) => choicesOf(standard));
    return first ?? [];
  });
  if (second !== undefined) about.report(diagnose('several-choices', second, { text: wordsAt(second, about) }));
}

/** Where a part leaves points to the assessor. */
function choicesOf(part: Part): readonly Span[] {
  return [
    ...bandsOf(part).flatMap(({ award, span }) => (award.choice === undefined ? [] : cover(span, award.span))),
    ...part.adjustments.flatMap(({ choice, span }) => (choice === undefined ? [] : span)),
  ];
}

interface Total {
  readonly total: Rational;
  readonly stated: boolean;
  readonly span: Span;
}

/** What the parts sum to at their best; a part that gives 满分 on its own does not say which share it means. */
function sumOfParts(sum: Sum, known: readonly Core[], { analysis }: About): Total | undefined {
  const whole = sum.parts.some(
    (part) => part.kind === 'part' && bandsOf(part).some(({ award }) => award.value.kind === 'weight'),
  );
  const best = whole || sum.combine === 'max' ? undefined : highestOf(sum, known, analysis);
  return typeof best?.height === 'object' ? { total: best.height, stated: sum.cap.stated, span: sum.span } : undefined;
}

/** 每项1分: what all the items of a list give together. */
function sumOfItems(part: Part, weight: Rational): Total | undefined {
  const [step, ...others] = part.adjustments;
  if (step === undefined || others.length > 0 || part.bands.length > 0 || part.limits.length > 0 || step.sign < 0)
    return undefined;
  const amount = constantOf(step.amount, weight);
  const items = step.measure.kind === 'count' ? step.measure.of.length : 0;
  if (amount === undefined || items < 2) return undefined;
  return { total: multiply(amount, rational(items)), stated: part.cap.stated, span: step.span };
}
