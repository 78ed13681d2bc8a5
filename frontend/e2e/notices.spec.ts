import type { APIRequestContext, Page } from '@playwright/test';
import { accessible, expect, password, signIn, test } from './fixtures';

type Record = { id: string; version: number; name: string };

/** as gives requests of somebody else, who signs in beside. */
async function as(
  playwright: { request: { newContext: (o: object) => Promise<APIRequestContext> } },
  baseURL: string | undefined,
  login: string,
) {
  const other = await playwright.request.newContext({ baseURL });
  expect((await other.post('/api/v1/session', { data: { login, password } })).status()).toBe(201);
  return other;
}

/** made puts a project of the officer's own unit into the library. */
async function made(who: APIRequestContext, name: string): Promise<Record> {
  const answer = await who.post('/api/v1/projects', { data: { name } });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

const bell = (page: Page) => page.getByRole('button', { name: /^通知/ });

test('somebody is mentioned by initials, is told at once, opens the record from the bell and has it read', async ({
  page,
  playwright,
  baseURL,
}) => {
  const head = await as(playwright, baseURL, 'xuqiang');
  await head.post('/api/v1/notices/read-all');
  await signIn(page, 'majun');
  const project = await made(page.request, `提到人的项目${Date.now()}`);
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole('heading', { level: 1, name: project.name })).toBeVisible();
  await page.getByRole('tab', { name: '进展', exact: true }).click();
  const box = page.getByRole('textbox', { name: '有什么进展' });
  await box.pressSequentially('请 @xq');
  await page
    .getByRole('option', { name: '许强' })
    .or(page.locator('.ant-mentions-dropdown-menu-item', { hasText: '许强' }))
    .first()
    .click();
  await box.pressSequentially('看一下合同');
  await box.press('Control+Enter');
  await expect(page.locator('mark.mention', { hasText: '@许强' })).toBeVisible();
  await expect(box).toHaveValue('');

  await signIn(page, 'xuqiang');
  await expect(bell(page)).toHaveAccessibleName(/未读/);
  await bell(page).click();
  const panel = page.getByRole('dialog', { name: '通知' });
  await expect(panel.getByRole('region', { name: '今天' })).toBeVisible();
  await accessible(page);
  const row = panel.getByRole('button', { name: /提到了您/ }).filter({ hasText: project.name });
  await expect(row.getByRole('img', { name: '未读' })).toBeVisible();
  await row.click();
  await expect(page).toHaveURL(`/projects/${project.id}`);
  await expect(panel).toBeHidden();
  await page.goto('/notices');
  await expect(page.getByRole('button', { name: /提到了您/ }).filter({ hasText: project.name })).toHaveClass(/is-read/);
  await head.dispose();
});

test('a followed record tells its progress to an open screen; all are read, and the filter has its empty state', async ({
  page,
  playwright,
  baseURL,
}) => {
  const officer = await as(playwright, baseURL, 'majun');
  const project = await made(officer, `关注的项目${Date.now()}`);
  await signIn(page, 'xuqiang');
  await page.request.post('/api/v1/notices/read-all');
  const listening = page.waitForResponse((r) => r.url().endsWith('/api/v1/live'));
  await page.goto(`/projects/${project.id}`);
  await listening;
  await page.getByRole('button', { name: '关注', exact: true }).click();
  await expect(page.getByRole('button', { name: '已关注' })).toHaveAttribute('aria-pressed', 'true');
  const note = { subject_kind: 'project', subject_id: project.id, kind: 'progress', text: '基坑完成' };
  expect((await officer.post('/api/v1/timeline', { data: note })).status()).toBe(204);
  await expect(bell(page)).toHaveAccessibleName(/未读/);

  await page.locator('h1').click();
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  await expect(page).toHaveURL('/notices');
  await expect(page.getByRole('button', { name: /有新进展：基坑完成/ }).first()).toBeVisible();
  await accessible(page);
  await page.getByText('未读', { exact: true }).first().click();
  await expect(page).toHaveURL('/notices?unread=yes');
  await page.getByRole('button', { name: '全部已读' }).click();
  await expect(page.getByText('没有未读的通知')).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName('通知');
  await page.getByRole('button', { name: '看全部通知' }).click();
  await expect(page).toHaveURL('/notices');
  await officer.dispose();
});

test('what one is told, how early and when is chosen on the own page and holds after a reload', async ({ page }) => {
  await signIn(page, 'gaolijuan');
  await page.goto('/account');
  const kind = page.getByRole('checkbox', { name: '记录交给我或我单位' });
  await expect(kind).toBeChecked();
  await kind.click();
  await expect(kind).not.toBeChecked();
  await page.getByText('3 天', { exact: true }).click();
  await page.getByRole('checkbox', { name: '这段时间不显示通知' }).click();
  await expect(page.getByRole('textbox', { name: '免打扰' }).first()).toHaveValue('22:00');
  await page.reload();
  await expect(kind).not.toBeChecked();
  await expect(page.getByRole('radio', { name: '3 天' })).toBeChecked();
  await accessible(page);
  await kind.click();
  await page.getByRole('checkbox', { name: '这段时间不显示通知' }).click();
  await expect(kind).toBeChecked();
});

test('a notice that comes shows in the corner and by the machine where its reader chose so, and opens its record', async ({
  page,
  playwright,
  baseURL,
}) => {
  await page.context().grantPermissions(['notifications']);
  await page.addInitScript(() => {
    const said: string[] = [];
    class Card {
      static permission = 'granted';
      static requestPermission = async () => 'granted';
      onclick = () => undefined;
      constructor(title: string) {
        said.push(title);
      }
    }
    Object.assign(window, { Notification: Card, said });
    document.hasFocus = () => false;
  });
  await signIn(page, 'majun');
  await page.goto('/account');
  for (const name of ['右下角弹出', '桌面通知']) {
    const box = page.getByRole('checkbox', { name });
    await expect(box).not.toBeChecked();
    await box.click();
    await expect(box).toBeChecked();
  }
  const me = await (await page.request.get('/api/v1/me')).json();
  const lead = (await (await page.request.get('/api/v1/leads?limit=1')).json()).items[0];
  const listening = page.waitForResponse((r) => r.url().endsWith('/api/v1/live'));
  await page.goto('/calendar');
  await listening;
  const other = await playwright.request.newContext({ baseURL });
  expect((await other.post('/api/v1/session', { data: { login: 'hewenjing', password } })).status()).toBe(201);
  const note = { subject_kind: 'lead', subject_id: lead.id, kind: 'progress', text: '右下角请看', mentions: [me.id] };
  const made = await other.post('/api/v1/timeline', { data: note });
  expect(made.ok(), await made.text()).toBe(true);
  const card = page.locator('.ant-notification-notice').filter({ hasText: '右下角请看' });
  await expect(card).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said.join())).toContain('右下角请看');
  await card.click();
  await expect(page).toHaveURL(new RegExp(`/leads/${lead.id}`));
  await expect(card).toHaveCount(0);
  await page.goto('/account');
  for (const name of ['右下角弹出', '桌面通知']) await page.getByRole('checkbox', { name }).click();
  await expect(page.getByRole('checkbox', { name: '桌面通知' })).not.toBeChecked();
  await other.dispose();
});

test('on a phone the bell is within reach and its list fits', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'xuqiang');
  const box = await bell(page).boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(44);
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await bell(page).click();
  const panel = page.getByRole('dialog', { name: '通知' });
  await expect(panel).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});
