/**
 * 评定 of a unit against what the standards ask of assessors: levels, chosen points, phrases. An answer nobody asked for is reported,
 * with the question it may have been meant for.
 */
import {
  type Measure,
  type Rational,
  type Report,
  foldWidth,
  multiply,
  nameKey,
  nearest,
  parseDecimal,
  rational,
} from '../../dsl/index.ts';
import { phraseKey } from './own-inputs.ts';
import type { Text } from '../files/locate.ts';
import { diagnoseFile } from '../files/messages.ts';
import { brief, readValue } from '../values/read-value.ts';
import { reportUnknown, rewriting } from '../files/rewriting.ts';
import type { Indicator, Ruleset } from './ruleset.ts';
import type { Finding, Judgement } from '../files/unit-file.ts';
import type { Value } from '../values/value.ts';

/** An answer's words as given, with the reason. */
export interface Answer {
  readonly given: string;
  /** where it stands */
  readonly text: Text;
  readonly reason: string | undefined;
}

/** Whether a thing is given for the first time; a second time, by whatever name, is reported. */
export type Once = (key: string, name: Text) => boolean;

/** Where answers are put. */
interface Taken {
  readonly values: Map<string, Value>;
  readonly answers: Map<string, Answer>;
  readonly once: Once;
}

/** Takes what the assessors judged of one indicator; reports what it does not ask for, and answers that are none. */
export function readJudgement(judgement: Judgement, ruleset: Ruleset, taken: Taken, report: Report): void {
  const { indicator: name, level, points, phrases, reason } = judgement;
  const indicator = ruleset.indicators.find((each) => nameKey(each.name) === nameKey(name.text));
  if (indicator === undefined) {
    const names = ruleset.indicators.map((each) => each.name);
    reportUnknown('unknown-indicator', name, names, report);
    return;
  }
  const take = (finding: Finding, measure: Measure, called: Text = name): void => {
    if (!taken.once(measure.key, called)) return;
    const value =
      measure.key === indicator.choice?.key
        ? readChoice(finding, indicator, report)
        : readValue(finding.given, measure, measure.name, report);
    if (value !== undefined) taken.values.set(measure.key, value);
    const { value: text } = finding.given;
    taken.answers.set(measure.key, { given: text.text, text, reason: finding.reason?.text ?? reason?.text });
  };
  for (const [key, finding, measure] of [
    ['等级', level, indicator.level],
    ['评分', points, indicator.choice],
  ] as const) {
    if (finding === undefined) continue;
    if (measure !== undefined) take(finding, measure);
    else report(diagnoseFile('unknown-phrase', finding.given.value.span, unasked(key, indicator)));
  }
  const given = new Set(phrases.map(({ phrase }) => keyOf(phrase)));
  for (const finding of phrases) {
    const { phrase } = finding;
    const measure = indicator.phrases.find((each) => nameKey(each.name) === keyOf(phrase));
    if (measure !== undefined) take(finding, measure, phrase);
    if (measure === undefined || indicator.idle.has(measure.key))
      reportUnasked(phrase, measure, indicator, given, report);
  }
}

function keyOf({ text }: Text): string {
  return nameKey(phraseKey(text));
}

/** What may have been meant by an answer to nothing is a question the standard does ask and nobody answers. */
function reportUnasked(
  phrase: Text,
  known: Measure | undefined,
  indicator: Indicator,
  given: ReadonlySet<string>,
  report: Report,
): void {
  const open = asked(indicator).filter((name) => !given.has(nameKey(name)));
  const suggestion = nearest(phrase.text, open);
  const code = known === undefined ? 'unknown-phrase' : 'unused-answer';
  if (suggestion === undefined) report(diagnoseFile(code, phrase.span, unasked(phrase.text, indicator)));
  else
    report(
      diagnoseFile(
        code,
        phrase.span,
        { indicator: indicator.name, phrase: phrase.text, suggestion },
        rewriting(phrase, suggestion),
      ),
    );
}

/** What an indicator's standard asks of its assessor. */
function asked({ phrases, idle }: Indicator): readonly string[] {
  return phrases.flatMap(({ key, name }) => (idle.has(key) ? [] : [name]));
}

function unasked(phrase: string, indicator: Indicator): Readonly<Record<string, string>> {
  const questions = [
    ...asked(indicator),
    ...(indicator.level === undefined ? [] : ['等级']),
    ...(indicator.choice === undefined ? [] : ['评分']),
  ];
  const choices = questions.length === 0 ? {} : { choices: questions.join('、') };
  return { indicator: indicator.name, phrase, ...choices };
}

/** 评分: points, or with % a share of the indicator's 分值. */
function readChoice({ given }: Finding, indicator: Indicator, report: Report): Value | undefined {
  const text = foldWidth(given.value.text).trim();
  const share = /^([\d.]+)\s*%$/.exec(text);
  const number = parseDecimal(share?.[1] ?? text.replace(/\s*分$/, ''));
  if (number !== undefined) return share === null ? number : shareOf(number, indicator.weight);
  const data = { name: `${indicator.name}评分`, value: brief(given.value.text), unit: '分' };
  report(diagnoseFile('not-a-number', given.value.span, data));
  return undefined;
}

function shareOf(percent: Rational, whole: Rational): Rational {
  return multiply(multiply(percent, rational(1n, 100n)), whole);
}
