/**
 * The rules of the house as functions from its files to complaints, each naming file and fault; no complaint, no fault.
 * Nothing here reads the disk, so the rules can be tried on houses that do not exist.
 */
import { isBuiltin } from 'node:module';
import type { Source } from './source.ts';

/** A rule: a sentence that is true of a good house, and the check that finds where it is not. */
export interface Rule {
  readonly says: string;
  readonly complaints: (files: readonly Source[]) => string[];
}

/** The rooms, and which other rooms each may import. Tests may import anything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  dsl: [],
  engine: ['dsl'],
  cli: ['engine', 'dsl'],
  playground: ['engine', 'dsl'],
};

/** The floors of the two large rooms, from the ground up: a file may import from its own floor and those below. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  dsl: [
    'text',
    'numbers',
    'words',
    'grammar',
    'expressions',
    'regions',
    'conditions',
    'clauses',
    'fold',
    'proofs',
    'editor',
  ],
  engine: ['files', 'values', 'ruleset', 'run', 'score', 'prove', 'examples', 'editor', 'conformance'],
};

/** Rooms that run in a browser. */
const PORTABLE = ['dsl', 'engine', 'playground'];

/** Each outside library, the files that may wrap it, and how many of them may do so at once. */
const LIBRARIES: Readonly<Record<string, { readonly files: RegExp; readonly atMost: number }>> = {
  'chevrotain': { files: /^dsl\/(words\/(tokens|lexer)|grammar\/parser[^/]*)\.ts$/, atMost: Infinity },
  'decimal.js': { files: /^dsl\/numbers\/decimal\.ts$/, atMost: 1 },
  'zod': { files: /^engine\/files\/schema\.ts$/, atMost: 1 },
  'yaml': { files: /^engine\/files\/yaml\.ts$/, atMost: 1 },
  '@noble/hashes': { files: /^engine\/ruleset\/hash\.ts$/, atMost: 1 },
  'commander': { files: /^cli\/(arguments|main)\.ts$/, atMost: 1 },
  'preact': { files: /^playground\/.*\.tsx?$/, atMost: Infinity },
  '@preact/signals': { files: /^playground\/.*\.tsx?$/, atMost: Infinity },
  '@fontsource-variable/noto-sans-sc': { files: /^playground\/main\.tsx$/, atMost: 1 },
  'monaco-editor': { files: /^playground\/editor\/monaco\.ts$/, atMost: 1 },
  'string-width': { files: /^cli\/[^/]+\.ts$/, atMost: 1 },
};

const LONGEST = 400;

/** Every rule of the house. */
export const RULES: readonly Rule[] = [
  {
    says: 'rooms import one way: playground and cli → engine → dsl',
    complaints: (files) =>
      crossings(files)
        .filter(({ from, to }) => !MAY_IMPORT[from]?.includes(to))
        .map(({ path, from, to, target }) => `${path}: ${from} may not import ${to} (${target})`),
  },
  {
    says: 'a room is entered through its index.ts',
    complaints: (files) =>
      crossings(files)
        .filter(({ to, target }) => target !== `${to}/index.ts`)
        .map(({ path, to, target }) => `${path}: import from ${to}/index.ts, not from ${target}`),
  },
  {
    says: 'floors of a room import downwards',
    complaints: (files) => product(files).flatMap(floorComplaints),
  },
  {
    says: 'no circles between files',
    complaints: (files) => circles(product(files)).map((circle) => `circle: ${circle.join(' → ')}`),
  },
  {
    says: 'each outside library has one wrapper',
    complaints: wrapperComplaints,
  },
  {
    says: 'dsl, engine and playground run in a browser: nothing of Node in them',
    complaints: (files) =>
      files
        .filter(({ path }) => PORTABLE.includes(roomOf(path)))
        .flatMap(({ path, imports }) =>
          imports
            .filter(({ specifier }) => isBuiltin(specifier))
            .map(({ specifier }) => `${path}: imports ${specifier}`),
        ),
  },
  {
    says: 'exports are listed by name: no `export *`, no default export',
    complaints: (files) =>
      files.flatMap(({ path, exportsAll, exportsDefault }) => [
        ...(exportsAll ? [`${path}: export *`] : []),
        ...(exportsDefault ? [`${path}: default export`] : []),
      ]),
  },
  {
    says: 'every file begins with a comment that says its idea',
    complaints: (files) =>
      files.filter((file) => !file.beginsWithComment).map(({ path }) => `${path}: no header comment`),
  },
  {
    says: `no file is longer than ${LONGEST} lines`,
    complaints: (files) =>
      files.filter(({ lines }) => lines > LONGEST).map(({ path, lines }) => `${path}: ${lines} lines, split it`),
  },
];

