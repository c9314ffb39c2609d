/**
 * Explanations as reports word them: every figure with its name once, sums worked out, cuts in the words of standards, ≈ where points
 * are rounded for the eye; and the line of 判定依据, which says how many steps or which items.
 */
import { describe, expect, test } from 'vitest';
import { basis } from '../../engine/score/basis.ts';
import { explain } from '../../engine/score/explain.ts';
import type { IndicatorResult } from '../../engine/values/result.ts';
import { type Parts, ratioRow, scoreSmall } from './small.ts';

function resultOf(row: string, data: string, judged = '', more: Partial<Parts> = {}): IndicatorResult {
  const [one] = scoreSmall({ ...more, rows: [row] }, data, judged).indicators;
  if (one === undefined) throw new Error('a result without indicators');
  return one;
}

const STEPS = '率≤100%，计满分；每超过1个百分点扣0.5分（不足1个百分点的不计），扣完为止';
const item = (name: string, standard: string, weight = 5): string =>
  `指标: ${name}, 分值: ${weight}, 评分标准: '${standard}'`;
const LATE = "指标: 公开, 分值: 4, 量: { 公开日期: 日期 }, 评分标准: '3月31日前公开的得4分，每推迟1天扣1分，扣完为止'";
const RANK = "指标: 名次, 分值: 4, 量: { 名次数: 名次 }, 评分标准: '第1名得4分，每降低1个名次扣1分，扣完为止'";
const THREE = item('三项', '①甲好；②乙好；③丙好。每项2分，每少一项扣2分，扣完为止', 6);
const TWO = item('两项', '①甲好，2分；②乙好，4分', 6);
const BOTH = "指标: 双, 分值: 5, 公式: 率＝甲÷乙×100%, 评分标准: '率≥90%且丙≤10%计5分；否则不得分'";

describe('an explanation', () => {
  test.each<[what: string, row: string, data: string, judged: string, text: string]>([
    [
      'names a figure no formula has named',
      item('丙', '丙≥90%计5分；低于90%不得分'),
      '丙: 92%',
      '',
      '丙92%≥90%，计5分，得5分。',
    ],
    [
      'names it within a chain',
      item('丙', '丙≥90%计5分；80%（含）—90%计3分；低于80%不得分'),
      '丙: 85%',
      '',
      '80%≤丙85%＜90%，计3分，得3分。',
    ],
    [
      'names only what its formula has not named',
      BOTH,
      '甲: 9, 乙: 10, 丙: 5%',
      '',
      '率＝9万元÷10万元×100%＝90%；90%≥90%，且丙5%≤10%，计5分，得5分。',
    ],
    [
      'says what else there was',
      BOTH,
      '甲: 9, 乙: 10, 丙: 15%',
      '',
      '率＝9万元÷10万元×100%＝90%；率90%，丙15%，否则不得分，得0分。',
    ],
    [
      'works an award out',
      item('丙', '得分＝丙×分值，满分为止'),
      '丙: 80%',
      '',
      '得分＝丙×分值＝80%×5分＝4分，得4分。',
    ],
    [
      'ends at the cap in words of reports',
      item('丙', '得分＝丙×分值，满分为止'),
      '丙: 120%',
      '',
      '得分＝丙×分值＝120%×5分＝6分，最高得5分，得5分。',
    ],
    [
      'marks rounded points',
      ratioRow('得分＝率×分值，满分为止'),
      '甲: 1, 乙: 3',
      '',
      '率＝1万元÷3万元×100%＝33.33%；得分＝率×分值＝33.33%×5分≈1.67分，得≈1.67分。',
    ],
    [
      'does not make points look whole',
      ratioRow('得分＝率×分值，满分为止'),
      '甲: 2999, 乙: 3000',
      '',
      '率＝2999万元÷3000万元×100%＝99.97%；得分＝率×分值＝99.97%×5分≈4.998分，得≈4.998分。',
    ],
    [
      'stops at the floor in words of reports',
      ratioRow(STEPS),
      '甲: 200, 乙: 100',
      '',
      '率＝200万元÷100万元×100%＝200%；先按“计满分”计5分；200%高于100%，相差100个百分点，“每超过1个百分点扣0.5分”，计100步，扣50分，扣完为止，得0分。',
    ],
    [
      'names the words that limit steps',
      item('报送', '每迟报一次扣1分，最多扣2分', 4),
      '',
      '报送: { 迟报: 5 }',
      '从4分起；迟报5次，“每迟报一次扣1分”，扣5分，按“最多扣2分”扣2分，得2分。',
    ],
    [
      'has dates late and not high',
      LATE,
      '',
      '公开: { 公开日期: 2020-04-02 }',
      '先按“得4分”计4分；公开日期2020-04-02晚于2020-03-31，相差2天，“每推迟1天扣1分”，计2步，扣2分，得2分。',
    ],
    [
      'has a later rank lower',
      RANK,
      '',
      '名次: { 名次数: 3 }',
      '先按“得4分”计4分；名次数第3名低于第1名，相差2个名次，“每降低1个名次扣1分”，计2步，扣2分，得2分。',
    ],
    [
      'names the divisor that is zero',
      ratioRow(STEPS),
      '甲: 3, 乙: 0',
      '',
      '率＝3万元÷0万元×100%，除数“乙”为0万元；未评，评分标准没有规定除数为零时怎样计分；可能得0—5分。',
    ],
    [
      'names all a divisor is made of',
      '指标: 变, 分值: 5, 公式: 变率＝甲÷（乙－甲）×100%, 评分标准: 变率≤0计5分；大于0不得分',
      '甲: 1, 乙: 1',
      '',
      '变率＝1万元÷（1万元－1万元）×100%，除数为0（乙1万元、甲1万元）；未评，评分标准没有规定除数为零时怎样计分；可能得0—5分。',
    ],
    [
      'names the items that are not met',
      THREE,
      '',
      '三项: { 甲好: 是, 乙好: 否, 丙好: 否 }',
      '符合1项，不符合：乙好、丙好，“每项2分”，加2分，得2分。',
    ],
    [
      'has the points an assessor chose',
      '指标: 质量, 分值: 6, 评分标准: 优得5—6分；良得3—5分；差得0—3分',
      '',
      '质量: { 等级: 优, 评分: 5.5 }',
      '“评分”评为“5.5”；优，得5—6分，得5.5分。',
    ],
    [
      'takes the highest of several',
      item('表彰', '获国家级表彰的得3分；获省级表彰的得2分；就高不重复计分', 3),
      '',
      '表彰: { 获国家级表彰: 是, 获省级表彰: 是 }',
      '获国家级表彰：是，3分；获省级表彰：是，2分，取其中最高的3分，得3分。',
    ],
  ])('%s', (_what, row, data, judged, text) => {
    expect(explain(resultOf(row, data, judged), 'zh')).toBe(text);
  });
});

