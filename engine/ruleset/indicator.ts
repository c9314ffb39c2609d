/**
 * One row of the table with meaning: its surroundings (量, 等级, 清单, 条件, 别称 and the phrases of its own sentence), its formulas,
 * and its standard under every reading that stays open.
 */
import {
  type Diagnostic,
  type Edit,
  type Measure,
  type OpenChoice,
  type Rational,
  type Readings,
  type Report,
  type Scope,
  type StepReading,
  ZERO,
  collector,
  diagnose,
  findingsOf,
  foldWidth,
  formulaName,
  inputOf,
  measuresOf,
  onlyMending,
  readStandard,
  settled,
  type EndReading,
} from '../../dsl/index.ts';
import { readWeight } from './constant.ts';
import type { ScopeOf } from './dictionary.ts';
import { beforeBrackets, comesOfFormula } from './follow-ons.ts';
import { type Text, applyEdits, locate } from '../files/locate.ts';
import { measureOf, unitMeaning } from '../values/measures.ts';
import { diagnoseFile } from '../files/messages.ts';
import { idleInputs, phraseKey, reportUndeclared, usedInputs } from './own-inputs.ts';
import { reportUnknown } from '../files/rewriting.ts';
import { completed } from './shown-by.ts';
import { statedFormulas } from './stated-formulas.ts';
import type { Memory, ReadSentence } from './memory.ts';
import type { Definition, Indicator, Reading } from './ruleset.ts';
import type { IndicatorLeaf, IndicatorNode, ReadingSetting, RulesetFile } from '../files/ruleset-file.ts';

/** Most combinations of open readings that are run. */
const MOST_READINGS = 81;

/** Reads one indicator. */
export function readIndicator(
  leaf: IndicatorLeaf,
  path: readonly string[],
  file: RulesetFile,
  scopeOf: ScopeOf,
  definitions: ReadonlyMap<string, Definition>,
  memory: Memory,
  report: Report,
): Indicator {
  const name = leaf.name.text;
  const weight = readWeight(leaf.weight, scopeOf(), definitions, report) ?? ZERO;
  const stated = statedFormulas(leaf, scopeOf);
  const { surroundings, declared, standIn } = ownScope(leaf, weight, stated, file, scopeOf, definitions, report);
  const own = leaf.formulas.flatMap((text) => definitions.get(formulaName(text.text, scopeOf()) ?? name) ?? []);
  const { readings, open, found } = memory.sentences.of(leaf, surroundings, (scope) =>
    readSentence(leaf.standard.text, scope),
  );
  for (const diagnostic of beforeBrackets(found)) {
    if (!(standIn && comesOfFormula(diagnostic))) report(locate(diagnostic, leaf.standard));
  }
  const used = usedInputs(readings);
  const measures = used.map(({ measure }) => measure);
  const faulty = readings.length === 0 || found.some(({ severity }) => severity === 'error');
  const idle = faulty ? [] : idleInputs(leaf, declared, used, report);
  if (!faulty) reportUndeclared(leaf, declared, used, report);
  return {
    leaf,
    name,
    path,
    weight,
    highest: surroundings.highest ?? weight,
    own: surroundings.own,
    definitions: [...own, ...stated],
    readings,
    open,
    scope: surroundings,
    phrases: [
      ...new Map(
        [...declared, ...measures.filter(({ key }) => key.startsWith('评定:'))].map((measure) => [
          measure.key,
          measure,
        ]),
      ).values(),
    ],
    idle: new Set(idle.map(({ key }) => key)),
    level: surroundings.level ?? measures.find(({ key }) => key.startsWith('等级:')),
    choice: measures.find(({ key }) => key.startsWith('评分:')),
  };
}

/** A standard under every reading, with what is to be said of it, each finding once, and only fixes that mend it. */
function readSentence(text: string, scope: Scope): ReadSentence {
  const sentence = readWording(text, scope);
  const retry = (edits: readonly Edit[]): readonly Diagnostic[] | undefined => {
    const changed = applyEdits(text, edits);
    return changed === undefined ? undefined : readWording(changed, scope).found;
  };
  return { ...sentence, found: onlyMending(sentence.found, retry) };
}

