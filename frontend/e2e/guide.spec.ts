import { mkdirSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { enter, found, startEmpty } from './empty';
import { expect, signIn, test } from './fixtures';
import { indexed } from './png';

const images = '../docs/guide/images';
const writing = process.env.SANGU_GUIDE === '1';
const heaviest = 150 * 1024;

/** shot keeps what the page shows as a picture of the guides, where they are made anew (make guide). */
async function shot(page: Page, name: string) {
  await page.waitForLoadState('networkidle');
  if (!writing) return;
  mkdirSync(images, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  const picture = await indexed(page, await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  expect(picture.length, `${name} is heavier than a picture of a guide may be`).toBeLessThanOrEqual(heaviest);
  writeFileSync(`${images}/guide-${name}.png`, picture);
}

test.use({ viewport: { width: 1280, height: 760 } });

test('the officers’ guide: desk, lead, visits, project, list', async ({ page }) => {
  await signIn(page, 'majun');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('核对设备进口免税清单')).toBeVisible();
  await shot(page, 'desk');
  await page.goto('/leads?new=1');
  await expect(page.getByRole('dialog').getByLabel('企业', { exact: true })).toBeVisible();
  await shot(page, 'lead');
  await page.goto('/visits');
  await expect(page.getByText('恒丰食品股份有限公司').first()).toBeVisible();
  await shot(page, 'visits');
  const found = await (await page.request.get('/api/v1/projects?q=60号线')).json();
  await page.goto(`/projects/${found.items[0].id}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('三道川铁精粉');
  await shot(page, 'project');
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(page.getByRole('button', { name: '已签约未开工' })).toBeVisible();
  await shot(page, 'projects');
});

test('the leaders’ guide: cockpit, conversion, suspicions', async ({ page }) => {
  await signIn(page, 'chenzhiyuan');
  await page.goto('/cockpit');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shot(page, 'cockpit');
  await page.goto('/conversion');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await shot(page, 'conversion');
  await page.goto('/suspicions');
  await expect(page.getByText('已请施工方重拍')).toBeVisible();
  await shot(page, 'suspicions');
});

test('the administrators’ guide: people, import, bulletins', async ({ page }) => {
  await signIn(page, 'secadmin');
  await page.goto('/people');
  await expect(page.getByText('邓敏').first()).toBeVisible();
  await shot(page, 'people');
  await signIn(page, 'hewenjing');
  await page.goto('/imports');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('导入台账');
  await page.locator('input[type=file]').setInputFiles('../demo/county-ledger-2026.xlsx');
  await expect(page.locator('table.import-rows tbody tr').first()).toBeVisible();
  await shot(page, 'import');
  await page.goto('/bulletins');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('通报');
  await shot(page, 'bulletins');
});

test('the administrators’ guide: first steps and the sample county', async ({ page }) => {
  const empty = await startEmpty();
  try {
    await found(page, empty.base);
    await enter(page, empty.base, 'qinchuan');
    await page.goto(`${empty.base}/`);
    await expect(page.getByRole('heading', { name: '开始使用' })).toBeVisible();
    await shot(page, 'start');
    await enter(page, empty.base, 'hewenjing');
    await page.request.post(`${empty.base}/api/v1/sample`);
    await page.goto(`${empty.base}/projects`);
    await expect(page.getByRole('note').filter({ hasText: '示例数据' })).toBeVisible({ timeout: 60_000 });
    await shot(page, 'sample');
  } finally {
    await empty.stop();
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('the guides’ pictures of a phone: an officer’s desk and a leader’s', async ({ page }) => {
    await signIn(page, 'majun');
    await expect(page.getByText('核对设备进口免税清单')).toBeVisible();
    await shot(page, 'phone');
    await signIn(page, 'wanghaitao');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await shot(page, 'leader');
  });
});

test('each guide opens inside the product in both languages, with its pictures', async ({ page }) => {
  await signIn(page, 'majun');
  for (const language of ['zh-CN', 'en-US'])
    for (const guide of ['officers', 'leaders', 'administrators']) {
      await page.evaluate((l) => localStorage.setItem('sangu.language', l), language);
      await page.goto(`/help?guide=${guide}`);
      await expect(page.getByRole('article').getByRole('heading', { level: 2 }).first()).toBeVisible();
      if (!writing)
        for (const picture of await page.getByRole('article').getByRole('img').all()) {
          await picture.scrollIntoViewIfNeeded();
          await expect.poll(() => picture.evaluate((e) => (e as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
        }
    }
});
