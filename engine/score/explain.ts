/**
 * The explanation of a score: its trace in the manner of a report.
 * `在职人员控制率＝（4人÷6人）×100%＝66.67%；66.67%≤100%，计满分，得3分。`
 */
import { type Lang, type Rational, absolute, equal, multiply, rational, sign } from '../../dsl/index.ts';
import { shownPoints } from '../values/figure.ts';
import type { IndicatorResult, Need, ReadingPoints, Status, TraceStep } from '../values/result.ts';

/** The sentences of one indicator's paragraph before what they come to, one for each step. */
export function explainSteps({ trace }: IndicatorResult, lang: Lang): readonly string[] {
  const walked = trace.some((step) => step.kind === 'steps' && sign(step.effect) !== 0);
  return sentencesOf(trace, walked, lang);
}

/** One indicator's paragraph. */
export function explain(indicator: IndicatorResult, lang: Lang): string {
  const words = WORDS[lang];
  const sentences = explainSteps(indicator, lang);
  const lacking =
    indicator.needs.length === 0 ? '' : words.lacking(indicator.needs.map((need) => needText(need, lang)).join('、'));
  if (indicator.status === 'scored' && indicator.points !== undefined) {
    const reasons = sentences.length === 0 ? '' : `${sentences.join(words.joint)}${words.so}`;
    const moved = carriedText(indicator.carried, lang);
    const beyond = lacking === '' ? moved : `${words.joint}${lacking}${words.beyond}`;
    return `${reasons}${words.gets(shownPoints(indicator.points))}${beyond}${words.stop}`;
  }
  const between = words.between(shownPoints(indicator.low), shownPoints(indicator.high));
  const parts = [...sentences, words.status[indicator.status], lacking, between];
  return `${parts.filter((part) => part !== '').join(words.joint)}${words.stop}`;
}

/** What is lacking, in words: 编制数（人）. */
export function needText({ name, expects, kind }: Need, lang: Lang): string {
  if (kind === 'peers')
    return lang === 'zh' ? `${name}（需与其他单位一起评分）` : `${name} (must be scored together with other units)`;
  const judged = kind === 'field' ? '' : lang === 'zh' ? '评定“' : 'judge “';
  return judged === '' ? `${name}（${expects}）` : `${judged}${name}”（${expects}）`;
}

/** One sentence a step; where points are cut is said in the sentence of the step before. */
function sentencesOf(trace: readonly TraceStep[], walked: boolean, lang: Lang): readonly string[] {
  const sentences: string[] = [];
  for (const step of trace) {
    const sentence = sentenceOf(step, walked, lang);
    const before = sentences.at(-1);
    if (sentence === undefined) continue;
    if (step.kind === 'bound' && before !== undefined) sentences.splice(-1, 1, `${before}${WORDS[lang].so}${sentence}`);
    else sentences.push(sentence);
  }
  return sentences;
}

function sentenceOf(step: TraceStep, walked: boolean, lang: Lang): string | undefined {
  const zh = lang === 'zh';
  switch (step.kind) {
    case 'formula':
      return `${step.name}＝${step.substituted}＝${step.shown}`;
    case 'zero-divisor':
      return `${step.name}＝${step.substituted}${zh ? '，' : '; '}${divisorText(step.divisors, lang)}`;
    case 'band':
      return bandText(step, lang);
    case 'base':
      return baseText(step, walked, lang);
    case 'steps':
      return stepsText(step, lang);
    case 'bound':
      return boundText(step, lang);
    case 'part':
      return partText(step, lang);
    case 'answer':
      return answerText(step, lang);
    case 'peers':
      return peersText(step, lang);
    case 'share':
      return shareText(step, lang);
    case 'empty':
      return zh ? `“${step.name}”没有一行` : `“${step.name}” has no rows`;
    case 'readings':
      return readingsText(step.outcomes, lang);
  }
}

const HUNDRED = rational(100);