function readWording(text: string, scope: Scope): ReadSentence {
  const found = new Map<string, Diagnostic>();
  const once = (diagnostic: Diagnostic): void => {
    const { code, span, data } = diagnostic;
    const id = `${code}@${String(span.start)}-${String(span.end)} ${data['condition'] ?? ''}`;
    if (!found.has(id)) found.set(id, diagnostic);
  };
  const { readings, open } = allReadings(text, scope, once);
  for (const { settled: standard } of readings)
    findingsOf(standard, scope, text, (finding) => {
      once(completed(finding, standard, scope.behind));
    });
  return { readings, open, found: [...found.values()] };
}

function ownScope(
  leaf: IndicatorLeaf,
  weight: Rational,
  stated: readonly Definition[],
  file: RulesetFile,
  scopeOf: ScopeOf,
  definitions: ReadonlyMap<string, Definition>,
  report: Report,
): {
  readonly surroundings: Scope;
  readonly declared: readonly Measure[];
  /** its formula has no meaning, and the sentence is read with a ratio in its place */
  readonly standIn: boolean;
} {
  const name = leaf.name.text;
  const base = scopeOf();
  const local = new Map<string, Measure>();
  const declare = (text: Text, unit: Text | undefined, fallback: string): Measure | undefined => {
    const meaning = unitMeaning(unit?.text ?? fallback);
    if (meaning === undefined) {
      report(diagnoseFile('unknown-unit', unit?.span ?? text.span, { unit: unit?.text ?? '' }));
      return undefined;
    }
    const measure = measureOf(`评定:${name}:${text.text}`, text.text, meaning);
    local.set(text.text, measure);
    return measure;
  };
  const measures = leaf.measures.flatMap((pair): readonly Measure[] => {
    const known = base.measure(resolved(pair.name.text, base));
    if (known !== undefined) return [known];
    if (pair.value !== undefined)
      return [declare(pair.name, pair.value, '')].filter((measure) => measure !== undefined);
    reportUnknown('unknown-field', pair.name, base.names.all(), report);
    return [];
  });
  for (const { name: text, value } of leaf.conditions) declare(text, value, '是非');
  const items = leaf.items.flatMap((text) => declare(text, undefined, '是非') ?? []);
  const level =
    leaf.levels.length === 0
      ? measures.find(({ type }) => type.kind === 'level')
      : measureOf(
          `等级:${name}`,
          '等级',
          unitMeaning(
            '等级',
            leaf.levels.map(({ text }) => text),
          ) ?? fail(),
        );
  const formula = leaf.formulas[0];
  const formulaOf = formula && (formulaName(formula.text, base) ?? name);
  const defined = formulaOf === undefined ? undefined : definitions.get(formulaOf)?.measure;
  const standIn =
    formulaOf === undefined || defined !== undefined
      ? undefined
      : measureOf(`公式:${formulaOf}`, formulaOf, unitMeaning('比率') ?? fail());
  const called = new Map(stated.map(({ measure }) => [measure.name, measure]));
  const ownMeasure = defined ?? standIn ?? judgedOf(stated, measures);
  const spellings = [
    ...[...local.keys(), ...called.keys()].map(
      (spelling) => [spelling, { name: spelling, role: 'data' as const }] as const,
    ),
    ...(level?.type.kind === 'level' ? level.type.words : []).map(
      (text) => [text, { name: text, role: 'level' as const }] as const,
    ),
    ...leaf.aliases.map(({ name: spelling, value }) => {
      const meant = local.has(value.text) ? value.text : resolved(value.text, base);
      if (!local.has(meant) && base.measure(meant) === undefined)
        reportUnknown('unknown-field', value, base.names.all(), report);
      return [spelling.text, { name: meant, role: 'data' as const }] as const;
    }),
  ];
  const surroundings = scopeOf({
    spellings,
    measure: (word) => local.get(word) ?? called.get(word) ?? (word === standIn?.name ? standIn : undefined),
    behind: (of) => stated.find(({ measure: { key } }) => key === of.key)?.value ?? base.behind(of),
    own: ownMeasure === undefined ? undefined : inputOf(ownMeasure, { start: 0, end: 0 }),
    measures,
    items,
    level,
    asks: true,
    judgement: (words) => measureOf(`等级:${name}`, '等级', unitMeaning('等级', words) ?? fail()),
    phrase: (text) => asked(name, phraseKey(text), '是非'),
    count: (text, unit) => asked(name, phraseKey(text), unitMeaning(unit) === undefined ? '次' : unit),
    choice: () => measureOf(`评分:${name}`, '评分', unitMeaning('分') ?? fail()),
    earned: () => measureOf(earnedKey(name), '得分', unitMeaning('分') ?? fail()),
    weighted: true,
    lowerIsBetter: leaf.direction === 'lower',
    table: { ...base.table, own: name, path: headingsOver(leaf, file.indicators) ?? [] },
    weight,
    highest: leaf.cap === undefined ? undefined : readWeight(leaf.cap, base, definitions, report),
    readings: readingsOf(file.readings, leaf.readings),
  });
  return { surroundings, declared: [...local.values()], standIn: standIn !== undefined };
}

