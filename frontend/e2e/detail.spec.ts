import type { Page } from '@playwright/test';
import { accessible, expect, signIn, test } from './fixtures';

/** project puts a project into the library, and gives its id. */
async function project(page: Page, name: string, more: object = {}): Promise<string> {
  const me = await (await page.request.get('/api/v1/me')).json();
  const made = await page.request.post('/api/v1/projects', { data: { name, responsible_unit_id: me.unit_id, ...more } });
  expect(made.status()).toBe(201);
  return (await made.json()).id;
}

const fact = (page: Page, label: string) => page.locator('.fact').filter({ has: page.getByText(label, { exact: true }) });

test('rule 17: a project page has its steps, facts, what is missing, and a timeline that is written on top and narrowed by kind', async ({
  page,
}) => {
  await signIn(page, 'xuqiang');
  const id = await project(page, '绿森板材生产项目', { planned_start: '2026-01-15', total_investment: 320_000_000 });
  await page.goto(`/projects/${id}`);
  await expect(page.getByRole('heading', { level: 1, name: '绿森板材生产项目' })).toBeVisible();
  await expect(page.locator('.project-title')).toContainText('3.20');
  const started = page.locator('.stage-steps li').filter({ hasText: '开工' });
  await expect(started).toContainText('计划 2026-01-15');
  await expect(started).toContainText(/已超 \d+ 天/);
  await expect(page.locator('.gate')).toContainText('下一步');

  // A problem by Ctrl+Enter, a call by the button: each is on the timeline at once.
  const compose = page.getByRole('region', { name: '记一笔' });
  await compose.getByRole('tab', { name: '问题' }).click();
  await compose.getByLabel('卡在哪里，要谁来办').fill('消防设计审查退回');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.timeline .is-problem')).toContainText('消防设计审查退回');
  await compose.getByRole('tab', { name: '电话' }).click();
  await compose.getByLabel('跟谁通的电话，说了什么').fill('陈总说设备十一月到');
  await compose.getByRole('button', { name: '记下' }).click();
  await expect(page.locator('.timeline')).toContainText('陈总说设备十一月到');

  // A visit with whom, what and the next step, without leaving the page.
  await compose.getByRole('tab', { name: '拜访' }).click();
  await compose.getByLabel('见了谁，谈了什么，下一步是什么').fill('企业确认设备到货日期');
  await compose.getByLabel('见到谁').fill('董事长陈国栋');
  await compose.getByLabel('下一步', { exact: true }).fill('协调临时堆场');
  await compose.getByRole('button', { name: '记下' }).click();
  await expect(page.locator('.timeline')).toContainText('董事长陈国栋 · 企业确认设备到货日期');
  await expect(page.locator('.related')).toContainText('已办');

  // A file right here.
  await compose.getByRole('tab', { name: '文件' }).click();
  await compose
    .locator('input[type=file]')
    .setInputFiles({ name: '立项.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 立项') });
  await expect(page.locator('.timeline').getByRole('link', { name: /立项\.pdf/ })).toBeVisible();

  // Narrowed by kind, in the address.
  const kinds = page.getByRole('group', { name: '只看' });
  await expect(kinds.getByRole('button', { name: /^问题 1$/ })).toBeVisible();
  await kinds.getByRole('button', { name: /^问题/ }).click();
  await expect(page).toHaveURL(/line=problem/);
  await expect(page.locator('.timeline > li')).toHaveCount(1);
  await page.reload();
  await expect(page.locator('.timeline > li')).toHaveCount(1);
  await accessible(page);
});

