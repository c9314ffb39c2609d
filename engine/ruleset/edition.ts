/**
 * Which ruleset a unit is scored under: by the family and the fiscal year in the unit's own data, never by today's date and never
 * another year's. Pure: whoever holds the files says what their heads are.
 */
import { type Diagnostic, nearest } from '../../dsl/index.ts';
import { diagnoseFile } from '../files/messages.ts';
import type { RulesetStatus } from '../files/schema.ts';
import type { UnitFile } from '../files/unit-file.ts';

/** What of a ruleset file decides whether it is the one. */
export interface RulesetHead {
  readonly file: string;
  readonly family: string;
  readonly fiscalYear: number;
  readonly edition: number;
  readonly status: RulesetStatus;
}

/** The ruleset chosen, if any, and what there is to say about the choice; places are in the unit's file. */
export interface EditionChoice<Head extends RulesetHead> {
  readonly chosen?: Head;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The latest published edition of the unit's year, else the latest draft, with a notice. A withdrawn edition is used only by those who
 * name its file. Of two files that claim to be the same edition, the one stored where its content belongs.
 */
export function chooseEdition<Head extends RulesetHead>(
  candidates: readonly Head[],
  unit: UnitFile,
): EditionChoice<Head> {
  const family = unit.family.text;
  const standing = candidates.filter((head) => head.family === family && head.status !== 'withdrawn');
  const ofYear = standing
    .filter(({ fiscalYear }) => fiscalYear === unit.fiscalYear)
    .toSorted((left, right) => right.edition - left.edition || Number(isInPlace(right)) - Number(isInPlace(left)));
  const published = ofYear.find(({ status }) => status === 'published');
  const chosen = published ?? ofYear[0];
  const year = String(unit.fiscalYear);
  const { span } = unit.fiscalYearText;
  if (chosen === undefined) {
    const years = [...new Set(standing.map(({ fiscalYear }) => fiscalYear))].sort((left, right) => left - right);
    const data = { family, year, ...(years.length === 0 ? {} : { years: years.join('、') }) };
    return { diagnostics: [diagnoseFile('no-ruleset', span, data)] };
  }
  return { chosen, diagnostics: published === undefined ? [diagnoseFile('draft-used', span, { year })] : [] };
}

/** That no family has the name the unit's file gives, and which may have been meant. */
export function unknownFamily(unit: UnitFile, families: readonly string[]): Diagnostic {
  const family = unit.family.text;
  const suggestion = nearest(family, families);
  return diagnoseFile('no-family', unit.family.span, { family, ...(suggestion === undefined ? {} : { suggestion }) });
}

/** Where a ruleset file belongs under the folder of rulesets: `<family>/<year>.yaml`, `<family>/<year>-2.yaml`. */
export function rulesetPath({ family, fiscalYear, edition }: RulesetHead): string {
  return `${family}/${String(fiscalYear)}${edition === 1 ? '' : `-${String(edition)}`}.yaml`;
}

function isInPlace(head: RulesetHead): boolean {
  return `/${head.file}`.endsWith(`/${rulesetPath(head)}`);
}
