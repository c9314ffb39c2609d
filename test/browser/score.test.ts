/** The score: what is selected is explained, with what would change it, and its inputs tried otherwise. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { seriousFaults, total, visit } from './user.ts';

/** Opens the explanation of an indicator. */
async function explained(page: Page, name: string): Promise<Locator> {
  await page.locator('.scores').getByRole('button', { name, exact: true }).click();
  return page.locator('.explanation');
}

describe('what is selected', () => {
  test('is explained as a report would, with its curve and the unit on it', async () => {
    const { page } = await visit();
    const text = await explained(page, '预算完成率');
    await expect.poll(() => text.textContent()).toContain('78.24%');
    expect(await page.locator('.curve .line .open').count()).toBeGreaterThan(0);
    expect(await page.locator('.curve .unit').textContent()).toContain('78.24%');
    expect(await page.locator('.sheet tr.selected').textContent()).toContain('预算完成率');
  });

  test('has the clause that decided marked, and says why not more and what would change it', async () => {
    const { page } = await visit();
    const text = await explained(page, '预算调整率');
    expect(await text.locator('mark').allTextContents()).toEqual(['10-20%（含），计3分']);
    await expect.poll(() => text.textContent()).toContain('得4分要求预算调整率≤10%，还差2.44个百分点');
    expect(await text.locator('.changes li').first().textContent()).toContain(
      '只改“预算调整数”：10.58改为8.5万元，得4分',
    );
  });

  test('that is judged says which answer would give how much', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: '数据' }).click();
    await page.locator('.entry', { hasText: '有厉行节约制度' }).locator('select').selectOption('否');
    await page.getByRole('tab', { name: '得分' }).click();
    const text = await explained(page, '管理制度健全性');
    await expect.poll(() => text.locator('.changes').textContent()).toContain('只改“有厉行节约制度”：否改为是，得8分');
  });
});

describe('an input', () => {
  test('is tried on its slider in exact steps; the unit changes only when that is adopted, in one step', async () => {
    const { page, complaints } = await visit();
    const text = await explained(page, '预算完成率');
    const slider = page.getByRole('slider', { name: '试算：年末结转和结余' });
    const field = page.getByRole('textbox', { name: '年末结转和结余' });
    expect(await field.inputValue()).toBe('47.84');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await field.inputValue()).toBe('47.7');
    await page.keyboard.press('Home');
    expect(await field.inputValue()).toBe('0');
    await expect.poll(() => text.locator('.outcome').textContent()).toContain('总分 93 → 98');
    expect(await total(page).textContent()).toBe('93');
    expect(await page.locator('.total .trial').textContent()).toContain('试算98分');
    expect(await page.locator('.curve .trial').textContent()).toBe('100%');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '采用' }).click();
    await expect.poll(() => total(page).textContent()).toBe('98');
    await expect.poll(() => page.locator('.total .trial').count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => total(page).textContent()).toBe('93');
    expect(await page.locator('.edition').textContent()).toContain('已发布');
    expect(complaints).toEqual([]);
  });

  test('is typed to the last place, and reset', async () => {
    const { page } = await visit();
    const text = await explained(page, '预算完成率');
    const field = page.getByRole('textbox', { name: '年末结转和结余' });
    await field.fill('32.98');
    await expect.poll(() => text.locator('.outcome').textContent()).toContain('预算完成率 0总分 93 ');
    await field.fill('32.97');
    await expect.poll(() => text.locator('.outcome').textContent()).toContain('预算完成率 0 → 1');
    await text.locator('.outcome').getByRole('button', { name: '还原' }).click();
    expect(await field.inputValue()).toBe('47.84');
    expect(await text.locator('.outcome').textContent()).toBe('');
  });

  test('proposed by the explanation is tried with one click; another unit begins without it', async () => {
    const { page } = await visit();
    const text = await explained(page, '预算完成率');
    await text.locator('.changes').getByRole('button', { name: '试一试' }).last().click();
    await expect.poll(() => page.locator('.total .trial').textContent()).toContain('试算94分');
    await page.locator('input[type=file]').setInputFiles({
      name: 'other.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from('单位: 另一单位\n家族: xiangxi-department\n年度: 2020\n'),
    });
    await expect.poll(() => page.locator('.total .trial').count()).toBe(0);
  });
});
