/**
 * The shape of files: each way to miss it is said once, at its place, with what was meant; and the schema given to editors agrees.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../engine/files/locate.ts';
import { textOf } from '../../engine/files/messages.ts';
import { loadRuleset } from '../../engine/files/ruleset-file.ts';
import { rulesetJsonSchema } from '../../engine/files/schema.ts';
import { loadUnit } from '../../engine/files/unit-file.ts';
import { markedBy, unfilled, unmarked } from './marked.ts';

const HEAD = '标题: 甲\n家族: xiangxi\n年度: 2020\n状态: 草案\n';
const DATA = '数据:\n  在职人数: 人\n';
const LEAF = '指标:\n  - 指标: 控制率\n    分值: 3\n    评分标准: 计满分\n';
const UNIT = '单位: 中心\n家族: xiangxi\n年度: 2020\n';

describe('a ruleset file', () => {
  test.each([
    ['nothing wrong', [], HEAD + DATA + LEAF],
    ['unknown key', ['unknown-key'], `${HEAD}${DATA}${LEAF}‹备注›: 无\n`],
    ['misspelt key counts once', ['unknown-key'], HEAD + DATA + LEAF.replace('评分标准', '‹评分标淮›')],
    ['missing keys are one finding', ['missing-key'], '‹标题›: 甲\n家族: xiangxi\n年度: 2020\n状态: 草案\n'],
    [
      'missing in an indicator',
      ['missing-key'],
      HEAD + DATA + LEAF.replace('    分值: 3\n', '').replace(' 指标: 控', ' ‹指标›: 控'),
    ],
    ['blank key', ['empty-text'], HEAD.replace('标题: 甲', '‹标题›:') + DATA + LEAF],
    ['blank unit', ['empty-text'], HEAD + DATA.replace('在职人数: 人', '‹在职人数›:') + LEAF],
    ['no indicators', ['empty-text'], `${HEAD}${DATA}指标: ‹[]›\n`],
    ['unknown status', ['unknown-choice'], HEAD.replace('草案', '‹草稿›') + DATA + LEAF],
    ['year in words', ['not-whole-number'], HEAD.replace('2020', '‹2020年›') + DATA + LEAF],
    ['family that is a path', ['not-a-slug'], HEAD.replace('xiangxi', '‹../甲›') + DATA + LEAF],
    ['list for text', ['wrong-shape'], HEAD.replace('甲', '[‹甲›]') + DATA + LEAF],
    ['text for map', ['wrong-shape'], `${HEAD}数据: ‹在职人数›\n${LEAF}`],
    ['full-width colon below a key', ['full-width-colon'], `${HEAD}数据:\n  在职人数‹：›人\n${LEAF}`],
    ['full-width colon in braces', ['full-width-colon'], `${HEAD}数据:\n  甲: {单位‹：›人}\n${LEAF}`],
    ['unknown key of a field', ['unknown-key'], `${HEAD}数据:\n  甲: {单位: 人, ‹含意›: 数}\n${LEAF}`],
    ['unknown reading', ['unknown-choice'], `${HEAD}读法: {不足一步: ‹按一档›}\n${DATA}${LEAF}`],
    ['unknown kind of reading', ['unknown-key'], `${HEAD}读法: {‹不足1步›: 不计}\n${DATA}${LEAF}`],
    ['too many decimals', ['not-whole-number'], `${HEAD}得分取整: {小数: ‹11›, 方式: 截尾}\n${DATA}${LEAF}`],
    ['formula as a map', ['wrong-shape'], `${HEAD}${DATA}${LEAF}    公式: {‹甲›: 乙}\n`],
    [
      'group with the key of a leaf',
      ['unknown-key'],
      `${HEAD}${DATA}指标:\n  - 指标: 投入\n    ‹公式›: 甲\n    下级:\n      - {指标: 乙, 分值: 1, 评分标准: 丙}\n`,
    ],
    [
      'fault in a nested leaf',
      ['unknown-key'],
      `${HEAD}${DATA}指标:\n  - 指标: 投入\n    下级:\n      - {指标: 乙, 分值: 1, 评分标准: 丙, ‹公试›: 丁}\n`,
    ],
    ['column without a unit', ['missing-key'], `${HEAD}数据:\n  表: {单位: 记录, 列: {甲: {‹含义›: 丁}}}\n${LEAF}`],
    ['waiver without a reason', ['missing-key'], `${HEAD}${DATA}${LEAF}豁免:\n  - ‹码›: gap\n`],
    ['constructor is an unknown key', ['unknown-key'], `${HEAD}${DATA}${LEAF}‹constructor›: 1\n`],
    ['constructor may be a field', [], `${HEAD}数据: {constructor: 人, toString: 个}\n${LEAF}`],
    ['a unit file', ['not-a-ruleset'], `‹单位›: 中心\n家族: xiangxi\n年度: 2020\n数据: {甲: 1}\n`],
    ['a list', ['not-a-map'], '- ‹甲›\n'],
  ])('%s', (_title, codes, source) => {
    const { text, diagnostics } = loadRuleset(unmarked(source), '甲.yaml');
    expect(markedBy(text, diagnostics)).toEqual({ marked: source, codes });
    expect(diagnostics.flatMap(unfilled)).toEqual([]);
  });

  test('the words of a finding name what was meant, in both languages', () => {
    const { diagnostics } = loadRuleset(HEAD + DATA + LEAF.replace('评分标准', '评分标淮'), '甲.yaml');
    expect(diagnostics.map((diagnostic) => [textOf(diagnostic, 'zh'), textOf(diagnostic, 'en')])).toEqual([
      ['不认识的项“评分标淮”，是不是想写“评分标准”？', 'unknown key “评分标淮”; did you mean “评分标准”?'],
    ]);
  });

  test('a missing key is said of the indicator that lacks it', () => {
    const { diagnostics } = loadRuleset(HEAD + DATA + LEAF.replace('    评分标准: 计满分\n', ''), '甲.yaml');
    expect(diagnostics.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual(['“控制率”缺少“评分标准”']);
  });

  test('the fix of a misspelt key leaves nothing to say', () => {
    const { text, diagnostics } = loadRuleset(HEAD + DATA + LEAF.replace('评分标准', "'评分标淮'"), '甲.yaml');
    const fixed = applyEdits(text, diagnostics[0]?.fixes[0]?.edits ?? []);
    expect(fixed).toBe(HEAD + DATA + LEAF.replace('评分标准', "'评分标准'"));
  });
});

describe('a unit file', () => {
  test.each([
    ['nothing wrong', [], `${UNIT}数据: {甲: 0.10, 乙: 不适用, 丙: }\n`],
    ['no data', ['missing-key'], UNIT.replace('单位', '‹单位›')],
    [
      'one figure in several places',
      [],
      `${UNIT}数据:\n  甲:\n    - {值: 37.31, 处: 表二}\n    - {值: 37.39, 处: 正文}\n`,
    ],
    ['a place left out', ['missing-key'], `${UNIT}数据:\n  甲:\n    - {‹值›: 37.31}\n`],
    ['a table', [], `${UNIT}数据:\n  甲: [{名称: 乙, 值: 3}, {名称: 丙, 值: }]\n`],
    ['an empty table', [], `${UNIT}数据: {甲: []}\n`],
    ['a list of figures', ['wrong-shape', 'wrong-shape'], `${UNIT}数据: {甲: [‹1›, ‹2›]}\n`],
    ['a figure with its place', [], `${UNIT}数据: {甲: {值: 1, 处: 表一}}\n`],
    ['a map for a figure', ['wrong-shape'], `${UNIT}数据: {甲: {‹乙›: 1}}\n`],
    [
      'judged items',
      [],
      `${UNIT}数据: {}\n评定: {甲: {等级: 优, 评分: 3, 理由: 丙, 制度完整: {值: 是, 理由: 丁}, 次数: 2}}\n`,
    ],
    ['misspelt reason', ['unknown-key'], `${UNIT}数据: {}\n评定: {甲: {制度完整: {值: 是, ‹理曲›: 丁}}}\n`],
    ['claims', [], `${UNIT}数据: {}\n自评: {指标: {甲: {比率: 99.27%, 得分: 5, 满分: 5}}, 总分: 94, 等次: 优}\n`],
    ['misspelt claim', ['unknown-key'], `${UNIT}数据: {}\n自评: {‹总份›: 94}\n`],
    ['a ruleset', ['not-a-unit-file'], `‹标题›: 甲\n指标: []\n`],
  ])('%s', (_title, codes, source) => {
    const { text, diagnostics } = loadUnit(unmarked(source), '甲.yaml');
    expect(markedBy(text, diagnostics)).toEqual({ marked: source, codes });
    expect(diagnostics.flatMap(unfilled)).toEqual([]);
  });
});

describe('any tree at all', () => {
  const keys = fc.constantFrom(
    ...[
      '标题',
      '家族',
      '年度',
      '状态',
      '数据',
      '指标',
      '下级',
      '分值',
      '评分标准',
      '公式',
      '量',
      '列',
      '单位',
      '值',
      '处',
      '理由',
    ],
    ...['样例', '评定', '自评', '勾稽', '式', '读法', '不足一步', '条件', 'constructor', 'toString', '甲：乙', '1', ''],
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('甲', '2020', '草案', 'xiangxi', '不计', '', null, '是', '进一'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(fc.tuple(keys, tie('tree')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    ),
  }));

  test('is read without throwing, its findings complete and inside the file', () => {
    fc.assert(
      fc.property(tree, (content) => {
        const source = JSON.stringify(content);
        for (const { text, diagnostics } of [loadRuleset(source, '甲'), loadUnit(source, '甲')]) {
          expect(diagnostics.flatMap(unfilled)).toEqual([]);
          for (const { span } of diagnostics) expect(span.end >= span.start && span.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('the JSON Schema for editors knows the keys, and takes unquoted numbers for texts', () => {
  const schema = rulesetJsonSchema();
  expect(schema).toMatchObject({
    required: ['标题', '家族', '年度', '状态', '数据', '指标'],
    additionalProperties: false,
    properties: {
      标题: { type: ['string', 'number', 'boolean'] },
      状态: { enum: ['草案', '已发布', '已废止'] },
      读法: { properties: { 不足一步: { enum: ['不计', '按一档计', '按比例'] } } },
    },
  });
  expect(JSON.stringify(schema)).not.toMatch(/、/);
});
