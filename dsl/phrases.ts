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

const NEGATIVE = /^(?:未能|没有|不存在|未|无|不|非)/;
const POSITIVE = /^(?:存在|发生|出现|发现|有)(?=.{2})/;

/** A reader of phrases that remembers the ones before. */
export function phraseReader(scope: Scope): ReadPhrase {
  const known: (Stem & { readonly measure: Measure })[] = [];
  return (text, span) => {
    const own = stemOf(text);
    const before = known.find(
      ({ stem, negative }) => negative !== own.negative && (stem === own.stem || longer(stem, own.stem)),
    );
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

/** 资料齐全 says what 齐全 says. */
function longer(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  return short.length >= 2 && long.endsWith(short);
}
