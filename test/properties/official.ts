/**
 * Rulesets and units at random: official sentences of the supported families with thresholds, steps, weights and formulas that vary,
 * and figures that stand where mistakes live: on a threshold, a hair beside it, over zero, below zero, not there at all.
 */
import fc from 'fast-check';

/** What a unit gives for one input; `text` as its file has it, undefined when it is missing. */
export interface Input {
  readonly kind: 'field' | 'phrase' | 'level';
  readonly indicator: string;
  /** of the field or the phrase */
  readonly name: string;
  readonly text: string | undefined;
}

/** One row of a random table. */
export interface Row {
  readonly name: string;
  /** entries of 数据 */
  readonly fields: readonly string[];
  /** entries of the row under 指标, but for its name and 分值 */
  readonly entries: readonly string[];
  readonly weight: number;
  /** what a unit gives for this row */
  readonly fill: (choice: Choice) => readonly Input[];
}

/** Random numbers from which a unit's inputs for one row are made. */
export interface Choice {
  /** which threshold the measure is near */
  readonly near: number;
  /** how far from it, in percent */
  readonly beside: string;
  readonly state: 'given' | 'given again' | 'first missing' | 'second missing' | 'over zero' | 'not applicable';
  readonly answers: readonly ('是' | '否' | '不适用' | undefined)[];
}

interface Draw {
  readonly family: keyof typeof FAMILIES;
  readonly formula: keyof typeof FORMULAS;
  readonly weight: number;
  readonly threshold: number;
  readonly width: number;
  readonly amount: string;
  readonly part: '' | '的不计' | '的按一步计' | '的按比例计';
}

/** A family's sentence over `measure`; `limits` are the percentages at which something changes. */
interface Sentence {
  readonly text: string;
  readonly limits?: readonly number[];
  /** phrases of the sentence, each answered 是 or 否 */
  readonly phrases?: readonly string[];
  readonly entries?: readonly string[];
  readonly levels?: readonly string[];
  readonly count?: string;
}

/** Ways to come by a measure of a given percentage: 公式, fields, and the figures that give it. */
const FORMULAS = {
  'share': (id: string, percent: number, hair: string) => ({
    text: [`率${id}＝（支出${id}÷预算${id}）×100%`],
    fields: [`支出${id}: { 单位: 万元, 范围: 不限 }`, `预算${id}: 万元`],
    figures: [sum(percent, hair), '100万元'],
  }),
  'change': (id: string, percent: number, hair: string) => ({
    text: [`率${id}＝（本年${id}-上年${id}）÷上年${id}×100%`],
    fields: [`本年${id}: { 单位: 元, 范围: 不限 }`, `上年${id}: 万元`],
    figures: [sum(percent + 100, hair, 10_000), '100'],
  }),
  'in two steps': (id: string, percent: number, hair: string) => ({
    text: [`率${id}＝副率${id}＋1%`, `副率${id}＝支出${id}÷预算${id}－1%`],
    fields: [`支出${id}: { 单位: 万元, 范围: 不限 }`, `预算${id}: 亿元`],
    figures: [`${sum(percent * 30, hair)}万元`, '0.3'],
  }),
  'weighted': (id: string, percent: number, hair: string) => ({
    text: [`率${id}＝（甲方${id}×50%+乙方${id}×30%+丙方${id}×20%）`],
    fields: [`甲方${id}: 比率`, `乙方${id}: 比率`, `丙方${id}: 比率`],
    figures: [`${sum(percent, hair)}%`, `${sum(percent, hair)}%`, `${sum(percent, hair)}%`],
  }),
} as const;

