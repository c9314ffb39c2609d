/**
 * The runner itself: a list that is wrong is told so, in every way a list can be wrong, and nothing in a list stops the rest of it.
 */
import { describe, expect, test } from 'vitest';
import { conformanceReport, type Difference, runConformance } from '../../engine/index.ts';

const SPILLING_SUM =
  '编号: X, 分值: 10, 量: { 差错次数: 次 }, 标准: ①制度健全，得5分；②人员到位，得5分。差错次数每1次扣6分，扣完为止，不足扣的从总分中扣减';
const LADDER = '编号: X, 分值: 5, 量: { 完成率: 比率 }, 标准: ≥90%计5分；≥60%且＜90%计3分；低于60%不得分';
const HOLE = '编号: X, 分值: 5, 量: { 完成率: 比率 }, 标准: ≥90%计5分；低于60%不得分';
const STEPS = '编号: X, 分值: 5, 量: { 完成率: 比率 }, 标准: 100%计满分，每低于5%扣2分，扣完为止';
const LIST = '编号: X, 分值: 4, 清单: [制度健全, 执行有效], 标准: ①制度健全，2分；②执行有效，2分';
const GRADES = '编号: X, 族: 等次, 标准: 90（含）—100分为优；60（含）—90分为良；60分以下为差';
const FORMULA = '编号: X, 公式: 甲＝乙÷丙, 名: { 乙: 元, 丙: 人 }, 输入: { 乙: 1, 丙: 3 }';

/** The differences of one entry, in Chinese. */
function differencesOf(entry: string): readonly Difference[] {
  const { outcomes } = runConformance(`- ${entry}\n`, 'zh');
  return outcomes[0]!.differences;
}

describe('an entry that holds has no differences', () => {
  test.each([
    [`${LADDER}, 例: [ [90%, 5], [0.6, 3], [59.99%, 0] ]`],
    [`${HOLE}, 缺口: [ 60%≤完成率＜90% ]`],
    [`${HOLE}, 缺口: [ 60%≤完成率≤70%, 70%＜完成率＜90% ]`],
    [`${STEPS}, 未定: true, 读法: { 不计: [ [99%, 5] ], 按一档计: [ [99%, 3] ] }`],
    [`${STEPS}, 诊断: [ { 码: open-reading, 处: 每低于5% } ]`],
    [`${STEPS}, 诊断: 有几种读法`],
    [`${LIST}, 例: [ [[是, 否], 2], [{ 制度健全: 是, 执行有效: 是 }, 4] ], 错: [ [是, 也许], { 制度健全: 是 } ]`],
    [`${GRADES}, 例: [ [100, 优], [89.99, 良], [0, 差] ]`],
    [`${FORMULA}, 结果单位: 元/人, 得: 1/3`],
    [`${FORMULA}, 结果单位: 万元/人, 得: 1/30000`],
    ['编号: X, 分值: 4, 标准: 资料齐全的得4分，否则不得分, 例: [ [是, 4], [否, 0] ]'],
    [
      `${SPILLING_SUM}, 例: [ [ { 制度健全: 是, 人员到位: 是, 差错次数: 1 }, 4 ], [ { 制度健全: 是, 人员到位: 是, 差错次数: 3 }, 0 ] ], 溢出: [ [ { 制度健全: 是, 人员到位: 是, 差错次数: 1 }, 0 ], [ { 制度健全: 是, 人员到位: 是, 差错次数: 3 }, -8 ], [ { 制度健全: 是, 人员到位: 否, 差错次数: 1 }, -1 ] ]`,
    ],
  ])('{ %s }', (entry) => {
    expect(differencesOf(`{ ${entry} }`)).toEqual([]);
  });
});

