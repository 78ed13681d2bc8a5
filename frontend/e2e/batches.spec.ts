import type { Page } from '@playwright/test';
import { accessible, expect, fill, signIn, test } from './fixtures';

const toast = (page: Page, text: string | RegExp) => page.locator('.ant-notification-notice').filter({ hasText: text });

async function create<T>(page: Page, path: string, data: object, status = 201): Promise<T> {
  const answer = await page.request.post(`/api/v1/${path}`, { data });
  expect(answer.status(), await answer.text()).toBe(status);
  return answer.json();
}

type Row = { id: string; version: number };
const pick = (rows: Row[]) => rows.map(({ id, version }) => ({ id, version }));

test('rule 11: a batch of this morning is found again by its maker, undone from the list, and says what was left as it is', async ({
  page,
}) => {
  await signIn(page, 'majun');
  const stamp = Date.now();
  const leads: Row[] = [];
  for (const name of ['一', '二'])
    leads.push(await create(page, 'leads', { company: `回头撤销${name}${stamp}`, subject: '建厂', channel: 'self' }));
  await create(page, 'leads/batch', { rows: pick(leads), set: { next_action: `打电话${stamp}`, channel: 'event' } }, 200);
  const [one, two] = leads;
  if (!one || !two) throw new Error('two leads');
  await page.request.put(`/api/v1/leads/${two.id}`, {
    headers: { 'If-Match': '"2"' },
    data: { company: `回头撤销二${stamp}`, subject: '扩建', channel: 'self' },
  });
  // On whatever list: the toast is long gone.
  await page.goto('/clients');
  await page.getByRole('button', { name: '最近的批量修改' }).click();
  const drawer = page.getByRole('dialog', { name: '最近的批量修改' });
  const made = drawer.locator('.made-batch').filter({ hasText: `打电话${stamp}` });
  await expect(made).toContainText('线索：修改 2 项');
  await expect(made).toContainText('跟进事项');
  await expect(made).toContainText('前可撤销');
  await accessible(page);
  await made.getByRole('button', { name: /^撤销/ }).click();
  await expect(made).toContainText('已撤销 1 项，1 项后来有改动，保持现状');
  await expect(made).toContainText(`回头撤销二${stamp}：扩建`);
  await expect(made.getByRole('button', { name: /^撤销/ })).toHaveCount(0);
  await accessible(page);
  const back = await (await page.request.get(`/api/v1/leads/${one.id}`)).json();
  expect(back.next_action).toBe('');
  await drawer.getByRole('button', { name: '关闭' }).or(drawer.locator('.ant-drawer-close')).first().click();
  await page.reload();
  await page.getByRole('button', { name: '最近的批量修改' }).click();
  await expect(made).toContainText('1 项后来有改动，保持现状');
});

test('rule 11: Ctrl+Z where nothing is on offer says so, and leaves what is being written alone', async ({ page }) => {
  await signIn(page, 'majun');
  await page.goto('/leads');
  await expect(page.locator('tr[data-row]').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('没有可撤销的操作')).toBeVisible();
  await expect(page.getByText('没有可撤销的操作')).toHaveCount(0);
  await page.locator('[data-keyword]').first().fill('恒丰');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('没有可撤销的操作')).toHaveCount(0);
});

test('rule 11: what a form changed is taken back by the toast, and what another wrote meanwhile stays', async ({ page }) => {
  await signIn(page, 'majun');
  const lead = await create<Row>(page, 'leads', { company: `表单撤销${Date.now()}`, subject: '建厂', channel: 'self', note: '原来的备注' });
  await page.goto(`/leads/${lead.id}`);
  await page.getByRole('button', { name: '编辑', exact: true }).click();
  await fill(page, '备注', '改过的备注');
  await fill(page, '跟进事项', '打电话');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const said = toast(page, /已保存/);
  await expect(said).toBeVisible();
  const now = await (await page.request.get(`/api/v1/leads/${lead.id}`)).json();
  expect([now.note, now.next_action]).toEqual(['改过的备注', '打电话']);
  await page.request.patch(`/api/v1/leads/${lead.id}`, { headers: { 'If-Match': `"${now.version}"` }, data: { next_on: '2030-01-08' } });
  await said.getByRole('button', { name: /撤销/ }).click();
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible();
  const back = await (await page.request.get(`/api/v1/leads/${lead.id}`)).json();
  expect([back.note, back.next_action, back.next_on]).toEqual(['原来的备注', '', '2030-01-08']);
});

test('rules 8 and 11: many visits are given another day and owner after a preview; one that is over is passed over', async ({ page }) => {
  await signIn(page, 'xuqiang');
  const today: string = (await (await page.request.get('/api/v1/me')).json()).today;
  const company = `批量拜访${Date.now()}`;
  for (const n of ['甲', '乙']) await create(page, 'visits', { way: 'out', on: today, company: `${company}${n}` });
  const over = await create<Row>(page, 'visits', { way: 'out', on: today, company: `${company}丙` });
  await page.request.post(`/api/v1/visits/${over.id}/complete`, {
    headers: { 'If-Match': '"1"' },
    data: { outcome: 'none', summary: '谈过' },
  });
  await page.goto(`/visits?q=${encodeURIComponent(company)}`);
  await expect(page.locator('tr[data-row]')).toHaveCount(3);
  await page.getByRole('checkbox', { name: '选择已载入的全部' }).check();
  await page.getByRole('region', { name: '批量操作' }).getByRole('button', { name: '批量修改' }).click();
  const drawer = page.getByRole('dialog', { name: '批量修改' });
  await drawer.getByLabel('要修改的项').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('日期', { exact: true }).click();
  await page.keyboard.press('Escape');
  await drawer.getByLabel('日期').last().fill('2030-03-05');
  await drawer.getByLabel('日期').last().blur();
  await drawer.getByRole('button', { name: '预览' }).click();
  await expect(drawer.getByRole('status')).toContainText('将修改 2 项');
  await expect(drawer.getByRole('region', { name: '预览' })).toContainText(`${company}丙`);
  await accessible(page);
  await drawer.getByRole('button', { name: '修改 2 项' }).click();
  await expect(page.locator('tr[data-row]').filter({ hasText: '2030-03-05' })).toHaveCount(2);
  await toast(page, '已修改 2 项').getByRole('button', { name: /撤销/ }).click();
  await expect(page.locator('tr[data-row]').filter({ hasText: '2030-03-05' })).toHaveCount(0);
});

