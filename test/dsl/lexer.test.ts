/**
 * Text to tokens: goldens of what is taken for what, and that any text at all lexes into tokens that stand in it in order.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { lex, payloadOf } from '../../dsl/words/lexer.ts';
import type { Manner } from '../../dsl/words/scanner.ts';
import { type Names, NO_NAMES } from '../../dsl/words/names.ts';
import { foldWidth } from '../../dsl/text/source.ts';
import { expandForms } from '../../dsl/text/forms.ts';
import { VOCABULARY } from '../../dsl/words/vocabulary.ts';
import { CORPUS, declared } from './corpus.ts';
import { goldens } from './golden.ts';
import { visible } from './outline.ts';

const MANNERS: readonly Manner[] = ['standard', 'formula', 'grades'];

const NAMES = declared(['完成率', '上年结转和结余', '“三公经费”变动率', '每万元能耗', '得'], ['优', '较好']);

const characters = fc.constantFrom(
  ...new Set([...VOCABULARY.flatMap(({ forms }) => expandForms(forms)), ...CORPUS.map(({ text }) => text)].join('')),
);

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  fc.string({ unit: characters, maxLength: 60 }),
  fc
    .array(fc.constantFrom(...VOCABULARY.flatMap(({ forms }) => expandForms(forms))), { maxLength: 20 })
    .map((words) => words.join('')),
);

/** Tokens as `kind image`, with the value behind = when it is not the image. */
function shown(text: string, names: Names): string {
  const { tokens } = lex(text, names, 'standard');
  const pieces = tokens.map((token) => {
    const { kind, value, unit } = payloadOf(token);
    const written = text.slice(token.startOffset, token.startOffset + token.image.length);
    const meant = `${value}${unit ?? ''}`;
    return `${kind} ‹${visible(written)}›${meant === '' || meant === written ? '' : ` = ${visible(meant)}`}`;
  });
  return pieces.join('\n');
}

describe('tokens', () => {
  test.each(goldens('tokens.golden.txt').map((golden) => [golden.title, golden] as const))('%s', (_title, golden) => {
    expect(shown(golden.source, golden.names)).toBe(golden.expected);
  });
});

/** The words of the vocabulary that leave no token, longest first. */
const FILLERS = VOCABULARY.flatMap(({ kind, forms }) => (kind === 'filler' ? expandForms(forms) : [])).toSorted(
  (a, b) => b.length - a.length,
);

describe('any text', () => {
  it('lexes into tokens that stand in it one after another', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...MANNERS), fc.constantFrom(NAMES, NO_NAMES), (text, manner, names) => {
        const { tokens, letters } = lex(text, names, manner);
        expect(letters).toHaveLength(tokens.length);
        let done = 0;
        for (const { startOffset, image } of tokens) {
          expect(startOffset).toBeGreaterThanOrEqual(done);
          expect(image).not.toBe('');
          done = startOffset + image.length;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('loses no character but blanks and words that say nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 40 }), (text) => {
        let rest = foldWidth(text);
        for (const { startOffset, image } of lex(text, NAMES, 'standard').tokens) {
          rest = rest.slice(0, startOffset) + ' '.repeat(image.length) + rest.slice(startOffset + image.length);
        }
        expect(FILLERS.reduce((left, filler) => left.replaceAll(filler, ''), rest).trim()).toBe('');
      }),
      { numRuns: 300 },
    );
  });

  it('lexes the same in full width', () => {
    for (const { text, names } of CORPUS) {
      const letters = (source: string): string => lex(source, names, 'standard').letters;
      expect(letters(fullWidth(text))).toBe(letters(text));
    }
  });
});

function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replaceAll(' ', '　');
}
