/**
 * A clause in one plain sentence, told from its checked meaning and not from its words: which band it is and what it gives, what a
 * step costs and from where it is counted. What cannot be told shortly is quoted.
 */
import { conditionText, valueText } from '../regions/condition-text.ts';
import { type Core, type Measure, measuresOf } from '../expressions/core.ts';
import { toShortText } from '../numbers/decimal.ts';
import type { Bilingual } from '../text/diagnostic.ts';
import { ONE, ZERO, equal } from '../numbers/number.ts';
import { regionOf } from '../regions/regions.ts';
import type { Scope } from '../expressions/scope.ts';
import { type Span, cover } from '../text/source.ts';
import type { Adjustment, Award, Band, OpenChoice, Part, Standard } from '../expressions/standard.ts';

/** A clause that can be told: where it stands, and its sentence. */
interface Told {
  readonly span: Span;
  readonly text: Bilingual;
}

/** A sentence with its surroundings, and what it leaves open. */
export interface Sentence {
  readonly text: string;
  readonly scope: Scope;
  readonly open: readonly OpenChoice[];
}

/** What the innermost clause at `offset` means; undefined where none stands. */
export function clauseAt(standard: Standard, offset: number, sentence: Sentence): Bilingual | undefined {
  const told = toldIn(standard, sentence).filter(({ span }) => span.start <= offset && offset < span.end);
  return told.toSorted((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]?.text;
}

function toldIn(standard: Standard, sentence: Sentence): readonly Told[] {
  switch (standard.kind) {
    case 'case':
      return [
        ...standard.arms.flatMap(({ when, then, span }) => [
          ...toldIn(then, sentence).map((inner) => ({
            span: cover(span, inner.span),
            text: under(conditionOf(when, span, sentence.text), inner.text),
          })),
        ]),
        ...toldIn(standard.otherwise, sentence),
      ];
    case 'sum':
      return standard.parts.flatMap((part) => toldIn(part, sentence));
    case 'part':
      return toldOfPart(standard, sentence);
  }
}

function under(condition: Bilingual, { zh, en }: Bilingual): Bilingual {
  return { zh: `${condition.zh}时，${zh}`, en: `when ${condition.en}: ${en}` };
}

function toldOfPart({ bands, fallback, adjustments }: Part, sentence: Sentence): readonly Told[] {
  const steps = adjustments.map((step): Told => ({ span: step.span, text: stepText(step, sentence) }));
  const others = [...bands.filter(isWritten).map((band): Told => bandTold(band, sentence)), ...steps];
  const base = fallback?.award;
  if (base === undefined || others.some(({ span }) => overlap(span, base.span))) return others;
  return [{ span: base.span, text: baseText(base, steps.length > 0, sentence) }, ...others];
}

/** Bands that only say what the rest gets stand for the whole sentence. */
function isWritten({ span, award }: Band): boolean {
  return !(span.start < award.span.start && award.span.end < span.end) && !sameSpan(span, award.span);
}

function sameSpan(left: Span, right: Span): boolean {
  return left.start === right.start && left.end === right.end;
}

function overlap(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

function bandTold({ when, award, span }: Band, sentence: Sentence): Told {
  return {
    span: cover(span, award.span),
    text: under(conditionOf(when, span, sentence.text), awardText(award, sentence)),
  };
}

function baseText(award: Award, stepped: boolean, sentence: Sentence): Bilingual {
  const { zh, en } = awardText(award, sentence);
  return stepped ? { zh: `先${zh}，再加减`, en: `${en} to start from` } : { zh, en };
}

/** A condition as values of its measure where it speaks of one only, else as written. */
export function conditionOf(when: Core, span: Span, text: string): Bilingual {
  const quoted = text.slice(span.start, span.end);
  const [measure, another] = measuresOf(when);
  if (measure === undefined || another !== undefined || measure.type.kind === 'level')
    return { zh: quoted, en: quoted };
  if (measure.type.kind === 'truth') return { zh: `“${quoted}”`, en: `“${quoted}”` };
  const region = regionOf(when, { kind: 'input', measure, span });
  if (region === undefined || region.length === 0) return { zh: quoted, en: quoted };
  const zh = conditionText(measure, region);
  return { zh, en: region.map((piece) => conditionText(measure, [piece])).join(' or ') };
}

function awardText({ value, choice, span }: Award, sentence: Sentence): Bilingual {
  if (choice !== undefined) {
    const [low, high] = [choice.low, choice.high].map((core) => pointsText(core, core.span, sentence));
    return {
      zh: `由评价人在${low?.zh ?? ''}到${high?.zh ?? ''}之间给分`,
      en: `the assessor chooses from ${low?.en ?? ''} to ${high?.en ?? ''}`,
    };
  }
  const { zh, en } = pointsText(value, span, sentence);
  return { zh: `得${zh}`, en };
}

function pointsText(core: Core, span: Span, { text, scope }: Sentence): Bilingual {
  if (core.kind === 'constant') {
    const points = toShortText(core.value, 4);
    return { zh: `${points}分`, en: points === '1' ? '1 point' : `${points} points` };
  }
  if (core.kind === 'weight') {
    const points = toShortText(scope.weight, 4);
    return { zh: `满分${points}分`, en: `full marks, ${points}` };
  }
  const quoted = text.slice(span.start, span.end);
  return { zh: `分照“${quoted}”算`, en: `points as “${quoted}” says` };
}

const TURNS: Readonly<Record<Adjustment['direction'], Bilingual>> = {
  above: { zh: '每高出', en: 'above' },
  below: { zh: '每低', en: 'below' },
  both: { zh: '每高出或低', en: 'off' },
};

function stepText(adjustment: Adjustment, sentence: Sentence): Bilingual {
  const { text } = sentence;
  const { sign, amount, measure, origin, direction, width, head } = adjustment;
  const points = pointsText(amount, amount.span, sentence);
  const does = sign < 0 ? { zh: '扣', en: 'minus' } : { zh: '加', en: 'plus' };
  const counted = measureIn(measure);
  if (counted === undefined || width.kind !== 'constant') {
    const words = text.slice(head.start, head.end);
    return { zh: `${words}，${does.zh}${points.zh}`, en: `${words}: ${does.en} ${points.en}` };
  }
  const one = counted.whole && equal(width.value, ONE) && origin.kind === 'constant' && equal(origin.value, ZERO);
  if (one) {
    return {
      zh: `“${counted.name}”每有1${counted.unit.name}，${does.zh}${points.zh}`,
      en: `for each of “${counted.name}”: ${does.en} ${points.en}`,
    };
  }
  const size = stepSize(width, counted);
  const from =
    origin.kind === 'constant' ? valueText(origin.value, counted) : text.slice(origin.span.start, origin.span.end);
  const open = sentence.open.some(({ kind, span }) => kind === '不足一步' && overlap(span, head));
  const part = open ? OPEN_STEP : PART_STEPS[adjustment.reading];
  return {
    zh: `${counted.name}从${from}起${TURNS[direction].zh}${size.zh}，${does.zh}${points.zh}；${part.zh}`,
    en: `for every ${size.en} ${counted.name} is ${TURNS[direction].en} ${from}: ${does.en} ${points.en}; ${part.en}`,
  };
}

const OPEN_STEP: Bilingual = { zh: '不足一档的怎么算，没有写明', en: 'how a part step counts is not said' };

const PART_STEPS: Readonly<Record<Adjustment['reading'], Bilingual>> = {
  不计: { zh: '不足一档的不计', en: 'a part step does not count' },
  按一档计: { zh: '不足一档的按一档计', en: 'a part step counts whole' },
  按比例: { zh: '不足一档的按比例计', en: 'a part step counts pro rata' },
};

function measureIn(core: Core): Measure | undefined {
  const [measure, another] = measuresOf(core);
  const plain = core.kind === 'input' || (core.kind === 'call' && core.name === 'abs');
  return plain && another === undefined ? measure : undefined;
}

function stepSize(width: Extract<Core, { kind: 'constant' }>, measure: Measure): Bilingual {
  const { type } = measure;
  if (type.kind === 'date')
    return { zh: `${toShortText(width.value, 4)}天`, en: `${toShortText(width.value, 4)} days` };
  const value = valueText(width.value, measure);
  return measure.unit.dimension.length > 0
    ? { zh: value, en: value }
    : { zh: value.replace(/%$/, '个百分点'), en: value.replace(/%$/, ' percentage points') };
}
