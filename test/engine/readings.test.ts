/** What readings cost whom: which units’ points and grades hang on a choice, and that a setting gives what scoring gives. */
import { describe, expect, test } from 'vitest';
import { toExactText } from '../../dsl/index.ts';
import { readingsOver, type ReadingStakes } from '../../engine/prove/readings.ts';
import { loadUnit } from '../../engine/files/unit-file.ts';
import { linkText, type Parts, ratioRow, rulesetText, scoreSmall, totalOf } from './small.ts';

function stakesOf(parts: Parts, units: Readonly<Record<string, string>>): ReadingStakes {
  const { ruleset } = linkText(rulesetText(parts));
  const loaded = Object.entries(units).map(([name, data]) => {
    const { unit } = loadUnit(`单位: ${name}\n家族: small\n年度: 2020\n数据: { ${data} }\n`, `${name}.yaml`);
    return unit ?? expect.unreachable();
  });
  return readingsOver(ruleset, loaded);
}

/** `2—4 grade`: the points of every option, then what depends on it. */
function brief({ questions }: ReadingStakes): readonly string[] {
  return questions.flatMap(({ indicator, setting, stakes }) =>
    stakes.map(({ unit, depends, outcomes }) => {
      const points = outcomes.map(({ low, high }) => [...new Set([low, high].map(toExactText))].join('—'));
      return [indicator.name, setting ?? '未定', unit, points.join(' '), depends].join(' ');
    }),
  );
}

const STEPS = '率≤100%计满分，每超过4%扣1分，扣完为止';
const TABLE = '9分（含）以上为优；9分以下为差';
const OTHER = '指标: 丙项, 分值: 5, 量: [丙], 评分标准: 丙≥0%得5分；丙＜0%不得分, 方向: 越高越好';

describe('a choice left open', () => {
  const parts: Parts = { rows: [ratioRow(STEPS), OTHER], grades: TABLE };

  test('costs nobody anything on a whole step, points between steps, and a grade near its threshold', () => {
    expect(
      brief(
        stakesOf(parts, {
          整步: '甲: 108, 乙: 100, 丙: 10%',
          半步: '甲: 106, 乙: 100, 丙: 10%',
          低分: '甲: 106, 乙: 100, 丙: -10%',
          缺数: '乙: 100, 丙: 10%',
        }),
      ),
    ).toEqual([
      '甲乙 未定 整步 3 3 3 none',
      '甲乙 未定 半步 4 3 3.5 grade',
      '甲乙 未定 低分 4 3 3.5 points',
      '甲乙 未定 缺数 0—5 0—5 0—5 unknown',
    ]);
  });

  test('is compared under every way to read the other choices, so that a grade hanging on two of them is seen', () => {
    const second = ratioRow(STEPS).replace('指标: 甲乙', '指标: 又一').replaceAll('率', '比');
    // 4 or 3 and 4 or 3: of the four totals 8, 7.5, 7 and 6 only the first is 优.
    const both: Parts = { rows: [ratioRow(STEPS), second], grades: '8分（含）以上为优；8分以下为差' };
    expect(brief(stakesOf(both, { 半步: '甲: 106, 乙: 100' }))).toEqual([
      '甲乙 未定 半步 4 3 3.5 grade',
      '又一 未定 半步 4 3 3.5 grade',
    ]);
    const low: Parts = { ...both, grades: '9分（含）以上为优；9分以下为差' };
    expect(brief(stakesOf(low, { 半步: '甲: 106, 乙: 100' }))).toEqual([
      '甲乙 未定 半步 4 3 3.5 points',
      '又一 未定 半步 4 3 3.5 points',
    ]);
  });

  test('is answered alike with all of its kind as well', () => {
    const second = ratioRow(STEPS).replace('指标: 甲乙', '指标: 又一').replaceAll('率', '比');
    const { together } = stakesOf({ rows: [ratioRow(STEPS), second] }, { 半步: '甲: 106, 乙: 100' });
    expect(
      together.map(({ kind, units }) => [
        kind,
        ...units.flatMap(({ outcomes }) => outcomes.map(({ total }) => toExactText(total.low))),
      ]),
    ).toEqual([['不足一步', '8', '6', '7']]);
  });
});

describe('a choice that 读法 settles', () => {
  test.each(['不计', '按一档计', '按比例'])(
    'as %s is tried all the same, and its own option is what scoring gives',
    (choice) => {
      const parts: Parts = { head: `读法: { 不足一步: ${choice} }`, rows: [ratioRow(STEPS), OTHER], grades: TABLE };
      const data = '甲: 103, 乙: 100, 丙: 1%';
      const { questions } = stakesOf(parts, { 某单位: data });
      const [{ setting, stakes } = expect.unreachable()] = questions;
      expect(setting).toBe(choice);
      const own = stakes[0]?.outcomes.find(({ option }) => option === choice) ?? expect.unreachable();
      expect(toExactText(own.total.low)).toBe(totalOf(scoreSmall(parts, data)));
    },
  );

  test('in the words of the sentence is no choice', () => {
    const parts: Parts = { rows: [ratioRow(STEPS.replace('扣1分', '扣1分（不足4%的不计）'))] };
    expect(stakesOf(parts, { 某单位: '甲: 103, 乙: 100' }).questions).toEqual([]);
  });
});
