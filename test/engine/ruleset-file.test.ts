/**
 * What a ruleset file and a unit file become in memory: every text with its place, nothing invented, nothing lost.
 */
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../dsl/index.ts';
import { applyEdits, locate, type Text } from '../../engine/files/locate.ts';
import { type IndicatorLeaf, type IndicatorNode, loadRuleset } from '../../engine/files/ruleset-file.ts';
import { loadUnit } from '../../engine/files/unit-file.ts';

const RULESET = `标题: 部门整体支出绩效评价
家族: xiangxi-department
年度: 2020
状态: 已发布
指纹: v1-abc
总分取整: { 小数: 2, 方式: 四舍五入 }
读法: { 不足一步: 不计 }
数据:
  在职人数: 人
  支出: { 单位: 万元, 范围: ≥0, 小数: 2, 别名: [总支出, 支出数], 处: 表二, 必填: 是 }
  项目: { 单位: 记录, 列: { 名称: 文本, 金额: { 单位: 万元 } } }
参数:
  起点: 5%
  系数: { 值: 0.10, 单位: 比率, 依据: 州财绩〔2020〕1号 }
指标:
  - 指标: 投入
    分值: 3
    下级:
      - 指标: 在职人员控制率
        分值: 3
        公式: 在职人员控制率＝（在职人数÷编制数）×100%
        评分标准: >-
          在职人员控制率≤100%，计满分；
          每超过1个百分点扣0.3分，扣完为止
        来源: 假定
        方向: 越低越好
        条件: { 制度完整: , 次数: 次 }
        别称: { 人数: 在职人数 }
        量: [在职人数, 编制数]
        豁免:
          - { 码: gap, 理由: 不会出现 }
        样例:
          - { 数据: { 在职人数: 4 }, 得分: 3 }
勾稽:
  - { 式: 甲＋乙＝丙, 容差: 0.005万元 }
等次: 90（含）—100分为优
`;

function leaves(nodes: readonly IndicatorNode[]): readonly IndicatorLeaf[] {
  return nodes.flatMap((node) => (node.kind === 'leaf' ? [node] : leaves(node.children)));
}

const words = (texts: readonly Text[]): readonly string[] => texts.map(({ text }) => text);

describe('a ruleset in memory', () => {
  const { text: file, ruleset, diagnostics } = loadRuleset(RULESET, '2020.yaml');
  const [leaf] = leaves(ruleset?.indicators ?? []);
  if (ruleset === undefined || leaf === undefined) throw new Error('the example has one indicator');

  test('its head', () => {
    expect(diagnostics).toEqual([]);
    const { fiscalYear, edition, status, totalRounding, pointsRounding, hash } = ruleset;
    expect({ fiscalYear, edition, status, totalRounding, pointsRounding, hash: hash?.text }).toEqual({
      fiscalYear: 2020,
      edition: 1,
      status: 'published',
      totalRounding: { places: 2, mode: 'half-up' },
      pointsRounding: undefined,
      hash: 'v1-abc',
    });
    expect(ruleset.readings.map(({ kind, choice }) => [kind, choice])).toEqual([['不足一步', '不计']]);
  });

  test('its dictionary, the short form and the long', () => {
    const fields = ruleset.fields.map((field) => ({
      name: field.name.text,
      unit: field.unit.text,
      range: field.range?.text,
      decimals: field.decimals,
      aliases: words(field.aliases),
      required: field.required,
      columns: field.columns.map((column) => `${column.name.text}: ${column.unit.text}`),
    }));
    const bare = { range: undefined, decimals: undefined, aliases: [], required: undefined, columns: [] };
    expect(fields).toEqual([
      { ...bare, name: '在职人数', unit: '人' },
      { ...bare, name: '支出', unit: '万元', range: '≥0', decimals: 2, aliases: ['总支出', '支出数'], required: true },
      { ...bare, name: '项目', unit: '记录', columns: ['名称: 文本', '金额: 万元'] },
    ]);
    expect(ruleset.parameters.map(({ name, value }) => [name.text, value.text])).toEqual([
      ['起点', '5%'],
      ['系数', '0.10'],
    ]);
  });

  test('its indicators', () => {
    expect(leaf.standard.text).toBe('在职人员控制率≤100%，计满分； 每超过1个百分点扣0.3分，扣完为止');
    expect(words(leaf.formulas)).toEqual(['在职人员控制率＝（在职人数÷编制数）×100%']);
    expect([leaf.origin, leaf.direction, leaf.cap]).toEqual(['assumed', 'lower', undefined]);
    expect(leaf.conditions.map(({ name, value }) => [name.text, value?.text])).toEqual([
      ['制度完整', undefined],
      ['次数', '次'],
    ]);
    expect(leaf.measures.map(({ name }) => name.text)).toEqual(['在职人数', '编制数']);
    expect(leaf.aliases.map(({ name, value }) => [name.text, value.text])).toEqual([['人数', '在职人数']]);
    expect(leaf.waivers.map(({ code, place, reason }) => [code.text, place, reason.text])).toEqual([
      ['gap', undefined, '不会出现'],
    ]);
    expect(leaf.examples.map(({ points, data }) => [points?.text, data.map(({ name }) => name.text)])).toEqual([
      ['3', ['在职人数']],
    ]);
  });

  test('a finding about a folded sentence points into the file, and its fix changes the file there', () => {
    const start = leaf.standard.text.indexOf('每超过1个百分点');
    const span = { start, end: start + '每超过1个百分点'.length };
    const fix = { title: { zh: '改', en: 'change' }, edits: [{ span, text: '每超过5%' }] };
    const located = locate(diagnose('open-reading', span, {}, [fix]), leaf.standard);
    expect(file.slice(located.span.start, located.span.end)).toBe('每超过1个百分点');
    expect(applyEdits(file, located.fixes[0]?.edits ?? [])).toBe(RULESET.replace('每超过1个百分点', '每超过5%'));
  });

  test('what has a fault is left out, the rest can still be looked at', () => {
    const broken = loadRuleset(RULESET.replace('  在职人数: 人\n', '  在职人数: { 含义: 人数 }\n'), '2020.yaml');
    expect(broken.diagnostics.map(({ code }) => code)).toEqual(['missing-key']);
    expect(broken.ruleset?.fields.map(({ name }) => name.text)).toEqual(['支出', '项目']);
  });
});

