/**
 * The functions of plain expressions, as data: name, other spellings, signature and one line of documentation.
 * What they compute stands in evaluate.ts, by `id`.
 */

/** A function of numbers, the same in every spelling. */
export type NumberFunction = 'floor' | 'ceil' | 'round' | 'abs' | 'max' | 'min' | 'average' | 'sum';

/** A function over the rows of a table: one value from as many as there are rows. */
export type RowFunction = 'sum' | 'average' | 'max' | 'min' | 'count';

/** A function over the units that are scored together: where a unit stands among them, or what they have in common. */
export type PeerFunction = 'rank' | 'average' | 'max' | 'min' | 'median';

/**
 * One function. Of numbers: `arity` is [least, most]; every argument and the result have the same unit, but for `round`'s second.
 * `rows` is what it is over the rows of a table, given a column, or a table and what to compute of each row.
 */
export interface FunctionEntry {
  readonly numbers?: { readonly id: NumberFunction; readonly arity: readonly [number, number] };
  readonly rows?: RowFunction;
  readonly peers?: PeerFunction;
  readonly names: readonly string[];
  /** how it is written, the common way first */
  readonly signatures: readonly string[];
  readonly doc: { readonly zh: string; readonly en: string };
}

/** The table. */
export const FUNCTIONS: readonly FunctionEntry[] = [
  {
    numbers: { id: 'floor', arity: [1, 1] },
    names: ['向下取整', '取整'],
    signatures: ['取整(数)'],
    doc: { zh: '不大于它的最大整数', en: 'largest whole number not above it' },
  },
  {
    numbers: { id: 'ceil', arity: [1, 1] },
    names: ['向上取整', '进一'],
    signatures: ['向上取整(数)'],
    doc: { zh: '不小于它的最小整数', en: 'smallest whole number not below it' },
  },
  {
    numbers: { id: 'round', arity: [1, 2] },
    names: ['四舍五入'],
    signatures: ['四舍五入(数, 小数位数)'],
    doc: { zh: '四舍五入到若干位小数', en: 'rounded half up to so many decimals' },
  },
  {
    numbers: { id: 'abs', arity: [1, 1] },
    names: ['绝对值'],
    signatures: ['绝对值(数)'],
    doc: { zh: '去掉正负号', en: 'without its sign' },
  },
  {
    numbers: { id: 'max', arity: [1, 99] },
    rows: 'max',
    names: ['最大', '最大值', '较大者', 'max', 'MAX', 'Max'],
    signatures: ['最大(数, 数, …)', '最大(表.列)'],
    doc: { zh: '其中最大的；各行中最大的', en: 'the largest of them; the largest of all rows' },
  },
  {
    numbers: { id: 'min', arity: [1, 99] },
    rows: 'min',
    names: ['最小', '最小值', '较小者', 'min', 'MIN', 'Min'],
    signatures: ['最小(数, 数, …)', '最小(表.列)'],
    doc: { zh: '其中最小的；各行中最小的', en: 'the smallest of them; the smallest of all rows' },
  },
  {
    numbers: { id: 'average', arity: [1, 99] },
    rows: 'average',
    names: ['平均', '平均值'],
    signatures: ['平均(数, 数, …)', '平均(表.列)'],
    doc: { zh: '算术平均；各行的平均', en: 'their mean; the mean of all rows' },
  },
  {
    numbers: { id: 'sum', arity: [1, 99] },
    rows: 'sum',
    names: ['合计', '求和'],
    signatures: ['合计(数, 数, …)', '合计(表.列)'],
    doc: { zh: '相加；各行相加', en: 'their sum; the sum of all rows' },
  },
  {
    rows: 'count',
    names: ['个数', '行数'],
    signatures: ['个数(表)', '个数(表, 条件)'],
    doc: { zh: '表有几行，或有几行符合条件', en: 'how many rows a table has, or how many of them meet a condition' },
  },
  {
    peers: 'rank',
    names: ['名次', '全体名次'],
    signatures: ['名次(数)'],
    doc: {
      zh: '在一起评分的各单位中的名次，大的在前，相等的并列；小的在前的写成名次(－数)',
      en: 'the place among the units scored together, largest first, equals sharing the better place; smallest first as 名次(－数)',
    },
  },
  {
    peers: 'average',
    names: ['全体平均', '全体平均值'],
    signatures: ['全体平均(数)'],
    doc: { zh: '一起评分的各单位的平均', en: 'the mean of the units scored together' },
  },
  {
    peers: 'max',
    names: ['全体最大', '全体最大值', '全体最高值'],
    signatures: ['全体最大(数)'],
    doc: { zh: '一起评分的各单位中最大的', en: 'the largest of the units scored together' },
  },
  {
    peers: 'min',
    names: ['全体最小', '全体最小值', '全体最低值'],
    signatures: ['全体最小(数)'],
    doc: { zh: '一起评分的各单位中最小的', en: 'the smallest of the units scored together' },
  },
  {
    peers: 'median',
    names: ['全体中位数', '全体中位值'],
    signatures: ['全体中位数(数)'],
    doc: { zh: '一起评分的各单位的中位数', en: 'the median of the units scored together' },
  },
];

const BY_NAME = new Map(FUNCTIONS.flatMap((entry) => entry.names.map((name) => [name, entry] as const)));

/** The function spelt `name`. */
export function functionNamed(name: string): FunctionEntry | undefined {
  return BY_NAME.get(name);
}

/** Every spelling of every function. */
export const FUNCTION_NAMES: readonly string[] = [...BY_NAME.keys()];
