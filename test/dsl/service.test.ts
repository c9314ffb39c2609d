/** The language service over one text; │ marks the cursor. What holds for any text is in service-properties.test.ts. */
import { describe, expect, test } from 'vitest';
import { coloursOf } from '../../dsl/editor/colours.ts';
import { type Completion, completionsAt } from '../../dsl/editor/completion.ts';
import { type Expectation, expectationsAfter, expectedAt } from '../../dsl/editor/expected.ts';
import { hoverAt } from '../../dsl/editor/hover.ts';
import type { Manner } from '../../dsl/words/scanner.ts';
import { pinyinOf } from '../../dsl/words/pinyin.ts';
import { isReserved } from '../../dsl/grammar/reserved.ts';
import type { Scope } from '../../dsl/expressions/scope.ts';
import type { TokenKind } from '../../dsl/words/tokens.ts';
import { wordsOf } from '../../dsl/grammar/words.ts';
import { CORPUS } from './corpus.ts';
import { measureNamed, scopeOf } from './scope.ts';

const RATIO = scopeOf({ 量: { 预算完成率: '比率', 完成数: '个', 计划数: '个' }, 分值: '5' });
const LEVELS = scopeOf({ 等级: ['优', '良', '较差'], 分值: '6' });
const TOTAL = scopeOf({ 量: { 总分: '分' } });

const cursor = (marked: string): readonly [text: string, offset: number] => [
  marked.replace('│', ''),
  marked.indexOf('│'),
];

function completions(marked: string, scope: Scope = RATIO, manner: Manner = 'standard'): readonly Completion[] {
  const [text, offset] = cursor(marked);
  return completionsAt(text, offset, scope, manner);
}

function labels(marked: string, scope?: Scope, manner?: Manner): readonly string[] {
  return completions(marked, scope, manner).map(({ label }) => label);
}

/** The text with the completion of this label written. */
function completed(marked: string, label: string, scope?: Scope, manner?: Manner): string {
  const [text] = cursor(marked);
  const found = completions(marked, scope, manner).find((completion) => completion.label === label);
  if (found === undefined) return `no ${label}`;
  return text.slice(0, found.span.start) + found.insert + text.slice(found.span.end);
}

describe('colours', () => {
  test.each([
    [
      '预算完成率≥90%（含）计5分',
      'name 预算完成率 comparison ≥ number 90 unit % mark （含） scoring 计 number 5 unit 分',
    ],
    ['①资料齐全，得2分', 'list ① phrase 资料齐全 punctuation ， scoring 得 number 2 unit 分'],
    [
      '每低于 5 个百分点扣2分',
      'scoring 每 comparison 低于 blank ␣ number 5 blank ␣ unit 个百分点 scoring 扣 number 2 unit 分',
    ],
  ])('of %s', (text, colours) => {
    const told = coloursOf(text, RATIO, 'standard').map(
      ({ span, colour }) => `${colour} ${text.slice(span.start, span.end)}`,
    );
    expect(told.join(' ').replaceAll('blank  ', 'blank ␣')).toBe(colours);
  });

  test('a character the language has no place for is unknown', () => {
    expect(coloursOf('计\u200b5分', RATIO, 'standard').map(({ colour }) => colour)).toContain('unknown');
  });

  test('a text too long to be read is one unknown span', () => {
    expect(coloursOf('计'.repeat(30_000), RATIO, 'standard')).toEqual([
      { span: { start: 0, end: 30_000 }, colour: 'unknown' },
    ]);
  });
});

describe('what may follow', () => {
  test.each<readonly [string, Manner, readonly string[]]>([
    ['│', 'standard', ['name', 'step', 'award', 'list']],
    ['预算完成率│', 'standard', ['comparison', 'step']],
    ['预算完成率≥│', 'standard', ['number', 'name']],
    ['预算完成率≥90│', 'standard', ['unit', 'inclusion', 'award']],
    ['80%（含）│', 'standard', ['range', 'suffix']],
    ['100%计│', 'standard', ['points']],
    ['100%计满分，每低于5%扣2分，│', 'standard', ['stop', 'reading', 'limit']],
    ['得分＝│', 'standard', ['name', 'function']],
    ['预算完成率＝（完成数│', 'formula', ['operator', 'close']],
    ['若完成数≥1│', 'formula', ['then']],
    ['90（含）—│', 'grades', ['number']],
    ['90分以上为│', 'grades', ['grade']],
  ])('at %s', (marked, manner, kinds) => {
    const [text, offset] = cursor(marked);
    expect(expectedAt(text, offset, RATIO, manner).map(({ kind }) => kind)).toEqual(expect.arrayContaining([...kinds]));
  });

  test('inside a word is what may stand in its place', () => {
    expect(expectedAt('预算完成率≥90%', 2, RATIO, 'standard').map(({ kind }) => kind)).toContain('name');
  });

  test('an award does not follow an award', () => {
    const kinds = expectedAt('100%计满分', 7, RATIO, 'standard').map(({ kind }) => kind);
    expect(kinds).toEqual(['separator']);
  });

  test('nearly every word of the official sentences was expected where it stands', () => {
    const words = CORPUS.flatMap(({ kind: manner, text, names }) =>
      wordsOf(text, names, manner).flatMap(({ kind, span }) => {
        const wanted = EXPECTED[kind];
        if (wanted === undefined) return [];
        const found = expectationsAfter(
          text.slice(0, span.start),
          { names, level: measureNamed('等级', ['优']) },
          manner,
        );
        return [wanted.some((expectation) => found.has(expectation))];
      }),
    );
    expect(words.filter((met) => met).length / words.length).toBeGreaterThan(0.97);
  });
});

