/** Renaming over a ruleset file: every place and no other, refused with a reason, and undone by renaming back. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../engine/files/locate.ts';
import { type Renaming, renameAt } from '../../engine/editor/rename.ts';
import { openRuleset } from '../../engine/editor/service.ts';
import { SMALL, at } from './service-small.ts';

const BIG = readFileSync(new URL('../../rulesets/xiangxi-department/2020.yaml', import.meta.url), 'utf8');

const open = openRuleset(SMALL, 'small.yaml');

describe('rename', () => {
  const renamed = (renaming: Renaming, text = SMALL): string | undefined =>
    renaming.kind === 'edits' ? applyEdits(text, renaming.edits) : `${renaming.reason} ${renaming.text.zh}`;

  test.each([
    ['│计划数: 个', '目标数', '计划数'],
    ['│完成数: {', '办结数', '(?<!实际)完成数'],
    ['[实际│完成数]', '实际办结数', '实际完成数'],
    ["'完│成率≥90%", '办结率', '完成率'],
    ['│及格线: 60%', '合格线', '及格线'],
    ['≤10%计│满分', '满额', ''],
    ['等级: [好, 一│般', '中等', '一般'],
    ['量: { 违规│例数', '违规次数', '违规例数'],
    ['指标: 完成│情况', '办结情况', '完成情况'],
    ['{ 结余│比例', '结余占比', '结余比例'],
  ])('at %s to %s', (marked, name, pattern) => {
    const result = renamed(renameAt(open, at(marked), name));
    if (pattern === '') expect(result).toMatch(/^nothing-here/);
    else expect(result).toBe(SMALL.replaceAll(new RegExp(pattern, 'g'), name));
  });

  test.each([
    ['│计划数: 个', '', 'empty'],
    ['│计划数: 个', ' 目标数', 'bad-characters'],
    ['│计划数: 个', '目标\n数', 'bad-characters'],
    ['│计划数: 个', '满分', 'reserved'],
    ['│计划数: 个', '5%', 'reserved'],
    ['│计划数: 个', '支出', 'clash'],
    ['│计划数: 个', '实际完成数', 'clash'],
    ['│计划数: 个', '完成率', 'clash'],
    ['│计划数: 个', '违规例数', 'clash'],
    ['│支出: 万元', '计5', 'changes-meaning'],
    ['量: { 违规│例数', '一', 'changes-meaning'],
    ['│标题', '表', 'nothing-here'],
    ['状态: 草│案', '表', 'nothing-here'],
  ])('at %s to “%s” is refused: %s', (marked, name, reason) => {
    expect(renamed(renameAt(open, at(marked), name))).toMatch(new RegExp(`^${reason} .`));
  });

  test('to the name it has changes nothing', () => {
    expect(renamed(renameAt(open, at('│计划数: 个'), '计划数'))).toBe(SMALL);
  });

  test('there and back again leaves the file as it was, for every name in it', () => {
    const things = new Map(
      open
        .occurrences()
        .filter(({ role }) => role === 'definition')
        .map((occurrence) => [occurrence.thing.id, occurrence]),
    );
    expect(things.size).toBeGreaterThan(15);
    for (const { text, span, thing } of things.values()) {
      const there = renameAt(open, text.at(span).start, '崭新称呼');
      if (there.kind === 'refused') throw new Error(`${thing.id}: ${there.text.zh}`);
      const changed = applyEdits(SMALL, there.edits) ?? '';
      const back = renameAt(openRuleset(changed, 'small.yaml'), changed.indexOf('崭新称呼'), thing.name);
      expect([thing.id, renamed(back, changed)]).toEqual([thing.id, SMALL]);
    }
  });

  test('a name used all over the founding ruleset is changed and changed back', () => {
    const founding = openRuleset(BIG, '2020.yaml');
    const there = renameAt(founding, at('  年初│预算: {', BIG), '年初批准预算');
    const changed = renamed(there, BIG) ?? '';
    expect(there).toMatchObject({ kind: 'edits', places: 23 });
    expect(changed).toContain('（上年结转和结余+年初批准预算+本年追加预算-年末结转和结余）');
    expect(changed).toContain('年初批准预算: { 单位: 万元, 含义: 年初批复的部门预算, 别名: [预算数, 年初预算数');
    const back = renameAt(openRuleset(changed, '2020.yaml'), at('  年初│批准预算: {', changed), '年初预算');
    expect(renamed(back, changed)).toBe(BIG);
  });
});
