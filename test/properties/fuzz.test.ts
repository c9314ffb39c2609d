/**
 * A short run of `npm run fuzz`: the same texts every time, none of which may throw, lose a place or take its time. The long run is a
 * script, since it takes minutes.
 */
import { expect, test } from 'vitest';
import { tryText } from '../fuzz/run.ts';
import { drawText } from '../fuzz/texts.ts';

const COUNT = 1000;
const LONGEST_MS = 3000;

test(`no text of ${String(COUNT)} does harm`, () => {
  const faults = [];
  const slow = [];
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const drawn = drawText(seed);
    const start = performance.now();
    const fault = tryText(drawn);
    if (fault !== undefined) faults.push({ seed, ...fault });
    if (performance.now() - start > LONGEST_MS) slow.push(seed);
  }
  expect({ faults, slow }).toEqual({ faults: [], slow: [] });
});

test.each([700526464])('text %i, which once lost a place, loses none', (seed) => {
  expect(tryText(drawText(seed))).toBeUndefined();
});
