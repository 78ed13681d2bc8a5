import type { Page } from '@playwright/test';
import { accessible, expect, signIn, test } from './fixtures';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const number = async (page: Page, id: string) => Number(await page.getByTestId(id).locator('.figure').first().textContent());

/** fill gives the county targets, and one signed project money in place that a verifier has looked at. */
async function fill(page: Page) {
  await signIn(page, 'hewenjing');
  const api = page.request;
  const get = async (path: string) => (await api.get(`/api/v1${path}`)).json();
  const { items: units } = await get('/units');
  const county = units.find((u: { name: string }) => u.name === '赤城县');
  const { items: signed } = await get('/projects?reached=SIGNED&going=true');
  const project = await get(`/projects/${signed[0].id}`);
  const set = await api.put(`/api/v1/targets/${today.slice(0, 4)}`, {
    data: {
      items: [
        { unit_id: county.id, indicator: 'started', value: 40 },
        { unit_id: county.id, indicator: 'funds', value: 1_200_000_000 },
        { unit_id: project.responsible_unit_id, indicator: 'funds', value: 90_000_000 },
      ],
    },
    headers: { 'If-Match': `"${(await get(`/targets/${today.slice(0, 4)}`)).version}"` },
  });
  expect(set.status()).toBe(200);
  const paid = await api.post(`/api/v1/projects/${project.id}/funds`, {
    data: { category: 'equipment', amount: 1_000_000, paid_on: today, voucher: `驾驶舱 ${Date.now()}` },
  });
  expect(paid.status()).toBe(201);
}

/** behind counts what the list behind a link holds. */
async function behind(page: Page, href: string | null): Promise<number> {
  const rows = await page.request.get(`/api/v1${href?.replaceAll('%22', '')}`);
  expect(rows.status()).toBe(200);
  return (await rows.json()).count;
}

test('rule 20: the cockpit carries who looks and the day as a watermark, on screen and on paper, and never in the way', async ({
  page,
}) => {
  await signIn(page, 'chenzhiyuan');
  await page.goto('/cockpit');
  const mark = page.getByTestId('watermark');
  await expect(mark.locator('text')).toHaveText(`陈志远 ${today}`);
  await expect(mark).toHaveCSS('pointer-events', 'none');
  await expect(mark).toHaveAttribute('aria-hidden', 'true');
  const [over, under] = await Promise.all([mark.boundingBox(), page.getByTestId('cockpit').boundingBox()]);
  expect(over).toEqual(under);
  await page.emulateMedia({ media: 'print' });
  await expect(mark).toBeVisible();
  await expect(mark).toHaveCSS('position', 'fixed');
});

test('rule 21: every figure links to the rows behind it', async ({ page }) => {
  await fill(page);
  for (const who of ['chenzhiyuan', 'wanghaitao', 'hewenjing']) {
    await signIn(page, who);
    await page.goto('/cockpit');
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(/离年底 \d+ 天/);
    // What leads to a list leads to just so many.
    const links = page.locator('.cockpit a.figure[href^="/projects?"]');
    for (const link of await links.all()) {
      const text = (await link.textContent()) ?? '';
      if (/^\d+$/.test(text)) expect(await behind(page, await link.getAttribute('href')), `${who}: ${text}`).toBe(Number(text));
    }
    expect(await links.count()).toBeGreaterThan(15);
    // What opens at the side holds just so many.
    const red = await number(page, 'lights-red');
    await page.getByTestId('lights-red').locator('.figure').click();
    const side = page.getByRole('dialog');
    await expect(side.locator('.list')).toBeVisible({ visible: red > 0 });
    await expect(side.locator('.list > li')).toHaveCount(red);
    await page.keyboard.press('Escape');
    const w = await Promise.all(['red', 'should_start', 'unseen', 'suspicions'].map((k) => number(page, `wants-${k}`)));
    expect(w.reduce((a, n) => a + n, 0)).toBe(await number(page, 'tile-concerns'));
  }
  await page.getByTestId('tile-funds').locator('.figure').first().click();
  await expect(page.getByRole('dialog', { name: '到位资金明细' })).toContainText('驾驶舱 ');
  await page.keyboard.press('Escape');
  await page.getByTestId('wants-suspicions').locator('.figure').click();
  await expect(page).toHaveURL(/\/suspicions\?state=open/);
  await page.goBack();
  await page.getByTestId('tile-started').locator('.figure').first().click();
  await expect(page).toHaveURL(/\/projects\?.*started_from=/);
});

