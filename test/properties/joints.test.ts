/** Prose joined over and over is read as fast as any other: a text of joints alone must not be tried in every way there is. */
import { expect, test } from 'vitest';
import { tryText } from '../fuzz/run.ts';

test.each(['且', '或', '和', '、', '或者且', '一项和', '但有'])('%s sixty times over is read, and at once', (joint) => {
  expect(tryText({ origin: 'hostile', kind: 'standard', text: joint.repeat(60), stable: false })).toBeUndefined();
});