describe('a unit in memory', () => {
  const { unit, diagnostics } = loadUnit(
    `单位: 中心
家族: xiangxi-department
年度: 2020
数据:
  在职人数: 4
  编制数:
  新建楼堂馆所面积: 不适用
  支出: [{ 值: 37.31, 处: 表二 }, { 值: 37.39, 处: 正文 }]
  项目: [{ 名称: 甲, 金额: 1.50 }, { 名称: 乙, 金额: 不适用 }, { 名称: 丙, 金额: }]
评定:
  管理制度健全性: { 制度合法合规完整: { 值: 是, 理由: 已抽查 }, 等级: 优, 理由: 总体好, 违规次数: 2 }
自评:
  指标: { 在职人员控制率: { 比率: 66.67%, 得分: 3, 满分: 3 } }
  总分: 94
  等次: 优
`,
    'unit.yaml',
  );

  test('figures as they stand; what is left blank is not there', () => {
    expect(diagnostics).toEqual([]);
    const shown = unit?.data.map(({ name, given }) => {
      switch (given.kind) {
        case 'value':
        case 'not-applicable':
          return [name.text, given.kind, given.value.text];
        case 'statements':
          return [name.text, ...given.statements.map((each) => `${each.given.value.text} ${each.place.text}`)];
        case 'rows':
          return [name.text, ...given.rows.map(({ cells }) => cells.map((cell) => cell.given.value.text).join(' '))];
      }
    });
    expect(shown).toEqual([
      ['在职人数', 'value', '4'],
      ['新建楼堂馆所面积', 'not-applicable', '不适用'],
      ['支出', '37.31 表二', '37.39 正文'],
      ['项目', '甲 1.50', '乙 不适用', '丙'],
    ]);
  });

  test('judgements and claims', () => {
    const [judgement] = unit?.judgements ?? [];
    expect(judgement?.level?.given.value.text).toBe('优');
    expect(judgement?.reason?.text).toBe('总体好');
    expect(
      judgement?.phrases.map(({ phrase, given, reason }) => [phrase.text, given.value.text, reason?.text]),
    ).toEqual([
      ['制度合法合规完整', '是', '已抽查'],
      ['违规次数', '2', undefined],
    ]);
    expect(unit?.claim?.total?.text).toBe('94');
    expect(unit?.claim?.indicators.map(({ indicator, ratio }) => [indicator.text, ratio?.text])).toEqual([
      ['在职人员控制率', '66.67%'],
    ]);
  });
});
