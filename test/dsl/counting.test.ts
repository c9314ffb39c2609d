/**
 * What a sentence asks for where it counts: a number of something, a yes or no, or what is declared already.
 */
import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../dsl/expressions/core.ts';
import { collector } from '../../dsl/text/diagnostic.ts';
import { readStandard } from '../../dsl/fold/fold.ts';
import { coresOf } from '../../dsl/expressions/standard.ts';
import { type Declarations, scopeOf } from './scope.ts';

/** The inputs a sentence reads, each with its unit, in the order they are read. */
function askedBy(text: string, declarations: Declarations = {}): readonly string[] {
  const { report, diagnostics } = collector();
  const { standard } = readStandard(text, scopeOf(declarations), new Map(), report);
  const faults = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  if (standard === undefined) return faults;
  const measures = new Map(
    coresOf(standard)
      .flatMap(measuresOf)
      .map((measure) => [measure.name, measure]),
  );
  return [...measures.values()].map(({ name, type, unit }) => `${name}:${type.kind === 'number' ? unit.name : '是非'}`);
}

describe('one of something with points off or on is counted', () => {
  test.each([
    ['发现1例违规操作，扣1分，扣完为止', '发现违规操作:例'],
    ['查实一起违纪案件扣2分，扣完为止', '查实违纪案件:起'],
    ['凡被市级通报批评1次扣2分，扣完为止', '被市级通报批评:次'],
    ['有1名党员干部受处分的扣2分，扣完为止', '有党员干部受处分:人'],
    ['媒体曝光的，1次扣2分，扣完为止', '媒体曝光:次'],
    ['获得省级表彰1次得2分，最高得6分', '获得省级表彰:次'],
    ['逾期1天扣0.5分，扣完为止', '逾期:天'],
    ['发现1处（项）问题扣2分，扣完为止', '发现问题:处'],
  ])('%s', (text, input) => {
    expect(askedBy(text)).toEqual([input]);
  });
});

describe('numerals that count nothing stay words', () => {
  test.each([
    ['一次性通过验收得10分，否则不得分', '一次性通过验收:是非'],
    ['与相关部门一起开展检查的得10分，否则不得分', '与相关部门一起开展检查:是非'],
    ['一户一档完整的得10分，否则不得分', '一户一档完整:是非'],
    ['第一次验收未通过的扣2分，扣完为止', '第一次验收未通过:是非'],
    ['制定一套制度得10分，未制定的不得分', '制定一套制度:是非'],
  ])('%s', (text, input) => {
    expect(askedBy(text)[0]).toBe(input);
  });
});

describe('several numbers of one thing are a ladder over one count', () => {
  test.each([
    ['被通报1次计6分；被通报2次计3分；被通报3次以上（含3次）计0分；未被通报计10分', '被通报:次'],
    ['未发生安全事故得10分，发生1起得3分，发生2起及以上不得分', '发生安全事故:起'],
    ['被上级督办1次的扣1分，2次的扣3分，3次及以上的扣6分', '被上级督办:次'],
  ])('%s', (text, input) => {
    expect(askedBy(text)).toEqual([input]);
  });
});

describe('what is declared is not asked again', () => {
  const two: Declarations = { 量: { 迟报次数: '次', 漏报次数: '次' } };
  test.each<[string, Declarations, readonly string[]]>([
    ['漏报一次扣1分，扣完为止', two, ['漏报次数:次']],
    ['每漏报一次扣1分，扣完为止', two, ['漏报次数:次']],
    ['无事故得10分，每发生1起事故扣2分，扣完为止', { 量: { 事故起数: '起' } }, ['事故起数:起']],
    ['培训2次以上得10分，1次得5分，未开展不得分', { 量: { 培训次数: '次' } }, ['培训次数:次']],
    [
      '按期完成得10分，超期5天以内得6分，超期5天（不含）以上不得分',
      { 量: { 超期天数: '天' }, 别称: { 超期: '超期天数' } },
      ['超期天数:天'],
    ],
    ['每发生1人（次）违纪扣2分，扣完为止', { 量: { 违纪次数: '次' } }, ['违纪次数:次']],
  ])('%s', (text, declarations, inputs) => {
    expect(askedBy(text, declarations)).toEqual(inputs);
  });

  test.each<[string, Declarations]>([
    ['培训2次以上得10分，1次得5分，未报送总结的不得分', { 量: { 培训次数: '次' } }],
    ['无事故得10分，每发生1起扣2分，扣完为止；发生重大事故的不得分', { 量: { 事故起数: '起' } }],
    ['培训2次以上得10分，1次得5分，未完成培训任务的不得分', { 量: { 培训次数: '次' } }],
  ])('another thing is: %s', (text, declarations) => {
    expect(askedBy(text, declarations)).toHaveLength(2);
  });
});

describe('what cannot be counted on is an error', () => {
  const rate: Declarations = { 量: { 完成率: '%' } };
  const rank: Declarations = { 量: { 排名: '名' } };
  test.each<[string, Declarations, string]>([
    ['100%计满分，每低于0个百分点扣1分，扣完为止', rate, 'zero-step'],
    ['100%计满分，每降低扣1分，扣完为止', rate, 'unknown-step'],
    ['100%计满分，每低于5扣1分，扣完为止', rate, 'missing-unit'],
    ['第一名得10分，依次类推', rank, 'series-unclear'],
    ['第一名得10分，第二名得9分，第三名得7分，依次类推', rank, 'series-unclear'],
    ['第一名得10分，第二名得9.999分，依次类推', rank, 'series-too-long'],
    ['前三名分别得10分、8分', rank, 'shares-uneven'],
  ])('%s', (text, declarations, code) => {
    expect(askedBy(text, declarations)).toContain(code);
  });
});