test('rule 21: the waiting curve opens the page of the same window and scope, and both say which', async ({ page }) => {
  await fill(page);
  await signIn(page, 'hewenjing');
  const units = (await (await page.request.get('/api/v1/units')).json()).items;
  const unit = units.find((u: { name: string }) => u.name === '县农业农村局').id;
  for (const scope of ['', `?unit_id=${unit}`]) {
    await page.goto(`/cockpit${scope}`);
    const link = page.getByTestId('to-conversion').first();
    await expect(page.locator('.part-path')).toContainText(/\d{4} 年以来签约的，签约到开工直接相除/);
    const [, started, signed] = ((await link.textContent()) ?? '').match(/（(\d+) \/ (\d+)）/) ?? [];
    await link.click();
    await expect(page).toHaveURL(/\/conversion\?.*signed_from=(%22)?\d{4}-01-01/);
    if (scope) await expect(page).toHaveURL(new RegExp(`unit_id=(%22)?${unit}`));
    await expect(page.getByTestId('counted')).toContainText(`年以来签约的 ${signed} 个项目`);
    await expect(page.getByTestId('counted')).toContainText(scope ? '县农业农村局' : '全县');
    await expect(page.getByTestId('rows-started').first()).toHaveText(String(started));
  }
  await page.goto('/cockpit');
  await page.getByRole('link', { name: '怎么算的' }).click();
  await expect(page.getByTestId('counted')).toContainText('全县，历年签约的');
});

test('a unit and a leader are told of what the page is, and nobody is ranked alone', async ({ page }) => {
  await fill(page);
  await signIn(page, 'xuqiang');
  await page.goto('/cockpit');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('县商务局');
  await expect(page.getByTestId('of')).toContainText('不是全县');
  await expect(page.getByText('到位资金完成率排名')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '县商务局到位资金' })).toBeVisible();
  await signIn(page, 'wanghaitao');
  await page.goto('/cockpit');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('您包联的项目');
  await expect(page.getByTestId('of')).toContainText(/您包联的 \d+ 个项目，不是全县/);
  await expect(page.getByText('到位资金完成率排名')).toHaveCount(0);
  await signIn(page, 'chenzhiyuan');
  await page.goto('/cockpit');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('赤城县招商引资驾驶舱');
  await expect(page.getByTestId('of')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '到位资金完成率排名' })).toBeVisible();
});

test('what of the county’s targets is handed down to units is said in words, on the cockpit and on the page of targets', async ({
  page,
}) => {
  await fill(page);
  const said = (await (await page.request.get(`/api/v1/targets/${today.slice(0, 4)}`)).json()).allotments;
  const funds = said.find((a: { indicator: string }) => a.indicator === 'funds');
  expect(funds.gap).toBe(1_200_000_000 - funds.units);
  const short = /到位资金：县定 12\.00 亿元，分到各单位合计 .*亿元，还差 .*元未分解/;
  await page.goto('/targets');
  await expect(page.getByTestId('handed')).toContainText(short);
  await expect(page.getByTestId('handed')).toContainText('还没有目标');
  await page.goto('/cockpit');
  await expect(page.getByTestId('handed')).toContainText(short);
});

test('lights and work lists print by which rule, up to which day and by what was known they were counted', async ({ page }) => {
  const basis = /(标准口径|口径第 \d+ 版) · 数据截至 \d{4}-\d{2}-\d{2} · 按 \d{4}-\d{2}-\d{2} 所知/;
  await signIn(page, 'chenzhiyuan');
  await page.goto('/cockpit');
  await page.getByTestId('lights-none').locator('.figure').click();
  await expect(page.getByRole('dialog').getByTestId('basis')).toHaveText(new RegExp(`${basis.source} · 亮灯规则：`));
  await page.goto('/portfolio');
  await expect(page.getByTestId('basis').first()).toHaveText(new RegExp(`${basis.source} · 全县`));
  await expect(page.getByTestId('basis')).toHaveCount(2);
});

