/** Work is never lost: drafts, files and links, and what is said when they cannot be kept. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { notices, rewrite, total, visit } from './user.ts';

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

  test('a link that would be too long is refused with its size; one that may not be copied is shown', async () => {
    const { page } = await visit({
      before: "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));",
    });
    await page.getByRole('button', { name: '分享', exact: true }).click();
    await expect.poll(() => page.locator('.notice .address').inputValue()).toMatch(/#jichi1=/);
    const noise = Array.from({ length: 9000 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join(
      '',
    );
    await open(page, [['long.yaml', `单位: 某局\n家族: xiangxi-department\n年度: 2020\n说明: ${noise}\n`]]);
    await page.getByRole('button', { name: '分享', exact: true }).click();
    await expect.poll(() => notices(page).textContent()).toMatch(/内容太多，放不进链接（\d+\.\d千字符）/);
  });

  test('a draft that stops the page twice is put aside, and can be downloaded', async () => {
    const { page } = await visit();
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('94');
    await page.evaluate("dispatchEvent(new Event('pagehide')); localStorage.setItem('jichi:opening', '2')");
    await page.reload();
    await expect.poll(() => notices(page).textContent()).toContain('可以下载');
    expect(await total(page).textContent()).toBe('93');
    const text = await downloaded(page, () => notices(page).getByRole('button', { name: '下载' }).click());
    expect(text.text).toContain('每低于5%扣1分');
  });

  test('leaving is asked about only where something would be lost', async () => {
    const full =
      "Storage.prototype.setItem = function (key) { if (globalThis.isFull) throw new DOMException('full', 'QuotaExceededError'); };";
    const { page } = await visit({ before: full });
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('94');
    await page.reload();
    expect(asked).toEqual([]);
    await page.evaluate('globalThis.isFull = true');
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => notices(page).textContent()).toContain('存不下');
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
  });

  test('another window with the same draft is said', async () => {
    const { page, context } = await visit();
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('.total .points').waitFor();
    await rewrite(other, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => notices(page).textContent()).toContain('另一个窗口');
  });
});

/** Pickers of files as a browser has them, over files in memory; `wrote` lists what was written, `touch` changes a file from outside. */
const PICKERS = `
  globalThis.disk = { files: new Map(), wrote: [] };
  const handle = (name) => ({
    name,
    getFile: async () => { const { text, time } = disk.files.get(name); return new File([text], name, { lastModified: time }); },
    createWritable: async () => ({
      write: async (text) => { disk.files.set(name, { text, time: Date.now() + disk.wrote.length }); disk.wrote.push(name); },
      close: async () => {},
    }),
  });
  globalThis.touch = (name, text) => disk.files.set(name, { text, time: 12345 });
  window.showOpenFilePicker = async () => [handle(disk.next)];
  window.showSaveFilePicker = async ({ suggestedName }) => { touch(suggestedName, ''); return handle(suggestedName); };
`;

/** The page with no pickers, as in Firefox. */
const NO_PICKERS = 'delete window.showOpenFilePicker; delete window.showSaveFilePicker;';

/** Opens files as the picker of an older browser gives them. */
async function open(page: Page, files: readonly (readonly [name: string, bytes: string | Buffer])[]): Promise<void> {
  const given = files.map(([name, bytes]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) }));
  await page.locator('input[type=file]').first().setInputFiles(given);
}

/** What is downloaded when something is done. */
async function downloaded(
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Chooses an entry of a menu in the head of the page. */
async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.locator('.head summary', { hasText: menu }).click();
  await page.locator('.head .menu').getByRole('button', { name: entry }).click();
}

