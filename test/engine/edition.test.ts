/**
 * Which edition of a ruleset a unit is scored under.
 */
import { describe, expect, test } from 'vitest';
import { chooseEdition, type RulesetHead, rulesetPath, unknownFamily } from '../../engine/ruleset/edition.ts';
import { loadUnit, type UnitFile } from '../../engine/files/unit-file.ts';

function unit(family = 'a'): UnitFile {
  const { unit: loaded } = loadUnit(`单位: 甲\n家族: ${family}\n年度: 2020\n数据: { 人数: 1 }\n`, 'u.yaml');
  if (loaded === undefined) throw new Error('the unit of this test cannot be read');
  return loaded;
}

/** `2020-2 published` → a head, stored where it belongs. */
function head(line: string, family = 'a'): RulesetHead {
  const [, year = '', edition = '1', status] = /^(\d+)(?:-(\d+))? (draft|published|withdrawn)$/.exec(line) ?? [];
  if (status !== 'draft' && status !== 'published' && status !== 'withdrawn') throw new Error(line);
  const own = { file: '', family, fiscalYear: Number(year), edition: Number(edition), status } as const;
  return { ...own, file: `rulesets/${rulesetPath(own)}` };
}

describe('the edition chosen', () => {
  test.each<[of: readonly string[], file: string, notices: readonly string[]]>([
    [['2020 published'], 'rulesets/a/2020.yaml', []],
    [['2020 published', '2020-2 published'], 'rulesets/a/2020-2.yaml', []],
    [['2020 published', '2020-2 draft'], 'rulesets/a/2020.yaml', []],
    [['2020-9 published', '2020-10 published'], 'rulesets/a/2020-10.yaml', []],
    [['2020 draft', '2020-2 draft'], 'rulesets/a/2020-2.yaml', ['draft-used']],
    [['2020 draft', '2020-2 withdrawn'], 'rulesets/a/2020.yaml', ['draft-used']],
    [['2019 published', '2020 draft', '2021 published'], 'rulesets/a/2020.yaml', ['draft-used']],
  ])('of %j is %s', (lines, file, notices) => {
    const { chosen, diagnostics } = chooseEdition(
      lines.map((line) => head(line)),
      unit(),
    );
    expect(chosen?.file).toBe(file);
    expect(diagnostics.map(({ code }) => code)).toEqual(notices);
  });

  test('does not hang on the order of the files', () => {
    const heads = ['2020 published', '2020-2 published', '2020-3 draft'].map((line) => head(line));
    expect(chooseEdition(heads.toReversed(), unit()).chosen).toBe(chooseEdition(heads, unit()).chosen);
  });

  test('of two that claim to be the same is the one stored in its place', () => {
    const own = head('2020 published');
    const copy = { ...own, file: 'rulesets/a/2020 copy.yaml' };
    expect([chooseEdition([copy, own], unit()).chosen, chooseEdition([own, copy], unit()).chosen]).toEqual([own, own]);
  });
});

describe('no edition is chosen', () => {
  test.each<[why: string, lines: readonly string[], years: string | undefined]>([
    ['of another year', ['2019 published', '2021 published', '2021-2 draft'], '2019、2021'],
    ['that is withdrawn', ['2020 withdrawn'], undefined],
    ['where there is none', [], undefined],
  ])('%s', (_why, lines, years) => {
    const { chosen, diagnostics } = chooseEdition(
      lines.map((line) => head(line)),
      unit(),
    );
    expect(chosen).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'no-ruleset', span: unit().fiscalYearText.span }]);
    expect(diagnostics[0]?.data['years']).toBe(years);
  });

  test('of another family', () => {
    expect(chooseEdition([head('2020 published', 'b')], unit()).chosen).toBeUndefined();
  });
});

test('an unknown family is reported at its place, with the one that may have been meant', () => {
  const given = unit('xiangxi-departmnet');
  expect(unknownFamily(given, ['hunan', 'xiangxi-department'])).toMatchObject({
    code: 'no-family',
    span: given.family.span,
    data: { family: 'xiangxi-departmnet', suggestion: 'xiangxi-department' },
  });
});
