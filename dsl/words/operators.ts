/** The operator table: how an operator may be written, how tightly it binds. The one infix rule of the parser reads it. */
import type { BinaryOperator } from '../text/ast.ts';

/** One operator; a higher level binds tighter. */
export interface Operator {
  readonly operator: BinaryOperator;
  readonly level: number;
  readonly doc: { readonly zh: string; readonly en: string };
}

/** The table, loosest first. All are left-associative; comparisons do not chain inside expressions. */
export const OPERATORS: readonly Operator[] = [
  { operator: '或', level: 1, doc: { zh: '有一个成立即成立', en: 'true when either is' } },
  { operator: '且', level: 2, doc: { zh: '都成立才成立', en: 'true when both are' } },
  { operator: '<', level: 3, doc: { zh: '小于', en: 'less than' } },
  { operator: '≤', level: 3, doc: { zh: '小于或等于', en: 'at most' } },
  { operator: '=', level: 3, doc: { zh: '等于', en: 'equal' } },
  { operator: '≠', level: 3, doc: { zh: '不等于', en: 'not equal' } },
  { operator: '≥', level: 3, doc: { zh: '大于或等于', en: 'at least' } },
  { operator: '>', level: 3, doc: { zh: '大于', en: 'greater than' } },
  { operator: '＋', level: 4, doc: { zh: '加', en: 'plus' } },
  { operator: '－', level: 4, doc: { zh: '减', en: 'minus' } },
  { operator: '×', level: 5, doc: { zh: '乘', en: 'times' } },
  { operator: '÷', level: 5, doc: { zh: '除', en: 'divided by' } },
];

const LEVELS = new Map<string, number>(OPERATORS.map(({ operator, level }) => [operator, level]));

/** The binding level of an operator. */
export function levelOf(operator: BinaryOperator): number {
  return LEVELS.get(operator) ?? 0;
}
