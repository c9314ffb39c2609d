/**
 * One example for every diagnostic that is easily had: a small ruleset or unit file with one thing changed, and the code that must
 * then be reported. The language reference prints what was changed; a test makes the change and looks.
 */
import type { EngineCode } from '../../engine/files/messages.ts';
import type { LanguageCode } from '../../dsl/text/messages.ts';

/** A ruleset without a fault, in which each example changes one thing. */
export const SAMPLE_RULESET = `标题: 示例
家族: sample
年度: 2020
状态: 草案
数据:
  支出数: 万元
  预算数: 万元
  在职人数: 人
  完成日期: 日期
  已报送: 是非
  评价: { 单位: 等级, 选项: [好, 差] }
  项目: { 单位: 记录, 列: { 名称: 文本, 金额: 万元 } }
指标:
  - 指标: 执行率
    分值: 5
    公式: 执行率＝支出数÷预算数×100%
    评分标准: 100%计满分，每低于5%扣2分（不足5%的不计），扣完为止
等次: 4（含）—5分为优；4分以下为差
`;

/** A unit’s file without a fault. */
export const SAMPLE_UNIT = `单位: 某单位
家族: sample
年度: 2020
数据:
  支出数: 90
  预算数: 100
  在职人数: 4
  完成日期: 2020-12-31
  已报送: 是
`;

/** An example: `from` in the sample file becomes `to`; without `from`, `to` is the whole file. */
export interface Fault {
  readonly file: 'ruleset' | 'unit';
  readonly from: string | undefined;
  readonly to: string;
  /** what changes in the unit’s file too, where it takes both */
  readonly unit?: readonly [from: string, to: string];
}

const STANDARD = '100%计满分，每低于5%扣2分（不足5%的不计），扣完为止';
const FORMULA = '执行率＝支出数÷预算数×100%';

const standard = (to: string): Fault => ({ file: 'ruleset', from: STANDARD, to });
const formula = (to: string): Fault => ({ file: 'ruleset', from: FORMULA, to });
const ruleset = (from: string, to: string): Fault => ({ file: 'ruleset', from, to });
const unit = (from: string, to: string): Fault => ({ file: 'unit', from, to });

