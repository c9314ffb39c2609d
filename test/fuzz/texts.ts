/**
 * Texts to throw at the language: random ones, real sentences with slips of the pen, random trees printed, and hostile ones. Drawn
 * from a number alone, so any text that does harm can be had again.
 */
import type { Expression } from '../../dsl/text/ast.ts';
import { printExpression } from '../../dsl/grammar/print-conditions.ts';
import { expandForms } from '../../dsl/text/forms.ts';
import { VOCABULARY } from '../../dsl/words/vocabulary.ts';
import { CORPUS, type TextKind } from '../dsl/corpus.ts';
import { hostileText } from './hostile.ts';
import { many, pick, type Random, randomOf, upTo } from './random.ts';

/** Where a text comes from. */
export type Origin = 'random' | 'words' | 'mutated' | 'printed' | 'hostile';

/** One text and how it is to be read; `stable` when parsing what is printed must give the same tree. */
export interface Drawn {
  readonly origin: Origin;
  readonly kind: TextKind;
  readonly text: string;
  readonly stable: boolean;
}

/** Names every text may use. */
export const NAMES: readonly string[] = [
  ...[
    '完成率',
    '甲',
    '乙',
    '“三公经费”变动率',
    '上年结转和结余',
    '结余',
    '在职人数',
    '完成日期',
    '已报送',
    '因公出国（境）费',
  ],
];

const WORDS = [...new Set(VOCABULARY.flatMap(({ forms }) => expandForms(forms)))];
const LETTERS = [...new Set(CORPUS.map(({ text }) => text).join(''))];
const FIGURES = [
  '0',
  '1',
  '5',
  '90',
  '100',
  '0.3',
  '12.44',
  '1,234',
  '一',
  '十二',
  '百分之五',
  '00',
  '1.',
  '.5',
  '9'.repeat(30),
];
const UNITS = ['', '%', '分', '个百分点', '万元', '人', '例', '天', '名', '项'];
const SIGNS = [
  '，',
  '；',
  '。',
  '（',
  '）',
  '(',
  ')',
  '、',
  '：',
  '－',
  '—',
  '～',
  '±',
  '＋',
  '×',
  '÷',
  '＝',
  '≥',
  '\n',
  '①',
  '②',
  '1.',
  '（含）',
  '不含',
  '含90%',
];
const DATES = ['3月31日', '2021年', '2021-03-31', '13月40日', '2月30日', '第3名', '第—名'];
const STRANGE = [
  ...[
    '\u0000',
    '\u0007',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udc00',
    '😀',
    'ａ',
    'O',
    'о',
    'Ｏ',
    '〇',
    '％',
    '﹪',
    '٣',
    '²',
    '㎡',
  ],
  ...[
    '\u2028',
    '\u00a0',
    '\u3000',
    '\t',
    '\r\n',
    '支岀',
    '\u0301',
    '__proto__',
    'constructor',
    '${甲}',
    '\\u0041',
    '<b>',
    '$&',
  ],
];

/** The text of a number. */
export function drawText(seed: number): Drawn {
  const random = randomOf(seed);
  const roll = random();
  if (roll < 0.12) return randomText(random);
  if (roll < 0.42) return wordsText(random);
  if (roll < 0.82) return mutated(random);
  if (roll < 0.97) return printed(random);
  return {
    origin: 'hostile',
    kind: kindOf(random),
    text: hostileText(random, pick(random, CORPUS).text),
    stable: false,
  };
}

function randomText(random: Random): Drawn {
  const letter = (): string =>
    random() < 0.3
      ? pick(random, STRANGE)
      : random() < 0.7
        ? pick(random, LETTERS)
        : String.fromCharCode(upTo(random, 0xffff));
  return { origin: 'random', kind: kindOf(random), text: many(random, 40, letter), stable: false };
}

function wordsText(random: Random): Drawn {
  const word = (): string => {
    const roll = random();
    if (roll < 0.35) return pick(random, WORDS);
    if (roll < 0.6) return pick(random, FIGURES) + pick(random, UNITS);
    if (roll < 0.8) return pick(random, SIGNS);
    if (roll < 0.95) return pick(random, NAMES);
    return random() < 0.5 ? pick(random, DATES) : pick(random, STRANGE);
  };
  return { origin: 'words', kind: kindOf(random), text: many(random, 24, word), stable: false };
}

function mutated(random: Random): Drawn {
  const { kind, text } = pick(random, CORPUS);
  let slipped = text;
  for (let slips = 1 + upTo(random, 4); slips > 0; slips -= 1) slipped = slip(random, slipped);
  return { origin: 'mutated', kind, text: slipped, stable: false };
}

function slip(random: Random, text: string): string {
  const at = upTo(random, text.length);
  const end = Math.min(text.length, at + 1 + upTo(random, 3));
  const [before, cut, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  switch (upTo(random, 7)) {
    case 0:
      return before + after;
    case 1:
      return before + pick(random, WORDS) + cut + after;
    case 2:
      return before + cut + cut + after;
    case 3:
      return before + pick(random, SIGNS) + after;
    case 4:
      return before + pick(random, STRANGE) + cut + after;
    case 5:
      return after + before + cut;
    case 6:
      return text.replace(/\d+(?:\.\d+)?/, () => pick(random, FIGURES));
    default:
      return `${text}；${pick(random, CORPUS).text}`;
  }
}

const PLACE = { start: 0, end: 0 };
const OPERATORS = ['＋', '－', '×', '÷', '≥', '＜', '且', '或'] as const;

function printed(random: Random): Drawn {
  const text = printExpression(tree(random, 5));
  return { origin: 'printed', kind: 'formula', text: `甲＝${text}`, stable: true };
}

function tree(random: Random, depth: number): Expression {
  const roll = depth === 0 ? 0 : random();
  const inner = (): Expression => tree(random, depth - 1);
  const bracket = (): Expression => ({ kind: 'bracket', inner: inner(), span: PLACE });
  if (roll < 0.4) return leaf(random);
  if (roll < 0.75) {
    const sign = pick(random, OPERATORS);
    const operator = sign === '＜' ? '<' : sign;
    const logical = operator === '且' || operator === '或';
    return {
      kind: 'binary',
      operator,
      left: logical ? bracket() : inner(),
      right: logical ? bracket() : inner(),
      span: PLACE,
    };
  }
  if (roll < 0.82) return bracket();
  if (roll < 0.87) return { kind: 'unary', operator: '－', operand: inner(), span: PLACE };
  if (roll < 0.94) {
    const items = Array.from({ length: 1 + upTo(random, 2) }, inner);
    return {
      kind: 'call',
      name: pick(random, ['最大', '最小', '合计', '向下取整', '四舍五入']),
      arguments: items,
      span: PLACE,
    };
  }
  return { kind: 'if', condition: bracket(), then: inner(), otherwise: inner(), span: PLACE };
}

function leaf(random: Random): Expression {
  const roll = random();
  if (roll < 0.45) return { kind: 'name', name: pick(random, NAMES), span: PLACE };
  if (roll < 0.9)
    return {
      kind: 'quantity',
      figure: pick(random, ['0', '5', '0.35', '85.07', '1,234']),
      unit: pick(random, ['%', '万元', '分', '人']),
      span: PLACE,
    };
  return { kind: 'weight', span: PLACE };
}

function kindOf(random: Random): TextKind {
  const roll = random();
  return roll < 0.7 ? 'standard' : roll < 0.85 ? 'formula' : 'grades';
}
