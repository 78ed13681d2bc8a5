import type { Page } from '@playwright/test';
import { accessible, expect, signIn, test } from './fixtures';

const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) });
const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** add puts a project into the library, at no stage unless one is named. */
async function add(page: Page, name: string, stage?: string): Promise<string> {
  const me = await (await page.request.get('/api/v1/me')).json();
  const made = await page.request.post('/api/v1/projects', {
    data: { name, responsible_unit_id: me.unit_id, total_investment: 320_000_000 },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  if (stage) {
    const moved = await page.request.post(`/api/v1/projects/${id}/stage-events`, {
      data: { code: stage, occurred_on: day },
      headers: { 'If-Match': '"1"' },
    });
    expect(moved.status()).toBe(201);
  }
  return id;
}

const lane = (page: Page, stage: string) => page.locator(`[data-place="${stage}"]`);
const grip = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('rule 12: a card is carried by keyboard alone; a gate that lacks papers opens, takes them, and lets it in', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await add(page, '看板试点项目');
  await page.goto('/board?q=看板试点');
  await expect(lane(page, 'NONE')).toContainText('看板试点项目');
  await expect(lane(page, 'NONE')).toContainText('3.20');
  await accessible(page);

  const handle = grip(page, '移动看板试点项目');
  await handle.focus();
  await page.keyboard.press('Space');
  await expect(page.getByTestId('said')).toHaveText('已拿起看板试点项目，现在在未入阶段');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('said')).toHaveText('看板试点项目：移到线索');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('said')).toHaveText('已取消，看板试点项目仍在未入阶段');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('said')).toHaveText('看板试点项目已移到线索');
  await expect(lane(page, 'LEAD')).toContainText('看板试点项目');
  await expect(page.getByTestId('count-LEAD')).toHaveText('1');
  await expect(handle).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  const dialog = page.getByRole('dialog', { name: '看板试点项目还不能进入有效线索' });
  await expect(dialog).toContainText('还缺 2 项');
  await expect(dialog).toContainText('项目建议书');
  await expect(dialog).toContainText('研判意见');
  await expect(page.getByTestId('said')).toContainText('没有移动：进入这一阶段的材料还不齐');
  await expect(lane(page, 'LEAD')).toContainText('看板试点项目');
  await expect(page.getByTestId('count-QUALIFIED')).toHaveText('0');
  await accessible(page);
  for (const name of ['项目建议书', '研判意见']) {
    const need = dialog.locator('.need', { hasText: name });
    await need.locator('input[type=file]').setInputFiles(paper(`${name}.pdf`));
    await expect(dialog.locator('.need.met', { hasText: name })).toBeVisible();
  }
  await dialog.getByRole('button', { name: '推进到有效线索' }).click();
  await page.getByRole('dialog', { name: '推进阶段' }).getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(lane(page, 'QUALIFIED')).toContainText('看板试点项目');
  await expect(page.getByTestId('count-LEAD')).toHaveText('0');
});

test('rule 12: a card is dragged by mouse and the move can be undone', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await add(page, '拖动试点项目');
  await page.goto('/board?q=拖动试点');
  const from = await page.locator('.card', { hasText: '拖动试点项目' }).boundingBox();
  const to = await lane(page, 'LEAD').boundingBox();
  if (!from || !to) throw new Error('nothing to drag');
  await page.mouse.move(from.x + 30, from.y + from.height - 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 4 });
  await page.mouse.move(to.x + to.width / 2, to.y + 80, { steps: 8 });
  await expect(lane(page, 'LEAD')).toHaveClass(/over/);
  await page.mouse.up();
  await expect(page.getByTestId('count-LEAD')).toHaveText('1');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(lane(page, 'NONE')).toContainText('拖动试点项目');
  await expect(page.getByTestId('count-LEAD')).toHaveText('0');
});

