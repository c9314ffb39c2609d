/**
 * Hover: what stands at a place. Its word or name first; at the end of a range, whether the value itself belongs to it and what
 * decided that; then the whole clause in one plain sentence, told from the meaning the checker gave it.
 */
import { type Core, measuresOf, partsOf } from '../expressions/core.ts';
import { type Bilingual, type Diagnostic, collector } from '../text/diagnostic.ts';
import { LONGEST_SENTENCE } from './expected.ts';
import { readStandard } from '../fold/fold.ts';
import { functionNamed } from '../words/functions.ts';
import { readGrades } from '../fold/grades.ts';
import type { Manner } from '../words/scanner.ts';
import { dateText, dateValue, quantityValue } from '../numbers/literals.ts';
import { ONE, equal, toExactText } from '../numbers/number.ts';
import { clauseAt, conditionOf } from '../proofs/plain-clauses.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import { coresOf } from '../expressions/standard.ts';
import { type Describe, measureText } from './suggestions.ts';
import { dimensionName, unitNamed } from '../numbers/units.ts';
import { isPlain, wordDoc } from '../words/word-docs.ts';
import { type PlacedWord, wordsOf } from '../grammar/words.ts';

/** What is said about a place, in lines. */
export interface Hover {
  readonly span: Span;
  readonly lines: readonly Bilingual[];
}

/** What the word at `offset` is and does; undefined where none stands. In a grade table `scope.own` is the total. */
export function hoverAt(
  text: string,
  offset: number,
  scope: Scope,
  manner: Manner,
  describe: Describe = () => undefined,
): Hover | undefined {
  if (text.length > LONGEST_SENTENCE) return undefined;
  const words = wordsOf(text, scope.names, manner);
  const word =
    words.find(({ span }) => span.start <= offset && offset < span.end) ??
    words.find(({ span }) => span.end === offset);
  if (word === undefined) return undefined;
  const meaning = meaningOf(text, scope, manner);
  const lines = [
    wordLine(word, text, scope, manner, meaning, describe),
    endLine(word, words, text, meaning),
    meaning.clauseAt(word.span.start),
  ];
  return { span: word.span, lines: lines.filter((line) => line !== undefined) };
}

/** What the checker makes of the whole text. */
interface Meaning {
  readonly cores: readonly Core[];
  readonly diagnostics: readonly Diagnostic[];
  readonly clauseAt: (offset: number) => Bilingual | undefined;
}

function meaningOf(text: string, scope: Scope, manner: Manner): Meaning {
  const { report, diagnostics } = collector();
  const nothing: Meaning = { cores: [], diagnostics, clauseAt: () => undefined };
  switch (manner) {
    case 'formula':
      return nothing;
    case 'standard': {
      const { standard, open } = readStandard(text, scope, new Map(), report);
      if (standard === undefined) return nothing;
      return {
        cores: coresOf(standard).flatMap(withParts),
        diagnostics,
        clauseAt: (offset) => clauseAt(standard, offset, { text, scope, open }),
      };
    }
    case 'grades': {
      const total = scope.own?.core.kind === 'input' ? scope.own.core.measure : undefined;
      if (total === undefined) return nothing;
      const bands = readGrades(text, total, scope, report);
      const told = (offset: number): Bilingual | undefined => {
        const band = bands.find(({ span }) => span.start <= offset && offset <= span.end);
        if (band === undefined) return undefined;
        const { zh, en } = conditionOf(band.when, band.span, text);
        return { zh: `${zh}时，等次为${band.label}`, en: `when ${en}: ${band.label}` };
      };
      return { cores: bands.flatMap(({ when }) => withParts(when)), diagnostics, clauseAt: told };
    }
  }
}

/** An expression and all inside it but what is negated, which repeats other conditions. */
function withParts(core: Core): readonly Core[] {
  return core.kind === 'not' ? [] : [core, ...partsOf(core).flatMap(withParts)];
}

function wordLine(
  word: PlacedWord,
  text: string,
  scope: Scope,
  manner: Manner,
  meaning: Meaning,
  describe: Describe,
): Bilingual | undefined {
  const written = text.slice(word.span.start, word.span.end);
  const titled = (doc: Bilingual): Bilingual => ({ zh: `${written}：${doc.zh}`, en: `${written}: ${doc.en}` });
  const { kind } = word;
  if (isPlain(kind)) {
    const doc = wordDoc(kind, word.value);
    return doc && titled(doc);
  }
  switch (kind) {
    case 'name': {
      const { zh, en } = describe(word.value) ?? measureText(scope.measure(word.value));
      const title = written === word.value ? written : `${written}（${word.value}）`;
      return { zh: `${title}：${zh}`, en: `${title}: ${en}` };
    }
    case 'level': {
      const words = scope.level?.type.kind === 'level' ? scope.level.type.words : [];
      return titled({
        zh: `本指标的等级，共${String(words.length)}档：${words.join('、')}`,
        en: `a level, one of ${words.join(', ')}`,
      });
    }
    case 'phrase':
      return manner === 'formula'
        ? titled(UNDECLARED)
        : manner === 'grades'
          ? titled(GRADE)
          : titled(proseText(word, meaning));
    case 'quantity':
    case 'points':
      return figureText(word, written);
    case 'date': {
      const value = dateValue(word.value, scope.fiscalYear);
      return value === undefined ? undefined : titled({ zh: dateText(value), en: dateText(value) });
    }
    case 'rank':
      return titled({ zh: '名次', en: 'a rank' });
    case 'function': {
      const entry = functionNamed(word.value);
      if (entry === undefined) return undefined;
      const ways = entry.signatures.join('、');
      return { zh: `${ways}：${entry.doc.zh}`, en: `${ways}: ${entry.doc.en}` };
    }
    case 'inclusion': {
      const included = word.marks.every(({ inclusive }) => inclusive);
      return titled(included ? INCLUDED : EXCLUDED);
    }
    case 'unknown':
      return titled({ zh: '不认识的字符', en: 'an unknown character' });
  }
}

