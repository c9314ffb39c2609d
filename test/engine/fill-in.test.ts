/**
 * What a unit's file lacks, as lines to copy: under the key they belong to, indented as the file is; once copied and filled in, nothing
 * is asked for any more.
 */
import { describe, expect, test } from 'vitest';
import { fillIns } from '../../engine/ruleset/fill-in.ts';
import { score } from '../../engine/score/score.ts';
import { loadUnit } from '../../engine/files/unit-file.ts';
import { linkText, ratioRow, rulesetText } from './small.ts';

const RULES = rulesetText({
  rows: [
    ratioRow('率≥90%计5分；率＜90%不得分'),
    "指标: 制度, 分值: 5, 评分标准: '①有财务制度，2分；②制度执行有效，3分'",
    '指标: 质量, 分值: 6, 评分标准: 优得5—6分；良得3—5分；差得0—3分',
  ],
});

function asked(text: string): ReturnType<typeof fillIns> {
  const { unit } = loadUnit(text, 'u.yaml');
  if (unit === undefined) throw new Error(`cannot be read: ${text}`);
  const { indicators } = score(linkText(RULES).ruleset, unit);
  return fillIns(
    indicators.flatMap(({ needs }) => needs),
    text,
  );
}

const HEAD = '单位: 某单位\n家族: small\n年度: 2020\n';

describe('lines to fill in', () => {
  test.each<[what: string, text: string, copied: readonly string[], blank: readonly string[]]>([
    [
      'stand under the keys that are there',
      `${HEAD}数据:\n  甲: 9\n评定:\n  制度:\n    有财务制度: 是\n`,
      [
        '数据 |   乙:   # 万元',
        '评定›制度 |     制度执行有效:   # 是或否',
        '评定 |   质量: /     等级:   # 优、良、差',
      ],
      [],
    ],
    [
      'bring the keys that are not',
      `${HEAD}数据:\n  甲: 9\n  乙: 10\n`,
      [
        ' | 评定: /   制度: /     有财务制度:   # 是或否 /     制度执行有效:   # 是或否 /   质量: /     等级:   # 优、良、差',
      ],
      [],
    ],
    [
      'are indented as the file is',
      `${HEAD}数据:\n    甲: 9\n评定:\n    制度:\n        有财务制度: 是\n        制度执行有效: 是\n    质量: { 等级: 优 }\n`,
      ['数据 |     乙:   # 万元', '评定›质量{} | 评分:   # 分'],
      [],
    ],
    [
      'point at keys that wait for their value',
      `${HEAD}数据:\n  甲: 9\n  乙:\n评定:\n  制度: { 有财务制度: 是, 制度执行有效: 是 }\n  质量:\n`,
      ['评定›质量 |     等级:   # 优、良、差'],
      ['乙 6'],
    ],
  ])('%s', (_what, text, copied, blank) => {
    const found = asked(text);
    expect(
      found.copied.map(
        ({ under, inBraces, lines }) => `${under.join('›')}${inBraces ? '{}' : ''} | ${lines.join(' / ')}`,
      ),
    ).toEqual(copied);
    expect(found.blank.map(({ name, line }) => `${name} ${String(line)}`)).toEqual(blank);
  });

  test('copied to the end of the file and filled in, leave nothing to ask but what the answers lead to', () => {
    const text = `${HEAD}数据:\n  甲: 9\n  乙: 10\n`;
    const lines = asked(text).copied.flatMap((each) => each.lines);
    const filled = lines.map((line) => line.replace(/ {3}# 是或否$/, ' 是').replace(/ {3}# 优、良、差$/, ' 优'));
    expect(asked(`${text}${filled.join('\n')}\n`).copied.map((each) => each.lines)).toEqual([['    评分:   # 分']]);
  });
});
