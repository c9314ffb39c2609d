/**
 * Measures of other units in words: 高于平均值, （完成率－最小值）÷（最大值－最小值）, 完成率排名第1—3名. A word counts only beside a
 * comparison or in an expression, and speaks of the measure named before it in its clause, else of the one before, else of the
 * indicator's own. 全省平均水平 is not of the units scored together, and stays what it is.
 */
import { type Core, type Measure, type Typed, type ValueType, coreText } from './core.ts';
import { expandForms } from '../text/forms.ts';
import type { PeerFunction } from '../words/functions.ts';
import { interval } from '../numbers/interval.ts';
import { type Names, trie } from '../words/names.ts';
import { ONE } from '../numbers/number.ts';
import type { Scope } from './scope.ts';
import { foldWidth } from '../text/source.ts';
import { isCounted, sameDimension, unitNamed } from '../numbers/units.ts';

/** 平均值以上的, where a clause begins. */
const START = /(?:^|[,;。:\n在])\s*$/;
const SIDE = /^(?:及|或)?以[上下]/;

interface PeerWord {
  readonly name: string;
  readonly peers: PeerFunction;
  /** it counts without a prefix such as 全体 */
  readonly bare: boolean;
}

const WHO = '(全体|各单位|所有单位|全部单位|参评单位|被评价单位|被考核单位)(的|)';
const TABLE: readonly (readonly [peers: PeerFunction, name: string, bare: string, prefixed: string])[] = [
  ['average', '平均值', '平均值 平均数', '(平均值|平均数|平均水平|平均|均值)'],
  ['max', '最大值', '最大值 最高值', '(最大值|最高值)'],
  ['min', '最小值', '最小值 最低值', '(最小值|最低值)'],
  ['median', '中位数', '中位数 中位值', '(中位数|中位值)'],
];

const WORDS = trie<PeerWord>();
for (const [peers, name, bare, prefixed] of TABLE) {
  for (const form of expandForms(bare)) WORDS.insert(form, { name, peers, bare: true });
  for (const form of expandForms(`${WHO}${prefixed}`)) WORDS.insert(form, { name, peers, bare: false });
}

const RANK_NAME = '名次';
const RANK = /(?:的)?(?:排名|名次|位次|排位)(?=\s*(?:第|前|在前|为第|[≤<>≥=]))/y;

