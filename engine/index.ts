/** Rulesets and scoring: text → ruleset → plan → score → explanation. What other folders may use, by file. */
export {
  type IndicatorGroup,
  type IndicatorLeaf,
  type IndicatorNode,
  loadRuleset,
  type LoadedRuleset,
  type RulesetFile,
} from './ruleset-file.ts';
export { loadUnit, type LoadedUnit, type UnitFile } from './unit-file.ts';
export { type Linked, link } from './link.ts';
export { prove } from './prove.ts';
export { type ProvedCurve, provedCurves, type StretchEnd } from './proved-curves.ts';
export type { Check, Definition, Group, Indicator, Reading, Ruleset } from './ruleset.ts';
export { type Formatted, formatRuleset } from './format.ts';
export { type Place, placesOf } from './ranking.ts';
export { type Plan, plan } from './plan.ts';
export { score, scoreAll, scorer } from './score.ts';
export { examplesOf, type PlacedExample, runExamples } from './examples.ts';
export { type Examined, type ExaminedIndicator, examine } from './examined.ts';
export type { Boundary, Side } from './boundaries.ts';
export type { Mutant } from './mutants.ts';
export { exampleLine, type SuggestedExample } from './suggest.ts';
export {
  type OptionOutcome,
  type ReadingQuestion,
  type ReadingStake,
  type ReadingStakes,
  readingsOver,
} from './readings.ts';
export type { Waived } from './waivers.ts';
export { basis } from './basis.ts';
export { explain, needText } from './explain.ts';
export { type FillIn, fillIns, type FillIns } from './fill-in.ts';
export { diagnosticJson, gradeText, toJson } from './json.ts';
export { shownPoints } from './figure.ts';
export { chooseEdition, type EditionChoice, type RulesetHead, rulesetPath, unknownFamily } from './edition.ts';
export { diagnoseFile, ENGINE_MESSAGES, type EngineCode, MESSAGES, textOf } from './messages.ts';
export { applyEdits, locate, plainText, type Text } from './locate.ts';
export { type ConformanceRun, runConformance } from './conformance.ts';
export {
  type ConformanceReport,
  conformanceReport,
  type Difference,
  type DifferenceKind,
  type EntryOutcome,
} from './conformance-report.ts';
export { type Cell, type Row, ROW_KEYS, type RowKey, rowsOf } from './rows.ts';
export {
  addItem,
  copyItem,
  moveItem,
  nodeAt,
  remove,
  setText,
  type SourceFile,
  sourceFile,
  type TreePath,
} from './rewrite-yaml.ts';
export { readYaml } from './yaml.ts';
export { curves, type IndicatorCurve } from './curves.ts';
export { rulesetJsonSchema } from './schema.ts';
export {
  definitionAt,
  type FileColour,
  type FileCompletion,
  type FileDefinition,
  type FileHover,
  type FileReference,
  fileColours,
  fileCompletions,
  fileExpected,
  fileHover,
  type OpenRuleset,
  openRuleset,
  passageAt,
  type PassagePlace,
  referencesOf,
} from './service.ts';
export type { Passage, PassageKind } from './passages.ts';
export type { NamedThing, Occurrence, SymbolKind } from './symbols.ts';
export { type RenameRefusal, type Renaming, renameAt } from './rename.ts';
export { ENGINE_VERSION } from './version.ts';
export type {
  CheckResult,
  Claimed,
  ClaimResult,
  Figure,
  FiledDiagnostic,
  GradeResult,
  GroupResult,
  IndicatorResult,
  Need,
  ScoreResult,
  Status,
  TraceStep,
} from './result.ts';