/** The examples by code. */
export const FAULTS: Readonly<Partial<Record<LanguageCode | EngineCode, Fault>>> = {
  // ---- the language
  'peer-unclear': standard('得分＝（支出数－最小值）÷（预算数－最小值）×分值，满分为止'),
  'read-as-rank': standard('第1名得5分，其余不得分'),
  'offset-as-share': standard('支出数超过预算数120%的不得分，否则得5分'),
  'offset-unclear': standard('支出数低于预算数10%的不得分，否则得5分'),
  'weight-unknown': formula('执行率＝合计（项目，金额×分值）÷预算数×100%'),
  'unknown-column': formula('执行率＝合计（项目.金头）÷预算数×100%'),
  'column-alone': formula('执行率＝项目.金额÷预算数×100%'),
  'two-tables': ruleset(
    '项目: { 单位: 记录, 列: { 名称: 文本, 金额: 万元 } }',
    '项目: { 单位: 记录, 列: { 金额: 万元 } }\n  合同: { 单位: 记录, 列: { 金额: 万元 } }\n参数:\n  差额: 合计（项目.金额－合同.金额）',
  ),
  'unclosed-bracket': standard('得分＝（执行率×分值，满分为止'),
  'unbalanced-bracket': standard('得分＝执行率）×分值，满分为止'),
  'too-deep': formula(`执行率＝${'（'.repeat(65)}支出数${'）'.repeat(65)}÷预算数`),
  'unexpected-character': standard('执行率≥90%计5分；\u200b低于90%不得分'),
  'not-understood': standard('执行率≥90%计5分；低于90%不得分；执行率由市局另行核定公布'),
  'incomplete': formula('执行率＝支出数÷'),
  'unknown-name': formula('执行率＝支岀数÷预算数×100%'),
  'unit-mismatch': formula('执行率＝（支出数＋在职人数）÷预算数×100%'),
  'type-mismatch': formula('执行率＝完成日期×100%'),
  'wrong-arguments': formula('执行率＝取整（支出数，预算数，100%）'),
  'bare-words': standard('分别得5分，否则不得分'),
  'unknown-origin': standard('每低于5%扣2分，扣完为止'),
  'unknown-step': standard('100%计满分，每降低扣2分，扣完为止'),
  'zero-step': standard('100%计满分，每低于0个百分点扣2分，扣完为止'),
  'series-unclear': standard('执行率≥90%计5分，≥80%计3分，≥75%计2分，依次类推'),
  'series-too-long': standard('执行率≥90%计5分，≥89.99%计4.999分，依次类推'),
  'shares-uneven': standard('执行率90%、80%、70%以上的分别得5分、3分'),
  'open-reading': standard('100%计满分，每低于5%扣2分，扣完为止'),
  'boundary-by-convention': standard('90%以上计5分，其余不得分'),
  'no-stop-word': standard('100%计满分，每低于5%扣2分（不足5%的不计）'),
  'gap': standard('执行率≥90%计5分；80%（含）—85%计3分；低于80%不得分'),
  'overlap': standard('执行率≥90%计5分；80%（含）—95%计3分；低于80%不得分'),
  'dead-clause': standard('执行率≥90%计5分；执行率＜90%计3分；高于95%且低于60%的得2分'),
  'exceeds-weight': standard('执行率≥90%计8分；低于90%不得分'),
  'maximum-not-attainable': standard('执行率≥90%计4分；低于90%不得分'),
  'same-points': standard('执行率≥90%计5分；80%（含）—90%计5分；低于80%不得分'),
  'possible-overlap': standard('支出数≥90万元计5分；支出数＜预算数计3分；否则不得分'),
  'not-decided': standard('执行率≥90%且按期报送的得5分；执行率≥90%且逾期报送的得3分；否则不得分'),
  'contradiction': standard('①制度健全；②执行有效。每项2.5分，每少一项扣2分，扣完为止'),
  'sum-not-weight': standard('①制度健全，2分；②执行有效，2分'),
  'division-by-zero': standard('得分＝执行率×分值÷0，满分为止'),
  'bad-number': standard(`执行率≥9${'0'.repeat(400)}%计5分；否则不得分`),
  'left-over': formula('执行率＝支出数÷预算数×100%  取自表二'),
  'award-not-understood': standard('执行率≥90%计5分；低于90%不得分；另得2分加3分'),
  'abbreviated-name': standard('完成率≥90%计5分，完成率低于90%不得分'),
  'missing-unit': standard('100%计满分，每低于5扣2分（不足的不计），扣完为止'),
  'target-unclear': standard('执行率≥90%计5分；低于90%的，本指标不得分，本部分其他指标不得分'),
  'unknown-target': standard('执行率≥90%计5分；低于90%的，本指标不得分，产出指标不得分'),
  'unknown-measure': ruleset(
    `    公式: ${FORMULA}\n    评分标准: ${STANDARD}`,
    '    评分标准: ≥90%计5分；低于90%不得分',
  ),
  'unknown-change': standard('与上年相比，每低于5%扣2分（不足5%的不计），扣完为止'),
  'zero-of-what': standard('执行率≥90%得3分；支出数≥100万元得2分；编制数少于5人的不得分'),
  'unknown-proportion': standard('已报送的得5分，未报送的按比例计分'),
  'full-otherwise': standard('弄虚作假的不得分'),
  'no-award': standard('执行率反映预算执行的快慢'),
  'undeclared-phrase': standard('按期报送的得5分，否则不得分'),
  'too-many-readings': standard(
    '100%计满分，每低于5%扣2分，每低于4%扣1分，每低于3%扣1分，每低于2%扣1分，每低于6%扣1分，扣完为止',
  ),
  'percent-as-points': standard('90%计满分，每低于5%扣2分（不足5%的不计），扣完为止'),
  'reading-conflict': ruleset(`    评分标准: ${STANDARD}`, `    读法: { 不足一步: 按比例 }\n    评分标准: ${STANDARD}`),
  'no-cap-word': standard('80%计4分，每高于1%加1分（不足1%的不计）'),
  'several-choices': standard('①管理规范，酌情计0—2分；②执行有效，酌情计0—3分'),
  // ---- files
  'file-empty': { file: 'ruleset', from: undefined, to: '' },
  'tab-indentation': ruleset('  支出数: 万元', '\t支出数: 万元'),
  'duplicate-key': ruleset('  支出数: 万元', '  支出数: 万元\n  支出数: 元'),
  'full-width-colon': ruleset('家族: sample', '家族：sample'),
  'colon-without-space': ruleset('家族: sample', '家族:sample'),
  'missing-colon': ruleset('家族: sample', '家族 sample'),
  'colon-in-text': ruleset('标题: 示例', '标题: 示例: 其一'),
  'unclosed-quote': ruleset('标题: 示例', '标题: "示例'),
  'unclosed-collection': ruleset('{ 名称: 文本, 金额: 万元 }', '{ 名称: 文本, 金额: 万元'),
  'bad-escape': ruleset('标题: 示例', '标题: "示\\例"'),
  'reserved-start': ruleset('标题: 示例', '标题: @示例'),
  'several-documents': ruleset('等次:', '---\n等次:'),
  'unknown-alias': ruleset('标题: 示例', '标题: *示例'),
  'merge-key': ruleset('  支出数: 万元', '  支出数: 万元\n  <<: 万元'),
  'tag-not-allowed': ruleset('标题: 示例', '标题: !note 示例'),
  'not-a-map': { file: 'ruleset', from: undefined, to: '- 标题\n- 家族\n' },
  'bad-indentation': ruleset('  预算数: 万元', '   预算数: 万元'),
  'key-not-text': ruleset('标题: 示例', '? [标题]\n: 示例'),
  'text-after-value': ruleset('标题: 示例', '标题: "示例" 之一'),
  'yaml-syntax': ruleset('标题: 示例', '标题: &甲 &乙 示例'),
  // ---- the shape of a ruleset
  'not-a-ruleset': { file: 'ruleset', from: undefined, to: SAMPLE_UNIT },
  'not-a-unit-file': { file: 'unit', from: undefined, to: SAMPLE_RULESET },
  'unknown-key': ruleset('    分值: 5', '    分值: 5\n    分直: 5'),
  'missing-key': ruleset('    分值: 5\n', ''),
  'wrong-shape': ruleset('标题: 示例', '标题: [示例]'),
  'unknown-choice': ruleset('状态: 草案', '状态: 草稿'),
  'not-whole-number': ruleset('年度: 2020', '年度: 二〇二〇'),
  'not-a-slug': ruleset('家族: sample', '家族: Sample 1'),
  'empty-text': ruleset('标题: 示例', "标题: ''"),
  'unknown-field': ruleset('    分值: 5', '    分值: 5\n    量: [支岀数]'),
  'unknown-unit': ruleset('  支出数: 万元', '  支出数: 万圆'),
  'duplicate-name': ruleset('  支出数: 万元', '  支出数: { 单位: 万元, 别名: [预算数] }'),
  'weight-not-constant': ruleset('    分值: 5', '    分值: 支出数'),
  'weight-negative': ruleset('    分值: 5', '    分值: -5'),
  'bad-range': ruleset('  支出数: 万元', '  支出数: { 单位: 万元, 范围: 很大 }'),
  'grades-missing': ruleset('等次: 4（含）—5分为优；4分以下为差\n', ''),
  'options-missing': ruleset('{ 单位: 等级, 选项: [好, 差] }', '等级'),
  'table-in-table': ruleset('名称: 文本,', '名称: { 单位: 记录, 列: { 字: 文本 } },'),
  'columns-missing': ruleset('{ 单位: 记录, 列: { 名称: 文本, 金额: 万元 } }', '记录'),
  'hash-missing': ruleset('状态: 草案', '状态: 已发布'),
  'hash-mismatch': ruleset('状态: 草案', '状态: 已发布\n指纹: jichi1-0'),
  'unused-input': ruleset('    分值: 5', '    分值: 5\n    条件: { 制度健全: 是非 }'),
  'duplicate-indicator': ruleset('等次:', `  - { 指标: 执行率, 分值: 5, 评分标准: 按期报送的得5分 }\n等次:`),
  'cycle': formula('执行率＝执行率÷预算数×100%'),
  'weight-mismatch': ruleset(
    '  - 指标: 执行率',
    '  - { 指标: 过程, 分值: 9, 下级: [{ 指标: 报送, 分值: 5, 评分标准: 已报送的得5分 }] }\n  - 指标: 执行率',
  ),
  'tolerance-negative': ruleset('等次:', '勾稽:\n  - { 式: 支出数＝预算数, 容差: -1万元 }\n等次:'),
  'unused-waiver': ruleset('    分值: 5', '    分值: 5\n    豁免: [{ 码: gap, 理由: 原文如此 }]'),
  'unknown-code': ruleset('    分值: 5', '    分值: 5\n    豁免: [{ 码: gaps, 理由: 原文如此 }]'),
  // ---- proofs over a ruleset
  'direction-broken': ruleset(STANDARD, '执行率≥90%计4分；执行率＜90%计5分\n    方向: 越高越好'),
  'direction-turns': standard('执行率≥90%计5分；80%≤执行率＜90%计3分；执行率＜80%计4分'),
  'cliff': standard('执行率≥90%计5分；执行率＜90%不得分'),
  'unused-field': ruleset('  支出数: 万元', '  支出数: 万元\n  备用数: 万元'),
  'unused-parameter': ruleset('指标:', '参数: { 满分值: 5 }\n指标:'),
  'check-never-holds': ruleset('等次:', '勾稽: [{ 式: 支出数＋预算数＜0元 }]\n等次:'),
  'check-always-holds': ruleset('等次:', '勾稽: [{ 式: 支出数＋预算数≥0元 }]\n等次:'),
  'checks-contradict': ruleset('等次:', '勾稽: [{ 式: 支出数＞预算数 }, { 式: 预算数＞支出数 }]\n等次:'),
  'checks-not-decided': ruleset('等次:', '勾稽: [{ 式: 支出数×支出数＝2元×1元 }]\n等次:'),
  // ---- a unit’s figures
  'not-a-number': unit('支出数: 90', '支出数: 九十多'),
  'wrong-unit': unit('支出数: 90', '支出数: 90人'),
  'not-yes-no': unit('已报送: 是', '已报送: 已'),
  'not-a-date': unit('完成日期: 2020-12-31', '完成日期: 年底'),
  'not-an-option': unit('  已报送: 是', '  已报送: 是\n  评价: 中'),
  'out-of-range': unit('在职人数: 4', '在职人数: -4'),
  'figures-differ': unit('支出数: 90', '支出数: [{ 值: 90, 处: 表二 }, { 值: 91, 处: 正文 }]'),
  'unknown-phrase': unit('单位: 某单位', '单位: 某单位\n评定: { 执行率: { 制度健全: 是 } }'),
  'unknown-indicator': unit('单位: 某单位', '单位: 某单位\n评定: { 执行: { 制度健全: 是 } }'),
  'percent-missing': {
    ...ruleset('  支出数: 万元', '  支出数: 万元\n  满意度: 比率'),
    unit: ['支出数: 90', '支出数: 90\n  满意度: 95'],
  },
  'ratio-without-percent': {
    ...ruleset('  支出数: 万元', '  支出数: 万元\n  满意度: 比率'),
    unit: ['支出数: 90', '支出数: 90\n  满意度: 0.95'],
  },
  'given-twice': {
    ...ruleset('  支出数: 万元', '  支出数: { 单位: 万元, 别名: [支出合计] }'),
    unit: ['支出数: 90', '支出数: 90\n  支出合计: 90'],
  },
  'not-a-table': unit('  已报送: 是', '  已报送: 是\n  项目: 5'),
  'not-one-figure': unit('支出数: 90', '支出数: [{ 名称: 甲, 金额: 9 }]'),
  'too-many-decimals': {
    ...ruleset('  支出数: 万元', '  支出数: { 单位: 万元, 小数: 2 }'),
    unit: ['支出数: 90', '支出数: 90.125'],
  },
  'missing-figure': {
    ...ruleset('  支出数: 万元', '  支出数: { 单位: 万元, 必填: 是 }'),
    unit: ['  支出数: 90\n', ''],
  },
  'unused-answer': {
    ...ruleset('    分值: 5', '    分值: 5\n    条件: { 制度健全: 是非 }'),
    unit: ['单位: 某单位', '单位: 某单位\n评定: { 执行率: { 制度健全: 是 } }'],
  },
  'points-out-of-range': {
    ...standard('执行率≥90%的，酌情计3—5分；低于90%不得分'),
    unit: ['单位: 某单位', '单位: 某单位\n评定: { 执行率: { 评分: 6 } }'],
  },
  'divided-by-zero': unit('预算数: 100', '预算数: 0'),
  'claim-differs': unit('单位: 某单位', '单位: 某单位\n自评: { 指标: { 执行率: { 得分: 5 } } }'),
  'unknown-claim': unit('单位: 某单位', '单位: 某单位\n自评: { 指标: { 执行: { 得分: 5 } } }'),
  'unknown-grade': unit('单位: 某单位', '单位: 某单位\n自评: { 等次: 良 }'),
};
