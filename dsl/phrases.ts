/**
 * Prose conditions of one sentence: each is a yes/no input, but 未按时完成 beside 按时完成 is that one answered 否, and so is 不齐全的
 * beside 资料齐全的. What is asked of the assessor is asked once.
 */
import { inputOf } from './check.ts';
import type { Core, Measure } from './core.ts';
import type { Scope } from './scope.ts';
import type { Span } from './source.ts';

/** Gives the prose of one sentence its inputs. */
export type ReadPhrase = (text: string, span: Span) => Core;

interface Stem {
  readonly stem: string;
  readonly negative: boolean;
}

/** 按时报送 has more failings than 未报送. */
const ADVERB = /^(?:按时|按期|及时|按要求|按规定|如期|如实|全部|完全|基本|部分|延期|逾期|超期|提前)/;

interface Known extends Stem {
  readonly measure: Measure;
}

const NEGATIVE = /^(?:未能|没有|不存在|未|无|不|非)/;
const POSITIVE = /^(?:存在|发生|出现|发现|有)(?=.{2})/;

/** A reader of phrases that remembers the ones before. */
export function phraseReader(scope: Scope): ReadPhrase {
  const known: Known[] = [];
  return (text, span) => {
    const own = stemOf(text);
    const plain = text.replace(/\s+/g, '');
    const denied = ({ stem, negative, measure }: Known): boolean =>
      (negative !== own.negative && stem === own.stem) || denies(plain, measure.name) || denies(measure.name, plain);
    const tails = own.negative
      ? known.filter(({ stem, negative }) => !negative && longer(stem, own.stem, /^(?:未|没有)/.test(plain)))
      : [];
    const before = known.find(denied) ?? (tails.length === 1 ? tails[0] : undefined);
    const declared = scope.names
      .all()
      .find((name) => (denies(plain, name) || denies(name, plain)) && scope.measure(name)?.type.kind === 'truth');
    const named = declared === undefined ? undefined : scope.measure(declared);
    if (named !== undefined) return { kind: 'not', of: inputOf(named, span).core, span };
    if (before !== undefined) return { kind: 'not', of: inputOf(before.measure, span).core, span };
    const measure = scope.phrase(text, span);
    known.push({ ...own, measure });
    return inputOf(measure, span).core;
  };
}

/** What a phrase speaks of, without 有, 未 and the like before it. */
export function stemOf(text: string): Stem {
  const plain = text.replace(/\s+/g, '');
  const rest = plain.replace(NEGATIVE, '');
  return { stem: rest.replace(POSITIVE, ''), negative: rest !== plain && rest.length >= 2 };
}

/** 编制不完整 is 编制完整 with one 不 put in. */
function denies(left: string, right: string): boolean {
  return ['没有', '未能', '不', '未', '无'].some((word) => {
    for (let at = left.indexOf(word); at >= 0; at = left.indexOf(word, at + 1)) {
      if (left.slice(0, at) + left.slice(at + word.length) === right) return true;
    }
    return false;
  });
}

/** 资料齐全 says what 齐全 says. */
function longer(left: string, right: string, verb: boolean): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length < 2 || ADVERB.test(long)) return false;
  return long.endsWith(short) || (verb && long.startsWith(short));
}
