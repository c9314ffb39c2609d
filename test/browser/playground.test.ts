/**
 * The playground as a user meets it: the built page in a real browser, clicked, typed into, reloaded, undone. What is expected is what
 * stands on the screen.
 */
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Served, type Visit, type VisitOptions } from './page.ts';

const house: { served?: Served } = {};
const visits: Visit[] = [];

beforeAll(async () => {
  house.served = await serve();
}, 120_000);

afterAll(async () => {
  await house.served?.close();
});

afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close();
});

async function visit(options?: VisitOptions): Promise<Visit> {
  if (house.served === undefined) throw new Error('the page is served before anyone visits it');
  const made = await house.served.visit(options);
  visits.push(made);
  return made;
}

const total = (page: Page): Locator => page.locator('.total .points');
const cell = (page: Page, text: string): Locator => page.locator('.sheet .cell', { hasText: text }).first();
const notices = (page: Page): Locator => page.locator('.notices');

/** Opens a sentence in its editor. */
async function edit(page: Page, text: string): Promise<void> {
  await cell(page, text).click();
  await page.locator('.editor.inline .monaco-editor').waitFor();
}

/** Opens a sentence and puts another in its place. */
async function rewrite(page: Page, from: string, to: string): Promise<void> {
  await edit(page, from);
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(to);
}

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

describe('work is not lost', () => {
  test('a reload finds the draft as it was', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('94');
    await page.reload();
    await expect.poll(() => total(page).textContent()).toBe('94');
    expect(await page.locator('.edition').textContent()).toContain('草案');
  });

  test('a draft that cannot be read is put aside and said', async () => {
    const { page } = await visit({
      before:
        "if (!localStorage.getItem('seen')) { localStorage.setItem('seen', '1'); localStorage.setItem('jichi:draft', '{ not json'); }",
    });
    expect(await notices(page).textContent()).toContain('损坏');
    const { origins } = await page.context().storageState();
    const kept = origins.flatMap(({ localStorage: items }) =>
      items.filter(({ name }) => name.startsWith('jichi:draft:damaged')),
    );
    expect(kept.map(({ value }) => value)).toEqual(['{ not json']);
  });

  test('a browser without room is said, and the work goes on', async () => {
    const full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    const { page } = await visit({ before: full });
    expect(await notices(page).textContent()).toContain('存不下');
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('94');
  });

  test('a link carries ruleset and unit to another browser; a damaged one is said', async () => {
    const { page } = await visit();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await page.getByRole('button', { name: '分享', exact: true }).click();
    await expect.poll(() => notices(page).textContent()).toContain('链接已复制');
    const link = await page.evaluate<string>('navigator.clipboard.readText()');
    const other = await visit({ link });
    expect(await total(other.page).textContent()).toBe('94');
    const damaged = await visit({ link: link.slice(0, -40) });
    expect(await notices(damaged.page).textContent()).toContain('链接里的内容已损坏');
    expect(await total(damaged.page).textContent()).toBe('93');
  });

  test('the file that is saved is the document', async () => {
    const { page } = await visit();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('2020.yaml');
  });
});

test('without a network the page opens again as it was left, its editors with it', async () => {
  const { page, context } = await visit();
  await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
  await expect.poll(() => page.evaluate<number>('caches.keys().then((names) => names.length)')).toBe(1);
  await expect
    .poll(() => page.evaluate<boolean>("caches.match('./').then((page) => page !== undefined)"), { timeout: 10_000 })
    .toBe(true);
  await expect
    .poll(
      () =>
        page.evaluate<boolean>(
          'caches.keys().then(([name]) => caches.open(name)).then((cache) => cache.keys()).then((all) => all.some(({ url }) => url.includes("monaco")))',
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect.poll(() => total(page).textContent()).toBe('94');
  await edit(page, '每低于5%扣1分');
});

describe('everybody can use it', () => {
  test.each(['table', 'yaml', 'data', 'explanation'])('axe finds nothing serious in the view %s', async (view) => {
    const { page } = await visit();
    const titles: Readonly<Record<string, string>> = { yaml: 'YAML', data: '数据', explanation: '说明' };
    if (view === 'explanation') await page.locator('.scores .link', { hasText: '预算完成率' }).click();
    else if (view !== 'table') await page.getByRole('tab', { name: titles[view] ?? '' }).click();
    if (view === 'yaml') await page.locator('.body.yaml .monaco-editor').waitFor();
    await page.evaluate(axe.source);
    const violations = await page.evaluate(async () => {
      const inPage = globalThis as unknown as { axe: typeof axe };
      const found = await inPage.axe.run({ exclude: ['.monaco-editor'] });
      return found.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    });
    expect(violations).toEqual([]);
  });

  test('a cell is opened, left and gone on from by keys alone', async () => {
    const { page } = await visit();
    const first = page.locator('.sheet .cell').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.locator('textarea.plain').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('textarea.plain').getAttribute('aria-label')).toContain('分值');
    await page.keyboard.press('Escape');
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            (globalThis as unknown as { document: { activeElement: { className: string } | null } }).document
              .activeElement?.className,
        ),
      )
      .toContain('cell');
  });
});
