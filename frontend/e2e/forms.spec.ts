import { accessible, choose, expect, fill, signIn, test } from './fixtures';

test('rule 16: a form asks three fields at most, keeps a draft over closing the tab, and throws it away when told', async ({
  page,
  context,
}) => {
  await signIn(page, 'hewenjing');
  for (const path of ['/leads?new=1', '/visits?new=1', '/projects?new=1', '/clients?new=1', '/enterprises?new=1']) {
    await page.goto(path);
    await expect(page.getByRole('dialog')).toBeVisible();
    const required = await page.getByRole('dialog').locator('label.ant-form-item-required').count();
    expect(required).toBeGreaterThan(0);
    expect(required).toBeLessThanOrEqual(3);
  }
  await page.goto('/leads?new=1');
  await expect(page.getByRole('dialog').getByLabel('企业', { exact: true })).toBeFocused();
  await fill(page, '企业', '关掉标签页公司');
  await fill(page, '意向内容', '写到一半');
  // Leaving asks first.
  const asked = page.waitForEvent('dialog');
  void page.close({ runBeforeUnload: true });
  const leaving = await asked;
  expect(leaving.type()).toBe('beforeunload');
  await leaving.accept();

  const again = await context.newPage();
  await again.goto('/leads?new=1');
  const form = again.getByRole('dialog');
  await expect(form.getByRole('status').filter({ hasText: '已恢复' })).toBeVisible();
  await expect(form.getByLabel('企业', { exact: true })).toHaveValue('关掉标签页公司');
  await accessible(again);
  await form.getByRole('button', { name: '不要草稿，重新填' }).click();
  await expect(form.getByLabel('企业', { exact: true })).toHaveValue('');
  await form.getByRole('button', { name: '取消' }).click();
  await again.goto('/leads?new=1');
  await expect(form.getByLabel('企业', { exact: true })).toHaveValue('');
  await expect(form.getByText('已恢复')).toHaveCount(0);
});

test('rule 16: what is typed is checked as it is typed, doubts do not stop, and Ctrl+Enter sends', async ({ page }) => {
  await signIn(page, 'majun');
  await page.goto('/leads?new=1');
  const form = page.getByRole('dialog');
  await form.getByLabel('联系电话', { exact: true }).fill('1381234602');
  await expect(form.getByText('少 1 位，现 10 位')).toBeVisible();
  await form.getByLabel('意向投资', { exact: true }).fill('三个亿');
  await expect(form.getByText('看不懂这个金额')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(form.locator('.ant-form-item-explain-error').first()).toBeVisible();
  await expect(form.getByLabel('联系电话', { exact: true })).toHaveValue('1381234602');
  await fill(page, '联系电话', '13812346021');
  await fill(page, '企业', '边填边查公司');
  await fill(page, '意向内容', '建厂');
  await choose(page, '线索来源', '以商招商');
  await fill(page, '意向投资', '3.2亿');
  await form.getByLabel('下次跟进', { exact: true }).fill('2027.9.26');
  await expect(form.getByText('2027年9月26日 星期日')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: '建厂' })).toBeVisible();
  await expect(page.locator('[data-field="next_on"]')).toContainText('2027-09-26');

  await page.goto('/clients?new=1');
  await form.getByLabel('统一社会信用代码').fill('91350100M000100Y4');
  await expect(form.getByText('少 1 位，现 17 位')).toBeVisible();
  await form.getByLabel('统一社会信用代码').fill('91350100M0001TGQXM');
  await expect(form.getByText('校验位应为 1')).toBeVisible();
});

test('rule 18: an amount is typed in 万元 or 亿元 by a switch, says the same in both, and shows the exact figure on hover', async ({
  page,
}) => {
  await signIn(page, 'majun');
  await page.goto('/leads?new=1');
  const form = page.getByRole('dialog');
  const amount = form.getByLabel('意向投资', { exact: true });
  await amount.fill('32000');
  await expect(form.getByText('3.20 亿元')).toBeVisible();
  await expect(amount).toHaveAttribute('title', '¥ 320,000,000');
  await form.getByRole('button', { name: '万元' }).first().click();
  await expect(amount).toHaveValue('3.2');
  await amount.fill('4');
  await expect(amount).toHaveAttribute('title', '¥ 400,000,000');
  await form.getByRole('button', { name: '亿元' }).first().click();
  await expect(amount).toHaveValue('40000');
});

test('to leave a form half-written is asked, and the way on is the strong one; Esc goes on', async ({ page }) => {
  await signIn(page, 'majun');
  await page.goto('/leads?new=1');
  const form = page.getByRole('dialog', { name: '报线索' });
  // Whoever logs a lead follows it, unless another is said; a day's example is today.
  await expect(form.locator('.ant-form-item', { hasText: '跟进人' })).toContainText('马骏');
  await expect(form.getByLabel('下次跟进', { exact: true })).toHaveAttribute('placeholder', /^如 20\d\d-\d\d-\d\d 或 \d+\.\d+$/);
  await expect(form.getByText('引荐人姓名（库里没有的）')).toBeVisible();
  await fill(page, '企业', '写一半公司');
  await form.getByRole('button', { name: '取消' }).click();
  const ask = page.getByRole('dialog', { name: '放弃已填内容？' });
  await expect(ask.getByRole('button', { name: '继续填写' })).toBeFocused();
  await expect(ask.getByRole('button', { name: '继续填写' })).toHaveClass(/ant-btn-primary|ant-btn-color-primary/);
  await accessible(page);
  await page.screenshot({ path: 'test-results/forms-discard.png' });
  await page.keyboard.press('Escape');
  await expect(ask).toBeHidden();
  await expect(form.getByLabel('企业', { exact: true })).toHaveValue('写一半公司');
  await form.getByRole('button', { name: '取消' }).click();
  await ask.getByRole('button', { name: '放弃' }).click();
  await expect(form).toBeHidden();
});

