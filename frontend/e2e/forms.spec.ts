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
