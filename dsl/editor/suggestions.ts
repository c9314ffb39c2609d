/**
 * What a drafter can be offered: names, functions, units and levels from their tables, and the patterns official standards are
 * made of, filled with figures that fit the indicator. Where each of them may stand is expected.ts's business.
 */
import { conditionText } from '../regions/condition-text.ts';
import type { Measure } from '../expressions/core.ts';
import { toShortText } from '../numbers/decimal.ts';
import type { Bilingual } from '../text/diagnostic.ts';
import type { Expectation } from './expected.ts';
import { FUNCTIONS, type FunctionEntry } from '../words/functions.ts';
import type { Manner } from '../words/scanner.ts';
import { ZERO, compare } from '../numbers/number.ts';
import type { Scope } from '../expressions/scope.ts';
import type { Span } from '../text/source.ts';
import type { TokenKind } from '../words/tokens.ts';
import { UNIT_NAMES, dimensionName, sameDimension, unitNamed } from '../numbers/units.ts';

/** What a suggestion is, for the editor's icon. */
export type SuggestionKind = 'name' | 'function' | 'pattern' | 'word' | 'unit' | 'level';

/** Something that can be written. */
export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly label: string;
  readonly insert: string;
  /** figures and words in `insert` that are only examples */
  readonly holes: readonly Span[];
  readonly detail: Bilingual;
  /** it is offered where any one of these may follow */
  readonly where: readonly Expectation[];
  /** what the lexer makes of its first word */
  readonly token: TokenKind;
}

/** What an editor knows of a name beyond its unit and range. */
export type Describe = (name: string) => Bilingual | undefined;

/** Everything that can be offered in a text, best first. */
export function suggestionsFor(scope: Scope, manner: Manner, describe: Describe): readonly Suggestion[] {
  const levels = scope.level?.type.kind === 'level' ? scope.level.type.words : [];
  const { units, fitting } = unitsFor(scope);
  if (manner === 'grades') return [...GRADE_PATTERNS.map(pattern), ...MARKS.map(pattern), ...units];
  return [
    ...namesFor(scope, describe),
    ...levels.map((word) => levelOf(word)),
    ...units.slice(0, fitting),
    ...(manner === 'standard' ? patternsFor(scope).map(pattern) : FORMULA_PATTERNS.map(pattern)),
    ...FUNCTIONS.flatMap((entry) => functionsFor(entry, scope)),
    ...units.slice(fitting),
    ...SIGNS.map((row) => ({ ...pattern(row), kind: 'word' as const })),
    ...(manner === 'standard' ? MARKS.map(pattern) : []),
  ];
}

/** One row: where, first token, label, text with ‹holes›, and what it does. */
type Row = readonly [
  where: readonly Expectation[],
  token: TokenKind,
  label: string,
  text: string,
  zh: string,
  en: string,
];

function pattern([where, token, label, marked, zh, en]: Row): Suggestion {
  const holes: Span[] = [];
  let insert = '';
  for (const [, before = '', hole] of marked.matchAll(/([^‹]*)(?:‹([^›]*)›)?/g)) {
    insert += before;
    if (hole === undefined) continue;
    holes.push({ start: insert.length, end: insert.length + hole.length });
    insert += hole;
  }
  return { kind: 'pattern', label, insert, holes, detail: { zh, en }, where, token };
}

function namesFor(scope: Scope, describe: Describe): readonly Suggestion[] {
  const own = scope.own?.core.kind === 'input' ? [scope.own.core.measure.name] : [];
  const names = [...new Set([...own, ...scope.measures.map(({ name }) => name), ...scope.names.all()])];
  return names.map((name) => ({
    kind: 'name',
    label: name,
    insert: name,
    holes: [],
    detail: describe(name) ?? measureText(scope.measure(name)),
    where: ['name'],
    token: 'name',
  }));
}

/** A function in every spelling and every way it is written; over rows only where there is a table. */
function functionsFor({ names, signatures, doc, numbers }: FunctionEntry, scope: Scope): readonly Suggestion[] {
  const table = scope.names.all().find((name) => scope.measure(name)?.type.kind === 'records');
  const type = table === undefined ? undefined : scope.measure(table)?.type;
  const column = type?.kind === 'records' ? type.columns.find((each) => each.type.kind === 'number') : undefined;
  return signatures.flatMap((signature) => {
    const given = signature.slice(signature.indexOf('('));
    const filled = given.startsWith('(表.') ? column?.name : given.startsWith('(表') ? table : '0';
    if (filled === undefined || (numbers === undefined && given.includes('条件'))) return [];
    return names.map((name): Suggestion => {
      const row: Row = [['function'], 'function', `${name}${given}`, `${name}（‹${filled}›）`, doc.zh, doc.en];
      return { ...pattern(row), kind: 'function' };
    });
  });
}

function levelOf(word: string): Suggestion {
  const detail = { zh: '本指标的等级', en: 'a level of this indicator' };
  return { kind: 'level', label: word, insert: word, holes: [], detail, where: ['level'], token: 'level' };
}

