/**
 * Tokens to trees: goldens a chunk a line, texts nobody should write, and that any text at all parses.
 */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { collector } from '../../dsl/text/diagnostic.ts';
import { NO_NAMES } from '../../dsl/words/names.ts';
import { MAX_LENGTH, parseFormula, parseGrades, parseStandard } from '../../dsl/grammar/parser.ts';
import { expandForms } from '../../dsl/text/forms.ts';
import { VOCABULARY } from '../../dsl/words/vocabulary.ts';
import { CORPUS, inside, misplaced, read, type TextKind } from './corpus.ts';
import { type Golden, goldens } from './golden.ts';
import { outlineFindings, outlineFormula, outlineGrades, outlineSentence } from './outline.ts';

const KINDS: readonly TextKind[] = ['standard', 'formula', 'grades'];

function outline(kind: TextKind, { source, names }: Golden): string {
  const { report, diagnostics } = collector();
  const tree = (): string => {
    if (kind === 'standard') return outlineSentence(parseStandard(source, names, report));
    if (kind === 'grades') return outlineGrades(parseGrades(source, names, report));
    const formula = parseFormula(source, names, report);
    return formula === undefined ? '' : outlineFormula(formula);
  };
  return [tree(), outlineFindings(diagnostics, source)].filter((part) => part !== '').join('\n');
}

describe.each([
  ['a sentence', 'standard', 'standards.golden.txt'],
  ['a formula', 'formula', 'formulas.golden.txt'],
  ['a grade table', 'grades', 'grades.golden.txt'],
] as const)('%s', (_what, kind, file) => {
  test.each(goldens(file).map((golden) => [golden.title, golden] as const))('%s', (_title, golden) => {
    expect(outline(kind, golden)).toBe(golden.expected);
  });
});

describe('texts nobody should write', () => {
  test.each([
    ['10,000 open brackets', '（'.repeat(10_000), ['too-deep']],
    ['10,000 closed brackets', '）'.repeat(10_000), Array<string>(10_000).fill('unbalanced-bracket')],
    ['65 brackets in each other', `${'（'.repeat(65)}1${'）'.repeat(65)}`, ['too-deep']],
    ['64 brackets in each other', `${'（'.repeat(64)}1${'）'.repeat(64)}`, []],
    ['one character too many', '1'.repeat(MAX_LENGTH + 1), ['too-long']],
  ] as const)('%s are reported', (_what, text, codes) => {
    expect(read('standard', text, NO_NAMES).diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  const PIECES = ['（', '）', '（）', '（1）', '(1)+', '每', '每1项', '，', '；', '＋', '－ ', '1＋', '1且', '的', '①'];
  const WORDS = [
    '若',
    '若1则',
    '若1则2，否则',
    '最大（',
    '含',
    '±',
    '1至',
    '1≥',
    '得分＝',
    '“',
    '\n',
    '非',
    '\u200b',
    '　',
  ];

  test.each([...PIECES, ...WORDS])('as much of %s as a text may hold is parsed, and soon', (piece) => {
    const text = piece.repeat(Math.floor(MAX_LENGTH / piece.length));
    for (const kind of KINDS) {
      const start = performance.now();
      read(kind, text, NO_NAMES);
      expect(performance.now() - start).toBeLessThan(5000);
    }
  });

  test.each([
    '超额部分每超1个百分点加0.1分',
    '投资完成率100%—130%）部分每超1个百分点加0.2分，130%以上部分每超1个',
    '（含）得5分',
    '按比例得分（含）',
    '每，最多扣6分',
    '得分＝（1－',
    '第3名的不计',
    '优，',
  ])('%s is read as far as it goes', (text) => {
    for (const kind of KINDS) expect(() => read(kind, text, NO_NAMES)).not.toThrow();
  });

  it('names a control character by its place', () => {
    const { diagnostics } = read('standard', '完成\u0007的得2分', NO_NAMES);
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'unexpected-character',
        span: { start: 2, end: 3 },
        data: { text: '\u0007', codepoint: 'U+0007' },
      }),
    ]);
  });
});

describe('any text', () => {
  const characters = fc.constantFrom(
    ...new Set([...VOCABULARY.flatMap(({ forms }) => expandForms(forms)), ...CORPUS.map(({ text }) => text)].join('')),
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: characters, maxLength: 60 }),
    fc
      .array(fc.constantFrom(...VOCABULARY.flatMap(({ forms }) => expandForms(forms))), { maxLength: 20 })
      .map((words) => words.join('')),
    fc.constantFrom('\ud800', '\udfff得2分', '完成\ud83d的', ''),
  );

  it('parses as anything without throwing, with every place inside the text and inside its parent', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...KINDS), fc.constantFrom(...CORPUS), (text, kind, { names }) => {
        const whole = { start: 0, end: text.length };
        const { tree, diagnostics } = read(kind, text, names);
        expect(misplaced(tree, whole)).toEqual([]);
        expect(diagnostics.filter(({ span }) => !inside(span, whole))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test.each(CORPUS.map((written) => [written.id, written] as const))(
    '%s parses at every stage of its typing',
    (_id, { kind, text, names }) => {
      for (let length = 0; length <= text.length; length += 1) {
        const typed = text.slice(0, length);
        expect(misplaced(read(kind, typed, names).tree, { start: 0, end: length })).toEqual([]);
      }
    },
  );
});