/** 按“报送”的“未报送的，产出指标均按50%计”，8分×50%＝4分 */
function shareText({ by, clause, share, of, certain }: Extract<TraceStep, { kind: 'share' }>, lang: Lang): string {
  const rate = `${shownPoints(multiply(share, HUNDRED))}%`;
  const none = sign(share) === 0;
  if (!certain) {
    if (lang === 'zh') return `“${by}”的“${clause}”是否适用待定，适用时${none ? '不得分' : `只得${rate}`}`;
    return `“${clause}” (“${by}”) may apply and would leave ${none ? 'no points' : rate}`;
  }
  const [before, after] = [of, of && multiply(of, share)].map((points) => points && shownPoints(points));
  if (lang === 'zh')
    return `按“${by}”的“${clause}”${none || before === undefined || after === undefined ? '' : `，${before}分×${rate}＝${after}分`}`;
  return `by “${by}”: “${clause}”${none || before === undefined || after === undefined ? '' : `, ${before} × ${rate} = ${after}`}`;
}

/** Most units that are named one by one. */
const MOST_NAMED = 4;

function peersText({ name, shown, units, without }: Extract<TraceStep, { kind: 'peers' }>, lang: Lang): string {
  const [count, more] = [String(units), without.length > MOST_NAMED];
  const named = without.slice(0, more ? MOST_NAMED - 1 : MOST_NAMED);
  if (lang === 'en') {
    const others = more ? [...named, `${String(without.length - named.length)} more`] : named;
    const left = others.length === 0 ? '' : `; left out for want of a value: ${others.join(', ')}`;
    return `${name} = ${shown} (of ${count} units${left})`;
  }
  const others = `${named.join('、')}${more ? `等${String(without.length)}个单位` : ''}`;
  return `${name}＝${shown}（共${count}个单位${others === '' ? '' : `，${others}缺少该数，未计入`}）`;
}

/** 除数“上年预算数”为0万元 */
function divisorText(divisors: readonly { readonly name: string; readonly shown: string }[], lang: Lang): string {
  const zh = lang === 'zh';
  const [only] = divisors;
  if (only !== undefined && divisors.length === 1)
    return zh ? `除数“${only.name}”为${only.shown}` : `the divisor “${only.name}” is ${only.shown}`;
  const made = divisors.map(({ name, shown }) => `${name}${shown}`).join(zh ? '、' : ', ');
  return zh ? `除数为0${made === '' ? '' : `（${made}）`}` : `the divisor is 0${made === '' ? '' : ` (${made})`}`;
}

function bandText({ condition, award, points, worked }: Extract<TraceStep, { kind: 'band' }>, lang: Lang): string {
  if (award === '') return condition;
  const given = `${award}${worked === undefined ? '' : workedText(worked, points, lang)}`;
  if (lang === 'en') return `${condition}: ${given}`;
  return `${condition}${/[则的时]$/.test(condition) ? '' : '，'}${given}`;
}

function baseText(
  { award, points, worked }: Extract<TraceStep, { kind: 'base' }>,
  walked: boolean,
  lang: Lang,
): string | undefined {
  const shown = shownPoints(points);
  const zh = lang === 'zh';
  if (award === '') return !walked || sign(points) === 0 ? undefined : zh ? `从${shown}分起` : `from ${shown}`;
  if (worked !== undefined) return `${award}${workedText(worked, points, lang)}`;
  if (walked) return zh ? `先按“${award}”计${shown}分` : `from ${shown} (“${award}”)`;
  return zh ? `按“${award}”，计${shown}分` : `“${award}”: ${shown}`;
}

/** ＝120%×5分＝6分 */
function workedText(worked: string, points: Rational, lang: Lang): string {
  const shown = shownPoints(points);
  const result = shown.startsWith('≈') ? shown : `＝${shown}`;
  return `＝${worked}${result}${lang === 'zh' ? '分' : ''}`;
}

/** A judgement with its reason; without one the words it leads to say enough, but points an assessor chose are figures of their own. */
function answerText(
  { phrase, answer, reason }: Extract<TraceStep, { kind: 'answer' }>,
  lang: Lang,
): string | undefined {
  if (reason === undefined && phrase !== '评分') return undefined;
  if (lang === 'en') return `“${phrase}” judged “${answer}”${reason === undefined ? '' : `: ${reason}`}`;
  return `“${phrase}”评为“${answer}”${reason === undefined ? '' : `，理由：${reason}`}`;
}

