import { accessible, choose, expect, fill, signIn, test } from './fixtures';

test('a verifier ticks why a signing should not count, with a reason, as a record of its own', async ({ page }) => {
  await signIn(page, 'dengmin');
  const api = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
  const { items } = await api('/projects?reached=SIGNED&going=true&limit=50');
  let id = '';
  for (const p of items) {
    const signings = (await api(`/projects/${p.id}/signings`)).items;
    if (signings.length === 1 && signings[0].exclusions.length === 0 && p.responsible_unit !== '县发改局') id ||= p.id;
  }
  expect(id).not.toBe('');
  await page.goto(`/projects/${id}`);
  await page.getByRole('button', { name: '勾选不计入' }).click();
  const form = page.getByRole('dialog', { name: '这笔签约不应计入的情形' });
  await choose(page, '不应计入的情形', '房地产');
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: /保.?存/ }).click();
  await expect(form.getByText('必填').first()).toBeVisible();
  await fill(page, '依据', '配套商铺占大半');
  await accessible(page);
  await form.getByRole('button', { name: /保.?存/ }).click();
  await expect(form).toBeHidden();
  const side = page.getByRole('region', { name: /相关/ }).or(page.locator('.side'));
  await expect(side.getByText(/房地产 · 配套商铺占大半/)).toBeVisible();
  await expect(side.getByText('已更正')).toHaveCount(1);
  await expect(page.getByText('勾选不计入情形').first()).toBeVisible();
});
