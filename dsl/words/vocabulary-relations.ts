/**
 * Words that set a measure beside the same one at an earlier time, a mean or a target: 比上年提高, 同比下降5%, 持平. A part of the table in
 * vocabulary.ts.
 */
import type { Word } from './word-kinds.ts';

/** The rows; 提高 and the like are read by what stands before them, never alone within prose. */
export const RELATIONS: readonly Word[] = [
  { kind: 'than', value: '', forms: '(相|)(比|较) 相较于', follow: ['changed'] },
  { kind: 'than', value: '', forms: '与 和 同 跟', follow: ['matched'] },
  {
    kind: 'period',
    value: '',
    forms: '(上|去|前)(年|年度|一年|一年度|年同期|年度同期|期|月|季度|半年)(的|)(水平|数|值|) (同期|基期)(水平|数|值|)',
    lead: ['than', 'compare'],
  },
  {
    kind: 'period',
    value: '',
    forms: '(上|去|前)(年|年度|一年|一年度|年同期|年度同期|期|月|季度)',
    lead: ['be'],
    follow: ['ofShare'],
  },
  { kind: 'period', value: '', forms: '同比 环比', follow: ['changed'], lead: ['start', 'value'] },
  { kind: 'period', value: '', forms: '相比 相比较 比较', follow: ['changed'], lead: ['name', 'period'] },
  {
    kind: 'change',
    value: '>',
    forms: '(有所|有|实现|保持|呈|)(提高|提升|上升|增长|增加|上涨|升高|回升|前移|上移|前进|进位)',
    follow: ['end', 'verb', 'numeral', 'compare', 'alternative'],
    lead: ['compared'],
  },
  {
    kind: 'change',
    value: '<',
    forms: '(有所|有|出现|呈|)(下降|降低|减少|下滑|回落|下跌|后移|下移|后退|退位)',
    follow: ['end', 'verb', 'numeral', 'compare', 'alternative'],
    lead: ['compared'],
  },
  {
    kind: 'change',
    value: '=',
    forms: '(保持|)(持平|不变|相同|一致|相等) (未|没有)(变化|变动|发生变化)',
    follow: ['end', 'verb', 'alternative'],
    lead: ['compared'],
  },
  {
    kind: 'change',
    value: '≥',
    forms: '(不|未|没有)(下降|降低|减少|下滑|后移|后退) (只增不减|只升不降)',
    follow: ['end', 'verb', 'alternative'],
    lead: ['compared'],
  },
  {
    kind: 'change',
    value: '≤',
    forms: '(不|未|没有)(增长|增加|上升|提高) (只减不增|只降不升|只降不增|零增长或负增长)',
    follow: ['end', 'verb', 'alternative'],
    lead: ['compared'],
  },
  {
    kind: 'change',
    value: '>',
    forms: '(实现|)正增长',
    follow: ['end', 'verb', 'alternative'],
    lead: ['compared', 'prose'],
  },
  {
    kind: 'change',
    value: '<',
    forms: '(实现|出现|)负增长',
    follow: ['end', 'verb', 'alternative'],
    lead: ['compared', 'prose'],
  },
  {
    kind: 'change',
    value: '=',
    forms: '(实现|)零增长',
    follow: ['end', 'verb', 'alternative'],
    lead: ['compared', 'prose'],
  },
  { kind: 'or', value: '', forms: '或 或者', lead: ['change'] },
  // ---- one measure as a share of another, or apart from it
  { kind: 'times', value: '', forms: '的', lead: ['name', 'period'], follow: ['share'] },
  {
    kind: 'filler',
    value: '',
    forms: '的(比例|比重|比率|百分比|份额) (比例|比重)',
    lead: ['name'],
    follow: ['measured'],
  },
  {
    kind: 'pick',
    value: '相差',
    forms: '(二者|两者|)(相差|差距|差额|差值)(的绝对值|)',
    lead: ['name'],
    follow: ['measured'],
  },
  { kind: 'pick', value: '之比', forms: '之比 的比值', lead: ['name'], follow: ['measured'] },
  {
    kind: 'plusMinus',
    value: '',
    forms: '(二者|两者|)(相差|差距|差额|差值)',
    lead: ['start'],
    follow: ['numeral', 'compare'],
  },
  // ---- several measures at once
  {
    kind: 'every',
    value: 'all',
    forms: '((两|三|四|二)(项|个|者)(指标|)|)(均|都|皆|全部|同时)(能|已|)',
    lead: ['name', 'start'],
    follow: ['measured'],
  },
  {
    kind: 'every',
    value: 'any',
    forms:
      '(其中|)(至少|)(有|)(一项|任一项|任意一项|任何一项|一个)(指标|) (其中|)每(有|出现|存在|发现)(一|1)(项|个指标)(指标|)',
    lead: ['name', 'start'],
    follow: ['measured'],
  },
  {
    kind: 'every',
    value: '2',
    forms: '(其中|)(至少|)(有|)(任意|)(两|二|2)(项|个)(及以上|或以上|以上|)(指标|)(以上|)',
    lead: ['start'],
    follow: ['measured'],
  },
  {
    kind: 'every',
    value: '3',
    forms: '(其中|)(至少|)(有|)(任意|)(三|3)(项|个)(及以上|或以上|以上|)(指标|)(以上|)',
    lead: ['start'],
    follow: ['measured'],
  },
];
