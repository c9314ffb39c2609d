/** Work is never lost: drafts, files and links, and what is said when they cannot be kept. */
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

  test('the file that is saved is the document', async () => {
    const { page } = await visit();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('2020.yaml');
  });
});
