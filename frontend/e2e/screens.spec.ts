import { accessible, expect, signIn, test } from './fixtures';

const screens = [
  '/',
  '/projects',
  '/board',
  '/calendar',
  '/calendar?view=week',
  '/calendar?view=agenda',
  '/clients',
  '/enterprises',
  '/leads',
  '/visits',
  '/conversion',
  '/imports',
  '/people',
  '/units',
  '/account',
  '/notices',
  '/recycle-bin',
  '/cockpit',
  '/bulletins',
  '/suspicions',
  '/targets',
  '/portfolio',
  '/rules',
  '/rules?tab=gates',
  '/rules?tab=colours',
  '/rules?tab=scheme',
  '/rules?tab=limits',
];

for (const language of ['zh-CN', 'en-US'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`rule 19: every screen is accessible in ${theme}, ${language}`, async ({ page }) => {
      // It walks every screen: on a slow machine that takes most of the usual limit.
      test.slow();
      await page.addInitScript(
        (chosen) => {
          localStorage.setItem('sangu.look', JSON.stringify({ state: { theme: chosen.theme }, version: 0 }));
          localStorage.setItem('sangu.language', chosen.language);
        },
        { theme, language },
      );
      await signIn(page, 'hewenjing');
      for (const path of screens) {
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await accessible(page);
      }
    });

test('rule 23: texts, parts of the library and the language of the page change together', async ({ page }) => {
  await signIn(page, 'hewenjing');
  await page.goto('/projects');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: /何文静/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Projects');
  await page.goto('/clients?q=zzzzzz');
  await expect(page.locator('.page')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.page')).not.toContainText(/\p{Script=Han}/u);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
  const answer = await page.request.get('/api/v1/projects/00000000-0000-7000-8000-000000000000', {
    headers: { 'Accept-Language': 'en-US' },
  });
  expect((await answer.json()).title).not.toMatch(/\p{Script=Han}/u);
});

test('the three administrators see no business places', async ({ page }) => {
  await signIn(page, 'audadmin');
  await expect(page.getByRole('link', { name: '审计' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: '招商项目库' })).toHaveCount(0);
  const answer = await page.request.get('/api/v1/projects');
  expect(answer.status()).toBe(403);
});

test('a phone shows lists as cards and tabs below', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'majun');
  await page.goto('/enterprises');
  await expect(page.locator('.cards li').first()).toBeVisible();
  await expect(page.locator('.tabbar')).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});

test('a wrong password is refused in the language asked for', async ({ page }) => {
  await page.goto('/login');
  await page.getByLabel('登录名').fill('majun');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByText('登录名或密码不对')).toBeVisible();
});
