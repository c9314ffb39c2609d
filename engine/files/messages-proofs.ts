/** What proofs over a whole ruleset have to say: the way points go, what is never used, cross-checks that cannot hold. */
import type { Catalogue } from '../../dsl/index.ts';

/** Codes that `prove` gives, and nothing else does. */
export const PROOF_MESSAGES = {
  'direction-broken': {
    severity: 'warning',
    zh: '{first}得{firstPoints}分，{second}得{secondPoints}分，与“方向：{direction}”不符',
    en: '{first} gives {firstPoints}, {second} gives {secondPoints}: not what 方向: {direction} says',
  },
  'direction-turns': {
    severity: 'warning',
    zh: '{first}得{firstPoints}分，{second}得{secondPoints}分，{third}又得{thirdPoints}分：得分降了又升，请核对',
    en: '{first} gives {firstPoints}, {second} gives {secondPoints}, {third} gives {thirdPoints} again: points fall and rise; check this',
  },
  'cliff': {
    severity: 'info',
    zh: '在{at}处，得分从{below}分一下变到{above}分，相差{size}分，达到分值的一半',
    en: 'at {at} points jump from {below} to {above}, by {size}: half the weight or more',
  },
  'unused-field': {
    severity: 'info',
    zh: '数据“{name}”没有公式、评分标准或勾稽用到',
    en: 'no formula, standard or cross-check uses the field “{name}”',
  },
  'unused-parameter': {
    severity: 'warning',
    zh: '参数“{name}”没有用到',
    en: 'the parameter “{name}” is never used',
  },
  'check-never-holds': {
    severity: 'warning',
    zh: '勾稽“{text}”不可能成立',
    en: 'the cross-check “{text}” can never hold',
  },
  'check-always-holds': {
    severity: 'info',
    zh: '勾稽“{text}”总是成立，查不出问题',
    en: 'the cross-check “{text}” always holds and finds nothing',
  },
  'checks-contradict': {
    severity: 'warning',
    zh: '勾稽“{text}”与“{other}”不可能同时成立',
    en: 'the cross-check “{text}” cannot hold together with “{other}”',
  },
  'checks-not-decided': {
    severity: 'info',
    zh: '勾稽能不能成立、能不能同时成立，没有能判定：{reason}',
    en: 'whether the cross-checks can hold, and hold at once, could not be decided: {reasonEn}',
  },
} as const satisfies Catalogue;

/** Whether a code is one of a proof. */
export function isProofCode(code: string): boolean {
  return Object.hasOwn(PROOF_MESSAGES, code);
}
