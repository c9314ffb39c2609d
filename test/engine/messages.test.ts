/**
 * The catalogue: no code twice, both languages for all, and both with the same values in them.
 */
import { expect, test } from 'vitest';
import { LANGUAGE_MESSAGES } from '../../dsl/index.ts';
import { ENGINE_MESSAGES, MESSAGES } from '../../engine/files/messages.ts';

test('no code is both of the language and of the engine', () => {
  expect(Object.keys(ENGINE_MESSAGES).filter((code) => code in LANGUAGE_MESSAGES)).toEqual([]);
});

test.each(Object.entries(ENGINE_MESSAGES))('%s says the same in both languages', (_code, { zh, en }) => {
  const values = (text: string): readonly string[] =>
    [...new Set([...text.matchAll(/\{(\w+?)(?:En)?\}/g)].map(([, name = '']) => name))].toSorted();
  expect(values(en)).toEqual(values(zh));
});

test('codes are words of the Latin alphabet joined by hyphens', () => {
  expect(Object.keys(MESSAGES).filter((code) => !/^[a-z]+[a-z0-9]*(-[a-z0-9]+)*$/.test(code))).toEqual([]);
});
