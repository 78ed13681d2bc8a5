import type { APIRequestContext, Page } from '@playwright/test';
import { accessible, choose, expect, fill, password, signIn, test } from './fixtures';

type Gate = { stage: string };

const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name} ${Date.now()}`) });
const save = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
const field = (page: Page, label: string) => page.getByRole('dialog').locator('.ant-form-item').filter({ hasText: label });

/** setGates replaces what stages ask for, as the office. */
async function setGates(api: APIRequestContext, change: (items: Gate[]) => Gate[]): Promise<Gate[]> {
  const { items, version } = await (await api.get('/api/v1/gates')).json();
  const answer = await api.put('/api/v1/gates', { data: { items: change(items) }, headers: { 'If-Match': `"${version}"` } });
  expect(answer.status()).toBe(200);
  return items;
}

/** permitted makes a project of a unit that stands at 前期手续, as its ledger would have it. */
async function permitted(page: Page, unit: string, name: string): Promise<string> {
  const api = page.request;
  const { items: units } = await (await api.get('/api/v1/units')).json();
  const responsible_unit_id = units.find((u: { name: string }) => u.name === unit).id;
  const data = { name, responsible_unit_id, contract_amount: 10_000_000, content: '年产两万套' };
  const made = await (await api.post('/api/v1/projects', { data })).json();
  const before = await setGates(api, () => []);
  const moved = await api.post(`/api/v1/projects/${made.id}/stage-events`, {
    data: { code: 'PERMITTING', occurred_on: '2026-02-10' },
    headers: { 'If-Match': `"${made.version}"` },
  });
  expect(moved.status()).toBe(201);
  await setGates(api, () => before);
  return made.id;
}

let standard: Gate[] = [];
test.beforeAll(async ({ playwright, baseURL }) => {
  const api = await playwright.request.newContext({ baseURL });
  await api.post('/api/v1/session', { data: { login: 'hewenjing', password } });
  standard = (await (await api.get('/api/v1/gates')).json()).items;
  await api.dispose();
});
test.afterAll(async ({ playwright, baseURL }) => {
  const api = await playwright.request.newContext({ baseURL });
  await api.post('/api/v1/session', { data: { login: 'hewenjing', password } });
  await setGates(api, () => standard);
  await api.dispose();
});

test('the office takes the ten items over; the unit writes why a paper is not needed; the verifier looks at the reason before a yes', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  const id = await permitted(page, '县商务局', '入库十项项目');
  await page.goto('/rules?tab=gates');
  await page.getByRole('button', { name: '套用统计入库十项' }).click();
  await expect(page.getByRole('dialog')).toContainText('已填入统计入库十项，核对后保存');
  await accessible(page);
  // A line without a kind of paper is refused where it stands, and stays to be mended.
  const lines = page.getByRole('dialog').getByRole('group', { name: '材料', exact: true });
  await lines.getByRole('button', { name: '加一项材料' }).click();
  await save(page);
  await expect(lines.getByRole('alert')).toContainText('必填');
  await lines.getByRole('button', { name: '去掉第 7 项材料' }).click();
  await save(page);
  await expect(page.getByRole('dialog')).toBeHidden();
  const start = page.locator('.gates-of > li').filter({ has: page.getByRole('heading', { name: '开工', exact: true }) });
  await expect(start).toContainText('立项备案（没有时写理由，并附施工许可证、设计文件、可行性研究报告之一）');
  await expect(start).toContainText('设备购置合同');
  await accessible(page);

  // The unit sees what is missing, uploads what there is, and says why the rest is not needed.
  await signIn(page, 'xuqiang');
  await page.goto(`/projects/${id}`);
  const gate = page.locator('.gate');
  await expect(gate).toContainText('还缺 6 项');
  for (const kind of ['施工合同', '现场照片', '用地合同']) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      gate.getByRole('button', { name: `上传${kind}`, exact: true }).click(),
    ]);
    await chooser.setFiles(paper(`${kind}.pdf`));
    await expect(gate.getByRole('button', { name: `上传${kind}`, exact: true })).toHaveCount(0);
  }
  const explain = async (what: string, why: string) => {
    await gate.getByRole('button', { name: `写理由 · ${what}` }).click();
    await fill(page, '为什么不需要', why);
    await save(page);
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await explain('立项备案', '技改备案在市局办理');
  await expect(gate).toContainText('已写理由：技改备案在市局办理（许强），还要附施工许可证、设计文件、可行性研究报告之一');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), gate.getByRole('button', { name: '上传可行性研究报告' }).click()]);
  await chooser.setFiles(paper('可研.pdf'));
  await expect(gate).toContainText('以理由代替：技改备案在市局办理（许强）');
  await explain('规划许可', '利用原有厂房');
  await explain('环评批复', '名录外项目，免办环评');
  await expect(gate).toContainText('材料已齐');
  await accessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await accessible(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await gate.getByRole('button', { name: '推进到开工' }).click();
  await save(page);
  await expect(page.locator('.stage-steps .now')).toContainText('开工');

  await signIn(page, 'dengmin');
  await page.goto(`/projects/${id}`);
  const claim = page.locator('.side li').filter({ hasText: '以理由代替' }).first();
  await expect(claim).toContainText('名录外项目，免办环评');
  await claim.getByRole('button', { name: '核实' }).click();
  await save(page);
  await expect(field(page, '以上理由已看过，认可')).toContainText('有材料以理由代替，请看过理由再确认');
  await page.getByRole('dialog').getByRole('switch', { name: '以上理由已看过，认可' }).click();
  await save(page);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(claim).toContainText('已确认');
});

test('what may not be is refused at its field, in words: no evidence, own unit, a future day, above the contract, a voucher twice', async ({
  page,
}) => {
  await signIn(page, 'hewenjing');
  const id = await permitted(page, '县发改局', '本单位核实项目');

  // A stage claimed without its evidence.
  await page.goto(`/projects/${id}`);
  await page.getByRole('button', { name: '其他变更' }).click();
  await choose(page, '到', '竣工');
  await save(page);
  await expect(field(page, '到')).toContainText('还缺：');
  await expect(field(page, '到')).toContainText('竣工验收');

  // A day that has not come.
  await choose(page, '到', '签约');
  await fill(page, '发生日期', '2099-01-01');
  await save(page);
  await expect(field(page, '发生日期')).toContainText('不能填将来的日期');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('.stage-steps .now')).toContainText('前期手续');

  // Money above the contract, of a day to come, and by a voucher that is there already.
  const voucher = `凭证-${Date.now()}`;
  const report = async (amount: string, on: string) => {
    await page.getByRole('button', { name: '上报到位' }).click();
    await fill(page, '金额', amount);
    await fill(page, '到位日期', on);
    await fill(page, '凭证号', voucher);
    await save(page);
  };
  await report('1100', '2026-03-01');
  await expect(field(page, '金额')).toContainText('超过合同额 1000 万元');
  await fill(page, '金额', '600');
  await fill(page, '到位日期', '2099-01-01');
  await save(page);
  await expect(field(page, '到位日期')).toContainText('不能填将来的日期');
  await fill(page, '到位日期', '2026-03-01');
  await save(page);
  await expect(page.getByRole('dialog')).toBeHidden();
  await report('100', '2026-03-02');
  await expect(field(page, '凭证号')).toContainText('这个凭证号已报过');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '放弃' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const { items } = await (await page.request.get(`/api/v1/projects/${id}/funds`)).json();
  expect(items.map((f: { amount: number }) => f.amount)).toEqual([6_000_000]);

  // A verifier of the own unit: a stage, and money.
  await signIn(page, 'dengmin');
  await page.goto(`/projects/${id}`);
  for (const label of ['结论', '核实到位']) {
    const part = label === '结论' ? page.locator('.side .list').filter({ hasText: '前期手续' }) : page.locator('.funds .list');
    await part.getByRole('button', { name: '核实' }).first().click();
    await save(page);
    await expect(field(page, label)).toContainText('不能核实本单位的项目');
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
