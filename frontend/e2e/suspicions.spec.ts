import type { Page } from '@playwright/test';
import { accessible, choose, expect, fill, signIn, test } from './fixtures';

// A picture of one point: what is evidence on two projects.
const point = (salt: string) =>
  Buffer.concat([
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64'),
    Buffer.from(salt),
  ]);

/** twice puts one picture on two projects of a unit, which is what one check looks for. */
async function twice(page: Page, unit: string, salt: string): Promise<{ id: string; name: string; other: string }> {
  const api = page.request;
  const { items } = await (await api.get('/api/v1/units')).json();
  const responsible_unit_id = items.find((u: { name: string }) => u.name === unit).id;
  const made = [];
  for (const name of [`先报项目${salt}`, `后报项目${salt}`]) {
    const project = await (await api.post('/api/v1/projects', { data: { name, responsible_unit_id } })).json();
    const file = { name: `现场${salt}.png`, mimeType: 'image/png', buffer: point(salt) };
    const sent = await api.post('/api/v1/attachments', {
      multipart: { subject_kind: 'project', subject_id: project.id, kind: 'site_photo', file },
    });
    expect(sent.status()).toBe(201);
    made.push({ id: project.id as string, name });
  }
  const [first, second] = made;
  return { id: second?.id ?? '', name: second?.name ?? '', other: first?.name ?? '' };
}

const row = (page: Page, name: string) => page.locator('.suspicions > li').filter({ has: page.getByRole('link', { name, exact: true }) });
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

test('one picture on two projects is found by hand, says why, opens its evidence, is answered by the unit and closed by another', async ({
  page,
}) => {
  const salt = `甲${Date.now()}`;
  await signIn(page, 'hewenjing');
  const p = await twice(page, '县商务局', salt);
  await page.goto('/suspicions');
  await page.getByRole('button', { name: '运行检查' }).click();
  await expect(page.getByText(/新发现 \d+ 条/)).toBeVisible();
  const found = row(page, p.name);
  await expect(found).toContainText(`材料「现场${salt}.png」与「${p.other}」的材料是同一个文件`);
  await expect(found).toContainText('待说明');

  // The file is seen on the spot, the other project is one click away.
  await found.getByRole('button', { name: `看材料「现场${salt}.png」` }).click();
  const picture = page.getByRole('dialog').getByRole('img', { name: `现场${salt}.png` });
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((i: HTMLImageElement) => i.naturalWidth)).toBe(1);
  await accessible(page);
  await page.keyboard.press('Escape');
  await found.getByRole('link', { name: `看项目「${p.other}」` }).click();
  await expect(page.getByRole('heading', { level: 1, name: p.other })).toBeVisible();

  // The unit accounts for it.
  await signIn(page, 'xuqiang');
  await page.goto('/suspicions?state=open');
  await row(page, p.name).getByRole('button', { name: '说明' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog').getByText('必填')).toBeVisible();
  await fill(page, '说明', '两个项目同一处工地，照片拍了一次');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(row(page, p.name)).toHaveCount(0);

  // A verifier of another unit reads the account and ends it.
  await signIn(page, 'dengmin');
  await page.goto('/suspicions?state=answered');
  await row(page, p.name).getByRole('button', { name: '办结' }).click();
  await expect(page.getByRole('dialog')).toContainText('两个项目同一处工地，照片拍了一次');
  await choose(page, '结论', '排除');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '已办结' }).click();
  await expect(page).toHaveURL(/state=closed/);
  await expect(row(page, p.name)).toContainText('邓敏办结：排除');
});

test('a verifier of the own unit cannot close its suspicion, and is told so at the field', async ({ page }) => {
  const salt = `乙${Date.now()}`;
  await signIn(page, 'hewenjing');
  const p = await twice(page, '县发改局', salt);
  await page.request.post('/api/v1/suspicions/scan', { data: {} });
  await page.goto('/suspicions');
  await row(page, p.name).getByRole('button', { name: '说明' }).click();
  await fill(page, '说明', '同一处工地');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(row(page, p.name)).toContainText('何文静说明：同一处工地');
  await signIn(page, 'dengmin');
  await page.goto('/suspicions?state=answered');
  await row(page, p.name).getByRole('button', { name: '办结' }).click();
  await choose(page, '结论', '属实');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const field = page.getByRole('dialog').locator('.ant-form-item').filter({ hasText: '结论' });
  await expect(field).toContainText('不能办结本单位的疑点，请其他单位的核查员办');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(row(page, p.name)).toContainText('已说明');
});

test('the thresholds tell every check, are changed by the office alone, and not over somebody else’s change', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/suspicions');
  await page.getByRole('link', { name: '疑点阈值' }).click();
  await expect(page).toHaveURL(/tab=limits/);
  const lines = page.locator('.limits tbody tr');
  await expect(lines).toHaveCount(12);
  const permit = lines.filter({ hasText: '开工无施工许可' });
  const before = await (await page.request.get('/api/v1/suspicion-limits')).json();
  await expect(permit).toContainText(`开工超过 ${before.permit_grace} 天`);

  await page.getByRole('button', { name: '修改阈值' }).click();
  await fill(page, '核实占上报低于（%）', '170');
  await fill(page, '开工后无许可证超过（天）', '45');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const wrong = page.getByRole('dialog').locator('.ant-form-item').filter({ hasText: '核实占上报低于' });
  await expect(wrong).toContainText('应大于 0、不超过 100%');
  await fill(page, '核实占上报低于（%）', '70');

  // Meanwhile somebody else sets another one: both changes are shown, and both stay.
  const { version, ...facts } = before;
  const meanwhile = await page.request.put('/api/v1/suspicion-limits', {
    data: { ...facts, capital_times: 25 },
    headers: { 'If-Match': `"${version}"` },
  });
  expect(meanwhile.status()).toBe(200);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  const clash = page.getByRole('dialog').filter({ hasText: '25' }).last();
  await expect(clash).toBeVisible();
  await accessible(page);
  await clash.getByRole('button', { name: '合并保存' }).click();
  await expect(permit).toContainText('开工超过 45 天');
  await expect(lines.filter({ hasText: '注册资本过低' })).toContainText('达到注册资本的 25 倍');
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await wide(page)).toBeLessThanOrEqual(390);
  await accessible(page);
  await page.goto('/suspicions');
  await expect(page.locator('.suspicions > li').first()).toBeVisible();
  expect(await wide(page)).toBeLessThanOrEqual(390);
  await accessible(page);

  // What others set is as it was; who may not change it reads it.
  const now = await (await page.request.get('/api/v1/suspicion-limits')).json();
  await page.request.put('/api/v1/suspicion-limits', { data: facts, headers: { 'If-Match': `"${now.version}"` } });
  await signIn(page, 'dengmin');
  await page.goto('/rules?tab=limits');
  await expect(page.locator('.limits tbody tr')).toHaveCount(12);
  await expect(page.getByRole('button', { name: '修改阈值' })).toHaveCount(0);
});
