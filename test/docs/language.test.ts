/**
 * Holds docs/language.md to the language: the file is what the generator gives, every example of a sentence gives its points, every
 * example of a diagnostic its diagnostic, every chunk is the chunk it is called.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FUNCTIONS } from '../../dsl/words/functions.ts';
import { parseStandard } from '../../dsl/grammar/parser.ts';
import { MESSAGES, runConformance } from '../../engine/index.ts';
import { declared } from '../dsl/corpus.ts';
import { CHUNKS } from './chunks.ts';
import { codesOf, filesOf } from './faulty-files.ts';
import { FAULTS, SAMPLE_RULESET, SAMPLE_UNIT } from './faults.ts';
import { gatheringRuleset, GATHERING_UNIT } from './gathering.ts';
import { EXAMPLES, EXAMPLES_FILE } from './list.ts';
import { languagePage } from './page.ts';
import { SECTIONS } from './prose.ts';

test('docs/language.md is what `npm run docs` writes', () => {
  const committed = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8');
  expect(committed === languagePage(), 'run `npm run docs`').toBe(true);
});

describe('an example of the reference', () => {
  const { outcomes } = runConformance(readFileSync(EXAMPLES_FILE), 'en');

  test.each(outcomes.map((outcome) => [outcome.id, outcome.sentence, outcome.differences] as const))(
    '%s %s gives what it says',
    (_id, _sentence, differences) => {
      expect(differences).toEqual([]);
    },
  );

  test('stands in a section that there is', () => {
    const ids = SECTIONS.map(({ id }) => id);
    expect(EXAMPLES.filter((example) => !ids.includes(example.领域))).toEqual([]);
  });

  test('is there for every function', () => {
    const prose = SECTIONS.flatMap(({ text }) => text.map(({ zh }) => zh));
    const texts = [...EXAMPLES.map(({ 公式 = '', 标准 = '' }) => 公式 + 标准), ...prose].join('\n');
    const lacking = FUNCTIONS.filter(({ names }) => names.every((name) => !texts.includes(name)));
    expect(lacking.map(({ names }) => names[0])).toEqual([]);
  });
});

describe('a formula in the words of a section', () => {
  const formulas = SECTIONS.filter(({ id }) => id === 'rows' || id === 'peers').flatMap(({ text }) =>
    text.flatMap(({ zh }) => [...zh.matchAll(/`([^`＝]+＝[^`]+)`/g)].map(([, formula = '']) => formula)),
  );

  test.each(formulas)('%s is read without a finding', (formula) => {
    expect(codesOf(gatheringRuleset(formula), GATHERING_UNIT)).toEqual([]);
  });
});

describe('a chunk', () => {
  const names = declared(['完成率']);

  test.each(Object.entries(CHUNKS))('of kind %s is in its example', (kind, { sentence, piece }) => {
    const { chunks } = parseStandard(sentence, names, () => undefined);
    const found = chunks.map((chunk) => [chunk.kind, sentence.slice(chunk.span.start, chunk.span.end)]);
    expect(found).toContainEqual([kind, piece]);
  });
});

describe('the sample files', () => {
  test('are without a finding', () => {
    expect(codesOf(SAMPLE_RULESET, SAMPLE_UNIT)).toEqual([]);
  });

  test('speak only of codes that there are', () => {
    expect(Object.keys(FAULTS).filter((code) => !Object.hasOwn(MESSAGES, code))).toEqual([]);
  });

  test.each(Object.entries(FAULTS))('with the example of %s get it', (code, fault) => {
    expect(codesOf(...filesOf(fault))).toContain(code);
  });
});
