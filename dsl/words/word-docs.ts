/**
 * What each word of a sentence does, in a line a drafter understands: by the kind of its token, and by its value where one kind
 * does several things. Names, levels, figures and functions speak for themselves elsewhere (hover.ts).
 */
import type { Bilingual } from '../text/diagnostic.ts';
import { OPERATORS } from './operators.ts';
import type { TokenKind } from './tokens.ts';

/** Kinds of token whose meaning is in the word alone. */
type PlainKind = Exclude<
  TokenKind,
  'name' | 'level' | 'phrase' | 'quantity' | 'points' | 'date' | 'rank' | 'inclusion' | 'function' | 'unknown'
>;

type Doc = Bilingual | Readonly<Record<string, Bilingual>>;

function both(zh: string, en: string): Bilingual {
  return { zh, en };
}

const COMPARISONS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  OPERATORS.map(({ operator, doc }) => [operator, doc]),
);

const DOCS: Readonly<Record<PlainKind, Doc>> = {
  compare: COMPARISONS,
  suffix: {
    '≥': both('大于这个数；含不含本数看“（含）”，没有写的按惯例含', 'from this value up; included by convention'),
    '≤': both('小于这个数；含不含本数看“（含）”，没有写的按惯例含', 'up to this value; included by convention'),
    '>': both('大于这个数，不含本数', 'above this value'),
    'between': both('在两数之间', 'between the two values'),
  },
  rangeTo: both('到区间的另一端', 'to the other end of the range'),
  and: both('两个条件都成立', 'both conditions hold'),
  or: both('两个条件有一个成立', 'either condition holds'),
  not: both('条件不成立', 'the condition does not hold'),
  absolute: both('不论正负，只看大小', 'without its sign'),
  joint: both('并列几个量', 'joins measures'),
  every: {
    2: both('这几项里至少有两项都这样', 'said of at least two of them'),
    3: both('这几项里至少有三项都这样', 'said of at least three of them'),
    all: both('前面并列的几个量都要这样', 'so for each of the measures listed before'),
    any: both('前面并列的几个量有一个这样就行', 'so for one of the measures listed before'),
  },
  than: both('与后面的相比', 'compared with what follows'),
  period: both('以前同一个量的数', 'the same measure at an earlier time'),
  change: {
    '>': both('比以前的数大；名次是靠前', 'above what it is compared with; of ranks, ahead of it'),
    '<': both('比以前的数小；名次是靠后', 'below what it is compared with; of ranks, behind it'),
    '=': both('与以前的数相等', 'the same as what it is compared with'),
    '≥': both('不小于以前的数；名次是不后退', 'no less than what it is compared with; of ranks, not behind it'),
    '≤': both('不大于以前的数；名次是不前移', 'no more than what it is compared with; of ranks, not ahead of it'),
  },
  pick: {
    最小: both('取其中最小的', 'the smallest of them'),
    最大: both('取其中最大的', 'the largest of them'),
    相差: both('两数之差，不论正负', 'how far they are apart, without a sign'),
    之比: both('前一个数除以后一个数', 'the first divided by the second'),
  },
  none: both('没有，即等于0或为“否”', 'there is none: 0, or no'),
  some: both('有，即大于0或为“是”', 'there is some: above 0, or yes'),
  each: both('每一档；后面写多大一档、扣或加多少分', 'every step: how wide it is, and the points it takes or gives'),
  direction: {
    below: both('从标准往下数', 'steps run down from the threshold'),
    above: both('从标准往上数', 'steps run up from the threshold'),
    both: both('从标准往两边数', 'steps run both ways from the threshold'),
    reach: both('从0往上数', 'steps run up from 0'),
    missing: both('数没有做到的', 'counts what is not met'),
  },
  verb: {
    give: both('得到后面的分数', 'gives the points that follow'),
    deduct: both('扣去后面的分数', 'takes the points that follow off'),
    add: both('加上后面的分数', 'adds the points that follow'),
    turn: both('往上加、往下减后面的分数', 'adds the points above, takes them off below'),
  },
  full: both('本指标的全部分值', 'the whole weight of the indicator'),
  zero: both('得0分', 'no points'),
  base: both('加分扣分从这个分数起', 'what deductions and bonuses start from'),
  weight: both('本指标的分值', 'the weight of the indicator'),
  highest: both('几条都成立时取最高的一条，不相加', 'of those that hold, the highest counts; they do not add up'),
  unchanged: both('不扣分，保持原来的得分', 'nothing is taken off'),
  proportion: {
    own: both('所说的那一项本来的分值', 'what the item spoken of is worth'),
    give: both('按实际与标准之比得分', 'points in proportion to what was reached'),
    deduct: both('按未完成的比例扣分', 'points off in proportion to what was missed'),
  },
  scoreIs: both('后面的算式就是得分', 'the expression that follows is the score'),
  stop: {
    floor: both('最低扣到0分', 'points go down to 0 and no lower'),
    cap: both('最高加到分值', 'points go up to the weight and no higher'),
    spill: both('本项不够扣的，从总分里扣', 'what the item cannot bear is taken from the total'),
  },
  limit: {
    most: both('最多到这么多分', 'at most so many points'),
    least: both('最少有这么多分', 'at least so many points'),
    filled: both('到这么多分为止', 'until so many points'),
  },
  until: both('到此为止', 'and no further'),
  ignore: both('不足一档的部分不计', 'a part step does not count'),
  by: both('按照', 'by'),
  counted: {
    'deduct': both('扣去前面的分数', 'takes the points before it off'),
    'add': both('加上前面的分数', 'adds the points before it'),
    '': both('这样计分', 'is counted so'),
  },
  otherwise: both('前面各条都不成立时', 'where none of the conditions before holds'),
  beyond: both('前面的条件不成立时', 'where the condition before does not hold'),
  part: both('只算这一段里的', 'only the part inside this range'),
  series: {
    'down': both('后面每一档比前一档少后面的分数', 'each further rung gives so many points less than the one before'),
    'up': both('后面每一档比前一档多后面的分数', 'each further rung gives so many points more than the one before'),
    '': both('后面按同样的间隔继续', 'and so on at the same interval'),
  },
  shared: both(
    '前面各种情形依次得后面各个分数',
    'the points that follow, each to one of the conditions before, in their order',
  ),
  be: both('是', 'is'),
  de: both('条件到此为止', 'the condition ends here'),
  scope: {
    item: both('说的是本指标', 'speaks of this indicator'),
    total: both('说的是总分', 'speaks of the total'),
  },
  basis: both('每一档从这个数算起', 'steps start from this value'),
  gradeIs: both('直接给出等次', 'gives the grade outright'),
  discretion: both('由评价人在范围内给分', 'the assessor chooses within the bounds'),
  if: both('如果', 'if'),
  then: both('那么', 'then'),
  else: both('否则', 'else'),
  plusMinus: both('上下两边', 'both ways'),
  bar: both('两竖之间的数不论正负，只看大小', 'what stands between two bars, without its sign'),
  open: both('左括号', 'opening bracket'),
  close: both('右括号', 'closing bracket'),
  comma: both('停顿，条件和得分可以隔着它', 'a pause; a condition and its award may stand on both sides'),
  colon: both('后面是对它的说明', 'what it introduces follows'),
  hard: both('一条到此为止', 'the clause ends here'),
  plus: both('加', 'plus'),
  dash: both('减；两个数之间表示区间', 'minus; between two figures, a range'),
  times: both('乘', 'times'),
  divide: both('除以', 'divided by'),
  itemMark: both('分项，各项的分数相加', 'an item; the points of items add up'),
};

/** What a word of this kind and value does. */
export function wordDoc(kind: PlainKind, value: string): Bilingual | undefined {
  const doc = DOCS[kind];
  return isBilingual(doc) ? doc : doc[value];
}

/** Whether the meaning of a token of this kind is in the word alone. */
export function isPlain(kind: TokenKind): kind is PlainKind {
  return Object.hasOwn(DOCS, kind);
}

function isBilingual(doc: Doc): doc is Bilingual {
  return typeof doc['zh'] === 'string';
}