describe('a file', () => {
  test('is opened, changed, and saved to where it came from; one changed elsewhere is not written over unasked', async () => {
    const { page } = await visit({ before: PICKERS });
    const source = readFileSync(new URL('../../rulesets/xiangxi-department/2021.yaml', import.meta.url), 'utf8');
    await page.evaluate(`touch('mine.yaml', ${JSON.stringify(source)})`);
    await page.evaluate("disk.next = 'mine.yaml'");
    await choose(page, '打开', '打开文件');
    await expect.poll(() => page.locator('.edition').textContent()).toContain('2021年度 · 第1版 · 草案');
    expect(await page.locator('.kept').textContent()).not.toContain('未存成文件');
    await rewrite(page, '≤100%，计满分', '≤100%，计满分；每超过1个百分点扣0.4分，扣完为止');
    await expect.poll(() => page.locator('.kept').textContent()).toContain('未存成文件');
    await page.keyboard.press('Control+s');
    await expect.poll(() => notices(page).textContent()).toContain('已存到“mine.yaml”');
    expect(await page.evaluate("disk.files.get('mine.yaml').text")).toContain('扣0.4分');
    expect(await page.locator('.kept').textContent()).not.toContain('未存成文件');
    await page.evaluate("touch('mine.yaml', '别人写的')");
    await page.keyboard.type('。');
    await page.keyboard.press('Control+s');
    await expect.poll(() => notices(page).textContent()).toContain('在别处改过了');
    expect(await page.evaluate("disk.files.get('mine.yaml').text")).toBe('别人写的');
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.evaluate("disk.files.get('mine.yaml').text")).toContain('扣0.4分');
  });

  test('is a download where the browser cannot write files; the draft of an edition never goes by its name', async () => {
    const { page } = await visit({ before: NO_PICKERS });
    const first = await downloaded(page, () => choose(page, '保存', '保存（Ctrl+S）'));
    expect(first.name).toBe('2020.yaml');
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await page.keyboard.press('Escape');
    const second = await downloaded(page, () => page.keyboard.press('Control+s'));
    expect(second.name).toBe('2020-2.yaml');
    expect(second.text).toContain('评分标准: 100%计满分，每低于5%扣1分，扣完为止');
  });

  test('is opened by dropping it on the page', async () => {
    const { page } = await visit();
    const drop = (type: string): Promise<void> =>
      page.evaluate(`
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['单位: 掉下来的\\n家族: xiangxi-department\\n年度: 2020\\n'], 'dropped.yaml'));
        document.body.dispatchEvent(new DragEvent('${type}', { dataTransfer, bubbles: true, cancelable: true }));
      `);
    await drop('dragover');
    await page.locator('.dropping').waitFor();
    await drop('drop');
    await expect.poll(() => page.locator('.unitbar option:checked').textContent()).toBe('掉下来的 2020');
    expect(await page.locator('.dropping').count()).toBe(0);
  });

  test('that is none of ours is not opened, and it is said why', async () => {
    const { page } = await visit();
    const files = [
      ['名单.yaml', '姓名: 张三\n', '既不是规则集也不是单位数据'],
      ['表.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe, 0xff]), '另存为CSV'],
      ['大.yaml', `单位: ${'长'.repeat(1_000_000)}`, '超过2 MB'],
      ['数.csv', '编制数,在职人数\n3,4\n', '没有“单位”一栏'],
      ['两.csv', '单位,编制数,编制数\n某局,3,4\n', '有两栏都叫“编制数”'],
    ] as const;
    for (const [name, bytes, why] of files) {
      await open(page, [[name, bytes]]);
      await expect.poll(() => notices(page).textContent()).toContain(why);
    }
    expect(await total(page).textContent()).toBe('93');
  });
});

describe('units in a table', () => {
  test('are saved with their answers, and read again the same', async () => {
    const { page } = await visit({ before: NO_PICKERS });
    const saved = await downloaded(page, () => choose(page, '保存', '全部单位存为CSV'));
    expect(saved.name).toBe('xiangxi-department-2020.csv');
    expect(saved.text.startsWith('\uFEFF单位,家族,年度')).toBe(true);
    await expect.poll(() => notices(page).textContent()).toContain('CSV放不下');
    await open(page, [['回来.csv', saved.text.replaceAll('湘西州投资促进事务中心', '回来的中心')]]);
    await expect.poll(() => page.locator('.unitbar option:checked').textContent()).toBe('回来的中心 2020');
    expect(await total(page).textContent()).toBe('93');
  });

  test('come from Excel as GBK, with a column for each unit', async () => {
    const { page } = await visit();
    // 单位,甲局,乙局 / 年度,2020,2020 / 编制数,3,"1,000" in GBK
    const lying = Buffer.from(
      'b5a5cebb2cbcd7bed62cd2d2bed60d0ac4eab6c82c323032302c323032300d0ab1e0d6c6cafd2c332c22312c303030220d0a',
      'hex',
    );
    await open(page, [['lying.csv', lying]]);
    await expect.poll(() => notices(page).textContent()).toContain('打开了2个单位');
    await page.locator('.unitbar select').selectOption({ label: '乙局 2020' });
    await page.getByRole('tab', { name: '数据' }).click();
    expect(await page.locator('.entry', { hasText: '编制数' }).locator('input').first().inputValue()).toBe('1,000');
  });

  test('a unit is saved as JSON and opened again', async () => {
    const { page } = await visit({ before: NO_PICKERS });
    const saved = await downloaded(page, () => choose(page, '保存', '单位数据存为JSON'));
    expect(saved.name).toBe('investment-promotion-center.json');
    expect(JSON.parse(saved.text)).toMatchObject({ 年度: 2020, 数据: { 年初预算: 85.07, 公共财政拨款: '182.50' } });
    await open(page, [['again.json', saved.text]]);
    await expect.poll(() => page.locator('.unitbar option').count()).toBeGreaterThan(2);
    expect(await total(page).textContent()).toBe('93');
  });
});
