/** The unit: its figures and answers filled in, several units at hand, tables within one, and what it is called. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { notices, total, visit } from './user.ts';

const SAMPLES = new URL('../engine/samples/', import.meta.url);

const choice = (page: Page): Locator => page.locator('.unitbar select');
const data = (page: Page): Promise<void> => page.getByRole('tab', { name: '数据' }).click();
const figure = (page: Page, name: string): Locator =>
  page.locator('.entry', { hasText: name }).locator('input').first();

/** Does what the menu of units offers under a name. */
async function unitAct(page: Page, action: string): Promise<void> {
  await page.locator('.unitbar summary').click();
  await page.locator('.unitbar').getByRole('button', { name: action }).click();
}

/** Opens files as the picker of an older browser gives them. */
async function open(page: Page, files: readonly (readonly [name: string, text: string | Buffer])[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })));
}

/** Opens the ruleset whose indicators sum up a table of subordinate units, and a unit with three of them. */
async function openTables(page: Page): Promise<void> {
  const names = ['subordinate-units.yaml', 'subordinate-units-unit.yaml'];
  await open(
    page,
    names.map((name) => [name, readFileSync(new URL(name, SAMPLES))]),
  );
  await expect.poll(() => total(page).textContent()).toBe('82.8');
  await data(page);
}

describe('a figure', () => {
  test('scores the unit anew; one left empty is missing, not zero, and is led to', async () => {
    const { page } = await visit();
    await data(page);
    const spent = figure(page, '预算安排公用经费总额');
    await spent.fill('1.8');
    await expect.poll(() => total(page).textContent()).toBe('89');
    await spent.fill('');
    await expect.poll(() => total(page).textContent()).toBe('85—93');
    expect(await page.locator('.total').textContent()).toContain('1项未评');
    await page.getByRole('button', { name: '到下一个' }).click();
    expect(await page.locator('.form :focus').getAttribute('placeholder')).toBe('缺');
    await page.keyboard.type('14.54');
    await expect.poll(() => total(page).textContent()).toBe('93');
  });

  test('may be written with its unit and thousands, in another unit of its kind, in full-width letters', async () => {
    const { page } = await visit();
    await data(page);
    const written = [
      ['预算安排公用经费总额', '145,400元'],
      ['预算安排公用经费总额', '0.00145亿元'],
      ['服务对象满意度', '９６．２％'],
    ] as const;
    for (const [name, text] of written) {
      const input = figure(page, name);
      await input.fill('');
      await expect.poll(() => total(page).textContent()).not.toBe('93');
      await input.fill(text);
      await expect.poll(() => total(page).textContent()).toBe('93');
      expect(await input.getAttribute('aria-invalid')).toBe('false');
    }
  });

  test('that is none says so under its field', async () => {
    const { page } = await visit();
    await data(page);
    const input = figure(page, '年初预算');
    await input.fill('八十五点');
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
    const below = page.locator('.entry', { hasText: '年初预算' }).first().locator('+ .finding.error');
    expect(await below.textContent()).toContain('年初预算');
  });
});

describe('an answer', () => {
  test('takes points, and keeps the reason given beside it', async () => {
    const { page } = await visit();
    await data(page);
    const judged = page.locator('.entry.judged', { hasText: '制度有效执行' }).first();
    expect(await judged.locator('.why').inputValue()).toBe('自述已执行');
    await judged.locator('.why').fill('抽查两笔，均未按制度审批');
    await judged.locator('.why').press('Tab');
    await judged.locator('select').selectOption({ label: '否' });
    await expect.poll(() => total(page).textContent()).toBe('91');
    await page.getByRole('tab', { name: '得分' }).click();
    await page.getByRole('button', { name: '管理制度健全性', exact: true }).click();
    await expect.poll(() => page.locator('.explanation').textContent()).toContain('抽查两笔，均未按制度审批');
  });

  test('of a new unit gets its reason once it is given', async () => {
    const { page } = await visit();
    await unitAct(page, '新建单位');
    const judged = page.locator('.entry.judged', { hasText: '制度有效执行' }).first();
    expect(await judged.locator('.why').isDisabled()).toBe(true);
    await judged.locator('select').selectOption({ label: '是' });
    await judged.locator('.why').fill('有执行记录');
    await judged.locator('.why').press('Tab');
    await expect.poll(() => judged.locator('.why').inputValue()).toBe('有执行记录');
    expect(await notices(page).textContent()).toBe('');
  });
});

