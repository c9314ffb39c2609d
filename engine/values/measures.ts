/**
 * Units and ranges as a ruleset writes them, to the measures the language computes with. What the dictionary leaves open follows
 * from the unit: counts are whole and not below 0, ranks whole and from 1, money, areas and days not below 0, ratios any number.
 */
import {
  type Core,
  EVERYTHING,
  type IntervalSet,
  type Measure,
  NO_NAMES,
  NO_TABLE,
  ONE,
  type Scope,
  type Unit,
  type ValueType,
  ZERO,
  interval,
  isCounted,
  readCondition,
  regionOf,
  unitNamed,
} from '../../dsl/index.ts';

/** What a unit text stands for. */
export interface UnitMeaning {
  readonly type: ValueType;
  readonly unit: Unit;
  /** the unit of a figure given without one, where that is another */
  readonly bareUnit?: Unit;
}

const RATIO = unitNamed('%');

/** The meaning of a unit text; `options` are the words of a level. Undefined when it is no unit. */
export function unitMeaning(text: string, options: readonly string[] = []): UnitMeaning | undefined {
  const pure = unitNamed('比率');
  if (pure === undefined || RATIO === undefined) throw new Error('the table of units lacks 比率');
  switch (text) {
    case '比率':
    case '百分比':
      return { type: { kind: 'number', dimension: [] }, unit: RATIO, bareUnit: pure };
    case '是非':
      return { type: { kind: 'truth' }, unit: pure };
    case '日期':
      return { type: { kind: 'date' }, unit: pure };
    case '等级':
      return { type: { kind: 'level', words: options }, unit: pure };
    case '文本':
    case '文字':
      return { type: { kind: 'text' }, unit: pure };
    default: {
      const unit = unitNamed(text);
      return unit === undefined ? undefined : { type: { kind: 'number', dimension: unit.dimension }, unit };
    }
  }
}

/** A measure with the range its unit implies. */
export function measureOf(key: string, name: string, meaning: UnitMeaning): Measure {
  return { key, name, ...meaning, ...naturalRange(meaning.type) };
}

function naturalRange(type: ValueType): { readonly range: IntervalSet; readonly whole: boolean } {
  if (type.kind === 'date') return { range: EVERYTHING, whole: true };
  if (type.kind !== 'number' || type.dimension.length === 0) return { range: EVERYTHING, whole: false };
  const [base] = type.dimension[0] ?? [''];
  const ranked = base === '名次';
  const lowest = ranked ? ONE : ZERO;
  return { range: interval({ value: lowest, closed: true }), whole: isCounted(type.dimension) };
}

/** The set a 范围 text allows for a measure; undefined when the text is no range. */
export function rangeOf(text: string, measure: Measure): IntervalSet | undefined {
  if (text === '不限') return EVERYTHING;
  const core: Core | undefined = readCondition(text, measure, bareScope(measure), () => undefined);
  return core === undefined ? undefined : regionOf(core, { kind: 'input', measure, span: { start: 0, end: 0 } });
}

/** Surroundings in which nothing is declared but one measure. */
function bareScope(measure: Measure): Scope {
  return {
    names: NO_NAMES,
    measure: () => undefined,
    behind: () => undefined,
    own: undefined,
    measures: [measure],
    items: [],
    level: undefined,
    asks: false,
    judgement: () => measure,
    phrase: () => measure,
    count: () => measure,
    choice: () => measure,
    earned: () => measure,
    weighted: false,
    inRows: false,
    lowerIsBetter: false,
    table: NO_TABLE,
    weight: ONE,
    highest: undefined,
    readings: {},
    fiscalYear: 1970,
  };
}
