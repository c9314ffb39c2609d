/**
 * Every edit a proof offers mends what it is offered for: made in the file and read again, the finding is gone and no other has come.
 * And what proofs say is shown by units that run, or said not to be decided.
 */
import { describe, expect, test } from 'vitest';
import { type Diagnostic } from '../../dsl/index.ts';
import { applyEdits } from '../../engine/files/locate.ts';
import { textOf } from '../../engine/index.ts';
import { prove } from '../../engine/prove/prove.ts';
import { linkText, scoreTexts } from './small.ts';

/** A ruleset with every kind of finding that offers an edit. */
const FAULTY = `标题: 县级部门评分表
家族: small
年度: 2024
状态: 草案
数据:
  支出: 万元
  预算: 万元
  结余: 万元
  满意度: { 单位: 比率, 范围: 0%—100% }
  甲数: 个
  乙数: 个
  # 没有人用到它
  空闲: { 单位: 万元, 别名: [闲钱] }
  名次数: 名
参数: { 线: 95%, 闲: 3 }
指标:
  - { 指标: 空档和重叠, 分值: 10, 公式: 执行率＝支出÷预算×100%, 评分标准: 执行率≥95%得10分；80%≤执行率≤95%得8分；执行率＜60%得2分；执行率＜0不得分 }
  - { 指标: 够不着, 分值: 10, 公式: 剩余率＝结余÷（结余＋支出）×100%, 评分标准: 剩余率≤10%得10分；10%＜剩余率≤100%得5分；剩余率＞100%不得分 }
  - { 指标: 同分, 分值: 10, 量: 满意度, 评分标准: 90%以上得10分；80%（含）-90%得8分；70%（含）-80%得8分；60%（含）-70%得4分 }
  - { 指标: 两个量, 分值: 10, 公式: [预算率＝支出÷预算×100%, 偏差率＝（支出－预算）÷预算×100%], 评分标准: 预算率≥90%且偏差率≤5%得10分；预算率≥80%且偏差率＞0得6分；预算率＜80%不得分 }
  - { 指标: 等级, 分值: 10, 等级: [优, 良, 差], 评分标准: 优得12分；良得6分 }
  - { 指标: 参数, 分值: 10, 公式: 甲率＝甲数÷乙数×100%, 评分标准: 甲率≥线得9分；甲率＜线得3分；甲率＜0不得分 }
  - { 指标: 清单, 分值: 10, 清单: [一致, 完整, 及时, 公开], 评分标准: ①一致；②完整；③及时；④公开。每项3分 }
  - { 指标: 无尽, 分值: 10, 量: { 例数: 例 }, 评分标准: 没有发生的计满分，每发生一例扣2分 }
  - { 指标: 倒挂, 分值: 10, 公式: 丙率＝甲数÷（甲数＋乙数）×100%, 方向: 越高越好, 评分标准: 丙率≥90%得6分；80%≤丙率＜90%得10分；丙率＜80%得2分, 样例: [{ 数据: { 甲数: 1, 乙数: 0, 闲钱: 3 }, 得分: 6 }] }
勾稽:
  - { 式: 支出＋结余＝预算 }
  - { 式: 支出＞预算＋结余 }
  - { 式: 预算≥0万元 }
  - { 式: 预算＜0万元 }
等次: 80（含）—90分为优；70（含）—79分为良；60（含）—72分为中；60分以下为差
`;

const NOTES = new Set(['boundary-by-convention', 'percent-as-points', 'abbreviated-name']);
/** What is there all the while, but only seen once nothing hides it. */
const HIDDEN = new Set(['cliff', 'direction-broken', 'direction-turns']);

function found(text: string): readonly Diagnostic[] {
  return prove(linkText(text)).diagnostics.filter(({ code }) => !NOTES.has(code));
}

