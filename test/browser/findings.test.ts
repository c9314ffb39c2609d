/** Findings: each leads to its place, is mended or waived by a click; and the examples that guard what is written. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cell, notices, rewrite, seriousFaults, total, visit } from './user.ts';

/** Opens one of the lists at the foot. */
async function foot(page: Page, name: '检查' | '样例'): Promise<Locator> {
  await page.locator('.panel .bar').getByRole('button', { name }).click();
  return page.locator('.panel .list');
}

const SATISFACTION = '90%（含）以上计6分';
const WITH_GAP = '92%（含）以上计6分；80%（含）-90%，计4分；70%（含）-80%，计2分；低于70%计0分';

/** Opens a gap between 90% and 92%. */
async function openGap(page: Page): Promise<void> {
  await rewrite(page, SATISFACTION, WITH_GAP);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

describe('a finding', () => {
  test('is mended by a click, which can be undone', async () => {
    const { page } = await visit();
    await openGap(page);
    const list = await foot(page, '检查');
    const gap = list.locator(':scope > .line', { hasText: '没有规定得分' });
    await gap.locator('.fix:not(.waive)').first().click();
    await expect.poll(() => gap.count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => gap.count()).toBe(1);
  });

  test('is waived with a reason, which is written into the ruleset beside the words it speaks of; and the waiver withdrawn', async () => {
    const { page } = await visit();
    await openGap(page);
    const list = await foot(page, '检查');
    const gap = list.locator(':scope > .line', { hasText: '没有规定得分' });
    await gap.getByRole('button', { name: '豁免…' }).click();
    await expect.poll(() => gap.getByRole('button', { name: '写入豁免' }).isDisabled()).toBe(true);
    await gap.getByRole('textbox').fill('征求意见稿: 留待讨论');
    await page.keyboard.press('Enter');
    await expect.poll(() => gap.count()).toBe(0);
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.locator('.body.yaml .monaco-editor').waitFor();
    await list.locator('.waived summary').click();
    const waived = list.locator('.waived .line', { hasText: '征求意见稿: 留待讨论' });
    expect(await waived.textContent()).toContain('没有规定得分');
    await waived.getByRole('button', { name: '取消豁免' }).click();
    await expect.poll(() => gap.count()).toBe(1);
    expect(await notices(page).textContent()).not.toContain('没有改');
  });

  test('of the unit’s data leads to its field, one of the ruleset to its cell', async () => {
    const { page } = await visit();
    await openGap(page);
    const list = await foot(page, '检查');
    await list.locator('.line', { hasText: '“项目支出”前后不一' }).getByRole('button', { name: '单位数据' }).click();
    const focused = page.locator('.form :focus');
    await expect.poll(() => focused.inputValue()).toBe('58.34');
    await list.locator(':scope > .line', { hasText: '没有规定得分' }).locator('.place').click();
    await page.locator('.editor.inline .monaco-editor').waitFor();
    expect(await page.locator('.sheet tr.selected').textContent()).toContain('社会公众或服务对象满意度');
  });

  test('of sums that differ stands in the row of the heading, and can be mended there', async () => {
    const { page } = await visit();
    await page.locator('.sheet tr', { hasText: '在职人员控制率' }).getByRole('button', { name: /分值/ }).click();
    await page.locator('textarea.plain').fill('2');
    await page.keyboard.press('Enter');
    const row = page.locator('.sheet tr.group', { hasText: '预算配置' });
    await expect.poll(() => row.textContent()).toContain('分值7分，下级合计6分，不相等');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => row.textContent()).not.toContain('不相等');
  });
});

describe('the examples', () => {
  test('are checked as the sentence changes, with what they touch; a missing one is added by a click', async () => {
    const { page, complaints } = await visit();
    const list = await foot(page, '样例');
    await expect
      .poll(() => list.locator('.samples strong').textContent(), { timeout: 20_000 })
      .toMatch(/^样例 (\d+)\/\1 相符$/);
    await rewrite(page, SATISFACTION, WITH_GAP);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const failed = list.locator('.line', { hasText: '正好90%' });
    await failed.waitFor({ timeout: 20_000 });
    const row = list.locator('tr', { hasText: '社会公众或服务对象满意度' });
    expect(await row.locator('td').nth(1).textContent()).toBe('✕ 6/7');
    await row.getByRole('button', { name: '正好92%：6分' }).click();
    await expect.poll(() => row.locator('td').nth(1).textContent(), { timeout: 20_000 }).toBe('✕ 7/8');
    expect(await row.getByRole('button', { name: '正好92%：6分' }).count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    expect(await total(page).textContent()).toBe('93');
    expect(complaints).toEqual([]);
  });

  test('that are missing are all added as one step', async () => {
    const { page } = await visit();
    await rewrite(page, '100%计满分，每低于5%扣2分，扣完为止', '≥95%计5分；80%（含）—95%计3分；80%以下不得分');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await cell(page, '≥95%计5分').waitFor();
    const list = await foot(page, '样例');
    const all = list.getByRole('button', { name: /^补上缺的/ });
    await all.click({ timeout: 20_000 });
    await expect.poll(() => all.count(), { timeout: 20_000 }).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => all.count(), { timeout: 20_000 }).toBe(1);
  });
});
