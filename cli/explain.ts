/**
 * `jichi explain`: how one indicator got its points, or what keeps it from having any. The person need not type the whole name,
 * and never its quotation marks.
 */
import { type Lang, nameKey, nearest } from '../dsl/index.ts';
import { explain, type FiledDiagnostic, type IndicatorResult, type Ruleset, shownPoints } from '../engine/index.ts';
import type { ExplainRequest } from './arguments.ts';
import { aboutFile } from './messages.ts';
import { refusal } from './refusal.ts';
import { scoreFiles } from './score.ts';
import { type Beside, fillInLines, indicatorReason, isAssumed, pointsOrRange } from './sheet.ts';
import { wrap } from './table.ts';
import { type Look, type Outcome, visible } from './terminal.ts';
import { wordsIn } from './words.ts';

/** Runs `jichi explain`; an indicator without points ends it with 1, as it does a score. */
export function runExplain(request: ExplainRequest, cwd: string, out: Look, err: Look): Outcome {
  const scored = scoreFiles(request.unit, request.ruleset, cwd);
  if (scored.kind === 'unusable') return refusal(scored, false, request.lang, err);
  const { result, inputs } = scored;
  const found = findIndicator(request.indicator, inputs.ruleset);
  if (found.kind === 'unclear') {
    return refusal({ kind: 'unusable', findings: [found.finding], texts: new Map() }, false, request.lang, err);
  }
  const indicator = result.indicators.find(({ name }) => name === found.name);
  if (indicator === undefined) throw new Error(`the result lacks the indicator ${found.name}`);
  const code = indicator.status === 'scored' ? 0 : 1;
  const { file } = inputs.unit;
  const lines = fillInLines([indicator], inputs.texts.get(file) ?? '', wordsIn(request.lang));
  return { out: indicatorText(indicator, { file, lines }, request.lang, out), err: '', code };
}

function indicatorText(indicator: IndicatorResult, fillIn: Beside['fillIn'], lang: Lang, look: Look): string {
  const words = wordsIn(lang);
  const line = (label: string, text: string): string[] =>
    text === '' ? [] : wrap(`${label}${words.colon}${visible(text)}`, look.width);
  const scored = indicator.status === 'scored';
  const points = words.pointsOf(pointsOrRange(indicator, words), shownPoints(indicator.weight));
  const lines = [
    look.paint('heading', visible([...indicator.path, indicator.name].join(' › '))),
    ...line(scored ? words.points : words.unscored, points),
    ...(scored ? [] : line(words.decidedBy, indicatorReason(indicator, words))),
    '',
    ...wrap(visible(explain(indicator, lang)), look.width),
    ...(isAssumed(indicator) ? ['', words.assumed] : []),
    ...(fillIn.lines.length === 0 ? [] : ['', words.fillIn(visible(fillIn.file)), ...fillIn.lines.map(visible)]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The indicator meant, or why none is. */
type Found =
  { readonly kind: 'found'; readonly name: string } | { readonly kind: 'unclear'; readonly finding: FiledDiagnostic };

/** Finds an indicator by its name, else by another name its standard gives it (别称), else by a part only one name has. */
function findIndicator(wanted: string, ruleset: Ruleset): Found {
  const leaves = ruleset.indicators.map(({ leaf }) => leaf);
  const names = leaves.map(({ name }) => name.text);
  const key = keyOf(wanted);
  const ways: readonly ((leaf: (typeof leaves)[number]) => boolean)[] = [
    ({ name }) => keyOf(name.text) === key,
    ({ aliases }) => aliases.some(({ name }) => keyOf(name.text) === key),
    ({ name }) => key !== '' && keyOf(name.text).includes(key),
  ];
  for (const way of ways) {
    const [first, second] = leaves.filter(way);
    if (first !== undefined && second === undefined) return { kind: 'found', name: first.name.text };
  }
  const partly = leaves.filter(({ name }) => key !== '' && keyOf(name.text).includes(key)).map(({ name }) => name.text);
  if (partly.length > 0) {
    const data = { name: wanted, names: partly.join('、') };
    return { kind: 'unclear', finding: aboutFile('ambiguous-indicator', ruleset.file.file, data) };
  }
  const suggestion = nearest(key, names.map(keyOf));
  const meant = names.find((name) => keyOf(name) === suggestion);
  const data = { name: wanted, ...(meant === undefined ? { names: names.join('、') } : { suggestion: meant }) };
  return { kind: 'unclear', finding: aboutFile('indicator-not-found', ruleset.file.file, data) };
}

/** Names are the same however wide, spaced or quoted: nobody types “三公经费” with its quotes. */
function keyOf(name: string): string {
  return nameKey(name)
    .replace(/["'《》]/g, '')
    .toLowerCase();
}
