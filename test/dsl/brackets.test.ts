/**
 * Brackets without a partner: the missing one is put where it most likely belongs, the superfluous one taken out, and the text then
 * parses.
 */
import { expect, test } from 'vitest';
import { parseFormula, parseStandard } from '../../dsl/grammar/parser.ts';
import type { Diagnostic, Report } from '../../dsl/text/diagnostic.ts';
import { applyEdits } from '../../engine/files/locate.ts';
import { declared } from './corpus.ts';

const NAMES = declared(['在职人数', '编制数', '完成率']);

function reads(text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report: Report = (diagnostic) => found.push(diagnostic);
  if (text.includes('＝')) parseFormula(text, NAMES, report);
  else parseStandard(text, NAMES, report);
  return found;
}

test.each([
  ['率＝（在职人数÷编制数×100%', '率＝（在职人数÷编制数）×100%'],
  ['率＝(在职人数÷(编制数＋1)×１００％', '率＝(在职人数÷(编制数＋1))×１００％'],
  ['率＝在职人数÷（编制数＋1', '率＝在职人数÷（编制数＋1）'],
  ['率＝最大（在职人数÷编制数，1', '率＝最大（在职人数÷编制数，1）'],
  ['完成率90%（含以上计5分；90%以下不得分', '完成率90%（含）以上计5分；90%以下不得分'],
  ['80%(不含—90%计3分', '80%(不含)—90%计3分'],
  ['100%计满分，每低于5%扣2分（不足5%的不计，扣完为止', '100%计满分，每低于5%扣2分（不足5%的不计），扣完为止'],
  ['完成率≥90%计5分（按决算口径；低于90%不得分', '完成率≥90%计5分（按决算口径）；低于90%不得分'],
  ['率＝在职人数÷编制数）×100%', '率＝在职人数÷编制数×100%'],
  ['完成率≥90%计5分），否则不得分', '完成率≥90%计5分，否则不得分'],
])('%s is mended to %s', (text, mended) => {
  const [found] = reads(text);
  expect(found?.code).toMatch(/^un(closed|balanced)-bracket$/);
  expect(applyEdits(text, found?.fixes[0]?.edits ?? [])).toBe(mended);
  expect(reads(mended).map(({ code }) => code)).toEqual([]);
});
