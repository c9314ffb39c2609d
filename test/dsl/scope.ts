/**
 * Scopes for tests, from the few keys a conformance entry declares: 量, 条件, 清单, 等级, 别称, 公式, 分值, 上限.
 * Ranges are the conventional ones: counts whole and ≥ 0, ranks whole and ≥ 1, money, areas and times ≥ 0, ratios any number.
 */
import { checkExpression, inputOf } from '../../dsl/expressions/check.ts';
import type { Measure, ValueType } from '../../dsl/expressions/core.ts';
import { parseDecimal } from '../../dsl/numbers/decimal.ts';
import { EVERYTHING, type IntervalSet, interval } from '../../dsl/numbers/interval.ts';
import { type Declared, type Names, namesOf } from '../../dsl/words/names.ts';
import { ONE, type Rational, rational, ZERO } from '../../dsl/numbers/number.ts';
import { parseFormula } from '../../dsl/grammar/parser.ts';
import { NO_TABLE, type Readings, type Scope } from '../../dsl/expressions/scope.ts';
import { type Dimension, PURE, type Unit, unitNamed } from '../../dsl/numbers/units.ts';

/** What a conformance entry declares; every figure is text. */
export interface Declarations {
  readonly 分值?: string;
  readonly 上限?: string;
  /** name → a unit, 比率, 日期, 是非, or words to choose from */
  readonly 量?: Readonly<Record<string, string | readonly string[]>>;
  readonly 条件?: Readonly<Record<string, string>>;
  readonly 清单?: readonly string[];
  readonly 等级?: readonly string[];
  readonly 别称?: Readonly<Record<string, string>>;
  readonly 公式?: string;
}

/** The scope of a sentence under these declarations; the fiscal year is 2021, the weight 10 when none is declared. */
export function scopeOf(declarations: Declarations, readings: Readings = {}): Scope {
  const { 量: units = {}, 条件: conditions = {}, 清单: list = [], 等级: words, 别称: aliases = {} } = declarations;
  const measures = Object.entries(units).map(([name, unit]) => measureNamed(name, unit));
  const truths = Object.keys(conditions).map((name) => measureNamed(name, '是非'));
  const items = list.map((name) => measureNamed(name, '是非'));
  const level = words === undefined ? measures.find(({ type }) => type.kind === 'level') : measureNamed('等级', words);
  const declared = new Map([...measures, ...truths, ...items].map((measure) => [measure.name, measure]));
  const names = namesOf([...spellings(declared.keys(), aliases), ...levelWords(level)]);

  const scope: Scope = {
    names,
    measure: (name) => declared.get(name),
    behind: () => undefined,
    own: undefined,
    measures,
    items,
    level,
    asks: true,
    judgement: (words) => measureNamed('等级', words),
    phrase: (text) => measureNamed(text, '是非'),
    count: (text, unit) => measureNamed(text, unit),
    choice: () => measureNamed('评分', '分'),
    earned: () => measureNamed('得分', '分'),
    weighted: true,
    inRows: false,
    lowerIsBetter: false,
    table: NO_TABLE,
    weight: figure(declarations.分值 ?? '10'),
    highest: declarations.上限 === undefined ? undefined : figure(declarations.上限),
    readings,
    fiscalYear: 2021,
  };
  const [first] = measures;
  if (declarations.公式 === undefined) return { ...scope, own: first && inputOf(first, { start: 0, end: 0 }) };
  const derived = derivedMeasure(declarations.公式, scope);
  declared.set(derived.name, derived);
  const allNames: Names = namesOf([[derived.name, { name: derived.name, role: 'data' }]], names);
  return { ...scope, names: allNames, own: inputOf(derived, { start: 0, end: 0 }) };
}

/** A measure by the unit it is given in, with the conventional range. */
export function measureNamed(name: string, unit: string | readonly string[]): Measure {
  const common = { key: name, name, range: EVERYTHING, whole: false };
  if (typeof unit !== 'string') return { ...common, type: { kind: 'level', words: unit }, unit: unitOf('比率') };
  if (unit === '是非') return { ...common, type: { kind: 'truth' }, unit: unitOf('比率') };
  if (unit === '日期') return { ...common, type: { kind: 'date' }, unit: unitOf('天'), whole: true };
  const found = unitOf(unit);
  const type: ValueType = { kind: 'number', dimension: found.dimension };
  return { ...common, type, unit: found, range: rangeOf(found.dimension), whole: isWhole(found.dimension) };
}

function derivedMeasure(line: string, scope: Scope): Measure {
  const formula = parseFormula(line, scope.names, refuse);
  const typed = formula && checkExpression(formula.expression, scope, refuse);
  if (formula?.name === undefined || typed === undefined) throw new Error(`no measure in ${line}`);
  return { key: formula.name, name: formula.name, type: typed.type, unit: typed.unit, range: EVERYTHING, whole: false };
}

function refuse({ code }: { readonly code: string }): never {
  throw new Error(`a formula of a test has a fault: ${code}`);
}

function spellings(
  names: Iterable<string>,
  aliases: Readonly<Record<string, string>>,
): readonly (readonly [string, Declared])[] {
  const own = [...names].map((name): readonly [string, Declared] => [name, { name, role: 'data' }]);
  const other = Object.entries(aliases).map(([alias, name]): readonly [string, Declared] => [
    alias,
    { name, role: 'data' },
  ]);
  return [...own, ...other];
}

function levelWords(level: Measure | undefined): readonly (readonly [string, Declared])[] {
  const words = level?.type.kind === 'level' ? level.type.words : [];
  return words.map((word) => [word, { name: word, role: 'level' }]);
}

const CONTINUOUS = ['', '元', '分', '天', '工作日', '月', '小时', '平方米', '米', '立方米', '吨', '千瓦时'];

function isWhole(dimension: Dimension): boolean {
  const [base, ...others] = dimension;
  return others.length === 0 && base?.[1] === 1 && !CONTINUOUS.includes(base[0]);
}

function rangeOf(dimension: Dimension): IntervalSet {
  if (dimension === PURE || dimension.length === 0) return EVERYTHING;
  const low = dimension[0]?.[0] === '名次' ? ONE : ZERO;
  return interval({ value: low, closed: true });
}

function unitOf(name: string): Unit {
  const unit = unitNamed(name);
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return unit;
}

function figure(text: string): Rational {
  const value = parseDecimal(text) ?? rational(0);
  return value;
}
