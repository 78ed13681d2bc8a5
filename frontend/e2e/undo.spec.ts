import type { Page } from '@playwright/test';
import { accessible, expect, signIn, test } from './fixtures';

const offer = (page: Page, text: string | RegExp) => page.locator('.ant-notification-notice').filter({ hasText: text });
const undo = (page: Page, text: string | RegExp) => offer(page, text).getByRole('button', { name: /撤销/ });

async function create<T>(page: Page, path: string, data: object): Promise<T> {
  const answer = await page.request.post(`/api/v1/${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

test('rule 11: a record is taken into the recycle bin with a reason, and comes back by the toast or from the bin', async ({ page }) => {
  await signIn(page, 'xuqiang');
  const name = `要删的项目${Date.now()}`;
  const project = await create<{ id: string }>(page, 'projects', { name });
  const remove = async () => {
    await page.goto(`/projects/${project.id}`);
    await page.getByRole('button', { name: `${name} 的更多操作` }).click();
    await page.getByRole('menuitem', { name: '删除' }).click();
    const form = page.getByRole('dialog', { name: `删除“${name}”` });
    await form.getByLabel('删除原因').fill('重复录入');
    await form.getByLabel('删除原因').press('Control+Enter');
    await expect(page).toHaveURL(/\/projects(\?|$)/);
  };
  await remove();
  await expect(offer(page, '已放入回收站')).toBeVisible();
  await undo(page, '已放入回收站').click();
  await expect(page.getByText(`已恢复“${name}”`)).toBeVisible();
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await remove();
  await page.goto('/recycle-bin?kind=project');
  const row = page.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('重复录入');
  await accessible(page);
  await row.getByRole('button', { name: `恢复 ${name}` }).click();
  await expect(row).toHaveCount(0);
  await page.goto(`/projects/${project.id}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('rule 11: the undo of a finished follow-up stays for 8 seconds and is taken by Ctrl+Z', async ({ page }) => {
  await signIn(page, 'majun');
  const today: string = (await (await page.request.get('/api/v1/me')).json()).today;
  const visit = await create<{ id: string }>(page, 'visits', { way: 'out', on: today, company: '待办公司' });
  const title = `送合同${Date.now()}`;
  await page.request.post(`/api/v1/visits/${visit.id}/complete`, {
    data: { outcome: 'intent', summary: '谈成', steps: [{ title, due_on: today }] },
    headers: { 'If-Match': '"1"' },
  });
  await page.clock.install();
  await page.goto('/');
  const step = page.getByRole('checkbox', { name: new RegExp(title) });
  const said = `已办：${title}`;
  await step.click();
  await expect(offer(page, said)).toBeVisible();
  await expect(step).toBeChecked();
  await page.clock.runFor(7_500);
  await expect(offer(page, said)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(step).not.toBeChecked();
  await step.click();
  await expect(offer(page, said)).toBeVisible();
  await page.clock.runFor(9_500);
  await expect(offer(page, said)).toHaveCount(0);
});

test('rule 11: an assessment and the end of a visit are taken back', async ({ page }) => {
  await signIn(page, 'majun');
  const today: string = (await (await page.request.get('/api/v1/me')).json()).today;
  const lead = await create<{ id: string }>(page, 'leads', { company: '研判公司', subject: '板材', channel: 'self' });
  await page.goto(`/leads/${lead.id}`);
  await page.getByRole('button', { name: '研判', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').last().fill('符合主导产业');
  await page.getByRole('dialog').getByRole('textbox').last().press('Control+Enter');
  await undo(page, '已研判为有效').click();
  await expect(page.locator('.page-head')).toContainText('待研判');
  await expect(page.locator('.timeline')).toContainText('撤销研判');

  const visit = await create<{ id: string }>(page, 'visits', { way: 'out', on: today, company: '取消的公司' });
  await page.goto(`/visits/${visit.id}`);
  await page.getByRole('button', { name: '取消拜访' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('改期');
  await page.getByRole('dialog').getByRole('textbox').press('Control+Enter');
  await undo(page, '拜访已取消').click();
  await expect(page.locator('.timeline')).toContainText('撤销办结或取消');
  await expect(page.getByRole('button', { name: '取消拜访' })).toBeVisible();
});

test('rule 11: a contact and a saved view go at once and come back by the toast', async ({ page }) => {
  await signIn(page, 'xuqiang');
  const client = await create<{ id: string }>(page, 'clients', { name: `有联系人的客商${Date.now()}` });
  await create(page, 'contacts', { client_id: client.id, name: '张总' });
  await page.goto(`/clients/${client.id}`);
  await page.getByRole('button', { name: '删除 张总' }).click();
  await expect(page.locator('.facts')).not.toContainText('张总');
  await undo(page, '“张总”已放入回收站').click();
  await expect(page.locator('.facts')).toContainText('张总');

  const name = `我的视图${Date.now()}`;
  const view = await create<{ id: string }>(page, 'views', { list: 'clients', name });
  await page.goto(`/clients?view=${view.id}`);
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByRole('button', { name })).toHaveCount(0);
  await undo(page, name).click();
  await expect(page.getByRole('button', { name })).toBeVisible();
});

test('rule 11: what cannot be taken back is asked first', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/bulletins');
  await page.getByRole('button', { name: '发布通报' }).first().click();
  const form = page.getByRole('dialog').first();
  await form.getByRole('textbox').fill('2020-01');
  await form.getByRole('textbox').press('Control+Enter');
  const ask = page.getByRole('dialog').filter({ hasText: '不能撤回' });
  await expect(ask).toBeVisible();
  await ask.getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('button', { name: '2020-01' })).toHaveCount(0);
});
