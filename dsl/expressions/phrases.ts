/**
 * Prose conditions of one sentence: each is a yes/no input, but 未按时完成 beside 按时完成 is that one answered 否, and so is 不齐全的 beside
 * 资料齐全的; 是 and 否 after a question answer it. What is asked of the assessor is asked once.
 */
import type { Chunk, Condition } from '../text/ast.ts';
import { inputOf } from './check.ts';
import type { Core, Measure } from './core.ts';
import { type Kinship, type Phrase, kinship, phraseOf } from '../grammar/kinship.ts';
import type { Scope } from './scope.ts';
import type { Span } from '../text/source.ts';

/** A phrase, or the declared yes/no name that stands where one could. `open`: no award follows it before the next condition. */
export interface Prose {
  readonly text: string;
  readonly start: number;
  readonly name: boolean;
  readonly open: boolean;
}

/** What a phrase says; phrases with one `about` judge one thing. */
export interface Said {
  readonly core: Core;
  readonly about: string;
}

/** Gives the prose of one sentence its inputs. */
export interface ProseReader {
  readonly read: (text: string, span: Span) => Said;
  /** what a declared name at a place judges; undefined where none was met */
  readonly about: (start: number) => string | undefined;
}

interface Known {
  readonly prose: Prose;
  readonly phrase: Phrase;
  readonly measure: Measure;
  readonly holds: boolean;
  readonly about: string;
}

const YES = /^(?:是|有|能|符合|符合要求|满足|满足要求|具备|达标|达到要求)$/;
const NO = /^(?:否|无|不能|不是|没有|不符合|不符合要求|不满足|不满足要求|不具备|不达标|未达标|未达到要求)$/;

/** Whether a phrase says nothing by itself, and answers or denies what stands before it. */
export function isAnswer(text: string): boolean {
  return YES.test(text) || NO.test(text);
}

/** All prose of a sentence in its order. */
export function proseIn(chunks: readonly Chunk[]): readonly Prose[] {
  const found: Prose[] = [];
  let next: Chunk['kind'] | undefined;
  for (const chunk of chunks.toReversed()) {
    const open = next === 'condition';
    if (chunk.kind === 'condition') found.push(...phrasesOf(chunk.condition).map((phrase) => ({ ...phrase, open })));
    if (chunk.kind === 'award' || chunk.kind === 'condition' || chunk.kind === 'step') next = chunk.kind;
  }
  return found.toSorted((left, right) => left.start - right.start);
}

function phrasesOf(condition: Condition): readonly Omit<Prose, 'open'>[] {
  switch (condition.kind) {
    case 'holds': {
      const { expression } = condition;
      const { start } = expression.span;
      if (expression.kind === 'phrase') return [{ text: expression.text, start, name: false }];
      return expression.kind === 'name' ? [{ text: expression.name, start, name: true }] : [];
    }
    case 'not':
      return phrasesOf(condition.condition);
    case 'all':
    case 'any':
      return condition.conditions.flatMap(phrasesOf);
    case 'change':
    case 'defined':
    case 'comparison':
    case 'between':
    case 'within':
    case 'value':
    case 'presence':
    case 'level':
    case 'otherwise':
    case 'beyond':
      return [];
  }
}

/** A reader of the prose of one sentence. */
export function proseReader(scope: Scope, sentence: readonly Prose[]): ProseReader {
  const known: Known[] = [];
  /** what says more than the denial of a judgement */
  const stronger = new Map<string, Measure[]>();

  let declared: readonly Pick<Known, 'measure' | 'phrase'>[] | undefined;

  const meet = (prose: Prose, span: Span): Known => {
    const phrase = phraseOf(prose.text);
    const relative = relativeOf(phrase, known);
    const said = saidBy(prose, phrase, relative, span);
    known.push(said);
    if (relative?.kind === 'stronger' && said.about === relative.of.about)
      stronger.set(said.about, [...(stronger.get(said.about) ?? []), said.measure]);
    return said;
  };

  const saidBy = (prose: Prose, phrase: Phrase, relative: Relative | undefined, span: Span): Known => {
    const own = (measure: Measure, about = String(prose.start)): Known => ({
      prose,
      phrase,
      measure,
      holds: true,
      about,
    });
    const named = prose.name ? scope.measure(prose.text) : scope.measure(phrase.plain.replace(/^是否/, ''));
    if (named?.type.kind === 'truth' && (prose.name || phrase.plain.startsWith('是否')))
      return own(named, relative?.of.about);
    if (named !== undefined && prose.name) return own(named, relative?.of.about);
    const answered = relative === undefined ? answeredBy(phrase.plain, known) : undefined;
    if (answered !== undefined) {
      return { ...answered, prose, phrase, holds: answered.holds === YES.test(phrase.plain) };
    }
    declared ??= truthsOf(scope);
    const denied = declared.find((other) => kinship(other.phrase, phrase) === 'opposite')?.measure;
    if (denied !== undefined) {
      const about = known.find(({ measure }) => measure.key === denied.key)?.about;
      return { ...own(denied, about), holds: false };
    }
    const { of, kind } = relative ?? {};
    if (of !== undefined && (kind === 'opposite' || kind === 'denial'))
      return { ...of, prose, phrase, holds: !of.holds };
    return own(scope.phrase(prose.text, span), of?.about);
  };

  for (const prose of sentence) {
    if (!prose.name || scope.measure(prose.text)?.type.kind === 'truth')
      meet(prose, { start: prose.start, end: prose.start + prose.text.length });
  }

  return {
    read: (text, span) => {
      const found =
        known.find(({ prose }) => prose.start === span.start && prose.text === text) ??
        meet({ text, start: span.start, name: false, open: false }, span);
      const input = inputOf(found.measure, span).core;
      if (found.holds) return { core: input, about: found.about };
      const denied: Core = { kind: 'not', of: input, span };
      const worse = (stronger.get(found.about) ?? []).map((measure): Core => ({
        kind: 'not',
        of: inputOf(measure, span).core,
        span,
      }));
      return { core: worse.length === 0 ? denied : { kind: 'all', of: [denied, ...worse], span }, about: found.about };
    },
    about: (start) => known.find(({ prose }) => prose.start === start)?.about,
  };
}

/** The declared yes/no names. */
function truthsOf({ names, measure }: Scope): readonly Pick<Known, 'measure' | 'phrase'>[] {
  return names
    .all()
    .flatMap((name) => measure(name) ?? [])
    .filter(({ type }) => type.kind === 'truth')
    .map((truth) => ({ measure: truth, phrase: phraseOf(truth.name) }));
}

interface Relative {
  readonly of: Known;
  readonly kind: Kinship;
}

/** How far back kin are looked for. */
const MOST_BEFORE = 40;

/** The phrase before that this one is kin to: one it denies word for word, else the nearest. */
function relativeOf(phrase: Phrase, known: readonly Known[]): Relative | undefined {
  let nearest: Relative | undefined;
  for (const of of known.slice(-MOST_BEFORE).toReversed()) {
    const kind = of.phrase.plain === phrase.plain ? undefined : kinship(of.phrase, phrase);
    if (kind === 'opposite') return { of, kind };
    if (kind !== undefined) nearest ??= { of, kind };
  }
  return nearest;
}

/** 是 and 符合 answer what stands open before them; 否 and 不符合 deny it, or what was said last. */
function answeredBy(plain: string, known: readonly Known[]): Known | undefined {
  const last = known.findLast(({ phrase }) => !isAnswer(phrase.plain));
  if (YES.test(plain)) return last?.prose.open === true ? last : undefined;
  return NO.test(plain) ? last : undefined;
}
