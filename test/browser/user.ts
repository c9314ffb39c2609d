/** What a user does at the page, in the words of a user; every test gets a browser profile of its own, closed behind it. */
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { meet, type Met, type Visit, type VisitOptions } from './page.ts';

const house: { met?: Met } = {};
const visits: Visit[] = [];

beforeAll(async () => {
  house.met = await meet(inject('page'));
}, 60_000);

afterAll(async () => {
  await house.met?.close();
});

afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

/** Opens the page as somebody who was never here. */
export async function visit(options?: VisitOptions): Promise<Visit> {
  if (house.met === undefined) throw new Error('the page is served before anyone visits it');
  const made = await house.met.visit(options);
  visits.push(made);
  return made;
}

/** The total, as it is shown. */
export const total = (page: Page): Locator => page.locator('.total .points');

/** The first cell of the table with this text. */
export const cell = (page: Page, text: string): Locator => page.locator('.sheet .cell', { hasText: text }).first();

/** What was done for the user. */
export const notices = (page: Page): Locator => page.locator('.notices');

/** Opens a sentence in its editor. */
export async function edit(page: Page, text: string): Promise<void> {
  await cell(page, text).click();
  await page.locator('.editor.inline .monaco-editor').waitFor();
}

/** Opens a sentence and puts another in its place. */
export async function rewrite(page: Page, from: string, to: string): Promise<void> {
  await edit(page, from);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(to);
}

/** What axe finds serious or critical on the page as it stands. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const inPage = globalThis as unknown as { axe: typeof axe };
    const found = await inPage.axe.run({ exclude: ['.monaco-editor'] });
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
}
