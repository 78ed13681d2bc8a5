// What the first screens cost: kilobytes on the wire, and the main thread's CPU seconds up to the first table.
// node scripts/budget.mjs        sizes and CPU, best of several cold loads (make budget)
// node scripts/budget.mjs sizes  sizes alone, which do not depend on the machine (part of make test)
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';

const most = { route: 360, chunk: 300, cpu: 0.6 };
const runs = 7;
const port = process.env.SANGU_BUDGET_PORT ?? '18091';
const base = `http://127.0.0.1:${port}`;
const kilo = (bytes) => bytes / 1024;
const faults = [];
const hold = (what, value, limit, unit) => {
  console.log(`${value > limit ? 'over ' : 'ok   '} ${what}: ${value.toFixed(unit === 's' ? 2 : 0)} ${unit}, at most ${limit}`);
  if (value > limit) faults.push(what);
};

const assets = new URL('../dist/assets/', import.meta.url).pathname;
for (const name of readdirSync(assets).filter((f) => f.endsWith('.gz'))) {
  const size = kilo(statSync(join(assets, name)).size);
  if (size > most.chunk) hold(`chunk ${name}`, size, most.chunk, 'KB');
}

const data = mkdtempSync(join(tmpdir(), 'sangu-budget-'));
const server = spawn('../bin/sangu', ['serve', '--demo', '--data', data, '--addr', `127.0.0.1:${port}`], { stdio: 'ignore' });
try {
  await ready();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
  hold('first screen /', await weigh(browser, '/'), most.route, 'KB');
  hold('first screen /projects', await weigh(browser, '/projects'), most.route, 'KB');
  if (process.argv[2] !== 'sizes') {
    const seconds = [];
    for (let i = 0; i < runs; i++) seconds.push(await cpu(browser));
    console.log(`     CPU of ${runs} cold loads: ${seconds.map((s) => s.toFixed(2)).join(' ')} s`);
    hold('CPU to the first table', Math.min(...seconds), most.cpu, 's');
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await new Promise((done) => server.once('exit', done));
  rmSync(data, { recursive: true, force: true });
}
if (faults.length > 0) process.exit(1);

/** ready waits until the server answers. */
async function ready() {
  for (;;) {
    const up = await fetch(`${base}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (up) return;
    if (server.exitCode !== null) throw new Error('bin/sangu ended; make build first');
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** cold gives a page of somebody signed in who was never here before. */
async function cold(browser) {
  const context = await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block', viewport: { width: 1440, height: 900 } });
  await context.request.post(`${base}/api/v1/session`, { data: { login: 'hewenjing', password: 'Chicheng-2026' } });
  return context.newPage();
}

/** weigh sums up the scripts and styles that a screen needs, in KB as sent. */
async function weigh(browser, path) {
  const page = await cold(browser);
  const sizes = [];
  page.on('response', (r) => {
    if (/\.(js|css)$/.test(new URL(r.url()).pathname)) sizes.push(r.request().sizes());
  });
  await page.goto(base + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const all = await Promise.all(sizes);
  await page.context().close();
  return kilo(all.reduce((sum, s) => sum + s.responseBodySize, 0));
}

/** cpu gives the main thread's seconds of work until the first row of the project library stands. */
async function cpu(browser) {
  const page = await cold(browser);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${base}/projects`);
  await page.locator('tr[data-row]').first().waitFor();
  const { metrics } = await session.send('Performance.getMetrics');
  await page.context().close();
  return metrics.find((m) => m.name === 'TaskDuration').value;
}
