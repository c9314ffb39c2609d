/** The curve: thresholds moved with the pointer and with keys, ends, the unit's dot, and what is said where there is no curve. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cell, rewrite, seriousFaults, total, visit } from './user.ts';

/** Opens the curve of an indicator. */
async function curveOf(page: Page, name: string): Promise<void> {
  await page.locator('.scores').getByRole('button', { name, exact: true }).click();
  await page.getByRole('tab', { name: '曲线' }).click();
}

/** Drags a handle by a share of the width of the plot. */
async function drag(page: Page, handle: Locator, by: number): Promise<void> {
  const [knob, plot] = [await handle.locator('.knob').boundingBox(), await page.locator('.curve svg').boundingBox()];
  if (knob === null || plot === null) throw new Error('what is dragged is on the screen');
  const [x, y] = [knob.x + knob.width / 2, knob.y + knob.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (by * plot.width) / 2, y, { steps: 3 });
  await page.mouse.move(x + by * plot.width, y, { steps: 3 });
}

describe('a threshold', () => {
  test('that is dragged changes its figure in the sentence as it goes, everywhere, and the drag is one step to undo', async () => {
    const { page, complaints } = await visit();
    await curveOf(page, '预算调整率');
    await drag(page, page.getByRole('slider').nth(1), -0.03);
    await expect
      .poll(() => page.locator('.curve .sentence').textContent())
      .toMatch(/0-[89](\.\d)?%（含），计4分；[89](\.\d)?-20%/);
    await page.mouse.up();
    await expect.poll(() => page.locator('.edition').textContent()).toContain('草案');
    await cell(page, '10-20%（含），计3分').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '撤销' }).click();
    await cell(page, '预算调整率=0，计5分；0-10%（含），计4分；10-20%（含），计3分').waitFor();
    expect(await page.locator('.edition').textContent()).toContain('已发布');
    expect(complaints).toEqual([]);
  });

  test('scores the unit anew when it passes its value', async () => {
    const { page } = await visit();
    await curveOf(page, '预算调整率');
    const ten = page.getByRole('slider').nth(1);
    await ten.focus();
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
    await expect.poll(() => ten.getAttribute('aria-valuetext')).toBe('13%');
    await expect.poll(() => total(page).textContent()).toBe('94');
    await page.keyboard.press('Control+z');
    await expect.poll(() => total(page).textContent()).toBe('93');
  });

  test('stops before the next one, by keys as by the pointer', async () => {
    const { page } = await visit();
    await curveOf(page, '预算调整率');
    const ten = page.getByRole('slider').nth(1);
    await ten.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect.poll(() => ten.getAttribute('aria-valuetext')).toBe('19%');
    await drag(page, page.getByRole('slider').nth(2), -0.6);
    await page.mouse.up();
    await expect.poll(() => page.getByRole('slider').nth(2).getAttribute('aria-valuetext')).toBe('20%');
  });

  test('of steps sets how wide a step is', async () => {
    const { page } = await visit();
    await curveOf(page, '预算完成率');
    const step = page.getByRole('slider', { name: '每一步的宽度' });
    await step.focus();
    await page.keyboard.press('ArrowLeft');
    await cell(page, '100%计满分，每低于6%扣2分，扣完为止').waitFor();
    for (let more = 0; more < 6; more += 1) await page.keyboard.press('ArrowLeft');
    await cell(page, '每低于12%扣2分').waitFor();
    await expect.poll(() => total(page).textContent()).toBe('96');
  });
});

describe('the drawing', () => {
  test('has open and closed ends, the dot of the unit, and a table that marks its line', async () => {
    const { page } = await visit();
    await curveOf(page, '预算调整率');
    expect(await page.locator('.curve .line .open').count()).toBeGreaterThan(2);
    expect(await page.locator('.curve .line .closed').count()).toBeGreaterThan(2);
    expect(await page.locator('.curve .unit circle').count()).toBe(1);
    expect(await page.locator('.stretches .own').textContent()).toBe('10%＜…≤20%（本单位）3');
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('of what is judged, or hangs on two figures, is words that say so', async () => {
    const { page } = await visit();
    await curveOf(page, '管理制度健全性');
    expect(await page.locator('.nocurve').textContent()).toContain('由评定决定（有内部财务与会计核算制度');
    await page.getByRole('tab', { name: '得分' }).click();
    await rewrite(page, '得分＝固定资产利用率×分值', '得分＝（固定资产利用率×50%＋公用经费控制率×50%）×分值，满分为止');
    await curveOf(page, '固定资产利用率');
    expect(await page.locator('.curve').textContent()).toContain('还取决于公用经费控制率，这里按本单位的情况画');
    await page.getByRole('tab', { name: '数据' }).click();
    await page.locator('.entry', { hasText: '预算安排公用经费总额' }).locator('input').fill('');
    await page.getByRole('tab', { name: '曲线' }).click();
    await expect
      .poll(() => page.locator('.nocurve').textContent())
      .toContain('同时取决于固定资产利用率、公用经费控制率');
  });
});
