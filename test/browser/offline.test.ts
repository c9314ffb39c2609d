/** Without a network. */
import { expect, test } from 'vitest';
import { edit, rewrite, total, visit } from './user.ts';

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