/** What a word for a peer stands behind: a comparison, an operator, a bracket. */
const BESIDE = /(?:[低高多少大小等平]于|达到|超过|超出|超|高出|[≥≤<>=+×*÷/(-])\s*$/;

/** A scope in which the words of this file are names of what they stand for. */
export function withPeers(scope: Scope): Scope {
  const { names } = scope;
  return {
    ...scope,
    names: { all: names.all, at: (text, offset) => peerNameAt(text, offset, names, scope) ?? names.at(text, offset) },
    measure: (name) => scope.measure(name) ?? peerMeasure(name, scope),
  };
}

type Found = ReturnType<Names['at']>;

/** A name made of a measure and a word behind it, or of a word alone; undefined where a declared name is as long. */
function peerNameAt(text: string, offset: number, names: Names, scope: Scope): Found {
  const declared = names.at(text, offset);
  if (declared !== undefined) {
    const behind = offset + declared.length;
    const made = behindName(text, behind, declared.declared.name, names, scope);
    // 甲与乙的最小值 is the least of the two, and no unit's but one's own.
    if (made?.bare === true && /[与和及、]\s*$/.test(text.slice(0, offset))) return undefined;
    return made && { length: made.end - offset, declared: { name: made.name, role: 'data' } };
  }
  const word = WORDS.longest(text, offset);
  if (word === undefined || opensCall(text, offset + word.length)) return undefined;
  const before = text.slice(Math.max(0, offset - 4), offset);
  const bounds = START.test(before) && SIDE.test(text.slice(offset + word.length, offset + word.length + 3));
  if (!bounds && !BESIDE.test(before)) return undefined;
  const of = spokenOf(text, offset, names, scope);
  // Where several measures are named nothing says which; unknownName speaks of it.
  const name = of === undefined ? word.value.name : `${of}的${word.value.name}`;
  return { length: word.length, declared: { name, role: 'data' } };
}

function behindName(
  text: string,
  behind: number,
  name: string,
  names: Names,
  scope: Scope,
): { readonly name: string; readonly end: number; readonly bare: boolean } | undefined {
  const first = text.charAt(behind);
  if (!'的排名位平最中全各所参被均'.includes(first) || first === '' || !isNumber(scope.measure(name))) return undefined;
  const start = first === '的' ? behind + 1 : behind;
  if (names.at(text, start) !== undefined) return undefined;
  const word = WORDS.longest(text, start);
  if (word !== undefined && !opensCall(text, start + word.length))
    return { name: `${name}的${word.value.name}`, end: start + word.length, bare: word.value.bare };
  RANK.lastIndex = behind;
  const type = scope.measure(name)?.type;
  const ranked = RANK.test(text) && type !== undefined && !isPlace(type);
  return ranked ? { name: `${name}的${RANK_NAME}`, end: RANK.lastIndex, bare: false } : undefined;
}

function opensCall(text: string, offset: number): boolean {
  return /\s*\(/y.test(text.slice(offset, offset + 1)) || text.charAt(offset) === '(';
}

/** The measure a word at `offset` speaks of; undefined where the clause names several. */
function spokenOf(text: string, offset: number, names: Names, scope: Scope): string | undefined {
  const own = scope.own?.core.kind === 'input' && isNumber(scope.own.core.measure) ? scope.own.core.measure : undefined;
  const clauses = clausesAround(text, offset);
  for (const [start, end] of clauses) {
    const named = new Set(namesIn(text, start, end, names).filter((name) => isNumber(scope.measure(name))));
    const [only] = named;
    if (named.size === 1) return only;
    if (named.size > 1) return undefined;
  }
  return own?.name;
}

/** The clause around `offset`, then those before it, nearest first. */
function clausesAround(text: string, offset: number): readonly (readonly [number, number])[] {
  const ends = [...text.matchAll(/[,;。:\n]|$/g)].map(({ index }) => index);
  const clauses = ends.map((end, index) => [index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end] as const);
  return clauses.filter(([start]) => start <= offset).toReversed();
}

function namesIn(text: string, from: number, to: number, names: Names): readonly string[] {
  const found: string[] = [];
  for (let at = from; at < to; at += 1) {
    const name = names.at(text, at);
    if (name === undefined) continue;
    if (name.declared.role === 'data') found.push(name.declared.name);
    at += name.length - 1;
  }
  return found;
}

function isNumber(measure: Measure | undefined): boolean {
  return measure?.type.kind === 'number' && measure.row === undefined;
}

const PLACES = unitNamed('名');

/** Whether a value is a place: 第3名. */
export function isPlace(type: ValueType): boolean {
  return type.kind === 'number' && PLACES !== undefined && sameDimension(type.dimension, PLACES.dimension);
}

/** The measure a name such as 完成率的平均值 stands for. */
function peerMeasure(name: string, scope: Scope): Measure | undefined {
  const at = name.lastIndexOf('的');
  const [of, word] = [name.slice(0, at), name.slice(at + 1)];
  const peers = word === RANK_NAME ? 'rank' : TABLE.find(([, called]) => called === word)?.[0];
  const measure = at < 0 || peers === undefined ? undefined : scope.measure(of);
  return measure !== undefined && peers !== undefined && isNumber(measure)
    ? gathered(measure, peers, scope)
    : undefined;
}

function gathered(measure: Measure, peers: PeerFunction, scope: Scope): Measure {
  const span = { start: 0, end: 0 };
  const input: Core = { kind: 'input', measure, span };
  const own = scope.own?.core.kind === 'input' && scope.own.core.measure.key === measure.key;
  const turned = peers === 'rank' && own && scope.lowerIsBetter;
  const computed: Core = { kind: 'peers', name: peers, of: turned ? { kind: 'negate', of: input, span } : input, span };
  const key = coreText(computed);
  if (peers !== 'rank' || PLACES === undefined) {
    const called = TABLE.find(([each]) => each === peers)?.[1] ?? '';
    return { ...measure, key, name: `${measure.name}的${called}`, computed, whole: false };
  }
  const range = interval({ value: ONE, closed: true });
  const type = { kind: 'number', dimension: PLACES.dimension } as const;
  return { key, name: `${measure.name}的${RANK_NAME}`, type, unit: PLACES, range, whole: true, computed };
}

/** The place of a measure among the units scored together, as a measure: 第1—3名 said of 完成率. */
export function rankOf({ core }: Typed, scope: Scope): Measure | undefined {
  if (core.kind !== 'input' || !isNumber(core.measure)) return undefined;
  const { type } = core.measure;
  // 3名 said of a count of people is a count.
  const counted = isPlace(type) || (type.kind === 'number' && isCounted(type.dimension));
  return counted ? undefined : gathered(core.measure, 'rank', scope);
}

/** Whether a name is a word of this file that speaks of no one measure. */
export function isPeerWord(name: string): boolean {
  return WORDS.longest(foldWidth(name), 0)?.length === name.length;
}
