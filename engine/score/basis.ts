/**
 * 判定依据 in a line: the clause that decided, with how far the measure is off and how many steps that makes, or which items of a list
 * are not met. Read off the trace, as the explanation is, and shorter.
 */
import { type Lang, absolute, sign } from '../../dsl/index.ts';
import { awayText, boundText, countedText } from './explain.ts';
import { shownPoints } from '../values/figure.ts';
import type { IndicatorResult, TraceStep } from '../values/result.ts';

type Steps = Extract<TraceStep, { kind: 'steps' }>;
type PartStep = Extract<TraceStep, { kind: 'part' }>;

/** What decided a scored indicator, in one line; empty when no words did. */
export function basis({ trace, clause = '' }: IndicatorResult, lang: Lang): string {
  const parts = trace.filter((step) => step.kind === 'part');
  if (parts.length > 0) return partsText(parts, trace, lang);
  const walked = trace.filter((step) => step.kind === 'steps');
  if (walked.every(({ effect }) => sign(effect) === 0)) return clause;
  return [walked.map((step) => stepText(step, lang)).join(SEPARATOR[lang]), ...boundsOf(trace, lang)].join(COMMA[lang]);
}

const COMMA: Readonly<Record<Lang, string>> = { zh: '，', en: ', ' };
const SEPARATOR: Readonly<Record<Lang, string>> = { zh: '；', en: '; ' };

/** 每超过1个百分点扣0.3分（超3.5个百分点，计3步，扣0.9分） */
function stepText(step: Steps, lang: Lang): string {
  const effect = shownPoints(absolute(step.effect));
  if (lang === 'en') return `“${step.clause}”: ${awayText(step, lang)}, ${step.adds ? 'plus' : 'minus'} ${effect}`;
  return `${step.clause}（${awayText(step, lang)}，${step.adds ? '加' : '扣'}${effect}分）`;
}

function boundsOf(trace: readonly TraceStep[], lang: Lang): readonly string[] {
  return trace.flatMap((step) => (step.kind === 'bound' ? [boundText(step, lang)] : []));
}

/** Items that are met are only counted, those that are not are named; other parts stand with their points. */
function partsText(parts: readonly PartStep[], trace: readonly TraceStep[], lang: Lang): string {
  const items = parts.filter(({ answer }) => answer !== '');
  const lacking = items.filter(({ points }) => sign(points) === 0);
  const met = items.length - lacking.length;
  const others = parts.filter(({ answer }) => answer === '');
  const texts = [
    ...(lacking.length > 0 ? [lackingText(lacking, lang)] : []),
    ...(met > 0 ? [countedText(met, lacking.length === 0, lang)] : []),
    ...others.map(({ label, points }) =>
      lang === 'zh' ? `${label}：${shownPoints(points)}分` : `${label}: ${shownPoints(points)}`,
    ),
    ...boundsOf(trace, lang),
  ];
  return texts.join(SEPARATOR[lang]);
}

function lackingText(items: readonly PartStep[], lang: Lang): string {
  const names = items.map(({ label }) => label).join('、');
  return lang === 'zh' ? `不符合：${names}` : `not met: ${names}`;
}
