import { accessible, expect, signIn, test } from './fixtures';

for (const [language, said] of [
  ['zh-CN', { title: '开工未认定', state: '未认定', filter: '上报未认定' }],
  ['en-US', { title: 'Started not recognised', state: 'Not recognised', filter: 'Reported, not recognised' }],
] as const)
  test(`a denied start is told at the top of the project with its reason, on the list and the board: ${language}`, async ({ page }) => {
    await signIn(page, 'dengmin');
    const api = async (path: string) => (await page.request.get(`/api/v1${path}`)).json();
    const { items } = await api('/projects?stage=STARTED&going=true&limit=50');
    let project: { id: string; name: string } | undefined;
    for (const p of items) {
      const { events } = await api(`/projects/${p.id}/stage-events`);
      const start = events.findLast((e: { code: string; state: string }) => e.code === 'STARTED' && e.state === 'reported');
      if (project || !start) continue;
      const no = await page.request.post(`/api/v1/stage-events/${start.id}/verdicts`, {
        data: { agrees: false, note: '现场只有围挡' },
      });
      if (no.ok()) project = p;
    }
    expect(project).toBeDefined();
    if (!project) return;
    await page.evaluate((l) => localStorage.setItem('sangu.language', l), language);
    await page.goto(`/projects/${project.id}`);
    await expect(page.getByText(said.title).first()).toBeVisible();
    await expect(page.getByText(/现场只有围挡/).first()).toBeVisible();
    await expect(page.locator('.stage-steps li.denied')).toContainText(said.state);
    await accessible(page);
    await page.goto(`/projects?denied=true`);
    await expect(page.getByText(project.name).first()).toBeVisible();
    await expect(page.locator('.stagebar .denied').first()).toHaveText(said.state);
  });
