/**
 * Finding the ruleset a unit is scored under when none is named, among the files of its family; and what there is to say when
 * unit and ruleset do not fit. Which edition it is, is the engine's rule (`chooseEdition`); here are only folders and files.
 */
import { basename, dirname, resolve, sep } from 'node:path';
import type { Diagnostic } from '../dsl/index.ts';
import {
  chooseEdition,
  diagnoseFile,
  type FiledDiagnostic,
  loadRuleset,
  type RulesetFile,
  type RulesetHead,
  rulesetPath,
  unknownFamily,
  type UnitFile,
} from '../engine/index.ts';
import { inFile, type Texts } from './diagnostics.ts';
import { foldersIn, isFolder, readInput, shownPath, upwards, yamlFilesIn } from './files.ts';
import { aboutFile } from './messages.ts';

/** The file chosen, if any, and what there is to say about the choice. */
export interface FileChoice {
  readonly file?: string;
  readonly findings: readonly FiledDiagnostic[];
  readonly texts?: Texts;
}

/** A file of the family; `ruleset` is undefined when its head cannot be read. */
interface Candidate {
  readonly file: string;
  readonly text: string;
  readonly ruleset: RulesetFile | undefined;
  readonly findings: readonly FiledDiagnostic[];
}

/** The file under the nearest folder `rulesets` that holds the unit's family: beside the unit or above it, else where the person stands. */
export function chooseRuleset(unit: UnitFile, cwd: string): FileChoice {
  const roots = [...upwards(dirname(resolve(cwd, unit.file))), cwd]
    .map((folder) => (basename(folder) === 'rulesets' ? folder : resolve(folder, 'rulesets')))
    .filter(isFolder);
  if (roots.length === 0) return { findings: [aboutFile('rulesets-not-found', unit.file)] };
  const folder = roots.map((root) => resolve(root, unit.family.text)).find(isFolder);
  if (folder === undefined) return { findings: inFile(unit.file, [unknownFamily(unit, roots.flatMap(foldersIn))]) };
  const loaded = yamlFilesIn(folder).map((name) => loadCandidate(shownPath(resolve(folder, name), cwd), cwd));
  // A file that is meant for this year but has no readable head might be the one: choosing another in silence would be wrong.
  const broken = loaded.find(({ file, ruleset }) => ruleset === undefined && isNamedFor(unit.fiscalYear, file));
  if (broken !== undefined) return { findings: broken.findings, texts: new Map([[broken.file, broken.text]]) };
  const heads = loaded.flatMap(({ ruleset }) => (ruleset === undefined ? [] : [headOf(ruleset)]));
  const { chosen, diagnostics } = chooseEdition(heads, unit);
  const findings = inFile(unit.file, diagnostics);
  return chosen === undefined ? { findings } : { file: chosen.file, findings };
}

/** What does not fit between a unit and the ruleset it is to be scored under; places are in the unit's file. */
export function misfits(unit: UnitFile, ruleset: RulesetFile): FiledDiagnostic[] {
  const { family, fiscalYear, edition, status } = headOf(ruleset);
  const [year, other] = [`${unit.fiscalYear}`, `${fiscalYear}`];
  const found: Diagnostic[] = [];
  if (family !== unit.family.text)
    found.push(diagnoseFile('family-mismatch', unit.family.span, { family: unit.family.text, other: family }));
  if (year !== other) found.push(diagnoseFile('year-mismatch', unit.fiscalYearText.span, { year, other }));
  if (status === 'withdrawn')
    found.push(diagnoseFile('withdrawn-used', unit.fiscalYearText.span, { year: other, edition: `${edition}` }));
  return inFile(unit.file, found);
}

/** That a ruleset kept in a folder `rulesets` is not stored where its content belongs, so that no unit would find it. */
export function misplacement(ruleset: RulesetFile, cwd: string): FiledDiagnostic[] {
  const path = rulesetPath(headOf(ruleset));
  const steps = resolve(cwd, ruleset.file).split(sep);
  if (!steps.includes('rulesets') || steps.slice(-3).join('/') === `rulesets/${path}`) return [];
  return inFile(ruleset.file, [diagnoseFile('misplaced-ruleset', ruleset.fiscalYearText.span, { path })]);
}

function headOf({ file, family, fiscalYear, edition, status }: RulesetFile): RulesetHead {
  return { file, family: family.text, fiscalYear, edition, status };
}

function loadCandidate(file: string, cwd: string): Candidate {
  const reading = readInput(file, cwd);
  if (reading.kind === 'unread') return { file, text: '', ruleset: undefined, findings: [reading.finding] };
  const { text, ruleset, diagnostics } = loadRuleset(reading.bytes, file);
  return { file, text, ruleset, findings: inFile(file, diagnostics) };
}

/** `2020.yaml` and `2020-2.yaml` are named for 2020. */
function isNamedFor(year: number, file: string): boolean {
  return new RegExp(`^${year}(-\\d+)?\\.ya?ml$`, 'i').test(basename(file));
}
