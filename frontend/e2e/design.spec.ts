import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { accessible, expect, test } from './fixtures';

// The page is not in the product: a development server shows it.
let server: ViteDevServer;
test.beforeAll(async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'sangu-design-'));
  server = await createServer({ cacheDir, logLevel: 'error', server: { host: '127.0.0.1', port: 0, hmr: false, watch: null } });
  await server.listen();
});
test.afterAll(() => server.close());

for (const theme of ['light', 'dark']) {
  for (const density of ['comfortable', 'compact']) {
    test(`rule 19: every component in every state is accessible in ${theme}, ${density}`, async ({ page }) => {
      await page.goto(`${server.resolvedUrls?.local[0]}design?theme=${theme}&density=${density}`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await expect(page.locator('html')).toHaveAttribute('data-density', density);
      await expect(page.getByRole('img', { name: '图' }).locator('svg')).toBeVisible();
      await expect(page.locator('.design-part')).toHaveCount(21);
      await accessible(page);
    });
  }
}

test('the product does not hold the page of components', async ({ page }) => {
  const answer = await page.goto('/login');
  expect(answer?.status()).toBe(200);
  await page.goto('/design');
  await expect(page.locator('.design-part')).toHaveCount(0);
});