/** What a sentence speaks of without naming it: what it computes of all its 量 itself, else the first of them. */
function judgedOf([first]: readonly Definition[], measures: readonly Measure[]): Measure | undefined {
  const used = first === undefined ? [] : measuresOf(first.value);
  return measures.every(({ key }) => used.some((one) => one.key === key))
    ? (first?.measure ?? measures[0])
    : measures[0];
}

/** The headings above an indicator, top first. */
function headingsOver(leaf: IndicatorLeaf, nodes: readonly IndicatorNode[]): readonly string[] | undefined {
  for (const node of nodes) {
    if (node === leaf) return [];
    const below = node.kind === 'group' ? headingsOver(leaf, node.children) : undefined;
    if (node.kind === 'group' && below !== undefined) return [node.name.text, ...below];
  }
  return undefined;
}

/** An answer asked of the assessor of an indicator. */
function asked(indicator: string, phrase: string, unit: string): Measure {
  return measureOf(`评定:${indicator}:${phrase}`, phrase, unitMeaning(unit) ?? fail());
}

/** The key of the points an indicator comes to, which its own sentence may make others depend on. */
export function earnedKey(indicator: string): string {
  return `得分:${indicator}`;
}

function resolved(spelling: string, { names }: Scope): string {
  const found = names.at(foldWidth(spelling), 0);
  return found?.length === spelling.length ? found.declared.name : spelling;
}

function fail(): never {
  throw new Error('the table of units lacks a unit the engine needs');
}

/** The settings of an indicator, over those of its ruleset. */
function readingsOf(ofAll: readonly ReadingSetting[], own: readonly ReadingSetting[]): Readings {
  const choice = <Option extends string>(
    kind: string,
    options: readonly Option[],
    settings: readonly ReadingSetting[],
  ): Option | undefined => {
    const chosen = settings.findLast((setting) => setting.kind === kind)?.choice;
    return options.find((option) => option === chosen);
  };
  const ownStep = choice('不足一步', STEP_READINGS, own);
  const step = choice('不足一步', STEP_READINGS, [...ofAll, ...own]);
  const end = choice('区间端点', END_READINGS, [...ofAll, ...own]);
  return {
    ...(step === undefined ? {} : { 不足一步: step }),
    ...(ownStep === undefined ? {} : { ownStep }),
    ...(end === undefined ? {} : { 区间端点: end }),
  };
}

const STEP_READINGS: readonly StepReading[] = ['不计', '按一档计', '按比例'];
const END_READINGS: readonly EndReading[] = ['归高档', '归低档'];

/** The standard under every combination of open choices. */
function allReadings(
  text: string,
  scope: Scope,
  report: Report,
): { readonly readings: readonly Reading[]; readonly open: readonly OpenChoice[] } {
  const first = readStandard(text, scope, new Map(), report);
  if (first.standard === undefined) return { readings: [], open: first.open };
  const count = first.open.reduce((product, { options }) => product * options.length, 1);
  if (count > MOST_READINGS) {
    const data = { count: String(first.open.length), limit: String(MOST_READINGS) };
    report(diagnose('too-many-readings', { start: 0, end: text.length }, data));
    return { readings: [], open: first.open };
  }
  const combinations = first.open.reduce<readonly ReadonlyMap<string, string>[]>(
    (answers, { id, options }) =>
      answers.flatMap((answer) => options.map((option) => new Map([...answer, [id, option]]))),
    [new Map<string, string>()],
  );
  const readings = combinations.flatMap((answers): readonly Reading[] => {
    const folded = answers.size === 0 ? first : readStandard(text, scope, answers, collector().report);
    const { standard, beyond } = folded;
    return standard === undefined ? [] : [{ answers, standard, settled: settled(standard, scope.behind), beyond }];
  });
  return { readings, open: first.open };
}
