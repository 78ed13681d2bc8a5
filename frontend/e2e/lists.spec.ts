import type { Page } from '@playwright/test';
import { accessible, expect, password, signIn, test } from './fixtures';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const headers = async (page: Page) =>
  (await page.locator('.ant-table-header th:visible').allTextContents()).map((s) => s.trim()).filter(Boolean);
const rows = (page: Page) => page.locator('tr[data-row]:visible');

test('rule 4: a view keeps filter, sorting and columns, shows a dot when it differs, is shared, and can be the default', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects?kind=industry&sort=-total_investment');
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('button', { name: '列设置' }).click();
  const columns = page.getByRole('dialog', { name: '列设置' });
  await columns.getByRole('checkbox', { name: '资料' }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '视图 ▾' }).click();
  await page.getByRole('menuitem', { name: '另存为视图' }).click();
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
  await page.getByRole('button', { name: '视图 ▾' }).click();
  await page.getByRole('menuitem', { name: '保存视图' }).click();
  await expect(page.getByLabel('有未保存的改动')).toHaveCount(0);
  await page.getByRole('button', { name: '视图 ▾' }).click();
  await page.getByRole('menuitem', { name: '设为我的默认视图' }).click();
  await expect(tab).toContainText('默认');
  await page.goto('/projects');
  await expect(page).toHaveURL(/view=.*/);
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  expect(await headers(page)).not.toContain('资料');

  // Somebody else sees it, through the own scope, and may not change it.
  await signIn(page, 'xuqiang');
  await page.goto('/projects');
  await expect(page).not.toHaveURL(/view=/);
  await tab.click();
  await expect(page).toHaveURL(/kind=industry/);
  await page.getByRole('button', { name: '视图 ▾' }).click();
  await expect(page.getByRole('menuitem', { name: '另存为视图' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: '删除' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  // The owner renames and deletes it.
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '视图 ▾' }).click();
  await page.getByRole('menuitem', { name: '改名和共享' }).click();
  await page.getByRole('dialog', { name: '改名和共享' }).getByLabel('视图名称').fill('工业重点');
  await page.getByRole('dialog', { name: '改名和共享' }).getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: /^工业重点/ })).toBeVisible();
  await page.getByRole('button', { name: '视图 ▾' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
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
  await chooser.getByRole('checkbox', { name: '状态' }).focus();
  await page.keyboard.press('Space');
  await chooser.getByRole('button', { name: '总投资 上移' }).focus();
  await page.keyboard.press('Enter');
  await chooser.getByLabel('冻结左起列数').fill('2');
  await chooser.getByText('紧凑').click();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(chooser).toBeHidden();
  const after = await headers(page);
  expect(after).not.toContain('状态');
  expect(after.indexOf('总投资')).toBe(before.indexOf('总投资') - 1);
  await expect(page.locator('.ant-table-header th.ant-table-cell-fix-start:visible')).toHaveCount(3); // the box and two columns
  await expect(page.locator('.ant-table-small')).toBeVisible();

  const other = await browser.newContext();
  const machine = await other.newPage();
  await machine.request.post('/api/v1/session', { data: { login: 'gaolijuan', password } });
  await machine.goto('/projects');
  await expect(machine.locator('.ant-table-small')).toBeVisible();
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
  await page.keyboard.press('Enter');
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
  const foot = page.locator('.ant-table-summary:visible');
  await expect(foot).toContainText(`合计 ${sum.count} 条`);
  await expect(foot.locator('.money')).toContainText(sum.total_investment >= 1e8 ? (sum.total_investment / 1e8).toFixed(2) : '');
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
    await page.screenshot({ path: `/tmp/desk3-phone-${theme}.png` });
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(rows(page).first()).toBeVisible();
    await page.keyboard.press('j');
    await accessible(page);
    await page.screenshot({ path: `/tmp/desk3-wide-${theme}.png` });
  });
}