/** What a measure is, in a line: its unit and the values it can take. */
export function measureText(measure: Measure | undefined): Bilingual {
  if (measure === undefined) return { zh: '数据', en: 'data' };
  const { type, unit, range, whole } = measure;
  switch (type.kind) {
    case 'truth':
      return { zh: '是非', en: 'yes or no' };
    case 'date':
      return { zh: '日期', en: 'a date' };
    case 'text':
      return { zh: '文字', en: 'text' };
    case 'records': {
      const names = type.columns.map(({ row }) => row?.column ?? '').join('、');
      return { zh: `表，每行有：${names}`, en: `a table; every row has ${names}` };
    }
    case 'level':
      return { zh: `等级：${type.words.join('、')}`, en: `a level: ${type.words.join(', ')}` };
    case 'number': {
      const limited = range.some(({ low, high }) => low !== undefined || high !== undefined);
      const [from, to] = limited
        ? [`，${conditionText(measure, range)}`, `, ${conditionText(measure, range).replaceAll('或', ' or ')}`]
        : ['', ''];
      const ratio = type.dimension.length === 0;
      return {
        zh: `${ratio ? '比率' : unit.name}${whole ? '，整数' : ''}${from}`,
        en: `${ratio ? 'a ratio' : `in ${unit.name}`}${whole ? ', whole' : ''}${to}`,
      };
    }
  }
}

/** All units: first those the indicator is measured in, `fitting` in number. */
function unitsFor({ own }: Pick<Scope, 'own'>): { readonly units: readonly Suggestion[]; readonly fitting: number } {
  const dimension = own?.type.kind === 'number' ? own.type.dimension : [];
  const fits = (name: string): boolean => sameDimension(unitNamed(name)?.dimension ?? [], dimension);
  const fitting = UNIT_NAMES.filter(fits);
  const units = [...fitting, ...UNIT_NAMES.filter((name) => !fits(name))].map((name): Suggestion => {
    const of = dimensionName(unitNamed(name)?.dimension ?? []);
    const detail = { zh: `单位（${of}）`, en: `unit of ${of}` };
    const token = name === '分' ? 'points' : 'quantity';
    return { kind: 'unit', label: name, insert: name, holes: [], detail, where: ['unit'], token };
  });
  return { units, fitting: fitting.length };
}

/** Figures of the kind the indicator measures: a threshold, a lower one, the least, and a step. */
function figuresFor({ own }: Scope): { readonly [name in 'full' | 'high' | 'middle' | 'low' | 'step']: string } {
  if (own?.type.kind === 'date') {
    return { full: '3月31日', high: '3月31日', middle: '4月30日', low: '6月30日', step: '1天' };
  }
  if (own?.type.kind !== 'number' || own.type.dimension.length === 0) {
    return { full: '100%', high: '90%', middle: '80%', low: '60%', step: '1个百分点' };
  }
  const unit = UNIT_NAMES.includes(own.unit.name) ? own.unit.name : '';
  return { full: `10${unit}`, high: `9${unit}`, middle: `8${unit}`, low: `6${unit}`, step: `1${unit}` };
}

