/**
 * Nothing said of points is lost: an award, a condition or a limit that finds no place in the tree is an error, never silence.
 */
import { expect, it } from 'vitest';
import { readStandard } from '../../dsl/fold/fold.ts';
import type { Diagnostic } from '../../dsl/index.ts';
import { scopeOf } from './scope.ts';

function errorsOf(text: string): readonly string[] {
  const found: Diagnostic[] = [];
  readStandard(text, scopeOf({ 量: { 完成率: '比率', 满意度: '比率', 偏差率: '比率' } }), new Map(), (one) =>
    found.push(one),
  );
  return found
    .filter(({ severity }) => severity === 'error')
    .map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
}

it.each([
  ['完成率低于90%的，偏差率每超过5%扣1分，扣完为止', 'unknown-origin 偏差率每超过5%'],
  ['完成率达到90%的，对照要点：①制度健全，得5分；②人员到位，得5分', 'award-not-understood 完成率达到90%'],
  ['每发生一次差错扣1分，扣完为止。否则得5分', 'award-not-understood 否则得5分'],
  ['完成率≥90%得10分，否则得5分，最多加3分', 'award-not-understood 最多加3分'],
  ['得2分。得3分', 'award-not-understood 得2分'],
  ['完成率100%计满分；每低于1%扣0.3，扣完为止', 'missing-unit 0.3'],
  ['完成率≥90%，计3；否则计0', 'missing-unit 3'],
  ['完成率≥90%得10分，未完成的看着扣分', 'award-not-understood 未完成的看着扣分'],
  ['完成率≥90%得10分；台账不齐的扣除相应分值', 'award-not-understood 扣除相应分值'],
])('%s', (text, error) => {
  expect(errorsOf(text)).toContain(error);
});

it('keeps what is said twice or holds anyway', () => {
  expect(errorsOf('完成率≥90%得10分，完成率＜90%不得分，最高得10分')).toEqual([]);
  expect(errorsOf('未发生投诉的得8分；发生投诉的，每起扣2分，扣完为止')).toEqual([]);
});

it('takes 得0分 for 不得分', () => {
  const texts = ['得0分', '不得分', '按0分计'].map((zero) => `完成率≥90%得10分，否则得5分。发生重大事故的，${zero}`);
  const kinds = texts.map((text) =>
    readStandard(text, scopeOf({ 量: { 完成率: '比率' } }), new Map(), () => undefined),
  );
  expect(kinds.map(({ standard }) => standard?.kind)).toEqual(['case', 'case', 'case']);
});

it('keeps a condition that ends like a remark', () => {
  const { standard } = readStandard('按规定进行评价的得10分，否则不得分', scopeOf({}), new Map(), () => undefined);
  expect(standard?.kind === 'part' && standard.bands.length).toBe(2);
});

it('counts faults when they happen, requirements when they are missing', () => {
  const measured = (text: string): string =>
    JSON.stringify(readStandard(text, scopeOf({}), new Map(), () => undefined).standard, bigints);
  expect(measured('下列问题每项扣3分：①迟报；②漏报。扣完为止')).toContain('"kind":"count","of":');
  expect(measured('下列问题每项扣3分：①迟报；②漏报。扣完为止')).toMatch(/"value":true/);
  expect(measured('具备下列要素，每缺一项扣3分：①迟报；②漏报。扣完为止')).toMatch(/"value":false/);
  const scope = scopeOf({ 量: { 完成率: '比率' } });
  const text = '具备下列要素，每缺一项扣3分：①制度健全；②完成率≥90%；③人员到位';
  const { standard } = readStandard(text, scope, new Map(), () => undefined);
  const [step] = standard?.kind === 'part' ? standard.adjustments : [];
  expect(step?.measure.kind === 'count' && step.measure.of.map(({ kind }) => kind)).toEqual([
    'input',
    'compare',
    'input',
  ]);
});

it('reports a grade without a condition', () => {
  expect(errorsOf('直接定为差')).toContain('award-not-understood 直接定为差');
});

it('settles the ends of effects too: no figure falls between them', () => {
  const { beyond } = readStandard(
    '事故率在1%-2%，总分得0分。事故率在2%-3%，总分得50分',
    scopeOf({ 量: { 事故率: '比率' } }),
    new Map(),
    () => undefined,
  );
  const ends = beyond.effects.map(({ when }) =>
    when.kind === 'all' ? when.of.map((one) => (one.kind === 'compare' ? one.operator : '')) : [],
  );
  expect(ends).toEqual([
    ['≥', '<'],
    ['≥', '≤'],
  ]);
});

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

it('does not pass over an exception in brackets', () => {
  const found: Diagnostic[] = [];
  readStandard('制度健全得10分（迟报除外）', scopeOf({}), new Map(), (one) => found.push(one));
  expect(found.map(({ code, span }) => `${code} ${String(span.start)}`)).toContain('not-understood 8');
});