function counted(findings: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const FINDINGS = found(FAULTY);
const BEFORE = counted(FINDINGS);
const OFFERS = FINDINGS.flatMap(({ code, fixes }) => fixes.map((fix) => [code, fix.title.zh, fix.edits] as const));

describe('an edit that is offered', () => {
  test.each(OFFERS)('mends: %s, %s', (code, _title, edits) => {
    const after = counted(found(applyEdits(FAULTY, edits) ?? expect.unreachable()));
    expect(after.get(code) ?? 0).toBeLessThan(BEFORE.get(code) ?? 0);
    for (const [other, count] of after)
      if (!HIDDEN.has(other)) expect(count, other).toBeLessThanOrEqual(BEFORE.get(other) ?? 0);
  });

  test('is there for every kind of finding that a better wording settles', () => {
    const kinds = [...new Set(OFFERS.map(([code]) => code))].toSorted();
    expect(kinds).toEqual(
      [
        'check-always-holds',
        'check-never-holds',
        'checks-contradict',
        'dead-clause',
        'direction-broken',
        'exceeds-weight',
        'gap',
        'maximum-not-attainable',
        'no-cap-word',
        'no-stop-word',
        'overlap',
        'same-points',
        'sum-not-weight',
        'unused-field',
        'unused-parameter',
      ].toSorted(),
    );
  });

  test('can be made one after another until nothing is left to mend', () => {
    let text = FAULTY;
    for (let turn = 0; turn < 40; turn += 1) {
      const fix = found(text).flatMap(({ fixes }) => fixes)[0];
      if (fix === undefined) break;
      text = applyEdits(text, fix.edits) ?? expect.unreachable();
    }
    expect(found(text).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(found(text).flatMap(({ fixes }) => fixes)).toEqual([]);
  });
});

describe('what a finding says', () => {
  const text = (standard: string, formula = '率＝支出÷预算×100%'): string =>
    [
      '标题: 小规则',
      '家族: small',
      '年度: 2020',
      '状态: 草案',
      '数据: { 支出: 万元, 预算: 万元, 满意度: { 单位: 比率, 范围: 0%—100% }, 下属: { 单位: 记录, 列: { 花费: 万元, 额度: 万元 } } }',
      '参数: { 线: 90% }',
      `指标: [{ 指标: 甲乙, 分值: 10, 公式: ${formula}, 评分标准: '${standard}' }]`,
      '等次: 6（含）—10分为优；6分以下为差',
      '',
    ].join('\n');

  const lines = (source: string, code: string): readonly string[] =>
    found(source)
      .filter((one) => one.code === code)
      .map((one) => textOf(one, 'zh'));

  test('tells why a clause is dead', () => {
    expect(lines(text('率≥90%得10分；率＜90%得4分；率＜0不得分'), 'dead-clause')).toEqual([
      '“率＜0不得分”永远用不上：按各项数据的范围，总有率≥0',
    ]);
  });

  test('is the same whether a threshold is a figure or a parameter', () => {
    const codes = (standard: string): readonly string[] => found(text(standard)).map(({ code }) => code);
    const rest = '；60%≤率＜70%得4分；率＜60%得2分';
    expect(codes(`率≥线得10分${rest}`).filter((code) => !code.startsWith('unused'))).toEqual(
      codes(`率≥90%得10分${rest}`).filter((code) => !code.startsWith('unused')),
    );
  });

  test('is not more than is known: a gap of a formula nobody can follow is not decided', () => {
    const standard = '率≥90%得10分；80%≤率＜85%得6分；率＜80%得2分';
    for (const formula of ['率＝四舍五入（满意度，1）×满意度', '率＝满意度×满意度']) {
      expect(lines(text(standard, formula), 'gap'), formula).toEqual([]);
      expect(lines(text(standard, formula), 'not-decided'), formula).toHaveLength(1);
    }
    for (const formula of [
      '率＝最小（支出÷预算，1）',
      '率＝支出×满意度÷预算×100%',
      '率＝合计（下属.花费）÷合计（下属.额度）×100%',
    ])
      expect(lines(text(standard, formula), 'gap'), formula).toEqual(['85%≤率＜90%时没有规定得分']);
  });

  test('is shown for a cliff by a unit on it and one just off it', () => {
    const source = text('率≥90%得10分；率＜90%得2分');
    const cliff = found(source).find(({ code }) => code === 'cliff') ?? expect.unreachable();
    const points = ['example', 'beside'].map((key) => {
      const unit = `单位: 某单位\n家族: small\n年度: 2020\n${cliff.data[key] ?? ''}\n`;
      return Number(scoreTexts(source, unit).indicators[0]?.points?.numerator);
    });
    expect(points).toEqual([10, 2]);
  });

  test('is shown for a contradiction by a unit that meets the one and not the other', () => {
    const source = text('率≥90%得10分；率＜90%得6分').replace(
      '等次:',
      '勾稽: [{ 式: 支出＝预算 }, { 式: 支出＞预算＋1万元 }]\n等次:',
    );
    const finding = found(source).find(({ code }) => code === 'checks-contradict') ?? expect.unreachable();
    const unit = `单位: 某单位\n家族: small\n年度: 2020\n${finding.data['example'] ?? ''}\n`;
    expect(scoreTexts(source, unit).checks.map(({ holds }) => holds)).toEqual([true, false]);
  });
});