const UNDECLARED = { zh: '没有叫这个名字的数据', en: 'no data has this name' };
const GRADE = { zh: '等次', en: 'a grade' };
const INCLUDED = { zh: '正好等于这个数时算在内', en: 'the value itself is included' };
const EXCLUDED = { zh: '正好等于这个数时不算在内', en: 'the value itself is not included' };

function proseText({ span }: PlacedWord, { cores }: Meaning): Bilingual {
  const asked = cores.find((core) => core.span.start < span.end && span.start < core.span.end && isAsked(core));
  const [measure] = asked === undefined ? [] : measuresOf(asked);
  if (measure === undefined) return { zh: '文字', en: 'words' };
  return measure.type.kind === 'truth'
    ? { zh: '不能由数据算出，由评价人判断是或否', en: 'cannot be computed; the assessor answers yes or no' }
    : { zh: `由评价人填写，单位是${measure.unit.name}`, en: `given by the assessor, in ${measure.unit.name}` };
}

function isAsked(core: Core): boolean {
  return core.kind === 'input' || core.kind === 'is';
}

function figureText({ value, unit, span }: PlacedWord, written: string): Bilingual {
  if (unit === undefined) {
    return { zh: `${written}：没有写单位的数，单位随它所比的量`, en: `${written}: takes the unit of what it meets` };
  }
  const known = unitNamed(unit);
  const base = quantityValue({ kind: 'quantity', figure: value, unit, span });
  const of = dimensionName(known?.dimension ?? []);
  const scaled = known !== undefined && base !== undefined && known.dimension.length > 0 && !equal(known.factor, ONE);
  const same = scaled ? `＝${toExactText(base.value)}${of}` : '';
  if (known?.dimension.length === 0) return { zh: `${written}：比率`, en: `${written}: a ratio` };
  if (of === '分') return { zh: `${written}：分数`, en: `${written}: points` };
  return { zh: `${written}${same}`, en: `${written}${same}` };
}

/** Whether the value at the end of a range belongs to it, and what decided that. */
function endLine(
  word: PlacedWord,
  words: readonly PlacedWord[],
  text: string,
  meaning: Meaning,
): Bilingual | undefined {
  if (!['quantity', 'points', 'date', 'rank', 'inclusion', 'suffix'].includes(word.kind)) return undefined;
  const index = words.indexOf(word);
  const first = words.findLastIndex(({ kind }, at) => at <= index && kind !== 'inclusion' && kind !== 'suffix');
  const figure = words[first];
  if (figure === undefined) return undefined;
  const found = meaning.cores.find(
    (core) =>
      core.kind === 'compare' && core.right.span.start <= figure.span.start && figure.span.end <= core.right.span.end,
  );
  if (found?.kind !== 'compare' || found.operator === '=' || found.operator === '≠') return undefined;
  const included = found.operator === '≥' || found.operator === '≤';
  const value = text.slice(found.right.span.start, found.right.span.end);
  const after = words.slice(first + 1).findIndex(({ kind }) => kind !== 'inclusion' && kind !== 'suffix');
  const own = words.slice(first + 1, after < 0 ? undefined : first + 1 + after);
  const by = decidedBy(figure, words[first - 1], own, meaning.diagnostics);
  return {
    zh: `正好${value}时${included ? '在' : '不在'}这一档内（${by.zh}）`,
    en: `exactly ${value} is ${included ? 'inside' : 'outside'} this range (${by.en})`,
  };
}

function decidedBy(
  { span }: PlacedWord,
  before: PlacedWord | undefined,
  own: readonly PlacedWord[],
  diagnostics: readonly Diagnostic[],
): Bilingual {
  const told = (code: string): boolean =>
    diagnostics.some((found) => found.code === code && found.span.start <= span.start && span.end <= found.span.end);
  if (own.some(({ kind }) => kind === 'inclusion')) return { zh: '文字写明', en: 'the words say so' };
  if (before?.kind === 'compare') return { zh: '由前面的比较词决定', en: 'the comparison before it says so' };
  if (told('boundary-by-convention')) return { zh: '没有写明，按惯例', en: 'by convention' };
  if (told('open-reading')) return { zh: '没有写明，待定，暂按这样', en: 'open; taken so for now' };
  return { zh: '由相邻的一档决定', en: 'decided by the range next to it' };
}
