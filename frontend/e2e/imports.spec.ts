import { accessible, expect, signIn, test } from './fixtures';

const ledger = `项目名称,投资方,责任单位,总投资(万元),签约时间,目前状态
浏览器导入甲项目,甲导入公司,县水务局,12000,2026-03-05,签约
浏览器导入乙项目,,县水务局,5000,2026-04-06,签约
浏览器导入丙项目,丙导入公司,县飞船局,5000,2026-04-06,签约
浏览器导入丁项目,丁导入公司,县水务局,很多,2026-04-06,签约
浏览器导入戊项目,戊导入公司,县水务局,5000,2026.2.30,签约
浏览器导入己项目,己导入公司,县水务局,5000,2026-04-06,推进中
`;

const send = (name: string, body: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(body) });

test('five errors are put right in place, the ledger is written, and the import is undone', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(send('五处错误.csv', ledger));
  await expect(page).toHaveURL(/id=/);
  const rows = page.locator('table.import-rows tbody tr');
  await expect(rows).toHaveCount(5);
  await accessible(page);
  const look = (theme: string) =>
    page.evaluate((to) => localStorage.setItem('sangu.look', JSON.stringify({ state: { theme: to }, version: 0 })), theme);
  await look('dark');
  await page.reload();
  await expect(rows).toHaveCount(5);
  await accessible(page);
  await page.screenshot({ path: 'test-results/imports-dark.png', fullPage: true });
  await look('light');
  await page.reload();

  const cell = (name: string) => page.getByRole('button', { name: new RegExp(`^改 ${name}：`) });
  const put = async (name: string, text: string) => {
    // All of the cell is the target, its lower corner too.
    const at = page.locator('td', { has: cell(name) });
    const box = await at.boundingBox();
    await at.click({ position: { x: (box?.width ?? 9) - 4, y: (box?.height ?? 9) - 4 } });
    const text1 = page.getByLabel(`${name} 的内容`);
    await text1.fill(text);
    await text1.press('Enter');
    await expect(text1).toBeHidden();
  };
  const heads = page.locator('table.import-rows thead th');
  await expect(heads).toHaveCount(8);
  const stood = await heads.allTextContents();
  await put('B3', '乙导入公司');
  // The row stays where it is, marked; the columns stay; the hand goes on to the next problem.
  const row = (name: string) => rows.filter({ hasText: name });
  await expect(row('浏览器导入乙项目')).toContainText('已改正');
  await expect(row('浏览器导入乙项目')).toContainText('原为 （空）');
  await expect(rows).toHaveCount(5);
  expect(await heads.allTextContents()).toEqual(stood);
  await expect(cell('C4')).toBeFocused();
  const top = async () => (await row('浏览器导入戊项目').boundingBox())?.y;
  const before = await top();
  await page.getByRole('button', { name: '一次指明' }).click();
  await expect(page.getByRole('button', { name: '新建', exact: true })).toBeVisible();
  await accessible(page);
  await page.getByLabel('县飞船局 指的是').click();
  await page.getByLabel('县飞船局 指的是').fill('县财政局');
  await page.locator('.ant-select-dropdown:visible').getByTitle('县财政局', { exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('单位和人员都对上了');
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row('浏览器导入丙项目')).toContainText('已改正');
  expect(await top()).toBe(before);
  await expect(row('浏览器导入丙项目')).toContainText('原为 县飞船局');
  await put('D5', '1.2亿');
  await put('E6', '2026-02-28');
  // A stage is chosen from a list, by keyboard alone: the last problem has the focus.
  await expect(cell('F7')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.screenshot({ path: 'test-results/imports-choice.png' });
  await expect(page.locator('.ant-select-dropdown:visible').getByTitle('前期手续')).toBeVisible();
  await page.keyboard.type('签约');
  await page.keyboard.press('Enter');
  await expect(row('浏览器导入己项目')).toContainText('已改正');
  await expect(rows).toHaveCount(5);
  expect(await heads.allTextContents()).toEqual(stood);
  await page.screenshot({ path: 'test-results/imports-mended.png' });
  await page.getByRole('button', { name: '收起已改正的 5 行' }).click();
  await expect(page.getByText('6 行都可以写入')).toBeVisible();
  await accessible(page);
  await page.screenshot({ path: 'test-results/imports-fine.png' });
  await page.getByRole('button', { name: '看全部 6 行' }).click();
  await expect(rows).toHaveCount(6);
  await expect(rows.first()).toContainText('新增');

  await page.getByRole('button', { name: '写入 6 行' }).click();
  await expect(page.getByText('已写入', { exact: true })).toBeVisible();
  await expect(page.getByText('新增 6，更新 0，未变 0')).toBeVisible();
  await expect(page.locator('.import-steps [aria-current]')).toHaveCount(0);
  await accessible(page);
  await page.screenshot({ path: 'test-results/imports-written.png' });
  await page.getByRole('link', { name: '查看 6 个项目' }).click();
  await expect(page.locator('.pager').getByText('共 6 条')).toBeVisible();
  await expect(page.locator('.chip')).toHaveText('导入自 五处错误.csv');

  await page.goto('/imports');
  const line = page.locator('.import-list li', { hasText: '五处错误.csv' });
  await line.getByRole('button', { name: /^撤销（/ }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(line).toContainText('已撤销');
  await expect(line).toContainText('已收回新增的 6 条');
  await accessible(page);
  await page.screenshot({ path: 'test-results/imports-earlier.png' });
  await page.goto('/projects?q=浏览器导入');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
});

test('a strange header is mapped once and known the next time', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/imports');
  const strange = '谁来投,投个啥,归谁管\n某导入公司,某导入项目,县水务局\n';
  await page.locator('input[type=file]').setInputFiles(send('奇怪.csv', strange));
  await expect(page.getByText('没有认出这张表')).toBeVisible();
  await page.getByRole('button', { name: '改表头或列对应' }).click();
  const choose = async (label: string, option: string) => {
    const box = page.getByRole('dialog').getByLabel(label, { exact: true });
    await box.click();
    if (label !== '台账种类') await box.fill(option.replace(' *', ''));
    await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
  };
  await choose('台账种类', '项目台账');
  await choose('A 列对应', '投资方名称 *');
  await choose('B 列对应', '项目名称 *');
  await choose('C 列对应', '责任单位 *');
  await expect(page.getByRole('dialog').getByText('还缺必填的')).toBeHidden();
  await page.screenshot({ path: 'test-results/imports-mapping.png' });
  await page.keyboard.press('Escape');
  await expect(page.getByText('按您定的对应')).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(send('再来.csv', strange));
  await expect(page.getByText('按本单位上次的对应')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, 'no sideways scroll on a phone').toBeLessThanOrEqual(0);
  await accessible(page);
  await page.screenshot({ path: 'test-results/imports-phone.png', fullPage: true });
});

test('an odd amount is taken as suggested or kept with a reason, by keyboard alone; what has no place is left out by name', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  await page.goto('/imports');
  const odd = `某县推进表,,单位：万元,截至2026年9月30日
项目名称,投资主体,承办单位,总投资,签约日期
看数导入甲项目,甲看数公司,县水务局,160000000,2026.2.30
看数导入乙项目,乙看数公司,县水务局,0.6,
看数导入丙项目,丙看数公司,县水务局,9800,
`;
  await page.locator('input[type=file]').setInputFiles(send('看数.csv', odd));
  await expect(page.getByText('第 2 行', { exact: true })).toBeVisible();
  await expect(page.getByText('2 月没有 30 日')).toBeVisible();
  await page.getByRole('button', { name: /^改 D3：/ }).press('Enter');
  await expect(page.getByText('照记就是 1.6 万亿元')).toBeVisible();
  await expect(page.getByLabel('D3 的内容')).toHaveValue('16000');
  await accessible(page);
  await page.screenshot({ path: 'test-results/imports-why.png' });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: '改 D3：16,000' })).toBeVisible();
  await expect(page.getByText('照记就是 1.6 万亿元')).toBeHidden();

  await page.getByRole('button', { name: /^改 D4：/ }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '保留原数，写明原因' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByLabel('D4 照原样记的原因').fill('只买一台设备');
  await page.keyboard.press('Enter');
  const kept = page.locator('table.import-rows tbody tr', { hasText: '看数导入乙项目' });
  await expect(kept).toContainText('已改正');
  await expect(kept).toContainText('照原样：只买一台设备');
  await expect(page.getByRole('button', { name: /^改 E3：/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^改 E4：/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: /^改 D4：/ })).toBeFocused();

  const targets = '责任单位,指标名称,年度目标,1月,2月\n县水务局,签约项目,3,1,1\n';
  await page.goto('/imports');
  await page.locator('input[type=file]').setInputFiles(send('任务.csv', targets));
  await expect(page.getByText('像是目标任务分解，暂不导入')).toBeVisible();
  await expect(page.getByRole('button', { name: '写入 0 行' })).toBeDisabled();
  await page.goto('/imports');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '旧表.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('<html><table></table></html>') });
  await expect(page.getByText('另存为 .xlsx 后再上传')).toBeVisible();
});

