/**
 * The explanation of a score: its trace in the manner of a report.
 * `在职人员控制率＝（4人÷6人）×100%＝66.67%；66.67%≤100%，计满分，得3分。`
 */
import { type Lang, type Rational, absolute, equal, sign } from '../dsl/index.ts';
import { shownPoints } from './figure.ts';
import type { IndicatorResult, Need, ReadingPoints, Status, TraceStep } from './result.ts';

/** One indicator's paragraph. */
export function explain(indicator: IndicatorResult, lang: Lang): string {
  const words = WORDS[lang];
  const walked = indicator.trace.some(({ kind }) => kind === 'steps');
  const sentences = indicator.trace.flatMap((step) => sentenceOf(step, walked, lang) ?? []);
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

function sentenceOf(step: TraceStep, walked: boolean, lang: Lang): string | undefined {
  const zh = lang === 'zh';
  switch (step.kind) {
    case 'formula':
      return `${step.name}＝${step.substituted}＝${step.shown}`;
    case 'band':
      return zh ? `${step.condition}，${step.award}` : `${step.condition}: ${step.award}`;
    case 'base':
      return step.award === '' ? undefined : baseText(step.award, shownPoints(step.points), walked, lang);
    case 'steps':
      return stepsText(step, lang);
    case 'bound':
      return boundText(step.bound, step.from, step.to, lang);
    case 'part':
      return partText(step, lang);
    case 'answer':
      return step.reason === undefined
        ? undefined
        : zh
          ? `“${step.phrase}”评为“${step.answer}”，理由：${step.reason}`
          : `“${step.phrase}” judged “${step.answer}”: ${step.reason}`;
    case 'empty':
      return zh ? `“${step.name}”没有一行` : `“${step.name}” has no rows`;
    case 'readings':
      return readingsText(step.outcomes, lang);
  }
}

function baseText(award: string, points: string, walked: boolean, lang: Lang): string {
  if (lang === 'en') return walked ? `from ${points} (“${award}”)` : `“${award}”: ${points}`;
  return walked ? `“${award}”，从${points}分起` : `按“${award}”，计${points}分`;
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
      : `${step.measured}, ${inEnglish(step.distance)} ${AWAY.en[step.direction]} ${step.origin}`;
    const part = step.whole ? '' : PART_STEP.en[step.reading];
    const steps = `${count} ${count === '1' ? 'step' : 'steps'}${part}`;
    return `${away}; “${step.clause}”: ${steps}, ${step.adds ? 'plus' : 'minus'} ${effect}`;
  }
  const verb = step.adds ? '加' : '扣';
  if (step.counted) return `${step.measured}，“${step.clause}”，${verb}${effect}分`;
  const rest = step.whole ? '' : PART_STEP.zh[step.reading];
  return `${step.measured}${AWAY.zh[step.direction]}${step.origin}，相差${step.distance}，“${step.clause}”，计${count}步${rest}，${verb}${effect}分`;
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
  zh: { above: '高于', below: '低于', both: '偏离' },
  en: { above: 'above', below: 'below', both: 'off' },
} as const;

function boundText(bound: 'floor' | 'cap' | 'limit', from: Rational, to: Rational, lang: Lang): string {
  if (lang === 'en')
    return {
      floor: `not below ${shownPoints(to)}`,
      cap: `${shownPoints(from)} is cut to ${shownPoints(to)}`,
      limit: `limited to ${shownPoints(to)}`,
    }[bound];
  return {
    floor: `扣至${shownPoints(to)}分为止`,
    cap: `${shownPoints(from)}分超过上限，计${shownPoints(to)}分`,
    limit: `受上限限制，计${shownPoints(to)}分`,
  }[bound];
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
      'division-by-zero': '未评，除数为零，评分标准没有规定这种情形',
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
      'division-by-zero': 'not scored: division by zero, and the standard does not say what then',
      'error': 'not scored: the standard or the score given is faulty',
    },
  },
};