test('a card that is let go where nothing comes of it says why', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await add(page, '放空试点项目', 'LEAD');
  await add(page, '放空试点二号');
  await page.goto('/board?q=放空试点');
  const card = page.locator('.card', { hasText: '放空试点项目' });
  const take = async (x: number, y: number) => {
    const from = await card.boundingBox();
    if (!from) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 30, from.y + from.height - 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 60, { steps: 4 });
    await page.mouse.move(x, y, { steps: 8 });
    await page.mouse.up();
  };
  const none = await lane(page, 'NONE').boundingBox();
  if (!none) throw new Error('no lane');
  await take(none.x + none.width / 2, none.y + 80);
  await expect(page.locator('.ant-message')).toContainText('已经有阶段的项目不能移回“未入阶段”');
  await take(none.x + 40, 20);
  await expect(page.locator('.ant-message')).toContainText('没有放到任何一处，放空试点项目仍在线索');
  await expect(lane(page, 'LEAD')).toContainText('放空试点项目');
});

test('a move over an old version goes back where it was, with the reason, in the language of the reader', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('sangu.language', 'en-US'));
  await signIn(page, 'hewenjing');
  const id = await add(page, '过期试点项目', 'LEAD');
  await page.goto('/board?q=过期试点');
  await expect(lane(page, 'LEAD')).toContainText('过期试点项目');
  const behind = await page.request.patch(`/api/v1/projects/${id}`, {
    data: { planned_start: '2027-05-01' },
    headers: { 'If-Match': '"2"' },
  });
  expect(behind.status()).toBe(200);
  await grip(page, 'Move 过期试点项目').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('said')).toHaveText('过期试点项目: to Qualified');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('said')).toContainText('过期试点项目 was not moved:');
  await expect(lane(page, 'LEAD')).toContainText('过期试点项目');
});

test('rule 12: the table and the board keep one filter, and a lane goes on as it is scrolled', async ({ page }) => {
  await signIn(page, 'hewenjing');
  for (let i = 0; i < 25; i++) await add(page, `滚动试点${i}`);
  await page.goto('/projects?q=滚动试点');
  await page.getByRole('link', { name: '看板', exact: true }).click();
  await expect(page).toHaveURL(/\/board\?q=/);
  await expect(page.getByTestId('count-NONE')).toHaveText('25');
  await lane(page, 'NONE').locator('ul').hover();
  await page.mouse.wheel(0, 4000);
  await expect(lane(page, 'NONE').locator('.card')).toHaveCount(25);
  await page.getByRole('link', { name: '表格', exact: true }).click();
  await expect(page).toHaveURL(/\/projects\?q=/);
  await expect(page.locator('.pager')).toContainText('25');
});

test('somebody who may not move stages is given nothing to drag', async ({ page }) => {
  await signIn(page, 'chenzhiyuan');
  await page.goto('/board');
  await expect(page.locator('.card').first()).toBeVisible();
  await expect(page.locator('.grip')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('rule 12: a card is dragged by touch, and nothing scrolls sideways', async ({ page }) => {
    await signIn(page, 'hewenjing');
    await add(page, '触屏试点项目');
    await page.goto('/board?q=触屏试点');
    await expect(page.locator('.card')).toBeVisible();
    expect(await sideways(page)).toBe(0);
    const from = await page.locator('.card').boundingBox();
    const to = await lane(page, 'LEAD').boundingBox();
    if (!from || !to) throw new Error('nothing to drag');
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await send('touchStart', from.x + 60, from.y + 60);
    await expect(page.locator('.held')).toBeVisible();
    await send('touchMove', to.x + 100, to.y + 10);
    await send('touchMove', to.x + 100, to.y + to.height / 2);
    await expect(lane(page, 'LEAD')).toHaveClass(/over/);
    await send('touchEnd', 0, 0);
    await expect(page.getByTestId('count-LEAD')).toHaveText('1');
    await accessible(page);
  });
});
