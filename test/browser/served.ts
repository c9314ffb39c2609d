/** Makes the browser ready and builds the page, once for all tests, and serves it on loopback as it would be from a plain folder. */
import { dirname, join } from 'node:path';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { prepare } from './chromium.ts';

const ROOT = dirname(dirname(import.meta.dirname));

declare module 'vitest' {
  export interface ProvidedContext {
    /** where the page is served */
    page: string;
  }
}

/** Runs before the first test; what it gives back runs behind the last. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const shared = {
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'playground'),
    logLevel: 'error',
  } as const;
  await prepare();
  await build(shared);
  const server = await preview({ ...shared, preview: { host: '127.0.0.1', port: 0, strictPort: false } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('a preview is served somewhere');
  provide('page', url);
  return () => server.close();
}
