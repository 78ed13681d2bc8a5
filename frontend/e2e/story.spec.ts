import { choose, expect, fill, signIn, test } from './fixtures';

const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) });

test('a lead becomes a project that is signed and started, and the leader sees the conversion move', async ({ page }) => {
  // The leader looks first.
  await signIn(page, 'chenzhiyuan');
  await page.getByRole('link', { name: '转化分析' }).first().click();
  const before = Number(await page.getByTestId('started').textContent());
  expect(before).toBeGreaterThan(0);

  // The officer logs a lead, finds it valid, and turns it into a project.
  await signIn(page, 'majun');
  await page.getByRole('button', { name: '报线索' }).click();
  await fill(page, '企业', '北京绿森板业科技有限公司');
  await fill(page, '意向内容', '竹木防火板材生产');
  await choose(page, '线索来源', '以商招商');
  await fill(page, '意向投资', '3.2亿');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { name: '竹木防火板材生产' })).toBeVisible();
  await page.getByRole('button', { name: '研判' }).click();
  await fill(page, '研判意见', '符合主导产业');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('符合主导产业').first()).toBeVisible();
  await page.getByRole('button', { name: '转为项目' }).click();
  await choose(page, '落户地', '龙关镇');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page).toHaveURL(/\/projects\//);
  await expect(page.getByRole('heading', { name: '竹木防火板材生产' })).toBeVisible();
  const project = page.url();

  // She records a courtesy visit.
  await page.goto('/visits?new=1');
  await fill(page, '拜访企业', '北京绿森板业科技有限公司');
  await fill(page, '地点', '北京市朝阳区');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page).toHaveURL(/\/visits\/.+/);
  await page.getByRole('button', { name: '办结' }).click();
  await choose(page, '结果', '达成意向');
  await fill(page, '谈了什么', '董事长同意签约');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByText('董事长同意签约').first()).toBeVisible();

  // The unit head sees what is missing, completes it, and signs and starts.
  await signIn(page, 'xuqiang');
  await page.goto(project);
  await page.getByRole('button', { name: '编辑' }).click();
  await fill(page, '合同投资额', '3亿');
  await choose(page, '国民经济行业', 'C20 木材加工和木、竹、藤、棕、草制品业');
  await page.getByRole('dialog').getByLabel('项目公司', { exact: true }).fill('龙关绿森板业有限公司');
  await page.getByRole('dialog').getByLabel('项目公司信用代码', { exact: true }).fill('91130732MA0CEXQ31L');
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  for (const kind of ['意向协议', '评审纪要', '正式合同', '营业执照', '立项备案', '施工许可证', '现场照片', '施工合同']) {
    const select = page.getByLabel('材料类别');
    await select.click();
    await select.fill(kind);
    await page.locator('.ant-select-dropdown:visible').getByTitle(kind, { exact: true }).click();
    await page.locator('section.side input[type=file]').setInputFiles(paper(`${kind}.pdf`));
    await expect(page.getByRole('link', { name: `${kind}.pdf`, exact: true })).toBeVisible();
  }
  for (const stage of ['签约', '开工']) {
    await page.getByRole('button', { name: '其他变更' }).click();
    await choose(page, '到', stage);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.locator('.stage-steps .now')).toContainText(stage);
  }

  // The leader sees one more.
  await signIn(page, 'chenzhiyuan');
  await page.getByRole('link', { name: '转化分析' }).first().click();
  await expect(page.getByTestId('started')).toHaveText(String(before + 1));
});
