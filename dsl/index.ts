/** The language: text → checked tree → text. What other folders may use, by file. */
export { cover, emptySpan, foldWidth, lineMap, nameKey, type Position, type Span } from './source.ts';
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
} from './diagnostic.ts';
export { diagnose, LANGUAGE_MESSAGES, type LanguageCode } from './messages.ts';
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
} from './number.ts';
export { parseDecimal, toFixedText, toShortText } from './decimal.ts';
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
} from './units.ts';
export { type Declared, type Names, namesOf, nearest, NO_NAMES } from './names.ts';
export type { Comparison, StepReading } from './ast.ts';
export {
  type Core,
  coreText,
  coreTextBy,
  type Measure,
  measuresOf,
  partsOf,
  type Typed,
  type ValueType,
} from './core.ts';
export { inputOf } from './check.ts';
export type { Checked } from './checked.ts';
export { withPeers } from './peers.ts';
export { type EndReading, NO_TABLE, type Readings, type Scope, type TableNames } from './scope.ts';
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
} from './standard.ts';
export { type Folded, readStandard } from './fold.ts';
export type { Answers } from './openings.ts';
export type { Manner } from './scanner.ts';
export type { TokenKind } from './tokens.ts';
export { type PlacedWord, wordsOf } from './words.ts';
export { isReserved } from './reserved.ts';
export { type Colour, type Coloured, coloursOf } from './colours.ts';
export { type Expectation, type Expected, expectedAt } from './expected.ts';
export { type Describe, measureText, type SuggestionKind } from './suggestions.ts';
export { type Completion, completionsAt } from './completion.ts';
export { type Hover, hoverAt } from './hover.ts';
export {
  formulaHead,
  formulaName,
  type FormulaMeaning,
  readCondition,
  readExpression,
  readFormula,
  readRelation,
  type Relation,
} from './readers.ts';
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
} from './interval.ts';
export { dateText, dateValue, figureValue } from './literals.ts';
export type { NumberFunction, PeerFunction, RowFunction } from './functions.ts';
export { findingsOf, gapsOf } from './findings.ts';
export { type Slip, type SlipKind, slipsOf } from './slips.ts';
export { type Curve, curveOf, sameCurve } from './curve.ts';
export type { Known } from './curve-terms.ts';
export { turnsOf, windowOf } from './curve-window.ts';
export type { Stretch } from './piecewise.ts';
export { type Fact, type Search, type World, worldOf } from './worlds.ts';
export { answered, type Behind, equals, factText, shownBy, unitWhere, writtenOut } from './unit-where.ts';
export { type Drawn, curvesOf } from './curves.ts';
export { type Jump, type Spot, type Way, jumpsOf, turnAgainst } from './direction.ts';
export { partsOf as partsOfStandard } from './rules.ts';
export { mapCore } from './map-core.ts';
export { conditionText, valueText } from './condition-text.ts';
export { regionOf } from './regions.ts';
export { parseFormula, parseGrades, parseStandard } from './parser.ts';
export { printFormula, printGrades, printSentence } from './print.ts';
export { type GradeBand, gradeFindings, readGrades } from './grades.ts';
