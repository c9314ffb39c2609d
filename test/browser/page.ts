/** The built page in a real browser; every visit has a browser profile of its own. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch } from './chromium.ts';

/** A browser that looks at the page. */
export interface Met {
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
  /** what stands there when the page is ready, where that is not a score */
  readonly ready?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page as one person sees it, and what its browser complained of. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** errors of the page and of its policy, and requests that leave loopback */
  readonly complaints: readonly string[];
}

/** Starts a browser for the page served at `url`. */
export async function meet(url: string): Promise<Met> {
  const browser: Browser = await launch();
  return {
    visit: async ({
      width = 1366,
      height = 768,
      before,
      link = url,
      ready = '.total .points',
      colorScheme = 'light',
    } = {}) => {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme,
        acceptDownloads: true,
        locale: 'zh-CN',
      });
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
      await page.locator(ready).waitFor();
      return { page, context, complaints };
    },
    close: () => browser.close(),
  };
}
