/** At first: what somebody sees who was never here, in either language. */
import { describe, expect, test } from 'vitest';
import { edit, total, visit } from './user.ts';

describe('at first', () => {
  test('the page opens with the published ruleset and the unit of the report, scored, and asks nothing of any network', async () => {
    const { page, complaints } = await visit();
    expect(await total(page).textContent()).toBe('93');
    expect(await page.locator('.total .grade').textContent()).toBe('优');
    expect(await page.locator('.edition').textContent()).toContain('已发布');
    expect(await page.locator('.sheet tbody tr.leaf').count()).toBe(21);
    await edit(page, '每低于5%扣2分');
    expect(complaints).toEqual([]);
  });

  test('everything the page says is there in English too', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByRole('tab').allTextContents()).toEqual([
      'Table',
      'YAML',
      'Score',
      'Data',
      'Explanation',
      'Curve',
    ]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});
