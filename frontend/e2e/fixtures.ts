import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

export const password = 'Chicheng-2026';

/** test fails where the page writes an error to the console. */
export const test = base.extend<{ quiet: undefined; refused: boolean }>({
  /** refused lets the server answer that one may not: for tests of just that. */
  refused: [false, { option: true }],
  quiet: [
    async ({ page, refused }, use) => {
      const said: string[] = [];
      const expected = refused ? /status of (401|403|412|422)/ : /status of (401|412|422)|ERR_INTERNET_DISCONNECTED/;
      page.on('console', (m) => m.type() === 'error' && !expected.test(m.text()) && said.push(m.text()));
      page.on('pageerror', (e) => said.push(e.message));
      await use(undefined);
      expect(said, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** signIn opens the product as somebody of the demonstration county. */
export async function signIn(page: Page, login: string) {
  await page.context().clearCookies();
  const answer = await page.request.post('/api/v1/session', { data: { login, password } });
  expect(answer.status()).toBe(201);
  await page.goto('/');
}

/** choose picks an option of a select by its label. */
export async function choose(page: Page, label: string, option: string) {
  const box = page.getByRole('dialog').getByLabel(label, { exact: true });
  await box.click();
  await box.fill(option.slice(0, 4)).catch(() => undefined);
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).first().click();
}

/** fill types into a field of the open form. */
export async function fill(page: Page, label: string, text: string) {
  const box = page.getByRole('dialog').getByLabel(label, { exact: true });
  await box.fill(text);
  await box.blur();
}

/** accessible fails on any violation of WCAG A or AA. */
export async function accessible(page: Page) {
  // What fades in is judged once it is there.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((a) => a.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((a) => a.finished),
    ),
  );
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).analyze();
  expect(
    found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`),
    page.url(),
  ).toEqual([]);
}
