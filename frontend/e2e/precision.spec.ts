import type { Page } from '@playwright/test';
import { accessible, choose, expect, signIn, test } from './fixtures';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

/** add puts a project into the library and moves it to stages on days as they are known. */
async function add(page: Page, name: string, ...moves: [string, string][]): Promise<string> {
  const me = await (await page.request.get('/api/v1/me')).json();
  const made = await page.request.post('/api/v1/projects', {
    data: { name, responsible_unit_id: me.unit_id, total_investment: 120_000_000 },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  let version = 1;
  for (const [code, occurred_on] of moves) {
    const moved = await page.request.post(`/api/v1/projects/${id}/stage-events`, {
      data: { code, occurred_on },
      headers: { 'If-Match': `"${version}"` },
    });
    expect(moved.status(), await moved.text()).toBe(201);
    version = (await moved.json()).version;
  }
  return id;
}

test('a day is entered as well as it is known, read back in words, and shown so on page, list and timeline', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const id = await add(page, '日期粗记项目');
  await page.goto(`/projects/${id}`);
  await page.getByRole('button', { name: '其他变更' }).click();
  const drawer = page.getByRole('dialog', { name: '推进阶段' });
  await choose(page, '到', '线索');
  const day = drawer.getByLabel('发生日期');
  await day.fill('不久以前');
  await expect(drawer).toContainText('看不懂这个日子');
  await day.fill(`${year - 1}年3月`);
  await expect(drawer).toContainText(`只知道是 ${year - 1}-03 这个月，哪天不详`);
  await accessible(page);
  await drawer.getByRole('button', { name: '保存' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.locator('[data-stage="LEAD"]')).toContainText(`${year - 1}-03`);
  await expect(page.locator('[data-stage="LEAD"]')).toContainText('已停留至少');
  await expect(page.locator('.when', { hasText: `${year - 1}-03` }).first()).toBeVisible();
});

test('what had happened by a day, and in a year that still runs, is shown so; what is yet to come is refused', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const id = await add(page, '早已接洽项目', ['LEAD', String(year)]);
  await page.goto(`/projects/${id}`);
  await expect(page.locator('[data-stage="LEAD"]')).toContainText(String(year));
  await expect(page.locator('[data-stage="LEAD"]')).not.toContainText('≤');
  const other = await add(page, '不知何时的项目', ['LEAD', `≤ ${today}`]);
  await page.goto(`/projects/${other}`);
  await expect(page.locator('[data-stage="LEAD"]')).toContainText(`≤ ${today}`);
  const refused = await page.request.post(`/api/v1/projects/${id}/stage-events`, {
    data: { code: 'LEAD', occurred_on: String(year + 1) },
    headers: { 'If-Match': '"2"' },
  });
  expect(refused.status()).toBe(422);
  await page.goto('/conversion');
  await expect(page.getByTestId('days-known')).toContainText('只知道大致日期');
});
