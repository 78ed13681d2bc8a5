import { expect, password, signIn, test } from './fixtures';

test("others' changes are told without moving anything: the list waits, the detail is read anew", async ({ page, playwright, baseURL }) => {
  await signIn(page, 'chenzhiyuan');
  const answer = await page.request.get('/api/v1/projects?stage=SIGNED&limit=1');
  const project: { id: string; version: number; name: string } = (await answer.json()).items[0];
  const other = await playwright.request.newContext({ baseURL });
  expect((await other.post('/api/v1/session', { data: { login: 'hewenjing', password } })).status()).toBe(201);
  const note = async (text: string) => {
    const made = await other.post('/api/v1/timeline', {
      data: { subject_kind: 'project', subject_id: project.id, kind: 'progress', text },
    });
    expect(made.ok(), await made.text()).toBe(true);
  };
  const open = async (path: string) => {
    const listening = page.waitForResponse((r) => r.url().endsWith('/api/v1/live'));
    await page.goto(path);
    await listening;
  };

  await open('/projects');
  await expect(page.locator('tr[data-row]').first()).toBeVisible();
  const first = await page.locator('tr[data-row]').first().textContent();
  await note('现场进度');
  const news = page.getByRole('status').filter({ hasText: '别人刚改动了 1 条' });
  await expect(news).toBeVisible();
  expect(await page.locator('tr[data-row]').first().textContent()).toBe(first);
  await page.getByRole('button', { name: '刷新看看' }).click();
  await expect(news).toHaveCount(0);

  await open(`/projects/${project.id}`);
  await expect(page.getByRole('heading', { level: 1, name: project.name })).toBeVisible();
  await note('基坑开挖到位');
  await expect(page.getByText('基坑开挖到位')).toBeVisible();
  await other.dispose();
});
