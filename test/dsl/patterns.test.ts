/**
 * The tables of what begins at a place: the letters a row says it begins with must be all that its pattern can begin with, since rows
 * are looked up by letter.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMOUNTS, ATOMS, CLAUSES, type Row, atomAhead, chunkAhead } from '../../dsl/grammar/patterns.ts';
import { LETTERS } from '../../dsl/words/tokens.ts';

const LETTER = fc.constantFrom(...new Set(Object.values(LETTERS)));
const RUN = fc.array(LETTER, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));

function fits<Kind>({ pattern }: Row<Kind>, letters: string): boolean {
  if (pattern !== undefined) pattern.lastIndex = 0;
  return pattern?.test(letters) === true;
}

describe('rows of clause, condition and amount', () => {
  const rows: readonly Row<string>[] = [...CLAUSES, ...ATOMS, ...AMOUNTS];
  it.each(rows.filter(({ pattern }) => pattern !== undefined).map((row) => [row.ahead, row] as const))(
    'say every letter that %s may begin with',
    (_, row) => {
      const others = [...new Set(Object.values(LETTERS))].filter((letter) => !row.starts.includes(letter));
      fc.assert(
        fc.property(fc.constantFrom(...others), RUN, (first, rest) => {
          expect(fits(row, first + rest)).toBe(false);
        }),
        { numRuns: 3_000 },
      );
    },
  );
});

describe('what begins', () => {
  it('is the first row that fits', () => {
    fc.assert(
      fc.property(RUN, (letters) => {
        const fitting = (rows: readonly Row<string>[]): string | undefined =>
          rows.find((row) => (row.pattern === undefined ? row.starts.includes(letters.charAt(0)) : fits(row, letters)))
            ?.ahead;
        expect(chunkAhead(letters, 0)).toBe(fitting(CLAUSES) ?? 'single');
        expect(atomAhead(letters, 0)).toBe(fitting(ATOMS) ?? 'holds');
      }),
      { numRuns: 5_000 },
    );
  });
});
