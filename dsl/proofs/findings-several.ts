/**
 * What is wrong with a part whose conditions speak of several things at once: values for which no band speaks, or two with different
 * points, each with a unit that shows it. What the search cannot decide is said to be undecided, never passed over.
 */
import { conditionText, valueText } from '../regions/condition-text.ts';
import { type Core, coreText, type Measure, measuresOf } from '../expressions/core.ts';
import { reportDead } from './dead.ts';
import { isUndecided, reportUndecided } from './undecided.ts';
import { exclusive, restFixes } from './box-fixes.ts';
import { diagnose } from '../text/messages.ts';
import { shownBy, unitWhere } from '../regions/unit-where.ts';
import { EVERYTHING, intersect, interval, type IntervalSet } from '../numbers/interval.ts';
import { divide, negate, sign } from '../numbers/number.ts';
import { cover, type Span } from '../text/source.ts';
import type { Band, Part } from '../expressions/standard.ts';
import { type About, wordsAt } from './totals.ts';
import { type Search, type World, worldOf } from '../regions/worlds.ts';

/** Reports the findings on a part of which no single subject is known; `known` are conditions that hold where it speaks. */
export function reportSeveral(part: Part, known: readonly Core[], about: About): void {
  const { bands, fallback } = part;
  if (bands.length === 0) return;
  const { weight, behind } = about;
  const all = [...bands, ...(fallback === undefined ? [] : [fallback])].map(({ when }) => when);
  const computed = [...known, ...all].flatMap(measuresOf).some((measure) => behind(measure) !== undefined);
  // Measures are looked at each by itself, and where they are computed, as what they are computed from.
  const search = (conditions: readonly Core[]): Found => {
    const apart = worldOf([...known, ...conditions], weight);
    if (apart === 'none') return { apart, unit: 'none' };
    return { apart, unit: computed ? unitWhere([...known, ...conditions], weight, behind) : apart };
  };
  for (const band of bands) {
    if (isWritten(band) && search([band.when]).unit === 'none') reportDead(clauseSpan(band), about);
  }
  reportWorld(search(all.map(not)), bands[bands.length - 1]?.span ?? part.span, about, (world, span) =>
    diagnose('gap', span, { condition: worldText(world), what: '得分' }, restFixes(worldText(world), bands)),
  );
  bands.forEach((second, index) => {
    for (const first of bands.slice(0, index)) {
      if (coreText(first.award.value) === coreText(second.award.value)) continue;
      const found = search([first.when, second.when]);
      if (found.unit === 'none') continue;
      const ties = found.apart !== undefined && found.apart !== 'none' && tiesMeasures(found.apart);
      reportWorld(found, clauseSpan(second), about, (world, span) =>
        diagnose(
          ties ? 'possible-overlap' : 'overlap',
          span,
          {
            condition: worldText(world),
            left: wordsAt(first.award.span, about),
            right: wordsAt(second.award.span, about),
          },
          exclusive(first, second, about.text),
        ),
      );
      return;
    }
  });
}

/** What a search came to: with measures each by itself, and as a unit would have them. */
interface Found {
  readonly apart: Search;
  readonly unit: Search;
}

function reportWorld(
  { unit }: Found,
  span: Span,
  about: About,
  finding: (world: World, span: Span) => ReturnType<typeof diagnose>,
): void {
  if (unit === 'none') return;
  if (unit === undefined || isUndecided(unit)) reportUndecided(span, unit, about);
  else about.report(shownBy(finding(unit, span), unit));
}

/** Whether the world rests on how two measures stand to each other, as two benchmarks do of which one is always the higher. */
function tiesMeasures({ constraints }: World): boolean {
  return constraints.some(({ form }) => form.terms.size > 1);
}

/** Whether the condition of a band has words of its own, apart from those of its award. */
function isWritten({ span, award }: Band): boolean {
  return span.start !== award.span.start || span.end !== award.span.end;
}

function clauseSpan({ span, award }: Band): Span {
  return cover(span, award.span);
}

function not(of: Core): Core {
  return { kind: 'not', of, span: of.span };
}

/** A world in words: the range of each measure bounded alone, else one value of it. */
function worldText({ facts, constraints }: World): string {
  return facts
    .map(({ measure, value }) => {
      if (typeof value === 'boolean') return `“${measure.name}”为${value ? '是' : '否'}`;
      if (typeof value === 'string') return `${measure.name}＝${value}`;
      const alone = ownRange(measure, constraints);
      return alone === undefined ? `${measure.name}＝${valueText(value, measure)}` : conditionText(measure, alone);
    })
    .join('且');
}

/** The values the constraints leave a measure; undefined when one of them ties it to another. */
function ownRange({ key }: Measure, constraints: World['constraints']): IntervalSet | undefined {
  let range = EVERYTHING;
  for (const { form, strict } of constraints) {
    const own = form.terms.get(key);
    if (own === undefined) continue;
    const value = divide(negate(form.constant), own.coefficient);
    if (form.terms.size > 1 || value === undefined) return undefined;
    const end = { value, closed: !strict };
    range = intersect(range, sign(own.coefficient) > 0 ? interval(undefined, end) : interval(end));
  }
  return range;
}
