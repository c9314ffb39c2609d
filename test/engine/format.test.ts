/** Formatting: what is made even, what stays as it is, and that a second time changes nothing. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatRuleset } from '../../engine/editor/format.ts';
import { layOut } from '../../engine/files/layout.ts';
import { link } from '../../engine/ruleset/link.ts';
import { loadRuleset } from '../../engine/files/ruleset-file.ts';
import { RULESET } from '../cli/house.ts';

const ROOT = new URL('../../', import.meta.url);

describe('layout', () => {
  test.each(globSync('rulesets/**/*.yaml', { cwd: ROOT }).sort())('of %s is left as it is', (path) => {
    const text = readFileSync(new URL(path, ROOT), 'utf8');
    expect(layOut(text) === text).toBe(true);
  });

  test.each([
    ['indents by two', '甲:\n    乙: 一\n    丙:\n            丁: 二\n', '甲:\n  乙: 一\n  丙:\n    丁: 二\n'],
    ['indents lists under their key', '甲:\n- 一\n-   二\n', '甲:\n  - 一\n  - 二\n'],
    ['keeps a list’s map together', '甲:\n-   乙: 一\n    丙: 二\n', '甲:\n  - 乙: 一\n    丙: 二\n'],
    ['keeps lists of lists', '- - 一\n  - 二\n-   - 三\n', '- - 一\n  - 二\n- - 三\n'],
    ['takes off blanks at the end of lines', '甲: 一  \n乙: 二\t\n', '甲: 一\n乙: 二\n'],
    ['keeps blank lines', '\n甲: 一\n\n\n乙: 二\n', '\n甲: 一\n\n\n乙: 二\n'],
    ['ends with one line break', '甲: 一\n\n\n', '甲: 一\n'],
    ['keeps the line breaks of Windows', '甲:\r\n    乙: 一\r\n', '甲:\r\n  乙: 一\r\n'],
    [
      'moves comments with what they are about',
      '甲:\n    # 乙\n    乙: 一 # 后\n# 丙\n丙: 二\n',
      '甲:\n  # 乙\n  乙: 一 # 后\n# 丙\n丙: 二\n',
    ],
    ['takes off quotes', `甲: "一"\n'乙': 'x y'\n`, '甲: 一\n乙: x y\n'],
    [
      'keeps quotes that are needed',
      `甲: "一: 二"\n乙: '# 三'\n丙: ''\n丁: '~'\n`,
      `甲: "一: 二"\n乙: '# 三'\n丙: ''\n丁: '~'\n`,
    ],
    ['keeps quotes around what others take for a number', `甲: "1.50"\n乙: 'true'\n`, `甲: "1.50"\n乙: 'true'\n`],
    ['keeps quotes that flow needs', `甲: { 乙: "一, 二", 丙: '三' }\n`, `甲: { 乙: "一, 二", 丙: 三 }\n`],
    [
      'moves texts of several lines whole',
      '甲:\n    乙: |\n          一\n            二  \n\n    丙: >-\n        三\n        四\n',
      '甲:\n  乙: |\n        一\n          二  \n\n  丙: >-\n      三\n      四\n',
    ],
    ['keeps aliases', '甲: &x { 乙: 一 }\n丙: *x\n', '甲: &x { 乙: 一 }\n丙: *x\n'],
    ['leaves alone what cannot be read', '甲: "一\n', '甲: "一\n'],
  ])('%s', (_what, before, after) => {
    expect(layOut(before)).toBe(after);
    expect(layOut(after)).toBe(after);
  });

  test('of any indentation gives the same, and means the same', () => {
    const even = layOut(RULESET);
    fc.assert(
      fc.property(
        fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
        fc.integer({ min: 2, max: 5 }),
        (blanks, step) => {
          const messy = even
            .split('\n')
            .map((line, index) =>
              line === ''
                ? ''
                : line.replace(/^ +/, (indent) => ' '.repeat((indent.length / 2) * step)) +
                  ' '.repeat(blanks[index] ?? 0),
            )
            .map((line) => line.replace(/^( *)- (?=\S)/, (_, indent: string) => `${indent}-${' '.repeat(step - 1)}`))
            .join('\n');
          expect(layOut(messy)).toBe(even);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a ruleset', () => {
  test('with an error is not formatted', () => {
    const { formatted, diagnostics } = formatRuleset(RULESET.replace('分值: 10', '分直: 10'), 'a.yaml', false);
    expect(formatted).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain('unknown-key');
  });

  test('keeps its wording unless canonical wording is asked for', () => {
    const worded = RULESET.replace('在职人员控制率≤100%，计满分；', '在职人员控制率≦100%, 得满分;');
    expect(formatRuleset(worded, 'a.yaml', false).formatted).toBe(worded);
    expect(formatRuleset(worded, 'a.yaml', true).formatted).toContain(
      '在职人员控制率≤100%，计满分；每超过1个百分点扣0.3分，扣完为止',
    );
  });

  test.each(globSync('rulesets/*/*.yaml', { cwd: ROOT }).sort())(
    '%s in canonical wording has the same hash',
    (path) => {
      const text = readFileSync(new URL(path, ROOT), 'utf8').replace(/^状态: .*$/m, '状态: 草案');
      const { formatted = '' } = formatRuleset(text, path, true);
      expect(hashOf(formatted)).toBe(hashOf(text));
      expect(formatRuleset(formatted, path, true).formatted).toBe(formatted);
      expect(commentsOf(formatted)).toEqual(commentsOf(text));
    },
  );
});

function hashOf(text: string): string {
  const { ruleset } = loadRuleset(text, 'a.yaml');
  if (ruleset === undefined) throw new Error('the ruleset cannot be read');
  return link(ruleset).ruleset.hash;
}

function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/^ *#.*$/gm)].map(([comment]) => comment);
}
