/**
 * Files in: their bytes, or in plain words why there are none. What the bytes mean is the engine's; nothing is written here.
 * Paths are shown as the person gave them, or from the folder the person stands in.
 */
import {
  chmodSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { nearest } from '../dsl/index.ts';
import type { FiledDiagnostic } from '../engine/index.ts';
import { aboutFile } from './messages.ts';

/** A file's bytes, or what stands against reading it. `file` is the path as shown to the person. */
export type Reading =
  | { readonly kind: 'read'; readonly file: string; readonly bytes: Uint8Array }
  | { readonly kind: 'unread'; readonly finding: FiledDiagnostic };

/** Reads `file`, a path as the person gave it, from the folder `cwd`. */
export function readInput(file: string, cwd: string): Reading {
  const path = resolve(cwd, file);
  try {
    const found = statSync(path);
    if (found.isDirectory()) {
      const example = yamlFilesIn(path)[0];
      const data = example === undefined ? {} : { example: shownPath(resolve(path, example), cwd) };
      return { kind: 'unread', finding: aboutFile('file-is-folder', file, data) };
    }
    // A device such as /dev/zero has no end; a pipe (`<(…)`) has.
    if (!found.isFile() && !found.isFIFO()) return { kind: 'unread', finding: aboutFile('file-not-regular', file) };
    return { kind: 'read', file, bytes: readFileSync(path) };
  } catch (error) {
    return { kind: 'unread', finding: whyUnread(error, file, path, cwd) };
  }
}

/**
 * Writes `file` whole or not at all: beside it first, then in its place, with the rights it had. What stands against it is returned.
 */
export function writeWhole(file: string, text: string, cwd: string): FiledDiagnostic | undefined {
  let beside: string | undefined;
  try {
    const path = realpathSync(resolve(cwd, file));
    beside = `${path}.${String(process.pid)}.tmp`;
    writeFileSync(beside, text, { flag: 'wx' });
    chmodSync(beside, statSync(path).mode);
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    const reason = codeOf(error);
    if (reason === undefined) throw error;
    if (beside !== undefined && reason !== 'EEXIST') rmSync(beside, { force: true });
    return aboutFile('file-not-writable', file, { reason });
  }
}

/** Names of the YAML files in a folder, sorted; none when there is no such folder. */
export function yamlFilesIn(folder: string): string[] {
  return namesIn(folder).filter((name) => /\.ya?ml$/i.test(name));
}

/** Names of the folders in a folder, sorted; none when there is no such folder. */
export function foldersIn(folder: string): string[] {
  return namesIn(folder).filter((name) => isFolder(resolve(folder, name)));
}

/** Whether there is a folder at `path`. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The folder `folder` and every folder above it, nearest first. */
export function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** A full path as the person would write it: from the folder `cwd` when it lies in it. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return (inside.startsWith('..') || isAbsolute(inside) ? path : inside).split(sep).join('/');
}

function whyUnread(error: unknown, file: string, path: string, cwd: string): FiledDiagnostic {
  const reason = codeOf(error);
  switch (reason) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const folder = dirname(path);
      const near = nearest(basename(path), namesIn(folder));
      const data = near === undefined ? {} : { suggestion: shownPath(resolve(folder, near), cwd) };
      return aboutFile('file-not-found', file, data);
    }
    case 'EACCES':
    case 'EPERM':
      return aboutFile('file-not-permitted', file);
    case undefined:
      throw error;
    default:
      return aboutFile('file-not-readable', file, { reason });
  }
}

/** The code of an error of the file system; any other error is a fault of ours. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return [];
  }
}
