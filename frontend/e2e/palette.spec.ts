import { accessible, expect, signIn, test } from './fixtures';

test('rule 1: the palette finds records, pages and actions by keyboard, and Esc closes it', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '找记录、页面和操作' });
  await expect(box).toBeFocused();
  await accessible(page);
  await box.fill('驾驶舱');
  await expect(page.getByRole('option', { name: '驾驶舱 页面' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/cockpit/);
  await page.keyboard.press('Control+k');
  await box.fill('fxxz');
  const option = page.getByRole('option').first();
  await expect(option).toContainText('飞行小镇');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await box.fill('记拜访');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/visits\?new=/);
  await expect(page.getByRole('dialog', { name: '记拜访' })).toBeVisible();
});

test('rule 1: Esc gives the focus back to where it was', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(page.locator('tr[data-row]').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const row = page.locator('tr[data-row]').nth(1);
  await expect(row).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '找记录、页面和操作' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('rule 1: keys typed before the palette stands are kept, and Enter without a text does nothing', async ({ page }) => {
  await signIn(page, 'hewenjing');
  let bring: () => void = () => undefined;
  const asked = new Promise<void>((go) => {
    bring = go;
  });
  await page.route(/\/assets\/Palette-.*\.js/, async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('fxxz');
  await page.keyboard.press('Enter');
  bring();
  const box = page.getByRole('combobox', { name: '找记录、页面和操作' });
  await expect(box).toHaveValue('fxxz');
  await expect(page.getByRole('option').first()).toContainText('飞行小镇');
  await expect(page).toHaveURL(/\/$/);
  await box.fill('');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(box).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/.+/);
});

test('rule 1: pages and actions are found by initials and other words, and each shows the keys that do the same', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: '找记录、页面和操作' });
  await box.fill('zhfx');
  await expect(page.getByRole('option', { selected: true })).toContainText('转化分析');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/conversion/);
  await page.keyboard.press('Control+k');
  await box.fill('shense');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+k');
  await accessible(page);
  await box.fill('qianse');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.keyboard.press('Control+k');
  const start = page.getByRole('group', { name: '操作' }).getByRole('option', { name: '报线索' });
  await expect(start.locator('kbd')).toHaveText(['n', 'l']);
  await box.fill('没有这样的东西');
  await expect(page.getByText('没有找到“没有这样的东西”')).toBeVisible();
  await page.keyboard.press('Escape');
  // The keys that were shown, without the palette.
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/\/clients$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('n');
  await page.keyboard.press('l');
  await expect(page.getByRole('dialog', { name: '报线索' })).toBeVisible();
});
