/** The built page, served on loopback as it would be from a plain folder, in a real browser; every test gets a browser profile of its own. */
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { launch } from './chromium.ts';

const ROOT = dirname(dirname(import.meta.dirname));

/** The page served, and the browser that looks at it. */
export interface Served {
  readonly url: string;
  /** Opens the page anew, as somebody who was never here; with something in the browser's storage where given. */
  readonly visit: (options?: VisitOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** How somebody comes to the page. */
export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  /** instead of the plain address */
  readonly link?: string;
  /** runs before anything of the page */
  readonly before?: string;
}

/** A page as one person sees it, and what its browser complained of. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** errors of the page and of its policy, and requests that leave loopback */
  readonly complaints: readonly string[];
}

/** Builds the page, serves it, starts a browser. */
export async function serve(): Promise<Served> {
  const shared = {
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'playground'),
    logLevel: 'error',
  } as const;
  await build(shared);
  const server: PreviewServer = await preview({
    ...shared,
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('a preview is served somewhere');
  const browser: Browser = await launch();
  return {
    url,
    visit: async ({ width = 1366, height = 768, before, link = url } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, locale: 'zh-CN' });
      if (before !== undefined) await context.addInitScript({ content: before });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(url) && !/^(?:data|blob):/.test(request.url())) complaints.push(request.url());
      });
      await page.goto(link);
      await page.locator('.total .points').waitFor();
      return { page, context, complaints };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
