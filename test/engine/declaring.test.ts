/** Notes on how words were taken: prose nobody declared, % taken as points, and settings that contradict the words. */
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../engine/files/locate.ts';
import { linkText, ratioRow, rulesetText } from './small.ts';

const found = (row: string, code: string, head?: string) => {
  const text = rulesetText({ rows: [row], ...(head === undefined ? {} : { head }) });
  return { text, findings: linkText(text).diagnostics.filter((one) => one.code === code) };
};

describe('prose nobody declared', () => {
  test.each([
    ['指标: 报送, 分值: 5, 评分标准: 按时报送的得3分；材料齐全的得2分', '条件: { 按时报送: 是非, 材料齐全: 是非 }'],
    [
      '指标: 检查, 分值: 5, 条件: { 已整改: 是非 }, 评分标准: 已整改的得3分；上报及时的得2分',
      '上报及时: 是非, 已整改: 是非',
    ],
  ])('%s is declared by one fix', (row, declared) => {
    const { text, findings } = found(row, 'undeclared-phrase');
    expect(findings.length).toBeGreaterThan(0);
    const [fix] = findings[0]?.fixes ?? [];
    const mended = applyEdits(text, fix?.edits ?? []) ?? '';
    expect(mended).toContain(declared);
    const after = linkText(mended).diagnostics.map(({ code }) => code);
    expect(after).not.toContain('undeclared-phrase');
    expect(after).not.toContain('unused-input');
  });

  test('in lines of their own the new key is indented like the others', () => {
    const row = '指标: 报送\n    分值: 5\n    评分标准: 按时报送的得5分';
    const text = rulesetText({ rows: ['指标: 甲, 分值: 5, 评分标准: 得5分'] }).replace(/- \{ .* \}/, `- ${row}`);
    const [first] = linkText(text).diagnostics.filter(({ code }) => code === 'undeclared-phrase');
    const mended = applyEdits(text, first?.fixes[0]?.edits ?? []) ?? '';
    expect(mended).toContain('\n    条件: { 按时报送: 是非 }\n    评分标准: 按时报送的得5分');
  });
});

describe('a step in %', () => {
  test.each([
    ['90%计满分，每低于3%扣1分（不足3%的不计），扣完为止', ['3']],
    ['90%计满分，每低于3个百分点扣1分（不足3个百分点的不计），扣完为止', []],
    ['100%计满分，每低于2.5%扣1分（不足2.5%的不计），扣完为止', []],
    ['60%以下不得分，60%计2分，每超过2.5%加1分（不足2.5%的不计），满分为止', ['2.5']],
  ])('%s is noted where its origin makes it two things', (standard, values) => {
    const { findings } = found(ratioRow(standard), 'percent-as-points');
    expect(findings.map(({ data }) => data['value'])).toEqual(values);
  });
});

describe('a setting against the words', () => {
  const standard = '100%计满分，每低于5%扣1分（不足5%的不计），扣完为止';

  test.each([
    ['按比例', 1],
    ['按一档计', 1],
    ['不计', 0],
  ])('%s on the indicator is an error where the words say 不计: %s', (choice, count) => {
    expect(found(ratioRow(standard, `读法: { 不足一步: ${choice} }`), 'reading-conflict').findings).toHaveLength(count);
  });

  test('of the whole ruleset gives way to the words', () => {
    expect(found(ratioRow(standard), 'reading-conflict', '读法: { 不足一步: 按比例 }').findings).toEqual([]);
  });

  test('is none while another step of the sentence goes by it', () => {
    const both = '100%计满分，每低于5%扣1分（不足5%的不计），每高于10%扣2分，扣完为止';
    expect(found(ratioRow(both, '读法: { 不足一步: 按比例 }'), 'reading-conflict').findings).toEqual([]);
  });
});
