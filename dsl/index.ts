/** The language: text → checked tree → text. What other folders may use, by file. */
export { cover, emptySpan, foldWidth, lineMap, nameKey, type Position, type Span } from './text/source.ts';
export {
  type Bilingual,
  type Catalogue,
  collector,
  type Diagnostic,
  diagnosing,
  type Edit,
  type Fix,
  type Lang,
  type Message,
  type MessageData,
  messageText,
  type Report,
  type Severity,
  type Given,
} from './text/diagnostic.ts';
export { diagnose, LANGUAGE_MESSAGES, type LanguageCode } from './text/messages.ts';
export {
  absolute,
  add,
  ceil,
  compare,
  divide,
  equal,
  floor,
  fromExactText,
  isInteger,
  MAX_PLACES,
  maximum,
  minimum,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  round,
  type RoundingMode,
  sign,
  subtract,
  toExactText,
  truncate,
  ZERO,
} from './numbers/number.ts';
export { parseDecimal, toFixedText, toShortText } from './numbers/decimal.ts';
export {
  combine,
  type Dimension,
  DAYS,
  dimensionName,
  fromBase,
  isCounted,
  POINTS,
  PURE,
  sameDimension,
  toBase,
  type Unit,
  UNIT_NAMES,
  unitNamed,
} from './numbers/units.ts';
export { type Declared, type Names, namesOf, nearest, NO_NAMES } from './words/names.ts';
export type { Comparison, StepReading } from './text/ast.ts';
export {
  type Core,
  coreText,
  coreTextBy,
  type Measure,
  measuresOf,
  partsOf,
  type Typed,
  type ValueType,
} from './expressions/core.ts';
export { inputOf } from './expressions/check.ts';
export type { Checked } from './expressions/checked.ts';
export { withPeers } from './expressions/peers.ts';
export { type EndReading, NO_TABLE, type Readings, type Scope, type TableNames } from './expressions/scope.ts';
export {
  type Adjustment,
  type Award,
  type Band,
  type Beyond,
  type Bound,
  type Case,
  coresOf,
  type EffectResult,
  type Limit,
  type OpenChoice,
  type Part,
  type Standard,
  type Sum,
  type Target,
} from './expressions/standard.ts';
export { type Folded, readStandard } from './fold/fold.ts';
export type { Answers } from './conditions/openings.ts';
export type { Manner } from './words/scanner.ts';
export type { TokenKind } from './words/tokens.ts';
export { type PlacedWord, wordsOf } from './grammar/words.ts';
export { isReserved } from './grammar/reserved.ts';
export { type Colour, type Coloured, coloursOf } from './editor/colours.ts';
export { type Expectation, type Expected, expectedAt } from './editor/expected.ts';
export { type Describe, measureText, type SuggestionKind } from './editor/suggestions.ts';
export { type Completion, completionsAt } from './editor/completion.ts';
export { type Hover, hoverAt } from './editor/hover.ts';
export {
  formulaHead,
  formulaName,
  type FormulaMeaning,
  readCondition,
  readExpression,
  readFormula,
  readRelation,
  type Relation,
} from './conditions/readers.ts';
export {
  contains,
  EVERYTHING,
  type Interval,
  intersect,
  interval,
  type IntervalSet,
  isEmpty,
  onIntegers,
  point,
  sample,
} from './numbers/interval.ts';
export { dateText, dateValue, figureValue } from './numbers/literals.ts';
export type { NumberFunction, PeerFunction, RowFunction } from './words/functions.ts';
export { findingsOf, gapsOf } from './proofs/findings.ts';
export { settled } from './regions/settled.ts';
export { gradeFindings } from './proofs/grade-findings.ts';
export { onlyMending } from './proofs/mending.ts';
export { type Slip, type SlipKind, slipsOf } from './proofs/slips.ts';
export { type Curve, curveOf, sameCurve } from './regions/curve.ts';
export type { Known } from './regions/curve-terms.ts';
export { turnsOf, windowOf } from './regions/curve-window.ts';
export type { Stretch } from './regions/piecewise.ts';
export { type Fact, type Search, type World, worldOf } from './regions/worlds.ts';
export {
  answered,
  type Behind,
  equals,
  factText,
  inside,
  shownBy,
  unitWhere,
  writtenOut,
} from './regions/unit-where.ts';
export { type Drawn, curvesOf } from './regions/curves.ts';
export { type Jump, type Spot, type Way, jumpsOf, turnAgainst } from './proofs/direction.ts';
export { partsOf as partsOfStandard } from './regions/rules.ts';
export { mapCore } from './expressions/map-core.ts';
export { conditionText, valueText } from './regions/condition-text.ts';
export { regionOf } from './regions/regions.ts';
export { reachable } from './regions/reachable.ts';
export { parseFormula, parseGrades, parseStandard } from './grammar/parser.ts';
export { printFormula, printGrades, printSentence } from './grammar/print.ts';
export { type GradeBand, readGrades } from './fold/grades.ts';