test("a year's plan is written where it stands, and what is in place stands beside the even pace", async ({ page }) => {
  await signIn(page, 'xuqiang');
  const id = await project(page, '年度计划项目', { contract_amount: 80_000_000, year_plans: [{ year: 2020, amount: 10_000_000 }] });
  const entry = { category: 'land', amount: 10_000_000, paid_on: `${new Date().getFullYear()}-01-05`, voucher: '年计-1' };
  expect((await page.request.post(`/api/v1/projects/${id}/funds`, { data: entry })).status()).toBe(201);
  await page.goto(`/projects/${id}`);
  const funds = page.locator('section.funds');
  await expect(funds).toContainText('上报');
  await expect(funds).not.toContainText('全年计划');
  const plan = fact(page, `${new Date().getFullYear()} 年计划投资`);
  await plan.locator('.fact-value').click();
  await plan.getByRole('textbox').fill('5000');
  await page.keyboard.press('Enter');
  await expect(plan).toContainText('5,000');
  await expect(funds).toContainText(/全年计划 5,000\s*万元。竖线为时序进度 [\d.]+ %，核实数欠 [\d.]+ 个百分点/);
  const kept = await (await page.request.get(`/api/v1/projects/${id}`)).json();
  expect(kept.year_plans).toEqual([
    { year: 2020, amount: 10_000_000 },
    { year: new Date().getFullYear(), amount: 50_000_000 },
  ]);
});

test('rule 10: a fact is changed where it stands by Enter, left by Esc, undone, and rolled back with the reason where it is refused', async ({
  page,
}) => {
  await signIn(page, 'xuqiang');
  const id = await project(page, '就地修改项目', { planned_start: '2027-05-01' });
  await page.goto(`/projects/${id}`);
  const site = fact(page, '地块');
  const below = fact(page, '用地（亩）');
  await site.scrollIntoViewIfNeeded();
  const before = await below.boundingBox();
  await site.locator('.fact-value').click();
  await expect(site.getByLabel('地块', { exact: true })).toBeFocused();
  expect(await below.boundingBox()).toEqual(before);
  await page.keyboard.type('B-07 地块');
  await page.keyboard.press('Escape');
  await expect(site).toContainText('点击填写');
  await expect(site.getByRole('button', { name: '改地块' })).toBeFocused();

  // By the keyboard alone: e on the fact, Enter to keep.
  await page.keyboard.press('e');
  await page.keyboard.type('B-07 地块');
  await page.keyboard.press('Enter');
  await expect(site.locator('.fact-value')).toHaveText('B-07 地块');
  await expect(page.locator('.timeline')).toContainText('地块 B-07 地块');
  await page.keyboard.press('Control+z');
  await expect(site).toContainText('点击填写');

  // Money and days as people write them.
  const contract = fact(page, '合同投资额');
  await contract.locator('.fact-value').click();
  await page.keyboard.type('3.2亿');
  await page.keyboard.press('Enter');
  await expect(contract.locator('.fact-value')).toHaveText('3.20亿元');
  const start = fact(page, '计划开工');
  await start.locator('.fact-value').click();
  await start.getByLabel('计划开工', { exact: true }).fill('2027年9月26日');
  await expect(start).toContainText('2027年9月26日 星期日');
  await page.keyboard.press('Enter');
  await expect(start.locator('.fact-value')).toHaveText('2027-09-26');

  // A choice is kept as it is made.
  const nature = fact(page, '建设性质');
  await nature.locator('.fact-value').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('改扩建', { exact: true }).click();
  await expect(nature.locator('.fact-value')).toHaveText('改扩建');

  // Refused by the server: as it was, with the reason where it belongs.
  const done = fact(page, '计划竣工');
  await done.locator('.fact-value').click();
  await done.getByLabel('计划竣工', { exact: true }).fill('2026-01-01');
  await page.keyboard.press('Enter');
  await expect(done.getByRole('alert')).toBeVisible();
  await expect(done.locator('.fact-value')).toHaveText('点击填写');
  await accessible(page);
});

