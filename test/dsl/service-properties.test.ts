/**
 * What must hold of the language service for any text whatever: nothing throws, colours tile, and a completion is, once written,
 * what it promised to be.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coloursOf } from '../../dsl/editor/colours.ts';
import { completionsAt } from '../../dsl/editor/completion.ts';
import { expectedAt } from '../../dsl/editor/expected.ts';
import { hoverAt } from '../../dsl/editor/hover.ts';
import type { Manner } from '../../dsl/words/scanner.ts';
import { wordsOf } from '../../dsl/grammar/words.ts';
import { CORPUS } from './corpus.ts';
import { scopeOf } from './scope.ts';

const RATIO = scopeOf({ 量: { 预算完成率: '比率', 完成数: '个', 计划数: '个' }, 分值: '5' });
const LEVELS = scopeOf({ 等级: ['优', '良', '较差'], 分值: '6' });

const PIECES = [
  '预算完成率',
  '完成数',
  '100%',
  '90',
  '（含）',
  '（',
  '）',
  '≥',
  '低于',
  '每',
  '扣',
  '2分',
  '计',
  '满分',
  '，',
  '；',
  '①',
  '若',
  '则',
  '否则',
  '得分＝',
  '最大（',
  '不足',
  '以上',
  '—',
  '资料齐全',
  '优',
  ' ',
  '\n',
  '\u200b',
  '5个百分点',
  '扣完为止',
  '÷',
  '的',
];
const TEXT = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(...CORPUS).map(({ text }) => text),
);
const MANNER = fc.constantFrom<Manner>('standard', 'formula', 'grades');

describe('for any text', () => {
  test('colours tile it', () => {
    fc.assert(
      fc.property(TEXT, MANNER, (text, manner) => {
        let done = 0;
        for (const { span } of coloursOf(text, LEVELS, manner)) {
          expect(span.start).toBe(done);
          expect(span.end).toBeGreaterThan(span.start);
          done = span.end;
        }
        expect(done).toBe(text.length);
      }),
    );
  });

  test('a completion is what it promised to be, and nothing throws', () => {
    fc.assert(
      fc.property(TEXT, fc.nat(), MANNER, fc.constantFrom(RATIO, LEVELS), (text, at, manner, scope) => {
        const offset = at % (text.length + 1);
        hoverAt(text, offset, scope, manner);
        expectedAt(text, offset, scope, manner);
        for (const { insert, span, token, label } of completionsAt(text, offset, scope, manner)) {
          const written = text.slice(0, span.start) + insert + text.slice(span.end);
          const word = wordsOf(written, scope.names, manner).find((found) => found.span.end > span.start);
          expect({ label, kind: word?.kind }).toEqual({ label, kind: token });
          expect(span.start <= offset && offset <= span.end).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