/** Of which expectations a word of a kind may be the answer. */
const EXPECTED: Readonly<Partial<Record<TokenKind, readonly Expectation[]>>> = {
  name: ['name'],
  quantity: ['number', 'points', 'condition'],
  points: ['number', 'points', 'award'],
  date: ['number', 'condition'],
  rank: ['number', 'condition'],
  inclusion: ['inclusion'],
  close: ['close'],
  comma: ['separator'],
  hard: ['separator'],
  plus: ['operator'],
  times: ['operator'],
  itemMark: ['list'],
  function: ['function'],
  compare: ['comparison'],
  suffix: ['suffix'],
  each: ['step'],
  verb: ['award'],
  full: ['award', 'points'],
  zero: ['award'],
  proportion: ['award'],
  scoreIs: ['score'],
  stop: ['stop'],
  otherwise: ['otherwise'],
  if: ['if'],
};

describe('completion', () => {
  test.each<[marked: string, label: string, written: string, scope?: Scope, manner?: Manner]>([
    ['│', '预算完成率', '预算完成率'],
    ['预算│', '预算完成率', '预算完成率'],
    ['ysw│', '预算完成率', '预算完成率'],
    ['yusuan│', '预算完成率', '预算完成率'],
    ['预│完成率≥90%', '预算完成率', '预算完成率完成率≥90%'],
    ['完成│数≥9个', '计划数', 'no 计划数'],
    ['完│成数≥9个', '完成数', 'no 完成数'],
    ['预算完成率≥90│', '%', '预算完成率≥90%'],
    ['预算完成率≥90%│', '（含）', '预算完成率≥90%（含）'],
    ['预算完成率≥90%，计│', '计满分', '预算完成率≥90%，计满分'],
    ['100%计满分，每低│', '每低于…扣…分，扣完为止', '100%计满分，每低于1个百分点扣1分，扣完为止'],
    ['100%计满分，mdy│', '每低于…扣…分，扣完为止', '100%计满分，每低于1个百分点扣1分，扣完为止'],
    ['100%计满分，每低于5%扣2分│', '（不足…的不计）', '100%计满分，每低于5%扣2分（不足1个百分点的不计）'],
    ['100%计满分，每低于5%扣2分，扣│', '扣完为止', '100%计满分，每低于5%扣2分，扣完为止'],
    ['│', '得分＝…', '得分＝预算完成率×分值'],
    ['较│得6分', '较差', '较差得6分', LEVELS],
    ['│', '优', '优', LEVELS],
    ['预算完成率＝完成│', '完成数', '预算完成率＝完成数', RATIO, 'formula'],
    ['预算完成率＝最│', '最大(数, 数, …)', '预算完成率＝最大（0）', RATIO, 'formula'],
    ['│', '…（含）—…分为…', '90（含）—100分为优', TOTAL, 'grades'],
  ])('%s and %s give %s', (marked, label, written, scope, manner) => {
    expect(completed(marked, label, scope, manner)).toBe(written);
  });

  test('the indicator’s own measure comes first', () => {
    expect(labels('│')[0]).toBe('预算完成率');
  });

  test('its own units come before others', () => {
    const all = labels('预算完成率≥90│');
    expect(all.indexOf('个百分点')).toBeLessThan(all.indexOf('万元'));
  });

  test('a half-typed word leaves only what begins so', () => {
    expect(labels('得│')).toEqual(['得…分', '得分＝…']);
  });

  test('letters that are the pinyin of nothing offer nothing', () => {
    expect(labels('xyzxyz│')).toEqual([]);
  });

  test('a band is not offered where a number is compared with', () => {
    expect(labels('预算完成率≥│')).not.toContain('…（含）以上计…分');
  });

  test('examples in a pattern are marked to be written over', () => {
    const found = completions('│').find(({ label }) => label === '≥…计满分');
    expect(found?.holes.map(({ start, end }) => found.insert.slice(start, end))).toEqual(['100%']);
  });

  test('labels are found by their characters, their initials and their pinyin', () => {
    expect(completions('│')[0]?.filterText).toBe('预算完成率 yswcl yusuanwanchenglv');
  });
});

