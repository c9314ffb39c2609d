/**
 * The house itself: the Node the tests run on, and what the command says on one that is too old.
 */
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { isSupportedNode } from '../cli/node-version.js';

describe('Node', () => {
  test('the tests run on a Node that Jichi supports', () => {
    expect(process.versions.node).toSatisfy(isSupportedNode);
  });

  test.each([
    ['20.20.2', false],
    ['22.17.1', false],
    ['22.18.0', true],
    ['24.21.0', true],
    ['100.0.0', true],
  ])('%s is supported: %s', (version, supported) => {
    expect(isSupportedNode(version)).toBe(supported);
  });

  test('package.json asks for the version the command checks, and brings one at least as new', () => {
    const asked = manifest.engines.node.replace(/^>=/, '');
    expect(asked).toSatisfy(isSupportedNode);
    for (const brought of Object.values(manifest.optionalDependencies)) expect(brought).toSatisfy(isSupportedNode);
  });
});