function partText({ label, answer, reason, points }: Extract<TraceStep, { kind: 'part' }>, lang: Lang): string {
  const shown = shownPoints(points);
  if (lang === 'en')
    return `${label}${answer === '' ? '' : `: ${answer}`}${reason === undefined ? '' : ` (${reason})`}, ${shown}`;
  return `${label}${answer === '' ? '' : `：${answer}`}${reason === undefined ? '' : `（${reason}）`}，${shown}分`;
}

function stepsText(step: Extract<TraceStep, { kind: 'steps' }>, lang: Lang): string {
  const effect = shownPoints(absolute(step.effect));
  const count = shownPoints(step.steps);
  if (lang === 'en') {
    const away = step.counted
      ? step.measured
      : `${step.measured}, ${inEnglish(step.distance)} ${awayOf(step, 'en')} ${step.origin}`;
    return `${away}; “${step.clause}”: ${stepCount(step)}, ${step.adds ? 'plus' : 'minus'} ${effect}`;
  }
  const verb = step.adds ? '加' : '扣';
  if (step.counted) return `${step.measured}，“${step.clause}”，${verb}${effect}分`;
  const rest = step.whole ? '' : PART_STEP.zh[step.reading];
  return `${step.measured}${awayOf(step, 'zh')}${step.origin}，相差${step.distance}，“${step.clause}”，计${count}步${rest}，${verb}${effect}分`;
}

/** How far a measure is off and how many steps that makes, in a few words: 超3.5个百分点，计3步. */
export function awayText(step: Extract<TraceStep, { kind: 'steps' }>, lang: Lang): string {
  if (step.counted) return step.measured;
  if (lang === 'en') return `${inEnglish(step.distance)} ${awayOf(step, 'en')} ${step.origin}, ${countOf(step.steps)}`;
  const away = awayOf(step, 'zh').replace('于', '').replace('高', '超');
  return `${away}${step.distance}，计${shownPoints(step.steps)}步`;
}

/** How many items of a list are met: all of them, or all but those named before. */
export function countedText(count: number, all: boolean, lang: Lang): string {
  if (lang === 'en') return all ? `all ${String(count)} met` : `the other ${String(count)} met`;
  return all ? `${String(count)}项全部符合` : `其余${String(count)}项符合`;
}

function stepCount({ steps, whole, reading }: Extract<TraceStep, { kind: 'steps' }>): string {
  return `${countOf(steps)}${whole ? '' : PART_STEP.en[reading]}`;
}

function countOf(steps: Rational): string {
  const count = shownPoints(steps);
  return `${count} ${count === '1' ? 'step' : 'steps'}`;
}

/** 0.5个百分点 in English. */
function inEnglish(distance: string): string {
  return distance.replace(/^(.*)个百分点$/, (_all, number: string) =>
    number === '1' ? '1 percentage point' : `${number} percentage points`,
  );
}

const PART_STEP = {
  zh: { 不计: '（不足一步的不计）', 按一档计: '（不足一步的按一步计）', 按比例: '（不足一步的按比例计）' },
  en: {
    不计: ' (part of a step does not count)',
    按一档计: ' (part of a step counts as one)',
    按比例: ' (part of a step counts in proportion)',
  },
} as const;

const AWAY = {
  zh: {
    number: { above: '高于', below: '低于', both: '偏离' },
    date: { above: '晚于', below: '早于', both: '偏离' },
    rank: { above: '低于', below: '高于', both: '偏离' },
  },
  en: {
    number: { above: 'above', below: 'below', both: 'off' },
    date: { above: 'after', below: 'before', both: 'off' },
    rank: { above: 'below', below: 'above', both: 'off' },
  },
} as const;

function awayOf({ scale, direction }: Extract<TraceStep, { kind: 'steps' }>, lang: Lang): string {
  return AWAY[lang][scale][direction];
}

/** Where points are cut, in the words of reports: 扣完为止, 最高得6分, or the words that limit some of the steps. */
export function boundText({ bound, to, clause }: Extract<TraceStep, { kind: 'bound' }>, lang: Lang): string {
  const points = shownPoints(to);
  const zh = lang === 'zh';
  switch (bound) {
    case 'floor':
      if (sign(to) === 0) return zh ? '扣完为止' : 'not below 0';
      return zh ? `最低得${points}分` : `not below ${points}`;
    case 'cap':
      return zh ? `最高得${points}分` : `not above ${points}`;
    case 'limit': {
      const effect = shownPoints(absolute(to));
      if (zh) return `按“${clause}”${sign(to) < 0 ? '扣' : '加'}${effect}分`;
      return `“${clause}”: ${sign(to) < 0 ? 'minus' : 'plus'} ${effect}`;
    }
    case 'highest':
      return zh ? `取其中最高的${points}分` : `the highest of them: ${points}`;
  }
}