test('rule 3: clients, enterprises and visits are grouped with counts of the whole filter, and narrowed to what one follows', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  for (const [list, by, label] of [
    ['clients', 'unit', '单位'],
    ['enterprises', 'industry', '行业'],
    ['visits', 'leader', '带队领导'],
  ] as const) {
    const groups = (await (await page.request.get(`/api/v1/${list}/groups?by=${by}`)).json()).items;
    await page.goto(`/${list}`);
    await page.getByRole('button', { name: '分组' }).click();
    await page.getByRole('menuitem', { name: label, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`group=${by}`));
    const heads = page.locator('.group-head');
    await expect(heads).toHaveCount(groups.length);
    await expect(heads.first()).toContainText(`${groups[0].count} 项`);
    await heads.first().getByRole('button').click();
    await expect(page.locator('tr[data-row]').first()).toBeVisible();
    await accessible(page);
    const followed = (await (await page.request.get(`/api/v1/${list}?watched=true`)).json()).count;
    await page.goto(`/${list}`);
    await page.getByRole('button', { name: /^我关注的/ }).click();
    await expect(page).toHaveURL(/watched=/);
    await expect(page.locator('.list-foot')).toContainText(`${followed} 条`);
  }
});

test('a batch tells its new owner once, and the notice opens the list of what was given', async ({ page }) => {
  await signIn(page, 'xuqiang');
  const stamp = Date.now();
  const people = (await (await page.request.get('/api/v1/people?q=majun')).json()).items;
  const leads: Row[] = [];
  for (const n of ['甲', '乙', '丙', '丁'])
    leads.push(await create(page, 'leads', { company: `交接${n}${stamp}`, subject: '建厂', channel: 'self' }));
  await create(page, 'leads/batch', { rows: pick(leads), set: { owner_id: people[0].id } }, 200);
  await signIn(page, 'majun');
  await page.goto('/notices');
  const row = page.getByRole('button', { name: /交给您或您单位 4 条线索/ }).filter({ hasText: `交接甲${stamp}` });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('等');
  await row.click();
  await expect(page).toHaveURL(new RegExp(`/leads\\?owner_id=${people[0].id}`));
  await expect(page.locator('tr[data-row]').filter({ hasText: String(stamp) })).toHaveCount(4);
});

test('whoever is named where a visit is written down is told, from the tab of a record and from the form that ends it', async ({
  page,
}) => {
  await signIn(page, 'majun');
  const stamp = Date.now();
  const project = await create<{ id: string }>(page, 'projects', { name: `拜访提到人${stamp}` });
  const mention = async (box: ReturnType<Page['getByRole']>, rest: string) => {
    await box.pressSequentially('请 @xq');
    await page.locator('.ant-mentions-dropdown-menu-item', { hasText: '许强' }).first().click();
    await box.pressSequentially(rest);
  };
  await page.goto(`/projects/${project.id}`);
  await page.getByRole('tab', { name: '拜访', exact: true }).click();
  const box = page.getByRole('textbox', { name: '见了谁，谈了什么，下一步是什么' });
  await mention(box, `看合同${stamp}`);
  await box.press('Control+Enter');
  await expect(page.locator('mark.mention', { hasText: '@许强' })).toBeVisible();

  const today: string = (await (await page.request.get('/api/v1/me')).json()).today;
  const visit = await create<{ id: string }>(page, 'visits', { way: 'out', on: today, company: `办结提到人${stamp}` });
  await page.goto(`/visits/${visit.id}`);
  await page.getByRole('button', { name: '办结', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '办结' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('必填')).toBeVisible();
  await mention(dialog.getByRole('textbox', { name: '谈了什么' }), `定日子${stamp}`);
  await accessible(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('mark.mention', { hasText: '@许强' })).toBeVisible();

  await signIn(page, 'xuqiang');
  await page.goto('/notices');
  await expect(page.getByRole('button', { name: new RegExp(`提到了您：请 @许强 ?看合同${stamp}`) })).toHaveCount(1);
  await expect(page.getByRole('button', { name: new RegExp(`提到了您：请 @许强 ?定日子${stamp}`) })).toHaveCount(1);
});

test('rule 18: how late a planned start is counts working days, in the list and on the project’s page alike', async ({ page }) => {
  await signIn(page, 'xuqiang');
  const today: string = (await (await page.request.get('/api/v1/me')).json()).today;
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 28);
  const name = `晚开工${Date.now()}`;
  const project = await create<{ id: string; days_left: Record<string, number> }>(page, 'projects', {
    name,
    planned_start: day.toISOString().slice(0, 10),
  });
  const late = -(project.days_left.STARTED ?? 0);
  expect(late).toBeLessThan(28);
  await page.goto(`/projects?q=${encodeURIComponent(name)}`);
  await expect(page.locator('tr[data-row]').first()).toContainText(`超 ${late} 个工作日`);
  await page.goto(`/projects/${project.id}`);
  await expect(page.locator('.stage-steps')).toContainText(`超 ${late} 个工作日`);
});
