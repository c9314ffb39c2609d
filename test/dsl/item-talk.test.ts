/** What phrases say of the items of a list, and which phrases say nothing of them. */
import { expect, test } from 'vitest';
import { itemTalk, metOf } from '../../dsl/clauses/item-talk.ts';

const TOTAL = 4;

/** Least and most items that are met, of four. */
function range(phrase: string): string {
  const talk = itemTalk(phrase);
  if (talk === undefined || talk.who !== 'count') return talk?.who ?? 'none';
  const { low, high } = metOf(talk, TOTAL);
  return low === high ? String(low) : `${String(low)}—${String(high)}`;
}

test.each([
  ['全部符合', '4'],
  ['四项均达标', '4'],
  ['均符合要求的', '4'],
  ['同时满足以上条件', '4'],
  ['具备下列条件', '4'],
  ['符合其中两项', '2'],
  ['有3项达到', '3'],
  ['满足三项及以上', '3—4'],
  ['至少有一项符合', '1—4'],
  ['不足两项', '0—1'],
  ['满足两项以下', '0—2'],
  ['符合下列条件之一', '1—4'],
  ['存在以下任一问题', '1—4'],
  ['有下列情形', '1—4'],
  ['没有上述情况', '0'],
  ['均不符合', '0'],
  ['都未达到', '0'],
  ['全部不符合要求', '0'],
  ['有一项不符合', '3'],
  ['任意一项不达标', '0—3'],
  ['两项及以上不符合', '0—2'],
  ['不符合上述要求', '0—3'],
  ['未全部符合', '0—3'],
])('%s: %s of four are met', (phrase, met) => {
  expect(range(phrase)).toBe(met);
});

test.each([
  ['下列四项各', 'each'],
  ['①②项各', 'each'],
  ['③项', 'count'],
  ['符合要求', 'plain'],
  ['不符合', 'plain'],
])('%s speaks of %s', (phrase, who) => {
  expect(itemTalk(phrase)?.who).toBe(who);
});

test.each([
  '全部公开',
  '均衡发展',
  '有两项创新',
  '各项制度均健全',
  '三项制度健全',
  '完成整改',
  '资料齐全',
  '上述文件已印发',
])('%s is a condition of its own', (phrase) => {
  expect(itemTalk(phrase)).toBeUndefined();
});
