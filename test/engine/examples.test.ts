/** 样例 are scored like any unit, and what they expect otherwise is said at its place. */
import { expect, test } from 'vitest';
import { runExamples } from '../../engine/examples/examples.ts';
import { textOf } from '../../engine/files/messages.ts';
import { linkText, ratioRow, rulesetText } from './small.ts';

const GOOD = '率≥100%，计满分；率＜100%不得分';

function found(example: string, whole = ''): readonly string[] {
  const text = `${rulesetText({ rows: [ratioRow(GOOD, example)] })}${whole}`;
  return runExamples(linkText(text).ruleset).map(
    (one) => `${text.slice(one.span.start, one.span.end)}｜${textOf(one, 'zh')}`,
  );
}

test('an example that holds says nothing', () => {
  expect(found('样例: [{ 数据: { 甲: 1, 乙: 1 }, 得分: 5分 }, { 数据: { 甲: 0, 乙: 1 }, 得分: 0.0 }]')).toEqual([]);
});

test('an example that fails says what it should be and what it is', () => {
  expect(found('样例: [{ 数据: { 甲: 1, 乙: 1 }, 得分: 4 }]')).toEqual(['4｜样例不符：甲乙应为4，算得5']);
  expect(found('样例: [{ 数据: { 甲: 1 }, 得分: 5 }]')).toEqual(['5｜样例不符：甲乙应为5，算得缺数据（0—5）']);
});

test('an example of the whole table has indicators, total and grade', () => {
  const whole = '样例:\n  - { 数据: { 甲: 1, 乙: 1 }, 指标: { 甲乙: 5 }, 总分: 6, 等次: 优 }\n';
  expect(found('', whole).map((text) => text.split('｜')[1])).toEqual([
    '样例不符：总分应为6，算得5',
    '样例不符：等次应为优，算得差',
  ]);
});

test('an example with figures that cannot be read says so', () => {
  expect(found('样例: [{ 数据: { 甲: 哈, 乙: 1 }, 得分: 5 }]')[0]).toContain('应当是数值');
});
