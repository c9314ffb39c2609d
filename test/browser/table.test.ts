/** The table and the YAML of one document: sentences and rows edited as a user does. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { cell, edit, notices, rewrite, seriousFaults, total, visit } from './user.ts';

describe('a sentence', () => {
  test('edited in its cell makes a draft, says so, and scores the unit at once', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('94');
    expect(await notices(page).textContent()).toContain('草案');
    expect(await page.locator('.edition').textContent()).toContain('第2版 · 草案');
  });

  test('is undone as a whole, with the draft it made', async () => {
    const { page } = await visit();
    await edit(page, '每低于5%扣2分');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('。加分');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.edition').textContent()).toContain('已发布');
    await page.keyboard.press('Escape');
    expect(await cell(page, '每低于5%扣2分').textContent()).toBe('100%计满分，每低于5%扣2分，扣完为止');
  });

  test('half typed keeps its words, says under them what is wrong, and leaves the other indicators scored', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于');
    await expect.poll(() => page.locator('.sheet .finding').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await cell(page, '100%计满分，每低于').waitFor();
    expect(await page.locator('.scores tr', { hasText: '在职人员控制率' }).textContent()).toContain('3');
  });

  test('comes in by an input method as it is composed', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'yi', selectionStart: 2, selectionEnd: 2 });
    await session.send('Input.insertText', { text: '一分，扣完为止' });
    await expect.poll(() => total(page).textContent()).toBe('94');
    await page.keyboard.press('Escape');
    await cell(page, '100%计满分，每低于5%扣一分，扣完为止').waitFor();
  });

  test('offers the names of the data and what may follow as one types', async () => {
    const { page } = await visit();
    await rewrite(page, '（在职人数÷编制数）×100%', '在职人员控制率＝（在职人数÷');
    await page.keyboard.type('b');
    const list = page.locator('.suggest-widget.visible');
    await list.locator('.monaco-list-row', { hasText: '编制数' }).first().waitFor();
  });

  test('may hold what YAML would take for itself', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分: 每低于5%扣1分 # 扣完为止，扣完为止');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await cell(page, '100%计满分: 每低于5%扣1分 # 扣完为止，扣完为止').waitFor();
    await page.getByRole('tab', { name: 'YAML' }).click();
    expect(await page.locator('.broken').count()).toBe(0);
  });
});

describe('a row', () => {
  test('is added, copied, moved and deleted, and all of it is undone', async () => {
    const { page } = await visit();
    const rows = page.locator('.sheet tbody tr.leaf');
    const act = async (name: string, action: string): Promise<void> => {
      await page.locator('.sheet tr', { hasText: name }).first().locator('summary').click();
      await page.getByRole('button', { name: action, exact: true }).click();
    };
    await act('在职人员控制率', '复制');
    await expect.poll(() => rows.count()).toBe(22);
    await act('在职人员控制率（2）', '上移');
    await expect.poll(() => rows.nth(2).textContent()).toContain('在职人员控制率（2）');
    await act('在职人员控制率（2）', '删除');
    await act('在职人员控制率', '在下面加一项');
    await expect.poll(() => rows.nth(3).textContent()).toContain('新指标');
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('.edition').textContent()).toContain('已发布');
    expect(await rows.count()).toBe(21);
  });
});

describe('the YAML', () => {
  test('is the same document: comments stay, and a broken file leaves the table as it was', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'YAML' }).click();
    const editor = page.locator('.body.yaml .monaco-editor');
    await editor.waitFor();
    await editor.locator('.view-line', { hasText: '状态: 草案' }).waitFor();
    await editor.click({ position: { x: 300, y: 8 } });
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('- ]: ');
    await page.locator('.broken').waitFor();
    await page.getByRole('tab', { name: '指标表' }).click();
    await cell(page, '每低于5%扣1分').waitFor();
    expect(await total(page).textContent()).toBe('94');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('.broken').count()).toBe(0);
  });
});

describe('a level', () => {
  /** Does something with a row by its menu. */
  async function act(page: Page, name: string, action: string): Promise<void> {
    const row = page.locator('.sheet tr', { has: page.locator('.col-指标', { hasText: name }) }).first();
    await row.locator('summary').click();
    await row.getByRole('button', { name: action, exact: true }).click();
  }

  test('is added above a row, below a heading, filled and emptied again, every step undone', async () => {
    const { page } = await visit();
    const groups = page.locator('.sheet tr.group');
    const before = await groups.count();
    await act(page, '在职人员控制率', '上面套一个标题');
    await expect.poll(() => groups.count()).toBe(before + 1);
    const heading = page.locator('.sheet tr.group', { hasText: '新标题' });
    expect(await heading.textContent()).toContain('3');
    expect(await total(page).textContent()).toBe('93');
    await act(page, '“三公经费”变动率', '移入上一个标题');
    await expect.poll(() => heading.textContent()).toContain('下级合计7分');
    await act(page, '“三公经费”变动率', '移出标题');
    await expect.poll(() => heading.textContent()).not.toContain('下级合计');
    await act(page, '新标题', '在里面加一项');
    await page.locator('.sheet tr.leaf', { hasText: '新指标' }).waitFor();
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => page.locator('.edition').textContent()).toContain('已发布');
    expect(await groups.count()).toBe(before);
  });
});

describe('further columns', () => {
  test('are shown when asked for, and edited as the others are', async () => {
    const { page } = await visit();
    expect(await page.locator('.sheet th', { hasText: '依据' }).count()).toBe(0);
    await page.getByRole('button', { name: '依据', exact: true }).click();
    await page.locator('.sheet th', { hasText: '依据' }).waitFor();
    await cell(page, '分值、公式见报告；句式见同省评分表（在职人员控制率一项）').click();
    await page.locator('textarea.plain').fill('财预〔2021〕1号');
    await page.keyboard.press('Enter');
    await cell(page, '财预〔2021〕1号').waitFor();
    expect(await total(page).textContent()).toBe('93');
  });
});

describe('the published edition', () => {
  test('is compared with the draft: cells marked, every unit under both, a change put back', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于10%扣1分，扣完为止');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    const changed = page.locator('.sheet .cell.changed');
    await expect.poll(() => changed.count()).toBe(1);
    expect(await changed.getAttribute('title')).toBe('原为：100%计满分，每低于5%扣2分，扣完为止');
    await page.locator('.panel .bar').getByRole('button', { name: '对比 1处改动' }).click();
    const unit = page.locator('.impact tbody tr');
    await expect.poll(() => unit.textContent()).toContain('9396+3优预算完成率 0 → 3');
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('.compare').getByRole('button', { name: '改回' }).click();
    await expect.poll(() => changed.count()).toBe(0);
    expect(await total(page).textContent()).toBe('93');
  });
});