describe('判定依据', () => {
  test.each<[what: string, row: string, data: string, judged: string, text: string]>([
    ['is the clause', ratioRow(STEPS), '甲: 9, 乙: 10', '', '率≤100%，计满分'],
    [
      'counts the steps',
      ratioRow(STEPS),
      '甲: 103.5, 乙: 100',
      '',
      '每超过1个百分点扣0.5分（超3.5个百分点，计3步，扣1.5分）',
    ],
    [
      'says where they stop',
      ratioRow(STEPS),
      '甲: 120, 乙: 100',
      '',
      '每超过1个百分点扣0.5分（超20个百分点，计20步，扣10分），扣完为止',
    ],
    ['counts days', LATE, '', '公开: { 公开日期: 2020-04-02 }', '每推迟1天扣1分（晚2天，计2步，扣2分）'],
    [
      'counts cases',
      item('报送', '每迟报一次扣1分，扣完为止', 4),
      '',
      '报送: { 迟报: 3 }',
      '每迟报一次扣1分（迟报3次，扣3分）',
    ],
    [
      'does not count what did not occur',
      item('报送', '每迟报一次扣1分，扣完为止', 4),
      '',
      '报送: { 迟报: 0 }',
      '每迟报一次扣1分',
    ],
    [
      'names the items of a list that are not met',
      TWO,
      '',
      '两项: { 甲好: 是, 乙好: 否 }',
      '不符合：乙好；其余1项符合',
    ],
    ['counts them when all are met', TWO, '', '两项: { 甲好: 是, 乙好: 是 }', '2项全部符合'],
    [
      'names them when they are counted',
      THREE,
      '',
      '三项: { 甲好: 是, 乙好: 否, 丙好: 否 }',
      '每项2分（符合1项，不符合：乙好、丙好，加2分）',
    ],
  ])('%s', (_what, row, data, judged, text) => {
    expect(basis(resultOf(row, data, judged), 'zh')).toBe(text);
  });
});