test('rule 10: facts of leads, clients, enterprises and visits are changed in place too', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const make = async (path: string, data: object) => (await (await page.request.post(`/api/v1${path}`, { data })).json()).id;
  const records = [
    [`/leads/${await make('/leads', { company: '就地公司', subject: '建厂', channel: 'self' })}`, '跟进事项'],
    [`/clients/${await make('/clients', { name: '就地投资有限公司' })}`, '来源地'],
    [`/enterprises/${await make('/enterprises', { name: '就地制造有限公司', state: 'normal' })}`, '主要产品'],
    [`/visits/${await make('/visits', { way: 'out', on: '2027-01-04', company: '就地公司' })}`, '地点'],
  ] as const;
  for (const [path, label] of records) {
    await page.goto(path);
    const one = fact(page, label);
    await one.locator('.fact-value').click();
    await page.keyboard.type('就地写的');
    await page.keyboard.press('Enter');
    await expect(one.locator('.fact-value')).toHaveText('就地写的');
    await expect(page.locator('.timeline')).toContainText(`${label} 就地写的`);
  }
});

test('rule 9: a row opens a docked drawer, with Ctrl its page; Esc closes it and the row has the focus again', async ({
  page,
  context,
}) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  const rows = page.locator('tr[data-row]');
  await expect(rows.first()).toBeVisible();
  const ids = await rows.evaluateAll((all) => all.map((r) => (r as HTMLElement).dataset.row ?? ''));
  const heads = () => page.locator('.ant-table-thead th').evaluateAll((all) => all.map((h) => Math.round(h.getBoundingClientRect().width)));
  const widths = await heads();
  await rows.nth(1).locator('td').nth(2).click();
  const drawer = page.getByRole('complementary', { name: '摘要' });
  await expect(drawer.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`open=${ids[1]}`));
  expect(await heads()).toEqual(widths);
  expect((await drawer.boundingBox())?.width).toBe(400);

  // The arrows walk the filter with the drawer open, and a reload shows the same.
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(new RegExp(`open=${ids[2]}`));
  await page.reload();
  await expect(drawer).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`open=${ids[2]}`));
  await drawer.getByRole('button', { name: '上一个' }).click();
  await expect(page).toHaveURL(new RegExp(`open=${ids[1]}`));
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(page.locator(`tr[data-row="${ids[1]}"]`)).toBeFocused();

  // By the keyboard, and on to the page.
  await page.keyboard.press('Enter');
  await expect(drawer).toBeVisible();
  await drawer.getByRole('link', { name: '打开详情' }).last().click();
  await expect(page).toHaveURL(new RegExp(`/projects/${ids[1]}`));
  await page.goBack();
  const popup = context.waitForEvent('page');
  await rows
    .nth(0)
    .locator('td')
    .nth(2)
    .click({ modifiers: ['Control'] });
  await expect(await popup).toHaveURL(new RegExp(`/projects/${ids[0]}`));
});

test('rule 9: leads, clients, enterprises and visits open beside their lists too', async ({ page }) => {
  await signIn(page, 'hewenjing');
  for (const list of ['/leads', '/clients', '/enterprises', '/visits']) {
    await page.goto(list);
    await page.locator('tr[data-row]').first().locator('a').first().click();
    await expect(page).toHaveURL(new RegExp(`${list}\\?.*open=`));
    await expect(page.getByRole('complementary', { name: '摘要' }).locator('.facts')).toBeVisible();
  }
});

test('rule 20: a phone is masked until it is asked for, and the audit says by whom', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const client = await (await page.request.post('/api/v1/clients', { data: { name: '号码投资有限公司' } })).json();
  await page.request.post('/api/v1/contacts', {
    data: { client_id: client.id, name: '陈国栋', title: '董事长', work_phone: '13812346021' },
  });
  const id = await project(page, '号码项目', { client_id: client.id });
  await page.goto(`/projects/${id}`);
  const person = page.locator('.related li').filter({ hasText: '陈国栋' });
  await expect(person).toContainText('138****6021');
  await person.getByRole('button', { name: '显示' }).click();
  await expect(person.getByRole('link', { name: '13812346021' })).toHaveAttribute('href', 'tel:13812346021');
  await signIn(page, 'audadmin');
  const rows = await (await page.request.get('/api/v1/audit?action=contact.reveal')).json();
  expect(rows.items[0].actor_name).toBe('何文静');
});