describe('units at hand', () => {
  test('are made, named, copied, chosen and taken away, and one taken away comes back', async () => {
    const { page } = await visit();
    await unitAct(page, '新建单位');
    await page.keyboard.type('甲局');
    await expect.poll(() => choice(page).locator('option:checked').textContent()).toBe('甲局 2020');
    expect(await page.locator('.total').textContent()).toContain('21项未评');
    await choice(page).selectOption({ label: '湘西州投资促进事务中心 2020' });
    await expect.poll(() => total(page).textContent()).toBe('93');
    await unitAct(page, '复制这个单位');
    await expect.poll(() => choice(page).locator('option:checked').textContent()).toContain('（副本）');
    await figure(page, '预算安排公用经费总额').fill('1.8');
    await expect.poll(() => total(page).textContent()).toBe('89');
    await unitAct(page, '移走这个单位');
    await expect.poll(() => notices(page).textContent()).toContain('已从页面上移走');
    expect(await choice(page).textContent()).not.toContain('（副本）');
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => total(page).textContent()).toBe('89');
  });

  test('may all be taken away; the page says how to go on', async () => {
    const { page } = await visit();
    await unitAct(page, '移走这个单位');
    await page.locator('.right').getByText('还没有单位。').waitFor();
    await page.locator('.right .hint').getByRole('button', { name: '新建单位' }).click();
    await expect.poll(() => page.locator('.total').textContent()).toContain('21项未评');
  });
});

describe('a table within a unit', () => {
  test('is a row for each: typed into, added to, taken from, and all of it undone', async () => {
    const { page } = await visit();
    await openTables(page);
    const grid = page.locator('.grid', { hasText: '下属单位' });
    const rows = grid.locator('tbody tr');
    await page.getByLabel('下属单位 1 在职人数').fill('45');
    await expect.poll(() => total(page).textContent()).not.toBe('82.8');
    await grid.getByRole('button', { name: '加一行' }).click();
    await page.keyboard.type('第四所');
    await expect.poll(() => rows.count()).toBe(4);
    expect(await page.getByLabel('下属单位 4 单位名称').inputValue()).toBe('第四所');
    await grid.getByRole('button', { name: '删去第4行' }).click();
    await expect.poll(() => rows.count()).toBe(3);
    for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => total(page).textContent()).toBe('82.8');
    expect(await rows.count()).toBe(3);
  });

  test('loses its last row and gets a first one again', async () => {
    const { page } = await visit();
    await openTables(page);
    const grid = page.locator('.grid', { hasText: '项目绩效指标' });
    for (let row = 3; row > 0; row -= 1) {
      await grid.getByRole('button', { name: '删去第1行' }).click();
      await expect.poll(() => grid.locator('tbody tr').count()).toBe(row - 1);
    }
    await grid.getByRole('button', { name: '加一行' }).click();
    await page.getByLabel('项目绩效指标 1 权重').fill('10');
    await page.getByLabel('项目绩效指标 1 完成率').fill('100%');
    await expect.poll(() => page.locator('.total').textContent()).not.toContain('未评');
  });

  test('takes rows copied from a spreadsheet', async () => {
    const { page } = await visit();
    await openTables(page);
    await page.evaluate(`
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '甲\\t10\\t90%\\r\\n乙\\t5\\t70%\\r\\n');
      document
        .querySelector('[aria-label="项目绩效指标 3 指标名称"]')
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    `);
    await expect.poll(() => page.locator('.grid', { hasText: '项目绩效指标' }).locator('tbody tr').count()).toBe(4);
    expect(await page.getByLabel('项目绩效指标 4 完成率').inputValue()).toBe('70%');
  });
});

describe('a unit', () => {
  test('called like a piece of a page is shown by that name everywhere', async () => {
    const { page, complaints } = await visit();
    const hostile = '<img src=x onerror=alert(1)>';
    await open(page, [['<b>unit</b>.yaml', `单位: "${hostile}"\n家族: xiangxi-department\n年度: 2020\n`]]);
    await expect.poll(() => choice(page).textContent()).toContain(hostile);
    await data(page);
    expect(await page.locator('.entry.name input').inputValue()).toBe(hostile);
    await unitAct(page, '移走这个单位');
    await expect.poll(() => notices(page).textContent()).toContain(hostile);
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('whose file cannot be read leaves the table as it is and says what is wrong', async () => {
    const { page } = await visit();
    await open(page, [['a.yaml', '单位: 某局\n家族: xiangxi-department\n年度: 二〇二〇\n']]);
    await data(page);
    await page.locator('.form .finding.error').first().waitFor();
    expect(await page.locator('.sheet tbody tr.leaf').count()).toBe(21);
  });
});
