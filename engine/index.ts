/** Rulesets and scoring: text → ruleset → plan → score → explanation. What other folders may use, by file. */
export {
  type IndicatorGroup,
  type IndicatorLeaf,
  type IndicatorNode,
  loadRuleset,
  type LoadedRuleset,
  type RulesetFile,
} from './files/ruleset-file.ts';
export { loadUnit, type LoadedUnit, type UnitFile } from './files/unit-file.ts';
export { type Linked, link } from './ruleset/link.ts';
export { Memory } from './ruleset/memory.ts';
export { prove } from './prove/prove.ts';
export { type ProvedCurve, provedCurves, type StretchEnd } from './prove/proved-curves.ts';
export type { Check, Definition, Group, Indicator, Reading, Ruleset } from './ruleset/ruleset.ts';
export { type Formatted, formatRuleset } from './editor/format.ts';
export { type Place, placesOf } from './score/ranking.ts';
export { type Plan, plan } from './run/plan.ts';
export { score, scoreAll, scorer } from './score/score.ts';
export { type Change, type Input, inputsOf, withChanges } from './score/what-if.ts';
export { examplesOf, type PlacedExample, runExamples } from './examples/examples.ts';
export { type Examined, type ExaminedIndicator, examine } from './examples/examined.ts';
export type { Boundary, Side } from './examples/boundaries.ts';
export type { Mutant } from './examples/mutants.ts';
export { exampleLine, type SuggestedExample } from './examples/suggest.ts';
export {
  type OptionOutcome,
  type ReadingQuestion,
  type ReadingStake,
  type ReadingStakes,
  readingsOver,
} from './prove/readings.ts';
export type { Waived } from './ruleset/waivers.ts';
export { basis } from './score/basis.ts';
export { explain, explainSteps, needText } from './score/explain.ts';
export { type FillIn, fillIns, type FillIns } from './ruleset/fill-in.ts';
export { diagnosticJson, gradeText, toJson } from './score/json.ts';
export { shownPoints } from './values/figure.ts';
export { chooseEdition, type EditionChoice, type RulesetHead, rulesetPath, unknownFamily } from './ruleset/edition.ts';
export { diagnoseFile, ENGINE_MESSAGES, type EngineCode, MESSAGES, textOf } from './files/messages.ts';
export { applyEdits, locate, plainText, type Text } from './files/locate.ts';
export { type ConformanceRun, runConformance } from './conformance/conformance.ts';
export {
  type ConformanceReport,
  conformanceReport,
  type Difference,
  type DifferenceKind,
  type EntryOutcome,
} from './conformance/report.ts';
export { type Cell, type Row, ROW_KEYS, type RowKey, rowsOf } from './files/rows.ts';
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
} from './files/rewrite-yaml.ts';
export { addContent } from './files/rewrite-items.ts';
export { addRow, removeRow, setReason } from './files/rewrite-rows.ts';
export { type Content, writeJson, writeYaml } from './files/write-file.ts';
export { readYaml } from './files/yaml.ts';
export { curves, type IndicatorCurve } from './prove/curves.ts';
export { type Improvement, improvementsOf, type Turn, turnsAround } from './prove/turning.ts';
export { rulesetJsonSchema } from './files/schema.ts';
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
} from './editor/service.ts';
export { placesOfThreshold, type Threshold, thresholdsOf, withThreshold } from './editor/thresholds.ts';
export type { Passage, PassageKind } from './editor/passages.ts';
export type { NamedThing, Occurrence, SymbolKind } from './editor/symbols.ts';
export { type RenameRefusal, type Renaming, renameAt } from './editor/rename.ts';
export { ENGINE_VERSION } from './ruleset/version.ts';
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
} from './values/result.ts';
