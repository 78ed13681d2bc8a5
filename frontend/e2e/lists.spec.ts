import type { Page } from '@playwright/test';
import { accessible, expect, password, signIn, test } from './fixtures';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const headers = async (page: Page) =>
  (await page.locator('.table thead th:visible').allTextContents()).map((s) => s.trim()).filter(Boolean);
const rows = (page: Page) => page.locator('tr[data-row]:visible');

test('rule 4: a view keeps filter, sorting and columns, shows a dot when it differs, is shared, and can be the default', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects?kind=industry&sort=-total_investment');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: '列设置' }).click();
  const columns = page.getByRole('dialog', { name: '列设置' });
  await columns.getByRole('checkbox', { name: '计划开工' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '另存为视图' }).first().click();
  const form = page.getByRole('dialog', { name: '另存为视图' });
  await form.getByLabel('视图名称').fill('工业大项目');
  await form.getByLabel('共享给所有人').click();
  await form.getByRole('button', { name: '保存' }).click();
  const tab = page.getByRole('button', { name: /^工业大项目/ });
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/view=/);
  await expect(page.getByLabel('有未保存的改动')).toHaveCount(0);

  // Another filter: a dot; saved: none.
  await page.locator('[data-keyword]').fill('项目');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByLabel('有未保存的改动')).toBeVisible();
  await accessible(page);
  await page.reload();
  await expect(page.getByLabel('有未保存的改动')).toBeVisible();
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: '保存视图' }).click();
  await expect(page.getByLabel('有未保存的改动')).toHaveCount(0);
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: '设为我的默认视图' }).click();
  await expect(tab).toContainText('默认');
  await page.goto('/projects');
  await expect(page).toHaveURL(/view=.*/);
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  expect(await headers(page)).not.toContain('计划开工');

  // Somebody else sees it, through the own scope, and may not change it.
  await signIn(page, 'xuqiang');
  await page.goto('/projects');
  await expect(page).not.toHaveURL(/view=/);
  await tab.click();
  await expect(page).toHaveURL(/kind=industry/);
  await page.getByRole('button', { name: '视图操作' }).click();
  await expect(page.getByRole('menuitem', { name: '另存为视图' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '删除' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The owner renames and deletes it.
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: '改名和共享' }).click();
  await page.getByRole('dialog', { name: '改名和共享' }).getByLabel('视图名称').fill('工业重点');
  await page.getByRole('dialog', { name: '改名和共享' }).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: /^工业重点/ })).toBeVisible();
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByRole('button', { name: /^工业重点/ })).toHaveCount(0);
});

