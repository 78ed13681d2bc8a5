import type { Locator, Page } from '@playwright/test';
import { accessible, expect, signIn, test } from './fixtures';

/** plan makes a visit of one's own on a day and gives its number. */
async function plan(page: Page, company: string, on: string): Promise<string> {
  const made = await page.request.post('/api/v1/visits', { data: { way: 'out', on, starts_at: '09:30', company, place: '北京' } });
  expect(made.status()).toBe(201);
  return (await made.json()).id;
}

const cell = (page: Page, on: string) => page.locator(`[data-place="${on}"]`);

test('a month shows holidays and weekends worked in exchange, and a visit is moved by keyboard, by form and by mouse', async ({ page }, {
  retry,
}) => {
  // A second go has a firm of its own: the first left its visit.
  const firm = ['日历试点公司', '日历再试公司'][retry] ?? '日历三试公司';
  await signIn(page, 'hewenjing');
  await plan(page, firm, '2026-10-14');
  await page.goto('/calendar?on=2026-10-14&mine=true');
  await expect(page.getByRole('heading', { level: 1, name: '2026年10月' })).toBeVisible();
  await expect(cell(page, '2026-10-01')).toContainText('休');
  await expect(cell(page, '2026-10-01')).toContainText('国庆节');
  await expect(cell(page, '2026-10-10')).toContainText('班');
  await expect(cell(page, '2026-10-14')).toContainText(`09:30 ${firm}`);
  await accessible(page);

  const grip = page.getByRole('button', { name: `移动${firm}`, exact: true });
  await grip.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('said')).toContainText(`${firm}：移到10月22日`);
  await page.keyboard.press('Space');
  await expect(page.getByTestId('said')).toHaveText(`${firm}已移到2026-10-22`);
  await expect(cell(page, '2026-10-22')).toContainText(firm);
  await expect(cell(page, '2026-10-14')).not.toContainText(firm);
  await expect(grip).toBeFocused();

  const button = page.getByRole('button', { name: `改到 ${firm}` });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('新日期').fill('2026-10-20');
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(cell(page, '2026-10-20')).toContainText(firm);

  const entry = cell(page, '2026-10-20').locator('.entry', { hasText: firm });
  await page.waitForLoadState('networkidle');
  await expect(entry).toBeVisible();
  // What is read anew may stand in the place of what was seen a moment before.
  const at = async (box: Locator) => {
    let found: Awaited<ReturnType<Locator['boundingBox']>> = null;
    await expect.poll(async () => (found = await box.boundingBox())).not.toBeNull();
    return found ?? { x: 0, y: 0, width: 0, height: 0 };
  };
  const [from, to] = [await at(entry), await at(cell(page, '2026-10-28'))];
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
  await expect(cell(page, '2026-10-28')).toHaveClass(/over/);
  await page.mouse.up();
  await expect(cell(page, '2026-10-28')).toContainText(firm);
  const stored = await page.request.get('/api/v1/calendar?from=2026-10-28&to=2026-10-28&mine=true');
  expect((await stored.json()).items.map((e: { title: string; at: string }) => `${e.at} ${e.title}`)).toContain(`09:30 ${firm}`);
});

test('a move over an old version goes back where it was, with the reason', async ({ page }) => {
  await signIn(page, 'hewenjing');
  const id = await plan(page, '过期拜访公司', '2026-10-15');
  await page.goto('/calendar?view=week&on=2026-10-15&kinds=visit');
  await expect(cell(page, '2026-10-15')).toContainText('过期拜访公司');
  await page.request.patch(`/api/v1/visits/${id}`, { data: { on: '2026-10-16' }, headers: { 'If-Match': '"1"' } });
  await page.getByRole('button', { name: '移动过期拜访公司', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('said')).toContainText('过期拜访公司没有移动：');
  await expect(cell(page, '2026-10-16')).toContainText('过期拜访公司');
});

test('today is one press away, and a year whose holidays were not announced says so', async ({ page }) => {
  await signIn(page, 'majun');
  await page.goto('/calendar?on=2027-03-10');
  await expect(page.getByRole('note')).toHaveText('2027 年放假安排尚未公布，暂按周一至周五');
  await page.getByRole('button', { name: '今天', exact: true }).click();
  await expect(page.locator('td.today')).toBeVisible();
  await page.getByRole('button', { name: '日程', exact: true }).click();
  await expect(page).toHaveURL(/view=agenda/);
  await page.getByRole('button', { name: '往后' }).click();
  await expect(page).toHaveURL(/on=/);
  await accessible(page);
});

test('a phone shows the agenda and does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'hewenjing');
  await plan(page, '手机试点公司', '2026-10-13');
  await page.goto('/calendar?on=2026-10-12');
  await expect(page.locator('.agenda')).toContainText('手机试点公司');
  await expect(page.locator('table.calendar')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: '改到 手机试点公司' }).click();
  await page.getByLabel('新日期').fill('2026-10-21');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(cell(page, '2026-10-21')).toContainText('手机试点公司');
  await accessible(page);
});

test('a calendar address is shown once, read without signing in, and gone when revoked', async ({ page, playwright }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/account');
  await page.getByRole('button', { name: '生成地址' }).click();
  const address = (await page.getByTestId('feed-address').textContent()) ?? '';
  expect(address).toMatch(/^http.*\/api\/v1\/calendar\/.{40,}\.ics$/);
  await accessible(page);
  const nobody = await playwright.request.newContext();
  const read = await nobody.get(address);
  expect(read.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await read.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  await page.reload();
  await expect(page.getByText('含我能看到的全部').first()).toBeVisible();
  await expect(page.getByTestId('feed-address')).toHaveCount(0);
  await page.getByRole('region', { name: '订阅日程' }).getByRole('button', { name: '作废' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '作废' }).click();
  await expect(page.getByText('还没有日历地址')).toBeVisible();
  expect((await nobody.get(address)).status()).toBe(404);
});
