/**
 * The road from two paths to a unit and a ruleset that can be scored: read, load, choose the ruleset where none is named, link.
 * It ends at the first step that finds an error, with everything found up to there.
 */
import {
  type FiledDiagnostic,
  link,
  type Linked,
  loadRuleset,
  loadUnit,
  prove,
  type Ruleset,
  type RulesetFile,
  runExamples,
  type UnitFile,
  type Waived,
} from '../engine/index.ts';
import { chooseRuleset, misfits } from './choose.ts';
import { hasErrors, inFile, type Texts } from './diagnostics.ts';
import { readInput } from './files.ts';

/** Both files, ready to be scored. Findings on the unit include those on the choice of its ruleset. */
export interface Inputs {
  readonly kind: 'ready';
  readonly unit: UnitFile;
  readonly ruleset: Ruleset;
  readonly unitFindings: readonly FiledDiagnostic[];
  readonly rulesetFindings: readonly FiledDiagnostic[];
  /** The text of every file read, by the name findings know it by. */
  readonly texts: Texts;
}

/** Input that cannot be used, and why. */
export interface Unusable {
  readonly kind: 'unusable';
  readonly findings: readonly FiledDiagnostic[];
  readonly texts: Texts;
}

/** A file loaded without an error. */
interface Loaded<Content> {
  readonly kind: 'loaded';
  readonly content: Content;
  readonly findings: readonly FiledDiagnostic[];
  /** findings its author waived, of a ruleset that is linked */
  readonly waived?: readonly Waived[];
  readonly texts: Texts;
}

/** Loads a unit and the ruleset to score it by; `rulesetFile` undefined lets the unit's family and year choose. */
export function loadInputs(unitFile: string, rulesetFile: string | undefined, cwd: string): Inputs | Unusable {
  const loaded = loadUnitFile(unitFile, cwd);
  if (loaded.kind === 'unusable') return loaded;
  const { content: unit, findings } = loaded;
  const choice = rulesetFile === undefined ? chooseRuleset(unit, cwd) : { file: rulesetFile, findings: [] };
  const before = unusable([...findings, ...choice.findings], [...loaded.texts, ...(choice.texts ?? [])]);
  if (choice.file === undefined) return before;
  const ruleset = loadLinked(choice.file, cwd);
  const texts = new Map([...before.texts, ...ruleset.texts]);
  if (ruleset.kind === 'unusable') return unusable([...before.findings, ...ruleset.findings], texts);
  const unitFindings = [...before.findings, ...misfits(unit, ruleset.content.file)];
  if (hasErrors(unitFindings)) return unusable(unitFindings, texts);
  const rulesetFindings = [...ruleset.findings, ...inFile(choice.file, runExamples(ruleset.content))];
  return { kind: 'ready', unit, ruleset: ruleset.content, unitFindings, rulesetFindings, texts };
}

/** Units to be scored together, each with what there is to say about it, and the one ruleset they are scored under. */
export interface Batch {
  readonly kind: 'ready';
  readonly ruleset: Ruleset;
  readonly units: readonly { readonly unit: UnitFile; readonly findings: readonly FiledDiagnostic[] }[];
  readonly rulesetFindings: readonly FiledDiagnostic[];
  readonly texts: Texts;
}

/** Loads several units and the one ruleset they share, chosen by the first where none is named. All of them are looked at. */
export function loadBatch(files: readonly string[], rulesetFile: string | undefined, cwd: string): Batch | Unusable {
  const [first = '', ...others] = files;
  const inputs = loadInputs(first, rulesetFile, cwd);
  if (inputs.kind === 'unusable') return inputs;
  const { ruleset, rulesetFindings } = inputs;
  const units = [{ unit: inputs.unit, findings: inputs.unitFindings }];
  const texts = new Map(inputs.texts);
  const faults: FiledDiagnostic[] = [];
  for (const file of others) {
    const loaded = loadUnitFile(file, cwd);
    for (const [name, text] of loaded.texts) texts.set(name, text);
    const fits = loaded.kind === 'loaded' ? misfits(loaded.content, ruleset.file) : [];
    // Where the units choose the ruleset they must all choose the same: years are not compared with each other.
    const findings = [
      ...loaded.findings,
      ...fits.map((found) => (rulesetFile === undefined ? stricter(found) : found)),
    ];
    if (loaded.kind === 'loaded') units.push({ unit: loaded.content, findings });
    if (hasErrors(findings)) faults.push(...findings);
  }
  return faults.length > 0 ? unusable(faults, texts) : { kind: 'ready', ruleset, units, rulesetFindings, texts };
}

function stricter(finding: FiledDiagnostic): FiledDiagnostic {
  return finding.code === 'year-mismatch' ? { ...finding, severity: 'error' } : finding;
}

/** Reads, loads and links a ruleset file; an error in it makes it unusable. No texts: the file could not even be read. */
export function loadLinked(file: string, cwd: string): Loaded<Ruleset> | Unusable {
  return loadAs(file, cwd, link);
}

/** The same, with everything that can be proved about it. */
export function loadProved(file: string, cwd: string): Loaded<Ruleset> | Unusable {
  return loadAs(file, cwd, (content) => prove(link(content)));
}

function loadAs(file: string, cwd: string, read: (content: RulesetFile) => Linked): Loaded<Ruleset> | Unusable {
  const loaded = loadRulesetFile(file, cwd);
  if (loaded.kind === 'unusable') return loaded;
  const { ruleset, diagnostics, waived } = read(loaded.content);
  const findings = [...loaded.findings, ...inFile(file, diagnostics)];
  return hasErrors(findings) ? unusable(findings, loaded.texts) : { ...loaded, content: ruleset, findings, waived };
}

function loadUnitFile(file: string, cwd: string): Loaded<UnitFile> | Unusable {
  const reading = readInput(file, cwd);
  if (reading.kind === 'unread') return unusable([reading.finding]);
  const { unit, text, diagnostics } = loadUnit(reading.bytes, file);
  return settled(unit, inFile(file, diagnostics), new Map([[file, text]]));
}

function loadRulesetFile(file: string, cwd: string): Loaded<RulesetFile> | Unusable {
  const reading = readInput(file, cwd);
  if (reading.kind === 'unread') return unusable([reading.finding]);
  const { ruleset, text, diagnostics } = loadRuleset(reading.bytes, file);
  return settled(ruleset, inFile(file, diagnostics), new Map([[file, text]]));
}

function settled<Content>(
  content: Content | undefined,
  findings: readonly FiledDiagnostic[],
  texts: Texts,
): Loaded<Content> | Unusable {
  if (content === undefined || hasErrors(findings)) return unusable(findings, texts);
  return { kind: 'loaded', content, findings, texts };
}

function unusable(findings: readonly FiledDiagnostic[], texts: Iterable<readonly [string, string]> = []): Unusable {
  return { kind: 'unusable', findings, texts: new Map(texts) };
}