test('rules 6 and 7: columns are hidden, ordered and frozen by keyboard, density too, and another machine shows the same', async ({
  page,
  browser,
}) => {
  await signIn(page, 'gaolijuan');
  await page.goto('/projects');
  await expect(rows(page).first()).toBeVisible();
  const before = await headers(page);
  await page.getByRole('button', { name: '列设置' }).focus();
  await page.keyboard.press('Enter');
  const chooser = page.getByRole('dialog', { name: '列设置' });
  await chooser.getByRole('checkbox', { name: '落户地' }).focus();
  await page.keyboard.press('Space');
  await chooser.getByRole('button', { name: '总投资（万元） 上移' }).focus();
  await page.keyboard.press('Enter');
  await chooser.getByLabel('冻结左起列数').fill('2');
  await chooser.getByText('紧凑').click();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(chooser).toBeHidden();
  const after = await headers(page);
  expect(after).not.toContain('落户地');
  expect(after.indexOf('总投资（万元）')).toBe(before.indexOf('总投资（万元）') - 1);
  await expect(page.locator('.table thead th.stick')).toHaveCount(3); // the box and two columns
  await expect(page.locator('.table.compact')).toBeVisible();

  const other = await browser.newContext();
  const machine = await other.newPage();
  await machine.request.post('/api/v1/session', { data: { login: 'gaolijuan', password } });
  await machine.goto('/projects');
  await expect(machine.locator('.table.compact')).toBeVisible();
  expect(await headers(machine)).toEqual(after);
  await other.close();
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('button', { name: '恢复默认列' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => headers(page)).toEqual(before);
});

test('rules 8 and 11: all of a filter across pages are changed after a preview, and undone; rows changed since are named', async ({
  page,
}) => {
  await signIn(page, 'majun');
  const made: { id: string }[] = [];
  for (let i = 0; i < 55; i++) {
    const body = { company: `批量试验${String(i).padStart(2, '0')}有限公司`, subject: '建厂', channel: 'self' };
    const answer = await page.request.post('/api/v1/leads', { data: body });
    made.push(await answer.json());
  }
  await page.goto('/leads?q=批量试验');
  await expect(rows(page)).toHaveCount(50);
  const bar = page.getByRole('region', { name: '批量操作' });
  await rows(page).first().getByRole('checkbox').check();
  await expect(bar).toContainText('已选 1 项');
  await bar.getByRole('button', { name: /选择当前筛选的全部/ }).click();
  await expect(bar).toContainText('55');
  await accessible(page);
  await bar.getByRole('button', { name: '批量修改' }).click();
  const drawer = page.getByRole('dialog', { name: '批量修改' });
  await drawer.getByLabel('要修改的项').click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('下次跟进', { exact: true }).click();
  await page.keyboard.press('Escape');
  await drawer.getByLabel('下次跟进').last().fill('2030-01-08');
  await drawer.getByLabel('下次跟进').last().blur();
  await drawer.getByRole('button', { name: '预览' }).click();
  await expect(drawer.getByRole('status')).toContainText('将修改 55 项');
  await expect(drawer.getByText('2030-01-08').first()).toBeVisible();
  await accessible(page);
  await drawer.getByRole('button', { name: '修改 55 项' }).click();
  const toast = page.getByText('已修改 55 项，跳过 0 项');
  await expect(toast).toBeVisible();

  // Somebody is quicker on one of them.
  const id = made[3]?.id ?? '';
  const lead = await (await page.request.get(`/api/v1/leads/${id}`)).json();
  expect(lead.next_on).toBe('2030-01-08');
  await page.request.put(`/api/v1/leads/${id}`, {
    headers: { 'If-Match': `"${lead.version}"` },
    data: { company: lead.company, subject: '改建', channel: 'self', owner_id: lead.owner_id, next_on: '2030-02-01' },
  });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销 54 项')).toBeVisible();
  await expect(page.getByText(/保持现状：.*改建/)).toBeVisible();
  const kept = await (await page.request.get(`/api/v1/leads/${id}`)).json();
  expect(kept.next_on).toBe('2030-02-01');
  await expect(rows(page).filter({ hasText: '2030-01-08' })).toHaveCount(0);
});

test('rule 2: keys move, tick, open, edit and make; none fires while writing or composing; ? shows them all', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects?sort=code');
  await expect(rows(page).first()).toBeVisible();
  const ids = await rows(page).evaluateAll((all) => all.map((r) => r.getAttribute('data-row') ?? ''));
  await page.keyboard.press('j');
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: '批量操作' })).toContainText('已选 1 项');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: '批量操作' })).toHaveCount(0);

  // Writing and composing are left alone.
  await page.keyboard.press('/');
  const keyword = page.locator('[data-keyword]');
  await expect(keyword).toBeFocused();
  await page.keyboard.type('cxj?');
  await expect(keyword).toHaveValue('cxj?');
  await keyword.fill('');
  await page.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', isComposing: true, bubbles: true }));
  });
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '快捷键' });
  for (const key of ['Ctrl+K', 'j', 'x', '[', ']', 'Ctrl+Enter']) await expect(sheet.getByText(key, { exact: true })).toBeVisible();
  await accessible(page);
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog', { name: '新建项目' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  // Open, walk inside the filter, edit.
  await page.keyboard.press('k');
  await expect(rows(page).nth(0)).toBeFocused();
  await page.keyboard.press('o');
  await expect(page).toHaveURL(new RegExp(`/projects/${ids[0]}`));
  await expect(page.getByText('筛选内第 1 个')).toBeVisible();
  await page.keyboard.press(']');
  await expect(page).toHaveURL(new RegExp(`/projects/${ids[1]}`));
  await expect(page.getByText('筛选内第 2 个')).toBeVisible();
  await page.keyboard.press('[');
  await expect(page).toHaveURL(new RegExp(`/projects/${ids[0]}`));
  await expect(page.getByText('筛选内第 1 个')).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog').getByLabel('项目名称', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.goto('/leads');
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('e');
  await expect(page).toHaveURL(/\/leads\/.+edit=/);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/edit=/);
  await page.goto('/enterprises');
  await expect(heading(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('rule 7: the last row sums up the whole filter, not the rows that were loaded', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects?kind=industry');
  const sum = await (await page.request.get('/api/v1/projects/totals?kind=industry')).json();
  const foot = page.locator('.table tfoot');
  await expect(foot).toContainText(`合计 ${sum.count} 条`);
  await expect(foot.locator('.amount')).toContainText(sum.total_investment >= 1e8 ? (sum.total_investment / 1e8).toFixed(2) : '');
});

for (const theme of ['light', 'dark'] as const) {
  test(`rules 19 and 22: a batch on a phone needs no mouse wheel sideways and keeps its contrast in ${theme}`, async ({ page }) => {
    await page.addInitScript((t) => localStorage.setItem('sangu.look', JSON.stringify({ state: { theme: t }, version: 0 })), theme);
    await page.setViewportSize({ width: 390, height: 844 });
    await signIn(page, 'hewenjing');
    await page.goto('/projects');
    const card = page.locator('.cards li').first();
    await card.getByRole('checkbox').check();
    await expect(page.getByRole('region', { name: '批量操作' })).toBeVisible();
    await accessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('j');
    await accessible(page);
  });
}

test('rules 4 and 5: ready views hold what their counts say; the form asks on 查询, and each condition is a chip to take away', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(rows(page).first()).toBeVisible();
  const views = (await (await page.request.get('/api/v1/projects/ready-views')).json()).items;
  for (const [key, name] of Object.entries({ all: '全部', should_start: '应开未开', large: '亿元以上', key: '省市重点' })) {
    const view = views.find((v: { key: string }) => v.key === key);
    const tab = page.getByRole('button', { name: new RegExp(`^${name}\\s*\\d`) });
    await expect(tab).toContainText(view.capped ? '1,000+' : String(view.count));
    await tab.click();
    await expect(tab).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.list-foot')).toContainText(`共 ${view.count}`);
  }
  await page.getByRole('button', { name: /^全部/ }).click();
  const url = page.url();
  await page.locator('[data-keyword]').fill('项目');
  expect(page.url()).toBe(url);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('button', { name: '展开' }).click();
  await page.getByLabel('总投资不低于').fill('1亿');
  await page.getByLabel('签约自').fill('二月三十');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page.getByLabel('签约自')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('签约自').fill('2024.1.1');
  await page.getByRole('button', { name: '查询' }).click();
  await expect(page).toHaveURL(/min_investment=%22100000000%22/);
  await expect(page).toHaveURL(/signed_from=2024-01-01/);
  const chips = page.locator('.chip');
  await expect(chips).toHaveCount(3);
  await expect(chips.filter({ hasText: '总投资不低于' })).toContainText('1.00 亿元');
  await accessible(page);
  await page.getByRole('button', { name: '移除条件 签约自' }).click();
  await expect(page).not.toHaveURL(/signed_from/);
  await page.getByRole('button', { name: '清除全部' }).click();
  await expect(chips).toHaveCount(0);
  await page.goBack();
  await expect(chips).toHaveCount(2);
  await expect(page.locator('[data-keyword]')).toHaveValue('项目');
  await page.getByRole('button', { name: '重置' }).click();
  await expect(page.locator('[data-keyword]')).toHaveValue('');
});

