import { accessible, expect, signIn, test } from './fixtures';

type Group = { key: string; name: string; count: number; total: number; query: Record<string, string> };

test('rule 3: rows are grouped by what the server counted over the whole filter; groups open, and the address keeps it', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  const groups: Group[] = (await (await page.request.get('/api/v1/projects/groups?by=unit&kind=industry')).json()).items;
  await page.goto('/projects?kind=industry');
  await page.getByRole('button', { name: '分组' }).click();
  await page.getByRole('menuitem', { name: '责任单位' }).click();
  await expect(page).toHaveURL(/group=unit/);
  const heads = page.locator('.group-head');
  await expect(heads).toHaveCount(groups.length);
  const first = groups[0];
  if (!first) throw new Error('no group');
  await expect(heads.first()).toContainText(first.name);
  await expect(heads.first()).toContainText(`${first.count} 项`);
  await expect(heads.first()).toContainText((first.total / 1e8).toFixed(2));
  await expect(page.locator('tr[data-row]')).toHaveCount(0);
  await heads.first().getByRole('button').click();
  await expect(page.locator('tr[data-row]')).toHaveCount(first.count);
  await expect(page).toHaveURL(/opened=/);
  await accessible(page);
  await page.keyboard.press('j');
  await expect(page.locator('tr[data-row]').first()).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('region', { name: '批量操作' })).toContainText('已选 1 项');
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('tr[data-row]')).toHaveCount(first.count);
  await heads.first().getByRole('button').click();
  await expect(page.locator('tr[data-row]')).toHaveCount(0);

  const leads: Group[] = (await (await page.request.get('/api/v1/leads/groups?by=state')).json()).items;
  await page.goto('/leads?group=state');
  await expect(heads).toHaveCount(leads.length);
  await heads.first().getByRole('button').click();
  await expect(page.locator('tr[data-row]').first()).toBeVisible();
});

test('rules 3 and 4: table, board, calendar and area show one filter; sorting and view go with it, and a view keeps its shape', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects?kind=industry&sort=-total_investment');
  const count = (await (await page.request.get('/api/v1/projects/totals?kind=industry')).json()).count;
  const shapes = page.getByRole('navigation', { name: '查看方式' });
  await shapes.getByRole('link', { name: '看板' }).click();
  await expect(page).toHaveURL(/\/board\?.*kind=industry.*sort=-total_investment/);
  await expect(page.getByText(`${count} 个项目`)).toBeVisible();
  await expect(shapes.locator('[aria-current="page"]')).toHaveText('看板');
  await expect(page.locator('.chip')).toContainText('工业');
  await accessible(page);
  await shapes.getByRole('link', { name: '日程' }).click();
  await expect(page).toHaveURL(/\/projects\?.*shape=calendar/);
  await expect(page.locator('.days table')).toBeVisible();
  await expect(shapes.locator('[aria-current="page"]')).toHaveText('日程');
  await accessible(page);
  await shapes.getByRole('link', { name: '区域' }).click();
  await expect(page.locator('.areas tbody tr').first()).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '另存为视图' }).first().click();
  const form = page.getByRole('dialog', { name: '另存为视图' });
  await form.getByLabel('视图名称').fill('工业按区域');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('button', { name: /^工业按区域/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByLabel('有未保存的改动')).toHaveCount(0);
  await shapes.getByRole('link', { name: '表格' }).click();
  await expect(page).toHaveURL(/kind=industry/);
  await expect(page.getByLabel('有未保存的改动')).toBeVisible();
  await page.goto('/leads');
  await page.goto('/projects');
  await page.getByRole('button', { name: /^工业按区域/ }).click();
  await expect(page.locator('.areas')).toBeVisible();
  await page.getByRole('button', { name: '视图操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  await expect(page.getByRole('button', { name: /^工业按区域/ })).toHaveCount(0);
});

test('the areas are ranked by what they come to, and every figure opens the rows behind it', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const groups: (Group & { lights?: Record<string, number> })[] = (
    await (await page.request.get('/api/v1/projects/groups?by=host&with_lights=true')).json()
  ).items;
  const most = groups.find((g) => g.key !== '');
  if (!most) throw new Error('no area');
  await page.goto('/projects?shape=area');
  const first = page.locator('.areas tbody tr').first();
  await expect(first).toContainText(most.name);
  await first.locator('.figure').click();
  await expect(page).toHaveURL(new RegExp(`host_unit_id=${most.key}`));
  await expect(page.locator('.list-foot')).toContainText(`共 ${most.count} 条`);
  await page.goBack();
  const red = groups.find((g) => g.key !== '' && (g.lights?.red ?? 0) > 0);
  if (!red) throw new Error('nothing is red');
  await page
    .locator('.areas tbody tr')
    .filter({ has: page.getByText(red.name, { exact: true }) })
    .getByRole('link', { name: /红灯/ })
    .click();
  await expect(page.locator('.list-foot')).toContainText(`共 ${red.lights?.red} 条`);
});

test('the calendar shows the planned days of the filter, month by month, in the address', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const me = await (await page.request.get('/api/v1/me')).json();
  const day = `${me.today.slice(0, 7)}-15`;
  await page.request.post('/api/v1/projects', {
    data: { name: '日程试点项目', responsible_unit_id: me.unit_id, kind: 'service', planned_start: day },
  });
  await page.goto('/projects?shape=calendar&q=日程试点');
  await expect(page.locator('.planned')).toHaveCount(1);
  await expect(page.locator('.planned')).toContainText('开工');
  await expect(page.locator('.days-head [role=status]')).toContainText('计划开工 1 个');
  await page.getByRole('button', { name: '下个月' }).click();
  await expect(page).toHaveURL(/month=\d{4}-\d{2}/);
  await expect(page.locator('.days-head [role=status]')).toContainText('计划开工 0 个');
  await page.getByRole('button', { name: '本月' }).click();
  await page.locator('.planned').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('日程试点项目');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('rule 22: every shape fits, and none scrolls sideways', async ({ page }) => {
    await signIn(page, 'hewenjing');
    for (const path of ['/projects', '/board', '/projects?shape=calendar', '/projects?shape=area']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
      await accessible(page);
    }
  });
});