function readingsText(outcomes: readonly ReadingPoints[], lang: Lang): string {
  const shown = (points: Rational | undefined): string => (points === undefined ? '—' : shownPoints(points));
  const [first] = outcomes;
  const agree = outcomes.every(
    ({ points, carried }) =>
      points !== undefined &&
      first?.points !== undefined &&
      equal(points, first.points) &&
      same(carried.low, first.carried.low) &&
      same(carried.high, first.carried.high),
  );
  if (agree)
    return lang === 'zh'
      ? `${COUNT[outcomes.length] ?? String(outcomes.length)}种读法结果一致`
      : `all ${String(outcomes.length)} readings agree`;
  return outcomes
    .map(({ reading, points, carried }) =>
      lang === 'zh'
        ? `按“${reading}”得${shown(points)}分${carriedText(carried, lang)}`
        : `${reading}: ${shown(points)}${carriedText(carried, lang)}`,
    )
    .join(lang === 'zh' ? '，' : '; ');
}

function same(left: Rational | undefined, right: Rational | undefined): boolean {
  return left === undefined || right === undefined ? left === right : equal(left, right);
}

/** What a reading takes from the total, or adds to it. */
function carriedText({ low, high }: ReadingPoints['carried'], lang: Lang): string {
  if (low === undefined || high === undefined || !equal(low, high))
    return lang === 'zh' ? '，计入总分的待定' : ', its effect on the total not settled';
  if (sign(low) === 0) return '';
  const points = shownPoints(absolute(low));
  const adds = sign(low) > 0;
  return lang === 'zh'
    ? `，总分${adds ? '加' : '扣'}${points}分`
    : `, ${adds ? 'plus' : 'minus'} ${points} in the total`;
}

const COUNT = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

function inPoints(figure: string): string {
  return figure === '1' ? '1 point' : `${figure} points`;
}

interface Words {
  readonly joint: string;
  readonly stop: string;
  /** between the reasons and the points they come to */
  readonly so: string;
  readonly gets: (points: string) => string;
  readonly lacking: (needs: string) => string;
  /** what cannot be told while that is lacking, of an indicator that has its points */
  readonly beyond: string;
  readonly between: (low: string, high: string) => string;
  readonly status: Readonly<Record<Status, string>>;
}

const WORDS: Readonly<Record<Lang, Words>> = {
  zh: {
    joint: '；',
    stop: '。',
    so: '，',
    gets: (points) => `得${points}分`,
    lacking: (needs) => `缺少${needs}`,
    beyond: '，对总分的影响待定',
    between: (low, high) => (low === high ? `可得${low}分` : `可能得${low}—${high}分`),
    status: {
      'scored': '',
      'missing': '未评',
      'open': '未定，各种读法得分不同',
      'gap': '未评，评分标准没有规定这种情形',
      'overlap': '未评，评分标准对这种情形有两种规定',
      'not-applicable': '不适用，评分标准没有规定不适用时怎样计分',
      'division-by-zero': '未评，评分标准没有规定除数为零时怎样计分',
      'error': '未评，评分标准或评分有误',
    },
  },
  en: {
    joint: '; ',
    stop: '.',
    so: '; ',
    gets: (points) => inPoints(points),
    lacking: (needs) => `missing: ${needs}`,
    beyond: ', so that its effect on the total is not settled',
    between: (low, high) => (low === high ? `${inPoints(low)} possible` : `${low} to ${inPoints(high)} possible`),
    status: {
      'scored': '',
      'missing': 'not scored',
      'open': 'open: the readings differ',
      'gap': 'not scored: the standard says nothing of this case',
      'overlap': 'not scored: the standard says two things of this case',
      'not-applicable': 'not applicable, and the standard does not say what then',
      'division-by-zero': 'not scored: the standard does not say what a division by zero gives',
      'error': 'not scored: the standard or the score given is faulty',
    },
  },
};
