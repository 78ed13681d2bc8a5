import type { Page } from '@playwright/test';
import { accessible, choose, expect, fill, signIn, test } from './fixtures';

function remembered(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((done) => {
        const open = indexedDB.open('keyval-store');
        open.onsuccess = () => {
          const read = open.result.transaction('keyval').objectStore('keyval').get('sangu.memory');
          read.onsuccess = () => done(JSON.stringify(read.result ?? ''));
        };
      }),
  );
}

test.use({ serviceWorkers: 'allow', viewport: { width: 390, height: 844 } });

test('rule 22: without a network the product opens with what was last seen, and keeps a lead until it can be sent', async ({
  page,
  context,
}) => {
  await signIn(page, 'majun');
  await page.goto('/leads');
  await expect(page.locator('.cards li').first()).toBeVisible();
  const first = (await page.locator('.cards li a').first().textContent()) ?? '';
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  // The worker has the shell, and the machine what was seen.
  await expect.poll(() => remembered(page)).toContain('"leads"');

  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('.cards li a').first()).toHaveText(first);
  await expect(page.getByRole('status').filter({ hasText: '没有网络' })).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: '记走访' }).click();
  await page.getByRole('button', { name: '记一条线索' }).click();
  await fill(page, '企业', '山里没有信号公司');
  await fill(page, '意向内容', '想建一座电站');
  await choose(page, '线索来源', '领导招商');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('status').filter({ hasText: '待同步 1 条' })).toBeVisible();

  await context.setOffline(false);
  await expect(page.locator('.cards').getByText('山里没有信号公司')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '待同步' })).toHaveCount(0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