test('a leader who is nobody is told of on the cell, and said once for all rows', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/imports');
  const strange = `项目名称,投资方,责任单位,包联县领导
问名导入甲项目,甲问名公司,县水务局,王无此
问名导入乙项目,乙问名公司,县水务局,郭振华、王无此
问名导入丙项目,丙问名公司,县水务局,李无彼
`;
  await page.locator('input[type=file]').setInputFiles(send('问名.csv', strange));
  const rows = page.locator('table.import-rows tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(page.getByText('人员里对不上“王无此”')).toHaveCount(2);
  await page.getByRole('button', { name: '一次指明' }).click();
  await page.getByLabel('王无此 指的是').click();
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(/^李秀芳/)
    .click();
  await expect(page.getByRole('button', { name: '改 D3：李秀芳' })).toBeHidden();
  await expect(page.locator('.import-names')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: '改 D3：郭振华、李秀芳' })).toBeVisible();
  await page.getByRole('button', { name: /^改 D4：/ }).click();
  await page
    .locator('.ant-select-dropdown:visible')
    .getByTitle(/^李秀芳/)
    .click();
  await expect(page.getByRole('button', { name: '改 D4：李秀芳' })).toBeVisible();
  await expect(page.getByRole('button', { name: '写入 3 行' })).toBeEnabled();
});
