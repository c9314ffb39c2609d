/**
 * Holds the house to its rules, and each rule to its word: a small house that breaks it must be complained about.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from './architecture/rules.ts';
import { readSource, type Source } from './architecture/source.ts';

const ROOT = dirname(import.meta.dirname);

const sources = glob('{dsl,engine,cli,playground,test}/**/*.{ts,tsx,js}').map((path) => readSource(path, read(path)));

describe('this house', () => {
  test.each(RULES.map((rule) => [rule.says, rule] as const))('%s', (_says, rule) => {
    expect(rule.complaints(sources)).toEqual([]);
  });

  test('nothing refers to folders outside the repository', () => {
    const outside = /(?:\.\.|\/work)\/shared/;
    const texts = glob('{dsl,engine,cli,playground,test,rulesets}/**/*.*').filter((path) => outside.test(read(path)));
    expect(texts).toEqual([]);
  });
});

/** One line a house: the rule it breaks, and its files as `path: text`. */
const BROKEN: readonly (readonly [title: string, complaint: string, files: Readonly<Record<string, string>>])[] = [
  ['dsl imports engine', 'dsl may not import engine', { 'dsl/a.ts': "import { b } from '../engine/index.ts'" }],
  ['engine imports cli', 'engine may not import cli', { 'engine/a.ts': "export { b } from '../cli/index.ts'" }],
  ['cli imports a test', 'cli may not import test', { 'cli/a.ts': "import { b } from '../test/b.ts'" }],
  ['engine passes by the index', 'import from dsl/index.ts', { 'engine/a.ts': "import { b } from '../dsl/b.ts'" }],
  ['a type passes by the index', 'import from dsl/index.ts', { 'cli/a.ts': "type B = import('../dsl/b.ts').B" }],
  [
    'three files in a circle',
    'circle: dsl/a.ts → dsl/b.ts → dsl/c.ts → dsl/a.ts',
    {
      'dsl/a.ts': "import './b.ts'",
      'dsl/b.ts': "import type { C } from './c.ts'",
      'dsl/c.ts': "export { a } from './a.ts'",
    },
  ],
  ['a floor that reaches up', 'words lies below grammar', { 'dsl/words/a.ts': "import '../grammar/b.ts'" }],
  ['a floor nobody knows', 'dsl has no floor attic', { 'dsl/attic/a.ts': '' }],
  ['a library outside its wrapper', 'imports zod, which belongs to', { 'engine/load.ts': "import { z } from 'zod'" }],
  ['a library nobody wraps', 'imports lodash, which has no wrapper', { 'dsl/a.ts': "import 'lodash/fp'" }],
  [
    'a library with two wrappers',
    'string-width: imported by cli/a.ts and cli/b.ts',
    { 'cli/a.ts': "import width from 'string-width'", 'cli/b.ts': "import width from 'string-width'" },
  ],
  ['a module of Node in dsl', 'dsl/a.ts: imports node:fs', { 'dsl/a.ts': "import { readFileSync } from 'node:fs'" }],
  ['the same without its prefix', 'engine/a.ts: imports path', { 'engine/a.ts': "await import('path')" }],
  ['export *', 'dsl/index.ts: export *', { 'dsl/index.ts': "export * from './a.ts'" }],
  ['export * under a name', 'dsl/index.ts: export *', { 'dsl/index.ts': "export * as a from './a.ts'" }],
  ['a default expression', 'dsl/a.ts: default export', { 'dsl/a.ts': 'export default 1' }],
  ['a default function', 'dsl/a.ts: default export', { 'dsl/a.ts': 'export default function a() {}' }],
  ['a default by name', 'dsl/a.ts: default export', { 'dsl/a.ts': 'const a = 1; export { a as default }' }],
  ['no header', 'cli/a.ts: no header comment', { 'cli/a.ts': 'export const a = 1;' }],
  ['too long', 'test/a.ts: 401 lines', { 'test/a.ts': '// a\n'.repeat(401) }],
];

describe('a house is complained about that has', () => {
  test.each(BROKEN)('%s', (_title, complaint, files) => {
    expect(complaintsOn(files)).toContainEqual(expect.stringContaining(complaint));
  });
});

test('a house that keeps the rules is not complained about', () => {
  const good = {
    'dsl/numbers/decimal.ts':
      "/** The number. */\nimport { Decimal } from 'decimal.js'; // import '../engine/index.ts'",
    'dsl/index.ts': "/** Contents. */\nexport { a } from './numbers/decimal.ts'",
    'engine/ruleset/hash.ts':
      "/** Hash. */\nimport { sha256 } from '@noble/hashes/sha2.js'; import { a } from '../../dsl/index.ts'",
    'cli/main.ts': "#!/usr/bin/env node\n// Main.\nimport 'node:fs'; switch (1) { default: }",
    'test/a.test.ts': "// Test.\nimport { Decimal } from 'decimal.js'; import { sha } from '../engine/ruleset/hash.ts'",
  };
  expect(complaintsOn(good)).toEqual([]);
});

function complaintsOn(files: Readonly<Record<string, string>>): string[] {
  const house: Source[] = Object.entries(files).map(([path, text]) => readSource(path, text));
  return RULES.flatMap((rule) => rule.complaints(house));
}

function glob(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT, exclude: (path) => path === 'node_modules' })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

function read(path: string): string {
  return readFileSync(`${ROOT}/${path}`, 'utf8');
}
