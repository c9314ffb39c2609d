/**
 * What words say of the items of a list: 全部符合, 有两项不符合, 满足下列条件之一, ①②项各. The words are told apart one by one, and a phrase
 * that holds any other word is no such talk.
 */
import { figureValue } from '../numbers/literals.ts';
import { type ItemNames, namingIn, withoutShared } from './listed-names.ts';
import { type Span, foldWidth } from '../text/source.ts';

/**
 * `each`: of every item by itself · `plain`: 符合, of each or of all, as the points tell · `count`: how many items are as said.
 * `which` are the items named by their marks, none for all; `met` tells 符合 from 不符合.
 */
export interface ItemTalk {
  readonly who: 'each' | 'plain' | 'count';
  readonly which: readonly number[];
  readonly met: boolean;
  readonly count: ItemCount;
}

/** How many: an exact number, at least, at most or fewer than so many, all of them, or not all. */
export type ItemCount =
  | { readonly kind: 'all' | 'not-all' | 'none' }
  | { readonly kind: 'exactly' | 'least' | 'most' | 'fewer'; readonly number: number };

const FIGURE = '[一二两三四五六七八九十\\d]+';
const STATE =
  '(?:符合|达标|达到|达成|满足|具备|具有|完成|合格|做到|落实|通过|实现|齐全|到位|成立|规范|健全|完整|执行|提供|做好)';

/** Kinds of words by letter. */
const WORDS: readonly (readonly [letter: string, RegExp])[] = [
  ['r', /[①-⑳㈠-㈩⑴-⒇]|\([一二三四五六七八九十\d]{1,2}\)/y],
  ['n', new RegExp(`(?:第)?${FIGURE}(?:项|条|个|点|款|种|类)`, 'y')],
  ['l', /(?<=[项条个点款种类])(?:及|或)?以上|至少|不少于/y],
  ['b', /(?<=[项条个点款种类])(?:及|或)?以下/y],
  ['f', /不足|少于/y],
  ['e', /各项|各条|各个|各自|各|每一?[项条个点](?:方面)?|每|分别|相应|对应/y],
  ['y', /之一|任一|任意|任何/y],
  ['q', new RegExp(`(?:不|未|没有|没|未能)${STATE}|达不到|缺少|缺失|欠缺|缺|否|不是|不符`, 'y')],
  ['g', /不存在|未出现|未发生|未发现|没有|未有|无/y],
  ['a', /全部|同时|完全|所有|逐项|逐一|一律|均|都|皆|全/y],
  ['p', new RegExp(`${STATE}|是`, 'y')],
  ['x', /存在|出现|发生|发现|有/y],
  ['c', /以上|上述|以下|下列|前述|所列|所述|上列|其中/y],
  ['h', /情形|情况|问题|行为|现象/y],
  [
    'm',
    /(?:评价|考核|评分|预期|既定|规定|相关|上述)?(?:要点|要素|条件|要求|内容|指标|事项|标准|方面|工作|环节|因素|规定|目标)|项目|[项条点个]/y,
  ],
  ['o', /[、和及与的时即且者这该本中内了]|也/y],
  ['N', /不|未|没/y],
];

interface Words {
  readonly letters: string;
  readonly numbers: readonly number[];
  readonly which: readonly number[];
}

