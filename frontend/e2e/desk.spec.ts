import type { APIRequestContext, Page } from '@playwright/test';
import { accessible, expect, password, signIn, test } from './fixtures';

const base = '/api/v1';

/** day is a date so many days from the product's today. */
async function day(request: APIRequestContext, n: number): Promise<string> {
  const { today } = await (await request.get(`${base}/me`)).json();
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
}

async function make(request: APIRequestContext, path: string, data: unknown, version?: number) {
  const answer = await request.post(base + path, { data, headers: version ? { 'If-Match': `"${version}"` } : {} });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** visited makes a visit that left steps behind: [title, days from today]. */
async function visited(request: APIRequestContext, company: string, steps: [string, number][]) {
  const visit = await make(request, '/visits', { way: 'out', on: await day(request, 0), company });
  const due = await Promise.all(steps.map(async ([title, n]) => ({ title, due_on: await day(request, n) })));
  return make(request, `/visits/${visit.id}/complete`, { outcome: 'intent', summary: '谈得好', steps: due }, visit.version);
}

test('a step is ticked off on the desk, struck through, and taken back by Ctrl+Z', async ({ page }) => {
  await signIn(page, 'gaolijuan');
  await visited(page.request, '勾掉再撤销公司', [
    ['送勾掉再撤销的合同', 0],
    ['催勾掉再撤销的回函', -14],
  ]);
  await page.goto('/');
  const row = page.getByRole('listitem').filter({ hasText: '送勾掉再撤销的合同' });
  const late = page.getByRole('listitem').filter({ hasText: '催勾掉再撤销的回函' });
  await expect(late).toContainText(/逾期 \d+ 个工作日/);
  const tick = row.getByRole('checkbox', { name: '办完：送勾掉再撤销的合同' });
  await expect(row).toContainText('今天');
  await tick.click();
  await expect(row).toContainText('已办');
  await expect(row.locator('.what')).toHaveCSS('text-decoration-line', 'line-through');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+z');
  await expect(tick).not.toBeChecked();
  await expect(row).toContainText('今天');
});

test('a tick that the server refuses goes back to what it was, and says why', async ({ page }) => {
  await signIn(page, 'gaolijuan');
  await visited(page.request, '断线公司', [['送断线的合同', 0]]);
  await page.goto('/');
  const tick = page.getByRole('checkbox', { name: '办完：送断线的合同' });
  await page.route('**/follow-ups/*', (r) =>
    r.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: '今天办不了', status: 422, code: 'x', request_id: 'r' }),
    }),
  );
  await tick.click();
  await expect(page.getByText('今天办不了')).toBeVisible();
  await expect(tick).not.toBeChecked();
});

test('a verifier confirms a claim on the desk and it is gone; a return asks for the reason', async ({ page }) => {
  await signIn(page, 'dengmin');
  await page.goto('/');
  const asks = page.locator('.asks > li');
  const first = asks.first();
  const said = (await first.locator('h3').textContent()) ?? '';
  await first.getByRole('button', { name: '不予认定' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: '保存' }).click();
  await expect(form).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await first.getByRole('button', { name: '确认', exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '确认', exact: true }).click();
  await expect(page.getByText('已办', { exact: true })).toBeVisible();
  await expect(first.locator('h3')).not.toHaveText(said);
});

test('rule 13: while the desk is read its shape shows, and reading it again does not blank it', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'hewenjing');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  let go: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    go = done;
  });
  await page.route('**/api/v1/desk/projects', async (r) => {
    await held;
    await r.continue();
  });
  await page.evaluate(() => indexedDB.deleteDatabase('keyval-store'));
  await page.reload();
  // The part that is slow shows its shape; the others do not wait for it.
  await expect(page.getByRole('heading', { name: '今天要办' })).toBeVisible();
  await expect(page.getByRole('status', { name: '正在读取' }).locator('.ant-skeleton').first()).toBeVisible();
  go();
  const part = page.getByRole('region', { name: '待我推动的项目' });
  await expect(part).toBeVisible();
  await page.unroute('**/api/v1/desk/projects');
  const again = page.waitForResponse('**/api/v1/desk/projects');
  await page.route('**/api/v1/desk/projects', async (r) => {
    await expect(part).toBeVisible();
    await r.continue();
  });
  // A minute later somebody comes back to the window: what is read again replaces what stands, and nothing is blank meanwhile.
  await page.clock.fastForward(60_000);
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await again;
  await expect(part).toBeVisible();
});