test('rule 6: a column is made wider by its edge and by a number, remembered, and given back', async ({ page }) => {
  await signIn(page, 'gaolijuan');
  await page.goto('/projects');
  await expect(rows(page).first()).toBeVisible();
  const head = page.locator('.table thead th', { hasText: '责任单位' });
  const wide = async () => Math.round((await head.boundingBox())?.width ?? 0);
  const before = await wide();
  const edge = await head.locator('.edge').boundingBox();
  if (!edge) throw new Error('no edge to draw');
  await page.mouse.move(edge.x + edge.width / 2, edge.y + 4);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width / 2 + 60, edge.y + 4, { steps: 4 });
  await page.mouse.up();
  await expect.poll(wide).toBe(before + 60);
  await page.reload();
  await expect(rows(page).first()).toBeVisible();
  await expect.poll(wide).toBe(before + 60);
  await page.getByRole('button', { name: '列设置' }).click();
  const width = page.getByLabel('责任单位 列宽');
  await width.fill('150');
  await width.blur();
  await expect.poll(wide).toBe(150);
  await page.getByRole('button', { name: '恢复默认列' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(wide).toBe(before);
});

test('rule 6: an export has the filter and the columns that show, in their order', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects?kind=industry&sort=name');
  await expect(rows(page).first()).toBeVisible();
  const address = (await page.getByRole('link', { name: '导出' }).getAttribute('href')) ?? '';
  const query = new URL(address, 'http://x').searchParams;
  expect(query.get('kind')).toBe('industry');
  expect(query.get('columns')).toMatch(/^name,code,kind,total_investment,stage,light,/);
  expect((await page.request.get(address)).status()).toBe(200);
});

