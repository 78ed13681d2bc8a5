import { accessible, expect, signIn, test } from './fixtures';

test.beforeEach(async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/conversion');
  await expect(page.getByRole('heading', { level: 2, name: /签约 100 个/ })).toBeVisible();
  await page.waitForLoadState('networkidle');
});

test('the page says its finding, and every number of the sentence and under the curve opens just its projects', async ({ page }) => {
  for (const figure of ['waiting', 'signed', 'started', 'at_risk', 'started_by', 'reached', 'path', 'standing']) {
    const button = page.getByTestId(`rows-${figure}`).filter({ hasNotText: /[%.]/ }).first();
    const n = Number(await button.innerText());
    await button.click();
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByText(`共 ${n} 个项目`)).toBeVisible();
    await expect(drawer.getByRole('listitem')).toHaveCount(n);
    await expect(drawer.getByText(/(标准口径|口径第 \d+ 版) · 数据截至/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  }
});

test('each picture can be read as a table, and the address keeps which', async ({ page }) => {
  await expect(page.getByRole('img', { name: /个月：已开工/ })).toBeVisible();
  await page.getByText('表', { exact: true }).first().click();
  await expect(page.getByRole('columnheader', { name: '累计终止 %' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '向全部靠拢后' }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '累计终止 %' })).toBeVisible();
});

test('what is expected by the year’s end opens the waiting projects with their chances', async ({ page }) => {
  await page.getByTestId('start-probabilities').click();
  await expect(page.getByRole('dialog').getByText(/个在等，可能相加为/)).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
});

test('the words above the finding change by what is counted', async ({ page }) => {
  await page.getByRole('button', { name: /^按哪天掌握的情况/ }).click();
  const day = page.getByLabel(/^按哪天掌握的情况/).last();
  await day.fill('2020-01-01');
  await day.blur();
  await expect(page.getByText('没有签约项目')).toBeVisible();
  await expect(page).toHaveURL(/as_of=2020-01-01/);
  await page.goto('/conversion?cohorts=month&compare=unit');
  await expect(page.getByRole('heading', { name: '不同责任单位' })).toBeVisible();
  await expect(page.getByText(/不足 10 个/).first()).toBeVisible();
});

test('how long after signing groups are set side by side is chosen in the sentence, and the address keeps it', async ({ page }) => {
  await expect(page.locator('.compare-basis')).toContainText(/签约满.*9 个月.*时已开工的比例/);
  await page.getByRole('combobox', { name: '比到签约后' }).click();
  await page.locator('.ant-select-dropdown:visible').getByTitle('12 个月', { exact: true }).click();
  await expect(page).toHaveURL(/months=(%22)?12/);
  // The answer to the choice has come: the next one is that of the page read again.
  await page.waitForLoadState('networkidle');
  const asked = page.waitForResponse((r) => r.url().includes('/reports/analysis') && r.url().includes('months=12'));
  await page.reload();
  expect((await (await asked).json()).compare.months).toBe(12);
  await page.getByText('表', { exact: true }).first().click();
  await expect(page.getByRole('columnheader', { name: '满 12 个月开工' })).toBeVisible();
  // The words are printed, the choice is not.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('combobox', { name: '比到签约后' })).toBeHidden();
  await expect(page.locator('.compare-basis').getByText('12 个月', { exact: true }).last()).toBeVisible();
});

test('of fewer than ten signings no rate is made: each project is listed with the days that it has waited', async ({ page }) => {
  await signIn(page, 'xuqiang');
  await page.goto('/conversion');
  await expect(page.getByTestId('counted')).toContainText(/县商务局，历年签约的 \d 个项目/);
  const n = Number(((await page.getByTestId('counted').textContent()) ?? '').match(/的 (\d+) 个/)?.[1]);
  expect(n).toBeLessThan(10);
  await expect(page.getByText(/不足 10 个。几个项目的快慢说明不了规律/)).toBeVisible();
  await expect(page.getByTestId('few-row')).toHaveCount(n);
  const [started, waiting, ended] = await page.getByTestId('few-numbers').getByRole('button').allTextContents();
  expect(Number(started) + Number(waiting) + Number(ended)).toBe(n);
  await expect(page.getByTestId('honest-rate')).toHaveCount(0);
  await expect(page.locator('.four .rate').first()).not.toContainText('%');
  await page.setViewportSize({ width: 390, height: 844 });
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`the page is accessible and fits ${width} px in ${theme}`, async ({ page }) => {
      await page.addInitScript((t) => localStorage.setItem('sangu.look', JSON.stringify({ state: { theme: t }, version: 0 })), theme);
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/conversion', '/conversion?view=table']) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 2, name: /签约 100 个/ })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await accessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    });
  }
}

test('on A4 the page keeps its finding and its basis, without the menu', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 720, height: 1000 });
  await expect(page.getByRole('heading', { level: 2, name: /签约 100 个/ })).toBeVisible();
  await expect(page.locator('.printed')).toBeVisible();
  await expect(page.locator('.shell .nav')).toBeHidden();
  await expect(page.getByRole('button', { name: '导出' })).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
});

test('the conversion, a bulletin and the ledger leave as papers', async ({ page }) => {
  for (const kind of ['docx', 'xlsx']) {
    const answer = await page.request.get(`/api/v1/reports/conversion/${kind}`);
    expect(answer.status()).toBe(200);
    expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
  }
});
