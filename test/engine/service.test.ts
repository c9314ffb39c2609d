/**
 * The language service over a ruleset file: │ marks the cursor, ‹› the places found. And what must hold of any file and offset:
 * nothing throws, colours never overlap. Renaming is in service-rename.test.ts.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../dsl/index.ts';
import { applyEdits } from '../../engine/files/locate.ts';
import { renameAt } from '../../engine/editor/rename.ts';
import { SMALL, at } from './service-small.ts';
import {
  definitionAt,
  fileColours,
  fileCompletions,
  fileExpected,
  fileHover,
  openRuleset,
  passageAt,
  referencesOf,
} from '../../engine/editor/service.ts';

const BIG = readFileSync(new URL('../../rulesets/xiangxi-department/2020.yaml', import.meta.url), 'utf8');

const open = openRuleset(SMALL, 'small.yaml');

/** The line of the file around a place, with the place marked. */
function shown(span: Span): string {
  const start = SMALL.lastIndexOf('\n', span.start - 1) + 1;
  const end = SMALL.indexOf('\n', span.end);
  return `${SMALL.slice(start, span.start)}‹${SMALL.slice(span.start, span.end)}›${SMALL.slice(span.end, end)}`.trim();
}

test('the small file has no fault', () => {
  expect(
    [...open.loaded.diagnostics, ...(open.linked?.diagnostics ?? [])].filter(({ severity }) => severity === 'error'),
  ).toEqual([]);
});

describe('the passage', () => {
  test.each([
    ['完成率≥│90%计5分', 'standard', '完成率≥│90%计5分；完成率≥及格线计3分；否则不得分'],
    ['      实际完成数│÷', 'formula', '完成率＝ 实际完成数│÷计划数×100%'],
    ['每超过1│个百分点', 'standard', '≤10%计满分，每超过1│个百分点扣1分，扣完为止'],
    ['支出＝年末│结余＋', 'expression', '支出＝年末│结余＋完成数×1万元÷1个'],
    ['15（含）│—19', 'grades', '15（含）│—19分为优；15分以下为差'],
    ['范围: ≥│0', 'range', '≥│0'],
    ['及格线: 60│%', 'expression', '60│%'],
    ['支出: 万│元', 'unit', '万│元'],
  ])('at %s', (marked, kind, text) => {
    const place = passageAt(open, at(marked));
    const whole = place?.passage.text.text ?? '';
    expect([place?.passage.kind, `${whole.slice(0, place?.offset)}│${whole.slice(place?.offset)}`]).toEqual([
      kind,
      text,
    ]);
  });

  test('none stands at a key', () => {
    expect(passageAt(open, at('状│态'))).toBeUndefined();
  });

  test('its offset leads back to the offset in the file', () => {
    for (const { text } of open.passages) {
      for (let offset = 0; offset < text.text.length; offset += 1) {
        const { start } = text.at({ start: offset, end: offset + 1 });
        expect(passageAt(open, start)?.offset).toBe(offset);
      }
    }
  });
});

describe('colours', () => {
  test('point into the file', () => {
    const told = fileColours(open).map(({ span, colour }) => `${colour} ${SMALL.slice(span.start, span.end)}`);
    expect(told).toEqual(expect.arrayContaining(['name 实际完成数', 'name 及格线', 'level 一般', 'unit 个百分点']));
  });

  test.each([
    ['the small file', SMALL],
    ['the founding ruleset', BIG],
  ])('never overlap in %s', (_, text) => {
    let done = 0;
    for (const { span } of fileColours(openRuleset(text, 'a.yaml'))) {
      expect(span.start).toBeGreaterThanOrEqual(done);
      done = span.end;
    }
  });
});

describe('completion', () => {
  test.each([
    ['完成率≥90%│计5分', '（含）', '完成率≥90%（含）计5分'],
    ["评分标准: '│完成率", '完成率', "评分标准: '完成率完成率"],
    ['结余率＝年末│结余', '年末结余', undefined],
    ['公式: 结余率＝│年末', '完成数', '公式: 结余率＝完成数年末'],
    ['15（含）│—19', '以上', '15（含）以上—19'],
    ['支出: 万│元', '亿元', '支出: 亿元'],
    ['数据: { 实际│完成数: 9', '支出', '数据: { 支出: 9'],
  ])('at %s offers %s', (marked, label, written) => {
    const found = fileCompletions(open, at(marked)).find((completion) => completion.label === label);
    const text = found === undefined ? '' : (applyEdits(SMALL, [found.edit]) ?? '');
    expect(written === undefined ? found : text.includes(written)).toBe(written === undefined ? undefined : true);
  });

  test('a name comes with what the dictionary says of it', () => {
    const found = fileCompletions(open, at('公式: 结余率＝│年末')).find(({ label }) => label === '完成数');
    expect(found?.detail.zh).toBe('个，整数，完成数≥0个；年末完成的；见表一；又称实际完成数');
  });

  test('an indicator’s sentence offers its own measure first, and its levels', () => {
    expect(fileCompletions(open, at("评分标准: '│完成率"))[0]?.label).toBe('完成率');
    expect(fileCompletions(open, at('评分标准: │好的')).map(({ label }) => label)).toContain('一般');
  });

  test('there is nothing to offer outside the passages', () => {
    expect(fileCompletions(open, at('标题│'))).toEqual([]);
  });
});

