/** The score: what is selected is explained. */
import { describe, expect, test } from 'vitest';
import { visit } from './user.ts';

describe('what is selected', () => {
  test('is explained as a report would, with its curve and the unit on it', async () => {
    const { page } = await visit();
    await page.locator('.scores .link', { hasText: '预算完成率' }).click();
    await expect.poll(() => page.locator('.explanation').textContent()).toContain('78.24%');
    expect(await page.locator('.curve .line .open').count()).toBeGreaterThan(0);
    expect(await page.locator('.curve .unit').textContent()).toContain('78.24%');
    expect(await page.locator('.sheet tr.selected').textContent()).toContain('预算完成率');
  });
});