test('rule 7: the head is one line of 40 px that stays with the first column; rows are 40 and 32 px; the batch line shifts nothing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1100, height: 700 });
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(rows(page).first()).toBeVisible();
  const box = async (at: string) => (await page.locator(at).first().boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const head = await box('.table thead th');
  expect(head.height).toBe(40);
  expect((await box('tr[data-row]')).height).toBe(40);
  const name = await box('.table thead th:nth-child(2)');
  await page.locator('.table-wrap').evaluate((w) => w.scrollTo(200, 300));
  expect((await box('.table thead th')).y).toBe(head.y);
  expect((await box('.table thead th:nth-child(2)')).x).toBe(name.x);
  expect(await page.evaluate(() => [window.scrollY, document.documentElement.scrollHeight - window.innerHeight])).toEqual([0, 0]);
  await page.locator('.table-wrap').evaluate((w) => w.scrollTo(0, 0));
  const foot = await box('.list-foot');
  await rows(page).nth(2).getByRole('checkbox').check();
  expect(await box('.list-foot.batch')).toEqual(foot);
  expect((await box('.table thead th')).y).toBe(head.y);
  await page.getByRole('button', { name: '密度' }).click();
  await expect.poll(async () => (await box('tr[data-row]')).height).toBe(32);
  await page.getByRole('button', { name: '密度' }).click();
  await expect.poll(async () => (await box('tr[data-row]')).height).toBe(40);
});

test('rules 3 and 5: the light is a shape and a word, narrows the list, and is the same as the report says', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const lights = await (await page.request.get('/api/v1/reports/lights')).json();
  await page.goto('/projects?light=red');
  await expect(page.locator('.list-foot')).toContainText(`共 ${lights.counts.red} 条`);
  await expect(page.locator('.chip')).toContainText('红灯');
  for (const word of await page.locator('tr[data-row] .light').allTextContents()) expect(word).toBe('红灯');
  await page.goto('/projects?light=none');
  await expect(page.locator('.list-foot')).toContainText(`共 ${lights.counts.none} 条`);
  await expect(page.locator('tr[data-row] .light').first()).toHaveText('无数据');
});

// CPU of the main thread, not the clock on the wall: what else the machine does is no matter.
test('rule 5: typing into a filter over 10,000 rows never keeps the main thread for 50 ms', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const one = (await (await page.request.get('/api/v1/projects?limit=1')).json()).items[0];
  const item = (n: number) => ({
    ...one,
    id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    name: `第${n}个项目`,
    code: `X-${n}`,
  });
  await page.route(/\/api\/v1\/projects\?/, (route) => {
    const at = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const items = Array.from({ length: 50 }, (_, i) => item(at + i));
    return route.fulfill({ json: { items, next: at + 50 < 10_000 ? String(at + 50) : '', count: 1000, capped: true } });
  });
  await page.goto('/projects');
  await expect(rows(page)).toHaveCount(50);
  await expect(page.locator('.list-foot')).toContainText('共 1,000+ 条');
  for (let n = 100; n <= 500; n += 50) {
    await page.getByRole('button', { name: '加载更多' }).click();
    await expect(rows(page)).toHaveCount(n);
  }
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find((m) => m.name === 'TaskDuration')?.value ?? 0;
  };
  await page.locator('[data-keyword]').focus();
  await page.keyboard.type('x');
  const spent: number[] = [];
  for (const key of 'chichengxian guoji wenquan') {
    const before = await busy();
    await page.keyboard.press(key === ' ' ? 'Space' : key);
    await expect(page.locator('[data-keyword]')).toBeFocused();
    spent.push((await busy()) - before);
  }
  expect(spent.filter((s) => s > 0.05)).toEqual([]);
  await expect(page.locator('[data-keyword]')).toHaveValue('xchichengxian guoji wenquan');
});

for (const [path, mayPick] of [
  ['/projects', true],
  ['/leads', true],
  ['/clients', true],
  ['/enterprises', true],
  ['/visits', false],
] as const)
  test(`rule 2: keys work alike in ${path}`, async ({ page }) => {
    await signIn(page, 'hewenjing');
    await page.goto(path);
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('/');
    await expect(page.locator('[data-keyword]')).toBeFocused();
    await page.keyboard.type('jcex');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.locator('[data-keyword]').fill('');
    await page.locator('[data-keyword]').blur();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(rows(page).first()).toBeFocused();
    if (mayPick) {
      await page.keyboard.press('x');
      await expect(rows(page).first().getByRole('checkbox')).toBeChecked();
      await page.keyboard.press('Escape');
      await expect(rows(page).first().getByRole('checkbox')).not.toBeChecked();
    }
    await page.keyboard.press('c');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