test('what may follow is told for any passage', () => {
  expect(fileExpected(open, at('完成率≥│90%')).map(({ kind }) => kind)).toContain('number');
  expect(fileExpected(open, at('标题│'))).toEqual([]);
});

describe('hover', () => {
  test.each([
    [
      '│每超过1个百分点',
      ['每：每一档；后面写多大一档、扣或加多少分', '结余率从10%起每高出1个百分点，扣1分；不足一档的不计'],
    ],
    ['      实际│完成数÷', ['实际完成数（完成数）：个，整数，完成数≥0个；年末完成的；见表一；又称实际完成数']],
    ['│及格线计3分', ['及格线：比率；参数，60%', '完成率≥及格线时，得3分']],
    ['│完成数: {', ['完成数：个，整数，完成数≥0个；年末完成的；见表一；又称实际完成数']],
    ['15（含）│—19', ['—：减；两个数之间表示区间', '15分≤总分≤19分时，等次为优']],
  ])('at %s', (marked, lines) => {
    const found = fileHover(open, at(marked))?.lines.map(({ zh }) => zh) ?? [];
    expect(found).toEqual(lines);
  });
});

describe('definition', () => {
  test.each([
    ['÷计│划数', '‹计划数›: 个'],
    ['      实际│完成数÷', '完成数: { 单位: 个, 含义: 年末完成的, 别名: [‹实际完成数›], 处: 表一 }'],
    ['完成率≥90│%计5分；完成率', undefined],
    ["'完│成率≥90%", '‹完成率›＝'],
    ['≥及格│线', '‹及格线›: 60%'],
    ['一│般的得2分', '等级: [好, ‹一般›, 差]'],
    ['等级: 一│般', '等级: [好, ‹一般›, 差]'],
    ['{ 制度│齐全: 是 }', '条件: { ‹制度齐全›: 是非 }'],
    ['指标: { 完成│情况: 5', '- 指标: ‹完成情况›'],
    ['支出＝年│末结余', '‹年末结余›: { 单位: 万元, 范围: ≥0 }'],
    ['{ 结余比例: 结│余率', '公式: ‹结余率›＝年末结余÷支出×100%'],
    ['计划│数: 个', '‹计划数›: 个'],
  ])('of %s', (marked, target) => {
    const found = definitionAt(open, at(marked));
    expect(found && shown(found.target)).toBe(target);
  });
});

test('references are the declaration, its other spellings and every use', () => {
  expect(referencesOf(open, at('│完成数: {')).map(({ role, span }) => `${role} ${shown(span)}`)).toEqual([
    'definition ‹完成数›: { 单位: 个, 含义: 年末完成的, 别名: [实际完成数], 处: 表一 }',
    'definition 完成数: { 单位: 个, 含义: 年末完成的, 别名: [‹实际完成数›], 处: 表一 }',
    'reference ‹实际完成数›÷计划数×100%',
    'reference - { 数据: { ‹完成数›: 9, 计划数: 10 }, 得分: 5 }',
    'reference - { 式: 支出＝年末结余＋‹完成数›×1万元÷1个, 容差: 0.01万元 }',
    'reference - 数据: { ‹实际完成数›: 9, 计划数: 10 }',
  ]);
});

describe('of any file and offset', () => {
  const damaged = fc
    .tuple(
      fc.nat({ max: SMALL.length }),
      fc.nat({ max: 6 }),
      fc.constantFrom('', '“', '"', '：', ': ', '计', '（', '\n', '  ', '- ', '{', '\t', '完成数'),
    )
    .map(([offset, length, insert]) => SMALL.slice(0, offset) + insert + SMALL.slice(offset + length));

  test('nothing throws', () => {
    fc.assert(
      fc.property(damaged, fc.array(fc.nat({ max: SMALL.length + 5 }), { maxLength: 4 }), (text, offsets) => {
        const file = openRuleset(text, 'small.yaml');
        fileColours(file);
        for (const offset of offsets) {
          fileCompletions(file, offset);
          fileExpected(file, offset);
          fileHover(file, offset);
          definitionAt(file, offset);
          referencesOf(file, offset);
        }
      }),
      { numRuns: 120 },
    );
  });

  test('a file that is no ruleset has nothing to say', () => {
    const file = openRuleset(': {', 'small.yaml');
    expect([fileColours(file), fileCompletions(file, 1), fileHover(file, 1)]).toEqual([[], [], undefined]);
    expect(renameAt(file, 1, '名').kind).toBe('refused');
  });
});