test('the four ratios over eight quarters are drawn by the page’s own hand, and can be read as a table', async ({ page }) => {
  await signIn(page, 'chenzhiyuan');
  await page.goto('/portfolio');
  const drawn = page.getByRole('img', { name: /近八个季度末与现在: 意向÷落地/ });
  await expect(drawn.locator('.way').first()).toBeVisible();
  await page.locator('.trend-head').getByText('表', { exact: true }).click();
  await expect(page).toHaveURL(/view=table/);
  await page.locator('.trend-head').getByText('按金额').click();
  await page.reload();
  await expect(page.getByRole('table', { name: '近八个季度末与现在' }).getByRole('row')).toHaveCount(5);
  await expect(page).toHaveURL(/by=amount/);
  await accessible(page);
});

test('rule 21: the cockpit fills the screen without the shell, is printed without buttons, and each chart can be read as a table', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await fill(page);
  await signIn(page, 'chenzhiyuan');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto('/cockpit');
  const chart = page.getByRole('img', { name: /本年累计开工 \d+ 个/ });
  await expect(chart).toBeVisible();
  await expect(chart).toHaveAttribute('aria-label', /目标 40 个/);

  await page.keyboard.press('f');
  await expect(page.locator('.shell > .nav')).toBeHidden();
  expect(await page.evaluate(() => document.fullscreenElement === document.documentElement)).toBe(true);
  expect(await sideways(page)).toBe(0);
  await page.getByTestId('lights-red').locator('.figure').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('f');
  await expect(page.locator('.shell > .nav'), 'a key is not the page’s while something is open above it').toBeHidden();
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).or(page.locator('.ant-drawer-close')).first().click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: '全屏' }).click();
  await expect(page.locator('.shell > .nav')).toBeVisible();

  await page.getByRole('button', { name: '以表格查看' }).nth(1).click();
  await expect(page).toHaveURL(/table=starts/);
  await expect(chart).toBeHidden();
  await expect(page.getByRole('table', { name: /本年累计开工/ })).toBeVisible();
  await page.getByRole('button', { name: '以表格查看' }).first().click();
  await expect(page).toHaveURL(/table=all/);
  await page.reload();
  await expect(page.getByRole('table', { name: /本年累计开工/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /线索 \d+ 个/ }).getByRole('row')).toHaveCount(13);
  await page.getByRole('button', { name: '以图查看' }).first().click();
  await expect(chart).toBeVisible();

  await page.getByRole('button', { name: '打印' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.shell > .nav')).toBeHidden();
  await expect(page.getByRole('button', { name: '打印' })).toBeHidden();
  await expect(chart).toBeVisible();
  expect(await sideways(page)).toBe(0);
});

for (const theme of ['light', 'dark'] as const)
  test(`the cockpit with targets and money is accessible in ${theme}, and nothing scrolls sideways from a phone to a wall`, async ({
    page,
  }) => {
    await page.addInitScript((t) => localStorage.setItem('sangu.look', JSON.stringify({ state: { theme: t }, version: 0 })), theme);
    await fill(page);
    for (const who of ['hewenjing', 'wanghaitao']) {
      await signIn(page, who);
      for (const [width, height] of [
        [390, 844],
        [1440, 900],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        await page.goto('/cockpit');
        await expect(page.getByTestId('tile-funds')).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect(await sideways(page), `${who} at ${width}`).toBe(0);
        await accessible(page);
        // No row of the projects is broken into many lines.
        const rows = await page.locator('.keys tbody tr').evaluateAll((all) => all.map((r) => r.getBoundingClientRect().height));
        expect(Math.max(0, ...rows), `${who} at ${width}`).toBeLessThan(100);
        await page.goto('/cockpit?table=all');
        await expect(page.getByRole('table').first()).toBeVisible();
        expect(await sideways(page), `${who} at ${width}, as tables`).toBe(0);
      }
    }
  });