function patternsFor(scope: Scope): readonly Row[] {
  const { full, high, middle, low, step } = figuresFor(scope);
  const points = compare(scope.weight, ZERO) > 0 ? toShortText(scope.weight, 2) : '5';
  const name = scope.own?.core.kind === 'input' ? scope.own.core.measure.name : '完成率';
  const condition = ['condition'] as const;
  const award = ['award'] as const;
  // prettier-ignore
  return [
    [condition, 'compare', '≥…计满分', `≥‹${full}›计满分`, '达到标准得满分', 'full marks from a threshold'],
    [condition, 'quantity', '…计满分，每低于…扣…分，扣完为止', `‹${full}›计满分，每低于‹${step}›扣‹1›分，扣完为止`, '达标得满分，每低一档扣分', 'full marks at a threshold, a deduction for every step below'],
    [condition, 'quantity', '…（含）以上计…分', `‹${high}›（含）以上计‹${points}›分`, '达到这一档得分', 'points from this value on'],
    [condition, 'quantity', '…（含）—…计…分', `‹${middle}›（含）—‹${high}›计‹1›分`, '在两数之间得分', 'points between two values'],
    [condition, 'compare', '低于…不得分', `低于‹${low}›不得分`, '低于此数不得分', 'nothing below a value'],
    [['comparison'], 'compare', '不低于…', `不低于‹${high}›`, '大于或等于', 'at least'],
    [['comparison'], 'compare', '不超过…', `不超过‹${full}›`, '小于或等于', 'at most'],
    [['step'], 'each', '每低于…扣…分，扣完为止', `每低于‹${step}›扣‹1›分，扣完为止`, '从满分的标准往下，每一档扣分', 'a deduction for every step below the threshold'],
    [['step'], 'each', '每超过…扣…分，扣完为止', `每超过‹${step}›扣‹1›分，扣完为止`, '从满分的标准往上，每一档扣分', 'a deduction for every step above the threshold'],
    [['step'], 'each', '每增加…加…分', `每增加‹${step}›加‹1›分`, '每一档加分', 'a bonus for every step'],
    [['step'], 'each', '每出现一例…扣…分，扣完为止', '每出现一例‹不符合要求›的扣‹1›分，扣完为止', '按例数扣分，例数由评价人填写', 'a deduction for every case, counted by the assessor'],
    [['reading'], 'open', '（不足…的不计）', `（不足‹${step}›的不计）`, '写明不足一档的不计', 'a part step does not count'],
    [['reading'], 'open', '（不足…的按比例计）', `（不足‹${step}›的按比例计）`, '写明不足一档的按比例计', 'a part step counts pro rata'],
    [['reading'], 'open', '（不足…的按…计）', `（不足‹${step}›的按‹${step}›计）`, '写明不足一档的按一档计', 'a part step counts whole'],
    [['stop'], 'stop', '扣完为止', '扣完为止', '最低扣到0分', 'down to 0'],
    [['stop'], 'comma', '，扣完为止', '，扣完为止', '最低扣到0分', 'down to 0'],
    [['stop'], 'stop', '满分为止', '满分为止', '最高加到分值', 'up to the weight'],
    [['limit'], 'limit', '最多扣…分', '最多扣‹1›分', '扣分的上限', 'the most that is deducted'],
    [['limit'], 'limit', '最多加…分', '最多加‹1›分', '加分的上限', 'the most that is added'],
    [award, 'verb', '计满分', '计满分', `得分值${points}分`, `all ${points} points`],
    [award, 'verb', '计…分', `计‹${points}›分`, '得若干分', 'so many points'],
    [award, 'verb', '得…分', `得‹${points}›分`, '得若干分', 'so many points'],
    [award, 'zero', '不得分', '不得分', '得0分', 'no points'],
    [award, 'verb', '扣…分', '扣‹1›分', '从基础得分中扣', 'taken off'],
    [award, 'proportion', '按完成比例计分', '按完成比例计分', '按实际与目标之比得分', 'in proportion to what was done'],
    [['points'], 'full', '满分', '满分', `分值${points}分`, `the weight, ${points} points`],
    [['score'], 'scoreIs', '得分＝…', `得分＝‹${name}›×分值`, '用算式给分', 'points by an expression'],
    [['phrase'], 'phrase', '无…的按满分计', '无‹相关项目›的，按满分计', '没有此项的得满分，由评价人判断', 'full marks where there is none; asked of the assessor'],
    [['otherwise'], 'otherwise', '否则不得分', '否则不得分', '其余情形得0分', 'no points in all other cases'],
    [['list'], 'itemMark', '①…，…分；②…，…分', '①‹制度健全›，‹1›分；②‹执行有效›，‹1›分', '分项计分，各项相加', 'items that add up'],
    ...FORMULA_PATTERNS,
  ];
}

const FORMULA_PATTERNS: readonly Row[] = [
  [['if'], 'if', '若…则…否则…', '若‹1＞0›则‹1›否则‹0›', '按条件取值', 'one value or another'],
];

const GRADE_PATTERNS: readonly Row[] = [
  [
    ['condition'],
    'quantity',
    '…（含）—…分为…',
    '‹90›（含）—‹100›分为‹优›',
    '总分在两数之间的等次',
    'the grade between two totals',
  ],
  [['condition'], 'points', '…分以下为…', '‹60›分以下为‹差›', '总分低于此数的等次', 'the grade below a total'],
];

const MARKS: readonly Row[] = [
  [['inclusion'], 'inclusion', '（含）', '（含）', '含本数', 'this value included'],
  [['inclusion'], 'inclusion', '（不含）', '（不含）', '不含本数', 'this value excluded'],
  [['suffix'], 'suffix', '以上', '以上', '大于，是否含本数看有没有“（含）”，没有写的按惯例含', 'from here up'],
  [['suffix'], 'suffix', '以下', '以下', '小于，是否含本数看有没有“（含）”，没有写的按惯例含', 'from here down'],
  [['range'], 'dash', '—', '—', '到区间的另一端', 'to the other end'],
];

const SIGNS: readonly Row[] = [
  [['comparison'], 'compare', '≥', '≥', '大于或等于', 'at least'],
  [['comparison'], 'compare', '≤', '≤', '小于或等于', 'at most'],
  [['comparison'], 'compare', '＞', '＞', '大于', 'greater than'],
  [['comparison'], 'compare', '＜', '＜', '小于', 'less than'],
  [['comparison'], 'compare', '＝', '＝', '等于', 'equal'],
  [['operator'], 'plus', '＋', '＋', '加', 'plus'],
  [['operator'], 'dash', '－', '－', '减', 'minus'],
  [['operator'], 'times', '×', '×', '乘', 'times'],
  [['operator'], 'divide', '÷', '÷', '除以', 'divided by'],
  [['close'], 'close', '）', '）', '右括号', 'closing bracket'],
];