describe('a difference is told with what was expected and what came out', () => {
  test.each([
    ['points', '89.99% → 5', '3', `${LADDER}, 例: [ [90%, 5], [89.99%, 5] ]`],
    ['points', '75% → 3', 'gap 0—5', `${HOLE}, 缺口: [ 60%≤完成率＜90% ], 例: [ [75%, 3] ]`],
    ['points', '99% → 5', 'open 3—5', `${STEPS}, 例: [ [99%, 5] ]`],
    ['points', '按“按一档计”，99% → 5', '3', `${STEPS}, 未定: true, 读法: { 按一档计: [ [99%, 5] ] }`],
    ['gap', '无', '60%≤完成率＜90%', `${HOLE}, 缺口: []`],
    ['gap', '60%＜完成率＜90%', '60%≤完成率＜90%', `${HOLE}, 缺口: [ 60%＜完成率＜90% ]`],
    ['overlap', '完成率≥90%', '无', `${LADDER}, 重叠: [ 完成率≥90% ]`],
    ['diagnostic', '不提示gap', '[gap] 60%≤完成率＜90%时没有规定得分', HOLE],
    [
      'diagnostic',
      '在“5%”处提示no-stop-word',
      'open-reading“每低于5%”',
      `${STEPS}, 诊断: [ { 码: no-stop-word, 处: 5% } ]`,
    ],
    ['diagnostic', '在“6%”处提示open-reading', '文中没有“6%”', `${STEPS}, 诊断: [ { 码: open-reading, 处: 6% } ]`],
    ['diagnostic', '有警告或错误', '无', `${LADDER}, 诊断: 应当提示`],
    ['reading', '列为未定：', '无', `${LADDER}, 未定: true`],
    ['reading', '读法“看情况”', '无', `${STEPS}, 读法: { 看情况: [ [99%, 5] ] }`],
    ['refusal', '拒绝[是, 是]', '4', `${LIST}, 错: [ [是, 是] ]`],
    ['spill', '0 → 带入总分-1', '0', `${LADDER}, 溢出: [ [0, -1] ]`],
    ['grade', '90 → 良', '优', `${GRADES}, 例: [ [90, 良] ]`],
    ['formula', '乙＝1、丙＝3 → 0.33 元/人', '1/3', `${FORMULA}, 结果单位: 元/人, 得: 0.33`],
    ['formula', '乙＝1、丙＝3 → 1/3 比率', '1/3 元/人', `${FORMULA}, 结果单位: 比率, 得: 1/3`],
  ])('%s: %s', (kind, expected, actual, entry) => {
    expect(differencesOf(`{ ${entry} }`)).toContainEqual({ kind, expected, actual });
  });
});

describe('an entry that is itself at fault', () => {
  test.each([
    ['is a text', '一段话', '一段文字'],
    ['is empty', '{}', '没有写'],
    ['lacks its weight', '{ 编号: X, 标准: 得1分 }', '没有写'],
    ['has an unknown key', `{ ${LADDER}, 列: [] }`, '不认识的项“列”'],
    ['has a key twice', `{ ${LADDER}, 编号: Y }`, '“编号”在同一处写了两次，请删去一个'],
    ['has a case without a result', `{ ${LADDER}, 例: [ [90%] ] }`, '列表'],
    ['expects words for points', `{ ${LADDER}, 例: [ [90%, 满分] ] }`, '满分'],
    ['does not say what a value is for', `{ ${LIST}, 例: [ [是, 2] ] }`, '说得清是哪个量的输入'],
  ])('%s', (_what, entry, actual) => {
    expect(differencesOf(entry)).toContainEqual({ kind: 'entry', expected: expect.any(String) as unknown, actual });
  });
});

describe('a file', () => {
  test('is run to its end, whatever an entry holds', () => {
    const source = `- 一段话\n- { ${LADDER}, 例: [ [90%, 4] ] }\n- { ${LADDER}, 例: [ [90%, 5] ] }\n`;
    const { outcomes } = runConformance(source, 'en');
    expect(conformanceReport(outcomes)).toEqual({
      entries: 3,
      passed: 1,
      failed: [
        { id: 'entry 1', kind: 'entry', expected: 'lines of “name: content”', actual: 'a text', sentence: '' },
        { id: 'X', kind: 'points', expected: '90% → 4', actual: '5', sentence: outcomes[1]?.sentence },
      ],
    });
  });

  test.each([
    ['nothing', '', 'file-empty'],
    ['a map', '编号: X', 'wrong-shape'],
    ['an open bracket', '- [', 'unclosed-collection'],
  ])('of %s is no list', (_what, source, code) => {
    expect(runConformance(source, 'zh')).toMatchObject({ outcomes: [], diagnostics: [{ code }] });
  });
});