test('rule 14: an empty desk says why and gives one thing to do; who may not see a part is not shown it', async ({ page }) => {
  await signIn(page, 'wanghaitao');
  const todo = page.getByRole('region', { name: '今天要办' });
  await expect(todo).toContainText('没有到期的事');
  await todo.getByRole('link', { name: '看日程' }).click();
  await expect(page).toHaveURL(/\/calendar/);

  await signIn(page, 'audadmin');
  await expect(page.getByRole('region', { name: '今天要办' })).toBeVisible();
  for (const name of ['待我推动的项目', '我包的项目', '久未跟进的线索', '待我决定'])
    await expect(page.getByRole('region', { name })).toHaveCount(0);
});

test('rule 18: deadlines count working days, money is 万元 or 亿元 with the figure on hover', async ({ page }) => {
  await signIn(page, 'gaolijuan');
  await visited(page.request, '工作日公司', [['催工作日的回函', -14]]);
  // Two weeks hold ten working days at the most, and at least three in the longest holidays.
  await page.goto('/');
  const late = (await page.getByRole('listitem').filter({ hasText: '催工作日的回函' }).textContent()) ?? '';
  const n = Number(/逾期 (\d+) 个工作日/.exec(late)?.[1]);
  expect(n).toBeGreaterThanOrEqual(3);
  expect(n).toBeLessThanOrEqual(11);

  await page.goto('/projects');
  const money = page.locator('tr[data-row] .amount:has(.unit)').first();
  await expect(money.locator('.unit')).toHaveText(/^(万元|亿元)$/);
  await expect(money).toHaveAttribute('title', /^¥ [\d,]+$/);
});

for (const theme of ['light', 'dark'] as const) {
  const dressed = (page: Page) =>
    page.addInitScript((t) => localStorage.setItem('sangu.look', JSON.stringify({ state: { theme: t }, version: 0 })), theme);
  for (const who of ['majun', 'wanghaitao', 'dengmin', 'hewenjing', 'sysadmin']) {
    test(`rule 19: the desk of ${who} is accessible in ${theme}`, async ({ page }) => {
      await dressed(page);
      await signIn(page, who);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await accessible(page);
    });
  }

  test(`rule 19: a ring shows what has the keyboard in ${theme}`, async ({ page }) => {
    await dressed(page);
    await signIn(page, 'majun');
    await expect(page.getByRole('region', { name: '待我推动的项目' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const seen = new Set<string>();
    for (let i = 0; i < 35; i++) {
      await page.keyboard.press('Tab');
      const [ring, at] = await page.evaluate(() => {
        const n = document.activeElement;
        if (!n || n === document.body) return [false, 'nothing at all'];
        const s = getComputedStyle(n);
        return [s.boxShadow !== 'none' || (s.outlineStyle !== 'none' && s.outlineWidth !== '0px'), n.outerHTML.slice(0, 120)];
      });
      expect(ring, `no ring on ${at}`).toBe(true);
      seen.add(String(at));
    }
    // It went through the menu, the head and into the desk, and was caught nowhere.
    expect(seen.size).toBeGreaterThan(25);
  });
}

test('the whole menu fits a screen of 900 pixels, and the group one is in is marked', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const nav = page.getByRole('navigation', { name: '主导航' });
  await expect(nav).toBeVisible();
  expect(await nav.evaluate((n) => n.scrollHeight <= n.clientHeight)).toBe(true);
  await nav.getByRole('link', { name: '客户资源库' }).click();
  await expect(page.locator('.nav-group.now .gutter')).toHaveText('三库');
});

test('the search field opens the palette, and the help button the keys', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.getByRole('button', { name: /搜索项目、客商、企业/ }).click();
  await expect(page.getByRole('combobox', { name: '找记录、页面和操作' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '帮助与快捷键' }).click();
  await expect(page.getByRole('dialog').locator('kbd').first()).toBeVisible();
});

test('theme and density are changed from the menu of the person and follow to another machine', async ({ page, browser, baseURL }) => {
  await signIn(page, 'fengtao');
  const html = page.locator('html');
  const wear = async (name: string) => {
    await page.getByRole('button', { name: /冯涛/ }).click();
    const kept = page.waitForResponse((r) => r.url().endsWith('/account/preferences/look') && r.request().method() === 'PUT');
    await page.getByRole('menuitem', { name, exact: true }).click();
    await kept;
    await expect(page.getByRole('menuitem', { name, exact: true })).toBeHidden();
  };
  await page.emulateMedia({ colorScheme: 'dark' });
  await wear('跟随系统');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(html).toHaveAttribute('data-theme', 'light');
  await wear('深色');
  await wear('紧凑');
  await expect(html).toHaveAttribute('data-density', 'compact');
  const other = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage();
  await other.request.post('/api/v1/session', { data: { login: 'fengtao', password } });
  await other.goto('/');
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.locator('html')).toHaveAttribute('data-density', 'compact');
  await other.context().close();
  await wear('浅色');
  await wear('宽松');
});
