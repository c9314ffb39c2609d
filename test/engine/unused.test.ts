/**
 * Names that stand in a ruleset or a unit's file and that no sentence uses: declared inputs, and answers to nothing that is asked.
 */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../engine/files/messages.ts';
import { linkText, rulesetText, scoreSmall } from './small.ts';

const LIST = '①有财务制度，2分；②制度合法合规完整，3分';

describe('what is declared of an indicator and not used by its sentence', () => {
  test.each<[more: string, found: readonly string[]]>([
    ['清单: [有财务制度, 制度合法合规完整]', []],
    [
      '清单: [有财务制度, 制度合法合规]',
      ['“清单”里的“制度合法合规”在评分标准里没有用到，是不是想写“制度合法合规完整”？'],
    ],
    ['清单: [有财务制度, 制度合法合规完整, 公开及时]', ['“清单”里的“公开及时”在评分标准里没有用到']],
    ['条件: { 有新建项目: 是非 }', ['“条件”里的“有新建项目”在评分标准里没有用到']],
    ['量: { 违规次数: 次 }', ['“量”里的“违规次数”在评分标准里没有用到']],
  ])('%s', (more, found) => {
    const rows = [`指标: 制度, 分值: 5, 评分标准: ${LIST}, ${more}`];
    const { diagnostics } = linkText(rulesetText({ rows, grades: '4（含）—5分为优；4分以下为差' }));
    const warnings = diagnostics.filter(({ code }) => code === 'unused-input');
    expect(warnings.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual(found);
  });

  test('is not spoken of where the sentence itself is at fault', () => {
    const rows = ['指标: 制度, 分值: 5, 评分标准: 制度由上级规定, 清单: [有财务制度]'];
    expect(linkText(rulesetText({ rows })).diagnostics.map(({ code }) => code)).not.toContain('unused-input');
  });
});

describe('an answer nobody asked for', () => {
  test.each<[judged: string, found: readonly string[]]>([
    ['有财务制度: 是, 制度合法合规完整: 是', []],
    ['有财务制度: 是, 制度合规完整: 是', ['指标“制度”没有评定项“制度合规完整”，是不是想写“制度合法合规完整”？']],
    [
      '有财务制度: 是, 制度合法合规完整: 是, 制度合规完整: 是',
      ['指标“制度”没有评定项“制度合规完整”（评定项有：有财务制度、制度合法合规完整）'],
    ],
    ['等级: 好', ['指标“制度”没有评定项“等级”（评定项有：有财务制度、制度合法合规完整）']],
    [
      '有财务制度: 是, 公开及时: 是',
      ['指标“制度”的评分标准没有用到评定项“公开及时”，不影响得分（评定项有：有财务制度、制度合法合规完整）'],
    ],
  ])('%s', (judged, found) => {
    const rows = [`指标: 制度, 分值: 5, 评分标准: ${LIST}, 条件: [公开及时]`];
    const { diagnostics } = scoreSmall({ rows }, '', `制度: { ${judged} }`);
    expect(diagnostics.map((diagnostic) => textOf(diagnostic, 'zh'))).toEqual(found);
  });
});
