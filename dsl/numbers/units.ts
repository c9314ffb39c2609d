/**
 * Units and dimensions: one table of units, each a dimension and an exact factor to that dimension's base unit.
 * Money is one dimension; each kind of counted thing is a dimension of its own, so people and cases never add up.
 */
import { type Rational, ONE, multiply, rational, divide } from './number.ts';

/** Powers of base units by name, sorted by name, none zero; the empty list is a pure number (a ratio). */
export type Dimension = readonly (readonly [base: string, power: number])[];

/** A unit of measurement: `value in base units = figure × factor`. */
export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  readonly factor: Rational;
}

/** The dimension of a pure number. */
export const PURE: Dimension = [];

/** The dimension of points. */
export const POINTS: Dimension = [['分', 1]];

/** The dimension of a span of days. */
export const DAYS: Dimension = [['天', 1]];

/** Units by base; `名:因数` gives a factor to the base when it is not one. */
const TABLE: readonly (readonly [base: string, units: string])[] = [
  ['', '%:1/100 ‰:1/1000 个百分点:1/100 百分点:1/100 个点:1/100 个千分点:1/1000 比率 倍 成:1/10'],
  ['分', '分'],
  [
    '元',
    '元 千元:1000 百元:100 万元:10000 百万元:1000000 千万元:10000000 亿元:100000000 角:1/10 万:10000 亿:100000000',
  ],
  ['人', '人 名工作人员 万人:10000'],
  ['岁', '岁 周岁'],
  ['天', '天 日 个自然日 自然日 周:7'],
  ['工作日', '工作日 个工作日'],
  ['月', '月 个月 季度:3 个季度:3 年:12'],
  ['小时', '小时 个小时 分钟:1/60'],
  ['名次', '名次 个名次 名 位 个位次 位次'],
  [
    '平方米',
    '平方米 ㎡ m² 万平方米:10000 亩:2000/3 千亩:2000000/3 万亩:20000000/3 公顷:10000 平方公里:1000000 平方千米:1000000',
  ],
  ['米', '米 公里:1000 千米:1000 里:500 厘米:1/100 毫米:1/1000'],
  ['立方米', '立方米 m³ 万立方米:10000 亿立方米:100000000'],
  ['吨', '吨 千克:1/1000 公斤:1/1000 万吨:10000 吨标准煤 吨标煤 万吨标准煤:10000'],
  ['千瓦时', '千瓦时 度 万千瓦时:10000 亿千瓦时:100000000'],
  ['微克/立方米', '微克/立方米 毫克/立方米:1000'],
  ['毫克/升', '毫克/升'],
  ['户', '户 万户:10000'],
  ['人次', '人次 万人次:10000'],
  ['学时', '学时 个学时 课时 个课时'],
  ...'档 步 级距 例 个 次 处 项 份 件 起 条 家 篇 宗 笔 批次 批 种 类 台 辆 套 所 座 期 场 门 本 卷 例次 村 户次 株 头 张 栋 间 幅 道 级 学分 家次 套次 台次 件次 项次 班次 盏 艘 架 棵 眼 册 届 轮'
    .split(' ')
    .map((name): readonly [string, string] => [name, name]),
];

const UNITS: ReadonlyMap<string, Unit> = new Map(
  TABLE.flatMap(([base, units]) =>
    units.split(' ').map((entry): [string, Unit] => {
      const [name = '', factor = '1'] = entry.split(':');
      const [numerator = '1', denominator = '1'] = factor.split('/');
      const dimension: Dimension = base === '' ? PURE : [[base, 1]];
      return [name, { name, dimension, factor: rational(BigInt(numerator), BigInt(denominator)) }];
    }),
  ),
);

/** Names of all units that may follow a number in a sentence. */
export const UNIT_NAMES: readonly string[] = [...UNITS.keys()].filter((name) => !['比率', '成'].includes(name));

/** The unit named `text`, also a quotient such as 元/人; undefined when there is none. */
export function unitNamed(text: string): Unit | undefined {
  const whole = UNITS.get(text.trim());
  if (whole !== undefined) return whole;
  const [first = '', ...rest] = text.trim().split('/');
  const unit = UNITS.get(first.trim());
  if (unit === undefined || rest.length === 0) return unit;
  let { dimension, factor } = unit;
  for (const name of rest) {
    const divisor = UNITS.get(name.trim());
    if (divisor === undefined) return undefined;
    dimension = combine(dimension, divisor.dimension, -1);
    factor = divide(factor, divisor.factor) ?? factor;
  }
  return { name: text.trim(), dimension, factor };
}

/** The dimension of a product (`power` 1) or a quotient (`power` −1). */
export function combine(left: Dimension, right: Dimension, power: 1 | -1): Dimension {
  const powers = new Map(left);
  for (const [base, exponent] of right) powers.set(base, (powers.get(base) ?? 0) + exponent * power);
  return [...powers].filter(([, exponent]) => exponent !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Whether two dimensions are the same. */
export function sameDimension(left: Dimension, right: Dimension): boolean {
  return (
    left.length === right.length &&
    left.every(([base, power], index) => right[index]?.[0] === base && right[index][1] === power)
  );
}

/** How a dimension is called: 元, 元/人, 比率. */
export function dimensionName(dimension: Dimension): string {
  if (dimension.length === 0) return '比率';
  const part = (sign: number): string =>
    dimension
      .filter(([, power]) => power * sign > 0)
      .map(([base, power]) => (Math.abs(power) === 1 ? base : `${base}^${String(Math.abs(power))}`))
      .join('·');
  const below = part(-1);
  return below === '' ? part(1) : `${part(1) || '1'}/${below}`;
}

/** `value` given in `unit`, in base units. */
export function toBase(value: Rational, unit: Unit): Rational {
  return unit.factor === ONE ? value : multiply(value, unit.factor);
}

/** `value` given in base units, in `unit`. */
export function fromBase(value: Rational, unit: Unit): Rational {
  return divide(value, unit.factor) ?? value;
}

const CONTINUOUS: ReadonlySet<string> = new Set([
  '岁',
  '元',
  '天',
  '工作日',
  '月',
  '小时',
  '平方米',
  '米',
  '立方米',
  '吨',
  '千瓦时',
  '分',
]);

/** Whether values of a dimension are counted, one by one, and so whole. */
export function isCounted(dimension: Dimension): boolean {
  const [only] = dimension;
  return dimension.length === 1 && only?.[1] === 1 && !CONTINUOUS.has(only[0]);
}
