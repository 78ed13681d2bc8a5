import type { Page } from '@playwright/test';
import { accessible, choose, expect, fill, signIn, test } from './fixtures';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** small names what a thumb is given less than 44 pixels for, in the tab bar and the desk. */
function small(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tabbar > *, .trio a, .answers > *, .call, .tick:has(input), .quick-list button')]
      .filter((n) => n.checkVisibility())
      .filter((n) => {
        const r = n.getBoundingClientRect();
        return r.width < 44 || r.height < 44;
      })
      .map((n) => n.outerHTML.slice(0, 80)),
  );
}

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

async function guest(page: Page, leader: string) {
  const people = await (await page.request.get('/api/v1/people?limit=200')).json();
  const leader_id = people.items.find((p: { name: string }) => p.name === leader)?.id;
  const { today } = await (await page.request.get('/api/v1/me')).json();
  const post = async (path: string, data: unknown) => (await page.request.post(`/api/v1${path}`, { data })).json();
  const client = await post('/clients', { name: '手机上的客商' });
  await post('/contacts', { client_id: client.id, name: '孙总', work_phone: '010-65550199' });
  await post('/visits', { way: 'out', on: today, starts_at: '14:30', company: '手机上的客商', client_ids: [client.id], leader_id });
}

test('rule 22: a leader between two meetings is greeted, sees the own projects, and rings whom the next visit is to', async ({ page }) => {
  await signIn(page, 'majun');
  await guest(page, '王海涛');
  await signIn(page, 'wanghaitao');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^王海涛，(早上|中午|下午|晚上)好$/);
  const trio = page.getByRole('navigation', { name: '我包的项目' });
  await expect(trio).toContainText('我包的已开工');
  const trip = page.getByRole('listitem').filter({ hasText: '手机上的客商' });
  await expect(trip).toContainText('14:30');
  await expect(trip).toContainText('一顾');
  await expect(trip.getByRole('link', { name: '打电话给孙总' })).toHaveAttribute('href', 'tel:010-65550199');
  const mine = page.getByRole('region', { name: '我包的项目' }).getByRole('listitem');
  await expect(mine.first()).toContainText(/绿灯|黄灯|红灯|无数据/);
  await expect(mine.first().locator('.age')).toHaveText(/今天|昨天|天前/);
  expect(await small(page)).toEqual([]);
  expect(await widthOf(page)).toBeLessThanOrEqual(390);
  await accessible(page);
});

test('rule 22: decisions have big buttons under the thumb', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const asks = page.getByRole('region', { name: '待我决定' }).getByRole('listitem').filter({ hasText: '研判线索' });
  await expect(asks.first()).toBeVisible();
  expect(await small(page)).toEqual([]);
  const said = (await asks.first().textContent()) ?? '';
  await asks.first().getByRole('button', { name: '有效' }).click();
  await fill(page, '理由', '符合主导产业');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(asks.first()).not.toHaveText(said);
  expect(await widthOf(page)).toBeLessThanOrEqual(390);
});

test('rule 22: a visit and a lead are begun in two taps, search in two, and oneself in one', async ({ page }) => {
  await signIn(page, 'majun');
  await page.getByRole('button', { name: '记走访' }).tap();
  expect(await small(page)).toEqual([]);
  await page.getByRole('button', { name: '记一次拜访' }).tap();
  await expect(page.getByRole('dialog', { name: '记拜访' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('button', { name: '记走访' }).tap();
  await page.getByRole('button', { name: '记一条线索' }).tap();
  await fill(page, '企业', '手机上报的公司');
  await fill(page, '意向内容', '建厂');
  await choose(page, '线索来源', '领导招商');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '建厂' })).toBeVisible();
  await page.getByRole('button', { name: /搜索项目/ }).tap();
  await expect(page.getByRole('combobox', { name: '找记录、页面和操作' })).toBeFocused();
  await page.keyboard.press('Escape');
  const tabs = page.getByRole('navigation', { name: '手机导航' });
  await expect(tabs.getByRole('link')).toHaveText(['今天', '项目', '看数', '我的']);
  await tabs.getByRole('link', { name: '我的' }).tap();
  for (const name of ['外观', '疏密', '语言']) await expect(page.getByRole('radiogroup', { name })).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '退出登录' }).tap();
  await expect(page).toHaveURL(/\/login/);
});
