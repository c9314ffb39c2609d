/**
 * The functions of plain expressions, as data: name, other spellings, signature and one line of documentation.
 * What they compute stands in evaluate.ts, by `id`.
 */

/** Identity of a function, the same in every spelling. */
export type FunctionId = 'floor' | 'ceil' | 'round' | 'abs' | 'max' | 'min' | 'average' | 'sum';

/** One function. `arity` is [least, most]; every argument and the result have the same unit, but for `round`'s second. */
export interface FunctionEntry {
  readonly id: FunctionId;
  readonly names: readonly string[];
  readonly arity: readonly [number, number];
  readonly signature: string;
  readonly doc: { readonly zh: string; readonly en: string };
}

/** The table. */
export const FUNCTIONS: readonly FunctionEntry[] = [
  {
    id: 'floor',
    names: ['向下取整', '取整'],
    arity: [1, 1],
    signature: '取整(数)',
    doc: { zh: '不大于它的最大整数', en: 'largest whole number not above it' },
  },
  {
    id: 'ceil',
    names: ['向上取整', '进一'],
    arity: [1, 1],
    signature: '向上取整(数)',
    doc: { zh: '不小于它的最小整数', en: 'smallest whole number not below it' },
  },
  {
    id: 'round',
    names: ['四舍五入'],
    arity: [1, 2],
    signature: '四舍五入(数, 小数位数)',
    doc: { zh: '四舍五入到若干位小数', en: 'rounded half up to so many decimals' },
  },
  {
    id: 'abs',
    names: ['绝对值'],
    arity: [1, 1],
    signature: '绝对值(数)',
    doc: { zh: '去掉正负号', en: 'without its sign' },
  },
  {
    id: 'max',
    names: ['最大', '最大值', '较大者'],
    arity: [1, 99],
    signature: '最大(数, 数, …)',
    doc: { zh: '其中最大的', en: 'the largest of them' },
  },
  {
    id: 'min',
    names: ['最小', '最小值', '较小者'],
    arity: [1, 99],
    signature: '最小(数, 数, …)',
    doc: { zh: '其中最小的', en: 'the smallest of them' },
  },
  {
    id: 'average',
    names: ['平均', '平均值'],
    arity: [1, 99],
    signature: '平均(数, 数, …)',
    doc: { zh: '算术平均', en: 'their mean' },
  },
  {
    id: 'sum',
    names: ['合计', '求和'],
    arity: [1, 99],
    signature: '合计(数, 数, …)',
    doc: { zh: '相加', en: 'their sum' },
  },
];

const BY_NAME = new Map(FUNCTIONS.flatMap((entry) => entry.names.map((name) => [name, entry] as const)));

/** The function spelt `name`. */
export function functionNamed(name: string): FunctionEntry | undefined {
  return BY_NAME.get(name);
}

/** Every spelling of every function. */
export const FUNCTION_NAMES: readonly string[] = [...BY_NAME.keys()];
