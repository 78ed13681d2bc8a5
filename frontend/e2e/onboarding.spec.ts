import type { Page } from '@playwright/test';
import { type Empty, enter, found, password, startEmpty } from './empty';
import { accessible, expect, signIn, test } from './fixtures';

/** reach goes on by Tab to what is called so, in the table row that says so where one is named. */
async function reach(page: Page, name: string, row = '') {
  for (let i = 0; i < 120; i++) {
    const here = await page.evaluate(
      (want) => {
        const e = document.activeElement as HTMLInputElement | null;
        const called = e?.getAttribute('aria-label') ?? e?.labels?.[0]?.textContent ?? e?.textContent ?? '';
        return called.trim() === want.name && (want.row === '' || (e?.closest('tr')?.textContent ?? '').includes(want.row));
      },
      { name, row },
    );
    if (here) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by keyboard to ${name} ${row}`);
}

/** write puts texts into fields, each reached by keyboard. */
async function write(page: Page, fields: Record<string, string>) {
  for (const [name, text] of Object.entries(fields)) {
    await reach(page, name);
    await page.keyboard.insertText(text);
  }
}

/** take chooses an option of a select by writing its beginning. */
async function take(page: Page, field: string, option: string) {
  await reach(page, field);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.insertText(option);
  await expect(page.locator('.ant-select-item-option-active', { hasText: option }).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

async function press(page: Page, name: string, row = '') {
  await reach(page, name, row);
  await page.keyboard.press('Enter');
}

async function comeIn(page: Page, base: string, login: string) {
  await page.context().clearCookies();
  await page.goto(`${base}/login`);
  await expect(page.getByLabel('登录名')).toBeFocused();
  await write(page, { 登录名: login, 密码: password });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '开始使用' })).toBeVisible();
}

test.describe('an empty product', () => {
  let empty: Empty;
  test.beforeEach(async () => {
    empty = await startEmpty();
  });
  test.afterEach(() => empty.stop());

  test('rule 19: by keyboard alone from the first set-up to the first lead', async ({ page }) => {
    await page.goto(`${empty.base}/`);
    await expect(page).toHaveURL(/\/setup$/);
    await write(page, { '县（区）名称': '清河县', 姓名: '秦川', 登录名: 'qinchuan', 密码: password });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '开始使用' })).toContainText('已完成 0/5');
    await accessible(page);

    await press(page, '去建单位');
    await expect(page.getByRole('dialog')).toBeVisible();
    await write(page, { 单位: '县商务局' });
    await take(page, '上级', '清河县');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('.tree').first()).toContainText('县商务局');
    await press(page, '← 回到开始清单');
    await expect(page.getByRole('heading', { name: '开始使用' })).toContainText('已完成 1/5');

    await press(page, '去建人员');
    for (const [name, login] of [
      ['骆宁', 'luoning'],
      ['何文静', 'hewenjing'],
    ] as const) {
      await expect(page.getByRole('dialog')).toBeVisible();
      await write(page, { 姓名: name, 登录名: login, 初始密码: password });
      await page.keyboard.press('Control+Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.locator('tbody').last()).toContainText(name);
      if (login === 'luoning') {
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
        await page.keyboard.press('c');
      }
    }
    await press(page, '任职', '骆宁');
    await expect(page.getByRole('dialog').getByLabel('单位', { exact: true })).toBeFocused();
    await take(page, '单位', '清河县');
    await take(page, '角色', '安全管理员');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('tr', { hasText: '骆宁' })).toContainText('安全管理员');

    await comeIn(page, empty.base, 'luoning');
    await press(page, '去任职');
    await press(page, '任职', '何文静');
    await expect(page.getByRole('dialog').getByLabel('单位', { exact: true })).toBeFocused();
    await take(page, '单位', '县商务局');
    await take(page, '角色', '招商办');
    await page.keyboard.press('Control+Enter');
    await expect(page.locator('tr', { hasText: '何文静' })).toContainText('招商办');

    await comeIn(page, empty.base, 'hewenjing');
    await press(page, '报线索');
    await expect(page.getByRole('dialog')).toBeVisible();
    await write(page, { 企业: '天津博源秸秆科技有限公司', 意向内容: '秸秆制板材' });
    await take(page, '线索来源', '自荐');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('秸秆制板材');
    await press(page, '← 回到开始清单');
    await expect(page.locator('.first-steps .done', { hasText: '报第一条线索' })).toContainText('已有 1');
    await press(page, '不再显示');
    await expect(page.getByRole('heading', { name: '开始使用' })).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: '开始使用' })).toHaveCount(0);
  });

  test('the sample county comes on request, every page says so, and it goes when its name is typed', async ({ page }) => {
    await found(page, empty.base);
    await enter(page, empty.base, 'hewenjing');
    await page.goto(`${empty.base}/`);
    await page.getByRole('button', { name: '载入示例数据' }).click();
    const banner = page.getByRole('note').filter({ hasText: '示例数据' });
    await expect(banner).toContainText('赤城县', { timeout: 60_000 });
    await accessible(page);
    await page.goto(`${empty.base}/projects`);
    await expect(banner).toBeVisible();
    await expect(page.locator('tbody').last()).toContainText('飞行小镇项目');
    await banner.getByRole('link', { name: '移除示例数据' }).click();
    await page.getByRole('main').getByRole('button', { name: '移除示例数据' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('请输入「赤城县」确认').fill('清河县');
    await dialog.getByRole('button', { name: '移除示例数据' }).click();
    await expect(dialog.getByRole('alert')).toContainText('赤城县');
    await dialog.getByLabel('请输入「赤城县」确认').fill('赤城县');
    await dialog.getByRole('button', { name: '移除示例数据' }).click();
    await expect(banner).toHaveCount(0);
    await page.goto(`${empty.base}/projects`);
    await expect(page.getByText('还没有招商项目库')).toBeVisible();
  });

  test.describe('what one may not see', () => {
    test.use({ refused: true });
    test('rule 14: an empty list says why and gives one action; no permission is told apart from no data', async ({ page }) => {
      await found(page, empty.base);
      await enter(page, empty.base, 'hewenjing');
      await page.goto(`${empty.base}/leads`);
      await expect(page.getByText('还没有线索')).toBeVisible();
      await accessible(page);
      await page.goto(`${empty.base}/leads?q=没有的`);
      await page.getByRole('button', { name: '清除筛选' }).click();
      await expect(page.getByText('还没有线索')).toBeVisible();
      await page
        .getByRole('main')
        .getByRole('button', { name: /^新\s?建$/ })
        .last()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await enter(page, empty.base, 'qinchuan');
      await page.goto(`${empty.base}/leads`);
      await expect(page.getByRole('alert')).toContainText('您没有查看这里的权限');
      await expect(page.getByText('还没有线索')).toHaveCount(0);
    });
  });

  test('an empty product fits a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await found(page, empty.base);
    await enter(page, empty.base, 'qinchuan');
    for (const path of ['/', '/help', '/units', '/people']) {
      await page.goto(`${empty.base}${path}`);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await accessible(page);
    }
  });
});

test('a question mark explains a word on the spot, by keyboard too, and leads to its place in the guide', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/suspicions');
  await page.getByRole('button', { name: '什么是疑点' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tooltip')).toContainText('由单位说明，核查员了结');
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tooltip')).toBeHidden();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '看详细说明' }).click();
  await expect(page).toHaveURL(/\/help\?guide=leaders#suspicions$/);
  await expect(page.getByRole('heading', { name: '疑点' })).toBeInViewport();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '找记录、页面和操作' }).fill('到位资金');
  await page.getByRole('option', { name: /到位资金.*指南/ }).click();
  await expect(page).toHaveURL(/\/help\?guide=officers#funds$/);
});
