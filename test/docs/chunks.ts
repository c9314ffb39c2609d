/** The typed chunks a sentence is a run of, each with what it does and an example; a test parses the examples. */
import type { Chunk } from '../../dsl/text/ast.ts';
import type { Bilingual } from '../../dsl/text/diagnostic.ts';

/** What a kind of chunk is, and a sentence in which `piece` is one. */
export interface ChunkEntry {
  readonly name: string;
  readonly doc: Bilingual;
  readonly sentence: string;
  readonly piece: string;
}

/** The kinds in the order in which a reader meets them. */
export const CHUNKS: Readonly<Record<Chunk['kind'], ChunkEntry>> = {
  condition: {
    name: '条件',
    doc: { zh: '什么时候', en: 'when a clause applies' },
    sentence: '完成率≥90%，计5分',
    piece: '完成率≥90%',
  },
  award: {
    name: '得分',
    doc: { zh: '给、加、扣多少分', en: 'how many points are given, added or taken' },
    sentence: '完成率≥90%，计5分',
    piece: '计5分',
  },
  step: {
    name: '步',
    doc: { zh: '离起点每一步加减多少', en: 'so much for each step away from the origin' },
    sentence: '100%计满分，每低于5%扣2分，扣完为止',
    piece: '每低于5%扣2分',
  },
  reading: {
    name: '读法',
    doc: { zh: '不足一步的怎样算', en: 'how a part of a step counts' },
    sentence: '100%计满分，每低于5%扣2分（不足5%的不计），扣完为止',
    piece: '不足5%的不计',
  },
  stop: {
    name: '止',
    doc: { zh: '得分的下限或上限', en: 'where points stop: the floor or the cap' },
    sentence: '得分＝完成率×分值，满分为止',
    piece: '满分为止',
  },
  limit: {
    name: '限',
    doc: { zh: '前面的步最多加减多少', en: 'the most the steps before it may take or add' },
    sentence: '每迟报一次扣1分，最多扣2分',
    piece: '最多扣2分',
  },
  basis: {
    name: '起点',
    doc: { zh: '步从哪里数起', en: 'where steps are counted from' },
    sentence: '以100%为标准，每低于1%扣1分',
    piece: '以100%为标准',
  },
  shared: {
    name: '分别',
    doc: {
      zh: '前面的几种情形，依次得后面的几个分数',
      en: 'the conditions before it get the points behind it, one by one',
    },
    sentence: '排名一、二、三名的分别得5分、4分、3分',
    piece: '分别',
  },
  series: {
    name: '类推',
    doc: { zh: '前面的档按同样的间隔继续', en: 'the bands before it go on in the same way' },
    sentence: '达到90%计9分；达到80%计8分，依次类推',
    piece: '依次类推',
  },
  highest: {
    name: '就高',
    doc: { zh: '几项得分只计最高的一项', en: 'of several awards the highest counts' },
    sentence: '获国家级表彰的得3分；获省级表彰的得2分；就高不重复计分',
    piece: '就高不重复计分',
  },
  heading: {
    name: '小标题',
    doc: { zh: '一段标准的题目，可以带分值', en: 'the title of what follows, with a weight of its own or without' },
    sentence: '评分规则：完成率≥90%计5分',
    piece: '评分规则：',
  },
  mark: {
    name: '序号',
    doc: { zh: '清单的一项从这里开始', en: 'an item of a list begins' },
    sentence: '①有制度，得2分；②执行有效，得2分',
    piece: '①',
  },
  break: {
    name: '停顿',
    doc: { zh: '逗号、分号、句号、换行', en: 'comma, semicolon, full stop, line break' },
    sentence: '完成率≥90%，计5分',
    piece: '，',
  },
  note: {
    name: '注',
    doc: { zh: '括号里与得分无关的话', en: 'words in brackets that say nothing about points' },
    sentence: '完成率≥90%计5分（完成率按决算口径计算）',
    piece: '（完成率按决算口径计算）',
  },
  unknown: {
    name: '没有读懂',
    doc: { zh: '放在哪里都读不通的词，给出提示', en: 'what fits nowhere; it is reported' },
    sentence: '完成率≥90%计5分；×2',
    piece: '×',
  },
};
