/**
 * The road from two paths to a unit and a ruleset that can be scored: read, load, choose the ruleset where none is named, link.
 * It ends at the first step that finds an error, with everything found up to there.
 */
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '../dsl/index.ts';
import {
  chooseEdition,
  type FiledDiagnostic,
  link,
  type Ruleset,
  loadRuleset,
  loadUnit,
  type RulesetFile,
  unknownFamily,
  type UnitFile,
} from '../engine/index.ts';
import { hasErrors } from './diagnostics.ts';
import { foldersIn, isFolder, readInput, shownPath, upwards, yamlFilesIn } from './files.ts';
import { aboutFile } from './messages.ts';

/** Both files, ready to be scored. Findings on the unit include those on the choice of its ruleset. */
export interface Inputs {
  readonly kind: 'ready';
  readonly unit: UnitFile;
  readonly ruleset: RulesetFile;
  readonly linked: Ruleset;
  readonly unitFindings: readonly FiledDiagnostic[];
  readonly rulesetFindings: readonly FiledDiagnostic[];
  /** The text of every file read, by the name findings know it by. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Input that cannot be used, and why. */
export interface Unusable {
  readonly kind: 'unusable';
  readonly findings: readonly FiledDiagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** A ruleset that can be scored with. */
export interface LinkedInput {
  readonly kind: 'linked';
  readonly ruleset: RulesetFile;
  readonly linked: Ruleset;
  readonly findings: readonly FiledDiagnostic[];
  readonly texts: ReadonlyMap<string, string>;
}

/** Loads a unit and the ruleset to score it by; `rulesetFile` undefined lets the unit's family and year choose. */
export function loadInputs(unitFile: string, rulesetFile: string | undefined, cwd: string): Inputs | Unusable {
  const reading = readInput(unitFile, cwd);
  if (reading.kind === 'unread') return unusable([reading.finding]);
  const { unit, text, diagnostics } = loadUnit(reading.bytes, unitFile);
  const unitTexts = new Map([[unitFile, text]]);
  const unitFindings = inFile(unitFile, diagnostics);
  if (unit === undefined || hasErrors(unitFindings)) return unusable(unitFindings, unitTexts);
  const choice =
    rulesetFile === undefined ? chooseFile(unit, resolve(cwd, unitFile), cwd) : { file: rulesetFile, findings: [] };
  const findings = [...unitFindings, ...choice.findings];
  const texts = new Map([...unitTexts, ...(choice.texts ?? [])]);
  if (choice.file === undefined) return unusable(findings, texts);
  const ruleset = loadLinked(choice.file, cwd);
  if (ruleset.kind === 'unusable') return unusable([...findings, ...ruleset.findings], [...texts, ...ruleset.texts]);
  return {
    kind: 'ready',
    unit,
    ruleset: ruleset.ruleset,
    linked: ruleset.linked,
    unitFindings: findings,
    rulesetFindings: ruleset.findings,
    texts: new Map([...texts, ...ruleset.texts]),
  };
}

/** Reads, loads and links a ruleset file; an error in it makes it unusable. */
export function loadLinked(file: string, cwd: string): LinkedInput | Unusable {
  const reading = readInput(file, cwd);
  if (reading.kind === 'unread') return unusable([reading.finding]);
  const { ruleset, text, diagnostics } = loadRuleset(reading.bytes, file);
  const texts = new Map([[file, text]]);
  const loading = inFile(file, diagnostics);
  if (ruleset === undefined || hasErrors(loading)) return unusable(loading, texts);
  const { ruleset: linked, diagnostics: linking } = link(ruleset);
  const findings = [...loading, ...inFile(file, linking)];
  return hasErrors(findings) ? unusable(findings, texts) : { kind: 'linked', ruleset, linked, findings, texts };
}

interface FileChoice {
  readonly file?: string;
  readonly findings: readonly FiledDiagnostic[];
  readonly texts?: ReadonlyMap<string, string>;
}

/** The file under the nearest folder `rulesets` that holds the unit's family: beside the unit or above it, else where the person stands. */
function chooseFile(unit: UnitFile, unitPath: string, cwd: string): FileChoice {
  const family = unit.family.text;
  const roots = [...upwards(dirname(unitPath)), cwd]
    .map((folder) => (basename(folder) === 'rulesets' ? folder : resolve(folder, 'rulesets')))
    .filter(isFolder);
  if (roots.length === 0) return { findings: [aboutFile('rulesets-not-found', unit.file)] };
  const folder = roots.map((root) => resolve(root, family)).find(isFolder);
  if (folder === undefined) return { findings: inFile(unit.file, [unknownFamily(unit, roots.flatMap(foldersIn))]) };
  const loaded = yamlFilesIn(folder).map((name) => loadCandidate(shownPath(resolve(folder, name), cwd), cwd));
  // A file that is meant for this year but has no readable head might be the one: choosing another in silence would be wrong.
  const broken = loaded.find(({ file, ruleset }) => ruleset === undefined && isNamedFor(unit.fiscalYear, file));
  if (broken !== undefined) return { findings: broken.findings, texts: new Map([[broken.file, broken.text]]) };
  const heads = loaded.flatMap(({ file, ruleset }) => {
    if (ruleset === undefined) return [];
    const { fiscalYear, edition, status } = ruleset;
    return [{ file, family: ruleset.family.text, fiscalYear, edition, status }];
  });
  const { chosen, diagnostics } = chooseEdition(heads, unit);
  const findings = inFile(unit.file, diagnostics);
  return chosen === undefined ? { findings } : { file: chosen.file, findings };
}

interface Candidate {
  readonly file: string;
  readonly text: string;
  readonly ruleset: RulesetFile | undefined;
  readonly findings: readonly FiledDiagnostic[];
}

function loadCandidate(file: string, cwd: string): Candidate {
  const reading = readInput(file, cwd);
  if (reading.kind === 'unread') return { file, text: '', ruleset: undefined, findings: [reading.finding] };
  const { text, ruleset, diagnostics } = loadRuleset(reading.bytes, file);
  return { file, text, ruleset, findings: inFile(file, diagnostics) };
}

function isNamedFor(year: number, file: string): boolean {
  return new RegExp(`^${year}(-\\d+)?\\.ya?ml$`, 'i').test(basename(file));
}

function inFile(file: string, diagnostics: readonly Diagnostic[]): FiledDiagnostic[] {
  return diagnostics.map((diagnostic) => ({ ...diagnostic, file }));
}

function unusable(findings: readonly FiledDiagnostic[], texts: Iterable<readonly [string, string]> = []): Unusable {
  return { kind: 'unusable', findings, texts: new Map(texts) };
}
