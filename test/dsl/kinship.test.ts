/** What the words of two phrases show of each other, and that nothing is read into words that show nothing. */
import { expect, test } from 'vitest';
import { kinship, phraseOf } from '../../dsl/grammar/kinship.ts';

const of = (earlier: string, later: string): string | undefined => kinship(phraseOf(earlier), phraseOf(later));

test.each([
  ['资料齐全', '资料不齐全'],
  ['按时上报', '未按时上报'],
  ['能够提供完整的公示材料', '不能提供完整的公示材料'],
  ['存在截留挪用', '不存在截留挪用'],
  ['未制定计划', '制定计划'],
])('%s: %s is the opposite', (earlier, later) => {
  expect(of(earlier, later)).toBe('opposite');
});

test.each([
  ['资料齐全', '不齐全的'],
  ['预算编制完整', '未完整编制'],
  ['预算编制完整', '编制不完整'],
  ['能够提供完整的公示材料', '不能提供的'],
  ['采购程序合规', '不合规'],
])('%s: %s denies it in fewer words', (earlier, later) => {
  expect(of(earlier, later)).toBe('denial');
});

test.each([
  ['资料齐全', '无资料'],
  ['制度健全', '没有制度'],
  ['按时报送', '未报送'],
  ['完全落实', '未落实'],
  ['台账规范', '未建立台账'],
])('%s: %s says more than its denial', (earlier, later) => {
  expect(of(earlier, later)).toBe('stronger');
});

test.each([
  ['按期完成', '延期完成'],
  ['全部公开', '部分公开'],
  ['制度健全', '制度不够健全'],
  ['制度健全', '不够健全'],
])('%s: %s is another state of the same thing', (earlier, later) => {
  expect(of(earlier, later)).toBe('state');
});

test.each([
  ['资金到位', '及时到位'],
  ['制度健全', '台账完整'],
  ['有专职人员', '有专项经费'],
  ['召开会议', '召开现场会'],
  ['方案合理', '未超预算'],
])('%s and %s can both hold, or both fail', (earlier, later) => {
  expect(of(earlier, later)).toBeUndefined();
});