/** Sentences as official documents have them. */
const FAMILIES = {
  'above': (m, { threshold: t, width: w, amount, part }) => ({
    text: `${m}≤${t}%，计满分；每超过${w}个百分点扣${amount}分${ofPart(part, `${w}个百分点`)}，扣完为止`,
    limits: [t, t + w, t + 2 * w],
  }),
  'below': (m, { threshold: t, width: w, amount, part }) => ({
    text: `${m}≥${t}%，计满分；每低于${w}个百分点扣${amount}分${ofPart(part, `${w}个百分点`)}，扣完为止`,
    limits: [t, t - w, t - 3 * w],
  }),
  'bare': (_, { threshold: t, width: w, amount, part }) => ({
    text: `${t}%计满分，每低于${w}%扣${amount}分${ofPart(part, `${w}%`)}，扣完为止`,
    limits: [t, t - w, t - 4 * w],
  }),
  'both ways': (_, { threshold: t, width: w, amount, part }) => ({
    text: `${t}%计满分，每高于或低于${w}%扣${amount}分${ofPart(part, `${w}%`)}，扣完为止`,
    limits: [t, t - w, t + w],
  }),
  'at most': (m, { threshold: t, width: w, amount, part }) => ({
    text: `${m}≥${t}%，计满分；每低于${w}个百分点扣${amount}分${ofPart(part, `${w}个百分点`)}，最多扣${amount}分`,
    limits: [t, t - w, t - 2 * w],
  }),
  'or none': (m, { threshold: t, width: w, amount, part }) => ({
    text: `${m}在${t}%以下（含）计满分，每超出${w}%扣${amount}分${ofPart(part, `${w}%`)}，扣完为止。没有新建项目的部门按满分计算`,
    limits: [t, t + w],
    phrases: ['没有新建项目'],
    entries: ['条件: { 没有新建项目: 是非 }'],
  }),
  'ladder': (_, { width: w, weight }) => ({
    text: `90%（含）以上计${weight}分；${90 - w}%（含）-90%，计${weight / 2}分；低于${90 - w}%计0分`,
    limits: [90, 90 - w],
  }),
  'ladder from zero': (m, { width: w, weight }) => ({
    text: `${m}=0，计${weight}分；0-${w}%（含），计${weight / 2}分；大于${w}%不得分`,
    limits: [0, w],
  }),
  'share of points': (m) => ({ text: `得分＝${m}×分值，满分为止`, limits: [0, 100] }),
  'expression': (m, { threshold: t, width: w, amount, weight }) => ({
    text: `得分＝0分＋最大(0分，${weight}分－${amount}分×向下取整((${t}%－${m})÷${w}%))，满分为止`,
    limits: [t, t - w, t - 5 * w],
  }),
  'list': (_, { weight }) => ({
    text: `①制度健全，${weight / 2}分；②制度有效执行，${weight / 4}分；③资产账实相符，${weight / 4}分`,
    phrases: ['制度健全', '制度有效执行', '资产账实相符'],
    entries: ['清单: [制度健全, 制度有效执行, 资产账实相符]'],
  }),
  'items': (_, { weight }) => ({
    text: `①资产保存完整；②资产配置合理；③资产处置规范。每项${weight / 4}分，每少一项扣${weight / 4}分，扣完为止`,
    phrases: ['资产保存完整', '资产配置合理', '资产处置规范'],
    entries: ['清单: [资产保存完整, 资产配置合理, 资产处置规范]'],
  }),
  'cases': (_, { amount }) => ({
    text: `①支出合规；②手续完整。以上情况每出现一例不符合要求的扣${amount}分，扣完为止`,
    count: '不合规例数',
    entries: ['量: { 不合规例数: 例 }'],
  }),
  'yes or no': () => ({ text: '按时报送的计满分，否则不得分', phrases: ['按时报送'] }),
  'levels': (_, { weight }) => ({
    text: `效益显著的计${weight}分；效益一般的计${weight / 2}分；效益不明显的计0分`,
    levels: ['效益显著', '效益一般', '效益不明显'],
    entries: ['等级: [效益显著, 效益一般, 效益不明显]'],
  }),
} as const satisfies Record<
  string,
  (measure: string, draw: Pick<Draw, Exclude<keyof Draw, 'family' | 'formula'>>) => Sentence
>;

function ofPart(part: Draw['part'], width: string): string {
  return part === '' ? '' : `（不足${width}${part.replace('一步', width)}）`;
}