test('contacts are added, changed and removed on a client, masked all the while', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const client = await (await page.request.post('/api/v1/clients', { data: { name: '联系人试点公司' } })).json();
  await page.goto(`/clients/${client.id}`);
  const part = page.locator('.contacts');
  await expect(part).toContainText('还没有联系人');
  await part.getByRole('button', { name: '加联系人' }).click();
  await fill(page, '姓名', '钱进');
  await fill(page, '职务', '副总经理');
  await fill(page, '工作电话', '137 0000 1122');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const row = part.locator('li', { hasText: '钱进' });
  await expect(row).toContainText('137****1122');
  await accessible(page);
  await row.getByRole('button', { name: '改钱进' }).click();
  await fill(page, '职务', '总经理');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(row).toContainText('总经理');
  await expect(row).toContainText('137****1122');
  await row.getByRole('button', { name: '显示' }).click();
  await expect(row.getByRole('link', { name: '13700001122' })).toBeVisible();

  // Written over what a colleague changed meanwhile, both are shown.
  await row.getByRole('button', { name: '改钱进' }).click();
  const now = await (await page.request.get(`/api/v1/clients/${client.id}`)).json();
  const k = now.contacts[0];
  const other = await page.request.put(`/api/v1/contacts/${k.id}`, {
    data: { name: k.name, title: '董事长', work_phone: k.work_phone },
    headers: { 'If-Match': `"${k.version}"` },
  });
  expect(other.status()).toBe(200);
  await fill(page, '职务', '监事');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog').filter({ hasText: '董事长' }).last()).toContainText('监事');
  await page.goto(`/clients/${client.id}`);

  await row.getByRole('button', { name: /钱进/ }).last().click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(row).toHaveCount(1);
  await page.screenshot({ path: 'test-results/forms-contacts.png' });
});

test('what is there already is told while it is typed: leads, clients, enterprises, projects, and the phones of contacts', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  const unit = (await (await page.request.get('/api/v1/me')).json()).unit_id;
  const client = await (await page.request.post('/api/v1/clients', { data: { name: '孪生投资有限公司' } })).json();
  await page.request.post('/api/v1/contacts', { data: { client_id: client.id, name: '孙立', work_phone: '13700002233' } });
  await page.request.post('/api/v1/leads', {
    data: { company: '孪生冷链有限公司', subject: '建库', channel: 'self', contact_phone: '13700003344' },
  });
  await page.request.post('/api/v1/enterprises', { data: { name: '孪生矿泉水有限公司', state: 'normal' } });
  await page.request.post('/api/v1/projects', { data: { name: '孪生风电项目', responsible_unit_id: unit } });
  const twins = page.getByRole('dialog').locator('.twins');
  for (const [path, field, typed, found, by] of [
    ['/leads?new=1', '企业', '孪生冷链公司', '孪生冷链有限公司', '名称'],
    ['/leads?new=1', '联系电话', '137-0000-3344', '孪生冷链有限公司', '电话'],
    ['/clients?new=1', '名称', '孪生投资', '孪生投资有限公司', '名称'],
    ['/enterprises?new=1', '企业名称', '孪生矿泉水', '孪生矿泉水有限公司', '名称'],
    ['/projects?new=1', '项目名称', '孪生 风电项目', '孪生风电项目', '名称'],
  ] as const) {
    await page.goto('/');
    await page.goto(path);
    await page.getByRole('dialog').getByLabel(field).first().fill(typed);
    await expect(twins, path).toContainText(found);
    await expect(twins, path).toContainText(by);
  }
  const mine = await (await page.request.post('/api/v1/clients', { data: { name: '另一家公司' } })).json();
  await page.goto(`/clients/${mine.id}`);
  await page.getByRole('button', { name: '加联系人' }).click();
  await page.getByRole('dialog').getByLabel('工作电话').fill('137 0000 2233');
  await expect(twins).toContainText('孪生投资有限公司');
  await page.screenshot({ path: 'test-results/forms-twins.png' });
  await twins.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: /孪生投资有限公司/ })).toBeVisible();
});

test('to assess is what a lead asks for first', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const lead = await (
    await page.request.post('/api/v1/leads', { data: { company: '待研判公司', subject: '建厂待研判', channel: 'self' } })
  ).json();
  await page.goto(`/leads/${lead.id}`);
  await expect(page.getByRole('button', { name: '研判', exact: true })).toHaveClass(/ant-btn-primary|ant-btn-color-primary/);
  await expect(page.locator('.ant-btn-primary, .ant-btn-color-primary').filter({ hasText: '转' })).toHaveCount(0);
  await page.screenshot({ path: 'test-results/forms-lead.png' });
});