/** Imports of one room by another; imports that leave the repository's rooms count as crossings too. */
function crossings(
  files: readonly Source[],
): { readonly path: string; readonly from: string; readonly to: string; readonly target: string }[] {
  return product(files).flatMap(({ path, imports }) => {
    const from = roomOf(path);
    return imports.flatMap(({ target }) => {
      if (target === undefined || roomOf(target) === from) return [];
      return [{ path, from, to: roomOf(target), target }];
    });
  });
}

function floorComplaints({ path, imports }: Source): string[] {
  const floors = FLOORS[roomOf(path)];
  const own = floorOf(path);
  if (floors === undefined || own === undefined) return [];
  if (!floors.includes(own)) return [`${path}: ${roomOf(path)} has no floor ${own}`];
  return imports.flatMap(({ target }) => {
    const floor = target === undefined || roomOf(target) !== roomOf(path) ? undefined : floorOf(target);
    const above = floor !== undefined && floors.indexOf(floor) > floors.indexOf(own);
    return above ? [`${path}: ${own} lies below ${floor} (${target ?? ''})`] : [];
  });
}

/** The folder of a file inside its room; undefined for one that lies in the room itself. */
function floorOf(path: string): string | undefined {
  const [, floor, file] = path.split('/');
  return file === undefined ? undefined : floor;
}

function wrapperComplaints(files: readonly Source[]): string[] {
  const complaints: string[] = [];
  const importers = new Map<string, string[]>();
  for (const { path, imports } of product(files)) {
    const libraries = imports.filter(({ specifier, target }) => target === undefined && !isBuiltin(specifier));
    for (const library of new Set(libraries.map(({ specifier }) => packageOf(specifier)))) {
      const wrapper = LIBRARIES[library];
      if (wrapper === undefined) complaints.push(`${path}: imports ${library}, which has no wrapper in the house`);
      else if (!wrapper.files.test(path))
        complaints.push(`${path}: imports ${library}, which belongs to ${wrapper.files.source}`);
      else importers.set(library, [...(importers.get(library) ?? []), path]);
    }
  }
  for (const [library, paths] of importers) {
    if (paths.length > (LIBRARIES[library]?.atMost ?? 0))
      complaints.push(`${library}: imported by ${paths.join(' and ')}`);
  }
  return complaints;
}

/** The circles a depth-first walk of the imports runs into; type imports count, for a reader must follow them as well. */
function circles(files: readonly Source[]): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (path: string, road: readonly string[]): void => {
    const before = road.indexOf(path);
    if (before >= 0) found.push([...road.slice(before), path]);
    if (before >= 0 || done.has(path)) return;
    for (const { target } of byPath.get(path)?.imports ?? []) if (target !== undefined) walk(target, [...road, path]);
    done.add(path);
  };
  for (const { path } of files) walk(path, []);
  return found;
}

function product(files: readonly Source[]): Source[] {
  return files.filter(({ path }) => roomOf(path) in MAY_IMPORT);
}

function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** `@scope/name/deep` → `@scope/name`, `name/deep` → `name`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