/** (percent + hair) × by, as a decimal. */
function sum(percent: number, hair: string, by = 1): string {
  const [whole = '', decimals = ''] = hair.replace('-', '').split('.');
  const scale = 10n ** BigInt(decimals.length);
  const away = BigInt(whole + decimals) * (hair.startsWith('-') ? -1n : 1n);
  const units = (BigInt(percent) * scale + away) * BigInt(by);
  const digits = (units < 0n ? -units : units).toString().padStart(decimals.length + 1, '0');
  const cut = digits.length - decimals.length;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals === '' ? '' : `.${digits.slice(cut)}`}`;
}

function row(draw: Draw, id: string): Row {
  const name = `指标${id}`;
  const sentence: Sentence = FAMILIES[draw.family](`率${id}`, draw);
  const formula = (percent: number, hair: string): ReturnType<(typeof FORMULAS)['share']> =>
    FORMULAS[draw.formula](id, percent, hair);
  const { limits, phrases = [], levels, count, entries = [] } = sentence;
  const { text: formulas, fields } = formula(0, '0');
  const answer = (kind: Input['kind'], what: string, text: string | undefined): Input => ({
    kind,
    indicator: name,
    name: what,
    text,
  });
  const figures = ({ near, beside, state }: Choice): readonly Input[] => {
    if (limits === undefined) return [];
    const given = formula(limits[near % limits.length] ?? 0, beside).figures.map((text): string | undefined => text);
    const last = given.length - 1;
    if (state === 'first missing') given[0] = undefined;
    if (state === 'second missing') given[last] = undefined;
    if (state === 'over zero') given[last] = '0';
    if (state === 'not applicable') given[last] = '不适用';
    return fields.map((field, index) => answer('field', field.split(':')[0] ?? '', given[index]));
  };
  const fill = (choice: Choice): readonly Input[] => [
    ...figures(choice),
    ...phrases.map((phrase, index) => answer('phrase', phrase, choice.answers[index])),
    ...(levels === undefined
      ? []
      : [answer('level', '等级', choice.state === 'first missing' ? undefined : levels[choice.near])]),
    ...(count === undefined
      ? []
      : [answer('phrase', count, choice.state === 'first missing' ? undefined : `${choice.near}`)]),
  ];
  return {
    name,
    weight: draw.weight,
    fields: limits === undefined ? [] : fields,
    entries: [
      ...(limits === undefined ? [] : [`公式: [${formulas.join('，').replaceAll('，', ', ')}]`]),
      `评分标准: ${sentence.text}`,
      ...entries,
    ],
    fill,
  };
}

/** A random table of one to four rows. */
export const tables: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record<Draw>({
      family: fc.constantFrom(...keysOf(FAMILIES)),
      formula: fc.constantFrom(...keysOf(FORMULAS)),
      weight: fc.constantFrom(1, 3, 4, 5, 6, 8, 10),
      threshold: fc.constantFrom(0, 50, 85, 90, 100, 120),
      width: fc.constantFrom(1, 2, 3, 5, 7),
      amount: fc.constantFrom('0.2', '0.3', '0.5', '1'),
      part: fc.constantFrom('', '的不计', '的按一步计', '的按比例计'),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((draws) => draws.map((draw, index) => row(draw, '甲乙丙丁'.charAt(index))));

const STATES: readonly Choice['state'][] = [
  'given',
  'given again',
  'first missing',
  'second missing',
  'over zero',
  'not applicable',
];
const HAIRS = [
  '0',
  '0.01',
  '-0.01',
  '0.000000000001',
  '-0.000000000001',
  '0.5',
  '-0.5',
  '1',
  '-1',
  '2.5',
  '-7.25',
  '33',
  '-150',
];

/** Choices for every row a table can have. */
export const units: fc.Arbitrary<readonly Choice[]> = choices(STATES, ['是', '否', '不适用', undefined]);

/** The same with nothing missing and nothing over zero. */
export const wholeUnits: fc.Arbitrary<readonly Choice[]> = choices(['given'], ['是', '否']);

function choices(states: readonly Choice['state'][], answers: Choice['answers']): fc.Arbitrary<readonly Choice[]> {
  const choice = fc.record<Choice>({
    near: fc.nat(2),
    beside: fc.constantFrom(...HAIRS),
    state: fc.constantFrom(...states),
    answers: fc.tuple(fc.constantFrom(...answers), fc.constantFrom(...answers), fc.constantFrom(...answers)),
  });
  return fc.tuple(choice, choice, choice, choice);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table).filter((key): key is Key => key in table);
}

/** A ruleset file of these rows. */
export function rulesetText(table: readonly Row[]): string {
  const fields = table.flatMap((each) => each.fields.map((field) => `  ${field}\n`)).join('');
  const items = table.map(
    (each) =>
      `  - 指标: ${each.name}\n    分值: ${each.weight}\n${each.entries.map((entry) => `    ${entry}\n`).join('')}`,
  );
  const head = '标题: 随机\n家族: sample\n年度: 2020\n状态: 草案\n';
  return `${head}数据:\n  年末人数: 人\n${fields}指标:\n${items.join('')}等次: 60（含）—100分为优；60分以下为差\n`;
}

/** A unit file of these inputs. */
export function unitText(inputs: readonly Input[]): string {
  const given = inputs.filter(({ text }) => text !== undefined);
  const fields = given.filter(({ kind }) => kind === 'field').map(({ name, text }) => `  ${name}: ${text ?? ''}\n`);
  const judged = [...new Set(given.filter(({ kind }) => kind !== 'field').map(({ indicator }) => indicator))].map(
    (indicator) => {
      const lines = given.filter((input) => input.kind !== 'field' && input.indicator === indicator);
      return `  ${indicator}: { ${lines.map(({ name, text }) => `${name}: ${text ?? ''}`).join(', ')} }\n`;
    },
  );
  const section = (key: string, lines: readonly string[]): string =>
    lines.length === 0 ? `${key}: {}\n` : `${key}:\n${lines.join('')}`;
  return `单位: 某单位\n家族: sample\n年度: 2020\n${section('数据', fields)}${section('评定', judged)}`;
}
