/** At first: what somebody sees who was never here, in either language, and the ways to begin. */
import { describe, expect, test } from 'vitest';
import { cell, edit, notices, rewrite, total, visit } from './user.ts';

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
    const tabs = await page.getByRole('tab').allTextContents();
    expect(tabs).toEqual(expect.arrayContaining(['Table', 'YAML', 'Score', 'Data', 'Explanation', 'Curve']));
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('.head').innerText()).not.toMatch(/打开|保存|分享|打印|撤销/);
  });

  test('three steps say what to do; they go with the first change and do not come again', async () => {
    const { page } = await visit();
    expect(await page.locator('.hint-line li').allTextContents()).toEqual([
      '点左边任何一格，改句子或数字',
      '右边这个单位的得分马上跟着变',
      '点一项得分，看它从何而来',
    ]);
    await rewrite(page, '每低于5%扣2分', '100%计满分，每低于5%扣1分，扣完为止');
    await expect.poll(() => page.locator('.hint-line').count()).toBe(0);
    await page.reload();
    await total(page).waitFor();
    expect(await page.locator('.hint-line').count()).toBe(0);
  });

  test('the hint goes by a click as well', async () => {
    const { page } = await visit();
    await page.locator('.hint-line').getByRole('button').click();
    expect(await page.locator('.hint-line').count()).toBe(0);
  });

  test('a published edition is only read until something is changed; reading it in YAML changes nothing', async () => {
    const { page } = await visit();
    await page.getByRole('tab', { name: 'YAML' }).click();
    await page.locator('.body.yaml .monaco-editor .view-line').first().waitFor();
    expect(await page.locator('.edition').textContent()).toContain('第1版 · 已发布');
    expect(await page.locator('.kept').textContent()).not.toContain('未存成文件');
    await page.locator('.body.yaml .monaco-editor').click({ position: { x: 300, y: 60 } });
    await page.keyboard.type('x');
    await expect.poll(() => page.locator('.edition').textContent()).toContain('第2版 · 草案');
    expect(await notices(page).textContent()).toContain('原版次没有动');
  });
});

describe('ways to begin', () => {
  test('an empty standard, with a unit to fill in, is scored as soon as the figures are there', async () => {
    const { page } = await visit();
    await page.locator('.head summary', { hasText: '打开' }).click();
    await page.getByRole('button', { name: '新建空白标准' }).click();
    await expect.poll(() => total(page).textContent()).toBe('0—100');
    expect(await page.locator('.panel .bar button').first().textContent()).toContain('没有发现问题');
    await page.getByRole('tab', { name: '数据' }).click();
    await page.getByRole('textbox', { name: '计划完成数' }).fill('10');
    await page.getByRole('textbox', { name: '实际完成数' }).fill('9');
    await expect.poll(() => total(page).textContent()).toBe('90');
    await rewrite(page, '每低于1个百分点扣1分', '100%计满分；每低于1个百分点扣2分（不足1个百分点的不计），扣完为止');
    await expect.poll(() => total(page).textContent()).toBe('80');
  });

  test('the sample is a click away, from whatever is open', async () => {
    const { page } = await visit();
    await page.locator('.head summary', { hasText: '打开' }).click();
    await page.getByRole('button', { name: '新建空白标准' }).click();
    await page.locator('.head summary', { hasText: '打开' }).click();
    await page.getByRole('button', { name: '打开示例' }).click();
    await expect.poll(() => total(page).textContent()).toBe('93');
    await cell(page, '每低于5%扣2分').waitFor();
  });

  test('a draft that holds no indicator offers them in place of the table', async () => {
    const draft = { lang: 'zh', ruleset: { file: 'a.yaml', text: '标题: 空\n' }, units: [], unit: 0 };
    const { page } = await visit({
      before: `if (!localStorage.getItem('jichi:draft')) localStorage.setItem('jichi:draft', ${JSON.stringify(JSON.stringify(draft))});`,
      ready: '.begin',
    });
    await page.locator('.begin').getByRole('button', { name: '打开示例' }).click();
    await expect.poll(() => total(page).textContent()).toBe('93');
  });
});
