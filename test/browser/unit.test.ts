/** The unit: its figures and answers filled in, and what it is called. */
import { describe, expect, test } from 'vitest';
import { total, visit } from './user.ts';

describe('the unit', () => {
  test('is scored anew with every figure; one left empty is missing, not zero', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: '数据' }).click();
    const figure = page.locator('.entry', { hasText: '预算安排公用经费总额' }).locator('input');
    await figure.fill('1.8');
    await expect.poll(() => total(page).textContent()).toBe('89');
    await figure.fill('');
    await expect.poll(() => total(page).textContent()).toBe('85—93');
    expect(await page.locator('.total').textContent()).toContain('1项未评');
  });

  test('called like a piece of a page is shown by that name', async () => {
    const { page, complaints } = await visit();
    const hostile = '<img src=x onerror=alert(1)>';
    await page.locator('input[type=file]').setInputFiles({
      name: '<b>unit</b>.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from(`单位: "${hostile}"\n家族: xiangxi-department\n年度: 2020\n`),
    });
    await expect.poll(() => page.locator('.head select').nth(1).textContent()).toContain(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
