/** Every view for everybody: by axe in both colours and languages, on small screens and enlarged, by keys, and on paper. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { rewrite, seriousFaults, total, visit } from './user.ts';

/** How far the page reaches beyond the sides of the window. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

describe('axe finds nothing serious', () => {
  test.each(['light', 'dark'] as const)('in any view, in %s', async (colorScheme) => {
    const { page } = await visit({ colorScheme });
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('.scores .link', { hasText: '预算完成率' }).click();
    for (const name of ['说明', '曲线', '数据']) {
      await page.getByRole('tab', { name }).click();
      expect(await seriousFaults(page), name).toEqual([]);
    }
    await page.locator('.panel .bar button').first().click();
    await page.locator('.unitbar summary').click();
    expect(await seriousFaults(page), 'findings and a menu').toEqual([]);
  });

  test('in English, with a sentence half typed and a figure that is none', async () => {
    const { page } = await visit();
    await page.getByRole('button', { name: 'English' }).click();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Data' }).click();
    await page.locator('.entry', { hasText: '年初预算' }).locator('input').first().fill('x');
    await page.locator('.form .finding.error').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });
});

describe('the page fits', () => {
  test.each([
    ['a small laptop', 1366, 768],
    ['the same enlarged to 200 %', 683, 384],
    ['a narrow window', 400, 700],
  ])('%s: nothing is cut off sideways, and all is within reach', async (_title, width, height) => {
    const { page } = await visit({ width, height });
    for (const name of ['数据', '说明', '曲线', '得分']) {
      await page.getByRole('tab', { name }).click();
      expect(await sideways(page), name).toBeLessThanOrEqual(0);
    }
    await page.locator('.head summary', { hasText: '打开' }).click();
    const menu = await page.getByRole('button', { name: '新建空白标准' }).boundingBox();
    expect(menu && menu.x >= 0 && menu.x + menu.width <= width).toBe(true);
    await page.keyboard.press('Escape');
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('94');
    const shown = await total(page).boundingBox();
    expect(shown && shown.y >= 0 && shown.y + shown.height <= height, 'the total stays in sight').toBe(true);
  });
});

describe('by keys alone', () => {
  test('menus are opened, walked and left, and what has the focus shows it', async () => {
    const { page } = await visit();
    const opener = page.locator('.head summary', { hasText: '打开' });
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.textContent');
    await opener.focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('打开文件……');
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('打开示例');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('打开');
    expect(await page.getByRole('button', { name: '打开示例' }).isVisible()).toBe(false);
  });

  test('every button, field and tab is reached by tabbing on', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: '数据' }).click();
    const reached = new Set<string>();
    await page.locator('.head select').first().focus();
    for (let step = 0; step < 400; step += 1) {
      const at = await page.evaluate<string>(
        "(() => { const a = document.activeElement; a.dataset.seen = '1'; return a === document.body ? '' : a.closest('header, .tabs, .unitbar, .left, .form, .panel')?.className ?? ''; })()",
      );
      reached.add(at.split(' ')[0] ?? '');
      if (at.startsWith('panel')) break;
      await page.keyboard.press('Tab');
    }
    expect([...reached]).toEqual(expect.arrayContaining(['head', 'tabs', 'left', 'unitbar', 'form', 'panel']));
    const missed = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('.form input:enabled, .form select, .form button, .head button:enabled')].filter((each) => each.checkVisibility() && !each.dataset.seen && each.compareDocumentPosition(document.querySelector('.head select')) !== 4).map((each) => each.outerHTML.slice(0, 80))",
    );
    expect(missed).toEqual([]);
  });
});

describe('on paper', () => {
  test('there is the sheet of the unit, whole, and nothing of the app', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: '数据' }).click();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = pdf.toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)?.length).toBe(1);
    expect(text).toMatch(/\/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    const sheet = page.locator('.printed');
    expect(await sheet.locator('h1').textContent()).toContain('湘西州部门整体支出绩效评价指标');
    expect(await sheet.locator('.printed-head').textContent()).toContain('总分 93 / 100 优');
    expect(await sheet.locator('tbody tr.leaf').count()).toBe(21);
    for (const gone of ['.head', '.left', '.right', '.panel']) expect(await page.locator(gone).isVisible()).toBe(false);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expect.poll(() => sheet.count()).toBe(0);
  });
});
