/**
 * One slip is said once: what only follows from a misspelt name, an unfinished formula or a lone bracket is not spoken of, and what
 * stands on its own still is.
 */
import { expect, test } from 'vitest';
import { linkText, ratioRow, rulesetText } from './small.ts';

function codesOf(formula: string, standard: string): readonly string[] {
  const row = ratioRow(standard).replace('率＝甲÷乙×100%', formula);
  const { diagnostics } = linkText(rulesetText({ rows: [row], grades: '4（含）—5分为优；4分以下为差' }));
  return diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ code }) => code)
    .toSorted();
}

const STEPS = '100%计满分，每低于5%扣2分（不足5%的不计），扣完为止';

test.each([
  ['率＝甲÷己×100%', STEPS, ['unknown-name']],
  ['率＝甲÷己×100%', '率≤100%，计满分；每超过1个百分点扣0.3分（不足1个百分点的不计），扣完为止', ['unknown-name']],
  ['率＝甲÷己×100%', '得分＝率×分值，满分为止', ['unknown-name']],
  ['率＝甲÷己×100%', '率达到90%得5分，未完成的按比例计分', ['unknown-name']],
  ['率＝（甲＋己）×100元', '率≥3万元计5分；低于3万元不得分', ['unknown-name']],
  ['率＝甲÷', STEPS, ['incomplete']],
  ['率＝甲＋人数', STEPS, ['unit-mismatch']],
  ['率＝甲÷己×100%', '率≥90%计5分；80%（含）—85%计3分；低于80%不得分', ['unknown-name', 'gap']],
  ['率＝（甲÷乙×100%', STEPS, ['unclosed-bracket']],
  ['率＝甲÷乙×100%', '率≥90%计5分；低于90%不得分（按决算口径，另行核定，×2', ['unclosed-bracket']],
  ['率＝甲÷乙×100%', '率≥90人计5分；低于90%）×2不得分', ['unit-mismatch', 'unbalanced-bracket']],
])('%s with %s: %s', (formula, standard, codes) => {
  expect(codesOf(formula, standard)).toEqual(codes.toSorted());
});
