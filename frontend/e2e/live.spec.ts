import { expect, password, signIn, test } from './fixtures';

test("others' changes are told without moving anything: the list waits, the detail is read anew", async ({ page, playwright, baseURL }) => {
  await signIn(page, 'hewenjing');
  const answer = await page.request.get('/api/v1/projects?stage=SIGNED&limit=1');
  const project: { id: string; version: number; name: string } = (await answer.json()).items[0];

  const other = await playwright.request.newContext({ baseURL });
  expect((await other.post('/api/v1/session', { data: { login: 'gaolijuan', password } })).status()).toBe(201);

  await page.goto('/projects');
  await expect(page.locator('tr[data-row]').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  const first = await page.locator('tr[data-row]').first().textContent();
  await expect
    .poll(
      async () => {
        await other.post('/api/v1/timeline', {
          data: { subject_kind: 'project', subject_id: project.id, kind: 'progress', text: `现场进度 ${Date.now()}` },
        });
        return page.getByRole('status').filter({ hasText: '别人刚改动了' }).count();
      },
      { intervals: [1500] },
    )
    .toBe(1);
  expect(await page.locator('tr[data-row]').first().textContent()).toBe(first);
  await page.getByRole('button', { name: '刷新看看' }).click();
  await expect(page.getByRole('status').filter({ hasText: '别人刚改动了' })).toHaveCount(0);

  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole('heading', { level: 1, name: project.name })).toBeVisible();
  await expect
    .poll(
      async () => {
        await other.post('/api/v1/timeline', {
          data: { subject_kind: 'project', subject_id: project.id, kind: 'progress', text: '基坑开挖到位' },
        });
        return page.getByText('基坑开挖到位').count();
      },
      { intervals: [1500] },
    )
    .toBeGreaterThan(0);
  await other.dispose();
});