function wordsIn(text: string): Words | undefined {
  const numbers: number[] = [];
  const which: number[] = [];
  let letters = '';
  for (let at = 0; at < text.length;) {
    const found = WORDS.find(([, pattern]) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (found === undefined) return undefined;
    const [letter, pattern] = found;
    const word = text.slice(at, pattern.lastIndex);
    if (letter === 'n') numbers.push(Number(figureValue(word.replace(/^第|.$/g, ''))?.numerator ?? 0n));
    if (letter === 'r') which.push(markNumber(word));
    letters += letter;
    at = pattern.lastIndex;
  }
  return { letters, numbers, which };
}

/** What a phrase says of list items; undefined when it says something else. */
export function itemTalk(phrase: string): ItemTalk | undefined {
  const text = foldWidth(phrase)
    .replace(/\s+/g, '')
    .replace(/^(?:凡|若|如|凡是|如果)(?=.)/, '');
  const words = text.length > LONGEST ? undefined : wordsIn(text);
  if (words === undefined) return undefined;
  const { letters, numbers, which } = words;
  const has = (...kinds: readonly string[]): boolean => kinds.some((letter) => letters.includes(letter));
  const [number, another] = numbers;
  if (another !== undefined) return undefined;
  const met = !has('q', 'g', 'N');
  const talk = (who: ItemTalk['who'], count: ItemCount): ItemTalk => ({ who, which, met, count });
  if (has('e') && !has('a')) return talk('each', { kind: 'all' });
  if (has('a')) {
    if (/N[^a]*a|[qg][^a]*a/.test(letters)) return talk('count', { kind: 'not-all' });
    return has('p', 'q', 'g', 'N') ? talk('count', { kind: met ? 'all' : 'none' }) : undefined;
  }
  if (has('y')) return talk('count', counted('least', number ?? 1));
  if (number !== undefined) {
    if (!has('p', 'q', 'x', 'g', 'N', 'c', 'l', 'b', 'f')) return undefined;
    const kind = has('l') ? 'least' : has('b') ? 'most' : has('f') ? 'fewer' : 'exactly';
    return talk('count', counted(kind, number));
  }
  if (which.length > 0) return talk('count', { kind: met ? 'all' : 'not-all' });
  if (has('c')) {
    if (has('h') && has('x')) return talk('count', counted('least', 1));
    if (has('g')) return talk('count', { kind: 'none' });
    if (has('p', 'q')) return talk('count', { kind: met ? 'all' : 'not-all' });
    return undefined;
  }
  return /^[pqxg]+m?o?$/.test(letters) ? talk('plain', { kind: met ? 'all' : 'not-all' }) : undefined;
}

/** What the words at a place say of list items, by the names of a 清单 too: 接待费、会议费均未超预算, 有一项超预算. */
export function talkAt(text: string, { start, end }: Span, items?: ItemNames): ItemTalk | undefined {
  const words = text.slice(start, end).replace(/[的：:，,\s]+$/, '');
  if (items === undefined || items.names.length < 2) return itemTalk(words);
  const naming = namingIn(words, items);
  if (naming !== undefined && (naming.kind === 'some' || naming.rest === '')) return undefined;
  const said = naming?.kind === 'all' ? naming.rest : words;
  return itemTalk(said) ?? itemTalk(withoutShared(said, items));
}

/** 不符合要求的，相应项不得分: two phrases as one; undefined when they do not go together. */
export function joinedTalk(left: ItemTalk, right: ItemTalk): ItemTalk | undefined {
  const [each, plain] = left.who === 'each' ? [left, right] : [right, left];
  if (each.who !== 'each' || plain.who !== 'plain') return undefined;
  return { ...each, which: [...each.which, ...plain.which], met: each.met && plain.met };
}

/** The longest talk there is; more words say more. */
const LONGEST = 30;

function counted(kind: 'exactly' | 'least' | 'most' | 'fewer', number: number): ItemCount {
  return { kind, number };
}

function markNumber(mark: string): number {
  const code = mark.charCodeAt(0);
  for (const first of ['①', '㈠', '⑴']) {
    const number = code - first.charCodeAt(0) + 1;
    if (number >= 1 && number <= 20) return number;
  }
  return Number(figureValue(mark.replace(/[()]/g, ''))?.numerator ?? 0n);
}

/** Least and most items that are met, of `total`; `strict` when the words leave out the most itself. */
export function metOf({ count, met }: ItemTalk, total: number): { readonly low: number; readonly high: number } {
  switch (count.kind) {
    case 'all':
      return { low: total, high: total };
    case 'not-all':
      return { low: 0, high: total - 1 };
    case 'none':
      return { low: 0, high: 0 };
    case 'exactly':
      return met
        ? { low: count.number, high: count.number }
        : { low: total - count.number, high: total - count.number };
    case 'least':
      return met ? { low: count.number, high: total } : { low: 0, high: total - count.number };
    case 'most':
      return met ? { low: 0, high: count.number } : { low: total - count.number, high: total };
    case 'fewer':
      return met ? { low: 0, high: count.number - 1 } : { low: total - count.number + 1, high: total };
  }
}