describe('pinyin', () => {
  test.each([
    ['“三公经费”变动率', 'sangongjingfeibiandonglv', 'sgjfbdl'],
    ['预算调整数', 'yusuantiaozhengshu', 'ystzs'],
    ['会计核算', 'kuaijihesuan', 'kjhs'],
    ['绿化', 'lvhua', 'lh'],
    ['A类项目', 'aleixiangmu', 'alxm'],
    ['≥', '', ''],
  ])('of %s', (label, full, initials) => {
    expect(pinyinOf(label)).toEqual({ full, initials });
  });
});

describe('reserved words', () => {
  test.each(['分', '满分', '每', '最大', '5%', '（', '≥', '不低于', '比率', ''])('%s cannot be a name', (name) => {
    expect(isReserved(name)).toBe(true);
  });

  test.each(['预算完成率', '社会公众或服务对象满意度', '上年结转和结余', '每股收益'])('%s can', (name) => {
    expect(isReserved(name)).toBe(false);
  });
});

describe('hover', () => {
  test.each<[marked: string, zh: readonly string[], scope?: Scope, manner?: Manner]>([
    ['│预算完成率≥90%计5分', ['预算完成率：比率', '预算完成率≥90%时，得5分']],
    [
      '100%计满分，每低于│5%扣2分，扣完为止',
      ['5%：比率', '预算完成率从100%起每低5个百分点，扣2分；不足一档的怎么算，没有写明'],
    ],
    [
      '100%计满分，每低于│5%扣2分（不足5%的不计），扣完为止',
      ['5%：比率', '预算完成率从100%起每低5个百分点，扣2分；不足一档的不计'],
    ],
    ['100%计满分，每低于5%扣2分，│扣完为止', ['扣完为止：最低扣到0分']],
    ['│90%（含）以上计5分；80%—90%计3分', ['90%：比率', '正好90%时在这一档内（文字写明）', '预算完成率≥90%时，得5分']],
    [
      '90%（含）以上计5分；80%—│90%计3分',
      ['90%：比率', '正好90%时不在这一档内（由相邻的一档决定）', '80%≤预算完成率＜90%时，得3分'],
    ],
    ['│60%以上计5分', ['60%：比率', '正好60%时在这一档内（没有写明，按惯例）', '预算完成率≥60%时，得5分']],
    ['│资料齐全得2分', ['资料齐全：不能由数据算出，由评价人判断是或否', '“资料齐全”时，得2分']],
    ['│较差不得分；优得6分；良得3分', ['较差：本指标的等级，共3档：优、良、较差', '较差时，得0分'], LEVELS],
    ['预算完成率＝│最大（完成数，0）', ['最大(数, 数, …)、最大(表.列)：其中最大的；各行中最大的'], RATIO, 'formula'],
    ['预算完成率＝完成数÷│计划量', ['计划量：没有叫这个名字的数据'], RATIO, 'formula'],
    [
      '│90（含）—100分为优',
      ['90：没有写单位的数，单位随它所比的量', '正好90时在这一档内（文字写明）', '90分≤总分≤100分时，等次为优'],
      TOTAL,
      'grades',
    ],
  ])('at %s', (marked, zh, scope = RATIO, manner = 'standard') => {
    const [text, offset] = cursor(marked);
    expect(hoverAt(text, offset, scope, manner)?.lines.map((line) => line.zh)).toEqual(zh);
  });

  test('speaks English too', () => {
    const lines = hoverAt('100%计满分，每低于5%扣2分（不足5%的不计）', 8, RATIO, 'standard')?.lines ?? [];
    expect(lines.map(({ en }) => en)).toEqual([
      '每: every step: how wide it is, and the points it takes or gives',
      'for every 5 percentage points 预算完成率 is below 100%: minus 2 points; a part step does not count',
    ]);
  });

  test('money is told in its base unit', () => {
    const scope = scopeOf({ 量: { 支出: '万元' } });
    expect(hoverAt('支出＋85.07万元', 3, scope, 'formula')?.lines[0]?.zh).toBe('85.07万元＝850700元');
  });

  test('there is nothing to say where nothing stands', () => {
    expect(hoverAt('', 0, RATIO, 'standard')).toBeUndefined();
  });
});
