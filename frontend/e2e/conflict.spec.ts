import type { APIRequestContext, Page } from '@playwright/test';
import { accessible, expect, fill, password, signIn, test } from './fixtures';

type Project = { id: string; version: number; [field: string]: unknown };

async function made(page: Page, name: string): Promise<Project> {
  const me = await (await page.request.get('/api/v1/me')).json();
  return await (await page.request.post('/api/v1/projects', { data: { name, responsible_unit_id: me.unit_id, site: 'A-01' } })).json();
}

/** theirs changes a project as somebody else, over its version of now. */
async function theirs(other: APIRequestContext, id: string, change: object) {
  const now: Project = await (await other.get(`/api/v1/projects/${id}`)).json();
  const facts = ['name', 'responsible_unit_id', 'attracting_unit_id', 'site', 'chain', 'jobs'];
  const body = Object.fromEntries(facts.flatMap((k) => (now[k] === undefined || now[k] === null ? [] : [[k, now[k]]])));
  const answer = await other.put(`/api/v1/projects/${id}`, { data: { ...body, ...change }, headers: { 'If-Match': `"${now.version}"` } });
  expect(answer.status()).toBe(200);
}

test('rule 15: a stale save shows who changed what, field by field, and merges, overwrites or gives up without losing what was typed', async ({
  page,
  playwright,
  baseURL,
}) => {
  const other = await playwright.request.newContext({ baseURL });
  await other.post('/api/v1/session', { data: { login: 'hewenjing', password } });
  await signIn(page, 'xuqiang');
  const { id } = await made(page, '两人同改项目');
  const now = async () => (await (await page.request.get(`/api/v1/projects/${id}`)).json()) as Project;
  const dialog = page.getByRole('dialog', { name: '您填写期间，别人改了这条记录' });
  const form = page.getByRole('dialog', { name: '两人同改项目' });
  const clash = async (mine: string, other_: object) => {
    await page.goto(`/projects/${id}`);
    await page.waitForLoadState('networkidle');
    await page.getByRole('button', { name: '编辑' }).click();
    await fill(page, '地块', mine);
    await theirs(other, id, other_);
    await form.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toBeVisible();
  };

  // Both wrote the site, they alone the chain: one choice, and the merge has both.
  await clash('我的地块', { site: '对方的地块', chain: '新型建材' });
  await expect(dialog).toContainText(/何文静.*改了.*地块/);
  await expect(dialog).toContainText('A-01');
  await expect(dialog.getByRole('button', { name: '合并保存' })).toBeDisabled();
  await accessible(page);
  await dialog.getByRole('group', { name: /地块/ }).getByRole('radio').first().check();
  await dialog.getByRole('button', { name: '合并保存' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await now()).toMatchObject({ site: '我的地块', chain: '新型建材' });

  // Back to the form: what was typed is still there; then all of mine.
  await clash('我再改', { site: '对方再改', chain: '装备制造' });
  await page.keyboard.press('Escape');
  await expect(form.getByLabel('地块', { exact: true })).toHaveValue('我再改');
  await form.getByRole('button', { name: '保存' }).click();
  await dialog.getByRole('button', { name: '全部用我的覆盖' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await now()).toMatchObject({ site: '我再改', chain: '新型建材' });

  // Given up: theirs stays, and the page shows it.
  await clash('不要了', { site: '对方最后' });
  await dialog.getByRole('button', { name: '放弃我的' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.locator('[data-field="site"]')).toContainText('对方最后');
  await other.dispose();
});

test('rule 15: a fact changed in place goes over what others wrote elsewhere, and asks where they wrote the same fact', async ({
  page,
  playwright,
  baseURL,
}) => {
  const other = await playwright.request.newContext({ baseURL });
  await other.post('/api/v1/session', { data: { login: 'hewenjing', password } });
  await signIn(page, 'xuqiang');
  const { id } = await made(page, '就地同改项目');
  await page.goto(`/projects/${id}`);
  const site = page.locator('[data-field="site"]');
  const write = async (text: string, meanwhile: object) => {
    await site.locator('.fact-value').click();
    await site.getByLabel('地块', { exact: true }).fill(text);
    await theirs(other, id, meanwhile);
    await page.keyboard.press('Enter');
  };
  await write('B-07', { chain: '新型建材' });
  await expect(page.locator('[data-field="chain"]')).toContainText('新型建材');
  await expect(site).toContainText('B-07');

  await write('C-09', { site: 'D-11' });
  const dialog = page.getByRole('dialog', { name: '您填写期间，别人改了这条记录' });
  await expect(dialog).toContainText('D-11');
  await dialog.getByRole('radio').first().check();
  await dialog.getByRole('button', { name: '合并保存' }).click();
  await expect(site).toContainText('C-09');
  await other.dispose();
});
