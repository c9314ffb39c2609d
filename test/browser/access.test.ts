/** Everybody can use it: by keys alone, and as axe sees it. */
import { describe, expect, test } from 'vitest';
import { seriousFaults, visit } from './user.ts';

describe('everybody can use it', () => {
  test.each(['table', 'yaml', 'data', 'explanation'])('axe finds nothing serious in the view %s', async (view) => {
    const { page } = await visit();
    const titles: Readonly<Record<string, string>> = { yaml: 'YAML', data: '数据', explanation: '说明' };
    if (view === 'explanation') await page.locator('.scores .link', { hasText: '预算完成率' }).click();
    else if (view !== 'table') await page.getByRole('tab', { name: titles[view] ?? '' }).click();
    if (view === 'yaml') await page.locator('.body.yaml .monaco-editor').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
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
