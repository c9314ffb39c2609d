/**
 * 每低于全市平均水平1个百分点: a level a sentence counts from by name. Where nobody declared it, it is asked for under that name, and it is
 * the same level wherever else the sentence names it: 达到全市平均水平的得6分.
 */
import { shortFor } from './check.ts';
import type { Measure } from './core.ts';
import { type Declared, namesOf } from '../words/names.ts';
import type { Scope } from './scope.ts';
import { foldWidth } from '../text/source.ts';
import { unitNamed } from '../numbers/units.ts';

const STEP =
  /每(?:低于|少于|未达到|高于|高出|超过|超出|超|多于|大于)([^\d,;:。()每扣加得计%的]{2,24}?)(?:\d+(?:\.\d+)?|[一二三四五六七八九十]+)\s*(%|‰|个?百分点|个点|周?岁|[百千万亿]*元)/g;

/** What a level stands behind. */
const COMPARED = /(?:[低高多少大小等平]于|达到|超[过出]?|高出|[≥≤<>=])$/;

/** The scope of a sentence with the levels it counts from. */
export function withLevels(text: string, scope: Scope): Scope {
  const folded = foldWidth(text);
  if (!folded.includes('每')) return scope;
  const levels = new Map<string, Measure>();
  const spellings: (readonly [string, Declared])[] = [];
  for (const { 1: words = '', 2: unit = '', index } of folded.matchAll(STEP)) {
    const start = folded.indexOf(words, index);
    const level = words.trim();
    const declared = scope.names.at(folded, start);
    if (declared?.length === words.length || holdsNames(folded, start, start + words.length, scope)) continue;
    const known = shortFor(level, scope);
    const asked = unitNamed(unit)?.dimension.length === 0 ? '%' : unit;
    spellings.push([level, { name: known?.name ?? level, role: 'data' }]);
    if (known === undefined) levels.set(level, scope.count(level, asked, { start, end: start + words.length }));
  }
  if (spellings.length === 0) return scope;
  const own = namesOf(spellings, scope.names);
  return {
    ...scope,
    names: {
      all: own.all,
      at: (within, offset) =>
        (COMPARED.test(within.slice(Math.max(0, offset - 2), offset)) ? own : scope.names).at(within, offset),
    },
    measure: (name) => levels.get(name) ?? scope.measure(name),
  };
}

function holdsNames(text: string, start: number, end: number, { names }: Scope): boolean {
  for (let at = start; at < end; at += 1) if (names.at(text, at) !== undefined) return true;
  return false;
}
