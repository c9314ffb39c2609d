/**
 * A real browser out of npm: on Linux x64 the Chromium that comes in a package is unpacked once into node_modules/.cache, elsewhere an
 * installed Chrome, Chromium or Edge is used; BROWSER_PATH names another. Nothing is downloaded and nothing installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const ROOT = dirname(dirname(import.meta.dirname));
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');
const ARCHIVES = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];

/** A browser, headless. */
export async function launch(): Promise<Browser> {
  const { path, libraries } = await found();
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({
    ...(path.includes('/') || path.includes('\\') ? { executablePath: path } : { channel: path }),
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--font-render-hinting=none',
    ],
    ...(libraries === undefined ? {} : { env: { ...environment(), LD_LIBRARY_PATH: libraries } }),
  });
}

/** Makes the browser ready, before several at once ask for it. */
export async function prepare(): Promise<void> {
  await found();
}

interface Found {
  /** a path, or the name of a channel that is installed */
  readonly path: string;
  /** libraries a bare machine lacks */
  readonly libraries: string | undefined;
}

async function found(): Promise<Found> {
  const named = process.env['BROWSER_PATH'];
  if (named !== undefined && named !== '') return { path: named, libraries: undefined };
  if (process.platform !== 'linux' || process.arch !== 'x64') return { path: 'chrome', libraries: undefined };
  const folder = await unpacked();
  const path = join(folder, 'chromium');
  const runs = (libraries: string | undefined): boolean => {
    const env = libraries === undefined ? environment() : { ...environment(), LD_LIBRARY_PATH: libraries };
    return spawnSync(path, ['--version', '--no-sandbox'], { env }).status === 0;
  };
  const brought = join(folder, 'al2023/lib');
  return { path, libraries: runs(undefined) ? undefined : brought };
}

/** The folder with the browser; unpacked beside it first, so that a half-unpacked one is never used. */
async function unpacked(): Promise<string> {
  const manifest: unknown = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  const folder = join(ROOT, `node_modules/.cache/browser/chromium-${String(version)}`);
  if (existsSync(folder)) return folder;
  const beside = `${folder}-${String(process.pid)}`;
  mkdirSync(beside, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = beside;
  try {
    for (const archive of ARCHIVES) await inflate(join(PACKAGE, 'bin', archive));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  if (existsSync(folder)) rmSync(beside, { recursive: true });
  else renameSync(beside, folder);
  return folder;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
